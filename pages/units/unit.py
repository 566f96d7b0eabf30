"""Hồ sơ đơn vị: huyện, xã này đứng đâu so với mục tiêu và với trung vị của cấp, còn thiếu báo cáo gì, từ đâu ra?"""

import streamlit as st

from components.accounts import guards
from components.filters import filters, unit_choice
from components.store.store_access import cached_read, read_of_unit
from components.territory import Territory
from components.text import formats
from components.text.units import profile_facts, profile_words, ranking_words
from components.tiles import messages, slide_button, tiles
from components.tiles.origin import contacts
from components.tiles.units import unit_sheet
from components.upload import doubt_box
from queries.reads import remark_list, unit_kin_list, unit_profile, unit_state_list, unit_trend

guards.require_reading()
with filters.bar():
    territory = filters.territory()
    unit = unit_choice.unit(territory)
if unit is None:
    messages.headline(
        f"Chọn một huyện, xã của {formats.inside(territory.name)} để mở hồ sơ", "Gõ tên vào ô Đơn vị, hoặc bấm vào tên bên dưới"
    )
    unit_sheet.picker(cached_read(unit_state_list, province_code=territory.province_code), territory.name)
    messages.note("Đơn vị đã kết thúc cũng có hồ sơ: gõ tên vào ô Đơn vị.")
    st.stop()

own = Territory(unit.unit_id, unit.unit_name, territory.province_code)
rows, trend, kin = unit_sheet.figures(own.unit_id, own.province_code)
debts = profile_facts.debts(cached_read, own.province_code, unit)
messages.headline(profile_words.headline(unit, rows, debts), profile_words.lead(unit))
if not rows:
    messages.empty(
        "Chưa văn bản nào giao chỉ tiêu cho cấp này và đơn vị chưa có số liệu.", "Số liệu được nạp ở trang Cập nhật số liệu."
    )
if rows:
    unit_sheet.table(unit, rows, trend)
    unit_sheet.key(rows, trend, unit.unit_id)
    doubt_box.profile(guards.person(), own, rows)
unit_sheet.around(
    unit,
    debts,
    kin,
    read_of_unit(remark_list, **own.key),
    profile_facts.scores(cached_read, own.province_code, unit),
)
if guards.person() is not None:
    contacts.of_offices(unit.unit_id)
messages.note(ranking_words.judged(rows), profile_words.targets(rows), profile_words.sources(rows))
slide_button.button(slide_button.slide("unit", "Phiếu địa bàn", territory, don_vi=unit.unit_id))
tiles.behind(unit_profile, unit_trend, unit_kin_list)
