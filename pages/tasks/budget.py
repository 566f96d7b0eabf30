"""Kinh phí: mỗi năm bao nhiêu tiền, từ nguồn nào, và các bảng của cùng một văn bản nói khác nhau ở đâu?"""

import streamlit as st

from components.accounts import guards
from components.filters import filters, task_filters
from components.store.store_access import cached_read, kept
from components.text.tasks import budget_words
from components.tiles import csv_download, messages, slide_button, tiles
from components.tiles.links import address, link
from components.tiles.origin import source_register
from components.tiles.tasks import budget_sheet, budget_table
from components.upload import doubt_box
from queries.reads import budget_gap_list, budget_list, task_money

guards.require_reading()
with filters.bar():
    territory, every = task_filters.listed(budget_list, "bảng kinh phí")
    document = task_filters.budget_document(every)

rows = every.where(document=document)
gaps = cached_read(budget_gap_list, unit_id=territory.unit_id).where(document=document)
messages.headline(
    budget_words.headline(rows, document),
    f"Số dự tính của văn bản, không phải số đã chi; {len(gaps)} dòng tổng không khớp với các dòng của nó." if gaps else "",
)
sheet = kept(budget_sheet.of_document, territory, document)
st.html(sheet.main)
if budget_words.tables(rows):
    slide_button.button(slide_button.slide("budget", "Kinh phí theo năm và nguồn", territory, van_ban=document))
if sheet.open:
    st.html(sheet.open)
doubt_box.money(guards.person(), territory, rows)
if sheet.sums:
    st.html(sheet.sums)
if sheet.pillars:
    for column, shown in zip(st.columns(2, gap="large"), (sheet.pillars, sheet.agencies), strict=True):
        column.html(shown)
    groups = cached_read(task_money, unit_id=territory.unit_id).where(document=document)
    if groups.having("amount_vnd").having("name"):
        offered = slide_button.slide("money_groups", "Kinh phí theo nhóm và cơ quan", territory, van_ban=document)
        slide_button.button(offered)
csv_download.csv(lambda: budget_table.as_table(rows), name=f"Kinh phí - {territory.name}", key="take-budget")
back = link(address("nhiem-vu", {"dia_ban": territory.unit_id}), "‹ Danh sách nhiệm vụ")
source = link(source_register.to_document(document, territory.unit_id), f"Đọc {document} theo thứ tự trên giấy ›")
st.html(f'<p class="sub">{back} &nbsp; {source}</p>')
tiles.behind(budget_list, budget_gap_list, task_money)
