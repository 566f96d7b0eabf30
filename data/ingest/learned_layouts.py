"""How a table was read last time: what was answered about its columns is kept with the upload and proposed for the next file of the same headings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date

from data.ingest.findings.finding import Finding, Question
from data.ingest.table.forms import Form
from data.ingest.table.heading_words import MEASURE, fingerprint
from data.ingest.table.layout import NO_HEADING
from data.vietnamese.dates import VIETNAM, said_day
from queries.rows import Rows

_KEPT = re.compile(rf"column\.[A-Z]+|fill(\..+)?|unfold|constant\.(cap|don_vi|{MEASURE})|heading")
_DEEPEST = 3  # rows of a heading


@dataclass(frozen=True)
class Learned:
    """Answers of an earlier upload that fit a file: ``mapping`` by their keys, the day and the name of the file they were given for."""

    mapping: Mapping[str, str]
    day: date
    file_name: str


def to_keep(answers: Mapping[str, str]) -> dict[str, str]:
    """The answers that say how a table is laid out; what changes from one report to the next (year, period, source) is left out."""
    if answers.get("heading") == NO_HEADING:
        return {}  # nothing tells the next file like it
    kept = {key: answer for key, answer in answers.items() if _KEPT.fullmatch(key)}
    return {key: re.sub(r"\|nam=[^|]*", "", answer) for key, answer in kept.items()}


def fitting(known: Rows, tops: Iterable[Sequence[tuple[int, list[str]]]]) -> Learned | None:
    """The answers whose headings stand among the first records of a file; None when there are none."""
    by_fingerprint = {row.fingerprint: row for row in known}
    for top in tops if by_fingerprint else ():
        for last in range(len(top)):
            for depth in range(1, min(_DEEPEST, last + 1) + 1):
                found = by_fingerprint.get(fingerprint(cells for _, cells in top[last - depth + 1 : last + 1]))
                if found:
                    mapping = json.loads(found.mapping)
                    heading = {"heading": str(top[last][0])} if "heading" in mapping else {}
                    day = found.uploaded_at.replace(tzinfo=UTC).astimezone(VIETNAM).date()
                    return Learned({**mapping, **heading}, day, found.file_name)
    return None


def proposal(learned: Learned, answer: str | None, form: Form, how_read: str) -> Finding:
    """The question whether a file is to be read as the one before; a note once that was answered with yes.

    ``how_read``: what is said about the layout; the answers are said by themselves where it is empty.
    """
    args = {
        "day": said_day(learned.day),
        "file": learned.file_name,
        "said": (how_read or _said(learned.mapping, form)).rstrip("."),
    }
    if answer == "yes":
        return Finding("layout_used", args=args)
    options = {"yes": "đúng, đọc như lần trước", "no": "không, để tôi trả lời lại"}
    return Finding("layout_known", args={**args, "question": Question("layout", "Đọc như lần trước?", options)})


def _said(mapping: Mapping[str, str], form: Form) -> str:
    """Answers in words: 'cột F là Kết quả, Cấp: xa'."""
    parts = []
    for key, answer in mapping.items():
        kind, _, name = key.partition(".")
        header, *more = answer.split("|")
        if kind == "column":
            meaning = "không đọc" if header == "bo_qua" else f"là {form.label(header)}"
            parts.append(f"cột {name} {meaning}" + (f" ({', '.join(more)})" if more else ""))
        elif kind == "constant":
            parts.append(f"{form.label(name) if name in form.specs else 'các số'}: {answer}")
        elif kind == "fill":
            parts.append("ô trống lặp lại ô phía trên" if answer == "yes" else "ô trống để trống")
    return ", ".join(parts)
