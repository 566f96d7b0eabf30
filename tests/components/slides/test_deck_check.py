"""Decks that come back from meetings: what was edited by hand, what the store says otherwise by now, which sentences no longer fit."""

import io
import zipfile

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.util import Pt

from components.slides.content import kinds
from components.slides.older import refresh
from components.slides.older.groups import every_shape
from components.slides.pptx import pptx_file
from components.slides.pptx.pptx_adapter import element, package_relations, qn, set_blob
from queries.rows import Rows
from tests.components.slides.slide_samples import YEAR, context, halved
from tests.components.slides.test_deck import sound, texts
from tests.components.slides.test_refresh import edited, without_records

MESSAGE = "ct-title"
KINDS = ("cover", "summary", "attention", "pillars")
COVER, SUMMARY, CHART, TABLE = range(4)
ROW = 3  # of the chart: khoảng 10% of 20–30%


@pytest.fixture(scope="module")
def today(store):
    return context(store)


def moved_on(name, rows):
    """Every result half as high, and one target nearly met that was not."""
    rows = halved(name, rows)
    if name != "target_list":
        return rows
    first = next(row for row in rows if row.mark == "missed")
    return Rows(rows.columns, [row._replace(status="near", mark="near") if row == first else row for row in rows])


@pytest.fixture(scope="module")
def later(store):
    return context(store, change=moved_on)


@pytest.fixture(scope="module")
def blob(today):
    return pptx_file.deck([kinds.make(today, kind, YEAR)[0] for kind in KINDS], "Thử")


def named(slide, name):
    return next(shape for shape in every_shape(slide) if shape.name == name)


def cached(chart, row=ROW):
    """The element that holds a drawn result, by the row of the axis."""
    series = next(
        one for one in element(chart.chart.part).iter(qn("c:ser")) if "Kết quả" in "".join(one.find(qn("c:tx")).itertext())
    )
    points = series.find(qn("c:val")).iter(qn("c:pt"))
    return next(point for point in points if point.get("idx") == str(row)).find(qn("c:v"))


def book_edited(chart, change):
    """Change the workbook behind a chart as a program that knows no formulas' results does."""
    part = chart.chart.part.chart_workbook.xlsx_part
    book = load_workbook(io.BytesIO(part.blob))
    change(book.active)
    buffer = io.BytesIO()
    book.save(buffer)
    set_blob(part, buffer.getvalue())


def _column(sheet):
    return next(cell.column for cell in sheet[1] if cell.value == "Kết quả")


def result_changed(deck, *, drawn=True, book=True, to=60.0):
    chart = named(deck.slides[CHART], "ct-chart-1")
    if drawn:
        cached(chart).text = str(to)
    if book:
        book_edited(chart, lambda sheet: sheet.cell(ROW + 2, _column(sheet), to))


def told(blob, at, change=lambda deck: None):
    return refresh.looked_at(edited(blob, change), "a.pptx", at)


def lines(judged):
    return [f"{one.place}: {one.before} -> {one.after}" for one in judged.edits]


def test_nothing_is_said_of_a_deck_that_nobody_touched(blob, today):
    for judged in told(blob, today):
        assert (judged.state, judged.edits, judged.changes, judged.kept) == ("current", (), (), ()), judged


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ({}, {"chart"}),
        ({"book": False}, {"chart", "workbook"}),
        ({"drawn": False}, {"workbook"}),
    ],
    ids=["chart and workbook", "chart only", "workbook only"],
)
def test_a_result_changed_by_hand_is_named_with_what_it_was(blob, today, where, said):
    judged = told(blob, today, lambda deck: result_changed(deck, **where))[CHART]
    assert judged.state == "current" and {one.where for one in judged.edits} == said
    assert "60" in "".join(lines(judged)) and "10" in "".join(lines(judged)), "khoảng 10% became 60"
    assert "hoạt động kiểm tra" in lines(judged)[0].lower()
    assert [one.edits for one in told(blob, today, lambda deck: result_changed(deck, **where))][:CHART] == [(), ()]


def in_text(slide, name, text):
    def change(deck):
        named(deck.slides[slide], name).text_frame.text = text

    return change


def cell_changed(deck):
    named(deck.slides[TABLE], "ct-table").table.rows[1].cells[1].text = "● 25"


def label_changed(deck):
    label = next(element(named(deck.slides[CHART], "ct-chart-1").chart.part).iter(qn("c:dLbl")))
    next(label.iter(qn("a:t"))).text = "khoảng 50% / 20–30%   "


@pytest.mark.parametrize(
    ("slide", "change", "where", "place"),
    [
        (SUMMARY, in_text(SUMMARY, "ct-card-0-number", "16"), "text", "Thẻ “■ Chưa đạt”: 5 -> 16"),
        (TABLE, cell_changed, "cell", "● 25"),
        (CHART, label_changed, "label", "khoảng 50%"),
        (CHART, in_text(CHART, "ct-source", "Nguồn: của tôi"), "text", "Dòng nguồn"),
        (COVER, in_text(COVER, "ct-title", "Báo cáo quý"), "text", "Tiêu đề"),
        (CHART, in_text(CHART, "ct-topic", "Chủ đề"), "text", "Dòng chủ đề"),
    ],
    ids=["a card", "a cell", "a label", "a source", "a title", "a topic"],
)
def test_what_was_edited_is_named(blob, today, slide, change, where, place):
    pages = told(blob, today, change)
    (edit,) = pages[slide].edits
    assert edit.where == where and place in lines(pages[slide])[0] and edit.before and edit.after
    assert pages[slide].state == "current" and not any(one.edits for number, one in enumerate(pages) if number != slide)


def test_what_the_store_says_otherwise_is_told_from_old_to_new(blob, later):
    pages = told(blob, later)
    assert [one.state for one in pages] == ["current", "stale", "stale", "stale"]
    assert not any(one.edits for one in pages)
    changed = {f"{one.place}: {one.before} -> {one.after}" for one in pages[CHART].changes}
    assert any("Kết quả" in line and "10 -> 5" in line for line in changed), changed


def test_a_status_that_flips_is_among_the_changes(blob, later):
    pages = told(blob, later)
    said = " ".join(f"{one.before} -> {one.after}" for one in pages[CHART].changes)
    assert "■" in said and "▲" in said
    assert any("Thẻ “■ Chưa đạt”: 5 -> 4" in f"{one.place}: {one.before} -> {one.after}" for one in pages[SUMMARY].changes)


def test_a_page_whose_day_alone_changed_says_so(blob, store):
    def another_day(name, rows):
        if "as_of" not in rows.columns:
            return rows
        return Rows(rows.columns, [row._replace(as_of=row.as_of and row.as_of.replace(day=11)) for row in rows])

    pages = told(blob, context(store, change=another_day))
    assert "day" in {one.state for one in pages} <= {"day", "current"}


def test_kept_sentences_whose_numbers_the_figures_no_longer_hold_are_named(blob, today, later):
    own = "5 trong 21 mục tiêu chưa đạt, cần họp trước ngày 15/12 năm 2026"
    name = MESSAGE
    change = in_text(SUMMARY, name, own)
    (before, after) = (told(blob, at, change)[SUMMARY] for at in (today, later))
    assert before.kept == () and len(before.edits) == 1, "every number of it is on the slide"
    shown = {card.number for card in kinds.make(later, "summary", YEAR)[0].cards}
    assert "5" not in shown and [(one.text, one.numbers) for one in after.kept] == [(own, ("5",))]
    fresh, _ = refresh.refreshed(edited(blob, change), "a.pptx", later)
    again = refresh.looked_at(fresh, "a.pptx", later)[SUMMARY]
    assert again.kept == after.kept, "it is still said when the rest of the page is fresh"
    wrong = told(blob, today, in_text(SUMMARY, name, "Đã đạt 60%"))[SUMMARY]
    assert [one.numbers for one in wrong.kept] == [("60%",)]


def test_a_message_of_ones_own_from_the_start_is_no_edit_but_its_numbers_are_looked_at(today, later):
    own = pptx_file.deck([kinds.with_message(kinds.make(today, "summary", YEAR)[0], "5 trong 21 mục tiêu chưa đạt")], "Thử")
    (page,) = told(own, today)
    assert (page.state, page.edits, page.kept) == ("current", (), ())
    (page,) = told(own, later)
    assert page.edits == () and [one.numbers for one in page.kept] == [("5",)]


def duplicated(deck, number=CHART):
    """A copy of a slide at the end, as PowerPoint makes one: shapes, charts and what is kept beside it."""
    from copy import deepcopy

    source = deck.slides[number]
    copy = deck.slides.add_slide(source.slide_layout)
    keys = {}
    for key, relation in source.part.rels.items():
        if "notesSlide" not in relation.reltype and "slideLayout" not in relation.reltype:
            keys[key] = copy.part.relate_to(relation._target, relation.reltype, relation.is_external)
    content = deepcopy(source._element.cSld)
    for one in content.iter():
        for name, value in one.attrib.items():
            if name.startswith("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"):
                one.set(name, keys.get(value, value))
    copy._element.replace(copy._element.cSld, content)


def moved(deck):
    listed = deck.slides._sldIdLst
    listed.insert(0, listed[CHART])


def deleted(deck):
    listed = deck.slides._sldIdLst
    deck.part.drop_rel(listed[SUMMARY].rId)
    listed.remove(listed[SUMMARY])


def resized(deck):
    chart = named(deck.slides[CHART], "ct-chart-1")
    chart.left, chart.width, chart.height = Pt(3), Pt(300), Pt(200)
    named(deck.slides[SUMMARY], "ct-card-0").top = Pt(400)


def renamed(deck):
    for slide in deck.slides:
        for number, shape in enumerate(every_shape(slide)):
            if not shape.is_placeholder and not hasattr(shape, "shapes"):
                shape.name = f"Hình {number}"


def reordered(deck):
    for slide in deck.slides:
        tree = slide.shapes._spTree
        for shape in list(slide.shapes):
            tree.insert(2, element(shape))


def grouped(deck):
    slide = deck.slides[CHART]
    slide.shapes.add_group_shape([named(slide, "ct-source"), named(slide, "ct-key")])


def without_extensions(deck):
    root = element(named(deck.slides[CHART], "ct-chart-1").chart.part)
    for one in list(root.iter(qn("c:extLst"))):
        one.getparent().remove(one)


def autosaved(deck):
    """A workbook that PowerPoint wrote anew: other sheets' order, results of formulas kept by it alone."""
    book_edited(named(deck.slides[CHART], "ct-chart-1"), lambda sheet: sheet.parent.create_sheet("Sheet2", 0))


def rounded(deck):
    value = cached(named(deck.slides[CHART], "ct-chart-1"))
    value.text = f"{float(value.text) + 1e-9:.12f}"


@pytest.mark.parametrize(
    ("change", "order"),
    [
        (duplicated, (0, 1, 2, 3, 2)), (moved, (2, 0, 1, 3)), (deleted, (0, 2, 3)), (resized, (0, 1, 2, 3)), (renamed, (0, 1, 2, 3)),
        (reordered, (0, 1, 2, 3)), (grouped, (0, 1, 2, 3)), (without_extensions, (0, 1, 2, 3)), (autosaved, (0, 1, 2, 3)), (rounded, (0, 1, 2, 3)),
    ],
    ids=lambda value: value.__name__ if callable(value) else "",
)  # fmt: skip
def test_what_is_no_edit_of_figures_or_words_is_not_called_one(blob, today, later, change, order):
    own = edited(blob, change)
    for at, states in ((today, ["current"] * 4), (later, ["current", "stale", "stale", "stale"])):
        pages = refresh.looked_at(own, "a.pptx", at)
        assert [one.state for one in pages] == [states[number] for number in order]
        assert not any(one.edits or one.kept for one in pages), [lines(one) for one in pages]
    fresh, _ = refresh.refreshed(own, "a.pptx", later)
    sound(fresh)
    assert {one.state for one in refresh.looked_at(fresh, "a.pptx", later)} == {"current"}


def test_a_copy_of_a_slide_is_made_fresh_alone(blob, later):
    own = edited(blob, duplicated)
    fresh, _ = refresh.refreshed(own, "a.pptx", later, {5: frozenset()})
    assert [one.state for one in refresh.looked_at(fresh, "a.pptx", later)] == ["current", "stale", "stale", "stale", "current"]


def test_a_slide_of_another_deck_of_ours_is_known_and_one_of_others_is_not(blob, today):
    def pasted(deck):
        deck.slides.add_slide(deck.slide_layouts[1]).shapes.title.text = "Trang của sở khác"

    states = [one.state for one in told(blob, today, pasted)]
    assert states == ["current"] * 4 + ["unknown"]


def test_a_chart_and_a_logo_that_were_taken_out_are_named_and_do_not_come_back(blob, today, later):
    def work(deck):
        chart = element(named(deck.slides[CHART], "ct-chart-1"))
        chart.getparent().remove(chart)

    own = edited(blob, work)
    judged = refresh.looked_at(own, "a.pptx", today)[CHART]
    assert [(one.where, one.place) for one in judged.edits] == [("gone", "Biểu đồ")]
    fresh, _ = refresh.refreshed(own, "a.pptx", later)
    assert not [shape for shape in Presentation(io.BytesIO(fresh)).slides[CHART].shapes if shape.has_chart]
    back, _ = refresh.refreshed(own, "a.pptx", later, {CHART + 1: frozenset({"ct-chart-1"})})
    assert [shape for shape in Presentation(io.BytesIO(back)).slides[CHART].shapes if shape.has_chart]


def test_nothing_edited_is_overwritten_unless_it_is_named(blob, later):
    def work(deck):
        result_changed(deck)
        named(deck.slides[SUMMARY], "ct-card-0-number").text_frame.text = "16"
        cell_changed(deck)

    own = edited(blob, work)
    kept, pages = refresh.refreshed(own, "a.pptx", later)
    sound(kept)
    slides = Presentation(io.BytesIO(kept)).slides
    assert cached(named(slides[CHART], "ct-chart-1")).text == "60.0"
    assert named(slides[SUMMARY], "ct-card-0-number").text_frame.text == "16" and "● 25" in texts(slides[TABLE])
    again = refresh.looked_at(kept, "a.pptx", later)
    assert [lines(one) for one in again] == [lines(one) for one in pages], "edits that stayed are edits still"
    named_all = {one.number: frozenset(edit.shape for edit in one.edits) for one in pages if one.number > 1}
    fresh, _ = refresh.refreshed(own, "a.pptx", later, named_all)
    sound(fresh)
    assert all((one.state, one.edits) == ("current", ()) for one in refresh.looked_at(fresh, "a.pptx", later))


def test_of_a_deck_that_lost_the_parts_beside_its_slides_but_kept_their_copy_everything_is_still_known(blob, today, later):
    def work(deck):
        listed = [one for slide in deck.slides if (one := refresh.slide_record.beside(slide.part))]
        without_records(deck)
        refresh.slide_record.put_copy(deck, listed)
        result_changed(deck)

    pages = told(blob, later, work)
    assert [one.state for one in pages] == ["current", "stale", "stale", "stale"] and len(pages[CHART].edits) == 1


def test_a_workbook_that_nothing_can_read_is_said_and_the_drawn_figures_are_judged(blob, today):
    def work(deck):
        result_changed(deck, book=False)
        set_blob(named(deck.slides[CHART], "ct-chart-1").chart.part.chart_workbook.xlsx_part, b"PK hong")

    judged = told(blob, today, work)[CHART]
    assert judged.remarks == ("Bảng số của biểu đồ không đọc được",) and [one.after for one in judged.edits] == ["60"]


def test_a_deck_of_1_5_0_is_still_read_edits_of_its_texts_are_named(today, later):
    from tests.components.slides.test_refresh import OLD

    old = (OLD / "deck-1.5.0.pptx").read_bytes()
    pages = refresh.looked_at(old, "a.pptx", today)
    assert not any(one.edits for one in pages) and pages[2].state in ("current", "reworded")
    wording = {"ct-source", "ct-card-2-below"}
    assert {one.shape for one in pages[1].changes} <= {"ct-note", *wording}, "what is overdue is counted otherwise by now"
    assert [one.state for one in refresh.looked_at(old, "a.pptx", later)][1:] == ["stale", "stale"]
    judged = told(old, today, in_text(1, "ct-card-0-number", "16"))[1]
    assert [one.after for one in judged.edits] == ["16"]
    judged = told(old, today, lambda deck: setattr(cached(named(deck.slides[2], "ct-chart-1")), "text", "60.0"))[2]
    assert any(one.after == "60" for one in judged.edits)
    fresh, _ = refresh.refreshed(old, "a.pptx", later)
    sound(fresh)
    assert {one.state for one in refresh.looked_at(fresh, "a.pptx", later)} <= {"current", "reworded"}
    notes = "".join(slide.notes_slide.notes_text_frame.text for slide in list(Presentation(io.BytesIO(fresh)).slides)[1:])
    assert "SHA-256" not in notes and "Tham số để cập nhật" not in notes


def test_a_deck_of_1_6_0_that_lost_our_parts_is_known_by_the_entries_of_its_properties_which_go_when_it_is_made_fresh(
    today, later
):
    from tests.components.slides.test_refresh import OLD

    old = (OLD / "deck-1.6.0-without-parts.pptx").read_bytes()
    assert [one.state for one in refresh.looked_at(old, "a.pptx", later)][1:] == ["stale", "stale"]
    assert all(not one.edits and one.state in ("current", "day", "reworded") for one in refresh.looked_at(old, "a.pptx", today))
    fresh, _ = refresh.refreshed(old, "a.pptx", later)
    sound(fresh)
    deck = Presentation(io.BytesIO(fresh))
    properties = [one.target_part.blob for one in package_relations(deck).values() if one.reltype.endswith("/custom-properties")]
    assert properties and b"chi-tieu-ban-luu" in (
        zipfile.ZipFile(OLD / "deck-1.6.0-without-parts.pptx").read("docProps/custom.xml")
    )
    assert not any(b"chi-tieu-ban-luu" in blob for blob in properties)
    assert len(refresh.slide_record.copies(deck)) == 2
