"""Slides as SVG, and as one HTML file that opens without a network and prints one slide a page."""

from __future__ import annotations

import base64
from functools import cache
from html import escape

from components.slides.flat import drawing
from components.slides.layout import text_metrics
from components.slides.layout.slide_layout import Rect, Stroke, Words
from components.slides.model import HEIGHT, WIDTH, Run, Slide
from components.theme import INK

_FAMILY = "Arimo, Arial, 'Liberation Sans', sans-serif"
_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_STYLE = f"""
@page {{size:13.333in 7.5in; margin:0}}
* {{box-sizing:border-box}}
body {{margin:0; background:#e9edf1; font-family:{_FAMILY}; color:{INK}}}
main {{max-width:1280px; margin:0 auto; padding:1.5rem 1rem}}
section {{background:#fff; margin:0 0 1.5rem; box-shadow:0 1px 4px #0003}}
svg {{display:block; width:100%; height:auto}}
a:hover text {{text-decoration:underline}}
@media print {{
  body {{background:#fff}} main {{max-width:none; padding:0}}
  section {{margin:0; box-shadow:none; width:13.333in; height:7.5in; overflow:hidden; break-after:page; break-inside:avoid}}
  section:last-child {{break-after:auto}}
  * {{-webkit-print-color-adjust:exact; print-color-adjust:exact}}
}}"""


def svg(slide: Slide, place: int, total: int) -> str:
    """One slide as an SVG element. Its texts are texts: they can be searched and copied."""
    body = "".join(_piece(piece) for piece in drawing.slide(slide, place, total))
    hatch = (
        '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<rect width="5" height="5" fill="#fff"/><line x1="0" y1="0" x2="0" y2="5" stroke="#22405e" stroke-width="2.4"/></pattern></defs>'
    )
    said = escape(". ".join(filter(None, [slide.title, slide.message, *(plot.alt for plot in slide.plots)])))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" role="img" font-family="{_FAMILY}" '
        f'aria-label="{said}">{hatch}<rect width="{WIDTH:g}" height="{HEIGHT:g}" fill="#fff"/>{body}</svg>'
    )


def html(slides: list[Slide], name: str) -> bytes:
    """All slides in one file; ``name`` is its title. Fonts are inside, nothing is fetched."""
    pages = "".join(
        f'<section id="trang-{place}">{svg(slide, place, len(slides))}</section>' for place, slide in enumerate(slides, 1)
    )
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(name)}</title><style>{_faces()}{_STYLE}</style></head><body><main>{pages}</main></body></html>"
    ).encode()


@cache
def _faces() -> str:
    return "".join(
        f"@font-face{{font-family:Arimo;font-weight:{weight};src:url(data:font/ttf;base64,"
        f"{base64.b64encode((text_metrics.FOLDER / file).read_bytes()).decode()})}}"
        for weight, file in ((400, "Arimo-Regular.ttf"), (700, "Arimo-Bold.ttf"))
    )


def _piece(piece: Words | Rect | Stroke) -> str:
    if isinstance(piece, Words):
        return _words(piece)
    if isinstance(piece, Stroke):
        dots = f' stroke-dasharray="{piece.width * 1.2:g} {piece.width * 2:g}"' if piece.dotted else ""
        return (
            f'<line x1="{piece.x1:.2f}" y1="{piece.y1:.2f}" x2="{piece.x2:.2f}" y2="{piece.y2:.2f}" '
            f'stroke="{piece.colour}" stroke-width="{piece.width:g}"{dots}/>'
        )
    fill = "url(#hatch)" if piece.hatched else piece.fill or "none"
    edge = f' stroke="{piece.outline}" stroke-width="{piece.width:g}"' if piece.outline else ""
    box = piece.box
    return f'<rect x="{box.x:.2f}" y="{box.y:.2f}" width="{box.w:.2f}" height="{max(box.h, 0):.2f}" fill="{fill}"{edge}/>'


def _words(piece: Words) -> str:
    said = []
    for x, y, line in placed(piece):
        runs = "".join(_run(run) for run in line)
        said.append(
            f'<text x="{x:.2f}" y="{y:.2f}" font-size="{piece.size:g}" text-anchor="{_ANCHORS[piece.align]}" xml:space="preserve">{runs}</text>'
        )
    return "".join(said)


def placed(piece: Words) -> list[tuple[float, float, tuple[Run, ...]]]:
    """Every broken line of a text with the point that it hangs from: its left end, middle or right end, on its base."""
    box, size = piece.box, piece.size
    lines = [part for line in piece.lines for part in text_metrics.broken(line, box.w, size)]
    tall = len(lines) * size * text_metrics.LEADING
    start = {"top": box.y, "middle": box.y + (box.h - tall) / 2, "bottom": box.y + box.h - tall}[piece.anchor]
    x = {"left": box.x, "center": box.x + box.w / 2, "right": box.x + box.w}[piece.align]
    base = start + size * (text_metrics.ASCENT + (text_metrics.LEADING - 1.117) / 2)
    return [(x, base + place * size * text_metrics.LEADING, line) for place, line in enumerate(lines)]


def _run(run: Run) -> str:
    bold = ' font-weight="700"' if run.bold else ""
    said = f'<tspan fill="{run.colour}"{bold}>{escape(run.text, quote=False)}</tspan>'
    return f'<a href="{escape(run.link)}" target="_blank" rel="noopener">{said}</a>' if run.link else said
