"""The overview put together: strips, cards, what to work on, pillars, signals, and the tables below them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.charts import images, plots, svg
from components.store_access import is_sample
from components.territory import Territory
from components.text import formats
from components.text import overview_headlines as say
from components.text.overview_headlines import Overview
from components.tiles import cards, csv_download, focus_list, messages, pillars, signal_row, slide_button, strips, target_table
from components.tiles.csv_download import Table
from components.tiles.html_table import Content, Markup, joined, tag
from components.tiles.links import here
from data.vietnamese import dates
from queries.rows import Rows

_CHART, _TAKEN = "gaps", "Việc cần tập trung"
_TABLES = ("muc-tieu", "ket-qua", "qua-han")  # ?bang=…, the first one unless chosen


def _chosen(name: str, known: tuple[str, ...]) -> str:
    """A choice of the link that only this page knows; '' for none, and for one that does not exist here."""
    code = st.query_params.get(name, "")
    return code if code in known else ""


def _narrowed(about: Overview) -> Rows[Any]:
    """The targets that the chosen card and pillar leave."""
    state, pillar = st.query_params.get("trang_thai"), st.query_params.get("nhom")
    state = state if state in cards.by_state(about) else None
    pillar = pillar if pillar in about.targets.values("pillar") else None
    return about.targets.matching(
        lambda row: (state is None or about.state(row) == state) and (pillar is None or row.pillar == pillar)
    )


def summary(about: Overview, territory: Territory, fresh: Rows[Any], overdue: Rows[Any], newer: Rows[Any]) -> None:
    """Lead, strips, cards, what to work on, pillars: one block, so that the presentation shows them on one screen."""
    state = _chosen("trang_thai", tuple(cards.by_state(about)))
    told = [
        tag("p", say.lead(about), class_="lead") if say.lead(about) else "",
        strips.newer(newer),
        strips.freshness(fresh, overdue, dates.today()),
        cards.cards(about, state) if about.targets else "",
        cards.filter_line(state, len(_narrowed(about))) if state else "",
        _board(about, territory, fresh),
    ]
    st.html(joined(tag("div", *told, class_="summary"), messages.sourced(joined(_source(about), _age(fresh)))))


def _age(fresh: Rows[Any]) -> Markup:
    """How old the newest figure is, for the foot of a screen of the presentation, where the strip is left out."""
    newest = fresh[0].newest_day if fresh else None
    said = f" · số liệu mới nhất cách đây {formats.age(newest, dates.today())}" if newest else ""
    return tag("span", said, class_="on-screens") if said else Markup()


def _source(about: Overview) -> str:
    return formats.sources(about.waiting if about.mostly_waiting and not about.judged else about.targets or about.results)


def _board(about: Overview, territory: Territory, fresh: Rows[Any]) -> Markup:
    years = strips.years(fresh, dates.today())
    if about.within_year and about.targets:
        table = target_table.within_year(about, _narrowed(about), territory.unit_id)
        left = joined(
            *_heading(
                f"Kết quả {formats.inside(say.period_name(about.period, about.year))} so với mục tiêu năm", _who(about, territory)
            ),
            table,
        )
        return joined(tag("div", tag("section", left), class_="board single"), tag("div", _pillars(about), years, class_="board"))
    right = tag("section", _pillars(about), years)
    return (
        tag("div", tag("section", *_focus(about, territory)), right, class_="board")
        if about.targets
        else tag("div", years, class_="board")
    )


def _heading(title: str, below: str) -> tuple[Markup, Markup]:
    return tag("h2", title), tag("p", below, class_="under")


def _who(about: Overview, territory: Territory) -> str:
    return formats.titled(territory.name, "kết quả / mục tiêu", "thang 0–100%", f"năm {about.year}")


def _focus(about: Overview, territory: Territory) -> list[Content]:
    """What to work on; the targets of the chosen card or pillar; in a year that is not judged what is known from earlier."""
    if len(_narrowed(about)) < len(about.targets):
        title, rows = "Các mục tiêu đang chọn", _narrowed(about)
    elif about.mostly_waiting:
        title, rows = f"Từ kết quả gần nhất đến mục tiêu năm {about.year}, xa nhất đứng trước", about.waiting
    else:
        title, rows = "Việc cần tập trung: mục tiêu chưa đạt, thiếu nhiều nhất đứng trước", about.focus
    listed = focus_list.focus_list(rows, territory.unit_id) if rows else focus_list.nothing_to_do(about)
    return [*_heading(title, _who(about, territory)), listed]


def _pillars(about: Overview) -> Markup:
    if not about.targets:
        return Markup()
    heading = _heading(say.pillars(about.targets), f"Mỗi hình một mục tiêu · xếp theo tỷ lệ chưa đạt · năm {about.year}")
    return tag("section", *heading, pillars.pillars(about.targets, st.query_params.get("nhom", "")))


def to_take(about: Overview, territory: Territory) -> None:
    """The list of what to work on as a chart to take away: pictures and slide, behind one button."""
    rows = about.focus[: focus_list.MOST]
    if not rows or about.within_year:
        return
    plot = plots.gaps_by_target(rows, title=_TAKEN, subtitle=_subtitle(about, territory, rows), source=formats.sources(rows))
    with st.container(key=f"take-{_CHART}"), st.popover("Lấy biểu đồ", type="tertiary"):
        st.markdown(svg.chart(plot, name=_CHART), unsafe_allow_html=True)
        st.html(images.actions(_CHART, formats.SAMPLE if is_sample() else ""))
        slide_button.button(
            slide_button.slide("attention", _TAKEN, territory, nam=about.year, cap=about.level), key=f"{_CHART}-pptx"
        )


def _subtitle(about: Overview, territory: Territory, rows: Rows[Any]) -> str:
    where = "" if about.level == "any" else f", {formats.LEVEL_PHRASES[about.level]}"
    return formats.titled(territory.name, formats.units(rows), f"năm {about.year}{where}")


def signals(territory: Territory) -> None:
    """The row of signals, and the rows of the chosen one below it."""
    name = _chosen("tin_hieu", tuple(signal_row.NAMES))
    messages.part("Tín hiệu cần xem lại", "Mỗi số đếm đúng các dòng mở ra khi bấm vào · mọi năm của địa bàn")
    st.html(signal_row.signal_row(territory, name))
    if name:
        found = len(signal_row.rows_of(name, territory))
        st.html('<div id="tin-hieu"></div>')
        messages.part(f"{formats.number(found, 0)} {signal_row.NAMES[name]}")
        st.html(signal_row.signal_list(name, territory))


def tables(about: Overview, territory: Territory, overdue: Rows[Any]) -> None:
    """Every target, results without a target, overdue targets: one of them, chosen in the link, with its CSV."""
    counts = dict(zip(_TABLES, (len(about.targets), len(about.results), len(overdue)), strict=True))
    names = dict(zip(_TABLES, (_targets_named(about), "Kết quả chưa có mục tiêu", "Quá hạn, chưa báo cáo"), strict=True))
    there = tuple(code for code in _TABLES if counts[code])
    if not there:
        return
    opened = _chosen("bang", there) or there[0]
    st.html(
        tag(
            "nav",
            *(_tab(code, names[code], counts[code], code == opened) for code in there),
            class_="board-tabs",
            id="bang",
            aria_label="Bảng",
        )
    )
    rows = {"muc-tieu": _narrowed(about), "ket-qua": about.results, "qua-han": overdue}[opened]
    st.html(_table(opened, about, rows, territory.unit_id))
    messages.source(formats.sources(rows))
    csv_download.csv(csv_table(rows), name=f"{names[opened]} {territory.name} {about.year}", key=f"csv-{opened}")


def _targets_named(about: Overview) -> str:
    if about.within_year:
        return f"Mục tiêu có kết quả kỳ này ({len(about.targets)})"
    return f"Cả {len(about.targets)} mục tiêu theo cấp" if len(about.targets) > 1 else "Mục tiêu duy nhất của năm"


def _tab(code: str, name: str, count: int, chosen: bool) -> Markup:
    told = name if code == "muc-tieu" else f"{name} ({count})"
    return tag(
        "a",
        told,
        href=here(bang=None if code == "muc-tieu" else code) + "#bang",
        target="_self",
        aria_current="page" if chosen else "",
    )


def _table(code: str, about: Overview, rows: Rows[Any], unit_id: str) -> Markup:
    if code == "ket-qua":
        return target_table.without_target(rows, unit_id)
    if code == "qua-han":
        return target_table.past_due(rows, unit_id)
    return joined(target_table.notation(), target_table.by_level(rows, about.waiting, unit_id))


def csv_table(rows: Rows[Any]) -> Table:
    """A table of the overview as CSV: numbers as numbers, what the documents write beside them."""
    columns: dict[str, Callable[[Any], Any]] = {
        "Mã chỉ tiêu": lambda row: row.indicator_id,
        "Chỉ tiêu": lambda row: getattr(row, "indicator_name", row.short_name),
        "Cấp": lambda row: formats.LEVELS[row.level],
        "Đơn vị tính": lambda row: row.unit_of_measure,
        "Năm": lambda row: row.year,
        "Kỳ": lambda row: _period(row),
        "Mục tiêu": lambda row: getattr(row, "required", None),
        "Mục tiêu, nguyên văn": lambda row: getattr(row, "target_as_written", None),
        "Năm của mục tiêu": lambda row: getattr(row, "target_year", row.year if hasattr(row, "required") else None),
        "Kết quả": lambda row: None if row.basis == "stated" else row.actual,
        "Kết quả, nguyên văn": lambda row: row.actual_as_written,
        "Chênh lệch": lambda row: getattr(row, "gap", None),
        "Trạng thái": lambda row: formats.status(row.mark) if hasattr(row, "mark") else "",
        "Chủ trì": lambda row: getattr(row, "owner", None),
        "Nguồn": lambda row: formats.sources(Rows(row._fields, [row])).removeprefix("Nguồn: "),
    }
    return Table({}, {}, target_table.numbers(rows, columns))


def _period(row: Any) -> str:
    if hasattr(row, "last_year"):
        return formats.period(row.last_period, row.last_year) if row.last_year else ""
    return formats.period(row.period, row.year)
