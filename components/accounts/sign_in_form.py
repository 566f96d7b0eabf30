"""Signing in, setting a password, signing out: what stands on the screen."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from components import settings, state
from components.accounts import own_account, session
from components.store.open_stores import open_store
from components.store.store_access import cached_read
from components.text.markdown import escaped
from components.tiles import messages
from data.accounts.sign_in import Person, SignedIn, replace_one_time, sign_in, with_code
from queries.reads import unit_list

ROLES = {"reader": "Người xem", "staff": "Cán bộ cập nhật", "admin": "Quản trị"}
HOME, SIGN_IN, DESK = "pages/leaders/overview.py", "pages/staff/sign_in.py", "pages/staff/update.py"


def corner() -> None:
    """The quiet place in the header: a link to sign in, or who is signed in and the way out."""
    session.scripts()
    person = session.person()
    with st.container(key="who"):
        if person is None:
            st.page_link(SIGN_IN, label="Đăng nhập")
            return
        with st.popover(escaped(person.display_name), type="tertiary"):
            messages.note(described(person))
            st.page_link(SIGN_IN, label="Tài khoản của tôi")
            if st.button("Đăng xuất", key="sign_out", width="stretch"):
                session.end()


def described(person: Person) -> str:
    """Name, role and territories in words."""
    names = {row.code: row.name for row in cached_read(unit_list)} if person.role == "staff" else {}
    territories = ["mọi địa bàn" if code == "*" else names.get(code, code) for code in person.territories]
    if person.role == "staff":
        return f"{person.name} · {ROLES['staff']}: {', '.join(territories) or 'chưa được giao địa bàn nào'}"
    return f"{person.name} · {ROLES[person.role]}"


def form(why: str) -> None:
    """Whatever has to be done to become somebody: sign in, or replace a one-time password."""
    row = session.account()
    if row is not None and session.to_do(row) == "password":
        messages.headline("Đặt mật khẩu của bạn", f"Mật khẩu vừa dùng chỉ dùng được một lần. Tài khoản: {row.name}.")
        _first_password(row)
        return
    if row is not None and session.to_do(row):
        messages.headline("Bật mã xác thực", f"Tài khoản {row.name} cần mã trên điện thoại bên cạnh mật khẩu.")
        own_account.set_up(row)
        return
    if (half := own_account.half_signed()) is not None:
        messages.headline("Mã xác thực", f"Mật khẩu đúng. Tài khoản {half.person.name} cần thêm mã trên điện thoại.")
        _code(half)
        return
    messages.headline("Đăng nhập", why)
    if settings.provider():
        session.remember_place(came_from_address() if state.AT_SIGN_IN.get() else None)
        if st.button("Đăng nhập bằng tài khoản cơ quan", type="primary", key="oidc"):
            st.login(settings.access().get("provider"))
    if settings.local_accounts():
        _password_form()


def _password_form() -> None:
    own_account.eye()
    with st.form("sign_in", width=420):
        name = st.text_input("Tên tài khoản", autocomplete="username")
        password = st.text_input("Mật khẩu", type="password", autocomplete="current-password")
        if st.form_submit_button("Đăng nhập", type="primary"):
            _do(lambda: sign_in(open_store(), session.THROTTLE, name, password, source=session.where_from(), mark=session.mark()))


def _code(half: SignedIn) -> None:
    with st.form("code", width=420):
        code = st.text_input("Mã sáu số trên điện thoại", autocomplete="one-time-code", max_chars=12)
        if st.form_submit_button("Đăng nhập", type="primary"):
            origin = session.where_from()
            _do(lambda: with_code(open_store(), session.THROTTLE, session.CODES, half, code, source=origin), complete=True)
    if st.button("Dùng tài khoản khác", type="tertiary"):
        state.HALF_SIGNED.clear()
        st.rerun()


def _first_password(row: Any) -> None:
    with st.form("first_password", width=420):
        new = own_account.twice()
        if st.form_submit_button("Đặt mật khẩu", type="primary"):
            _do(lambda: replace_one_time(open_store(), row.name, row.change_number, own_account.same(*new)), complete=True)


def go_on_after_signing_in(person: Person) -> None:
    """On the sign-in page, right after signing in: leave for where the person was before; staff who were nowhere in particular
    (the first page, without any choice in its link) go to their desk."""
    if state.ARRIVED.pop():
        page, choices = state.CAME_FROM.get() or (None, {})
        if person.role == "staff" and not choices and (page is None or not page.url_path):
            page = DESK
        st.switch_page(page or HOME, query_params=choices)


def note_place(page: Any) -> None:
    """Remember the page that runs now, to return to after the sign-in page."""
    if not state.AT_SIGN_IN.set(page.url_path == "dang-nhap"):
        state.CAME_FROM.set((page, dict(st.query_params)))


def came_from_address() -> str:
    """The path and choices of the page before the sign-in page."""
    page, choices = state.CAME_FROM.get() or (None, {})
    return f"{settings.base_path()}/{page.url_path if page else ''}" + (f"?{urlencode(choices)}" if choices else "")


def _do(what: Callable[[], SignedIn], *, complete: bool = False) -> None:
    """Sign in by what ``what`` returns, once the phone's code was right where one is asked (``complete``), or say why not."""
    if signed := own_account.done(what):
        if signed.second_factor and not complete:
            own_account.wait_for_code(signed)
            st.rerun()
        state.HALF_SIGNED.clear()
        session.begin(signed)
        state.ARRIVED.set(state.AT_SIGN_IN.get())
        st.rerun()
