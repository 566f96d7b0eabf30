"""What the store's last write was, and which life of the store it belongs to, kept beside its file: a file that was put back from an older
copy is noticed."""

from __future__ import annotations

import json
import logging
import secrets
from pathlib import Path
from typing import NamedTuple


class LastWrite(NamedTuple):
    """The data version and the number of the newest upload after a write. ``life``: random, another one for each store that was made and after
    each restore, whose versions count the same numbers again; '' where nobody has noted one. ``snapshot``: of a copy that follows a shared
    store, the commit there that it holds."""

    data_version: int
    upload_id: int
    life: str = ""
    snapshot: int = 0


def new_life() -> str:
    """The name of a life that begins now."""
    return secrets.token_hex(4)


def note(store_path: str, last: LastWrite) -> None:
    """Keep it beside the store. A note that cannot be written is logged: what was committed stays committed."""
    path = _path(store_path)
    unfinished = path.with_name(path.name + ".new")
    try:
        unfinished.write_text(json.dumps(last._asdict()), encoding="utf-8")
        unfinished.replace(path)
    except OSError:
        logging.getLogger(__name__).exception("the last write could not be noted")


def noted(store_path: str) -> LastWrite | None:
    """What was noted; None when nothing was, or nothing that can be read."""
    try:
        return LastWrite(**json.loads(_path(store_path).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def forget(store_path: str | Path) -> None:
    """Take the note away, with a file that is not to stay."""
    _path(str(store_path)).unlink(missing_ok=True)


def _path(store_path: str) -> Path:
    return Path(f"{store_path}.last-write")
