"""The list of what to work on: a bar, result against target, what is lacking, who answers for it; each row opens its indicator."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from components.text import citations, formats, times
from components.text.origin.finding_marks import FLAG
from components.text.overview.overview_period import Overview
from components.text.spelling import quoted
from components.text.tasks import remark_words
from components.tiles.bullets import bullet, shape
from components.tiles.html_table import Content, Markup, joined, tag
from components.tiles.indicator_names import indicator_name
from components.tiles.links import indicator_links
from components.tiles.origin import finding_flags
from queries.rows import Rows

MOST = 8
Key = tuple[str, str]  # indicator and level


def focus_list(
    rows: Rows[Any], unit_id: str, remarks: Rows[Any] | None = None, paces: Mapping[Key, Any] | None = None, most: int = MOST
) -> Markup:
    """The rows of ``target_list``, or of ``open_target`` for a year that is not judged; all of them, those after the first ``most`` folded away.
    ``remarks``: of ``newest_remark_list``; a target that is missed or nearly met is told what was last said of it, in one line.
    ``paces``: ``Overview.pace_of``; a target that is behind shows the milestone on its bar and how far it lies behind that."""
    to_indicator = indicator_links(unit_id)
    newest = {remark.indicator_id: remark for remark in remarks or ()}
    asked = [newest.get(row.indicator_id) if mark_of(row) in ("missed", "near", "behind") else None for row in rows]
    told = [remark_words.line(remark) if remark else "" for remark in asked]
    made = [
        _row(row, where(row, unit_id), to_indicator(row.indicator_id), line, finding_flags.word(row, unit_id), _pace(row, paces))
        for row, line in zip(rows, told, strict=True)
    ]
    rest = (
        tag("details", tag("summary", f"Xem thêm {len(rows) - most} mục tiêu"), *made[most:], class_="more")
        if made[most:]
        else ""
    )
    return tag("div", *made[:most], rest, class_="focus-list")


def _pace(row: Any, paces: Mapping[Key, Any] | None) -> Any:
    """The way to the target of a row that is behind it."""
    return paces[row.indicator_id, row.level] if paces and mark_of(row) == "behind" else None


def _row(row: Any, place: str, address: str, remark: str, marked: str, pace: Any) -> Markup:
    mark = mark_of(row)
    name = tag("span", shape(mark), " ", tag("b", indicator_name(row.short_name)), " ", tag("span", f"· {place}", class_="quiet"))
    who = "focus-owner disputed" if marked or getattr(row, "disputed", False) else "focus-owner"
    head = tag("span", name, tag("span", *owner(row, marked), tag("em", " Mở ›", class_="open"), class_=who), class_="focus-head")
    value, gap = (
        tag("span", compared(row), class_="focus-value"),
        tag("span", _behind(row, pace) if pace else lacking(row), class_=f"focus-gap s-{mark}"),
    )
    body = tag("span", _bar(row, pace), value, gap, class_="focus-body")
    line = tag("span", remark, class_="focus-remark", title=remark) if remark else ""
    return tag("a", head, body, line, class_="focus-row", href=address, target="_self")


def mark_of(row: Any) -> str:
    """The mark that a row of ``target_list`` is shown with; the status of one of ``open_target``."""
    return formats.shown_mark(row)


def where(row: Any, unit_id: str) -> str:
    """The level of a row of a unit as the lists say it: 'cấp xã', 'toàn tỉnh'."""
    return formats.level_phrase(row.level, unit_id)


def owner(row: Any, marked: str = "") -> tuple[Content, Content]:
    """What a document says against its own numbers, why it is marked (``marked``), and who answers for the target."""
    disputed = getattr(row, "disputed", False)
    mark = f"{FLAG} " if marked else ""
    said = [f"{mark}văn bản xếp “{formats.STATUSES[row.stated_status][1].lower()}”"] if disputed and row.stated_status else []
    said += [f"{mark}{marked}"] if marked and not said else []
    said += [f"đơn vị tự nêu {own}"] if (own := citations.own_words(row)) else []
    who = f"Chủ trì: {row.owner}" if row.owner else "Văn bản không nêu chủ trì"
    return " · ".join(said), tag("span", f" · {who}" if said else who, class_="who")


def compared(row: Any) -> str:
    """Result / target: '45% / 50%', 'khoảng 98% (2022) / 100%', '– / 100%' where the result is words, 'bằng lời' where both are,

    'mục tiêu 100%' for a claim without a number.
    """
    if row.required is None:
        return "bằng lời"
    if getattr(row, "mark", "") == "stated":
        return f"mục tiêu {formats.target(row)}"
    if row.actual is None and getattr(row, "actual_low", None) is None:
        return f"{formats.NOTHING} / {formats.target(row)}"
    return formats.compared(row, _when(row))


def _when(row: Any) -> str:
    """The period of an earlier result, in brackets; of a part of the year as well; '' for the whole year that is shown."""
    if hasattr(row, "last_year"):
        return f" ({times.tick(row.last_period, row.last_year)})" if row.last_year else ""
    return f" ({times.tick(row.period, row.year)})" if row.period != "N" else ""


def lacking(row: Any) -> str:
    """The difference in bold: '−10 điểm %'; in words where there is no number to set against, 'không nêu số' for a claim."""
    if getattr(row, "mark", "") == "stated":
        return formats.STATED
    if row.gap is not None:
        return formats.gap(row.gap, row.unit_of_measure)
    if hasattr(row, "last_year"):
        return "chưa từng báo cáo" if row.last_year is None else "không nêu số" if row.basis == "stated" else "chỉ có lời"
    return formats.verdict(row).lower()


def full(row: Any) -> float:
    """What the whole track stands for: 100 for shares; otherwise the largest number of the row."""
    numbers = [row.required or 0, row.target_high or 0, row.actual or 0]
    return 100.0 if row.unit_of_measure == "%" else float(max(numbers)) or 100.0


def _behind(row: Any, pace: Any) -> Markup:
    """How far a result lies behind the milestone of its period: '−10,3 điểm % so với mốc'."""
    return joined(formats.gap(round(pace.deviation, 1), row.unit_of_measure), " ", tag("small", "so với mốc"))


def _bar(row: Any, pace: Any) -> Markup:
    quote = row.actual_as_written if row.actual is None and row.actual_as_written else ""
    bar = bullet(row, full(row), big=True, earlier=hasattr(row, "last_year"), milestone=pace.milestone if pace else None)
    return tag("span", bar, tag("q", quoted(quote)) if quote else "", class_="focus-bar")


def nothing_to_do(about: Overview) -> Markup:
    """What stands in place of the list when nothing is missed."""
    if not about.targets:
        return tag("p", "Năm này không có mục tiêu để so; các kết quả nằm ở bảng dưới.", class_="calm")
    return tag("p", joined("Không mục tiêu nào chưa đạt, gần đạt hoặc chậm tiến độ", " theo các kết quả đã có."), class_="calm")
