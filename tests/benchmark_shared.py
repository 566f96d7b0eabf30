"""What a shared store costs beside a file, as ratios in one run; nothing here is asserted.

python -m tests.benchmark_shared [--rows 50000] [--times 3] [--delay MILLISECONDS]

``--delay`` puts PostgreSQL that far away: every packet of either direction waits so long in a proxy on this machine.
"""

from __future__ import annotations

import argparse
import os
import random
import socket
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, nullcontext
from pathlib import Path

from data.accounts.sign_in import CLI
from data.ingest.importer import commit
from data.seed import load_seed
from data.store_location import lake
from queries.reads import indicator_gallery
from queries.shared_store import SharedStore, publish_store
from queries.store import Store
from tests import postgres_server
from tests.benchmark import compared
from tests.sample_uploads import csv_file, many_rows


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    begun = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begun)


@contextmanager
def far_away(server: postgres_server.Server, seconds: float) -> Iterator[None]:
    """The server's services lead through a proxy that holds each packet back for so long."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]

        def pass_on(source: socket.socket, target: socket.socket) -> None:
            while data := source.recv(65536):
                time.sleep(seconds)
                target.sendall(data)

        def accept() -> None:
            while True:
                try:
                    near, _ = listening.accept()
                except OSError:
                    return
                far = socket.socket(socket.AF_UNIX)
                far.connect(str(server.services.parent / ".s.PGSQL.5432"))
                for pair in ((near, far), (far, near)):
                    threading.Thread(target=pass_on, args=pair, daemon=True).start()

        threading.Thread(target=accept, daemon=True).start()
        services = server.services.read_text(encoding="utf-8")
        server.services.write_text(
            services.replace(f"host={server.services.parent}", f"host=127.0.0.1\nport={port}"), encoding="utf-8"
        )
        yield


def main() -> None:
    """Build both, then take turns."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=50_000)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--delay", type=float, default=0, help="milliseconds each way to PostgreSQL")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, postgres_server.running() as server:
        folder = Path(name)
        os.environ.update(
            DATA_URL=f"ducklake:postgres:service={server.database()}", DATA_FILES=f"{folder}/files", DATA_COPY=f"{folder}/one"
        )
        with far_away(server, chosen.delay / 1000) if chosen.delay else nullcontext():
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


if __name__ == "__main__":
    main()
