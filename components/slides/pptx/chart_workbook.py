"""The workbook behind a chart: the drawn columns that the chart refers to, the facts of every slot, and the words of its label."""

from __future__ import annotations

import io
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from components.charts.model import Slot
from components.charts.notation import MARKS, RESULTS, TARGET
from components.slides.pptx import label_cells
from components.slides.pptx.chart_columns import Column, Drawn
from components.slides.pptx.xml_text import legal

SHEET = "Số liệu"


def workbook(drawn: Drawn) -> bytes:
    """XLSX bytes: names and drawn columns that the chart refers to, the facts of every slot, and the words of its label.

    Whoever changes a drawn height or a fact moves gap, status, name and label with it: these are formulas.
    """
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(SHEET)
    facts, first = drawn.facts, drawn.first
    sheet.write_row(0, 1, [column.name for column in drawn.columns] + facts + [label_cells.TITLE])
    for row, slot in enumerate(drawn.steps, start=1):
        for number, column in enumerate(drawn.columns, start=1):
            _write_height(sheet, row, number, column, slot, first)
        if slot is not None:
            _write_words(sheet, row, slot, drawn)
    sheet.set_column(0, 0, 34)
    sheet.set_column(first, first + len(facts), 18)
    book.close()
    return buffer.getvalue()


def _write_words(sheet: Any, row: int, slot: Slot, drawn: Drawn) -> None:
    """Name, facts and label of a slot; what follows from its figures as formulas."""
    first, named = drawn.first, drawn.plot.named(slot)
    of = label_cells.figures(slot, [f"{xl_col_to_name(first + place)}{row + 1}" for place in range(5)])
    formulas: dict[int, str | None] = {}
    if of is not None:
        heights = {
            column.name: number for number, column in enumerate(drawn.columns, start=1) if column.name in (TARGET, RESULTS)
        }
        for place, (name, value) in enumerate(zip((TARGET, RESULTS), list(slot.facts.values())[:2], strict=True)):
            at = heights.get(name)
            if not of.scaled and at is not None and drawn.columns[at - 1].values[row - 1] == value:
                formulas[first + place] = f"={xl_col_to_name(at)}{row + 1}"
        formulas |= {0: label_cells.name(of, named), first + 2: label_cells.gap(of), first + 4: label_cells.status(of)}
    after = first + len(drawn.facts)
    if of is not None:
        formulas[after] = label_cells.label(of)
    cells = [(0, named), *enumerate(slot.facts.values(), start=first), (after, label_cells.words(slot) or None)]
    for at, value in cells:
        if formula := formulas.get(at):
            sheet.write_formula(row, at, formula, None, legal(value) if isinstance(value, str) else value)
        elif isinstance(value, str):
            sheet.write_string(row, at, value)
        else:
            sheet.write(row, at, value)


def _write_height(sheet: Any, row: int, number: int, column: Column, slot: Slot | None, first: int) -> None:
    """A drawn height; one in proportion is computed from the figures beside it, which begin in column ``first``."""
    value = column.values[row - 1]
    if value is None:
        return
    if slot is None or not slot.scale or column.name not in (TARGET, RESULTS):
        sheet.write_number(row, number, value)
        return
    if next(iter(slot.facts.values()), None) is None and column.name == TARGET:  # words have no figure to be in proportion to
        sheet.write_number(row, number, value)
        return
    target, result = (f"{chr(ord('A') + first + beside)}{row + 1}" for beside in (0, 1))
    own = any(
        mark.value == 100.0 for mark in slot.marks if MARKS[mark.kind].column in (TARGET, RESULTS)
    )  # filled by the slot's own figures, not by those of a longer share
    full = f"MAX({target}:{result})" if own else f"{slot.scale:.15g}"
    sheet.write_formula(row, number, f"=100*{target if column.name == TARGET else result}/{full}", None, value)
