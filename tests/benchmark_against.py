"""This version against another one, as ratios of processor time in one run: pages, start, import and its memory; nothing is asserted.

python -m tests.benchmark_against FOLDER [--rounds 3] [--rows 100000]

FOLDER is a checkout of the other version, run with the same Python: ``git worktree add FOLDER COMMIT``. Both take turns, so that what else
the machine does meets both; processor time (user and system, of the server alone) is what other work hardly disturbs.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from urllib.request import urlopen

from tests.benchmark import PAGES, ROOT, compared, serving
from tests.server_time import of_visits, processor_ms, settled
from tests.websocket_client import WebsocketClient

FIRST = {
    "Tổng quan": [
        ("", {"dia_ban": "42", "nam": year, "cap": level}) for year in (2023, 2025, 2030) for level in ("any", "commune")
    ],
    "Chỉ tiêu": [
        ("chi-tieu", {"dia_ban": "42", "chi_tieu": code}) for code in ("CQ.01", "CQ.07", "HT.02", "CQ.03", "NL.02", "KT.10")
    ],
    "So sánh các cấp": [("so-sanh-cac-cap", {"dia_ban": "42", "nam": year}) for year in (2023, 2025, 2030)],
}  # views that nobody asked for before, in either version
_WARM = 20  # visits of a page in a row
_IMPORT = """
import resource, sys
from pathlib import Path
from tests.benchmark_import import committed, importing, make_file
file = Path(sys.argv[1], "so-lieu.csv")
make_file(file, int(sys.argv[2]))
before = resource.getrusage(resource.RUSAGE_SELF)
importing(file, committed)
after = resource.getrusage(resource.RUSAGE_SELF)
print(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss / 1024)
"""
Measured = dict[str, list[float]]


def of_server(tree: Path, store: Path) -> dict[str, float]:
    """Processor ms of one version's server: until its first byte, and of a visit to each page, asked first and again. ``store`` is copied."""
    with tempfile.TemporaryDirectory() as folder:
        own = Path(shutil.copy(store, folder))
        with serving(tree / "app.py", DATA_URL=str(own)) as (port, server):
            urlopen(f"http://127.0.0.1:{port}/", timeout=60).read()
            WebsocketClient(port).visit()
            took = {"start until the first page": processor_ms(server)}
            settled(server)
            client = WebsocketClient(port)
            for title, visits in FIRST.items():
                took[f"{title}, first time asked"] = of_visits(client, server, visits)
            for title, visit in PAGES.items():
                client.visit(visit[0], **visit[1])
                took[f"{title}, warm caches"] = of_visits(client, server, [visit] * _WARM)
            client.close()
    return took


def of_import(tree: Path, folder: str, rows: int) -> dict[str, float]:
    """Processor ms of building a store and importing a file of so many rows, as its own benchmark makes it, and the highest memory in MiB."""
    told = subprocess.run(
        [sys.executable, "-c", _IMPORT, folder, str(rows)], cwd=tree, capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(tree)},
    )  # fmt: skip
    seconds, memory = map(float, told.stdout.split()[-2:])
    return {"a store built and a file imported": 1000 * seconds, "highest memory of that": memory}


def built(tree: Path, store: Path) -> Path:
    """A store of the shipped figures as a version builds it."""
    environment = {**os.environ, "DATA_URL": str(store), "PYTHONPATH": str(tree)}
    subprocess.run([sys.executable, "-m", "data", "init"], cwd=tree, env=environment, check=True, stdout=subprocess.DEVNULL)
    return store


def main() -> None:
    """Measure both versions in turn and print ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="a checkout of the other version")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rows", type=int, default=100_000)
    chosen = parser.parse_args()
    trees, measured = (ROOT, chosen.folder.resolve()), (defaultdict(list), defaultdict(list))
    with tempfile.TemporaryDirectory() as folder:
        stores = [built(tree, Path(folder) / f"{number}.duckdb") for number, tree in enumerate(trees)]
        for tree, store in zip(trees, stores, strict=True):
            of_server(tree, store)  # what only the first start of a checkout does
        for _ in range(chosen.rounds):
            for tree, store, kept in zip(trees, stores, measured, strict=True):
                for what, took in {**of_server(tree, store), **of_import(tree, folder, chosen.rows)}.items():
                    kept[what].append(took)
    print(f"this version over {chosen.folder.name}: processor time, {chosen.rounds} rounds, {chosen.rows} rows")
    ours, theirs = measured
    for what, took in ours.items():
        unit = "MiB" if "memory" in what else "ms"
        compared(what, list(zip(took, theirs[what], strict=True)), unit, "aim 1")


if __name__ == "__main__":
    main()
