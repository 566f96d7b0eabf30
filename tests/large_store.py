"""A generated store for the benchmark: the shipped figures plus millions of invented ones, marked as generated.

python -m tests.large_store FILE --facts 44000000
"""

from __future__ import annotations

import argparse
import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

import duckdb

from data.seed import load_seed
from queries.derived_catalogues import renew_uploads
from queries.ledger import derive, fill_spread, in_slice, note_scope, open_upload
from queries.sqlfile import sql_file
from queries.store import Store

PROVINCES = 34
YEARS = range(2016, 2026)
INDICATORS = 100
PERIODS = ("Q1", "Q2", "Q3", "N")

_UNITS = """
    insert into unit_state
    select $upload, code, code, 'Xã sinh ' || code, 'xã', 'commune', null, province, date '2016-01-01', null, 'số liệu sinh để đo'
    from (select province, province || 'x' || lpad(n::varchar, 4, '0') as code
          from (select case p when 0 then '42' else 'p' || lpad(p::varchar, 2, '0') end as province from range($provinces) as t(p)), range($communes) as c(n))
    union all
    select $upload, 'p' || lpad(p::varchar, 2, '0'), 'p' || lpad(p::varchar, 2, '0'), 'Tỉnh sinh p' || lpad(p::varchar, 2, '0'), 'tỉnh', 'province', null,
        'p' || lpad(p::varchar, 2, '0'), date '2016-01-01', null, 'số liệu sinh để đo'
    from range(1, $provinces) as t(p)"""
_FACTS = """
    insert into result by name
    select $upload as upload_id, row_number() over () as row_number, u.province_code, i.indicator_id, u.unit_id,
        u.level, $year as year, p.period, case when mistaken then 100 - smooth else smooth end as value, 'exact' as qualifier, 'số liệu sinh' as as_written, 'Số liệu sinh' as document, false as withdrawn
    from unit as u
    cross join (select indicator_id from indicator_catalogue where unit_of_measure = '%' order by indicator_id limit $indicators) as i
    cross join (select unnest($periods) as period, 4 * ($year - 2016) + unnest(range(len($periods))) as quarters) as p
    cross join lateral (select hash(u.unit_id || i.indicator_id) as of_series, hash(u.unit_id || i.indicator_id || $year || p.period) as of_figure)
    cross join lateral (select of_figure % 5000 = 0 as mistaken, least(100, greatest(0,
        of_series % 50 + quarters * (of_series % 113) / 100 + of_figure % 401 / 100 - 2))::decimal(18, 2)::decimal(18, 4) as smooth)
    where u.legal_basis = 'số liệu sinh để đo' and u.province_code = $province
    order by u.province_code, p.period, i.indicator_id, u.unit_id"""


_COPIED = ("result", "current_claim", "current_figure", "current_count")
_MOVED = {  # what a row of the copied tables says instead, where it is that of another province
    "upload_id": "upload_id + $uploads",
    "province_code": "$there",
    "unit_id": "replace(unit_id, $here, $there)",
    "unit_name": "replace(unit_name, $here, $there)",
    **{column: f"({column} * (100 - $less) / 100)::decimal(18, 4)" for column in ("value", "low", "high", "actual", "actual_low", "actual_high", "to_date")},
}  # fmt: skip


def generate(path: Path, facts: int, provinces: int = PROVINCES) -> int:
    """Write a store of about ``facts`` invented results beside the seed; returns how many.

    A figure grows from quarter to quarter by up to a point or so; one in 5,000 is mistaken, the rest of 100 instead of itself.
    What an import does is left out: no file is read, no rule is asked, nothing is checked. The first two provinces are derived by the
    statements of every import, a province and a year at a time; the others are those of the second with other names and smaller numbers, its derived
    rows as well, and for the last of them the check of derived rows is asked whether they are what would have been derived.
    """
    communes = max(1, round(facts / (provinces * len(YEARS) * INDICATORS * len(PERIODS))))
    store = Store.create(path)
    load_seed(store)
    started = time.perf_counter()

    def units(cursor: duckdb.DuckDBPyConnection) -> None:
        upload = open_upload(cursor, kind="generated", file_name="-", file_sha256="0", uploaded_by="benchmark", row_count=0)
        cursor.execute(_UNITS, {"upload": upload, "provinces": provinces, "communes": communes})

    store.write(units)
    names = ["42", *(f"p{number:02}" for number in range(1, provinces))]
    for number, province in enumerate(names):
        if number < 2:
            _derived(store, province)
        else:
            _copied(store, names[1], province, number - 1)
        print(f"{province}: {time.perf_counter() - started:.0f} s", flush=True)
    wrong = _wrong(store, names[-1])
    if wrong:
        raise AssertionError(f"derived rows of {names[-1]} are not what would have been derived: {wrong}")
    written = int(store.select("select count(*) as n from result where document = 'Số liệu sinh'")["n"][0])
    store.close()
    return written


def _derived(store: Store, province: str) -> None:
    """The facts of a province, derived as by an import; a year at a time fits into the store's memory."""
    for year in YEARS:
        with _transaction(store) as cursor:
            upload = open_upload(cursor, kind="generated", file_name="-", file_sha256="0", uploaded_by="benchmark", row_count=0)
            asked = {"upload": upload, "year": year, "province": province, "indicators": INDICATORS, "periods": list(PERIODS)}
            cursor.execute(_FACTS, asked)
            note_scope(cursor, upload)
            derive(cursor, since_upload=upload, undone=[])


def _copied(store: Store, here: str, there: str, number: int) -> None:
    """The rows of a province once more, as those of another one."""
    moved = {"here": here, "there": there, "uploads": number * len(YEARS), "less": number}
    with _transaction(store) as cursor:
        uploads = "select distinct upload_id from upload_scope where province_code = $here"
        cursor.execute(
            f"insert into upload by name select * replace (upload_id + $uploads as upload_id) from upload where upload_id in ({uploads})",
            {"here": here, "uploads": moved["uploads"]},
        )
        renew_uploads(cursor)
        for table in (*_COPIED, "upload_scope"):
            columns = sql_file("tables", table).columns
            said = ", ".join(f"{expression} as {column}" for column, expression in _MOVED.items() if column in columns)
            asked = {name: value for name, value in moved.items() if f"${name}" in said + "$here"}
            cursor.execute(
                f"insert into {table} by name select * replace ({said}) from {table} where province_code = $here", asked
            )
        for year in YEARS:  # a median of an even number of rounded numbers is not the rounded median
            fill_spread(cursor, there, year, year)


@contextlib.contextmanager
def _transaction(store: Store) -> Iterator[duckdb.DuckDBPyConnection]:
    """A write without the checks, which look at real uploads."""
    with store._connection.cursor() as cursor:
        cursor.execute("begin")
        yield cursor
        cursor.execute("update data_version set version = version + 1")
        cursor.execute("commit")


def _wrong(store: Store, province: str) -> list[tuple[object, ...]]:
    """What the check of derived rows finds in the last year of a province."""
    year = YEARS[-1]
    slice_of = {"province": province, "first": year, "last": year}
    with store._connection.cursor() as cursor, in_slice(cursor, **slice_of):
        return list(cursor.execute(sql_file("checks", "derived_differs_from_view").statement, slice_of).fetchall())


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--facts", type=int, default=44_000_000)
    parser.add_argument(
        "--provinces", type=int, default=PROVINCES, help="fewer of them make a smaller store with provinces of the same size"
    )
    chosen = parser.parse_args()
    print(generate(chosen.file, chosen.facts, chosen.provinces))
