"""Hướng dẫn: các ký hiệu, cách đọc biểu đồ, cách gửi liên kết, số liệu lấy từ đâu?"""

import streamlit as st

from components import access, guide, tiles
from components.fetch import fetch
from queries.reads import document_list

access.require_reading()
tiles.headline("Hướng dẫn đọc bảng chỉ tiêu", "Hai phút để đọc đúng mọi màn hình.")
left, right = st.columns(2, gap="large")
with left:
    guide.statuses()
    guide.notation()
with right:
    guide.links()
    guide.rules()
    guide.updating()
guide.documents(fetch(document_list))
tiles.behind(document_list)
