"""Links that ask for what is not there, and Back, as a reader meets them."""

from tests.browser.browser_page import BrowserPage


def test_an_address_without_a_page_is_told_in_vietnamese_and_english_is_never_seen(chromium, served):
    browser_page = BrowserPage(chromium, served, 1440, 900)
    browser_page.page.add_init_script(
        "window.seen = []; const look = () => { if (document.body && /page not found/i.test(document.body.innerText)) seen.push(1); "
        "requestAnimationFrame(look) }; look();"
    )
    browser_page.open("/trang-nao-do")
    browser_page.page.wait_for_timeout(1500)
    assert "Không có trang “trang-nao-do”. Đây là trang “Tổng quan”" in browser_page.text()
    assert browser_page.page.evaluate("seen.length") == 0 and browser_page.page.locator("[role=dialog]").count() == 0
    browser_page.open("/tong-quan")
    assert "Hà Tĩnh 2022" in browser_page.headline.inner_text() and "Không có trang" not in browser_page.text()
    browser_page.page.close()


def test_back_brings_again_what_was_seen_after_a_change_of_level(fresh):
    fresh.open("/chi-tieu?chi_tieu=CQ.06")
    said = fresh.headline.inner_text()
    _choose_level(fresh, "Xã")
    assert "cap=commune" in fresh.page.url and fresh.headline.inner_text() != said
    fresh.page.go_back()
    fresh.settle()
    assert fresh.headline.inner_text() == said
    assert "cap=" not in fresh.page.url
    fresh.page.go_forward()
    fresh.settle()
    assert "cap=commune" in fresh.page.url and fresh.headline.inner_text() != said


def test_back_over_pages_brings_the_page_as_it_was_seen(fresh):
    fresh.open("/")
    said = fresh.headline.inner_text()
    fresh.page.get_by_role("link", name="Chỉ tiêu", exact=True).click()
    fresh.page.wait_for_url("**/chi-tieu**")
    fresh.settle()
    fresh.choose("Địa bàn", "Tỉnh Đồng Nai")
    for _ in range(2):
        fresh.page.go_back()
        fresh.settle()
    assert fresh.headline.inner_text() == said and fresh.page.url == fresh.served + "/"


def test_back_on_the_briefing_brings_its_parts_again(fresh):
    fresh.open("/bao-cao")
    taken_out = fresh.page.get_by_role("button", name="✕", exact=True)
    parts = taken_out.count()
    taken_out.first.click()
    fresh.settle()
    assert "phan=" in fresh.page.url and taken_out.count() == parts - 1
    fresh.page.go_back()
    fresh.settle()
    assert taken_out.count() == parts and "phan=" not in fresh.page.url


def _choose_level(browser_page, level):
    """Pick a level, be its choice a select box or a row of buttons."""
    buttons = browser_page.page.locator(".st-key-cap button", has_text=level)
    if buttons.count():
        buttons.first.click()
        browser_page.settle()
    else:
        browser_page.choose("Cấp", level)
