"""The first data: the five documents' figures, transcribed into ``data/seed``, as upload 1."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from data.ingest.findings.finding import Finding, Refused
from data.ingest.parsing.lookups import Catalogue
from data.ingest.rows.catalogue_rows import rows_of, unmarked
from data.ingest.rows.figures import typed
from data.ingest.rows.ledger_order import in_ledger_order
from data.ingest.rule_findings import found_by_rules
from data.ingest.table.forms import Form, form_of, forms
from data.ingest.table.source import Source, Table
from data.seed_folder import FOLDER as FOLDER
from data.seed_folder import SeedProblem
from data.version import VERSION
from queries import imports
from queries.derived_catalogues import renew
from queries.ledger import append, note_scope, open_upload
from queries.store import Store

CATALOGUES = {  # file -> table
    "pillars.csv": "pillar",
    "units.csv": "unit_state",
    "unit_lineage.csv": "unit_change",
    "documents.csv": "document",
    "indicators.csv": "indicator",
    "tasks.csv": "planned_task",
    "task_states.csv": "task_state",
    "task_links.csv": "task_link",
    "budgets.csv": "budget_line",
    "remarks.csv": "document_remark",
    "deadlines.csv": "deadline",
    "weights.csv": "weight",
}
FIGURES = "figures.csv"
OPTIONAL = (
    "tasks.csv",
    "task_states.csv",
    "task_links.csv",
    "budgets.csv",
    "remarks.csv",
    "weights.csv",
)  # a folder without them has none
_OPEN_START = date(2016, 1, 1)
_LEFT_OUT = {
    "column_unknown", "blank_form_rows", "title_skipped", "numbering_skipped", "section_skipped", "total_skipped", "signature_skipped", "row_repeated",
}  # fmt: skip


class BadSeed(SeedProblem):
    """The seed files hold something wrong; the text names file, row, column, what was found and what is expected.

    ``findings`` are all that speak against the file.
    """

    def __init__(self, name: str, findings: Sequence[Finding]) -> None:
        super().__init__(f"{name}: " + "\n".join(map(_line, findings)))
        self.findings = list(findings)


def load_seed(
    store: Store,
    folder: Path = FOLDER,
    report: Callable[[str], None] = lambda _: None,
    kind: str = "seed",
    file_name: str = "data/seed",
    uploaded_at: datetime | None = None,
) -> int:
    """Write the seed as upload 1 into an empty store; returns the number of ledger rows.

    The figures go the way of every upload: the same reading, the same rules. ``report`` is told, in Vietnamese, what
    is being done; ``kind``, ``file_name`` and ``uploaded_at`` (UTC; now unless given) are those of the upload ('sample' marks invented
    figures). Raises BadSeed with all
    problems of a file.
    """
    figures, ledger = read_seed(folder, report)
    count = sum(map(len, ledger.values()))

    def change(cursor: duckdb.DuckDBPyConnection) -> int:
        upload = open_upload(
            cursor,
            kind=kind,
            file_name=file_name,
            file_sha256=fingerprint(folder),
            uploaded_by="system",
            row_count=count + len(figures),
            program_version=VERSION,
            territories="*",
            **({} if uploaded_at is None else {"uploaded_at": uploaded_at}),
        )
        for table, rows in ledger.items():
            report(f"Đang ghi {len(rows)} dòng")
            append(cursor, table, [{"upload_id": upload, **row} for row in rows])
        renew(cursor, upload, [])
        findings = stage_figures(cursor, figures)
        stop_figures(cursor, figures, findings, own_day(ledger["document"]))
        imports.write_figures(cursor, upload)
        note_scope(cursor, upload)
        return count + imports.to_write(cursor)

    return store.write(change)


def load_figures(store: Store, files: Sequence[tuple[datetime, Path]], kind: str, file_name: str) -> None:
    """Write files of figures, each as an upload of its own that came in at its moment (UTC), all in one transaction. Raises BadSeed."""
    read = [(at, path, _read(path.parent, path.name, forms()["figures"])) for at, path in files]

    def change(cursor: duckdb.DuckDBPyConnection) -> None:
        for at, path, figures in read:
            upload = open_upload(
                cursor, kind=kind, file_name=file_name, file_sha256=hashlib.sha256(path.read_bytes()).hexdigest(), uploaded_by="system",
                row_count=len(figures), program_version=VERSION, territories="*", uploaded_at=at,
            )  # fmt: skip
            stop_figures(cursor, figures, stage_figures(cursor, figures), at.date())
            imports.write_figures(cursor, upload)
            note_scope(cursor, upload)

    if read:
        store.write(change)


def read_seed(folder: Path, report: Callable[[str], None]) -> tuple[Table, dict[str, list[dict[str, Any]]]]:
    """The table of figures, and the rows of each catalogue by its table. Raises BadSeed."""
    tables = {}
    for name in _names(folder):
        report(f"Đang đọc {name}")
        tables[name] = _read(folder, name, form_of(CATALOGUES[name]) if name in CATALOGUES else forms()["figures"])
    ledger = {table: _rows(name, tables[name]) for name, table in CATALOGUES.items() if name in tables}
    for unit in ledger["unit_state"]:
        unit["unit_id"] = unit_id(unit["code"], unit["valid_from"])
    return tables[FIGURES], ledger


def stage_figures(cursor: duckdb.DuckDBPyConnection, figures: Table) -> list[Finding]:
    """Stage the figures, typed by the catalogues of the transaction, and return what was found in reading them."""
    sheet, findings = typed(figures, Catalogue(cursor), {}, lambda *_: True, "")
    imports.stage(cursor, in_ledger_order(sheet))
    return findings


def stop_figures(cursor: duckdb.DuckDBPyConnection, figures: Table, findings: list[Finding], day: date) -> None:
    """Judge the staged figures by the rules of every upload. Raises BadSeed."""
    _stop(FIGURES, [*findings, *found_by_rules(imports.broken(cursor, "before", day), figures)])


def own_day(documents: Sequence[dict[str, Any]]) -> date:
    """The day on which the seed is judged: that of its newest document. The machine's clock cannot make it wrong."""
    return max(document["order_on"] for document in documents if document["order_on"])


def _names(folder: Path) -> list[str]:
    """The files of a seed in the order in which they are read."""
    return [name for name in (*CATALOGUES, FIGURES) if name not in OPTIONAL or (folder / name).exists()]


def _read(folder: Path, name: str, form: Form) -> Table:
    try:
        table = Source((folder / name).read_bytes()).table(form, {})
    except Refused as error:
        raise BadSeed(name, error.findings) from error
    _stop(name, table.findings)
    return table


def _rows(name: str, table: Table) -> list[dict[str, Any]]:
    rows, findings = rows_of(table)
    _stop(name, findings)
    blank = unmarked(CATALOGUES[name])
    return [{**row, **{column: row.get(column) or False for column in blank}} for _, row in rows]


def _stop(name: str, findings: list[Finding]) -> None:
    """Refuse what stops an upload, and whatever an upload would leave out: of the documents nothing may be lost."""
    wrong = [finding for finding in findings if finding.severity in ("stop", "ask") or finding.code in _LEFT_OUT]
    if wrong:
        raise BadSeed(name, wrong)


def _line(finding: Finding) -> str:
    others = len(finding.rows) - 1
    return finding.text() + (f" (và {others} dòng khác)" if others > 0 else "")


def unit_id(code: str, valid_from: date) -> str:
    """Name of one state of a unit: its code, with ``-yyyymm`` behind it when the state began later than the lists."""
    return code if valid_from == _OPEN_START else f"{code}-{valid_from:%Y%m}"


def fingerprint(folder: Path) -> str:
    """SHA-256 over the bytes of the seed files in the order in which they are read."""
    digest = hashlib.sha256()
    for name in _names(folder):
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()
