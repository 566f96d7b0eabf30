"""The version of the product and what each one changed for the people who use it; told in ``changelog.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "changelog.toml"


@dataclass(frozen=True)
class Change:
    """One thing that people have now, in Vietnamese; ``before`` is what it was, None when there was nothing of the kind."""

    text: str
    before: str | None = None


@dataclass(frozen=True)
class Release:
    """One version: its number ("1.2.0"), the day it was given out, and at least one change."""

    version: str
    day: date
    changes: tuple[Change, ...]


@cache
def releases() -> tuple[Release, ...]:
    """Every version, newest first."""
    entries = tomllib.loads(_FILE.read_text(encoding="utf-8"))["release"]
    return tuple(Release(entry["version"], entry["day"], _changes(entry["changes"])) for entry in entries)


def _changes(entries: list[dict[str, str]]) -> tuple[Change, ...]:
    return tuple(Change(**entry) for entry in entries)


VERSION: str = releases()[0].version
