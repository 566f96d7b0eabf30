"""A long deck has a page of contents and pages that open its parts; both are judged rightly when the deck comes back."""

import io
import re

import pytest
from lxml import etree
from pptx import Presentation

from components.slides.content import kinds
from components.slides.older import refresh
from components.slides.pptx import pptx_file
from tests.components.slides.slide_samples import YEAR, context
from tests.components.slides.test_deck import sound, texts


@pytest.fixture(scope="module")
def slides(store):
    at = context(store)
    about = {"dia_ban": "42"}
    agenda = kinds.make(at, "agenda", {**about, "muc_luc": [["Tóm tắt mở đầu", 3], ["Theo nhóm và cấp", 5]]})
    parts = [
        (
            kinds.make(at, "section", {**about, "ten_phan": name, "phan_thu": [number, 2], "muc_luc": [[name, 3 + number]]}),
            kinds.make(at, kind, YEAR),
        )
        for number, (name, kind) in enumerate((("Tóm tắt mở đầu", "summary"), ("Theo nhóm và cấp", "pillars")), start=1)
    ]
    return [*kinds.make(at, "cover", YEAR), *agenda, *(slide for opening, own in parts for slide in (*opening, *own))]


def test_the_contents_name_parts_and_pages_and_sections_begin_with_the_page_that_opens_them(slides, store):
    blob = pptx_file.deck(slides, "Thử")
    sound(blob)
    deck = Presentation(io.BytesIO(blob))
    assert (
        re.search(r"Tóm tắt mở đầu\n3\n", texts(deck.slides[1]) + "\n")
        and deck.slides[1].shapes.title.text_frame.text == "Nội dung"
    )
    assert (
        "Phần 1 trong 2 · Tỉnh Hà Tĩnh" in texts(deck.slides[2])
        and deck.slides[2].shapes.title.text_frame.text == "Tóm tắt mở đầu"
    )
    listed = re.findall(r'section [^>]*name="([^"]+)"', etree.tostring(deck.part._element, encoding="unicode"))
    assert listed == ["Trang bìa", "Nội dung", "Tóm tắt mở đầu", "Theo nhóm và cấp"]
    states = [one.state for one in refresh.looked_at(blob, "a.pptx", context(store))]
    assert states == ["current"] * len(slides)


@pytest.mark.parametrize("lines", [[], [["x", "3"]], [["x" * 401, 3]], "x"])
def test_contents_that_are_none_are_refused(lines, store):
    with pytest.raises(kinds.NoSuchSlide):
        kinds.make(context(store), "agenda", {"dia_ban": "42", "muc_luc": lines})
