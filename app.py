"""Page setup and navigation."""

import streamlit as st

from components import screens
from components.look import calm, frame

frame()
pages = [
    st.Page("pages/leaders/overview.py", title="Tổng quan", url_path="tong-quan", default=True),
    st.Page("pages/leaders/indicator.py", title="Chỉ tiêu", url_path="chi-tieu"),
    st.Page("pages/leaders/levels.py", title="So sánh các cấp", url_path="so-sanh-cac-cap"),
    st.Page("pages/help/guide.py", title="Hướng dẫn", url_path="huong-dan"),
]
page = st.navigation(pages, position="top")
screens.doors(page, pages)
with calm():
    page.run()
