"""The ranking of districts and communes, as a session sees it."""

import re
import shutil
from datetime import date

import pytest

import components.store.store_access
from components.charts import plots
from components.tiles.units import ranking
from queries import reads
from tests.pages.app_session import new_session, said, well

PAGE = "pages/units/ranking.py"
ROW = re.compile(r'<a href="[^"]*" target="_self" class="rank-row[^"]*".*?</a>', re.S)


def opener(path):
    components.store.store_access.close_all()
    patch = pytest.MonkeyPatch()
    patch.setenv("DATA_URL", str(path))

    def opened(**link):
        at = well(new_session().run())
        at.switch_page(PAGE)
        at.query_params.update(link)
        return well(at.run())

    return patch, opened


@pytest.fixture(scope="module")
def page(sample_file, tmp_path_factory):
    """Opens the page on the illustrative figures by a link."""
    patch, opened = opener(shutil.copy(sample_file, tmp_path_factory.mktemp("ranking") / "kho.duckdb"))
    yield opened
    components.store.store_access.close_all()
    patch.undo()


def shown(at):
    """(rank, name, number) of every row of the page."""
    rows = []
    for row in ROW.findall(said(at)):
        number = re.search(r'class="no">([^<]*)<', row)[1]
        rows.append((number, re.search(r'class="name">([^<]*)', row)[1], re.search(r"<b>([^<]*)</b>", row)[1]))
    return rows


def test_a_bare_link_ranks_the_communes_of_today_in_the_newest_quarter_and_names_who_is_silent(page, sample_store):
    at = page()
    asked = reads.unit_ranking(
        sample_store, province_code="42", indicator_id="CQ.06", level="commune", year=2026, period="Q3", units_of="then", on_day=date(2026, 9, 30)
    )  # fmt: skip
    having, silent = asked.having("actual"), [row.unit_name for row in asked if not row.has_result]
    assert [(number, name) for number, name, _ in shown(at)] == [(str(row.rank), row.unit_name) for row in having]
    text = said(at)
    assert f"đã báo cáo đạt mục tiêu 70%, quý III năm 2026; {len(silent)} đơn vị chưa báo cáo" in text
    assert f"Chưa báo cáo ({len(silent)}): " in re.sub("<[^>]+>", "", text) and all(name in text for name in silent)
    assert "Tỉnh báo" in text and "cộng từ" in text and "chênh" in text


def test_ties_share_a_rank_and_two_hundred_rows_are_all_there(page):
    rows = shown(page(cap="commune", nam="2024", ky="Q3"))
    assert len(rows) > 190
    by_number = {}
    for rank, _, number in rows:
        by_number.setdefault(number, set()).add(rank)
    assert all(len(ranks) == 1 for ranks in by_number.values()), "equal numbers, equal ranks"
    assert len({rank for rank, _, _ in rows}) < len(rows), "there are ties, and places are left out behind them"


def test_on_the_map_of_today_the_same_quarter_has_69_rows_and_says_what_is_approximate(page):
    at = page(nam="2024", ky="Q3", dia_gioi="hien-nay")
    text = said(at)
    assert 60 < len(shown(at)) <= 69 and "xấp xỉ, 2 trong 3 xã" in text and "xấp xỉ, có xã bị chia" in text
    assert "không lấy trung bình" in text and "Xã Phú Phong, Xã Trung Lộc" in text
    assert "hiện nay tính lại được cho quý III năm 2024" in text


def test_a_share_without_its_parts_is_not_computed_on_the_map_of_today(page):
    text = said(page(chi_tieu="CQ.63", nam="2024", ky="Q3", dia_gioi="hien-nay"))
    assert (
        "không tổng hợp được: các xã cũ chỉ nêu tỷ lệ" in text.lower() or "Không tổng hợp được: các xã cũ chỉ nêu tỷ lệ" in text
    )


def test_districts_end_with_their_level_and_it_is_said_who_answers_now(page):
    at = page(cap="district")
    assert at.selectbox(key="nam").value == "2025" and "2026" not in at.selectbox(key="nam").options
    assert "Cấp huyện kết thúc từ ngày 01/07/2025" in said(at) and len(shown(at)) == 12


def test_a_unit_that_is_looked_for_has_a_card_and_its_row_is_marked(page):
    text = said(page(cap="district", nam="2024", ky="Q4", don_vi="440"))
    card = re.sub("<[^>]+>", "", re.search(r'<div class="rank-card".*?</div>', text, re.S)[0])
    assert card.startswith("Huyện Đức Thọ: ") and "hạng" in card and "trung vị" in card and "tỉnh giao chung cho cấp" in card
    assert len(re.findall(r'class="rank-row here"', text)) == 1


def test_the_order_by_improvement_is_that_of_the_changes(page, sample_store):
    at = page(xep="tien-bo", nam="2026", ky="Q2")
    asked = reads.unit_ranking(
        sample_store, province_code="42", indicator_id="CQ.06", level="commune", year=2026, period="Q2", units_of="then", on_day=date(2026, 6, 30)
    )  # fmt: skip
    first = max((row for row in asked if row.change is not None), key=lambda row: row.change)
    assert shown(at)[0][:2] == ("1", first.unit_name)


def test_fewer_than_five_units_are_not_ranked(new_seed_file):
    patch, opened = opener(new_seed_file())
    text = said(opened())
    assert "dưới 5 đơn vị thì không xếp hạng" in text
    assert {number for number, _, _ in shown(opened())} == {"–"}
    assert "minh họa" not in text.lower()
    components.store.store_access.close_all()
    patch.undo()


def test_a_province_whose_units_have_no_numbers_says_so(new_seed_file):
    patch, opened = opener(new_seed_file())
    assert "Chưa huyện, xã nào của" in said(opened(dia_ban="75"))
    components.store.store_access.close_all()
    patch.undo()


def test_the_picture_draws_all_units_where_they_are_few_and_both_ends_where_they_are_many(sample_store):
    rows = list(
        reads.unit_ranking(
            sample_store, province_code="42", indicator_id="CQ.06", level="commune", year=2026, period="Q2", units_of="then", on_day=date(2026, 6, 30)
        ).having("actual")
    )  # fmt: skip
    assert plots.ends_of(rows[:13]) == rows[:13] and plots.ends_of(rows) == [*rows[:8], *rows[-8:]]
    plot = plots.units_in_order(plots.ends_of(rows), title="T", subtitle="S", source="N")
    assert plot.slots[0].name == f"1. {rows[0].unit_name}" and plot.slots[0].height("result") == rows[0].actual
    assert plot.slots[0].height("target") == rows[0].required


def test_of_very_many_units_the_part_with_the_unit_that_is_looked_for_is_drawn(page, monkeypatch):
    whole = shown(page(chi_tieu="CQ.06", nam="2026", ky="Q3"))
    monkeypatch.setattr(ranking, "_MOST", 25)
    first = page(chi_tieu="CQ.06", nam="2026", ky="Q3")
    assert shown(first) == whole[:25] and f"Đơn vị 1–25 trong {len(whole)}" in said(first)
    assert shown(page(chi_tieu="CQ.06", nam="2026", ky="Q3", dong="2")) == whole[25:50]
    assert shown(page(chi_tieu="CQ.06", nam="2026", ky="Q3", dong="tat-ca")) == whole
    found = re.search(
        rf'don_vi=([^"&]+)[^>]*title="{re.escape(whole[30][1])}: ', said(page(chi_tieu="CQ.06", nam="2026", ky="Q3", dong="2"))
    )
    assert whole[30] in shown(page(chi_tieu="CQ.06", nam="2026", ky="Q3", don_vi=found[1]))
