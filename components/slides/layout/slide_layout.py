"""Where everything stands on a slide: texts, rectangles, strokes, and room for charts and tables. One layout for all formats."""

from __future__ import annotations

from dataclasses import replace

from components.charts import text_metrics, unit_grid
from components.charts.model import Line, Plot, Run
from components.charts.shapes import Box, Rect, Shape, Words
from components.slides.layout import chart_key, panel, plot_fitting, plot_rooms, slide_cards, slide_heading, table_rooms
from components.slides.layout.placed_pieces import Group, Native, Piece, flat, group
from components.slides.layout.slide_page import Page
from components.slides.slide import Slide
from components.theme import ACCENT, MUTED, STATUS_COLOURS

FOOTER = "Chỉ tiêu chuyển đổi số"
LIVE = "Xem trên bảng chỉ tiêu"
WARNING = STATUS_COLOURS["missed"]


_TRIES = 3  # a sentence below the charts takes room from them, which may take another label
_LEAST = 12.0  # points of the letters of a map of tiles


def pieces(slide: Slide, page: Page) -> list[Piece]:
    """Everything but the title; labels that find no room at their bars are told below."""
    placed, told = _placed(slide, page), ""
    for _ in range(_TRIES):
        drawn = [piece.content for piece in flat(placed) if isinstance(piece, Native) and isinstance(piece.content, Plot)]
        said = plot_fitting.left_out(slide.plots, drawn)
        if said == told:
            break
        placed, told = _placed(replace(slide, note=f"{slide.note} {said}".strip()), page), said
    return placed


def _placed(slide: Slide, page: Page) -> list[Piece]:
    area = page.area
    placed: list[Piece] = [*slide_heading.texts(slide, page)]
    top = slide_heading.below(slide, page)
    source, below = _source(slide, area.w * 0.97), 12.0
    foot = text_metrics.height(source, area.w * 0.97, below) + 2
    if slide.source or slide.link:
        placed.append(Words("ct-source", Box(area.x, area.y + area.h - foot, area.w, foot), source, below))
    body = Box(area.x, top, area.w, area.y + area.h - foot - 6 - top)
    if slide.note:
        note = ((Run(slide.note, MUTED),),)
        high = text_metrics.height(note, area.w * 0.97, 12) + 2
        placed.append(Words("ct-note", Box(body.x, body.y + body.h - high, body.w, high), note, 12))
        body = Box(body.x, body.y, body.w, body.h - high - 4)
    if slide.cards:
        placed += slide_cards.placed(slide.cards, body)
        used = slide_cards.height(slide.cards, body.w)
        body = Box(body.x, body.y + used, body.w, body.h - used)
    beside = body
    if slide.plots and slide.table:
        body, beside = plot_rooms.halves(body)
    if slide.plots:
        above = chart_key.key(slide.plots, body)
        used = chart_key.height(above, body) + 6
        placed += group("ct-key", above)
        placed += plot_rooms.placed(slide.plots, Box(body.x, body.y + used, body.w, body.h - used))
    if slide.table:
        room = beside if slide.plots else body
        placed += table_rooms.tables(slide.table, slide.second, room, alone="trang" not in slide.params and not slide.plots)
    if slide.tiles:
        placed += group("ct-tiles", unit_grid.drawn(slide.tiles, body, _LEAST))
    placed += marks(slide, page)
    return [Group("ct-panel", (panel.sheet(page.area),)), *placed] if page.panel else placed


def _source(slide: Slide, wide: float) -> tuple[Line, ...]:
    """The source line and the link to the page that shows the same, which is never broken in two."""
    told = Run(slide.source, MUTED)
    if not slide.link:
        return ((told,),)
    live = Run(LIVE, ACCENT, link=slide.link)
    whole: Line = (told, Run("  ·  "), live)
    parts = [run for line in text_metrics.broken(whole, wide, 12) for run in line if run.link]
    return (whole,) if len(parts) == 1 else ((told,), (live,))


def mark(slide: Slide, page: Page) -> list[Shape]:
    """What a slide says in its corner: invented figures, a past day; nothing for the real ones of today."""
    text = " · ".join(slide.marks)
    if not text:
        return []
    wide = text_metrics.width(text, 12, bold=True) * 1.05 + 18
    box = Box(page.width - wide - 14, 6, wide, 18)
    return [
        Rect(box, fill="#ffffff", outline=WARNING, width=1.4),
        Words("ct-sample", box, ((Run(text, WARNING, bold=True),),), 12, align="center", anchor="middle"),
    ]


def marks(slide: Slide, page: Page) -> list[Piece]:
    """The same as one piece, where there is anything to say."""
    return group("ct-sample-mark", mark(slide, page)) if slide.marks else []
