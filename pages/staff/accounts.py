"""Tài khoản: ai được cập nhật số liệu của địa bàn nào, và ai quản trị?"""

import streamlit as st

from components.accounts import account_table, backup_panel, guards, record_panel, token_panel
from components.store.store_access import cached_read
from components.tiles import messages
from queries.reads import account_list

admin = guards.require_admin()
accounts = cached_read(account_list)

messages.headline(account_table.summary(accounts), "Mỗi thay đổi có hiệu lực ngay và được ghi lại; không tài khoản nào bị xóa.")
account_table.password_to_hand_over()
account_table.table(accounts)

left, right = st.columns(2, gap="large")
with left:
    messages.part("Thêm tài khoản")
    account_table.create(admin)
with right:
    messages.part("Sửa một tài khoản")
    account_table.change(admin, accounts)

token_panel.panel(admin)
backup_panel.panel()
record_panel.panel()
