"""Files that were dropped and not confirmed yet: kept beside the store, so that a reload or a new sign-in loses nothing."""

from __future__ import annotations

import json
import re
import secrets
import shutil
import time
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, timedelta
from pathlib import Path

from data.ingest.changes import CellChange, merged
from data.vietnamese.dates import now

KEPT_FOR = timedelta(days=14)
MOST = 20  # batches of one person
_FORGOTTEN = " (tệp không còn hỏi điều này, nên câu trả lời đã được bỏ)"
_TOKEN = re.compile(r"^[A-Za-z0-9_-]{16,40}$")


@dataclass(frozen=True)
class Batch:
    """A dropped file: its token (in the link), owner, name, time (ISO, UTC), and what its owner has answered and typed over so far.

    ``labels`` says each answer in words, by the same key; ``changes`` are cells that are read as something else than the file says.
    """

    token: str
    owner: str
    file_name: str
    dropped_at: str
    answers: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    changes: tuple[CellChange, ...] = ()
    done: tuple[str, ...] = ()  # sheets of the workbook that were written already


class TooMany(Exception):
    """A person has so many unconfirmed files that no more are taken."""


def keep(store_path: str, owner: str, file_name: str, data: bytes) -> Batch:
    """Keep a dropped file; the same bytes that wait already are the batch of before. Raises TooMany, OSError."""
    _forget_old(store_path)
    if same := _same(store_path, owner, data):
        return same[0]
    if len(mine(store_path, owner)) >= MOST:
        raise TooMany
    batch = Batch(secrets.token_urlsafe(16), owner, file_name, now().astimezone(UTC).isoformat(timespec="seconds"))
    unfinished = _folder(store_path) / f".{batch.token}"
    unfinished.mkdir(parents=True)
    (unfinished / "file").write_bytes(data)
    _write(unfinished, batch)
    unfinished.rename(_folder(store_path) / batch.token)
    return batch


def find(store_path: str, token: str, owner: str) -> tuple[Batch, bytes] | None:
    """A person's batch and its bytes; None when it is not there, or somebody else's."""
    if not _TOKEN.match(token or ""):
        return None
    folder = _folder(store_path) / token
    try:
        batch = _read(folder)
        return (batch, (folder / "file").read_bytes()) if batch.owner == owner else None
    except (OSError, ValueError, TypeError):
        return None


def answer(store_path: str, batch: Batch, answers: Mapping[str, str], labels: Mapping[str, str]) -> None:
    """Keep what the owner answered, and how that is said."""
    answered = replace(batch, answers={**batch.answers, **answers}, labels={**batch.labels, **labels})
    _write(_folder(store_path) / batch.token, answered)


def type_over(store_path: str, batch: Batch, changes: Iterable[CellChange]) -> None:
    """Keep cells that the owner typed over, beside those of before."""
    _write(_folder(store_path) / batch.token, replace(batch, changes=merged(batch.changes, changes)))


def forget_changes(store_path: str, batch: Batch, unwanted: Collection[CellChange]) -> None:
    """Let some cells be read as the file says again."""
    left = tuple(change for change in batch.changes if change not in unwanted)
    _write(_folder(store_path) / batch.token, replace(batch, changes=left))


def forget_answers(store_path: str, batch: Batch, keys: Collection[str] | None = None) -> None:
    """Let everything be asked again; ``keys``: only these answers, of which the labels stay and say so."""
    if keys is None:
        _write(_folder(store_path) / batch.token, replace(batch, answers={}, labels={}))
        return
    answers = {key: answer for key, answer in batch.answers.items() if key not in keys}
    labels = {
        key: label + _FORGOTTEN if key in keys and not label.endswith(_FORGOTTEN) else label
        for key, label in batch.labels.items()
    }
    _write(_folder(store_path) / batch.token, replace(batch, answers=answers, labels=labels))


def go_on(store_path: str, batch: Batch, sheet: str) -> None:
    """Keep a workbook of which one sheet was written for the next one."""
    done = (*batch.done, batch.answers.get("sheet", ""))
    answers, labels = {"sheet": sheet}, {"sheet": f"Nạp trang tính nào? {sheet}"}
    _write(_folder(store_path) / batch.token, replace(batch, answers=answers, labels=labels, changes=(), done=done))


def drop(store_path: str, batch: Batch) -> None:
    """Forget a batch: it was committed, or its owner does not want it."""
    shutil.rmtree(_folder(store_path) / batch.token, ignore_errors=True)


def drop_same(store_path: str, batch: Batch, data: bytes) -> None:
    """Forget a batch that was committed, and whatever else of its owner holds the very same bytes."""
    for one in (batch, *_same(store_path, batch.owner, data)):
        drop(store_path, one)


def mine(store_path: str, owner: str) -> list[Batch]:
    """A person's batches, newest first."""
    batches = []
    for folder in _folder(store_path).glob("[!.]*"):
        try:
            batch = _read(folder)
        except (OSError, ValueError, TypeError):
            continue
        if batch.owner == owner:
            batches.append(batch)
    return sorted(batches, key=lambda batch: batch.dropped_at, reverse=True)


def _same(store_path: str, owner: str, data: bytes) -> list[Batch]:
    """A person's batches of the same bytes, newest first."""
    return [batch for batch in mine(store_path, owner) if _holds(_folder(store_path) / batch.token / "file", data)]


def _holds(file: Path, data: bytes) -> bool:
    """Whether a file holds these bytes; one that somebody forgot meanwhile does not."""
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except OSError:
        return False


def _folder(store_path: str) -> Path:
    return Path(f"{store_path}.pending")


def _read(folder: Path) -> Batch:
    content = json.loads((folder / "batch.json").read_text(encoding="utf-8"))
    if "told" in content:  # as versions up to 1.2 wrote it
        content["labels"] = content.pop("told")
    content["changes"] = tuple(CellChange(**change) for change in content.get("changes", ()))
    content["done"] = tuple(content.get("done", ()))
    return Batch(**content)


def _write(folder: Path, batch: Batch) -> None:
    unfinished = folder / ".batch.json"
    unfinished.write_text(json.dumps(asdict(batch), ensure_ascii=False), encoding="utf-8")
    unfinished.replace(folder / "batch.json")


def _forget_old(store_path: str) -> None:
    for folder in _folder(store_path).glob("*"):
        try:
            age = time.time() - folder.stat().st_mtime  # the clock of files
        except OSError:
            continue
        if age > KEPT_FOR.total_seconds():
            shutil.rmtree(folder, ignore_errors=True)
