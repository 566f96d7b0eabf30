"""The one private thing of openpyxl that is relied on: ``_worksheet_path`` of a sheet of a read-only workbook."""

import io
import re
import zipfile
from pathlib import Path

import openpyxl

from data.ingest.reading.openpyxl_private import sheet_path
from tests.data.ingest.sample_files import book

ROOT = Path(__file__).parents[3]


def test_a_sheet_tells_where_its_own_xml_lies():
    workbook = book([["một"]], [["hai"]])
    sheets = openpyxl.load_workbook(io.BytesIO(workbook), read_only=True).worksheets
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        texts = [archive.read(sheet_path(sheet)) for sheet in sheets]
    assert [sheet_path(sheet) for sheet in sheets] == ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]
    assert all(b"<sheetData>" in text for text in texts) and texts[0] != texts[1]


def test_nobody_else_reaches_into_openpyxl():
    private = re.compile(r"\b(?:sheet|book|cell|workbook|twin)\._(?!replace\b)[a-z]")  # a named tuple's _replace is public
    files = [path for path in (ROOT / "data").rglob("*.py") if path.stem != "openpyxl_private"]
    assert [str(path) for path in files if private.search(path.read_text(encoding="utf-8"))] == []
