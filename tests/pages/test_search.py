"""The search box, on every page that has one."""

import re

import pytest

import components.store.store_access
from tests.pages.app_session import new_session, said, well

PAGES = [None, "pages/units/levels.py", "pages/units/compare.py"]


@pytest.fixture(scope="module")
def searched(new_seed_file):
    """What stands in the list of hits for these words."""
    components.store.store_access.close_all()

    def hits(words, page=None):
        at = well(new_session().run())
        if page:
            well(at.switch_page(page).run())
        well(at.text_input(key="tim").set_value(words).run())
        texts = [html.proto.body for html in at.get("html") if re.search("Tìm thấy|khớp với", html.proto.body)]
        assert len(texts) == 1, words
        return texts[0]

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATA_URL", str(new_seed_file()))
        yield hits
        components.store.store_access.close_all()


@pytest.mark.parametrize("page", PAGES)
def test_every_leaders_page_finds_with_status_newest_value_and_link(searched, page):
    listed = searched("ho so dien tu", page)
    assert "chi_tieu=CQ.06" in listed
    assert "cấp tỉnh: kết quả 45% (năm 2022) · gần đạt" in listed and "shape-near" in listed


def test_the_gallery_shows_what_was_found_through_the_years_instead_of_a_list(searched):
    at = well(well(new_session().run()).switch_page("pages/leaders/indicator.py").run())
    shown = said(well(at.text_input(key="tim").set_value("ho so dien tu").run()))
    assert "Tìm thấy" not in shown and "chi_tieu=CQ.06" in shown and "cấp tỉnh · năm 2022: 45%, gần đạt" in shown


@pytest.mark.parametrize("words", ["hồ sơ điện", "HO SO DIEN", "CQ.06", "cq.06", "hô sơ điên"])
def test_marks_and_case_make_no_difference(searched, words):
    assert "chi_tieu=CQ.06" in searched(words)


def test_a_word_is_found_from_its_start_and_not_from_its_middle(searched):
    assert "chi_tieu=CQ.06" in searched("hồ sơ đi")
    assert "chi_tieu=CQ.06" not in searched("iện tử")


def test_a_slip_is_told_with_what_is_near(searched):
    listed = searched("thu tuc hanh chinhh")
    assert "Không có chỉ tiêu nào khớp với “thu tuc hanh chinhh”; gần nhất:" in listed and "chi_tieu=CQ." in listed


def test_nothing_alike_is_told_too(searched):
    assert "Không có chỉ tiêu nào của địa bàn này khớp với “xyzxyz”." in searched("xyzxyz")


def test_words_cannot_bring_markup_into_the_page(searched):
    assert "<b>x" not in searched("<b>x")
