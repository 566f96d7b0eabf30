"""Reads one handed-in deck in a process of its own: a job comes in, JSON lines go out. Whatever happens here, the server lives.

Lines: {"ask": read, "params": {…}, "dates": names of those that are days, "day": as known on, or null}, answered with rows, as often as needed; at the end {"layout": …}, {"slides": […]}, {"made": true}
with the file "made" in the job's folder, or {"error": sentence}. Jobs and rows are pickled: they come from the server, never from the file.
"""

from __future__ import annotations

import json
import pickle
import resource
import sys
from dataclasses import asdict
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO


def main(given: BinaryIO, out: BinaryIO) -> None:
    """Do the job that stands in ``given``."""
    job = _hear(given)
    resource.setrlimit(resource.RLIMIT_CPU, (job["seconds"], job["seconds"] + 5))
    resource.setrlimit(resource.RLIMIT_FSIZE, (2**28, 2**28))
    resource.setrlimit(resource.RLIMIT_AS, (job["memory"], job["memory"]))
    from components.slides.pptx.errors import BadDeck

    try:
        _say(out, _done(job, given, out))
    except BadDeck as error:
        _say(out, {"error": str(error)})


def _done(job: dict[str, Any], given: BinaryIO, out: BinaryIO) -> dict[str, Any]:
    blob = Path(job["folder"], "given").read_bytes()
    if job["task"] == "template":
        from components.slides.templates import look
        from components.slides.templates.template import template

        return {"look": look.to_plain(template(blob, job["name"]).look)}
    if job["task"] == "deck":
        from components.slides.pptx.pptx_file import deck
        from components.slides.templates.template import template

        return _made(job, deck(job["slides"], job["title"], template(blob, job["name"])))
    from components.slides.content.context import SlideContext
    from components.slides.older import refresh

    def ask(day: str | None, read: Any, **params: Any) -> Any:
        dates = [name for name, value in params.items() if isinstance(value, date)]
        _say(
            out,
            {
                "ask": read.__name__,
                "params": params | {name: params[name].isoformat() for name in dates},
                "dates": dates,
                "day": day,
            },
        )
        return _hear(given)

    context = SlideContext(partial(ask, None), **job["context"], on_day=lambda day: partial(ask, day.isoformat()))
    if job["task"] == "look":
        return {"slides": [asdict(judged) for judged in refresh.looked_at(blob, job["name"], context)]}
    return _made(job, refresh.refreshed(blob, job["name"], context, job["chosen"])[0])


def _made(job: dict[str, Any], content: bytes) -> dict[str, Any]:
    Path(job["folder"], "made").write_bytes(content)
    return {"made": True}


def _hear(given: BinaryIO) -> Any:
    return pickle.loads(given.read(int.from_bytes(given.read(8), "big")))


def _say(out: BinaryIO, message: dict[str, Any]) -> None:
    out.write(json.dumps(message).encode() + b"\n")
    out.flush()


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
