"""What an administrator sees and does on the page of accounts."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import streamlit as st

from components import state
from components.accounts.sign_in_form import ROLES
from components.store.open_stores import open_store
from components.store.store_access import cached_read
from components.text import formats, times
from components.text.markdown import escaped
from components.tiles import html_table, messages
from components.tiles.html_table import Column, Content, joined, small
from data.accounts.administration import block_account, change_account, create_account, remove_second_factor, reset_password
from data.accounts.sign_in import AccountError, Person
from queries.reads import unit_list
from queries.rows import Rows

_WRITERS = {"system": "lần khởi động đầu", "shell": "dòng lệnh"}
_EVERYWHERE = "Mọi địa bàn"
_COLUMNS = (
    "Tài khoản", Column("Vai trò", nowrap=True), "Địa bàn", Column("Tình trạng", nowrap=True), Column("Thay đổi gần nhất", nowrap=True),
)  # fmt: skip


def summary(accounts: Rows) -> str:
    """How many accounts there are, in one sentence."""
    if not accounts:
        return "Chưa có tài khoản nào trong kho"
    open_accounts = accounts.where(blocked=False)
    counts = [f"{len(of_role)} {ROLES[role].lower()}" for role, of_role in open_accounts.by("role").items()]
    blocked = len(accounts) - len(open_accounts)
    return f"{len(accounts)} tài khoản: " + ", ".join([*counts, *([f"{blocked} đang khóa"] if blocked else [])])


def table(accounts: Rows) -> None:
    """All accounts, one row each."""
    names = {"*": _EVERYWHERE, **{row.code: row.name + _until(row) for row in cached_read(unit_list)}}
    html_table.show(_COLUMNS, [_cells(row, names) for row in accounts], "wide")


def _cells(row: Any, names: dict[str, str]) -> list[Content]:
    codes = [] if row.role == "reader" else row.territories.split(",")
    return [
        joined(row.display_name, small(row.name)),
        ROLES[row.role],
        _some([names.get(code, code) for code in codes]),
        _state(row),
        joined(times.moment(row.changed_at), small(_WRITERS.get(row.changed_by, row.changed_by))),
    ]


def password_to_hand_over() -> None:
    """A password that was just made, shown this once."""
    handed = state.HANDED_PASSWORD.pop()
    if handed:
        name, password = handed
        st.html(
            f'<div class="empty" role="status"><b>Mật khẩu dùng một lần của “{escape(name)}”</b><br>'
            f'<code class="once">{escape(password)}</code><br>Chỉ hiện lần này. Hãy trao trực tiếp cho người dùng; '
            "trong 72 giờ họ phải đăng nhập và đặt mật khẩu của mình.</div>"
        )


def create(by: Person) -> None:
    """The form that makes an account."""
    turn = f"new {state.HANDED_COUNT.get()}"  # after each new account the fields are empty again
    with st.form("create", border=True):
        name = st.text_input("Tên tài khoản", placeholder="vanphong.ductho", autocomplete="off", key=f"name {turn}")
        facts = _facts_fields(turn, None)
        if st.form_submit_button("Thêm tài khoản", type="primary"):
            _do(lambda: create_account(open_store(), by, name=name, **facts), hand_to=name.strip().lower())


def change(by: Person, accounts: Rows) -> None:
    """Choose an account; its form, and the buttons that block it or give it a new password."""
    if not accounts:
        return
    labels = {row.name: f"{row.display_name} ({row.name})" for row in accounts}
    name = st.selectbox("Tài khoản", list(labels), format_func=labels.__getitem__, key="changed_account")
    row = accounts.where(name=name)[0]
    with st.form("change", border=True):
        facts = _facts_fields(f"{row.name} {row.change_number}", row)
        if st.form_submit_button("Lưu thay đổi", type="primary"):
            _do(lambda: change_account(open_store(), by, name, **facts))
    if by.source == "local" and by.name == name:
        messages.note("Đây là tài khoản của bạn. Mật khẩu đổi ở trang Đăng nhập; khóa hay hạ quyền phải do người quản trị khác.")
        return
    with st.container(horizontal=True):
        if st.button("Mở khóa" if row.blocked else "Khóa tài khoản", key="block"):
            _do(lambda: block_account(open_store(), by, name, blocked=not row.blocked))
        with st.popover("Cấp lại mật khẩu"):
            messages.note(f"Mật khẩu hiện nay của “{name}” sẽ hết hiệu lực ngay.")
            if st.button("Cấp mật khẩu dùng một lần", key="reset"):
                _do(lambda: reset_password(open_store(), by, name), hand_to=name)
        if row.second_factor and st.button("Gỡ mã xác thực", key="no_code", help="Khi người dùng mất điện thoại"):
            _do(lambda: remove_second_factor(open_store(), by, name))


def _facts_fields(key: str, row: Any) -> dict[str, Any]:
    """The fields for display name, role and territories, filled from a row."""
    territory_names = _territory_names()
    shown = st.text_input("Tên hiển thị", row.display_name if row else "", key=f"shown {key}", autocomplete="off")
    roles = list(ROLES)
    selected = roles.index(row.role) if row else roles.index("staff")
    role = st.radio("Vai trò", roles, selected, format_func=ROLES.__getitem__, horizontal=True, key=f"role {key}")
    held = [code for code in row.territories.split(",") if code in territory_names] if row and row.role == "staff" else []
    territories = st.multiselect(
        "Địa bàn của cán bộ cập nhật",
        list(territory_names),
        held,
        format_func=territory_names.__getitem__,
        placeholder="Gõ tên địa bàn để tìm",
        filter_mode="contains",
        select_all=False,
        key=f"territories {key}",
    )
    return {"display_name": shown, "role": role, "territories": territories}


def _territory_names() -> dict[str, str]:
    """Names of all units by code, and of everything; the units that are no more come last."""
    named = {"*": _EVERYWHERE}
    for row in sorted(cached_read(unit_list), key=lambda unit: unit.ended_on is not None):
        above = f" – {row.above}" if row.level == "commune" and row.above else ""
        named[row.code] = f"{row.name}{above} ({row.code}{_until(row)})"
    return named


def _until(row: Any) -> str:
    """', đến 01/07/2025' of a unit that is no more."""
    return f", đến {times.day(row.ended_on)}" if row.ended_on else ""


def _some(texts: list[str], most: int = 4) -> str:
    """The first of them, and how many more there are."""
    more = len(texts) - most
    return ", ".join(texts[:most]) + (f" và {more} đơn vị khác" if more > 0 else "") or formats.NOTHING


def _state(row: Any) -> str:
    if row.blocked:
        return "■ Đang khóa"
    if row.one_time:
        return "◇ Chờ đặt mật khẩu"
    return "● Đang dùng, có mã xác thực" if row.second_factor else "● Đang dùng"


def _do(what: Callable[[], str | None], hand_to: str = "") -> None:
    """Do it and show the page anew, or say why not."""
    try:
        password = what()
    except AccountError as error:
        st.error(escaped(str(error)))
        return
    if password:
        state.HANDED_PASSWORD.set((hand_to, password))
        state.HANDED_COUNT.set(state.HANDED_COUNT.get() + 1)
    st.rerun()
