"""Decisions about contradictions: who may, what is refused, versions, undo, what follows when the figures change, and the way out and in again."""

import pytest

from data.form_files import form_files
from data.ingest.importer import commit
from data.ingest.rows.catalogues import CatalogueSheet
from data.ingest.undo import may_handle, take_back
from queries.ledger import append
from queries.reads import finding_decision_list, finding_list
from tests.data.ingest.sample_files import STAFF_COMMUNE, STAFF_DUC_THO, STAFF_HA_TINH, judged, read

HA_TINH = {"province_code": "42", "unit_id": "42"}


def file(*rows):
    heading = list(dict.fromkeys(header for row in rows for header in row))
    return "\n".join(";".join(row.get(header, "") for header in heading) for row in ({h: h for h in heading}, *rows)).encode()


def finding(store, **where):
    return finding_list(store, **HA_TINH).where(check_name="conflicting", **where)[0]


def row_of(found, **changes):
    return {
        "ma_phat_hien": found.finding_id, "ma_don_vi": found.unit_code, "hai_ben": found.clash, "quyet_dinh": "chọn một số",
        "so_chon": "số thứ nhất", "ly_do": "Có ngày 10/12/2022.", **changes,
    }  # fmt: skip


def brought(store, *rows, person=STAFF_HA_TINH, name="tep.csv"):
    return commit(store, file(*rows), name, person, seen=None, ticked=()).upload_id


CASES = [
    ({"quyet_dinh": "chấp nhận"}, "side_spare", "so_chon"),
    ({"so_chon": ""}, "side_missing", "so_chon"),
    ({"ly_do": "x" * 501}, "reason_long", "ly_do"),
    ({"ly_do": ""}, "needed", "ly_do"),
    ({"ma_don_vi": "440"}, "finding_unit_differs", "ma_don_vi"),
    ({"ma_don_vi": "999999"}, "unit_unknown", "ma_don_vi"),
    ({"hai_ben": "94 | 60"}, "finding_changed", "hai_ben"),
    ({"ma_phat_hien": "conflicting-00000000"}, "finding_gone", "ma_phat_hien"),
]


@pytest.mark.parametrize(("changes", "code", "header"), CASES, ids=lambda value: value if isinstance(value, str) else "")
def test_what_speaks_against_a_decision_is_said_at_its_cell(store, changes, code, header):
    found = {(said.code, said.column) for said in judged(store, file(row_of(finding(store), **changes)), person=STAFF_HA_TINH)}
    assert (code, header) in found


def test_only_who_answers_for_the_unit_decides(store):
    row = file(row_of(finding(store)))
    assert "territory_forbidden" in {said.code for said in judged(store, row, person=STAFF_DUC_THO)}
    assert [said.code for said in judged(store, row, person=STAFF_HA_TINH)] == []


def test_the_newest_decision_counts_and_every_version_stays(new_seed_store):
    store = new_seed_store()
    found = finding(store)
    chosen = brought(store, row_of(found))
    decided = finding(store, finding_id=found.finding_id)
    assert (decided.decision, decided.side, decided.author, decided.is_open) == ("choose", "said", STAFF_HA_TINH.name, False)
    published = store.select("select decision from finding where finding_id = $id", {"id": found.finding_id}).decision[0]
    assert published.startswith(f"chọn “{found.said}”: Có ngày 10/12/2022. ({STAFF_HA_TINH.name}, ")
    assert store.inside(lambda cursor: (may_handle(cursor, chosen, STAFF_HA_TINH), may_handle(cursor, chosen, STAFF_COMMUNE))) == (True, False)  # fmt: skip
    brought(store, row_of(found, quyet_dinh="hỏi đơn vị", so_chon="", ly_do="Chờ trả lời."), name="b.csv")
    assert finding(store, finding_id=found.finding_id).is_open, "what was asked stays open until it is answered"
    again = brought(store, row_of(found, quyet_dinh="mở lại", so_chon="", ly_do="Nhầm."), name="c.csv")
    opened = finding(store, finding_id=found.finding_id)
    assert (opened.decision, opened.is_open) == (None, True)
    versions = finding_decision_list(store, unit_id="42")
    assert [version.decision for version in versions] == ["reopen", "ask", "choose"]
    take_back(store, again, STAFF_HA_TINH, "nhầm")
    assert finding(store, finding_id=found.finding_id).decision == "ask" and store.check() == []


def test_a_decision_covers_what_both_sides_said_and_nothing_else(new_seed_store):
    store = new_seed_store()
    found = finding(store)
    brought(store, row_of(found))
    changed = {**row_of(found), "hai_ben": "94 | 60"}
    columns = {"ma_phat_hien": "finding_id", "ma_don_vi": "unit_code", "hai_ben": "clash", "ly_do": "reason"}
    row = {column: changed[header] for header, column in columns.items()} | {"decision": "accept", "side": None}
    upload = store.select("select max(upload_id) as n from upload").n[0]
    store.write(
        lambda cursor: (
            cursor.execute("insert into upload by name select * replace (upload_id + 1 as upload_id) from upload where upload_id = $n", {"n": int(upload)}),
            append(cursor, "finding_decision", [{**row, "upload_id": int(upload) + 1}]),
        )
    )  # fmt: skip
    now = finding(store, finding_id=found.finding_id)
    assert (now.decision, now.is_open, now.was) == (None, True, "94 | 60")


def test_decisions_leave_with_the_export_and_come_in_again(new_seed_store, tmp_path):
    store = new_seed_store()
    brought(store, row_of(finding(store)))
    [path] = [path for path, _ in form_files(store, tmp_path) if "finding-decisions" in path.name]
    other = new_seed_store()
    sheet = CatalogueSheet(read(path.read_bytes()), STAFF_HA_TINH)
    other.inside(sheet.stage)
    assert (sheet.new_rows, [said.code for said in sheet.findings]) == (1, [])
    commit(other, path.read_bytes(), path.name, STAFF_HA_TINH, seen=None, ticked=())
    assert finding(other, finding_id=finding(store).finding_id).reason == "Có ngày 10/12/2022."
