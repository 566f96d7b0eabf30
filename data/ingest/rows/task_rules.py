"""What a row about tasks, money or remarks must keep to: what it names is there, it says something, and the person may say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from data.accounts.sign_in import Person
from data.ingest.parsing.lookups import Catalogue
from data.ingest.parsing.nearest import Nearest
from data.ingest.parsing.unit_names import Unit
from data.ingest.parsing.values import Unreadable, number
from data.ingest.rows.catalogue_rows import as_written
from data.ingest.rows.catalogue_rules import Objection, Rights, Row
from data.vietnamese.dates import said_day
from data.vietnamese.numbers import grouped
from data.vietnamese.text import folded

LONGEST_REMARK = 1_000  # characters
_SMALL = 1_000_000  # đồng: less is likely a number in million đồng
_FACTORS = {"dong": 1, "d": 1, "nghin_dong": 1_000, "trieu_dong": 1_000_000, "ty_dong": 1_000_000_000}  # unit of money -> đồng
_TASKS = (("task_id", "ma_nhiem_vu"), ("same_as", "cung_viec"))  # columns that name a task, with their headers


class TaskRules(Rights):
    """Rules about tasks, their states and links, money and remarks: each asks what columns a row has.

    ``owners``: of every task that the store or the file has, the unit whose document lists it, by its code; ``own``: the form is that
    of tasks, whose key is new where it is not there; ``states``: of every task its newest state, (day, status); ``day``: of judgement.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        person: Person,
        owners: Mapping[str, str | None],
        states: Mapping[str, tuple[date, str]],
        own: bool,
        day: date,
    ) -> None:
        super().__init__(catalogue, person)
        self._owners, self._states, self._own, self._day = owners, states, own, day
        self._near_tasks = Nearest(dict.fromkeys(owners))

    def objections(self, row: Row, old: Row | None) -> Iterator[Objection]:
        """What speaks against a row; ``old`` is what the store has of its key, None when it has nothing."""
        yield from self._document(row)
        yield from self._unit(row, old)
        yield from self._tasks(row)
        yield from self._catalogues(row)
        yield from self._years_and_days(row, old)
        yield from self._money(row, old)
        yield from self._words(row)

    def _document(self, row: Row) -> Iterator[Objection]:
        """A document that the register does not hold, or that is somebody else's; of the central government's speaks who has the province."""
        number = row.get("document")
        if not number:
            return
        if not self._catalogue.registered(number):
            yield Objection("document_not_registered", "nguon", number, {"nearest": self._catalogue.nearest_document(number)})
        elif (code := self._catalogue.owner_of(number)) and (foreign := self._foreign([self._latest(code)])):
            yield Objection("document_not_theirs", "nguon", number, {"owner": foreign})

    def _unit(self, row: Row, old: Row | None) -> Iterator[Objection]:
        for code in dict.fromkeys(code for code in (row.get("unit_code"), (old or {}).get("unit_code")) if code):
            unit = self._latest(code)
            if unit is None:
                yield Objection("unit_unknown", "ma_don_vi", code, {"nearest": "Ghi mã đơn vị, ví dụ 42 là tỉnh Hà Tĩnh."})
            elif foreign := self._foreign([unit]):
                yield Objection("territory_forbidden", "ma_don_vi", foreign, {"territories": self._territories})

    def _tasks(self, row: Row) -> Iterator[Objection]:
        """A task that is not there, or that is somebody else's."""
        for column, header in _TASKS:
            task = row.get(column)
            if not task or (self._own and column == "task_id"):
                continue
            if task not in self._owners:
                yield Objection("task_unknown", header, task, {"nearest": self._nearest_task(task)})
            elif foreign := self._foreign(self._units_of(task)):
                yield Objection("task_not_theirs", header, task, {"owner": foreign})
        if row.get("same_as") and row["same_as"] == row.get("task_id"):
            yield Objection("same_as_itself", "cung_viec", row["same_as"], {})

    def _units_of(self, task: str) -> list[Unit]:
        unit = self._latest(self._owners[task])
        return [unit] if unit else []

    def _nearest_task(self, task: str) -> str:
        near = list(self._near_tasks.to(task, 3, 0.7))
        return f"Có phải: {'; '.join(near)}?" if near else "Xem mã ở tệp Nhiệm vụ tải từ trang này."

    def _catalogues(self, row: Row) -> Iterator[Objection]:
        indicator, pillar = row.get("indicator_id"), row.get("pillar")
        if indicator and indicator not in {known.indicator_id for known in self._catalogue.indicators}:
            nearest = self._catalogue.nearest_indicator(indicator)
            yield Objection("indicator_unknown", "ma_chi_tieu", indicator, {"nearest": nearest})
        if pillar and pillar not in self._catalogue.pillars:
            yield Objection("pillar_unknown", "nhom", pillar, {"choices": ", ".join(self._catalogue.pillars)})

    def _years_and_days(self, row: Row, old: Row | None) -> Iterator[Objection]:
        first, last, as_of = row.get("start_year"), row.get("end_year"), row.get("as_of")
        if first and last and first > last:
            yield Objection("years_reversed", "nam_cuoi", str(last), {"first": first})
        if as_of and as_of > self._day:
            yield Objection("day_in_future", "den_ngay", said_day(as_of), {})
        before = self._states.get(row.get("task_id", "")) if as_of and not old else None
        if before and as_of and before[1] == "finished" and before[0] <= as_of and row.get("status") != "finished":
            status = as_written("tinh_trang", row.get("status"))
            yield Objection("task_reopened", "tinh_trang", status, {"day": said_day(before[0])})

    def _money(self, row: Row, old: Row | None) -> Iterator[Objection]:
        amount: Decimal | None = row.get("amount_vnd")
        written = row.get("amount_as_written") or ""
        if old and (amount, written) == (old.get("amount_vnd"), old.get("amount_as_written")):
            return
        if amount is None:
            if written[:1].isdigit():
                yield Objection("money_left_out", "kinh_phi_ghi", written, {})
        elif amount < 0:
            yield Objection("money_negative", "so_tien", grouped(amount), {})
        elif amount != amount.to_integral_value():
            yield Objection("money_not_whole", "so_tien", grouped(amount), {})
        elif 0 < amount < _SMALL:
            yield Objection("money_small", "so_tien", grouped(amount), {"meant": grouped(amount * _SMALL)})
        elif (said := _said_amount(written, row.get("unit_as_written"))) is not None and said != amount:
            args = {"written": f"{written} {row['unit_as_written']}", "said": grouped(said)}
            yield Objection("money_differs", "so_tien", grouped(amount), args)

    def _words(self, row: Row) -> Iterator[Objection]:
        """A remark that is too long, or that says nothing; how likely a target is belongs to an outlook alone."""
        text = row.get("text") or ""
        if len(text) > LONGEST_REMARK:
            yield Objection("remark_long", "noi_dung", text[:60] + "…", {"length": len(text), "limit": LONGEST_REMARK})
        if "outlook" not in row or not row.get("kind"):
            return
        is_outlook, outlook = row["kind"] == "outlook", row.get("outlook")
        if is_outlook and not outlook:
            yield Objection("outlook_missing", "kha_nang", "", {})
        if not is_outlook and outlook:
            yield Objection("outlook_spare", "kha_nang", as_written("kha_nang", outlook), {})
        if not is_outlook and not text:
            yield Objection("remark_empty", "noi_dung", "", {})


def _said_amount(written: str, unit: str | None) -> Decimal | None:
    """The đồng that an amount as printed comes to in its unit; None where one of them cannot be read."""
    factor = _FACTORS.get(folded(unit or ""))
    try:
        amount = number(written) if factor else None
    except Unreadable:
        return None
    return amount * factor if amount is not None and factor else None


def settled(row: dict[str, Any], brought: Mapping[str, Any], words: str) -> dict[str, Any]:
    """A row with its money as it is kept: what is no number stands as written and is no amount; a number without words of its own is
    written as it is. ``words``: what the column of money holds instead of a number, '' for none."""
    if words:
        return {**row, "amount_vnd": None, "amount_as_written": brought.get("amount_as_written") or words}
    if brought.get("amount_vnd") is not None and not brought.get("amount_as_written"):
        written = {"amount_as_written": grouped(brought["amount_vnd"])}
        return {**row, **written, **({"unit_as_written": "đồng"} if "unit_as_written" in row else {})}
    return row
