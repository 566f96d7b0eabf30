"""One finding, opened by a tap: both sides beside one another, and everything that was decided about it, the newest first."""

from __future__ import annotations

from typing import Any

from components.text.origin import finding_words
from components.tiles.bullets import shape
from components.tiles.html_table import Markup, joined, small, tag
from components.tiles.indicator_names import indicator_name
from components.tiles.links import here, indicator_links, link
from components.tiles.origin.finding_table import side
from queries.rows import Rows


def card(row: Any, versions: Rows[Any], unit_id: str) -> Markup:
    """The card itself. Takes a row of ``finding_list`` and ``finding_decision_list`` of it."""
    mark, word = finding_words.SEVERITIES[row.severity]
    kind, about = finding_words.CHECKS[row.check_name], finding_words.about(row)
    close = tag("a", "✕", href=here(phat_hien=None), target="_self", class_="close", aria_label="Đóng")
    name = link(indicator_links(unit_id)(row.indicator_id), indicator_name(row.subject)) if row.indicator_id else row.subject
    head = tag("div", tag("h2", name), close, class_="head")
    what = tag(
        "p", tag("b", shape(mark), " ", word.capitalize(), class_=f"s-{mark}"), f" · {kind}", f" · {about}" if about else ""
    )
    said, other = finding_words.sides(row)
    sides = tag(
        "div",
        _side("Văn bản ghi", said, row.document, row.locator),
        _side("Nơi khác ghi", other, row.other_document, row.other_locator),
        class_="sides",
    )
    return tag("section", head, what, sides, _history(row, versions), class_="finding-card", id="phat-hien", aria_label="Chỗ mâu thuẫn")  # fmt: skip


def _side(title: str, words: str, document: str | None, locator: str | None) -> Markup:
    return tag("div", tag("h3", title), tag("p", side(words, document, locator)))


def _history(row: Any, versions: Rows[Any]) -> Markup:
    """Every decision; one that saw other sides says which."""
    if not versions:
        return tag("p", f"{finding_words.UNDECIDED}: chưa ai quyết định gì.", class_="note")
    return tag("ul", *(_version(row, version) for version in versions), class_="decisions")


def _version(row: Any, version: Any) -> Markup:
    covers = version.clash == row.clash
    words = finding_words.decision(version, *((row.said, row.other) if covers else version.clash.split(" | ", 1)))
    then = "" if covers else f" Khi đó hai bên là {version.clash}."
    return tag("li", joined(words, small(finding_words.by_whom(version.author, version.uploaded_at), then)))
