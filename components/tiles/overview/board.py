"""The overview put together: strips, cards, what to work on, pillars, signals; the tables below them are in ``board_tables``."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.charts import images, plots, svg
from components.store.store_access import cached_read
from components.territory import Territory
from components.text import citations, formats
from components.text.overview import overview_headlines as say
from components.text.overview import pillar_words, strip_words
from components.text.overview.overview_period import NEWEST, Overview
from components.tiles import cards, inline_drawing, messages, sample_label, slide_button
from components.tiles.html_table import Markup, joined, tag
from components.tiles.indicator import target_table
from components.tiles.links import kept_by_link
from components.tiles.overview import board_choice, board_tables, change_box, focus_list, pillars, signal_row, strips
from data.vietnamese import dates
from queries.reads import newest_remark_list
from queries.rows import Rows

_CHART, _TAKEN = "gaps", "Việc cần tập trung"
_BAR = 160  # pixels that the strip of years takes at least


def summary(about: Overview, territory: Territory, fresh: Rows[Any], overdue: Rows[Any], newer: Rows[Any]) -> None:
    """Lead, strips, cards, what to work on, pillars: one block, so that the presentation shows them on one screen.

    Below it the source, and what can be taken away.
    """
    if unknown := board_choice.unknown(about):
        st.html(unknown)
    st.html(_summary(about, territory, fresh, overdue, newer))
    if about.within_year and about.targets:
        st.html(_below(about, fresh))
    with st.container(horizontal=True, vertical_alignment="center", key="foot", gap="medium"):
        st.html(_foot(about, fresh), width="content")
        _to_take(about, territory)


@kept_by_link
def _summary(about: Overview, territory: Territory, fresh: Rows[Any], overdue: Rows[Any], newer: Rows[Any]) -> Markup:
    state = board_choice.chosen("trang_thai", tuple(cards.by_state(about)))
    told = [
        tag("p", say.lead(about), class_="lead") if say.lead(about) else "",
        strips.newer(newer),
        strips.freshness(fresh, overdue, dates.today()),
        cards.cards(about, state) if about.targets else "",
        cards.filter_line(state, len(board_choice.narrowed(about))) if state else "",
        _board(about, territory, fresh),
    ]
    return tag("div", *told, class_="summary")


@kept_by_link
def _below(about: Overview, fresh: Rows[Any]) -> Markup:
    """Of a part of the year: what changed since the one before, the pillars, the years; in the presentation a screen of its own."""
    sections = (_changes(about), _pillars(about), (strips.years(fresh, dates.today()), _BAR))
    changed = change_box.shown(about.changes)
    heading = strip_words.most_changed(changed, about.unit_id) if changed else pillar_words.pillars(about.by_state)
    return joined(board_tables.on_screens(heading), tag("div", _columns("board even", *sections), class_="summary"))


@kept_by_link
def _foot(about: Overview, fresh: Rows[Any]) -> Markup:
    return messages.sourced(joined(_source(about), _age(fresh)))


def _age(fresh: Rows[Any]) -> Markup:
    """How old the newest figure is, for the foot of a screen of the presentation, where the strip is left out."""
    said = f" · {strip_words.foot(fresh, dates.today())}" if strip_words.foot(fresh, dates.today()) else ""
    return tag("span", said, class_="on-screens") if said else Markup()


def _source(about: Overview) -> str:
    return citations.sources(about.waiting if about.mostly_waiting and not about.judged else about.targets or about.results)


def _board(about: Overview, territory: Territory, fresh: Rows[Any]) -> Markup:
    """What to work on and how the pillars stand, side by side; the years below whichever is shorter, so that nothing is half empty."""
    years = (strips.years(fresh, dates.today()), _BAR)
    if about.within_year and about.targets:
        heading = _heading(_slowest_first(about), _who(about, territory))
        table = target_table.within_year(about, board_choice.narrowed(about), territory.unit_id)
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
    """What to work on; the targets of the chosen card or pillar; in a year that is hardly judged what few results say, then what is known
    from earlier."""
    narrowed = board_choice.told(about)
    if len(narrowed) < len(about.listed):
        return _list("Các mục tiêu đang chọn", narrowed, about, territory)
    if not (about.mostly_waiting and about.drawn):
        return _list(say.focus(about), about.focus_rows, about, territory)
    few = min(len(about.drawn), focus_list.MOST // 2)
    judged, height = _list(say.focus_judged(about), about.told_late(about.drawn), about, territory, few)
    waiting, more = _list(say.focus(about), about.focus_rows, about, territory, focus_list.MOST - few)
    return joined(judged, waiting), height + more


def _list(title: str, rows: Rows[Any], about: Overview, territory: Territory, most: int = focus_list.MOST) -> tuple[Markup, int]:
    """A list of what to work on below its heading, and how high it is."""
    remarks = cached_read(newest_remark_list, unit_id=territory.unit_id)
    listed = (
        focus_list.focus_list(rows, territory.unit_id, remarks, about.pace_of, most) if rows else focus_list.nothing_to_do(about)
    )
    under = _who(about, territory) + say.late_key([row for row in rows if focus_list.mark_of(row) == "behind"])
    height = 70 + 66 * min(len(rows), most) + 44 * (len(rows) > most)
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
            slide_button.button(_slide("period", "Kết quả trong kỳ", about, territory, ky=about.period))
            board_tables.csv("muc-tieu", "Mục tiêu của kỳ", board_choice.told(about), about, territory)
    elif rows:
        with st.container(key=f"take-{_CHART}"), st.popover("Lấy biểu đồ", type="tertiary"):
            inline_drawing.show(_drawn(about, territory))
            slide = _slide("attention", _TAKEN, about, territory, **({} if about.period == NEWEST else {"ky": about.period}))
            st.html(images.actions(_CHART, sample_label.in_note(""), more=slide.drawn()))


def _slide(kind: str, name: str, about: Overview, territory: Territory, **choice: str) -> slide_button.SlideLink:
    return slide_button.slide(kind, name, territory, nam=about.year, cap=about.level, **choice)


@kept_by_link
def _drawn(about: Overview, territory: Territory) -> str:
    rows = about.drawn[: focus_list.MOST]
    plot = plots.gaps_by_target(rows, title=_TAKEN, subtitle=_subtitle(about, territory, rows), source=citations.sources(rows))
    return svg.chart(plot, name=_CHART)


def _subtitle(about: Overview, territory: Territory, rows: Rows[Any]) -> str:
    where = "" if about.level == "any" else f", {formats.level_phrase(about.level, about.unit_id)}"
    return formats.titled(territory.name, formats.units(rows), f"năm {about.year}{where}")


def signals(territory: Territory) -> None:
    """The row of signals, and the rows of the chosen one below it."""
    name, found = board_choice.chosen("tin_hieu", tuple(signal_row.NAMES)), signal_row.all_rows(territory)
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
