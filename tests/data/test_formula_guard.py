"""No text that leaves the store is run as a formula, whichever list separator the reader's Excel has."""

import csv
import io
from datetime import date

import openpyxl
import pytest

from components.tiles.csv_download import Table, as_csv
from components.upload import review
from data.accounts.sign_in import CLI
from data.export import export
from data.ingest.findings_workbook import findings_workbook
from data.ingest.importer import inspect
from data.ingest.templates.catalogue_template import register_template
from data.ingest.templates.figure_template import template
from data.vietnamese.text import clean, guarded
from queries import imports
from queries.ledger import append, open_upload
from queries.reads import entry_list, units_on_day
from queries.rows import Rows
from queries.schema import PUBLISHED
from tests.data.ingest.sample_files import figures

SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
TEXTS = [
    *(f"{sign}1+1" for sign in SIGNS),
    "a,=1+1;=2+2",
    "a\t=1+1",
    "a\n=1+1",
    'a,"=1+1"',
    "a;＝1+1",
    "=cmd|' /C calc'!A0",
]


def cells_of(text):
    """Every cell that a spreadsheet makes of a CSV text, whichever list separator it has, as it stands and without quotes."""
    for separator in ",;\t":
        for line in csv.reader(io.StringIO(text, newline=None), delimiter=separator):
            for cell in line:
                yield from (cell, cell.lstrip('"'))


def runs(text):
    """The cells that a spreadsheet would run; a plain number is none."""
    return [
        cell
        for cell in cells_of(text)
        if cell.startswith(SIGNS) and not cell.lstrip("+-").replace(",", "").replace(".", "").isdigit()
    ]


def evil(store):
    """The store with a name, a document and a title that are formulas."""
    rows = store.inside(lambda cursor: imports.register(cursor, "indicator"))

    def change(cursor):
        upload = open_upload(cursor, kind="indicators", file_name="x", file_sha256="x", uploaded_by="test", row_count=1)
        changed = [
            {**row, "upload_id": upload, "name": text, "short_name": text[:48]}
            for row, text in zip(rows, TEXTS * 40, strict=False)
        ]
        append(cursor, "indicator", changed)

    store.write(change)
    return store


@pytest.mark.parametrize("text", TEXTS)
def test_a_guarded_text_runs_nowhere_and_comes_back_whole(text):
    out = io.StringIO()
    for separator in ",;":
        csv.writer(out, delimiter=separator).writerow(["x", guarded(text), "y"])
    assert runs(out.getvalue()) == []
    assert clean(guarded(clean(text))) == clean(text)


def test_the_csv_of_a_page_runs_nothing():
    table = Table({}, {}, {"Tên": TEXTS, "Số": [-1.5] * len(TEXTS)})
    assert runs(as_csv(table).decode("utf-8-sig")) == []


def test_the_csv_of_changes_runs_nothing():
    rows = Rows(("indicator_name", "before_text"), [(text, text) for text in TEXTS])
    assert runs(review._as_csv(rows).decode("utf-8-sig")) == []


def test_the_published_csv_files_run_nothing(own_store, tmp_path):
    files = [path for path, _ in export(evil(own_store), tmp_path) if path.suffix == ".csv"]
    assert {path.stem for path in files} >= set(PUBLISHED) and any(path.stem.startswith("import-") for path in files)
    for path in files:
        assert runs(path.read_text(encoding="utf-8-sig")) == [], path.name


def formulas(data):
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def test_no_workbook_holds_a_formula(own_store):
    store = evil(own_store)
    assert formulas(register_template(store, "indicators")) == []
    rows = entry_list(store, province_code="42", unit_id="42", year=2023, period="N")
    units = units_on_day(store, province_code="42", on_day=date(2023, 12, 31))
    assert any(row.indicator_name.startswith("=") for row in rows)
    assert formulas(template(rows, units, TEXTS, unit_code="42", unit_name="=1+1", year=2023, period="N")) == []
    data = figures({"ket_qua": "=1+1", "ghi_chu": "=2+2"})
    assert formulas(findings_workbook(data, inspect(store, data, "x.csv", CLI).findings, {})) == []
