"""Xếp hạng: trong một kỳ, đơn vị nào đứng đâu, ai đạt mục tiêu, ai chưa báo cáo?"""

from components.accounts import guards
from components.filters import filters, ranking_choice
from components.store_access import cached_read
from components.text import formats
from components.text.units import ranking_words
from components.tiles import messages, tiles
from components.tiles.origin import finding_flags
from components.tiles.units import ranking, ranking_notes, ranking_picture
from components.upload import doubt_box
from queries.reads import indicator_card, level_sum, unit_ranking

guards.require_reading()
with filters.bar():
    territory = filters.territory()
    chosen = ranking_choice.choose(territory)
if chosen is None:
    messages.nothing_yet(
        f"Chưa huyện, xã nào của {formats.inside(territory.name)} có kết quả bằng số để xếp hạng.",
        "Số liệu từng đơn vị được nạp ở trang Cập nhật số liệu.",
    )

card = cached_read(indicator_card, indicator_id=chosen.indicator_id)[0]
rows = cached_read(
    unit_ranking, province_code=territory.province_code, **chosen.key, units_of=chosen.units_of, on_day=chosen.on_day
)
having = rows.having("actual")
messages.headline(
    ranking_words.headline(rows, chosen.level, chosen.year, chosen.period, chosen.units_of),
    f"{card.name} · {card.unit_of_measure} · {formats.inside(formats.period(chosen.period, chosen.year))}",
)
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
ranking_notes.notes(rows, cached_read(level_sum, province_code=territory.province_code, **chosen.key), territory, chosen, card)
tiles.behind(unit_ranking, level_sum)
