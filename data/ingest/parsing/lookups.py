"""What the texts of a file may mean: the store's indicators, units, documents and pillars."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple

import duckdb

from data.ingest.findings.finding import Finding, proposed
from data.ingest.parsing import document_numbers
from data.ingest.parsing.nearest import Nearest
from data.ingest.parsing.target_and_result import Measure, Result, Target
from data.ingest.parsing.unit_names import Change, Unit, Units
from data.ingest.parsing.values import Unreadable
from data.vietnamese.text import folded
from queries import imports

_DIGITS = str.maketrans("OILSB", "01158")  # letters that look like digits


class Indicator(NamedTuple):
    """An indicator, as in the view ``indicator_catalogue``."""

    indicator_id: str
    short_name: str
    unit_of_measure: str
    direction: str
    kind: str
    levels: str
    name: str


class Catalogue:
    """The catalogues of a store at one moment."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        known = imports.catalogue(cursor)
        self.indicators = [Indicator(*row) for row in known["indicators"]]
        self.units = Units([Unit(*row) for row in known["units"]], [Change(*row) for row in known["changes"]])
        self._documents = {document: (registered, unit_code) for document, registered, unit_code, _ in known["documents"]}
        self._issued = {document: issued_on for document, *_, issued_on in known["documents"] if issued_on}
        self.documents = list(self._documents)
        register_last = sorted(self._documents, key=lambda document: self._documents[document][0])
        self._spelled = {document_numbers.key(document): document for document in register_last}
        in_register = [document for document, (registered, _) in self._documents.items() if registered]
        self._register = {
            of(document): document for of in (document_numbers.bare_key, document_numbers.key) for document in in_register
        }
        self._by_number: dict[str, list[str]] | None = None
        self._words = set(known["words"])
        self._passed: dict[tuple[str, str], Unreadable] = {}
        self._by_name: dict[str, list[Indicator]] = {}
        self._codes = {indicator.indicator_id: indicator for indicator in self.indicators}
        self._names = {folded(indicator.short_name): indicator for indicator in self.indicators}
        self._near_codes, self._near_names = Nearest(self._codes), Nearest(self._names)
        self._alike: dict[str, list[Indicator]] = {}
        for indicator in self.indicators:
            for key in {_bare(indicator.indicator_id), _bare(indicator.indicator_id, _DIGITS)}:
                self._alike.setdefault(key, []).append(indicator)
        self.pillars = [row[0] for row in known["pillars"]]

    def or_known(self, kind: str, read: Callable[[str, Measure], Any]) -> Callable[[str, Measure], Any]:
        """A reader of targets ('target') or results ('result') that lets wording pass which the store has for some figure.

        A rule then refuses the row unless the store says these words of this very figure.
        """
        in_words = Target(None, None, None, "") if kind == "target" else Result(None, None, None, "")

        def reader(text: str, measure: Measure) -> Any:
            try:
                return read(text, measure)
            except Unreadable as error:
                if (kind, text) in self._words:
                    self._passed[kind, text] = error
                    return in_words._replace(written=text)
                raise

        return reader

    def explained(self, findings: Sequence[Finding]) -> list[Finding]:
        """Findings in which wording that was let pass, and is not known of this figure after all, is refused for its own reason."""
        kinds = {"chi_tieu": "target", "ket_qua": "result"}
        explained = []
        for finding in findings:
            error = self._passed.get((kinds.get(finding.column, ""), finding.found))
            if error and finding.code == "words_not_known" and error.code != "not_a_number":
                proposal = proposed(finding.column, error.args_of)
                finding = replace(finding, code=error.code, args=error.args_of, proposal=proposal)
            explained.append(finding)
        return explained

    def named(self, codes: Sequence[str]) -> str:
        """Territories by name, for a message; '*' needs none."""
        names = [self.units.name_of(code) for code in codes if code != "*"]
        return ", ".join(names) or "chưa được giao địa bàn nào"

    def indicator_named(self, text: str) -> Indicator | None:
        """The one indicator that has this very name or short name, whatever its case and marks; None when there is none, or another."""
        if not self._by_name:
            for indicator in self.indicators:
                for name in {folded(indicator.name), folded(indicator.short_name)}:
                    self._by_name.setdefault(name, []).append(indicator)
        named = self._by_name.get(folded(text), [])
        return named[0] if len(named) == 1 else None

    def nearest_indicator(self, text: str) -> str:
        """A sentence with the codes that look most like a text; never a decision."""
        alike = self._same_but_for_writing(text)
        near = alike + [self._codes[code] for code in self._near_codes.to(text.upper(), 3, 0.6)]
        near += [self._names[name] for name in self._near_names.to(folded(text), 2, 0.7)]
        labels = [f"{indicator.indicator_id} ({indicator.short_name})" for indicator in dict.fromkeys(near)][:3]
        return "Có phải: " + "; ".join(labels) + "?" if labels else "Xem mã ở tờ Danh mục của tệp mẫu."

    def certain_indicator(self, text: str) -> str | None:
        """The one code that differs from a text only in punctuation, noughts, or letters that look like digits; else None."""
        alike = self._same_but_for_writing(text)
        return alike[0].indicator_id if len(alike) == 1 else None

    def _same_but_for_writing(self, text: str) -> list[Indicator]:
        alike = [indicator for key in (_bare(text), _bare(text, _DIGITS)) for indicator in self._alike.get(key, ())]
        return list(dict.fromkeys(alike))

    def document(self, text: str) -> str | None:
        """The number under which the store has a document, in the register or cited by some figure, however it is typed."""
        return self._spelled.get(document_numbers.key(text)) or self._with_addition(text) or self._cited_as(text)

    def _cited_as(self, text: str) -> str | None:
        """The one number that some figure cites and the register does not hold, of which a text says the kind, or the day, more or less."""
        alike = self._cited().get(document_numbers.bare_key(document_numbers.undated(text)), [])
        same = [number for number in alike if document_numbers.same(number, text)]
        return same[0] if len(same) == 1 else None

    def _cited(self) -> dict[str, list[str]]:
        """The documents that the register does not hold, by their numbers without kind and day; looked through at the first need."""
        if self._by_number is None:
            self._by_number = {}
            for document in (document for document, (registered, _) in self._documents.items() if not registered):
                self._by_number.setdefault(document_numbers.bare_key(document_numbers.undated(document)), []).append(document)
        return self._by_number

    def other_day(self, text: str) -> tuple[str, date] | None:
        """The document that a text names, and its day, where the register says another one than the text does."""
        said, number = document_numbers.said_day(text), self.document(text)
        issued = self._issued.get(number or "")
        return (number, issued) if number and said and issued and said != issued else None

    def _with_addition(self, text: str) -> str | None:
        """The number in the register before which a text says what kind of document it is, or behind which its day, or that it is the
        province's."""
        near = (self._register.get(key) for key in document_numbers.without_addition(text))
        return next((number for number in near if number), None)

    def registered(self, text: str) -> str | None:
        """The number of a document in the register, however it is typed; None when the register does not hold it."""
        number = self.document(text)
        return number if number and self._documents[number][0] else None

    def owner_of(self, document: str) -> str | None:
        """Code of the unit whose document the register says it is; None for the central government, or where it is not registered."""
        return self._documents[document][1]

    def nearest_document(self, text: str) -> str:
        """A sentence with the documents of which a text may be a misprint, '' for none; never a decision."""
        near = document_numbers.slips(text, self.documents)
        return f"Có phải: {'; '.join(near)}?" if near else ""


def _bare(code: str, letters: Mapping[int, int] = MappingProxyType({})) -> str:
    """A code without punctuation and leading zeros: CQ.06, CQ.6 and cq06 are alike; with some letters read as digits CQ.O6, too."""
    return re.sub(r"(?<![0-9])0+(?=[0-9])", "", re.sub(r"[^A-Z0-9]", "", code.upper()).translate(letters))
