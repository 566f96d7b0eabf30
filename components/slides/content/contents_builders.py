"""What a long deck holds: a page of contents, and a page that opens each of its parts. They tell nothing of the store."""

from __future__ import annotations

from components.charts.model import Run
from components.slides.content import table_cells
from components.slides.content.context import SlideBuilder
from components.slides.slide import Slide, SlideTable
from components.theme import MUTED


def agenda(builder: SlideBuilder) -> list[Slide]:
    """The parts of a deck, each with the page where it begins."""
    first = builder.slide("Nội dung", builder.territory.name, "", "", "")
    return builder.pages(first, _table(builder, "Phần"))


def section(builder: SlideBuilder) -> list[Slide]:
    """The page that opens a part: its number and name, and its pages."""
    number, total = builder.params["phan_thu"]
    first = builder.slide(builder.params["ten_phan"], f"Phần {number} trong {total} · {builder.territory.name}", "", "", "")
    return builder.pages(first, _table(builder, ""))


def _table(builder: SlideBuilder, numbered: str) -> SlideTable:
    rows = tuple(
        (
            table_cells.cell(str(number) if numbered else "", MUTED),
            ((Run(said),),),
            table_cells.cell(str(page), MUTED),
        )
        for number, (said, page) in enumerate(builder.params["muc_luc"], start=1)
    )
    return SlideTable((numbered, "Nội dung", "Trang"), rows, (0.09, 0.8, 0.11), size=16)
