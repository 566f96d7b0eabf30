"""The register of contradictions, as a session sees it, and against the seed's own files."""

import csv
import re
from pathlib import Path

import pytest

import components.store.open_stores
from components import page_turn
from components.accounts.session import SESSIONS
from components.text.origin import finding_words
from components.upload import doubt_box
from data.accounts.administration import create_account
from data.accounts.sign_in import CLI, replace_one_time
from data.ingest.importer import commit
from queries.accounts import stored_account
from queries.reads import finding_list
from queries.sqlfile import names, sql_file
from tests.pages.app_session import new_session, opening, said, well

PAGE = "pages/origin/findings.py"
OTHERS = (
    "finding_row",
    "finding_known",
    "finding_decided",
    "finding_decision_version",
    "finding_mark",
)  # views that are no check
SEED = Path(__file__).parents[2] / "data" / "seed"


@pytest.fixture(scope="module")
def page(new_seed_file):
    """Opens the page by a link."""
    with opening(PAGE, new_seed_file()) as opened:
        yield opened


def test_it_says_how_many_and_shows_both_sides(page):
    text = said(page())
    assert "14 chỗ mâu thuẫn nghiêm trọng, từ 5 nguyên nhân; tiền lệch nhiều nhất 28.300 triệu đồng" in text
    assert "1.410.498 triệu đồng" in text and "1.438.798 triệu đồng" in text  # two tables of 424/QĐ-UBND
    assert "“94 Tổ cấp xã”" in text and "“59 Tổ”" in text and "lệch 35 tổ" in text
    assert "45%/ 40%/ 20% so với 50%/ 40%/ 30%" in text and "văn bản xếp là chưa đạt" in text


def test_a_severity_and_a_kind_narrow_it(page):
    text = said(page(muc="severe", loai="conflicting"))
    assert "2 mục, nặng nhất đứng trước" in text and "“59 Tổ”" in text and "cộng các dòng" not in text


def test_a_territory_without_grave_ones_says_so(page):
    assert "không có mâu thuẫn nghiêm trọng" in said(page(dia_ban="75"))


def test_every_kind_has_its_words_and_shows_where_it_finds_and_where_not():
    views = [name for name in names("views") if name.startswith("finding_") and name not in OTHERS]
    found = {
        kind: file
        for file in (sql_file("views", view) for view in views)
        for kind in re.findall(r"'(\w+)' as check_name", file.statement)
    }
    assert sorted(found) == sorted(finding_words.CHECKS)
    for file in found.values():
        assert {example.endswith("=> no row") for example in file.examples} == {True, False}, file.name


def test_claims_without_a_number_are_those_that_the_seed_calls_so(store):
    with (SEED / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        stated = [row for row in csv.DictReader(file) if row.get("can_cu") == "văn bản nêu" and row["ket_qua"]]
    found = [row for unit in ("42", "75") for row in finding_list(store, province_code=unit, unit_id=unit)]
    assert len([row for row in found if row.check_name == "stated_only"]) == len(stated) == 14


def found_of(store):
    return finding_list(store, province_code="42", unit_id="42").where(check_name="conflicting")[0]


def signed_in(name, territories):
    """A session of somebody who brings the figures of some territories."""
    at, store = new_session(), components.store.open_stores.open_store()
    create_account(store, CLI, name=name, display_name=name, role="staff", territories=territories)
    replace_one_time(store, name, stored_account(store, name).change_number, "bốn mùa lúa chín vàng")
    at.session_state["session"] = SESSIONS.open(name, stored_account(store, name).change_number)
    return well(at.run())


def opened_by(at, finding_id):
    at.switch_page(PAGE)
    at.query_params.update(dia_ban="42", phat_hien=finding_id)
    return well(at.run())


def test_who_answers_for_the_territory_decides_on_the_page_and_others_are_told_who(page, monkeypatch):
    monkeypatch.setattr("streamlit.runtime.context.ContextProxy.ip_address", "127.0.0.1")  # a simulated visitor has none
    visitor = page(dia_ban="42")
    found = found_of(components.store.open_stores.open_store())
    visitor = page(dia_ban="42", phat_hien=found.finding_id)
    assert 'id="phat-hien"' in said(visitor) and not visitor.text_area and "cán bộ phụ trách tỉnh Hà Tĩnh" in said(visitor)
    assert not opened_by(signed_in("ductho", ("440",)), found.finding_id).text_area, "another territory's"

    at = opened_by(signed_in("hatinh", ("42",)), found.finding_id)
    at.radio(key=f"decide-{found.finding_id}").set_value("choose")
    well(at.run())
    at.text_area[0].set_value("<script>alert(1)</script> **Có ngày**")
    [button] = [button for button in at.button if button.label == "Ghi quyết định"]
    well(button.click().run())
    text = said(at)
    assert "Quyết định này đã được ghi" in text and "hatinh, " in text and "✓ Đã xử lý" in text
    assert "&lt;script&gt;alert(1)" in text and "<script>alert" not in text
    assert found_of(components.store.open_stores.open_store()).is_open is False
    assert "13 chỗ mâu thuẫn nghiêm trọng" in text and "1 chỗ đã xử lý" in text
    assert "1 mục, nặng nhất đứng trước" in said(page(dia_ban="42", xu_ly="roi"))


def test_an_undecided_one_is_marked_beside_its_figure_and_a_settled_one_told_at_its_source(page):
    overview, source = "pages/leaders/overview.py", {"chi_tieu": "CQ.06", "cap": "district", "nguon": "district.2022.N.result"}
    assert "phat_hien=disputed-" in said(page(overview, nam="2022"))
    assert "⚑ xếp loại trái số" in said(page("pages/leaders/indicator.py", **source))
    store = components.store.open_stores.open_store()
    [found] = finding_list(store, province_code="42", unit_id="42").where(check_name="disputed")
    row = f"{found.finding_id};42;{found.clash};chấp nhận;Hiện cả hai."
    commit(store, f"ma_phat_hien;ma_don_vi;hai_ben;quyet_dinh;ly_do\n{row}\n".encode(), "a.csv", CLI, seen=None, ticked=())
    after, source_after = said(page(overview, nam="2022")), said(page("pages/leaders/indicator.py", **source))
    assert "phat_hien=disputed-" not in after and "⚑" not in after.partition("board")[0]
    assert "⚑ xếp loại trái số" not in source_after and "✓ xếp loại trái số" in source_after
    assert "Chấp nhận: Hiện cả hai. (shell, " in source_after
    assert "✓ 11 mâu thuẫn" not in said(page("pages/tasks/budget.py")) and "mâu thuẫn chưa xử lý" in said(
        page("pages/tasks/budget.py")
    )


def test_a_figure_is_doubted_at_its_source_and_answered_on_the_desk(page, monkeypatch):
    monkeypatch.setattr("streamlit.runtime.context.ContextProxy.ip_address", "127.0.0.1")
    indicator, source = "pages/leaders/indicator.py", {"chi_tieu": "CQ.06", "cap": "commune", "nguon": "commune.2022.N.result"}
    assert not page(indicator, **source).text_area, "a visitor may not, unless the setting allows"
    at = signed_in("bao-sai", ("42",))
    at.switch_page(indicator)
    at.query_params.update(source)
    well(at.run()).text_area[0].set_value("<img src=x onerror=alert(1)> **sai**")
    well(next(button for button in at.button if button.label == "Gửi").click().run())
    assert (
        "&lt;img src=x onerror=alert(1)&gt; **sai**" in said(at) and "<img src=x" not in said(at) and "Chưa trả lời." in said(at)
    )
    well(at.switch_page("pages/staff/update.py").run())
    assert "1 lần báo số sai chưa trả lời" in said(at) and "<img src=x" not in said(at)
    next(box for box in at.text_input if box.label == "Một câu trả lời").set_value("Phần I.I ghi 20%.")
    well(next(button for button in at.button if button.label == "Trả lời").click().run())
    assert "lần báo số sai chưa trả lời" not in said(at)
    assert "Số đúng: Phần I.I ghi 20%. (bao-sai, " in said(page(indicator, **source))
    monkeypatch.setenv("DOUBTS", "everybody")
    assert page(indicator, **source).text_area


def test_a_page_that_waits_for_the_writer_with_a_doubt_has_no_turn(page, monkeypatch):
    monkeypatch.setattr("streamlit.runtime.context.ContextProxy.ip_address", "127.0.0.1")
    monkeypatch.setenv("DOUBTS", "everybody")
    held = []
    at = page("pages/leaders/indicator.py", chi_tieu="CQ.06", cap="commune", nguon="commune.2022.N.result")
    at.text_area[0].set_value("Văn bản ghi khác.")
    monkeypatch.setattr(doubt_box.doubts, "ask", lambda *given: held.append(page_turn._HERE.held))
    well(next(button for button in at.button if button.label == "Gửi").click().run())
    assert held == [False] and doubt_box.doubt_words.SENT in said(at)


PLACES = {  # page -> (link, label of the figure that is chosen, part of what is said afterwards)
    "pages/units/unit.py": ({"don_vi": "440"}, "Hồ sơ công việc", "Huyện Đức Thọ"),
    "pages/tasks/tasks.py": ({"van_ban": "525/KH-UBND"}, "", "Nhiệm vụ: "),
    "pages/tasks/budget.py": ({"van_ban": "525/KH-UBND"}, "dòng Tổng cộng", "dòng Tổng cộng"),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_figure_is_doubted_where_it_stands_and_marked_there(page, monkeypatch, place):
    monkeypatch.setattr("streamlit.runtime.context.ContextProxy.ip_address", "127.0.0.1")
    link, label, told = PLACES[place]
    assert not page(place, **link).text_area, "a visitor may not, unless the setting allows"
    at = signed_in(f"xem-{place.split('/')[-1][:-3]}", ("42",))
    at.switch_page(place)
    at.query_params.update(dia_ban="42", **link)
    well(at.run()).text_area[0].set_value("Văn bản ghi khác.")
    [which] = [box for box in at.selectbox if box.label == "Số nào"]
    which.select(next(option for option in which.options if label in option))
    before = said(at).count("⚑")
    well(next(button for button in at.button if button.label == "Gửi").click().run())
    assert "Đã gửi tới cơ quan phụ trách" in said(at) and told in said(at) and said(at).count("⚑") > before
    seen = said(page(place, **link))
    assert seen.count("⚑") > before and "Văn bản ghi khác." in seen, "everybody sees that it is doubted"
    desk = said(well(at.switch_page("pages/staff/update.py").run()))
    assert "báo số sai chưa trả lời" in desk and told in desk


def test_sums_that_do_not_agree_are_marked_in_their_cells_and_below_the_tasks(page):
    money = said(page("pages/tasks/budget.py", van_ban="424/QĐ-UBND"))
    assert len(re.findall(r"phat_hien=budget_(?:sum|tables)-", money)) > 20
    assert re.search(r"<b>1\.410\.498</b> <a href=\"mau-thuan[^>]*>⚑</a>", money)
    tasks = said(page("pages/tasks/tasks.py", van_ban="525/KH-UBND"))
    assert "⚑ 1 mâu thuẫn chưa xử lý" in tasks and "về tiền của 525/KH-UBND" in tasks
