"""What a row of a catalogue must keep to: what it names is there, and who may say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from data.accounts.sign_in import Person
from data.ingest.parsing.lookups import Catalogue
from data.ingest.parsing.unit_names import Unit
from data.ingest.reading import cells
from data.ingest.rows.catalogue_rows import as_written, same
from data.ingest.table.forms import Form

Row = Mapping[str, Any]  # values by column of the catalogue's table
_LONGEST_SHORT_NAME = 48
_REDEFINES = ("ten", "don_vi_tinh", "chieu", "loai_so_lieu", "tu_so_la", "mau_so_la", "dinh_nghia", "cach_cong")


class Objection(NamedTuple):
    """What speaks against one cell of a row: code of the finding, header of the column, text, arguments of the sentence."""

    code: str
    header: str
    text: str
    args: dict[str, Any]


class Rules(Protocol):
    """The rules of one catalogue."""

    def objections(self, row: Row, old: Row | None) -> Iterator[Objection]:
        """What speaks against a row; ``old`` is what the store has of its key, None when it has nothing."""


class IndicatorRules:
    """Rules about indicators. ``brought``: the codes of all rows of the file."""

    def __init__(self, catalogue: Catalogue, person: Person, form: Form, brought: set[str]) -> None:
        self._catalogue, self._person, self._form = catalogue, person, form
        self._codes = {indicator.indicator_id for indicator in catalogue.indicators} | brought

    def objections(self, row: Row, old: Row | None) -> Iterator[Objection]:
        """What speaks against a row; ``old`` is what the store has of its code, None when it has nothing."""
        if "*" not in self._person.territories and self._person.role != "admin":
            yield Objection("catalogue_forbidden", "ma_chi_tieu", row["indicator_id"], {"form": self._form.title})
        if self._pillar_unknown(row):
            yield Objection("pillar_unknown", "nhom", row["pillar"], {"choices": ", ".join(self._catalogue.pillars)})
        if self._predecessor_unknown(row):
            nearest = self._catalogue.nearest_indicator(row["predecessor"])
            yield Objection("indicator_unknown", "chi_tieu_truoc", row["predecessor"], {"nearest": nearest})
        short_name = row.get("short_name") or ""
        if len(short_name) > _LONGEST_SHORT_NAME:
            limits = {"length": len(short_name), "limit": _LONGEST_SHORT_NAME}
            yield Objection("name_too_long", "ten_ngan", short_name, limits)
        if old:
            yield from (self._redefinition(header, row, old) for header in _REDEFINES if self._redefined(header, row, old))

    def _pillar_unknown(self, row: Row) -> bool:
        return bool(row.get("pillar")) and row["pillar"] not in self._catalogue.pillars

    def _predecessor_unknown(self, row: Row) -> bool:
        """Whether the indicator that this one continues is not there, or is itself."""
        predecessor = row.get("predecessor")
        return bool(predecessor) and (predecessor not in self._codes or predecessor == row["indicator_id"])

    def _redefined(self, header: str, row: Row, old: Row) -> bool:
        column = self._form.specs[header].column
        return bool(old[column]) and not same(row[column], old[column])

    def _redefinition(self, header: str, row: Row, old: Row) -> Objection:
        column = self._form.specs[header].column
        what = f"{self._form.label(header)} của {row['indicator_id']}"
        before = cells.shown(as_written(header, old[column]))
        return Objection("definition_changes", header, as_written(header, row[column]), {"what": what, "before": before})


class DocumentRules:
    """Rules about documents. ``citing``: codes of the units whose figures cite a document, by its number."""

    def __init__(self, catalogue: Catalogue, person: Person, citing: Mapping[str, Sequence[str]]) -> None:
        self._catalogue, self._person, self._citing = catalogue, person, citing

    def objections(self, row: Row, old: Row | None) -> Iterator[Objection]:
        """What speaks against a row; ``old`` is what the store has of its number, None when it has nothing."""
        code = row.get("unit_code")
        if code and not self._catalogue.units.states(code):
            nearest = "Ghi mã đơn vị, để trống nếu là văn bản của trung ương."
            yield Objection("unit_unknown", "ma_don_vi", code, {"nearest": nearest})
        foreign = [unit for unit in self._concerned(row, old) if not self._may_write(unit)]
        if foreign:
            name = foreign[0].name if foreign[0] else "văn bản của trung ương"
            territories = self._catalogue.named(self._person.territories)
            yield Objection("territory_forbidden", "ma_don_vi", name, {"territories": territories})

    def _concerned(self, row: Row, old: Row | None) -> list[Unit | None]:
        """Whose document it is, was, or (not registered yet) whose figures cite it; None is the central government."""
        owner = self._latest(row.get("unit_code"))
        if old:
            return list(dict.fromkeys([owner, self._latest(old.get("unit_code"))]))
        citing = (self._latest(code) for code in self._citing.get(row["number"], ()))
        return list(dict.fromkeys([owner, *(unit for unit in citing if unit)]))

    def _latest(self, code: str | None) -> Unit | None:
        states = self._catalogue.units.states(code or "")
        return states[-1] if states else None

    def _may_write(self, unit: Unit | None) -> bool:
        if unit is None:
            return self._person.may_write(None, None, None)
        return self._person.may_write(unit.code, unit.parent_code, unit.province_code)
