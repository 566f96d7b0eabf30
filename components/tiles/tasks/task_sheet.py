"""What the page Nhiệm vụ shows of one document's tasks, made once for these figures: the table, who leads how many, what reports tell of them."""

from __future__ import annotations

from typing import Any, NamedTuple

from components.store.store_access import cached_read, kept
from components.territory import Territory
from components.text.tasks import task_words
from components.tiles.html_table import Markup
from components.tiles.origin import finding_flags
from components.tiles.tasks import task_table
from queries.reads import task_link_list, task_list
from queries.rows import Rows


class Sheet(NamedTuple):
    """The parts of the page without their headings."""

    tasks: Markup
    open: Markup  # the line that says what is contradicted or doubted
    agencies: Markup


def ahead(territory: Territory) -> None:
    """Make what the page opens with before anybody opens it."""
    if every := cached_read(task_list, unit_id=territory.unit_id):
        kept(of_document, territory, task_words.opening_document(every))


def of_document(territory: Territory, document: str) -> Sheet:
    """All tasks of a document, '' for any. For ``kept``: asks ``cached_read`` alone."""
    every = cached_read(task_list, unit_id=territory.unit_id)
    return of_tasks(territory, document, every.where(document=document) if document else every)


def of_tasks(territory: Territory, document: str, shown: Rows[Any]) -> Sheet:
    """Some of the tasks of a document, '' for any."""
    links = cached_read(task_link_list, unit_id=territory.unit_id).by("task_id")
    marks = finding_flags.Money(territory, shown.values("document"))
    table = task_table.table(shown, links, territory.unit_id, marks, with_document=not document)
    return Sheet(table, marks.line(), task_table.by_agency(shown))
