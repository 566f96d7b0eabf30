"""Questions are asked before a visitor asks them: those of the first page when the server has started, and those that pages asked
lately when the figures, or the day, have become others. Nearly all of a question's time goes into planning it; what is answered is kept.

It happens while nobody waits for a page, in a thread of its own.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from components import store_access
from components.store_access import cached_read
from components.territory import Territory
from components.tiles.origin import finding_flags
from components.tiles.overview.overview_figures import overview
from components.tiles.overview.signal_row import all_rows
from queries.reads import (
    freshness,
    level_list,
    newer_result,
    newest_remark_list,
    overdue_target,
    period_list,
    territory_list,
    year_list,
)


def first_page() -> None:
    """Ask what the first page asks when somebody opens it without a choice."""
    named = cached_read(territory_list, unit_id="", also="").values("unit_id")[:1]
    for row in cached_read(territory_list, unit_id=named[0], also="").where(unit_id=named[0]) if named else ():
        territory = Territory(row.unit_id, row.unit_name, row.province_code)
        for year in cached_read(year_list, **territory.key).where(opens=True).values("year"):
            for of_year in (period_list, level_list, newer_result):
                cached_read(of_year, **territory.key, year=year)
            overview(territory, year, "newest", "any")
        cached_read(overdue_target, **territory.key, level="any")
        cached_read(freshness, **territory.key)
        cached_read(newest_remark_list, unit_id=territory.unit_id)
        finding_flags.marks(territory.unit_id)
        all_rows(territory)


class AskedAhead(threading.Thread):
    """Asks ahead until it is stopped. ``quiet`` waits until nobody waits for a page."""

    def __init__(self, quiet: Callable[[], None]) -> None:
        super().__init__(name="asked-ahead", daemon=True)
        self._quiet, self._stopping = quiet, threading.Event()

    def run(self) -> None:
        """Whatever goes wrong is logged: whoever asks meets it again by himself."""
        self._try(first_page)
        while not self._stopping.is_set():
            if store_access.CHANGED.wait(60) and not self._stopping.is_set():
                store_access.CHANGED.clear()
                self._quiet()
                self._try(store_access.ask_again)

    def stop(self) -> None:
        """End it, after the question that it is asking."""
        self._stopping.set()
        store_access.CHANGED.set()
        self.join()

    def _try(self, ask: Callable[[], None]) -> None:
        try:
            if store_access.is_open():
                ask()
        except Exception:
            logging.getLogger(__name__).exception("could not ask ahead")
