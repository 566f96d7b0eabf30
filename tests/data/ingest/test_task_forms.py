"""Tasks, states, money, links and remarks as files of staff: untouched templates, rights, findings, and the whole way in and out again."""

import pytest

from data.accounts.sign_in import CLI
from data.form_files import form_files
from data.ingest.importer import commit
from data.ingest.preview import UploadRejected
from data.ingest.rows.catalogues import CatalogueSheet
from data.ingest.table.forms import forms
from data.ingest.templates.catalogue_template import register_template
from data.ingest.undo import may_handle, take_back
from queries.reads import budget_list, newest_remark_list, remark_list, task_link_list, task_list, unit_remark_list
from tests.data.ingest.sample_files import STAFF_COMMUNE, STAFF_DUC_THO, STAFF_HA_TINH, judged, read

PLAN = "Kế hoạch năm 2023 (Đức Thọ)"
TASK = {
    "ma_nhiem_vu": "DT.90", "nguon": PLAN, "ma_don_vi": "440", "danh_muc": "Phụ lục thử", "so_tt": "1", "ten_nhiem_vu": "=1+1 Nhiệm vụ thử",
    "chu_tri": "Phòng Văn hóa", "nam_dau": "2024", "nam_cuoi": "2025", "so_tien": "1.500.000.000", "vi_tri": "Mục 1",
}  # fmt: skip
STATE = {"ma_nhiem_vu": "DT.90", "tinh_trang": "Đang thực hiện", "den_ngay": "30/06/2024", "nguon": PLAN, "vi_tri": "Mục 2"}
LINK = {"ma_nhiem_vu": "DT.90", "ma_chi_tieu": "CQ.06", "ly_do": "Nhiệm vụ nêu chính hồ sơ công việc điện tử."}
MONEY = {
    "nguon": PLAN, "dong": "900", "ma_don_vi": "440", "bang": "Phụ lục thử", "phan": "Phụ lục thử, dòng 1", "ma_nhiem_vu": "DT.90",
    "nam": "2024", "nguon_von": "địa phương", "kinh_phi_ghi": "", "so_tien": "Xã hội hoá", "vi_tri": "Mục 1",
}  # fmt: skip
REMARK = {
    "ma_nhan_xet": "DT.R90", "nguon": PLAN, "ma_don_vi": "", "loai_nhan_xet": "nguyên nhân", "nhom": "CQ", "ma_chi_tieu": "CQ.06",
    "noi_dung": "Chưa có kinh phí cho đường truyền.", "vi_tri": "Mục 3",
}  # fmt: skip
OWN = {"ma_don_vi": "440", "ma_chi_tieu": "CQ.06", "nam": "2024", "loai_y_kien": "nguyên nhân", "noi_dung": "Thiếu máy quét."}
OUTLOOK = {**OWN, "loai_y_kien": "khả năng đạt", "kha_nang": "khó", "noi_dung": ""}


def file(*rows):
    heading = list(dict.fromkeys(header for row in rows for header in row))
    return "\n".join(";".join(row.get(header, "") for header in heading) for row in ({h: h for h in heading}, *rows)).encode()


def brought(store, *rows, person=STAFF_DUC_THO, name="tep.csv"):
    return commit(store, file(*rows), name, person, seen=None, ticked=()).upload_id


def staged(store, data, person=CLI):
    """The sheet of a file, judged beside the store; nothing is rehearsed."""
    sheet = CatalogueSheet(read(data), person)
    store.inside(sheet.stage)
    return sheet


@pytest.mark.parametrize("name", ["tasks", "task_states"])
def test_an_untouched_template_of_the_form_changes_nothing(store, name):
    kept = store.select(f"select count(*) as n from {forms()[name].tables[0]}").n[0]
    table = read(register_template(store, name))
    sheet = CatalogueSheet(table, CLI)
    store.inside(sheet.stage)
    assert (table.form.name, len(table), sheet.new_rows) == (name, kept, 0)


CASES = [
        ({**TASK, "nguon": "99/KH-UBND", "ma_don_vi": "440"}, "document_not_registered", "nguon"),
        ({**TASK, "nguon": "525/KH-UBND", "ma_don_vi": "440"}, "document_not_theirs", "nguon"),
        ({**TASK, "ma_don_vi": "42"}, "territory_forbidden", "ma_don_vi"),
        ({**TASK, "cung_viec": "424.PL3.99"}, "task_unknown", "cung_viec"),
        ({**TASK, "cung_viec": "DT.90"}, "same_as_itself", "cung_viec"),
        ({**TASK, "nam_dau": "2026"}, "years_reversed", "nam_cuoi"),
        ({**TASK, "so_tien": "15.000 triệu"}, "money_unreadable", "so_tien"),
        ({**TASK, "so_tien": "-5.000.000"}, "money_negative", "so_tien"),
        ({**TASK, "so_tien": "5.000.000,5"}, "money_not_whole", "so_tien"),
        ({**TASK, "so_tien": "1.500"}, "money_small", "so_tien"),
        ({**TASK, "so_tien": "", "kinh_phi_ghi": "1.500 triệu"}, "money_left_out", "kinh_phi_ghi"),
        ({**MONEY, "ma_nhiem_vu": "", "so_tien": "2.000.000", "kinh_phi_ghi": "3", "don_vi_ghi": "triệu đồng"}, "money_differs", "so_tien"),
        ({**STATE, "ma_nhiem_vu": "424.PL3.3"}, "task_not_theirs", "ma_nhiem_vu"),
        ({**STATE, "ma_nhiem_vu": "DT.91"}, "task_unknown", "ma_nhiem_vu"),
        ({**STATE, "den_ngay": "30/06/2027"}, "day_in_future", "den_ngay"),
        ({**LINK, "ma_chi_tieu": "CQ.99"}, "indicator_unknown", "ma_chi_tieu"),
        ({**REMARK, "nhom": "ZZ"}, "pillar_unknown", "nhom"),
        ({**REMARK, "noi_dung": "x" * 1001}, "remark_long", "noi_dung"),
        ({**OWN, "noi_dung": "x" * 1001}, "remark_long", "noi_dung"),
        ({**OWN, "noi_dung": ""}, "remark_empty", "noi_dung"),
        ({**OWN, "ma_don_vi": "42"}, "territory_forbidden", "ma_don_vi"),
        ({**OWN, "kha_nang": "khó"}, "outlook_spare", "kha_nang"),
        ({**OUTLOOK, "kha_nang": ""}, "outlook_missing", "kha_nang"),
    ({**MONEY, "ma_nhiem_vu": ""}, "money_in_words", "so_tien"),
]  # fmt: skip


@pytest.mark.parametrize(("row", "code", "header"), CASES, ids=lambda value: value if isinstance(value, str) else "")
def test_what_speaks_against_a_row_is_said_at_its_cell(store, row, code, header):
    found = {(finding.code, finding.column) for finding in judged(store, file(row), person=STAFF_DUC_THO)}
    assert (code, header) in found


def test_the_whole_key_names_a_row_and_two_rows_of_one_key_are_refused(store):
    assert {finding.code for finding in judged(store, file(LINK, LINK))} >= {"key_twice"}
    assert "key_twice" not in {finding.code for finding in judged(store, file(LINK, {**LINK, "ma_chi_tieu": "CQ.07"}))}


def test_a_finished_task_that_is_unfinished_later_is_asked(store):
    row = {**STATE, "ma_nhiem_vu": "QII2022.6", "nguon": "525/KH-UBND"}
    assert "task_reopened" in {finding.code for finding in judged(store, file(row))}


@pytest.fixture(scope="module")
def used(new_seed_store):
    """A store into which a clerk of Đức Thọ brought one file of every form, and the numbers of the uploads."""
    store = new_seed_store()
    files = [(TASK,), (STATE,), (LINK,), (MONEY,), (REMARK,), (OWN, OUTLOOK)]
    return store, [brought(store, *rows) for rows in files]


def test_one_file_of_every_form_stands_where_leaders_look(used):
    store, _ = used
    [task] = task_list(store, unit_id="440").where(task_id="DT.90")
    assert (task.name, task.lead_agency, task.status, task.amount_vnd, task.late) == (
        "=1+1 Nhiệm vụ thử", "Phòng Văn hóa", "running", 1_500_000_000, True,
    )  # fmt: skip
    assert [row.indicator_id for row in task_link_list(store, unit_id="440").where(task_id="DT.90")] == ["CQ.06"]
    [cell] = budget_list(store, unit_id="440").where(task_id="DT.90")
    assert (cell.amount_vnd, cell.amount_as_written) == (None, "Xã hội hoá"), "words in a column of money stay words"
    assert remark_list(store, province_code="42", unit_id="440").where(remark_id="DT.R90")[0].kind == "cause"
    own = unit_remark_list(store, unit_id="440")
    assert {(row.kind, row.outlook, row.author, row.newest) for row in own} == {
        ("cause", None, "van-phong", True), ("outlook", "hard", "van-phong", True),
    }  # fmt: skip
    assert newest_remark_list(store, unit_id="440").where(indicator_id="CQ.06")[0].text == "Thiếu máy quét."
    assert store.select("select count(*) as n from remark where author = 'van-phong'").n[0] == 2 and store.check() == []


def test_nobody_else_takes_it_back_and_the_same_files_leave_again(used, tmp_path):
    store, uploads = used
    handles = store.inside(
        lambda cursor: [(may_handle(cursor, n, STAFF_DUC_THO), may_handle(cursor, n, STAFF_COMMUNE)) for n in uploads]
    )
    assert handles == [(True, False)] * len(uploads)
    assert store.inside(lambda cursor: may_handle(cursor, uploads[0], STAFF_HA_TINH))
    written = {path.name: path for path, _ in form_files(store, tmp_path)}
    assert [name for name in written if name[7] in "56789"] == [
        "import-5-tasks.csv", "import-6-task-states.csv", "import-7-task-links.csv", "import-8-budgets.csv", "import-9-remarks.csv",
        "import-9-unit-remarks.csv", "import-9-weights.csv",
    ]  # fmt: skip
    assert "'=1+1 Nhiệm vụ thử" in written["import-5-tasks.csv"].read_text(encoding="utf-8-sig"), "a formula leaves as text"
    for name, path in written.items():
        if name[7] in "56789":
            sheet = staged(store, path.read_bytes())
            assert (sheet.new_rows, [finding.code for finding in sheet.findings if finding.severity == "stop"]) == (0, []), name


def test_a_newer_remark_is_a_version_and_the_older_one_stays(new_seed_store):
    store = new_seed_store()
    for text in ("Thiếu người.", "Thiếu người.", "Đã đủ người."):
        brought(store, {**OWN, "noi_dung": text}, name=f"{text}.csv")
    versions = unit_remark_list(store, unit_id="440")
    assert [(row.text, row.newest) for row in versions] == [("Đã đủ người.", True), ("Thiếu người.", False)]
    take_back(store, versions[0].upload_id, STAFF_DUC_THO, "nhầm")
    assert [(row.text, row.newest) for row in unit_remark_list(store, unit_id="440")] == [("Thiếu người.", True)]


def test_taken_back_it_is_gone_the_last_one_first(new_seed_store):
    store = new_seed_store()
    first, second = brought(store, TASK), brought(store, STATE)
    with pytest.raises(UploadRejected) as rejected:
        take_back(store, first, STAFF_DUC_THO, "nhầm")
    assert rejected.value.reason == "check" and "Nhiệm vụ, tình trạng" in rejected.value.detail
    assert take_back(store, second, STAFF_DUC_THO, "nhầm").kind == "task_states"
    take_back(store, first, STAFF_DUC_THO, "nhầm")
    assert not task_list(store, unit_id="440").where(task_id="DT.90") and store.check() == []
