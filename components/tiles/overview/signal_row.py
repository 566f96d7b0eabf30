"""Signals of a territory as a row of numbers, and the very rows that a number counts."""

from __future__ import annotations

from collections.abc import Callable

from components.store.store_access import cached_read
from components.territory import Territory
from components.text import formats, times
from components.text.origin.finding_marks import Shown
from components.text.spelling import quoted
from components.tiles import html_table
from components.tiles.html_table import Column, Content, Markup, joined, small, tag
from components.tiles.indicator_names import indicator_name
from components.tiles.links import address, here, indicator_links, kept_by_link, link
from components.tiles.origin import finding_flags
from components.tiles.overview.focus_list import where
from queries.rows import Rows
from queries.signals import SIGNALS, SignalRow, signal

NAMES = {  # signal -> what its number counts
    "overdue": "mục tiêu quá hạn, chưa báo cáo",
    "never_measured": "chỉ tiêu có mục tiêu, chưa từng có số đo (đếm theo cấp)",
    "fallen": "chỉ tiêu tụt so với kỳ trước",
    "disputed": "kết quả văn bản xếp khác số",
    "conflicting": "số liệu được nêu hai cách khác nhau",
    "target_lowered": "mục tiêu bị hạ",
    "impossible": "con số không thể có",
    "below_median": "kết quả kém trung vị của cấp từ 10 điểm %",
    "rank_lost": "lần tụt từ một phần tư số bậc",
    "not_reported": "đơn vị chưa báo cáo gì của kỳ vừa đến hạn",
}
_OTHER = {  # signal -> heading of what a figure stands out against
    "overdue": "Mục tiêu", "never_measured": "Mục tiêu", "fallen": "Kỳ trước", "disputed": "Mục tiêu", "conflicting": "Nơi khác nêu",
    "target_lowered": "Mục tiêu trước", "impossible": "Đối chiếu", "below_median": "Trung vị", "rank_lost": "Hạng kỳ trước",
}  # fmt: skip
_AS_WRITTEN = ("conflicting", "impossible")  # signals about words: “trên 80%” beside “đạt 80%” is no 80% beside 80%


def all_rows(territory: Territory) -> tuple[tuple[str, Rows[SignalRow]], ...]:
    """Every signal with the rows that it finds for a territory."""
    return tuple((name, cached_read(signal, name=name, **territory.key)) for name in SIGNALS)


@kept_by_link
def signal_row(found: tuple[tuple[str, Rows[SignalRow]], ...], chosen: str = "") -> Markup:
    """The numbers of all signals; each opens its rows below, the chosen one closes them."""
    made = (_number(name, len(rows), name == chosen) for name, rows in found)
    return tag("nav", joined(*made), class_="signals", aria_label="Tín hiệu")


def _number(name: str, count: int, chosen: bool) -> Markup:
    if not count:  # said as well: nobody has to guess that nothing was found
        return tag("span", tag("b", "0"), NAMES[name], class_="signal")
    address = here(tin_hieu=None if chosen else name) + ("" if chosen else "#tin-hieu")
    return tag(
        "a", tag("b", formats.number(count, 0)), NAMES[name], href=address, target="_self", aria_current="true" if chosen else ""
    )


@kept_by_link
def signal_list(name: str, rows: Rows[SignalRow], unit_id: str) -> Markup:
    """The rows of a signal: figure, what it stands out against, documents; each opens its indicator."""
    to_indicator = indicator_links(unit_id)
    columns: list[Column | str] = [
        Column("Chỉ tiêu", caption="", names_rows=True),
        Column("Kỳ", nowrap=True),
        _figure_heading(name),
        *([_OTHER[name]] if rows.having("other_value", "other_as_written") else []),
    ]
    body = [
        _line(row, where(row, unit_id), _subject(row, to_indicator), name, _flag(row, unit_id))[: len(columns)] for row in rows
    ]
    return html_table.table(columns, body, "wide")


def _subject(row: SignalRow, to_indicator: Callable[[str], str]) -> Markup:
    """The unit where it is another one than the territory, a link to its page, and the indicator."""
    own = link(address("ho-so-don-vi", {"don_vi": row.about_unit_id}), row.about_unit or "") if row.about_unit_id else Markup()
    if not row.indicator_id:
        return own or Markup("Mọi số liệu của kỳ")
    if not own:
        return link(to_indicator(row.indicator_id), indicator_name(row.short_name))
    choices = {"chi_tieu": row.indicator_id, "cap": row.level, "nam": row.year, "ky": row.period, "don_vi": row.about_unit_id}
    return joined(own, ": ", link(address("xep-hang", choices), indicator_name(row.short_name)))


def _figure_heading(name: str) -> str:
    return (
        "Kết quả gần nhất"
        if name in ("overdue", "never_measured")
        else "Mục tiêu"
        if name in ("target_lowered", "impossible")
        else "Số đang dùng"
        if name == "conflicting"
        else "Hạng"
        if name == "rank_lost"
        else "Phải báo"
        if name == "not_reported"
        else "Kết quả"
    )


def _flag(row: SignalRow, unit_id: str) -> Markup:
    """The mark of a figure that is contradicted or doubted."""
    whose = row.about_unit_id or unit_id
    return finding_flags.flag(
        Shown(whose, row.indicator_id or "", row.level or "", row.year, row.period or "N", None, None, None, ""), whose
    )


def _line(row: SignalRow, place: str, name: Markup, of_signal: str, flag: Markup) -> list[Content]:
    other_when = "" if row.other_year is None else times.tick(row.other_period or "N", row.other_year)
    told = joined(name, " ", tag("span", f"· {place}", class_="quiet"))
    own, other = ", ".join(filter(None, [row.document, row.locator])), ", ".join(filter(None, [row.other_document, other_when]))
    figure = _words if of_signal in _AS_WRITTEN else _figure
    return [
        told,
        times.tick(row.period, row.year),
        joined(figure(row.value, row.value_as_written, row.qualifier, row.unit_of_measure, own), flag),
        figure(row.other_value, row.other_as_written, row.other_qualifier, row.unit_of_measure, other),
    ]


def _words(value: float | None, as_written: str | None, qualifier: str | None, unit: str, place: str) -> Markup:
    """What a document says, word for word; the number where no words are kept."""
    return joined(quoted(as_written), small(place)) if as_written else _figure(value, as_written, qualifier, unit, place)


def _figure(value: float | None, as_written: str | None, qualifier: str | None, unit: str, place: str) -> Markup:
    said = (
        formats.qualified(value, qualifier, unit) if value is not None else quoted(as_written) if as_written else formats.NOTHING
    )
    also = f"nguyên văn: {quoted(as_written)}" if value is not None and as_written else ""
    place = place if as_written else ""
    return joined(said, small(also) if also else "", small(place) if place else "")
