"""Units in rows, indicators in columns, a number, a shape and a bar in every cell: described once for pictures and slides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from components.charts import text_metrics
from components.charts.model import Line, Run
from components.charts.shapes import Box, Rect, Shape, Stroke, Words
from components.text import formats
from components.text.units import unit_table_words as words
from components.theme import INK, LINE, MUTED, OUTLINE, RESULT, STATUS_COLOURS

FIRST = 0.2  # share of the width that names take


@dataclass(frozen=True)
class Bar:
    """A bar in a cell: result and target as shares of the cell's width; null = none."""

    value: float | None
    target: float | None
    estimate: bool = False


@dataclass(frozen=True)
class MatrixCell:
    """A cell: its line of text, and its bar, none where nothing can be drawn."""

    line: Line
    bar: Bar | None = None


@dataclass(frozen=True)
class Matrix:
    """The headings of the columns after the first one, and every unit with its cells."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, tuple[MatrixCell, ...]], ...]

    @property
    def widths(self) -> tuple[float, ...]:
        """Share of the whole width that each column takes."""
        return (FIRST, *[(1 - FIRST) / len(self.head)] * len(self.head))


def matrix(shown: Sequence[words.Line], columns: Mapping[str, Any]) -> Matrix:
    """The lines of ``unit_table_words.shown`` with their columns."""
    full = {code: _full(code, shown) for code in columns}
    head = tuple(f"{row.short_name}, {row.unit_of_measure}" for row in columns.values())
    return Matrix(
        head, tuple((line.unit_name, tuple(_cell(line.cells.get(code), full[code]) for code in columns)) for line in shown)
    )


def _full(code: str, shown: Sequence[words.Line]) -> float:
    rows = [line.cells[code] for line in shown if code in line.cells]
    if rows and rows[0].unit_of_measure == "%":
        return 100.0
    return max((float(value) for row in rows for value in (row.actual, row.required) if value is not None), default=0) or 1.0


def _cell(row: Any | None, full: float) -> MatrixCell:
    mark = words.mark(row)
    sign = Run(f"{formats.STATUSES[mark][0]} ", STATUS_COLOURS[mark], bold=True)
    if row is None:
        return MatrixCell((sign, Run("chưa báo", MUTED)))
    number = row.actual if row.basis != "stated" else None
    bar = Bar(_share(number, full), _share(row.required, full), row.actual_qualifier == "estimate")
    return MatrixCell(
        (sign, Run(words.value(row), bold=number is not None)), bar if number is not None or row.required is not None else None
    )


def _share(value: float | None, full: float) -> float | None:
    return None if value is None else min(max(float(value) / full, 0.0), 1.0)


def bar_shapes(bar: Bar, room: Box) -> list[Shape]:
    """A bar in its room: the target as a frame, the result solid (an estimate hatched) inside."""
    shapes: list[Shape] = []
    if bar.target is not None:
        shapes.append(Rect(Box(room.x, room.y, max(bar.target * room.w, 0.5), room.h), outline=OUTLINE, width=0.7))
    if bar.value is not None:
        solid = Box(room.x, room.y + room.h * 0.25, max(bar.value * room.w, 0.5), room.h * 0.5)
        shapes.append(Rect(solid, fill=RESULT) if not bar.estimate else Rect(solid, outline=RESULT, width=0.5, hatch="fine"))
    return shapes


_SIZE, _ROW = 13.0, 27.0  # letters and rows of a picture


def height(content: Matrix, wide: float) -> float:
    """How high the picture of a matrix is at a width."""
    return _head_height(content, wide) + _ROW * len(content.rows) + 2


def _head_height(content: Matrix, wide: float) -> float:
    rooms = [share * wide - 10 for share in content.widths[1:]]
    return (
        max(text_metrics.height((_heading(text),), room, _SIZE - 1) for text, room in zip(content.head, rooms, strict=True)) + 8
    )


def _heading(text: str) -> Line:
    return (Run(text, MUTED, bold=True),)


def drawn(content: Matrix, wide: float) -> list[Shape]:
    """The matrix as shapes, from the top left corner."""
    head = _head_height(content, wide)
    ends = [sum(content.widths[:number]) * wide for number in range(len(content.widths) + 1)]
    shapes: list[Shape] = [Stroke(0, head, wide, head, OUTLINE)]
    for number, text in enumerate(content.head, start=1):
        room = Box(ends[number] + 5, 2, ends[number + 1] - ends[number] - 10, head - 5)
        shapes.append(Words(f"head-{number}", room, (_heading(text),), _SIZE - 1, anchor="bottom"))
    for number, (name, cells) in enumerate(content.rows):
        y = head + number * _ROW
        shapes += [
            Words("unit", Box(0, y, ends[1] - 4, _ROW), ((Run(name, INK),),), _SIZE, anchor="middle"),
            Stroke(0, y + _ROW, wide, y + _ROW, LINE, 0.6),
        ]
        for column, cell in enumerate(cells, start=1):
            room = Box(ends[column] + 5, y + 1, ends[column + 1] - ends[column] - 12, _ROW - 9)
            shapes.append(Words("cell", room, (cell.line,), _SIZE, anchor="middle"))
            if cell.bar:
                shapes += bar_shapes(cell.bar, Box(room.x, y + _ROW - 8, room.w, 6))
    return shapes
