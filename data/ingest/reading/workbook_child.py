"""Reads one workbook in a process of its own: path in, one JSON line a row out. Whatever happens here, the server lives.

Lines: {"sheet": name, "hidden": bool, "columns": [hidden ones]} before each sheet, then [row, hidden, [cells...]] for every row that is
not blank, {"merges": [[first row, first column, last row, last column]...]} where cells are merged, {"done": true} at the end;
{"error": code, "at": cell} instead of all when the workbook cannot be read.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

from data.ingest.reading import ods_sheets, xls_sheets, xlsx_sheets
from data.ingest.reading.sheet_limits import BeyondLimit, Limits

MEMORY = 3 * 2**30
SECONDS = 60
_TINY = re.compile(rb"<(?:\w+:)?si[ />]|<(?:\w+:)?c(?: [^<>]{0,60})?/>")  # strings of the workbook, and cells without content
_MOST_TINY = 3_000_000  # of them in parts that are packed as no real sheet is
_PACKED = 50  # times smaller: a filled sheet is packed 5 to 20 times
_READERS = {"xlsx": xlsx_sheets.lines, "xls": xls_sheets.lines, "ods": ods_sheets.lines}


def main(kind: str, path: str, max_rows: int, max_columns: int, max_unzipped: int) -> None:
    """Write the rows of every sheet of ``path``, a workbook of a ``kind`` ('xlsx', 'xls', 'ods'), to standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
    resource.setrlimit(resource.RLIMIT_FSIZE, (2**30, 2**30))
    warnings.simplefilter("ignore")
    try:
        if kind != "xls":
            _unzips_within(path, max_unzipped)
        lines: Iterator[Any] = _READERS[kind](path, Limits(max_rows, max_columns))
        for line in lines:
            print(json.dumps(line))
        print('{"done": true}')
    except BeyondLimit as limit:
        print(json.dumps({"error": limit.code, "at": limit.at}))
    except MemoryError:
        print('{"error": "file_slow"}')
    except Exception:  # the readers raise whatever their parsers raise on a broken workbook
        print('{"error": "file_damaged"}')


def _unzips_within(path: str, max_unzipped: int) -> None:
    """Count what really comes out, whatever the directory of the archive claims."""
    total = tiny = 0
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            suspicious = entry.file_size > _PACKED * max(entry.compress_size, 1)
            with archive.open(entry) as file:
                while block := file.read(1 << 20):
                    total += len(block)
                    tiny += len(_TINY.findall(block)) if suspicious else 0
                    if tiny > _MOST_TINY:
                        raise BeyondLimit("file_slow")
                    if total > max_unzipped:
                        raise BeyondLimit("file_bomb")


if __name__ == "__main__":
    sys.modules["numpy"] = None  # type: ignore[assignment]  # openpyxl loads it where it is there, for cells that no file has
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:6]))
