"""Which figures are marked because data or documents contradict one another there, or somebody says that they are wrong. ``finding_mark``
alone decides it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from components.text import formats, times
from queries.rows import Rows

FLAG = "⚑"
WORD = "mâu thuẫn chưa xử lý"
DOUBTED = "bị báo sai, chưa trả lời"
EITHER = f"{WORD}, hoặc bị báo sai"  # where one key stands for many rows
_DOUBTS = ("doubted", "doubted_target")  # marks of what somebody says is wrong; all others are contradictions
_MOST_NAMED = 3
_OF_TARGETS = (
    "conflicting",
    "impossible",
    "lowered",
    "easy",
    "below_province",
    "doubted_target",
)  # checks that speak of the year's target


def is_doubt(mark: Any) -> bool:
    """Whether a mark is about what somebody says is wrong, not about a contradiction."""
    return mark.check_name in _DOUBTS


def word(mark: Any) -> str:
    """'mâu thuẫn chưa xử lý', 'bị báo sai, chưa trả lời'."""
    return DOUBTED if is_doubt(mark) else WORD


def told(about: Iterable[tuple[str, str]]) -> str:
    """'⚑ Mâu thuẫn chưa xử lý: năm 2022; bị báo sai, chưa trả lời: năm 2023' of pairs (``word``, what it is about): the first few of each
    word, and how many more; '' for none."""
    named: dict[str, list[str]] = {}
    for said, name in about:
        named.setdefault(said, []).append(name)
    ordered = sorted(named.items(), key=lambda pair: pair[0] == DOUBTED)
    parts = "; ".join(f"{said}: {_some(list(dict.fromkeys(names)))}" for said, names in ordered)
    return f"{FLAG} {parts[:1].upper()}{parts[1:]}" if parts else ""


def _some(names: list[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names) if more <= 1 else f"{', '.join(names[:_MOST_NAMED])} và {more} chỗ khác"


def _named(row: Any, figure: Any, units: bool, indicators: bool) -> str:
    """'Xã Can Lộc', 'Hồ sơ điện tử (cấp xã)', 'Hồ sơ điện tử (Xã Can Lộc)', 'cấp xã, năm 2022'."""
    unit = getattr(row, "unit_name", "") if units else ""
    indicator = (getattr(row, "short_name", "") or getattr(row, "indicator_name", "")) if indicators else ""
    level = formats.LEVEL_PHRASES[figure.level] if figure.level not in ("all", None) else ""
    if indicator:
        return f"{indicator} ({unit or level})" if unit or level else indicator
    return unit or ", ".join(
        filter(None, [level, formats.inside(times.period(figure.period, figure.year)) if figure.year else ""])
    )


class Shown(NamedTuple):
    """A figure that a row of any read shows; what the row leaves out is the choice of the page or slide."""

    unit_id: str
    indicator_id: str
    level: str
    year: int | None
    period: str
    target_year: int | None
    last_year: int | None
    last_period: str | None
    named: str  # where it stands among the others

    @classmethod
    def of(cls, row: Any, usual: Mapping[str, Any], named: str) -> Shown:
        """``usual``: unit_id, indicator_id, level, year, period where the row does not say them."""
        said: dict[str, Any] = {name: getattr(row, name, usual.get(name)) for name in cls._fields[:-1]}
        return cls(**said, named=named)


class Marks:
    """The findings of a province by figure. Takes ``finding_mark_list`` and the province, whose target may stand for a unit."""

    def __init__(self, rows: Rows[Any], province: str = "") -> None:
        self._province = province
        self._of: dict[tuple[Any, ...], list[Any]] = {}
        self._indicators = set(rows.values("indicator_id"))
        self._open_units: dict[tuple[Any, ...], set[str]] = {}
        for row in rows:
            figure = (row.indicator_id, row.level, row.year, row.period)
            self._of.setdefault((row.unit_id, *figure), []).append(row)
            if row.is_open:
                self._open_units.setdefault(figure, set()).add(row.unit_id)

    def of(self, row: Any, unit_id: str, indicator_id: str = "") -> list[Any]:
        """The findings about what a row shows, its result, its target or the last result before it, open and grave ones first: of the unit
        and the indicator that it names, else of those given."""
        which = getattr(row, "indicator_id", indicator_id)
        if which not in self._indicators:  # most figures are not contradicted
            return []
        who = (getattr(row, "unit_id", unit_id), which, row.level)
        shown = (row.year, getattr(row, "period", "N"))  # no year: no result yet, the target alone is shown
        found = list(self._of.get((*who, *shown), ()))
        target, last = (
            (getattr(row, "target_year", None), "N"),
            (getattr(row, "last_year", None), getattr(row, "last_period", None)),
        )
        if target[0] is not None and target != shown:
            whose = (self._province, *who[1:]) if getattr(row, "target_from", "") == "province" else who
            found += [mark for mark in self._of.get((*whose, *target), ()) if mark.check_name in _OF_TARGETS]
        if last[0] is not None and last != shown:
            found += self._of.get((*who, *last), ())
        return sorted(found, key=lambda mark: (not mark.is_open, mark.severity))

    def open(self, row: Any, unit_id: str, indicator_id: str = "") -> Any | None:
        """The gravest finding that nobody has settled; None where nothing is to be marked."""
        return next((mark for mark in self.of(row, unit_id, indicator_id) if mark.is_open), None)

    def said(self, row: Any, unit_id: str, indicator_id: str = "") -> str:
        """Why a row is to be marked: 'mâu thuẫn chưa xử lý'; '' where nothing is open."""
        mark = self.open(row, unit_id, indicator_id)
        return word(mark) if mark is not None else ""

    def sentence(self, rows: Iterable[Any], unit_id: str, indicator_id: str = "") -> str:
        """'⚑ Mâu thuẫn chưa xử lý: năm 2022, Quý II năm 2023' of what some rows show, for the line below a chart; '' where nothing is open."""
        found = [(self.said(row, unit_id, indicator_id), times.period(row.period, row.year)) for row in rows]
        return told((said, name) for said, name in found if said)

    def about(self, rows: Iterable[Any], usual: Mapping[str, Any]) -> list[tuple[str, Shown]]:
        """(why it is marked, figure) of every figure of some rows that is to be marked, each named by what tells it from the others."""
        every = [(row, Shown.of(row, usual, "")) for row in rows]
        units, indicators = ({figure[place] for _, figure in every} for place in (0, 1))
        named = [figure._replace(named=_named(row, figure, len(units) > 1, len(indicators) > 1)) for row, figure in every]
        return [(said, figure) for figure in named if (said := self.said(figure, figure.unit_id))]

    def units(self, indicator_id: str, level: str, year: int, period: str) -> frozenset[str]:
        """The units whose figure of one indicator and period is to be marked."""
        return frozenset(self._open_units.get((indicator_id, level, year, period), ()))
