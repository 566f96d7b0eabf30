"""Điểm tổng hợp: theo một bộ chỉ số, đơn vị nào được bao nhiêu điểm, cộng từ đâu, và còn thiếu gì để tính được?"""

from components.accounts import guards
from components.filters import filters, index_choice
from components.store.store_access import cached_read, read_of_unit
from components.text import formats, times
from components.text.units import index_words
from components.tiles import messages, slide_button, tiles
from components.tiles.units import index_table
from queries.reads import index_ranking, index_sum

guards.require_reading()
with filters.bar():
    territory = filters.territory()
    chosen = index_choice.choose(territory)
if chosen is None:
    messages.nothing_yet(
        f"Chưa đơn vị nào của {formats.inside(territory.name)} có kết quả của một chỉ tiêu được chấm điểm.",
        "Bộ điểm và số liệu từng đơn vị được nạp cùng kho số liệu; xem trang Cập nhật số liệu.",
    )

rows = cached_read(index_ranking, province_code=territory.province_code, **chosen.key)
messages.headline(index_words.headline(rows, chosen), index_words.source(chosen.about))
index_table.rows_in_columns(rows, chosen.unit_id)
index_table.without_number(rows)
opened = next((row for row in rows if row.unit_id == chosen.unit_id), rows[0])
messages.part("Cộng từng dòng", f"{opened.unit_name}, {formats.inside(times.period(chosen.period, chosen.year))}")
lines = read_of_unit(index_sum, province_code=territory.province_code, unit_id=opened.unit_id, **chosen.sum_key)
index_table.sum_of(opened, lines, chosen)
index_table.show_profile(opened.unit_id)
messages.note(*index_table.notes(rows, chosen))
index_table.take(rows, chosen, territory.name)
slide_button.button(
    slide_button.slide(
        "index", "Điểm tổng hợp", territory, nam=chosen.year, ky=chosen.period, bo=chosen.index_id, cap=chosen.level
    )
)
tiles.behind(index_ranking, index_sum)
