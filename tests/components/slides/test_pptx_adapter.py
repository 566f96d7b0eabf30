"""What is taken from the inside of python-pptx is there, in one module; heavy libraries load when a file is made."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Pt

from components.slides.pptx import pptx_adapter

ROOT = Path(pptx_adapter.__file__).parents[3]
PUBLIC = {"pptx", "pptx.util", "pptx.enum.shapes", "pptx.exc", "pptx.presentation", "pptx.slide"}
HEAVY = {"pptx", "lxml", "reportlab", "xlsxwriter"}


@pytest.fixture()
def deck():
    made = Presentation()
    made.slides.add_slide(made.slide_layouts[0])
    return made


def test_the_private_parts_of_python_pptx_are_where_the_adapter_looks(deck):
    slide = deck.slides[0]
    box = slide.shapes.add_textbox(Pt(1), Pt(1), Pt(9), Pt(9))
    assert pptx_adapter.element(box).tag == pptx_adapter.qn("p:sp")
    assert pptx_adapter.element(deck.part).tag == pptx_adapter.qn("p:presentation")
    assert [entry.rId for entry in pptx_adapter.slide_list(deck)] and len(pptx_adapter.slide_list(deck)) == 1
    assert pptx_adapter.text_body(box.text_frame).tag == pptx_adapter.qn("p:txBody")
    assert pptx_adapter.element(box) in list(pptx_adapter.shape_tree(slide))
    pptx_adapter.remove(box)
    assert box.name not in [shape.name for shape in slide.shapes]
    assert any(
        relation.reltype == pptx_adapter.RT.OFFICE_DOCUMENT for _, relation in pptx_adapter.package_relations(deck).items()
    )
    assert len(pptx_adapter.placeholders(slide)) == 2 and pptx_adapter.slide_size(deck) == (Pt(720), Pt(540))
    theme = deck.slide_master.part.part_related_by(pptx_adapter.RT.THEME)
    pptx_adapter.set_blob(theme, b"<x/>")
    assert theme.blob == b"<x/>"
    root = pptx_adapter.parse_xml("<x/>")
    pptx_adapter.set_root(slide.part, root)
    assert pptx_adapter.element(slide.part) is root
    assert str(pptx_adapter.PackURI(pptx_adapter.ChartPart.partname_template % 1)) == "/ppt/charts/chart1.xml"
    assert "%d" in pptx_adapter.EmbeddedXlsxPart.partname_template and hasattr(pptx_adapter.ChartWorkbook, "xlsx_part")
    assert pptx_adapter.CT.PML_NOTES_SLIDE and pptx_adapter.NotesSlidePart.load


@pytest.mark.parametrize("path", sorted((ROOT / "components/slides").rglob("*.py")), ids=lambda path: path.stem)
def test_nobody_but_the_adapter_reaches_into_python_pptx(path):
    if path.stem == "pptx_adapter":
        return
    text = path.read_text(encoding="utf-8")
    taken = set(re.findall(r"(?:from|import) (pptx(?:\.\w+)*)", text))
    assert taken <= PUBLIC, path
    foreign = re.findall(r"(?<!self)\._(?:element|blob|rels|txBody|spTree|sldIdLst|\w+Part)\b", text)
    assert foreign == [], path


def loaded(code):
    """The heavy libraries that a process of its own has loaded after some code."""
    code += f"\nimport sys\nprint(sorted({HEAVY!r} & set(sys.modules)))"
    return subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")[
        -2
    ]


MAKE = """
from components.slides.content import kinds
from components.slides.content.context import SlideContext
from queries.store import Store
store = Store.open({path!r})
context = SlideContext(lambda read, **params: read(store, **params), "http://a.example/", 1)
slides = [kinds.make(context, kind, {{"dia_ban": "42", "nam": 2022}})[0] for kind in ("cover", "attention", "levels", "targets")]
"""


def test_slides_are_made_without_the_libraries_of_files(new_seed_file):
    make = MAKE.format(path=str(new_seed_file()))
    assert loaded(make) == "[]"
    made = make + "from components.slides import files\n"
    assert loaded(made + "files.html(slides, 'a')") == "[]"
    assert loaded(made + "files.pdf(slides, 'a')") == "['reportlab']"
    assert loaded(made + "files.pptx(slides, 'a')") == "['lxml', 'pptx', 'xlsxwriter']"


def test_pages_load_without_the_libraries_of_files():
    assert loaded("import components.briefing.previews, components.tiles.slide_button") == "[]"
