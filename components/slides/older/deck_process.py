"""Decks that somebody handed in are read in a child process with limits, two at a time; what came of a look is remembered.

The child asks for figures through its pipes and gets them from this process. It may not harm anything else: it answers in
JSON lines and files of a folder of its own.
"""

from __future__ import annotations

import hashlib
import io
import json
import pickle
import subprocess
import sys
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from components.slides.content.context import SlideContext
from components.slides.older.judged import Chosen, Judged, from_plain
from components.slides.pptx.errors import BadDeck
from components.slides.slide import Slide
from components.slides.templates import look
from components.slides.templates.look import Look
from data.operations.turns import Busy, Turns
from data.vietnamese.dates import today
from queries import reads
from queries.rows import Rows
from queries.sqlfile import names

MEMORY = 1536 * 2**20  # bytes of address space that a child may have, what it loads included
SECONDS = 60  # of processor time
_WAIT = 120  # seconds that the whole may take
_LINE = 4 * 2**20  # bytes of a child's line
_ROOT = Path(__file__).parents[3]
_TURNS = Turns(2, waiting=20)
_REMEMBERED: OrderedDict[tuple[Any, ...], Any] = OrderedDict()
_LOCK = threading.Lock()
_MOST = 64
T = TypeVar("T")


def template_look(blob: bytes, name: str) -> Look:
    """How slides look in a customer's template. Raises BadDeck."""
    return _remembered(("template", _sha256(blob), name), lambda: look.from_plain(_run("template", blob, name)[0]["look"]))


def looked_at(blob: bytes, name: str, context: SlideContext) -> list[Judged]:
    """Every slide of a deck as it stands. Raises BadDeck."""
    key = ("look", _sha256(blob), name, context.base_url, context.data_version, context.sample, context.known_on, today())
    return _remembered(key, lambda: [from_plain(told) for told in _run("look", blob, name, context)[0]["slides"]])


def refreshed(blob: bytes, name: str, context: SlideContext, chosen: Chosen | None = None) -> bytes:
    """The deck with the chosen slides made fresh; all that are out of date, and nothing edited, without a choice. Raises BadDeck."""
    return _run("refresh", blob, name, context, chosen=chosen)[1]


def deck(slides: list[Slide], title: str, blob: bytes, name: str) -> bytes:
    """Slides in a customer's template. Raises BadDeck."""
    return _run("deck", blob, name, slides=slides, title=title)[1]


def _remembered(key: tuple[Any, ...], make: Callable[[], T]) -> T:
    """What a look at these bytes gave, a refusal included; made once."""
    with _LOCK:
        known = key in _REMEMBERED
        outcome = _REMEMBERED.get(key)
    if not known:
        try:
            outcome = make()
        except BadDeck as error:
            if isinstance(error, _Waits):
                raise
            outcome = error
        with _LOCK:
            _REMEMBERED[key] = outcome
            while len(_REMEMBERED) > _MOST:
                _REMEMBERED.popitem(last=False)
    if isinstance(outcome, BadDeck):
        raise BadDeck(str(outcome))
    return outcome  # type: ignore[return-value]


class _Waits(BadDeck):
    """Nothing is wrong with the file: too many others wait."""


def _run(task: str, blob: bytes, name: str, context: SlideContext | None = None, **more: Any) -> tuple[dict[str, Any], bytes]:
    """Let a child do it: its last line, and the file that it made. Raises BadDeck."""
    try:
        with _TURNS.turn(), tempfile.TemporaryDirectory(prefix="deck-") as folder:
            Path(folder, "given").write_bytes(blob)
            told = (
                {
                    "base_url": context.base_url,
                    "data_version": context.data_version,
                    "sample": context.sample,
                    "known_on": context.known_on,
                }
                if context
                else {}
            )
            job = {"task": task, "name": name, "folder": folder, "memory": MEMORY, "seconds": SECONDS, "context": told, **more}
            answer = _talk(job, context, name)
            made = Path(folder, "made")
            return answer, made.read_bytes() if made.exists() else b""
    except Busy:
        raise _Waits("Máy chủ đang đọc quá nhiều tệp trình chiếu. Hãy thử lại sau ít phút.") from None


def _talk(job: dict[str, Any], context: SlideContext | None, name: str) -> dict[str, Any]:
    """Start a child, hand it the job, answer its questions until its last line. Raises BadDeck."""
    command = [sys.executable, "-m", "components.slides.older.deck_child"]
    with subprocess.Popen(command, cwd=_ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as child:
        too_long = threading.Timer(_WAIT, child.kill)
        too_long.start()
        try:
            _tell(child, job)
            while (message := _heard(child)) is not None and "ask" in message:
                _tell(child, _rows(message, context))
        except OSError:
            message = None  # the child is gone
        finally:
            too_long.cancel()
            child.kill()
    if message is None:
        raise BadDeck(f"Tệp “{name}” quá nặng: đọc tệp vượt quá bộ nhớ hoặc thời gian cho phép. Bớt trang, bớt hình rồi thử lại.")
    if "error" in message:
        raise BadDeck(str(message["error"]))
    return message


def _tell(child: subprocess.Popen[bytes], content: Any) -> None:
    """Hand something to a child: its length, then itself."""
    out = io.BytesIO()
    _Pickler(out).dump(content)
    packed = out.getvalue()
    if child.stdin is None:
        raise OSError("no pipe")
    child.stdin.write(len(packed).to_bytes(8, "big") + packed)
    child.stdin.flush()


class _Pickler(pickle.Pickler):
    """Knows the rows whose type is made of their columns' names."""

    def reducer_override(self, value: Any) -> Any:
        """How a value is made again: a row from its columns and cells, everything else as always."""
        if type(value).__module__ == "queries.rows" and type(value).__name__ == "Row":
            return row_again, (value._fields, tuple(value))
        return NotImplemented


def row_again(columns: tuple[str, ...], cells: tuple[Any, ...]) -> Any:
    """A row with these columns."""
    return Rows(columns, [cells])[0]


def _heard(child: subprocess.Popen[bytes]) -> dict[str, Any] | None:
    """The next line of a child; None when there is none, or none that can be understood."""
    line = child.stdout.readline(_LINE) if child.stdout else b""
    try:
        message = json.loads(line)
    except ValueError:
        return None
    return message if isinstance(message, dict) else None


def _rows(message: dict[str, Any], context: SlideContext | None) -> Any:
    """The answer of a read that a child asks for. Raises OSError for anything else."""
    name = message["ask"]
    if context is None or name not in names("reads") or name == "account_list":
        raise OSError(f"a child asked for {name}")
    try:
        params = message["params"] | {name: date.fromisoformat(message["params"][name]) for name in message["dates"]}
        day = date.fromisoformat(message["day"]) if message["day"] else None
    except (KeyError, TypeError, ValueError) as error:
        raise OSError(f"a child asked for {name} of no day") from error
    if day is None:
        return context.ask(getattr(reads, name), **params)
    if context.on_day is None:
        raise OSError(f"a child asked for {name} as of a day")
    return context.on_day(day)(getattr(reads, name), **params)


def _sha256(blob: bytes) -> str:
    return hashlib.sha256(blob).hexdigest()
