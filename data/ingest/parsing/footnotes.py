"""Footnotes: the marks behind figures, and the lines below a table that say what they mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from data.ingest.findings.finding import Finding
from data.ingest.reading.cells import shown

MARK = r"[⁰¹²³⁴-⁹]+|\*{1,3}|\((?:[0-9]{1,2}|[a-zA-Z]|\*{1,3})\)|\[(?:[0-9]{1,2}|[a-zA-Z])\]"
CODE = "footnote_below"
_LONGEST = 300  # letters of a footnote
_LEAD = re.compile(r"^(?:ghi chú|chú thích|chú giải)\s*[:.\-–]?\s*", re.IGNORECASE)
_LINE = re.compile(rf"^({MARK}|[0-9]{{1,2}}\))\s*[:.\-–]?\s*(?=\S)")
_NEXT = re.compile(rf"[;.,]\s*(?=(?:{MARK}|[0-9]{{1,2}}\))\s*[:.\-–]?\s*[^\W\d_])")


def plain(mark: str) -> str:
    """A mark as it is kept: '¹' and '1)' are '(1)'."""
    flat = unicodedata.normalize("NFKC", mark)
    return f"({flat.rstrip(')')})" if flat.rstrip(")").isdigit() else flat


def below(row_number: int, filled: Sequence[str]) -> list[Finding]:
    """What a row without figures says of marks, one finding each: '¹ Số ước', also in two cells, behind 'Ghi chú:', several in a line."""
    text = _LEAD.sub("", " ".join(filled).strip())
    if not _LINE.match(text):
        return []
    parts = [(match[1], part[match.end() :].strip()) for part in _NEXT.split(text) if (match := _LINE.match(part))]
    return [
        Finding(CODE, rows=(row_number,), found=shown(f"{mark} {said}"), args={"mark": plain(mark), "text": said[:_LONGEST]})
        for mark, said in parts
        if any(map(str.isalpha, said))
    ]


def texts(findings: Iterable[Finding]) -> dict[str, str]:
    """What the marks below a table mean, by mark; of a mark that stands there twice both."""
    said: dict[str, list[str]] = {}
    for finding in findings:
        if finding.code == CODE:
            said.setdefault(finding.args["mark"], []).append(finding.args["text"])
    return {mark: "; ".join(dict.fromkeys(of_mark)) for mark, of_mark in said.items()}
