"""What a row of an index's points must keep to: who may bring it, that it can be scored, and that its whole set adds up to its scale.

A set is the rows of one name, level and first day; it is judged as it will be once the file is in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from data.accounts.sign_in import Person
from data.ingest.parsing.lookups import Catalogue
from data.ingest.rows.catalogue_rows import as_written, same
from data.ingest.rows.catalogue_rules import Objection, Rights, Row
from data.vietnamese.dates import said_day
from data.vietnamese.numbers import grouped

SCALES = (100, 1000)
_LEVELS = ("province", "district", "commune")
_STEP = r"\d+(\.\d+)?:\d+(\.\d+)?"
_STEPS = re.compile(f"{_STEP}(/{_STEP})*")
_OF_SET = (("index_name", "ten_bo_chi_so"), ("scale", "thang_diem"), ("valid_to", "den_ngay"))  # what all rows of a set say alike
_Set = tuple[Any, ...]


class WeightRules(Rights):
    """Rules about the points of an index. ``stored``: the rows that count now; ``brought``: those of the file.

    A set of a province's own document is written by who is in charge of that province, one of the central government's by who is in
    charge of everything: every province is scored by it.
    """

    def __init__(self, catalogue: Catalogue, person: Person, stored: Sequence[Row], brought: Sequence[Row]) -> None:
        super().__init__(catalogue, person)
        self._directions = {indicator.indicator_id: indicator.direction for indicator in catalogue.indicators}
        self._sets: dict[_Set, dict[int, Row]] = {}
        for row in [*stored, *brought]:
            lines = self._sets.setdefault(_set_of(row), {})
            said = {column: value for column, value in row.items() if value is not None}
            lines[row["line"]] = {**lines.get(row["line"], {}), **said}
        self._summed: set[_Set] = set()

    def objections(self, row: Row, old: Row | None) -> Iterator[Objection]:
        """What speaks against a row; ``old`` is what the store has of its set's line, None when it has nothing."""
        yield from self._document(row, old)
        yield from self._set(row)
        yield from self._line(row)
        yield from self._scoring(row)
        yield from self._outside(row)

    def _document(self, row: Row, old: Row | None) -> Iterator[Objection]:
        """A document that the register does not hold, or one, now or before, of somebody whom the person does not answer for."""
        number = row.get("document") or ""
        if number and not self._catalogue.registered(number):
            yield Objection("document_not_registered", "nguon", number, {"nearest": self._catalogue.nearest_document(number)})
        for named in dict.fromkeys(filter(None, (number, (old or {}).get("document")))):
            if (refused := self._refused(named)) is not None:
                yield Objection("weights_forbidden", "nguon", named, refused)

    def _refused(self, number: str) -> dict[str, str] | None:
        """Whose a document is and who may bring its points, where that is not the person; else None."""
        code = self._catalogue.owner_of(number) if self._catalogue.registered(number) else None
        unit = self._latest(code)
        if unit is None:
            central = {"owner": "trung ương", "who": "tài khoản được giao toàn bộ địa bàn"}
            return None if "*" in self._person.territories or self._person.role == "admin" else central
        whole = self._person.may_write(None, None, unit.province_code)
        return None if whole else {"owner": unit.name, "who": "người phụ trách cả tỉnh ấy"}

    def _set(self, row: Row) -> Iterator[Objection]:
        """What the rows of a set have to say alike, and their sum, once for each set."""
        lines = self._sets[_set_of(row)].values()
        for column, header in _OF_SET:
            other = next((line for line in lines if not same(line.get(column), row.get(column))), None)
            if other is not None:
                args = {"other": as_written(header, other.get(column))}
                yield Objection("weights_differ", header, as_written(header, row.get(column)), args)
        if _set_of(row) not in self._summed:
            self._summed.add(_set_of(row))
            yield from self._sum(row, lines)

    def _sum(self, row: Row, lines: Iterable[Row]) -> Iterator[Objection]:
        total = sum((line.get("points") or Decimal(0) for line in lines), Decimal(0))
        if row.get("scale") in SCALES and total != row["scale"]:
            name = f"{row['index_id']} từ {said_day(row['valid_from'])}"
            args = {"name": name, "sum": grouped(total), "scale": grouped(row["scale"])}
            yield Objection("weights_sum", "diem_toi_da", as_written("diem_toi_da", row.get("points")), args)

    def _line(self, row: Row) -> Iterator[Objection]:
        points, scale, code = row.get("points"), row.get("scale"), row.get("indicator_id")
        if row["level"] not in _LEVELS:
            yield Objection("weights_level", "cap", as_written("cap", row["level"]), {})
        if scale is not None and scale not in SCALES:
            yield Objection("weights_scale", "thang_diem", str(scale), {})
        if points is not None and points <= 0:
            yield Objection("points_not_positive", "diem_toi_da", grouped(points), {})
        if row.get("valid_to") and row["valid_to"] <= row["valid_from"]:
            yield Objection("days_reversed", "den_ngay", said_day(row["valid_to"]), {"first": said_day(row["valid_from"])})
        if code and code not in self._directions:
            yield Objection("indicator_unknown", "ma_chi_tieu", code, {"nearest": self._catalogue.nearest_indicator(code)})

    def _scoring(self, row: Row) -> Iterator[Objection]:
        """By share: more is better, from something above 0 on; by steps: steps that can be read, none above the points of the row."""
        steps = row.get("steps") or ""
        if row.get("form") == "share":
            if self._directions.get(row.get("indicator_id") or "") == "lower":
                yield Objection("share_of_less", "cach_cham", "ty_le", {"indicator": row["indicator_id"]})
            if row.get("full_at") is not None and row["full_at"] <= 0:
                yield Objection("full_not_positive", "dat_toi_da_tai", grouped(row["full_at"]), {})
            if steps:
                yield Objection("steps_spare", "cac_bac", steps, {})
        elif row.get("form") == "steps":
            yield from self._steps(steps, row.get("points"))

    def _steps(self, steps: str, points: Decimal | None) -> Iterator[Objection]:
        if not _STEPS.fullmatch(steps):
            yield Objection("steps_missing", "cac_bac", steps, {})
        elif points is not None and (most := max(Decimal(step.split(":")[1]) for step in steps.split("/"))) > points:
            yield Objection("steps_over", "cac_bac", steps, {"most": grouped(most), "points": grouped(points)})

    def _outside(self, row: Row) -> Iterator[Objection]:
        """Kinds and codes of units that the row is not for."""
        named = row.get("not_applicable") or ""
        for part in filter(None, named.split("/")):
            if part not in self._catalogue.units.kinds() and not self._catalogue.units.states(part):
                yield Objection("outside_unknown", "khong_ap_dung", named, {"part": part})


def _set_of(row: Row) -> _Set:
    return row["index_id"], row["level"], row["valid_from"]
