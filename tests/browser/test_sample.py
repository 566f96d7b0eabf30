"""The label of invented figures in a real browser: on the page, in the screenshot view, on every printed page."""

import io

import pytest
from pypdf import PdfReader

from tests.browser.browser_page import BrowserPage
from tests.browser.conftest import serving

SEEN = "getComputedStyle(document.querySelector('.sample-label')).display !== 'none' && (box => document.elementsFromPoint(box.left + 4, box.top + 4).length > 0 && box.top >= 0 && box.bottom <= innerHeight)(document.querySelector('.sample-label').getBoundingClientRect())"


@pytest.fixture(scope="module")
def invented(chromium, sample_file, tmp_path_factory):
    folder = tmp_path_factory.mktemp("served-sample")
    with serving(folder, store=sample_file) as address:
        browser_page = BrowserPage(chromium, address, 1440, 900)
        yield browser_page
        browser_page.page.close()


def test_the_label_stands_on_the_page_and_in_the_screenshot_view_and_on_each_printed_page(invented):
    invented.open("/chi-tieu?chi_tieu=CQ.06")
    invented.until("document.querySelector('.sample-label')")
    assert invented.page.evaluate(SEEN)
    pages = PdfReader(io.BytesIO(invented.page.pdf(prefer_css_page_size=True, print_background=True))).pages
    assert len(pages) >= 2
    for page in pages:
        assert "minhhọa" in page.extract_text().replace(" ", "")
    invented.open("/chi-tieu?chi_tieu=CQ.06&che_do=man-hinh")
    invented.until("document.querySelector('#screens .screen.shown')")
    assert invented.page.evaluate(SEEN)
    assert invented.page.evaluate(
        "+getComputedStyle(document.querySelector('.sample-label')).zIndex > +getComputedStyle(document.querySelector('#screens')).zIndex"
    )


ROWS = "[...document.querySelectorAll('.long > table')].map(table => [...table.tBodies[0].rows].filter(row => row.offsetHeight).length)"


def test_long_tables_open_with_their_newest_rows_and_show_all_by_a_press_and_on_paper(invented):
    invented.open("/chi-tieu?chi_tieu=CQ.06")
    assert invented.page.evaluate(ROWS) == [30, 30]
    invented.page.emulate_media(media="print")
    every = invented.page.evaluate(ROWS)
    invented.page.emulate_media(media="screen")
    assert min(every) > 60
    invented.page.get_by_text(f"Xem cả {every[0]} dòng").click()
    assert invented.page.evaluate(ROWS) == [every[0], 30]
    assert "2026" in invented.page.locator(".long > table").last.locator("tbody tr").first.inner_text()
