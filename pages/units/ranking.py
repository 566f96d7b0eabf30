"""Xếp hạng: trong một kỳ, đơn vị nào đứng đâu, ai đạt mục tiêu, ai chưa báo cáo?"""

from components.accounts import guards
from components.filters import filters, ranking_choice
from components.text.units import ranking_words
from components.tiles import messages, tiles
from components.tiles.origin import finding_flags
from components.tiles.units import ranking, ranking_notes, ranking_picture
from components.tiles.units.ranking_opening import opening
from components.upload import doubt_box
from queries.reads import level_sum, unit_ranking

guards.require_reading()
with filters.bar():
    territory = filters.territory()
    chosen = ranking_choice.choose(territory)
chosen, card, rows, total = opening(territory, chosen, "xếp hạng")
having = rows.having("actual")
if not having:
    messages.nothing_yet("Không đơn vị nào có số trên địa giới này.", "Chọn “Như khi báo cáo” hoặc kỳ khác.")
ranking.counters(rows)
ranking.card(rows, chosen.unit_id, chosen)
if len(having) < ranking_words.LEAST:
    messages.note(f"Chỉ {len(having)} đơn vị có số: dưới {ranking_words.LEAST} đơn vị thì không xếp hạng.")
flagged = finding_flags.units(territory.unit_id, chosen.indicator_id, chosen.level, chosen.year, chosen.period)
ranking.rows_in_columns(rows, chosen.by_improvement, chosen.unit_id, flagged)
ranking.key(rows, flagged)
ranking.not_ranked(rows)
if chosen.units_of == "then":  # a number of today's units is put together from several
    doubt_box.units(guards.person(), territory, rows, card, chosen)
ranking_picture.picture(rows, card, territory, chosen)
ranking_notes.notes(rows, total, territory, chosen, card)
tiles.behind(unit_ranking, level_sum)
