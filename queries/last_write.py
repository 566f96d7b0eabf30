"""What the store's last write was, kept beside its file: a file that was put back from an older copy is noticed."""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import NamedTuple


class LastWrite(NamedTuple):
    """The data version and the number of the newest upload after a write."""

    data_version: int
    upload_id: int


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


def _path(store_path: str) -> Path:
    return Path(f"{store_path}.last-write")
