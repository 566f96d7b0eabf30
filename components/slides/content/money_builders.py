"""Slides about money: by year and source of a document's tables, and by group and agency of the tasks that it lists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from components.charts import task_plots
from components.slides.content import source_lines, table_pages
from components.slides.content.context import SlideBuilder
from components.slides.layout import plot_rooms
from components.slides.slide import Slide
from components.text import citations
from components.text.tasks import budget_words
from queries import reads
from queries.rows import Rows

_BY = {
    "pillar": ("theo nhóm chỉ tiêu", "Nhóm của chỉ tiêu đầu tiên mà nhiệm vụ phục vụ."),
    "agency": ("theo cơ quan chủ trì", "Tên cơ quan như văn bản ghi."),
}


def budget(builder: SlideBuilder) -> list[Slide]:
    """Money by year and source of a document's tables, one chart a table, side by side; the document with the most cells where none is chosen."""
    document, rows = _of_document(builder, reads.budget_list)
    names = [name for name in budget_words.tables(rows) if any(year for year in budget_words.years(rows, [name]))]
    if not names:
        return []
    who = f"{builder.territory.name} · triệu đồng · dự tính theo năm và nguồn"
    source = source_lines.of_document(f"Nguồn: {document}, {'; '.join(names)}", _register(builder, document))
    title = f"Kinh phí theo {document}"
    plots = tuple(
        replace(
            task_plots.money_by_year(
                budget_words.by_year(rows, name), title=title, subtitle=who, source=f"Nguồn: {document}, {name}"
            ),
            heading=name if len(names) > 1 else "",
        )
        for name in names[:2]
    )
    top = max(plot.top for plot in plots)
    plots = tuple(replace(plot, top=top) for plot in plots)
    note = f"Số dự tính của văn bản, không phải số đã chi. {builder.open_money({document})}".strip()
    return [
        builder.slide(
            title, who, budget_words.headline(rows, document), source, builder.link("kinh-phi", "van_ban"), plots=plots, note=note
        )
    ]


def groups(builder: SlideBuilder) -> list[Slide]:
    """Money of a document's tasks by group of indicators, then by agency: a lying bar each, the most first; what is not drawn is counted."""
    document, every = _of_document(builder, reads.task_money)
    found = [(what, rows) for what in _BY if (rows := every.where(by_what=what)).having("amount_vnd").having("name")]
    made = [_grouped(builder, document, what, rows) for what, rows in found]
    several = len(made) > 1
    return [
        replace(one, params={**builder.params, "trang": number} if several else builder.params)
        for number, one in enumerate(made, start=1)
    ]


def _grouped(builder: SlideBuilder, document: str, what: str, rows: Rows[Any]) -> Slide:
    by, told = _BY[what]
    title, who = f"Kinh phí {by}", f"{builder.territory.name} · triệu đồng · nhiệm vụ của {document}"
    source = source_lines.of_document(citations.source_line([document]), _register(builder, document))
    most = plot_rooms.rows([str(row.name) for row in rows[: task_plots.MOST_NAMES]], *table_pages.room())
    plot = task_plots.money_by_name(rows[:most], what, title=title, subtitle=who, source=source)
    note = f"{told} {budget_words.counted(rows)} {budget_words.rest(rows[most:], what)}"
    note = " ".join(f"{note} {builder.open_money({document})}".split())
    slide = builder.slide(
        title,
        who,
        budget_words.groups(rows, what, document),
        source,
        builder.link("kinh-phi", van_ban=document),
        plots=(plot,),
        note=note,
    )
    return replace(slide, figures=(("task_money", rows),))


def _of_document(builder: SlideBuilder, read: Callable[..., Rows]) -> tuple[str, Rows[Any]]:
    """The chosen document with its rows of a read; the one with the most cells of money where none is chosen."""
    cells = builder.context.ask(reads.budget_list, unit_id=builder.territory.unit_id).values("document")
    document = builder.params.get("van_ban") or max(dict.fromkeys(cells), key=cells.count, default="")
    return document, builder.ask_unit(read).where(document=document)


def _register(builder: SlideBuilder, document: str) -> Rows[Any]:
    """The document in the register; its day is no figure, so that the hash does not count it."""
    return builder.context.ask(reads.source_list, **builder.territory.key).where(number=document)
