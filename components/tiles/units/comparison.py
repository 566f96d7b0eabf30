"""Territories side by side: what they share, what looks alike and is not one, what only one of them has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from components.store.beside import province_of
from components.store.store_access import cached_read, kept, read_of_unit, units_are_asked_together
from components.territory import Territory
from components.text import citations, formats, times
from components.text.units import comparison_facts, comparison_words
from components.tiles import bullets, html_table, messages
from components.tiles.html_table import Cell, Column, Markup, joined, small, tag
from components.tiles.links import address, few_kept_by_link, link
from components.tiles.origin import finding_flags, source_links
from components.tiles.origin.source_register import named
from queries.reads import compared_figure_list, near_indicator_list
from queries.rows import Rows

Names = tuple[tuple[str, str], ...]  # unit ids with names
_Provinces = tuple[tuple[str, str], ...]  # unit ids with their provinces


def figures(units: Sequence[Territory]) -> tuple[Rows, Rows]:
    """What the units have and what of it looks alike: ``comparison_facts.compared`` and ``near``."""
    of = tuple((unit.unit_id, unit.province_code) for unit in units)
    return kept(_compared, of), kept(_near, of)


def ahead(province_code: str) -> list[Callable[[], Any]]:
    """What asks ahead what comparisons of a province's units ask."""
    return [
        lambda: cached_read(near_indicator_list),
        lambda: kept(_items, province_code, province_code) if units_are_asked_together(province_code) else None,
    ]


def _compared(units: _Provinces) -> Rows:
    return comparison_facts.compared(_of_units(units))


def _near(units: _Provinces) -> Rows:
    return comparison_facts.near(cached_read(near_indicator_list), _of_units(units))


def _of_units(units: _Provinces) -> dict[str, Rows]:
    return {
        unit_id: read_of_unit(compared_figure_list, province_code=province_code, unit_id=unit_id)
        for unit_id, province_code in units
    }


def shared_table(rows: Rows, names: Mapping[str, str]) -> None:
    """The shared indicators, a column a unit. Takes ``comparison_facts.compared``; ``names``: unit ids with names.

    The bars of an indicator stand on one scale: shares on 0 to 100, others up to the largest number shown.
    """
    st.html(_shared_table(rows, tuple(names.items())))


@few_kept_by_link
def _shared_table(rows: Rows, names: Names) -> Markup:
    shared = rows.matching(lambda row: row.sharing > 1)
    columns = [Column("Chỉ tiêu chung", caption=""), *(Column(comparison_words.short(name)) for _, name in names)]
    body = [_shared_row(of_indicator, [unit_id for unit_id, _ in names]) for of_indicator in shared.by("indicator_id").values()]
    return joined(html_table.table(columns, body, "wide compare"), bullets.key_of(shared))


def of_indicator(units: Sequence[Territory], indicator_id: str) -> None:
    """One indicator in a territory and those chosen beside it, if any; says which of them have no figure of it."""
    if len(units) < 2:
        return
    messages.part("So với địa bàn khác", "Mục tiêu và kết quả mới nhất, mỗi số kèm năm của nó")
    names = {unit.unit_id: unit.name for unit in units}
    rows = figures(units)[0].where(indicator_id=indicator_id)
    having = set(rows.values("unit_id"))
    if lacking := [name for unit_id, name in names.items() if unit_id not in having]:
        messages.note(f"Không có số liệu của chỉ tiêu này: {', '.join(lacking)}.")
    if len(having) > 1:
        there = {unit_id: name for unit_id, name in names.items() if unit_id in having}
        shared_table(rows, there)
        sources(rows, there)


def _shared_row(rows: Rows, units: list[str]) -> list[Any]:
    first, full = rows[0], _full(rows)
    unit = "" if first.unit_of_measure == "mốc" else first.unit_of_measure
    cells = []
    for unit_id in units:
        of_unit = rows.where(unit_id=unit_id)
        cells.append(joined(*(_figure(row, full) for row in of_unit)) if of_unit else Cell(formats.NOTHING, "none"))
    return [joined(tag("b", link(_to(units[0], first.indicator_id), first.indicator_name)), small(unit)), *cells]


def _full(rows: Rows) -> float:
    if rows[0].unit_of_measure == "%":
        return 100.0
    return max((float(number) for row in rows for number in (row.required, row.actual) if number is not None), default=100.0)


def _figure(row: Any, full: float) -> Markup:
    main = formats.result(row) if row.has_result else formats.target(row)
    words = row.actual is None if row.has_result else row.required is None
    said = source_links.figure(row.unit_id, row, "bằng lời" if words and row.basis != "stated" else main)
    number = tag("b", said, class_="said" if row.basis == "stated" else "")
    lines = [_quoted(row) if words and row.basis != "stated" else Markup(), _said(row), _place(row)]
    return tag(
        "div",
        tag("div", bullets.bullet(row, full), number, finding_flags.flag(row, row.unit_id), class_="line"),
        *(line for line in lines if line),
        class_="figure",
    )


def _quoted(row: Any) -> Markup:
    return small(f"“{row.actual_as_written if row.has_result else row.target_as_written}”")


def _said(row: Any) -> Markup:
    """Level, and of which period result and target are; what is not there is said."""
    level = [formats.LEVEL_PHRASES[row.level]] if row.level != "all" else []
    target = [f"mục tiêu {formats.target(row)} (năm {row.target_year})"] if row.required is not None else []
    if row.required is None and row.target_as_written:
        target = [f"mục tiêu bằng lời (năm {row.target_year})"]
    if not row.has_result:
        return small(" · ".join([*level, *target]), " · ", tag("span", _lacking(row), class_="lacking"))
    when = f"kết quả của {formats.inside(times.period(row.period, row.year))}"
    said = " · ".join([*level, when, *(target or ["không có mục tiêu"])])
    return small(said) if row.mark == "no_target" else small(said, " · ", _mark(row))


def _lacking(row: Any) -> str:
    return "quá hạn, chưa có kết quả" if row.mark == "no_result" else "chưa có kết quả"


def _mark(row: Any) -> Markup:
    return tag(
        "span", bullets.shape(formats.shown_mark(row)), " ", formats.verdict(row).lower(), class_=f"s-{formats.shown_mark(row)}"
    )


def _place(row: Any) -> Markup:
    kind = "actual" if row.has_result else "target"
    parts = (getattr(row, f"{kind}_document"), getattr(row, f"{kind}_locator"))
    return small(named(parts[0], row.unit_id, parts[1]))


def sources(rows: Rows, names: Mapping[str, str]) -> None:
    """A source line for each territory and document of what is shared, with the day of that document alone. Takes ``comparison_facts.compared``."""
    st.html(_sources(rows, tuple(names.items())))


@few_kept_by_link
def _sources(rows: Rows, names: Names) -> Markup:
    shared = rows.matching(lambda row: row.sharing > 1)
    lines = []
    for unit_id, name in names:
        of_unit = shared.where(unit_id=unit_id)
        for document in dict.fromkeys(sorted(document for row in of_unit if (document := _document(row)))):
            rows = _of_document(of_unit, document)
            locators = sorted({locator for row in rows if (locator := _locator(row))})
            said = formats.titled(", ".join([document, *locators]), citations.known_day(rows.where(has_result=True)))
            lines.append(tag("p", f"Nguồn, {comparison_words.short(name)}: {said}", class_="note"))
    return joined(*lines)


def _of_document(rows: Rows, document: str) -> Rows:
    return rows.matching(lambda row: _document(row) == document)


def _document(row: Any) -> str | None:
    return row.actual_document if row.has_result else row.target_document


def _locator(row: Any) -> str | None:
    return row.actual_locator if row.has_result else row.target_locator


def near_table(pairs: Rows, rows: Rows, names: Mapping[str, str]) -> None:
    """Pairs that look alike, with both definitions and what keeps them apart; folded where the catalogue does not say why. Takes ``comparison_facts.near`` and ``compared``."""
    st.html(_near_table(pairs, rows, tuple(names.items())))


@few_kept_by_link
def _near_table(pairs: Rows, rows: Rows, of: Names) -> Markup:
    names = dict(of)
    first, *others = names
    here, there = comparison_words.short(names[first]), "Địa bàn khác"
    if len(others) == 1:
        there = comparison_words.short(names[others[0]])
    columns = [Column(here), Column(there), Column("Vì sao")]
    shown, folded = (
        html_table.table(
            columns, [_pair(pair, rows, first, names if len(others) > 1 else {}) for pair in of_kind], "wide compare pairs"
        )
        for of_kind in (pairs.where(noted=True), pairs.where(noted=False))
    )
    unnoted = len(pairs.where(noted=False))
    more = tag(
        "details", tag("summary", f"{unnoted} cặp tên gần giống nữa, danh mục để riêng mà không ghi lý do"), folded, class_="only"
    )
    return joined(shown if unnoted < len(pairs) else "", more if unnoted else "")


def _pair(pair: Any, rows: Rows, first: str, names: Mapping[str, str]) -> list[Markup]:
    """Both sides of a pair and what keeps them apart; ``names`` where several units stand in the second column."""
    one = _side(rows, first, pair.indicator_id, pair.indicator_name, pair.definition)
    other = _side(rows, pair.other_unit_id, pair.other_id, pair.other_name, pair.other_definition)
    where = small(comparison_words.short(names[pair.other_unit_id])) if names else Markup()
    why = tag("span", comparison_words.difference(pair), class_="why"), small(comparison_words.why(pair))
    return [one, joined(where, other), joined(*why)]


def _side(rows: Rows, unit_id: str, indicator_id: str, name: str, definition: str) -> Markup:
    of_unit = rows.where(unit_id=unit_id, indicator_id=indicator_id)
    return joined(
        link(_to(unit_id, indicator_id), name), tag("div", comparison_words.figures(of_unit), class_="value"), small(definition)
    )


def only_lists(rows: Rows, names: Mapping[str, str]) -> None:
    """What only one of the units has, folded by unit, by pillar, with the newest number. Takes ``comparison_facts.compared``."""
    st.html(_only_lists(rows, tuple(names.items())))


@few_kept_by_link
def _only_lists(rows: Rows, names: Names) -> Markup:
    alone = rows.where(sharing=1)
    lists = (_only(alone.where(unit_id=unit_id), unit_id, name) for unit_id, name in names if alone.where(unit_id=unit_id))
    return tag("div", *lists, class_="only-lists")


def _only(rows: Rows, unit_id: str, name: str) -> Markup:
    count = len(rows.by("indicator_id"))
    items = kept(_items, unit_id, province_of(unit_id) or unit_id)
    parts = []
    for pillar, of_pillar in rows.by("pillar_name").items():
        parts += [tag("h3", pillar), tag("ul", *(items[indicator_id] for indicator_id in of_pillar.by("indicator_id")))]
    return tag(
        "details",
        tag("summary", f"{count} chỉ tiêu chỉ {formats.inside(comparison_words.short(name))} có"),
        *parts,
        class_="only",
    )


def _items(unit_id: str, province_code: str) -> dict[str, Markup]:
    """A line of such a list for each indicator of a unit: the same beside whomever it stands. What a link says of day and store is the store's own."""
    return {
        indicator_id: tag("li", link(_to(unit_id, indicator_id), group[0].indicator_name), small(comparison_words.figures(group)))
        for indicator_id, group in _of_units(((unit_id, province_code),))[unit_id].by("indicator_id").items()
    }


def _to(unit_id: str, indicator_id: str) -> str:
    return address("chi-tieu", {"dia_ban": unit_id, "chi_tieu": indicator_id})
