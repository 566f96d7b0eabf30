"""What a decision about a contradiction must keep to: the finding is there as it was seen, the person answers for its unit, a reason is given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from data.accounts.sign_in import Person
from data.ingest.parsing.lookups import Catalogue
from data.ingest.rows.catalogue_rules import Objection, Rights, Row

LONGEST_REASON = 500  # characters


class FindingRules(Rights):
    """Rules about decisions. ``known``: of every finding that is there, the code of its unit and what both sides say."""

    def __init__(self, catalogue: Catalogue, person: Person, known: Mapping[str, tuple[str, str]]) -> None:
        super().__init__(catalogue, person)
        self._known = known

    def objections(self, row: Row, old: Row | None) -> Iterator[Objection]:
        """What speaks against a row; ``old`` is what the store has of its finding, None when it has nothing."""
        yield from self._unit(row)
        yield from self._finding(row)
        yield from self._choice(row)
        reason = row.get("reason") or ""
        if len(reason) > LONGEST_REASON:
            limits = {"length": len(reason), "limit": LONGEST_REASON}
            yield Objection("reason_long", "ly_do", reason[:60] + "…", limits)

    def _unit(self, row: Row) -> Iterator[Objection]:
        """A unit that is not there, or that somebody else answers for; of a finding that is there, its own unit alone."""
        code = row.get("unit_code")
        stands, _ = self._known.get(row["finding_id"], (code, ""))
        if code and self._latest(code) is None:
            yield Objection("unit_unknown", "ma_don_vi", code, {"nearest": "Ghi mã đơn vị, ví dụ 42 là tỉnh Hà Tĩnh."})
        elif code and code != stands:
            yield Objection("finding_unit_differs", "ma_don_vi", code, {"unit": stands})
        elif code and (foreign := self._foreign([self._latest(code)])):
            yield Objection("territory_forbidden", "ma_don_vi", foreign, {"territories": self._territories})

    def _finding(self, row: Row) -> Iterator[Objection]:
        """A finding that is not there (any more), or whose sides say something else by now; kept, once somebody confirms it."""
        found = self._known.get(row["finding_id"])
        if found is None:
            yield Objection("finding_gone", "ma_phat_hien", row["finding_id"], {})
        elif row.get("clash") and row["clash"] != found[1]:
            yield Objection("finding_changed", "hai_ben", row["clash"], {"now": found[1]})

    def _choice(self, row: Row) -> Iterator[Objection]:
        """A choice names a side; nothing else does."""
        if row.get("decision") == "choose" and not row.get("side"):
            yield Objection("side_missing", "so_chon", "", {})
        if row.get("decision") not in (None, "choose") and row.get("side"):
            yield Objection("side_spare", "so_chon", row["side"], {})
