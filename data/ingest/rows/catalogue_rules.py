"""What a row of a catalogue must keep to: what it names is there, and who may say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol

from data.accounts.sign_in import Person
from data.ingest.parsing import document_numbers
from data.ingest.parsing.lookups import Catalogue
from data.ingest.parsing.unit_names import Unit
from data.ingest.reading import cells
from data.ingest.rows.catalogue_rows import as_written, same
from data.ingest.table.forms import Form
from data.vietnamese.dates import said_day

Bringers = Mapping[str, Sequence[tuple[str, tuple[Any, ...]]]]
Row = Mapping[str, Any]  # values by column of the catalogue's table
_LONGEST_SHORT_NAME = 48
_FIRST_DAY = date(1990, 1, 1)  # no document of this field is older
_FARTHEST = 366  # days between the day of a document and the day by which it is put in order
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


class Rights:
    """What a person answers for, told by units; None stands for the central government."""

    def __init__(self, catalogue: Catalogue, person: Person) -> None:
        self._catalogue, self._person = catalogue, person

    @property
    def _territories(self) -> str:
        return self._catalogue.named(self._person.territories)

    def _latest(self, code: str | None) -> Unit | None:
        states = self._catalogue.units.states(code or "")
        return states[-1] if states else None

    def _foreign(self, units: Sequence[Unit | None]) -> str:
        """The name of the first of some units that the person does not answer for; '' for none."""
        foreign = [unit for unit in units if not self._may_write(unit)]
        return (foreign[0].name if foreign[0] else "văn bản của trung ương") if foreign else ""

    def _may_write(self, unit: Unit | None) -> bool:
        if unit is None:
            return self._person.may_write(None, None, None)
        return self._person.may_write(unit.code, unit.parent_code, unit.province_code)


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


class DocumentRules(Rights):
    """Rules about documents. ``citing``: the units whose figures cite a document, by its number: code -> whether the unit states
    some of them itself; ``bringers``: who brought figures under it, (account, unit that they were in charge of); ``day``: the day of
    judgement."""

    def __init__(
        self, catalogue: Catalogue, person: Person, citing: Mapping[str, Mapping[str, bool]], bringers: Bringers, day: date
    ) -> None:
        super().__init__(catalogue, person)
        self._citing, self._bringers, self._day = citing, bringers, day

    def objections(self, row: Row, old: Row | None) -> Iterator[Objection]:
        """What speaks against a row; ``old`` is what the store has of its number, None when it has nothing."""
        code = row.get("unit_code")
        if code and not self._catalogue.units.states(code):
            nearest = "Ghi mã đơn vị, để trống nếu là văn bản của trung ương."
            yield Objection("unit_unknown", "ma_don_vi", code, {"nearest": nearest})
        if not old:
            yield from self._spelled_otherwise(row)
            yield from self._word_of_others(row)
            if (by := self._brought_by_wider(row["number"])) and not self._foreign(self._concerned(row, old)):
                yield Objection("document_brought", "so_hieu", row["number"], {"by": by})
        yield from self._not_theirs(row, old)
        yield from self._days(row, old)

    def _spelled_otherwise(self, row: Row) -> Iterator[Objection]:
        """A new number that only is another spelling of one that the store has."""
        number = row["number"]
        if strange := document_numbers.strange_letters(number):
            yield Objection("document_letters", "so_hieu", number, {"letters": strange})
        known = self._catalogue.registered(number)
        if known and known != number:
            yield Objection("document_known", "so_hieu", number, {"known": known})
        elif (cited := self._catalogue.document(number)) and cited != number:
            yield Objection("document_cited", "so_hieu", number, {"known": cited})

    def _word_of_others(self, row: Row) -> Iterator[Objection]:
        """A number under which other units state figures themselves: their words would become somebody else's."""
        own = [
            code
            for code, self_stated in self._citing.get(row["number"], {}).items()
            if self_stated and code != row.get("unit_code")
        ]
        if own:
            yield Objection(
                "document_taken", "so_hieu", row["number"], {"units": self._catalogue.named(own[:3]), "count": len(own)}
            )

    def _not_theirs(self, row: Row, old: Row | None) -> Iterator[Objection]:
        """A document, or one that it replaces, of somebody whom the person does not answer for."""
        if foreign := self._foreign(self._concerned(row, old)):
            yield Objection("territory_forbidden", "ma_don_vi", foreign, {"territories": self._territories})
        replaces = row.get("replaces")
        if not replaces or (old and same(replaces, old.get("replaces"))):
            return
        if self._catalogue.document(replaces) == row["number"]:
            yield Objection("replaces_itself", "thay_the", replaces, {})
        elif foreign := self._foreign(self._behind(replaces)):
            yield Objection("replaces_foreign", "thay_the", replaces, {"owner": foreign})
        elif by := self._brought_by_wider(self._unregistered(replaces)):
            yield Objection("replaces_foreign", "thay_the", replaces, {"owner": by})

    def _days(self, row: Row, old: Row | None) -> Iterator[Objection]:
        """A day that cannot be that of a document; what stands in the register already is not asked again."""
        issued, order = row.get("issued_on"), row.get("order_on")
        for header, column, day in (("ngay", "issued_on", issued), ("ngay_xep", "order_on", order)):
            if day and not (old and day == old.get(column)) and not (header == "ngay_xep" and day == issued):
                if day > self._day:
                    yield Objection("day_in_future", header, said_day(day), {})
                elif day < _FIRST_DAY:
                    yield Objection("day_too_old", header, said_day(day), {"first": said_day(_FIRST_DAY)})
        if (
            issued
            and order
            and abs((order - issued).days) > _FARTHEST
            and not (old and order == old.get("order_on") and issued == old.get("issued_on"))
        ):
            yield Objection("order_day_far", "ngay_xep", said_day(order), {"issued": said_day(issued), "days": _FARTHEST})

    def _concerned(self, row: Row, old: Row | None) -> list[Unit | None]:
        """Whose document it is, was, or (not registered yet) whose figures cite it; None is the central government."""
        owner = self._latest(row.get("unit_code"))
        if old:
            return list(dict.fromkeys([owner, self._latest(old.get("unit_code"))]))
        return list(dict.fromkeys([owner, *self._citing_units(row["number"])]))

    def _behind(self, number: str) -> list[Unit | None]:
        """Whose a document is that another one replaces: the unit that the register names, else all whose figures cite it."""
        known = self._catalogue.document(number)
        if known is None:
            return []
        if self._catalogue.registered(number):
            return [self._latest(self._catalogue.owner_of(known))]
        return [*self._citing_units(known)]

    def _unregistered(self, number: str) -> str:
        """The number that figures cite, '' where the register holds the document, or nothing cites it."""
        return "" if self._catalogue.registered(number) else self._catalogue.document(number) or ""

    def _brought_by_wider(self, number: str) -> str:
        """The account that brought figures under a number while in charge of more than the person is; '' for none. Nobody is in charge
        of more than who is in charge of the whole province."""
        if all(self._person.may_write(None, None, unit.province_code) for unit in self._citing_units(number)):
            return ""
        wider = (name for name, unit in self._bringers.get(number, ()) if not self._covers(name, unit))
        return next(wider, "")

    def _covers(self, name: str, unit: tuple[Any, ...]) -> bool:
        return name == self._person.name or self._person.may_write(*unit)

    def _citing_units(self, number: str) -> list[Unit]:
        return [unit for code in self._citing.get(number, ()) if (unit := self._latest(code))]
