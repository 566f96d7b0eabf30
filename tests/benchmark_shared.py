"""What a shared store costs beside a file, as ratios in one run; nothing here is asserted.

python -m tests.benchmark_shared [--rows 50000] [--times 3] [--pages 5] [--delay MILLISECONDS]

Each page of a dashboard on it over the same page of one on a file; then commits. ``--delay`` puts PostgreSQL that far away: what is sent in
either direction comes so much later, through a proxy on this machine.
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
from queue import SimpleQueue

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
    """Hand on what comes, all of it so much later, until one hangs up; then the other is told. What comes close together goes close together:
    a long line, not a narrow one."""
    under_way: SimpleQueue[tuple[float, bytes]] = SimpleQueue()
    threading.Thread(target=arrive, args=(under_way, target), daemon=True).start()
    data = b"-"
    while data:
        try:
            data = source.recv(65536)
        except OSError:
            data = b""
        under_way.put((time.monotonic() + seconds, data))


def arrive(under_way: SimpleQueue[tuple[float, bytes]], target: socket.socket) -> None:
    """Send each piece when it is due; an empty one is the end."""
    while True:
        due, data = under_way.get()
        time.sleep(max(0.0, due - time.monotonic()))
        with suppress(OSError):
            target.sendall(data)
        if not data:
            with suppress(OSError):
                target.shutdown(socket.SHUT_WR)
            return


def proxy(listening: socket.socket, server: str, seconds: float) -> None:
    """Lead everybody who comes to the server's socket."""
    while True:
        near, _ = listening.accept()
        near.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # as PostgreSQL does
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
        near = services.replace(f"host={server.services.parent}\n", f"host=127.0.0.1\nport={port}\n")
        server.services.write_text(near, encoding="utf-8")
        try:
            yield
        finally:
            server.services.write_text(services, encoding="utf-8")
            process.terminate()


def main() -> None:
    """Both stores, then commits and pages taken in turn."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=50_000, help="of a large file; 0: no commits")
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--pages", type=int, default=5, help="how many times each page; 0: no pages")
    parser.add_argument("--delay", type=float, default=0, help="milliseconds each way to PostgreSQL")
    chosen = parser.parse_args()
    print("A shared store over a file of the same rows")
    try:
        with postgres_server.running() as server:
            if chosen.pages:
                with placed(server, chosen.delay) as folder:
                    measure_pages(folder, chosen.pages)
            if chosen.rows:
                with placed(server, chosen.delay) as folder:
                    measure(folder, chosen.rows, chosen.times)
    except LookupError as missing:
        print(f"  not measured, it needs {missing}")


@contextmanager
def placed(server: postgres_server.Server, delay: float) -> Iterator[Path]:
    """DATA_URL names a shared store that does not exist yet, PostgreSQL milliseconds away; the folder for it and for files."""
    with tempfile.TemporaryDirectory() as name:
        os.environ.update(
            DATA_URL=f"ducklake:postgres:service={server.database()}", DATA_FILES=f"{name}/files", DATA_COPY=f"{name}/one"
        )
        with far_away(server, delay / 1000) if delay else nullcontext():
            yield Path(name)


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
