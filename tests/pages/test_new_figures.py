"""What a clerk brings in is on the overview at the next look: twelve results of a quarter, by the importer."""

import re
import shutil
from datetime import date

import pytest

import components.store.open_stores
import components.store.store_access
from components.tiles.csv_download import as_csv
from components.tiles.overview import board_tables
from data.accounts.sign_in import CLI
from data.ingest.importer import commit
from data.vietnamese.dates import on_day
from queries import reads
from queries.signals import signal
from queries.store import Store
from tests.pages.app_session import new_session, said, well

PLACE = {"province_code": "42", "unit_id": "42"}
TODAY = date(2026, 11, 28)
HEAD = "ma_chi_tieu;cap;don_vi;nam;ky;chi_tieu;ket_qua;so_lieu_den_ngay;nguon\n"
MEASURED = (
    ("CQ.06", "tinh", "86,5"), ("CQ.06", "xa", "49,2"), ("HT.02", "chung", "99,1"), ("CQ.01", "chung", "94"), ("PT.01", "tinh", "88"),
    ("HT.12", "chung", "91,3"), ("HT.03", "xa", "97"), ("CQ.07", "chung", "58,4"), ("NL.01", "chung", "72"), ("HT.08", "chung", "66,8"),
    ("HT.09", "chung", "83,1"), ("AT.07", "chung", "64,2"),
)  # fmt: skip
QUARTER = HEAD + "".join(f"{code};{level};42;2026;Q3;;{value};30/09/2026;BC 90/BC-SKHCN\n" for code, level, value in MEASURED)


@pytest.fixture
def own(store_file, tmp_path, monkeypatch):
    """The file of a store of one's own that the app opens."""
    components.store.store_access.close_all()
    path = shutil.copy(store_file, tmp_path / "kho.duckdb")
    monkeypatch.setenv("DATA_URL", str(path))
    with on_day(TODAY):
        yield path
    components.store.store_access.close_all()


def bring(path, text, **more):
    """Import a table as the command line does, while the app is shut."""
    components.store.store_access.close_all()
    opened = Store.open(path)
    receipt = commit(opened, text.encode(), "so-lieu.csv", CLI, seen=None, reason="đã đối chiếu", **more)
    opened.close()
    return receipt


def look(**choices):
    at = new_session()
    for name, code in choices.items():
        at.query_params[name] = code
    return said(well(at.run()))


def headline(text):
    return re.findall(r'<h1 class="say">(.*?)</h1>', text)[0]


def asked(path, read, **params):
    components.store.store_access.close_all()
    opened = Store.open(path)
    rows = read(opened, **PLACE, **params)
    opened.close()
    return rows


def test_twelve_results_of_a_quarter_are_announced_judged_listed_and_given_as_csv(own):
    before = look()
    assert "kết quả của Quý III/2026" not in before
    assert bring(own, QUARTER).written == 12

    after = look()
    of_2022 = asked(own, reads.target_list, year=2022, period="newest", level="any")
    missed = f"{len(of_2022.where(mark='missed'))} trong {len(of_2022)} mục tiêu chưa đạt"
    assert headline(after) == headline(before) and headline(after).startswith(f"Hà Tĩnh 2022: {missed}")
    assert "Đã có 12 kết quả của Quý III/2026: " in after and re.search(r'href="\?[^"]*nam=2026&amp;ky=Q3"[^>]*>xem<', after)
    assert "số liệu đến ngày 30/09/2026" in after and "đã cũ" not in after

    quarter = look(nam="2026", ky="Q3")
    assert headline(quarter).startswith("Hà Tĩnh, quý III/2026, so với mục tiêu năm ")
    targets = asked(own, reads.target_list, year=2026, period="Q3", level="any")
    results = asked(own, reads.result_list, year=2026, period="Q3", level="any")
    listed = {(row.indicator_id, row.level) for row in (*targets, *results)}
    levels = {"tinh": "province", "xa": "commune", "chung": "all"}
    assert listed == {(code, levels[level]) for code, level, _ in MEASURED} and len(targets) + len(results) == 12
    assert "<b>49,2%</b> / 40%" in quarter
    for rows in (targets, results):
        lines = as_csv(board_tables.csv_table(rows, "42")).decode("utf-8-sig").splitlines()
        assert len(lines) == len(rows) + 1
        assert all("BC 90/BC-SKHCN" in line and "số liệu đến ngày 30/09/2026" in line for line in lines[1:])
    tables = quarter + look(nam="2026", ky="Q3", bang="ket-qua")
    assert all(re.search(rf"\b{re.escape(value)}%", tables) for _, _, value in MEASURED)


def test_one_new_figure_does_not_change_the_year_that_opens(own):
    before = headline(look())
    assert bring(own, HEAD + "CQ.06;tinh;42;2026;Q3;;86,5;30/09/2026;BC 90/BC-SKHCN\n").written == 1
    after = look()
    assert headline(after) == before and "Đã có 1 kết quả của Quý III/2026" in after


def test_a_card_a_pillar_and_a_signal_open_the_very_rows_that_they_count(own):
    rows = asked(own, reads.target_list, year=2022, period="newest", level="any")
    focus = rows.matching(lambda row: row.mark in ("missed", "near") or (row.mark == "met" and row.disputed))
    missed = look(trang_thai="missed")
    assert len(re.findall('class="focus-row"', missed)) == len(rows.where(mark="missed")) > 1
    assert "Bỏ lọc" in missed and "Gần đạt (" not in missed
    pillar = look(nhom="DL")
    assert len(re.findall('class="focus-row"', pillar)) == len(focus.where(pillar="DL")) > 0
    for name, count in (
        (name, len(signal(components.store.open_stores.open_store(), name=name, province_code="42", unit_id="42")))
        for name in ("overdue", "disputed", "conflicting")
    ):
        table = look(tin_hieu=name).split(f'<h2 class="part">{count} ')[1].split("</table>")[0]
        assert len(re.findall('scope="row"', table)) == count, name
    assert look(trang_thai="no-such", nhom="X", tin_hieu="y", bang="z").count('class="focus-row"') == len(focus)


def test_only_signed_in_staff_see_the_sql(own, monkeypatch):
    from components.accounts import guards

    assert "Cách tính (SQL)" not in look()
    monkeypatch.setattr(guards, "person", lambda: type("Someone", (), {"may_upload": True, "role": "staff"})())
    assert guards.is_staff() and "Cách tính (SQL)" in look()
    monkeypatch.setattr(guards, "person", lambda: type("Someone", (), {"may_upload": False, "role": "reader"})())
    assert not guards.is_staff() and "Cách tính (SQL)" not in look()


def test_results_of_a_year_that_waits_for_most_are_first_to_be_worked_on_and_set_the_age_and_the_way_to_go(own):
    """A report without a date and a year later than the target: 62,15% of 2025 against 70% of 2023, for which nothing was reported."""
    late = asked(own, reads.indicator_path, indicator_id="CQ.06").where(overdue=True)
    assert [(row.level, row.from_year, row.from_gap) for row in late] == [
        ("province", 2022, -25), ("district", 2022, -20), ("commune", 2022, -20),
    ]  # fmt: skip
    assert bring(own, HEAD + "".join(f"CQ.06;{cap};42;2025;N;;{value};;BC 88/BC-UBND\n" for cap, value in (("tinh", "62,15"), ("xa", "58,4")))).written == 2  # fmt: skip
    page = look(nam="2025")
    assert headline(page).startswith(
        "Hà Tĩnh 2025, 2 mục tiêu là của năm 2023: mới 2 trong 32 mục tiêu có kết quả để so (1 chưa đạt, 1 đạt)"
    )
    assert "Số liệu mới nhất là của năm 2025" in page and "đều đã cũ" not in page
    judged, waiting = page.index("Việc cần tập trung: mục tiêu chưa đạt"), page.index("Từ kết quả gần nhất đến mục tiêu năm 2025")
    assert judged < page.index("62,15% / 70%") < waiting
    after = asked(own, reads.indicator_path, indicator_id="CQ.06").where(overdue=True)
    assert [(row.level, row.from_year, round(float(row.from_gap), 2)) for row in after] == [
        ("province", 2025, -7.85), ("district", 2022, -20.0),
    ]  # fmt: skip
