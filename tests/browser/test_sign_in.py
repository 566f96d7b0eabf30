"""Signing in with a real Chromium: accounts of the store, an OpenID Connect provider, private reading."""

import re
from contextlib import contextmanager

import pytest

from tests.browser.conftest import Watched, free_port, serving
from tests.browser.test_browser import ENGLISH
from tests.oidc_provider import CLIENT, SECRET, providing

OWN = "bốn mùa lúa chín vàng"
PEOPLE = {
    "can-bo": {"name": "Cán bộ Đức Thọ", "email": "canbo@ductho.example", "groups": ["cap-nhat"], "dia_ban": ["440"]},
    "quan-ly": {"name": "Quản lý", "email": "quanly@tinh.example", "groups": ["khac", "quan-tri-cds"]},
    "khach": {"name": "Khách", "email": "khach@tinh.example", "groups": ["khac"], "dia_ban": ["42"]},
}


@pytest.fixture(scope="module")
def own_accounts(tmp_path_factory):
    """(address, what the server printed) of an app with accounts of its own."""
    folder = tmp_path_factory.mktemp("own")
    with serving(folder) as address:
        yield address, folder / "log"


@pytest.fixture(scope="module")
def vouched(tmp_path_factory):
    """(address, provider, what the server printed) of an app that signs people in by OpenID Connect."""
    folder, port = tmp_path_factory.mktemp("oidc"), free_port()
    redirect = f"http://127.0.0.1:{port}/oauth2callback"
    with providing(PEOPLE, [redirect]) as provider:
        (folder / "secrets.toml").write_text(
            f"""[auth]
redirect_uri = "{redirect}"
cookie_secret = "{"thu" * 16}"
client_id = "{CLIENT}"
client_secret = "{SECRET}"
server_metadata_url = "{provider.issuer}/.well-known/openid-configuration"

[access]
role_claim = "groups"
staff = ["cap-nhat"]
admin = ["quan-tri-cds"]
territory_claim = "dia_ban"
""",
            encoding="utf-8",
        )
        with serving(folder, "--secrets.files", str(folder / "secrets.toml"), port=port) as address:
            yield address, provider, folder / "log"


@contextmanager
def visitor(chromium, address, width=1440, height=900):
    """A browser of its own, with its own cookies; nothing may have gone wrong at the end."""
    context = chromium.new_context(viewport={"width": width, "height": height}, locale="vi-VN")
    watched = Watched(chromium, address, width, height, page=context.new_page())
    yield watched
    context.close()
    assert watched.wrong == []


def fill(watched, label, text):
    watched.page.get_by_label(label, exact=True).fill(text)


def press(watched, name):
    watched.page.get_by_role("button", name=name, exact=True).last.click()
    watched.page.wait_for_timeout(300)
    watched.settle()


def enter(watched, name, password):
    fill(watched, "Tên tài khoản", name)
    fill(watched, "Mật khẩu", password)
    press(watched, "Đăng nhập")


def corner(watched):
    """What stands in the corner of the header."""
    return watched.page.locator(".st-key-who").inner_text().split("\n")[0].strip()


def sign_out(watched):
    watched.page.locator(".st-key-who button").first.click()
    press(watched, "Đăng xuất")


def menu(watched):
    return watched.page.locator("[data-testid=stTopNavLink]").all_inner_texts()


def own_password(watched, first):
    """Sign the first administrator in, with the printed password or with the one set by an earlier test."""
    watched.open("/dang-nhap")
    enter(watched, "quan-tri", OWN)
    if "không đúng" in watched.text():
        enter(watched, "quan-tri", first)
        fill(watched, "Mật khẩu mới (ít nhất 12 ký tự)", OWN)
        fill(watched, "Nhập lại mật khẩu mới", OWN)
        press(watched, "Đặt mật khẩu")
    watched.page.wait_for_timeout(500)


def printed(log):
    return re.search(r"mật khẩu dùng một lần +(\S+)", log.read_text(encoding="utf-8"))[1]


def test_the_first_administrator_signs_in_returns_reloads_opens_a_second_tab_and_signs_out_everywhere(chromium, own_accounts):
    address, log = own_accounts
    with visitor(chromium, address) as watched:
        watched.open("/")  # the first visitor of a new server must not come by a deep link: Streamlit would log an error
        watched.open("/so-sanh-cac-cap?nam=2023")
        assert corner(watched) == "Đăng nhập" and "Tài khoản" not in menu(watched)
        watched.page.get_by_role("link", name="Đăng nhập").click()
        watched.page.wait_for_url("**/dang-nhap")
        watched.settle()
        enter(watched, "quan-tri", "không phải mật khẩu")
        assert "Tên hoặc mật khẩu không đúng." in watched.text()
        enter(watched, "quan-tri", printed(log))
        assert "Đặt mật khẩu của bạn" in watched.page.inner_text("h1.say") and "Tài khoản" not in menu(watched)
        fill(watched, "Mật khẩu mới (ít nhất 12 ký tự)", OWN)
        fill(watched, "Nhập lại mật khẩu mới", OWN + "x")
        press(watched, "Đặt mật khẩu")
        assert "không giống nhau" in watched.text()
        fill(watched, "Nhập lại mật khẩu mới", OWN)
        press(watched, "Đặt mật khẩu")
        watched.page.wait_for_url("**/so-sanh-cac-cap?nam=2023**")
        watched.settle()
        assert corner(watched) == "Quản trị" and "Tài khoản" in menu(watched)

        cookies = {cookie["name"]: cookie for cookie in watched.page.context.cookies()}
        for name in ("phien", "trinh_duyet"):
            assert cookies[name]["httpOnly"] and cookies[name]["sameSite"] == "Strict", cookies
            assert cookies[name]["value"] not in watched.page.evaluate("document.cookie + document.documentElement.outerHTML")
        watched.page.reload()
        watched.settle()
        assert corner(watched) == "Quản trị"
        second = watched.page.context.new_page()
        second.goto(f"{address}/tai-khoan")
        second.wait_for_selector("h1.say")
        assert second.inner_text("h1.say").startswith("1 tài khoản")
        sign_out(watched)
        assert corner(watched) == "Đăng nhập" and "Tài khoản" not in menu(watched)
        watched.page.wait_for_timeout(300)
        assert "phien" not in {cookie["name"] for cookie in watched.page.context.cookies()}
        second.get_by_role("button", name="Thêm tài khoản").click()  # the other tab had not noticed yet
        second.wait_for_function("document.querySelector('h1.say')?.innerText === 'Đăng nhập'")
        second.close()
        watched.page.context.add_cookies([cookies["phien"]])  # a copy of the cookie is worth nothing any more
        watched.page.reload()
        watched.settle()
        assert corner(watched) == "Đăng nhập"
        assert OWN not in log.read_text(encoding="utf-8") and "argon2" not in log.read_text(encoding="utf-8")


def test_an_administrator_makes_an_account_and_blocks_it_while_its_owner_is_signed_in(chromium, own_accounts):
    address, log = own_accounts
    with visitor(chromium, address) as boss, visitor(chromium, address) as clerk:
        own_password(boss, printed(log))
        boss.open("/tai-khoan")
        fill(boss, "Tên tài khoản", "ductho")
        boss.page.get_by_label("Tên hiển thị").first.fill("Văn phòng Đức Thọ")
        boss.page.get_by_label("Địa bàn của cán bộ cập nhật").first.click()
        boss.page.keyboard.type("Huyện Đức Thọ (4")
        boss.page.get_by_role("option", name="Huyện Đức Thọ (440").click()
        boss.page.keyboard.press("Escape")
        press(boss, "Thêm tài khoản")
        once = boss.page.inner_text("code.once")
        assert "Huyện Đức Thọ" in boss.page.inner_text("table.grid") and "◇ Chờ đặt mật khẩu" in boss.text()
        assert not ENGLISH.search(boss.text())
        boss.page.reload()
        boss.settle()
        assert once not in boss.text(), "shown once"

        clerk.open("/dang-nhap")
        enter(clerk, "ductho", once)
        fill(clerk, "Mật khẩu mới (ít nhất 12 ký tự)", OWN)
        fill(clerk, "Nhập lại mật khẩu mới", OWN)
        press(clerk, "Đặt mật khẩu")
        clerk.page.wait_for_timeout(500)
        assert corner(clerk) == "Văn phòng Đức Thọ" and "Tài khoản" not in menu(clerk)
        clerk.open("/tai-khoan")
        assert clerk.page.inner_text("h1.say") == "Tài khoản này chưa có quyền"

        boss.page.get_by_label("Tài khoản", exact=True).first.click()
        boss.page.get_by_role("option", name="Văn phòng Đức Thọ (ductho)").click()
        boss.page.wait_for_timeout(700)
        press(boss, "Khoá tài khoản")
        assert "■ Đang khoá" in boss.text()
        clerk.open("/")
        assert corner(clerk) == "Đăng nhập"
        clerk.open("/dang-nhap")
        enter(clerk, "ductho", OWN)
        assert "đang bị khoá" in clerk.text()


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)], ids=["desktop", "phone"])
def test_the_sign_in_page_is_vietnamese_and_nothing_sticks_out_or_overlaps(chromium, own_accounts, width, height):
    with visitor(chromium, own_accounts[0], width, height) as watched:
        for path in ("/", "/dang-nhap"):
            watched.open(path)
            assert path == "/" or not ENGLISH.search(watched.text())
            inside, wide = watched.page.evaluate(
                "[document.querySelector('[data-testid=stMain]').scrollWidth, window.innerWidth]"
            )
            assert inside <= wide
            box = watched.page.locator(".st-key-who a").bounding_box()
            assert box["x"] + box["width"] <= width and box["y"] >= 0
            opener = watched.page.locator("[data-testid=stExpandSidebarButton]")
            if path == "/dang-nhap":
                watched.page.get_by_label("Hiện mật khẩu").click()
                assert watched.page.get_by_label("Mật khẩu", exact=True).get_attribute("type") == "text"
                watched.page.wait_for_timeout(200)
            hidden = watched.page.evaluate("""[...document.querySelectorAll('[title],[placeholder],[data-testid=stForm] [aria-label]')]
                .map(e => e.title || e.placeholder || e.ariaLabel).filter(Boolean)""")
            assert [text for text in hidden if ENGLISH.search(text) or "password" in text.lower()] == []
            if opener.count():
                edge = opener.bounding_box()
                assert edge["x"] + edge["width"] <= box["x"] + 4


def test_many_wrong_passwords_from_one_browser_slow_it_and_leave_the_known_browser_alone(chromium, own_accounts):
    address, log = own_accounts
    with visitor(chromium, address) as boss, visitor(chromium, address) as stranger:
        own_password(boss, printed(log))
        assert corner(boss) == "Quản trị"
        sign_out(boss)
        stranger.open("/dang-nhap")
        for _ in range(4):
            enter(stranger, "quan-tri", "đoán mò một mật khẩu")
        assert re.search(r"Hãy đợi \d+ giây", stranger.text())
        boss.open("/dang-nhap")
        enter(boss, "quan-tri", OWN)
        boss.page.wait_for_timeout(500)
        assert corner(boss) == "Quản trị"


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


def go_through_provider(watched, who):
    watched.page.get_by_role("button", name="Đăng nhập bằng tài khoản cơ quan").click()
    watched.page.wait_for_selector("text=Đăng nhập cơ quan")
    watched.page.get_by_role("link", name=who, exact=True).click()
    watched.page.wait_for_url(f"{watched.served}/**")
    watched.settle()
    watched.page.wait_for_timeout(500)  # back to where the person was
    watched.settle()


def test_a_provider_vouches_for_staff_who_return_to_where_they_were_and_sign_out(chromium, vouched):
    address, provider, log = vouched
    with visitor(chromium, address) as watched:
        watched.open("/")  # as above
        watched.open("/chi-tieu?chi_tieu=CQ.06&nam=2023")
        watched.page.get_by_role("link", name="Đăng nhập").click()
        watched.page.wait_for_url("**/dang-nhap")
        watched.settle()
        assert watched.page.get_by_label("Mật khẩu", exact=True).count() == 0, "accounts of the store are off"
        go_through_provider(watched, "can-bo")
        assert "/chi-tieu?" in watched.page.url and "chi_tieu=CQ.06" in watched.page.url and "nam=2023" in watched.page.url
        assert corner(watched) == "Cán bộ Đức Thọ" and provider.seen[:2] == ["authorize", "token"]
        watched.open("/dang-nhap")
        assert "canbo@ductho.example · Cán bộ cập nhật: Huyện Đức Thọ" in watched.text()
        watched.open("/tai-khoan")
        assert watched.page.inner_text("h1.say") == "Tài khoản này chưa có quyền"
        sign_out(watched)
        watched.page.wait_for_timeout(1000)
        watched.settle()
        assert corner(watched) == "Đăng nhập" and provider.seen[-1] == "logout"
        assert "mật khẩu dùng một lần" not in log.read_text(encoding="utf-8"), "no administrator of the store beside a provider"


def test_a_provider_vouches_for_an_administrator_and_the_guarded_page_opens_at_once(chromium, vouched):
    with visitor(chromium, vouched[0]) as watched:
        watched.open("/tai-khoan")
        go_through_provider(watched, "quan-ly")
        assert watched.page.url.endswith("/tai-khoan") and "tài khoản" in watched.page.inner_text("h1.say").lower()
        assert "Tài khoản" in menu(watched) and corner(watched) == "Quản lý"


def test_somebody_without_a_mapped_role_may_only_read(chromium, vouched):
    with visitor(chromium, vouched[0]) as watched:
        watched.open("/dang-nhap")
        go_through_provider(watched, "khach")
        assert corner(watched) == "Khách" and "Tài khoản" not in menu(watched)
        watched.open("/dang-nhap")
        assert "khach@tinh.example · Người xem" in watched.text()
        watched.open("/tai-khoan")
        assert watched.page.inner_text("h1.say") == "Tài khoản này chưa có quyền"


def test_private_reading_shows_nothing_before_the_sign_in_and_the_page_itself_after(chromium, tmp_path):
    with serving(tmp_path, READING="private") as address, visitor(chromium, address) as watched:
        for path in ("/", "/chi-tieu?chi_tieu=CQ.06", "/so-sanh-cac-cap", "/huong-dan"):
            watched.open(path)
            assert watched.page.inner_text("h1.say") == "Đăng nhập" and "Hà Tĩnh" not in watched.text()
            assert watched.page.locator(".js-plotly-plot").count() == 0
        watched.open("/chi-tieu?chi_tieu=CQ.06")
        enter(watched, "quan-tri", printed(tmp_path / "log"))
        assert watched.page.inner_text("h1.say") == "Đặt mật khẩu của bạn"
        fill(watched, "Mật khẩu mới (ít nhất 12 ký tự)", OWN)
        fill(watched, "Nhập lại mật khẩu mới", OWN)
        press(watched, "Đặt mật khẩu")
        watched.page.wait_for_selector(".js-plotly-plot")
        assert "hồ sơ" in watched.page.inner_text("h1.say").lower()
