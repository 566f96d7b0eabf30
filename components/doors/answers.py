"""What the doors answer: JSON, and one Vietnamese sentence where something is wrong."""

from __future__ import annotations

from typing import Any

import orjson
from starlette.responses import Response


def json_answer(content: Any, status: int = 200, **headers: str) -> Response:
    """An answer in JSON that nobody keeps; ``headers`` are written with underscores."""
    given = {"Cache-Control": "no-store", **{name.replace("_", "-"): text for name, text in headers.items()}}
    return Response(orjson.dumps(content), status, given, media_type="application/json")


def problem(status: int, sentence: str, **headers: str) -> Response:
    """Why something was not answered: ``{"loi": sentence}``."""
    return json_answer({"loi": sentence}, status, **headers)
