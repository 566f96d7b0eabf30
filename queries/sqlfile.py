"""One SQL file and the contract in its header.

A header is a block of comment lines: a Vietnamese sentence, free text, then lines ``-- key: a | b | c``.
Keys in use: ``param`` and ``column`` (name | type | meaning), ``unique`` and ``key`` (column names),
``published`` and ``internal`` (views), ``severity`` (checks), ``form`` (name | Vietnamese title: the table is part of a
form that staff bring) and ``label`` (header | names by which people head that column).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
_FIELD = re.compile(r"^(param|column|unique|key|published|internal|severity|form|label|stage)(?::\s*(.*))?$")


@dataclass(frozen=True)
class SqlFile:
    """A file of ``queries/``: its name, its first sentence, its contract and its statement.

    ``params`` and ``columns`` map a name to (type, meaning), in the header's order. For a table the
    meaning of a column begins with its Vietnamese header: "header | meaning".
    """

    kind: str
    name: str
    sentence: str
    params: dict[str, tuple[str, str]]
    columns: dict[str, tuple[str, str]]
    fields: dict[str, str]
    statement: str
    labels: dict[str, list[str]]

    @property
    def unique(self) -> list[str]:
        """Columns that together name one row; empty where the header promises nothing."""
        named = self.fields.get("unique") or self.fields.get("key") or ""
        return [column.strip() for column in named.split(",") if column.strip()]

    @property
    def question(self) -> str:
        """What a view asks: its statement without ``create view … as``."""
        return self.statement.split(f"create view {self.name} as\n", 1)[1]

    def sql_type(self, column: str) -> str:
        """A table's column as its statement declares it: 'varchar not null'."""
        return re.search(rf"^\s*{column}\s+(.+?),?$", self.statement, re.MULTILINE)[1]

    def needed(self, column: str) -> bool:
        """Whether a table's column must have a value."""
        return "not null" in self.sql_type(column)


@cache
def sql_file(kind: str, name: str) -> SqlFile:
    """Read ``queries/<kind>/<name>.sql``. Raises FileNotFoundError; ValueError names file and line."""
    path = FOLDER / kind / f"{name}.sql"
    text = path.read_text(encoding="utf-8")
    header = [line[2:].strip() for line in text.splitlines() if line.startswith("--")]
    params: dict[str, tuple[str, str]] = {}
    columns: dict[str, tuple[str, str]] = {}
    fields: dict[str, str] = {}
    labels: dict[str, list[str]] = {}
    for number, line in enumerate(header, start=1):
        match = _FIELD.match(line)
        if not match:
            continue
        key, value = match.group(1), (match.group(2) or "").strip()
        if key in ("param", "column"):
            parts = [part.strip() for part in value.split("|", 2)]
            if len(parts) != 3:
                raise ValueError(f"{path}:{number}: expected 'name | type | meaning', found '{value}'")
            (params if key == "param" else columns)[parts[0]] = (parts[1], parts[2])
        elif key == "label":
            named, _, said = value.partition("|")
            labels[named.strip()] = [label.strip() for label in said.split(";")]
        else:
            fields[key] = value
    statement = "\n".join(line for line in text.splitlines() if not line.startswith("--")).strip()
    return SqlFile(kind, name, header[0] if header else "", params, columns, fields, statement, labels)


def names(kind: str) -> list[str]:
    """Names of all files of a folder (``tables``, ``views``, ``reads``, ``checks``), in order."""
    return sorted(path.stem for path in (FOLDER / kind).glob("*.sql"))
