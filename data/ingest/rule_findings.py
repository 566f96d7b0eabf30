"""What the rules of ``queries/rules`` found, as findings at their cells of the file."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from data.ingest.findings.finding import Finding, proposed
from data.ingest.findings.sentences import FINDINGS
from data.ingest.table.places import row_of
from data.ingest.table.source import Table
from data.vietnamese import numbers, terms
from data.vietnamese.dates import said_day
from data.vietnamese.periods import period_name
from queries.sqlfile import sql_file

if TYPE_CHECKING:
    import pandas as pd

_TOGETHER = {"period_running"}  # rules whose rows are mended by one and the same text
_APART = 500  # findings of one rule that are told apart


def found_by_rules(broken: list[tuple[str, pa.Table]], table: Table) -> list[Finding]:
    """A finding for each row that a rule names, one for all rows that lack the same day; the code of the finding is the rule's name.
    A rule's column ``proposal`` is what the cell should hold instead."""
    findings = []
    for name, rows in broken:
        row_numbers = rows["row_number"].to_numpy()
        first = rows.slice(0, _APART + 1).to_pylist()
        groups: dict[Any, list[int]] = {}
        for at, row in enumerate(first[:_APART]):
            told = repr({**row, "row_number": None}) if name in _TOGETHER else at
            groups.setdefault(told, []).append(at)
        findings += [_finding(name, row_numbers[places], first[places[0]], table) for places in groups.values()]
        if len(first) > _APART:
            findings.append(_finding(name, row_numbers[_APART:], first[-1], table))
    return findings


def _sentence_of(name: str) -> str:
    """The name of a rule that has its sentence. Raises LookupError, which says where to write it, for one without."""
    if name not in FINDINGS:
        raise LookupError(
            f"queries/rules/{name}.sql has no sentence: write one under '{name}' in data/ingest/findings/sentences.py"
        )
    return name


def _finding(name: str, rows: np.ndarray, row: dict[str, Any], table: Table) -> Finding:
    unit = "%" if row.get("unit_of_measure") == "%" else ""
    args = {key: _as_text(key, value, unit) for key, value in row.items() if key not in ("row_number", "header")}
    text = args.pop("found", "")
    header = row.get("header") or ""
    if header in ("tu_so", "mau_so") and not {"tu_so", "mau_so"} & set(table.columns):  # a fraction written as the result: 17/16
        header = "ket_qua"
    column = table.columns.get(header)
    letter = column.letter if column else ""
    return Finding(
        _sentence_of(name), rows, header, letter, text, args, proposal=proposed(header, args) if row.get("proposal") else {}
    )


def _as_text(key: str, value: Any, unit: str) -> str:
    if value is None:
        return "trống"
    if isinstance(value, Decimal):
        return numbers.grouped(value) + (unit if key in ("found", "before", "value", "computed", "neighbour") else "")
    if isinstance(value, date):
        return said_day(value)
    if key == "level":
        return terms.LEVELS.get(value, value)
    if key == "levels":
        return ", ".join(terms.LEVELS.get(terms.LEVEL_WORDS.get(level, ""), level) for level in value.split("/"))
    if (
        key in ("found", "period")
        and "/" in str(value)
        and str(value).rpartition("/")[2].isdigit()
        and str(value)[:1] in "NQT0123456789"
    ):
        period, _, year = str(value).rpartition("/")
        return period_name(int(year), period) if period and (period[0] in "NQT" or period.endswith("T")) else str(value)
    return terms.STATUSES.get(value, str(value)) if key in ("before", "after") else str(value)


def sentence_of_check(check: str, rows: pd.DataFrame) -> str:
    """What a failed check of ``queries/checks`` says, in Vietnamese."""
    return f"{sql_file('checks', check).sentence.rstrip('.')} ({len(rows)} dòng)"


def example_of_check(rows: pd.DataFrame) -> str:
    """The first row that a failed check found, as a person reads it."""
    row = rows.iloc[0].dropna()
    locator = (
        f"dòng {row_of(row['row_number'])} của lần cập nhật {row['upload_id']}"
        if {"row_number", "upload_id"} <= set(row.index)
        else ""
    )
    values = row.drop(["upload_id", "row_number"], errors="ignore")
    texts = (numbers.written(Decimal(str(value))) if isinstance(value, float) else str(value) for value in values)
    return ", ".join([*texts, *([locator] if locator else [])])
