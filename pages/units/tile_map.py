"""Bản đồ ô: vùng nào đạt, vùng nào chưa, và ai chưa báo cáo?"""

from components.accounts import guards
from components.filters import filters, ranking_choice
from components.text.units import ranking_words
from components.tiles import messages, tile_picture, tiles
from components.tiles.origin import finding_flags
from components.tiles.units import ranking, ranking_notes, tile_map
from components.tiles.units.ranking_opening import opening
from queries.reads import level_sum, unit_ranking

guards.require_reading()
with filters.bar():
    territory = filters.territory()
    chosen = ranking_choice.choose(territory, ordered=False)
chosen, card, rows, total = opening(territory, chosen, "vẽ bản đồ")
content = tile_map.content(rows, chosen.level)
ranking.card(rows, chosen.unit_id, chosen)
tile_map.to_profile(rows, chosen.unit_id, territory.unit_id)
flagged = finding_flags.units(territory.unit_id, chosen.indicator_id, chosen.level, chosen.year, chosen.period)
tile_map.show(content, territory.unit_id, chosen.unit_id, flagged)
ranking.not_ranked(rows)
tile_picture.picture(content, rows, card, territory, chosen)
ranking_notes.notes(rows, total, territory, chosen, card)
messages.note(ranking_words.tiles_note(chosen.level))
tiles.behind(unit_ranking, level_sum)
