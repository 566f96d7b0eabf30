"""Measuring and breaking text: widths of Arial (and of its metric twins Arimo and Liberation Sans), in points; of another font inside ``measured_in``."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path

from components.charts import font_files
from components.charts.model import Line, Run

FOLDER = Path(__file__).parent / "fonts"
FILES = {False: "Arimo-Regular.ttf", True: "Arimo-Bold.ttf"}  # whether bold -> file
LEADING = 1.2
_ROUNDING = 1e-6  # points by which sums of widths may differ
_SUBSTITUTE = 0.85  # of the size: a shape that a customer's font lacks and another font lends
ASCENT = 0.905  # of the font's size, from the top of a line to its base


_TALL = 1.37

_FONT: ContextVar[str] = ContextVar("font", default="")


@contextmanager
def measured_in(family: str) -> Iterator[None]:
    """Texts are measured in a font of this machine; '' is the shipped one, with a margin for a font that the machine lacks."""
    token = _FONT.set("" if family.lower() in font_files.SHIPPED and not font_files.of(family) else family)
    try:
        yield
    finally:
        _FONT.reset(token)


@cache
def _advances(bold: bool, family: str) -> tuple[dict[int, float], float]:
    """Widths of a font's letters by their code, as shares of its size, and that of a letter which it lacks."""
    files = font_files.of(family) if family else None
    font = (files[bold] if files else FOLDER / FILES[bold]).read_bytes()
    (count,) = struct.unpack_from(">H", font, 4)
    tables = {font[12 + 16 * n : 16 + 16 * n]: struct.unpack_from(">I", font, 20 + 16 * n)[0] for n in range(count)}
    (units,) = struct.unpack_from(">H", font, tables[b"head"] + 18)
    (measured,) = struct.unpack_from(">H", font, tables[b"hhea"] + 34)
    widths = [struct.unpack_from(">H", font, tables[b"hmtx"] + 4 * glyph)[0] / units for glyph in range(measured)]
    unknown = max(widths[0], _SUBSTITUTE) if files else widths[0]
    return {code: widths[min(glyph, measured - 1)] for code, glyph in _glyphs(font, tables[b"cmap"])}, unknown


def _glyphs(font: bytes, table: int) -> list[tuple[int, int]]:
    """Code and glyph of every letter, from the font's Unicode table in format 4 (OpenType, "cmap")."""
    (count,) = struct.unpack_from(">H", font, table + 2)
    offsets = [struct.unpack_from(">I", font, table + 8 + 8 * n)[0] + table for n in range(count)]
    at = next(offset for offset in offsets if struct.unpack_from(">H", font, offset)[0] == 4)
    (double,) = struct.unpack_from(">H", font, at + 6)
    pairs = []
    for n in range(0, double, 2):
        (last,) = struct.unpack_from(">H", font, at + 14 + n)
        first, delta, offset = (struct.unpack_from(">H", font, at + 16 + column * double + n)[0] for column in (1, 2, 3))
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                (glyph,) = struct.unpack_from(">H", font, at + 16 + 3 * double + n + offset + 2 * (code - first))
            pairs.append((code, (glyph + delta) % 65536 if glyph or not offset else 0))
    return pairs


def leading() -> float:
    """The height of a line as a share of its letters' size; of a font that the machine lacks that of the tallest usual substitute (Noto Sans)."""
    return _TALL if font_files.margin(_FONT.get()) > 1 else LEADING


def width(text: str, size: float, bold: bool = False) -> float:
    """Width of a text in points."""
    return _width(text, size, bold, _FONT.get())


@lru_cache(maxsize=20_000)
def _width(text: str, size: float, bold: bool, family: str) -> float:
    widths, unknown = _advances(bold, family)
    size *= font_files.margin(family)
    return sum(widths.get(ord(letter), unknown) for letter in text) * size


def broken(line: Line, room: float, size: float) -> list[Line]:
    """A line of runs broken at spaces into lines no wider than ``room``; a word wider than that is cut inside."""
    if sum(width(run.text, size, run.bold) for run in line) < room - _ROUNDING:
        return [_joined(line)]
    lines: list[list[Run]] = [[]]
    used = 0.0
    for run in line:
        for index, word in enumerate(run.text.split(" ")):
            gap = width(" ", size, run.bold) if index and lines[-1] else 0.0
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


def cut(line: Line, room: float, size: float, lines: int) -> Line:
    """A line of runs cut at a word such that it stands in so many lines of a room; '…' says that there is more."""
    if height((line,), room, size) <= lines * size * LEADING + 0.01:
        return line
    runs = list(line)
    while runs:
        words = runs[-1].text.rstrip(" ,;·…").split(" ")
        if len(words) < 2:
            runs.pop()
            continue
        runs[-1] = _run(runs[-1], " ".join(words[:-1]).rstrip(" ,;·") + "…")
        if height((tuple(runs),), room, size) <= lines * size * LEADING + 0.01:
            return tuple(runs)
    return line[:1]


def _run(run: Run, text: str) -> Run:
    return Run(text, run.colour, run.bold, run.link)


def _joined(parts: Iterable[Run]) -> Line:
    joined: list[Run] = []
    for part in parts:
        if joined and (joined[-1].colour, joined[-1].bold, joined[-1].link) == (part.colour, part.bold, part.link):
            joined[-1] = _run(part, joined[-1].text + part.text)
        else:
            joined.append(part)
    return tuple(joined)
