"""A generated store for the benchmark: the shipped figures plus millions of invented ones, marked as generated.

python -m tests.large_store FILE --facts 44000000
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from data.seed import load_seed
from queries.ledger import derive, note_scope, open_upload
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
    select $upload, 'p' || lpad(p::varchar, 2, '0'), 'p' || lpad(p::varchar, 2, '0'), 'Tỉnh sinh ' || p, 'tỉnh', 'province', null,
        'p' || lpad(p::varchar, 2, '0'), date '2016-01-01', null, 'số liệu sinh để đo'
    from range(1, $provinces) as t(p)"""
_FACTS = """
    insert into result by name
    select $upload as upload_id, row_number() over () as row_number, u.province_code, i.indicator_id, u.unit_id,
        u.level, $year as year, p.period, (hash(u.unit_id || i.indicator_id || $year || p.period) % 10000 / 100)::decimal(18, 4) as value,
        'exact' as qualifier, 'số liệu sinh' as as_written, 'Số liệu sinh' as document, false as withdrawn
    from unit as u
    cross join (select indicator_id from indicator_catalogue where unit_of_measure = '%' order by indicator_id limit $indicators) as i
    cross join (select unnest($periods) as period) as p
    where u.legal_basis = 'số liệu sinh để đo' and u.province_code = $province
    order by u.province_code, p.period, i.indicator_id, u.unit_id"""


def generate(path: Path, facts: int, provinces: int = PROVINCES) -> int:
    """Write a store of about ``facts`` invented results beside the seed; returns how many."""
    communes = max(1, round(facts / (provinces * len(YEARS) * INDICATORS * len(PERIODS))))
    store = Store.create(path)
    load_seed(store)
    written, started = 0, time.perf_counter()

    def units(cursor):
        upload = open_upload(cursor, kind="generated", file_name="-", file_sha256="0", uploaded_by="benchmark", row_count=0)
        cursor.execute(_UNITS, {"upload": upload, "provinces": provinces, "communes": communes})

    store.write(units)
    generated = store.select("select distinct province_code from unit where legal_basis = 'số liệu sinh để đo' order by 1")[
        "province_code"
    ]
    for province in generated:
        for year in YEARS:  # a year at a time: what the derived tables are filled from fits into the store's memory
            with store._connection.cursor() as cursor:  # without the checks, which look at real uploads
                cursor.execute("begin")
                upload = open_upload(
                    cursor, kind="generated", file_name="-", file_sha256="0", uploaded_by="benchmark", row_count=0
                )
                asked = {"upload": upload, "year": year, "province": province, "indicators": INDICATORS, "periods": list(PERIODS)}
                cursor.execute(_FACTS, asked)
                note_scope(cursor, upload)
                derive(cursor, since_upload=upload, undone=[])
                cursor.execute("update data_version set version = version + 1")
                cursor.execute("commit")
        written = store.select("select count(*) as n from result where document = 'Số liệu sinh'")["n"][0]
        print(f"{province}: {written} facts, {time.perf_counter() - started:.0f} s", flush=True)
    store.close()
    return int(written)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--facts", type=int, default=44_000_000)
    parser.add_argument(
        "--provinces", type=int, default=PROVINCES, help="fewer of them make a smaller store with provinces of the same size"
    )
    chosen = parser.parse_args()
    print(generate(chosen.file, chosen.facts, chosen.provinces))
