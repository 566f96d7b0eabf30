"""What the page Kinh phí shows of one document, made once for these figures: tables by year and source, sums that do not add up, groups."""

from __future__ import annotations

from typing import Any, NamedTuple

from components.store.store_access import cached_read, kept
from components.territory import Territory
from components.text.tasks import budget_words
from components.tiles import messages
from components.tiles.html_table import Markup, joined, stacked
from components.tiles.origin import finding_flags
from components.tiles.tasks import budget_table
from queries.reads import budget_gap_list, budget_list, task_list, task_money
from queries.rows import Rows


class Sheet(NamedTuple):
    """The parts of the page, each with its heading; a part without figures is empty."""

    main: Markup  # by year and source, or the sum of the list
    open: Markup  # the line that says what is contradicted or doubted
    sums: Markup  # sums that do not add up, and how many tasks have an amount
    pillars: Markup
    agencies: Markup


def ahead(territory: Territory) -> None:
    """Make what the page opens with before anybody opens it."""
    for document in budget_words.documents(cached_read(budget_list, unit_id=territory.unit_id))[:1]:
        kept(of_document, territory, document)


def of_document(territory: Territory, document: str) -> Sheet:
    """For ``kept``: asks ``cached_read`` alone."""
    rows = cached_read(budget_list, unit_id=territory.unit_id).where(document=document)
    marks = finding_flags.Money(territory, [document])
    return Sheet(_main(rows, document, marks), marks.line(), _sums(territory, document, marks), *_groups(territory, document))


def _main(rows: Rows[Any], document: str, marks: finding_flags.Money) -> Markup:
    if budget_words.tables(rows):
        heading = messages.heading("Theo năm và nguồn, hai bảng cạnh nhau", f"{document} · triệu đồng · thanh cùng một thang")
        return stacked(heading, joined(budget_table.key(rows), budget_table.side_by_side(rows, marks)))
    none = f"{document} · triệu đồng; văn bản không có bảng theo năm và nguồn"
    return stacked(messages.heading("Dòng tổng của danh mục", none), budget_table.stated(rows, marks))


def _sums(territory: Territory, document: str, marks: finding_flags.Money) -> Markup:
    gaps = cached_read(budget_gap_list, unit_id=territory.unit_id).where(document=document)
    parts = []
    if gaps:
        heading = messages.heading("Cộng lại không khớp", "Cả hai số được giữ nguyên, không sửa. Triệu đồng.")
        parts += [heading, budget_table.gaps(gaps, marks, territory.unit_id)]
    if tasks := cached_read(task_list, unit_id=territory.unit_id):
        heading = messages.heading("Bao nhiêu nhiệm vụ có số tiền", "Mọi danh mục nhiệm vụ của địa bàn này trong kho")
        parts += [heading, budget_table.coverage(tasks, territory.unit_id)]
    return stacked(*parts)


def _groups(territory: Territory, document: str) -> tuple[Markup, Markup]:
    groups = cached_read(task_money, unit_id=territory.unit_id).where(document=document)
    if not groups.having("amount_vnd"):
        return Markup(), Markup()
    of_pillars = f"Nhiệm vụ của {document}, theo chỉ tiêu đầu tiên mà nhiệm vụ phục vụ"
    pillars = stacked(messages.heading("Theo nhóm chỉ tiêu", of_pillars), budget_table.by_group(groups, "pillar"))
    heading = messages.heading("Theo cơ quan chủ trì", "Tên cơ quan như văn bản ghi")
    return pillars, stacked(heading, budget_table.by_group(groups, "agency"))
