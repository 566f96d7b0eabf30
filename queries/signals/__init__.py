"""Signals: questions whose count and whose rows are the same rows. One SQL file a signal, all with the same columns."""

from __future__ import annotations

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
)  # as the screens order them


def signal(store: Store, *, name: str, province_code: str, unit_id: str) -> Rows:
    """One row per figure of a territory that a signal finds. Raises ValueError for a name that is none of SIGNALS."""
    if name not in SIGNALS:
        raise ValueError(f"no signal queries/signals/{name}.sql")
    return store.read(name, "signals", province_code=province_code, unit_id=unit_id)
