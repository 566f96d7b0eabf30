"""What LibreOffice makes of our files: a deck that it saved is still judged rightly, and it computes the labels of a chart as we wrote them."""

import csv
import io
import shutil
import subprocess

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from components.charts import plots
from components.slides.content import kinds
from components.slides.older import refresh
from components.slides.pptx import chart_columns, chart_workbook, chart_xml, pptx_file
from queries import reads
from queries.rows import Rows
from tests.components.slides.slide_samples import YEAR, context
from tests.components.slides.test_deck_check import CHART, KINDS, SUMMARY, cell_changed, in_text, lines, moved_on, result_changed
from tests.components.slides.test_refresh import edited
from tests.conftest import in_ci

PLACE = {"province_code": "42", "unit_id": "42"}
UNITS = {"người": (400.0, 1250.0), "%": (50.0, 45.0)}


@pytest.fixture(scope="module")
def tools():
    if not shutil.which("soffice"):
        said = "install LibreOffice to see what it makes of our files"
        pytest.fail(said) if in_ci() else pytest.skip(said)


def converted(folder, ending, *files):
    """Files as LibreOffice saves them."""
    home = f"-env:UserInstallation=file://{folder}/home"
    command = ["soffice", home, "--headless", "--convert-to", ending, "--outdir", str(folder / "out"), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return [folder / "out" / f"{file.stem}.{ending.split(':')[0]}" for file in files]


@pytest.fixture(scope="module")
def saved(store, tools, tmp_path_factory):
    """A deck, and the same edited, both saved by LibreOffice."""
    folder = tmp_path_factory.mktemp("decks")
    blob = pptx_file.deck([kinds.make(context(store), kind, YEAR)[0] for kind in KINDS], "Thử")

    def work(deck):
        result_changed(deck)
        in_text(SUMMARY, "ct-card-0-number", "16")(deck)
        cell_changed(deck)

    (folder / "same.pptx").write_bytes(blob)
    (folder / "edited.pptx").write_bytes(edited(blob, work))
    return [path.read_bytes() for path in converted(folder, "pptx", folder / "same.pptx", folder / "edited.pptx")]


def test_a_deck_saved_by_libreoffice_is_known_and_nothing_in_it_is_called_edited(saved, store):
    pages = refresh.looked_at(saved[0], "a.pptx", context(store))
    assert [(one.state, lines(one)) for one in pages] == [("current", [])] * 4
    later = refresh.looked_at(saved[0], "a.pptx", context(store, change=moved_on))
    assert [one.state for one in later] == ["current", "stale", "stale", "stale"] and not any(one.edits for one in later)


def test_edits_in_a_deck_saved_by_libreoffice_are_named_and_kept(saved, store):
    pages = refresh.looked_at(saved[1], "a.pptx", context(store))
    assert [sorted({edit.where for edit in one.edits}) for one in pages] == [[], ["text"], ["chart"], ["cell"]]
    assert "10 -> 60" in lines(pages[CHART])[0] and "5 -> 16" in lines(pages[SUMMARY])[0]
    fresh, _ = refresh.refreshed(saved[1], "a.pptx", context(store, change=moved_on))
    assert [lines(one) for one in refresh.looked_at(fresh, "a.pptx", context(store))] == [lines(one) for one in pages]
    assert len(Presentation(io.BytesIO(fresh)).slides) == 4


@pytest.fixture(scope="module")
def computed(store, tools, tmp_path_factory):
    """For each unit the rows of a workbook as they are computed: as it was made, and with other results."""
    folder, files = tmp_path_factory.mktemp("books"), []
    targets = reads.target_list(store, **PLACE, year=2022, period="newest", level="any")
    row = next(row for row in targets if row.indicator_id == "CQ.06" and row.level == "province")
    for number, (unit, (required, actual)) in enumerate(UNITS.items()):
        status = "met" if actual >= required else "near"
        one = row._replace(
            unit_of_measure=unit,
            target_low=required,
            required=required,
            actual=actual,
            gap=actual - required,
            status=status,
            mark=status,
        )
        plot = plots.gaps_by_target(Rows(targets.columns, [one]), title="", subtitle="", source="", wording=plots.SLIDE)
        for name, result in (("made", None), ("less", required * 0.5), ("more", required * 2.5)):
            book = load_workbook(io.BytesIO(chart_workbook.workbook(chart_columns.drawn(plot))))
            heads = [cell.value for cell in book.active[1]]
            if result is not None:
                book.active.cell(2, heads.index("Kết quả" if unit == "%" else "Kết quả (số)") + 1, result)
            files.append(folder / f"{number}-{name}.xlsx")
            book.save(files[-1])
    texts = [path.read_text(encoding="utf-8") for path in converted(folder, "csv:Text - txt - csv (StarCalc):44,34,76,1", *files)]
    tables = [list(csv.reader(io.StringIO(text))) for text in texts]
    return {file.stem: dict(zip(*table[:2], strict=True)) for file, table in zip(files, tables, strict=True)}


def said(row):
    return " ".join("".join(text for head, text in row.items() if head.startswith("Nhãn")).split())


def test_whoever_edits_the_workbook_moves_gap_status_name_and_label_together(computed):
    assert said(computed["1-made"]) == "45% / 50% −5 điểm % Gần đạt"
    assert said(computed["1-less"]) == "25% / 50% −25 điểm % Chưa đạt" and computed["1-less"][""].startswith("■ ")
    assert said(computed["1-more"]) == "125% / 50% +75 điểm % Đạt" and computed["1-more"][""].startswith("● ")
    assert said(computed["0-made"]) == "1.250 / 400 +850 người Đạt"
    assert said(computed["0-less"]) == "200 / 400 −200 người Chưa đạt" and float(computed["0-less"]["Chênh lệch"]) == -200
    assert said(computed["0-more"]) == "1.000 / 400 +600 người Đạt"
    assert [computed[f"1-{name}"]["Trạng thái"] for name in ("made", "less", "more")] == ["Gần đạt", "Chưa đạt", "Đạt"]


def test_labels_are_cells_and_programs_that_open_no_workbook_see_their_words(store):
    (slide,) = kinds.make(context(store), "attention", YEAR)
    written = chart_xml.ChartData(slide.plots[0], 880, 300, 12, 100).xml_bytes().decode()
    assert "c15:datalabelsRange" in written and 'type="CELLRANGE"' in written and "20% / 30%" in written
    powerpoint = written
    for kind in ("CELLRANGE",):  # what PowerPoint leaves in a label that it saved
        pieces = powerpoint.split(f'type="{kind}"')
        powerpoint = pieces[0] + "".join(
            f'type="{kind}"' + piece.split("<a:t>")[0] + f"<a:t>[{kind}]</a:t>" + piece.split("</a:t>", 1)[1]
            for piece in pieces[1:]
        )
    deck = pptx_file.deck([slide], "Thử")

    def work(deck):
        shape = next(shape for shape in deck.slides[0].shapes if shape.has_chart)
        shape.chart.part._element = refresh.parse_xml(powerpoint.encode())

    own = edited(deck, work)
    (page,) = refresh.looked_at(own, "a.pptx", context(store))
    assert "[CELLRANGE]" in powerpoint and [one for one in page.edits if one.where != "workbook"] == []
