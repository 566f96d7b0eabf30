"""The screenshot view in a real Chromium: fits without scroll bars, moves by keys through parts and pages, leaves by Esc."""

import pytest

from tests.browser.browser_page import BrowserPage
from tests.navigation import LINKS, PRESENTED

SIZES = [(1280, 720), (1920, 1080), (2560, 1440)]
CUT = """() => {
    const shown = document.querySelector('#screens .shown'), edge = shown.getBoundingClientRect(), body = shown.querySelector('.body');
    const over = [...shown.querySelectorAll('h1, p, td, th, li, dd, img, span, b, small')].filter(part => part.offsetParent).filter(part => {
        const box = part.getBoundingClientRect();
        return box.width && (box.right > edge.right + 1 || box.bottom > edge.bottom + 1 || box.left < edge.left - 1 && box.right > 0);
    }).map(part => part.textContent);
    const doc = document.documentElement;
    return {over, full: body.scrollHeight > body.clientHeight + 1, bars: doc.scrollHeight > innerHeight || doc.scrollWidth > innerWidth,
            room: [edge.width / innerWidth, edge.height / innerHeight]}}"""


def ready(browser_page):
    """Wait for the screens of a page; says which one is shown, like 'Tổng quan · 1/8'."""
    browser_page.until("window.pageScreens?.ready")
    return browser_page.page.text_content("#screens .shown .count")


def pressed(browser_page, key):
    """Press a key and wait until another screen is shown."""
    before = ready(browser_page)
    browser_page.page.keyboard.press(key)
    browser_page.until(
        "before => window.pageScreens.ready && document.querySelector('#screens .shown .count')?.textContent !== before",
        arg=before,
    )
    return ready(browser_page)


def into(browser_page, path):
    browser_page.page.goto(f"{browser_page.served}{path}{'&' if '?' in path else '?'}che_do=man-hinh")
    return ready(browser_page)


def test_every_screen_of_every_page_fits_without_scroll_bars(chromium, served):
    browser_page = BrowserPage(chromium, served, *SIZES[0])
    count, titles, pictures = into(browser_page, "/?chi_tieu=CQ.06"), [], {title: 0 for title in PRESENTED.values()}
    while True:
        titles.append(count.split(" · ")[0])
        pictures[titles[-1]] += browser_page.page.locator("#screens .shown img").count()
        for width, height in SIZES:
            browser_page.page.set_viewport_size({"width": width, "height": height})
            browser_page.page.evaluate("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
            seen = browser_page.page.evaluate(CUT)
            assert seen["over"] == [] and not seen["full"] and not seen["bars"], (count, width)
            assert seen["room"] == pytest.approx([1, 1], abs=0.01), (count, width)  # the screen fills a 16:9 window
        if count.startswith("Hướng dẫn") and len(set(count.split(" · ")[1].split("/"))) == 1:
            break
        count = pressed(browser_page, "ArrowRight")
    assert list(dict.fromkeys(titles)) == list(PRESENTED.values()) and len(titles) > 10
    assert pictures == {title: LINKS[link].charts for link, title in PRESENTED.items()}
    browser_page.page.close()
    assert browser_page.wrong == []


def test_a_screen_shows_source_and_date_and_no_menus_choices_or_sql(desktop):
    into(desktop, "/")
    shown = desktop.page.locator("#screens .shown")
    footer = shown.locator("footer").inner_text()
    assert "525/KH-UBND" in footer and "văn bản ngày 29/12/2022" in footer and "số liệu mới nhất cách đây" in footer
    assert shown.locator(".mark-card").count() == 4 and shown.locator(".focus-row").count() == 7
    assert shown.locator(".pillar-row").count() == 5 and shown.locator(".summary").bounding_box()["width"] > 1000
    visible = desktop.page.evaluate("""[...document.querySelectorAll('[data-testid=stHeader], .st-key-choices, details.sql, .actions, button, input, a[href]')]
        .filter(part => getComputedStyle(part).visibility !== 'hidden' && part.offsetParent).map(part => part.outerHTML.slice(0, 80))""")
    assert visible == []


def test_arrow_keys_go_on_to_the_next_page_and_back_to_the_last_screen_of_the_former(desktop):
    assert into(desktop, "/?nam=2023&dia_ban=42").startswith("Tổng quan · 1/")
    desktop.page.keyboard.press("End")
    last = ready(desktop)
    assert pressed(desktop, "ArrowRight").startswith("Chỉ tiêu · 1/")
    assert "/chi-tieu?" in desktop.page.url and "che_do=man-hinh" in desktop.page.url and "nam=2023" in desktop.page.url
    assert pressed(desktop, "ArrowLeft") == last
    assert pressed(desktop, "Home").startswith("Tổng quan · 1/")
    desktop.page.keyboard.press("ArrowLeft")  # before the first page there is none
    assert ready(desktop).startswith("Tổng quan · 1/")


def test_the_link_leads_in_and_esc_leads_out_to_the_same_choices(desktop):
    desktop.open("/?nam=2023")
    said = desktop.page.inner_text("h1.say")
    desktop.page.get_by_role("link", name="Trình chiếu").click()
    assert ready(desktop).startswith("Tổng quan · 1/")
    assert "che_do=man-hinh" in desktop.page.url and "nam=2023" in desktop.page.url
    assert desktop.page.inner_text("#screens .shown h1") == said
    desktop.page.keyboard.press("Escape")
    desktop.page.wait_for_selector("#screens", state="detached")
    desktop.settle()
    assert "che_do" not in desktop.page.url and desktop.page.inner_text("h1.say") == said
    assert desktop.page.locator("[data-testid=stHeader]").is_visible()


def test_every_row_of_a_table_stands_on_some_screen(desktop):
    desktop.open("/?nam=2023")
    rows = "[...new Set([...document.querySelectorAll('%s table.wide tbody th[scope=row] a')].map(cell => cell.textContent))]"
    listed = desktop.page.evaluate(rows % "[data-testid=stMain]")
    into(desktop, "/?nam=2023")
    assert len(listed) > 10 and desktop.page.evaluate(rows % "#screens") == listed


def test_a_page_without_figures_still_has_a_screen(desktop):
    into(desktop, "/so-sanh-cac-cap?dia_ban=449")
    assert "không có chỉ tiêu nào" in desktop.page.inner_text("#screens .shown")


def test_the_bar_appears_when_the_pointer_moves_and_leads_on_and_out(desktop):
    assert into(desktop, "/?nam=2022").startswith("Tổng quan · 1/")
    bar = desktop.page.locator("#screens .bar")
    assert not bar.is_visible()
    desktop.page.mouse.move(300, 300)
    desktop.page.mouse.move(320, 320)
    assert bar.is_visible() and bar.locator(".place").inner_text().startswith("1/")
    bar.get_by_role("button", name="Màn hình sau").click()
    assert bar.locator(".place").inner_text().startswith("2/")
    bar.get_by_role("button", name="Màn hình trước").click()
    assert ready(desktop).startswith("Tổng quan · 1/")
    bar.get_by_role("button", name="Thoát trình chiếu").click()
    desktop.page.wait_for_selector("#screens", state="detached")
    desktop.settle()
    assert "che_do" not in desktop.page.url


def test_back_leaves_to_the_page_that_was_shown(desktop):
    desktop.open("/?nam=2022")
    desktop.page.get_by_role("link", name="Trình chiếu").click()
    ready(desktop)
    desktop.page.go_back()
    desktop.page.wait_for_selector("#screens", state="detached")
    desktop.settle()
    assert "che_do" not in desktop.page.url and "nam=2022" in desktop.page.url


SWIPE = """([from, to]) => {
    const screens = document.querySelector('#screens'), at = x => new Touch({identifier: 1, target: screens, clientX: x, clientY: 300});
    screens.dispatchEvent(new TouchEvent('touchstart', {bubbles: true, touches: [at(from)], changedTouches: [at(from)]}));
    screens.dispatchEvent(new TouchEvent('touchend', {bubbles: true, touches: [], changedTouches: [at(to)]})); }"""


def test_a_swipe_moves_between_screens_and_on_touch_the_bar_is_always_there(chromium, served):
    context = chromium.new_context(viewport={"width": 1180, "height": 820}, has_touch=True, is_mobile=True, locale="vi-VN")
    tablet = BrowserPage(chromium, served, 1180, 820, context.new_page())
    assert into(tablet, "/?nam=2022").startswith("Tổng quan · 1/")
    assert tablet.page.locator("#screens .bar").is_visible()
    tablet.page.evaluate(SWIPE, [800, 400])
    assert ready(tablet).startswith("Tổng quan · 2/")
    tablet.page.evaluate(SWIPE, [400, 800])
    assert ready(tablet).startswith("Tổng quan · 1/")
    tablet.page.get_by_role("button", name="Thoát trình chiếu").tap()
    tablet.page.wait_for_selector("#screens", state="detached")
    context.close()
    assert tablet.wrong == []


def test_the_first_screen_shows_headline_cards_and_what_needs_attention_together(desktop):
    into(desktop, "/?nam=2022")
    shown = desktop.page.locator("#screens .shown")
    assert "Hà Tĩnh" in shown.locator("h1").inner_text() and shown.locator(".mark-cards").is_visible()
    assert shown.locator(".summary h2").first.is_visible()


def test_every_screen_of_the_overview_is_headed_by_a_finding_of_its_own(desktop):
    into(desktop, "/?nam=2022&dia_ban=42")
    heads = desktop.page.evaluate("[...document.querySelectorAll('#screens header h1')].map(head => head.textContent)")
    assert len(heads) > 1 and len(set(heads)) == len(heads) and not any("Tín hiệu" in head or "(tiếp)" in head for head in heads)
    assert all(any(letter.isdigit() for letter in head) for head in heads)
    assert desktop.page.locator("#screens .signals").count() == 0


def test_nothing_lies_under_the_link_into_the_presentation(desktop):
    desktop.open("/?nam=2022&dia_ban=42")
    under = """() => { const link = document.querySelector('.st-key-present').getBoundingClientRect();
        return [...document.querySelectorAll('.st-key-choices > *')].map(choice => choice.getBoundingClientRect())
            .filter(box => box.width && box.right > link.left && box.left < link.right && box.bottom > link.top && box.top < link.bottom).length; }"""
    for width in (960, 1180, 1366, 1440, 1920):
        desktop.page.set_viewport_size({"width": width, "height": 900})
        desktop.settle()
        assert desktop.page.evaluate(under) == 0, width


def test_no_column_of_the_overview_ends_half_empty(desktop):
    ends = """() => [...document.querySelectorAll('.board')].map(board => { const bottoms = [...board.querySelectorAll('.board-column')]
        .map(column => column.lastElementChild.lastElementChild.getBoundingClientRect().bottom);
        return (Math.max(...bottoms) - Math.min(...bottoms)) / board.getBoundingClientRect().height; })"""
    for path in ("/?nam=2022&dia_ban=42", "/?nam=2023&dia_ban=42", "/?nam=2022&dia_ban=440"):
        desktop.open(path)
        for width in (1180, 1366, 1440, 1920):
            desktop.page.set_viewport_size({"width": width, "height": 900})
            desktop.settle()
            assert all(share < 0.25 for share in desktop.page.evaluate(ends)), (path, width)
