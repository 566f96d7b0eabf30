"""Measuring and breaking text: widths of Arial (and of its metric twins Arimo and Liberation Sans), in points."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from components.slides.model import Line, Run

FOLDER = Path(__file__).parent / "fonts"
REGULAR, BOLD = "Arimo", "Arimo-Bold"
LEADING = 1.2
ASCENT = 0.905  # of the font's size, from the top of a line to its base


@cache
def fonts() -> None:
    """Make the shipped fonts known, once."""
    for name, file in ((REGULAR, "Arimo-Regular.ttf"), (BOLD, "Arimo-Bold.ttf")):
        pdfmetrics.registerFont(TTFont(name, FOLDER / file))


@lru_cache(maxsize=20_000)
def width(text: str, size: float, bold: bool = False) -> float:
    """Width of a text in points."""
    fonts()
    return pdfmetrics.stringWidth(text, BOLD if bold else REGULAR, size)


def broken(line: Line, room: float, size: float) -> list[Line]:
    """A line of runs broken at spaces into lines no wider than ``room``; a word wider than that is cut inside."""
    lines: list[list[Run]] = [[]]
    used = 0.0
    for run in line:
        for place, word in enumerate(run.text.split(" ")):
            gap = width(" ", size, run.bold) if place and lines[-1] else 0.0
            wide = width(word, size, run.bold)
            if used + gap + wide > room and lines[-1]:
                lines.append([])
                used, gap = 0.0, 0.0
            while wide > room:
                cut = next((n for n in range(len(word) - 1, 0, -1) if width(word[:n], size, run.bold) <= room), 1)
                if cut >= len(word):
                    break
                lines[-1].append(_run(run, word[:cut]))
                lines.append([])
                word, used = word[cut:], 0.0
                wide = width(word, size, run.bold)
            lines[-1].append(_run(run, (" " if gap else "") + word))
            used += gap + wide
    return [_joined(parts) for parts in lines]


def height(lines: tuple[Line, ...], room: float, size: float) -> float:
    """Height of several lines broken to ``room``."""
    return sum(len(broken(line, room, size)) for line in lines) * size * LEADING


def fitted(lines: tuple[Line, ...], room: float, high: float, largest: float, smallest: float) -> float:
    """The largest size, in half points, at which the lines fit into ``room`` x ``high``; ``smallest`` when none does."""
    size = largest
    while size > smallest and height(lines, room, size) > high:
        size -= 0.5
    return size


def shortened(text: str, room: float, size: float, lines: int, bold: bool = False) -> str:
    """A text cut at a word, with an ellipsis, so that it takes no more than ``lines`` lines."""
    if len(broken((Run(text, bold=bold),), room, size)) <= lines:
        return text
    parts = text.split(" ")
    while len(parts) > 1 and len(broken((Run(" ".join(parts) + "…", bold=bold),), room, size)) > lines:
        parts.pop()
    return " ".join(parts).rstrip(",;·") + "…"


def _run(run: Run, text: str) -> Run:
    return Run(text, run.colour, run.bold, run.link)


def _joined(parts: list[Run]) -> Line:
    joined: list[Run] = []
    for part in parts:
        if joined and (joined[-1].colour, joined[-1].bold, joined[-1].link) == (part.colour, part.bold, part.link):
            joined[-1] = _run(part, joined[-1].text + part.text)
        else:
            joined.append(part)
    return tuple(joined)
