"""Slides as SVG, and as one HTML file that opens without a network and prints one slide a page."""

from __future__ import annotations

import base64
from functools import cache
from html import escape

from components.charts import svg_elements, text_metrics
from components.slides.flat import drawing
from components.slides.slide import HEIGHT, WIDTH, Slide
from components.theme import INK

_FAMILY = "Arimo, Arial, 'Liberation Sans', sans-serif"
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


def page(slide: Slide, number: int, total: int) -> str:
    """One slide as an SVG element. Its texts are texts: they can be searched and copied."""
    shapes = drawing.slide(slide, number, total)
    hatches, body = svg_elements.patterns(shapes), "".join(map(svg_elements.element, shapes))
    alt = escape(". ".join(filter(None, [slide.title, slide.message, *(plot.alt for plot in slide.plots)])))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" role="img" font-family="{_FAMILY}" '
        f'aria-label="{alt}">{hatches}<rect width="{WIDTH:g}" height="{HEIGHT:g}" fill="#fff"/>{body}</svg>'
    )


def html(slides: list[Slide], name: str) -> bytes:
    """All slides in one file; ``name`` is its title. Fonts are inside, nothing is fetched."""
    pages = "".join(
        f'<section id="trang-{number}">{page(slide, number, len(slides))}</section>' for number, slide in enumerate(slides, 1)
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
        for weight, file in ((400, text_metrics.FILES[False]), (700, text_metrics.FILES[True]))
    )
