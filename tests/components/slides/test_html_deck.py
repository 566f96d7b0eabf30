"""The HTML deck: what a phone and a screen reader meet of it. How it looks was looked at, at 390 and 1440 pixels, light and dark."""

import re
from dataclasses import replace
from types import SimpleNamespace

import pytest
from lxml import html

from components.charts.unit_grid import Block, Tile, TileMap
from components.slides.content import kinds
from components.slides.flat import html_file
from tests.components.slides.slide_samples import EVERY, context

NAMES = ("bia", "tom-tat", "can-chu-y", "bang-muc-tieu", "nhieu-chi-tieu", "chi-tieu")


@pytest.fixture(scope="module")
def slides(store):
    at = context(store, sample=True)
    return [slide for name in NAMES for slide in kinds.make(at, *EVERY[name])]


@pytest.fixture(scope="module")
def deck(slides):
    return html.fromstring(html_file.html(slides, "Báo cáo"))


def said(element):
    return re.sub(r"\s+", " ", element.text_content()).strip()


def test_pages_that_say_the_same_are_one_line_of_the_contents(deck, slides):
    lines = [(said(line[0]), said(line[1])) for line in deck.get_element_by_id("muc-luc").iter("li")]
    heads = [slide.what if slide.kind == "cover" else slide.message for slide in slides]
    assert lines[0] == ("1", slides[0].what) and lines[3][0] == "4–6"
    assert [text for _, text in lines] == list(dict.fromkeys(heads))
    links = [link.get("href") for link in deck.get_element_by_id("muc-luc").iter("a")]
    assert all(deck.get_element_by_id(link[1:]).tag == "section" for link in links)


def test_every_page_is_headed_by_what_it_says_and_told_without_its_picture(deck, slides):
    sections = deck.findall(".//section")
    assert len(sections) == len(slides)
    for section, slide in zip(sections, slides, strict=True):
        assert said(section.find("h2")) == (slide.what if slide.kind == "cover" else slide.message)
        phone = " ".join(map(said, section.find_class("phone")))
        assert "SỐ LIỆU MINH HỌA" in phone and re.sub(r"\s+", " ", slide.source) in phone
        assert all(card.number in phone and card.label in phone for card in slide.cards)
        assert len(section.findall(".//figure")) == len(slide.plots)
        assert {heading.text_content() for heading in section.iter("h3")} == {
            plot.heading for plot in slide.plots if plot.heading
        }


def test_tables_are_real_ones_with_headings_of_columns_and_rows(deck, slides):
    for section, slide in zip(deck.findall(".//section"), slides, strict=True):
        tables = section.xpath(".//table[not(@class='of-chart')]")
        wanted = [table for table in (slide.table, slide.second) if table]
        assert len(tables) == len(wanted)
        for table, of in zip(tables, wanted, strict=True):
            assert [said(head) for head in table.findall("thead//th")] == list(of.head)
            rows = table.findall("tbody/tr")
            assert [row[0].get("scope") == "colgroup" for row in rows] == [number in of.groups for number in range(len(of.rows))]
            assert {cell.get("data-cap") for cell in table.iter("td")} == set(of.head[1:])


def test_a_map_of_tiles_is_told_as_a_table(slides):
    of_unit = SimpleNamespace(unit_id="1")
    tiles = TileMap(
        (Block("Kỳ Anh", 1, 1, (Tile("Kỳ Xuân", "82%", "met", of_unit), Tile("Kỳ Bắc", "–", "no_result", of_unit))),), 1, 1
    )
    deck = html.fromstring(html_file.html([replace(slides[2], plots=(), tiles=tiles)], "Báo cáo"))
    assert [said(row) for row in deck.find(".//details").iter("tr")] == ["Kỳ Xuân● 82%", "Kỳ Bắc○ –"]
