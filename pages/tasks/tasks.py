"""Nhiệm vụ: nhiệm vụ nào chậm, của ai, tình trạng ra sao, bao nhiêu tiền, và phục vụ chỉ tiêu nào?"""

import streamlit as st

from components.accounts import guards
from components.filters import filters, task_filters
from components.store.store_access import cached_read, kept
from components.text.tasks import task_words
from components.tiles import csv_download, messages, slide_button, tiles
from components.tiles.links import address, link
from components.tiles.tasks import task_sheet, task_table
from components.upload import doubt_box
from queries.reads import task_link_list, task_list, task_state_share

guards.require_reading()
with filters.bar():
    territory, every = task_filters.listed(task_list, "danh mục nhiệm vụ")
    document = task_filters.document(every)
    listed = every.where(document=document) if document else every
    agency = task_filters.agency(listed)
    words = task_filters.words()

served = cached_read(task_link_list, unit_id=territory.unit_id)
links = served.by("task_id")
messages.headline(task_words.headline(listed, document), task_words.freshness(listed))
found = task_filters.matching(listed, agency, words)
state = st.query_params.get("trang_thai", "")
st.html(task_table.cards(found, state))
shown = task_words.in_state(found, state)
money = link(address("kinh-phi", {"dia_ban": territory.unit_id}), "Kinh phí theo năm và nguồn ›")
messages.part(
    f"{len(shown)} nhiệm vụ, chậm nhất đứng trước",
    "Chậm: năm cuối đã hết mà chưa văn bản nào nói đã xong, hoặc còn chưa bắt đầu, còn chuẩn bị. Vạch đứng là hôm nay.",
    hint="Bấm tên chỉ tiêu để xem vì sao chưa đạt.",
)
whole = len(shown) == len(listed)
sheet = kept(task_sheet.of_document, territory, document) if whole else task_sheet.of_tasks(territory, document, shown)
st.html(sheet.tasks)
if sheet.open:
    st.html(sheet.open)
doubt_box.tasks(guards.person(), territory, shown)
chosen = {"van_ban": document} if document else {}
slide_button.button(slide_button.slide("tasks", "Nhiệm vụ theo thời gian", territory, **chosen))
csv_download.csv(lambda: task_table.as_table(shown, links), name=f"Nhiệm vụ - {territory.name}", key="take-tasks")
messages.part("Theo cơ quan chủ trì", f"Tên cơ quan như văn bản ghi. {task_words.coverage(listed)}")
st.html(sheet.agencies)
if len(task_words.by_agency(listed)) > 1:
    slide_button.button(slide_button.slide("agencies", "Nhiệm vụ theo cơ quan chủ trì", territory, **chosen))
if reports := cached_read(task_state_share, unit_id=territory.unit_id):
    messages.part(
        "Qua các báo cáo", "Mỗi văn bản nêu tình trạng của những nhiệm vụ nào; hai báo cáo có thể nói về các nhiệm vụ khác nhau."
    )
    st.html(task_table.by_report(reports))
    slide_button.button(slide_button.slide("task_states", "Nhiệm vụ qua các báo cáo", territory))
st.html(f'<p class="sub">{money}</p>')
tiles.behind(task_list, task_link_list, task_state_share)
