"""Signals: questions whose count and whose rows are the same rows. One SQL file a signal, all with the same columns."""

from __future__ import annotations

from typing import NamedTuple

from queries.rows import Rows
from queries.store import Store

SIGNALS = (
    "overdue",
    "never_measured",
    "fallen",
    "disputed",
    "conflicting",
    "target_lowered",
    "impossible",
    "below_median",
    "rank_lost",
    "not_reported",
)  # as the screens order them


class SignalRow(NamedTuple):
    """A figure that stands out, and what it stands out against; what each column means stands in the header of each file."""

    indicator_id: str
    short_name: str
    level: str
    unit_of_measure: str
    year: int
    period: str
    value: float | None
    value_as_written: str | None
    qualifier: str | None
    document: str | None
    locator: str | None
    other_value: float | None
    other_as_written: str | None
    other_qualifier: str | None
    other_document: str | None
    other_year: int | None
    other_period: str | None
    about_unit_id: str | None = None
    about_unit: str | None = None


def signal(store: Store, *, name: str, province_code: str, unit_id: str) -> Rows[SignalRow]:
    """One row per figure of a territory that a signal finds. Raises ValueError for a name that is none of SIGNALS."""
    if name not in SIGNALS:
        raise ValueError(f"no signal queries/signals/{name}.sql")
    return store.signal(name, SignalRow, province_code=province_code, unit_id=unit_id)
