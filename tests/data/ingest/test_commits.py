"""Preview, commit, receipt, taking back: all or nothing, by those who may, and never over what others brought meanwhile."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from data.accounts.administration import create_account
from data.accounts.sign_in import CLI, Person
from data.ingest.importer import commit, inspect
from data.ingest.preview import UploadRejected
from data.ingest.undo import may_handle, take_back
from data.store_messages import upload_rejected
from data.vietnamese.dates import on_day
from queries.pieces import whole_of
from queries.reads import upload_content
from tests.data.ingest.sample_files import (
    REPORT,
    STAFF_DUC_THO,
    STAFF_HA_TINH,
    book,
    codes_and_places,
    corrections,
    cp1258,
    documents,
    figures,
    indicators,
    judged,
    lines,
    text,
    unresolved,
)  # fmt: skip

NEW = {"ket_qua": "69,3"}  # CQ.06, Tỉnh Hà Tĩnh, 2023: no result yet
CHANGED = {"nam": "2022", "nguon": "525/KH-UBND", "ket_qua": "46"}  # was 45, written 45%/ 40%/ 20%
SAME = {"nam": "2022", "nguon": "525/KH-UBND", "ket_qua": "45"}


def figure(store, year=2023, unit="42", level="province", indicator="CQ.06"):
    rows = store.select(
        "select actual, actual_as_written, target_as_written, status from target_vs_actual where indicator_id = $indicator "
        "and unit_id = $unit and level = $level and year = $year and period = 'N'",
        {"indicator": indicator, "unit": unit, "level": level, "year": year},
    )
    return tuple(None if value != value else value for value in rows.iloc[0]) if len(rows) else None


def everything(store):
    """All that people see: of each published view the number of rows and a hash over all of them."""
    views = ("target_vs_actual", "figure_claim", "indicator_catalogue", "document_register")
    each = [f"select count(*), md5(string_agg(one::varchar, chr(10) order by one::varchar)) from {view} one" for view in views]
    return store.inside(lambda cursor: cursor.execute(" union all ".join(each)).fetchall())


def counts(preview):
    return {row.change: row.rows for row in preview.counts}


def brought(store, data, person=CLI, **more):
    answers = corrections(store, data, person)
    return commit(store, data, "tep.csv", person, **{"seen": None, "reason": "đã kiểm tra", "answers": answers, **more})


def test_the_preview_says_what_the_commit_then_does_and_stores_nothing(own):
    before = everything(own)
    data = figures(NEW, CHANGED, SAME | {"cap": "huyen", "ket_qua": "40"}, {"nam": "2021"})
    answers = corrections(own, data)
    preview = inspect(own, data, "tep.csv", CLI, answers)
    assert everything(own) == before and own.data_version() == preview.data_version
    assert counts(preview) == {"new": 1, "changed": 1, "unchanged": 1}
    assert [(row.change, row.before_text, row.after_text, row.before_status, row.after_status) for row in preview.changes][
        :2
    ] == [
        ("changed", "45%/ 40%/ 20%", "46%", "near", "near"),
        ("new", None, "69,3%", "no_result", "near"),
    ]
    receipt = commit(own, data, "tep.csv", CLI, answers=answers, seen=preview.seen, reason="chép nhầm")
    assert (receipt.written, receipt.unchanged, counts(receipt.preview)) == (2, 1, counts(preview))
    assert figure(own)[0] == 69.3 and figure(own, 2022)[0] == 46 and figure(own, 2022, level="district")[0] == 40
    uploads = own.select(
        "select file_sha256, uploaded_by, row_count from upload where upload_id = $id", {"id": receipt.upload_id}
    )
    assert uploads.values.tolist() == [[hashlib.sha256(data).hexdigest(), "shell", 2]]
    assert whole_of(upload_content(own, upload_id=receipt.upload_id)) == data


@pytest.mark.parametrize(
    "again",
    [
        figures(NEW, CHANGED),
        figures(CHANGED, NEW),
        figures(NEW, CHANGED).decode().encode("utf-16"),
        cp1258(figures(NEW, CHANGED).decode()),
        text(lines(NEW, CHANGED), ";", "\r\n").encode("utf-8-sig"),
        book(lines(NEW | {"ket_qua": 69.3}, CHANGED | {"ket_qua": 46, "nam": 2022})),
        figures(NEW | {"ket_qua": "69,3%"}, CHANGED | {"ket_qua": "46,0"}),
        figures(NEW | {"don_vi": "TỈNH HÀ TĨNH", "ky": "Cả năm", "cap": "Tỉnh"}),
    ],
    ids=["same", "order", "utf-16", "windows-1258", "semicolons", "xlsx", "percent signs", "other words"],
)
def test_the_same_content_again_changes_nothing(taken_once, again):
    store, before, version = taken_once
    preview = inspect(store, again, "lai", CLI)
    assert preview.new_rows == 0 and set(counts(preview)) == {"unchanged"}
    receipt = commit(store, again, "lai", CLI, seen=preview.seen)
    assert receipt.upload_id is None and receipt.written == 0
    assert everything(store) == before and store.data_version() == version


@pytest.fixture(scope="module")
def taken_once(store_file, tmp_path_factory):
    import shutil

    from queries.store import Store
    from tests.data.ingest.sample_files import TODAY

    path = tmp_path_factory.mktemp("mot-lan") / "kho.duckdb"
    shutil.copy(store_file, path)
    store = Store.open(path)
    with on_day(TODAY):
        brought(store, figures(NEW, CHANGED))
    yield store, everything(store), store.data_version()
    store.close()


def test_a_blank_cell_says_nothing_and_a_cross_withdraws(own):
    before = figure(own, 2022)
    receipt = brought(own, figures({"nam": "2022", "nguon": "525/KH-UBND"}, NEW))
    assert receipt.written == 1 and figure(own, 2022) == before
    assert [finding.code for finding in receipt.preview.of("confirm")] == ["blank_over_value"]
    receipt = brought(own, figures({"nam": "2022", "nguon": "525/KH-UBND", "rut_lai": "x"}))
    assert counts(receipt.preview) == {"withdrawn": 1} and figure(own, 2022)[0] is None
    assert figure(own, 2022)[2] == before[2]  # the target, which another document set, stays


def test_of_rows_that_contradict_each_other_none_is_shown_as_what_would_be_written(store):
    preview = inspect(store, figures({"ket_qua": "69"}, {"ket_qua": "70"}, {"ket_qua": "71"}), "a.csv", CLI)
    assert [finding.code for finding in preview.of("ask")] == ["row_twice"]
    assert (preview.new_rows, len(preview.changes)) == (0, 0)


def test_what_is_unlikely_needs_a_reason_and_what_is_wrong_is_never_written(own):
    before, unlikely = everything(own), figures({"ket_qua": "4,5"})
    preview = inspect(own, unlikely, "tep.csv", CLI)
    assert preview.ready and [finding.code for finding in preview.of("confirm")] == ["factor_of_ten"]
    for data, reason, expected in (
        (unlikely, " ", "unconfirmed"),
        (figures(NEW, {"ket_qua": "trên 50%", "nam": "2021"}), "có", "not_ready"),
    ):
        with pytest.raises(UploadRejected) as refused:
            commit(own, data, "tep.csv", CLI, seen=None, reason=reason)
        assert refused.value.reason == expected and upload_rejected(expected)
    assert everything(own) == before
    assert commit(own, unlikely, "tep.csv", CLI, seen=preview.seen, reason="đo lại").written == 1


def test_an_overtaken_preview_is_refused_and_shown_afresh(own):
    mine = figures(NEW | {"nguon": REPORT})
    preview = inspect(own, mine, "toi.csv", CLI)
    brought(own, figures(NEW | {"ket_qua": "50", "nguon": REPORT}))
    with pytest.raises(UploadRejected) as refused:
        commit(own, mine, "toi.csv", CLI, seen=preview.seen)
    assert refused.value.reason == "overtaken" and figure(own)[0] == 50
    [change] = [row for row in refused.value.preview.changes if row.change == "changed"]
    assert (change.before_text, change.after_text) == ("50%", "69,3%")
    fresh = refused.value.preview
    assert commit(own, mine, "toi.csv", CLI, seen=fresh.seen, reason="đúng").written == 1 and figure(own)[0] == 69.3


# who may


def test_staff_of_a_district_bring_its_communes_and_nothing_of_the_province(own):
    rows = [
        {"don_vi": "440", "cap": "huyen", "ket_qua": "50"},
        {"don_vi": "18229", "cap": "xa", "ket_qua": "40"},
        {"don_vi": "42", "cap": "tinh", "ket_qua": "69"},
        {"don_vi": "439", "cap": "huyen", "ket_qua": "60"},
        {"don_vi": "18073", "cap": "xa", "ket_qua": "30"},
    ]
    assert unresolved(judged(own, figures(*({**row, "nguon": REPORT} for row in rows)), person=STAFF_DUC_THO)) == [
        ("territory_forbidden", (row,), "C") for row in (4, 5, 6)
    ]
    assert unresolved(judged(own, figures(*rows), person=STAFF_HA_TINH)) == []
    rows = [{**row, "nguon": REPORT} for row in rows]
    assert brought(own, figures(*rows[:2]), STAFF_DUC_THO).written == 2
    assert figure(own, unit="18229", level="commune")[0] == 40
    with pytest.raises(UploadRejected) as refused:
        commit(own, figures(*rows), "tep.csv", STAFF_DUC_THO, seen=None)
    assert refused.value.reason == "not_ready"


def test_a_reader_and_somebody_without_territory_bring_nothing(unwritten):
    reader = Person("doc", "Người đọc", "reader", ("42",), "oidc")
    with pytest.raises(UploadRejected) as refused:
        commit(unwritten, figures(NEW), "tep.csv", reader, seen=None)
    assert refused.value.reason == "no_right"
    nobody = replace(STAFF_DUC_THO, territories=())
    [finding] = judged(unwritten, figures(NEW), person=nobody)
    assert finding.code == "territory_forbidden" and "chưa được giao địa bàn nào" in finding.text()


def test_a_right_lost_between_preview_and_commit_is_lost_in_the_commit(own):
    create_account(own, ADMIN, name="nhan-vien", display_name="Nhân viên", role="staff", territories=["440"])
    mine = Person("nhan-vien", "Nhân viên", "staff", ("440",), "local")
    data = figures({"don_vi": "440", "cap": "huyen", "ket_qua": "50", "nguon": REPORT})
    preview = inspect(own, data, "tep.csv", mine)
    assert preview.ready
    with pytest.raises(UploadRejected) as refused:  # the one-time password was never changed: not a person who may write yet
        commit(own, data, "tep.csv", mine, seen=None)
    assert refused.value.reason == "no_right"
    stored = replace_account(own, "nhan-vien", one_time=False)
    assert stored and commit(own, data, "tep.csv", mine, seen=None).written == 1
    replace_account(own, "nhan-vien", territories="439")
    with pytest.raises(UploadRejected) as refused:
        commit(
            own,
            figures({"don_vi": "440", "cap": "huyen", "ket_qua": "51", "nguon": REPORT}),
            "tep.csv",
            mine,
            seen=None,
            reason="x",
        )
    assert refused.value.reason == "not_ready"
    assert [finding.code for finding in refused.value.preview.of("stop")] == ["territory_forbidden"]
    replace_account(own, "nhan-vien", territories="440", blocked=True)
    with pytest.raises(UploadRejected) as refused:
        commit(
            own,
            figures({"don_vi": "440", "cap": "huyen", "ket_qua": "51", "nguon": REPORT}),
            "tep.csv",
            mine,
            seen=None,
            reason="x",
        )
    assert refused.value.reason == "no_right"
    assert figure(own, unit="440", level="district")[0] == 50


ADMIN = Person("quan-tri", "Quản trị", "admin", ("*",), "shell")


def replace_account(store, name, **changed):
    from data.accounts.sign_in import carried
    from queries.accounts import account, write_account

    return store.write(lambda cursor: write_account(cursor, {**carried(account(cursor, name)), **changed}, changed_by="quan-tri"))


def test_catalogues_belong_to_those_who_have_everything(store):
    assert [finding.code for finding in judged(store, indicators({}), person=STAFF_HA_TINH)] == ["catalogue_forbidden"]
    assert unresolved(judged(store, documents({"ma_don_vi": "440"}), person=STAFF_DUC_THO)) == []
    assert unresolved(judged(store, documents({"ma_don_vi": "42"}), person=STAFF_DUC_THO)) == [("territory_forbidden", (2,), "F")]
    assert unresolved(judged(store, documents({"ma_don_vi": ""}), person=STAFF_DUC_THO)) == [("territory_forbidden", (2,), "F")]


# catalogues through the same door


def test_indicators_and_documents_are_new_changed_unchanged_or_refused(own):
    data = indicators({}, {"ma_chi_tieu": "CQ.06", **dict.fromkeys(("ten", "ten_ngan", "nhom", "don_vi_tinh", "chieu", "loai_so_lieu", "cac_cap", "dinh_nghia", "ngay_ra_soat", "hang"), "")})  # fmt: skip
    preview = inspect(own, data, "dm.csv", CLI)
    assert (preview.form, counts(preview), preview.findings) == ("indicators", {"new": 1, "unchanged": 1}, ())
    assert brought(own, data).written == 1
    assert own.select("select short_name from indicator_catalogue where indicator_id = 'CQ.90'")["short_name"].tolist() == [
        "Hồ sơ thử"
    ]
    assert commit(own, data, "dm.csv", CLI, seen=None).upload_id is None
    changed = indicators({"ten_ngan": "Tên mới", "chieu": "giam"})
    preview = inspect(own, changed, "dm.csv", CLI)
    assert counts(preview) == {"changed": 1} and [finding.code for finding in preview.findings] == ["definition_changes"]
    [line] = preview.changes
    assert (line.before_text, line.after_text) == ("Tên ngắn: Hồ sơ thử; Chiều: tang", "Tên ngắn: Tên mới; Chiều: giam")
    paper = documents({})
    assert counts(inspect(own, paper, "vb.csv", CLI)) == {"new": 1} and brought(own, paper).written == 1
    moved = documents({"ngay": "11/01/2024", "ngay_xep": "11/01/2024"})
    [line] = inspect(own, moved, "vb.csv", CLI).changes
    assert (line.before_text, line.after_text) == (
        "Ngày: 10/01/2024; Ngày xếp: 10/01/2024",
        "Ngày: 11/01/2024; Ngày xếp: 11/01/2024",
    )
    assert inspect(own, documents({"so_hieu": "90/BC-UBND", "loai": "", "ten": "", "ngay": ""}), "vb.csv", CLI).new_rows == 0


# taking back


def test_taking_back_restores_and_says_what_was_overtaken(own):
    before = figure(own), figure(own, 2022)
    first = brought(own, figures(NEW, CHANGED))
    second = brought(own, figures(NEW | {"ket_qua": "71"}))
    assert take_back(own, first.upload_id, CLI, "nhầm tệp") == (2, 1, 0, "figures")
    assert figure(own)[0] == 71 and figure(own, 2022) == before[1]
    assert take_back(own, second.upload_id, CLI, "nhầm tệp") == (1, 0, 0, "figures")
    assert (figure(own), figure(own, 2022)) == before
    undone = own.select("select upload_id, undone_by, reason from upload_undo order by upload_id").values.tolist()
    assert undone == [[first.upload_id, "shell", "nhầm tệp"], [second.upload_id, "shell", "nhầm tệp"]]


def test_what_a_later_file_states_as_well_stays_until_nobody_states_it_any_more(own):
    other = {"ma_chi_tieu": "HT.07", "ket_qua": "12"}
    before = figure(own), figure(own, 2022), figure(own, indicator="HT.07")
    wrong = brought(own, figures(NEW, CHANGED))
    right = brought(own, figures(NEW, CHANGED | {"ket_qua": "47"}))
    late = brought(own, figures(other, NEW))
    assert (right.written, right.unchanged, late.written, late.unchanged) == (1, 1, 1, 1)
    assert take_back(own, wrong.upload_id, CLI, "nhầm tệp") == (2, 1, 1, "figures")
    assert figure(own)[0] == 69.3 and figure(own, 2022)[0] == 47
    held = own.select(
        "select upload_id, row_number from current_claim where kind = 'result' and indicator_id = 'CQ.06' and year = 2023"
    )
    assert held.values.tolist() == [[right.upload_id, 2]], "now the second upload's own"
    assert take_back(own, right.upload_id, CLI, "nhầm nữa") == (2, 0, 1, "figures")
    assert figure(own)[0] == 69.3 and figure(own, 2022) == before[1]
    assert own.check() == []
    assert take_back(own, late.upload_id, CLI, "hết") == (2, 0, 0, "figures")
    assert (figure(own), figure(own, 2022), figure(own, indicator="HT.07")) == before
    assert own.check() == []


def test_what_cannot_be_taken_back_says_why_in_vietnamese(own):
    receipt = brought(own, figures(NEW))
    stranger = Person("khac", "Khác", "staff", ("75",), "oidc")
    attempts = [
        (1, CLI, "x", "seed"), (receipt.upload_id, CLI, "  ", "no_reason"), (99, CLI, "x", "unknown"),
        (receipt.upload_id, stranger, "x", "no_right"), (receipt.upload_id, STAFF_DUC_THO, "x", "no_right"),
    ]  # fmt: skip
    for upload, person, reason, expected in attempts:
        with pytest.raises(UploadRejected) as refused:
            take_back(own, upload, person, reason)
        assert refused.value.reason == expected
        assert upload_rejected(expected).endswith(".") and "{" not in upload_rejected(expected)
    assert figure(own)[0] == 69.3
    take_back(own, receipt.upload_id, CLI, "nhầm")
    with pytest.raises(UploadRejected) as refused:
        take_back(own, receipt.upload_id, CLI, "lần nữa")
    assert refused.value.reason == "unknown"


def test_only_those_who_may_bring_all_of_an_upload_see_its_file_and_take_it_back(own):
    figures_of_province, catalogue = brought(own, figures(NEW)), brought(own, indicators({}))
    everywhere = Person("toan-tinh", "Toàn tỉnh", "staff", ("*",), "local")
    reader = Person("xem", "Người xem", "reader", ("*",), "local")

    def may(person, receipt):
        return own.inside(lambda cursor: may_handle(cursor, receipt.upload_id, person))

    assert not may(STAFF_HA_TINH, figures_of_province), "its uploader was in charge of more"
    assert may(everywhere, figures_of_province) and not may(STAFF_DUC_THO, figures_of_province)
    assert not may(STAFF_HA_TINH, catalogue) and may(everywhere, catalogue) and may(CLI, catalogue)
    assert not may(reader, figures_of_province) and not may(reader, catalogue)


def test_a_sentence_calls_columns_as_the_file_heads_them(store):
    row = "CQ.06;tinh;42;2023;N;trên 50%;BC 12\n"
    for heads, sentence in (
        ("Mã chỉ tiêu;Cấp;Đơn vị;Năm;Kỳ;Kết quả;Nguồn\n", "cột Kết quả (F2): “trên 50%” chỉ nói chừng (trên), không phải con số chính xác. Ghi 50 vào ô này và ghi trên vào cột Định tính."),
        ("ma_chi_tieu;cap;don_vi;nam;ky;ket_qua;nguon\n", "cột ket_qua (F2): “trên 50%” chỉ nói chừng (trên), không phải con số chính xác. Ghi 50 vào ô này và ghi trên vào cột dinh_tinh."),
    ):  # fmt: skip
        preview = inspect(store, (heads + row).encode(), "x.csv", CLI)
        assert [finding.text() for finding in preview.of("stop")] == [f"Dòng 2, {sentence}"]


def test_a_document_named_with_words_before_its_number_is_that_document(store):
    plain, named = (
        inspect(store, figures({"nguon": document, "ket_qua": "5"}), "x.csv", CLI)
        for document in ("525/KH-UBND", "Kế hoạch số 525/KH-UBND")
    )
    assert [tuple(row) for row in named.changes] == [tuple(row) for row in plain.changes] != []
    assert [finding.text() for finding in named.findings] == [finding.text() for finding in plain.findings]


def test_rows_that_nobody_filled_in_and_rows_that_change_nothing_are_not_judged_by_whose_they_are(store):
    blank = {"don_vi": "441", "cap": "huyen", "ket_qua": ""}
    mixed = inspect(
        store, figures({"don_vi": "440", "cap": "huyen", "ket_qua": "5", "nguon": REPORT}, blank), "x.csv", STAFF_DUC_THO
    )
    assert unresolved(mixed.findings) == [] and "blank_form_rows" in {finding.code for finding in mixed.findings}
    unchanged = {"so_hieu": "525/KH-UBND", "loai": "", "ten": "", "ngay": "", "ma_don_vi": ""}
    assert unresolved(inspect(store, documents(unchanged), "vb.csv", STAFF_DUC_THO).findings) == []
    changed = inspect(store, documents(unchanged | {"ten": "Tên khác"}), "vb.csv", STAFF_DUC_THO)
    assert [code for code, *_ in unresolved(changed.findings)] == ["territory_forbidden"]


def test_an_indicator_that_a_later_catalogue_states_as_well_stays(own):
    codes = "select indicator_id, short_name from indicator_catalogue where indicator_id in ('CQ.90', 'CQ.91') order by 1"
    wrong = brought(own, indicators({}, {"ma_chi_tieu": "CQ.91", "ten_ngan": "Sai"}))
    right = brought(own, indicators({}, {"ma_chi_tieu": "CQ.91", "ten_ngan": "Đúng"}))
    assert (right.written, right.unchanged) == (1, 1)
    take_back(own, wrong.upload_id, CLI, "nhầm")
    assert own.select(codes).values.tolist()[1] == ["CQ.91", "Đúng"] and len(own.select(codes)) == 2
    take_back(own, right.upload_id, CLI, "nhầm")
    assert own.select(codes).empty and own.check() == []


def test_an_indicator_that_later_figures_rest_on_stays(own):
    catalogue = brought(own, indicators({}))
    figures_of_it = brought(own, figures({"ma_chi_tieu": "CQ.90", "ket_qua": "5"}))
    with pytest.raises(UploadRejected) as refused:
        take_back(own, catalogue.upload_id, CLI, "nhầm")
    assert refused.value.reason == "check"
    assert upload_rejected("check", refused.value.detail) == (
        "Không ghi được vì kho sẽ có dòng sai: Số liệu mang mã chỉ tiêu không có trong danh mục, đơn vị không có, hoặc sai tỉnh của đơn vị (1 dòng). Chưa thay đổi gì."
    )
    take_back(own, figures_of_it.upload_id, CLI, "nhầm")
    assert take_back(own, catalogue.upload_id, CLI, "nhầm") == (1, 0, 0, "indicators")
    assert codes_and_places(judged(own, figures({"ma_chi_tieu": "CQ.90", "ket_qua": "5"}))) == [("indicator_unknown", (2,), "A")]


def test_staff_may_not_take_a_catalogue_back(own):
    catalogue = brought(own, indicators({}))
    with pytest.raises(UploadRejected) as refused:
        take_back(own, catalogue.upload_id, STAFF_HA_TINH, "nhầm")
    assert refused.value.reason == "no_right"


def last(preview):
    return [(row.last_value, row.last_period, row.last_year, row.last_change) for row in preview.changes if row.kind == "result"]


def test_the_preview_sets_each_result_beside_the_last_one_of_the_same_figure(store):
    rows = ({"ket_qua": "69,3"}, {"nam": "2024", "ky": "Q2", "ket_qua": "70"}, {"nam": "2024", "ky": "Q3", "ket_qua": "72,5"})
    told = {(row.year, row.period): row for row in inspect(store, figures(*rows), "tep.csv", CLI).changes}
    year, first, second = told[2023, "N"], told[2024, "Q2"], told[2024, "Q3"]
    assert (year.last_value, year.last_period, year.last_year, year.last_change) == (45, "N", 2022, pytest.approx(24.3))
    assert (second.last_value, second.last_period, second.last_year, second.last_change) == (
        70,
        "Q2",
        2024,
        2.5,
    )  # of this very file
    assert (first.last_value, first.last_period, first.last_year) == (69.3, "N", 2023)


def test_a_target_and_a_figure_without_an_earlier_result_have_no_last_one(store):
    target = {"nam": "2027", "chi_tieu": "90"}
    assert last(inspect(store, figures(target), "tep.csv", CLI)) == []
    assert last(inspect(store, figures({"nam": "2019", "ket_qua": "9"}), "tep.csv", CLI)) == [(None, None, None, None)]
