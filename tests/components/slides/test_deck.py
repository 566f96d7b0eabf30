"""Decks are sound packages, say everything that a slide must say, and fit: also into a customer's template."""

import io
import re
import zipfile
from datetime import date

import pytest
from lxml import etree
from pptx import Presentation
from pptx.util import Pt

from components.charts import chart_geometry, text_metrics
from components.charts.shapes import Words
from components.slides import single_chart
from components.slides.content import kinds
from components.slides.flat import drawing, html_file, pdf_file
from components.slides.layout import placed_pieces as layout_pieces
from components.slides.layout import slide_heading, slide_layout, table_rooms
from components.slides.layout.slide_page import Page
from components.slides.pptx import pptx_file, slide_record
from components.slides.pptx.errors import BadDeck
from components.slides.pptx.open_deck import MAX_FILE
from components.slides.slide import HEIGHT, WIDTH, Slide
from components.slides.templates.template import template
from components.text.decks.deck_file_name import deck_file_name
from data.vietnamese import dates
from queries import reads
from tests.components.slides.slide_samples import SITE, YEAR, context, flat

PLACE = {"province_code": "42", "unit_id": "42"}


@pytest.fixture(scope="module")
def slides(store):
    return flat(context(store))


@pytest.fixture(scope="module")
def blob(slides):
    return pptx_file.deck(slides, "Thử")


def every_shape(shapes):
    """Shapes with those inside groups."""
    return [inner for shape in shapes for inner in (every_shape(shape.shapes) if hasattr(shape, "shapes") else (shape,))]


def texts(slide):
    said = []
    for shape in every_shape(slide.shapes):
        if shape.has_text_frame:
            said.append(shape.text_frame.text)
        if getattr(shape, "has_table", False) and shape.has_table:
            said += [cell.text for row in shape.table.rows for cell in row.cells]
    return "\n".join(said)


def sound(blob):
    """Raise AssertionError unless part names, relationships, content types and shape numbers are as OOXML wants them."""
    package = zipfile.ZipFile(io.BytesIO(blob))
    names = package.namelist()
    assert package.testzip() is None and len(set(names)) == len(names)
    kinds_ = etree.fromstring(package.read("[Content_Types].xml"))
    defaults = {one.get("Extension").lower() for one in kinds_ if one.tag.endswith("Default")}
    overrides = {one.get("PartName").lstrip("/") for one in kinds_ if one.tag.endswith("Override")}
    assert overrides <= set(names), overrides - set(names)
    for name in names:
        if name != "[Content_Types].xml":
            assert name in overrides or name.rsplit(".", 1)[-1].lower() in defaults, name
        if name.endswith((".xml", ".rels")):
            etree.fromstring(package.read(name))
    for name in (name for name in names if name.endswith(".rels")):
        folder, _, own = name.rpartition("_rels/")
        relations = list(etree.fromstring(package.read(name)))
        for one in relations:
            if one.get("TargetMode") != "External":
                target = one.get("Target")
                path = target.lstrip("/") if target.startswith("/") else _joined(folder, target)
                assert path in names, (name, target)
        part = folder + own.removesuffix(".rels")
        if part in names:
            used = set(re.findall(r'r:(?:id|embed|link|pict)="(rId\d+)"', package.read(part).decode()))
            assert used <= {one.get("Id") for one in relations}, part
    for name in (name for name in names if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)):
        numbers = re.findall(r'<p:cNvPr id="(\d+)"', package.read(name).decode())
        assert len(numbers) == len(set(numbers)), name


def _joined(folder, target):
    parts = folder.strip("/").split("/") if folder.strip("/") else []
    for step in target.split("/"):
        parts = parts[:-1] if step == ".." else [*parts, step]
    return "/".join(parts)


def test_the_deck_is_a_sound_package_and_opens_again(blob, slides):
    sound(blob)
    assert len(Presentation(io.BytesIO(blob)).slides) == len(slides)


def test_every_chart_is_native_and_carries_its_workbook(blob, slides):
    deck = Presentation(io.BytesIO(blob))
    for made, slide in zip(slides, deck.slides, strict=True):
        native = [shape for shape in slide.shapes if shape.has_chart]
        assert len(native) == len(made.plots)
        assert all(shape.chart.part.chart_workbook.xlsx_part.blob.startswith(b"PK") for shape in native)
        assert not [shape for shape in slide.shapes if shape.shape_type is not None and "PICTURE" in str(shape.shape_type)]
        assert not [shape for shape in slide.placeholders if shape.has_text_frame and not shape.text_frame.text.strip()]
        assert all(shape._element.nvGraphicFramePr.cNvPr.get("descr") for shape in native)


def test_every_slide_says_who_what_when_source_and_link(blob, slides):
    for made, slide in zip(slides, Presentation(io.BytesIO(blob)).slides, strict=True):
        said = texts(slide)
        assert "Tỉnh Hà Tĩnh" in said and made.what in said and re.search(r"20\d\d", said)
        if made.kind != "cover":
            assert "Nguồn: " in said and re.search(r"KH-UBND|QĐ", said)
            links = [
                run.hyperlink.address
                for shape in slide.shapes
                if shape.has_text_frame
                for p in shape.text_frame.paragraphs
                for run in p.runs
            ]
            assert made.link in links and made.link.startswith(SITE)
            assert 'type="slidenum"' in etree.tostring(slide._element).decode()
    dated = [made for made in slides if re.search(r"(số liệu đến|văn bản) ngày", made.source)]
    assert dated and all(re.search(r"(số liệu đến|văn bản) ngày \d\d/\d\d/\d{4}", made.source) for made in dated)


def test_the_notes_are_for_the_speaker_and_the_file_keeps_how_a_slide_was_made(blob, slides, store):
    quoted = 0
    for made, slide in zip(slides, Presentation(io.BytesIO(blob)).slides, strict=True):
        notes = slide.notes_slide.notes_text_frame.text
        assert (
            made.message in notes
            and made.source in notes
            and made.sha256 not in notes
            and "http" not in notes
            and "{" not in notes
        )
        quoted += "Văn bản ghi:" in notes and "525/KH-UBND" in notes
        kept = slide_record.beside(slide.part)
        assert (kept.sha256, kept.link, kept.data_version, kept.params) == (
            made.sha256,
            made.link,
            store.data_version(),
            dict(made.params),
        )
        assert kept == slide_record.copies(Presentation(io.BytesIO(blob)))[slides.index(made)], (
            "a copy for programs that drop the part"
        )
        assert slide_record.from_json(slide_record.to_json(kept)) == kept
    assert quoted > 5


def test_the_slides_of_a_quarter_lead_to_the_quarter_and_the_cover_dates_nothing_else(store):
    quarter = {**YEAR, "ky": "Q2", "cap": "any"}
    cover, first = (kinds.make(context(store), kind, quarter)[0] for kind in ("cover", "period"))
    assert cover.link == f"{SITE}bao-cao?dia_ban=42&nam=2022&ky=Q2"
    assert first.link == f"{cover.link}&phan=trong-ky" and re.search(r"(số liệu|ghi) đến ngày \d\d/\d\d/2022$", first.source)
    assert "ghi đến ngày 30/05/2022" in cover.message, "a day that only one of its rows states is not the day of all"
    whole = kinds.make(context(store), "summary", {**YEAR, "ky": "N"})[0]
    assert whole.source.endswith("· theo văn bản ngày 29/12/2022"), "no row states a day"


@pytest.mark.parametrize(
    ("unit", "year", "said"),
    [
        ("42", 2030, r"(\d+) mục tiêu chính năm 2030: \1 chưa đến hạn"),
        ("440", 2023, r"(\d+) mục tiêu chính năm 2023: \1 quá hạn, chưa có kết quả"),
        (
            "42",
            2022,
            r"21 mục tiêu chính năm 2022: 5 chưa đạt, 1 gần đạt, 14 văn bản nói .* không nêu số, 1 đạt theo số mà .* chưa đạt",
        ),
    ],
)
def test_targets_that_nothing_judges_yet_are_not_called_missed(store, unit, year, said):
    assert re.fullmatch(said, kinds.make(context(store), "targets", {"dia_ban": unit, "nam": year})[0].message)


def test_the_copy_of_the_records_is_no_entry_of_the_properties_that_people_see(blob):
    package = zipfile.ZipFile(io.BytesIO(blob))
    assert "docProps/custom.xml" not in package.namelist() and "chiTieu/banLuu.xml" in package.namelist()


def test_no_foreign_name_is_left_in_the_file(blob):
    facts = Presentation(io.BytesIO(blob)).core_properties
    assert facts.author == facts.last_modified_by == "Chỉ tiêu chuyển đổi số" and facts.title == "Thử"
    assert facts.language == "vi-VN"


def test_invented_figures_are_marked_on_every_slide(store):
    made = flat(context(store, sample=True))
    blob = pptx_file.deck([slide for slide in made if slide.kind != "cover"], "Thử")
    for slide in Presentation(io.BytesIO(blob)).slides:
        assert "SỐ LIỆU MINH HỌA" in texts(slide) and "Số liệu minh họa" in slide.notes_slide.notes_text_frame.text
    cover = Presentation(io.BytesIO(pptx_file.deck(made[:1], "Thử"))).slides[0]
    assert "SỐ LIỆU MINH HỌA" in texts(cover)
    assert all("SỐ LIỆU MINH HỌA" in html_file.page(slide, 1, 1) for slide in made)


def test_real_figures_are_not_marked(blob):
    assert not [slide for slide in Presentation(io.BytesIO(blob)).slides if "MINH HỌA" in texts(slide)]


def overlapping(pieces):
    """Pairs of boxes of charts, tables and texts that cover one another."""
    boxes = [
        (piece.name, piece.box)
        for piece in pieces
        if isinstance(piece, layout_pieces.Native)
        or (isinstance(piece, slide_layout.Words) and not piece.name.startswith(("ct-card", "ct-sample")))
    ]
    return [
        (one, other)
        for place, (one, a) in enumerate(boxes)
        for other, b in boxes[place + 1 :]
        if a.x < b.x + b.w - 0.5 and b.x < a.x + a.w - 0.5 and a.y < b.y + b.h - 0.5 and b.y < a.y + a.h - 0.5
    ]


def reach(drawn):
    """How far the texts of a page reach to the right and down."""
    right = bottom = 0.0
    for piece in drawn:
        if isinstance(piece, Words):
            lines = [part for line in piece.lines for part in text_metrics.broken(line, piece.box.w, piece.size)]
            tall = len(lines) * piece.size * text_metrics.LEADING
            start = {
                "top": piece.box.y,
                "middle": piece.box.y + (piece.box.h - tall) / 2,
                "bottom": piece.box.y + piece.box.h - tall,
            }
            bottom = max(bottom, start[piece.anchor] + tall)
            longest = max((sum(text_metrics.width(run.text, piece.size, run.bold) for run in line) for line in lines), default=0)
            end = {"left": longest, "center": (piece.box.w + longest) / 2, "right": piece.box.w}[piece.align]
            right = max(right, piece.box.x + end)
    return right, bottom


def fits(slide):
    """Raise AssertionError when a text leaves its box or the page, or boxes cover one another."""
    page = Page()
    pieces = layout_pieces.flat(slide_layout.pieces(slide, page))
    assert overlapping(pieces) == [], slide.title
    for piece in (slide_heading.title(slide, page), *pieces):
        if isinstance(piece, slide_layout.Words) and piece.name not in ("ct-title",):
            assert text_metrics.height(piece.lines, piece.box.w, piece.size) <= piece.box.h + 2.5, (slide.title, piece)
    head = slide_heading.title(slide, page)
    assert text_metrics.height(head.lines, head.box.w, head.size) <= head.box.h + 0.5, slide.title
    for piece in pieces:
        if isinstance(piece, layout_pieces.Native) and piece.name == "ct-table":
            assert sum(table_rooms.row_heights(piece.content, piece.box.w, piece.size)) <= piece.box.h + 0.5, slide.title
        elif isinstance(piece, layout_pieces.Native) and not piece.content.horizontal:
            inner = piece.box.w - chart_geometry.left(piece.content, piece.size)
            room = chart_geometry.room(piece.content, inner, labelled=True)
            assert all(chart_geometry.widest(slot, piece.size) <= room * 1.3 for slot in piece.content.slots), slide.title
    right, bottom = reach(drawing.slide(slide, 1, 1))
    assert right <= WIDTH and bottom <= HEIGHT, slide.title


def test_nothing_overflows_on_any_kind_of_slide(slides):
    for slide in slides:
        fits(slide)


def test_nothing_overflows_for_the_longest_names_of_the_shipped_seed_and_a_choice_of_the_others(new_seed_store):
    store = new_seed_store()
    seen, at = 0, context(store)
    for unit, province in (("42", "42"), ("75", "75"), ("440", "42")):
        listed = sorted(reads.indicator_list(store, province_code=province, unit_id=unit), key=lambda row: -len(row.name))
        for row in [*listed[:25], *listed[25::8]]:
            for slide in kinds.make(at, "indicator", {"dia_ban": unit, "chi_tieu": row.indicator_id}):
                fits(slide)
                seen += 1
    assert seen > 80


def test_the_longest_names_of_the_shipped_catalogue_fit_the_title(new_seed_store):
    longest = new_seed_store().select("select name from indicator order by length(name) desc limit 20")["name"]
    page = Page()
    for name in longest:
        for message in ("", "Một câu nói"):
            slide = Slide("indicator", {}, name, "Tỉnh Hà Tĩnh · toàn tỉnh · % · 2020–2030", message, "", "")
            for words in (slide_heading.title(slide, page), *slide_heading.texts(slide, page)):
                assert text_metrics.height(words.lines, words.box.w, words.size) <= words.box.h + 0.5, name
                assert words.size >= (9 if words.name == "ct-topic" else 12) and words.box.y >= 12


def customer(wide=720.0, high=540.0, name="Sở"):
    """A customer's template: 4:3, a slide of their own, and a layout whose places were moved."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(wide), Pt(high)
    layout = deck.slide_layouts[1]
    layout.name = f"Bố cục {name}"
    for place, box in zip(layout.placeholders, ((36, 20, 648, 60), (60, 100, 600, 380)), strict=False):
        place.left, place.top, place.width, place.height = (Pt(side) for side in box)
    deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "Trang cũ của đơn vị"
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def test_earlier_results_on_a_slide_name_their_documents(store):
    (slide,) = kinds.make(context(store), "attention", {**YEAR, "nam": 2025})
    assert "424/QĐ-UBND" in slide.source and "525/KH-UBND" in slide.source and "29/12/2022" in slide.source
    slides = kinds.make(context(store), "changes", YEAR)
    assert all("424/QĐ-UBND" in slide.source for slide in slides) and "khoảng 94" in str([slide.table for slide in slides])


def test_a_slide_of_several_charts_says_which_one_its_message_is_about(store):
    several = kinds.make(context(store), "levels", YEAR)[0]
    assert len(several.plots) > 1 and "(biểu đồ bên trái)" in several.message
    (one,) = kinds.make(context(store), "levels", {**YEAR, "so_sanh": "CQ.06"})
    assert "biểu đồ" not in one.message


def test_a_template_of_the_customer_gives_master_layout_and_places(slides):
    chosen = template(customer(), "mau.pptx")
    assert chosen.content.name == "Bố cục Sở"
    blob = pptx_file.deck(slides, "Thử", chosen)
    sound(blob)
    deck = Presentation(io.BytesIO(blob))
    assert deck.slide_width == Pt(720) and len(deck.slides) == len(slides)
    assert "Trang cũ" not in "".join(map(texts, deck.slides))
    for made, slide in zip(slides, deck.slides, strict=True):
        if made.kind == "cover":
            continue
        assert slide.slide_layout.name == "Bố cục Sở"
        for shape in slide.shapes:
            if shape.name.startswith(("ct-chart", "ct-table", "ct-topic", "ct-source")):
                assert Pt(59) <= shape.left and shape.left + shape.width <= Pt(661), shape.name
                assert Pt(99) <= shape.top and shape.top + shape.height <= Pt(481), shape.name


def bomb(size):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("ppt/presentation.xml", b" " * size)
    return buffer.getvalue()


def without(blob, name):
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blob)) as old, zipfile.ZipFile(buffer, "w") as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("bad", "says"),
    [
        (b"", "không đọc được như một tệp PowerPoint"),
        (b"not a deck at all" * 99, "không đọc được như một tệp PowerPoint"),
        (b"PK\x03\x04" + b"x" * 500, "không đọc được như một tệp PowerPoint"),
        (lambda: bomb(60 * 1024 * 1024), "bung ra quá lớn"),
        (lambda: customer()[:9000], "không đọc được như một tệp PowerPoint"),
        (lambda: without(customer(), "ppt/presentation.xml"), "không đọc được như một tệp PowerPoint"),
        (lambda: without(customer(), "ppt/slideMasters/slideMaster1.xml"), "không đọc được như một tệp PowerPoint"),
        (b"PK" + b"0" * MAX_FILE, "nhiều nhất là 20 MB"),
    ],
    ids=["empty", "text", "torn zip", "bomb", "cut off", "no presentation", "no master", "too large"],
)
def test_a_bad_template_is_refused_with_a_clear_word(bad, says):
    with pytest.raises(BadDeck) as refused:
        template(bad() if callable(bad) else bad, "mau.pptx")
    assert says in str(refused.value) and "mau.pptx" in str(refused.value)


def test_random_bytes_in_a_template_never_raise_anything_else():
    import random

    chance, whole = random.Random(7), customer()
    for _ in range(40):
        broken = bytearray(whole)
        for _ in range(chance.randrange(1, 30)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            template(bytes(broken), "mau.pptx")
        except BadDeck as refused:
            assert "mau.pptx" in str(refused)


def test_a_message_of_ones_own_replaces_the_drafted_one(store):
    slide = kinds.make(context(store), "summary", YEAR)[0]
    own = kinds.with_message(slide, "  Cần họp   trong tuần này ")
    assert own.message == "Cần họp trong tuần này" and not own.drafted and slide.drafted
    assert "Cần họp trong tuần này" in texts(Presentation(io.BytesIO(pptx_file.deck([own], "x"))).slides[0])


@pytest.mark.parametrize(
    ("kind", "params"),
    [
        ("không có", YEAR),
        ("summary", {"dia_ban": "42"}),
        ("summary", {**YEAR, "nam": "2022; drop table"}),
        ("summary", {**YEAR, "cap": "' or 1=1"}),
        ("indicator", {"dia_ban": "42"}),
        ("period", {**YEAR, "ky": "Q9"}),
        ("summary", {**YEAR, "la": 1}),
        ("summary", {"dia_ban": ["42"], "nam": 2022}),
    ],
)
def test_parameters_that_nothing_can_be_made_of_are_refused(store, kind, params):
    with pytest.raises(kinds.NoSuchSlide):
        kinds.make(context(store), kind, params)


def test_one_click_gives_a_deck_with_the_chart(store):
    blob = single_chart.one_slide(context(store), "attention", YEAR)
    deck = Presentation(io.BytesIO(blob))
    assert len(deck.slides) == 1 and any(shape.has_chart for shape in deck.slides[0].shapes)
    assert deck_file_name("Hồ sơ điện tử · Tỉnh Hà Tĩnh 2022", "pptx") == "ho-so-dien-tu-tinh-ha-tinh-2022.pptx"


def test_the_html_is_one_file_that_fetches_nothing_and_escapes_texts(store, slides):
    whole = html_file.html(slides, "Báo cáo <thử>").decode()
    assert whole.count("<section ") == len(slides) and "<script" not in whole and "Báo cáo &lt;thử&gt;" in whole
    fetched = re.findall(r'(?:src|href)\s*=\s*"([^"]+)"|url\(([^)]+)\)', whole)
    assert all((one or two).startswith((SITE, "data:", "#")) for one, two in fetched)
    hostile = kinds.with_message(slides[1], '<img src=x onerror=alert(1)>"')
    assert "<img" not in html_file.page(hostile, 1, 1) and "&lt;img" in html_file.page(hostile, 1, 1)
    etree.fromstring(html_file.page(hostile, 1, 1).encode())


def test_the_pdf_has_a_page_a_slide_and_its_fonts_inside(slides):
    made = pdf_file.pdf(slides, "Thử")
    assert made.startswith(b"%PDF") and made.count(b"/Type /Page\n") == len(slides)
    assert b"+Arimo" in made and b"/FontFile2" in made and b"/Helvetica" not in made.replace(b"/BaseFont /Helvetica", b"")
    assert SITE.encode() in made


def test_a_store_with_a_sample_upload_says_so(own_store):
    assert not reads.sample_mark(own_store)[0].is_sample
    own_store.write(
        lambda cursor: cursor.execute(
            "insert into upload by name select * replace (999 as upload_id, 'sample' as kind) from upload where upload_id = 1"
        )
    )
    assert reads.sample_mark(own_store)[0].is_sample


def test_the_message_is_the_title_that_outlines_and_screen_readers_meet_first(blob, slides):
    for made, slide in zip(slides, Presentation(io.BytesIO(blob)).slides, strict=True):
        assert slide.shapes.title.text_frame.text == (made.what if made.kind == "cover" else made.message or made.what)
        names = [shape.name for shape in slide.shapes]
        assert names[0] == "ct-title" and names[-1] in ("ct-sldNum", "ct-ftr")
        assert made.kind == "cover" or names[1] == "ct-topic"


def test_the_file_of_a_long_name_is_made_and_is_of_today(slides):
    with dates.on_day(date(2024, 5, 6)):
        made = pptx_file.deck([slides[-1]], "Tỷ lệ " * 60)
    facts = Presentation(io.BytesIO(made)).core_properties
    assert len(facts.title) <= 255 and facts.title.startswith("Tỷ lệ Tỷ lệ") and facts.title.endswith("…")
    assert facts.created.date() == facts.modified.date() and abs((facts.created.date() - date(2024, 5, 6)).days) <= 1
    deck_file_name(slides[-1].title * 3, "pptx")


def test_a_cover_finds_room_in_a_template_without_a_subtitle(slides):
    deck = Presentation(io.BytesIO(customer()))
    for layout in list(deck.slide_layouts):
        if layout.name != "Bố cục Sở" and not layout.used_by_slides:
            deck.slide_layouts.remove(layout)
    for shape in list(deck.slide_layouts[0].placeholders):
        if "SUBTITLE" in str(shape.placeholder_format.type):
            shape._element.getparent().remove(shape._element)
    buffer = io.BytesIO()
    deck.save(buffer)
    made = pptx_file.deck([slides[0]], "Thử", template(buffer.getvalue(), "mau.pptx"))
    sound(made)
    said = texts(Presentation(io.BytesIO(made)).slides[0])
    assert all(line in said for line in (slides[0].what, slides[0].who, slides[0].message))
