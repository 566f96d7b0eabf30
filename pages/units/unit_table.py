"""Bảng đơn vị: đơn vị nào mạnh, yếu ở chỉ tiêu nào của một nhóm, và ai chưa báo?"""

from functools import partial

from components.accounts import guards
from components.filters import filters, unit_table_choice
from components.store.store_access import cached_read
from components.text import formats, times
from components.tiles import csv_download, messages, tiles
from components.tiles.units import unit_table, unit_table_figures, unit_table_picture
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

rows = unit_table_figures.of_group(territory.province_code, chosen.key)
units = cached_read(units_on_day, province_code=territory.province_code, on_day=chosen.on_day)
sheet = unit_table.sheet(rows, units, chosen)
messages.headline(*unit_table.headline(sheet, chosen))
unit_table.show(sheet, chosen, territory.unit_id)
messages.note(unit_table.judged(rows))
unit_table_picture.picture(sheet, territory, chosen)
csv_download.csv(
    partial(unit_table.as_table, sheet.shown, sheet.columns, chosen),
    name=f"Bảng đơn vị - {chosen.pillar_name} - {territory.name} - {times.period(chosen.period, chosen.year)}",
    key="take-units",
)
tiles.behind(unit_indicator_list, unit_pillar_list)
