"""Questions are asked before a visitor asks them: those of the first page when the server has started, those that pages asked
lately when the figures, or the day, have become others, and those of the other pages of a territory that somebody has begun to look at.
Nearly all of a question's time goes into planning it; what is answered is kept.

It happens while nobody waits for a page, in a thread of its own.
"""

from __future__ import annotations

import inspect
import logging
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Any

from components.store import lately_asked, open_stores, store_access
from components.store.beside import territories
from components.store.store_access import cached_read, present_read, read_of_indicator, read_of_unit, read_of_year
from components.streamlit_private import pages_are_running
from components.territory import Territory
from components.tiles.origin import finding_flags
from components.tiles.overview.overview_figures import overview
from components.tiles.overview.signal_row import all_rows
from components.tiles.tasks import budget_sheet, task_sheet
from components.tiles.units import comparison, index_table, unit_sheet, unit_table_figures
from queries.reads import (
    budget_gap_list,
    budget_list,
    document_file_list,
    doubt_list,
    freshness,
    index_list,
    indicator_card,
    indicator_claims,
    indicator_gallery,
    indicator_list,
    indicator_path,
    indicator_schedule,
    indicator_search,
    indicator_trend,
    known_day_list,
    level_comparison,
    level_list,
    level_years,
    linked_indicator_list,
    newer_result,
    newest_remark_list,
    overdue_target,
    period_list,
    ranked_indicator_list,
    related_figure_list,
    remark_list,
    source_list,
    target_move_list,
    task_link_list,
    task_list,
    task_money,
    task_state_share,
    unit_list,
    unit_pillar_list,
    unit_remark_list,
    unit_state_list,
    upload_history,
    year_list,
)

# what pages ask about a territory before anything is chosen there, those first that most visitors need
OF_TERRITORY = (
    indicator_list, indicator_gallery, indicator_schedule, linked_indicator_list, doubt_list, indicator_search, year_list, level_years, task_list,
    task_link_list, task_state_share, budget_list, budget_gap_list, task_money, unit_remark_list, source_list, document_file_list,
    target_move_list, ranked_indicator_list, unit_pillar_list, unit_state_list, index_list,
)  # fmt: skip
OF_INDICATORS = (indicator_trend, indicator_path, indicator_claims, related_figure_list)
_LONGEST = 10.0  # seconds for the pages of a territory, those in which other pages are made included: of a national store the visitor asks the rest himself


def first_page() -> None:
    """Ask what the first page asks when somebody opens it without a choice."""
    present_read(known_day_list), present_read(upload_history, most=1), cached_read(unit_list)
    named = territories("").values("unit_id")[:1]
    for row in territories(named[0]).where(unit_id=named[0]) if named else ():
        territory = Territory(row.unit_id, row.unit_name, row.province_code)
        for year in cached_read(year_list, **territory.key).where(opens=True).values("year"):
            _of_year(territory, year)
        cached_read(overdue_target, **territory.key, level="any")
        cached_read(freshness, **territory.key)
        cached_read(newest_remark_list, unit_id=territory.unit_id)
        finding_flags.marks(territory.unit_id)
        all_rows(territory)


def _of_year(territory: Territory, year: int) -> None:
    """What the first page asks of a year."""
    for of_year in (period_list, level_list, newer_result):
        cached_read(of_year, **territory.key, year=year)
    overview(territory, year, "newest", "any")


def first_territories(stopped: Callable[[], bool] = lambda: False) -> None:
    """Ask what the pages of the provinces ask, first those of the one that opens by itself, for as long as for one territory at most."""
    end = time.monotonic() + _LONGEST
    for unit_id in territories("").values("unit_id"):
        of_territory(unit_id, end - time.monotonic(), stopped)


def of_territory(unit_id: str, longest: float = _LONGEST, stopped: Callable[[], bool] = lambda: False) -> None:
    """Ask what the pages of a territory ask when somebody opens them, for so many seconds at most and until it is ``stopped``."""
    end = time.monotonic() + longest
    for row in territories(unit_id).where(unit_id=unit_id):
        for ask in _questions(Territory(row.unit_id, row.unit_name, row.province_code)):
            while pages_are_running() and time.monotonic() < end and not stopped():
                time.sleep(0.05)  # whoever waits for a page has the processor
            if time.monotonic() > end or stopped():
                return
            ask()


def _questions(territory: Territory) -> list[Callable[[], Any]]:
    key = territory.key
    years = cached_read(year_list, **key).values("year")
    return [
        lambda: read_of_indicator(indicator_card, indicator_id=""),
        *(lambda read=read: read_of_indicator(read, **key, indicator_id="") for read in OF_INDICATORS),
        *(lambda read=read: cached_read(read, **_asked(read, key)) for read in OF_TERRITORY),
        lambda: read_of_year(level_comparison, **key, year=0),
        lambda: read_of_unit(remark_list, **key),
        *(
            ask
            for page in (unit_sheet, index_table, comparison, unit_table_figures)
            for ask in page.ahead(territory.province_code)
        ),
        lambda: finding_flags.marks(territory.unit_id),
        lambda: finding_flags.of_territory(territory),
        *(lambda year=year: _of_year(territory, year) for year in years),
        lambda: task_sheet.ahead(territory),
        lambda: budget_sheet.ahead(territory),
    ]


def _asked(read: Callable[..., Any], key: dict[str, str]) -> dict[str, str]:
    """Those parts of a territory's key that a read asks for."""
    return {name: code for name, code in key.items() if name in inspect.signature(read).parameters}


class AskedAhead(threading.Thread):
    """Asks ahead until it is stopped. ``quiet`` waits until nobody waits for a page."""

    def __init__(self, quiet: Callable[[], None]) -> None:
        super().__init__(name="asked-ahead", daemon=True)
        self._quiet, self._stopping = quiet, threading.Event()

    def run(self) -> None:
        """Whatever goes wrong is logged: whoever asks meets it again by himself."""
        self._try(first_page)
        self._try(partial(first_territories, self._stopping.is_set))
        while not self._stopping.is_set():
            if lately_asked.CHANGED.wait(60) and not self._stopping.is_set():
                lately_asked.CHANGED.clear()
                self._quiet()
                self._try(store_access.ask_again)
                for unit_id in store_access.looked_at_lately():
                    self._try(partial(of_territory, unit_id, stopped=self._stopping.is_set))

    def stop(self) -> None:
        """End it, after the question that it is asking."""
        self._stopping.set()
        lately_asked.CHANGED.set()
        self.join()

    def _try(self, ask: Callable[[], None]) -> None:
        try:
            if open_stores.is_open():
                ask()
        except Exception:
            logging.getLogger(__name__).exception("could not ask ahead")
