"""Signing in with a real Chromium: accounts of the store, private reading."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.browser_sessions import OWN, corner, enter, menu, printed, set_password, sign_out, visitor
from tests.browser.conftest import serving
from tests.browser.test_browser import ENGLISH
from tests.navigation import LINKS


@pytest.fixture(scope="module")
def own_accounts(tmp_path_factory, store_file):
    """(address, what the server printed) of an app with accounts of its own."""
    folder = tmp_path_factory.mktemp("own")
    with serving(folder, store=store_file) as address:
        yield address, folder / "log"


def own_password(browser_page, first):
    """Sign the first administrator in, with the printed password or with the one set by an earlier test."""
    browser_page.open("/dang-nhap")
    enter(browser_page, "quan-tri", OWN)
    if "không đúng" in browser_page.text():
        enter(browser_page, "quan-tri", first)
        set_password(browser_page, OWN)


def test_the_first_administrator_signs_in_returns_reloads_opens_a_second_tab_and_signs_out_everywhere(chromium, own_accounts):
    address, log = own_accounts
    with visitor(chromium, address) as browser_page:
        browser_page.open("/so-sanh-cac-cap?nam=2023")
        expect(corner(browser_page)).to_contain_text("Đăng nhập")
        assert "Tài khoản" not in menu(browser_page)
        browser_page.page.get_by_role("link", name="Đăng nhập").click()
        browser_page.page.wait_for_url("**/dang-nhap")
        browser_page.settle()
        enter(browser_page, "quan-tri", "không phải mật khẩu")
        assert "Tên hoặc mật khẩu không đúng." in browser_page.text()
        enter(browser_page, "quan-tri", printed(log))
        assert "Đặt mật khẩu của bạn" in browser_page.headline.inner_text() and "Tài khoản" not in menu(browser_page)
        set_password(browser_page, OWN, OWN + "x")
        assert "không giống nhau" in browser_page.text()
        set_password(browser_page, OWN)
        browser_page.page.wait_for_url("**/so-sanh-cac-cap?nam=2023**")
        browser_page.settle()
        expect(corner(browser_page)).to_contain_text("Quản trị")
        assert "Tài khoản" in menu(browser_page)

        cookies = {cookie["name"]: cookie for cookie in browser_page.page.context.cookies()}
        for name in ("phien", "trinh_duyet"):
            assert cookies[name]["httpOnly"] and cookies[name]["sameSite"] == "Strict", cookies
            assert cookies[name]["value"] not in browser_page.page.evaluate(
                "document.cookie + document.documentElement.outerHTML"
            )
        browser_page.reload()
        expect(corner(browser_page)).to_contain_text("Quản trị")
        second = browser_page.page.context.new_page()
        second.goto(f"{address}/tai-khoan")
        second.wait_for_selector("h1.say")
        assert second.inner_text("h1.say").startswith("1 tài khoản")
        sign_out(browser_page)
        expect(corner(browser_page)).to_contain_text("Đăng nhập")
        assert "Tài khoản" not in menu(browser_page)
        assert "phien" not in {cookie["name"] for cookie in browser_page.page.context.cookies()}
        second.get_by_role("button", name="Thêm tài khoản").click()  # the other tab had not noticed yet
        second.locator("h1.say", has_text="Đăng nhập").wait_for()
        second.close()
        browser_page.page.context.add_cookies([cookies["phien"]])  # a copy of the cookie is worth nothing any more
        browser_page.reload()
        expect(corner(browser_page)).to_contain_text("Đăng nhập")
        assert OWN not in log.read_text(encoding="utf-8") and "argon2" not in log.read_text(encoding="utf-8")


def test_an_administrator_makes_an_account_and_blocks_it_while_its_owner_is_signed_in(chromium, own_accounts):
    address, log = own_accounts
    with visitor(chromium, address) as boss, visitor(chromium, address) as clerk:
        own_password(boss, printed(log))
        boss.open("/tai-khoan")
        boss.fill("Tên tài khoản", "ductho")
        boss.page.get_by_label("Tên hiển thị").first.fill("Văn phòng Đức Thọ")
        boss.page.get_by_label("Địa bàn của cán bộ cập nhật").first.click()
        boss.page.keyboard.type("Huyện Đức Thọ (4")
        boss.page.get_by_role("option", name="Huyện Đức Thọ (440").click()
        boss.page.keyboard.press("Escape")
        boss.press("Thêm tài khoản")
        once = boss.page.inner_text("code.once")
        assert "Huyện Đức Thọ" in boss.page.inner_text("table.grid") and "◇ Chờ đặt mật khẩu" in boss.text()
        assert not ENGLISH.search(boss.text())
        boss.reload()
        assert once not in boss.text(), "shown once"

        clerk.open("/dang-nhap")
        enter(clerk, "ductho", once)
        set_password(clerk, OWN)
        expect(corner(clerk)).to_contain_text("Văn phòng Đức Thọ")
        assert "Tài khoản" not in menu(clerk)
        clerk.open("/tai-khoan")
        assert clerk.headline.inner_text() == "Tài khoản này chưa có quyền"

        boss.page.get_by_label("Tài khoản", exact=True).first.click()
        boss.page.get_by_role("option", name="Văn phòng Đức Thọ (ductho)").click()
        boss.settle()
        boss.press("Khóa tài khoản")
        assert "■ Đang khóa" in boss.text()
        clerk.open("/")
        expect(corner(clerk)).to_contain_text("Đăng nhập")
        clerk.open("/dang-nhap")
        enter(clerk, "ductho", OWN)
        assert "đang bị khóa" in clerk.text()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)], ids=["desktop", "phone"])
def test_the_sign_in_page_is_vietnamese_and_nothing_sticks_out_or_overlaps(chromium, own_accounts, width, height):
    with visitor(chromium, own_accounts[0], width, height) as browser_page:
        for path in ("/", "/dang-nhap"):
            browser_page.open(path)
            assert path == "/" or not ENGLISH.search(browser_page.text())
            inside, wide = browser_page.page.evaluate(
                "[document.querySelector('[data-testid=stMain]').scrollWidth, window.innerWidth]"
            )
            assert inside <= wide
            box = browser_page.page.locator(".st-key-who a").bounding_box()
            assert box["x"] + box["width"] <= width and box["y"] >= 0
            opener = browser_page.page.locator("[data-testid=stExpandSidebarButton]")
            if path == "/dang-nhap":
                browser_page.page.get_by_label("Hiện mật khẩu").click()
                expect(browser_page.page.get_by_label("Mật khẩu", exact=True)).to_have_attribute("type", "text")
            hidden = browser_page.page.evaluate("""[...document.querySelectorAll('[title],[placeholder],[data-testid=stForm] [aria-label]')]
                .map(e => e.title || e.placeholder || e.ariaLabel).filter(Boolean)""")
            assert [text for text in hidden if ENGLISH.search(text) or "password" in text.lower()] == []
            if opener.count():
                edge = opener.bounding_box()
                assert edge["x"] + edge["width"] <= box["x"] + 4 or box["x"] + box["width"] <= edge["x"] + 4


def test_many_wrong_passwords_from_one_browser_slow_it_and_leave_the_known_browser_alone(chromium, own_accounts):
    address, log = own_accounts
    with visitor(chromium, address) as boss, visitor(chromium, address) as stranger:
        own_password(boss, printed(log))
        expect(corner(boss)).to_contain_text("Quản trị")
        sign_out(boss)
        stranger.open("/dang-nhap")
        for _ in range(4):
            enter(stranger, "quan-tri", "đoán mò một mật khẩu")
        assert re.search(r"Hãy đợi \d+ giây", stranger.text())
        boss.open("/dang-nhap")
        enter(boss, "quan-tri", OWN)
        expect(corner(boss)).to_contain_text("Quản trị")


def test_other_sites_get_nothing_from_the_address_that_sets_the_cookie(own_accounts):
    import httpx

    address = f"{own_accounts[0]}/phien"
    assert httpx.get(address).status_code != 204
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}):
        assert httpx.post(address, headers={**headers, "X-Ticket": "x"}).status_code == 403
    answer = httpx.post(address, headers={"X-Ticket": "bịa".encode()})
    assert answer.status_code == 204 and "set-cookie" not in answer.headers
    asked = httpx.options(address, headers={"Origin": "http://la.example", "Access-Control-Request-Method": "POST"})
    assert "access-control-allow-origin" not in asked.headers


def test_private_reading_shows_nothing_before_the_sign_in_and_the_page_itself_after(chromium, tmp_path, store_file):
    with serving(tmp_path, store=store_file, READING="private") as address, visitor(chromium, address) as browser_page:
        for path in LINKS:
            browser_page.open(path)
            assert browser_page.headline.inner_text() == "Đăng nhập" and "Hà Tĩnh" not in browser_page.text()
            assert browser_page.page.locator("figure.chart, .js-plotly-plot").count() == 0
        browser_page.open("/chi-tieu?chi_tieu=CQ.06")
        enter(browser_page, "quan-tri", printed(tmp_path / "log"))
        assert browser_page.headline.inner_text() == "Đặt mật khẩu của bạn"
        set_password(browser_page, OWN)
        browser_page.page.wait_for_selector("figure.chart svg.drawing:visible")
        assert "hồ sơ" in browser_page.headline.inner_text().lower()
