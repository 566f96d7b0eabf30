"""What changed since the period before: the largest rises, then every fall, as bars to both sides of nought."""

from __future__ import annotations

from typing import Any

from components.text import formats
from components.text.overview.overview_period import Overview
from components.tiles.html_table import Markup, tag
from components.tiles.indicator_names import indicator_name
from components.tiles.links import indicator_links
from components.tiles.origin import finding_flags
from components.tiles.overview.focus_list import where
from queries.rows import Rows

_RISES, _FALLS = 4, 4


def shown(rows: Rows[Any]) -> Rows[Any]:
    """The rows of ``change_list`` that the box shows: of one unit of measure, shares before all others; rises, then falls."""
    alike = rows.where(unit_of_measure="%") or rows.where(unit_of_measure=rows[0].unit_of_measure) if rows else rows
    by_size = sorted(alike, key=lambda row: row.change, reverse=True)
    rises, falls = [row for row in by_size if row.change > 0], [row for row in by_size if row.change < 0]
    return Rows(rows.columns, [*rises[:_RISES], *falls[-_FALLS:]])


def changes(about: Overview) -> Markup:
    """One row a change, each opening its indicator; empty when nothing rose or fell."""
    rows, worse = shown(about.changes), _worse(about)
    if not rows:
        return Markup()
    largest, smallest = max(*(row.change for row in rows), 0), min(*(row.change for row in rows), 0)
    nought, full = 100 * -smallest / (largest - smallest), largest - smallest
    to_indicator = indicator_links(about.unit_id)
    made = []
    for row in rows:
        late = (row.indicator_id, row.level) in worse
        name = tag(
            "span",
            indicator_name(row.short_name),
            tag("span", f" · {where(row, about.unit_id)}", class_="quiet"),
            finding_flags.plain(row, about.unit_id),
        )
        number = tag("b", formats.change(row.change, row.unit_of_measure), class_="s-missed" if late else "")
        made.append(
            tag(
                "a", name, _bar(row.change, nought, full, late), number, class_="change-row",
                href=to_indicator(row.indicator_id), target="_self",
            )
        )  # fmt: skip
    return tag("div", *made, class_="change-list")


def _worse(about: Overview) -> set[tuple[str, str]]:
    """The figures that moved away from their target."""
    lower = {(row.indicator_id, row.level): row.lower_is_better for row in about.targets}
    keys = {(row.indicator_id, row.level): row.change for row in about.changes}
    return {key for key, change in keys.items() if key in lower and (change > 0 if lower[key] else change < 0)}


def _bar(change: float, nought: float, full: float, late: bool) -> Markup:
    width = 100 * abs(change) / full
    left = nought if change > 0 else nought - width
    bar = tag("i", class_="down" if late else "up", style=f"left:{left:.2f}%;width:{width:.2f}%")
    return tag("span", bar, tag("i", class_="axis", style=f"left:{nought:.2f}%"), class_="change-bar", aria_hidden="true")
