"""Tài khoản: ai được cập nhật số liệu của địa bàn nào, và ai quản trị?"""

import streamlit as st

from components import access, account_desk, tiles
from components.fetch import fetch
from queries.reads import account_list

admin = access.require_admin()
listed = fetch(account_list)

tiles.headline(account_desk.summary(listed), "Mỗi thay đổi có hiệu lực ngay và được ghi lại; không tài khoản nào bị xoá.")
account_desk.password_to_hand_over()
account_desk.table(listed)

left, right = st.columns(2, gap="large")
with left:
    tiles.part("Thêm tài khoản")
    account_desk.create(admin)
with right:
    tiles.part("Sửa một tài khoản")
    account_desk.change(admin, listed)
