"""Kill the process in the middle of uploads, and fill its disk: the store opens by itself and holds each upload whole or not at all.

python -m tests.crash_import --times 50 [--shared]
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import nullcontext
from pathlib import Path

from data import store_messages
from data.accounts.sign_in import CLI
from data.ingest.importer import commit
from data.ingest.preview import UploadRejected
from data.ingest.undo import take_back
from data.store_location import build, is_shared, opened
from queries.pieces import OriginalDamaged, whole_of
from queries.reads import upload_content
from queries.store import Store
from tests import postgres_server
from tests.sample_uploads import csv_file, many_rows

ROOT = Path(__file__).parent.parent
_LONGEST = 3.0  # seconds between a receipt and the kill, at most
_PATIENCE = 300.0  # seconds for a child to fill its disk
_REOPENED = 4  # uploads after which a child closes and opens the store: then the log goes into the file


def child(path: str, seed: int, room: int | None) -> None:
    """Bring uploads in a loop and say each receipt. ``room``: bytes that the files may still grow; then the disk is full."""
    chance, store, number = random.Random(seed), open_at(path), 0
    if room is not None:
        most = max(size(file) for file in (Path(path), log_of(path))) + room
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    print("ready", flush=True)
    while True:
        number += 1
        data = csv_file(many_rows(chance.choice((1, 30, 400, 3_000)), random.Random(chance.random())))
        try:
            receipt = commit(store, data, f"{number}.csv", CLI, seen=None, reason="thử")
            print("receipt", receipt.upload_id, flush=True)
            if receipt.upload_id and chance.random() < 0.2:
                take_back(store, receipt.upload_id, CLI, "thử")
                print("undone", receipt.upload_id, flush=True)
            if number % _REOPENED == 0 and room is None:
                store.close()
                store = open_at(path)
        except UploadRejected as rejection:
            print("not taken", rejection.reason, store_messages.upload_rejected(rejection.reason, rejection.detail), flush=True)
            if room is None or rejection.reason != "disk":
                return
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
            room = None  # somebody made room: the same process goes on


def open_at(path: str | Path) -> Store:
    """The store at a path; of a shared one the file there follows it."""
    if not is_shared():
        return Store.open(path)
    os.environ["DATA_COPY"] = str(path)
    return opened()


def start(path: Path, seed: int, *more: str) -> subprocess.Popen:
    """A child that works on the store; returns once it does."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.crash_import", "--child", str(path), "--seed", str(seed), *more],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout.readline() == "ready\n", process.stderr.read()
    return process


def said_by(text: str, what: str) -> set[int]:
    """The numbers of uploads that a child spoke of."""
    return {int(line.split()[1]) for line in text.splitlines() if line.startswith(what) and line.split()[1] != "None"}


def log_of(path: str | Path) -> Path:
    """DuckDB's log beside a store."""
    return Path(f"{path}.wal")


def size(file: Path) -> int:
    """Bytes of a file, 0 where there is none."""
    return file.stat().st_size if file.exists() else 0


def wrong_in(path: Path, receipts: set[int], undone: set[int]) -> list[str]:
    """Open a store that was left in the middle of something, and say what is out of step; empty when all is well."""
    store = open_at(path)
    faults = [f"check {name}: {len(rows)} rows" for name, rows in store.check()]
    with store._connection.cursor() as cursor:

        def numbers(statement: str) -> list[tuple]:
            return cursor.execute(statement).fetchall()

        held = {row[0]: row[1:] for row in numbers("select upload_id, row_count, kind from upload")}
        rows = dict(
            numbers("""
            select upload_id, count(*) from (select upload_id from target union all select upload_id from result) group by 1""")
        )
        scopes = dict(numbers("select upload_id, sum(targets + results)::bigint from upload_scope group by 1"))
        gone = {row[0] for row in numbers("select upload_id from upload_undo")}
        twice = numbers("select upload_id from upload group by 1 having count(*) > 1")
    faults += [f"upload {number} stands twice" for number in twice]
    faults += [f"receipt {number} was given, the upload is not there" for number in sorted(receipts - held.keys())]
    faults += [f"undo of {number} was told, it is not there" for number in sorted(undone - gone)]
    faults += [f"rows of {number} without their upload" for number in sorted((rows.keys() | scopes.keys() | gone) - held.keys())]
    for number, (count, kind) in held.items():
        if kind == "seed":
            continue
        if not rows.get(number) == scopes.get(number) == count:
            faults.append(f"upload {number}: {count} rows told, {rows.get(number)} there, {scopes.get(number)} in its scope")
        try:
            whole_of(upload_content(store, upload_id=number))
        except (LookupError, OriginalDamaged):
            faults.append(f"upload {number}: its file is not there")
    store.close()
    return faults


def kill(path: Path, times: int, seed: int, tell=lambda text: None) -> tuple[list[str], int, int]:
    """Kill a child that many times: (what was wrong afterwards, uploads in the end, times a log was left)."""
    chance, receipts, undone, faults, logs = random.Random(seed), set(), set(), [], 0
    for number in range(times):
        process, output, begun = start(path, chance.randrange(10**9)), "", time.perf_counter()
        for _ in range(chance.choice((0, 1, 1, 2))):  # at any moment of an upload, the first or a later one
            output += process.stdout.readline()
        pace = (time.perf_counter() - begun) / max(1, output.count("\n")) if output else _LONGEST
        time.sleep(chance.random() * min(pace, _LONGEST))
        process.send_signal(signal.SIGKILL)
        output += process.stdout.read()
        process.wait()
        receipts |= said_by(output, "receipt")
        undone |= said_by(output, "undone")
        logs += size(log_of(path)) > 0
        faults += [f"after kill {number + 1}: {wrong}" for wrong in wrong_in(path, receipts, undone)]
        tell(f"killed {number + 1}: {len(receipts)} receipts given, {len(faults)} faults")
    return faults, len(receipts), logs


def fill(path: Path, seed: int) -> tuple[list[str], str]:
    """Let a child run into the end of its disk, then give it room: (what was wrong afterwards, what it said of the full disk)."""
    process = start(path, seed, "--room", str(random.Random(seed).randrange(50_000, 1_500_000)))
    limit = threading.Timer(_PATIENCE, process.kill)
    limit.start()
    lines, last = [], ""
    for line in process.stdout:
        lines.append(line)
        if last and line.startswith("receipt"):
            break
        last = line.strip() if line.startswith("not taken") else last
    limit.cancel()
    process.kill()
    rest, error = process.stdout.read(), process.stderr.read()
    process.wait()
    faults = []
    if not last.startswith("not taken disk "):
        faults.append(f"the full disk was not told: {lines[-1:]} {error[-400:]}")
    elif not lines[-1].startswith("receipt"):
        faults.append(f"with room again the process takes nothing: {lines[-1:]} {error[-400:]}")
    everything = "".join(lines) + rest
    return faults + wrong_in(path, said_by(everything, "receipt"), said_by(everything, "undone")), last


def main() -> int:
    """Kill, fill, report; exit code 1 when something was out of step."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--full", type=int, default=5, help="times that the disk fills up")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--shared", action="store_true", help="a store in DuckLake, with a PostgreSQL of its own; no disk is filled"
    )
    parser.add_argument("--child", help=argparse.SUPPRESS)
    parser.add_argument("--room", type=int, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.child:
        child(chosen.child, chosen.seed, chosen.room)
        return 0
    with tempfile.TemporaryDirectory() as folder, postgres_server.running() if chosen.shared else nullcontext() as server:
        path = Path(folder) / "kho.duckdb"
        if server:
            address = f"ducklake:postgres:service={server.database()}"
            os.environ.update(DATA_URL=address, DATA_FILES=f"{folder}/files", DATA_COPY=str(path))
            chosen.full = 0
        build(str(path))
        faults, uploads, logs = kill(path, chosen.times, chosen.seed, lambda text: print(text, flush=True))
        print(
            f"{chosen.times} kills, {logs} of them with a log left behind, {uploads} receipts, store of {os.path.getsize(path)} bytes"
        )
        for number in range(chosen.full):
            wrong, last = fill(path, chosen.seed + number)
            faults += wrong
            print(f"disk full: {last}")
    print("\n".join(faults) or "Nothing was out of step.")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
