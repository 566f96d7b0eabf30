"""Bảng đơn vị: đơn vị nào mạnh, yếu ở chỉ tiêu nào của một nhóm, và ai chưa báo?"""

from functools import partial

from components.accounts import guards
from components.filters import filters, unit_table_choice
from components.store.store_access import cached_read
from components.text import formats, times
from components.text.units import ranking_words, unit_table_words
from components.tiles import csv_download, messages, tiles
from components.tiles.units import unit_table, unit_table_picture
from queries.reads import unit_indicator_list, unit_pillar_list, units_on_day

guards.require_reading()
with filters.bar():
    territory = filters.territory()
    chosen = unit_table_choice.choose(territory)
if chosen is None:
    messages.nothing_yet(
        f"Chưa huyện, xã nào của {formats.inside(territory.name)} có kết quả.",
        "Số liệu từng đơn vị được nạp ở trang Cập nhật số liệu.",
    )

rows = cached_read(unit_indicator_list, province_code=territory.province_code, **chosen.key)
units = cached_read(units_on_day, province_code=territory.province_code, on_day=chosen.on_day).where(level=chosen.level)
every, columns = unit_table_words.lines(rows, units), unit_table_words.indicators(rows)
shown = unit_table_words.shown(every, columns, chosen)
messages.headline(unit_table_words.headline(every, chosen), unit_table.sources(shown))
unit_table.counts(every, columns, chosen.state)
unit_table.table(shown, columns, every, chosen, territory.unit_id)
unit_table.key(every)
unit_table.silent(every, chosen)
messages.note(ranking_words.judged(rows))
unit_table_picture.picture(shown, columns, territory, chosen)
csv_download.csv(
    partial(unit_table.as_table, shown, columns, chosen),
    name=f"Bảng đơn vị - {chosen.pillar_name} - {territory.name} - {times.period(chosen.period, chosen.year)}",
    key="take-units",
)
tiles.behind(unit_indicator_list, unit_pillar_list)
