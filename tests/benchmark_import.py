"""How fast and how small an import is, as ratios in one run; nothing here is asserted.

python -m tests.benchmark_import [--rows 1000000] [--times 3]
"""

from __future__ import annotations

import argparse
import csv
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

import duckdb

from data.accounts.sign_in import CLI
from data.ingest.importer import commit, inspect
from data.ingest.undo import take_back
from data.store_location import build
from queries.store import Store
from tests.sample_uploads import HEADERS, many_rows

ROOT = Path(__file__).parent.parent
_PLAIN = """
    create table figure as
    select * from read_csv($file, delim = ';', header = true, decimal_separator = ',', columns = {
        'ma_chi_tieu': 'varchar', 'cap': 'varchar', 'don_vi': 'varchar', 'nam': 'smallint', 'ky': 'varchar',
        'chi_tieu': 'decimal(18, 4)', 'ket_qua': 'decimal(18, 4)', 'nguon': 'varchar', 'so_lieu_den_ngay': 'date'})"""


def make_file(path: Path, rows: int) -> None:
    """A file of that many good rows, in the order of year, period, commune and indicator."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, (*HEADERS, "so_lieu_den_ngay"), delimiter=";", restval="")
        writer.writeheader()
        writer.writerows(many_rows(rows, random.Random(5), first=0))


def moment() -> tuple[float, float]:
    """(clock, processor time of this process), in seconds."""
    return time.perf_counter(), time.process_time()


def since(start: tuple[float, float]) -> tuple[float, float]:
    """(clock, processor time) that passed; of the two the second is the one that other work on the machine hardly disturbs."""
    clock, processor = moment()
    return clock - start[0], processor - start[1]


def plain_reading(path: Path) -> tuple[float, float]:
    """Time for DuckDB's own reading of the file into an equal typed table of a file of its own."""
    with tempfile.TemporaryDirectory() as folder:
        connection = duckdb.connect(str(Path(folder) / "plain.duckdb"))
        started = moment()
        connection.execute(_PLAIN, {"file": str(path)})
        taken = since(started)
        connection.close()
    return taken


def importing(path: Path, work: Callable[[Store, bytes], None]) -> tuple[float, float]:
    """Time for some work on the file's bytes with a new store."""
    with tempfile.TemporaryDirectory() as folder:
        build(str(Path(folder) / "kho.duckdb"))
        store = Store.open(Path(folder) / "kho.duckdb")
        data = path.read_bytes()
        started = moment()
        work(store, data)
        taken = since(started)
        store.close()
    return taken


def committed(store: Store, data: bytes) -> None:
    """Validate, compare and write, as ``python -m data import`` does."""
    receipt = commit(store, data, "so-lieu.csv", CLI, seen=None, reason="số liệu sinh để đo")
    assert receipt.written


def previewed(store: Store, data: bytes) -> None:
    """What a clerk waits for."""
    assert inspect(store, data, "so-lieu.csv", CLI).ready


def beside_a_preview(large: Path, small: Path, times: int) -> tuple[list[float], list[float]]:
    """Seconds for previewing and committing a small file alone, and while a large one is previewed in the same store."""
    with tempfile.TemporaryDirectory() as folder:
        build(str(Path(folder) / "kho.duckdb"))
        store = Store.open(Path(folder) / "kho.duckdb")
        data, alone, beside = small.read_bytes(), [], []
        for taken, crowded in [(alone, False), (beside, True)] * times:
            other = threading.Thread(target=inspect, args=(store, large.read_bytes(), "lon.csv", CLI))
            if crowded:
                other.start()
                time.sleep(0.5)
            started = time.perf_counter()
            previewed(store, data)
            receipt = commit(store, data, "nho.csv", CLI, seen=None, reason="số liệu sinh để đo")
            taken.append(time.perf_counter() - started)
            if crowded:
                print(f"  the large preview was {'still running' if other.is_alive() else 'over'} when the small commit was done")
                other.join()
            take_back(store, receipt.upload_id or 0, CLI, "đo")
        store.close()
    return alone, beside


def child(path: str) -> None:
    """Import a file, or nothing for '', and print the highest memory that this process took in KiB."""
    if path:
        importing(Path(path), committed)
    print(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])  # getrusage would tell the parent's


def highest_memory(path: Path | str) -> int:
    """Highest memory in bytes of a process of its own that imports a file, or of one that only starts."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.benchmark_import", "--child", str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return int(told.stdout.split()[-1]) * 1024


class Measured(NamedTuple):
    """What was measured of both sides of a ratio, in turn: seconds, or bytes."""

    ones: Sequence[float]
    others: Sequence[float]

    def spread(self) -> list[float]:
        """The ratios of the pairs, smallest first."""
        return sorted(one / other for one, other in zip(self.ones, self.others, strict=True))


def say(what: str, measured: Measured, aim: str, unit: str = "s", best: Callable[[Sequence[float]], float] = min) -> None:
    """One line of the report: the ratio of the best of both sides, its base, the spread of the pairs, the aim."""
    ratios, base = measured.spread(), best(measured.others)
    print(
        f"  {what:<66} {best(measured.ones) / base:6.2f}   base {base:.2f} {unit}, "
        f"pairs {ratios[0]:.2f} to {ratios[-1]:.2f}   ({aim})",
        flush=True,
    )


def compare(
    what: str, aim: str, times: int, one: Callable[[], tuple[float, float]], other: Callable[[], tuple[float, float]]
) -> None:
    """Both in turn, several times: the ratio of the quickest runs, by the clock and by processor time."""
    pairs = [(one(), other()) for _ in range(times)]
    for place, by in enumerate(("by the clock", "processor time")):
        say(f"{what}, {by}", Measured([a[place] for a, _ in pairs], [b[place] for _, b in pairs]), aim)


def main() -> None:
    """Measure and print ratios."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.child is not None:
        return child(chosen.child)
    with tempfile.TemporaryDirectory() as folder:
        large, small, tiny = (Path(folder) / name for name in ("large.csv", "small.csv", "tiny.csv"))
        for path, rows in ((large, chosen.rows), (small, min(50_000, chosen.rows)), (tiny, 20)):
            make_file(path, rows)
        print(f"{chosen.rows} rows, {large.stat().st_size / 2**20:.0f} MiB; one store for each run")
        compare(
            "preview of 50.000 rows / read_csv",
            "aim 8",
            chosen.times + 2,
            lambda: importing(small, previewed),
            lambda: plain_reading(small),
        )
        compare(
            "commit / read_csv into an equal table",
            "aim 8, at most 12",
            chosen.times,
            lambda: importing(large, committed),
            lambda: plain_reading(large),
        )
        alone, beside = beside_a_preview(large, tiny, chosen.times)
        say("20 rows while the large file is previewed / alone, the median", Measured(beside, alone), "aim 3", best=median)
        empty, full = highest_memory(""), highest_memory(large)
        size = large.stat().st_size / 2**20
        say("highest memory of the import / size of the file", Measured([full / 2**20], [size]), "aim 8", unit="MiB")
        print(f"  {full / 2**20:.0f} MiB; a process that only starts takes {empty / 2**20:.0f} MiB of them")


if __name__ == "__main__":
    main()
