"""Our PDF read by two other programs: what everything on a page is, in which order it is read, and what pictures show in words."""

import io
import re
import shutil
import subprocess

import pytest
from pypdf import PdfReader

from components.slides.content import kinds
from components.slides.flat import pdf_file
from tests.components.slides.slide_samples import EVERY, context
from tests.conftest import in_ci

NAMES = ("bia", "tom-tat", "can-chu-y", "bang-muc-tieu", "bang-thanh", "nhieu-chi-tieu", "chi-tieu")


@pytest.fixture(scope="module")
def slides(store):
    at = context(store, sample=True)
    return [kinds.make(at, *EVERY[name])[0] for name in NAMES]


@pytest.fixture(scope="module")
def made(slides):
    return pdf_file.pdf(slides, "Báo cáo & thử")


@pytest.fixture(scope="module")
def document(made):
    return PdfReader(io.BytesIO(made))


def below(element):
    """An element and all in it, in the order in which they are read."""
    yield element
    for kid in element.get("/K", []):
        if not isinstance(kid, int) and (found := kid.get_object()).get("/Type") == "/StructElem":
            yield from below(found)


def of_role(document, role):
    whole = document.trailer["/Root"]["/StructTreeRoot"]["/K"].get_object()
    return [element for element in below(whole) if element["/S"] == f"/{role}"]


def test_the_document_says_its_title_its_language_and_that_it_is_tagged(document):
    root = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "vi-VN" and root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert document.metadata.title == "Báo cáo & thử" == document.xmp_metadata.dc_title["x-default"]
    assert document.xmp_metadata.dc_language == ["vi-VN"]


def test_every_piece_of_a_page_belongs_to_an_element_or_is_for_the_eye_alone(document):
    numbered = document.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    parents = {number: entry.get_object() for number, entry in zip(numbered[::2], numbered[1::2], strict=True)}
    for page in document.pages:
        own, told, is_open = parents[page["/StructParents"]], [], False
        assert page["/Tabs"] == "/S"
        for operator in re.findall(
            r"/MCID \d+>> BDC|BMC|\bEMC|\bTj|\bre\b|\bl S", page.get_contents().get_data().decode("latin-1")
        ):
            if operator.endswith(("BDC", "BMC")):
                assert not is_open, "one piece inside another"
                told += re.findall(r"\d+", operator)
            else:
                assert is_open, operator
            is_open = operator != "EMC"
        assert list(map(int, told)) == list(range(len(own)))
        assert all(number in element.get_object()["/K"] for number, element in enumerate(own))


def test_links_are_elements_that_lead_to_their_place_on_the_page_and_back(document):
    numbered = document.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    parents = dict(zip(numbered[::2], numbered[1::2], strict=True))
    links = of_role(document, "Link")
    assert len(links) == len(NAMES) - 1
    for link in links:
        annotation = link["/K"][-1].get_object()["/Obj"].get_object()
        assert annotation["/Contents"] == "Xem trên bảng chỉ tiêu" and annotation["/A"]["/URI"].startswith("http")
        assert parents[annotation["/StructParent"]].get_object() == link


def test_tables_have_rows_of_headings_and_cells_and_pictures_say_what_they_show(document, slides):
    tables = [table for slide in slides for table in (slide.table, slide.second) if table]
    found = of_role(document, "Table")
    assert len(found) == len(tables) > 2
    for element, table in zip(found, tables, strict=True):
        rows = [row.get_object() for row in element["/K"]]
        assert len(rows) == len(table.rows) + 1 and {row["/S"] for row in rows} == {"/TR"}
        for number, row in enumerate(rows):
            cells = [cell.get_object() for cell in row["/K"]]
            spans = sum(cell.get("/A", {}).get("/ColSpan", 1) for cell in cells)
            assert spans == len(table.head) and cells[0]["/S"] == "/TH"
            assert cells[0]["/A"]["/Scope"] == ("/Column" if number == 0 or number - 1 in table.groups else "/Row")
            assert number == 0 or {cell["/S"] for cell in cells[1:]} <= {"/TD"}
    figures = [figure["/Alt"] for figure in of_role(document, "Figure")]
    assert len(figures) > sum(len(slide.plots) for slide in slides)
    assert all(plot.alt in figures for slide in slides for plot in slide.plots)


def test_another_reader_hears_the_page_in_its_order(made, slides, tmp_path):
    if shutil.which("pdfinfo") is None:
        pytest.fail("install poppler-utils") if in_ci() else pytest.skip("install poppler-utils")
    (tmp_path / "deck.pdf").write_bytes(made)
    told = subprocess.run(["pdfinfo", "-struct-text", tmp_path / "deck.pdf"], check=True, capture_output=True).stdout.decode()
    pages = told.split("  Sect\n")[1:]
    assert len(pages) == len(slides)
    for page, slide in zip(pages, slides, strict=True):
        title = slide.message if slide.kind != "cover" else slide.what
        parts = [title, "SỐ LIỆU MINH HỌA", slide.who, slide.note if slide.plots else "", slide.source]
        places = [page.index(said) for said in parts if said]
        assert page.lstrip().startswith("H1") and places == sorted(places)
