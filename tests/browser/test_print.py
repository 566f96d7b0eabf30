"""Pages on A4 landscape: how many sheets, no chart cut, no menus, whole tables."""

import io
import re

import pytest
from pypdf import PdfReader

from tests.browser.browser_page import BrowserPage
from tests.navigation import LINKS

SHEETS = {link: (expected.charts, expected.sheets) for link, expected in LINKS.items()}
DRAWN = ".js-plotly-plot .main-svg:first-child, figure.chart"
SAID = "[...document.querySelectorAll('.js-plotly-plot, figure.chart')].map(plot => [...plot.querySelectorAll('text')].filter(text => text.getBoundingClientRect().width).map(text => text.textContent).filter(Boolean))"


def printed(browser_page):
    """The page's print as a reader of its PDF."""
    raw = browser_page.page.pdf(prefer_css_page_size=True, print_background=True)
    return PdfReader(io.BytesIO(raw))


def letters(text):
    """A text without its spaces: a PDF places words, it does not keep the spaces between them."""
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize(("path", "charts", "sheets"), [(path, *counts) for path, counts in SHEETS.items()], ids=SHEETS)
def test_a_page_prints_on_its_sheets_of_a4_with_every_chart_whole(desktop, path, charts, sheets):
    desktop.open(path)
    desktop.until(f"document.querySelectorAll('{DRAWN}').length >= {charts}")
    drawn = [[letters(text) for text in texts] for texts in desktop.page.evaluate(SAID)]
    paper = printed(desktop)
    assert len(paper.pages) == sheets
    assert {(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in paper.pages} == {(842, 595)}
    pages = [letters(page.extract_text()) for page in paper.pages]
    assert letters(desktop.page.inner_text("h1.say")) in pages[0] and all(pages)
    assert [text for number, text in enumerate(pages, 1) if f"Trang{number}/{sheets}" not in text] == []
    assert len(drawn) == charts
    assert [texts for texts in drawn if not any(all(text in page for text in texts) for page in pages)] == []
    desktop.page.emulate_media(media="print")
    for menu in (
        "[data-testid=stHeader]",
        ".st-key-choices",
        ".st-key-present",
        "[class*=st-key-take-]",
        "details.sql",
        "[data-testid=stDownloadButton]",
    ):
        assert not any(part.is_visible() for part in desktop.page.locator(menu).all()), menu


@pytest.mark.parametrize("path", [path for path, (charts, _) in SHEETS.items() if charts > 1])
def test_charts_drawn_on_a_wide_screen_are_not_wider_than_the_paper(chromium, served, path):
    browser_page = BrowserPage(chromium, served, 1920, 1080)
    browser_page.open(path)
    charts, _ = SHEETS[path]
    browser_page.until(f"document.querySelectorAll('{DRAWN}').length >= {charts}")
    browser_page.page.emulate_media(media="print")
    browser_page.page.set_viewport_size({"width": 1047, "height": 718})  # A4 landscape without its margins, at 96 dots an inch
    edges = browser_page.page.evaluate(
        "[...document.querySelectorAll('.js-plotly-plot .main-svg, figure.chart')].map(svg => svg.getBoundingClientRect().right)"
    )
    assert len(edges) >= charts and all(0 < edge <= 1048 for edge in edges), edges
    browser_page.page.close()


def test_the_table_of_numbers_prints_whole_not_as_the_part_that_the_screen_shows(desktop):
    desktop.open("/chi-tieu?chi_tieu=CQ.06")
    text = letters("".join(page.extract_text() for page in printed(desktop).pages))
    for row in ("2022Xã30%20%sốđo−10điểm%■Chưađạt", "2023Huyện60%––○Chưacósốliệu"):
        assert row in text
