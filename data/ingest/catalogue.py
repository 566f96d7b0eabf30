"""What the texts of a file may mean: the store's indicators, units, documents and pillars."""

from __future__ import annotations

from difflib import get_close_matches
from typing import NamedTuple

import duckdb

from data.ingest.cells import folded
from data.ingest.units import Change, Unit, Units
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
        self.pillars = [row[0] for row in found["pillars"]]

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
        return "Có phải: " + "; ".join(near) + "?" if near else ""
