"""Page setup and navigation. The server imports this file for its own addresses; each visit runs it for the pages."""

import streamlit as st

from components.accounts import cookie, guards, sign_in_form
from components.page import presentation_mode
from components.page.error_boundary import error_boundary
from components.page.page_setup import page_setup

if __name__ == "__main__":
    page_setup(sign_in_form.STYLE)
    with error_boundary():
        known = guards.person()
        desk = "visible" if known is not None and known.role == "admin" else "hidden"
        bench = "visible" if known is not None and known.may_upload else "hidden"
        shown = [
            st.Page("pages/leaders/overview.py", title="Tổng quan", url_path="tong-quan", default=True),
            st.Page("pages/leaders/indicator.py", title="Chỉ tiêu", url_path="chi-tieu"),
            st.Page("pages/leaders/levels.py", title="So sánh các cấp", url_path="so-sanh-cac-cap"),
            st.Page("pages/help/guide.py", title="Hướng dẫn", url_path="huong-dan"),
        ]
        page = st.navigation(
            [
                *shown[:-1],
                st.Page("pages/briefing/report.py", title="Báo cáo", url_path="bao-cao"),
                *shown[-1:],
                st.Page("pages/staff/update.py", title="Cập nhật số liệu", url_path="cap-nhat", visibility=bench),
                st.Page("pages/staff/accounts.py", title="Tài khoản", url_path="tai-khoan", visibility=desk),
                st.Page("pages/staff/sign_in.py", title="Đăng nhập", url_path="dang-nhap", visibility="hidden"),
            ],
            position="top",
        )
        sign_in_form.note_place(page)
        sign_in_form.corner()
        if page.url_path != "dang-nhap":
            guards.require_reading()
            presentation_mode.presentation_links(page, shown)
        page.run()
else:
    app = st.App(__file__, routes=cookie.routes(), lifespan=cookie.opening)
