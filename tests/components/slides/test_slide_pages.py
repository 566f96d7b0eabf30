"""Dense pages: years without results, even pages of tables, what is lacking, several indicators; nothing is cut silently."""

from dataclasses import replace

import pytest

from components.charts import text_metrics
from components.charts.model import Run
from components.charts.shapes import Box
from components.slides.content import kinds, table_pages
from components.slides.layout import plot_rooms, table_rooms
from components.slides.slide import SlideTable
from queries import reads
from tests.components.slides.slide_samples import YEAR, context

PLACE = {"province_code": "42", "unit_id": "42"}


def table(*sizes):
    """A table of groups with so many rows each; the third column is empty."""
    rows, groups = [], []
    for number, size in enumerate(sizes):
        groups.append(len(rows))
        rows.append((((Run(f"Nhóm {number}"),),),))
        rows += [(((Run(f"{number}.{row}"),),), ((Run("1"),),), ((Run("–"),),)) for row in range(size)]
    return SlideTable(("Tên", "Số", "Trống"), tuple(rows), (0.5, 0.25, 0.25), frozenset(groups))


def words(row):
    return "".join(run.text for line in row[0] for run in line)


@pytest.mark.parametrize("sizes", [(30,), (5, 14, 14), (1, 1, 40), (16,), (3,)])
def test_pages_of_a_table_hold_every_row_once_are_even_and_repeat_their_group(sizes):
    whole = table(*sizes)
    pages = table_pages.paged(whole)
    told = [words(row) for page in pages for row in page.rows if not words(row).endswith("(tiếp)")]
    assert told == [words(row) for row in whole.rows]
    heights = [sum(table_rooms.row_heights(page, table_pages.WIDTH, page.size)) for page in pages]
    assert max(heights) <= table_pages.HEIGHT + 0.5
    assert len(pages) == 1 or max(heights) - min(heights) < 130
    for page in pages:
        assert 0 in page.groups and len(page.rows) - 1 not in page.groups
        assert all((number in page.groups) == words(row).startswith("Nhóm") for number, row in enumerate(page.rows))


def test_a_column_in_which_nothing_is_said_is_left_out():
    shown = table_pages.trimmed(table(3))
    assert shown.head == ("Tên", "Số") and sum(shown.widths) == pytest.approx(1)
    assert [len(row) for row in shown.rows] == [1, 2, 2, 2]


def text_of(slide):
    tables = [one for one in (slide.table, slide.second) if one]
    return "\n".join("".join(run.text for line in cell for run in line) for one in tables for row in one.rows for cell in row)


def test_a_year_without_results_is_told_by_its_targets_and_the_results_before(store):
    slides = kinds.make(context(store), "summary", {**YEAR, "nam": 2023})
    told = "\n".join(map(text_of, slides))
    assert not any(slide.cards for slide in slides) and len(slides) <= 2
    assert "20% (2022)" in told and "thiếu 20 điểm %" in told and "○ 40%" in told
    assert all("năm 2023 chưa có kết quả nào đến ngày" in slide.source for slide in slides)
    names = {row.short_name for row in reads.target_list(store, **PLACE, year=2023, period="newest", level="any")}
    assert len(names) > 20 and all(name in told for name in names)
    ahead = kinds.make(context(store), "summary", {**YEAR, "nam": 2030})
    assert len(ahead) == 1 and "mỗi năm đến 2030" in text_of(ahead[0])


def test_every_change_is_shown(store):
    slides = kinds.make(context(store), "changes", YEAR)
    rows = reads.change_list(store, **PLACE, year=2022, period="newest", level="any")
    assert sum(len(slide.table.rows) for slide in slides) == len(rows) > 8


def test_the_sentence_of_a_chart_speaks_of_its_first_bar_and_the_rest_is_counted(store):
    for kind in ("variance",):
        (slide,) = kinds.make(context(store), kind, YEAR)
        first = slide.plots[0].slots[0].name.split(" · ")[0]
        assert first.lower() in slide.message.lower(), kind
    heights = [slot.end for slot in slide.plots[0].slots]
    assert heights == sorted(heights, reverse=True) == [10, 10, 5]
    assert "3 chưa hoặc gần đạt, không tính được bằng điểm %" in slide.note and "14 văn bản nói đã hoàn thành" in slide.note


def test_the_parts_of_the_pillars_are_all_targets(store):
    (slide,) = kinds.make(context(store), "pillar_shares", YEAR)
    assert sum(slot.end for slot in slide.plots[0].slots) == 21
    assert all(
        one.start == other.value for slot in slide.plots[0].slots for other, one in zip(slot.marks, slot.marks[1:], strict=False)
    )


def test_several_indicators_share_a_page_and_those_without_numbers_are_counted(store):
    slides = kinds.make(context(store), "multiples", YEAR)
    drawn = [plot.title for slide in slides for plot in slide.plots]
    assert len(drawn) == len(set(drawn)) and max(len(slide.plots) for slide in slides) == 6
    assert "không vẽ được" in slides[-1].note


def test_a_table_of_bars_has_a_bar_for_every_share(store):
    slides = kinds.make(context(store), "bullets", YEAR)
    rows = reads.target_list(store, **PLACE, year=2022, period="newest", level="any")
    shares = [row for row in rows if row.unit_of_measure == "%" and row.required is not None]
    assert sum(len(slide.table.bars) for slide in slides) == len(shares)


def test_of_a_font_that_is_missing_fewer_bars_have_names_of_two_lines():
    names = ["Xây dựng phần mềm cơ sở dữ liệu về giá tại địa phương của tỉnh"] * 12
    with text_metrics.measured_in("Phông không có ở đây"):
        taller = plot_rooms.rows(names, 880, 340)
    assert 3 < taller < plot_rooms.rows(names, 880, 340)


@pytest.mark.parametrize(("share", "largest"), [(0.13, False), (0.3, True)])
def test_a_short_table_has_larger_letters_only_where_no_word_of_it_breaks(share, largest):
    row = (((Run("18/02/2022"),),), ((Run("424/QĐ-UBND"),),))
    table = SlideTable(("Đến ngày", "Văn bản"), (row, row), (share, 1 - share))
    [piece] = table_rooms.tables(table, None, Box(0, 0, 600, 300), alone=True)
    assert text_metrics.width("18/02/2022", piece.size, bold=True) <= share * 600 - 2 * table_rooms.PAD_X
    assert (piece.size == 16) is largest and piece.size >= 12


def test_a_column_is_as_wide_as_its_longest_word_where_others_have_room():
    row = (((Run("Một văn bản có tên dài"),),), ((Run("19"),),))
    table = SlideTable(("Văn bản", "Nhiệm vụ"), (row,), (0.95, 0.05))
    widened = table_rooms.widened(table, 600)
    assert sum(widened.widths) == pytest.approx(1) and widened.widths[0] < 0.95
    assert widened.widths[1] * 600 >= text_metrics.width("Nhiệm", 12, bold=True) + 2 * table_rooms.PAD_X
    assert table_rooms.widened(widened, 600) == widened
    assert table_rooms.widened(replace(table, head=("x" * 200, "y" * 200)), 600).widths == (0.95, 0.05), "no room for either"
