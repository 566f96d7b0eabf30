"""What the labels of a series say in a deck that somebody handed in: words in the label, or cells of the workbook by their cached words."""

from __future__ import annotations

import re
from typing import Any

from components.slides.pptx.pptx_adapter import qn
from components.slides.pptx.told import plain

_FIELD = re.compile(r"\[[^\[\]]+\]")  # the field's own name, in the program's language
_C15 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"


def of_series(series: Any) -> dict[int, str]:
    """The labels of a series by step. PowerPoint leaves '[CELLRANGE]' in a label that it saved; the words are in its caches."""
    cells = _cached(next(series.iter(f"{_C15}dlblRangeCache"), None))
    said: dict[int, str] = {}
    for label in series.iter(qn("c:dLbl")):
        place = label.find(qn("c:idx"))
        if place is not None and (place.get("val") or "").isdigit():
            step = int(place.get("val"))
            words = _words(label, cells.get(step, ""))
            if words:
                said[step] = words
    return said


def _cached(holder: Any) -> dict[int, str]:
    points = [] if holder is None else holder.iter(qn("c:pt"))
    return {int(point.get("idx")): point.findtext(qn("c:v")) or "" for point in points}


def _words(label: Any, of_range: str) -> str:
    """The text of a label, its fields looked up where they only name themselves."""
    entries = {
        one.findtext(f"{_C15}txfldGUID"): _cached(one.find(f"{_C15}dlblFieldTableCache")).get(0, "")
        for one in label.iter(f"{_C15}dlblFTEntry")
    }
    lines = []
    for line in label.iter(qn("a:p")):
        lines.append("".join(_run(run, of_range, entries) for run in line if run.tag in (qn("a:r"), qn("a:fld"))))
    return plain("\n".join(lines))


def _run(run: Any, of_range: str, entries: dict[str | None, str]) -> str:
    shown = run.findtext(qn("a:t")) or ""
    if run.tag == qn("a:fld") and _FIELD.fullmatch(shown.strip()):
        return of_range if run.get("type") == "CELLRANGE" else entries.get(run.get("id"), "")
    return shown
