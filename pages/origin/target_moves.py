"""Mục tiêu qua các văn bản: mục tiêu nào đã bị hạ, được nâng hay giữ nguyên, ở văn bản nào, ngày nào?"""

import streamlit as st

from components.accounts import guards
from components.filters import filters
from components.store.store_access import cached_read
from components.text import formats
from components.text.origin import target_move_words
from components.tiles import csv_download, messages, slide_button, tiles
from components.tiles.origin import target_moves
from queries.reads import target_move_list

guards.require_reading()
with filters.bar():
    territory = filters.territory()

rows = cached_read(target_move_list, **territory.key)
if not rows:
    messages.nothing_yet(f"Chưa văn bản nào đặt mục tiêu cho {formats.inside(territory.name)}.", "Chọn địa bàn khác.")
found = target_move_words.ways(rows)
messages.headline(
    target_move_words.headline(found, territory.name),
    "Mỗi mục tiêu so với mục tiêu nó nối tiếp: của chính năm ấy ở văn bản trước, nếu không thì của năm trước đó.",
)
st.html(target_moves.chips(found))
shown = target_moves.chosen(found)
messages.part(
    f"{len(shown)} mục tiêu",
    "Mục tiêu bị hạ đứng trước, mục tiêu chỉ đặt một lần không hiện khi chưa chọn. Số gạch ngang đã được văn bản sau thay.",
    hint="Bấm số để xem nguồn.",
)
st.html(target_moves.table(shown, territory.unit_id))
kind = {"loai": st.query_params["loai"]} if st.query_params.get("loai") in target_move_words.MOVES else {}
if kind or any(map(target_move_words.telling, found)):
    slide_button.button(slide_button.slide("target_moves", "Mục tiêu qua các văn bản", territory, **kind))
csv_download.csv(lambda: target_moves.as_table(found), name=f"Mục tiêu qua các văn bản - {territory.name}", key="take-moves")
tiles.behind(target_move_list)
