"""Points of an index as a file of staff: who may bring them, what is refused at which cell, what the page shows next, undo, and the way out."""

import pytest

from data.export import export
from data.ingest.importer import commit, inspect
from data.ingest.rows.catalogues import CatalogueSheet
from data.ingest.templates.catalogue_template import register_template
from data.ingest.undo import may_handle, take_back
from queries.reads import index_list, index_sum
from tests.data.ingest.sample_files import CLI, STAFF_DONG_NAI, STAFF_DUC_THO, STAFF_HA_TINH, judged, read

SET = {
    "ma_bo_chi_so": "HT-2023", "ten_bo_chi_so": "Bộ chỉ số của tỉnh", "thang_diem": "100", "cap": "huyen", "tu_ngay": "01/01/2020",
    "den_ngay": "", "nguon": "525/KH-UBND", "vi_tri": "Phụ lục",
}  # fmt: skip
FIRST = {
    **SET,
    "thu_tu": "1",
    "nhom_diem": "Chính quyền số",
    "ma_chi_tieu": "CQ.26",
    "diem_toi_da": "60",
    "cach_cham": "ty_le",
    "dat_toi_da_tai": "90",
}
SECOND = {
    **SET, "thu_tu": "2", "nhom_diem": "Chính quyền số", "ma_chi_tieu": "CQ.07", "diem_toi_da": "40", "cach_cham": "bac", "cac_bac": "90:40/50:20.5",
    "khong_ap_dung": "thị xã",
}  # fmt: skip


def file(*rows):
    heading = list(dict.fromkeys(header for row in rows for header in row))
    return "\n".join(";".join(row.get(header, "") for header in heading) for row in ({h: h for h in heading}, *rows)).encode()


CASES = [
    ({"nguon": "99/KH-UBND"}, "document_not_registered", "nguon"),
    ({"nguon": "06/QĐ-TTg"}, "weights_forbidden", "nguon"),
    ({"cap": "chung"}, "weights_level", "cap"),
    ({"thang_diem": "50"}, "weights_scale", "thang_diem"),
    ({"ten_bo_chi_so": "Bộ khác"}, "weights_differ", "ten_bo_chi_so"),
    ({"den_ngay": "01/01/2025"}, "weights_differ", "den_ngay"),
    ({"diem_toi_da": "39,5"}, "weights_sum", "diem_toi_da"),
    ({"diem_toi_da": "0"}, "points_not_positive", "diem_toi_da"),
    ({"den_ngay": "01/01/2020"}, "days_reversed", "den_ngay"),
    ({"ma_chi_tieu": "CQ.99"}, "indicator_unknown", "ma_chi_tieu"),
    ({"cach_cham": "ty_le"}, "steps_spare", "cac_bac"),
    ({"cach_cham": "ty_le", "cac_bac": "", "dat_toi_da_tai": "0"}, "full_not_positive", "dat_toi_da_tai"),
    ({"cac_bac": "90%: 40"}, "steps_missing", "cac_bac"),
    ({"cac_bac": ""}, "steps_missing", "cac_bac"),
    ({"cac_bac": "90:41/50:20"}, "steps_over", "cac_bac"),
    ({"khong_ap_dung": "thị xã/ấp"}, "outside_unknown", "khong_ap_dung"),
    ({"nhom_diem": ""}, "needed", "nhom_diem"),
]


@pytest.mark.parametrize(("changes", "code", "header"), CASES, ids=lambda value: value if isinstance(value, str) else "")
def test_what_speaks_against_a_row_is_said_at_its_cell(store, changes, code, header):
    found = {(said.code, said.column) for said in judged(store, file(FIRST, {**SECOND, **changes}), person=STAFF_HA_TINH)}
    assert (code, header) in found


def test_an_indicator_of_which_less_is_better_has_steps(store):
    [code] = store.select("select min(indicator_id) as c from indicator_catalogue where direction = 'lower'").c
    by_share = {**SECOND, "ma_chi_tieu": code, "cach_cham": "ty_le", "cac_bac": ""}
    assert "share_of_less" in {said.code for said in judged(store, file(FIRST, by_share), person=STAFF_HA_TINH)}
    assert judged(store, file(FIRST, {**SECOND, "ma_chi_tieu": code}), person=STAFF_HA_TINH) == []


def test_the_province_brings_its_own_set_and_only_who_has_everything_that_of_the_central_government(store):
    own, central = file(FIRST, SECOND), file(*({**row, "nguon": "06/QĐ-TTg"} for row in (FIRST, SECOND)))
    for person, may in (
        (STAFF_HA_TINH, [True, False]),
        (STAFF_DUC_THO, [False, False]),
        (STAFF_DONG_NAI, [False, False]),
        (CLI, [True, True]),
    ):
        assert [
            "weights_forbidden" not in {said.code for said in judged(store, data, person=person)} for data in (own, central)
        ] == may
    taken_over = {
        **SET, "ma_bo_chi_so": "VD-DTI-2022", "ten_bo_chi_so": "", "thang_diem": "", "tu_ngay": "01/01/2022", "thu_tu": "1", "nhom_diem": "",
        "diem_toi_da": "99", "cach_cham": "",
    }  # fmt: skip
    assert "weights_forbidden" in {said.code for said in judged(store, file(taken_over), person=STAFF_HA_TINH)}, (
        "by a document of one's own"
    )


def test_an_untouched_template_changes_nothing(store):
    preview = inspect(store, register_template(store, "weights"), "bộ điểm.xlsx", CLI)
    kept = len(store.select("from index_weight"))
    assert (preview.form, preview.rows, preview.new_rows) == ("weights", kept, 0), [said.text() for said in preview.findings]


def test_a_new_set_is_seen_at_the_next_look_leaves_with_the_export_and_is_gone_once_it_is_taken_back(new_seed_store, tmp_path):
    store = new_seed_store()
    before = index_list(store, province_code="42")
    preview = inspect(store, file(FIRST, SECOND), "điểm.csv", STAFF_HA_TINH)
    assert (preview.form, preview.new_rows, preview.ready) == ("weights", 2, True)
    receipt = commit(store, file(FIRST, SECOND), "điểm.csv", STAFF_HA_TINH, seen=preview.seen)
    offered = index_list(store, province_code="42").where(index_id="HT-2023")
    assert offered and not before.where(index_id="HT-2023")
    asked = {"year": offered[0].year, "period": offered[0].period, "unit_id": "440"}
    [line, _] = index_sum(store, province_code="42", index_id="HT-2023", **asked)
    assert (line.indicator_id, float(line.points), offered[0].document) == ("CQ.26", 60, "525/KH-UBND")
    assert not index_list(store, province_code="75").where(index_id="HT-2023"), "a province is not scored by the set of another"
    list(export(store, tmp_path))
    sheet = CatalogueSheet(read((tmp_path / "import-9-weights.csv").read_bytes()), STAFF_HA_TINH)
    store.inside(sheet.stage)
    assert (sheet.new_rows, sheet.findings) == (0, [])
    assert store.inside(lambda cursor: (may_handle(cursor, receipt.upload_id, STAFF_HA_TINH), may_handle(cursor, receipt.upload_id, STAFF_DUC_THO))) == (True, False)  # fmt: skip
    taken = take_back(store, receipt.upload_id, STAFF_HA_TINH, "nhầm")
    assert (taken.kind, taken.rows) == ("weights", 2)
    assert [*index_list(store, province_code="42")] == [*before] and store.check() == []
