"""The rows of an .ods workbook (OpenDocument), as ``workbook_child`` writes them: its one XML part, read as a stream.

A cell or a row may say that it is repeated a million times: of blank ones only the count is taken, of filled ones no more than the limits.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from typing import Any

from data.ingest.reading.cells import DAY, ERROR, NUMBER, PERCENT, TRUTH, UNCALCULATED, of_workbook, unmarked
from data.ingest.reading.sheet_limits import MOST_COLUMNS, MOST_MERGES, Limits

_TABLE, _OFFICE, _TEXT, _STYLE, _CALC = (
    f"{{urn:{name}}}"
    for name in (
        "oasis:names:tc:opendocument:xmlns:table:1.0",
        "oasis:names:tc:opendocument:xmlns:office:1.0",
        "oasis:names:tc:opendocument:xmlns:text:1.0",
        "oasis:names:tc:opendocument:xmlns:style:1.0",
        "org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    )
)
_ROW, _COLUMN, _SHEET = f"{_TABLE}table-row", f"{_TABLE}table-column", f"{_TABLE}table"
_ERROR_TEXT = re.compile(r"^(#(N/A|DIV/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)|Err:[0-9]{3})$")
_MOST_SPACES = 100  # that one element may stand for
_LAST_ROW = 1_048_576


def lines(path: str, limits: Limits) -> Iterator[Any]:
    """The lines of every sheet. Raises BeyondLimit, and whatever lxml raises on broken XML."""
    with zipfile.ZipFile(path) as archive, archive.open("content.xml") as file:
        yield from _Sheets(limits).read(file)


class _Sheets:
    """The sheets of one workbook on the way through its XML."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._hidden_styles: set[str] = set()
        self._depth = 0  # of tables in tables; only the outermost are sheets
        self._begin("")

    def _begin(self, name: str, hidden: bool = False) -> None:
        self._name, self._hidden, self._told = name, hidden, False
        self._row, self._column, self._written = 0, 0, 0  # how far rows and columns were told
        self._hidden_columns: set[int] = set()
        self._merges: list[tuple[int, int, int, int]] = []

    def read(self, file: Any) -> Iterator[Any]:
        """Every line, sheet by sheet."""
        from lxml import etree  # in the child process only: the pages load without it

        tags = (_SHEET, _ROW, _COLUMN, f"{_STYLE}style", f"{_TABLE}tracked-changes", f"{_TABLE}shapes")
        events = etree.iterparse(
            file, events=("start", "end"), tag=tags, resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False
        )
        aside = 0  # inside changes that were noted, or drawings: tables there are no sheets
        for event, element in events:
            if element.tag in tags[4:]:
                aside += 1 if event == "start" else -1
            elif not aside:
                yield from self._take(event, element)
            if event == "end" and element.tag != f"{_STYLE}style" and self._depth <= 1:
                _forget(element)

    def _take(self, event: str, element: Any) -> Iterator[Any]:
        if element.tag == f"{_STYLE}style":
            if event == "end":
                self._style(element)
        elif element.tag == _SHEET:
            self._depth += 1 if event == "start" else -1
            if event == "start" and self._depth == 1:
                self._begin(element.get(f"{_TABLE}name", ""), element.get(f"{_TABLE}style-name", "") in self._hidden_styles)
            elif event == "end" and not self._depth:
                yield from self._tell()
                if self._merges:
                    yield {"merges": self._merges}
        elif event == "end" and self._depth == 1:
            if element.tag == _COLUMN:
                self._hide(element)
            else:
                yield from self._tell()
                yield from self._rows(element)

    def _style(self, element: Any) -> None:
        """Remember the styles of tables that are hidden."""
        shown = [part.get(f"{_TABLE}display") for part in element.iter(f"{_STYLE}table-properties")]
        if element.get(f"{_STYLE}family") == "table" and "false" in shown:
            self._hidden_styles.add(element.get(f"{_STYLE}name", ""))

    def _hide(self, element: Any) -> None:
        repeated = _count(element, "number-columns-repeated", MOST_COLUMNS)
        if element.get(f"{_TABLE}visibility", "visible") != "visible":
            self._hidden_columns.update(range(self._column + 1, min(self._column + repeated, MOST_COLUMNS) + 1))
        self._column += repeated

    def _tell(self) -> Iterator[Any]:
        """The line before the rows of a sheet, once."""
        if not self._told:
            self._told = True
            yield {"sheet": self._name, "hidden": self._hidden, "columns": sorted(self._hidden_columns)}

    def _rows(self, element: Any) -> Iterator[Any]:
        """A row, as often as it says that it is repeated."""
        repeated = _count(element, "number-rows-repeated", _LAST_ROW)
        texts = self._texts(element)
        if texts:
            hidden = element.get(f"{_TABLE}visibility", "visible") != "visible"
            for number in range(self._row + 1, self._row + repeated + 1):
                self._written += 1
                self._limits.row(self._written)
                yield [number, hidden, texts]
        self._row += repeated

    def _texts(self, element: Any) -> list[str]:
        """The texts of a row as far as the last filled cell."""
        texts: list[str] = []
        column = 0
        for cell in element:
            if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                continue
            repeated = _count(cell, "number-columns-repeated", MOST_COLUMNS)
            text = _cell(cell) if cell.tag == f"{_TABLE}table-cell" else ""
            if text.strip():
                self._limits.column(self._row + 1, column + repeated)
                texts += [""] * (column - len(texts)) + [text] * repeated
            self._merge(cell, column)
            column += repeated
        return texts

    def _merge(self, cell: Any, column: int) -> None:
        down, right = (_count(cell, f"number-{what}-spanned", _LAST_ROW) for what in ("rows", "columns"))
        if (down > 1 or right > 1) and len(self._merges) < MOST_MERGES:
            self._merges.append((self._row + 1, column + 1, self._row + down, column + right))


def _forget(element: Any) -> None:
    """Let go of what was read, so that memory does not grow with the sheet."""
    parent = element.getparent()
    element.clear()
    while parent is not None and len(parent) and parent[0] is not element:
        del parent[0]


def _count(element: Any, name: str, most: int) -> int:
    """How often an element says that it stands there, from 1 to ``most``."""
    said = element.get(f"{_TABLE}{name}", "1")
    return min(max(int(said), 1), most) if said.isdigit() else 1


def _cell(cell: Any) -> str:
    """The text of a cell, with what the workbook knows beyond it."""
    kind, value = cell.get(f"{_OFFICE}value-type", ""), cell.get(f"{_OFFICE}value", "")
    formula = cell.get(f"{_TABLE}formula", "")
    shown = "\n".join(_paragraph(part) for part in cell if part.tag == f"{_TEXT}p")
    if cell.get(f"{_CALC}value-type") == "error" or (formula and _ERROR_TEXT.match(shown.strip())):
        return ERROR + unmarked(shown.strip() or "#N/A")
    if formula and not kind:
        return UNCALCULATED + unmarked(formula.partition(":=")[2] or formula.lstrip("="))
    if kind in ("float", "currency", "percentage"):
        return _number(value, PERCENT if kind == "percentage" else NUMBER)
    if kind == "boolean":
        return TRUTH + ("TRUE" if cell.get(f"{_OFFICE}boolean-value") == "true" else "FALSE")
    if kind in ("date", "time"):
        day = cell.get(f"{_OFFICE}date-value", "")[:10]
        return DAY + (day if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", day) else unmarked(shown))
    return of_workbook(shown, "", "s")


def _number(value: str, mark: str) -> str:
    """A number as ``cells`` marks it: written in full, percent as stored."""
    text = of_workbook(float(value), "", "n")
    return mark + text[1:] if text[:1] == NUMBER else text


def _paragraph(element: Any) -> str:
    """The text of a paragraph, its links and spans included, notes and drawings left out."""
    parts = [element.text or ""]
    for part in element:
        if part.tag == f"{_TEXT}s":
            said = part.get(f"{_TEXT}c", "1")
            parts.append(" " * min(int(said) if said.isdigit() else 1, _MOST_SPACES))
        elif part.tag in (f"{_TEXT}tab", f"{_TEXT}line-break"):
            parts.append(" ")
        elif part.tag in (f"{_TEXT}span", f"{_TEXT}a"):
            parts.append(_paragraph(part))
        parts.append(part.tail or "")
    return "".join(parts)
