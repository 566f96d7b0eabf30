"""The record of who came in and what was done with accounts, files and copies: lines are only ever appended, and hold no secret.

It lies beside the store, a file a month, outside the store's transactions: a flood of wrong passwords makes no one's page
stale and waits for nobody's upload. Each line holds the hash of the one before, so that a line taken out or altered is noticed.
Copies of the store carry it along. A restore takes back nothing: what the copy knows and the record here does not is added, as the
record's own going on where it is, else as a chain of its own in a folder ``truoc-<moment>``.
"""

from __future__ import annotations

import contextlib
import hashlib
import heapq
import json
import logging
import os
import re
import threading
import time
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import groupby, islice
from pathlib import Path
from typing import NamedTuple

from data.vietnamese.dates import utc_now

KINDS = {
    "signed_in": "Đăng nhập",
    "wrong_password": "Sai tên hoặc mật khẩu",
    "wrong_code": "Sai mã xác thực",
    "waits": "Phải đợi vì sai nhiều lần",
    "blocked": "Tài khoản bị khóa thử đăng nhập",
    "one_time_over": "Mật khẩu dùng một lần đã hết hạn",
    "signed_out": "Đăng xuất",
    "session_ended": "Kết thúc phiên",
    "refused": "Từ chối",
    "original": "Tải tệp gốc",
    "password_set": "Đặt mật khẩu",
    "password_reset": "Cấp lại mật khẩu",
    "one_time_printed": "Cấp mật khẩu cho quản trị ngoài trang",
    "account_created": "Thêm tài khoản",
    "account_changed": "Sửa tài khoản",
    "account_blocked": "Khóa tài khoản",
    "account_opened": "Mở khóa tài khoản",
    "second_factor_on": "Bật mã xác thực",
    "second_factor_off": "Gỡ mã xác thực",
    "backup": "Sao lưu",
    "restored": "Khôi phục",
    "token_made": "Cấp mã truy cập",
    "token_revoked": "Thu hồi mã truy cập",
    "token_revived": "Kích hoạt lại mã truy cập",
}
OFTEN = 30  # lines of one kind from one source that are written in a minute; the next minute's first line counts the others
_LONGEST = 200
_OF_COPY = re.compile(r"(?:(truoc-\d{4}-\d{2}-\d{2}-\d{6})/)?(\d{4}-\d{2}\.jsonl)", re.ASCII)
_TAIL = 8192  # bytes in which the last line of a file surely stands


class Entry(NamedTuple):
    """One line: when (UTC), what (a key of ``KINDS``), who (an account, '' for nobody known), from where, about what."""

    at: datetime
    kind: str
    name: str
    source: str
    about: str


_LOCK = threading.Lock()
_MINUTES: dict[tuple[str, str, str], tuple[int, int]] = {}  # minute and lines, by store, kind and source


def folder(store_path: str) -> Path:
    """Where the record of a store lies."""
    return Path(f"{store_path}.record")


def note(store_path: str, kind: str, *, name: str = "", source: str = "", about: str = "") -> None:
    """Append a line. One that cannot be written is logged: nobody is kept out because the disk is full. Raises KeyError for an unknown kind."""
    KINDS[kind]
    if store_path == ":memory:":
        return
    with _LOCK:
        left_out = _left_out(store_path, kind, source)
        if left_out is None:
            return
        more = f"{about} (và {left_out} lần nữa trong phút trước)".strip() if left_out else about
        try:
            _append(folder(store_path), {"kind": kind, "name": _short(name), "source": _short(source), "about": _short(more)})
        except OSError:
            logging.getLogger(__name__).exception("the record of %s could not be written", kind)


def entries(store_path: str, most: int = 2000) -> list[Entry]:
    """The newest lines, newest first; lines that cannot be read are left out."""
    newest = (_newest(chain, most) for chain in _chains(folder(store_path)))
    return list(islice(heapq.merge(*newest, key=lambda entry: entry.at, reverse=True), most))


def _newest(chain: Path, most: int) -> list[Entry]:
    found: list[Entry] = []
    for file in reversed(_files(chain)):
        found += _entries(reversed(_lines(file, most * 2 * _TAIL // 8)))
        if len(found) >= most:
            break
    return found[:most]


def _entry(line: bytes) -> Entry | None:
    with contextlib.suppress(ValueError, KeyError, TypeError):
        told = json.loads(line)
        return Entry(datetime.fromisoformat(told["at"]), *(str(told[key]) for key in Entry._fields[1:]))
    return None


def broken(store_path: str) -> str | None:
    """Where the record is not as it was written: 'file:line'; None when every line follows the one before."""
    return next(filter(None, map(_broken, _chains(folder(store_path)))), None)


def _broken(chain: Path) -> str | None:
    before = ""
    for file in _files(chain):
        for number, line in enumerate(_lines(file), start=1):
            told = _told(line)
            if told is None or told.get("before") != before:
                return f"{file.name}:{number}"
            before = _hash(line)
    return None


def whole(store_path: str) -> dict[str, bytes]:
    """The record as a copy carries it along: bytes by the name of the file within the folder. Raises OSError."""
    place = folder(store_path)
    with _LOCK:
        return {
            str(file.relative_to(place)): b"".join(line + b"\n" for line in _lines(file))
            for chain in _chains(place)
            for file in _files(chain)
        }


def take_in(store_path: str, brought: Mapping[str, bytes], moment: datetime, since: datetime) -> list[Entry]:
    """Add what a copy's record (``whole``) knows and the one here does not; nothing here changes or goes. Raises OSError.

    Returns the lines of here that were written after the copy was made, the oldest first; where the two do not go on from each other,
    those from ``since`` (UTC) on.
    """
    place, chains = folder(store_path), _by_chain(brought)
    with _LOCK:
        own = _lines_by_file(place)
        own_lines = [line for _, line in own]
        for name in chains.keys() - {""}:
            if not (place / name).exists():
                _append_lines(place / name, chains[name])
        there = [own_lines, *([line for _, line in _lines_by_file(chain)] for chain in _chains(place))]
        main = chains.get("", [])
        lines = [line for _, line in main]
        if lines and not any(_begins(one, lines) for one in there):
            if _begins(lines, own_lines):
                _append_lines(place, main[len(own) :])
            else:
                _append_lines(place / f"truoc-{moment:%Y-%m-%d-%H%M%S}", main)
    if lines and (_begins(own_lines, lines) or _begins(lines, own_lines)):
        return _entries(own_lines[len(lines) :])
    return [entry for entry in _entries(own_lines) if entry.at >= since.replace(microsecond=0)]


def _entries(lines: Iterable[bytes]) -> list[Entry]:
    return [entry for line in lines if (entry := _entry(line))]


def _by_chain(brought: Mapping[str, bytes]) -> dict[str, list[tuple[str, bytes]]]:
    """(file, line) in order by the folder of their chain, '' for the record itself; what is named otherwise is left out."""
    chains: dict[str, list[tuple[str, bytes]]] = {}
    for name in sorted(brought):
        if match := _OF_COPY.fullmatch(name):
            chains.setdefault(match[1] or "", []).extend((match[2], line) for line in brought[name].split(b"\n") if line)
    return chains


def _lines_by_file(chain: Path) -> list[tuple[str, bytes]]:
    return [(file.name, line) for file in _files(chain) for line in _lines(file)]


def _begins(lines: list[bytes], first: list[bytes]) -> bool:
    return lines[: len(first)] == first


def _append_lines(chain: Path, lines: Iterable[tuple[str, bytes]]) -> None:
    chain.mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, of_file in groupby(lines, key=lambda line: line[0]):
        _append_to(chain / name, b"".join(line + b"\n" for _, line in of_file))


def _append(place: Path, told: dict[str, str]) -> None:
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    at = utc_now()
    last = next((lines[-1] for file in reversed(_files(place)) if (lines := _lines(file, _TAIL))), b"")
    line = json.dumps({"at": at.isoformat(timespec="seconds"), **told, "before": _hash(last)}, ensure_ascii=False)
    newest = _files(place)[-1:] or [place / f"{at:%Y-%m}.jsonl"]
    file = max(newest[0], place / f"{at:%Y-%m}.jsonl")  # a clock that was set back begins no older file
    _append_to(file, line.encode() + b"\n")


def _append_to(file: Path, content: bytes) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "ab") as out:
        out.write(content)


def _left_out(store_path: str, kind: str, source: str) -> int | None:
    """How many lines of this kind and source were left out before this one; None when this one is left out, too."""
    minute, key = int(time.monotonic() // 60), (store_path, kind, source)
    last, count = _MINUTES.get(key, (minute, 0))
    if last == minute and count >= OFTEN:
        _MINUTES[key] = (minute, count + 1)
        return None
    if len(_MINUTES) > 10_000:
        _MINUTES.clear()
    _MINUTES[key] = (minute, count + 1 if last == minute else 1)
    return max(count - OFTEN, 0) if last != minute else 0


def _chains(place: Path) -> list[Path]:
    """The record itself, and those that restores have brought beside it."""
    return [place, *sorted(place.glob("truoc-*"))]


def _files(place: Path) -> list[Path]:
    return sorted(place.glob("????-??.jsonl"))


def _lines(file: Path, tail: int | None = None) -> list[bytes]:
    """The lines of a file; with ``tail`` only those that stand whole in its last bytes."""
    with file.open("rb") as lines:
        size = lines.seek(0, os.SEEK_END)
        start = max(size - tail, 0) if tail else 0
        lines.seek(start)
        found = lines.read().split(b"\n")
    return [line for line in found[1 if start else 0 :] if line]


def _told(line: bytes) -> dict[str, str] | None:
    try:
        told = json.loads(line)
    except ValueError:
        return None
    return told if isinstance(told, dict) else None


def _hash(line: bytes) -> str:
    return hashlib.sha256(line).hexdigest()[:32] if line else ""


def _short(text: str) -> str:
    return "".join(letter if letter.isprintable() else " " for letter in text[:_LONGEST])
