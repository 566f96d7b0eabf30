"""Slides as SVG, and as one HTML file that opens without a network and prints one slide a page."""

from __future__ import annotations

import base64
from functools import cache
from html import escape
from itertools import groupby

from components.charts import svg_elements, text_metrics
from components.slides.flat import drawing, html_phone, html_tables
from components.slides.layout import slide_heading
from components.slides.layout.slide_layout import WARNING
from components.slides.layout.slide_page import Opening, Page
from components.slides.slide import COVER, Slide
from components.slides.templates.look import Look
from components.theme import ACCENT, INK, LINE, MUTED, PANEL

_FAMILY = "Arimo, Arial, 'Liberation Sans', sans-serif"
_STYLE = f"""
@page {{size:13.333in 7.5in; margin:0}}
* {{box-sizing:border-box}}
body {{margin:0; background:#e9edf1; font-family:{_FAMILY}; color:{INK}}}
main {{max-width:1280px; margin:0 auto; padding:1.5rem 1rem}}
section {{background:#fff; margin:0 0 1.5rem; box-shadow:0 1px 4px #0003}}
.page svg {{display:block; width:100%; height:auto}}
a:hover text {{text-decoration:underline}}
nav {{background:#fff; margin:0 0 1.5rem; padding:1rem 1.5rem; box-shadow:0 1px 4px #0003}}
nav h1 {{font-size:1.25rem; margin:0 0 .5rem}} nav ol {{list-style:none; margin:0; padding:0; line-height:1.5}} a {{color:{ACCENT}}}
nav li {{display:grid; grid-template-columns:3.4rem 1fr; padding:.15rem 0}} nav li > span {{color:{MUTED}}}
.out-of-sight, section > h2, section > .topic {{position:absolute; width:1px; height:1px; overflow:hidden; clip-path:inset(50%)}}
section {{position:relative}} .page {{overflow-x:auto}} .phone {{display:none}}
details {{padding:.4rem 1.2rem .8rem; font-size:.9rem}} summary {{cursor:pointer; color:{MUTED}}} caption {{text-align:left; font-weight:700; padding:.3rem .5rem}}
table {{border-collapse:collapse; margin:.5rem 0; width:100%}} th, td {{text-align:left; vertical-align:top; padding:.25rem .5rem; border-bottom:1px solid {LINE}}}
tbody th[scope=row] {{font-weight:400}} .group th {{background:{PANEL}}}
@media screen and (max-width:700px) {{
  main {{padding:.5rem}} .page svg {{min-width:720px}} details {{overflow-x:auto}} nav {{padding:1rem .8rem}} nav a {{padding:.3rem 0}}
  section > h2, section > .topic {{position:static; width:auto; height:auto; clip-path:none; margin:0; padding:.6rem .8rem 0; overflow:visible}}
  section > h2 {{font-size:1.1rem}} section > .topic {{font-size:.85rem; color:{MUTED}}}
}}
@supports selector(::details-content) {{ @media screen and (max-width:700px) {{
  .page, summary, .of-chart {{display:none}} details {{padding:0 .8rem}} details::details-content {{content-visibility:visible; block-size:auto}}
  .phone {{display:block; padding:.5rem .8rem; font-size:.9rem}} .phone p {{margin:.3rem 0}} .phone a {{display:inline-block; padding:.5rem 0}} .phone h3 {{font-size:1rem; margin:1rem 0 .2rem}}
  .phone ul {{list-style:none; margin:0; padding:0}} .phone li {{border-bottom:1px solid {LINE}; padding:.35rem 0}} .phone li b {{font-size:1.25rem; margin:0 .3rem}}
  .mark {{color:{WARNING}; font-weight:700}} figure.chart {{margin:.4rem 0}} .chart.long {{overflow-x:auto}} .chart svg.drawing {{width:100%; overflow:visible}} .chart.long svg {{min-width:690px}}
  .key {{display:flex; flex-wrap:wrap; gap:.2rem 1rem}} .key span {{display:inline-flex; align-items:center; gap:.3rem}} .hit {{fill:transparent}}
  .wide thead {{position:absolute; clip-path:inset(50%); width:1px; height:1px; overflow:hidden}}
  .wide tr {{display:block; border-bottom:1px solid {LINE}; padding:.4rem 0}} .wide th, .wide td {{display:block; border:0; padding:.1rem 0}}
  .wide th[scope=row] {{font-weight:700}} .wide td::before {{content:attr(data-cap) ": "; color:{MUTED}}} .wide td[data-cap=""]::before, .wide .none, .wide td:empty {{display:none}}
}} }}
@media screen and (prefers-color-scheme:dark) {{
  body {{background:#090c0f; color:#e6eaee}} section, nav {{background:#141414}} a {{color:#8fc1ee}}
  summary, section > .topic, nav li > span, .key, .wide td::before {{color:#b5c0ca !important}} .group th {{background:#22282e}}
  .page svg, .chart svg, .key svg {{filter:invert(.92) hue-rotate(180deg)}} th, td, .wide tr, .phone li {{border-color:#3a4650}}
  .phone li span, .mark {{filter:brightness(1.9)}}
}}
@media print {{
  body {{background:#fff}} main {{max-width:none; padding:0}}
  section {{margin:0; box-shadow:none; width:13.333in; height:7.5in; overflow:hidden; break-after:page; break-inside:avoid}}
  section:last-child {{break-after:auto}} nav, details, .phone {{display:none}}
  * {{-webkit-print-color-adjust:exact; print-color-adjust:exact}}
}}"""


def page(slide: Slide, number: int, total: int, look: Look | None = None) -> str:
    """One slide as an SVG element, in places and colours of a template. Its texts are texts: they can be searched and copied."""
    if look is None:
        return _picture(slide, number, total, Page())
    with text_metrics.measured_in(look.font):
        return look.painted(_picture(slide, number, total, look.page, look.opening(slide)))


def _picture(slide: Slide, number: int, total: int, places: Page, opening: Opening | None = None) -> str:
    shapes = drawing.opening(slide, places, opening) if opening else drawing.slide(slide, number, total, places)
    hatches, body = svg_elements.patterns(shapes), "".join(map(svg_elements.element, shapes))
    alt = escape(". ".join(filter(None, [slide.title, slide.message, *(plot.alt for plot in slide.plots)])))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {places.width:g} {places.height:g}" role="img" font-family="{_FAMILY}" '
        f'aria-label="{alt}">{hatches}<rect width="{places.width:g}" height="{places.height:g}" fill="#fff"/>{body}</svg>'
    )


def html(slides: list[Slide], name: str) -> bytes:
    """All slides in one file; ``name`` is its title. Fonts are inside, nothing is fetched."""
    pages = "".join(_section(slide, number, len(slides)) for number, slide in enumerate(slides, 1))
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="color-scheme" content="light dark"><title>{escape(name)}</title><style>{_faces()}{_STYLE}</style></head>'
        f"<body><main>{_contents(slides, name)}{pages}</main></body></html>"
    ).encode()


def _contents(slides: list[Slide], name: str) -> str:
    """The list of pages, each by what it says; pages one after the other that say the same are one line."""
    lines = []
    numbered = enumerate(slides, 1)
    for said, group in groupby(numbered, key=lambda pair: slide_heading.heading(pair[1])):
        pages = [number for number, _ in group]
        span = f"{pages[0]}–{pages[-1]}" if len(pages) > 1 else str(pages[0])
        lines.append(f'<li><span>{span}</span><a href="#trang-{pages[0]}">{escape(said)}</a></li>')
    return f'<nav id="muc-luc" aria-label="Mục lục"><h1>{escape(name)}</h1><ol>{"".join(lines)}</ol></nav>'


def _section(slide: Slide, number: int, total: int) -> str:
    """A slide with a heading that screen readers and phones meet, the drawing, and its figures as real tables."""
    topic = " · ".join(filter(None, (slide.what if slide.message and slide.kind != COVER else "", slide.who)))
    return (
        f'<section id="trang-{number}" aria-labelledby="ten-{number}"><h2 id="ten-{number}">{escape(slide_heading.heading(slide))}</h2>'
        f'<p class="topic">{escape(topic)}</p><div class="page">{page(slide, number, total)}</div>'
        f"{html_phone.above(slide, number)}{html_tables.of(slide)}{html_phone.below(slide)}</section>"
    )


@cache
def _faces() -> str:
    return "".join(
        f"@font-face{{font-family:Arimo;font-weight:{weight};src:url(data:font/ttf;base64,"
        f"{base64.b64encode((text_metrics.FOLDER / file).read_bytes()).decode()})}}"
        for weight, file in ((400, text_metrics.FILES[False]), (700, text_metrics.FILES[True]))
    )
