"""Tables of indicators and claims as markup: they wrap on a phone, print on paper and link to the indicator's page."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any
from urllib.parse import quote, urlencode

import streamlit as st

from components.text import formats
from components.tiles.messages import empty
from queries.rows import Rows


def pillar_by_level(rows: Rows, unit_id: str) -> None:
    """How each pillar stands at each level. Takes the columns of ``indicator_matrix``; a single target shows its value."""
    to_indicator = indicator_links(unit_id)
    levels = [level for level in formats.LEVELS if level in rows.values("level")]
    head = "".join(f'<th scope="col">{formats.LEVELS[level]}</th>' for level in levels)
    body = []
    for pillar, of_pillar in rows.by("pillar_name").items():
        cells = []
        for level in levels:
            here = of_pillar.where(level=level)
            cells.append(f"<td>{_mark_summary(here, to_indicator)}</td>")
        body.append(f"<tr><td>{escape(pillar)}</td>{''.join(cells)}</tr>")
    st.html(f'<table class="grid"><thead><tr><th scope="col">Nhóm</th>{head}</tr></thead><tbody>{"".join(body)}</tbody></table>')


def _mark_summary(rows: Rows, to_indicator: Callable[[str], str]) -> str:
    if not rows:
        return "–"
    if len(rows) == 1:
        row = rows[0]
        shown = formats.result(row) if row.actual is not None else formats.STATUSES[row.status][1]
        return f'<a href="{to_indicator(row.indicator_id)}" target="_self" title="{escape(row.indicator_name)}">{_mark(row.status)} {escape(shown)}</a>'
    counts = {status: len(found) for status, found in rows.by("status").items()}
    return " ".join(
        f'<span class="nobreak">{_mark(status)}&nbsp;<b>{counts[status]}</b></span>'
        for status in formats.STATUSES
        if status in counts
    )


def changes_table(rows: Rows, unit_id: str, year: int) -> None:
    """Results against the last earlier result. Takes the columns of ``result_change``."""
    to_indicator = indicator_links(unit_id)
    body = "".join(
        f'<tr><td><a href="{to_indicator(row.indicator_id)}" target="_self">{escape(row.short_name)}</a>'
        f"<small>{formats.LEVEL_PHRASES[row.level]}{'' if row.unit_of_measure in _SHORT else ' · ' + escape(row.unit_of_measure)}</small></td>"
        f"<td>{_plain(row.actual, row.actual_qualifier, row)}</td>"
        f"<td>{_plain(row.previous_actual, row.previous_qualifier, row)}<small>{row.previous_year}</small></td>"
        f"<td><b>{formats.change(row.change, row.unit_of_measure) if row.unit_of_measure in _SHORT else formats.signed(row.change)}</b></td></tr>"
        for row in rows
    )
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Chỉ tiêu", f"Năm {year}", "Lần trước", "Thay đổi"))
    st.html(f'<table class="grid even"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>')


_SHORT = ("%", formats.RANK)  # units that stand beside the number; others stand below the indicator's name


def _plain(value: float, qualifier: str | None, row: Any) -> str:
    if row.unit_of_measure in _SHORT:
        return formats.qualified(value, qualifier, row.unit_of_measure)
    return formats.QUALIFIERS.get(qualifier or "", "") + formats.number(value)


def indicator_table(rows: Rows, unit_id: str) -> None:
    """Every target of the year: indicators down, levels across. Takes the columns of ``indicator_matrix``.

    A cell shows status, result against target, the gap, and the change against the last earlier result.
    """
    to_indicator = indicator_links(unit_id)
    levels = [level for level in formats.LEVELS if level in rows.values("level")]
    head = "".join(f'<th scope="col">{formats.LEVELS[level]}</th>' for level in levels)
    body = []
    for pillar, of_pillar in rows.by("pillar_name").items():
        body.append(f'<tr class="group"><th colspan="{len(levels) + 1}" scope="rowgroup">{escape(pillar)}</th></tr>')
        for indicator_id, of_indicator in of_pillar.by("indicator_id").items():
            first = of_indicator[0]
            by_level = {row.level: row for row in of_indicator}
            cells = "".join(
                f'<td data-cap="{formats.LEVELS[level]}">{_cell(by_level[level])}</td>'
                if level in by_level
                else '<td class="none">–</td>'
                for level in levels
            )
            body.append(
                f'<tr><td><a href="{to_indicator(indicator_id)}" target="_self">'
                f"{escape(first.indicator_name)}</a></td>{cells}</tr>"
            )
    st.html(
        f'<table class="grid wide even"><thead><tr><th scope="col">Chỉ tiêu</th>{head}</tr></thead><tbody>{"".join(body)}</tbody></table>'
    )


def _cell(row: Any) -> str:
    target, result = formats.target(row), formats.result(row)
    lines = [
        f"{_mark(row.status)} {escape(result)} / {escape(target)}"
        if result != formats.NOTHING
        else f"{_mark(row.status)} {escape(target)}"
    ]
    if row.gap is not None and row.gap != 0:
        lines.append(f"<small>{escape(formats.gap(row.gap, row.unit_of_measure))} so với mục tiêu</small>")
    if row.previous_actual is not None:
        moved = "" if row.actual is None else f" ({formats.change(row.change, row.unit_of_measure)})"
        previous = formats.qualified(row.previous_actual, row.previous_qualifier, row.unit_of_measure)
        lines.append(f"<small>{row.previous_year}: {escape(previous + moved)}</small>")
    stated = row.stated_status
    if stated and row.status in ("met", "near", "missed") and (stated == "met") != (row.status == "met"):
        lines.append(f"<small>Văn bản nêu: {formats.STATUSES[stated][1].lower()}</small>")
    if row.conflict:
        lines.append("<small>Văn bản nêu hai số khác nhau</small>")
    return "".join(lines)


def _mark(status: str) -> str:
    shape, word = formats.STATUSES[status]
    return f'<span class="mark s-{status}" title="{word}">{shape}<span style="position:absolute;left:-999em">{word}</span></span>'


def claims_table(claims: Rows, unit_of_measure: str) -> None:
    """Every claim with document and place. Takes the columns of ``indicator_claims``."""
    body = []
    for row in claims:
        figure = (
            formats.amount(row.low, unit_of_measure) if row.high is None else formats.span(row.low, row.high, unit_of_measure)
        )
        standing = formats.STANDINGS[row.standing if row.chosen or row.standing != "current" else "restated"] + (
            " (mục tiêu của tỉnh)" if row.inherited else ""
        )
        locator = row.locator or ""
        note = f"<small>{escape(row.note)}</small>" if row.note else ""
        mark = "●" if row.chosen else "○"
        body.append(
            f'<tr><td class="nw" data-cap="Kỳ">{formats.period(row.period, row.year)}</td><td class="nw" data-cap="Cấp">{formats.LEVELS[row.level]}</td>'
            f'<td class="nw" data-cap="Loại">{formats.KINDS[row.kind]}</td><td data-cap="Nguyên văn">“{escape(row.as_written)}”{note}</td>'
            f'<td class="nw" data-cap="Số">{escape(figure)}</td><td class="nw" data-cap="Văn bản">{escape(row.document)}<small>{escape(locator)}</small></td>'
            f'<td data-cap="Vị thế">{mark} {standing}</td></tr>'
        )
    heads = "".join(
        f'<th scope="col">{head}</th>' for head in ("Kỳ", "Cấp", "Loại", "Nguyên văn", "Số", "Văn bản, vị trí", "Vị thế")
    )
    st.html(f'<table class="grid wide"><thead><tr>{heads}</tr></thead><tbody>{"".join(body)}</tbody></table>')


def found_indicators(found: Rows, unit_id: str) -> None:
    """Indicators as links. Takes the columns of ``indicator_list``."""
    to_indicator = indicator_links(unit_id)
    if not found:
        empty(
            "Không tìm thấy chỉ tiêu nào của địa bàn này.",
            "Thử một phần khác của tên, ví dụ “hồ sơ”, “dịch vụ công”, “4G”; có dấu hay không dấu đều được.",
        )
        return
    links = "".join(
        f'<li><a href="{to_indicator(row.indicator_id)}" target="_self">{escape(row.name)}</a></li>' for row in found[:24]
    )
    more = f'<p class="note">Còn {len(found) - 24} chỉ tiêu nữa; gõ thêm để thu hẹp.</p>' if len(found) > 24 else ""
    st.html(f'<h2 class="part">Tìm thấy {len(found)} chỉ tiêu</h2><ul class="found">{links}</ul>{more}')


def indicator_links(unit_id: str) -> Callable[[str], str]:
    """Makes addresses of the indicator page, relative to the site; year and level that are chosen now go along."""
    kept = {key: value for key, value in st.query_params.items() if key in ("nam", "cap")}
    base = escape(f"chi-tieu?{urlencode({'dia_ban': unit_id, **kept})}&chi_tieu=")
    return lambda indicator_id: base + escape(quote(indicator_id))
