"""A table that the browser sorts by a click on a heading (``sorted_table.js``): by the values, while their texts are shown."""

from __future__ import annotations

from typing import Any

from components.text import formats
from components.tiles.html_table import Markup, tag

_SHORT = 19  # letters up to which a column does not break


def sorted_table(values: dict[str, list[Any]], texts: dict[str, list[str]], alt: str) -> Markup:
    """The table as markup. ``values``: heading -> the value of each row; ``texts``: what is shown in its place, for some headings.

    ``alt`` says what the table holds. A column of numbers is sorted as numbers; what is missing stands at the end either way.
    """
    shown = {
        name: texts.get(name) or [formats.NOTHING if value is None else str(value) for value in values[name]] for name in values
    }
    columns = [_cells(name, values[name], shown[name]) for name in values]
    heads = (tag("th", tag("span", name, role="button", tabindex=0), scope="col", class_=_look(values[name])) for name in values)
    body = (tag("tr", *cells) for cells in zip(*columns, strict=True))
    return tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *body), class_="grid wide sorts", aria_label=alt)


def _look(column: list[Any]) -> str:
    return "n" if any(isinstance(value, int | float) for value in column) else ""


def _cells(name: str, column: list[Any], shown: list[str]) -> list[Markup]:
    look = " ".join(filter(None, (_look(column), "nw" if max(map(len, shown), default=0) < _SHORT else "")))
    return [
        tag("td", text, class_=f"none {_look(column)}".strip()) if text in ("", formats.NOTHING) and value in (None, "")
        else tag("td", text, class_=look, data_cap=name, data_value=str(value) if isinstance(value, int | float) else text)
        for value, text in zip(column, shown, strict=True)
    ]  # fmt: skip
