"""The decks as LibreOffice shows them, and our own PDF: compared with stored pictures, diacritics read back."""

import re
import unicodedata

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

from components.slides.flat import pdf_file
from components.slides.pptx import pptx_file
from tests.components.slides.reference_pictures import FOLDER, missing, rendered
from tests.components.slides.slide_samples import PICTURED, pictured
from tests.conftest import in_ci


@pytest.fixture(scope="module")
def slides(store):
    return list(pictured(store).values())


@pytest.fixture(scope="module")
def tools():
    if missing():
        said = f"install {', '.join(missing())} to see how LibreOffice shows the slides"
        pytest.fail(said) if in_ci() else pytest.skip(said)


@pytest.fixture(scope="module")
def office(slides, tools, tmp_path_factory):
    return rendered(pptx_file.deck(slides, "Thử"), tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="module")
def paper(slides, tools, tmp_path_factory):
    return rendered(pdf_file.pdf(slides, "Thử"), tmp_path_factory.mktemp("paper"), ending="pdf")


def difference(one, other):
    """Mean difference of two pictures in grey levels, after a blur that forgives the width of a letter."""
    blurred = [picture.convert("L").resize((480, 270)).filter(ImageFilter.GaussianBlur(3)) for picture in (one, other)]
    return ImageStat.Stat(ImageChops.difference(*blurred)).mean[0]


@pytest.mark.parametrize("place", range(len(PICTURED)), ids=list(PICTURED))
def test_a_slide_looks_like_its_reference(office, place):
    pictures, _ = office
    reference = Image.open(FOLDER / f"{list(PICTURED)[place]}.png")
    assert len(pictures) == len(PICTURED)
    assert difference(pictures[place], reference) < 2.5


def test_the_comparison_would_notice_another_slide(office):
    pictures, _ = office
    others = [difference(pictures[place], pictures[place + 1]) for place in range(len(pictures) - 1)]
    assert min(others) > 3.5


@pytest.mark.parametrize("which", ["office", "paper"])
def test_every_text_is_read_back_with_its_diacritics(which, slides, request):
    _, text = request.getfixturevalue(which)
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFC", text))
    for slide in slides:
        for said in (slide.what, slide.who, slide.message):
            first = re.sub(r"\s+", "", said)[:24]
            assert first in plain, (which, said)
    assert "\ufffd" not in text and "□" not in text
    assert not re.search(r"\d\.\d{1,2}%", text)


def test_no_ink_touches_the_edge_of_a_page(office, paper):
    for pictures, _ in (office, paper):
        for place, picture in enumerate(pictures):
            wide, high = picture.size
            edges = [(0, 0, wide, 3), (0, high - 3, wide, high), (0, 0, 3, high), (wide - 3, 0, wide, high)]
            assert all(picture.crop(edge).getextrema()[0] > 200 for edge in edges), (place, list(PICTURED)[place])


def test_our_pdf_and_the_deck_show_the_same(office, paper):
    looser = {"bia": 13, "cac-cap": 13}  # the cover follows the template; LibreOffice draws targets and results equally wide
    for name, one, other in zip(PICTURED, office[0], paper[0], strict=True):
        assert difference(one, other) < looser.get(name, 7), name
