"""Every page through app.py, as a session sees it."""

import csv
import re
import shutil
from datetime import date

import pytest

import components.store.store_access
from components.filters.filters import EVERY_INDICATOR
from data.vietnamese import dates
from queries.store import Store
from tests.navigation import OPEN_PAGES, ROOT
from tests.pages.app_session import new_session, said, well

OVERVIEW, INDICATOR, LEVELS = "pages/leaders/overview.py", "pages/leaders/indicator.py", "pages/units/levels.py"
with (ROOT / "data" / "seed" / "figures.csv").open(encoding="utf-8-sig", newline="") as seed:
    INDICATORS = sorted({row["ma_chi_tieu"] for row in csv.DictReader(seed) if row["don_vi"] == "42"})


@pytest.fixture(scope="module")
def app(new_seed_file):
    components.store.store_access.close_all()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATA_URL", str(new_seed_file()))
        yield new_session
        components.store.store_access.close_all()


@pytest.mark.parametrize("page", OPEN_PAGES)
def test_a_page_runs_and_opens_with_one_headline(app, page):
    at = well(app().run())
    well(at.switch_page(page).run())
    assert said(at).count('<h1 class="say">') == 1


@pytest.mark.parametrize("page", OPEN_PAGES)
def test_a_store_of_invented_figures_says_so_on_every_page_and_picture(store_file, tmp_path, monkeypatch, page):
    shutil.copy(store_file, tmp_path / "mau.duckdb")
    invented = Store.open(tmp_path / "mau.duckdb")
    invented.write(
        lambda cursor: cursor.execute(
            "insert into upload by name select * replace (999 as upload_id, 'sample' as kind) from upload where upload_id = 1"
        )
    )
    invented.close()
    components.store.store_access.close_all()
    monkeypatch.setenv("DATA_URL", str(tmp_path / "mau.duckdb"))
    at = new_session().run()
    well(at.switch_page(page).run())
    assert '<p class="sub"><b class="sample">Số liệu minh họa, không phải số liệu thật.</b>' in said(at)
    noted = re.findall('data-note="([^"]*)"', said(at))  # what the pictures of the charts say below their bars
    assert bool(noted) == (page != "pages/help/guide.py") or not at.get("plotly_chart")
    assert all(note.startswith("Số liệu minh họa") for note in noted)
    components.store.store_access.close_all()


def test_the_opening_view_is_ha_tinh_2022(app):
    at = well(app().run())
    assert at.selectbox(key="dia_ban").value == "42" and at.selectbox(key="nam").value == "2022"
    assert re.search(r"Hà Tĩnh 2022: \d+ trong \d+ mục tiêu chưa đạt[^<]*; \d+ mục tiêu văn bản nói đã hoàn thành", said(at))
    assert "525/KH-UBND" in said(at)


def test_a_target_is_due_from_midnight_on_after_its_year(app):
    """The same process, the same figures: only the day in Viet Nam changes."""
    at = app()
    at.query_params["nam"], at.query_params["dia_ban"] = "2024", "75"
    with dates.on_day(date(2024, 12, 31)):
        before = said(well(at.run()))
    with dates.on_day(date(2025, 1, 1)):
        after = said(well(at.run()))
    assert (
        re.search(r"Đồng Nai 2024: \d+ mục tiêu chưa đến hạn", before) and "quá hạn" not in re.findall(r"<h1.*?</h1>", before)[0]
    )
    assert "Đồng Nai 2024: chưa mục tiêu nào trong 30 có kết quả, dù đã quá hạn" in after
    assert (
        "card-not_due" in before and "card-no_result" not in before and "card-no_result" in after and "card-not_due" not in after
    )


def test_choices_come_from_the_link(app):
    at = app()
    at.query_params["dia_ban"], at.query_params["nam"], at.query_params["cap"] = "75", "2024", "commune"
    well(at.run())
    assert [at.selectbox(key=key).value for key in ("dia_ban", "nam")] == ["75", "2024"]
    assert at.segmented_control(key="cap").value == "commune"
    assert "30%" in said(at)


def test_choices_survive_a_change_of_page(app):
    at = well(app().run())
    well(at.selectbox(key="dia_ban").set_value("75").run())
    well(at.switch_page(INDICATOR).run())
    assert at.selectbox(key="dia_ban").value == "75"
    well(at.switch_page(OVERVIEW).run())
    assert at.selectbox(key="dia_ban").value == "75"


def test_every_territory_and_year_and_level_has_a_page_or_a_friendly_word(app, store):
    for unit in store.select("select distinct unit_id from upload_scope")["unit_id"]:
        at = app()
        at.query_params["dia_ban"] = unit
        well(at.run())
        assert at.selectbox(key="dia_ban").value == unit
        for year in at.selectbox(key="nam").options:
            well(at.selectbox(key="nam").select(year).run())
            text = said(at)
            assert '<h1 class="say">' in text or 'class="empty"' in text, (unit, year)
        levels = store.select(f"select distinct level from current_figure where unit_id = '{unit}'")["level"]
        for level in levels if len(levels) > 1 else []:
            well(at.segmented_control(key="cap").set_value(level).run())


@pytest.fixture(scope="module")
def indicator_page(app):
    """The page of indicators, opened once; its box is set by each test."""
    return well(well(app().run()).switch_page(INDICATOR).run())


@pytest.mark.parametrize("indicator_id", INDICATORS)
def test_an_indicator_of_ha_tinh_has_a_page(indicator_page, indicator_id):
    well(indicator_page.selectbox(key="chi_tieu").set_value(indicator_id).run())
    assert '<h1 class="say">' in said(indicator_page) and "Số liệu theo từng văn bản" in said(indicator_page)


def test_the_box_of_indicators_lists_those_of_ha_tinh(indicator_page):
    first, *others = indicator_page.selectbox(key="chi_tieu").options
    assert first == EVERY_INDICATOR and len(others) == len(set(others)) == len(INDICATORS)
    assert not any(re.search(r"\b[A-Z]{2}\.\d\d", option) for option in others)  # codes are for staff


def test_without_an_indicator_in_the_link_the_page_is_a_gallery_that_narrows_by_pillar_and_mark(app):
    at = app()
    well(well(at.run()).switch_page(INDICATOR).run())
    opened = said(at)
    assert re.search(r"\w+ nhóm có mục tiêu chưa đạt; \d+ mục tiêu của \d+ chỉ tiêu quá hạn chưa có số liệu", opened)
    pillar = re.search(r"(\d+) chỉ tiêu chính · \d+/\d+ mục tiêu 2022 chưa đạt · \d+ mục tiêu quá hạn, chưa có số liệu", opened)
    assert opened.count('class="tile ') < 60 and f"Xem cả nhóm ({pillar[1]}) ›" in opened
    at.query_params["nhom"], at.query_params["trang_thai"] = "HT", "missed"
    narrowed = said(well(at.run()))
    assert 1 <= narrowed.count('class="tile ') < opened.count('class="tile ') and "HT.01" in narrowed and "‹ Mọi nhóm" in narrowed
    at.query_params["nhom"] = "khong-co"
    assert "Không có nhóm hay trạng thái “khong-co”" in said(well(at.run()))


def test_search_narrows_the_gallery(app):
    at = app()
    well(well(at.run()).switch_page(INDICATOR).run())
    searched = said(well(at.text_input(key="tim").set_value("phủ sóng").run()))
    assert "phủ sóng 4G" in searched and 'class="year-line"' in searched and 'class="tile ' not in searched
    at.query_params["xem"] = "the"
    cards = said(well(at.run()))
    assert cards.count('class="tile ') == 2 and 'chi_tieu=HT.02" target="_self" class="tile' in cards


def test_the_gallery_opens_again_where_the_link_lost_its_indicator(app):
    at = app()
    well(well(at.run()).switch_page(INDICATOR).run())
    well(at.selectbox(key="chi_tieu").set_value("CQ.06").run())
    assert at.query_params["chi_tieu"] == "CQ.06" and 'class="tile ' not in said(at)
    well(at.switch_page(OVERVIEW).run())
    at.query_params.clear()  # as the menu does
    well(at.switch_page(INDICATOR).run())
    assert at.selectbox(key="chi_tieu").value == "" and 'class="tile ' in said(at)


def test_a_name_in_the_catalogue_cannot_bring_markup_into_a_page(tmp_path, monkeypatch):
    from data.seed import FOLDER, load_seed
    from queries.store import Store

    folder = tmp_path / "seed"
    shutil.copytree(FOLDER, folder)
    path = folder / "indicators.csv"
    hostile = "<img src=x onerror=alert(1)>"
    text = path.read_text(encoding="utf-8-sig").replace("Tỷ lệ hồ sơ công việc được quản lý dưới dạng hồ sơ điện tử", hostile, 1)
    path.write_text(text.replace(",CQ,%,tang,ty_le,", f",CQ,{hostile},tang,ty_le,"), encoding="utf-8-sig")
    made = Store.create(tmp_path / "kho.duckdb")
    load_seed(made, folder)
    made.close()
    monkeypatch.setenv("DATA_URL", str(tmp_path / "kho.duckdb"))
    at = new_session()
    at.query_params["chi_tieu"] = "CQ.06"
    well(at.run())
    shown = ""
    for page in OPEN_PAGES:
        well(at.switch_page(page).run())
        shown += said(at)
    assert hostile not in shown and "&lt;img" in shown


def test_a_choice_that_another_page_does_not_know_is_kept_for_the_first(app):
    at = well(app().run())
    well(at.selectbox(key="nam").set_value("2025").run())
    well(at.selectbox(key="dia_ban").set_value("42").run())
    well(at.switch_page(LEVELS).run())
    assert at.selectbox(key="nam").value == "2025"
    at = well(app().run())
    well(at.switch_page(INDICATOR).run())
    well(at.selectbox(key="chi_tieu").set_value("CQ.06").run())
    well(at.selectbox(key="dia_ban").set_value("75").run())
    assert at.selectbox(key="chi_tieu").value != "CQ.06"
    well(at.selectbox(key="dia_ban").set_value("42").run())
    assert at.selectbox(key="chi_tieu").value == "CQ.06"


def test_a_link_to_an_indicator_carries_year_and_level(app):
    at = app()
    at.query_params["nam"], at.query_params["cap"] = "2023", "commune"
    links = re.findall(r'href="([^"]*chi-tieu[^"]*)"', said(well(at.run())))
    assert links and all("nam=2023" in link and "cap=commune" in link for link in links)


def test_the_levels_page_draws_the_70_60_40_of_2023(app):
    at = app()
    at.query_params["nam"] = "2023"
    well(at.run())
    well(at.switch_page(LEVELS).run())
    assert at.selectbox(key="so_sanh").value == "CQ.06"
    assert "tỉnh 70%, huyện 60%, xã 40%" in said(at)


def test_a_territory_without_differing_targets_gets_a_friendly_word(app):
    at = app()
    at.query_params["dia_ban"] = "449"
    well(at.run())
    well(at.switch_page(LEVELS).run())
    assert "không có chỉ tiêu nào mà mục tiêu khác nhau giữa các cấp" in said(at)


def test_both_statuses_are_shown_where_a_document_contradicts_its_figures(app):
    shown = said(well(app().run()))
    assert "văn bản xếp “chưa đạt”" in shown
    assert re.search(r'40% / 40% <a href="mau-thuan\?dia_ban=42&amp;phat_hien=disputed-[0-9a-f]+#phat-hien"[^>]*>⚑</a>', shown)


@pytest.mark.parametrize(("content", "says"), [(b"not a store" * 900, "không đọc được như một kho số liệu")])
def test_a_store_that_cannot_be_opened_is_explained(tmp_path, monkeypatch, content, says):
    path = tmp_path / "hong.duckdb"
    path.write_bytes(content)
    monkeypatch.setenv("DATA_URL", str(path))
    at = new_session().run()
    assert not at.exception
    assert [says in error.value for error in at.error] == [True]


def test_a_first_start_builds_the_store_by_itself(tmp_path, monkeypatch):
    path = tmp_path / "moi" / "kho.duckdb"
    monkeypatch.setenv("DATA_URL", str(path))
    at = well(new_session().run())
    assert path.exists() and re.search(r"\d+ trong \d+", said(at))


def test_a_failing_page_is_told_in_vietnamese_without_a_traceback(app, monkeypatch):
    import components.text.overview.overview_headlines

    monkeypatch.setattr(components.text.overview.overview_headlines, "headline", lambda *_: 1 / 0)
    at = app().run()
    assert not at.exception
    assert "lỗi ngoài dự kiến" in at.error[0].value and "ZeroDivision" not in at.error[0].value


def test_the_csv_of_an_indicator_opens_in_excel_with_numbers_to_compute_with(store):
    from components.tiles.csv_download import as_csv, readable
    from queries.reads import indicator_trend

    table = readable(indicator_trend(store, province_code="42", unit_id="42", indicator_id="CQ.06"), "%")
    raw = as_csv(table)
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.decode("utf-8-sig").splitlines()[1] == (
        "2022;Năm 2022;Tỉnh;2022;50;50%/ 40%/ 30%;45;45%/ 40%/ 20%;số đo;%;;;;-5;▲ Gần đạt;;"
        '"507/KH-UBND, nêu tại 525/KH-UBND, Phần I.I; 525/KH-UBND, Phần I.I";'
    )
    density = readable(indicator_trend(store, province_code="42", unit_id="42", indicator_id="HT.04"), "thuê bao/100 dân")
    assert ";94,3;" in as_csv(density).decode("utf-8-sig")


def test_a_table_sorts_by_numbers_and_shows_vietnamese_texts(app):
    at = well(app().run())
    well(at.switch_page(INDICATOR).run())
    well(at.selectbox(key="chi_tieu").set_value("CQ.06").run())
    results = re.compile(r'data-cap="Kết quả" data-value="([^"]*)"')
    assert results.findall(said(at)) == ["45.0", "40.0", "20.0"] and 'data-value="45.0">45%</td>' in said(at)
    well(at.selectbox(key="chi_tieu").set_value("HT.01").run())
    assert "chưa đầu thầu [đấu thầu] thành công" in results.findall(said(at))


BRIEFING = "pages/briefing/report.py"


def briefing(app, **choices):
    """The briefing page opened by a link with these choices."""
    at = app().run()
    at.switch_page(BRIEFING)
    for name, code in choices.items():
        at.query_params[name] = code
    return well(at.run())


def chosen(at, name):
    """What stands in the link under a name; None for nothing."""
    code = at.query_params.get(name)
    return code[0] if isinstance(code, list) else code


def titles(at):
    """The titles of the slides that a briefing shows."""
    return re.findall(r'alt="Trang \d+: ([^·"]*?) ·', said(at))


def test_a_briefing_with_ones_own_message_names_its_figures_in_the_link(app):
    at = briefing(app, phan="can-chu-y")
    assert chosen(at, "nam") is None and chosen(at, "dia_ban") is None
    well(at.text_area[0].set_value("Họp ngay").run())
    assert [chosen(at, name) for name in ("nam", "dia_ban", "ky", "cap")] == ["2022", "42", None, None]
    at = briefing(app, phan="trong-ky", ky="Q2", **{"loi.trong-ky.1": "Họp ngay"})
    assert at.text_area[0].value == "Họp ngay"
    assert [chosen(at, name) for name in ("nam", "dia_ban", "ky", "cap")] == ["2022", "42", "Q2", None]


def test_ones_own_message_comes_back_with_its_year(app):
    at = briefing(app, phan="can-chu-y", nam="2022")
    drafted = at.text_area[0].value
    well(at.text_area[0].set_value("Họp ngay").run())
    well(at.selectbox(key="nam").select("2023").run())
    assert at.text_area[0].value not in ("Họp ngay", drafted) and chosen(at, "loi.can-chu-y") is None
    well(at.selectbox(key="nam").select("2022").run())
    assert at.text_area[0].value == "Họp ngay" == chosen(at, "loi.can-chu-y")


def test_a_briefing_about_a_quarter_opens_without_the_parts_about_the_year(app):
    at = briefing(app, nam="2022", ky="Q2")
    quarter, parts = titles(at), [f"Kết quả quý II năm 2022 ({number}/6)" for number in range(1, 7)]
    assert quarter[0] == "Báo cáo chỉ tiêu chuyển đổi số" and set(parts) <= set(quarter) and chosen(at, "phan") is None
    assert "So sánh các cấp" not in quarter
    well(at.segmented_control(key="ky").set_value("moi-nhat").run())
    assert {"Tóm tắt kết quả thực hiện mục tiêu", "So sánh các cấp"} <= set(titles(at)) and not set(parts) & set(titles(at))


def test_a_unit_inside_a_sentence_begins_with_a_small_letter(app):
    assert "Báo cáo tỉnh Hà Tĩnh: " in said(briefing(app))


def test_the_overview_of_a_coming_year_names_the_documents_of_the_earlier_results(app):
    at = app()
    at.query_params["nam"] = "2025"
    source = re.findall(r'<p class="sub">(Nguồn: [^<]*)<', said(well(at.run())))
    assert len(source) == 1 and "424/QĐ-UBND" in source[0] and "525/KH-UBND" in source[0]
    assert source[0].endswith("văn bản ngày 29/12/2022") and "khoảng 98% (2022) / 100%" in said(at)


def test_an_overview_without_results_does_not_point_at_what_another_screen_shows(app):
    at = app()
    at.query_params["dia_ban"], at.query_params["nam"] = "75", "2024"
    shown = said(well(at.run()))
    assert "chưa mục tiêu nào từng được báo cáo" in shown and "bên dưới" not in shown


def test_a_district_says_that_its_level_has_ended_and_a_province_does_not(app):
    at = app()
    at.query_params["dia_ban"], at.query_params["nam"] = "440", "2022"
    with dates.on_day(date(2025, 6, 30)):
        before = said(well(at.run()))
    with dates.on_day(date(2025, 7, 1)):
        after = said(well(at.run()))
    told = "Cấp huyện kết thúc từ ngày 01/07/2025; đây là số liệu của huyện Đức Thọ đến thời điểm đó."
    assert told in after and told not in before and "Cấp huyện kết thúc" not in said(well(app().run()))


def test_what_a_quarter_says_nothing_of_has_a_card_and_is_listed_by_it(app, store):
    from queries.reads import target_list

    key = {"province_code": "42", "unit_id": "42", "year": 2022, "level": "any"}
    missing = len(target_list(store, **key, period="N")) - len(target_list(store, **key, period="Q2"))
    at = app()
    at.query_params.update({"dia_ban": "42", "nam": "2022", "ky": "Q2", "trang_thai": "unreported"})
    text = said(well(at.run()))
    card = re.findall(r"card-unreported.*?<b>(\d+)</b>", text)
    assert card == [str(missing)] and f"{missing} mục tiêu chưa có số liệu kỳ này</summary>" in text
    assert text.count("Chưa có số liệu kỳ này</span></td>") == missing


def test_the_slide_of_a_quarter_is_about_that_quarter(app, monkeypatch):
    from components.tiles import slide_button

    asked, made = [], slide_button.slide
    monkeypatch.setattr(
        slide_button, "slide", lambda *names, **params: asked.append((names[0], params)) or made(*names, **params)
    )
    for period in ("Q2", "N"):
        at = app()
        at.query_params.update({"dia_ban": "42", "nam": "2022", "ky": period, "cap": "province"})
        well(at.run())
    assert asked == [
        ("period", {"nam": 2022, "cap": "province", "ky": "Q2"}),
        ("attention", {"nam": 2022, "cap": "province", "ky": "N"}),
    ]


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        ({"trang_thai": "abc"}, "Không có trạng thái “abc” trong lựa chọn này; đang xem tất cả."),
        ({"trang_thai": "behind"}, "Không có mục tiêu nào “Chậm tiến độ” trong lựa chọn này; đang xem tất cả."),
        ({"nhom": "XX"}, "Không có mục tiêu nào của nhóm “XX” trong lựa chọn này; đang xem tất cả."),
        ({"tin_hieu": "abc"}, "Không có tín hiệu “abc”"),
        ({"bang": "abc"}, "Không có bảng “abc”"),
        ({"trang_thai": "missed", "nhom": "CQ", "tin_hieu": "overdue", "bang": "qua-han"}, None),
    ],
)
def test_a_card_pillar_signal_or_table_that_is_not_there_is_told(app, choices, sentence):
    at = app()
    at.query_params.update({"dia_ban": "42", "nam": "2022", **choices})
    text = said(well(at.run()))
    assert sentence in text if sentence else 'class="unanswered"' not in text


def test_a_claim_without_a_number_has_no_difference(app):
    at = app()
    at.query_params.update({"dia_ban": "42", "nam": "2022", "trang_thai": "stated"})
    text = said(well(at.run()))
    values = re.findall(r'class="focus-value">([^<]*)</span><span class="focus-gap s-stated">([^<]*)<', text)
    assert values and all(value.startswith("mục tiêu ") and gap == "không nêu số" for value, gap in values)
