"""The page of one unit and the page of an index on the illustrative figures, as a session sees them."""

import io
import re
import shutil
import zipfile
from datetime import date
from types import SimpleNamespace

import pytest

import components.store.store_access
from components.slides import unit_sheets
from components.slides.content import kinds
from components.text import formats, headlines
from components.tiles.units import unit_sheet
from data.__main__ import main
from queries import reads
from queries.store import Store
from tests.components.slides.slide_samples import context
from tests.navigation import file_of
from tests.pages.app_session import new_session, said, well

HA_TINH = {"province_code": "42"}


@pytest.fixture(scope="module")
def page(sample_file, tmp_path_factory):
    """Opens a page by a link on the illustrative figures."""
    components.store.store_access.close_all()
    path = shutil.copy(sample_file, tmp_path_factory.mktemp("units") / "kho.duckdb")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATA_URL", str(path))

        def opened(name, **link):
            at = well(new_session().run())
            at.switch_page(file_of(name))
            at.query_params.update(link)
            return well(at.run())

        yield opened
        components.store.store_access.close_all()


def plain(at) -> str:
    return re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", said(at)))


def units(store: Store, *, level="commune"):
    return reads.unit_state_list(store, **HA_TINH).where(level=level)


def silent(store: Store) -> str:
    """A commune of today that never reported."""
    ids = [unit.unit_id for unit in units(store) if unit.valid_to is None]
    return next(code for code in ids if not any(row.has_result for row in reads.unit_profile(store, **HA_TINH, unit_id=code)))


def test_a_unit_has_its_newest_results_beside_target_median_and_rank(page, sample_store):
    rows = reads.unit_profile(sample_store, **HA_TINH, unit_id="440")
    text = plain(page("unit", don_vi="440"))
    assert len(rows) == 8 and all(row.short_name in text for row in rows)
    ranking = reads.unit_ranking(
        sample_store, **HA_TINH, indicator_id="CQ.06", level="district", year=2025, period="Q2", units_of="then", on_day=date(2025, 6, 30)
    )  # fmt: skip
    (row,), (ranked,) = rows.where(indicator_id="CQ.06"), ranking.where(unit_id="440")
    assert (row.year, row.period, row.actual, row.rank, row.ranked, row.median) == (
        2025,
        "Q2",
        ranked.actual,
        ranked.rank,
        ranked.ranked,
        ranked.median,
    )
    below = sum(row.actual < row.median for row in rows if row.direction == "higher")
    assert f"dưới trung vị ở {below} trong 8 chỉ tiêu" in text
    assert "Cấp huyện kết thúc từ ngày 01/07/2025" in text and "Địa bàn nay thuộc" in text and "Xã Đức Thọ" in text


def test_a_unit_that_never_reported_is_told_kindly_what_waits(page, sample_store):
    text = plain(page("unit", don_vi=silent(sample_store)))
    assert (
        "chưa báo cáo số liệu nào; 8 chỉ tiêu được giao đang chờ" in text
        and "Báo cáo còn thiếu" in text
        and "Số liệu minh họa" in text
    )


def test_a_bare_link_lists_the_units_of_today_and_a_districts_link_opens_it(page):
    text = said(page("unit"))
    assert text.count("ho-so-don-vi?don_vi=") == 69 and "Chọn một huyện, xã" in text
    assert "Huyện Đức Thọ" in said(page("unit", dia_ban="440")).split("<h1")[1][:80]


def test_the_ranking_and_the_reports_lead_to_the_unit(page, sample_store):
    code = next(unit.unit_id for unit in units(sample_store) if unit.valid_to is None)
    assert f"ho-so-don-vi?don_vi={code}" in said(page("ranking", don_vi=code)) and "ho-so-don-vi?don_vi=" in said(
        page("reporting")
    )


def test_the_page_of_an_index_has_every_unit_and_the_sum_of_one(page, sample_store):
    rows = reads.index_ranking(sample_store, **HA_TINH, index_id="MINH-HOA", level="commune", year=2026, period="Q3")
    at = page("index")
    text = said(at)
    assert len(re.findall('class="rank-row index-row', text)) == len(rows.having("score"))
    assert f"{rows[0].unit_name} đứng đầu với" in text and "thiếu 8 trong 8 chỉ tiêu (100 trong 100 điểm)" in text.lower()
    assert all(row.unit_name in text for row in rows) and "quy về" in text + said(page("index", don_vi=_ward(rows)))


def _ward(rows) -> str:
    return next(row.unit_id for row in rows if row.outside and row.score is not None)


def test_one_command_makes_the_sheets_of_all_units_of_a_level(sample_store, tmp_path):
    """Of the last districts, the fewest; a ZIP holds a deck each, named after its unit."""
    assert unit_sheets.write(sample_store, tmp_path / "phieu.pdf", "district") == 12
    assert (tmp_path / "phieu.pdf").read_bytes().count(b"/Type /Page\n") == 12
    first = unit_sheets.slides(sample_store, "district")[0]
    with zipfile.ZipFile(io.BytesIO(unit_sheets.packed([first]))) as archive:
        assert archive.namelist() == ["001-huyen-can-loc.pptx"] and archive.testzip() is None
    assert first.sample and first.who.startswith("Huyện Can Lộc")
    with pytest.raises(SystemExit):
        main(["unit-sheets", str(tmp_path / "phieu.txt")])


def test_the_slides_of_a_unit_and_of_an_index_say_what_the_pages_say(sample_store):
    at = context(sample_store, sample=True)
    (sheet,) = kinds.make(at, "unit", {"dia_ban": "42", "don_vi": "440"})
    assert sheet.table is not None and len(sheet.table.rows) == 8 and "Huyện Đức Thọ" in sheet.who and sheet.sample
    (empty,) = kinds.make(at, "unit", {"dia_ban": "42", "don_vi": silent(sample_store)})
    assert "chưa báo cáo số liệu nào" in empty.message
    slides = kinds.make(at, "index", {"dia_ban": "42", "nam": 2026, "ky": "Q3", "bo": "MINH-HOA", "cap": "commune"})
    assert sum(len(slide.table.rows) for slide in slides[:-1]) == 69 and slides[-1].what == "Cộng từng dòng"
    again = kinds.make(at, "index", dict(slides[-1].params))
    assert [slide.sha256 for slide in again] == [slides[-1].sha256]


def test_a_sheet_of_very_many_indicators_is_drawn_in_parts(page, monkeypatch):
    def names(**link):
        return re.findall(r'<th scope="row">(.*?)</th>', said(page("unit", don_vi="440", **link)))

    whole = names()
    monkeypatch.setattr(unit_sheet, "_ROWS", 3)
    assert len(whole) > 6 and names() == whole[:3] and names(dong="2") == whole[3:6] and names(dong="tat-ca") == whole


def test_a_bar_says_once_what_its_own_period_added():
    row = SimpleNamespace(year=2025, period="Q2", actual=30.0, median=20.0, of_period=12.0, recomputed=False)
    assert unit_sheet._bar(row, 100.0, "%").count("riêng quý II: 12") == 1


def test_where_a_distance_is_that_of_the_year_so_far_that_number_stands_beside_it(page, sample_store):
    """Whoever subtracts what stands on the page comes to the distance that stands beside it, on every page that shows both."""
    sheet = reads.unit_profile(sample_store, **HA_TINH, unit_id="440")
    levels = reads.level_comparison(sample_store, **HA_TINH, unit_id="42", year=2025)
    for rows, text in ((sheet, plain(page("unit", don_vi="440"))), (levels, plain(page("levels", nam="2025")))):
        apart = [row for row in rows if headlines.by_year(row)]
        assert apart and all(f"lũy kế {formats.amount(row.to_date, row.unit_of_measure)}" in text for row in apart)
        measured = [(row.to_date, row) for row in apart] + [(row.actual, row) for row in rows if row.gap and row not in apart]
        assert all(abs(number - row.required - row.gap) < 0.005 for number, row in measured if row.actual is not None)
    assert headlines.MEASURED in text
    asked = {"level": "commune", "year": 2026, "period": "Q3", "pillar": "CQ"}
    table = reads.unit_indicator_list(sample_store, **HA_TINH, **asked)
    unknown = {row.unit_name for row in table if row.gap is None and row.required is not None and row.actual is not None}
    assert unknown and f"Chưa xét được {len(unknown)} đơn vị" in plain(page("unit_table", cap="commune", nam="2026", ky="Q3"))
