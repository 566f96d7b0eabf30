"""Oddities that only show beside other figures: each rule speaks up where it should, and a good file raises none of them."""

from __future__ import annotations

import csv
import random
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from data.accounts.sign_in import CLI
from data.ingest.importer import commit
from data.seed import FOLDER
from data.vietnamese.dates import on_day
from tests.data.ingest.sample_files import figures, judged

ODDITIES = {
    "all_zero", "target_result_swapped", "rows_shifted", "cumulative_falls", "far_from_neighbours", "factor_of_ten", "large_fall", "old_result",
    "day_after_document", "district_ended",
}  # fmt: skip
SHARES = ("CQ.06", "HT.07", "HT.45")  # of communes, in percent; the last one is better when lower
QUARTER = {"cap": "xa", "nam": "2026", "ky": "Q1"}
CUMULATIVE = {"ma_chi_tieu": "CQ.36", "cap": "chung"}  # counted from the beginning of the year


def odd(store, *rows):
    """(code, rows) of the oddities of a file, in order."""
    found = [finding for finding in judged(store, figures(*rows)) if finding.code in ODDITIES]
    return sorted((finding.code, tuple(map(int, finding.rows))) for finding in found)


def communes(store, count=69):
    """Codes of communes of today."""
    rows = store.select(
        "select code from unit where province_code = '42' and level = 'commune' and valid_to is null order by code"
    )
    return rows.code.tolist()[:count]


def brought(store, *rows):
    """A store that has taken some rows."""
    commit(store, figures(*rows), "truoc.csv", CLI, seen=None, reason="đã đối chiếu")
    return store


# good files


def shipped(period):
    """The numbers of the province's results that are shipped for a period of 2022: rows of the short form."""
    with (FOLDER / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [
            row
            for row in csv.DictReader(file)
            if row["gia_tri"] and (row["nam"], row["ky"], row["don_vi"]) == ("2022", period, "42")
        ]
    figure = {(row["ma_chi_tieu"], row["cap"]): row for row in rows}
    return [
        {name: row[name] for name in ("ma_chi_tieu", "cap", "don_vi", "ky")}
        | {"before": Decimal(row["gia_tri"].replace(",", "."))}
        for row in figure.values()
    ]


@pytest.mark.parametrize("period", ["Q2", "N"])
@pytest.mark.parametrize("chance", [1, 2, 3])
def test_a_good_report_made_of_the_results_of_the_year_before_raises_none(store, period, chance):
    draw = random.Random(chance)
    units = (
        store.select("select indicator_id, unit_of_measure as unit from indicator_catalogue")
        .set_index("indicator_id")
        .unit.to_dict()
    )
    rows = []
    for row in shipped(period):
        number = row.pop("before") * Decimal(draw.uniform(0.85, 1.15))
        share = units[row["ma_chi_tieu"]] == "%"
        number = min(number, Decimal(100)).quantize(Decimal("0.1")) if share else number.quantize(Decimal(1))
        rows.append({**row, "nam": "2023", "ket_qua": f"{number}%".replace(".", ",") if share else str(number)})
    assert len(rows) > 15
    assert odd(store, *rows) == []


def test_the_shipped_figures_themselves_raise_none(store):
    data = (FOLDER / "figures.csv").read_bytes()
    assert [finding.code for finding in judged(store, data) if finding.code in ODDITIES] == []


def test_a_good_quarter_of_all_communes_raises_none_beside_the_quarter_before(own):
    draw = random.Random(4)
    usual = {
        (unit, code): draw.uniform(8, 20) if code == "HT.45" else draw.uniform(45, 95)
        for unit in communes(own)
        for code in SHARES
    }

    def quarter(period):
        wobble = {key: min(100, value * draw.uniform(0.85, 1.15)) for key, value in usual.items()}
        return [{**QUARTER, "ky": period, "don_vi": unit, "ma_chi_tieu": code, "ket_qua": f"{value:.1f}%".replace(".", ",")} for (unit, code), value in wobble.items()]  # fmt: skip

    assert odd(own, *quarter("Q1")) == []
    assert odd(brought(own, *quarter("Q1")), *quarter("Q2")) == []


# each oddity


def test_all_zero(store):
    units = communes(store, 5)
    rows = [{**QUARTER, "don_vi": unit, "ma_chi_tieu": "CQ.06", "ket_qua": "0"} for unit in units]
    assert odd(store, *rows) == [("all_zero", (2,))]
    assert odd(store, *rows[:3]) == []
    assert odd(store, *rows, {**QUARTER, "don_vi": units[0], "ma_chi_tieu": "HT.07", "ket_qua": "71"}) == []


def test_all_zero_of_one_unit_among_others(store):
    one, other = communes(store, 2)
    codes = store.select(
        "select indicator_id as id from indicator_catalogue where kind = 'ratio' and levels like '%xa%' order by 1"
    ).id[:4]
    rows = [
        {**QUARTER, "don_vi": unit, "ma_chi_tieu": code, "ket_qua": "0" if unit == other else "72"}
        for unit in (one, other)
        for code in codes
    ]
    assert odd(store, *rows) == [("all_zero", (6,))]


def test_target_and_result_swapped_is_told_by_the_targets_of_the_store(own):
    units = communes(own, 4)
    targets = [
        {**QUARTER, "ky": "N", "don_vi": unit, "ma_chi_tieu": "CQ.06", "chi_tieu": target}
        for unit, target in zip(units, ("70", "75", "80", "85"), strict=True)
    ]
    right = [{**row, "ky": "Q1", "ket_qua": result} for row, result in zip(targets, ("61", "70", "72", "66"), strict=True)]
    swapped = [{**row, "chi_tieu": row["ket_qua"], "ket_qua": row["chi_tieu"]} for row in right]
    brought(own, *targets)
    assert odd(own, *swapped) == [("target_result_swapped", (2,))]
    assert odd(own, *right) == []


def test_target_and_result_swapped_is_told_by_round_and_odd_shares(store):
    units = communes(store, 6)
    results = ("61,4", "70,2", "72,7", "66,1", "81,9", "58,3")
    right = [
        {**QUARTER, "don_vi": unit, "ma_chi_tieu": "CQ.06", "chi_tieu": "80", "ket_qua": result}
        for unit, result in zip(units, results, strict=True)
    ]
    assert odd(store, *right) == []
    swapped = [{**row, "chi_tieu": row["ket_qua"], "ket_qua": row["chi_tieu"]} for row in right]
    assert odd(store, *swapped) == [("target_result_swapped", (2,))]


def test_a_column_that_moved_by_one_row(own):
    units, values = communes(own, 8), ("12", "88", "35", "70", "22", "95", "41", "64")
    rows = [
        {**QUARTER, "don_vi": unit, "ma_chi_tieu": "CQ.06", "ket_qua": value} for unit, value in zip(units, values, strict=True)
    ]
    brought(own, *rows)
    later = [{**row, "ky": "Q2", "ket_qua": str(int(value) + 2)} for row, value in zip(rows, values, strict=True)]
    assert odd(own, *later) == []
    moved = [{**row, "ket_qua": after["ket_qua"]} for row, after in pairwise(later)]
    found = odd(own, *moved)
    assert ("rows_shifted", (2,)) in found
    (shifted,) = [finding for finding in judged(own, figures(*moved)) if finding.code == "rows_shifted"]
    assert "12%" in shifted.text() and "88%" in shifted.text()


def test_a_cumulative_figure_that_falls_within_its_year(own):
    first, second = {**CUMULATIVE, "ky": "Q1", "ket_qua": "500"}, {**CUMULATIVE, "ky": "Q2", "ket_qua": "450"}
    assert odd(own, first, second) == [("cumulative_falls", (3,))]
    assert odd(own, first, {**second, "ket_qua": "900"}) == []
    assert odd(own, first, {**second, "nam": "2024"}) == []
    brought(own, first)
    assert odd(own, second) == [("cumulative_falls", (2,))]
    assert odd(own, {**first, "ket_qua": "400", "nguon": "99/BC-UBND"}, second) == []
    within = {"ma_chi_tieu": "CQ.44", "cap": "xa", "don_vi": communes(own, 1)[0], "nam": "2026"}
    assert odd(own, {**within, "ky": "Q1", "ket_qua": "500"}, {**within, "ky": "Q2", "ket_qua": "450"}) == []


def test_a_unit_far_from_its_neighbours(own):
    units = communes(own, 12)
    values = ["71", "74", "69", "77", "70", "73", "68", "75", "72", "76", "7,1", "74"]
    rows = [
        {**QUARTER, "don_vi": unit, "ma_chi_tieu": "CQ.06", "ket_qua": value} for unit, value in zip(units, values, strict=True)
    ]
    assert odd(own, *rows) == [("far_from_neighbours", (12,))]
    assert odd(own, *rows[:5], rows[10]) == []  # too few to tell
    brought(own, *rows)
    assert odd(own, *({**row, "ky": "Q2"} for row in rows)) == []  # it was like this before
    assert odd(own, {**rows[0], "ky": "Q2"}, *({**row, "ky": "Q2"} for row in rows[1:10])) == []


@pytest.mark.parametrize(
    ("result", "codes"), [("5", {"factor_of_ten"}), ("4,6", {"factor_of_ten"}), ("4,5", {"factor_of_ten"}), ("6", set())]
)
def test_nine_fold_as_well_as_ten_fold(store, result, codes):
    rows = [{"nam": "2023", "ket_qua": result}]  # it was 45% in 2022
    assert {code for code, _ in odd(store, *rows)} - {"large_fall"} == codes


def test_nine_fold_upwards(own):
    row = {"ma_chi_tieu": "NL.09", "cap": "chung", "nam": "2024", "ket_qua": "110"}
    brought(own, row)
    assert odd(own, {**row, "nam": "2025", "ket_qua": "995"}) == [("factor_of_ten", (2,))]
    assert odd(own, {**row, "nam": "2025", "ket_qua": "950"}) == []


def test_a_share_that_falls_by_many_points(own):
    row = {"ma_chi_tieu": "CQ.06", "cap": "tinh", "nam": "2024", "ket_qua": "100"}
    brought(own, row)
    for later, found in (("61,2", [("large_fall", (2,))]), ("85", []), ("71", [])):
        assert odd(own, {**row, "nam": "2025", "ket_qua": later}) == found
    assert odd(own, {**row, "nam": "2025", "ky": "Q1", "ket_qua": "61,2"}) == [("large_fall", (2,))]  # another period
    assert odd(own, {**row, "ket_qua": "61,2", "nguon": "99/BC-UBND"}) == [
        ("large_fall", (2,))
    ]  # the same figure, by another document


def test_a_share_that_should_be_low_and_rises_by_many_points(own):
    row = {**QUARTER, "ma_chi_tieu": "HT.45", "don_vi": communes(own, 1)[0], "ket_qua": "10"}
    brought(own, row)
    assert odd(own, {**row, "ky": "Q2", "ket_qua": "45"}) == [("large_fall", (2,))]
    assert odd(own, {**row, "ky": "Q2", "ket_qua": "2"}) == []


@pytest.mark.parametrize("year", ["2016", "2021"])
def test_a_result_of_a_year_long_past_for_which_the_unit_has_nothing(store, year):
    row = {"don_vi": "440", "cap": "huyen", "nam": year, "ket_qua": "61"}
    assert odd(store, row) == [("old_result", (2,))]
    (found,) = [finding for finding in judged(store, figures(row)) if finding.code == "old_result"]
    assert found.severity == "confirm" and f"năm {year}" in found.text() and "Huyện Đức Thọ" in found.text()
    with on_day(date(2026, 11, 15)):
        assert odd(store, {**row, "nam": "2024"}) == []
    assert odd(store, {**row, "nam": "2022"}) == []  # it has results of 2022


def test_a_day_of_data_after_the_day_of_its_document(store):
    row = {"ma_chi_tieu": "CQ.06", "cap": "huyen", "nam": "2022", "nguon": "525/KH-UBND", "vi_tri": "Phần I", "ket_qua": "41"}
    assert ("day_after_document", (2,)) in odd(store, {**row, "so_lieu_den_ngay": "30/12/2022"})
    assert "day_after_document" not in {code for code, _ in odd(store, {**row, "so_lieu_den_ngay": "29/12/2022"})}


@pytest.mark.parametrize(
    ("year", "period", "stopped"),
    [
        ("2026", "Q1", True),
        ("2025", "Q3", True),
        ("2025", "T7", True),
        ("2025", "6T", False),
        ("2025", "Q2", False),
        ("2025", "N", True),
        ("2025", "9T", True),
        ("2025", "T6", False),
        ("2024", "N", False),
    ],
)
def test_there_are_no_districts_after_june_2025(store, year, period, stopped):
    row = {"cap": "huyen", "nam": year, "ky": period, "ket_qua": "61"}
    assert odd(store, row) == ([("district_ended", (2,))] if stopped else [])
    if stopped:
        (found,) = [finding for finding in judged(store, figures(row)) if finding.code == "district_ended"]
        assert found.severity == "stop" and "cấp huyện kết thúc từ 01/07/2025" in found.text()


def test_targets_that_a_plan_of_the_districts_time_set_for_later_stay_possible(store):
    row = {"ma_chi_tieu": "CQ.06", "cap": "huyen", "nam": "2027", "chi_tieu": "80"}
    assert odd(store, {**row, "nguon": "424/QĐ-UBND"}) == []
    assert odd(store, {**row, "nguon": "99/KH-UBND"}) == [("district_ended", (2,))]


def test_a_share_above_100_may_be_a_share_of_the_plan(store):
    (found,) = [finding for finding in judged(store, figures({"ket_qua": "105%"})) if finding.severity == "stop"]
    assert found.code == "share_out_of_range" and "so với kế hoạch" in found.text()
    (found,) = [finding for finding in judged(store, figures({"ket_qua": "693"})) if finding.severity == "stop"]
    assert "so với kế hoạch" not in found.text()
