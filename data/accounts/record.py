"""The record of who came in and what was done with accounts, files and copies: lines are only ever appended, and hold no secret.

It lies beside the store, a file a month, outside the store's transactions: a flood of wrong passwords makes no one's page
stale and waits for nobody's upload. Each line holds the hash of the one before, so that a line taken out or altered is noticed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
import threading
import time
from collections.abc import Iterator
from datetime import datetime
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
}
OFTEN = 30  # lines of one kind from one source that are written in a minute; the next minute's first line counts the others
_LONGEST = 200
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
    found: list[Entry] = []
    for file in reversed(_files(folder(store_path))):
        for line in reversed(_lines(file, most * 2 * _TAIL // 8)):
            with contextlib.suppress(ValueError, KeyError, TypeError):
                told = json.loads(line)
                found.append(Entry(datetime.fromisoformat(told["at"]), *(str(told[key]) for key in Entry._fields[1:])))
            if len(found) == most:
                return found
    return found


def broken(store_path: str) -> str | None:
    """Where the record is not as it was written: 'file:line'; None when every line follows the one before."""
    before = ""
    for file, number, line in _every_line(store_path):
        told = _told(line)
        if told is None or told.get("before") != before:
            return f"{file.name}:{number}"
        before = _hash(line)
    return None


def _every_line(store_path: str) -> Iterator[tuple[Path, int, bytes]]:
    for file in _files(folder(store_path)):
        for number, line in enumerate(_lines(file), start=1):
            yield file, number, line


def _append(place: Path, told: dict[str, str]) -> None:
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    at = utc_now()
    last = next((lines[-1] for file in reversed(_files(place)) if (lines := _lines(file, _TAIL))), b"")
    line = json.dumps({"at": at.isoformat(timespec="seconds"), **told, "before": _hash(last)}, ensure_ascii=False)
    newest = _files(place)[-1:] or [place / f"{at:%Y-%m}.jsonl"]
    file = max(newest[0], place / f"{at:%Y-%m}.jsonl")  # a clock that was set back begins no older file
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600), "ab") as out:
        out.write(line.encode() + b"\n")


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
