"""Who may see and do what. Each screen begins with one of these; the importer's commit asks ``current_person`` again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st

from components import permission, settings, state
from components.accounts import session, sign_in_form
from components.accounts.session import person
from components.store.open_stores import open_store
from components.tiles import messages, tiles
from data.accounts.record import note
from data.accounts.sign_in import Person

__all__ = ["may_read", "person", "require_admin", "require_reading", "require_upload", "visibility"]


def is_staff() -> bool:
    """Whether whoever is here is signed in and may upload."""
    someone = person()
    return someone is not None and someone.may_upload


def still_allowed() -> Callable[[], bool]:
    """Whether whoever is here may still see what the page that runs shows: to be asked later and outside the page, at a click."""
    who, needed = session.asked_again(), state.NEEDED.get()
    if needed is None:
        return lambda: True
    someone, store_path, source = who(), open_store().path, session.where_from()

    def allowed() -> bool:
        if needed(who()):
            return True
        note(store_path, "refused", name=someone.name if someone else "", source=source, about="trang còn mở sau khi hết quyền")
        return False

    return allowed


tiles.sql_is_for(is_staff)
permission.decided_by(still_allowed)


def may_read() -> bool:
    """Whether whoever is here may see figures."""
    return not settings.private_reading() or person() is not None


def visibility(allowed: bool) -> Literal["visible", "hidden"]:
    """How a page stands in the navigation for somebody who may, or may not, use it; the page guards itself all the same."""
    return "visible" if allowed else "hidden"


def require_reading() -> None:
    """Let everybody pass, unless reading is private: then show the sign-in form to who is not signed in, and stop the page."""
    state.NEEDED.clear()
    if settings.private_reading():
        _require(lambda someone: True, "Các trang này chỉ dành cho người có tài khoản.")


def require_upload() -> Person:
    """Who is signed in and may upload; shows the sign-in form, or says what is missing, and stops the page otherwise."""
    return _require(lambda someone: someone.may_upload, "Cập nhật số liệu cần tài khoản của cán bộ cập nhật hoặc người quản trị.")


def require_admin() -> Person:
    """The administrator who is signed in; shows the sign-in form, or says what is missing, and stops the page otherwise."""
    return _require(lambda someone: someone.role == "admin", "Trang này chỉ dành cho người quản trị.")


def _require(allowed: Callable[[Person], bool], why: str) -> Person:
    state.NEEDED.set(lambda later: later is not None and allowed(later))
    someone = person()
    if someone is None:
        sign_in_form.form(why)
        st.stop()
    if not allowed(someone):
        if state.REFUSED.get() != why:
            session.record("refused", someone.name, state.REFUSED.set(why))
        messages.headline("Tài khoản này chưa có quyền", why)
        messages.nothing_yet(
            sign_in_form.described(someone), "Hãy liên hệ người quản trị để được cấp quyền, hoặc đăng nhập bằng tài khoản khác."
        )
    return someone
