"""The briefing page in a real Chromium: order, messages, link, files; and the button below a chart."""

import io
import re

import pytest
from playwright.sync_api import expect
from pptx import Presentation
from pypdf import PdfReader

from tests.browser.test_browser import ENGLISH

READ = {
    "PowerPoint": lambda blob: "".join(
        shape.text_frame.text for slide in Presentation(io.BytesIO(blob)).slides for shape in slide.shapes if shape.has_text_frame
    ),
    "PDF": lambda blob: PdfReader(io.BytesIO(blob)).pages[0].extract_text(),
    "HTML": lambda blob: blob.decode(),
}


def taken(browser_page, label, role="button"):
    """The bytes and the name of a file that a button or a link hands over."""
    with browser_page.page.expect_download() as waiting:
        browser_page.page.get_by_role(role, name=label, exact=True).first.click()
    with open(waiting.value.path(), "rb") as file:
        return file.read(), waiting.value.suggested_filename


def test_a_briefing_is_put_together_sent_as_a_link_and_taken_away(desktop):
    desktop.open("/bao-cao?phan=tom-tat,can-chu-y")
    desktop.page.get_by_role("button", name="▼").first.click()
    desktop.until("location.search.includes('can-chu-y%2Ctom-tat') || location.search.includes('can-chu-y,tom-tat')")
    desktop.settle()
    message = desktop.page.get_by_label("Thông điệp trang 1")
    expect(message).to_have_value(re.compile("so với mục tiêu"))
    message.fill("Đề nghị các sở báo cáo trước ngày 10")
    message.press("Control+Enter")
    desktop.until("location.search.includes('loi.can-chu-y')")
    desktop.settle()

    desktop.open(desktop.page.url.replace(desktop.served, ""))
    expect(desktop.page.get_by_label("Thông điệp trang 1")).to_have_value("Đề nghị các sở báo cáo trước ngày 10")
    blob, name = taken(desktop, "PowerPoint")
    assert name == "bao-cao-chi-tieu-chuyen-doi-so-tinh-ha-tinh-nam-2022.pptx"
    first, second = Presentation(io.BytesIO(blob)).slides
    assert any(shape.has_chart for shape in first.shapes)
    said = "".join(shape.text_frame.text for shape in first.shapes if shape.has_text_frame)
    assert "Đề nghị các sở báo cáo trước ngày 10" in said
    notes = first.notes_slide.notes_text_frame.text
    assert "Văn bản ghi:" in notes and "127.0.0.1" not in notes + said, "no link to the reader's own machine"
    paper, name = taken(desktop, "PDF")
    assert paper.startswith(b"%PDF") and name.endswith(".pdf")
    page, name = taken(desktop, "HTML")
    assert page.count(b"<section ") == 2 and name.endswith(".html")


@pytest.mark.parametrize("label", ["PowerPoint", "PDF", "HTML"])
def test_a_message_typed_just_before_the_click_is_in_the_file(desktop, label):
    desktop.open("/bao-cao?nam=2022&phan=can-chu-y")
    desktop.page.get_by_label("Thông điệp trang 1").fill("Họp ngay trong tuần này")
    blob, _ = taken(desktop, label)
    desktop.settle()
    assert "Họp ngay trong tuần này" in READ[label](blob)


def test_an_older_deck_is_looked_at(desktop, tmp_path):
    desktop.open("/bao-cao?phan=can-chu-y")
    blob, _ = taken(desktop, "PowerPoint")
    old = tmp_path / "cu.pptx"
    old.write_bytes(blob)
    desktop.page.get_by_text("Kiểm tra bộ trình chiếu đã tải trước đây").click()
    chooser = desktop.page.locator("[data-testid=stFileUploader] input").last
    chooser.set_input_files(str(old))
    desktop.page.wait_for_selector("text=Không đổi: trang 1")
    (tmp_path / "hong.pptx").write_bytes(b"PK nothing")
    desktop.reload()
    desktop.page.get_by_text("Kiểm tra bộ trình chiếu đã tải trước đây").click()
    desktop.page.locator("[data-testid=stFileUploader] input").last.set_input_files(str(tmp_path / "hong.pptx"))
    desktop.page.wait_for_selector("text=không đọc được như một tệp PowerPoint")


def test_the_html_opens_offline_and_prints_a_page_a_slide(desktop, chromium, tmp_path):
    desktop.open("/bao-cao?phan=bia,tom-tat,can-chu-y")
    page, _ = taken(desktop, "HTML")
    (tmp_path / "bao-cao.html").write_bytes(page)
    context = chromium.new_context(offline=True)
    alone = context.new_page()
    asked = []
    alone.on("request", lambda request: asked.append(request.url))
    alone.goto((tmp_path / "bao-cao.html").as_uri())
    assert "Mục tiêu còn thiếu nhiều nhất" in alone.inner_text("body")
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    paper = alone.pdf(prefer_css_page_size=True, print_background=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 3
    context.close()


def test_the_button_below_a_chart_hands_over_its_slide(desktop):
    desktop.open("/")
    desktop.page.get_by_role("button", name="Lấy biểu đồ").first.click()
    blob, name = taken(desktop, "PowerPoint", role="link")
    assert name == "viec-can-tap-trung-tinh-ha-tinh-2022.pptx"
    deck = Presentation(io.BytesIO(blob))
    assert len(deck.slides) == 1 and any(shape.has_chart for shape in deck.slides[0].shapes)


def test_no_english_and_nothing_sticks_out(screen):
    screen.open("/bao-cao")
    for part in screen.page.locator("[data-testid=stExpander] summary").all():
        part.click()
    screen.page.wait_for_selector("[data-testid=stFileUploader]")
    shown = screen.text().replace("PowerPoint", "").replace("HTML", "")
    assert not ENGLISH.search(shown), ENGLISH.search(shown)
    inside, wide = screen.page.evaluate("[document.querySelector('[data-testid=stMain]').scrollWidth, window.innerWidth]")
    assert inside <= wide


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_the_buttons_of_a_part_stay_on_the_line_of_its_name(window, width):
    browser_page = window(width, 900)
    browser_page.open("/bao-cao?nam=2022&phan=can-chu-y,CQ.06,CQ.14")
    expect(browser_page.page.get_by_role("button", name="✕", exact=True)).to_have_count(3)
    for place in range(3):
        row = browser_page.page.locator(f".st-key-part-{place}")
        name = row.locator("p").first.bounding_box()
        buttons = [row.get_by_role("button", name=sign, exact=True).bounding_box() for sign in "▲▼✕"]
        for box in buttons:
            assert name["x"] + name["width"] <= box["x"] and box["x"] + box["width"] <= width
            assert abs(name["y"] + name["height"] / 2 - box["y"] - box["height"] / 2) < 6
    assert browser_page.wrong == []


def test_the_briefing_prints_its_slides_and_messages_without_menus(desktop):
    desktop.open("/bao-cao?nam=2022&phan=bia,tom-tat,can-chu-y,CQ.06,CQ.14,bang-muc-tieu&loi.can-chu-y=Họp ngay trong tuần")
    expect(desktop.page.locator("textarea")).to_have_count(7)
    paper = PdfReader(io.BytesIO(desktop.page.pdf(prefer_css_page_size=True, print_background=True)))
    printed = re.sub(r"\s+", "", "".join(page.extract_text() for page in paper.pages))
    assert len(paper.pages) == 2 and "Thôngđiệptrang3:Họpngaytrongtuần" in printed and "5.CQ.14" in printed
    for menu in ("▼", "✕", "Thêmphần", "Tảivề", "Dùngtệpmẫu", "Kiểmtrabộ", "PDF"):
        assert menu not in printed, menu
    desktop.page.emulate_media(media="print")
    for menu in ("textarea", ".stButton", "[data-testid=stSelectbox]", "[data-testid=stExpander]", ".st-key-files"):
        assert not any(part.is_visible() for part in desktop.page.locator(menu).all()), menu
    rows = desktop.page.locator(".st-key-previews [data-testid=stHorizontalBlock]").all()
    assert len(rows) == 4 and {row.evaluate("row => getComputedStyle(row).breakInside") for row in rows} == {"avoid"}
