"""Signing in with a real Chromium by way of an OpenID Connect provider."""

import pytest
from playwright.sync_api import expect

from tests.browser.browser_sessions import corner, menu, sign_out, visitor
from tests.browser.conftest import free_port, serving
from tests.oidc_provider import CLIENT, SECRET, providing

PEOPLE = {
    "can-bo": {"name": "Cán bộ Đức Thọ", "email": "canbo@ductho.example", "groups": ["cap-nhat"], "dia_ban": ["440"]},
    "quan-ly": {"name": "Quản lý", "email": "quanly@tinh.example", "groups": ["khac", "quan-tri-cds"]},
    "khach": {"name": "Khách", "email": "khach@tinh.example", "groups": ["khac"], "dia_ban": ["42"]},
}


@pytest.fixture(scope="module")
def vouched(tmp_path_factory, store_file):
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
        with serving(folder, "--secrets.files", str(folder / "secrets.toml"), store=store_file, port=port) as address:
            yield address, provider, folder / "log"


def go_through_provider(browser_page, who):
    browser_page.page.get_by_role("button", name="Đăng nhập bằng tài khoản cơ quan").click()
    browser_page.page.wait_for_selector("text=Đăng nhập cơ quan")
    browser_page.page.get_by_role("link", name=who, exact=True).click()
    browser_page.page.wait_for_url(f"{browser_page.served}/**")
    browser_page.settle()


def test_a_provider_vouches_for_staff_who_return_to_where_they_were_and_sign_out(chromium, vouched):
    address, provider, log = vouched
    with visitor(chromium, address) as browser_page:
        browser_page.open("/chi-tieu?chi_tieu=CQ.06&nam=2023")
        browser_page.page.get_by_role("link", name="Đăng nhập").click()
        browser_page.page.wait_for_url("**/dang-nhap")
        browser_page.settle()
        assert browser_page.page.get_by_label("Mật khẩu", exact=True).count() == 0, "accounts of the store are off"
        go_through_provider(browser_page, "can-bo")
        assert (
            "/chi-tieu?" in browser_page.page.url
            and "chi_tieu=CQ.06" in browser_page.page.url
            and "nam=2023" in browser_page.page.url
        )
        expect(corner(browser_page)).to_contain_text("Cán bộ Đức Thọ")
        assert provider.seen[:2] == ["authorize", "token"]
        browser_page.open("/dang-nhap")
        assert "canbo@ductho.example · Cán bộ cập nhật: Huyện Đức Thọ" in browser_page.text()
        browser_page.open("/tai-khoan")
        assert browser_page.headline.inner_text() == "Tài khoản này chưa có quyền"
        sign_out(browser_page)
        browser_page.settle()
        expect(corner(browser_page)).to_contain_text("Đăng nhập")
        assert provider.seen[-1] == "logout"
        assert "mật khẩu dùng một lần" not in log.read_text(encoding="utf-8"), "no administrator of the store beside a provider"


def test_a_provider_vouches_for_an_administrator_and_the_guarded_page_opens_at_once(chromium, vouched):
    with visitor(chromium, vouched[0]) as browser_page:
        browser_page.open("/tai-khoan")
        go_through_provider(browser_page, "quan-ly")
        assert browser_page.page.url.endswith("/tai-khoan") and "tài khoản" in browser_page.headline.inner_text().lower()
        assert "Tài khoản" in menu(browser_page)
        expect(corner(browser_page)).to_contain_text("Quản lý")


def test_staff_who_were_nowhere_in_particular_go_to_their_desk(chromium, vouched):
    with visitor(chromium, vouched[0]) as browser_page:
        browser_page.open("/dang-nhap")
        go_through_provider(browser_page, "can-bo")
        browser_page.page.wait_for_url("**/cap-nhat**")


def test_somebody_without_a_mapped_role_may_only_read(chromium, vouched):
    with visitor(chromium, vouched[0]) as browser_page:
        browser_page.open("/dang-nhap")
        go_through_provider(browser_page, "khach")
        expect(corner(browser_page)).to_contain_text("Khách")
        assert "Tài khoản" not in menu(browser_page)
        browser_page.open("/dang-nhap")
        assert "khach@tinh.example · Người xem" in browser_page.text()
        browser_page.open("/tai-khoan")
        assert browser_page.headline.inner_text() == "Tài khoản này chưa có quyền"
