"""What a contact must keep to: its unit is the person's, it says whom to ask, and a phone and a mail look like ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.ingest.rows.catalogue_rules import Objection, Rights, Row

LONGEST = 120  # characters of an office or a name
_PHONE = re.compile(r"\+?[0-9][0-9 .()-]{5,30}(?:\s*,\s*\+?[0-9][0-9 .()-]{5,30}){0,2}")
_MAIL = re.compile(r"[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


class ContactRules(Rights):
    """Rules about contacts."""

    def objections(self, row: Row, old: Row | None) -> Iterator[Objection]:
        """What speaks against a row; ``old`` is what the store has of its office, None when it has nothing."""
        code = row.get("unit_code")
        if code and self._latest(code) is None:
            yield Objection("unit_unknown", "ma_don_vi", code, {"nearest": "Ghi mã đơn vị, ví dụ 42 là tỉnh Hà Tĩnh."})
        elif code and (foreign := self._foreign([self._latest(code)])):
            yield Objection("territory_forbidden", "ma_don_vi", foreign, {"territories": self._territories})
        for column, header in (("office", "co_quan"), ("person", "nguoi_lien_he"), ("account", "tai_khoan")):
            if len(text := row.get(column) or "") > LONGEST:
                yield Objection("name_too_long", header, text[:60] + "…", {"length": len(text), "limit": LONGEST})
        for column, header, form, example in (
            ("phone", "dien_thoai", _PHONE, "0239 3855 555"),
            ("mail", "thu_dien_tu", _MAIL, "so@tinh.gov.vn"),
        ):
            if (text := row.get(column) or "") and not form.fullmatch(text):
                yield Objection("contact_unreadable", header, text[:60], {"example": example})
        if not any(row.get(column) for column in ("person", "phone", "mail", "account")):
            yield Objection("contact_empty", "nguoi_lien_he", "", {})
