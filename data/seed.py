"""The first data: the five documents' figures, transcribed into ``data/seed``, as upload 1."""

from __future__ import annotations

import calendar
import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from data.ingest.forms import Row, read_table
from data.ingest.problems import BadFile, Problem
from queries.ledger import append, note_scope, open_upload
from queries.store import Store

FOLDER = Path(__file__).parent / "seed"
FILES = {  # file -> tables; a row of figures.csv holds a target, a result or both
    "pillars.csv": ("pillar",),
    "units.csv": ("unit_state",),
    "unit_lineage.csv": ("unit_change",),
    "documents.csv": ("document",),
    "indicators.csv": ("indicator",),
    "figures.csv": ("target", "result"),
}
_OPEN_START = date(2016, 1, 1)


def sow(store: Store, folder: Path = FOLDER, report: Callable[[str], None] = lambda _: None) -> int:
    """Write the seed as upload 1 into an empty store; returns the number of ledger rows.

    ``report`` is told, in Vietnamese, what is being done. Raises BadFile with all problems of a file.
    """
    rows = {}
    for name, tables in FILES.items():
        report(f"Đang đọc {name}")
        rows[name] = read_table(folder / name, *tables)
    ledger: dict[str, list[dict[str, Any]]] = {
        tables[0]: [row.of(tables[0]) for row in rows[name]] for name, tables in FILES.items() if len(tables) == 1
    }
    for unit in ledger["unit_state"]:
        unit["unit_id"] = unit_id(unit["code"], unit["valid_from"])
    ledger["target"], ledger["result"] = figures(rows["figures.csv"], ledger["unit_state"])
    count = sum(len(found) for found in ledger.values())

    def change(cursor) -> int:
        upload = open_upload(
            cursor, kind="seed", file_name="data/seed", file_sha256=fingerprint(folder), uploaded_by="system", row_count=count
        )
        for table, found in ledger.items():
            report(f"Đang ghi {len(found)} dòng")
            append(cursor, table, [{"upload_id": upload, **row} for row in found])
        note_scope(cursor, upload)
        return count

    return store.write(change)


def unit_id(code: str, valid_from: date) -> str:
    """Name of one state of a unit: its code, with ``-yyyymm`` behind it when the state began later than the lists."""
    return code if valid_from == _OPEN_START else f"{code}-{valid_from:%Y%m}"


def period_end(year: int, period: str) -> date:
    """Last day of a period: N, Qn, Tn (month n) or nT (first n months)."""
    if period == "N":
        month = 12
    elif period.startswith("Q"):
        month = 3 * int(period[1:])
    else:
        month = int(period.replace("T", ""))
    return date(year, month, calendar.monthrange(year, month)[1])


def figures(rows: list[Row], units: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Rows of the figures file as rows of the tables ``target`` and ``result``.

    A figure belongs to the unit as it was at the end of its period, or, where the unit ended within the
    period, to its last state. Raises BadFile for an unknown unit or a row without any figure.
    """
    by_code: dict[str, list[dict[str, Any]]] = {}
    for unit in sorted(units, key=lambda unit: unit["valid_from"]):
        by_code.setdefault(unit["code"], []).append(unit)
    targets, results, problems = [], [], []
    for row in rows:
        code, end = row.values["don_vi"], period_end(row.values["nam"], row.values["ky"])
        states = [unit for unit in by_code.get(code, []) if unit["valid_from"] <= end]
        if not states:
            problems.append(Problem("figures.csv", row.number, "don_vi", code, "mã một đơn vị có trong kỳ này"))
            continue
        place = {
            "unit_id": states[-1]["unit_id"],
            "province_code": states[-1]["province_code"],
            "row_number": row.number,
            "withdrawn": False,
        }
        if row.values["chi_tieu"]:
            targets.append({**row.of("target"), **place})
        if row.values["ket_qua"]:
            results.append({**row.of("result"), **place})
        if not (row.values["chi_tieu"] or row.values["ket_qua"]):
            problems.append(Problem("figures.csv", row.number, "chi_tieu", "", "mục tiêu hoặc kết quả"))
    if problems:
        raise BadFile(problems)
    return targets, results


def fingerprint(folder: Path) -> str:
    """SHA-256 over the bytes of the seed files in the order of ``FILES``."""
    digest = hashlib.sha256()
    for name in FILES:
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()
