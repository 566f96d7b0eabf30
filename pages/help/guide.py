"""Hướng dẫn: các ký hiệu, cách đọc biểu đồ, cách gửi liên kết, số liệu lấy từ đâu?"""

import streamlit as st

from components.accounts import guards
from components.page import help_texts
from components.store.store_access import cached_read
from components.tiles import messages, tiles
from queries.reads import document_list

guards.require_reading()
messages.headline("Hướng dẫn đọc bảng chỉ tiêu", "Hai phút để đọc đúng mọi màn hình.")
left, right = st.columns(2, gap="large")
with left:
    help_texts.statuses()
    help_texts.periods()
    help_texts.signals()
with right:
    help_texts.notation()
    help_texts.links()
    help_texts.rules()
    help_texts.updating()
help_texts.documents(cached_read(document_list))
tiles.behind(document_list)
help_texts.news()
