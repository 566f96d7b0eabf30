"""Page by page: a large store over another one, processor time of the server, first and warm, and its memory; nothing is asserted.

python -m tests.benchmark_large_pages FILE --over OTHER [--warm 5] [--seconds 900]

FILE may be the address of a shared store (its DATA_COPY follows it first), OTHER the file from which it was moved. Else FILE is one of ``tests/large_store.py``, OTHER as a rule the store of illustrative figures (``python -m data sample DIR``). Both are asked for
the same page, the same indicators, groups and period, and for units of their own. A page is opened once for each choice (first: nobody asked
for it before), then several times in a row (warm), each time both servers in turn; of the ratios the middle half stands behind the median. Before that somebody has looked at the territory, and what the server asks ahead of it then is told apart:
else it would be counted as the cost of whatever page is opened meanwhile. How many cells of tables, entries of lists and tiles each drew stands beside. It ends after
the page in which its time is up.
"""

from __future__ import annotations

import argparse
import os
import statistics
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from data.store_location import lake, location
from queries.engine import names_lake
from queries.shared_store import SharedStore
from queries.store import Store
from tests.benchmark import ROOT, memory, serving
from tests.server_time import of_visit, processor_ms, settled
from tests.websocket_client import WebsocketClient

PERIOD = {"cap": "commune", "nam": 2024, "ky": "Q3"}
_SHARED = "select distinct {column} from current_figure where province_code = '42' and level = 'commune' and year = 2024 and period = 'Q3' and has_result order by 1"
_UNITS = """
    select f.unit_id from current_figure as f join unit as u on u.unit_id = f.unit_id and u.level = 'commune'
    where f.province_code = '42' and f.year = 2024 and f.period = 'Q3' and f.has_result group by 1 order by count(*) desc, 1 limit 3"""
Visits = list[tuple[str, dict[str, object]]]


def pages(stores: list[str]) -> Iterator[tuple[str, list[Visits]]]:
    """The title of each page, and for each store the visits to it."""
    asked = [_asked(place) for place in stores]
    indicators, groups = (sorted(set(asked[0][at]) & set(asked[1][at]))[:3] for at in (0, 1))
    of_indicator = [{"dia_ban": "42", "chi_tieu": indicator} for indicator in indicators]
    same: dict[str, Visits] = {
        "Xếp hạng": [("xep-hang", {**choice, **PERIOD}) for choice in of_indicator],
        "Bảng đơn vị": [("bang-don-vi", {"dia_ban": "42", "nhom": group, **PERIOD}) for group in groups],
        "Bản đồ ô": [("ban-do-o", {**choice, **PERIOD}) for choice in of_indicator],
        "Điểm tổng hợp": [("diem-tong-hop", {"dia_ban": "42"})],
        "Chỉ tiêu": [("chi-tieu", choice) for choice in of_indicator],
        "Tổng quan": [("", {"dia_ban": "42", "nam": year}) for year in (2022, 2023, 2024)],
        "So sánh các cấp": [("so-sanh-cac-cap", {"dia_ban": "42", "nam": year}) for year in (2022, 2023, 2024)],
        "Tình hình báo cáo": [("tinh-hinh-bao-cao", {"dia_ban": "42", "nam": year}) for year in (2023, 2024)],
        "Mục tiêu qua các văn bản": [("muc-tieu-qua-cac-van-ban", {"dia_ban": "42"})],
    }
    for title, visits in same.items():
        yield title, [visits, visits]
    yield "Hồ sơ đơn vị", [[("ho-so-don-vi", {"dia_ban": "42", "don_vi": unit}) for unit in units] for *_, units in asked]
    yield "So sánh địa bàn", [[("so-sanh-dia-ban", {"dia_ban": "42", "so_voi": unit}) for unit in units] for *_, units in asked]


def _asked(place: str) -> tuple[list[str], list[str], list[str]]:
    """Indicators and groups that communes reported in the period, and the communes that reported most."""
    with closing(SharedStore.shared(lambda: lake(place), location()) if names_lake(place) else Store.open(place)) as store:
        answers = (
            store.select(text) for text in (_SHARED.format(column="indicator_id"), _SHARED.format(column="pillar"), _UNITS)
        )
        indicators, groups, units = (list(answer.iloc[:, 0]) for answer in answers)
    return indicators, groups, units


def _said(pairs: list[list[float]]) -> str:
    """The median ratio of pairs of ours and base, its spread, the base's median."""
    each = [ours / max(base, 1) for ours, base in pairs]
    low, high = (min(each), max(each)) if len(each) < 4 else (statistics.quantiles(each, n=4)[at] for at in (0, 2))
    return f"{statistics.median(each):6.2f} ({low:.2f} to {high:.2f}) of {statistics.median(base for _, base in pairs):6.1f} ms"


def main() -> None:
    """Ask both servers for page after page and print a line each: ratio of the first and of the warm visit, their bases, memory of both."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file")
    parser.add_argument("--over", type=Path, required=True)
    parser.add_argument("--warm", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=900)
    chosen = parser.parse_args()
    shared = names_lake(chosen.file)
    stores = [chosen.file if shared else str(Path(chosen.file).resolve()), str(chosen.over.resolve())]
    if shared:
        os.environ["DATA_URL"] = chosen.file
    listed, end = list(pages(stores)), time.monotonic() + chosen.seconds
    with (
        serving(ROOT / "app.py", DATA_URL=stores[0]) as (one, its),
        serving(ROOT / "app.py", DATA_URL=stores[1]) as (two, other),
    ):
        clients, servers = [WebsocketClient(one), WebsocketClient(two)], [its, other]
        for client, server in zip(clients, servers, strict=True):
            client.visit("huong-dan")
            settled(server, patience=60)
            before = processor_ms(server)
            client.visit("huong-dan", dia_ban="42")
            client.visit("muc-tieu-qua-cac-van-ban", dia_ban="42")
            settled(server, patience=60)
            print(f"asked ahead of the territory: {processor_ms(server) - before:.0f} ms", flush=True)
        for title, visits in listed:
            if time.monotonic() > end:
                print(f"{title}: no time left", flush=True)
                continue
            asked = {
                "first": list(zip(*visits, strict=False)),
                "warm": [tuple(of_store[-1] for of_store in visits)] * chosen.warm,
            }
            ratios = []
            for name, turns in asked.items():
                pairs = [
                    [
                        of_visit(client, server, page, **choices)
                        for client, server, (page, choices) in zip(clients, servers, turn, strict=True)
                    ]
                    for turn in turns
                ]
                ratios.append(f"{name} {_said(pairs)}")
            drawn = " over ".join(str(client.drawn) for client in clients)
            print(
                f"{title:<26} {'   '.join(ratios)}   drawn {drawn}   memory {memory(its):.0f} over {memory(other):.0f} MiB",
                flush=True,
            )
        for client, server in zip(clients, servers, strict=True):
            client.close()
            settled(server, patience=120)  # what is asked ahead of the large one goes on for a while


if __name__ == "__main__":
    main()
