"""Every read of the pages in one store over the same read in another one, as ratios of processor time; nothing is asserted.

python -m tests.benchmark_reads FILE --over OTHER [--times 3]

The first time (planned, and read from the disk or its cache) and warm (the median of more). What is asked is what the tests ask, of the
province, with a unit, an indicator and a period that both stores have. The number of rows stands beside: who gets ten times as many waits longer.
"""

from __future__ import annotations

import argparse
import statistics
import time
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb

from queries.sqlfile import names, sql_file
from queries.store import Store
from tests.queries.test_contracts import SAMPLE

_ASKED = {
    "year": 2024,
    "period": "Q3",
    "level": "commune",
    "indicator_id": "CQ.06",
    "province_code": "42",
    "unit_id": "42",
    "pillar": "CQ",
}
_OF_A_UNIT = (
    "unit_profile",
    "unit_trend",
    "unit_kin_list",
    "unit_remark_list",
    "due_report",
    "entry_list",
    "missing_report_list",
)
_LEAST = 5.0  # ms below which a ratio says nothing


def taken(store: Store, name: str, asked: dict[str, Any]) -> tuple[float, int]:
    """Processor ms of one answer, and its rows."""
    began = time.process_time()
    rows = store.inside(lambda cursor: cursor.execute(sql_file("reads", name).statement, asked).fetchall())
    return 1000 * (time.process_time() - began), len(rows)


def measured(store: Store, name: str, times: int) -> tuple[float, float, int]:
    """(first, warm, rows) of a read."""
    asked = {param: _ASKED.get(param, SAMPLE[param]) for param in sql_file("reads", name).params}
    if name in _OF_A_UNIT:
        asked["unit_id"] = commune(store)
    first, rows = taken(store, name, asked)
    return first, statistics.median(taken(store, name, asked)[0] for _ in range(times)), rows


def commune(store: Store) -> str:
    """A commune of the province that reported in that period."""
    found: str = store.select(
        "select min(unit_id) as unit_id from current_figure where province_code = $province_code and level = $level and year = $year and has_result",
        {name: _ASKED[name] for name in ("province_code", "level", "year")},
    )["unit_id"][0]
    return found


def main() -> None:
    """Ask both and print a line a read, the largest ratio first."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--over", type=Path, required=True)
    parser.add_argument("--times", type=int, default=3)
    chosen = parser.parse_args()
    lines: list[tuple[float, str]] = []
    with closing(Store.open(chosen.file)) as large, closing(Store.open(chosen.over)) as small:
        for store in (large, small):
            print(f"{Path(store.path).name}: {store.select('select count(*) as n from current_figure').n[0]} figures")
        for name in names("reads"):
            try:
                ours, theirs = (measured(store, name, chosen.times) for store in (large, small))
            except duckdb.Error as error:
                print(f"{name}: {str(error)[:120]}", flush=True)
                continue
            warm, first = (max(ours[at], _LEAST) / max(theirs[at], _LEAST) for at in (1, 0))
            lines.append(
                (
                    warm,
                    f"{name:<26} warm {warm:6.2f}  first {first:6.2f}   {ours[1]:8.1f} ms, {ours[2]} rows over {theirs[1]:.1f} ms, {theirs[2]} rows",
                )
            )
    for _, line in sorted(lines, reverse=True):
        print(line)
    print(f"{sum(warm <= 1.5 for warm, _ in lines)} of {len(lines)} reads within 1.5")


if __name__ == "__main__":
    main()
