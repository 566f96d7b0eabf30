"""The register of contradictions, as a session sees it, and against the seed's own files."""

import csv
from pathlib import Path

import pytest

from components.text import finding_words
from queries.reads import finding_list
from queries.sqlfile import names, sql_file
from tests.pages.app_session import opening, said

PAGE = "pages/leaders/findings.py"
SEED = Path(__file__).parents[2] / "data" / "seed"


@pytest.fixture(scope="module")
def page(new_seed_file):
    """Opens the page by a link."""
    with opening(PAGE, new_seed_file()) as opened:
        yield opened


def test_it_says_how_many_and_shows_both_sides(page):
    text = said(page())
    assert "chỗ mâu thuẫn nghiêm trọng; tiền lệch nhiều nhất 28.300 triệu đồng" in text
    assert "1.410.498 triệu đồng" in text and "1.438.798 triệu đồng" in text  # two tables of 424/QĐ-UBND
    assert "“94 Tổ cấp xã”" in text and "“59 Tổ”" in text and "lệch 35 tổ" in text
    assert "45%/ 40%/ 20% so với 50%/ 40%/ 30%" in text and "văn bản xếp là chưa đạt" in text


def test_a_severity_and_a_kind_narrow_it(page):
    text = said(page(muc="severe", loai="conflicting"))
    assert "2 mục, nặng nhất đứng trước" in text and "“59 Tổ”" in text and "cộng các dòng" not in text


def test_a_territory_without_grave_ones_says_so(page):
    assert "không có mâu thuẫn nghiêm trọng" in said(page(dia_ban="75"))


def test_every_kind_has_its_words_and_shows_where_it_finds_and_where_not():
    kinds = [name.removeprefix("finding_") for name in names("views") if name.startswith("finding_") and name != "finding_row"]
    assert sorted(kinds) == sorted(finding_words.CHECKS)
    for kind in kinds:
        file = sql_file("views", f"finding_{kind}")
        ends = {example.endswith("=> no row") for example in file.examples}
        assert ends == ({False} if kind == "budget_sum" else {True, False}), kind  # every row of budget_gap is one


def test_claims_without_a_number_are_those_that_the_seed_calls_so(store):
    with (SEED / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        stated = [row for row in csv.DictReader(file) if row.get("can_cu") == "văn bản nêu" and row["ket_qua"]]
    found = [row for unit in ("42", "75") for row in finding_list(store, province_code=unit, unit_id=unit)]
    assert len([row for row in found if row.check_name == "stated_only"]) == len(stated) == 14
