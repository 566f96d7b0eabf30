"""Somebody with a browser of their own: signing in, the corner of the header, the menu."""

import re
from contextlib import contextmanager

from tests.browser.browser_page import Watched

OWN = "bốn mùa lúa chín vàng"


@contextmanager
def visitor(chromium, address, width=1440, height=900):
    """A browser of its own, with its own cookies; nothing may have gone wrong at the end."""
    context = chromium.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
    watched = Watched(chromium, address, width, height, page=context.new_page())
    yield watched
    context.close()
    assert watched.wrong == []


def enter(watched, name, password):
    watched.fill("Tên tài khoản", name)
    watched.fill("Mật khẩu", password)
    watched.press("Đăng nhập")


def set_password(watched, own, again=None):
    watched.fill("Mật khẩu mới (ít nhất 12 ký tự)", own)
    watched.fill("Nhập lại mật khẩu mới", again or own)
    watched.press("Đặt mật khẩu")


def corner(watched):
    """The corner of the header: who is signed in, or the way to the sign-in page."""
    return watched.page.locator(".st-key-who")


def sign_out(watched):
    watched.page.locator(".st-key-who button").first.click()
    watched.press("Đăng xuất")


def menu(watched):
    return watched.page.locator("[data-testid=stTopNavLink]").all_inner_texts()


def printed(log):
    return re.search(r"mật khẩu dùng một lần +(\S+)", log.read_text(encoding="utf-8"))[1]
