"""Pictures that the browser makes of a chart: their size, what stands in them, their names, and the clipboard."""

import io
import struct
from dataclasses import replace
from typing import NamedTuple
from xml.etree import ElementTree

import pytest
from PIL import Image

from components.charts import images, svg
from components.charts.model import Mark, Plot, Run, Slot
from tests.components.sample_charts import OF_MANY_UNITS, chart_functions


class View(NamedTuple):
    """Where a chart stands: address and key; its title, the name of its file, the document it is from, and texts of its key.

    ``ink`` is the share of the middle of its picture that is drawn upon, at least: bars fill more than dots.
    """

    path: str
    key: str
    title: str
    file: str
    document: str
    keyed: tuple[str, ...]
    ink: float = 0.01


CHARTS = {  # one view for each chart function
    "gaps_by_target": View(
        "/", "gaps", "Việc cần tập trung", "Tỉnh Hà Tĩnh - Việc cần tập trung - năm 2022", "525/KH-UBND", ("Mục tiêu", "Kết quả")
    ),
    "indicator_over_time": View(
        "/chi-tieu?chi_tieu=CQ.06",
        "time-province",
        "Hồ sơ công việc quản lý dạng hồ sơ điện tử",
        "Tỉnh Hà Tĩnh - Hồ sơ công việc quản lý dạng hồ sơ điện tử - cấp tỉnh - 2022-2030",
        "525/KH-UBND",
        ("Mục tiêu", "Kết quả"),
    ),
    "target_and_result_by_level": View(
        "/so-sanh-cac-cap?nam=2022",
        "levels",
        "Tỷ lệ hồ sơ công việc được quản lý dưới dạng hồ sơ điện tử",
        "Tỉnh Hà Tĩnh - Tỷ lệ hồ sơ công việc được quản lý dưới dạng hồ sơ điện tử - năm 2022",
        "525/KH-UBND",
        ("Mục tiêu", "Kết quả"),
    ),
}


STICKING_OUT = """async ([width, height]) => {
    const found = [];
    for (const plot of window.chartPictures.charts()) {
        const svg = await window.chartPictures.drawn(plot, width, height);
        document.body.append(svg);
        const edge = svg.getBoundingClientRect();
        for (const text of svg.querySelectorAll('text')) {
            const box = text.getBoundingClientRect();
            if (text.textContent.trim() && (box.right > edge.right || box.left < edge.left || box.bottom > edge.bottom || box.top < edge.top)) found.push(text.textContent);
        }
        svg.remove();
    }
    return found}"""


# all words of the picture for a chat, its smallest letters where it is 360 pixels wide, and what lies outside of it
FOR_A_CHAT = """async key => {
    const svg = await window.chartPictures.drawn(document.querySelector(`figure.chart[data-chart="${key}"]`), 1080, 1080, {chat: true});
    document.body.append(svg);
    const texts = [...svg.querySelectorAll('text')].filter(text => text.textContent.trim()), edge = svg.getBoundingClientRect();
    const outside = texts.filter(text => { const box = text.getBoundingClientRect(); return box.right > edge.right || box.bottom > edge.bottom || box.left < edge.left; });
    const size = Math.min(...texts.map(text => parseFloat(text.getAttribute('font-size')) * svg.dataset.scale / 3));
    svg.remove();
    return [texts.map(text => text.textContent).join('').replaceAll(' ', ''), size, outside.map(text => text.textContent)]}"""


def taken(browser_page, key, label):
    """Name and bytes of what a button below the chart with a key downloads."""
    browser_page.until("window.chartPictures.charts().every(window.chartPictures.ready)")
    with browser_page.page.expect_download() as waiting:
        menu(browser_page, key).get_by_role("button", name=label, exact=True).click()
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()


def menu(browser_page, key):
    """The open menu of the chart with a key."""
    inside = browser_page.page.locator(f'.actions:has([data-chart="{key}"])')
    if not inside.count():
        browser_page.page.keyboard.press("Escape")  # another one that is open
        browser_page.page.locator(f".st-key-take-{key.replace('.', '-')}").get_by_role("button", name="Lấy biểu đồ").click()
        inside.wait_for()
    return inside


def size_in_header(png):
    """Width and height that a PNG states."""
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", png[16:24])


def inked(png, box):
    """Share of the pixels of a part of the picture, given as fractions, that are not white."""
    picture = Image.open(io.BytesIO(png)).convert("L")
    left, top, right, bottom = (round(part * side) for part, side in zip(box, picture.size * 2, strict=True))
    histogram = picture.crop((left, top, right, bottom)).histogram()
    return sum(histogram[:200]) / sum(histogram)


def test_every_chart_has_a_view():
    assert set(chart_functions()) - OF_MANY_UNITS == set(CHARTS)


@pytest.mark.parametrize("view", CHARTS.values(), ids=CHARTS)
def test_pictures_have_their_size_and_name_and_hold_title_marks_and_source(desktop, view):
    desktop.open(view.path)
    chat = ("Ảnh cho nhóm chat", (1080, 1080), " - nhóm chat")
    for label, size, ending in (("Ảnh 16:9", (1600, 900), ""), ("Ảnh vuông", (1200, 1200), " - vuông"), chat):
        file, png = taken(desktop, view.key, label)
        assert file == f"{view.file}{ending}.png" and size_in_header(png) == size
        assert inked(png, (0, 0, 1, 0.12)) > 0.01  # title
        assert inked(png, (0, 0.25, 1, 0.85)) > view.ink
        assert inked(png, (0, 0.93, 1, 1)) > 0.005  # source line
        assert inked(png, (0, 0, 0.01, 1)) == inked(png, (0.99, 0, 1, 1)) == 0  # nothing runs over the edges
    file, raw = taken(desktop, view.key, "SVG")
    root = ElementTree.fromstring(raw)
    assert file == f"{view.file}.svg" and (root.get("width"), root.get("height")) == ("1600", "900")
    texts = ["".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")]
    said = " ".join(texts)
    assert view.title in said and "Tỉnh Hà Tĩnh" in said and view.document in said
    assert view.keyed and set(view.keyed) <= set(texts)
    assert sum("Nguồn:" in text for text in texts) == 1  # the screen's own source line is not drawn a second time
    for size in ((1600, 900), (1200, 1200)):
        assert desktop.page.evaluate(STICKING_OUT, size) == []
    said, smallest, lacking = desktop.page.evaluate(FOR_A_CHAT, view.key)
    sentence = desktop.page.locator("h1.say").inner_text().strip()
    assert said.startswith(sentence.replace(" ", "")) and view.title.replace(" ", "") in said and "Nguồn:" in said
    assert smallest >= 9 and lacking == [], "read on a phone, where the picture is 360 pixels wide"


def test_the_buttons_are_reached_and_pressed_by_keyboard(desktop):
    desktop.open("/")
    desktop.until("window.chartPictures.charts().every(window.chartPictures.ready)")
    desktop.page.get_by_role("button", name="Lấy biểu đồ").first.focus()
    desktop.page.keyboard.press("Enter")
    desktop.page.locator(".actions").get_by_role("button", name="Ảnh 16:9", exact=True).focus()
    desktop.page.keyboard.press("Tab")
    assert desktop.page.evaluate("document.activeElement.innerText") == "Ảnh vuông"
    with desktop.page.expect_download() as waiting:
        desktop.page.keyboard.press("Enter")
    assert waiting.value.suggested_filename.endswith("vuông.png")
    desktop.until("document.querySelector('.actions [role=status]').textContent.startsWith('Đã tải')")


def test_a_picture_goes_to_the_clipboard(fresh):
    fresh.page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=fresh.served)
    fresh.open("/")
    fresh.until("window.chartPictures.charts().every(window.chartPictures.ready)")
    fresh.page.get_by_role("button", name="Lấy biểu đồ").first.click()
    fresh.page.get_by_role("button", name="Sao chép ảnh").first.click()
    fresh.until("document.querySelector('.actions [role=status]').textContent.startsWith('Đã sao chép')")
    held = fresh.page.evaluate("""async () => {
        const [item] = await navigator.clipboard.read();
        return [item.types, [...new Uint8Array(await (await item.getType('image/png')).arrayBuffer())].slice(0, 24)]}""")
    assert held[0] == ["image/png"] and size_in_header(bytes(held[1])) == (1600, 900)


@pytest.mark.parametrize(
    "refusal",
    [
        "Object.defineProperty(navigator, 'clipboard', {value: undefined})",
        "navigator.clipboard.write = () => Promise.reject(new DOMException('no', 'NotAllowedError'))",
    ],
    ids=["absent", "refused"],
)
def test_a_browser_without_clipboard_says_so_and_offers_the_download(fresh, refusal):
    fresh.page.add_init_script(refusal)
    fresh.open("/")
    fresh.until("window.chartPictures.charts().every(window.chartPictures.ready)")
    fresh.page.get_by_role("button", name="Lấy biểu đồ").first.click()
    fresh.page.get_by_role("button", name="Sao chép ảnh").first.click()
    said = fresh.page.locator(".actions [role=status]").first
    said.get_by_role("button").wait_for()
    assert said.inner_text().startswith("Trình duyệt không cho sao chép ảnh")
    with fresh.page.expect_download() as waiting:
        said.get_by_role("button", name="Tải ảnh 16:9 về máy").click()
    assert size_in_header(waiting.value.path().read_bytes()) == (1600, 900)


def test_a_picture_that_is_asked_for_before_its_chart_is_drawn_comes_once_it_is(fresh):
    held = []
    fresh.page.route(
        "**/PlotlyChart*", lambda route: held.append(route)
    )  # what draws a chart is on its way until it is let through
    fresh.open("/chi-tieu?dia_ban=42&chi_tieu=CQ.06&cap=province")
    fresh.page.get_by_text("Khám phá", exact=True).click()
    fresh.page.locator(".st-key-take-trend-province").get_by_role("button", name="Lấy biểu đồ").click()
    button = fresh.page.get_by_role("button", name="Ảnh 16:9", exact=True).first
    button.click()
    fresh.until("document.querySelector('.actions [role=status]').textContent === 'Biểu đồ đang được vẽ…'")
    with fresh.page.expect_download() as waiting:
        held[0].continue_()
    assert waiting.value.suggested_filename.endswith(".png")


def test_a_chart_drawn_as_svg_by_the_server_gives_the_same_pictures(desktop):
    """Put into a page as ``inline_drawing.js`` puts it there, with the menu that asks for it."""
    claim = Slot("2022", (Mark("claim", 100.0),), ((Run("mục tiêu 100%"),),), {})
    plot = Plot("Hồ sơ <điện tử>", "Tỉnh Hà Tĩnh · % · 2022", "Nguồn: 525/KH-UBND", (claim,), top=100.0)
    lying = replace(plot, horizontal=True, title="Nằm ngang")
    desktop.open("/huong-dan")
    for name, chart in (("dung", plot), ("nam", lying)):
        markup = svg.chart(chart, name=name) + images.actions(name, "Ghi chú của ảnh")
        desktop.page.evaluate(
            "markup => document.querySelector('[data-testid=stMain]').insertAdjacentHTML('beforeend', markup)", markup
        )
        file, png = taken(desktop, name, "Ảnh vuông")
        assert (
            file.startswith("Tỉnh Hà Tĩnh - ") and size_in_header(png) == (1200, 1200) and inked(png, (0, 0.25, 1, 0.85)) > 0.01
        )
        _, raw = taken(desktop, name, "SVG")
        root = ElementTree.fromstring(raw)
        texts = " ".join("".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text"))
        for said in (
            chart.title,
            "Tỉnh Hà Tĩnh",
            "mục tiêu 100%",
            "Văn bản nói đã hoàn thành, không nêu số",
            "Ghi chú của ảnh",
            "Nguồn: 525/KH-UBND",
        ):
            assert said in texts
        places = [node.get(side) for node in root.iter() for side in ("x", "x1", "x2", "width") if node.get(side)]
        assert places and not [place for place in places if place.endswith("%")], "programs that know no percent draw it as well"
        hatched = [
            node.get("fill") for node in root.iter("{http://www.w3.org/2000/svg}rect") if node.get("fill", "").startswith("url(")
        ]
        assert len(hatched) == 2, "the bar and its swatch in the key"
        assert not list(root.iter("{http://www.w3.org/2000/svg}a"))
    for size in ((1600, 900), (1200, 1200)):
        assert desktop.page.evaluate(STICKING_OUT, size) == []
