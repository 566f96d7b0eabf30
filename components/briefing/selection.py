"""What is chosen for a briefing: territory, year, period, level, and the parts in order, as the link lists them."""

from __future__ import annotations

from dataclasses import dataclass

from components.filters import filters
from components.slides.content import kinds
from components.store.store_access import cached_read
from components.territory import Territory
from components.text import formats, times
from queries.reads import indicator_list

SWITCH = {"noi-dung": True, "khong-noi-dung": False}  # in the link, among the parts: with or without a page of contents
BY_SLUG = {kind.slug: kind for kind in kinds.KINDS.values()}
_WHOLE = ("newest", "N")  # choices of a period that are no part of the year


@dataclass(frozen=True)
class Briefing:
    """What is chosen: territory, year, period, level, and the parts in order; ``labels`` names every possible part.

    ``contents``: with a page of contents and pages that open the parts; None: nobody said, long decks have them.

    ``period`` is 'newest' for the newest result of each figure, 'N' for the whole year, else a part of it.
    """

    territory: Territory
    year: int
    period: str
    level: str
    parts: list[str]
    labels: dict[str, str]
    contents: bool | None = None

    @property
    def listed(self) -> list[str]:
        """The parts as the link lists them, with what was said of a page of contents at the end."""
        return [*self.parts, *(code for code, said in SWITCH.items() if said == self.contents)]

    @property
    def name(self) -> str:
        """Title of the whole."""
        return f"Báo cáo chỉ tiêu chuyển đổi số · {self.territory.name} · {formats.inside(times.period('N' if self.period == 'newest' else self.period, self.year))}"


def selected(territory: Territory, year: int, period: str, level: str) -> Briefing:
    """The parts that the link names, else those of a new briefing. To be called inside ``filters.bar``."""
    labels = {
        slug: kind.label for slug, kind in BY_SLUG.items() if not kind.needs or (kind.key == "period" and period not in _WHOLE)
    }
    labels |= {row.indicator_id: f"{row.indicator_id} · {row.name}" for row in cached_read(indicator_list, **territory.key)}
    listed = filters.contents([*labels, *SWITCH], [kind.slug for kind in kinds.KINDS.values() if kind.opens(period)])
    said = next((SWITCH[part] for part in listed if part in SWITCH), None)
    return Briefing(territory, year, period, level, [part for part in listed if part not in SWITCH], labels, said)
