"""Slides as a tagged PDF with the shipped fonts inside; needs no browser and no office program."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from components.charts import text_metrics
from components.charts.model import Run
from components.charts.shapes import DASHES, Circle, Rect, Shape, Stroke, Words
from components.charts.svg_elements import text_lines
from components.slides.flat import parts
from components.slides.flat.parts import Part
from components.slides.flat.pdf_structure import Structure
from components.slides.slide import HEIGHT, WIDTH, Slide
from components.theme import INK

_LANGUAGE = "vi-VN"
NAMES = {False: "Arimo", True: "Arimo-Bold"}  # whether bold -> name of the font
_HATCHES = {"fine": (6, 2.2), "wide": (14, 1.6)}  # distance and width of the lines


def pdf(slides: list[Slide], name: str) -> bytes:
    """One page of 13.333 x 7.5 inches a slide, tagged, with bookmarks and links; ``name`` is the title of the document."""
    _fonts()
    buffer = io.BytesIO()
    font: Any = NAMES[False]  # the stubs of reportlab want a number here
    canvas = Canvas(buffer, (WIDTH, HEIGHT), pageCompression=1, lang=_LANGUAGE, initialFontName=font, pdfVersion=(1, 7))
    canvas.setTitle(name)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setCreator("Chỉ tiêu chuyển đổi số")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    structure = Structure(canvas, name, _LANGUAGE, len(slides))
    for number, slide in enumerate(slides, start=1):
        canvas.bookmarkPage(f"trang-{number}")
        canvas.addOutlineEntry(slide.message or slide.title, f"trang-{number}")
        with structure.page():
            for part in parts.of(slide, number, len(slides)):
                _part(canvas, structure, part)
    canvas.save()
    return buffer.getvalue()


def _part(canvas: Canvas, structure: Structure, part: Part) -> None:
    """A part of a page, then the parts in it."""
    with structure.part(part):
        if part.shapes:
            with structure.content(part):
                for shape in part.shapes:
                    _shape(canvas, structure, part.role, shape)
        for inner in part.parts:
            _part(canvas, structure, inner)


@cache
def _fonts() -> None:
    """Make the shipped fonts known to the writer of PDFs, once."""
    for bold, name in NAMES.items():
        pdfmetrics.registerFont(TTFont(name, text_metrics.FOLDER / text_metrics.FILES[bold]))


def _shape(canvas: Canvas, structure: Structure, role: str, shape: Shape) -> None:
    if isinstance(shape, Words):
        _words(canvas, structure, role, shape)
    elif isinstance(shape, Stroke):
        _edge(canvas, shape.colour, shape.width, shape.dash)
        canvas.line(shape.x1, HEIGHT - shape.y1, shape.x2, HEIGHT - shape.y2)
    elif isinstance(shape, Circle):
        _edge(canvas, shape.outline, shape.width)
        canvas.setFillColor(shape.fill or "#ffffff")
        canvas.circle(shape.x, HEIGHT - shape.y, shape.radius, stroke=int(bool(shape.outline)), fill=1)
    else:
        _rect(canvas, shape)


def _edge(canvas: Canvas, colour: str | None, width: float, dash: str = "") -> None:
    if colour:
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(width)
    canvas.setDash([part * width for part in DASHES[dash]] if dash else [])


def _rect(canvas: Canvas, shape: Rect) -> None:
    box = shape.box
    bottom = HEIGHT - box.y - box.h
    if shape.hatch:
        _hatch(canvas, shape)
    if shape.fill:
        canvas.setFillColor(shape.fill)
    _edge(canvas, shape.outline, shape.width, shape.dash)
    canvas.rect(box.x, bottom, box.w, box.h, stroke=int(bool(shape.outline)), fill=int(bool(shape.fill)))


def _hatch(canvas: Canvas, shape: Rect) -> None:
    box, (step, width) = shape.box, _HATCHES[shape.hatch]
    bottom = HEIGHT - box.y - box.h
    canvas.saveState()
    inside = canvas.beginPath()
    inside.rect(box.x, bottom, box.w, box.h)
    canvas.clipPath(inside, stroke=0)
    _edge(canvas, shape.outline or INK, width)
    for number in range(int((box.w + box.h) / step) + 2):
        canvas.line(box.x + number * step - box.h, bottom, box.x + number * step, bottom + box.h)
    canvas.restoreState()


def _words(canvas: Canvas, structure: Structure, role: str, piece: Words) -> None:
    size = piece.size
    for x, base, line in text_lines(piece):
        wide = sum(text_metrics.width(run.text, size, run.bold) for run in line)
        x -= {"left": 0.0, "center": wide / 2, "right": wide}[piece.align]
        for run in line:
            end = x + text_metrics.width(run.text, size, run.bold)
            if run.link:
                around = (x, HEIGHT - base - size * 0.3, end, HEIGHT - base + size)
                with structure.link(role, run.text) as facts:
                    _run(canvas, x, base, size, run)
                    canvas.linkURL(run.link, around, relative=0, **facts)
            else:
                _run(canvas, x, base, size, run, " " if run is line[-1] else "")
            x = end


def _run(canvas: Canvas, x: float, base: float, size: float, run: Run, after: str = "") -> None:
    """A piece of text; ``after`` parts it from the next line for those who have it read out."""
    canvas.setFont(NAMES[run.bold], size)
    canvas.setFillColor(run.colour)
    canvas.drawString(x, HEIGHT - base, run.text + after)
