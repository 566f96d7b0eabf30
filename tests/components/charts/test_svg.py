"""A chart as inline SVG: real texts, tooltips, links, alternative text, one drawing for each room, nothing that runs over."""

import re
from dataclasses import replace

import pytest
from lxml import etree

from components.charts import page_style, plots, svg
from components.charts.model import Mark, Plot, Run, Slot
from components.charts.notation import MARKS
from tests.components.sample_charts import over_time, urgent

TEXTS = {"title": "Hồ sơ <điện tử>", "subtitle": "Tỉnh Hà Tĩnh · % · năm 2022", "source": "Nguồn: 525/KH-UBND"}
SPACE = {"s": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def gaps(store):
    return plots.gaps_by_target(urgent(store), **TEXTS)


@pytest.fixture(scope="module")
def years(store):
    return over_time(store, **TEXTS)


def parsed(plot, **more):
    """The figure as a tree, and its drawings by layout."""
    tree = etree.fromstring(svg.chart(plot, name="thu", **more).encode())
    return tree, {drawing.get("class").split()[-1]: drawing for drawing in tree.iterfind("svg")}


def texts(drawing):
    return ["".join(text.itertext()) for text in drawing.iter("text")]


def test_there_is_a_drawing_for_every_room_and_the_style_shows_one(gaps):
    _, drawings = parsed(gaps)
    assert set(drawings) - {svg.CHAT} == set(svg.LAYOUTS) == {"phone", "column", "page"}
    assert f"svg.{svg.CHAT}" not in page_style.STYLE, "no page shows what is drawn for pictures alone"
    for layout in svg.LAYOUTS:
        assert f"svg.{layout} {{display:block}}" in page_style.STYLE


def test_a_drawing_is_a_picture_with_its_content_in_words(gaps):
    tree, drawings = parsed(gaps)
    for layout, drawing in drawings.items():
        assert drawing.get("role") == "img"
        named = [tree.find(f".//*[@id='{name}']").text for name in drawing.get("aria-labelledby").split()]
        assert named[0] == TEXTS["title"] and "20% / 30%" in named[1] and "−10" in named[1], layout
    assert tree.find("figcaption/b").text == TEXTS["title"]
    assert parsed(gaps, caption=False)[0].find("figcaption") is None


def test_labels_are_texts_of_fourteen_pixels_at_least_and_every_slot_tells_itself(gaps):
    _, drawings = parsed(gaps)
    for drawing in drawings.values():
        assert any("20% / 30%" in text for text in texts(drawing))
        assert {float(text.get("font-size")) for text in drawing.iter("text")} <= {14.5, 15}
        tooltips = [group.find("title").text for group in drawing.iterfind("g")]
        assert len(tooltips) == len(gaps.slots) and any(text.startswith("■ Hồ sơ công việc") for text in tooltips)


def test_a_slot_with_an_address_is_a_link_that_is_large_enough_to_tap(gaps):
    linked = replace(gaps, slots=tuple(replace(slot, href=f"?chi_tieu=A&so={n}") for n, slot in enumerate(gaps.slots)))
    _, drawings = parsed(linked)
    for drawing in drawings.values():
        assert drawing.get("role") == "group"
        links = drawing.findall("a")
        assert [link.get("href") for link in links] == [f"?chi_tieu=A&so={n}" for n in range(len(gaps.slots))]
        for link in links:
            assert float(link.find("rect[@class='hit']").get("height")) >= 44 and link.get("aria-label")


def test_bars_stand_at_their_values_in_percent_of_the_room(years):
    _, drawings = parsed(years, height=300)
    for drawing in drawings.values():
        outlined = [
            rect for kind in ("target", "overdue") for rect in drawing.iter("rect") if rect.get("stroke") == MARKS[kind].outline
        ]
        solid = [rect for rect in drawing.iter("rect") if rect.get("fill") == MARKS["result"].fill]
        assert len(outlined) == 2 and len(solid) == 1
        high = [float(rect.get("height")) for rect in (*outlined, *solid)]
        assert high[1] / high[0] == pytest.approx(40 / 30, rel=0.01) and high[2] / high[0] == pytest.approx(20 / 30, rel=0.01)
        assert all(rect.get("width").endswith("%") for rect in (*outlined, *solid))
        assert float(drawing.get("height")) == (215 if "chat" in drawing.get("class") else 300)
        places = [float(value.rstrip("%")) for value in re.findall(r'x[12]?="([^"]+)"', etree.tostring(drawing).decode())]
        assert min(places) >= -0.01 and max(places) <= 100.01


def test_the_key_names_what_is_drawn_and_a_hatch_has_its_pattern(gaps):
    guess = replace(
        gaps,
        slots=tuple(
            replace(
                slot,
                marks=tuple(
                    replace(mark, kind={"result": "estimate", "target": "claim"}.get(mark.kind, mark.kind)) for mark in slot.marks
                ),
            )
            for slot in gaps.slots
        ),
    )
    tree, drawings = parsed(guess)
    keyed = ["".join(entry.itertext()) for entry in tree.iterfind("p/span")]
    assert keyed == [MARKS[kind].label for kind in ("range", "words", "claim", "estimate")]
    names = [pattern.get("id") for pattern in tree.iter("pattern")]
    assert len(set(names)) == len(names), "no two patterns of a page share a name"
    used = {name for fill in tree.xpath("//@fill") for name in re.findall(r"url\(#(.+)\)", fill)}
    assert used == set(names)
    assert [len(list(drawing.iter("pattern"))) for drawing in drawings.values()] == [2, 2, 2, 2]


def test_many_bars_keep_their_words_whole_on_a_phone():
    bars, label = (Mark("target", 49.0), Mark("result", 43.5)), ((Run("43,5% / 49%"),),)
    slots = tuple(Slot(str(year), bars, label) for year in range(2018, 2025))
    phone = parsed(Plot(**TEXTS, slots=slots, top=100.0))[1]["phone"]
    assert texts(phone).count("43,5%") == texts(phone).count("/ 49%") == 7
    assert min(float(text.get("font-size")) for text in phone.iter("text")) >= 12


def test_texts_cannot_bring_markup_in(gaps):
    hostile = replace(gaps, title="<script>", slots=(replace(gaps.slots[0], name='"><img src=x>', href='" onclick="x'),))
    markup = svg.chart(hostile, name="thu")
    assert "<script" not in markup and "<img" not in markup and 'onclick="' not in markup
