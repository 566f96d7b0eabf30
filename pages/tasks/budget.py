"""Kinh phí: mỗi năm bao nhiêu tiền, từ nguồn nào, và các bảng của cùng một văn bản nói khác nhau ở đâu?"""

import streamlit as st

from components.accounts import guards
from components.filters import filters, task_filters
from components.store_access import cached_read
from components.text.tasks import budget_words
from components.tiles import csv_download, messages, slide_button, tiles
from components.tiles.links import address, link
from components.tiles.origin import finding_flags, source_register
from components.tiles.tasks import budget_table
from components.upload import doubt_box
from queries.reads import budget_gap_list, budget_list, task_list, task_money

guards.require_reading()
with filters.bar():
    territory, every = task_filters.listed(budget_list, "bảng kinh phí")
    document = task_filters.budget_document(every)

rows = every.where(document=document)
marks = finding_flags.Money(territory, [document])
gaps = cached_read(budget_gap_list, unit_id=territory.unit_id).where(document=document)
messages.headline(
    budget_words.headline(rows, document),
    f"Số dự tính của văn bản, không phải số đã chi; {len(gaps)} dòng tổng không khớp với các dòng của nó." if gaps else "",
)
if budget_words.tables(rows):
    messages.part("Theo năm và nguồn, hai bảng cạnh nhau", f"{document} · triệu đồng · thanh cùng một thang")
    st.html(budget_table.key(rows) + budget_table.side_by_side(rows, marks))
    slide_button.button(
        slide_button.slide("budget", "Kinh phí theo năm và nguồn", territory, van_ban=document), key="budget-pptx"
    )
else:
    messages.part("Dòng tổng của danh mục", f"{document} · triệu đồng; văn bản không có bảng theo năm và nguồn")
    st.html(budget_table.stated(rows, marks))
marks.show()
doubt_box.money(guards.person(), territory, rows)
if gaps:
    messages.part("Cộng lại không khớp", "Cả hai số được giữ nguyên, không sửa. Triệu đồng.")
    st.html(budget_table.gaps(gaps, marks))
tasks = cached_read(task_list, unit_id=territory.unit_id)
if tasks:
    messages.part("Bao nhiêu nhiệm vụ có số tiền", "Mọi danh mục nhiệm vụ của địa bàn này trong kho")
    st.html(budget_table.coverage(tasks))
groups = cached_read(task_money, unit_id=territory.unit_id).where(document=document)
if groups.having("amount_vnd"):
    left, right = st.columns(2, gap="large")
    with left:
        messages.part("Theo nhóm chỉ tiêu", f"Nhiệm vụ của {document}, theo chỉ tiêu đầu tiên mà nhiệm vụ phục vụ")
        st.html(budget_table.by_group(groups, "pillar"))
    with right:
        messages.part("Theo cơ quan chủ trì", "Tên cơ quan như văn bản ghi")
        st.html(budget_table.by_group(groups, "agency"))
    if groups.having("amount_vnd").having("name"):
        offered = slide_button.slide("money_groups", "Kinh phí theo nhóm và cơ quan", territory, van_ban=document)
        slide_button.button(offered, key="groups-pptx")
csv_download.csv(lambda: budget_table.as_table(rows), name=f"Kinh phí - {territory.name}", key="take-budget")
back = link(address("nhiem-vu", {"dia_ban": territory.unit_id}), "‹ Danh sách nhiệm vụ")
source = link(source_register.to_document(document, territory.unit_id), f"Đọc {document} theo thứ tự trên giấy ›")
st.html(f'<p class="sub">{back} &nbsp; {source}</p>')
tiles.behind(budget_list, budget_gap_list, task_money)
