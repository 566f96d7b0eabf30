"""The form of figures: columns of texts to typed rows. Each distinct text is read once, for the kind of indicator it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute

from data.ingest.findings.finding import Finding, Question
from data.ingest.parsing import document_numbers, footnotes, values
from data.ingest.parsing.lookups import Catalogue
from data.ingest.parsing.unit_names import Unit
from data.ingest.parsing.values import Unreadable
from data.ingest.reading import cells
from data.ingest.reading.columns import distinct, spread
from data.ingest.rows.figure_columns import add_results, add_targets, measures_of
from data.ingest.rows.number_style import NUMERIC, NumberStyles
from data.ingest.rows.typed_columns import TypedColumns, Wrong
from data.ingest.table.forms import UNIT_OF_MEASURE
from data.ingest.table.source import Table
from data.vietnamese import measures
from data.vietnamese.dates import said_day
from data.vietnamese.periods import period_begin, period_end, period_in_words

_SOURCE_CELLS = {cells.NUMBER: "number", cells.PERCENT: "percent", cells.DAY: "day"}  # what Excel made of a source


def typed(
    table: Table, catalogue: Catalogue, answers: Mapping[str, str], may_write: Callable[..., bool], territories: str
) -> tuple[pa.Table, list[Finding]]:
    """The rows of a table of figures, typed as ``queries/imports/incoming_claim.sql`` reads them, and all findings.

    Rows that a finding stops, and rows without any figure, are in it for the rules' sake; the former are not ``sound``. ``may_write(code, parent_code, province_code)``
    tells whose figures may be brought; ``territories`` says so in words.
    """
    sheet = TypedColumns(table, catalogue, answers)
    indicator = _indicators(sheet)
    measure, measures = measures_of(catalogue, indicator)
    sheet.styles = NumberStyles(table, sheet.answers, np.array([not kind.milestone for kind in measures])[measure])
    columns: dict[str, pa.Array | np.ndarray] = {
        "row_number": pa.array(table.row_numbers.astype(np.int64)),
        "level": sheet.words("cap", values.level, pa.string(), "cấp: tinh, huyen, xa hoặc chung"),
        "document": sheet.words("nguon", _document(sheet), pa.string()),
        "locator": sheet.words("vi_tri", values.words, pa.string()),
        "note": sheet.words("ghi_chu", values.words, pa.string()),
        "withdrawn": sheet.array("rut_lai", values.truth, pa.bool_()).fill_null(False),
    }
    _period_and_unit(sheet, columns, may_write, territories)
    _unknown_documents(sheet)
    _units_of_measure(sheet, indicator)
    for name in ("indicator_id", "unit_of_measure"):
        columns[name] = spread([getattr(indicator, name) for indicator in catalogue.indicators], indicator, pa.string())
    add_targets(sheet, columns, measure, measures)
    add_results(sheet, columns, measure, measures)
    sheet.findings = _behind_own_notes(sheet, _with_footnotes(sheet))
    ailing = {(finding.column, finding.found) for finding in table.findings if finding.code.startswith("text_")}
    findings = [*sheet.findings, *sheet.styles.findings]
    sound = [finding for finding in findings if (finding.column, finding.found) not in ailing]
    return _sound(sheet, columns, [*table.findings, *sound])


def _with_footnotes(sheet: TypedColumns) -> list[Finding]:
    """The findings, a number with the mark of a footnote with what stands behind that mark below the table."""
    texts = footnotes.texts(sheet.table.findings)
    return [
        _noted(finding, texts[finding.args["mark"]]) if finding.args.get("mark") in texts else finding
        for finding in sheet.findings
    ]


def _noted(finding: Finding, text: str) -> Finding:
    if finding.code != "number_footnote":
        return finding
    return replace(
        finding, args={**finding.args, "meaning": f": {text.rstrip('.')}"}, proposal={**finding.proposal, "ghi_chu": text}
    )


def _behind_own_notes(sheet: TypedColumns, findings: Sequence[Finding]) -> list[Finding]:
    """The findings, a proposed note behind what the note of its row says already."""
    if not sheet.has("ghi_chu"):
        return list(findings)
    notes, row_numbers = sheet.table.columns["ghi_chu"], sheet.table.row_numbers
    apart: list[Finding] = []
    for finding in findings:
        note = finding.proposal.get("ghi_chu")
        rows = np.asarray(finding.rows)
        codes = notes.codes[np.searchsorted(row_numbers, rows)] if note else np.array([], np.int32)
        for code in np.unique(codes).tolist():
            joined = "; ".join(filter(None, (cells.seen(notes.texts[code]), note)))
            apart.append(replace(finding, rows=rows[codes == code], proposal={**finding.proposal, "ghi_chu": joined}))
        if not note:
            apart.append(finding)
    return apart


def _indicators(sheet: TypedColumns) -> np.ndarray:
    """Index in the catalogue of each row's indicator; -1 where it is unknown."""
    indexes = {indicator.indicator_id: index for index, indicator in enumerate(sheet.catalogue.indicators)}
    upper = {code.upper(): index for code, index in indexes.items()}

    def reader(text: str) -> int | None:
        code = values.code(text)
        if code is None:
            return None
        index = indexes.get(code, upper.get(code.upper()))
        if index is None and (indicator := sheet.catalogue.indicator_named(code)):
            named.append((column.texts.index(text), "indicator_by_name", text, {"code": indicator.indicator_id}))
            return indexes[indicator.indicator_id]
        if index is None:
            nearest, meant = sheet.catalogue.nearest_indicator(code), sheet.catalogue.certain_indicator(code)
            raise Unreadable("indicator_unknown", nearest=nearest, proposal=meant)
        return index

    named: list[Wrong] = []
    column = sheet.table.columns["ma_chi_tieu"]
    read = sheet.distinct("ma_chi_tieu", reader, "mã chỉ tiêu, ví dụ CQ.06")
    sheet.find("ma_chi_tieu", column.codes, named)
    return np.array([-1 if index is None else index for index in read], dtype=np.int32)[column.codes]


def _units_of_measure(sheet: TypedColumns, indicator: np.ndarray) -> None:
    """What a column of units of measure says against the catalogue: '1.000 người' where people are counted."""
    if not sheet.has(UNIT_OF_MEASURE):
        return
    column, indicators = sheet.table.columns[UNIT_OF_MEASURE], sheet.catalogue.indicators
    combined, inverse = distinct(
        column.codes.astype(np.int64) * (len(indicators) + 1) + indicator + 1, len(column.texts) * (len(indicators) + 1)
    )
    wrong: list[Wrong] = []
    for number, (code, at) in enumerate(divmod(joined, len(indicators) + 1) for joined in combined.tolist()):
        text, unit = cells.seen(column.texts[code]), indicators[at - 1].unit_of_measure if at else ""
        if text and unit and not measures.names(text, unit):
            wrong.append((number, "unit_column_differs", text, {"indicator": indicators[at - 1].indicator_id, "unit": unit}))
    sheet.find(UNIT_OF_MEASURE, inverse, wrong)


def _document(sheet: TypedColumns) -> Callable[[str], str | None]:
    """Reads a document's number: as the store has it, else as the file spells it first."""
    spelled = _Spellings()

    def reader(text: str) -> str | None:
        number = _source(text, sheet)
        return number and (sheet.catalogue.document(number) or spelled.first(number))

    return reader


class _Spellings:
    """How a file spells each document that the store does not know: the first time counts."""

    def __init__(self) -> None:
        self._by_key: dict[str, list[str]] = {}

    def first(self, number: str) -> str:
        """The first spelling of the document that a text names."""
        alike = self._by_key.setdefault(document_numbers.bare_key(document_numbers.undated(number)), [])
        known = next((other for other in alike if document_numbers.same(other, number)), None)
        if known is None:
            alike.append(number)
        return known or number


def _source(text: str, sheet: TypedColumns) -> str | None:
    """The text of a source; one that a workbook keeps as a number, a day or a percentage is asked about. Raises Unreadable."""
    if text[:1] not in (cells.NUMBER, cells.PERCENT, cells.DAY):
        return _lettered(values.words(text), sheet)
    kind, as_text = _SOURCE_CELLS[text[:1]], _as_typed(text)
    if sheet.answers.get(f"source_{kind}:nguon") == "text":
        return as_text
    options = {"text": f"giữ “{as_text}” làm số hiệu văn bản", "no": "không phải, tôi sẽ sửa tệp"}
    title = sheet.table.called()["nguon"]
    question = Question(f"source_{kind}:nguon", f"Cột {title}: “{cells.shown(text)}” là văn bản nào?", options)
    proposal = {} if kind == "percent" else {"proposal": as_text}
    raise Unreadable(f"source_{kind}", typed=as_text, question=question, **proposal)


def _lettered(number: str | None, sheet: TypedColumns) -> str | None:
    """A number that is written in the letters of Viet Nam, or that the store has as it is. Raises Unreadable."""
    strange = document_numbers.strange_letters(number or "")
    if strange and number not in sheet.catalogue.documents:
        raise Unreadable("document_letters", letters=strange)
    return number


def _as_typed(text: str) -> str:
    """What was probably typed into a cell of which Excel made a number or a day: 05/10 for the day of this year."""
    shown = cells.seen(text)
    return shown[:5] if text[:1] == cells.DAY and len(shown) == 10 else shown


def _unknown_documents(sheet: TypedColumns) -> None:
    """A document that the register does not hold is said once, however often it is spelled; what looks like a slip is to be confirmed."""
    column = sheet.table.columns["nguon"]
    spellings = _Spellings()
    wrong: list[Wrong] = []
    for number, text in enumerate(column.texts):
        named = _kept_source(text, sheet)
        if named and (other := sheet.catalogue.other_day(named)):
            wrong.append((number, "document_day_differs", named, {"document": other[0], "issued": said_day(other[1])}))
        if named and not sheet.catalogue.document(named):
            spelled = spellings.first(named)
            nearest = sheet.catalogue.nearest_document(spelled)
            wrong.append(
                (number, "document_near", spelled, {"nearest": nearest}) if nearest else (number, "document_unknown", spelled, {})
            )
    sheet.find("nguon", column.codes, wrong)


def _kept_source(text: str, sheet: TypedColumns) -> str | None:
    """The text of a source, None where it is blank or found wanting already."""
    try:
        return _source(text, sheet)
    except Unreadable:
        return None


def _period_and_unit(sheet: TypedColumns, columns: dict[str, Any], may_write: Callable[..., bool], territories: str) -> None:
    """Year, period with its days, and the unit as it was then."""
    table = sheet.table
    years = sheet.distinct("nam", values.year, "năm, ví dụ 2023")
    named = sheet.distinct("ky", _period(sheet), "kỳ: N, 6T, 9T, Q1 đến Q4 hoặc T1 đến T12")
    periods = [period and period.code for period in named]
    texts = sheet.distinct("don_vi", values.code, "mã hoặc tên đơn vị")
    year, period, unit = (table.columns[header] for header in ("nam", "ky", "don_vi"))
    joined = (unit.codes.astype(np.int64) * len(years) + year.codes) * len(periods) + period.codes
    combined, inverse = distinct(joined, len(texts) * len(years) * len(periods))
    states: list[Unit | None] = []
    spans: list[tuple[date, date] | None] = []
    wrong: list[Wrong] = []
    forbidden: list[Wrong] = []
    for number, joined_code in enumerate(combined.tolist()):
        unit_code, rest = divmod(joined_code, len(years) * len(periods))
        year_code, period_code = divmod(rest, len(periods))
        text, state = texts[unit_code], None
        span = _span(years[year_code], periods[period_code])
        if span and text:
            try:
                state = sheet.catalogue.units.find(text, *span, may_write)
                if not may_write(state.code, state.parent_code, state.province_code):
                    forbidden.append(
                        (number, "territory_forbidden", sheet.catalogue.units.told_apart(state), {"territories": territories})
                    )
            except Unreadable as error:
                wrong.append((number, error.code, text, error.args_of))
        spans.append(span)
        states.append(state)
    _two_years(sheet, years, named)
    sheet.find("don_vi", inverse, wrong)
    sheet.find("don_vi", np.where(_speaks(sheet), inverse, -1), forbidden)
    columns |= {
        "year": year.mapped(years, pa.int16()),
        "period": spread(periods, period.codes, pa.string()),
        "period_begin": spread([span and span[0] for span in spans], inverse, pa.date32()),
        "period_end": spread([span and span[1] for span in spans], inverse, pa.date32()),
        "unit_id": spread([state and state.unit_id for state in states], inverse, pa.string()),
        "province_code": spread([state and state.province_code for state in states], inverse, pa.string()),
    }


def _period(sheet: TypedColumns) -> Callable[[str], values.Period | None]:
    """Reads a period; a bare number, or the first day of a month that Excel made of one, is asked about."""
    title = sheet.table.called()["ky"]

    def read(text: str) -> values.Period | None:
        year, meanings = values.bare_period(text)
        if not meanings:
            return values.period_and_year(text)
        shown = cells.seen(text)
        key = f"period_bare:ky:{shown}"
        if (answer := sheet.answers.get(key)) in meanings:
            return values.Period(meanings[answer], year)
        names = {how: period_in_words(code) for how, code in meanings.items()}
        one, other = names.values()
        question = Question(key, f"Cột {title}: “{shown}” là kỳ nào?", names)
        raise Unreadable("period_bare", one=one, other=other, question=question)

    return read


def _two_years(sheet: TypedColumns, years: Sequence[int | None], named: Sequence[values.Period | None]) -> None:
    """A period that names another year than its row does."""
    year, period = (sheet.table.columns[header] for header in ("nam", "ky"))
    for number, of_period in enumerate(named):
        said = of_period and of_period.year
        for other in np.unique(year.codes[period.codes == number]).tolist() if said else ():
            if years[other] not in (None, said):
                args = {"said": said, "year": years[other]}
                codes = np.where(year.codes == other, period.codes, -1)
                sheet.find("ky", codes, [(number, "period_year_differs", period.texts[number], args)])


@lru_cache(4_096)  # a large file asks for the same few hundred at each of its units
def _span(year: int | None, period: str | None) -> tuple[date, date] | None:
    """First and last day of a period, None where the year or the period is not known."""
    return (period_begin(year, period), period_end(year, period)) if year and period else None


def _speaks(sheet: TypedColumns) -> np.ndarray:
    """Which rows say anything about a figure; a row of the template that nobody filled in says nothing, whosever unit it names."""
    speaks = np.zeros(sheet.rows, dtype=bool)
    for header in (*NUMERIC, "rut_lai"):
        if sheet.has(header):
            column = sheet.table.columns[header]
            speaks |= np.array([bool(text) for text in column.texts], dtype=bool)[column.codes]
    return speaks


def _sound(sheet: TypedColumns, columns: dict[str, Any], findings: list[Finding]) -> tuple[pa.Table, list[Finding]]:
    """Mark the rows that a finding stops, and say which bring no figure."""
    is_valid = pa.compute.is_valid
    has_target, has_result = (is_valid(columns[name]).to_numpy(zero_copy_only=False) for name in ("target_text", "result_text"))
    withdrawn = columns["withdrawn"].to_numpy(zero_copy_only=False)
    both = withdrawn & ~has_target & ~has_result
    wrong = [np.asarray(finding.rows) for finding in findings if finding.severity in ("stop", "ask") and len(finding.rows)]
    stopped = np.isin(sheet.table.row_numbers, np.concatenate(wrong)) if wrong else np.zeros(sheet.rows, dtype=bool)
    silent = ~(has_target | has_result | withdrawn | stopped)
    source = sheet.table.columns["nguon"]
    nameless = ~silent & np.array([not text for text in source.texts], dtype=bool)[source.codes]
    if nameless.any():
        rows, lacks = sheet.table.row_numbers[nameless], {"expected": "số hiệu văn bản hoặc báo cáo nêu con số"}
        findings.append(Finding("needed", rows, "nguon", source.letter, "", lacks))
        stopped |= nameless
    if silent.any():
        rows = sheet.table.row_numbers[silent]
        shown = ", ".join(map(str, rows[:8].tolist())) + ("…" if len(rows) > 8 else "")
        findings.append(Finding("blank_form_rows", args={"count": len(rows), "rows": shown}))
    columns |= {
        "has_target": pa.array(has_target | both),
        "has_result": pa.array(has_result | both),
        "brings_targets": pa.array(sheet.table.has_cell("chi_tieu") & has_target.any()),
        "brings_results": pa.array(sheet.table.has_cell("ket_qua") & has_result.any()),
    }
    columns["sound"] = pa.array(~stopped)
    return pa.table(columns), findings
