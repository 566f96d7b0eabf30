"""Status and gap of every row of the seed, computed a second time in pandas from the CSV files."""

from decimal import Decimal

import pandas as pd
import pytest

from data.seed import FOLDER
from data.vietnamese.dates import today

TODAY = today()


def read(name):
    return pd.read_csv(FOLDER / name, dtype=str, keep_default_na=False, encoding="utf-8-sig")


def amount(text):
    return float(text.replace(",", ".")) if text else None


def last_day(year, period):
    months = {"N": 12, "Q1": 3, "Q2": 6, "Q3": 9, "Q4": 12}
    month = months.get(period) or int(period.strip("T"))
    return (pd.Timestamp(int(year), month, 1) + pd.offsets.MonthEnd(0)).date()


def status_of(target, result, direction):
    """The rules of the design, written once more: a dict with the chosen target, one with the chosen result."""
    if target is None:
        return None, "no_target"
    final = result is not None and result["dinh_tinh"] != "uoc" and not result["so_lieu_den_ngay"]
    if last_day(target["nam"], target["ky"]) >= TODAY and not final:
        return None, "not_due"
    if result is None:
        return None, "no_result"
    op, low, high = target["dau"], amount(target["chi_tieu_tu"]), amount(target["chi_tieu_den"])
    actual = amount(result["gia_tri"])
    if actual is None and result["mau_so"]:
        actual = round(100 * amount(result["tu_so"]) / amount(result["mau_so"]), 4)
    lower_better = op in ("<", "<=") or (op == "range" and direction == "giam")
    wanted = (high if lower_better else low) if op else None
    if actual is None or wanted is None:
        return None, {"dat": "met", "chua_dat": "missed", "": "no_result"}[result["danh_gia"]]
    if op == "=":
        exact = actual == wanted and result["dinh_tinh"] not in ("tren", "gan")
        return actual - wanted, "met" if exact else "near" if abs(actual - wanted) <= wanted / 10 else "missed"
    sign = -1 if lower_better else 1
    ahead = sign * (actual - wanted)
    says_more, says_less = ("tren", "gan") if sign == 1 else ("gan", "tren")
    strict = op in (">", "<")
    if result["dinh_tinh"] == says_less or (strict and result["dinh_tinh"] != says_more):
        met = ahead > 0
    else:
        met = ahead >= 0
    near = actual >= wanted * 0.9 if sign == 1 else actual <= wanted * 1.1
    return actual - wanted, "met" if met else "near" if near else "missed"


@pytest.fixture(scope="module")
def second_route():
    """(indicator, unit code, level, year, period) -> (gap, status), from the CSV files alone."""
    figures, documents, indicators = read("figures.csv"), read("documents.csv"), read("indicators.csv")
    issued = {row.so_hieu: pd.to_datetime(row.ngay_xep, dayfirst=True) for row in documents.itertuples()}
    direction = dict(zip(indicators["ma_chi_tieu"], indicators["chieu"], strict=True))
    rows = figures.to_dict("records")
    for place, row in enumerate(rows):
        row["place"], row["issued"] = place, issued[row["nguon"]]
    by_key = {}
    keys = ["ma_chi_tieu", "don_vi", "cap", "nam", "ky"]
    for row in rows:
        by_key.setdefault(tuple(row[key] for key in keys), []).append(row)

    def first(claims):
        claims = sorted(claims, key=lambda row: row["place"])
        claims = sorted(
            claims,
            key=lambda row: (
                pd.to_datetime(row["so_lieu_den_ngay"], dayfirst=True) if row["so_lieu_den_ngay"] else pd.Timestamp(1900, 1, 1)
            ),
            reverse=True,
        )
        return max(claims, key=lambda row: row["issued"], default=None)

    province = {}
    for key, claims in by_key.items():
        if key[1] in ("42", "75"):
            province[key] = [row for row in claims if row["chi_tieu"]]
    answer = {}
    for key, claims in by_key.items():
        target, result = first([row for row in claims if row["chi_tieu"]]), first([row for row in claims if row["ket_qua"]])
        if target is None and result is not None and key[1] not in ("42", "75") and key[2] in ("huyen", "xa"):
            target = first(province.get((key[0], "42", *key[2:]), []))
        answer[key] = status_of(target, result, direction[key[0]])
    return answer


def test_status_and_gap_of_every_row_agree_with_a_second_route(store, second_route):
    levels = {"province": "tinh", "district": "huyen", "commune": "xa", "all": "chung"}
    rows = store.select("""select f.*, u.code from figure as f join unit as u using (unit_id)""")
    assert len(rows) == len(second_route)
    for row in rows.itertuples():
        gap, status = second_route[(row.indicator_id, row.code, levels[row.level], str(row.year), row.period)]
        assert row.status == status, row
        if gap is not None and status != "not_due":
            assert row.gap == pytest.approx(gap, abs=1e-4), row
        if row.status in ("no_target", "no_result"):
            assert pd.isna(row.gap) or gap is not None


CASES = [
    ("at least: exactly", ">=", 50, None, 50, "exact", "higher", "met"),
    ("more than: exactly is not enough", ">", 50, None, 50, "exact", "higher", "near"),
    ("more than: over it", ">", 50, None, 50, "over", "higher", "met"),
    ("at least: nearly it", ">=", 99, None, 99, "nearly", "higher", "near"),
    ("at least: 90% of it", ">=", 50, None, 45, "exact", "higher", "near"),
    ("at least: just below 90%", ">=", 50, None, "44.99", "exact", "higher", "missed"),
    ("range: low end", "range", 20, 30, 20, "about", "higher", "met"),
    ("range: above it", "range", 20, 30, 35, "exact", "higher", "met"),
    ("range: below it", "range", 20, 30, 10, "about", "higher", "missed"),
    ("at most: exactly", "<=", None, 10, 10, "exact", "lower", "met"),
    ("less than: exactly is not enough", "<", None, 10, 10, "exact", "lower", "near"),
    ("at most: 110% of it", "<=", None, 10, 11, "exact", "lower", "near"),
    ("at most: just above 110%", "<=", None, 10, "11.01", "exact", "lower", "missed"),
    ("range, lower is better: high end", "range", 20, 30, 30, "exact", "lower", "met"),
    ("exactly: exactly", "=", 4, None, 4, "exact", "higher", "met"),
    ("exactly: over it", "=", 10, None, 10, "over", "higher", "near"),
    ("exactly: 110% of it", "=", 10, None, 11, "exact", "higher", "near"),
    ("exactly: just above 110%", "=", 10, None, "11.01", "exact", "higher", "missed"),
    ("exactly: 90% of it", "=", 10, None, 9, "exact", "higher", "near"),
    ("exactly: just below 90%", "=", 10, None, "8.99", "exact", "higher", "missed"),
    ("exactly: far above it", "=", 4, None, 6, "exact", "higher", "missed"),
    ("at least 0: 0", ">=", 0, None, 0, "exact", "higher", "met"),
    ("at most 0: 0", "<=", None, 0, 0, "exact", "lower", "met"),
]


@pytest.mark.parametrize(
    ("op", "low", "high", "value", "qualifier", "direction", "expected"),
    [pytest.param(*case[1:], id=case[0]) for case in CASES],
)
def test_a_status_follows_the_target_as_written(own_store, op, low, high, value, qualifier, direction, expected):
    from queries.ledger import append, note_scope, open_upload
    from queries.sqlfile import sql_file

    def change(cursor):
        upload = open_upload(cursor, kind="test", file_name="t", file_sha256="0", uploaded_by="test", row_count=2)
        catalogue = cursor.execute("select * from indicator where indicator_id = 'CQ.06'").fetchone()
        row = dict(zip(sql_file("tables", "indicator").columns, catalogue, strict=True))
        append(
            cursor,
            "indicator",
            [
                {
                    **row,
                    "upload_id": upload,
                    "indicator_id": "TT.99",
                    "direction": direction,
                    "kind": "count",
                    "unit_of_measure": "lần",
                }
            ],
        )
        common = {
            "upload_id": upload,
            "row_number": 2,
            "province_code": "42",
            "indicator_id": "TT.99",
            "unit_id": "42",
            "level": "all",
            "year": 2023,
            "period": "N",
            "document": "thử",
            "withdrawn": False,
        }
        append(cursor, "target", [{**common, "op": op, "low": low, "high": high, "as_written": "x"}])
        append(cursor, "result", [{**common, "value": Decimal(value), "qualifier": qualifier, "as_written": "x"}])
        note_scope(cursor, upload)

    own_store.write(change)
    assert own_store.select("select status from target_vs_actual where indicator_id = 'TT.99'")["status"].tolist() == [expected]
