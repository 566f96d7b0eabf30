"""Which way a file writes its numbers: decided by column, then by file; what stays open is settled by the indicator or asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from decimal import Decimal

import numpy as np

from data.ingest.findings.finding import Finding
from data.ingest.given_answers import Answers
from data.ingest.parsing import target_and_result, values
from data.ingest.parsing.target_and_result import Measure, Result, Target
from data.ingest.parsing.values import Unreadable
from data.ingest.reading import cells
from data.ingest.table.source import Table
from data.vietnamese import numbers

NUMERIC = ("chi_tieu", "ket_qua", "tu_so", "mau_so", "gia_tri", "chi_tieu_tu", "chi_tieu_den", "ket_qua_tu", "ket_qua_den")
_WORDY = ("chi_tieu",)  # columns whose numbers may stand among words
_SHARES, _DOTS = ("share", "percent"), ("decimal", "thousands")  # answers to a question; anything else is none
_MONTH = re.compile(r"^(0?[1-9]|1[0-2]) ?/ ?(20[0-4][0-9])$")
_NAMES = {"vi": "Việt Nam (69,3)", "en": "Anh (69.3)"}


class NumberStyles:
    """The style of each numeric column of a table, and the readers that follow it.

    ``measured``: the rows whose indicator has numbers; what other rows write, be it "LGSP 2.0", says nothing about them.
    """

    def __init__(self, table: Table, answers: Mapping[str, str], measured: np.ndarray) -> None:
        self.findings: list[Finding] = []
        self._table, self._answers, self._measured = table, Answers.of(answers), measured
        full = bool({"gia_tri", "ket_qua_tu"} & set(table.columns))
        headers = [header for header in NUMERIC if header in table.columns and not (full and header in ("ket_qua", "chi_tieu"))]
        evidence = {header: numbers.evidence(self._plain(header)) for header in headers}
        whole = sum(evidence.values(), Counter())
        self._style: dict[str, str] = {}
        self._odd: set[tuple[str, str]] = set()  # (header, text) written the other way: refused already
        for header in headers:
            styles = evidence[header] or (whole if len(whole) == 1 else Counter())
            if len(evidence[header]) > 1:
                self._mixed(header, evidence[header])
            self._style[header] = styles.most_common(1)[0][0] if styles else ""
            if self._style[header] == "en" and evidence[header]:
                self.findings.append(Finding("number_english", column=header, letter=table.columns[header].letter))
            self._rounded(header)
        self.english = any(finding.code == "number_english" for finding in self.findings)
        self._settled: set[tuple[str, str]] = set()
        self._shares_answered = any(key.startswith("share_as_fraction:") for key in self._answers)

    def reader(self, header: str) -> Callable[[str], Decimal | None]:
        """Reads a plain number of a column."""

        def read(text: str) -> Decimal | None:
            if (header, text) in self._odd:
                return None
            return values.number(text, self._of(header, text, Measure(False, False, True, False, False)))

        return read

    def target(self, header: str) -> Callable[[str, Measure], Target | None]:
        """Reads a target of a column for a kind of indicator; a share written from 0 to 1 is asked about."""

        def read(text: str, measure: Measure) -> Target | None:
            if (header, text) in self._odd:
                return None
            style = self._of(header, text, measure)
            target = target_and_result.target(text, measure, style)
            bare = target is not None and _bare_share(text, measure)
            return self._as_share(target, header, text, measure, style) if target and bare else target

        return read

    def result(self, header: str) -> Callable[[str, Measure], Result | None]:
        """Reads a result of a column for a kind of indicator; a share written from 0 to 1 is asked about."""

        def read(text: str, measure: Measure) -> Result | None:
            if (header, text) in self._odd:
                return None
            self._fraction_meant(header, text, measure)
            style = self._of(header, text, measure)
            result = target_and_result.result(text, measure, style, as_share=False)
            if result is None or result.value is None or not _bare_share(text, measure) or result.value <= 0:
                return result
            if result.value > 1:
                return self._no_share(result, header, text)
            answer = self._answer("share_as_fraction", header, text)
            if answer == "percent" or (answer != "share" and result.value == 1):
                return result
            share = target_and_result.result(text, measure, style, as_share=True)
            if share and answer != "share":
                raise Unreadable("share_as_fraction", as_share=share.written, as_percent=result.written)
            return share

        return read

    def _no_share(self, result: Result, header: str, text: str) -> Result:
        """A result above 1, which is no share of one. Raises Unreadable where its column was said to hold those."""
        if self._shares_answered and self._answer("share_as_fraction", header, text, "share"):
            raise Unreadable("share_above_one", as_percent=result.written)
        return result

    def _fraction_meant(self, header: str, text: str, measure: Measure) -> None:
        """Ask about a fraction that is a month as well: 9/2026 of a share."""
        month = _MONTH.match(text) if measure.ratio else None
        if month and self._answer("fraction_or_month", header, text) != "fraction":
            share = numbers.written(numbers.stored(Decimal(100 * int(month[1])) / int(month[2])))
            raise Unreadable("fraction_or_month", as_fraction=f"{share}%", as_month=f"tháng {int(month[1])} năm {month[2]}")

    def _as_share(self, target: Target, header: str, text: str, measure: Measure, style: str) -> Target:
        """A target without a percent sign as it is meant: up to 1 it may be a share of one, which is asked. Raises Unreadable."""
        ends = [end for end in (target.low, target.high) if end is not None]
        if not ends or max(ends) <= 0:
            return target
        if max(ends) > 1:
            if self._answer("share_as_fraction", header, text, "share"):
                raise Unreadable("share_above_one", as_percent=target.written.rstrip("%") + "%")
            return target
        share = target_and_result.whole_share(target, text, measure, style)
        if share is None:
            if max(ends) < 1:
                raise Unreadable("not_a_target")
            return target
        answer = self._answer("share_as_fraction", header, text)
        if max(ends) < 1 and answer not in _SHARES:
            raise Unreadable("share_as_fraction", as_share=share.written, as_percent=target.written)
        return share if answer == "share" else target

    def _answer(self, question: str, header: str, text: str, only: str = "") -> str:
        """What was answered about the cells of a column that hold a text, or else about the whole column; '' for nothing.

        Asked for where it counts, and nowhere else: an answer that nobody asked for is refused. ``only``: the one answer that counts.
        """
        about = f"{question}:{header}"
        key = next((key for key in (f"{about}:{cells.shown(text)}", about) if key in self._answers), "")
        return self._answers.get(key) if not only or self._answers.peek(key) == only else ""

    def _rounded(self, header: str) -> None:
        """Says which cells of a column have more decimals than the store keeps."""
        column = self._table.columns[header]
        longer = [code for code in np.unique(column.codes[self._measured]).tolist() if cells.rounds(column.texts[code])]
        if longer:
            rows = self._table.row_numbers[np.isin(column.codes, longer) & self._measured]
            text = cells.shown(column.texts[longer[0]])
            self.findings.append(Finding("number_rounded", rows, header, column.letter, text))

    def _mixed(self, header: str, evidence: Counter[str]) -> None:
        """Both ways in one column: the cells of the rarer one are named."""
        (most, _), (least, _) = evidence.most_common(2)
        column = self._table.columns[header]
        for number in np.unique(column.codes[self._measured]).tolist():
            text = column.texts[number]
            if text[:1] not in cells.MARKS and numbers.evidence([text])[least]:
                self._odd.add((header, text))
                odd = _numbers_in(text, header)[0]
                plain = numbers.written(numbers.read(odd, least))
                example = plain if most == "vi" else plain.replace(",", ".")
                args = {"style": _NAMES[least], "other": _NAMES[most], "example": example}
                proposal = {header: text.replace(odd, example)} if text.rstrip("% ") == odd else {}
                self.findings.append(self._table.finding("number_style", header, number, text, proposal, **args))

    def _plain(self, header: str) -> list[str]:
        """The texts of a column in which a style may show: no numbers that a workbook stored."""
        column = self._table.columns[header]
        texts = (column.texts[code] for code in np.unique(column.codes[self._measured]).tolist())
        return [part for text in texts if text and text[:1] not in cells.MARKS for part in _numbers_in(text, header)]

    def _of(self, header: str, text: str, measure: Measure) -> str:
        """The style in which to read one text; raises Unreadable('number_dot') when it has to be asked."""
        style = self._style.get(header, "")
        if style or text[:1] in cells.MARKS:
            return style or "vi"
        part = next((part for part in _numbers_in(text, header) if numbers.style_of(part) == "either"), None)
        if part is None:
            return "vi"
        decimal = "vi" if "," in part else "en"
        thousands = "en" if decimal == "vi" else "vi"
        answer = self._answer("number_dot", header, text)
        if answer in _DOTS:
            return decimal if answer == "decimal" else thousands
        as_decimal, as_thousands = numbers.read(part, decimal), numbers.read(part, thousands)
        if measure.ratio:
            return self._settle(header, text, decimal, as_decimal, "tỷ lệ không vượt quá 100%")
        if measure.whole and as_decimal != as_decimal.to_integral_value():
            return self._settle(header, text, thousands, as_thousands, "chỉ tiêu này đếm số nguyên")
        raise Unreadable("number_dot", as_decimal=numbers.written(as_decimal), as_thousands=numbers.grouped(as_thousands))

    def _settle(self, header: str, text: str, style: str, value: Decimal, why: str) -> str:
        if (header, text) not in self._settled:
            self._settled.add((header, text))
            column = self._table.columns[header]
            self.findings.append(
                self._table.finding(
                    "number_settled", header, column.texts.index(text), text, value=numbers.grouped(value), why=why
                )
            )
        return style


def _bare_share(text: str, measure: Measure) -> bool:
    """Whether a text would give a share in %, and has no percent sign to say so."""
    return measure.percent and "%" not in text and text[:1] != cells.PERCENT


def _numbers_in(text: str, header: str) -> list[str]:
    bare = text.strip().rstrip("%").strip()
    if header not in _WORDY:
        return [bare] if numbers.style_of(bare) != "none" else []
    return [part.strip().rstrip(".,") for part in numbers.NUMERIC.findall(text)]
