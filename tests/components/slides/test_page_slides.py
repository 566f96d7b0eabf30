"""Slides of money by name, of one document, of all indicators and of sums tell what their pages tell, by another way to the same numbers."""

import io
from collections import defaultdict
from datetime import date

import pytest
from lxml import html
from pptx import Presentation

from components.charts.shapes import Words
from components.charts.task_plots import MOST_NAMES
from components.slides import files
from components.slides.content import kinds
from components.slides.layout import placed_pieces, slide_layout
from components.slides.layout.slide_page import Page
from components.slides.older import refresh
from components.text import formats, headlines
from components.text.origin import source_words
from components.text.units import ranking_words
from components.tiles.origin import document_sheet
from components.tiles.tasks import budget_table
from data.vietnamese.periods import period_end
from queries import reads
from tests.components.slides.slide_samples import SITE, context
from tests.components.slides.test_origin_slides import lines

HERE = {"dia_ban": "42"}
PLACE = {"province_code": "42", "unit_id": "42"}
PLAN, SCHEME = "525/KH-UBND", "424/QĐ-UBND"
DISTRICTS = {"nam": 2022, "cap": "district", "ky": "N"}
ASKED = (
    ("money_groups", {"van_ban": SCHEME}), ("document", {"van_ban": PLAN}), ("document", {"van_ban": SCHEME, "loai": "task"}), ("gallery", {}),
    ("gallery", {"nhom": "HT", "cap": "province"}), ("gallery", {"trang_thai": "missed"}), ("sums", DISTRICTS),
)  # fmt: skip


@pytest.fixture(scope="module")
def seed(new_seed_store):
    return new_seed_store()


@pytest.fixture(scope="module")
def at(seed):
    """Where the slides are made; what it asked it remembers."""
    return context(seed)


@pytest.fixture(scope="module")
def sample(sample_store):
    """The same over the illustrative figures."""
    return context(sample_store, sample=True)


@pytest.fixture(scope="module")
def made(at):
    return {(kind, *params.values()): kinds.make(at, kind, {**HERE, **params}) for kind, params in ASKED}


def test_money_by_group_and_agency_is_that_of_the_page_and_adds_up(made, seed):
    slides, every = made["money_groups", SCHEME], reads.task_money(seed, unit_id="42").where(document=SCHEME)
    charts = [
        shape.chart
        for slide in Presentation(io.BytesIO(files.pptx(slides, "Thử"))).slides
        for shape in slide.shapes
        if shape.has_chart
    ]
    own = [
        row.own_amount_vnd / 1e6 for row in reads.task_list(seed, unit_id="42").where(document=SCHEME).having("own_amount_vnd")
    ]
    for slide, chart, what in zip(slides, charts, ("pillar", "agency"), strict=True):
        page = html.fromstring(str(budget_table.by_group(every, what)))
        rows = [[cell.text_content() for cell in row] for row in page.iter("tr")][1:]
        [plot] = slide.plots
        assert [(slot.name[:20], slot.label[0][0].text) for slot in plot.slots] == [
            (row[0][:20], row[1] if row[1] != formats.NOTHING else "không ghi số tiền") for row in rows[:MOST_NAMES]
        ]
        drawn = next(series for series in chart.plots[0].series if series.name == "Số tiền của các nhiệm vụ")
        assert not any(run.bold for slot in plot.slots for run in slot.label[0]), "bold is what a target lacks"
        assert list(drawn.values) == [slot.height("money_tasks") for slot in plot.slots]
        left = sum(row.amount_vnd or 0 for row in every.where(by_what=what)[MOST_NAMES:]) / 1e6
        assert sum(filter(None, drawn.values)) + left == pytest.approx(sum(own))
        assert slide.source.endswith("theo văn bản ngày 18/02/2022") and f"{len(own)} trong" in slide.note
    assert "Còn 24 cơ quan khác" in slides[1].note and "1.138.640 triệu đồng chưa nối với chỉ tiêu nào" in slides[0].message


def test_money_whose_names_say_nothing_has_no_slide(at):
    assert kinds.make(at, "money_groups", {"dia_ban": "440"}) == []


def test_the_money_of_the_years_says_its_day(at):
    [slide] = kinds.make(at, "budget", HERE)
    assert slide.source.endswith("theo văn bản ngày 18/02/2022")


def test_a_document_is_told_line_by_line_and_the_rest_is_counted(made, seed):
    every = source_words.in_order(reads.document_line_list(seed, province_code="42", document=PLAN))
    figures = [row for row in every if row.what in ("target", "result")]
    table, told = document_sheet.as_table(figures).plain, lines(made["document", PLAN])
    assert len(told) == len(figures) > 100
    for row, place, subject, said, standing in zip(
        told, table["Vị trí"], table["Nội dung"], table["Nguyên văn"], table["Tình trạng"], strict=True
    ):
        assert (
            row[0][1].startswith(place[:30])
            and row[0][0].rstrip("…") in subject
            and said[:8] in row[1][0]
            and row[3][0] == standing
        )
    counted = [len([row for row in every if row.what == what]) for what in ("task", "money", "remark")]
    assert all(f"{count} " in made["document", PLAN][0].note for count in counted)
    slides, tasks = made["document", SCHEME, "task"], reads.task_list(seed, unit_id="42").where(document=SCHEME)
    assert len(lines(slides)) == len(tasks) and "loai=task" in slides[0].link


def test_every_card_of_the_gallery_is_a_row_with_its_newest_result(made, seed):
    rows, told = reads.indicator_gallery(seed, **PLACE), lines(made["gallery",])
    assert len(told) == len(rows) > 100
    named = defaultdict(list)
    for row in told:
        named[row[0][0]].append(row)
    seen = 0
    for row in rows.matching(lambda row: row.has_result and row.actual is not None and row.basis != "stated"):
        newest = reads.indicator_trend(seed, **PLACE, indicator_id=row.indicator_id).where(level=row.level, has_result=True)
        last = max(newest, key=lambda one: period_end(one.year, one.period))
        name = row.short_name if row.level == "all" else f"{row.short_name} · {formats.LEVEL_PHRASES[row.level]}"
        assert any(formats.result(last) in line[2][0] and str(last.year) in line[2][0] for line in named[name]), name
        seen += 1
    assert seen > 10
    narrow = made["gallery", "HT", "province"]
    assert len(lines(narrow)) == len(rows.where(pillar="HT", level="province")) and "nhom=HT" in narrow[0].link
    missed = made["gallery", "missed"]
    assert all(line[4][0] for line in lines(missed)) and "trang_thai=missed" in missed[0].link


def test_sums_are_what_the_units_add_up_to(made, sample, sample_store):
    [slide] = made["sums", *DISTRICTS.values()]
    told = {line[0][0]: line for line in lines([slide])}

    assert len(told) == 11 and "tỉnh không báo số của cấp huyện" in slide.message
    about = {"nam": 2024, "ky": "Q3", "cap": "commune"}
    pages = kinds.make(sample, "sums", {**HERE, **about})
    assert "9 trong 9 chỉ tiêu có cả hai số" in pages[0].message and all("SỐ LIỆU MINH HỌA" in page.marks for page in pages)
    checked = 0
    asked = {"province_code": "42", "level": "commune", "year": 2024, "period": "Q3"}
    cells = {line[0][0]: [cell[0] for cell in line[1:]] for line in lines(pages)}
    for row in reads.ranked_indicator_list(sample_store, province_code="42").where(level="commune", year=2024, period="Q3"):
        card = reads.indicator_card(sample_store, indicator_id=row.indicator_id)[0]
        if card.short_name not in cells or card.unit_of_measure == "%":
            continue
        ranked = reads.unit_ranking(
            sample_store, **asked, indicator_id=row.indicator_id, units_of="then", on_day=date(2024, 9, 30)
        )
        added = sum(one.actual for one in ranked.having("actual"))
        assert cells[card.short_name][1].split(" ")[0] == formats.number(added, 0), card.short_name
        checked += 1
    assert checked
    for own, total, difference, _units, parts in cells.values():
        if parts != formats.NOTHING:
            above, below = (float(part.replace(".", "").replace(",", ".")) for part in parts.split(" / "))
            assert float(total.rstrip("%").replace(",", ".")) == pytest.approx(100 * above / below, abs=0.006)
            gap = float(own.rstrip("%").replace(",", ".")) - float(total.rstrip("%").replace(",", "."))
            assert float(difference.split(" ")[0].replace("−", "-").replace(",", ".")) == pytest.approx(gap, abs=0.011)


def test_one_sum_is_two_bars(sample, sample_store):
    about = {"nam": 2024, "ky": "Q3", "cap": "commune", "chi_tieu": "CQ.06"}
    [slide] = kinds.make(sample, "sums", {**HERE, **about})
    (row,) = reads.level_sum(sample_store, province_code="42", indicator_id="CQ.06", level="commune", year=2024, period="Q3")
    [plot] = slide.plots
    assert [mark.value for slot in plot.slots for mark in slot.marks] == [row.own, row.total]
    assert f"tỉnh báo {ranking_words.value(row.own, '%')}" in slide.message and "chi_tieu=CQ.06" in slide.link


def test_they_are_like_all_slides_and_an_older_deck_of_them_is_read(made, at, seed):
    slides = [slide for own in made.values() for slide in own[:2]]
    assert all(slide.message and slide.source.startswith("Nguồn: ") and slide.link.startswith(SITE) for slide in slides)
    assert all(len(own) == 1 or [slide.params["trang"] for slide in own] == list(range(1, len(own) + 1)) for own in made.values())
    firsts = [own[0] for own in made.values()]
    blob = files.pptx(firsts, "Thử")
    assert {page.state for page in refresh.looked_at(blob, "thu.pptx", at)} == {"current"}

    def changed(name, rows):
        other = {"task_money": "amount_vnd", "level_sum": "total", "indicator_gallery": "actual"}.get(name)
        if other is None:
            return rows
        return type(rows)(
            rows.columns,
            [row._replace(**{other: None if getattr(row, other) is None else getattr(row, other) * 2}) for row in rows],
        )

    states = [page.state for page in refresh.looked_at(blob, "thu.pptx", context(seed, change=changed))]
    assert [states[at] != "current" for at in (0, 1, 2, 3, 5, 6)] == [True, False, False, True, True, True], states


def test_who_is_behind_is_told_so_on_every_slide_of_a_running_year(sample):
    at, year = sample, {"dia_ban": "42", "nam": 2026}
    [chart] = kinds.make(at, "attention", year)
    slots = chart.plots[0].slots
    assert [slot.verdict for slot in slots] == ["◆"] * len(slots)
    assert all("Chậm tiến độ" in "".join(run.text for line in slot.label for run in line) for slot in slots)
    assert (
        "lũy kế từ đầu năm 79,61%, so với mục tiêu 95%, thiếu 15,39 điểm %" in chart.message and headlines.MEASURED in chart.note
    )
    [table] = kinds.make(at, "pillars", year)
    told = "".join(run.text for row in table.table.rows for cell in row for line in cell for run in line)
    assert table.message.startswith("Chậm tiến độ nhiều nhất theo tỷ lệ: ") and "◆" in told and "◆ Chậm tiến độ" in table.note
    assert headlines.MEASURED not in table.note


@pytest.mark.parametrize(("year", "units"), [(2026, 69), (2024, 216)])
def test_a_map_of_many_tiles_keeps_letters_of_12_points_and_every_unit_is_listed_after_it(sample, sample_store, year, units):
    choice = {"dia_ban": "42", "nam": year, "ky": "Q3", "cap": "commune", "chi_tieu": "CQ.06"}
    drawn, *listed = kinds.make(sample, "tile_map", choice)
    words = [piece for piece in placed_pieces.flat(slide_layout.pieces(drawn, Page())) if isinstance(piece, Words)]
    of_tiles = [piece for piece in words if piece.name.startswith("ct-tile-")]
    assert len(of_tiles) == units and {piece.size for piece in of_tiles} == {of_tiles[0].size}
    alone = {"".join(run.text for line in piece.lines for run in line) for piece in of_tiles}
    assert alone <= {shape for shape, _ in formats.STATUSES.values()}, "the shape of the status, no letters that nobody can read"
    assert of_tiles[0].size >= (12 if units < 100 else 8)
    assert all(piece.size >= 12 for piece in words if piece.name.startswith("ct-block-"))
    cells = ["".join(run.text for line in cell for run in line) for page in listed for row in page.table.rows for cell in row]
    told = dict(zip(cells[::2], cells[1::2], strict=True))
    rows = reads.unit_ranking(sample_store, province_code="42", indicator_id="CQ.06", level="commune", year=year, period="Q3", units_of="then", on_day=date(year, 9, 30))  # fmt: skip
    assert len(rows) == units and set(told) - {""} == {f"{f'{row.rank}. ' if row.rank else ''}{row.unit_name}" for row in rows}
    assert all(formats.amount(row.actual, "%") in told[f"{row.rank}. {row.unit_name}"] for row in rows if row.rank)
    assert [page.params["trang"] for page in (drawn, *listed)] == list(
        range(1, len(listed) + 2)
    ) and "các trang sau" in drawn.note
