"""The way from a figure on any page to its source: the card on the page of its indicator, opened by a plain link."""

from __future__ import annotations

from typing import Any

from components.tiles.html_table import Content, Markup, tag
from components.tiles.links import address


def to_source(unit_id: str, indicator_id: str, level: str, year: int, period: str, kind: str = "result") -> str:
    """The address of the source of one figure; ``kind``: 'result' or 'target'."""
    choices = {"dia_ban": unit_id, "chi_tieu": indicator_id, "nguon": f"{level}.{year}.{period}.{kind}"}
    return f"{address('chi-tieu', choices)}#nguon"


def figure(unit_id: str, row: Any, *shown: Content) -> Markup:
    """A figure as it is shown, as a link to the source of its result, or of the target in force where there is none.

    Takes indicator_id, level, year, period, has_result and target_year.
    """
    if row.has_result:
        to = to_source(unit_id, row.indicator_id, row.level, row.year, row.period)
    elif row.target_year:
        to = to_source(unit_id, row.indicator_id, row.level, row.target_year, "N", "target")
    else:
        return tag("span", *shown)
    return tag("a", *shown, href=to, target="_self", title="Xem nguồn của số này", class_="to-source")
