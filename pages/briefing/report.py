"""Báo cáo: trình những trang nào, mỗi trang nói gì, và bộ trình chiếu tải trước đây còn đúng không?"""

import streamlit as st

from components import access, briefing, choices, tiles, words

access.require_reading()
with choices.bar():
    place = choices.territory()
    year = choices.year(place)
    chosen = briefing.chosen(place, year, choices.period(place, year), choices.level())

pages = briefing.made(chosen)
tiles.headline(
    f"Báo cáo {words.inside(place.name)}: {len(pages)} trang sẵn sàng để trình",
    "Biểu đồ trong tệp PowerPoint sửa được; đường dẫn của trang này giữ nguyên lựa chọn, gửi đi là mở lại được.",
)

left, right = st.columns([2, 5], gap="large")
with left:
    briefing.order(chosen, pages)
    take = st.container(key="files")
    with st.container(key="older"):
        briefing.older_deck()
with right, st.container(key="previews"):
    if pages:
        tiles.part("Xem trước", "Thông điệp được soạn sẵn từ số liệu.", hint="Sửa tại chỗ nếu cần.")
        slides = briefing.previews(chosen, pages)
    else:
        tiles.empty("Chưa có trang nào.", "Thêm nội dung ở bên trái, hoặc chọn năm khác.")
if pages:
    with take:
        tiles.part("Tải về")
        briefing.downloads(chosen, slides)
