"""Original files of uploads: cut into small compressed pieces, and put together again byte by byte."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Sequence
from typing import Any

PIECE = 4096  # bytes
_LEVEL = 3  # workbooks are compressed already, and whoever commits keeps others waiting


class OriginalDamaged(Exception):
    """The pieces that were kept of a file do not make the bytes that were brought."""


def pieces_of(content: bytes) -> list[bytes]:
    """A file, compressed, in pieces of at most 4 KiB; an empty file is one piece, too."""
    compressed = zlib.compress(content, _LEVEL)
    return [compressed[at : at + PIECE] for at in range(0, len(compressed), PIECE)]


def whole_of(rows: Sequence[Any]) -> bytes:
    """The file of the rows of ``reads/upload_content.sql``, byte by byte. Raises LookupError for no rows, OriginalDamaged."""
    if not rows:
        raise LookupError("no file was kept")
    unpacked = zlib.decompressobj()
    try:
        content = unpacked.decompress(b"".join(row.content for row in rows), rows[0].size + 1)
    except zlib.error as error:
        raise OriginalDamaged(f"{rows[0].file_name}: {error}") from error
    if hashlib.sha256(content).hexdigest() != rows[0].file_sha256:
        raise OriginalDamaged(f"{rows[0].file_name}: other bytes than were brought")
    return content
