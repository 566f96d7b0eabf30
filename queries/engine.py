"""How DuckDB is opened: a store's own file or memory, and the lake that several machines share; both locked down the same way."""

from __future__ import annotations

import contextlib
import importlib.util
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import duckdb

from queries import clock
from queries.duckdb_errors import is_refusal, shortage, why_no_lake, why_not_opened
from queries.object_store import hand_key, is_object_store
from queries.statements import run, tuples, value

MEMORY = "1GB"  # what DuckDB may take before it goes on beside the store's file: a large import must not starve the machine
REFUSED = "refused"  # detail of 'unreachable': it answers, and does not let this machine in
SHARED_ADDRESS = "ducklake:postgres:service=…"  # as messages show it
_ADDRESS = re.compile(r"ducklake:postgres:(service=[\w.-]+)")
_EXTENSIONS = ("ducklake", "postgres_scanner")
# Seconds until a line to PostgreSQL counts as dead. Without them a machine whose cable is pulled waits for minutes, and PostgreSQL, which hears
# nothing either, keeps that machine's turn to write for two hours: the second half is for its end of the line.
_LINE = (
    " connect_timeout=3 tcp_user_timeout=5000 keepalives_idle=5 keepalives_interval=2 keepalives_count=3 options='"
    "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=2 -c tcp_keepalives_count=3 -c tcp_user_timeout=30000'"
)
_SAFE: dict[str, Any] = {
    "memory_limit": MEMORY,
    "storage_compatibility_version": "latest",  # of a new file: its texts are compressed in half the time and take less room
    "disabled_compression_methods": "fsst",  # tried on every text column of a write, a sixth of its time; the file is no smaller for it
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
}


class StoreError(Exception):
    """The store cannot be used. ``reason`` is 'missing', 'locked', 'damaged', 'unsupported' (the address), 'newer' (written by a later
    version of the program), 'not_upgraded' (its rows do not fit this version), 'read_only_old' (it would have to be brought up to date
    where nothing may be written), 'folder' (it cannot be made there); of a shared store 'unreachable' (its PostgreSQL or its folder does not
    answer), 'no_files' (no folder is named for a new one), 'other_files' (it has another folder than the one named), 'other_program' (its views
    are those of another version), 'extensions' (they are not installed), 'keys' (the file with the key to its S3 store); or of a write, of which then
    nothing was written: 'read_only', 'unreachable', and 'disk' and 'memory' where there was no room."""

    def __init__(self, reason: str, path: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {path} {detail}".strip())
        self.reason, self.path, self.detail = reason, path, detail


def names_lake(address: str) -> bool:
    """Whether an address names the store that several machines share."""
    return address.startswith("ducklake:")


def own_file(address: str) -> str:
    """The path that an address of a store's own file names: a path, or duckdb:///path."""
    return address.removeprefix("duckdb://")


def refuse_foreign(path: str) -> None:
    """Raises StoreError 'unsupported' for the address of some other engine."""
    if "://" in path:
        raise StoreError("unsupported", path)


def connect(path: str, read_only: bool = False, **settings: Any) -> duckdb.DuckDBPyConnection:
    """A connection to a store's file or to memory. Raises StoreError."""
    try:
        return duckdb.connect(path, read_only, config={**_SAFE, **settings})
    except duckdb.Error as error:
        raise StoreError(shortage(error) or why_not_opened(error), path, str(error)) from error


def lock_down(connection: duckdb.DuckDBPyConnection) -> None:
    """From now on no file but its own, and no other setting than how many threads work."""
    connection.execute("set allowed_configs = ['threads']")
    for setting in ("enable_external_access = false", "python_enable_replacements = false", "lock_configuration = true"):
        connection.execute(f"set {setting}")


@contextlib.contextmanager
def one_thread(cursor: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Meanwhile each question is worked off by one thread: two that have to agree take half as much processor time again for a large
    write, and so the other processor stays with those who read."""
    threads: int = value(cursor, "writes", "threads")
    cursor.execute("set threads = 1")
    try:
        yield
    finally:
        with contextlib.suppress(duckdb.Error):  # of a connection that is given up
            cursor.execute("set threads = $threads", {"threads": threads})


class Lake:
    """The store that several machines share: DuckLake, its catalogue in PostgreSQL, its rows as Parquet in one folder, or in an S3-compatible
    store (s3://bucket/folder).

    The address names a service of PostgreSQL's own files (``pg_service.conf``, ``.pgpass``); no password ever stands in it. ``keys``: the file with the key to the S3-compatible store.
    Raises StoreError 'unsupported' (the address), 'extensions', 'keys', 'unreachable'. ``label`` is what messages show.
    """

    def __init__(self, address: str, files: str | None = None, spill: str | None = None, keys: Path | None = None) -> None:
        match = _ADDRESS.fullmatch(address)
        if match is None:
            raise StoreError("unsupported", address)
        self.label = address
        spilled: dict[str, Any] = {} if spill is None else {"temp_directory": spill}
        self._connection = connect(":memory:", **spilled)
        try:
            self._attach(match[0], match[1], files, keys)
        except BaseException:
            self._connection.close()
            raise

    def _attach(self, address: str, service: str, files: str | None, keys: Path | None) -> None:
        for extension in _EXTENSIONS:
            self._connection.load_extension(_installed(extension))
        if keys is not None:
            self._take_key(keys)
        if files is not None and not is_object_store(files):
            _made(Path(files))
        folder = "" if files is None else f" (data_path {_literal(files.rstrip('/') + '/')})"
        with self._explained():
            self._connection.execute(f"attach {_literal(service + _LINE)} as gate (type postgres)")
            with self._alone("take_start"):  # of machines that start together one makes what is not there yet
                self._connection.execute(f"attach {_literal(address + _LINE)} as app{folder}")
            data_path = value(self._connection, "lake", "data_path")
        self._connection.execute("set allowed_directories = $folders", {"folders": [data_path]})
        lock_down(self._connection)

    def _take_key(self, keys: Path) -> None:
        self._connection.load_extension(_installed("httpfs"))
        try:
            hand_key(self._connection, keys)
        except ValueError:
            raise StoreError("keys", self.label) from None

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    @contextlib.contextmanager
    def cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor whose tables are the lake's; on a day that a test has set, SQL follows it too. Raises StoreError 'unreachable'."""
        with self._explained(), self._connection.cursor() as cursor:
            cursor.execute("use app")
            if (day := clock.set_day()) is not None:
                cursor.execute("set variable today_in_vietnam = $day::date", {"day": day})
            yield cursor

    @contextlib.contextmanager
    def turn(self) -> Iterator[None]:
        """Meanwhile no other machine writes; who comes waits for it in the order of coming. Raises StoreError 'unreachable', 'locked'.

        The lock is taken before the transaction that it protects begins: inside it would come too late. It ends with the connection.
        """
        with self._explained(), self._alone("take_turn"):
            yield

    @contextlib.contextmanager
    def _alone(self, lock: str) -> Iterator[None]:
        with self._connection.cursor() as cursor:
            cursor.execute("begin")
            try:
                run(cursor, "lake", lock)
            except duckdb.Error as error:
                if "lock timeout" in str(error):
                    raise StoreError("locked", self.label) from None
                raise
            try:
                yield
            finally:
                with contextlib.suppress(duckdb.Error):
                    cursor.execute("rollback")

    def exists(self) -> bool:
        """Whether the place holds a store. Raises StoreError 'unreachable'."""
        return self.life() is not None

    def life(self) -> str | None:
        """The life of the store; None where the place holds none yet. Raises StoreError 'unreachable'."""
        with self.cursor() as cursor:
            rows = tuples(cursor, "lake", "life")
        return (rows[0][0] or "") if rows else None

    def snapshot(self) -> int:
        """Number of the newest commit. Raises StoreError 'unreachable'."""
        with self._explained(), self._connection.cursor() as cursor:
            newest: int = value(cursor, "lake", "snapshot")
            return newest

    def tidy(self, kept: timedelta) -> None:
        """Forget snapshots older than ``kept``, put small files together, delete files that nobody needs any more; nobody writes meanwhile.

        A machine that is further behind copies the whole store. Files go an hour after they were set aside: who reads them has ended.
        """
        before = clock.utc_now() - kept
        hour_ago = clock.utc_now() - timedelta(hours=1)
        with self.turn(), self.cursor() as cursor:
            run(cursor, "lake", "merge")
            run(cursor, "lake", "expire", before=before)
            run(cursor, "lake", "clean", before=hour_ago)
            run(cursor, "lake", "orphans", before=hour_ago)

    @contextlib.contextmanager
    def _explained(self) -> Iterator[None]:
        """Names a failure of PostgreSQL or of the folder; its text may hold what nobody should read, so it goes no further."""
        try:
            yield
        except duckdb.Error as error:
            if reason := why_no_lake(error):
                raise StoreError(reason, self.label, REFUSED if reason == "unreachable" and is_refusal(error) else "") from None
            raise


def _installed(extension: str) -> str:
    """The file of an extension that came as a package. Raises StoreError 'extensions'."""
    package = importlib.util.find_spec(f"duckdb_extension_{extension}")
    places = package.submodule_search_locations if package else None
    found = [path for place in places or () for path in Path(place).rglob(f"v{duckdb.__version__}/{extension}.duckdb_extension")]
    if not found:
        raise StoreError("extensions", extension)
    return str(found[0])


def _made(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError("folder", str(folder), str(error)) from error


def _literal(text: str) -> str:
    """A text as DuckDB writes it: what names a place to attach cannot be a parameter."""
    return str(duckdb.ConstantExpression(text))
