"""Ranking, table of units and profile of a unit in a generated national store, as ratios over the store of illustrative figures; nothing is asserted.

python -m tests.benchmark_units FILE [--turns 15]

FILE is one of ``tests/large_store.py``. Each question is asked of both stores in turn, so that what else the machine does meets both; of
the large one the group of indicators with about as many rows is asked. Times are those of the whole read, without caches.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from data.sample import making
from queries import reads
from queries.rows import Rows
from queries.store import Store
from tests.benchmark import compared

PROVINCE, LEVEL = "42", "commune"
_PARAMS = {"province_code": PROVINCE, "level": LEVEL}
Question = Callable[[], Rows[Any]]


def ranking(store: Store, year: int) -> Question:
    """The ranking of all communes of a province by one indicator."""
    asked = {**_PARAMS, "indicator_id": "CQ.06", "year": year, "period": "Q3", "units_of": "then", "on_day": date(year, 9, 30)}
    return lambda: reads.unit_ranking(store, **asked)


def table(store: Store, year: int, rows: int) -> Question:
    """The table of the group of indicators that has about so many rows."""
    groups = reads.unit_pillar_list(store, province_code=PROVINCE).where(level=LEVEL, year=year, period="Q3")
    pillar = min(groups, key=lambda row: abs(row.indicators * row.units - rows)).pillar
    return lambda: reads.unit_indicator_list(store, **_PARAMS, year=year, period="Q3", pillar=pillar)


def page_of_unit(store: Store, year: int) -> Question:
    """The profile of the commune that stands first in that ranking."""
    unit_id = ranking(store, year)()[0].unit_id
    return lambda: reads.unit_profile(store, province_code=PROVINCE, unit_id=unit_id)


def ranked(store: Store) -> Question:
    """What the boxes of the ranking offer: every indicator and period of the province."""
    return lambda: reads.ranked_indicator_list(store, province_code=PROVINCE)


def offered(store: Store) -> Question:
    """What the boxes of the table offer: every group and period of the province."""
    return lambda: reads.unit_pillar_list(store, province_code=PROVINCE)


def taken(question: Question) -> float:
    """Milliseconds of one answer."""
    started = time.perf_counter()
    question()
    return 1000 * (time.perf_counter() - started)


def main() -> None:
    """Ask both stores in turn and print ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", type=Path, help="a generated store, see tests/large_store.py")
    parser.add_argument("--turns", type=int, default=15)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        small, large = Store.open(making.make(Path(folder) / "mau")), Store.open(chosen.file)
        facts = large.select("select count(*) as n from result")["n"][0]
        print(f"{chosen.file.name}: {facts} facts, over the store of illustrative figures")
        many = len(table(small, 2024, 1200)())
        questions = {
            "ranking": (ranking(large, 2024), ranking(small, 2024)),
            "table of units": (table(large, 2024, many), table(small, 2024, many)),
            "what its boxes offer": (offered(large), offered(small)),
            "what the boxes of the ranking offer": (ranked(large), ranked(small)),
            "profile of a unit": (page_of_unit(large, 2024), page_of_unit(small, 2024)),
        }
        for name, (ours, base) in questions.items():
            counts = f"{len(ours())} rows over {len(base())}"
            compared(f"{name}, {counts}", [(taken(ours), taken(base)) for _ in range(chosen.turns)], "ms", "aim 1.5")
        large.close(), small.close()


if __name__ == "__main__":
    main()
