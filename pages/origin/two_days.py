"""So sánh hai ngày: từ ngày ấy đến ngày này số nào đổi, trạng thái nào đổi, vì sao, và do lần cập nhật nào?"""

import streamlit as st

from components.accounts import guards
from components.filters import day_choice, filters
from components.page import known_day
from components.store.store_access import cached_read, present_read
from components.text.origin import day_change_words
from components.tiles import csv_download, messages, slide_button, tiles
from components.tiles.origin import day_change_table
from queries.reads import figure_state_list, upload_day_list, work_state_list

guards.require_reading()
with filters.bar():
    territory = filters.territory()
    below = filters.with_units_below(territory)
    span = day_choice.days()

if span is None:
    messages.headline("Chưa có hai ngày để so sánh", "Kho số liệu được lập hôm nay.")
    messages.nothing_yet(
        "Hôm nay là ngày đầu tiên của kho số liệu.", "Từ ngày mai trang này nói số nào đổi, vì sao, do lần cập nhật nào."
    )
first, last, shown_on, told = span
if told:
    messages.note(*told)

with known_day.made(first):
    before, works_before = (cached_read(read, **territory.key, below=below) for read in (figure_state_list, work_state_list))
with known_day.made(shown_on):
    after, works_after = (cached_read(read, **territory.key, below=below) for read in (figure_state_list, work_state_list))
found, uploads = day_change_table.between(before, after, present_read(upload_day_list, since=first), last)
works = day_change_table.works_between(works_before, works_after, uploads)

messages.headline(day_change_words.headline(found, works, territory.name, first, last), day_change_words.uploads(uploads, first))
if not found and not works:
    messages.nothing_yet("Hai ngày biết như nhau.", "Chọn ngày sớm hơn, hoặc địa bàn khác.")
shown = day_change_table.chosen(found)
st.html(day_change_table.chips(found, works))
cut = f" Hiện {day_change_table.MOST} dòng đầu; tệp CSV có đủ." if len(shown) > day_change_table.MOST else ""
if shown:
    messages.part(day_change_words.counted(shown), f"Bấm con số để mở chỉ tiêu như đã biết ngày ấy.{cut}")
    st.html(day_change_table.table(shown, uploads, first, last, shown_on))
shown_works = day_change_table.with_cause(works)
if shown_works:
    messages.part(day_change_words.counted_works(shown_works).capitalize(), "Bấm số tiền để mở như đã biết ngày ấy.")
    st.html(day_change_table.works(shown_works, uploads, first, last, shown_on))
if shown or shown_works:
    narrowed = {"pham_vi": "ca-tinh"} if below else {}
    narrowed |= {"vi_sao": cause} if (cause := day_change_table.asked_cause()) else {}
    offered = slide_button.slide("two_days", "So sánh hai ngày", territory, tu_ngay=f"{first}", den_ngay=f"{last}", **narrowed)
    slide_button.button(offered)
csv_download.csv(
    lambda: day_change_table.as_table(shown, shown_works, uploads, first, last),
    name=day_change_words.file_name(first, last, territory.name),
    key="take-day-changes",
)
tiles.behind(figure_state_list, work_state_list, upload_day_list)
