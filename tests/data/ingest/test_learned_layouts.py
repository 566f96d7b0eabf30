"""How a table was read is kept with its upload and proposed for the next file of the same headings, to the same territories only."""

import json
from datetime import date

import pytest

from data.accounts.sign_in import CLI
from data.ingest.importer import commit, inspect
from data.ingest.learned_layouts import to_keep
from data.ingest.preview import UploadRejected
from data.ingest.undo import take_back
from data.vietnamese.dates import on_day
from tests.data.ingest.sample_files import STAFF_HA_TINH, book, text

HEADING = ["Mã chỉ tiêu", "Cấp", "Đơn vị", "Năm", "Kỳ", "Con số", "Nguồn"]
TOLD = {"column.F": "ket_qua"}


def plain(year, result):
    return text([HEADING, ["CQ.06", "xa", "18112", year, "N", result, "Báo cáo tổng hợp"]], ";").encode()


def wide(year):
    return book(
        [
            [f"Kết quả năm {year}"],
            ["Đơn vị: 18112"],
            ["Nguồn: Báo cáo tổng hợp"],
            ["Mã chỉ tiêu", f"Q1/{year}", f"Q2/{year}"],
            ["CQ.06", 60, 61],
        ]
    )


def asked(preview):
    return {finding.question.key: finding for finding in preview.of("ask")}


def test_a_column_that_was_told_is_proposed_next_time_with_one_tap(own):
    with on_day(date(2026, 11, 28)):
        commit(own, plain("2022", "5"), "quy-1.csv", CLI, answers=TOLD, seen=None, reason="thử")
    again = plain("2023", "6")
    preview = inspect(own, again, "quy-2.csv", CLI)
    [(key, finding)] = asked(preview).items()
    assert key == "layout" and preview.changes and not preview.ready
    assert "“quy-1.csv” nạp ngày 28/11/2026" in finding.text() and "cột F là Kết quả" in finding.text()
    with pytest.raises(UploadRejected):
        commit(own, again, "quy-2.csv", CLI, seen=None, reason="thử")
    yes = inspect(own, again, "quy-2.csv", CLI, {"layout": "yes"})
    assert yes.ready and [finding.code for finding in yes.findings if finding.code.startswith("layout")] == ["layout_used"]
    assert commit(own, again, "quy-2.csv", CLI, answers={"layout": "yes"}, seen=None, reason="thử").written == 1
    kept = own.select("select form, territories, mapping from layout order by upload_id")
    assert [(row.form, row.territories, json.loads(row.mapping)) for row in kept.itertuples()] == [("figures", "*", TOLD)] * 2


def test_no_to_the_proposal_asks_afresh_and_other_territories_are_proposed_nothing(own):
    commit(own, plain("2022", "5"), "a.csv", CLI, answers=TOLD, seen=None, reason="thử")
    for person, answers in ((CLI, {"layout": "no"}), (STAFF_HA_TINH, {})):
        codes = {finding.code for finding in _findings(own, plain("2023", "6"), person, answers)}
        assert codes == {"column_missing"}


def _findings(store, data, person, answers):
    from data.ingest.findings.finding import Refused

    try:
        return inspect(store, data, "b.csv", person, answers).findings
    except Refused as refused:
        return refused.findings


def test_a_wide_table_of_another_year_is_the_same_layout_and_its_titles_are_said_anew(own):
    commit(own, wide(2022), "a.xlsx", CLI, answers={"unfold": "yes"}, seen=None, reason="thử")
    preview = inspect(own, wide(2023), "b.xlsx", CLI)
    [(key, finding)] = asked(preview).items()
    assert key == "layout" and "Quý I năm 2023" in finding.text() and "Năm: 2023 (ô A1)" in finding.text()


def test_what_an_upload_taught_is_forgotten_when_it_is_taken_back(own):
    receipt = commit(own, plain("2022", "5"), "a.csv", CLI, answers=TOLD, seen=None, reason="thử")
    take_back(own, receipt.upload_id, CLI, "thử")
    assert {finding.code for finding in _findings(own, plain("2023", "6"), CLI, {})} == {"column_missing"}


def test_a_preview_and_a_plain_file_teach_nothing(store):
    inspect(store, plain("2022", "5"), "a.csv", CLI, TOLD)
    assert store.select("select * from layout").empty


def test_years_periods_and_sources_are_not_kept():
    answers = {"column.B": "ket_qua|ky=Q1|nam=2026", "constant.nam": "2026", "constant.nguon": "12/BC", "constant.ky": "Q1", "constant.cap": "xa", "fill": "yes", "number_dot:ket_qua": "decimal", "sheet": "A"}  # fmt: skip
    assert to_keep(answers) == {"column.B": "ket_qua|ky=Q1", "constant.cap": "xa", "fill": "yes"}
