"""The overview put together: strips, cards, what to work on, pillars, signals, and the tables below them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.charts import images, plots, svg
from components.store_access import cached_read
from components.territory import Territory
from components.text import formats, headlines
from components.text.overview import overview_headlines as say
from components.text.overview import pillar_words, strip_words
from components.text.overview.overview_period import NEWEST, Overview
from components.tiles import cards, csv_download, inline_drawing, messages, sample_label, slide_button
from components.tiles.csv_download import Table
from components.tiles.html_table import Markup, joined, tag
from components.tiles.indicator import target_table
from components.tiles.links import here, kept_by_link
from components.tiles.overview import change_box, focus_list, pillars, signal_row, strips
from data.vietnamese import dates
from queries.reads import newest_remark_list
from queries.rows import Rows

_CHART, _TAKEN = "gaps", "Việc cần tập trung"
_TABLES = ("muc-tieu", "ket-qua", "qua-han")  # ?bang=…, the first one unless chosen
_BAR = 160  # pixels that the strip of years takes at least


def _chosen(name: str, known: tuple[str, ...]) -> str:
    """A choice of the link that only this page knows; '' for none, and for one that does not exist here."""
    code = st.query_params.get(name, "")
    return code if code in known else ""


@kept_by_link
def _narrowed(about: Overview) -> Rows[Any]:
    """The targets that the chosen card and pillar leave."""
    state, pillar = st.query_params.get("trang_thai"), st.query_params.get("nhom")
    state = state if state in cards.by_state(about) else None
    pillar = pillar if pillar in about.listed.values("pillar") else None
    if state is pillar is None:
        return about.listed
    return about.listed.matching(
        lambda row: (state is None or about.state(row) == state) and (pillar is None or row.pillar == pillar)
    )


@kept_by_link
def _unknown(about: Overview) -> Markup:
    """What the link asks of this page and the page does not have; empty when it has everything."""
    asked, states, known = st.query_params.to_dict(), cards.by_state(about), set(about.listed.values("pillar"))
    told = []
    if (state := asked.get("trang_thai")) and state not in states:
        what = f"mục tiêu nào “{cards.TITLES[state]}”" if state in cards.TITLES else f"trạng thái “{state[:80]}”"
        told.append(f"Không có {what} trong lựa chọn này; đang xem tất cả.")
    if (pillar := asked.get("nhom")) and pillar not in known:
        told.append(f"Không có mục tiêu nào của nhóm “{pillar[:80]}” trong lựa chọn này; đang xem tất cả.")
    if (name := asked.get("tin_hieu")) and name not in signal_row.NAMES:
        told.append(f"Không có tín hiệu “{name[:80]}”; các tín hiệu ở giữa trang.")
    if (table := asked.get("bang")) and table not in _TABLES:
        told.append(f"Không có bảng “{table[:80]}”; các bảng ở cuối trang.")
    return tag("div", *(tag("p", sentence) for sentence in told), class_="unanswered", role="status") if told else Markup()


def summary(about: Overview, territory: Territory, fresh: Rows[Any], overdue: Rows[Any], newer: Rows[Any]) -> None:
    """Lead, strips, cards, what to work on, pillars: one block, so that the presentation shows them on one screen.

    Below it the source, and what can be taken away.
    """
    if unknown := _unknown(about):
        st.html(unknown)
    st.html(_summary(about, territory, fresh, overdue, newer))
    if about.within_year and about.targets:
        st.html(_below(about, fresh))
    with st.container(horizontal=True, vertical_alignment="center", key="foot", gap="medium"):
        st.html(_foot(about, fresh), width="content")
        _to_take(about, territory)


@kept_by_link
def _summary(about: Overview, territory: Territory, fresh: Rows[Any], overdue: Rows[Any], newer: Rows[Any]) -> Markup:
    state = _chosen("trang_thai", tuple(cards.by_state(about)))
    told = [
        tag("p", say.lead(about), class_="lead") if say.lead(about) else "",
        strips.newer(newer),
        strips.freshness(fresh, overdue, dates.today()),
        cards.cards(about, state) if about.targets else "",
        cards.filter_line(state, len(_narrowed(about))) if state else "",
        _board(about, territory, fresh),
    ]
    return tag("div", *told, class_="summary")


@kept_by_link
def _below(about: Overview, fresh: Rows[Any]) -> Markup:
    """Of a part of the year: what changed since the one before, the pillars, the years; in the presentation a screen of its own."""
    sections = (_changes(about), _pillars(about), (strips.years(fresh, dates.today()), _BAR))
    changed = change_box.shown(about.changes)
    heading = strip_words.most_changed(changed, about.unit_id) if changed else pillar_words.pillars(about.by_state)
    return joined(_on_screens(heading), tag("div", _columns("board even", *sections), class_="summary"))


@kept_by_link
def _foot(about: Overview, fresh: Rows[Any]) -> Markup:
    return messages.sourced(joined(_source(about), _age(fresh)))


def _age(fresh: Rows[Any]) -> Markup:
    """How old the newest figure is, for the foot of a screen of the presentation, where the strip is left out."""
    said = f" · {strip_words.foot(fresh, dates.today())}" if strip_words.foot(fresh, dates.today()) else ""
    return tag("span", said, class_="on-screens") if said else Markup()


def _source(about: Overview) -> str:
    return formats.sources(about.waiting if about.mostly_waiting and not about.judged else about.targets or about.results)


def _board(about: Overview, territory: Territory, fresh: Rows[Any]) -> Markup:
    """What to work on and how the pillars stand, side by side; the years below whichever is shorter, so that nothing is half empty."""
    years = (strips.years(fresh, dates.today()), _BAR)
    if about.within_year and about.targets:
        heading = _heading(_slowest_first(about), _who(about, territory))
        table = target_table.within_year(about, _narrowed(about), territory.unit_id)
        return tag("div", tag("section", *heading, table), class_="board single")
    if about.targets:
        return _columns("board", _focus(about, territory), _pillars(about), years)
    return _columns("board even", _by_pillar(about), years)


def _columns(look: str, *sections: tuple[Markup, int]) -> Markup:
    """Sections in two columns, each below the shorter one; a section is its markup and how high it is, roughly, in pixels."""
    columns: list[list[Markup]] = [[], []]
    heights = [0, 0]
    for markup, height in sections:
        if markup:
            place = heights.index(min(heights))
            columns[place].append(markup)
            heights[place] += height
    filled = [tag("div", *column, class_="board-column") for column in columns if column]
    return tag("div", *filled, class_=look if len(filled) == 2 else f"{look} single") if filled else Markup()


def _heading(title: str, below: str) -> tuple[Markup, Markup]:
    return tag("h2", title), tag("p", below, class_="under")


def _slowest_first(about: Overview) -> str:
    title = f"Kết quả {formats.inside(say.period_name(about.period, about.year))} so với {say.target_word(about)}"
    return f"{title}, chậm nhiều nhất đứng trước" if about.pace_of else title


def _who(about: Overview, territory: Territory) -> str:
    return formats.titled(territory.name, "kết quả / mục tiêu", "thang 0–100%", f"năm {about.year}")


def _focus(about: Overview, territory: Territory) -> tuple[Markup, int]:
    """What to work on; the targets of the chosen card or pillar; in a year that is not judged what is known from earlier."""
    narrowed = _told(about)
    title, rows = (
        ("Các mục tiêu đang chọn", narrowed) if len(narrowed) < len(about.listed) else (say.focus(about), about.focus_rows)
    )
    remarks = cached_read(newest_remark_list, unit_id=territory.unit_id)
    listed = focus_list.focus_list(rows, territory.unit_id, remarks, about.pace_of) if rows else focus_list.nothing_to_do(about)
    height = 70 + 66 * min(len(rows), focus_list.MOST) + 44 * (len(rows) > focus_list.MOST)
    under = _who(about, territory) + say.late_key([row for row in rows if focus_list.mark_of(row) == "behind"])
    return tag("section", *_heading(title, under), listed), height


def _pillars(about: Overview) -> tuple[Markup, int]:
    """How each pillar stands, the weakest first."""
    rows = about.by_state
    order = "xếp theo tỷ lệ chưa đạt" if rows.where(mark="missed") else "xếp theo tỷ lệ chậm" if rows.where(mark="behind") else ""
    heading = _heading(pillar_words.pillars(rows), formats.titled("Mỗi hình một mục tiêu", order, f"năm {about.year}"))
    listed = pillars.pillars(rows, st.query_params.get("nhom", ""))
    return tag("section", *heading, listed), 80 + 39 * len(rows.by("pillar"))


def _changes(about: Overview) -> tuple[Markup, int]:
    """What rose and fell since the period before; empty where nothing can be compared."""
    listed = change_box.changes(about)
    if not listed:
        return Markup(), 0
    heading = _heading(strip_words.changes(about.changes), strip_words.changes_shown(change_box.shown(about.changes)))
    return tag("section", *heading, listed), 75 + 39 * len(change_box.shown(about.changes))


def _by_pillar(about: Overview) -> tuple[Markup, int]:
    """Of a year without targets: how many results each pillar has."""
    groups = sorted(about.results.by("pillar_name").items(), key=lambda group: -len(group[1]))
    most = max((len(rows) for _, rows in groups), default=0)
    listed = [
        tag(
            "div",
            tag("span", name),
            tag("i", style=f"width:{100 * len(rows) / most:.1f}%"),
            tag("b", len(rows)),
            class_="count-row",
        )
        for name, rows in groups
    ]
    heading = _heading(strip_words.results_by_pillar(about.results), f"Số kết quả của mỗi nhóm · năm {about.year}")
    return (tag("section", *heading, *listed), 75 + 37 * len(groups)) if groups else (Markup(), 0)


def _to_take(about: Overview, territory: Territory) -> None:
    """What can be taken away, behind one button: the chart of what to work on as pictures and slide; of a part of the year its
    slide and its targets as CSV."""
    rows = about.drawn[: focus_list.MOST]
    if about.within_year and about.targets:
        with st.container(key=f"take-{_CHART}"), st.popover("Lấy bảng", type="tertiary"):
            _slide("period", "Kết quả trong kỳ", about, territory, ky=about.period)
            _csv("muc-tieu", "Mục tiêu của kỳ", _told(about), about, territory)
    elif rows:
        with st.container(key=f"take-{_CHART}"), st.popover("Lấy biểu đồ", type="tertiary"):
            inline_drawing.show(_drawn(about, territory))
            st.html(images.actions(_CHART, sample_label.in_note("")))
            _slide("attention", _TAKEN, about, territory, **({} if about.period == NEWEST else {"ky": about.period}))


def _slide(kind: str, name: str, about: Overview, territory: Territory, **choice: str) -> None:
    made = slide_button.slide(kind, name, territory, nam=about.year, cap=about.level, **choice)
    slide_button.button(made, key=f"{_CHART}-pptx")


@kept_by_link
def _drawn(about: Overview, territory: Territory) -> str:
    rows = about.drawn[: focus_list.MOST]
    plot = plots.gaps_by_target(rows, title=_TAKEN, subtitle=_subtitle(about, territory, rows), source=formats.sources(rows))
    return svg.chart(plot, name=_CHART)


def _subtitle(about: Overview, territory: Territory, rows: Rows[Any]) -> str:
    where = "" if about.level == "any" else f", {formats.level_phrase(about.level, about.unit_id)}"
    return formats.titled(territory.name, formats.units(rows), f"năm {about.year}{where}")


def signals(territory: Territory) -> None:
    """The row of signals, and the rows of the chosen one below it."""
    name, found = _chosen("tin_hieu", tuple(signal_row.NAMES)), signal_row.all_rows(territory)
    with st.container(key="signals"):
        messages.part("Tín hiệu cần xem lại", "Mỗi số đếm đúng các dòng mở ra khi bấm vào · mọi năm của địa bàn")
        st.html(signal_row.signal_row(found, name))
    if name:
        rows = dict(found)[name]
        st.html('<div id="tin-hieu"></div>')
        messages.part(f"{formats.number(len(rows), 0)} {signal_row.NAMES[name]}")
        if rows:
            st.html(signal_row.signal_list(name, rows, territory.unit_id))
        else:
            messages.note("Tín hiệu này không có dòng nào của địa bàn.")


def tables(about: Overview, territory: Territory, overdue: Rows[Any]) -> None:
    """Every target, results without a target, overdue targets: one of them, chosen in the link, with its CSV.

    A part of the year has its targets in the table at the top already.
    """
    lists = {
        "muc-tieu": about.targets if not about.within_year else about.targets[:0],
        "ket-qua": about.results,
        "qua-han": overdue,
    }
    there = tuple(code for code in _TABLES if lists[code])
    if not there:
        return
    first = next((code for code in there if code != "qua-han" or not about.within_year), "")
    opened = _chosen("bang", there) or first
    names = _named(about)
    st.html(_tabs(opened, first, tuple((code, names[code], len(lists[code])) for code in there)))
    if not opened:
        return
    rows = _told(about) if opened == "muc-tieu" else lists[opened]
    st.html(_table(opened, about, rows, overdue, territory.unit_id))
    messages.source(formats.sources(rows))
    _csv(opened, names[opened], rows, about, territory)


def _csv(code: str, name: str, rows: Rows[Any], about: Overview, territory: Territory) -> None:
    csv_download.csv(
        lambda: csv_table(rows, territory.unit_id),
        name=f"{name} {territory.name} {about.year}",
        key=f"csv-{code}",
        choices={"dia_ban": territory.unit_id, "nam": about.year},
    )


def _named(about: Overview) -> dict[str, str]:
    shown = len(_narrowed(about))
    targets = f"Cả {shown} mục tiêu theo cấp" if shown > 1 else "Mục tiêu duy nhất của năm"
    if shown < len(about.targets):
        targets = f"{shown} trong {len(about.targets)} mục tiêu theo cấp"
    return dict(zip(_TABLES, (targets, "Kết quả chưa có mục tiêu", "Quá hạn, chưa báo cáo"), strict=True))


@kept_by_link
def _told(about: Overview) -> Rows[Any]:
    """The rows of the table of targets; one object, so that the table that is made of them is kept."""
    return about.told_late(_narrowed(about))


@kept_by_link
def _tabs(opened: str, first: str, listed: tuple[tuple[str, str, int], ...]) -> Markup:
    """The lists; ``first`` is the one that a bare link opens."""
    tabs = (_tab(code, name, count, code == opened, code == first) for code, name, count in listed)
    return tag("nav", *tabs, class_="board-tabs", id="bang", aria_label="Bảng")


def _tab(code: str, name: str, count: int, chosen: bool, first: bool) -> Markup:
    told = name if code == "muc-tieu" else f"{name} ({formats.number(count, 0)})"
    address = here(bang=None if first else code) + "#bang"
    return tag("a", told, href=address, target="_self", aria_current="page" if chosen else "")


@kept_by_link
def _table(code: str, about: Overview, rows: Rows[Any], overdue: Rows[Any], unit_id: str) -> Markup:
    """The table that is open, and for the presentation the sentence that heads it."""
    if code == "ket-qua":
        return joined(_on_screens(strip_words.without_target(rows)), target_table.without_target(rows, unit_id))
    if code == "qua-han":
        return joined(_on_screens(strip_words.overdue(overdue)), target_table.past_due(rows, unit_id))
    table = target_table.by_level(rows, about.waiting, unit_id)
    return joined(_on_screens(say.by_level(rows, unit_id)), target_table.notation(rows, about.waiting, unit_id), table)


def _on_screens(sentence: str) -> Markup:
    return tag("h2", sentence, class_="part on-screens")


def csv_table(rows: Rows[Any], unit_id: str) -> Table:
    """A table of the overview as CSV: numbers as numbers, what the documents write beside them."""
    columns: dict[str, Callable[[Any], Any]] = {
        "Mã chỉ tiêu": lambda row: row.indicator_id,
        "Chỉ tiêu": lambda row: getattr(row, "indicator_name", row.short_name),
        "Cấp": lambda row: formats.level(row.level, unit_id),
        "Đơn vị tính": lambda row: row.unit_of_measure,
        "Năm": lambda row: row.year,
        "Kỳ": lambda row: _period(row),
        "Mục tiêu": lambda row: getattr(row, "required", None),
        "Mục tiêu, nguyên văn": lambda row: getattr(row, "target_as_written", None),
        "Năm của mục tiêu": lambda row: getattr(row, "target_year", row.year if hasattr(row, "required") else None),
        "Kết quả": lambda row: None if row.basis == "stated" else row.actual,
        "Kết quả, nguyên văn": lambda row: row.actual_as_written,
        headlines.SO_FAR: lambda row: headlines.measured_by(row) if hasattr(row, "gap") else None,
        "Chênh lệch": lambda row: getattr(row, "gap", None),
        "Trạng thái": lambda row: formats.told_status(row) if hasattr(row, "mark") else "",
        "Chủ trì": lambda row: getattr(row, "owner", None),
        "Nguồn": lambda row: formats.sources(Rows(row._fields, [row])).removeprefix("Nguồn: "),
    }
    return Table({}, {}, target_table.numbers(rows, columns))


def _period(row: Any) -> str:
    if hasattr(row, "last_year"):
        return formats.period(row.last_period, row.last_year) if row.last_year else ""
    return formats.period(row.period, row.year)
