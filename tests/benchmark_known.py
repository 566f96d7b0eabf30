"""How fast a past day is, as ratios in one run; nothing here is asserted.

python -m tests.benchmark_known

The store of illustrative figures: making a past day over copying the whole store; then each page as it was known over the same page of
today, taken in turn with warm caches.
"""

from __future__ import annotations

import tempfile
import time
from contextlib import closing
from datetime import date
from pathlib import Path

from data.sample import making
from data.vietnamese.dates import today
from queries.reads import known_day_list
from queries.store import Store
from tests.benchmark import ROOT, compared, serving
from tests.websocket_client import WebsocketClient

PAGES = {
    "Tổng quan": ("", {"dia_ban": "42", "nam": 2026}),
    "Chỉ tiêu": ("chi-tieu", {"dia_ban": "42", "chi_tieu": "CQ.06"}),
    "Xếp hạng": ("xep-hang", {"dia_ban": "42"}),
}
_TURNS = 12


def made_day(path: Path) -> tuple[date, list[tuple[float, float]]]:
    """A past day, and the milliseconds of making it beside those of a copy of the whole store."""
    with closing(Store.open(path)) as store:
        day = next(row.day for row in known_day_list(store) if row.day < today())
        pairs = []
        for _ in range(4):
            times = []
            for make in (lambda: store.as_known(day), store.copy):
                started = time.perf_counter()
                make().close()
                times.append(1000 * (time.perf_counter() - started))
            pairs.append((times[0], times[1]))
        return day, pairs


def main() -> None:
    """Run everything and print ratios."""
    with tempfile.TemporaryDirectory() as folder:
        making.make(Path(folder))
        day, pairs = made_day(Path(folder) / making.FILE)
        compared(f"making {day:%d/%m/%Y} / a copy of the store", pairs, "ms", "no aim given")
        with serving(ROOT / "app.py", DATA_URL=str(Path(folder) / making.FILE)) as (port, _):
            for title, (page, choices) in PAGES.items():
                then, now = WebsocketClient(port), WebsocketClient(port)
                past = {**choices, "biet_den": day.isoformat()}
                then.visit(page, **past), now.visit(page, **choices)
                turns = [(1000 * then.visit(page, **past), 1000 * now.visit(page, **choices)) for _ in range(_TURNS)]
                compared(f"{title}, as known / today", turns, "ms", "aim 3")
                then.close(), now.close()


if __name__ == "__main__":
    main()
