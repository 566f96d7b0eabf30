"""The notes page of a slide; and what the notes of decks before 1.6.0 say, which held link, hash and parameters."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

from components.slides.pptx.xml_text import SPACES, text
from components.text import formats

_LINK = "Xem trực tiếp: "
_VERSION = "Phiên bản số liệu: "
_PARAMETERS = "Tham số để cập nhật (giữ nguyên dòng này): "
_SHA = "Mã băm số liệu (SHA-256): "
_MAX = 20_000  # letters of notes that are looked at


@dataclass(frozen=True)
class Origin:
    """What the notes of a slide made before 1.6.0 say about its making.

    ``texts`` maps shape names to the hash of the text put there, ``charts`` counts the charts, ``drawn`` is the hash of
    the rectangles and strokes.
    """

    kind: str
    params: dict[str, Any]
    sha256: str
    texts: dict[str, str]
    charts: int
    drawn: str


def ours(line: str) -> bool:
    """Whether a line of notes was written by us before 1.6.0; all others are somebody's own."""
    return line.startswith((_LINK, _VERSION, _SHA, formats.SAMPLE, _PARAMETERS))


def origin(notes: str) -> Origin | None:
    """What notes say about the making of their slide; None when they are not ours or were damaged."""
    words = notes[:_MAX].replace("\v", "\n")
    match = re.search(re.escape(_PARAMETERS) + r"(\{.*\})", words)
    figures = re.search(re.escape(_SHA) + r"([0-9a-f]{64})", words)
    if not match or not figures:
        return None
    try:
        parameters = json.loads(match[1])
        parts = [parameters[name] for name in ("loai", "tham_so", "chu", "hinh", "net")]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if [type(part) for part in parts] != [str, dict, dict, int, str]:
        return None
    kind, params, texts, charts, drawn = parts
    return Origin(kind, params, figures[1], {str(name): str(value) for name, value in texts.items()}, charts, drawn)


def mark(words: str) -> str:
    """A short hash of a text, to see later whether somebody changed it; line ends do not count."""
    return hashlib.sha256("\n".join(words.replace("\v", "\n").split()).encode()).hexdigest()[:12]


def paragraph(line: str) -> str:
    """One line of notes as a paragraph."""
    return f'<a:p {SPACES}><a:r><a:rPr lang="vi-VN"/><a:t>{text(line)}</a:t></a:r></a:p>'


def xml(lines: list[str]) -> str:
    """A notes page with a picture of the slide and these lines."""
    paragraphs = "".join(map(paragraph, lines))
    group = (
        '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
    )
    return (
        f"<p:notes {SPACES}><p:cSld><p:spTree>{group}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="ct-slide-image"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        '<p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="ct-notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr>'
        f"</p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</p:txBody></p:sp>"
        "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
