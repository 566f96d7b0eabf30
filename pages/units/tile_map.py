"""Bản đồ ô: vùng nào đạt, vùng nào chưa, và ai chưa báo cáo?"""

from components.accounts import guards
from components.charts import unit_grid
from components.filters import filters, ranking_choice
from components.store_access import cached_read
from components.text import formats
from components.text.units import ranking_words
from components.tiles import messages, tile_picture, tiles
from components.tiles.origin import finding_flags
from components.tiles.units import ranking, ranking_notes, tile_map
from queries.reads import indicator_card, level_sum, unit_ranking

guards.require_reading()
with filters.bar():
    territory = filters.territory()
    chosen = ranking_choice.choose(territory, ordered=False)
if chosen is None:
    messages.nothing_yet(
        f"Chưa huyện, xã nào của {formats.inside(territory.name)} có kết quả bằng số để vẽ bản đồ.",
        "Số liệu từng đơn vị được nạp ở trang Cập nhật số liệu.",
    )

card = cached_read(indicator_card, indicator_id=chosen.indicator_id)[0]
rows = cached_read(
    unit_ranking, province_code=territory.province_code, **chosen.key, units_of=chosen.units_of, on_day=chosen.on_day
)
messages.headline(
    ranking_words.headline(rows, chosen.level, chosen.year, chosen.period, chosen.units_of),
    f"{card.name} · {card.unit_of_measure} · {formats.inside(formats.period(chosen.period, chosen.year))}",
)
content = unit_grid.tile_map(rows, chosen.level)
ranking.card(rows, chosen.unit_id, chosen)
tile_map.to_profile(rows, chosen.unit_id, territory.unit_id)
flagged = finding_flags.units(territory.unit_id, chosen.indicator_id, chosen.level, chosen.year, chosen.period)
tile_map.show(content, territory.unit_id, chosen.unit_id, flagged)
ranking.not_ranked(rows)
tile_picture.picture(content, rows, card, territory, chosen)
ranking_notes.notes(rows, cached_read(level_sum, province_code=territory.province_code, **chosen.key), territory, chosen, card)
messages.note(ranking_words.tiles_note(chosen.level))
tiles.behind(unit_ranking, level_sum)
