"""Cards of the overview: how many targets stand how, one shape a target; a tap filters what stands below."""

from __future__ import annotations

from typing import Any

from components.text import formats, headlines
from components.text.overview.overview_period import Overview
from components.tiles.bullets import shape, shapes
from components.tiles.html_table import Markup, joined, tag
from components.tiles.links import here
from queries.rows import Rows

TITLES = {  # state -> name of its card, in the order of the cards
    "missed": "Chưa đạt",
    "behind": formats.PACES["behind"][1],
    "near": "Gần đạt",
    "on_pace": formats.PACES["on_pace"][1],
    "met": "Đạt theo số đo",
    "stated": "Văn bản nói đã hoàn thành, không nêu số",
    "no_result": "Quá hạn, chưa có số liệu",
    "not_due": "Chưa đến hạn",
    "not_comparable": "Chưa so được với mục tiêu năm",
    "unreported": "Chưa có số liệu kỳ này",
}
MARKS = {"on_pace": "not_due", "not_comparable": "no_target", "unreported": "no_result"}  # states that borrow the shape of a mark


MOST_SHAPES = 24  # so many still stand as a shape each


def state_card(state: str, mark: str, word: str, count: int, chosen: bool) -> Markup:
    """A card of how many stand in a state: the shape of ``mark``, the word, a shape each where they are few; a tap filters what stands
    below, another takes it back."""
    name = tag("span", shape(mark), " ", word[:1].upper() + word[1:], class_=f"card-name s-{mark}")
    number = tag("span", tag("b", count), " ", shapes([mark] * count) if count <= MOST_SHAPES else "", class_="card-count")
    return linked_card(state, mark, name, number, chosen=chosen)


def linked_card(state: str, look: str, name: Markup, *rest: Markup, chosen: bool = False) -> Markup:
    """A card that filters by a state: its name and what stands below it; ``look`` is the end of its class."""
    go = tag("span", "Bỏ lọc ×" if chosen else "Xem ›", class_="card-go")
    return tag(
        "a", tag("span", name, go, class_="card-top"), *rest, class_=f"mark-card card-{look}{' chosen' if chosen else ''}",
        href=here(trang_thai=None if chosen else state), target="_self", aria_current="true" if chosen else "",
    )  # fmt: skip


def by_state(about: Overview) -> dict[str, Rows[Any]]:
    """The targets by how they stand, in the order of the cards; states without a target are left out."""
    listed = about.listed
    states = [about.state(row) for row in listed]
    return {
        state: Rows(listed.columns, [row for row, its in zip(listed, states, strict=True) if its == state])
        for state in TITLES
        if state in states
    }


def cards(about: Overview, chosen: str = "") -> Markup:
    """One card a state; the chosen one is marked, and a tap on it takes the choice back."""
    made = (_card(state, rows, chosen == state, len(about.listed)) for state, rows in by_state(about).items())
    return tag("nav", joined(*made), class_="mark-cards", aria_label="Mục tiêu theo trạng thái")


def _card(state: str, rows: Rows[Any], chosen: bool, total: int) -> Markup:
    mark = MARKS.get(state, state)
    name = tag("span", shape(mark), " ", title(state, rows), class_=f"card-name s-{mark}")
    count = tag("span", tag("b", len(rows)), " ", shapes([mark] * len(rows)), class_="card-count")
    return linked_card(state, state, name, count, tag("small", detail(state, rows, total)), chosen=chosen)


def title(state: str, rows: Rows[Any]) -> str:
    """The name of a card; 'Đạt' alone where not every result that meets its target is a number."""
    return "Đạt" if state == "met" and any(row.actual is None for row in rows) else TITLES[state]


def detail(state: str, rows: Rows[Any], total: int) -> str:
    """The line below a card's number; ``total``: targets of all cards."""
    if state in ("missed", "near"):
        return _shortfall(rows)
    disputed = len(rows.where(disputed=True))
    return {
        "met": "" if not disputed else f"{'nhưng' if disputed == len(rows) else f'{disputed} mục tiêu'} văn bản xếp “chưa đạt”",
        "stated": "văn bản nhắc lại mục tiêu, chưa có số đo nào",
        "no_result": "hạn đã qua, không văn bản nào báo cáo",
        "not_due": "hạn chưa qua",
        "behind": "dưới mốc phải có ở kỳ báo cáo",
        "on_pace": "chưa đến hạn",
        "not_comparable": "chưa rõ số của kỳ cộng vào năm thế nào",
        "unreported": f"trong {total} mục tiêu của năm",
    }[state]


def _shortfall(rows: Rows[Any]) -> str:
    """How far they are: the number in words only, or what lacks most."""
    wordy, counted = len(rows) - len(rows.having("gap")), rows.having("gap")
    if wordy:
        return f"{wordy} chỉ có kết quả bằng lời" if counted else "chỉ có kết quả bằng lời"
    units = {row.unit_of_measure for row in counted}
    worst = max(counted, key=lambda row: abs(row.gap))
    most = headlines.lacking(worst)
    return most if len(counted) == 1 else f"nhiều nhất {most}" if len(units) == 1 else f"{len(units)} đơn vị tính khác nhau"


def filter_line(state: str, count: int) -> Markup:
    """What the page is filtered by, and the way back; empty for no choice."""
    if state not in TITLES:
        return Markup()
    back = tag("a", "Bỏ lọc", href=here(trang_thai=None), target="_self")
    return tag(
        "p", "Đang xem riêng: ", tag("b", f"{TITLES[state]} ({formats.number(count, 0)})"), " · ", back, class_="filter-line hint"
    )
