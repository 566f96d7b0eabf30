"""What the reader chooses: territory, year, level, indicator. Every choice lives in the URL and survives a change of page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from components.store_access import cached_read, open_store
from components.territory import Territory
from components.text import formats
from components.tiles.messages import nothing_yet
from components.tiles.tables import found_indicators
from queries.reads import (
    indicator_list,
    indicator_search,
    level_comparison,
    level_years,
    period_list,
    territory_list,
    unit_list,
    year_list,
)
from queries.rows import Rows

_LEVEL_CHOICES = {"any": "Tất cả", "province": "Tỉnh", "district": "Huyện", "commune": "Xã", "all": "Chung"}


@contextmanager
def bar() -> Iterator[None]:
    """The row of choices at the top of a page; hidden in print. What was not in the URL yet is written there at once."""
    open_store()  # a first start shows its progress above the choices
    st.session_state["_to_url"] = {}
    with st.container(horizontal=True, vertical_alignment="bottom", key="choices", gap="small"):
        yield
    missing = st.session_state.pop("_to_url")
    if missing:
        st.query_params.update(missing)


def territory(own: Sequence[str] = ()) -> Territory:
    """Which unit to look at: ``?dia_ban=42``. Stops the page with a friendly word when the store holds no figures.

    ``own``: codes of the units whose figures this person brings; they are listed even before they have any, and the first
    one is opened unless another was chosen.
    """
    own = [row.unit_id for code in own for row in cached_read(unit_list).where(code=code)]
    also = ",".join(own)
    if own:
        _forget_unchosen("dia_ban", cached_read(territory_list, unit_id="").values("unit_id")[:1])
    wanted = _wanted("dia_ban") or next(iter(own), "")
    units = cached_read(territory_list, unit_id=wanted, also=also)
    if not units:
        nothing_yet("Kho số liệu chưa có số liệu nào.", "Chạy “python -m data init” để nạp năm văn bản gốc.")
    labels = {unit.unit_id: unit.label for unit in units}
    if wanted not in labels:  # nothing chosen yet: open the first province
        labels = {unit.unit_id: unit.label for unit in cached_read(territory_list, unit_id=next(iter(labels)))}
    chosen = _choose("Địa bàn", "dia_ban", labels, first=next((unit for unit in own if unit in labels), None), width=240)
    units = cached_read(territory_list, unit_id=chosen, also=also)
    unit = units.where(unit_id=chosen)[0]
    return Territory(unit.unit_id, unit.unit_name, unit.province_code)


def year(place: Territory) -> int:
    """Which year: ``?nam=2022``. Offers the years with targets; opens on the latest with results."""
    years = cached_read(year_list, unit_id=place.unit_id)
    targeted = years.matching(lambda row: row.targets > 0) or years
    judged = [row.year for row in targeted if row.results]
    return _year(targeted.values("year"), (judged or targeted.values("year"))[0])


def reporting(place: Territory) -> tuple[int, str]:
    """Which year and period figures are reported for: ``?nam=2023&ky=Q2``; opens on the newest year with targets that has begun."""
    today = formats.today()
    targeted: list[int] = []
    for unit in (place.unit_id, place.province_code):  # what the province sets for its units is theirs as well
        targeted = targeted or [
            row.year for row in cached_read(year_list, unit_id=unit) if row.targets and row.year <= today.year
        ]
    years = sorted({today.year, *targeted}, reverse=True)
    chosen = _year(years, next(iter(targeted), today.year))
    labels = {code: formats.period(code, chosen) for code in ("N", "Q1", "Q2", "6T", "Q3", "9T", "Q4")}
    return chosen, _choose("Kỳ", "ky", labels, width=200)


def at(level: str) -> str:
    """' ở cấp xã' for a chosen level, nothing for all of them."""
    return "" if level == "any" else f" ở {'phần chung' if level == 'all' else formats.LEVEL_PHRASES[level]}"


def level_year(place: Territory) -> int | None:
    """Which year with targets that differ by level; None when there is none. Opens on the latest one with results."""
    years = cached_read(level_years, **place.key)
    if not years:
        return None
    judged = [row.year for row in years if row.results]
    return _year(years.values("year"), (judged or years.values("year"))[0])


def compared_indicator(place: Territory, year: int | None) -> str | None:
    """Which of the year's indicators to draw large: ``?so_sanh=CQ.06``; the first one unless chosen."""
    if year is None:
        return None
    labels = {row.indicator_id: row.indicator_name for row in cached_read(level_comparison, **place.key, year=year)}
    return _choose("Chỉ tiêu vẽ lớn", "so_sanh", labels, width="stretch")


def of_level(rows: Rows, level: str) -> Rows:
    """The rows of one level; all of them for 'any'."""
    return rows if level == "any" else rows.where(level=level)


def _year(years: list[int], first: int) -> int:
    return int(_choose("Năm", "nam", {str(year): str(year) for year in years}, str(first), width=110))


def period(place: Territory, year: int) -> str:
    """The whole year ('N') or a part of it with results: ``?ky=Q2``."""
    parts = cached_read(period_list, **place.key, year=year).values("period")
    return _choose("Kỳ", "ky", {code: formats.period(code, year) for code in ("N", *parts)}, width=190)


def contents(codes: list[str], first: list[str]) -> list[str]:
    """Which parts a briefing has, in order: ``?phan=tom-tat,CQ.06``. ``codes`` are those that exist, ``first`` a new briefing's."""
    return _listed("phan", codes, first)


def level() -> str:
    """Which level: ``?cap=commune``; 'any' for all of them."""
    return _choose("Cấp", "cap", _LEVEL_CHOICES, width=130)


def indicator(place: Territory) -> str:
    """Which indicator of the unit: ``?chi_tieu=CQ.06``. Opens on the one with most targets and results to compare."""
    listed = cached_read(indicator_list, **place.key)
    if not listed:
        nothing_yet(f"{place.name} không còn số liệu nào đang dùng.", "Chọn địa bàn khác.")
    labels = {row.indicator_id: f"{row.indicator_id} · {row.name}" for row in listed}
    first = max(listed, key=lambda row: min(row.targets, row.results)).indicator_id
    return _choose("Chỉ tiêu", "chi_tieu", labels, first, width="stretch", filter_mode="contains")


def _choose(label: str, key: str, labels: dict[str, str], first: str | None = None, **looks) -> str:
    """A select box whose code stands in the URL (``?key=code``) and is kept over a change of page.

    The URL wins when it changed since the last run (a link, the back button); an unknown code is ignored. Where the
    kept choice does not exist here, the box falls back to ``first`` and the choice stays kept for other pages.
    """
    kept = st.session_state.setdefault("kept", {})
    wanted = next((code for code in _candidates(key) if code in labels), None)
    default = first if first in labels else next(iter(labels))
    # set at every run: after a change of page the box is a new one that knows only its first option
    st.session_state[key] = wanted or default
    chosen = st.selectbox(label, list(labels), format_func=labels.__getitem__, key=key, placeholder="Chọn…", **looks)
    if wanted is not None or key not in kept:
        kept[key] = chosen
    kept[f"{key}@box"] = chosen
    kept[f"{key}@url"] = chosen if chosen != default or key in st.query_params else None
    if st.query_params.get(key) != chosen and not (chosen == default and key not in st.query_params):
        st.session_state["_to_url"][key] = chosen  # what a bare link opens anyway is not written: Back stays usable
    return chosen


def _listed(key: str, codes: list[str], first: list[str]) -> list[str]:
    """Codes in an order of their own, kept in the URL (``?key=a,b``) and over a change of page; unknown ones are ignored."""
    kept, in_url = st.session_state.setdefault("kept", {}), st.query_params.get(key)
    news = in_url is not None and in_url != kept.get(f"{key}@url")
    untouched = in_url is None and kept.get(key) == kept.get(f"{key}@first")
    wanted = in_url.split(",") if news else first if untouched else kept.get(key, first)
    chosen = [code for code in dict.fromkeys(wanted) if code in codes]
    kept[key], kept[f"{key}@first"] = list(wanted), first
    shown = ",".join(wanted)
    if in_url is None and list(wanted) == first:
        kept[f"{key}@url"] = None  # what a bare link opens anyway is not written
    else:
        kept[f"{key}@url"] = shown
        if in_url != shown:
            st.session_state["_to_url"][key] = shown
    return chosen


def pin(**codes: str) -> None:
    """Write choices into the URL that a bare link opens anyway: whatever else the link holds belongs to them."""
    missing = {key: code for key, code in codes.items() if st.query_params.get(key) != code}
    for key, code in missing.items():
        st.session_state["kept"][f"{key}@url"] = code
    if missing:
        st.query_params.update(missing)


def relist(key: str, codes: list[str]) -> None:
    """Give an ordered choice other codes, from the next run on."""
    st.session_state["kept"][key] = codes


def _candidates(key: str) -> tuple[str | None, ...]:
    """What may have been chosen, most recent first: a new pick in the box, news in the URL, an earlier page."""
    kept, in_url, in_box = st.session_state.get("kept", {}), st.query_params.get(key), st.session_state.get(key)
    picked = in_box if in_box != kept.get(f"{key}@box") else None
    news = in_url if in_url != kept.get(f"{key}@url") else None
    return picked, news, in_box if kept.get(key) is None else kept[key]


def _forget_unchosen(key: str, bare: list[str]) -> None:
    """Forget what stands in a box only because a bare link opened it on another page (``bare``), so that this page opens its own."""
    kept, in_box = st.session_state.get("kept", {}), st.session_state.get(key)
    if key not in st.query_params and kept.get(key) in bare and in_box in (None, kept.get(f"{key}@box")):
        del kept[key]
        st.session_state.pop(key, None)


def _wanted(key: str) -> str | None:
    return next((code for code in _candidates(key) if code is not None), None)


def search(place: Territory) -> None:
    """A box that finds an indicator by any part of its name, with or without diacritics; results stand below the bar."""
    sought = st.text_input("Tìm chỉ tiêu", placeholder="Tìm chỉ tiêu…", key="tim", type="search", width=230, bind="query-params")
    st.session_state["_found"] = _matching(place, sought) if sought else None


def search_results(place: Territory) -> None:
    """What the search box found, as links; nothing when it is empty."""
    found = st.session_state.get("_found")
    if found is not None:
        found_indicators(found, place.unit_id)


def _matching(place: Territory, sought: str) -> Rows:
    parts = formats.fold(sought).split()
    found = cached_read(indicator_search, **place.key).matching(lambda row: all(part in row.search_key for part in parts))
    phrase = " ".join(parts)
    return Rows(found.columns, sorted(found, key=lambda row: phrase not in row.search_key))  # the whole phrase first
