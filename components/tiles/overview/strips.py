"""Strips of the overview: how old the figures are, what is newer than the year that is shown, results by year."""

from __future__ import annotations

from datetime import date
from typing import Any

from components.text import formats
from components.text.overview import strip_words
from components.tiles.html_table import Markup, joined, tag
from components.tiles.links import here
from queries.rows import Rows

_NEWEST_SHOWN, _YEARS_SHOWN = 3, 8


def freshness(rows: Rows[Any], overdue: Rows[Any], today: date) -> Markup:
    """How old the newest figure is, and how many targets are overdue. Takes ``freshness`` and ``overdue_target``."""
    bold, known = strip_words.freshness(rows, today)
    link = (
        tag("a", f"Xem {formats.number(len(overdue), 0)} mục tiêu ›", href=here(bang="qua-han") + "#bang", target="_self")
        if overdue
        else ""
    )
    text = tag(
        "span", tag("b", bold), f" {known}" if known else "", "" if bold.endswith(".") else ".", " ", strip_words.overdue(overdue)
    )
    return tag("div", text, link, class_="strip caution" if strip_words.is_old(rows, today) else "strip", role="note")


def newer(rows: Rows[Any]) -> Markup:
    """What is newer than the year that is shown, each with its link; empty for nothing. Takes ``newer_result``."""
    links = [
        tag(
            "span",
            f"{strip_words.newer(row)}: ",
            tag("a", "xem", href=here(nam=row.year, ky=row.period, trang_thai=None), target="_self"),
        )
        for row in rows[:_NEWEST_SHOWN]
    ]
    return tag("div", *(joined(link, " ") for link in links), class_="strip news", role="status") if links else Markup()


def years(rows: Rows[Any], today: date) -> Markup:
    """How many results each year has, and which of the last years have none. Takes ``freshness``; empty without results."""
    if not rows:
        return Markup()
    counts = dict(zip(rows.values("year"), rows.values("results"), strict=True))
    shown = range(max(min(counts), today.year + 1 - _YEARS_SHOWN), today.year + 1)
    most = max((counts.get(year, 0) for year in shown), default=0) or 1
    heading = (
        tag("h2", strip_words.empty_years(rows, today)),
        tag("p", "Số kết quả đã báo cáo, theo năm của số liệu · mọi kỳ", class_="under"),
    )
    bars = tag("div", *(_year(year, counts.get(year, 0), most) for year in shown), class_="year-bars")
    return tag("section", *heading, bars, class_="year-strip")


def _year(year: int, results: int, most: int) -> Markup:
    """A year as a bar that takes its share of whatever height the row has; one without results is told, and no link."""
    share = max(results / most, 0.03)
    bar = tag("i", class_="" if results else "zero")
    inner, rows = (
        joined(tag("b", results), bar, tag("small", year)),
        f"grid-template-rows:{1 - share:.2f}fr auto {share:.2f}fr auto",
    )
    if not results:
        return tag("span", inner, class_="year none", style=rows)
    return tag(
        "a",
        inner,
        class_="year",
        style=rows,
        href=here(nam=year, ky=None, trang_thai=None),
        target="_self",
        aria_label=f"năm {year}: {results} kết quả",
    )
