"""Somebody with a browser of their own: signing in, the corner of the header, the menu."""

import re
from contextlib import contextmanager

from tests.browser.browser_page import BrowserPage

OWN = "bốn mùa lúa chín vàng"


@contextmanager
def visitor(chromium, address, width=1440, height=900):
    """A browser of its own, with its own cookies; nothing may have gone wrong at the end."""
    context = chromium.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
    browser_page = BrowserPage(chromium, address, width, height, page=context.new_page())
    yield browser_page
    context.close()
    assert browser_page.wrong == []


def enter(browser_page, name, password):
    browser_page.fill("Tên tài khoản", name)
    browser_page.fill("Mật khẩu", password)
    browser_page.press("Đăng nhập")


def set_password(browser_page, own, again=None):
    browser_page.fill("Mật khẩu mới (ít nhất 12 ký tự)", own)
    browser_page.fill("Nhập lại mật khẩu mới", again or own)
    browser_page.press("Đặt mật khẩu")


def corner(browser_page):
    """The corner of the header: who is signed in, or the way to the sign-in page."""
    return browser_page.page.locator(".st-key-who")


def sign_out(browser_page):
    browser_page.page.locator(".st-key-who button").first.click()
    browser_page.press("Đăng xuất")


def menu(browser_page):
    return browser_page.page.locator("[data-testid=stTopNavLink]").all_inner_texts()


def printed(log):
    return re.search(r"mật khẩu dùng một lần +(\S+)", log.read_text(encoding="utf-8"))[1]
