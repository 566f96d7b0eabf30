"""Twelve results that staff bring in are on the slides at the next look, and a deck made before is out of date."""

import io

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from components.slides.content import kinds
from components.slides.flat import html_file
from components.slides.older import refresh
from components.slides.pptx import pptx_file, slide_record
from components.text import formats
from data.accounts.sign_in import CLI
from data.ingest.importer import commit
from queries import reads
from tests.components.slides.slide_samples import context
from tests.components.slides.test_deck import sound, texts
from tests.data.ingest.sample_files import figures

PLACE = {"province_code": "42", "unit_id": "42"}
QUARTER = {"dia_ban": "42", "nam": 2026, "ky": "Q3"}
NEWEST = {"dia_ban": "42", "nam": 2026}
CODES = {"province": "tinh", "district": "huyen", "commune": "xa", "all": "chung"}


def twelve(store):
    """Twelve headline targets of 2025 in percent, of which no result is known: indicator, level, required."""
    rows = reads.target_list(store, **PLACE, year=2025, period="newest", level="any")
    fitting = [
        row for row in rows if row.unit_of_measure == "%" and row.required and not row.has_result and not row.lower_is_better
    ]
    return [(row.indicator_id, row.level, row.required) for row in fitting[:12]]


def brought(store, chosen, value=41.5, **more):
    """Bring a result of the third quarter of 2026 for each."""
    rows = [
        {"ma_chi_tieu": indicator, "cap": CODES[level], "don_vi": "42", "nam": "2026", "ky": "Q3", "chi_tieu": "",
         "ket_qua": formats.number(value + place), **more}
        for place, (indicator, level, _) in enumerate(chosen)
    ]  # fmt: skip
    commit(store, figures(*rows), "quy-iii.csv", CLI, seen=None, reason="đã kiểm tra")


@pytest.fixture(scope="module")
def worlds(new_seed_store):
    """A deck made before, the store after the upload, and what was brought."""
    own = new_seed_store()
    chosen = twelve(own)
    indicator = {"dia_ban": "42", "chi_tieu": chosen[0][0]}
    before = [
        *kinds.make(context(own), "summary", {"dia_ban": "42", "nam": 2022}),
        *kinds.make(context(own), "indicator", indicator),
    ]
    blob = pptx_file.deck(before, "Thử")
    brought(own, chosen)
    return own, chosen, blob


def test_the_twelve_stand_on_the_slide_of_the_quarter_in_its_message_and_beside_the_target_in_force(worlds):
    own, chosen, _ = worlds
    assert len(chosen) == 12
    slides = kinds.make(context(own), "period", QUARTER)
    assert slides[0].message.startswith("Quý III năm 2026: 12 kết quả được báo cáo; 12 có mục tiêu")
    said = str([slide.table.rows for slide in slides])
    for place in range(12):
        assert f"{formats.number(41.5 + place)}%" in said
    assert said.count("(năm 2025)") == 12, "2026 has no targets of its own: the last ones in force, their year said"


def test_the_newest_results_count_in_summary_cards_table_of_targets_and_cover(worlds):
    own, _, _ = worlds
    (summary,) = kinds.make(context(own), "summary", NEWEST)
    assert "năm 2026, kết quả mới nhất: " in summary.message and "12 mục tiêu (mục tiêu năm 2025)" in summary.message
    assert sum(int(card.number) for card in summary.cards) == 12
    tables = str([slide.table.rows for slide in kinds.make(context(own), "targets", NEWEST)])
    assert tables.count("(Q.III/2026)") == 12
    (cover,) = kinds.make(context(own), "cover", NEWEST)
    assert cover.who == "Tỉnh Hà Tĩnh · Năm 2026, kết quả mới nhất"


def test_a_deck_made_before_is_out_of_date_where_the_newest_counts_and_current_elsewhere(worlds):
    own, chosen, blob = worlds
    states = [page.state for page in refresh.looked_at(blob, "a.pptx", context(own))]
    assert states == ["current", "stale"]
    fresh, _ = refresh.refreshed(blob, "a.pptx", context(own))
    sound(fresh)
    assert [page.state for page in refresh.looked_at(fresh, "a.pptx", context(own))] == ["current", "current"]
    assert "41,5%" in html_file.page(kinds.make(context(own), "indicator", {"dia_ban": "42", "chi_tieu": chosen[0][0]})[0], 1, 1)
    kept = slide_record.beside(Presentation(io.BytesIO(fresh)).slides[1].part)
    assert kept.data_version == own.data_version()
    of_2022 = reads.target_list(own, **PLACE, year=2022, period="newest", level="any")
    assert f"{len(of_2022)} mục tiêu" in texts(Presentation(io.BytesIO(fresh)).slides[0])


def test_the_embedded_workbook_tells_what_the_ledger_holds(worlds):
    """A second route: the figures in the file beside a select of our own."""
    own, _, _ = worlds
    (slide,) = kinds.make(context(own), "attention", {"dia_ban": "42", "nam": 2022})
    chart = next(shape for shape in Presentation(io.BytesIO(pptx_file.deck([slide], "T"))).slides[0].shapes if shape.has_chart)
    head, *body = load_workbook(io.BytesIO(chart.chart.part.chart_workbook.xlsx_part.blob), data_only=True).active.iter_rows(
        values_only=True
    )
    written = {
        (row["Mục tiêu (số)"], row["Kết quả (số)"], row["Kết quả, nguyên văn"])
        for row in (dict(zip(head, line, strict=True)) for line in body)
    }
    held = own.select(
        "select target_low, actual, actual_as_written from target_vs_actual where unit_id = '42' and year = 2022 and period = 'N' "
        "and status in ('missed', 'near')"
    ).to_dict("records")
    known = {tuple(None if value != value else value for value in row.values()) for row in held}
    assert written <= {(low and float(low), actual and float(actual), said) for low, actual, said in known} and len(written) >= 5


def test_a_quarter_against_the_target_of_its_own_year_keeps_up_or_is_late(new_seed_store):
    own = new_seed_store()
    commit(own, figures(*[
        {"ma_chi_tieu": "HT.07", "cap": "tinh", "don_vi": "42", "nam": "2026", "ky": period, "chi_tieu": target, "ket_qua": result}
        for period, target, result in (("N", ">= 90", ""), ("Q1", "", "50"), ("Q3", "", "52"))
    ]), "a.csv", CLI, seen=None, reason="đã kiểm tra")  # fmt: skip
    (slide,) = kinds.make(context(own), "period", QUARTER)
    assert "chậm so với mốc cần có" in slide.message and "◆ Chậm tiến độ" in str(slide.table) and "mốc " in str(slide.table)
