"""Slides as a PDF with the shipped fonts inside; needs no browser and no office program."""

from __future__ import annotations

import io

from reportlab.pdfgen.canvas import Canvas

from components.slides.flat import drawing
from components.slides.flat.html_file import placed
from components.slides.layout import text_metrics
from components.slides.layout.slide_layout import Rect, Stroke, Words
from components.slides.model import HEIGHT, WIDTH, Slide


def pdf(slides: list[Slide], name: str) -> bytes:
    """One page of 13.333 x 7.5 inches a slide, with bookmarks and links; ``name`` is the title of the document."""
    text_metrics.fonts()
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH, HEIGHT), pageCompression=1, lang="vi-VN", initialFontName=text_metrics.REGULAR)
    canvas.setTitle(name)
    canvas.setCreator("Chỉ tiêu chuyển đổi số")
    for place, slide in enumerate(slides, start=1):
        canvas.bookmarkPage(f"trang-{place}")
        canvas.addOutlineEntry(slide.title, f"trang-{place}")
        for piece in drawing.slide(slide, place, len(slides)):
            _piece(canvas, piece)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _piece(canvas: Canvas, piece: Words | Rect | Stroke) -> None:
    if isinstance(piece, Words):
        _words(canvas, piece)
    elif isinstance(piece, Stroke):
        canvas.setStrokeColor(piece.colour)
        canvas.setLineWidth(piece.width)
        canvas.setDash([piece.width * 1.2, piece.width * 2] if piece.dotted else [])
        canvas.line(piece.x1, HEIGHT - piece.y1, piece.x2, HEIGHT - piece.y2)
        canvas.setDash([])
    else:
        _rect(canvas, piece)


def _rect(canvas: Canvas, piece: Rect) -> None:
    box = piece.box
    bottom = HEIGHT - box.y - box.h
    if piece.hatched:
        canvas.saveState()
        inside = canvas.beginPath()
        inside.rect(box.x, bottom, box.w, box.h)
        canvas.clipPath(inside, stroke=0)
        canvas.setStrokeColor(piece.outline)
        canvas.setLineWidth(2.2)
        for step in range(int((box.w + box.h) / 6) + 2):
            canvas.line(box.x + step * 6 - box.h, bottom, box.x + step * 6, bottom + box.h)
        canvas.restoreState()
    if piece.fill:
        canvas.setFillColor(piece.fill)
    if piece.outline:
        canvas.setStrokeColor(piece.outline)
        canvas.setLineWidth(piece.width)
    canvas.rect(box.x, bottom, box.w, box.h, stroke=int(bool(piece.outline)), fill=int(bool(piece.fill)))


def _words(canvas: Canvas, piece: Words) -> None:
    size = piece.size
    for x, base, line in placed(piece):
        wide = sum(text_metrics.width(run.text, size, run.bold) for run in line)
        x -= {"left": 0.0, "center": wide / 2, "right": wide}[piece.align]
        for run in line:
            canvas.setFont(text_metrics.BOLD if run.bold else text_metrics.REGULAR, size)
            canvas.setFillColor(run.colour)
            canvas.drawString(x, HEIGHT - base, run.text)
            end = x + text_metrics.width(run.text, size, run.bold)
            if run.link:
                canvas.linkURL(run.link, (x, HEIGHT - base - size * 0.3, end, HEIGHT - base + size), relative=0)
            x = end
