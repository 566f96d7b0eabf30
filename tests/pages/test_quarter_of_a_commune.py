"""One figure of a quarter on the pages about units: brought in by its commune, seen by everybody, on New Year's day as well, and gone after an undo."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

import components.store.open_stores
from components.accounts import guards
from data.accounts.sign_in import Person
from data.ingest.importer import commit
from data.ingest.undo import take_back
from data.vietnamese.dates import on_day
from queries import reads
from queries.store import Store
from tests.navigation import file_of
from tests.pages.app_session import opening, said

COMMUNE, ELSEWHERE = (
    Person("thanh-sen", "Cán bộ phường", "staff", ("18073",), "oidc"),
    Person("duc-tho", "Cán bộ xã", "staff", ("18229",), "oidc"),
)
HEAD = "ma_chi_tieu;cap;don_vi;nam;ky;chi_tieu;ket_qua;nguon\n"
VALUES = {"18073": "61,7", "18229": "64", "18100": "58", "18652": "71", "18115": "66"}  # five communes: enough for ranks
WHEN = {"nam": "2026", "ky": "Q3", "cap": "commune"}
PAGES = {
    "ranking": {"chi_tieu": "CQ.06", **WHEN}, "unit_table": {"nhom": "CQ", **WHEN}, "tile_map": {"chi_tieu": "CQ.06", **WHEN}, "unit": {},
}  # fmt: skip


def bring(path: Path, code: str, value: str, person: Person) -> int:
    """Import one result of the third quarter of 2026 for a commune."""
    store = Store.open(path)
    data = f"{HEAD}CQ.06;xa;{code};2026;Q3;;{value};Báo cáo 7/BC-UBND\n".encode()
    receipt = commit(store, data, "quy-3.csv", person, seen=None, reason="đã đối chiếu")
    store.close()
    assert receipt.upload_id is not None
    return receipt.upload_id


@pytest.fixture
def brought(store_file, tmp_path):
    """(file of a store with five communes' results of a quarter, number of the upload of the one that is followed)."""
    import shutil

    path = shutil.copy(store_file, tmp_path / "kho.duckdb")
    with on_day(date(2026, 11, 28)):
        uploads = {code: bring(path, code, value, Person("x", "X", "staff", (code,), "oidc")) for code, value in VALUES.items()}
        yield path, uploads["18073"]


def seen(opened, unit_id: str, names: tuple[str, ...] = tuple(PAGES)) -> dict[str, bool]:
    """On which of the pages the figure stands, as a number with its unit of measure."""
    links = {**PAGES, "unit": {"don_vi": unit_id}}
    return {name: bool(re.search(r"61,7\s?(?:%|<)", said(opened(file_of(name), **links[name])))) for name in names}


def test_it_stands_on_every_page_for_everybody_on_new_years_day_too_and_is_gone_after_an_undo(brought, monkeypatch):
    path, upload_id = brought
    with opening("pages/units/ranking.py", path) as opened:
        unit_id = reads.unit_list(components.store.open_stores.open_store()).where(code="18073", ended_on=None)[0].unit_id
        assert all(seen(opened, unit_id).values()), "a visitor"
        for person in (COMMUNE, ELSEWHERE):
            monkeypatch.setattr(guards, "person", lambda person=person: person)
            assert all(seen(opened, unit_id, ("ranking", "unit")).values()), person.name
        monkeypatch.undo()
    with on_day(date(2027, 1, 1)), opening("pages/units/ranking.py", path) as opened:
        assert all(seen(opened, unit_id).values()), "on New Year's day"
        assert "quý iii" in said(opened(**PAGES["ranking"])).lower()
    store = Store.open(path)
    assert take_back(store, upload_id, COMMUNE, "nhầm kỳ").rows == 1
    store.close()
    with opening("pages/units/ranking.py", path) as opened:
        assert not any(seen(opened, unit_id).values()), "after the undo"
        text = said(opened(**PAGES["ranking"]))
        assert "Chỉ 4 đơn vị có số: dưới 5 đơn vị thì không xếp hạng" in text and "64%" in text
