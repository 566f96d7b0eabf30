"""What the reader chooses: territory, year, level, indicator. Every choice lives in the URL and survives a change of page."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from html import escape
from typing import Any, Literal

import streamlit as st

from components import state
from components.filters import unanswered, url_state
from components.store.beside import territories
from components.store.open_stores import open_store
from components.store.store_access import cached_read, looked_at, read_of_year
from components.territory import Territory
from components.text import formats, times
from components.tiles import messages
from components.tiles.html_table import Markup, tag
from components.tiles.tiles import for_staff
from data.vietnamese import dates
from data.vietnamese.periods import period_begin, period_end
from queries.reads import (
    due_report,
    indicator_list,
    level_comparison,
    level_list,
    level_years,
    period_list,
    unit_list,
    year_list,
)
from queries.rows import Rows

EVERY_INDICATOR = "Mọi chỉ tiêu, theo nhóm"
_NEWEST = "moi-nhat"
_EVERY_LEVEL = "Tất cả"
_SHORT = {_EVERY_LEVEL: "Mọi cấp"}
_IN_SIGHT = 7  # so many choices stand side by side
_SHORT_LABEL = 50  # letters of a choice that the room beside other boxes always holds


@contextmanager
def bar() -> Iterator[None]:
    """The row of choices at the top of a page; hidden in print. What was not in the URL yet is written there at once.

    Below it stands what the link asked for and the page does not have; the page stops there where something else would be
    shown in its place without a word.
    """
    open_store()  # a first start shows its progress above the choices
    with (
        messages.told_below(),
        url_state.writing_link(),
        st.container(horizontal=True, vertical_alignment="bottom", key="choices", gap="small"),
    ):
        line = st.empty()
        state.CHOSEN.set([])
        try:
            yield
        except messages.NothingYet:
            line.html(_folded(state.CHOSEN.pop()))
            raise
        line.html(_folded(state.CHOSEN.pop()))
    if unanswered.strip():
        st.stop()


def _folded(chosen: Sequence[str]) -> str:
    """What is chosen in one line; on a phone it stands for the choices, which a tap opens."""
    words = " · ".join([tag("b", chosen[0]), *(escape(word) for word in chosen[1:])])
    return tag("details", tag("summary", tag("span", Markup(words)), tag("i", "Đổi ▾")), class_="fold")


def territory(own: Sequence[str] = ()) -> Territory:
    """Which unit to look at: ``?dia_ban=42``. Stops the page with a friendly word when the store holds no figures.

    ``own``: codes of the units whose figures this person brings; then only those and what lies in a province among them are listed,
    even before they have any figures, and the first one is opened unless another was chosen.
    """
    own_ids = [row.unit_id for code in own for row in cached_read(unit_list).where(code=code)]
    also = ",".join(own_ids)
    if own_ids:
        url_state.forget_unchosen("dia_ban", territories("").values("unit_id")[:1])
    opened = (url_state.newest("dia_ban") or next(iter(own_ids), "")).strip().rstrip(".")
    units = _own(territories(opened, also), own if own_ids else ())
    if not units:
        messages.nothing_yet("Kho số liệu chưa có số liệu nào.", "Chạy “python -m data init” để nạp năm văn bản gốc.")
    labels = {unit.unit_id: unit.label for unit in units}
    if url_state.known(opened, labels) is None:  # nothing chosen yet: open the first province
        first = territories(next(iter(labels)), also)
        labels = {unit.unit_id: unit.label for unit in _own(first, own if own_ids else ())}
    chosen = choose("Địa bàn", "dia_ban", labels, first=next((unit for unit in own_ids if unit in labels), None), width=240)
    units = territories(chosen, also)
    unit = units.where(unit_id=chosen)[0]
    looked_at(unit.unit_id)
    return Territory(unit.unit_id, unit.unit_name, unit.province_code)


def _own(units: Rows, own: Sequence[str]) -> Rows:
    """The units that somebody with the territories ``own`` brings figures of; all of them without any."""
    if not own:
        return units
    return units.matching(lambda unit: unit.unit_id.split("-")[0] in own or unit.province_code in own)


def year(territory: Territory) -> int:
    """Which year: ``?nam=2022``. Offers every year with targets or results; a bare link opens the one that ``year_list`` names.

    Stops the page with a friendly word when the unit has no figure in force.
    """
    years = cached_read(year_list, **territory.key)
    if not years:
        messages.nothing_yet(f"{territory.name} không còn số liệu nào đang áp dụng.", "Chọn địa bàn khác.")
    return chosen_year(years.values("year"), years.where(opens=True)[0].year)


def period_choice(territory: Territory, year: int) -> str:
    """Which results of the year: ``?ky=Q3``. 'newest' (the default) takes the latest of each figure, 'N' the whole year,
    else a part of the year; offers the parts that have results, each with their number."""
    parts = cached_read(period_list, **territory.key, year=year)
    counted = {row.period: f"{times.period_part(row.period)} · {row.results}" for row in parts}
    counted = {"N": times.period_part("N"), **counted}
    in_time = sorted(counted, key=lambda part: (part != "N", period_end(year, part), -period_begin(year, part).month))
    labels = {_NEWEST: "Mới nhất", **{part: counted[part] for part in in_time}}
    chosen = pick("Kỳ", "ky", labels, width=190)
    return "newest" if chosen == _NEWEST else chosen


def reporting(territory: Territory) -> tuple[int, str]:
    """Which year and period figures are reported for: ``?nam=2023&ky=Q2``; opens on the report that is due. No year is offered in
    which the unit was not there."""
    for name in ("nam", "ky"):
        url_state.forget_default(name)
    report = cached_read(due_report, **territory.key)[0]
    first = report.valid_from.year if report.valid_from else 0
    last = report.valid_to.year if report.valid_to else dates.today().year
    known = {report.year, dates.today().year}
    for unit in (territory.unit_id, territory.province_code):  # what the province sets for its units is theirs as well
        known |= set(cached_read(year_list, province_code=territory.province_code, unit_id=unit).values("year"))
    span = range(max(min(known), first), max(min(last, dates.today().year), report.year) + 1)
    years = sorted({*span, report.year}, reverse=True)
    chosen = chosen_year(years, report.year)
    labels = {code: times.period(code, chosen) for code in _reported(report.period)}
    opened = report.period if chosen == report.year else "N"
    return chosen, choose("Kỳ", "ky", labels, first=opened, width=200)


def _reported(due_period: str) -> tuple[str, ...]:
    """The periods that can be reported; months only where a unit reports by the month."""
    months = tuple(f"T{month}" for month in range(1, 13)) if due_period.startswith("T") else ()
    return ("N", "Q1", "Q2", "6T", "Q3", "9T", "Q4", *months)


def at(level: str) -> str:
    """' ở cấp xã' for a chosen level, ' (không phân cấp)' for what has none, nothing for all of them."""
    phrase = formats.LEVEL_PHRASES.get(level, "")
    return "" if level == "any" else f" ({phrase})" if level == "all" else f" ở {phrase}"


def level_year(territory: Territory) -> int | None:
    """Which year with targets that differ by level; None when there is none. Opens on the latest one with results."""
    years = cached_read(level_years, **territory.key)
    if not years:
        return None
    judged = [row.year for row in years if row.results]
    return chosen_year(years.values("year"), (judged or years.values("year"))[0])


def compared_indicator(territory: Territory, year: int | None) -> str | None:
    """Which of the year's indicators to draw large: ``?so_sanh=CQ.06``; the first one unless chosen."""
    if year is None:
        return None
    labels = {row.indicator_id: row.indicator_name for row in read_of_year(level_comparison, **territory.key, year=year)}
    width = _width(labels.get(url_state.newest("so_sanh") or "", next(iter(labels.values()), "")))
    return choose("Chỉ tiêu vẽ lớn", "so_sanh", labels, width=width)


_MOST_COMPARED = 3


def compared_with(territory: Territory, by_itself: bool = True) -> list[Territory]:
    """The territory and up to three others to compare it with: ``?so_voi=75,440``.

    ``by_itself``: a bare link compares with the first other province; otherwise with nobody.
    """
    asked = (st.query_params.get("so_voi") or "").replace(" ", "")
    listed = territories(territory.unit_id)
    if not set(filter(None, asked.split(","))) <= set(listed.values("unit_id")):
        listed = territories(territory.unit_id, asked)
    units = {unit.unit_id: unit for unit in listed}
    labels = {unit_id: unit.label for unit_id, unit in units.items()}
    first = next((unit_id for unit_id in labels if unit_id != territory.unit_id), None) if by_itself else None
    codes = url_state.listed("so_voi", labels, [] if first is None else [first])
    every = [code for code in codes if code != territory.unit_id]
    others = every[:_MOST_COMPARED]
    url_state.tell_surplus("so_voi", [labels[code] for code in every[_MOST_COMPARED:]], _MOST_COMPARED + 1)
    for position in range(min(len(others) + 1, _MOST_COMPARED)):
        _compared_box(position, others, {code: label for code, label in labels.items() if code != territory.unit_id})
    return [territory, *(Territory(code, units[code].unit_name, units[code].province_code) for code in others)]


def _compared_box(position: int, others: list[str], labels: dict[str, str]) -> None:
    """A box for the unit at a position; the one behind the last adds another, an empty one takes one out."""
    code = others[position] if position < len(others) else ""
    options = {"": "+ Thêm (tối đa 4)" if code == "" else "Bỏ địa bàn này"}
    options |= {other: label for other, label in labels.items() if other == code or other not in others}
    name = f"so_voi_{position}"
    state.box(name).set(code)
    st.selectbox(
        "So với" if position == 0 else "và với", list(options), format_func=options.__getitem__, key=name, width=220, placeholder="Chọn…",
        on_change=_compare, args=(position, others),
    )  # fmt: skip


def _compare(position: int, others: list[str]) -> None:
    chosen = state.box(f"so_voi_{position}").get()
    codes = [*others[:position], chosen or "", *others[position + 1 :]]
    url_state.relist("so_voi", [code for code in codes if code])


def of_level(rows: Rows, level: str) -> Rows:
    """The rows of one level; all of them for 'any'."""
    return rows if level == "any" else rows.where(level=level)


def chosen_year(years: list[int], first: int) -> int:
    """Which of some years: ``?nam=2022``; ``first`` unless chosen."""
    return int(choose("Năm", "nam", {str(year): str(year) for year in years}, str(first), width=110))


def contents(codes: list[str], first: list[str]) -> list[str]:
    """Which parts a briefing has, in order: ``?phan=tom-tat,CQ.06``. ``codes`` are those that exist, ``first`` a new briefing's."""
    return url_state.listed("phan", codes, first)


def with_units_below(territory: Territory) -> bool:
    """Whether every unit of a province is looked at as well: ``?pham_vi=ca-tinh``; a unit below has no such choice."""
    if territory.unit_id != territory.province_code:
        return False
    return pick("Phạm vi", "pham_vi", {"rieng": "Riêng số của tỉnh", "ca-tinh": "Cả các đơn vị"}) == "ca-tinh"


def level_in(territory: Territory, year: int) -> str:
    """Which level of those that the territory has figures of and that there were in a year; as ``level`` in all else."""
    return level(territory, cached_read(level_list, **territory.key, year=year).values("level"))


def level(territory: Territory, there: Collection[str]) -> str:
    """Which level: ``?cap=commune``; 'any' for all of them. ``there``: those that exist.

    Without a choice between levels there is no box, unless the link asks for one.
    """
    named = {code: formats.level(code, territory.unit_id) for code in formats.LEVELS if code in there}
    if len(named) < 2 and (url_state.newest("cap") or "any") == "any":
        return "any"
    return pick("Cấp", "cap", {"any": _EVERY_LEVEL, **named}, width=130)


def indicator(territory: Territory) -> str:
    """Which indicator of the unit: ``?chi_tieu=CQ.06``; '' for all of them, which is what a bare link opens.

    Full names; codes are for staff. A link with an empty ``?chi_tieu=`` opens all of them and says so.
    """
    listed = cached_read(indicator_list, **territory.key)
    if not listed:
        messages.nothing_yet(f"{territory.name} không còn số liệu nào đang áp dụng.", "Chọn địa bàn khác.")
    url_state.forget_unlinked("chi_tieu")
    coded = for_staff()
    labels = {"": EVERY_INDICATOR} | {
        row.indicator_id: f"{row.indicator_id} · {row.name}" if coded else row.name for row in listed
    }
    url_state.tell_empty("chi_tieu", labels, "")
    width = _width(labels.get(url_state.newest("chi_tieu") or "", ""))
    return choose("Chỉ tiêu", "chi_tieu", labels, "", width=width, filter_mode="contains")


def _width(label: str) -> int | Literal["stretch"]:
    """Pixels of a box that shows its whole label; the room that is left over where that is enough for a short one."""
    return "stretch" if len(label) <= _SHORT_LABEL else 70 + 7 * len(label)


def pick(label: str, name: str, labels: dict[str, str], first: str | None = None, **looks: Any) -> str:
    """A choice between few codes, all of them in sight; a select box where they are many. As ``choose`` in all else."""
    if len(labels) > _IN_SIGHT:
        return choose(label, name, labels, first, **looks)
    default = first if first is not None and first in labels else next(iter(labels))
    was_chosen = url_state.selected(name, labels, default)
    shown = _with_asked(name, labels)
    code = st.segmented_control(label, list(shown), format_func=shown.__getitem__, key=name, required=True)
    _note(shown.get(code or default, ""))
    return url_state.remember(name, default if code is None else code, default, was_chosen)


def choose(label: str, name: str, labels: dict[str, str], first: str | None = None, **looks: Any) -> str:
    """A select box whose code stands in the link (``?name=code``) and is kept over a change of page.

    Opens on ``first``, or the first option, where nothing that this page knows was chosen.
    """
    default = first if first is not None and first in labels else next(iter(labels))
    was_chosen = url_state.selected(name, labels, default)
    shown = _with_asked(name, labels)
    if len(shown) > len(labels) and isinstance(looks.get("width"), int):  # what nobody knows is to be read as well
        looks["width"] = max(looks["width"], 70 + 7 * len(next(iter(shown.values()))))
    code = st.selectbox(label, list(shown), format_func=shown.__getitem__, key=name, placeholder="Chọn…", **looks)
    _note(shown.get(code, ""))
    return url_state.remember(name, code, default, was_chosen)


def _note(label: str) -> None:
    """Keep what was chosen for the one line of a phone, without the number behind it."""
    state.CHOSEN.set([*state.CHOSEN.get(), _SHORT.get(label, label.split(" · ")[0])])


def _with_asked(name: str, labels: dict[str, str]) -> dict[str, str]:
    """The options of a box, and before them what the link asked for and nobody knows."""
    asked = url_state.asked(name)
    return labels if asked is None else {asked: f"{asked or formats.NOTHING} (không có)", **labels}
