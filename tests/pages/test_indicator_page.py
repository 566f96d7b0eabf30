"""What a clerk uploads is on the page of its indicator at the next look: headline, chart, source, table, CSV."""

import shutil
from datetime import date

import pytest

import components.store.store_access
from data.accounts.sign_in import CLI
from data.ingest.importer import commit
from queries.clock import on_day
from queries.store import Store
from tests.data.ingest.sample_files import figures
from tests.pages.app_session import new_session, said, well

INDICATOR = "pages/leaders/indicator.py"
TODAY = date(2026, 11, 28)


@pytest.fixture
def own_file(store_file, tmp_path, monkeypatch):
    """A store of one's own that the app opens."""
    path = shutil.copy(store_file, tmp_path / "kho.duckdb")
    components.store.store_access.close_all()
    monkeypatch.setenv("DATA_URL", str(path))
    yield path
    components.store.store_access.close_all()


def uploaded(path, *rows):
    """The rows brought in by the importer."""
    opened = Store.open(path)
    commit(opened, figures(*rows), "quy-3.csv", CLI, seen=None, reason="đã kiểm tra")
    opened.close()


def page(**choices):
    with on_day(TODAY):
        at = well(new_session().run())
        for name, code in {"dia_ban": "42", **choices}.items():
            at.query_params[name] = code
        return said(well(at.switch_page(INDICATOR).run()))


def test_a_quarter_that_was_uploaded_is_in_headline_chart_source_and_table(own_file):
    quarter = {"nam": "2025", "ky": "Q1", "nguon": "525/KH-UBND", "vi_tri": "Biểu 1"}
    levels = {"tinh": "61%", "huyen": "52%", "xa": "33%"}
    uploaded(own_file, *({**quarter, "cap": level, "ket_qua": result} for level, result in levels.items()))
    shown = page(chi_tieu="CQ.06", nguon="province.2025.Q1.result")
    headline = shown.split('<h1 class="say">')[1].split("</h1>")[0]
    assert "quý I năm 2025" in headline and "quá hạn" not in headline
    assert "cấp tỉnh, quý I năm 2025: kết quả 61%, mục tiêu năm 2023 70%" in shown, "the bar and its tooltip"
    assert ">Q.I</tspan>" in shown and ">61%</tspan>" in shown, "the label in the drawing"
    assert "Nguồn của “61%”" in shown and "(lần cập nhật 2)" in shown
    assert "Trước đó: tỉnh 45% (2022)" in shown


def test_the_source_of_a_figure_opens_by_its_link(own_file):
    shown = page(chi_tieu="CQ.06", nguon="commune.2023.N.target")
    assert "Nguồn của “40%”" in shown and "70%/60%/<mark>40%</mark>" in shown and 'aria-label="Đóng nguồn"' in shown
    assert 'href="chi-tieu?dia_ban=42&amp;chi_tieu=CQ.06&amp;nguon=province.2022.N.result#nguon"' in shown


def test_plotly_comes_only_when_somebody_explores(own_file):
    with on_day(TODAY):
        at = well(new_session().run())
        at.query_params["chi_tieu"] = "CQ.06"
        well(at.switch_page(INDICATOR).run())
        assert not at.get("plotly_chart") and said(at).count('<figure class="chart') == 3
        well(at.segmented_control(key="explore").set_value("Khám phá").run())
        assert len(at.get("plotly_chart")) == 3


@pytest.mark.parametrize(
    "unit, indicator, words",
    [
        ("42", "CQ.20", "7 tháng đầu năm 2021: 34,9%"),
        ("42", "DL.01", "Chỉ tiêu này được nêu bằng lời"),
        ("440", "CQ.27", "trên 99%"),
        ("75", "CQ.12", "mục tiêu 2024 đã quá hạn"),
        ("440", "AT.06", "chưa từng báo cáo kết quả"),
    ],
    ids=["a part of a year", "words only", "no target, of a district", "no result", "never measured, of a district"],
)
def test_every_kind_of_indicator_has_a_page(own_file, unit, indicator, words):
    shown = page(dia_ban=unit, chi_tieu=indicator)
    assert words in shown and 'class="source-card"' in shown and "Ai chịu trách nhiệm" in shown


def test_online_services_over_the_years_are_one_tap_from_the_gallery(own_file):
    assert "tim=d%E1%BB%8Bch+v%E1%BB%A5+c%C3%B4ng+tr%E1%BB%B1c+tuy%E1%BA%BFn" in page()
    at = well(well(new_session().run()).switch_page(INDICATOR).run())
    shown = said(well(at.text_input(key="tim").set_value("dịch vụ công trực tuyến").run()))
    assert "Dịch vụ công trực tuyến: tỷ lệ hồ sơ trực tuyến mức độ 3 và 4 từ gần 20% (2019) lên 34,9% (7T/2021)" in shown
    assert "quá hạn, chưa có kết quả" in shown and shown.count('class="year-line"') >= 18
    at.query_params["xem"] = "the"
    cards = said(well(at.run()))
    assert 'class="year-line"' not in cards and 'class="tile ' in cards


def test_a_pillar_is_seen_through_the_years_only_when_asked_for(own_file):
    assert 'class="year-line"' not in page(nhom="CQ") and 'class="year-line"' in page(nhom="CQ", xem="nam")


def test_a_related_indicator_is_dotted_and_starred_and_named_below_the_chart(own_file):
    shown = page(chi_tieu="CQ.06")
    assert ">90%*</tspan>" in shown and "Mục tiêu của chỉ tiêu gần nghĩa*" in shown
    assert "* Nét chấm là của một chỉ tiêu khác, gần nghĩa, không nối với chỉ tiêu này" in shown and "chi_tieu=CQ.25" in shown
    earlier = page(chi_tieu="CQ.23")
    assert ">34,9%* 7T</tspan>" in earlier and "chỉ tiêu trước đây, cách tính khác" in earlier
