"""Slides about documents, contradictions, reports and tasks tell what their pages tell: compared with the tables that those hand over."""

import io
import re
from collections import Counter

import pytest
from lxml import html
from pypdf import PdfReader

from components.slides import files
from components.slides.content import kinds
from components.slides.older import refresh
from components.text.origin import finding_words, target_move_words
from components.text.tasks import report_words
from components.text.units import comparison_facts
from components.tiles.origin import finding_table, source_register, target_moves
from components.tiles.tasks import report_table, task_table
from queries import reads
from tests.components.slides.slide_samples import SITE, context

HERE = {"dia_ban": "42"}
PLACE = {"province_code": "42", "unit_id": "42"}
PERIOD = {"nam": 2026, "cap_bao_cao": "commune", "ky": "Q3"}
ASKED = (
    ("findings", {}), ("findings", {"muc": "note", "xu_ly": "chua"}), ("target_moves", {}), ("target_moves", {"loai": "kept"}), ("sources", {}),
    ("task_states", {}), ("agencies", {}), ("reports", PERIOD), ("compare", {"so_voi": "75"}),
)  # fmt: skip


@pytest.fixture(scope="module")
def seed(new_seed_store):
    return new_seed_store()


@pytest.fixture(scope="module")
def made(seed):
    at = context(seed)
    return {(kind, *params): kinds.make(at, kind, {**HERE, **params}) for kind, params in ASKED}


def lines(slides, *, groups=False):
    """The cells of all pages of a table, a list a row, each cell a list of its lines; headings of groups alone or not at all."""
    tables = [slide.table for slide in slides]
    rows = [(row, number in table.groups) for table in tables for number, row in enumerate(table.rows)]
    return [[["".join(run.text for run in line) for line in cell] for cell in row] for row, heads in rows if heads == groups]


def test_the_register_of_contradictions_tells_both_sides_of_every_grave_one(made, seed):
    every = reads.finding_list(seed, **PLACE)
    shown = every.matching(lambda row: row.severity != "note")
    table, told = finding_table.as_table(shown).plain, lines(made["findings",])
    assert len(told) == len(shown) > 20
    for row, subject, said, other, apart in zip(
        told, table["Nội dung"], table["Văn bản ghi"], table["Nơi khác ghi"], table["Chỗ lệch"], strict=True
    ):
        assert (
            row[0][0][:60] == subject[:60]
            and said[:60] in row[1][0]
            and other[:60] in row[2][0]
            and (not apart or apart in row[0])
        )
    heads = {line[0][0].replace(" (tiếp)", "") for line in lines(made["findings",], groups=True)}
    assert heads == {
        f"■ Nghiêm trọng: {len(every.where(severity='severe'))}",
        f"▲ Cảnh báo: {len(every.where(severity='warning'))}",
    }
    assert f"Còn {len(every) - len(shown)} mục khác" in made["findings",][0].note


def test_a_part_of_the_register_says_nothing_of_the_rest(made, seed):
    notes = reads.finding_list(seed, **PLACE).where(severity="note")
    slides = made["findings", "muc", "xu_ly"]
    assert slides[0].message == f"Tỉnh Hà Tĩnh: {len(notes)} chỗ, ghi chú, chưa xử lý" and len(lines(slides)) == len(notes)
    assert "muc=note" in slides[0].link and "xu_ly=chua" in slides[0].link
    assert finding_words.asked_for("loai", "khong-co") == "" and finding_words.asked_for("loai", "jumped") == "jumped"


def test_targets_stand_in_the_order_of_their_documents(made, seed):
    every = target_move_words.ways(reads.target_move_list(seed, **PLACE))
    told = {line[0][0].split(" · ")[0]: line for line in lines(made["target_moves",])}
    table = target_moves.as_table([way for way in every if target_move_words.telling(way)]).plain
    assert set(told) == set(table["Chỉ tiêu"])
    for name, year, target, document in zip(table["Chỉ tiêu"], table["Năm"], table["Mục tiêu"], table["Văn bản"], strict=True):
        assert any(
            f"năm {year}: {target[:10]}" in step
            for line in lines(made["target_moves",])
            if line[0][0].startswith(name)
            for step in line[1]
        )
        assert any(document in place for place in told[name][3])
    counted = Counter(way.move for way in every)
    assert f"{counted['first']} đặt một lần" in made["target_moves",][0].note
    assert len(lines(made["target_moves", "loai"])) == counted["kept"]


def test_documents_say_how_much_each_of_them_gives(made, seed):
    table, told = source_register.as_table(list(reads.source_list(seed, **PLACE))).plain, lines(made["sources",])
    numbers = [[cell[0] for cell in row[3:]] for row in told]
    assert [row[0][0] for row in told] == table["Văn bản"]
    for row, *counts in zip(
        numbers, table["Mục tiêu"], table["Kết quả"], table["Nhiệm vụ"], table["Ô kinh phí"], table["Nhận xét"], strict=True
    ):
        assert row == [str(count) if count else "–" for count in counts]


def test_every_unit_is_named_once_under_its_state(made, seed):
    (slide,) = made["reports", *PERIOD]
    every = reads.report_list(seed, province_code="42", level="commune", year=2026, deadline_set="525/KH-UBND")
    table = report_table.as_table(every, 2026).plain
    named = [
        (name, state)
        for name, state, period in zip(table["Đơn vị"], table["Tình hình"], table["Kỳ"], strict=True)
        if period == "Quý III"
    ]
    assert len(named) > 60 and sum(int(card.number) for card in slide.cards) == len(named)
    words = {
        state: line[1][0]
        for line in lines([slide])
        for state in report_words.STATES
        if report_words.STATES[state][1] in line[0][0].lower()
    }
    for name, state in named:
        code = next(code for code, (_, word) in report_words.STATES.items() if word == state)
        assert name in words[code].split(", ")
    assert "quá hạn" not in slide.message, "a slide is not out of date because a day went by"


def test_tasks_by_report_and_by_agency_are_those_of_the_page(made, seed):
    page = html.fromstring(str(task_table.by_report(reads.task_state_share(seed, unit_id="42"))))
    rows = [[cell.text_content() for cell in row] for row in page.iter("tr")][1:]
    for row, told in zip(rows, lines(made["task_states",]), strict=True):
        assert [told[0][0], told[1][0], told[2][0]] == [row[0], row[1], row[2]]
        assert all(cell[0].split(" (")[0] + " " in f" {row[3]}" for cell in told[3:] if cell[0] != "–")
    page = html.fromstring(str(task_table.by_agency(reads.task_list(seed, unit_id="42"))))
    rows = [[cell.text_content() for cell in row] for row in page.iter("tr")][1:]
    slides = made["agencies",]
    told = [[cell[0] for cell in line] for line in lines(slides)]
    assert [[line[0], line[1], line[3], line[4]] for line in told] == [
        [row[0], row[1], row[3], row[4]] for row in rows[: len(told)]
    ]
    left = rows[len(told) :]
    assert f"Còn {len(left)} cơ quan khác với {sum(int(row[1]) for row in left)} nhiệm vụ" in slides[0].note


def test_territories_stand_beside_each_other_with_the_year_of_each_figure(made, seed):
    (slide,) = made["compare", "so_voi"]
    of_units = {code: reads.compared_figure_list(seed, province_code=code, unit_id=code) for code in ("42", "75")}
    rows = comparison_facts.compared(of_units).matching(lambda row: row.sharing > 1)
    assert slide.table.head == ("Chỉ tiêu chung", "Hà Tĩnh", "Đồng Nai") and len(slide.table.rows) == len(rows.by("indicator_id"))
    told = {line[0][0].split(" (")[0]: line[1:] for line in lines([slide])}
    for row in rows:
        cell = " ".join(told[row.short_name][0 if row.unit_id == "42" else 1])
        assert str(row.target_year or row.year) in cell and (row.has_result or "chưa có kết quả" in cell)


def test_they_are_like_all_slides_in_every_format(made, seed):
    slides = [slide for own in made.values() for slide in own]
    assert all(slide.message and slide.source.startswith("Nguồn: ") and slide.link.startswith(SITE) for slide in slides)
    undated = [slide.source for slide in slides if not re.search(r"ngày \d\d/\d\d/\d{4}|không ghi ngày", slide.source)]
    assert not undated, "each says as of which day it tells what it tells"
    assert all(len(own) == 1 or [slide.params["trang"] for slide in own] == list(range(1, len(own) + 1)) for own in made.values())
    pages = PdfReader(io.BytesIO(files.pdf(slides, "Thử"))).pages
    assert len(pages) == len(slides)
    marked = kinds.make(context(seed, sample=True), "findings", HERE)
    assert all("SỐ LIỆU MINH HỌA" in slide.marks for slide in marked)


def test_an_older_deck_of_them_is_read_and_a_change_is_seen(made, seed):
    slides = [own[0] for own in made.values()]
    blob = files.pptx(slides, "Thử")
    assert {page.state for page in refresh.looked_at(blob, "thu.pptx", context(seed))} == {"current"}

    def changed(name, rows):
        return type(rows)(rows.columns, [row._replace(said=f"{row.said} 7") for row in rows]) if name == "finding_list" else rows

    states = [page.state for page in refresh.looked_at(blob, "thu.pptx", context(seed, change=changed))]
    assert states[0] != "current" and states[2:] == ["current"] * (len(slides) - 2)


def test_the_summary_of_every_territory_and_year_can_be_made(seed):
    """A level that has ended is no longer asked for, wherever a year without results tells what is still needed."""
    at, made = context(seed), {}
    for unit in reads.territory_list(seed, unit_id="42"):
        place = {"province_code": unit.province_code, "unit_id": unit.unit_id}
        for year in reads.year_list(seed, **place).values("year"):
            asked = reads.target_list(seed, **place, year=year, period="newest", level="any")
            made[unit.unit_id, year] = slides = kinds.make(at, "summary", {"dia_ban": unit.unit_id, "nam": year})
            assert bool(slides) == bool(asked), (unit.unit_id, year)
    assert sum(map(bool, made.values())) >= 8
    [told] = {slide.message for slide in made["42", 2025]}
    assert f"{len(reads.target_list(seed, **PLACE, year=2025, period='newest', level='any'))} mục tiêu" in told
