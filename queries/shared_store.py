"""The store that several machines share: each reads a file of its own that follows the lake, and brings into the lake what it writes."""

from __future__ import annotations

import contextlib
import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self

import duckdb

from queries import clock, store_files
from queries.engine import Lake, StoreError
from queries.following import Followed, bring_up, carry, publish, take_out
from queries.last_write import LastWrite, new_life, noted
from queries.migrate import layout
from queries.schema import has_columns, has_views
from queries.statements import tuples, value
from queries.store import Store

_FRESH = 1.0  # seconds for which nobody asks the lake again whether it has moved


class SharedStore(Store):
    """An open store whose file follows a lake. Reads ask the file; a write is tried, judged and derived in the file, in turn with the other
    machines, and its rows go to the lake before they are kept.

    ``lake``: None until it was reached. ``cut_off``: since when (UTC) the lake has not answered; then the file is read as it is, and a write raises StoreError 'unreachable'.
    """

    def __init__(self, path: str, connection: duckdb.DuckDBPyConnection, read_only: bool = False) -> None:
        super().__init__(path, connection, read_only)
        self.cut_off = None
        self.lake: Lake | None = None
        self._reach: Callable[[], Lake] = _nowhere
        self._following = threading.Lock()
        self._asked = float("-inf")
        self._known: Followed | None = None

    @classmethod
    def shared(cls, reach: Callable[[], Lake], path: str) -> Self:
        """Open the shared store that ``reach`` reaches, followed by the file at ``path``, which is made when it is not there.

        Raises StoreError: 'missing' (no store there yet), 'unreachable' (and no file of earlier), 'newer', 'other_program', and of the file
        what ``Store.open`` raises.
        """
        lake = _reached_or_file(reach, path)
        try:
            if lake is not None:
                _fits(lake)
                _clear(path, lake)
            if not Path(path).exists():
                cls.create(path).close()
            store = cls.open(path)
        except BaseException:
            if lake is not None:
                lake.close()
            raise
        store._join(reach, lake)
        return store

    def _join(self, reach: Callable[[], Lake], lake: Lake | None) -> None:
        last = noted(self.path)
        self._reach, self.lake = reach, lake
        if last is not None and last.snapshot and last.data_version == self._version:
            self._known = Followed(last.life, last.snapshot)
        try:
            self.follow()
        except StoreError as error:
            if error.reason != "unreachable" or self._known is None:
                self.close()
                raise

    def close(self) -> None:
        """Close the file and the connection to the lake, after whoever is looking there."""
        with self._following:
            super().close()
            if self.lake is not None:
                self.lake.close()

    def data_version(self) -> int:
        """Number of committed writes that the file holds; asks the lake whether there are more, once a second at most."""
        self._keep_up()
        return self._version

    def follow(self) -> None:
        """Bring the file to what the lake holds at this moment. Raises StoreError 'unreachable'; then the file stays as it is."""
        with self._following:
            self._follow()

    def _keep_up(self) -> None:
        """Follow where nobody has looked for a second; who finds another at it reads what is there. Nobody waits for a lake that has not
        answered: each look at it lasts until the line counts as dead, and goes on beside those who read."""
        if time.monotonic() - self._asked < _FRESH or not self._following.acquire(blocking=False):
            return
        if self.cut_off is None:
            self._look()
        else:
            threading.Thread(target=self._look, name="looking-for-the-lake", daemon=True).start()

    def _look(self) -> None:
        """Follow, and let the next one look."""
        try:
            self._follow()
        except StoreError as error:
            if error.reason != "unreachable":
                raise
        finally:
            self._following.release()

    def _follow(self) -> None:
        try:
            lake = self._reached()
            if self._known is None or lake.snapshot() != self._known.snapshot:
                self._catch_up(lake)
            self.cut_off = None
        except StoreError as error:
            self._unanswered(error)
            raise
        finally:
            self._asked = time.monotonic()

    def _unanswered(self, error: StoreError) -> None:
        """Note since when the lake has not answered, where that is what went wrong."""
        if error.reason == "unreachable" and self.cut_off is None:
            self.cut_off = clock.utc_now()
            logging.getLogger(__name__).warning("the shared store does not answer%s", error.detail and f": {error.detail}")

    def _catch_up(self, lake: Lake) -> None:
        with lake.cursor() as there, super()._cursor() as here:
            there.execute("begin")
            here.execute("begin")
            try:
                known = bring_up(here, there, self._known)
                version: int = value(here, "writes", "current_version")
                upload: int = value(here, "writes", "next_upload_id") - 1
                here.execute("commit")
            except BaseException:
                with contextlib.suppress(duckdb.Error):
                    here.execute("rollback")
                raise
            finally:
                with contextlib.suppress(duckdb.Error):
                    there.execute("rollback")
        self.life, self.lost = known.life, None
        self._known, self._version = known, version
        self._at_rest(LastWrite(version, upload, snapshot=known.snapshot))

    @contextlib.contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        self._keep_up()
        with super()._cursor() as cursor:
            yield cursor

    def _still(self) -> AbstractContextManager[object]:
        return self._following

    @contextlib.contextmanager
    def _turn(self, keep: bool) -> Iterator[duckdb.DuckDBPyConnection]:
        """Of what is kept: once it is this machine's turn and the file holds all that others wrote; nobody follows meanwhile."""
        with contextlib.ExitStack() as until_the_end:
            if keep:
                until_the_end.enter_context(self._reached().turn())
                until_the_end.enter_context(self._following)
                self._follow()
            try:
                yield until_the_end.enter_context(super()._cursor())
            except StoreError as error:
                self._unanswered(error)
                raise

    def _reached(self) -> Lake:
        self.lake = self.lake or self._reach()
        return self.lake

    def _before_commit(self, cursor: duckdb.DuckDBPyConnection) -> None:
        """What was written here goes to the lake, before it is this file's: who stops in between finds it there and follows."""
        with self._reached().cursor() as lake, super()._cursor() as before:
            lake.execute("begin")
            try:
                carry(before, cursor, lake)
                lake.execute("commit")
            except BaseException:
                with contextlib.suppress(duckdb.Error):
                    lake.execute("rollback")
                raise
        self._known = Followed(self.life, self._reached().snapshot())

    def _committed(self, last: LastWrite) -> None:
        super()._committed(last._replace(snapshot=self._known.snapshot if self._known else 0))


def publish_store(source: Store, lake: Lake, *, replace: bool) -> str:
    """Put a store into the lake, all or nothing, and return the life that begins with it.

    Raises StoreError: 'damaged' when there is one already and it is not to be replaced, 'unreachable'.
    """
    with lake.turn():
        if not replace and lake.exists():
            raise StoreError("damaged", lake.label, "already there")
        return _published(source, lake)


def renew_store(lake: Lake, workshop: Path, report: Callable[[float], None] = lambda share: None) -> str:
    """Bring what the lake holds, whatever version wrote it, to this version of the program by way of a file that is not there yet, and return
    the life that begins with it. Nobody writes from the moment it is taken out until it is back; ``report`` is told the share that is derived anew. Raises StoreError."""
    with lake.turn():
        take_out(lake, workshop)
        with contextlib.closing(Store.open(workshop, report)) as store:
            return _published(store, lake)


def _published(source: Store, lake: Lake) -> str:
    """Put a store into the lake, in the turn that is held, all or nothing."""
    life = new_life()
    with lake.cursor() as there:
        there.execute("begin")
        try:
            source.inside(lambda here: publish(here, there, life))
            there.execute("commit")
        except BaseException:
            with contextlib.suppress(duckdb.Error):
                there.execute("rollback")
            raise
    return life


def _nowhere() -> Lake:
    raise StoreError("unreachable", "")


def _reached_or_file(reach: Callable[[], Lake], path: str) -> Lake | None:
    """The lake; None where it does not answer and there is a file of earlier. Raises StoreError."""
    try:
        return reach()
    except StoreError as error:
        last = noted(path)
        if error.reason != "unreachable" or last is None or not last.snapshot or not Path(path).exists():
            raise
        return None


def _clear(path: str, lake: Lake) -> None:
    """Take away a file that followed an earlier life of the lake: all of it would be copied anew, and into an empty file much faster.

    Not one that followed nothing: that is somebody's store, of which nothing is known here.
    """
    last = noted(path)
    if last is not None and last.snapshot and last.life != lake.life():
        store_files.remove(Path(path))


def _fits(lake: Lake) -> None:
    """The lake holds a store that this program reads and writes. Raises StoreError 'missing', 'newer', 'other_program'."""
    if not lake.exists():
        raise StoreError("missing", lake.label)
    with lake.cursor() as cursor:
        [(_, stored)] = tuples(cursor, "writes", "current_version")
        if stored > layout():
            raise StoreError("newer", lake.label)
        columns: dict[str, set[str]] = {}
        for table, column in tuples(cursor, "lake", "columns"):
            columns.setdefault(table, set()).add(column)
        if stored < layout() or not has_columns(columns) or not has_views(cursor):
            raise StoreError("other_program", lake.label)
