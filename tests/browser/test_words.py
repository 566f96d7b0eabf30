"""What a person sees or hears on a page is Vietnamese: every menu opened, at the width of a desk and of a phone."""

import pytest

from tests.navigation import PAGES

# words of three letters and more without any Vietnamese sign, in what is seen and in the names that are read aloud
ENGLISH = """() => {
    const found = [], plain = /^[\\x20-\\x7e…]*[A-Za-z]{3,}[\\x20-\\x7e…]*$/, seen = part => part.getClientRects().length;
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const text = walk.currentNode.textContent.trim(), part = walk.currentNode.parentElement;
        if (plain.test(text) && seen(part) && !part.closest('script, style, pre, code, svg, [data-testid=stIconMaterial]')) found.push(text);
    }
    document.querySelectorAll('[aria-label], [title], [placeholder], [alt]').forEach(part => {
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) if (plain.test(part.getAttribute(name) || '')) found.push(`${name}: ${part.getAttribute(name)}`);
    });
    return [...new Set(found)]}"""
NAMES = {
    "PDF",
    "HTML",
    "PowerPoint",
    "PNG",
    "SVG",
    "(PNG),",
    "CSV",
    "Esc",
    "Enter",
    "LGSP",
}  # files, keys and systems, as everybody calls them
SMALL = """() => [...document.querySelectorAll('[data-testid=stMain] :is(button, summary, select, input:not([type=file]))')]
    .filter(part => part.getClientRects().length && getComputedStyle(part).visibility !== 'hidden' && part.getBoundingClientRect().height < 43.5)
    .map(part => part.outerHTML.slice(0, 120))"""


def too_small_for_a_finger(phone):
    """Buttons of a phone's page that a finger hardly finds, once all of its folds are open."""
    for fold in phone.page.locator("details.fold summary").all():
        fold.click()
    return phone.page.evaluate(SMALL)


def english(browser_page):
    """English words on the page as it stands; numbers of documents are none."""
    return [text for text in browser_page.page.evaluate(ENGLISH) if text not in NAMES and "/KH-UBND" not in text]


def test_the_search_for_english_finds_what_streamlit_says_by_itself(fresh):
    fresh.page.add_init_script("window.pageWords = true")  # nobody translates
    fresh.open("/huong-dan")
    fresh.page.evaluate("document.querySelector('[data-testid=stHeaderLogo]').alt = 'Logo'")
    assert "alt: Logo" in english(fresh)


def test_lists_and_what_they_do_not_find_are_vietnamese(screen):
    screen.open("/bao-cao")
    for fold in screen.page.locator("details.fold summary").all():
        if fold.is_visible():
            fold.click()
    for box in screen.page.locator(".st-key-choices [data-testid=stSelectbox] input").all():
        box.click()
        screen.page.wait_for_selector("[role=listbox]")
        assert english(screen) == []
        screen.page.keyboard.type("zzz")
        screen.page.wait_for_timeout(300)
        assert english(screen) == []
        screen.page.keyboard.press("Escape")
    for opener in screen.page.locator("[data-testid=stPopoverButton]").all()[:3]:
        opener.click()
        screen.page.wait_for_timeout(300)
        assert english(screen) == []
        screen.page.keyboard.press("Escape")


def test_the_menu_of_a_phone_is_named_and_leads_to_every_page(window):
    phone = window(391, 844)  # a page of its own: the menu stays open on it
    phone.open("/")
    menu = phone.page.get_by_role("button", name="Mở danh mục")
    assert (
        "Danh mục" in menu.evaluate("menu => getComputedStyle(menu, '::after').content") and menu.bounding_box()["height"] >= 44
    )
    menu.click()
    link = phone.page.locator("[data-testid=stSidebarNavLink]", has_text="Hướng dẫn")
    link.wait_for()
    phone.page.wait_for_timeout(400)
    assert english(phone) == []
    link.click()
    phone.page.wait_for_url("**/huong-dan**")
    phone.settle()
    assert phone.wrong == []


def test_the_choices_of_a_phone_are_one_line_that_a_tap_opens(window):
    phone = window(390, 844)
    phone.open("/?nam=2023")
    line = phone.page.locator("details.fold summary")
    assert line.inner_text().replace("\n", " ").startswith("Tỉnh Hà Tĩnh · 2023 · ") and "Đổi ▾" in line.inner_text()
    assert not phone.page.locator(".st-key-choices [data-testid=stSelectbox]").first.is_visible()
    line.click()
    phone.choose("Năm", "2022")
    assert "nam=2022" in phone.page.url and "· 2022 ·" in line.inner_text()
    assert phone.wrong == []


def test_the_choices_of_a_desk_stand_open(desktop):
    desktop.open("/")
    assert desktop.page.locator(".st-key-choices [data-testid=stSelectbox]").first.is_visible()
    assert not desktop.page.locator("details.fold").is_visible()


@pytest.mark.parametrize(
    "page", [page for page in PAGES if page.address in ("/", "/chi-tieu", "/huong-dan")], ids=lambda page: page.title
)
def test_the_tab_of_the_browser_names_the_page(desktop, page):
    desktop.open(page.address)
    assert desktop.page.title() == f"{page.title} · Chỉ tiêu chuyển đổi số"
