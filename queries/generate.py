"""Writes ``queries/reads/row_types.py`` anew from the headers of the reads: ``python -m queries.generate``."""

from __future__ import annotations

from pathlib import Path

from queries.sqlfile import FOLDER, SqlFile, names, sql_file

TARGET = FOLDER / "reads" / "row_types.py"
PYTHON = {
    "text": "str",
    "int": "int",
    "bigint": "int",
    "decimal": "float",
    "double": "float",
    "date": "date",
    "timestamp": "datetime",
    "boolean": "bool",
    "blob": "bytes",
}
_HEAD = '''"""The rows that the reads answer, one class a read. Written by ``python -m queries.generate`` from the SQL files' headers."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple
'''


def row_type_name(read: str) -> str:
    """'indicator_trend' -> 'IndicatorTrendRow'."""
    return "".join(word.capitalize() for word in read.split("_")) + "Row"


def python_type(kind: str, meaning: str) -> str:
    """The Python type of a column: a number with decimals is a float; None where the meaning says what null is."""
    return PYTHON[kind] + (" | None" if "null" in meaning else "")


def row_type(file: SqlFile) -> str:
    """The source of one read's NamedTuple, a field per column."""
    fields = [f"    {column}: {python_type(*contract)}" for column, contract in file.columns.items()]
    return "\n".join([f"class {row_type_name(file.name)}(NamedTuple):", f'    """{file.sentence}"""', "", *fields])


def source() -> str:
    """The whole module, as it should stand."""
    return "\n\n".join([_HEAD, *(row_type(sql_file("reads", name)) + "\n" for name in names("reads"))])


def write(target: Path = TARGET) -> None:
    """Write the module. Run it after changing the header of a read."""
    target.write_text(source(), encoding="utf-8")


if __name__ == "__main__":
    write()
