"""The label of a slot broken into more lines, none of them cut: at the ends of what it tells, then at spaces inside.

What belongs together stays on a line: "/ 50%", "điểm %". A line that begins with a piece of its own keeps its formula in the workbook.
"""

from __future__ import annotations

from dataclasses import replace

from components.charts import text_metrics
from components.charts.model import Line

_TIED = (("/ ", "/\u00a0"), ("điểm %", "điểm\u00a0%"))
Label = tuple[Line, ...]


def joined(label: Label) -> Label:
    """The label in one line: '45% / 50%', for rooms that are low and wide."""
    if len(label) < 2:
        return label
    first, *rest = label
    return (
        (*first, *(replace(run, text=f" {run.text}" if not at else run.text) for line in rest for at, run in enumerate(line))),
    )


def widest(label: Label, size: float) -> float:
    """Width of the widest line."""
    return max((_width(line, size) for line in label), default=0.0)


def broken(label: Label, room: float, size: float) -> Label:
    """The label in lines no wider than a room, as far as its words allow: a line each for what it tells, then broken at spaces."""
    lines = [part for line in label for part in _packed(line, room, size)]
    return tuple(part for line in lines for part in _at_spaces(line, room, size))


def narrower(label: Label, size: float, most: int) -> Label | None:
    """The label broken such that it is narrower than it is, in so many lines at most; None where it cannot be."""
    wide = widest(label, size)
    told = broken(label, wide - 0.5, size)
    return told if len(told) <= most and widest(told, size) < wide - 0.4 else None


def cut(line: Line, room: float, size: float) -> Line:
    """A line no wider than a room: its longest words are cut, '…' says that there is more; what is compared with them ("/ 50%") stays."""
    runs = list(line)
    while _width(tuple(runs), size) > room:
        longest = max(range(len(runs)), key=lambda at: len(runs[at].text))
        said, stroke, against = runs[longest].text.partition(" / ")
        words = said.removesuffix("…").split(" ")
        if len(words) < 4:
            break
        runs[longest] = replace(runs[longest], text=" ".join(words[:-1]).rstrip(" ,;") + "…" + stroke + against)
    return tuple(runs)


def _width(line: Line, size: float) -> float:
    return sum(text_metrics.width(run.text, size, run.bold) for run in line)


def _packed(line: Line, room: float, size: float) -> list[Line]:
    """The runs of a line on as few lines as hold them whole."""
    lines: list[Line] = []
    for run in line:
        if lines and _width((*lines[-1], run), size) <= room:
            lines[-1] = (*lines[-1], run)
        elif run.text.strip():
            lines.append((replace(run, text=run.text.lstrip()),))
    return [_without_end(one) for one in lines]


def _without_end(line: Line) -> Line:
    return (*line[:-1], replace(line[-1], text=line[-1].text.rstrip()))


def _at_spaces(line: Line, room: float, size: float) -> list[Line]:
    """A line broken at spaces; no narrower than its widest word, which is never cut inside."""
    if _width(line, size) <= room:
        return [line]
    tied = tuple(replace(run, text=_tied(run.text)) for run in line)
    words = max(text_metrics.width(word, size, run.bold) for run in tied for word in run.text.split(" "))
    parts = text_metrics.broken(tied, max(room, words + 0.1), size)
    return [tuple(replace(run, text=run.text.replace("\u00a0", " ")) for run in part) for part in parts]


def _tied(text: str) -> str:
    for apart, together in _TIED:
        text = text.replace(apart, together)
    return text
