"""What a link asks for and a page does not have is never replaced without a word."""

import re

import pytest

import components.store.store_access
from components.filters import url_state
from components.filters.unanswered import near
from tests.pages.app_session import new_session, said, well

INDICATOR, LEVELS, REPORT = "pages/leaders/indicator.py", "pages/units/levels.py", "pages/briefing/report.py"


@pytest.fixture(scope="module")
def app(new_seed_file):
    components.store.store_access.close_all()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATA_URL", str(new_seed_file()))
        yield new_session
        components.store.store_access.close_all()


def opened(app, page=None, **link):
    """A session that opened a page by a link."""
    at = app()
    if page:
        well(at.run())
        at.switch_page(page)
    at.query_params.update(link)
    return well(at.run())


def message(at):
    """What stands in the strip under the choices, without markup; '' without a strip."""
    strips = [html.proto.body for html in at.get("html") if 'class="unanswered"' in html.proto.body]
    assert len(strips) <= 1
    return re.sub(r"<[^>]+>", "", "".join(strips))


def back(at):
    """Run as Streamlit does when the browser goes back."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(url_state, "went_back", lambda: True)
        return at.run()


@pytest.mark.parametrize(
    ("page", "name", "code", "sentence"),
    [
        (
            INDICATOR,
            "chi_tieu",
            "CQ.6",
            "Không có chỉ tiêu “CQ.6”; gần nhất: Tỷ lệ hồ sơ công việc được quản lý dưới dạng hồ sơ điện tử",
        ),
        (None, "nam", "", "Liên kết không nêu năm nào; có thể chọn: "),
        (REPORT, "ky", "Q7", "Không có kỳ “Q7”; gần nhất: "),
        (INDICATOR, "chi_tieu", "CQ.29", "Không có chỉ tiêu “CQ.29”; gần nhất: "),  # of Đồng Nai alone
        (None, "dia_ban", "99", "Không có địa bàn “99”; gần nhất: Tỉnh Hà Tĩnh"),
        (None, "dia_ban", "đồng nai", "Không có địa bàn “đồng nai”; gần nhất: Tỉnh Đồng Nai"),
        (None, "nam", "1999", "Không có năm “1999”; gần nhất: 20"),
        (None, "cap", "thon", "Không có cấp “thon”; gần nhất: "),
        (LEVELS, "so_sanh", "CQ.99", "Không có chỉ tiêu “CQ.99”; gần nhất: "),
    ],
)
def test_an_unknown_choice_is_told_and_stays_in_its_box(app, page, name, code, sentence):
    at = opened(app, page, **{name: code})
    assert message(at).startswith(sentence)
    assert at.get_by_key(name).value == code and at.query_params[name] in (code, [code])
    assert said(at).count('<h1 class="say">') == 1 and "Trang này không có điều đang chọn</h1>" in said(at)


def test_what_is_near_is_one_tap_away_and_the_rest_of_the_link_stays(app):
    at = opened(app, INDICATOR, dia_ban="42", cap="commune", chi_tieu="CQ.6")
    assert 'href="?dia_ban=42&amp;cap=commune&amp;chi_tieu=CQ.06"' in said(at)
    assert at.get_by_key("cap").value == "commune"


def test_an_empty_indicator_in_the_link_is_told_and_all_of_them_are_shown(app):
    at = opened(app, INDICATOR, chi_tieu="")
    assert message(at) == "Liên kết không nêu chỉ tiêu nào; đang xem “Mọi chỉ tiêu, theo nhóm”."
    assert '<h1 class="say">' in said(at) and 'class="gallery' in said(at)
    well(at.selectbox(key="chi_tieu").set_value("CQ.06").run())
    well(at.selectbox(key="chi_tieu").set_value("").run())
    assert message(at) == ""  # chosen in the box, not asked by a link


def test_another_choice_in_the_box_takes_the_place_of_the_unknown_one(app):
    at = opened(app, INDICATOR, chi_tieu="CQ.6")
    well(at.selectbox(key="chi_tieu").set_value("CQ.06").run())
    assert message(at) == "" and '<h1 class="say">' in said(at)
    assert at.query_params["chi_tieu"] in ("CQ.06", ["CQ.06"])


@pytest.mark.parametrize("code", ["cq.06", " CQ.06 ", "CQ.06.", "Cq. 06"])
def test_case_blanks_and_a_full_stop_are_forgiven_without_a_word(app, code):
    at = opened(app, INDICATOR, chi_tieu=code)
    assert message(at) == "" and at.selectbox(key="chi_tieu").value == "CQ.06"


def test_a_district_is_forgiven_a_full_stop_too(app):
    at = opened(app, dia_ban="440.")
    assert message(at) == "" and at.selectbox(key="dia_ban").value == "440"


def test_a_choice_that_another_territory_does_not_have_is_told(app):
    at = opened(app, INDICATOR, chi_tieu="CQ.06")
    well(at.selectbox(key="dia_ban").set_value("75").run())
    assert message(at).startswith("Không có chỉ tiêu “CQ.06” trong số liệu đang mở; đang xem “")
    assert '<h1 class="say">' in said(at)


def test_what_nobody_chose_is_not_missed(app):
    at = opened(app)
    well(at.selectbox(key="dia_ban").set_value("75").run())
    assert message(at) == ""


def test_a_bare_page_says_nothing(app):
    assert message(opened(app)) == ""


def test_the_unknown_territory_alone_is_told(app):
    assert message(opened(app, dia_ban="99", nam="1999")).count("Không có") == 1


def test_back_to_a_bare_link_brings_what_it_showed(app):
    at = opened(app, INDICATOR, chi_tieu="CQ.06")
    well(at.get_by_key("cap").set_value("commune").run())
    assert at.query_params["cap"] in ("commune", ["commune"])
    del at.query_params["cap"]
    well(back(at))
    assert at.get_by_key("cap").value == "any" and "cap" not in at.query_params


def test_a_choice_kept_on_the_way_to_a_page_is_what_back_brings_there(app):
    at = opened(app, cap="commune")
    at.query_params.clear()
    well(at.switch_page(INDICATOR).run())
    assert at.query_params["cap"] in ("commune", ["commune"])
    well(at.get_by_key("cap").set_value("province").run())
    at.query_params.clear()
    well(back(at))
    assert at.get_by_key("cap").value == "commune"


def test_back_brings_the_parts_of_the_briefing_again(app):
    at = opened(app, REPORT, phan="tom-tat,can-chu-y")
    at.query_params["phan"] = "tom-tat"
    well(at.run())
    at.query_params["phan"] = "tom-tat,can-chu-y"
    well(back(at))
    assert at.query_params["phan"] in ("tom-tat,can-chu-y", ["tom-tat,can-chu-y"]) and message(at) == ""


def test_an_unknown_part_of_the_briefing_is_told_and_the_others_are_shown(app):
    at = opened(app, REPORT, phan="tom-tat,tom-tatt")
    assert message(at).startswith("Không có phần “tom-tatt”; gần nhất: ")


def test_what_is_near():
    options = (("CQ.06", "CQ.06 · Hồ sơ"), ("CQ.60", "CQ.60 · Ưu tiên"), ("HT.01", "HT.01 · Mạng truyền số liệu"))
    assert near("CQ.6", options)[0] == "CQ.06"
    assert near("mạng", options) == ["HT.01"]
    assert near("?", options) == ["CQ.06", "CQ.60", "HT.01"]
    assert near("2029", (("2022", "2022"), ("2030", "2030"), ("2025", "2025"))) == ["2030", "2025"]
