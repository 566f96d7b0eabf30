"""Whatever leaves a store of invented figures says so: screens, pictures, slides, files; and a new way out cannot forget it."""

from __future__ import annotations

import ast
import io
import shutil
import zipfile
from pathlib import Path

import openpyxl
import orjson
import pyarrow.parquet as parquet
import pytest
from pptx import Presentation

import components.store.store_access
from components.slides import files
from components.slides.flat import drawing
from components.slides.older.groups import every_shape
from components.tiles import sample_label
from components.tiles.csv_download import Table, as_csv
from components.upload.review import _as_csv
from data.export import export
from data.ingest.findings_workbook import findings_workbook
from data.ingest.table.source import Source
from data.ingest.templates.catalogue_template import register_template
from data.ingest.templates.figure_template import template
from data.published import view_files, view_request
from queries import reads
from queries.rows import Rows
from queries.schema import PUBLISHED
from tests.components.slides.slide_samples import context, every
from tests.navigation import PAGES, ROOT
from tests.pages.app_session import new_session, said, well

LABEL, LARGE = "Số liệu minh họa", "SỐ LIỆU MINH HỌA"
CODE = [*(ROOT / "components").rglob("*.py"), *(ROOT / "pages").rglob("*.py"), *(ROOT / "data").rglob("*.py"), ROOT / "app.py"]


def calls(*names: str) -> list[tuple[str, ast.Call]]:
    """(file, call) of every call of a function that is written so in the program."""
    found = []
    for path in CODE:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in names:
                found.append((path.relative_to(ROOT).as_posix(), node))
    return found


@pytest.fixture(scope="module")
def app(sample_file, tmp_path_factory):
    components.store.store_access.close_all()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATA_URL", str(shutil.copy(sample_file, tmp_path_factory.mktemp("app") / "kho.duckdb")))
        at = new_session()
        well(at.run())
        yield at
        components.store.store_access.close_all()


@pytest.mark.parametrize("page", [page.path for page in PAGES])
def test_every_screen_carries_the_label(app, page):
    text = said(well(app.switch_page(page).run()))
    assert f'<div class="sample-label" role="note">{LABEL}</div>' in text


def test_no_screen_of_the_real_store_does(new_seed_file, monkeypatch):
    components.store.store_access.close_all()
    monkeypatch.setenv("DATA_URL", str(new_seed_file()))
    at = new_session()
    well(at.run())
    assert "minh họa" not in said(well(at.run())).lower()
    components.store.store_access.close_all()


def test_one_button_hands_files_over_and_names_them_so(monkeypatch):
    assert {path for path, _ in calls("st.download_button", "streamlit.download_button")} == {"components/tiles/download.py"}
    assert len(calls("download.button")) >= 8
    monkeypatch.setattr("components.store.store_access.is_sample", lambda: True)
    assert sample_label.file_name("a.csv") == f"{LABEL} - a.csv"
    monkeypatch.setattr("components.store.store_access.is_sample", lambda: False)
    assert sample_label.file_name("a.csv") == "a.csv" and sample_label.in_note("x") == "x" and sample_label.mark() == ""


def test_every_picture_gets_its_note_from_the_label():
    asked = calls("images.actions")
    assert {path for path, _ in asked} == {"components/tiles/chart_menu.py", "components/tiles/overview/board.py"}
    assert all(ast.unparse(call.args[1]).startswith("sample_label.in_note(") for _, call in asked)


def test_every_slide_of_every_kind_says_so_in_all_three_formats(sample_store):
    made = every(context(sample_store, sample=True))
    slides = [slide for name, several in made.items() if name != "bia" for slide in several] + made["bia"]
    assert len(slides) > 6
    deck = Presentation(io.BytesIO(files.pptx(slides, "Thử")))
    texts = ["\n".join(shape.text_frame.text for shape in every_shape(page) if shape.has_text_frame) for page in deck.slides]
    assert len(texts) == len(slides) and all(LARGE in text for text in texts)
    for one in slides:  # what HTML and PDF draw
        assert LARGE in repr(drawing.slide(one, 1, 1)), one.kind
    assert files.html(slides, "Thử").decode().count(LARGE) >= len(slides)
    assert files.pdf(slides, "Thử").startswith(b"%PDF")


def test_every_context_of_slides_asks_whether_the_figures_are_invented():
    asked = dict(calls("SlideContext"))
    assert set(asked) == {
        "components/tiles/slide_button.py",
        "components/slides/older/deck_child.py",
        "components/slides/unit_sheets.py",
    }
    assert ast.unparse(asked["components/tiles/slide_button.py"].args[3]) == "is_sample()"
    assert ast.unparse(asked["components/slides/unit_sheets.py"].args[3]) == "ask(sample_mark)[0].is_sample"
    handed_on = (ROOT / "components" / "slides" / "older" / "deck_process.py").read_text(encoding="utf-8")
    assert '"sample": context.sample' in handed_on, "the child process gets it from the context that it works for"


def test_every_csv_says_so_in_every_line():
    table = Table({}, {}, {"Tên": ["a", "b"], "Số": [1.5, 2.5]})
    changes = Rows(("indicator_name", "before_text"), [("a", "b"), ("c", "d")])
    for whole, plain in (
        (as_csv(table, {LABEL: LABEL}), as_csv(table)),
        (_as_csv(changes, True), _as_csv(changes)),
    ):
        assert [line.split(";")[-1] for line in whole.decode("utf-8-sig").splitlines()] == [LABEL] * 3
        assert LABEL not in plain.decode("utf-8-sig")
    assert {path for path, _ in calls("csv.writer", "csvlib.writer")} == {
        "components/tiles/csv_download.py",
        "components/upload/review.py",
        "components/upload/unknown_documents.py",  # read again by the importer, handed to nobody
        "components/upload/typed_row.py",  # a row typed in place, for the importer alone
        "data/export.py",
        "data/form_files.py",
        "data/published/view_files.py",
    }, "a new way out as CSV: it says so too, and stands here"


def workbooks(store, sample):
    """Every kind of workbook that the program writes, by name."""
    rows = reads.entry_list(store, province_code="42", unit_id="42", year=2026, period="Q3")
    units = reads.units_on_day(
        store, province_code="42", on_day=reads.due_report(store, province_code="42", unit_id="42")[0].due_on
    )
    yield "template", template(rows, units, ["1/KH"], unit_code="42", unit_name="Hà Tĩnh", year=2026, period="Q3", sample=sample)
    yield "register", register_template(store, "documents", sample)
    yield "findings", findings_workbook(b"a;b\n1;2\n", [], {}, sample)


def test_every_workbook_says_so_on_each_printed_sheet_and_on_a_sheet_of_its_own(sample_store):
    for name, content in workbooks(sample_store, True):
        book = openpyxl.load_workbook(io.BytesIO(content))
        assert book.sheetnames[-1] == LABEL, name
        assert LABEL in book[LABEL]["A1"].value
        headers = [zipfile.ZipFile(io.BytesIO(content)).read(part).decode() for part in zipfile.ZipFile(io.BytesIO(content)).namelist() if part.startswith("xl/worksheets/sheet")]  # fmt: skip
        assert headers and all(LABEL in header for header in headers), name
        assert book.properties.title == LABEL
    for name, content in workbooks(sample_store, False):
        assert LABEL not in openpyxl.load_workbook(io.BytesIO(content)).sheetnames, name
    makers = [call for path, call in calls("Workbook") if path != "data/ingest/table/source.py"]
    assert len(makers) >= 3 and all("sample" in {word.arg for word in call.keywords} for call in makers)


def test_a_template_with_the_label_is_read_as_one_without(sample_store):
    tables = [
        Source(content).table(Source(content).form({}), {})
        for sample in (True, False)
        for name, content in workbooks(sample_store, sample)
        if name == "template"
    ]
    texts = [{name: column.texts for name, column in table.columns.items()} for table in tables]
    assert texts[0] == texts[1]
    assert len(tables) == 2 and len(tables[0].columns) > 5


def test_published_files_say_so_in_every_row(sample_store, store, tmp_path):
    for path, rows in export(sample_store, tmp_path / "sample"):
        if path.suffix == ".parquet":
            table = parquet.read_table(path)
            assert set(table["sample"].to_pylist()) <= {LABEL} and table.schema.metadata[b"sample"].decode() == LABEL
        else:
            lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
            assert lines[0].endswith(",sample") and sum(line.endswith(LABEL) for line in lines) == rows
    for path, _ in export(store, tmp_path / "real"):
        if path.suffix == ".csv":
            assert LABEL not in path.read_text(encoding="utf-8-sig")
    assert len(list((tmp_path / "sample").iterdir())) > 2 * len(PUBLISHED)


def test_other_programs_are_told_in_every_row_of_every_format(sample_store, store):
    def answer(source, ending):
        file = io.BytesIO()
        view_files.write(source, view_request.asked(source, "target_vs_actual", ending, {"dia_ban": "42", "nam": "2024"}), file)
        return file.getvalue()

    for source, there in ((sample_store, True), (store, False)):
        lines = answer(source, "csv").decode("utf-8-sig").splitlines()
        rows = orjson.loads(answer(source, "json"))["rows"]
        table = parquet.read_table(io.BytesIO(answer(source, "parquet")))
        assert len(lines) - 1 == len(rows) == table.num_rows > 1 or not there
        assert all(line.endswith(f";{LABEL}") for line in lines[1:]) == there or len(lines) == 1
        assert all(row.get("sample") == LABEL for row in rows) == there or not rows
        assert ("sample" in table.column_names) == there
