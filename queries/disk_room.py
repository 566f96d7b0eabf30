"""Whether the disk has room: for what a checkpoint writes, and whether an error says that it had none."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

_SPARE = 32 * 2**20  # bytes that must be left over


def has_room(path: str) -> bool:
    """Whether the log beside a file could be written into it four times over with something to spare: on the disk, and under the
    limit that the system sets for a file's size."""
    file, log = Path(path), Path(f"{path}.wal")
    size, needed = (at.stat().st_size if at.exists() else 0 for at in (file, log))
    free, limit = shutil.disk_usage(file.parent).free, _largest_file()
    return min(free, free if limit is None else limit - size) > 4 * needed + _SPARE


def is_shortage(error: OSError) -> bool:
    """Whether the system refused a write because there is no room: a full disk, a quota, a limit on a file's size."""
    return error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def _largest_file() -> int | None:
    """The largest file in bytes that this process may write; None where there is no limit."""
    try:
        from resource import RLIM_INFINITY, RLIMIT_FSIZE, getrlimit
    except ImportError:  # Windows knows no such limit
        return None
    limit = getrlimit(RLIMIT_FSIZE)[0]
    return None if limit == RLIM_INFINITY else limit
