"""Báo cáo: trình những trang nào, mỗi trang nói gì, và bộ trình chiếu tải trước đây còn đúng không?"""

import streamlit as st

from components.accounts import guards
from components.briefing import deck_check
from components.briefing.briefing_pages import slide_pages
from components.briefing.deck_files import downloads
from components.briefing.own_template import own_template
from components.briefing.parts_box import order
from components.briefing.previews import previews
from components.briefing.selection import selected
from components.filters import filters
from components.text import formats
from components.tiles import messages

guards.require_reading()
with filters.bar():
    territory = filters.territory()
    year = filters.year(territory)
    selection = selected(territory, year, filters.period_choice(territory, year), filters.level_in(territory, year))

head = st.container()
left, right = st.columns([2, 5], gap="large")
with left:
    contents, files = st.container(), st.container(key="files")
with files:
    buttons = st.container()
    own = own_template()
pages = slide_pages(selection, own)
with head:
    messages.headline(
        f"Báo cáo {formats.inside(territory.name)}: {len(pages)} trang sẵn sàng để trình",
        "Biểu đồ trong tệp PowerPoint sửa được; đường dẫn của trang này giữ nguyên lựa chọn, gửi đi là mở lại được.",
    )
with right:
    older = st.container()
with contents:
    order(selection, pages)
with left, st.container(key="older"):
    deck_check.box(older)
with right, st.container(key="previews"):
    if pages:
        messages.part("Xem trước", "Thông điệp được soạn sẵn từ số liệu.", hint="Sửa tại chỗ nếu cần.")
        slides = previews(selection, pages, own)
    else:
        messages.empty("Chưa có trang nào.", "Thêm nội dung ở bên trái, hoặc chọn năm khác.")
if pages:
    with buttons:
        messages.part("Tải về")
        downloads(selection, slides, own)
