"""An older deck: which slides still hold, fresh charts in place, and people's edits left alone."""

import io
import json
import re
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.util import Pt

from components.slides.content import kinds, table_pages
from components.slides.layout.slide_page import Page
from components.slides.older import refresh
from components.slides.pptx import notes, pptx_file, slide_record
from components.slides.pptx.errors import BadDeck
from components.slides.pptx.pptx_adapter import RT, PackURI, Part
from components.slides.templates.template import template
from queries.rows import Rows
from tests.components.slides.slide_samples import YEAR, context, flat, halved
from tests.components.slides.test_deck import customer, every_shape, sound, texts

OLD = Path(__file__).parent / "old_decks"  # a cover, a summary and a chart of the same seed, made by version 1.5.0


@pytest.fixture(scope="module")
def today(store):
    return context(store)


@pytest.fixture(scope="module")
def later(store):
    """The same store in which every result is half as high."""
    return context(store, change=halved)


@pytest.fixture(scope="module")
def blob(today):
    return pptx_file.deck(flat(today), "Thử")


def edited(blob, change):
    deck = Presentation(io.BytesIO(blob))
    change(deck)
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def named(slide, name):
    return next(shape for shape in slide.shapes if shape.name == name)


def said(slide):
    """What a slide tells: texts, charts, tables."""
    page = Page()
    return pptx_file.told_of(slide, pptx_file.parts(slide, page, slide.kind == "cover"), page)


def drawn(slide):
    """Result column of the first chart's workbook."""
    sheet = load_workbook(io.BytesIO(named(slide, "ct-chart-1").chart.part.chart_workbook.xlsx_part.blob)).active
    return [row[2] for row in sheet.iter_rows(min_row=2, values_only=True)]


def attention_deck(context):
    return pptx_file.deck(kinds.make(context, "attention", YEAR), "Thử")


def test_a_fresh_deck_still_holds(blob, today):
    assert {page.state for page in refresh.looked_at(blob, "a.pptx", today)} == {"current"}


def test_slides_whose_figures_changed_are_out_of_date_and_the_others_hold(blob, today, later):
    pages = refresh.looked_at(blob, "a.pptx", later)
    slides = flat(today)
    changed = [said(slide) != said(other) for slide, other in zip(slides, flat(later), strict=True)]
    assert slides[0].sha256 != flat(later)[0].sha256 and not changed[0], "a cover tells nothing of the results that it dates"
    assert [one.state == "stale" for one in pages] == changed and any(changed) and not all(changed)
    assert pages[1].title.startswith("Tỉnh Hà Tĩnh năm 2022: 21 mục tiêu")


def test_the_refreshed_deck_is_sound_holds_and_shows_the_figures_of_now(blob, later):
    fresh, _ = refresh.refreshed(blob, "a.pptx", later)
    sound(fresh)
    assert {page.state for page in refresh.looked_at(fresh, "a.pptx", later)} == {"current"}
    expected = pptx_file.deck(flat(later), "Thử")
    for ours, theirs in zip(Presentation(io.BytesIO(fresh)).slides, Presentation(io.BytesIO(expected)).slides, strict=True):
        charts = [[shape.chart.part for shape in slide.shapes if shape.has_chart] for slide in (ours, theirs)]
        assert len(charts[0]) == len(charts[1])
        for one, other in zip(*charts, strict=True):
            heights = [re.findall(rb"<c:v>[^<]*</c:v>", part.blob) for part in (one, other)]
            assert heights[0] == heights[1]
        assert sorted(texts(ours).split()) == sorted(texts(theirs).split())


def test_edits_of_people_stay_and_what_nobody_touched_is_renewed(today, later):
    def work(deck):
        slide = deck.slides[0]
        slide.shapes.title.text_frame.text = "Tiêu đề do cán bộ sửa"
        named(slide, "ct-topic").text_frame.text = "Lời của cán bộ"
        slide.shapes.add_textbox(Pt(10), Pt(10), Pt(100), Pt(20)).text_frame.text = "Ghi chú thêm"
        slide.notes_slide.notes_text_frame.text += "\nNhớ nói chậm ở trang này"
        named(slide, "ct-chart-1").left = Pt(123)

    own = edited(attention_deck(today), work)
    before = drawn(Presentation(io.BytesIO(own)).slides[0])
    fresh, pages = refresh.refreshed(own, "a.pptx", later)
    assert [one.state for one in pages] == ["stale"] and pages[0].title == "Tiêu đề do cán bộ sửa"
    slide = Presentation(io.BytesIO(fresh)).slides[0]
    said = texts(slide)
    assert all(kept in said for kept in ("Tiêu đề do cán bộ sửa", "Lời của cán bộ", "Ghi chú thêm"))
    assert "Nhớ nói chậm ở trang này" in slide.notes_slide.notes_text_frame.text
    assert named(slide, "ct-chart-1").left == Pt(123)
    assert drawn(slide) != before
    again, pages = refresh.refreshed(fresh, "a.pptx", today)
    assert pages[0].state == "stale" and "Lời của cán bộ" in texts(Presentation(io.BytesIO(again)).slides[0])


def test_a_drafted_message_follows_the_figures_and_ones_own_does_not(today, later):
    fresh, _ = refresh.refreshed(attention_deck(today), "a.pptx", later)
    message = named(Presentation(io.BytesIO(fresh)).slides[0], "ct-title").text_frame.text
    assert message == kinds.make(later, "attention", YEAR)[0].message != kinds.make(today, "attention", YEAR)[0].message
    own = pptx_file.deck([kinds.with_message(kinds.make(today, "attention", YEAR)[0], "Của tôi")], "Thử")
    for _ in range(2):
        own, pages = refresh.refreshed(own, "a.pptx", later)
        assert named(Presentation(io.BytesIO(own)).slides[0], "ct-title").text_frame.text == "Của tôi"
    assert pages[0].state == "current"


def cards(slide):
    return {shape.name: shape for shape in slide.shapes if shape.name.startswith("ct-card-")}


@pytest.mark.parametrize("blob_of", ["new", "1.5.0"])
def test_cards_stay_whole_where_they_stand_when_the_kept_message_is_shorter(today, later, blob_of):
    new = blob_of == "new"
    deck = pptx_file.deck(kinds.make(today, "summary", YEAR), "Thử") if new else (OLD / "deck-1.5.0.pptx").read_bytes()

    def work(deck):
        slide = next(slide for slide in deck.slides if "ct-card-0-number" in {shape.name for shape in every_shape(slide.shapes)})
        named(slide, "ct-title" if new else "ct-message").text_frame.text = "Ngắn"
        if new:
            cards(slide)["ct-card-1"].left += Pt(3)

    own = edited(deck, work)
    fresh, _ = refresh.refreshed(own, "a.pptx", later)
    sound(fresh)
    before, after = (cards(Presentation(io.BytesIO(one)).slides[0 if new else 1]) for one in (own, fresh))
    assert len(after) >= 3 and all(hasattr(card, "shapes") for card in after.values())
    for name, card in after.items():
        frame, *words = card.shapes
        assert all(frame.top <= one.top and one.left + one.width <= frame.left + frame.width for one in words), name
        assert not new or (card.left, card.top) == (before[name].left, before[name].top)
    assert [card.shapes[2].text_frame.text for card in after.values()] == [
        card.number for card in kinds.make(later, "summary", YEAR)[0].cards
    ]


def test_a_chart_that_somebody_took_out_does_not_come_back(today, later):
    def work(deck):
        chart = named(deck.slides[0], "ct-chart-1")._element
        chart.getparent().remove(chart)

    fresh, _ = refresh.refreshed(edited(attention_deck(today), work), "a.pptx", later)
    assert not [shape for shape in Presentation(io.BytesIO(fresh)).slides[0].shapes if shape.has_chart]


@pytest.mark.parametrize("linked", [False, True], ids=["alone", "another slide links to it"])
def test_a_slide_taken_out_of_the_list_only_leaves_no_second_part_of_its_name(today, later, linked):
    def work(deck):
        if linked:
            box = deck.slides[0].shapes.add_textbox(Pt(10), Pt(10), Pt(100), Pt(20))
            box.click_action.target_slide = deck.slides[2]
        deck.slides._sldIdLst.remove(deck.slides._sldIdLst[2])

    fresh, pages = refresh.refreshed(edited(pptx_file.deck(flat(today)[:5], "Thử"), work), "a.pptx", later)
    sound(fresh)
    assert len(pages) == 4 and "stale" in {one.state for one in pages}
    assert {one.state for one in refresh.looked_at(fresh, "a.pptx", later)} == {"current"}
    kept = [name for name in zipfile.ZipFile(io.BytesIO(fresh)).namelist() if re.fullmatch(r"ppt/slides/slide\d+.xml", name)]
    assert len(kept) == 4 + linked


def test_slides_of_others_are_not_recognised_and_ours_need_no_notes(today):
    def work(deck):
        deck.slides.add_slide(deck.slide_layouts[1]).shapes.title.text = "Trang của đơn vị khác"
        deck.slides[0].notes_slide.notes_text_frame.text = "xoá hết"

    pages = refresh.looked_at(edited(attention_deck(today), work), "a.pptx", today)
    assert [(one.state, one.title) for one in pages][1] == ("unknown", "Trang của đơn vị khác")
    assert pages[0].state == "current"


def test_figures_that_the_store_no_longer_has_are_said_so(today, store):
    def emptied(name, rows):
        return rows if name == "territory_list" else rows[:0]

    assert refresh.looked_at(attention_deck(today), "a.pptx", context(store, change=emptied))[0].state == "gone"


def test_a_deck_in_the_customers_template_is_refreshed_too(today, later):
    chosen = template(customer(), "mau.pptx")
    with table_pages.within(chosen.page, chosen.font):
        slides = flat(today)
    own = pptx_file.deck(slides, "Thử", chosen)
    fresh, _ = refresh.refreshed(own, "a.pptx", later)
    sound(fresh)
    assert {page.state for page in refresh.looked_at(fresh, "a.pptx", later)} == {"current"}


@pytest.mark.parametrize(
    "line",
    [
        '{"loai":"summary","tham_so":{"dia_ban":"42","nam":"2022\'; drop table"},"chu":{},"hinh":0,"net":""}',
        '{"loai":"__class__","tham_so":{},"chu":{},"hinh":0,"net":""}',
        '{"loai":["summary"],"tham_so":{},"chu":{},"hinh":0,"net":""}',
        "{" * 5000 + "}" * 5000,
        "{}",
    ],
)
def test_hostile_notes_are_not_recognised_and_harm_nothing(today, line):
    def work(deck):
        without_records(deck)
        frame = deck.slides[0].notes_slide.notes_text_frame
        frame.text = f"Mã băm số liệu (SHA-256): {'a' * 64}\nTham số để cập nhật (giữ nguyên dòng này): {line}"

    assert refresh.looked_at(edited(attention_deck(today), work), "a.pptx", today)[0].state == "unknown"


@pytest.mark.parametrize(
    "change",
    [
        lambda whole: [],
        lambda whole: {**whole, "kind": "__class__"},
        lambda whole: {**whole, "params": {"dia_ban": "42", "nam": "2022'; drop table"}},
        lambda whole: {**whole, "texts": {"ct-title": 5}},
        lambda whole: {**whole, "charts": {"ct-chart-1": {"names": "x"}}},
        lambda whole: {**whole, "tables": {"ct-table": []}},
        lambda whole: {**whole, "held": None},
    ],
    ids=["a list", "another kind", "another year", "a number for a text", "half a chart", "an empty table", "nothing held"],
)
def test_a_hostile_record_is_not_believed_and_harms_nothing(today, change):
    def work(deck):
        part = deck.slides[0].part
        whole = json.loads(slide_record.to_json(slide_record.beside(part)))
        without_records(deck)
        name = PackURI("/customXml/item9.xml")
        xml = f'<trang xmlns="urn:chi-tieu-chuyen-doi-so:trang">{escape(json.dumps(change(whole)))}</trang>'
        part.relate_to(Part(name, "application/xml", part.package, xml.encode()), RT.CUSTOM_XML)

    assert refresh.looked_at(edited(attention_deck(today), work), "a.pptx", today)[0].state == "unknown"


def without_records(deck):
    """Take away what we keep in a deck, as some programs do."""
    for slide in deck.slides:
        for mark in slide._element.iter("{http://schemas.openxmlformats.org/presentationml/2006/main}custDataLst"):
            mark.getparent().remove(mark)
        for key in [key for key, one in slide.part.rels.items() if one.reltype == RT.CUSTOM_XML]:
            slide.part.rels.pop(key)
    slide_record.put_copy(deck, [])


def test_a_file_that_is_no_deck_is_refused(today):
    with pytest.raises(BadDeck, match="không đọc được như một tệp PowerPoint"):
        refresh.looked_at(b"PK nothing", "a.pptx", today)


@pytest.mark.parametrize(("kind", "read"), [("targets", "target_list"), ("levels", "level_comparison")])
def test_of_several_pages_only_those_with_changed_rows_are_out_of_date(store, kind, read):
    def longer(name, rows):
        if name != "level_comparison":  # that of the seed fills one page
            return rows
        return Rows(rows.columns, [row._replace(indicator_id=row.indicator_id + more) for more in "AB" for row in rows])

    def halved_at_the_end(name, rows):
        rows = longer(name, rows)
        if name != read:
            return rows
        last = (
            rows[-1]
            if name == "level_comparison"
            else max((row for row in rows if row.basis == "measured"), key=lambda row: row.pillar_order)
        )
        half = (last.actual or 100.0) / 2
        changed = {"actual": half, "basis": "measured"} | ({"to_date": half} if "to_date" in rows.columns else {})
        return Rows(rows.columns, [row._replace(**changed) if row == last else row for row in rows])

    slides = kinds.make(context(store, change=longer), kind, YEAR)
    pages = refresh.looked_at(pptx_file.deck(slides, "Thử"), "a.pptx", context(store, change=halved_at_the_end))
    assert [one.state for one in pages] == ["current"] * (len(slides) - 1) + ["stale"] and len(slides) > 1


def test_the_hash_belongs_to_the_figures_alone(today, later, store):
    one, other = (kinds.make(at, "attention", YEAR)[0] for at in (today, context(store, sample=True)))
    assert one.sha256 == other.sha256 != kinds.make(later, "attention", YEAR)[0].sha256
    assert notes.mark("a  b\vc") == notes.mark("a b\nc") != notes.mark("a b d")
