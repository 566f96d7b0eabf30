"""A table of figures on its way to types: each distinct text of a column is read once, what is wrong is found at every row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from data.ingest.findings.finding import Finding, proposed
from data.ingest.given_answers import Answers
from data.ingest.parsing.lookups import Catalogue
from data.ingest.parsing.values import Unreadable
from data.ingest.reading import cells
from data.ingest.reading.columns import Column, grouped_rows, spread
from data.ingest.rows.number_style import NumberStyles
from data.ingest.table.source import Table

_MANY = 2_000  # findings of one cause in one column that are told apart
Wrong = tuple[int, str, str, Mapping[str, Any]]  # code number, code of the finding, text, arguments


class TypedColumns:
    """A table of figures being typed: typed arrays by name, and what was found on the way."""

    def __init__(self, table: Table, catalogue: Catalogue, answers: Mapping[str, str]) -> None:
        self.table, self.catalogue, self.answers = table, catalogue, Answers.of(answers)
        self.findings: list[Finding] = []
        self.rows = len(table)
        self._blank: dict[pa.DataType, pa.Array] = {}
        self.styles: NumberStyles  # once the rows' indicators are known

    def has(self, header: str) -> bool:
        """Whether the file has the column."""
        return header in self.table.columns

    def distinct(self, header: str, reader: Callable[[str], Any], needed: str = "") -> list[Any]:
        """The value of each distinct text of a column; None where blank or wrong. ``needed``: what a blank lacks, in Vietnamese."""
        column = self.table.columns[header]
        read: list[Any] = []
        wrong: list[Wrong] = []
        for number, text in enumerate(column.texts):
            try:
                value = reader(text)
                if value is None and needed:
                    wrong.append((number, "needed", text, {"expected": needed}))
            except Unreadable as error:
                value = None
                wrong.append((number, error.code, text, error.args_of))
            read.append(value)
        self.find(header, column.codes, wrong)
        return read

    def blank(self, kind: pa.DataType) -> pa.Array:
        """A column without any value; one array for all of a type, because those of numbers take 16 bytes a row."""
        if kind not in self._blank:
            self._blank[kind] = pa.nulls(self.rows, kind)
        return self._blank[kind]

    def array(self, header: str, reader: Callable[[str], Any], kind: pa.DataType, needed: str = "") -> pa.Array:
        """The typed column; all null when the file does not have it."""
        if not self.has(header):
            return self.blank(kind)
        return self.table.columns[header].mapped(self.distinct(header, reader, needed), kind)

    def words(self, header: str, reader: Callable[[str], Any], kind: pa.DataType, needed: str = "") -> pa.Array:
        """The typed column with each distinct value kept once; all null when the file does not have it."""
        if not self.has(header):
            return self.blank(kind)
        return spread(self.distinct(header, reader, needed), self.table.columns[header].codes, kind)

    def find(self, header: str, codes: np.ndarray, wrong: Sequence[Wrong]) -> None:
        """Findings about the rows that hold each code number of ``wrong``."""
        if not wrong:
            return
        column = self.table.columns[header]
        rows_of = grouped_rows(codes, self.table.row_numbers)
        alike: dict[tuple[str, str, str], list[tuple[np.ndarray, Mapping[str, Any]]]] = {}
        for number, code, text, args in wrong[:_MANY]:
            rows = rows_of(number)
            if len(rows):
                alike.setdefault((code, text, repr(args)), []).append((rows, args))
        for (code, text, _), group in alike.items():
            rows = np.sort(np.concatenate([rows for rows, _ in group]))
            self.findings.append(_finding(code, rows, column, text, group[0][1]))
        rest = [number for number, *_ in wrong[_MANY:]]
        if rest:
            rows = self.table.row_numbers[np.isin(codes, rest)]
            _, code, text, args = wrong[_MANY]
            self.findings.append(_finding(code, rows, column, text, args))


def _finding(code: str, rows: np.ndarray, column: Column, text: str, args: Mapping[str, Any]) -> Finding:
    """A finding about cells of a column, with what its reader proposes instead."""
    proposal = proposed(column.header, args)
    return Finding(code, rows, column.header, column.letter, cells.shown(text), args, proposal=proposal)
