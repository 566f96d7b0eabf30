"""The product in a real Chromium, at a desktop's and at a phone's width."""

import re

import pytest

from tests.browser.browser_page import BrowserPage
from tests.browser.conftest import serving
from tests.browser.test_words import english, too_small_for_a_finger
from tests.navigation import LINKS

PAGES = {link: expected.charts for link, expected in LINKS.items()}
ENGLISH = re.compile(
    r"\b(the|and|error|loading|running|stop|deploy|settings|rerun|select|choose|search|upload|download|page not found|no results|view|print|about|fullscreen|press enter)\b",
    re.I,
)


@pytest.mark.parametrize(("path", "charts"), PAGES.items())
def test_a_page_opens_with_its_charts_all_of_it_on_the_screen_and_in_vietnamese(screen, path, charts):
    """One visit: opening the page is what takes the time."""
    screen.open(path)
    shows_its_charts(screen, charts)
    inside, wide = screen.page.evaluate("[document.querySelector('[data-testid=stMain]').scrollWidth, window.innerWidth]")
    assert inside <= wide
    speaks_no_english(screen)
    assert english(screen) == []
    if wide < 400:
        assert too_small_for_a_finger(screen) == []


def shows_its_charts(screen, charts):
    screen.until(f"document.querySelectorAll('.js-plotly-plot .main-svg, figure.chart').length >= {charts}")
    for place in range(charts):
        box = screen.page.locator(".js-plotly-plot, figure.chart").nth(place).bounding_box()
        assert box["width"] > 200 and box["height"] > 150
    if charts:
        drawn = screen.page.evaluate(
            "[...document.querySelectorAll('.js-plotly-plot, figure.chart')].map(c => c.querySelectorAll('.barlayer path, .slot rect').length)"
        )
        assert all(bars > 0 for bars in drawn)
        answers = screen.page.evaluate(
            "[...document.querySelectorAll('[data-testid=stPlotlyChart], figure.chart')].map(c => c.outerHTML.includes('mục tiêu'))"
        )
        assert answers and all(answers), "a chart without an alternative text"


def speaks_no_english(screen):
    shown = re.sub(r"select .*?order by[^\n]*", "", screen.text(), flags=re.S)
    for code in screen.page.locator("table.grid code").all_inner_texts():  # what stands in files for programs
        shown = shown.replace(code, "", 1)
    assert not ENGLISH.search(shown), ENGLISH.search(shown)
    hidden = screen.page.evaluate("""[...document.querySelectorAll('[title],[placeholder]')].filter(e => e.offsetParent)
        .map(e => e.getAttribute('title') || e.getAttribute('placeholder')).filter(Boolean)""")
    assert [text for text in hidden if ENGLISH.search(text)] == []


def test_every_chart_label_stays_inside_its_picture(screen):
    for path in ("/", "/chi-tieu?chi_tieu=CQ.06", "/so-sanh-cac-cap?nam=2022", "/?nam=2025"):
        screen.open(path)
        cut = screen.page.evaluate("""[...document.querySelectorAll('.js-plotly-plot')].flatMap(plot => {
            const edge = plot.getBoundingClientRect();
            return [...plot.querySelectorAll('text')].filter(t => t.textContent.trim()).filter(t => {
                const box = t.getBoundingClientRect();
                return box.right > edge.right + 1 || box.left < edge.left - 1 || box.bottom > edge.bottom + 1 || box.top < edge.top - 1;
            }).map(t => t.textContent)})""")
        assert cut == [], (path, cut)


def test_a_choice_goes_into_the_link_and_the_link_gives_the_same_view(desktop):
    desktop.open("/")
    desktop.choose("Năm", "2023")
    assert "nam=2023" in desktop.page.url
    said = desktop.headline.inner_text()
    desktop.open(desktop.page.url.replace(desktop.served, ""))
    assert desktop.headline.inner_text() == said and "2023" in said


def test_choices_survive_a_change_of_page_by_the_menu(desktop):
    desktop.open("/")
    desktop.choose("Địa bàn", "Tỉnh Đồng Nai")
    desktop.page.get_by_role("link", name="Chỉ tiêu", exact=True).click()
    desktop.page.wait_for_url("**/chi-tieu**")
    desktop.settle()
    assert "dia_ban=75" in desktop.page.url
    assert "Tỉnh Đồng Nai" in desktop.page.locator("[data-testid=stSelectbox] input").first.input_value()
    desktop.page.go_back()
    desktop.settle()
    assert "dia_ban=75" in desktop.page.url


def test_an_indicator_is_found_without_diacritics_and_opened_by_its_link(desktop):
    desktop.open("/")
    box = desktop.page.get_by_label("Tìm chỉ tiêu")
    box.fill("ho so dien tu")
    box.press("Enter")
    desktop.page.wait_for_selector("ul.found a")
    desktop.page.locator("ul.found a[href*='CQ.06']").click()
    desktop.page.wait_for_url("**/chi-tieu?**")
    desktop.settle()
    assert "hồ sơ" in desktop.headline.inner_text().lower() and "chi_tieu=CQ.06" in desktop.page.url


def test_the_pages_are_reached_by_keyboard(desktop):
    desktop.open("/")
    reached = []
    for _ in range(12):
        desktop.page.keyboard.press("Tab")
        reached.append(
            desktop.page.evaluate("document.activeElement.innerText || document.activeElement.getAttribute('aria-label') || ''")
        )
    assert any("Chỉ tiêu" in text for text in reached) and any("So sánh" in text for text in reached), reached


def test_a_reader_sees_no_sql(desktop):
    """Staff see it: tests/pages/test_drops.py."""
    desktop.open("/so-sanh-cac-cap")
    assert desktop.page.locator("details.sql").count() == 0


def test_numbers_sort_and_download_as_csv(desktop):
    desktop.open("/chi-tieu?chi_tieu=CQ.06")
    with desktop.page.expect_download() as waiting:
        desktop.page.get_by_role("button", name="Tải số liệu").click()
    assert waiting.value.suggested_filename == "CQ.06 Tỉnh Hà Tĩnh.csv"
    column = "() => [...document.querySelectorAll('table.sorts tbody tr')].map(row => row.cells[3].textContent)"
    heading = desktop.page.locator("table.sorts th", has_text="Kết quả").locator("[role=button]")
    heading.click()
    assert desktop.page.evaluate(column) == ["20%", "40%", "45%", "–", "–", "–"], "numbers as numbers, what is missing last"
    heading.press("Enter")
    assert desktop.page.evaluate(column) == ["45%", "40%", "20%", "–", "–", "–"]


VISITORS_PAGES = 3  # entries of the menu that stand alone for somebody who is not signed in; the others in four groups


@pytest.mark.parametrize("stem", ["overview", "indicator", "levels"])
def test_the_name_of_a_file_is_no_way_around_the_router(chromium, served, stem):
    browser_page = BrowserPage(chromium, served, 1440, 900)
    browser_page.page.goto(f"{served}/{stem}")
    browser_page.settle()
    assert browser_page.page.locator("[data-testid=stTopNavLink]").count() == VISITORS_PAGES
    assert browser_page.page.locator("[data-testid=stTopNavSection]").all_inner_texts() == [
        "So sánh",
        "Thực hiện",
        "Nguồn gốc",
        "Trợ giúp",
    ]
    assert "Tổng quan" in browser_page.page.locator("[data-testid=stTopNavLink][aria-current=page]").inner_text()
    browser_page.page.close()


def test_the_first_visitor_of_a_new_server_may_follow_a_deep_link(chromium, tmp_path):
    with serving(tmp_path, visited=False) as address:
        browser_page, told, fonts = BrowserPage(chromium, address, 1440, 900), [], []
        browser_page.page.on("console", lambda message: told.append(message.text))
        browser_page.page.on("request", lambda request: fonts.append(request.url) if request.resource_type == "font" else None)
        browser_page.page.add_init_script(
            "window.seen = new Set(); new MutationObserver(() => document.querySelectorAll('h1.say, [role=dialog]').forEach("
            "one => window.seen.add(one.innerText))).observe(document, {subtree: true, childList: true, characterData: true})"
        )
        browser_page.open("/chi-tieu?chi_tieu=CQ.06")
        browser_page.page.wait_for_timeout(2500)
        assert [text for text in told if "does not seem to exist" in text or "not found" in text.lower()] == []
        assert len(fonts) == 1 and "MaterialSymbols" in fonts[0], "of letters those that the machine has"
        assert browser_page.page.evaluate("[...window.seen]") == [browser_page.headline.inner_text()], "no other page before"
        assert "hồ sơ" in browser_page.headline.inner_text().lower() and "/chi-tieu" in browser_page.page.url
        assert browser_page.page.locator("[role=dialog]").count() == 0
        browser_page.page.close()


def test_going_back_leaves_the_page_after_one_press(desktop):
    desktop.page.goto("about:blank")
    desktop.open("/")
    desktop.page.wait_for_timeout(1500)
    assert desktop.page.url == desktop.served + "/"
    desktop.page.go_back()
    assert desktop.page.url == "about:blank"
