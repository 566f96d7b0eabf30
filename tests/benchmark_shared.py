"""What a shared store costs beside a file, as ratios in one run; nothing here is asserted.

python -m tests.benchmark_shared [--rows 50000] [--times 3] [--delay MILLISECONDS] [--pages TURNS]

``--delay`` puts PostgreSQL that far away: every packet of either direction waits so long in a proxy on this machine.
``--pages``: instead each page of a dashboard on it over the same page of one on a file, so many times.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext, suppress
from pathlib import Path

from data.accounts.sign_in import CLI
from data.ingest.importer import commit
from data.seed import load_seed
from data.store_location import lake
from queries.reads import indicator_gallery
from queries.shared_store import SharedStore, publish_store
from queries.store import Store
from tests import postgres_server
from tests.benchmark import ROOT, compared, reruns, serving
from tests.sample_uploads import csv_file, many_rows


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begun)


def pass_on(source: socket.socket, target: socket.socket, seconds: float) -> None:
    """Hand on what comes, each packet held back for so long, until one hangs up; then the other is told."""
    while data := source.recv(65536):
        time.sleep(seconds)
        target.sendall(data)
    with suppress(OSError):
        target.shutdown(socket.SHUT_WR)


def proxy(listening: socket.socket, server: str, seconds: float) -> None:
    """Lead everybody who comes to the server's socket."""
    while True:
        near, _ = listening.accept()
        far = socket.socket(socket.AF_UNIX)
        far.connect(server)
        for pair in ((near, far), (far, near)):
            threading.Thread(target=pass_on, args=(*pair, seconds), daemon=True).start()


@contextmanager
def far_away(server: postgres_server.Server, seconds: float) -> Iterator[None]:
    """The server's services lead through a proxy; it is a process of its own, as DuckDB asks while it holds Python's lock."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = str(server.services.parent / ".s.PGSQL.5432")
        process = multiprocessing.get_context("fork").Process(target=proxy, args=(listening, address, seconds), daemon=True)
        process.start()
        services, port = server.services.read_text(encoding="utf-8"), listening.getsockname()[1]
        near = services.replace(f"host={server.services.parent}", f"host=127.0.0.1\nport={port}")
        server.services.write_text(near, encoding="utf-8")
        try:
            yield
        finally:
            process.terminate()


def main() -> None:
    """Build both, then take turns."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--pages", type=int, default=0)
    parser.add_argument("--delay", type=float, default=0, help="milliseconds each way to PostgreSQL")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, postgres_server.running() as server:
        folder = Path(name)
        os.environ.update(
            DATA_URL=f"ducklake:postgres:service={server.database()}", DATA_FILES=f"{folder}/files", DATA_COPY=f"{folder}/one"
        )
        with far_away(server, chosen.delay / 1000) if chosen.delay else nullcontext():
            if chosen.pages:
                measure_pages(folder, chosen.pages)
            else:
                measure(folder, chosen.rows, chosen.times)


def gallery(store: Store) -> object:
    """What one page asks."""
    return indicator_gallery(store, province_code="42", unit_id="42")


def measure(folder: Path, rows: int, times: int) -> None:
    """Print each ratio: the shared store over the file."""
    file = Store.create(folder / "file.duckdb")
    load_seed(file)
    with closing(lake()) as there:
        print(f"put into the lake: {timed(lambda: publish_store(file, there, replace=False)):.0f} ms")
    one, other = (SharedStore.shared(lake, str(folder / name)) for name in ("one.duckdb", "other.duckdb"))
    chance = random.Random(5)
    small = [csv_file(many_rows(1, random.Random(number))) for number in range(times)]
    large = [csv_file(many_rows(rows, random.Random(100 + number))) for number in range(times)]

    def bring(store: Store, data: bytes) -> float:
        return timed(lambda: commit(store, data, f"{chance.random()}.csv", CLI, seen=None, reason="đo"))

    for what, files in (("commit of 1 row", small), (f"commit of {rows} rows", large)):
        pairs, follows = [], []
        for data in files:
            pairs.append((bring(one, data), bring(file, data)))
            follows.append(timed(other.follow))
        compared(what, pairs, "ms", "2")
        print(f"  another machine follows: {', '.join(f'{follow:.0f}' for follow in follows)} ms")
    for label, asked in (("read", 0.0), ("read that asks whether the lake has moved", float("-inf"))):
        pairs = []
        for _ in range(20):
            one._asked = one._asked + asked
            pairs.append((timed(lambda: gallery(one)), timed(lambda: gallery(file))))
        compared(f"{label}: the gallery of indicators", pairs, "ms", "1.2" if not asked else "2")
    for store in (one, other, file):
        store.close()


def measure_pages(folder: Path, turns: int) -> None:
    """Print each page of a dashboard on the shared store over the same page of one on a file, taken in turn."""
    with closing(Store.create(folder / "file.duckdb")) as file, closing(lake()) as there:
        load_seed(file)
        publish_store(file, there, replace=False)
    ours = {"DATA_COPY": str(folder / "copy.duckdb"), "BACKUP_DIR": str(folder / "sao-luu")}
    theirs = {"DATA_URL": str(folder / "file.duckdb"), "BACKUP_DIR": str(folder / "sao-luu-tep")}
    with serving(ROOT / "app.py", **ours) as shared, serving(ROOT / "app.py", **theirs) as own:
        for title, warm, first in reruns(shared, own, turns=turns, same=True):
            compared(f"{title}, warm", [(turn[0], turn[1]) for turn in warm], "ms", "1.2")
            if first:
                compared(f"{title}, first time asked", [(turn[0], turn[1]) for turn in first], "ms", "2")


if __name__ == "__main__":
    main()
