"""Nobody speaks for another: figures, withdrawals, taking back and the register of documents, by people of five territories."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

import pytest

from data.accounts.sign_in import CLI, Person
from data.ingest.findings.finding import Finding
from data.ingest.importer import commit, inspect
from data.ingest.preview import UploadRejected
from data.ingest.undo import may_handle, take_back
from data.store_messages import upload_rejected
from data.vietnamese.dates import on_day
from queries.derived_marks import DEFINED_BY
from queries.schema import VIEWS
from queries.store import Store
from tests.data.ingest.sample_files import (
    STAFF_COMMUNE,
    STAFF_DONG_NAI,
    STAFF_DUC_THO,
    STAFF_HA_TINH,
    TODAY,
    corrections,
    documents,
    unresolved,
)
from tests.data.ingest.test_commits import everything

HEAD = "Mã chỉ tiêu;Cấp;Đơn vị;Năm;Kỳ;Mục tiêu;Kết quả;Nguồn;Vị trí"
STAFF_CITY = Person("thanh-pho", "Cán bộ thành phố", "staff", ("436",), "oidc")  # the district of commune 18073 until July 2025
OWN = "Báo cáo Quý III/2026"
SPELLINGS = (
    "525/kh-ubnd", "525/KH–UBND", "525/KH−UBND", "５25/KH-UBND", " 525 / KH - UBND", "0525/KH-UBND", "525/КН-UВND", "525/KH-UBΝD", "525_KH_UBND",
)  # fmt: skip


def csv(*rows: str) -> bytes:
    return "\n".join([HEAD, *rows]).encode()


def row(year: int = 2023, target: str = "", result: str = "", source: str = OWN, place: str = "", unit: str = "18073", period: str = "N", level: str = "xa") -> bytes:  # fmt: skip
    return csv(f"CQ.06;{level};{unit};{year};{period};{target};{result};{source};{place}")


def brought(store: Store, data: bytes, person: Person = STAFF_COMMUNE, answers: dict[str, str] | None = None) -> int:
    receipt = commit(store, data, "tep.csv", person, seen=None, reason="đã kiểm tra", answers=answers)
    assert receipt.upload_id is not None, [finding.text() for finding in receipt.preview.findings]
    return receipt.upload_id


def judged(store: Store, year: int, period: str = "N", unit: str = "18073") -> list[tuple[object, ...]]:
    """What the published view says of the commune's CQ.06: target, its document and who states it, result and who states it, status."""
    question = (
        "select target_low, target_document, target_self_stated, actual, actual_document, actual_self_stated, status from target_vs_actual "
        "where indicator_id = 'CQ.06' and level = 'commune' and unit_id like $unit || '%' and year = $year and period = $period"
    )
    asked = {"unit": unit, "year": year, "period": period}
    return store.inside(lambda cursor: cursor.execute(question, asked).fetchall())


def claims(store: Store, kind: str = "target", year: int = 2023) -> list[tuple[object, ...]]:
    """Every claim of the commune's CQ.06 that the published view tells: document, low, chosen, standing, self_stated."""
    found = store.select(
        "select document, low, chosen, standing, self_stated from figure_claim where indicator_id = 'CQ.06' and level = 'commune' "
        "and unit_id like '18073%' and kind = $kind and year = $year order by upload_id, low",
        {"kind": kind, "year": year},
    )
    return [tuple(line) for line in found.values.tolist()]


def stopped(store: Store, data: bytes, person: Person, *codes: str) -> list[Finding]:
    """The file is stopped by exactly these findings, in the preview and at the commit, and the store stays as it was; the findings."""
    before = everything(store)
    preview = inspect(store, data, "tep.csv", person)
    assert [finding.code for finding in preview.of("stop")] == list(codes), [finding.text() for finding in preview.findings]
    with pytest.raises(UploadRejected) as refused:
        commit(store, data, "tep.csv", person, seen=None, reason="cứ ghi")
    assert refused.value.reason == "not_ready" and everything(store) == before
    return preview.of("stop")


def stopped_row_by_row(store: Store, data: bytes, person: Person, code: str) -> list[Finding]:
    """The file is stopped as ``stopped`` says, by this finding at each of its rows; the findings."""
    rows = data.decode().count("\n")
    found = stopped(store, data, person, *[code] * rows)
    assert [list(finding.rows) for finding in found] == [[number] for number in range(2, rows + 2)]
    return found


def targets(spellings: Iterable[str], target: str) -> bytes:
    """A target of the commune for each year from 2024 on, each of a document that is spelled in another way."""
    return csv(*(f"CQ.06;xa;18073;{year};N;{target};;{spelled};" for year, spelled in enumerate(spellings, 2024)))


def known_in_every_spelling(store: Store, spellings: Sequence[str], codes: set[str]) -> None:
    """The commune registers a document in none of these spellings: each is stopped by one of ``codes``."""
    found = register_each(store, STAFF_COMMUNE, *({"so_hieu": spelled} for spelled in spellings))
    for number, spelled in enumerate(spellings, 2):
        assert codes & {code for code, rows, _ in found if number in rows}, spelled


# whose document it is


@pytest.mark.parametrize(
    ("person", "years"),
    [
        (STAFF_COMMUNE, (2023, 2025, 2026)),
        (STAFF_CITY, (2023,)),  # then the level has ended
        (Person("hai-cap", "Cán bộ", "staff", ("436", "18073"), "oidc"), (2025, 2026)),
    ],
    ids=["commune", "district", "both"],
)
def test_a_commune_cannot_speak_for_the_plan_of_the_province(unwritten, person, years):
    said = [(year, *what) for year in years for what in (("N", "10%", ""), ("9T", "", "10%"))]
    data = csv(
        *(
            f"CQ.06;xa;18073;{year};{period};{target};{result};525/KH-UBND;Phần II, trang 4"
            for year, period, target, result in said
        )
    )
    for finding in stopped_row_by_row(unwritten, data, person, "document_foreign"):
        assert "525/KH-UBND là văn bản của Tỉnh Hà Tĩnh" in finding.text() and "Ghi báo cáo của chính đơn vị" in finding.text()


def test_a_document_is_the_same_however_it_is_typed(own):
    stopped_row_by_row(own, targets(SPELLINGS, "10%"), STAFF_COMMUNE, "document_foreign")
    brought(own, targets(SPELLINGS, "55%"), STAFF_HA_TINH)
    for year, _ in enumerate(SPELLINGS, 2024):
        assert claims(own, year=year) == [("525/KH-UBND", 55, True, "current", False)]


def test_staff_of_another_province_can_neither_write_the_unit_nor_cite_the_document(own):
    stopped(own, row(2026, "10%", "", "525/KH-UBND"), STAFF_DONG_NAI, "territory_forbidden")
    theirs = row(2023, "10%", "", "525/KH-UBND", unit="75", level="tinh")
    stopped(own, theirs, STAFF_DONG_NAI, "document_foreign")
    assert brought(own, row(2023, "10%", "", "53/KH-UBND", unit="75", level="tinh"), STAFF_DONG_NAI)


def test_the_province_and_administrators_bring_what_its_plan_says(own):
    first = row(2026, "45%", "", "525/KH-UBND", "Phần II")
    assert brought(own, first, STAFF_HA_TINH) and judged(own, 2026)[0][:3] == (45, "525/KH-UBND", False)
    assert brought(own, row(2025, "44%", "", "525/KH-UBND"), CLI) and judged(own, 2025)[0][2] is False


def test_what_the_central_government_issued_is_cited_by_the_province_only(own):
    [finding] = stopped(own, row(2026, "", "10%", "06/QĐ-TTg", period="9T"), STAFF_COMMUNE, "document_foreign")
    assert "văn bản của trung ương" in finding.text()
    assert brought(own, row(2026, "", "10%", "06/QĐ-TTg", period="9T"), STAFF_HA_TINH)


def test_a_row_that_only_repeats_the_store_is_not_stopped_and_never_becomes_the_commune_s_word(own):
    says = row(2026, "45%", "", "525/KH-UBND", "Phần II")
    first = brought(own, says, STAFF_HA_TINH)
    both = csv("CQ.06;xa;18073;2026;N;45%;;525/KH-UBND;Phần II", "CQ.06;xa;18073;2025;N;;30%;" + OWN + ";")
    brought(own, both)
    take_back(own, first, STAFF_HA_TINH, "nhầm")
    assert judged(own, 2026) == [] and own.check() == []


# a unit's own word


def test_an_own_target_stands_beside_the_one_that_the_province_set(own):
    preview = inspect(own, row(2023, "10%"), "tep.csv", STAFF_COMMUNE)
    assert preview.ready and [finding.text() for finding in preview.findings if finding.code == "stands_beside"] == [
        "Dòng 2, cột Mục tiêu (F2): 10% sẽ đứng bên cạnh mục tiêu 40% của 525/KH-UBND, không thay; màn hình ghi “đơn vị tự nêu”."
    ]
    assert "target_lowered" not in [finding.code for finding in preview.findings]
    number = brought(own, row(2023, "10%"))
    assert judged(own, 2023) == [(40, "525/KH-UBND", False, None, None, None, "no_result")]
    assert claims(own) == [(OWN, 10, False, "beside", True)]
    brought(own, row(2023, "", "12%"))
    assert judged(own, 2023) == [(40, "525/KH-UBND", False, 12, OWN, True, "missed")]
    take_back(own, number, STAFF_COMMUNE, "thôi")
    assert judged(own, 2023) == [(40, "525/KH-UBND", False, 12, OWN, True, "missed")] and own.check() == []


@pytest.mark.parametrize("year", [2025, 2026])
def test_for_a_year_without_a_target_of_the_province_the_own_one_counts_and_is_marked(own, year):
    brought(own, row(year, "10%"))
    assert judged(own, year)[0][:3] == (10, OWN, True)
    brought(own, row(year, "50%", "", "525/KH-UBND"), STAFF_HA_TINH)
    assert judged(own, year)[0][:3] == (50, "525/KH-UBND", False)
    assert sorted(claims(own, year=year)) == [("525/KH-UBND", 50, True, "current", False), (OWN, 10, False, "beside", True)]


def test_an_own_target_for_a_part_of_the_year_does_not_judge_where_the_province_set_one_for_the_year(own):
    brought(own, row(2023, "10%", "12%", period="Q3"))
    assert judged(own, 2023, "Q3") == [(None, None, None, 12, OWN, True, "no_target")]
    in_force = own.select(
        "select required, status from figure_in_force where unit_id = '18073' and year = 2023 and period = 'Q3'"
    )
    assert in_force["required"].tolist() == [40] and claims(own) == [(OWN, 10, False, "beside", True)]
    alone = inspect(own, row(2023, "10%", period="Q2"), "tep.csv", STAFF_COMMUNE)
    assert [finding.args["before"] for finding in alone.of("note") if finding.code == "stands_beside"] == ["40%"]
    brought(own, row(2023, "10%", period="Q2"))
    assert judged(own, 2023, "Q2") == [], "a target that only stands beside makes no row of its own"


def test_an_own_target_of_an_earlier_year_leaves_the_province_s_in_force(own):
    brought(own, csv(f"CQ.06;xa;18073;2024;N;10%;;{OWN};", f"CQ.06;xa;18073;2025;Q1;;30%;{OWN};"))
    required = "select required, target_year, target_self_stated from figure_in_force where unit_id = '18073' and indicator_id = 'CQ.06' and year = $year"
    assert own.select(required, {"year": 2024}).values.tolist() == [[10, 2024, True]]
    assert own.select(required, {"year": 2025}).values.tolist() == [[40, 2023, False]]


def test_an_own_result_counts_where_nobody_else_speaks_and_stands_beside_where_somebody_does(own):
    brought(own, row(2023, "", "60%"))
    assert judged(own, 2023) == [(40, "525/KH-UBND", False, 60, OWN, True, "met")]
    brought(own, row(2023, "", "35%", "BC 7/BC-STTTT"), STAFF_HA_TINH)
    assert judged(own, 2023) == [(40, "525/KH-UBND", False, 35, "BC 7/BC-STTTT", False, "missed")]
    with on_day(date(2026, 11, 20)):  # a newer file does not take the place
        brought(own, row(2023, "", "61%", "Báo cáo năm 2023"))
    assert judged(own, 2023)[0][3:6] == (35, "BC 7/BC-STTTT", False)
    assert [claim[3:] for claim in claims(own, "result")] == [("beside", True), ("current", False), ("beside", True)]


def test_an_own_report_under_the_name_that_the_province_used_replaces_nothing(own):
    brought(own, row(2023, "", "35%"), STAFF_HA_TINH)
    preview = inspect(own, row(2023, "", "61%"), "tep.csv", STAFF_COMMUNE)
    assert [change.change for change in preview.changes] == ["beside"]
    brought(own, row(2023, "", "61%"))
    assert judged(own, 2023)[0][3:6] == (35, OWN, False) and len(claims(own, "result")) == 2
    brought(own, row(2023, "", "36%"), STAFF_HA_TINH)  # who is in charge corrects what was said under that name
    assert claims(own, "result") == [(OWN, 36, True, "current", False)]


def test_what_the_province_says_as_well_is_its_word(own):
    first = brought(own, row(2023, "", "35%"))
    second = brought(own, row(2023, "", "35%"), STAFF_HA_TINH)
    assert claims(own, "result") == [(OWN, 35, True, "current", False)]
    take_back(own, second, STAFF_HA_TINH, "nhầm")
    assert claims(own, "result") == [(OWN, 35, True, "current", True)]
    take_back(own, first, STAFF_COMMUNE, "nhầm")
    assert claims(own, "result") == [] and own.check() == []


def test_a_store_from_before_this_was_kept_opens_and_its_uploads_count_as_the_province_s(own, tmp_path):
    brought(own, row(2023, "", "35%"))
    path = own.path
    own.close()
    import duckdb

    with duckdb.connect(path) as old:
        old.execute("alter table upload drop column territories")
        old.execute(f"comment on view {VIEWS[-1]} is 'those of an earlier version'")
        for table in DEFINED_BY:  # which it did not keep either
            old.execute(f"comment on table {table} is null")
    opened = Store.open(path)
    assert opened.select("select distinct territories from upload")["territories"].isna().all()
    assert claims(opened, "result") == [(OWN, 35, True, "current", False)] and opened.check() == []
    brought(opened, row(2023, "", "61%", "Báo cáo năm 2023"))
    assert judged(opened, 2023)[0][3:6] == (35, OWN, False)
    opened.close()


def test_each_upload_keeps_what_its_uploader_was_in_charge_of(own):
    numbers = [
        brought(own, row(2026, "", f"{value}%", f"BC {value}", period="9T"), person)
        for value, person in ((31, STAFF_COMMUNE), (32, STAFF_HA_TINH), (33, CLI))
    ]
    kept = own.select("select upload_id, territories from upload order by upload_id").values.tolist()
    assert kept == [[1, "*"], *([number, reach] for number, reach in zip(numbers, ("18073", "42", "*"), strict=True))]


# one document, several spellings


def test_three_spellings_of_one_own_report_are_one_document(own):
    spelled = ("Báo cáo Quý III/2026", "báo cáo quý III/2026", "Báo  cáo  Quý III/2026")
    data = csv(*(f"CQ.06;xa;18073;2026;9T;;{value};{name};" for value, name in zip(("69,3", "70", "71"), spelled, strict=True)))
    preview = inspect(own, data, "tep.csv", STAFF_COMMUNE)
    [finding] = preview.of("ask")
    assert finding.code == "row_twice" and "Dòng 2 và 3 và 4" in finding.text() and "69,3% và 70% và 71%" in finding.text()
    unknown = [finding for finding in preview.findings if finding.code == "document_unknown"]
    assert [(finding.severity, list(finding.rows)) for finding in unknown] == [("note", [2, 3, 4])], "said once"
    brought(own, row(2026, "", "69,3", spelled[0], period="9T"))
    preview = inspect(own, row(2026, "", "70", spelled[1], period="9T"), "tep.csv", STAFF_COMMUNE)
    assert [(change.change, change.document) for change in preview.changes] == [("changed", spelled[0])]


def test_the_plan_with_its_day_or_a_blank_in_its_numeral_is_the_plan(unwritten):
    typed = (
        "52 5/KH-UBND", "525/KH-UBND ngày 29/12/2022", "525/KH-UBND ngày 29 tháng 12 năm 2022", "525/KH-UBNDtỉnh", "525/KH-UBND của UBND tỉnh Hà Tĩnh",
    )  # fmt: skip
    stopped_row_by_row(unwritten, targets(typed, "10%"), STAFF_COMMUNE, "document_foreign")
    known_in_every_spelling(unwritten, typed, {"document_known", "territory_forbidden"})


def test_words_before_the_number_of_the_plan_do_not_make_it_another_document(own):
    typed = (
        "Kế hoạch số 525/KH-UBND", "KH số 525/KH-UBND", "Kế hoạch 525/KH-UBND ngày 29/12/2022", "số: 525/KH-UBND", "Theo Kế hoạch số 525/KH-UBND",
        "Kế hoạch của UBND tỉnh Hà Tĩnh số 525/KH-UBND", "KẾ HOẠCH SỐ 525/KH–UBND của UBND tỉnh", "Quyết định số 525/KH-UBND", "“525/KH-UBND”",
    )  # fmt: skip
    stopped_row_by_row(own, targets(typed, "10%"), STAFF_COMMUNE, "document_foreign")
    known_in_every_spelling(own, typed, {"document_known", "territory_forbidden"})
    brought(own, targets(typed, "55%"), STAFF_HA_TINH)
    for year, _ in enumerate(typed, 2024):
        assert claims(own, year=year) == [("525/KH-UBND", 55, True, "current", False)]


def test_reports_without_a_number_are_not_one_because_their_words_end_alike(store):
    assert not register(store, STAFF_HA_TINH, so_hieu="Kế hoạch 6 tháng 2026", ma_don_vi="42")
    preview = inspect(store, row(2026, "", "70", "Báo cáo 6 tháng 2026", period="6T"), "tep.csv", STAFF_COMMUNE)
    assert "Kế hoạch 6 tháng 2026" not in {change.document for change in preview.changes}


def test_letters_that_are_not_vietnamese_are_refused_in_a_number(unwritten):
    typed = ("Ƽ25/KH-UBND", "525/КХ-УБНД", "525/KН-ՍBND", "525/KH-UᏴND", "٥25/KH-UBND")
    stopped_row_by_row(unwritten, targets(typed, "10%"), STAFF_COMMUNE, "document_letters")
    known_in_every_spelling(unwritten, typed, {"document_letters"})


def test_roman_and_arabic_numerals_of_a_quarter_are_one_report(own):
    brought(own, row(2026, "", "69,3", "Báo cáo Quý III/2026", period="9T"))
    for typed in ("Báo cáo QUÝ 3/2026", "báo cáo quý 03/2026"):
        preview = inspect(own, row(2026, "", "70", typed, period="9T"), "tep.csv", STAFF_COMMUNE)
        assert [(change.change, change.document) for change in preview.changes] == [("changed", "Báo cáo Quý III/2026")]
    other = inspect(own, row(2026, "", "70", "Báo cáo Quý 2/2026", period="9T"), "tep.csv", STAFF_COMMUNE)
    assert [change.document for change in other.changes] == ["Báo cáo Quý 2/2026"]


def test_another_document_stays_another(store):
    typed = (
        "525/KH-UBND (UBND tỉnh)", "525/KH-UBND (Phường Trần Phú)", "525/KH-UBND-VX", "25/KH-UBND tỉnh", "Đề án 5/ĐA-UBND", "Báo cáo thực hiện Kế hoạch 525/KH-UBND",
    )  # fmt: skip
    preview = inspect(store, targets(typed, "10%"), "tep.csv", STAFF_COMMUNE)
    assert preview.rows == len(typed) and not {finding.code for finding in preview.findings} & {
        "document_foreign",
        "document_letters",
    }


def test_another_quarter_is_not_taken_for_a_misprint(store):
    preview = inspect(store, row(2022, "", "30%", "Báo cáo Quý III/2022", period="Q3"), "tep.csv", STAFF_HA_TINH)
    assert "document_near" not in {finding.code for finding in preview.findings}
    assert not any("Có phải" in finding.text() for finding in preview.findings)


# a second number at one place of a document


def second(value: str = "20%") -> bytes:
    return csv(f"CQ.06;tinh;42;2023;N;{value};;525/KH-UBND;Phần II.II.2.b")


def test_a_second_number_at_the_place_of_a_document_is_asked_with_both_shown(unwritten):
    preview = inspect(unwritten, second(), "tep.csv", STAFF_HA_TINH)
    [finding] = preview.of("ask")
    assert finding.text() == (
        "Dòng 2, cột Mục tiêu (F2): tệp ghi 20%, kho đang có 70%/60%/40% ở đúng chỗ này của 525/KH-UBND (Phần II.II.2.b). "
        "Mở văn bản xem số nào đúng."
    )
    question = finding.question
    assert question is not None and question.key == "second_number:2:chi_tieu"
    assert question.text == "CQ.06, Tỉnh Hà Tĩnh, mục tiêu (dòng 2): số nào đúng như 525/KH-UBND, Phần II.II.2.b?"
    assert list(question.options.values()) == ["giữ 70%/60%/40% như đã lưu", "sửa thành 20%: số đã lưu bị chép nhầm"]
    with pytest.raises(UploadRejected) as refused:
        commit(unwritten, second(), "tep.csv", STAFF_HA_TINH, seen=None, reason="cứ ghi")
    assert refused.value.reason == "not_ready"


def test_the_stored_number_is_kept_or_corrected_with_a_reason(own):
    before, key = everything(own), "second_number:2:chi_tieu"
    kept = inspect(own, second(), "tep.csv", STAFF_HA_TINH, {key: "keep"})
    assert kept.ready and kept.new_rows == 0 and not kept.of("confirm")
    assert commit(own, second(), "tep.csv", STAFF_HA_TINH, seen=None, answers={key: "keep"}).upload_id is None
    with pytest.raises(UploadRejected) as refused:
        commit(own, second(), "tep.csv", STAFF_HA_TINH, seen=None, answers={key: "correct"})
    assert refused.value.reason == "unconfirmed" and everything(own) == before
    number = brought(own, second(), STAFF_HA_TINH, {key: "correct"})
    low = "select target_low from target_vs_actual where indicator_id = 'CQ.06' and unit_id = '42' and level = 'province' and year = 2023"
    assert own.select(low)["target_low"].tolist() == [20]
    take_back(own, number, STAFF_HA_TINH, "nhầm")
    assert everything(own) == before


def test_many_second_numbers_are_asked_once_for_a_document_and_other_rows_go_in(store):
    rows = [
        f"CQ.06;{level};42;2023;N;{value}%;;525/KH-UBND;Phần II.II.2.b"
        for level, value in (("tinh", 71), ("huyen", 61), ("xa", 41))
    ]
    rows += ["CQ.06;tinh;42;2022;N;;46%;525/KH-UBND;Phần I.I", "CQ.06;tinh;42;2024;N;;80%;525/KH-UBND;Phần X"]
    asked = {
        finding.question.key for finding in inspect(store, csv(*rows), "tep.csv", STAFF_HA_TINH).of("ask") if finding.question
    }
    assert asked == {"second_number:525/KH-UBND"}
    kept = inspect(store, csv(*rows), "tep.csv", STAFF_HA_TINH, {key: "keep" for key in asked})
    assert kept.ready and kept.new_rows == 1 and [change.year for change in kept.changes] == [2024]
    corrected = inspect(store, csv(*rows), "tep.csv", STAFF_HA_TINH, corrections(store, csv(*rows), STAFF_HA_TINH))
    assert corrected.ready and corrected.new_rows == 5


def test_the_unit_whose_document_it_is_corrects_what_was_copied_wrongly(own):
    plan = own.select(
        "select * from figure_claim where document = 'Kế hoạch năm 2023 (Đức Thọ)' and kind = 'target' and low is not null limit 1"
    ).iloc[0]
    level = {"district": "huyen", "commune": "xa", "all": "chung"}[plan["level"]]
    data = csv(f"{plan['indicator_id']};{level};440;{plan['year']};N;{plan['low'] - 1:g};;{plan['document']};{plan['locator']}")
    answers = corrections(own, data, STAFF_DUC_THO)
    assert answers
    brought(own, data, STAFF_DUC_THO, answers)
    now = own.select(
        "select low, chosen, self_stated from figure_claim where document = $document and kind = 'target' and indicator_id = $id and level = $level and year = $year",
        {"document": plan["document"], "id": plan["indicator_id"], "level": plan["level"], "year": int(plan["year"])},
    )
    assert now.values.tolist() == [[plan["low"] - 1, True, True]]


REGISTERED = {"so_hieu": "125/BC-UBND", "ma_don_vi": "18562", "ngay": "10/10/2026"}


def reported(result: str, place: str = "", target: str = "", unit: str = "18562") -> bytes:
    return row(2026, target, result, "125/BC-UBND", place, unit, "Q3")


def doubts(store: Store, data: bytes, person: Person = STAFF_HA_TINH) -> dict[str, str]:
    """What has to be confirmed before a file goes in: code -> sentence."""
    preview = inspect(store, data, "tep.csv", person)
    assert preview.ready, [finding.text() for finding in preview.findings]
    return {finding.code: finding.text() for finding in preview.of("confirm")}


@pytest.mark.parametrize(("stored", "place"), [("", "Phụ lục 1"), ("Phụ lục 1", "Phụ lục 2")])
def test_a_second_number_at_another_place_of_a_document_is_to_be_confirmed_with_both_places(own, stored, place):
    brought(own, documents(REGISTERED), CLI)
    brought(own, reported("52,3", stored), STAFF_HA_TINH)
    assert doubts(own, reported("80", place))["second_place"] == (
        f"Dòng 2, cột Kết quả (G2): tệp ghi 80% ({place}), kho đang có 52,3% cũng của 125/BC-UBND ({stored or 'không ghi vị trí'}). "
        "Mở văn bản xem có đúng là hai số không."
    )
    assert "second_place" not in doubts(own, reported("52,3%", place)), "the same number at another place"
    brought(own, reported("80", place), STAFF_HA_TINH)
    assert "second_place" not in doubts(own, reported("80", "Phụ lục 3"))
    [needed] = inspect(own, reported("70"), "tep.csv", STAFF_HA_TINH).of("stop")
    assert f"ở 2 chỗ ({'; '.join(sorted((stored or 'không ghi vị trí', place)))})" in needed.text()


def test_two_numbers_of_one_document_at_two_places_of_one_file_are_to_be_confirmed(store):
    data = csv(
        *(
            f"CQ.06;xa;18562;2026;9T;;{number};125/BC-UBND;{place}"
            for number, place in (("52,3", "Phụ lục 1"), ("80", "Phụ lục 2"))
        )
    )
    said = doubts(store, data)
    assert said["second_in_file"].startswith(
        "Dòng 3, cột Kết quả (G3): dòng này ghi 80% (Phụ lục 2), dòng 2 ghi 52,3% (Phụ lục 1)"
    )
    same = csv(*(f"CQ.06;xa;18562;2026;9T;;52,3;125/BC-UBND;{place}" for place in ("Phụ lục 1", "Phụ lục 2")))
    assert "second_in_file" not in doubts(store, same)


def test_a_blank_place_means_the_one_that_the_document_has_and_is_asked_about(own):
    brought(own, documents(REGISTERED), CLI)
    brought(own, reported("52,3", "Phụ lục 1"), STAFF_HA_TINH)
    assert [finding.code for finding in inspect(own, reported("80"), "tep.csv", STAFF_HA_TINH).of("ask")] == ["second_number"]


def test_a_target_that_equals_the_stored_result_is_to_be_confirmed(own):
    brought(own, documents(REGISTERED), CLI)
    brought(own, reported("52,3"), STAFF_HA_TINH)
    swapped = reported("80", "Phụ lục 1", "52,3")
    assert doubts(own, swapped)["target_is_result"] == (
        "Dòng 2, cột Kết quả (G2): dòng ghi kết quả 80% và mục tiêu 52,3%, trong khi 52,3% là kết quả mà kho đang có. "
        "Kiểm tra xem hai ô Mục tiêu và Kết quả có bị đổi chỗ không."
    )
    assert "target_is_result" not in doubts(own, reported("52,3", "Phụ lục 1", "80"))
    assert "target_is_result" not in doubts(own, reported("80", "Phụ lục 1", "60"))


# a document of a unit beside or below


def test_a_document_of_a_unit_beside_or_below_is_to_be_confirmed(own):
    owners = {"125/BC-UBND": "18562", "126/BC-UBND": "42", "127/BC-UBND": "75"}
    brought(own, documents(*(REGISTERED | {"so_hieu": number, "ma_don_vi": unit} for number, unit in owners.items())), CLI)
    data = csv(
        "CQ.06;xa;18562;2026;Q3;;52,3;125/BC-UBND;",
        "CQ.06;xa;18406;2026;Q3;;52,3;125/BC-UBND;",
        "CQ.06;tinh;42;2026;Q3;;52,3;125/BC-UBND;",
        "CQ.06;xa;18562;2026;Q2;;52,3;126/BC-UBND;",
    )
    preview = inspect(own, data, "tep.csv", STAFF_HA_TINH)
    beside = {tuple(finding.rows): finding.text() for finding in preview.of("confirm") if finding.code == "document_beside"}
    assert preview.ready and list(beside) == [(3,), (4,)]
    assert "125/BC-UBND là văn bản của Xã Thạch Hà, số liệu của Xã Can Lộc." in beside[3,]
    assert "125/BC-UBND là văn bản của Xã Thạch Hà, số liệu của Tỉnh Hà Tĩnh." in beside[4,]
    brought(own, data, STAFF_HA_TINH)
    assert "document_beside" not in doubts(own, data)
    stopped(own, row(2026, "", "52,3", "127/BC-UBND", "", "18562", "Q3"), STAFF_HA_TINH, "document_foreign")


def test_a_document_of_a_district_speaks_of_the_communes_that_it_had(own):
    brought(own, documents(REGISTERED | {"ma_don_vi": "440", "ngay": "10/10/2023"}), CLI)
    assert "document_beside" not in doubts(own, row(2023, "", "52,3", "125/BC-UBND", "", "18229", "N"))


def test_other_documents_against_a_row_are_other_documents(own):
    brought(own, documents(REGISTERED), CLI)
    brought(own, reported("52,3", "Phụ lục 1"), STAFF_HA_TINH)
    [change] = inspect(own, reported("80", "Phụ lục 2"), "tep.csv", STAFF_HA_TINH).changes
    assert change.others is None
    brought(own, documents(REGISTERED | {"so_hieu": "99/BC-UBND", "ngay": "01/10/2026"}), CLI)
    brought(own, row(2026, "", "60", "99/BC-UBND", "", "18562", "Q3"), STAFF_HA_TINH)
    [change] = inspect(own, reported("80", "Phụ lục 2"), "tep.csv", STAFF_HA_TINH).changes
    assert change.others == "99/BC-UBND: 60%"


def test_a_day_that_is_added_to_a_number_asks_nothing(store):
    data = (HEAD + ";Số liệu đến ngày\nCQ.06;tinh;42;2022;N;;45%;525/KH-UBND;Phần I.I;15/12/2022").encode()
    preview = inspect(store, data, "tep.csv", STAFF_HA_TINH)
    assert preview.ready and preview.new_rows == 1


# withdrawing and taking back


def withdrawal(source: str = OWN, unit: str = "18073", year: int = 2023) -> bytes:
    return f"{HEAD};Rút lại\nCQ.06;xa;{unit};{year};N;;;{source};;x".encode()


def test_nobody_withdraws_what_somebody_in_charge_of_more_brought(own):
    brought(own, row(2023, "", "35%"), STAFF_HA_TINH)
    stopped(own, withdrawal(), STAFF_COMMUNE, "withdraw_foreign")
    stopped(own, withdrawal(), STAFF_CITY, "withdraw_foreign")
    brought(own, row(2026, "45%", "", "525/KH-UBND"), STAFF_HA_TINH)
    stopped(own, withdrawal("525/KH-UBND", year=2026), STAFF_COMMUNE, "document_foreign")
    assert brought(own, withdrawal(), STAFF_HA_TINH) and claims(own, "result") == []


def test_the_own_word_and_that_of_a_narrower_territory_are_withdrawn(own):
    brought(own, row(2023, "", "35%"))
    assert brought(own, withdrawal()) and claims(own, "result") == []
    brought(own, row(2023, "", "36%"))
    assert brought(own, withdrawal(), STAFF_HA_TINH) and claims(own, "result") == []


def test_withdrawing_the_own_word_leaves_what_the_province_said_under_the_same_name(own):
    brought(own, row(2023, "", "35%"), STAFF_HA_TINH)
    brought(own, row(2023, "", "61%"))
    brought(own, withdrawal())
    assert claims(own, "result") == [(OWN, 35, True, "current", False)]


def test_an_upload_is_taken_back_by_its_uploader_by_who_is_in_charge_of_as_much_or_by_an_administrator(own):
    everywhere, neighbour = (
        Person(name, name, "staff", reach, "oidc") for name, reach in (("toan-tinh", ("*",)), ("khac", ("18073",)))
    )
    reader, admin = Person("doc", "doc", "reader", ("*",), "oidc"), Person("admin", "admin", "admin", ("*",), "oidc")
    moved = Person(STAFF_COMMUNE.name, "Đã chuyển", "staff", ("18076",), "oidc")
    by_commune, by_province, by_admin = (
        brought(own, row(2026, "", f"{value}%", f"BC {value}", period="9T"), person)
        for value, person in ((31, STAFF_COMMUNE), (32, STAFF_HA_TINH), (33, CLI))
    )
    may = {
        by_commune: [STAFF_COMMUNE, neighbour, STAFF_HA_TINH, everywhere, admin],
        by_province: [STAFF_HA_TINH, everywhere, admin],
        by_admin: [everywhere, admin],
    }
    people = [STAFF_COMMUNE, neighbour, moved, STAFF_DUC_THO, STAFF_DONG_NAI, STAFF_HA_TINH, everywhere, reader, admin]
    for number, allowed in may.items():
        found = [person for person in people if own.inside(lambda cursor, n=number, p=person: may_handle(cursor, n, p))]
        assert found == allowed
    with pytest.raises(UploadRejected) as refused:
        take_back(own, by_province, STAFF_COMMUNE, "tôi muốn thế")
    assert (refused.value.reason, refused.value.detail) == ("brought_by_wider", STAFF_HA_TINH.name)
    assert "do chuyen-vien đưa vào, là người được giao địa bàn rộng hơn bạn" in upload_rejected(
        refused.value.reason, refused.value.detail
    )


# the register


def register(store: Store, person: Person, **facts: str) -> list[tuple[str, tuple[int, ...], str]]:
    return register_each(store, person, facts)


def register_each(store: Store, person: Person, *documents_facts: dict[str, str]) -> list[tuple[str, tuple[int, ...], str]]:
    usual = {"so_hieu": "12/KH-UBND", "ma_don_vi": "18073", "ngay": "10/01/2026"}
    return unresolved(inspect(store, documents(*(usual | facts for facts in documents_facts)), "vb.csv", person).findings)


def test_a_unit_registers_its_own_documents_and_no_others(store):
    assert register(store, STAFF_COMMUNE) == []
    assert [code for code, *_ in register(store, STAFF_COMMUNE, ma_don_vi="42")] == ["territory_forbidden"]
    assert [code for code, *_ in register(store, STAFF_COMMUNE, ma_don_vi="")] == ["territory_forbidden"]
    assert [code for code, *_ in register(store, STAFF_COMMUNE, so_hieu="525/KH-UBND", ma_don_vi="", ngay="", ngay_xep="01/01/2026")] == ["order_day_far", "territory_forbidden"]  # fmt: skip
    assert [code for code, *_ in register(store, STAFF_COMMUNE, so_hieu="525/KH-UBND")][-1:] == ["territory_forbidden"]
    known_in_every_spelling(
        store, SPELLINGS, {"document_known", "territory_forbidden"}
    )  # full-width digits are read as the number itself


def test_a_day_to_come_and_a_day_far_from_its_document_are_no_order(store):
    assert [code for code, *_ in register(store, STAFF_COMMUNE, ngay="01/01/2099")] == ["day_in_future"]
    assert [code for code, *_ in register(store, STAFF_COMMUNE, ngay="01/01/2020", ngay_xep="01/01/2099")] == [
        "day_in_future",
        "order_day_far",
    ]
    assert [code for code, *_ in register(store, CLI, ngay="01/01/2020", ngay_xep="01/01/2026")] == ["order_day_far"]
    assert [code for code, *_ in register(store, CLI, ngay="01/01/1985")] == ["day_too_old"]
    assert [code for code, *_ in register(store, CLI, ngay=TODAY.strftime("%d/%m/%Y"))] == []


def test_only_who_answers_for_a_document_says_that_it_is_replaced(own):
    for replaced in ("525/KH-UBND", "525/kh–ubnd", "06/QĐ-TTg"):
        assert [code for code, *_ in register(own, STAFF_COMMUNE, thay_the=replaced)] == ["replaces_foreign"]
    assert register(own, STAFF_HA_TINH, thay_the="525/KH-UBND") == []
    brought(own, row(2023, "", "35%", "BC 7/BC-STTTT", unit="42", level="tinh"), STAFF_HA_TINH)
    assert [code for code, *_ in register(own, STAFF_COMMUNE, thay_the="BC 7/BC-STTTT")] == ["replaces_foreign"]


def test_the_name_under_which_communes_report_is_not_taken_by_another_document(own):
    brought(own, row(2026, "", "35%", period="9T"))
    assert [code for code, *_ in register(own, STAFF_HA_TINH, so_hieu=OWN, ma_don_vi="42")] == ["document_taken"]
    assert register(own, STAFF_COMMUNE, so_hieu=OWN) == []


def test_a_registered_document_of_a_commune_outranks_nothing_of_the_province(own):
    brought(own, documents({"so_hieu": "12/KH-UBND", "ma_don_vi": "18073", "ngay": "10/11/2026"}))
    brought(own, row(2023, "10%", "", "12/KH-UBND"))
    assert judged(own, 2023)[0][:3] == (40, "525/KH-UBND", False)
    brought(own, row(2023, "", "35%", "BC 7/BC-STTTT"), STAFF_HA_TINH)
    brought(own, row(2023, "", "90%", "12/KH-UBND"))
    assert judged(own, 2023)[0][3:6] == (35, "BC 7/BC-STTTT", False)
    stopped(own, row(2024, "10%", "", "12/KH-UBND", unit="440", level="huyen"), STAFF_DUC_THO, "document_foreign")


def test_who_registered_a_document_takes_it_back_and_a_neighbour_does_not(own):
    number = brought(own, documents({"so_hieu": "12/KH-UBND", "ma_don_vi": "18073", "ngay": "10/11/2026"}))
    with pytest.raises(UploadRejected) as refused:
        take_back(own, number, STAFF_DUC_THO, "x")
    assert refused.value.reason == "no_right"
    assert take_back(own, number, STAFF_COMMUNE, "nhầm").kind == "documents"


def test_two_spellings_of_one_number_in_one_file_of_documents_are_one_key(store):
    twice = documents({"so_hieu": "12/KH-UBND", "ma_don_vi": "18073"}, {"so_hieu": "12/kh–ubnd", "ma_don_vi": "18073"})
    assert [code for code, *_ in unresolved(inspect(store, twice, "vb.csv", STAFF_COMMUNE).findings)] == ["key_twice"]


PROVINCES_WORD = ("CQ.06;xa;18073;2026;N;45%;;KH 1/KH-HT;", "CQ.06;xa;18073;2026;9T;;35%;BC 7/BC-STTTT;")


@pytest.mark.parametrize("person", [STAFF_COMMUNE, STAFF_CITY], ids=["commune", "district"])
def test_a_number_under_which_the_province_brought_figures_is_registered_by_nobody_narrower(own, person):
    brought(own, csv(*PROVINCES_WORD), STAFF_HA_TINH)
    of = person.territories[0]
    for number in ("KH 1/KH-HT", "BC 7/BC-STTTT"):
        refused = (
            "document_brought" if person is STAFF_COMMUNE else "territory_forbidden"
        )  # the district has no communes any more
        assert [code for code, *_ in register(own, person, so_hieu=number, ma_don_vi=of)] == [refused]
        assert register(own, STAFF_HA_TINH, so_hieu=number) == []
        replaced = [code for code, *_ in register(own, person, so_hieu="3/KH-P", ma_don_vi=of, thay_the=number)]
        assert replaced == ["replaces_foreign"]


def test_a_narrower_territory_keeps_its_own_report_s_number_and_the_wider_s_is_not_taken_by_it(own):
    district = csv("CQ.06;xa;18073;2023;9T;;35%;BC 8/BC-TP;")
    brought(own, district, STAFF_CITY)
    assert "document_brought" in [code for code, *_ in register(own, STAFF_COMMUNE, so_hieu="BC 8/BC-TP")]
    assert [code for code, *_ in register(own, STAFF_COMMUNE, so_hieu="3/KH-P", thay_the="BC 8/BC-TP")] == ["replaces_foreign"]
    brought(own, row(2026, "", "35%", "BC 9", period="9T"))
    assert register(own, STAFF_COMMUNE, so_hieu="BC 9") == []
    assert register(own, STAFF_COMMUNE, so_hieu="3/KH-P", thay_the="BC 9") == []


def test_what_the_province_brought_under_a_commune_s_document_is_not_corrected_by_the_commune(own):
    brought(own, csv(*PROVINCES_WORD), STAFF_HA_TINH)
    registered = [{"so_hieu": number, "ma_don_vi": "18073", "ngay": "10/01/2026"} for number in ("KH 1/KH-HT", "BC 7/BC-STTTT")]
    brought(own, documents(*registered), STAFF_HA_TINH)
    other = csv("CQ.06;xa;18073;2026;N;99%;;KH 1/KH-HT;", "CQ.06;xa;18073;2026;9T;;5%;BC 7/BC-STTTT;")
    answers = corrections(own, other, STAFF_COMMUNE)
    preview = inspect(own, other, "tep.csv", STAFF_COMMUNE, answers)
    assert [finding.code for finding in preview.of("stop")] == ["replace_foreign", "replace_foreign"]
    with pytest.raises(UploadRejected):
        brought(own, other, STAFF_COMMUNE, answers)
    kept = inspect(own, other, "tep.csv", STAFF_COMMUNE, {key: "keep" for key in answers})
    assert kept.ready and kept.new_rows == 0
    assert judged(own, 2026)[0][:3] == (45, "KH 1/KH-HT", False)
    brought(own, other, STAFF_HA_TINH, corrections(own, other, STAFF_HA_TINH))
    assert judged(own, 2026)[0][:3] == (99, "KH 1/KH-HT", False)


def test_a_reason_of_which_nothing_can_be_seen_is_none(unwritten):
    data, answers = second(), {"second_number:2:chi_tieu": "correct"}
    for blank in ("\u200b", " \u2060\u00a0\ufeff", "\u3164", "\u2800"):
        with pytest.raises(UploadRejected) as refused:
            commit(unwritten, data, "tep.csv", STAFF_HA_TINH, seen=None, answers=answers, reason=blank)
        assert refused.value.reason == "unconfirmed"
        with pytest.raises(UploadRejected) as kept:
            take_back(unwritten, 2, STAFF_HA_TINH, blank)
        assert kept.value.reason == "no_reason"


def test_a_reason_beyond_two_thousand_letters_is_refused_with_a_sentence(own):
    number = brought(own, row(2026, "", "35%", period="9T"))
    for attempt in (
        lambda reason: commit(own, row(2026, "", "36%", period="9T"), "tep.csv", STAFF_COMMUNE, seen=None, reason=reason),
        lambda reason: take_back(own, number, STAFF_COMMUNE, reason),
    ):
        with pytest.raises(UploadRejected) as refused:
            attempt("a" * 2_001)
        assert refused.value.reason == "reason_long" and "2.000" in upload_rejected("reason_long")
    assert take_back(own, number, STAFF_COMMUNE, "ạ" * 2_000).rows == 1
