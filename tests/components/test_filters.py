"""The choices at the top of a page: what they offer, what they open on, and what of them stands in the link."""

import pytest
from streamlit.testing.v1 import AppTest

import components.store.store_access
from tests.pages.app_session import well


def choices():
    """A page of nothing but its choices."""
    import streamlit as st

    from components.filters import filters

    with filters.bar():
        territory = filters.territory()
        year = filters.year(territory)
        period = filters.period_choice(territory, year)
        level = filters.level(territory, ["province", "commune"])
    st.write(f"{territory.unit_id} {year} {period} {level}")


@pytest.fixture(scope="module")
def page(new_seed_file):
    """A session of that page, opened by a link with these choices."""
    components.store.store_access.close_all()

    def opened(**link):
        at = AppTest.from_function(choices, default_timeout=60)
        at.query_params.update(link)
        return well(at.run())

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATA_URL", str(new_seed_file()))
        yield opened
        components.store.store_access.close_all()


def chosen(at):
    """What the page understood, in one line."""
    return at.markdown[0].value


def test_a_bare_link_opens_the_newest_results_of_the_year_that_the_store_names(page):
    at = page()
    assert chosen(at) == "42 2022 newest any" and not at.query_params


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ({"nam": "2022", "ky": "Q2"}, "42 2022 Q2 any"),
        ({"nam": "2022", "ky": "N", "cap": "commune"}, "42 2022 N commune"),
        ({"nam": "2021", "ky": "7T"}, "42 2021 7T any"),
        ({"dia_ban": "440", "nam": "2022"}, "440 2022 newest any"),  # results of a year for which nobody set a target
        ({"nam": "2022", "ky": "moi-nhat"}, "42 2022 newest any"),
    ],
)
def test_a_link_opens_the_year_and_the_part_that_it_names(page, link, expected):
    assert chosen(page(**link)) == expected


def test_the_parts_of_a_year_stand_in_the_order_of_time_with_their_results(page):
    parts = page(nam="2022").segmented_control(key="ky")
    assert [option.split(" · ")[0] for option in parts.options] == ["Mới nhất", "Cả năm", "Quý II", "9 tháng"]
    assert all(option.split(" · ")[1].isdigit() for option in parts.options[1:])


def test_a_part_without_results_is_not_offered_and_every_year_has_its_whole(page):
    assert page(nam="2023").segmented_control(key="ky").options == ["Mới nhất", "Cả năm"]


def test_a_chosen_part_stands_in_the_link_and_the_newest_is_left_out_again(page):
    at = page(nam="2022")
    well(at.segmented_control(key="ky").set_value("Q2").run())
    assert at.query_params["ky"] in ("Q2", ["Q2"]) and chosen(at) == "42 2022 Q2 any"


def test_a_choice_in_sight_cannot_be_taken_away(page):
    at = page(nam="2022")
    assert at.segmented_control(key="ky").proto.required and at.segmented_control(key="cap").proto.required


def test_only_levels_that_exist_are_offered_where_the_page_knows_them(page):
    assert page().segmented_control(key="cap").options == ["Tất cả", "Tỉnh", "Xã"]


def levels():
    """A page of nothing but the choice of a level."""
    from components.filters import filters

    with filters.bar():
        filters.level_in(filters.territory(), 2022)


def test_a_unit_offers_the_levels_of_its_figures_only(page):
    page()  # its copy of the store is open
    at = AppTest.from_function(levels, default_timeout=60)
    at.query_params["dia_ban"] = "440"
    assert well(at.run()).segmented_control(key="cap").options == ["Tất cả", "Huyện", "Xã", "Không phân cấp"]


def test_without_two_levels_there_is_no_box_unless_the_link_asks_for_a_level(page):
    def one_level():
        from components.filters import filters

        with filters.bar():
            filters.level(filters.territory(), ["commune"])

    page()
    at = AppTest.from_function(one_level, default_timeout=60)
    assert not well(at.run()).segmented_control
    at.query_params["cap"] = "district"
    assert well(at.run()).segmented_control(key="cap").options[1:] == ["Tất cả", "Xã"]


@pytest.mark.parametrize(("unit", "name"), [("42", "Toàn tỉnh"), ("440", "Không phân cấp")])
def test_figures_of_no_level_are_of_the_whole_province_or_undivided(page, unit, name):
    page()  # its copy of the store is open
    at = AppTest.from_function(levels, default_timeout=60)
    at.query_params["dia_ban"] = unit
    assert well(at.run()).segmented_control(key="cap").options[-1] == name


def nothing():
    import streamlit as st

    from components.filters import filters
    from components.tiles import messages

    with filters.bar():
        filters.territory()
        messages.nothing_yet("Chưa có gì.", "Chọn địa bàn khác.")
    st.text("không tới đây")


def test_an_empty_state_that_is_told_among_the_choices_stands_below_them_and_ends_the_page(page):
    assert page().main, "the store is the one of this file"
    at = well(AppTest.from_function(nothing, default_timeout=60).run())
    row, *below = at.main.children.values()
    in_row = [html.proto.body for html in row.get("html")]
    alone = [block.proto.body for block in below if block.type == "html"]
    assert row.get("selectbox") and not any("Chưa có gì." in body for body in in_row)
    assert sum("Chưa có gì." in body for body in alone) == 1
    assert not at.text, "the page ends there"
