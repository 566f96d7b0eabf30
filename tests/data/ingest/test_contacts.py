"""Contacts: who may bring them, what is refused, that they leave no way in an export or a published view."""

import pytest

from data.export import export
from data.ingest.importer import commit
from queries.reads import contact_list
from queries.schema import PUBLISHED
from tests.data.ingest.sample_files import STAFF_COMMUNE, STAFF_DUC_THO, judged

ROW = {
    "ma_don_vi": "440", "co_quan": "Phòng Văn hóa và Thông tin", "nguoi_lien_he": "Trực ban", "dien_thoai": "0239 3831 000",
    "thu_dien_tu": "phong@ductho.gov.vn",
}  # fmt: skip


def file(row):
    return "\n".join([";".join(row), ";".join(row.values())]).encode()


@pytest.mark.parametrize(
    ("changes", "code", "header"),
    [
        ({"ma_don_vi": "42"}, "territory_forbidden", "ma_don_vi"),
        ({"ma_don_vi": "999999"}, "unit_unknown", "ma_don_vi"),
        ({"dien_thoai": "gọi tổng đài"}, "contact_unreadable", "dien_thoai"),
        ({"thu_dien_tu": "phong(at)ductho"}, "contact_unreadable", "thu_dien_tu"),
        ({"nguoi_lien_he": "x" * 121}, "name_too_long", "nguoi_lien_he"),
        ({"nguoi_lien_he": "", "dien_thoai": "", "thu_dien_tu": ""}, "contact_empty", "nguoi_lien_he"),
    ],
)
def test_what_speaks_against_a_contact_is_said_at_its_cell(store, changes, code, header):
    assert (code, header) in {(said.code, said.column) for said in judged(store, file({**ROW, **changes}), person=STAFF_DUC_THO)}
    assert judged(store, file(ROW), person=STAFF_DUC_THO) == []
    assert "territory_forbidden" in {said.code for said in judged(store, file(ROW), person=STAFF_COMMUNE)}


def test_the_newest_counts_and_none_of_it_leaves_with_an_export(new_seed_store, tmp_path):
    store = new_seed_store()
    for phone in ("0239 3831 000", "0239 3831 999"):
        commit(store, file({**ROW, "dien_thoai": phone}), f"{phone}.csv", STAFF_DUC_THO, seen=None, ticked=())
    [row] = contact_list(store, unit_id="440")
    assert (row.phone, row.office) == ("0239 3831 999", "Phòng Văn hóa và Thông tin")
    assert "contact" not in PUBLISHED and store.check() == []
    list(export(store, tmp_path))
    texts = [path.read_bytes() for path in tmp_path.iterdir()]
    assert len(texts) > 10 and not any(b"3831 999" in text or b"phong@ductho" in text for text in texts)
