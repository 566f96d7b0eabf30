"""What the texts of a file may mean: the store's indicators, units, documents and pillars."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import Any, NamedTuple

import duckdb

from data.ingest.cells import folded
from data.ingest.readings import Measure, Result, Target
from data.ingest.units import Change, Unit, Units
from data.ingest.values import Unreadable
from queries import imports


class Indicator(NamedTuple):
    """An indicator, as in the view ``indicator_catalogue``."""

    indicator_id: str
    short_name: str
    unit_of_measure: str
    direction: str
    kind: str
    levels: str


class Catalogue:
    """The catalogues of a store at one moment."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection) -> None:
        found = imports.catalogue(cursor)
        self.indicators = [Indicator(*row) for row in found["indicators"]]
        self.units = Units([Unit(*row) for row in found["units"]], [Change(*row) for row in found["changes"]])
        self.documents = [row[0] for row in found["documents"]]
        self._words = set(found["words"])
        self.pillars = [row[0] for row in found["pillars"]]

    def or_known(self, kind: str, read: Callable[[str, Measure], Any]) -> Callable[[str, Measure], Any]:
        """A reader of targets ('target') or results ('result') that lets wording pass which the store has for some figure.

        A rule then refuses the row unless the store says these words of this very figure.
        """
        in_words = Target(None, None, None, "") if kind == "target" else Result(None, None, None, "")

        def reader(text: str, measure: Measure) -> Any:
            try:
                return read(text, measure)
            except Unreadable:
                if (kind, text) in self._words:
                    return in_words._replace(written=text)
                raise

        return reader

    def nearest_indicator(self, text: str) -> str:
        """A sentence with the codes that look most like a text; never a decision."""
        by_code = {fact.indicator_id: fact for fact in self.indicators}
        names = {folded(fact.short_name): fact for fact in self.indicators}
        near = [by_code[code] for code in get_close_matches(text.upper(), list(by_code), n=3, cutoff=0.6)]
        near += [names[name] for name in get_close_matches(folded(text), list(names), n=2, cutoff=0.7)]
        told = [f"{fact.indicator_id} ({fact.short_name})" for fact in dict.fromkeys(near)][:3]
        return "Có phải: " + "; ".join(told) + "?" if told else "Xem mã ở tờ Danh mục của tệp mẫu."

    def nearest_document(self, text: str) -> str:
        """A sentence with the documents that look most like a text; never a decision."""
        names = {folded(number): number for number in self.documents}
        near = [names[name] for name in get_close_matches(folded(text), list(names), n=2, cutoff=0.75)]
        return " Có phải: " + "; ".join(near) + "?" if near else ""
