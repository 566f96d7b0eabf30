"""What an administrator sees and does about the access tokens of programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta
from functools import partial
from html import escape
from typing import Any

import streamlit as st

from components import settings, state
from components.accounts import session
from components.store.open_stores import open_store
from components.store.store_access import cached_read
from components.text import formats, times
from components.text.markdown import escaped
from components.tiles import html_table, messages
from components.tiles.html_table import Column, Content, joined, small
from data.accounts.sign_in import AccountError, Person, confirm_by_code
from data.accounts.tokens import LONGEST, RESTORE, create_token, revive_token, revoke_token, waits
from data.vietnamese.dates import today
from queries.reads import access_token_list, account_list, unit_list
from queries.rows import Rows

SCOPES = {"read": "Đọc số liệu", "upload": "Nạp số liệu"}
_COLUMNS = ("Dùng để", Column("Quyền", nowrap=True), "Thay cho", Column("Hạn", nowrap=True), Column("Tình trạng", nowrap=True))
_NAMED = {"shell": "dòng lệnh", RESTORE: "lần khôi phục"}
_USUAL = 180  # days


def panel(by: Person) -> None:
    """All tokens, the form that makes one, and the box that revokes one."""
    tokens = cached_read(access_token_list)
    messages.part(
        "Mã truy cập cho chương trình",
        "Để Excel, Power BI đọc khi bảng không mở cho mọi người, và để phần mềm nạp số liệu thay cho một tài khoản",
    )
    _handed_over()
    if tokens:
        named = {unit.code: unit.name for unit in cached_read(unit_list)}
        html_table.show(_COLUMNS, [_cells(row, named) for row in tokens], "wide")
    left, right = st.columns(2, gap="large")
    with left:
        _create(by)
    with right:
        _revoke(by, tokens)
        _revive(by, tokens)


def _handed_over() -> None:
    """A token that was just made, shown this once."""
    if handed := state.HANDED_TOKEN.pop():
        st.html(
            f'<div class="empty" role="status"><b>Mã truy cập “{escape(handed[0])}”</b><br><code class="once">{escape(handed[1])}</code><br>'
            "Chỉ hiện lần này: hãy chép ngay vào chương trình sẽ dùng. Mất thì thu hồi và cấp mã khác.</div>"
        )


def _cells(row: Any, named: Mapping[str, str]) -> list[Content]:
    codes = [] if row.territories in ("", "*") else row.territories.split(",")
    where = ", ".join(named.get(code, code) for code in codes) or ("mọi địa bàn của tài khoản" if row.owner else "")
    return [
        joined(row.label, small(f"{row.token_id}, {_NAMED.get(row.changed_by, row.changed_by)}, {times.moment(row.changed_at)}")),
        SCOPES[row.scope],
        joined(row.owner, small(where)) if row.owner else formats.NOTHING,
        times.day(row.expires_on),
        _state(row),
    ]


def _state(row: Any) -> str:
    if waits(row):
        return "◐ Chờ kích hoạt lại"
    if row.revoked:
        return "■ Đã thu hồi"
    return "○ Đã hết hạn" if row.expires_on < today() else "● Đang dùng"


def _create(by: Person) -> None:
    turn = state.HANDED_COUNT.get()  # after each new token the fields are empty again
    owners = [
        row.name for row in cached_read(account_list) if row.role in ("staff", "admin") and not row.blocked and not row.one_time
    ]
    offered = list(SCOPES) if owners and settings.local_accounts() else ["read"]
    with st.form("new_token", border=True):
        label = st.text_input("Dùng để làm gì", placeholder="Power BI của Sở", key=f"token label {turn}", max_chars=80)
        scope = st.radio("Quyền", offered, format_func=SCOPES.__getitem__, horizontal=True, key=f"token scope {turn}")
        last = today() + timedelta(days=LONGEST)
        expires_on = st.date_input(
            "Dùng được đến hết ngày",
            today() + timedelta(days=_USUAL),
            today(),
            last,
            format="DD/MM/YYYY",
            key=f"token day {turn}",
        )
        owner = st.selectbox("Nạp thay cho tài khoản", owners, key=f"token owner {turn}", placeholder="Chọn…") or ""
        named = {row.code: f"{row.name} ({row.code})" for row in cached_read(unit_list)}
        codes = st.multiselect(
            "Chỉ nạp cho địa bàn",
            list(named),
            format_func=named.__getitem__,
            placeholder="Bỏ trống: mọi địa bàn của tài khoản ấy",
            select_all=False,
            key=f"token territories {turn}",
        )
        messages.note("Tài khoản và địa bàn chỉ dùng cho mã để nạp.")
        code = _code(turn) if _asks_code(by) and "upload" in offered else ""
        if st.form_submit_button("Cấp mã truy cập", type="primary"):
            make = partial(
                create_token,
                open_store(),
                by,
                label=label,
                scope=str(scope),
                expires_on=expires_on,
                owner=owner,
                territories=codes,
            )
            _do(lambda: _confirmed(by, str(scope), code, lambda: make(lacks_factor=settings.lacks_second_factor)), label)


def _asks_code(by: Person) -> bool:
    """Whether who makes a token to upload shows the phone once more: whoever signs in with a code must not be passed by without one."""
    return by.source == "local" and settings.needs_second_factor(by.role)


def _code(turn: int) -> str:
    return st.text_input(
        "Mã sáu số trên điện thoại của bạn (để cấp mã nạp)", key=f"token code {turn}", autocomplete="one-time-code", max_chars=12
    )


def _confirmed(by: Person, scope: str, code: str, make: Callable[[], str]) -> str:
    """Make it, after the code was right where one is asked. Raises AccountError."""
    if scope == "upload" and _asks_code(by):
        origin = session.where_from()
        confirm_by_code(open_store(), session.THROTTLE, session.CODES, by, code, source=origin)
    return make()


def _revoke(by: Person, tokens: Rows[Any]) -> None:
    named = {row.token_id: f"{row.label} ({row.token_id})" for row in tokens.where(revoked=False)}
    if not named:
        return
    token_id = st.selectbox("Mã cần thu hồi", list(named), format_func=named.__getitem__, key="revoked_token")
    if st.button("Thu hồi mã này", key="revoke_token"):
        _do(lambda: revoke_token(open_store(), by, str(token_id)), "")


def _revive(by: Person, tokens: Rows[Any]) -> None:
    """Tokens that wait since a restore, the button that makes one active again."""
    waiting = {row.token_id: f"{row.label} ({row.token_id})" for row in tokens if waits(row) and row.expires_on >= today()}
    if not waiting:
        return
    messages.note("Kho đã được khôi phục từ bản sao: mã truy cập chờ đến khi chắc rằng chưa ai thu hồi chúng sau bản sao ấy.")
    token_id = st.selectbox("Mã chờ kích hoạt lại", list(waiting), format_func=waiting.__getitem__, key="revived_token")
    if st.button("Kích hoạt lại mã này", key="revive_token"):
        _do(lambda: revive_token(open_store(), by, str(token_id)), "")


def _do(what: Callable[[], str | None], label: str) -> None:
    """Do it and show the page anew, or say why not."""
    try:
        token = what()
    except AccountError as error:
        st.error(escaped(str(error)))
        return
    if token:
        state.HANDED_TOKEN.set((label, token))
        state.HANDED_COUNT.set(state.HANDED_COUNT.get() + 1)
    st.rerun()
