"""The figures of a slide as HTML tables, for those who read them, copy them or have them read out."""

from __future__ import annotations

from html import escape

from components.charts.model import Line, Plot
from components.charts.unit_grid import TileMap
from components.slides.slide import Slide, SlideTable
from components.text import formats

_NARROW = 3  # columns that stand side by side on a phone


def of(slide: Slide) -> str:
    """The tables of a slide in a fold; '' for a slide without figures. A phone shows those that are not of a chart unfolded."""
    tables = [_table(table) for table in (slide.table, slide.second) if table is not None]
    tables += [_plot(plot) for plot in slide.plots]
    tables += [_tiles(slide.tiles)] if slide.tiles else []
    return f"<details><summary>Số liệu của trang này</summary>{''.join(tables)}</details>" if tables else ""


def _table(table: SlideTable) -> str:
    """A table; one of many columns says in each cell what it is of, for a phone, which sets the cells one below the other."""
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in table.head)
    rows = "".join(_row(table, number) for number in range(len(table.rows)))
    wide = ' class="wide"' if len(table.head) > _NARROW else ""
    return f"<table{wide}><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _row(table: SlideTable, number: int) -> str:
    first, *others = table.rows[number]
    if number in table.groups:
        return f'<tr class="group"><th scope="colgroup" colspan="{len(table.head)}">{_cell(first)}</th></tr>'
    told = (_under(head, _cell(cell)) for head, cell in zip(table.head[1:], others, strict=True))
    return f'<tr><th scope="row">{_cell(first)}</th>{"".join(told)}</tr>'


def _under(head: str, cell: str) -> str:
    """A cell with the name of its column; a phone leaves out those that say nothing."""
    said = ' class="none"' if cell in ("", formats.NOTHING) else ""
    return f'<td data-cap="{escape(head)}"{said}>{cell}</td>'


def _plot(plot: Plot) -> str:
    """A chart as a table: a row for every place that has a label."""
    rows = "".join(
        f'<tr><th scope="row">{escape(plot.named(slot))}</th><td>{_cell(slot.label)}</td></tr>'
        for slot in plot.slots
        if slot.label
    )
    return f'<table class="of-chart"><caption>{escape(plot.heading or plot.title)}</caption><tbody>{rows}</tbody></table>'


def _tiles(content: TileMap) -> str:
    """A map of tiles as a table."""
    rows = "".join(
        f'<tr><th scope="row">{escape(tile.name)}</th><td>{escape(f"{tile.sign} {tile.value}")}</td></tr>'
        for tile in content.tiles
    )
    return f"<table><tbody>{rows}</tbody></table>"


def _cell(lines: tuple[Line, ...]) -> str:
    return "<br>".join(escape("".join(run.text for run in line)) for line in lines)
