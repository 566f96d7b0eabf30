"""How the pages open that rank units or draw them as tiles: what is chosen, the rows, and the sentence above them."""

from __future__ import annotations

from typing import Any, NamedTuple

from components.store.store_access import cached_read, read_of_indicator
from components.territory import Territory
from components.text import formats, times
from components.text.units import ranking_words
from components.text.units.ranking_words import RankingChoice
from components.tiles import messages
from queries.reads import indicator_card, level_sum, unit_ranking
from queries.reads.row_types import LevelSumRow, UnitRankingRow
from queries.rows import Rows


class Opening(NamedTuple):
    """What a page is about: what is chosen, the indicator's card, a row a unit, and the sum of the level."""

    chosen: RankingChoice
    card: Any
    rows: Rows[UnitRankingRow]
    total: Rows[LevelSumRow]


def opening(territory: Territory, chosen: RankingChoice | None, purpose: str) -> Opening:
    """Say the sentence above what was chosen; where no unit has a number it says so and the page ends.

    ``purpose``: what nobody can do then ('xếp hạng').
    """
    if chosen is None:
        messages.nothing_yet(
            f"Chưa huyện, xã nào của {formats.inside(territory.name)} có kết quả bằng số để {purpose}.",
            "Số liệu từng đơn vị được nạp ở trang Cập nhật số liệu.",
        )
    asked = {"province_code": territory.province_code, **chosen.key}
    card = read_of_indicator(indicator_card, indicator_id=chosen.indicator_id)[0]
    rows = cached_read(unit_ranking, **asked, units_of=chosen.units_of, on_day=chosen.on_day)
    messages.headline(
        ranking_words.headline(rows, chosen.level, chosen.year, chosen.period, chosen.units_of),
        f"{card.name} · {card.unit_of_measure} · {formats.inside(times.period(chosen.period, chosen.year))}",
    )
    return Opening(chosen, card, rows, cached_read(level_sum, **asked))
