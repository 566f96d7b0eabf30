"""Small bars and shapes as markup: a target outlined, its result solid inside; a claim without a number hatched; words dashed.

They need no chart library, wrap on a phone and print. ``bullets.css`` stands beside this module and in the page's style.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from components.text import citations, formats, times
from components.tiles.html_table import Markup, joined, tag
from queries.rows import Rows

STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
SHAPES = {  # mark -> class of its shape, drawn so that all weigh the same
    "missed": "missed", "near": "near", "met": "met", "stated": "stated", "no_result": "none", "not_due": "due", "behind": "behind",
    "no_target": "bare",
}  # fmt: skip


@cache
def shape(mark: str) -> Markup:
    """The shape of a mark (key of ``SHAPES``) in its colour; the word stands beside it."""
    return tag("i", class_=f"shape shape-{SHAPES[mark]}", aria_hidden="true")


def shapes(marks: Iterable[str]) -> Markup:
    """One shape a target, so that 1 of 1 and 2 of 13 cannot be confused."""
    return tag("span", *(shape(mark) for mark in marks), class_="shapes", aria_hidden="true")


def bullet(
    row: Any, full: float = 100.0, *, big: bool = False, earlier: bool = False, milestone: float | None = None, late: bool = True
) -> Markup:
    """The bar of a row on a track that stands for ``full``.

    Takes required, target_low, target_high, actual, actual_as_written, actual_qualifier, basis, unit_of_measure and mark or
    status. ``earlier``: the result is of an earlier period, drawn lighter; ``milestone``: where a tick stands; ``late``:
    a target without a result is drawn as overdue.
    """
    parts = [*_target(row, full, late), *_result(row, full, earlier)]
    if milestone is not None:
        parts.append(_part("tick", 0, left=_share(milestone, full)))
    return tag("span", *parts, class_="bullet big" if big else "bullet", role="img", aria_label=said(row))


def said(row: Any) -> str:
    """What a bar shows, in words: 'kết quả 45%, mục tiêu 50%, gần đạt', 'kết quả trước đó (2022) 45%, …'."""
    last_year = getattr(row, "last_year", None)
    named = f"kết quả trước đó ({times.tick(row.last_period, last_year)})" if last_year else "kết quả"
    parts = [f"{named} {formats.result(row)}" if formats.result(row) != formats.NOTHING else "chưa có kết quả"]
    if getattr(row, "target_year", True) is not None and formats.target(row) != formats.NOTHING:
        parts.append(f"mục tiêu {formats.target(row)}")
    own = citations.own_words(row)
    return ", ".join([*parts, formats.verdict(row).lower(), *([f"đơn vị tự nêu {own}"] if own else [])])


def _target(row: Any, full: float, late: bool) -> list[Markup]:
    if row.required is None:
        return [_part("words", 100)] if row.target_as_written else []
    mark = getattr(row, "mark", None) or row.status
    if mark == "stated":
        return [_part("claim", _share(row.required, full))]
    kind = "overdue" if late and mark == "no_result" and not getattr(row, "has_result", False) else "target"
    if row.target_low is not None and row.target_high is not None:
        low, high = _share(row.target_low, full), _share(row.target_high, full)
        return [_part(kind, low), _part("range", max(high - low, 0), left=low)]
    return [_part(kind, _share(row.required, full))]


def _result(row: Any, full: float, earlier: bool) -> list[Markup]:
    if getattr(row, "basis", None) == "stated" or row.actual is None:
        return []
    kind = "earlier" if earlier else "estimate" if row.actual_qualifier == "estimate" else "value"
    return [_part(kind, _share(row.actual, full))]


def _share(value: float, full: float) -> float:
    return min(max(100 * float(value) / full, 0), 100) if full else 0.0


def _part(kind: str, width: float, left: float = 0.0) -> Markup:
    place = f"left:{left:.2f}%;" if left else ""
    return tag("i", class_=f"b-{kind}", style=f"{place}width:{width:.2f}%" if kind != "tick" else f"left:{left:.2f}%")


def key(*kinds: str) -> Markup:
    """The key of the notation used: any of target, value, claim, words, range, earlier, overdue, estimate."""
    names = {
        "target": "mục tiêu", "value": "kết quả đo được", "claim": "văn bản nói đã hoàn thành, không nêu số", "words": "mục tiêu bằng lời",
        "range": "mục tiêu là khoảng", "earlier": "kết quả kỳ trước", "overdue": "mục tiêu quá hạn, chưa có kết quả", "estimate": "số ước tính",
    }  # fmt: skip
    drawn = (tag("span", tag("span", _part(kind, 100), class_="bullet", aria_hidden="true"), names[kind]) for kind in kinds)
    return tag("div", joined(*drawn), class_="bar-key")


def key_of(rows: Rows[Any]) -> Markup:
    """The key of what the bars of rows really draw. Takes required, target_as_written, actual, basis and mark."""
    drawn = {
        "target": any(row.required is not None and row.mark not in ("stated", "no_result") for row in rows),
        "overdue": any(row.required is not None and row.mark == "no_result" for row in rows),
        "value": any(row.actual is not None and row.basis != "stated" for row in rows),
        "claim": any(row.mark == "stated" for row in rows),
        "words": any(row.required is None and row.target_as_written for row in rows),
    }
    return key(*(kind for kind, there in drawn.items() if there))
