"""The rows of a workbook, read by a child process with limits on memory and time."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from data.ingest.findings.finding import refuse
from data.ingest.reading import workbook_child
from data.ingest.reading.file_type import MAX_COLUMNS, MAX_ROWS, MAX_UNZIPPED
from data.operations.turns import Busy, Turns

_ROOT = Path(__file__).parents[3]
_TURNS = Turns(2)  # children at once: each may take as much memory as ``workbook_child`` allows
_MARGIN = 30  # seconds beyond the child's own processor time


@dataclass
class Sheet:
    """A sheet's filled rows: (row number, cells); numbers of rows and columns that are hidden, and merged ranges (first row, first
    column, last row, last column), counted from 1."""

    name: str
    hidden: bool
    hidden_columns: frozenset[int] = frozenset()
    records: list[tuple[int, list[str]]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)


def sheets_of(data: bytes, kind: str) -> list[Sheet]:
    """Every sheet of a workbook of a kind ('xlsx', 'xls', 'ods'), in order; waits while others are read (``data.operations.turns.waits_told``).

    Raises Refused (damaged, too large, too slow); never harms this process.
    """
    try:
        with _TURNS.turn():
            return _in_child(data, kind)
    except Busy:
        raise refuse("file_busy") from None


def _in_child(data: bytes, kind: str) -> list[Sheet]:
    with tempfile.TemporaryDirectory(prefix="workbook-") as folder:
        path = Path(folder) / f"workbook.{kind}"
        path.write_bytes(data)
        with (Path(folder) / "rows").open("w+b") as out:
            try:
                subprocess.run(
                    [
                        sys.executable,
                        "-m",
                        workbook_child.__name__,
                        kind,
                        str(path),
                        str(MAX_ROWS),
                        str(MAX_COLUMNS),
                        str(MAX_UNZIPPED),
                    ],
                    cwd=_ROOT,
                    stdout=out,
                    stderr=subprocess.DEVNULL,
                    stdin=subprocess.DEVNULL,
                    timeout=workbook_child.SECONDS + _MARGIN,
                    check=False,
                )
            except subprocess.TimeoutExpired:
                raise refuse("file_slow") from None
            out.seek(0)
            return _read(out)


def _read(lines: Iterable[bytes]) -> list[Sheet]:
    """The sheets that the child wrote, a JSON line each."""
    sheets: list[Sheet] = []
    for line in lines:
        try:
            message = json.loads(line)
        except ValueError:
            break  # the child died in the middle of a line
        if isinstance(message, list):
            row, hidden, cells = message
            sheets[-1].records.append((row, cells))
            if hidden:
                sheets[-1].hidden_rows.add(row)
        elif "sheet" in message:
            sheets.append(Sheet(message["sheet"], message["hidden"], frozenset(message["columns"])))
        elif "merges" in message:
            sheets[-1].merges = [(top, left, bottom, right) for top, left, bottom, right in message["merges"]]
        elif "error" in message:
            limits = {"file_bomb": MAX_UNZIPPED // 2**20, "too_many_rows": MAX_ROWS, "too_many_columns": MAX_COLUMNS}
            limit = limits.get(message["error"], 0)
            raise refuse(message["error"], limit=limit, size=f"hơn {limit}", at=message.get("at", ""))
        elif message.get("done"):
            return sheets
    raise refuse("file_slow")
