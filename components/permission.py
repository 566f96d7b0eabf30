"""Whether whoever is here may still have what a page shows: asked while the page runs, answered later, at a click or for a sent file.

``components.accounts.guards`` says how; the rooms below it ask here.
"""

from __future__ import annotations

from collections.abc import Callable

Allowed = Callable[[], bool]


def _everybody() -> Allowed:
    return lambda: True


_still_allowed: Callable[[], Allowed] = _everybody


def decided_by(still_allowed: Callable[[], Allowed]) -> None:
    """Let ``still_allowed`` decide: asked while the page runs, it gives what is asked later, outside the page."""
    global _still_allowed
    _still_allowed = still_allowed


def still_allowed() -> Allowed:
    """Asked on a page: whether whoever is here may still see it, to be called at any time later."""
    return _still_allowed()
