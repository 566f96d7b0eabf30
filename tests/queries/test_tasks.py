"""Tasks, money and remarks of the five documents: whole, traceable, and added up by a second route, from the files."""

import csv
from collections import Counter, defaultdict
from datetime import date
from decimal import Decimal

import pytest

from data.seed import FOLDER
from data.vietnamese import terms
from queries.clock import on_day

LISTS = {  # document, list: how many rows it prints
    ("525/KH-UBND", "Phụ lục"): 27,
    **{("424/QĐ-UBND", f"Phụ lục {number}"): count for number, count in zip(range(1, 7), (15, 4, 15, 23, 11, 7), strict=True)},
    ("Báo cáo Quý II/2022", "Phần I.3"): 20,
    ("Kế hoạch năm 2023 (Đức Thọ)", "Phần I.II.9"): 5,
}
MILLION = 1_000_000
STATED_AND_ADDED = {  # locator and row, year -> (stated, added), million đồng, as read by hand in the texts
    ("Phụ lục, dòng Tổng cộng", "tổng", ""): (95_200, 74_200),
    ("Phụ lục 4, dòng Tổng", "tổng", "2022"): (128_000, 125_000),
    ("Phụ lục 4, dòng Tổng", "tổng", "2024"): (117_000, 120_000),
    ("Phần II.IV.1, bảng", "tổng", ""): (1_410_498, 1_438_798),
    ("Phần II.IV.1, bảng", "trung ương", ""): (310_500, 319_500),
    ("Phần II.IV.1, bảng", "địa phương", ""): (752_998, 770_298),
    ("Phần II.IV.1, bảng", "ODA và khác", ""): (347_000, 349_000),
    ("Phần II.IV.1, bảng", "tổng", "2022"): (242_600, 250_400),
    ("Phần II.IV.1, bảng", "tổng", "2023"): (288_600, 297_100),
    ("Phần II.IV.1, bảng", "tổng", "2024"): (354_600, 364_600),
    ("Phần II.IV.1, bảng", "tổng", "2025"): (326_100, 328_100),
    ("Phụ lục 7", "tổng", "2022"): (253_400, 250_400),
    ("Phụ lục 7", "tổng", "2024"): (361_600, 364_600),
}


def rows(name):
    with (FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def amount(row):
    return Decimal(row["so_tien"]) if row["so_tien"] else None


def test_every_list_is_there_with_all_its_rows():
    assert Counter((row["nguon"], row["danh_muc"]) for row in rows("tasks")) == LISTS


@pytest.mark.parametrize("name", ["tasks", "task_states", "budgets", "remarks"])
def test_every_row_names_its_document_and_place(name):
    known = {row["so_hieu"] for row in rows("documents")}
    assert all(row["nguon"] in known and row["vi_tri"] for row in rows(name))


def test_money_in_dong_is_the_number_as_written_in_its_unit():
    factors = {"triệu đồng": MILLION, "đ": 1, "đồng": 1}
    checked = 0
    for row in rows("budgets"):
        if amount(row) is not None:
            written = row["kinh_phi_ghi"].removesuffix("đ").strip().replace(".", "").replace(",", ".")
            assert Decimal(written) * factors[row["don_vi_ghi"]] == amount(row), row
            checked += 1
    assert checked > 600


def test_words_in_a_money_column_stay_words(store):
    words = store.select("select as_written, count(*) as rows from budget where amount_vnd is null group by all")
    said = dict(words.itertuples(index=False, name=None))
    assert said["Xã hội hoá"] >= 5 and said["Chưa có kinh phí"] == 5 and said["Theo Đề án"] == 2


def added_up(stated):
    """What the rows of the tables that a sum names come to: of each row its sum of all years, else its years; its own sum, else its sources."""
    cells = defaultdict(list)
    for row in rows("budgets"):
        added = row["nguon"] == stated["nguon"] and row["bang"] in stated["cong_tu"].split("; ") and not row["cong_tu"]
        if added and amount(row) is not None:
            cells[row["phan"]].append(row)
    return sum(filter(None, (of_row(of, stated) for of in cells.values())), Decimal(0))


def of_row(cells, stated):
    own = [cell for cell in cells if cell["nguon_von"] == stated["nguon_von"]]
    cells = own or (cells if stated["nguon_von"] == "tổng" else [])
    whole = [cell for cell in cells if not cell["nam"]]
    wanted = [cell for cell in cells if cell["nam"] == stated["nam"]] if stated["nam"] else whole or cells
    return sum((amount(cell) for cell in wanted), Decimal(0))


def test_what_does_not_add_up_is_told_with_both_figures_and_nothing_else_is(store):
    second = {}
    for row in rows("budgets"):
        if row["cong_tu"] and amount(row) is not None and row["nguon_von"] != "không rõ cột nguồn":
            added = added_up(row)
            if added and added != amount(row):
                second[row["vi_tri"], row["nguon_von"], row["nam"]] = (amount(row) / MILLION, added / MILLION)
    told = store.select("select locator, source, year::varchar as year, stated_vnd, added_vnd from budget_gap").fillna(
        {"year": ""}
    )
    first = {
        (row.locator, row.source, row.year): (row.stated_vnd / MILLION, row.added_vnd / MILLION) for row in told.itertuples()
    }
    assert first == second == STATED_AND_ADDED


def test_in_both_tables_of_the_scheme_the_sources_of_a_year_come_to_its_sum():
    for table in ("Phần II.IV.1, bảng", "Phụ lục 7"):
        of_table = [row for row in rows("budgets") if row["nguon"] == "424/QĐ-UBND" and row["bang"] == table]
        for year in ("", "2021", "2022", "2023", "2024", "2025"):
            cells = {row["nguon_von"]: amount(row) for row in of_table if row["nam"] == year}
            assert cells.pop("tổng") == sum(cells.values()) and len(cells) == 3


def test_a_task_with_sources_or_years_comes_to_their_sum():
    """Of the scheme's appendices; plan 525 has rows that the scan has damaged."""
    whole, years, sources = {}, defaultdict(Decimal), defaultdict(Decimal)
    for row in rows("budgets"):
        if row["nguon"] == "424/QĐ-UBND" and row["ma_nhiem_vu"] and amount(row) is not None:
            if row["nguon_von"] != "tổng":
                sources[row["ma_nhiem_vu"]] += amount(row)
            elif row["dong_tong"]:
                whole[row["ma_nhiem_vu"]] = amount(row)
            else:
                years[row["ma_nhiem_vu"]] += amount(row)
    stated = {row["ma_nhiem_vu"]: amount(row) for row in rows("tasks") if row["nguon"] == "424/QĐ-UBND" and amount(row)}
    assert whole == stated and len(whole) > 60
    assert {task for task in whole if task in sources and sources[task] != whole[task]} == set()
    assert {task for task in whole if task in years and years[task] != whole[task]} == set()


def test_the_newest_state_of_a_work_is_told_of_every_row_that_speaks_of_it(store):
    states = dict(store.select("select task_id, status from task where status is not null").itertuples(index=False, name=None))
    assert states["424.PL3.3"] == states["525.I.1.2"] == states["QII2022.9"] == "preparing"
    assert states["424.PL1.3"] == "preparing", "the report of the quarter is newer than the scheme, which says 'running'"
    assert Counter(state for task, state in states.items() if task.startswith("QII2022")) == {
        "not_started": 2, "preparing": 7, "tendering": 2, "running": 5, "finished": 1, "unclear": 3,
    }  # fmt: skip


def test_late_is_what_is_over_without_a_word_that_it_is_finished(store):
    asked = "select count(*) from known_task where late"
    with on_day(date(2025, 12, 31)):
        before = store.select(asked).iloc[0, 0]
    with on_day(date(2026, 1, 1)):
        after = store.select(asked).iloc[0, 0]
        days = store.select("select distinct days_late from known_task where late and end_year = 2025")["days_late"].tolist()
    assert (before, days) == (sum(row["nam_cuoi"] in {"2021", "2022", "2023", "2024"} for row in resolved()), [1])
    assert after == sum(bool(row["nam_cuoi"]) for row in resolved())


def resolved():
    """Tasks with the years of the row that they carry on, where they say none."""
    by_id = {row["ma_nhiem_vu"]: row for row in rows("tasks")}
    return [{**row, "nam_cuoi": row["nam_cuoi"] or by_id.get(row["cung_viec"], {}).get("nam_cuoi", "")} for row in rows("tasks")]


def test_every_link_is_argued():
    assert rows("task_links") and all(len(row["ly_do"]) > 20 for row in rows("task_links"))


def test_remarks_are_short_and_of_the_kinds_that_the_documents_have():
    remarks = rows("remarks")
    assert {row["loai_nhan_xet"] for row in remarks} == set(terms.REMARK_WORDS)
    assert max(len(row["noi_dung"]) for row in remarks) <= 220
    assert len({row["noi_dung"] for row in remarks}) == len(remarks) == 575
