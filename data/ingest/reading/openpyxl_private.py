"""What openpyxl keeps to itself and the importer needs; ``tests/data/ingest/test_openpyxl_private.py`` names it."""

from __future__ import annotations

from typing import Any


def sheet_path(sheet: Any) -> str:
    """Where the XML of a sheet of a read-only workbook lies inside its file: 'xl/worksheets/sheet1.xml'."""
    path: str = sheet._worksheet_path
    return path.lstrip("/")
