"""The dashboard that has the store open, and how the command line finds it: DuckDB lets no second process in.

While it runs a note lies beside the store, readable for its owner alone: the address on this machine, and a token that is made anew at
every start and stands nowhere else. Both sides show that they know it: the command line sends nothing before whoever answers at that
address has proved it (``proof``), the dashboard obeys nobody who does not send it.
"""

from __future__ import annotations

import contextlib
import hmac
import json
import os
import secrets
from pathlib import Path
from typing import NamedTuple

_SECRET = secrets.token_urlsafe(32)


class Dashboard(NamedTuple):
    """A running dashboard: its address without a slash at the end, the token of this machine, and the name by which it wants to be
    asked ('' for its address)."""

    address: str
    token: str
    name: str = ""


def is_machine(token: str) -> bool:
    """Whether a token is the one that this process has written beside its store."""
    return hmac.compare_digest(token.encode(), _SECRET.encode())


def proof(nonce: str, token: str = _SECRET) -> str:
    """What only somebody can answer who has the token of the note; it does not tell the token."""
    return hmac.new(token.encode(), f"chi-tieu {nonce}".encode(), "sha256").hexdigest()


def announce(store_path: str, address: str, name: str = "") -> None:
    """Write the note. Raises OSError."""
    note, unfinished = _note(store_path), Path(f"{_note(store_path)}.{os.getpid()}")
    with contextlib.suppress(FileNotFoundError):
        unfinished.unlink()
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(Dashboard(address, _SECRET, name)._asdict(), file)
    unfinished.replace(note)


def withdraw(store_path: str) -> None:
    """Take the note away, when it is this process's own."""
    found = dashboard(store_path)
    if found and is_machine(found.token):
        _note(store_path).unlink(missing_ok=True)


def dashboard(store_path: str) -> Dashboard | None:
    """What the note says; None where there is none that can be read, or none of the store's owner for this owner alone. The dashboard
    may have died since."""
    try:
        with os.fdopen(os.open(_note(store_path), os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0)), encoding="utf-8") as file:
            return Dashboard(**json.load(file)) if _is_own(os.fstat(file.fileno()), Path(store_path)) else None
    except (OSError, ValueError, TypeError):
        return None


def _is_own(note: os.stat_result, store_file: Path) -> bool:
    """Whether nobody but the owner of the store can have written or read a note. Where there are no such owners it is."""
    if not hasattr(os, "getuid"):
        return True
    owner = store_file.stat().st_uid if store_file.exists() else os.getuid()
    return note.st_uid == owner and not note.st_mode & 0o077


def _note(store_path: str) -> Path:
    return Path(f"{store_path}.running")
