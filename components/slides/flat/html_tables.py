"""The figures of a slide as HTML tables, for those who read them, copy them or have them read out."""

from __future__ import annotations

from html import escape

from components.charts.model import Line, Plot
from components.slides.slide import Slide, SlideTable


def of(slide: Slide) -> str:
    """The tables of a slide in a fold; '' for a slide without figures."""
    tables = [_table(table) for table in (slide.table, slide.second) if table is not None]
    tables += [_plot(plot) for plot in slide.plots]
    return f"<details><summary>Số liệu của trang này</summary>{''.join(tables)}</details>" if tables else ""


def _table(table: SlideTable) -> str:
    head = "".join(f'<th scope="col">{escape(text)}</th>' for text in table.head)
    rows = "".join(
        f'<tr><th scope="colgroup" colspan="{len(table.head)}">{_cell(row[0])}</th></tr>'
        if number in table.groups
        else f"<tr>{''.join(f'<td>{_cell(cell)}</td>' for cell in row)}</tr>"
        for number, row in enumerate(table.rows)
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _plot(plot: Plot) -> str:
    """A chart as a table: a row for every place that has a label."""
    rows = "".join(
        f'<tr><th scope="row">{escape(plot.named(slot))}</th><td>{_cell(slot.label)}</td></tr>'
        for slot in plot.slots
        if slot.label
    )
    return f"<table><caption>{escape(plot.heading or plot.title)}</caption><tbody>{rows}</tbody></table>"


def _cell(lines: tuple[Line, ...]) -> str:
    return "<br>".join(escape("".join(run.text for run in line)) for line in lines)
