"""One SQL file and the contract in its header.

A header is the block of comment lines before the first line that is no comment: a Vietnamese sentence, free text, then lines
``-- key: a | b | c``. A word in small letters with a colon at the head of a line is a key; ``KEYS`` says which there are.
"""

from __future__ import annotations

import graphlib
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
KEYS = {
    "param": "name | type | meaning, of every ``$name`` of the statement",
    "column": "name | type | meaning, of every column of the answer; of a table also its Vietnamese header: header | meaning",
    "unique": "columns that together name one row of the answer",
    "key": "columns that together name one row of a table",
    "from": "tables and views that a view reads: their order of building follows from it",
    "published": "a view that other programs build on",
    "internal": "a view for this program alone, and what it is for",
    "default": "column | value of a table's rows that were written before the column was there and needed",
    "derived": "a table that holds nothing of its own: made anew and filled again when its columns change; with a view's name: kept equal to that view as a whole",
    "makes": "temporary table or view that a step of an import makes, with exactly the columns of the header",
    "writes": "table whose rows a step changes",
    "each": "table.column: a step of a migration runs once for each value of it, which is its parameter of that name",
    "known": "column of a table with the moment (UTC) from which a row is known, where that is not the moment of its upload",
    "like": "a table: the answer has its columns, without the upload that brought a row",
    "stage": "when a rule or a check is asked",
    "only": "what must be true of the answer of imports/asked_<stage>.sql for a rule to find anything; without it the rule is not asked",
    "severity": "what a check that finds rows does",
    "example": "given rows => expected row: executed by the tests",
    "form": "name | Vietnamese title: the table is part of a form that staff bring",
    "label": "header | names by which people head that column",
}
_KEY = re.compile(r"^([a-z_]+)(?::(?:\s+(.*))?)?$")


@dataclass(frozen=True)
class SqlFile:
    """A file of ``queries/``: its name, its first sentence, its contract and its statement.

    ``params`` and ``columns`` map a name to (type, meaning), in the header's order. For a table the
    meaning of a column begins with its Vietnamese header: "header | meaning".
    """

    kind: str
    name: str
    sentence: str
    params: dict[str, tuple[str, str]] = field(default_factory=dict)
    columns: dict[str, tuple[str, str]] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    statement: str = ""
    labels: dict[str, list[str]] = field(default_factory=dict)
    examples: list[str] = field(default_factory=list)
    defaults: dict[str, str] = field(default_factory=dict)

    @property
    def unique(self) -> list[str]:
        """Columns that together name one row; empty where the header promises nothing."""
        return _listed(self.fields.get("unique") or self.fields.get("key") or "")

    @property
    def reads_from(self) -> list[str]:
        """Tables and views that a view reads, as its header says."""
        return _listed(self.fields.get("from", ""))

    @property
    def question(self) -> str:
        """What a view, or a step that makes a table, asks: its statement without ``create … as``."""
        return re.sub(r"\Acreate (or replace )?(temp )?(view|table) \w+ as\n", "", self.statement)

    def for_table(self, table: str, view: str = "") -> str:
        """The statement with a table's name in place of ``any_table``, and a view's in place of ``any_view``. Raises ValueError for unknown ones."""
        if table not in names("tables") or (view and view not in names("views")):
            raise ValueError(f"no table file queries/tables/{table}.sql, or no view file queries/views/{view}.sql")
        return re.sub(r"\bany_view\b", view, re.sub(r"\bany_table\b", table, self.statement))

    def sql_type(self, column: str) -> str:
        """A table's column as its statement declares it: 'varchar not null'. Raises ValueError for an unknown column."""
        declared = re.search(rf"^\s*{column}\s+(.+?),?$", self.statement, re.MULTILINE)
        if declared is None:
            raise ValueError(f"queries/{self.kind}/{self.name}.sql declares no column {column}")
        return declared[1]

    def data_type(self, column: str) -> str:
        """A table's column without what it demands: 'decimal(18, 4)'."""
        return self.sql_type(column).removesuffix(" not null")

    def needed(self, column: str) -> bool:
        """Whether a table's column must have a value."""
        return "not null" in self.sql_type(column)


@cache
def sql_file(kind: str, name: str) -> SqlFile:
    """Read ``queries/<kind>/<name>.sql``. Raises FileNotFoundError; ValueError names file and line."""
    path = FOLDER / kind / f"{name}.sql"
    return parsed(path.read_text(encoding="utf-8"), kind, name, str(path))


def parsed(text: str, kind: str, name: str, path: str) -> SqlFile:
    """The contract and statement of a file's text. Raises ValueError with ``path`` and line where the header cannot be read."""
    lines = text.splitlines()
    size = next((number for number, line in enumerate(lines) if not line.startswith("--")), len(lines))
    header = [line[2:].strip() for line in lines[:size]]
    file = SqlFile(kind, name, header[0] if header else "", statement="\n".join(lines[size:]).strip())
    for number, line in enumerate(header[1:], start=2):
        match = _KEY.match(line)
        if match and (":" in line or line in KEYS):
            try:
                _keep(file, match[1], (match[2] or "").strip())
            except ValueError as error:
                raise ValueError(f"{path}:{number}: {error}") from None
    return file


def _keep(file: SqlFile, key: str, value: str) -> None:
    if key not in KEYS:
        raise ValueError(f"unknown key '{key}:'; known are {', '.join(sorted(KEYS))}")
    if key in ("param", "column"):
        parts = [part.strip() for part in value.split("|", 2)]
        if len(parts) != 3:
            raise ValueError(f"expected 'name | type | meaning', found '{value}'")
        (file.params if key == "param" else file.columns)[parts[0]] = (parts[1], parts[2])
    elif key == "label":
        header, _, labels = value.partition("|")
        file.labels[header.strip()] = [label.strip() for label in labels.split(";")]
    elif key == "default":
        column, _, default = value.partition("|")
        file.defaults[column.strip()] = default.strip()
    elif key == "example":
        file.examples.append(value)
    elif key in file.fields:
        raise ValueError(f"'{key}:' stands twice")
    else:
        file.fields[key] = value


def names(kind: str) -> list[str]:
    """Names of all files of a folder (``tables``, ``views``, ``reads``, ``checks`` …), in order."""
    return list(_names(kind))


@cache
def _names(kind: str) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in (FOLDER / kind).glob("*.sql")))


def views_in_order() -> list[str]:
    """Names of all views, each behind those it reads. Raises graphlib.CycleError where they read one another in a circle."""
    views = names("views")
    graph = {name: sorted(set(sql_file("views", name).reads_from) & set(views)) for name in views}
    return list(graphlib.TopologicalSorter(graph).static_order())


def _listed(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]
