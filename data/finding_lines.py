"""The register of contradictions as ``python -m data check`` prints it, a line each."""

from __future__ import annotations

from textwrap import shorten
from typing import Any, NamedTuple

from data.vietnamese import terms
from queries.reads import finding_province_list, finding_register
from queries.store import Store

SHOWN = 200  # lines; a large store has thousands of notes
_LONGEST = 60  # letters of a side


class Register(NamedTuple):
    """``lines``: the gravest first, at most ``SHOWN``; ``every``: how many there are; ``severe``: grave ones that nobody has settled."""

    lines: list[str]
    every: int
    severe: int


def register(store: Store) -> Register:
    """The register of every territory, asked of one province after the other."""
    asked = (
        finding_register(store, province_code=code, most=SHOWN) for code in finding_province_list(store).values("province_code")
    )
    found = [rows for rows in asked if rows]
    gravest = sorted((row for rows in found for row in rows), key=_gravest_first)[:SHOWN]
    return Register([_line(row) for row in gravest], sum(rows[0].every for rows in found), sum(rows[0].severe for rows in found))


def _gravest_first(row: Any) -> tuple[int, bool, str, str]:
    return list(terms.SEVERITIES).index(row.severity), not row.is_open, row.unit_name, row.finding_id


def _line(row: Any) -> str:
    """'[nghiêm trọng] Tỉnh Hà Tĩnh, Tổ công nghệ số, 2022 (525/KH-UBND, Phần I): 94 Tổ | 59 Tổ'; a settled one says so."""
    about = ", ".join(str(part) for part in (row.unit_name, row.subject, row.year) if part)
    place = ", ".join(part for part in (row.document, row.locator) if part)
    sides = " | ".join(shorten(side, _LONGEST, placeholder=" …") for side in (row.said, row.other))
    return f"[{terms.SEVERITIES[row.severity]}] {about}{f' ({place})' if place else ''}: {sides}{'' if row.is_open else ' (đã xử lý)'}"
