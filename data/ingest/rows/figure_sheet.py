"""A sheet of figures on its way into the ledgers: staged beside them, judged by the rules, written, compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Self

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from data.accounts.sign_in import Person
from data.ingest.changes import CellChange
from data.ingest.findings.finding import Finding
from data.ingest.parsing.lookups import Catalogue
from data.ingest.rows import second_numbers, twin_rows
from data.ingest.rows.figures import typed
from data.ingest.rows.ledger_order import in_ledger_order
from data.ingest.rule_findings import found_by_rules
from data.ingest.table.source import Table
from queries import imports
from queries.ledger import note_scope
from queries.rows import Rows

SHOWN = 2_000  # changes that a preview lists


class FigureSheet:
    """One sheet of figures: ``read``; inside a transaction ``stage``, then ``write``, then, once the figures are derived anew, ``compare``."""

    def __init__(self, table: Table, person: Person, answers: Mapping[str, str], day: date) -> None:
        self._table, self._person, self._answers, self._day = table, person, answers, day
        self.findings = list(table.findings)
        self.new_rows = 0
        self.left_out: list[tuple[int, str]] = []
        self.counts: Rows[Any] = Rows((), ())
        self.changes: Rows[Any] = Rows((), ())
        self.affected_status: Rows[Any] = Rows((), ())

    def read(self, cursor: duckdb.DuckDBPyConnection) -> Self:
        """Type the rows by the catalogues of the store; before anybody else has to wait."""
        self._catalogue = Catalogue(cursor)
        territories = self._catalogue.named(self._person.territories)
        rows, self._of_reading = typed(self._table, self._catalogue, self._answers, self._person.may_write, territories)
        self._rows = in_ledger_order(rows)
        self.findings = self._of_reading
        return self

    def provinces(self) -> Sequence[str]:
        """Codes of the provinces whose figures the typed rows touch."""
        return [code for code in self._rows["province_code"].unique().to_pylist() if code]

    def stage(self, cursor: duckdb.DuckDBPyConnection) -> None:
        """Judge the rows, and stage those that say something new; a transaction that is tried again stages them anew."""
        imports.stage(cursor, self._rows, self._person.reach, self._person.name)
        twins = twin_rows.found(imports.broken(cursor, "twice", self._day), self._table, self._answers)
        self.left_out = [claim for choice in twins for claim in choice.left_out]
        if self.left_out:
            imports.keep_stored(cursor, self.left_out)
        second = second_numbers.found(imports.broken(cursor, "first", self._day), self._table, self._answers)
        imports.keep_stored(cursor, second_numbers.not_taken(second))
        broken = self._catalogue.explained(found_by_rules(imports.broken(cursor, "before", self._day), self._table))
        broken = [finding for finding in broken if not self._set_aside(finding)]
        imports.leave_out(cursor, np.union1d(_stopped_rows(broken), twin_rows.unsettled(twins)))
        self.findings = [*self._of_reading, *(choice.finding for choice in twins), *broken, *second]
        self.new_rows = imports.to_write(cursor)

    def _set_aside(self, finding: Finding) -> bool:
        """Whether a finding speaks only of what another row was chosen for: of a cell that is not written, or of a row of which nothing is."""
        gone = set(self.left_out)
        if not gone or not len(finding.rows):
            return False
        rows = self._rows.filter(pc.is_in(self._rows["row_number"], pa.array(finding.rows, pa.int64())))
        said = [
            (row["row_number"], kind)
            for row in rows.select(["row_number", "has_target", "has_result"]).to_pylist()
            for kind, header in twin_rows.HEADERS.items()
            if row[f"has_{kind}"] and finding.column not in set(twin_rows.HEADERS.values()) - {header}
        ]
        return gone.issuperset(said)

    def unread_cells(self) -> list[CellChange]:
        """The cells in whose place those of another row were chosen, as blanks."""
        return [change for row, kind in self.left_out for change in twin_rows.blanked(self._table, row, kind)]

    def write(self, cursor: duckdb.DuckDBPyConnection, upload_id: int) -> None:
        """Append what is new to the ledgers."""
        imports.write_figures(cursor, upload_id)
        note_scope(cursor, upload_id)

    def compare(self, cursor: duckdb.DuckDBPyConnection, upload_id: int, today: date) -> None:
        """What the figures became."""
        imports.compare(cursor, upload_id)
        self.findings += found_by_rules(imports.broken(cursor, "after", today), self._table)
        self.counts = imports.answer(cursor, "difference_count")
        self.changes = imports.answer(cursor, "difference_list", most=SHOWN)
        self.affected_status = imports.affected_status(cursor)


def _stopped_rows(findings: Sequence[Finding]) -> np.ndarray:
    """Row numbers that a finding stops, each once."""
    stopped = [np.asarray(finding.rows, np.int64) for finding in findings if finding.severity == "stop"]
    return np.unique(np.concatenate(stopped)) if stopped else np.array([], np.int64)
