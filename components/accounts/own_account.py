"""One's own account: its password, its second factor, its sessions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from components import settings, state
from components.accounts import session
from components.store.open_stores import open_store
from components.text import times
from components.text.markdown import escaped
from components.tiles import messages
from components.tiles.html_table import tag
from data.accounts import second_factor
from data.accounts.passwords import LONGEST, SHORTEST
from data.accounts.sessions import Session, since_boot
from data.accounts.sign_in import (
    AccountError,
    Person,
    SignedIn,
    change_password,
    turn_off_second_factor,
    turn_on_second_factor,
)

_EYE = Path(__file__).with_name("sign_in_form.js").read_text(encoding="utf-8")
_FOR_CODE = 300  # seconds that a right password waits for its code
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR", "Opera"),
    ("Firefox", "Firefox"),
    ("CocCoc", "Cốc Cốc"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)


def own_account(person: Person, headline: str) -> None:
    """Who one is; the sessions that are open; for an account of the store its password and second factor. ``headline`` describes the person."""
    messages.headline(person.display_name, headline)
    if person.source == "local":
        left, right = st.columns(2, gap="large")
        with left:
            _password(person)
        with right:
            _second_factor(person)
    else:
        messages.note("Tài khoản và quyền do hệ thống đăng nhập của cơ quan quản lý.")
    _sessions(person)


def _password(person: Person) -> None:
    messages.part("Đổi mật khẩu", "Mọi phiên khác của tài khoản này sẽ kết thúc.")
    with st.form("change_password", width=420, clear_on_submit=True):
        old = st.text_input("Mật khẩu đang dùng", type="password", autocomplete="current-password", max_chars=LONGEST)
        new = twice()
        if st.form_submit_button("Đổi mật khẩu", type="primary"):
            origin = {"source": session.where_from(), "mark": session.mark()}
            if changed := done(lambda: change_password(open_store(), session.THROTTLE, person.name, old, same(*new), **origin)):
                session.begin(changed)
                st.success("Đã đổi mật khẩu.")


def _second_factor(person: Person) -> None:
    row = session.account()
    if row is None:
        return
    if not row.second_factor:
        messages.part("Mã xác thực trên điện thoại", "Biết mật khẩu thôi thì chưa đăng nhập được.")
        if state.NEW_SECRET.get():
            set_up(row)
        elif st.button("Bật mã xác thực", key="second_factor"):
            state.NEW_SECRET.set(second_factor.new_secret())
            st.rerun()
        return
    messages.part("Mã xác thực trên điện thoại", "Đang bật: mỗi lần đăng nhập cần thêm mã sáu số.")
    if settings.needs_second_factor(row.role):
        messages.note("Vai trò này bắt buộc có mã xác thực. Mất điện thoại thì nhờ một người quản trị gỡ.")
        return
    with st.form("no_second_factor", width=420, clear_on_submit=True):
        password = st.text_input(
            "Mật khẩu đang dùng", type="password", autocomplete="current-password", max_chars=LONGEST, key="off_password"
        )
        if st.form_submit_button("Tắt mã xác thực"):
            origin = {"source": session.where_from(), "mark": session.mark()}
            begun(lambda: turn_off_second_factor(open_store(), session.THROTTLE, person.name, password, **origin))


def set_up(row: Any) -> None:
    """A new secret for a phone, as a picture and as text, and the field that proves that the phone has it."""
    secret = state.NEW_SECRET.get() or state.NEW_SECRET.set(second_factor.new_secret())
    messages.note(
        "Mở ứng dụng xác thực trên điện thoại, quét hình này (hoặc gõ khóa bên dưới), rồi nhập mã sáu số mà ứng dụng hiện ra."
    )
    picture = second_factor.picture(second_factor.address(secret, row.name))
    st.html(tag("img", class_="qr", alt="Mã QR cho ứng dụng xác thực", src=picture))
    st.html(f'<code class="once">{" ".join(secret[at : at + 4] for at in range(0, len(secret), 4))}</code>')
    with st.form("set_up", width=420):
        code = st.text_input("Mã sáu số trên điện thoại", autocomplete="one-time-code", max_chars=12)
        if st.form_submit_button("Bật mã xác thực", type="primary"):
            begun(lambda: turn_on_second_factor(open_store(), session.CODES, row.name, row.change_number, secret, code))


def _sessions(person: Person) -> None:
    """The sessions of one's own that go on, each with the button that ends it."""
    messages.part("Phiên đang mở", "Thấy máy lạ thì kết thúc phiên ấy và đổi mật khẩu.")
    others = []
    for number, (key, one) in enumerate(session.mine(person).items()):
        with st.container(horizontal=True, vertical_alignment="center"):
            messages.note(
                f"{_device(one)} · {one.address or 'không rõ địa chỉ'} · từ {times.moment(one.began_at)} · {_used(one)}"
            )
            if session.is_this(key):
                messages.note("Phiên này")
                continue
            others.append(key)
            if st.button("Kết thúc", key=f"end-{number}-{one.began_at:%H%M%S}"):
                _end(person, [key])
    if len(others) > 1 and st.button("Kết thúc mọi phiên khác", key="end_others"):
        _end(person, others)


def _end(person: Person, keys: list[str]) -> None:
    for key in keys:
        session.SESSIONS.close(key)
    session.record("session_ended", person.name, f"{len(keys)} phiên")
    st.rerun()


def _device(one: Session) -> str:
    """Browser and system in two words, as far as the browser tells."""
    told = [next((name for part, name in known if part in one.browser), "") for known in (_BROWSERS, _SYSTEMS)]
    return " trên ".join(word for word in told if word) or "Trình duyệt không rõ"


def _used(one: Session) -> str:
    minutes = int(max(since_boot() - one.used, 0) // 60)
    return f"dùng {minutes} phút trước" if minutes else "vừa dùng"


def wait_for_code(signed: SignedIn) -> None:
    """Keep a right password until the code of the phone comes."""
    state.HALF_SIGNED.set((signed, since_boot()))


def half_signed() -> SignedIn | None:
    """The right password that waits for its code; not for long."""
    half = state.HALF_SIGNED.get()
    return half[0] if half and since_boot() - half[1] < _FOR_CODE else None


def begun(what: Callable[[], SignedIn]) -> None:
    """Go on in the session that ``what`` returns, its others being over, or say why not."""
    if changed := done(what):
        state.NEW_SECRET.clear()
        session.begin(changed)
        st.rerun()


def eye() -> None:
    """The button in a password's field that shows what was typed."""
    session.run_script("eye", _EYE)


def twice() -> tuple[str, str]:
    """The two fields for a new password."""
    eye()
    label = f"Mật khẩu mới (ít nhất {SHORTEST} ký tự)"
    password = st.text_input(label, type="password", autocomplete="new-password", max_chars=LONGEST)
    return password, st.text_input("Nhập lại mật khẩu mới", type="password", autocomplete="new-password", max_chars=LONGEST)


def same(first: str, second: str) -> str:
    """The new password, typed twice alike. Raises AccountError."""
    if first != second:
        raise AccountError("differ")
    return first


def done(what: Callable[[], SignedIn]) -> SignedIn | None:
    """What ``what`` returns; None after saying why not."""
    try:
        return what()
    except AccountError as error:
        st.error(escaped(str(error)))
        return None
