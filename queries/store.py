"""The store: one DuckDB file, one connection for the process, one cursor for each call.

Every write goes through ``Store.write``: begin, increase ``data_version``, write, run the checks, commit.
"""

from __future__ import annotations

import contextlib
import logging
import os
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar, overload

import duckdb

from queries import clock, known_copy, store_files
from queries.derived_marks import DEFINED_BY
from queries.disk_room import has_room
from queries.duckdb_errors import shortage
from queries.engine import StoreError as StoreError
from queries.engine import connect, lock_down, one_thread
from queries.kept_trial import KeptTrial
from queries.last_write import LastWrite, new_life, note, noted
from queries.ledger import LOOKED_AT, catalogue_touched, derive, every_slice, in_slice
from queries.migrate import layout
from queries.rows import Rows
from queries.schema import PUBLISHED, bring_up_to_date, make_tables, make_views, make_views_of_figures, outdated
from queries.sqlfile import SqlFile, names, sql_file
from queries.statements import BATCH, answer, run, tuples, value

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

_ATTEMPTS = 5
_BY_PROVINCE = (
    "target",
    "result",
    "upload_scope",
    "current_claim",
    "current_figure",
    "current_count",
    "current_spread",
)  # what a copy need not hold whole
_SMALL = 16 * 2**20  # bytes of a store of which a copy may lie in memory for a while
_FEW = 5_000  # rows of a file after which a copy may lie in memory for a while
_MEMORY_OF_DAY = "512MB"  # what a copy of a past day may take, of which a few are kept, before it goes on beside the store's file
_LONGEST_WRITE = timedelta(days=1)
_T = TypeVar("_T")
_U = TypeVar("_U")
_R = TypeVar("_R")


class CheckFailed(Exception):
    """A change would leave rows that must not exist. ``rows`` holds them, ``check`` is the file's name."""

    def __init__(self, check: str, rows: pd.DataFrame) -> None:
        super().__init__(f"{check}: {len(rows)} rows\n{rows.head(5).to_string(index=False)}")
        self.check, self.rows = check, rows


class Store:
    """An open store. Share one between threads: each call takes a cursor of its own.

    ``lost``: the last write that was noted beside the file, when the file is older than that; else None. ``read_only``: the file or
    its folder may not be written; then a write raises StoreError 'read_only'. ``life``: tells apart the stores that have the same data version,
    one that was put back and the one before. ``cut_off``: since when (UTC) a shared store has not answered, None of any other.
    """

    cut_off: datetime | None = None

    def __init__(self, path: str, connection: duckdb.DuckDBPyConnection, read_only: bool = False) -> None:
        self.path, self.read_only = path, read_only
        self.day: date | None = None  # the past day of ``as_known``; None = the present
        self._connection = connection
        self._writing = threading.Lock()
        self._idle = threading.Condition()
        self._users: Counter[int] = Counter()  # open cursors by thread
        self._closing = False
        self._trials: KeptTrial[Store] = KeptTrial()
        self._version: int = value(connection, "writes", "current_version")
        last = noted(path) or LastWrite(0, 0)
        self.lost = last if last.data_version > self._version else None
        self.life: str = (not self.lost and last.life) or new_life()

    @classmethod
    def create(cls, path: str | Path = ":memory:") -> Self:
        """Make an empty store with all tables and views; its file is for its owner alone.

        Raises StoreError when the file is there or locked, or the disk is full.
        """
        path = str(path)
        if path != ":memory:" and Path(path).exists():
            raise StoreError("damaged", path, "already there")
        connection = connect(path)
        try:
            store_files.owner_only(path)
            make_tables(connection)
            make_views(connection)
            run(connection, "writes", "first_version", schema=layout(), now=clock.utc_now())
            lock_down(connection)
            return cls(path, connection)
        except duckdb.Error as error:
            connection.close()
            raise StoreError(shortage(error) or "damaged", path, str(error)) from error

    @classmethod
    def open(cls, path: str | Path, report: Callable[[float], None] = lambda share: None) -> Self:
        """Open an existing store; one of an earlier version is brought up to date, and kept as it was in ``<path>.before-upgrade``.

        ``report`` is told the share of that which is done: of a large store of which much has to be derived anew it takes an hour. Where its file or folder may not be written it is opened for reading: ``read_only``. Raises StoreError (missing, locked, damaged,
        newer, not_upgraded, read_only_old; 'disk': no room for that copy); then nothing is changed.
        """
        path = str(path)
        if not os.path.exists(path):
            raise StoreError("missing", path)
        read_only = not store_files.may_be_written(path)
        spill = {"temp_directory": store_files.spill_folder(path, read_only)} if read_only else {}
        connection = connect(path, read_only, **spill)
        try:
            stored_layout = _layout_of(connection, path)
            if outdated(connection, stored_layout):
                _upgrade(connection, path, stored_layout, read_only, report)
        except BaseException:
            connection.close()
            raise
        if not read_only:
            store_files.sweep_beside(path)
        lock_down(connection)
        return cls(path, connection, read_only)

    def close(self) -> None:
        """Close the connection and with it the lock on the file."""
        self._trials.close()
        self._connection.close()

    def close_when_idle(self, patience: float) -> bool:
        """Close once nobody reads or writes any more; nobody begins meanwhile. False when that takes longer than ``patience``
        seconds: then all is as before.

        As long as one cursor is open DuckDB holds the file, whoever closes the connection.
        """
        with self._idle:
            self._closing = True
            if not self._idle.wait_for(lambda: not self._users, patience):
                self._closing = False
                return False
        with self._writing:
            self.close()
        return True

    def select(self, statement: str, params: dict[str, Any] | None = None) -> pd.DataFrame:
        """Rows of one statement with bound parameters, decimals as Python floats."""
        with self._cursor() as cursor:
            return cursor.execute(statement, params or {}).df()

    def read(self, name: str, row_type: type[_R], /, **params: Any) -> Rows[_R]:
        """Rows of ``queries/reads/<name>.sql``, each a ``row_type``; ``params`` are exactly those of its header."""
        with self._cursor() as cursor:
            return answer(cursor, "reads", name, row_type, **params)

    def signal(self, name: str, row_type: type[_R], /, **params: Any) -> Rows[_R]:
        """Rows of ``queries/signals/<name>.sql``, each a ``row_type``; ``params`` are exactly those of its header."""
        with self._cursor() as cursor:
            return answer(cursor, "signals", name, row_type, **params)

    def inside(self, question: Callable[[duckdb.DuckDBPyConnection], _T]) -> _T:
        """What ``question`` answers when it is given a cursor of its own; for reading, and for what a copy carries along."""
        with self._cursor() as cursor:
            return question(cursor)

    def arrow(self, view: str) -> pa.Table:
        """All rows of a published view with its exact types, ordered by its columns. Raises ValueError otherwise."""
        if view not in PUBLISHED:
            raise ValueError(f"{view} is not published")
        with self._cursor() as cursor:
            return cursor.view(view).order("all").to_arrow_table()

    def data_version(self) -> int:
        """Number of committed writes; a cached answer belongs to one of them. Only this object writes to its file."""
        return self._version

    @overload
    def write(self, change: Callable[[duckdb.DuckDBPyConnection], _T]) -> _T: ...
    @overload
    def write(
        self, change: Callable[[duckdb.DuckDBPyConnection], _T], then: Callable[[duckdb.DuckDBPyConnection, _T], _U]
    ) -> _U: ...
    def write(
        self,
        change: Callable[[duckdb.DuckDBPyConnection], Any],
        then: Callable[[duckdb.DuckDBPyConnection, Any], Any] = lambda _, outcome: outcome,
    ) -> Any:
        """Run ``change`` with a cursor inside one transaction; all of it is committed, or nothing.

        ``then`` looks at the store once the figures are derived anew, before the checks, and may turn the outcome into
        another. Raises CheckFailed when a check finds rows, StoreError ('disk', 'memory') when there is no room, and whatever the two
        raise; then nothing is written.
        """
        return self._transact(change, then)

    def rehearse(
        self, change: Callable[[duckdb.DuckDBPyConnection], _T], then: Callable[[duckdb.DuckDBPyConnection, _T], _U]
    ) -> _U:
        """What ``write`` would answer; all of it is taken back, and only those derived tables are renewed that a rule, step or check of an
        import asks. Raises what ``write`` raises."""
        return self._transact(change, then, keep=False)

    @contextlib.contextmanager
    def trial(self, provinces: Sequence[str] | None, rows: int, of_figures: bool) -> Iterator[Store]:
        """A copy, as ``copy`` makes it, to ``rehearse`` a file of ``rows`` rows on and nothing else.

        Of a small store, for a small file, it is kept for the next trial until something was written.
        """
        if rows > _FEW or store_files.size(self.path) > _SMALL:
            with contextlib.closing(self.copy(provinces, of_figures, threads=1)) as copy:
                yield copy
            return
        of = (None if provinces is None else tuple(sorted(provinces)), of_figures)
        copy = self._trials.taken((self._version, of)) or self.copy(provinces, of_figures, threads=1)
        try:
            yield copy
        except BaseException:
            copy.close()
            raise
        self._trials.keep((copy.data_version(), of), copy)

    def copy(self, provinces: Sequence[str] | None = None, of_figures: bool = False, **settings: Any) -> Store:
        """The store as it is at this moment, in memory, without the original files; with ``provinces`` only the figures of those, and
        ``of_figures`` only with the views that bringing figures in needs.

        To try a change with the very code that writes it, while nobody waits. Close it: it holds memory until then, and where
        that does not suffice a folder beside the store. ``settings``: of DuckDB.
        """
        connection = connect(":memory:", temp_directory=store_files.spill_folder(self.path, self.read_only), **settings)
        try:
            make_tables(connection)
            with self._cursor() as cursor:
                cursor.execute("begin")
                for (table,) in tuples(cursor, "writes", "filled_tables"):
                    if table != "file_piece" and not (of_figures and table in DEFINED_BY.keys() - set(LOOKED_AT)):
                        _copy_table(cursor, connection, table, provinces)
                cursor.execute("rollback")
            (make_views_of_figures if of_figures else make_views)(connection)
            lock_down(connection)
            copy = Store(":memory:", connection)
            copy.life = self.life
            return copy
        except BaseException:
            connection.close()
            raise

    def as_known(self, day: date, report: known_copy.Report = lambda share: None) -> Store:
        """The store as it was known at the end of a past day in Viet Nam, whose statuses are those of that day; in memory, for reading only.

        It holds no accounts and no original files. Close it: it holds memory until then, and where that does not suffice a folder beside
        the store. ``report`` is told the share that is done. Raises StoreError ('disk', 'memory') when there is no room.
        """
        until = clock.end_of(day)
        if until > clock.utc_now() - _LONGEST_WRITE:
            with self._writing:  # who began before the day was over may not be done yet
                pass
        spill = store_files.spill_folder(self.path, self.read_only or self.path == ":memory:")
        connection = connect(":memory:", temp_directory=spill, memory_limit=_MEMORY_OF_DAY)
        try:
            make_tables(connection)
            with self._cursor() as cursor:
                known_copy.fill(cursor, connection, until, report)
            make_views(connection)
            known = Store(":memory:", connection, read_only=True)
            known.life, known.day = self.life, day
            with known._cursor() as cursor:
                known_copy.complete(cursor, report)
            lock_down(connection)
            return known
        except duckdb.Error as error:
            connection.close()
            raise StoreError(shortage(error) or "memory", self.path, str(error)) from error
        except BaseException:
            connection.close()
            raise

    def last_write(self) -> LastWrite:
        """The store's data version and the number of its newest upload."""
        with self._cursor() as cursor:
            version: int = value(cursor, "writes", "current_version")
            return LastWrite(version, value(cursor, "writes", "next_upload_id") - 1)

    def snapshot(self, target: Path) -> None:
        """Copy the store's file, and its log where readers kept it from being taken in, to ``target``; writers wait. Raises OSError."""
        with self._writing, self._still():
            self._checkpoint()
            store_files.copy_whole(Path(self.path), target)

    def _still(self) -> AbstractContextManager[object]:
        """Meanwhile nothing but ``write`` changes the file."""
        return contextlib.nullcontext()

    @contextlib.contextmanager
    def _turn(self, keep: bool) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor for one transaction, that will be kept or taken back."""
        with self._cursor() as cursor:
            yield cursor

    def _before_commit(self, cursor: duckdb.DuckDBPyConnection) -> None:
        """A transaction stands all checks."""

    def _committed(self, last: LastWrite) -> None:
        """A transaction is in the store."""
        self._version = last.data_version
        self._at_rest(last)

    def _at_rest(self, last: LastWrite) -> None:
        """After a commit: the file holds it without its log, and beside it stands what it was."""
        if self.path != ":memory:":
            self._checkpoint()
            note(self.path, last._replace(life=self.life))

    def _checkpoint(self) -> None:
        """Bring what was committed from the log beside the store into its file.

        It stays in the log where readers are in the way, and where there might not be room: a checkpoint that runs out of it
        makes DuckDB give up the whole connection.
        """
        if self.read_only or not has_room(self.path):
            return
        for attempt in range(_ATTEMPTS):
            try:
                with self._connection.cursor() as cursor:
                    cursor.execute("checkpoint")
                return
            except duckdb.TransactionException:
                time.sleep(0.02 * attempt)
            except duckdb.Error:
                logging.getLogger(__name__).exception("the log could not be taken into the store's file")
                return

    @contextlib.contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A cursor for one call; on a day that a test has set, SQL follows it too. Raises StoreError 'locked' once the store is being closed."""
        thread = threading.get_ident()
        with self._idle:
            if self._closing and thread not in self._users:  # who has begun may go on
                raise StoreError("locked", self.path)
            self._users[thread] += 1
        try:
            with self._connection.cursor() as cursor:
                if (day := self.day or clock.set_day()) is not None:
                    cursor.execute("set variable today_in_vietnam = $day::date", {"day": day})
                yield cursor
        finally:
            with self._idle:
                self._users[thread] -= 1
                self._users += Counter()  # forgets threads without any
                self._idle.notify_all()

    def _transact(
        self,
        change: Callable[[duckdb.DuckDBPyConnection], _T],
        then: Callable[[duckdb.DuckDBPyConnection, _T], _U],
        keep: bool = True,
    ) -> _U:
        if self.read_only:
            raise StoreError("read_only", self.path)
        for attempt in range(1, _ATTEMPTS + 1):
            with self._writing, self._turn(keep) as cursor, one_thread(cursor):
                cursor.execute("begin")
                try:
                    first_new_upload: int = value(cursor, "writes", "next_upload_id")
                    undone_before = _undone(cursor)
                    run(cursor, "writes", "next_version", now=clock.utc_now())
                    changed = change(cursor)
                    undone = sorted(_undone(cursor) - undone_before)
                    derive(cursor, first_new_upload, undone, only=DEFINED_BY.keys() if keep else LOOKED_AT)
                    outcome = then(cursor, changed)
                    # an undo or a new catalogue may take the ground from under older rows: then everything is looked at
                    everything = bool(undone) or catalogue_touched(cursor, first_new_upload, undone)
                    for check, rows in failing(cursor, 0 if everything else first_new_upload, writing=True):
                        raise CheckFailed(check, rows)
                    if not keep:
                        cursor.execute("rollback")
                        return outcome
                    version: int = value(cursor, "writes", "current_version")
                    newest_upload: int = value(cursor, "writes", "next_upload_id") - 1
                    self._before_commit(cursor)
                    cursor.execute("commit")
                    self._committed(LastWrite(version, newest_upload))
                    return outcome
                except duckdb.Error as error:
                    _take_back(cursor)
                    if reason := shortage(error):
                        raise StoreError(reason, self.path, str(error)) from error
                    if attempt == _ATTEMPTS or not isinstance(error, duckdb.TransactionException):
                        raise
                except BaseException:
                    _take_back(cursor)
                    raise
            time.sleep(0.05 * attempt)
        raise AssertionError("unreachable")

    def check(self, since_upload: int = 0) -> list[tuple[str, pd.DataFrame]]:
        """Every check that finds rows, with the rows, for uploads from ``since_upload`` on."""
        with self._cursor() as cursor:
            return list(failing(cursor, since_upload))


def _copy_table(
    cursor: duckdb.DuckDBPyConnection, target: duckdb.DuckDBPyConnection, table: str, provinces: Sequence[str] | None
) -> None:
    """Copy a table, or of a table of figures those of some provinces, by batches, into the table of the same name elsewhere."""
    rows = cursor.table(table)
    if provinces is not None and table in _BY_PROVINCE:
        rows = rows.filter(duckdb.ColumnExpression("province_code").isin(*map(duckdb.ConstantExpression, [*provinces, ""])))
    target.register("incoming", rows.to_arrow_reader(BATCH))
    try:
        target.execute(sql_file("writes", "append").for_table(table))
    finally:
        target.unregister("incoming")


def _take_back(cursor: duckdb.DuckDBPyConnection) -> None:
    """Roll back, unless the failure has done so already."""
    with contextlib.suppress(duckdb.Error):
        cursor.execute("rollback")


def failing(cursor: duckdb.DuckDBPyConnection, since_upload: int, writing: bool = False) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield (check, rows) for each file of ``queries/checks`` that returns rows, for uploads from ``since_upload`` on.

    A check of the stage 'whole store' is not asked while ``writing``; one that takes a province looks at a span of years, one after the other.
    """
    for name in names("checks"):
        file = sql_file("checks", name)
        each: list[dict[str, Any]] = [{"since_upload": since_upload}] if file.params else [{}]
        if file.fields.get("stage") == "whole store" and writing:
            continue
        if "province" in file.params:
            each = [dict(zip(file.params, slice_of, strict=True)) for slice_of in every_slice(cursor)]
        broken = [params for params in each if _asked(cursor, file, params, lambda answer: answer.fetchone())]
        if broken:
            yield name, _together(cursor, file, broken)


def _together(cursor: duckdb.DuckDBPyConnection, file: SqlFile, each: Sequence[dict[str, Any]]) -> pd.DataFrame:
    """What a check finds for each of several parameters, one below the other."""
    import pandas as pd  # only once something is wrong

    return pd.concat([_asked(cursor, file, params, lambda answer: answer.df()) for params in each], ignore_index=True)


def _asked(
    cursor: duckdb.DuckDBPyConnection, file: SqlFile, params: dict[str, Any], take: Callable[[duckdb.DuckDBPyConnection], _T]
) -> _T:
    """What is taken of a check's answer; a check by slices reads that slice only."""
    with in_slice(cursor, **params) if "province" in params else contextlib.nullcontext():
        return take(cursor.execute(file.statement, params))


def _undone(cursor: duckdb.DuckDBPyConnection) -> set[int]:
    return {row[0] for row in tuples(cursor, "writes", "undone_uploads")}


def _layout_of(connection: duckdb.DuckDBPyConnection, path: str) -> int:
    """The number of the newest migration that was applied. Raises StoreError: 'damaged' where there is none, 'newer'."""
    try:
        [(_, stored)] = tuples(connection, "writes", "current_version")
    except (duckdb.Error, ValueError) as error:
        raise StoreError("damaged", path, str(error)) from error
    if stored > layout():
        raise StoreError("newer", path, f"{stored} instead of {layout()}")
    return int(stored)


def _upgrade(
    connection: duckdb.DuckDBPyConnection, path: str, stored_layout: int, read_only: bool, report: Callable[[float], None]
) -> None:
    """Keep the store as it is beside it, then bring it up to date. Raises StoreError; then the store is as it was."""
    if read_only:
        raise StoreError("read_only_old", path)
    try:
        connection.execute("checkpoint")
        store_files.keep_before_upgrade(path)
        bring_up_to_date(connection, stored_layout, report)
        connection.execute("checkpoint")
    except OSError as error:
        raise StoreError("disk", path, str(error)) from error
    except ValueError as error:
        raise StoreError("not_upgraded", path, str(error)) from error
    except duckdb.Error as error:
        raise StoreError(shortage(error) or "not_upgraded", path, str(error)) from error
