"""Many visitors at once while clerks bring figures: how long a page takes, what fails, how much memory a visitor costs; nothing is asserted.

python -m tests.load_sessions [--sessions 100] [--seconds 60] [--pause 15] [--machines 3]

On this machine alone, and for no longer than was said. Each visitor is a session of the server's own protocol that opens one page after the
other with pauses between; one clerk imports a file every ten seconds through ``python -m data import``. ``--machines``: so many dashboards
behind nginx on one shared store (PostgreSQL of its own) instead of one dashboard on a file. The visitors need processor time as well: what is
measured is a machine that does both. Memory over four hours: ``--sessions 20 --seconds 14400``; it is printed every tenth of the time, and by how
much it grows in an hour, the first three tenths left out.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

from data.store_location import build, lake
from queries.shared_store import publish_store
from queries.store import Store
from tests import postgres_server
from tests.benchmark import FIRST_TIMES, PAGES, ROOT, free_port, memory, serving
from tests.browser.test_machines import SITE
from tests.browser.test_proxy import MAIN, program
from tests.sample_uploads import csv_file, many_rows
from tests.websocket_client import WebsocketClient

_EVERY = 10.0  # seconds from one import to the next
_VISITS = [visit for visits in [list(PAGES.values()), *FIRST_TIMES.values()] for visit in visits]
_MOST = 2_000  # sessions
_LOOK = 300  # seconds from one look at the memory to the next in a long run
_AS_SERVICE = {"MALLOC_ARENA_MAX": "2"}  # as .ops/chi-tieu.service sets it
_PATIENCE = 60.0  # seconds that a visitor waits for the first answer, as browsers do


class Told:
    """What visitors and the clerk met, in seconds; safe to share between threads."""

    def __init__(self) -> None:
        self._alone = threading.Lock()
        self.greetings: list[float] = []
        self.visits: list[float] = []
        self.imports: list[float] = []
        self.failures: list[str] = []

    def add(self, kind: list[float], work: Callable[[], float]) -> None:
        """Note how long a piece of work took, or that it failed."""
        try:
            took = work()
        except Exception as error:
            with self._alone:
                self.failures.append(f"{type(error).__name__}: {error}"[:300])
        else:
            with self._alone:
                kind.append(took)


def visitor(port: int, told: Told, until: float, pause: float, chance: random.Random) -> None:
    """One session: a page, a pause, another page, until the end."""
    time.sleep(chance.uniform(0, pause))
    opened: list[WebsocketClient] = []
    told.add(told.greetings, lambda: _connected(port, opened))
    if not opened:
        return
    with closing(opened[0]) as client:
        while time.monotonic() < until:
            page, choices = chance.choice(_VISITS)
            told.add(told.visits, lambda page=page, choices=choices: client.visit(page, **choices))  # type: ignore[misc]
            time.sleep(chance.uniform(0.5, 1.5) * pause)


def _connected(port: int, opened: list[WebsocketClient]) -> float:
    """Seconds until a session is connected; it is added to those that are."""
    begun = time.perf_counter()
    opened.append(WebsocketClient(port, _PATIENCE))
    return time.perf_counter() - begun


def clerk(told: Told, until: float, folder: Path, environment: dict[str, str]) -> None:
    """One import after the other, through the command that asks the running dashboard."""
    number = 0
    while time.monotonic() < until:
        number += 1
        file = folder / f"tep-{number}.csv"
        file.write_bytes(csv_file(many_rows(50, random.Random(number))))

        def bring(file: Path = file) -> float:
            begun = time.perf_counter()
            done = subprocess.run(
                [sys.executable, "-m", "data", "import", str(file), "--reason", "đo tải"],
                cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, timeout=300,
            )  # fmt: skip
            if done.returncode:
                raise RuntimeError(f"import {done.returncode}: {done.stderr.strip()} {done.stdout.strip()[-200:]}")
            return time.perf_counter() - begun

        told.add(told.imports, bring)
        time.sleep(_EVERY)


@contextlib.contextmanager
def one_file(folder: Path) -> Iterator[tuple[int, list[subprocess.Popen[bytes]], dict[str, str]]]:
    """A dashboard on a file: its port, its process, the settings of its commands."""
    settings = {"DATA_URL": str(folder / "kho.duckdb"), "BACKUP_DIR": str(folder)}
    build(settings["DATA_URL"])
    with serving(ROOT / "app.py", **settings, **_AS_SERVICE) as (port, process):
        yield port, [process], settings


@contextlib.contextmanager
def several(folder: Path, count: int) -> Iterator[tuple[int, list[subprocess.Popen[bytes]], dict[str, str]]]:
    """So many dashboards on a shared store: the port of nginx before them, their processes, the settings of the commands of the first."""
    build(str(folder / "kho.duckdb"))
    with ExitStack() as open_until, postgres_server.running() as server:
        settings = {"DATA_URL": f"ducklake:postgres:service={server.database()}", "DATA_FILES": str(folder / "files")}
        os.environ.update(settings, DATA_COPY=str(folder / "copy.duckdb"))
        with closing(Store.open(folder / "kho.duckdb")) as store, closing(lake()) as there:
            publish_store(store, there, replace=False)
        each = []
        for number in range(count):
            (folder / str(number)).mkdir()
            own = {**settings, "DATA_COPY": str(folder / str(number) / "copy.duckdb"), "BACKUP_DIR": str(folder / str(number))}
            each.append((*open_until.enter_context(serving(ROOT / "app.py", **own, **_AS_SERVICE)), own))
        port = free_port()
        machines = " ".join(f"server 127.0.0.1:{its};" for its, _, _ in each)
        (folder / "site.conf").write_text(SITE.format(port=port, machines=machines), encoding="utf-8")
        (folder / "nginx.conf").write_text(_main(folder), encoding="utf-8")
        proxy = subprocess.Popen([program("nginx"), "-p", folder, "-c", folder / "nginx.conf", "-g", "daemon off;"])
        open_until.callback(proxy.wait)
        open_until.callback(proxy.terminate)
        time.sleep(1)
        yield port, [process for _, process, _ in each], each[0][2]


def _main(folder: Path) -> str:
    """The main settings of nginx; a session takes two of its connections."""
    user = "user root;" if os.geteuid() == 0 else ""
    written: str = MAIN.format(folder=folder, user=user)
    return written.replace("events {}", f"events {{ worker_connections {4 * _MOST}; }}")


def run(
    port: int, servers: list[subprocess.Popen[bytes]], settings: dict[str, str], chosen: argparse.Namespace, folder: Path
) -> None:
    """Let everybody come, and print what they met."""
    warm = WebsocketClient(port)
    for page, choices in PAGES.values():
        warm.visit(page, **choices)
    before, told, until = sum(map(memory, servers)), Told(), time.monotonic() + chosen.seconds
    people = [
        threading.Thread(target=visitor, args=(port, told, until, chosen.pause, random.Random(number)), daemon=True)
        for number in range(min(chosen.sessions, _MOST))
    ]
    people.append(threading.Thread(target=clerk, args=(told, until, folder, settings), daemon=True))
    for person in people:
        person.start()
    taken = []
    steps = max(10, chosen.seconds // _LOOK)
    for step in range(1, steps + 1):
        time.sleep(max(0.0, until - chosen.seconds * (steps - step) / steps - time.monotonic()))
        taken.append(sum(map(memory, servers)))
        print(
            f"  {chosen.seconds * step / steps / 60:.1f} min: {len(told.visits)} pages, {len(told.imports)} imports, {taken[-1]:.0f} MiB",
            flush=True,
        )
    for person in people:
        person.join(120)
    warm.close()
    say(told, chosen.sessions, before, taken[-2])
    if chosen.seconds < 600:  # too short to say
        return
    half = taken[steps // 2 :]  # by then caches are full, and what DuckDB keeps of blocks that it gave back
    slope = statistics.linear_regression(range(len(half)), half).slope * steps * 3600 / chosen.seconds
    print(
        f"  memory grows by {slope:.0f} MiB an hour in the second half ({chosen.seconds} s, {len(told.visits)} pages)", flush=True
    )


def say(told: Told, sessions: int, before: float, during: float) -> None:
    """The outcome, in seconds and MiB."""
    for what, took in (
        ("connection", told.greetings),
        ("page", told.visits),
        ("import of 50 rows, with the start of its command", told.imports),
    ):
        if took:
            parts = statistics.quantiles(took * 2, n=20)
            print(
                f"  {what}: {len(took)} times, p50 {statistics.median(took):.2f} s, p95 {parts[18]:.2f} s, longest {max(took):.2f} s"
            )
    print(f"  failed: {len(told.failures)} {Counter(told.failures).most_common(5)}")
    print(
        f"  memory: {before:.0f} MiB before, {during:.0f} MiB during, {(during - before) / sessions:.2f} MiB a session",
        flush=True,
    )


def main() -> None:
    """Start what was asked for, measure, and stop it."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sessions", type=int, default=100)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--pause", type=float, default=15.0, help="seconds between two pages of a visitor, on average")
    parser.add_argument("--machines", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        where = one_file(folder) if chosen.machines == 1 else several(folder, chosen.machines)
        print(
            f"{chosen.sessions} sessions, {chosen.machines} dashboard(s), {chosen.seconds} s, a page every {chosen.pause:.0f} s each"
        )
        with where as (port, servers, settings):
            run(port, servers, settings, chosen, folder)


if __name__ == "__main__":
    main()
