"""Several people at once: a preview that others have overtaken, and readers during a commit."""

from __future__ import annotations

import threading
import time

import duckdb
import pytest

from data.accounts.sign_in import CLI, Person
from data.ingest.importer import commit, inspect
from data.ingest.preview import UploadRejected
from data.ingest.rows.catalogues import CatalogueSheet
from data.ingest.rows.figure_sheet import FigureSheet
from data.ingest.undo import take_back
from queries.reads import target_list
from queries.sqlfile import sql_file
from tests.sample_uploads import COMMUNES, HEADERS, csv_file

ONE = Person("clerk.one", "Người thứ nhất", "staff", ("42",), "oidc")
OTHER = Person("clerk.other", "Người thứ hai", "staff", ("42",), "oidc")


def file_of(result: str, target: str = "70") -> bytes:
    """One commune's figure, as two clerks may bring it."""
    row = ("CQ.06", "xa", COMMUNES[0], "2022", "N", target, result, "Báo cáo tổng hợp")
    return csv_file([dict(zip(HEADERS, row, strict=True))])


def result_line(preview):
    """The line of a preview about the result."""
    return next(line for line in preview.changes if line.kind == "result")


def shown(store) -> str:
    """The result that the store shows for the figure."""
    return store.select(
        "select actual_as_written as text from target_vs_actual "
        "where indicator_id = 'CQ.06' and unit_id = $unit and year = 2022 and period = 'N' and level = 'commune'",
        {"unit": COMMUNES[0]},
    )["text"].tolist()


def test_of_two_contradicting_files_the_second_is_refused_and_shown_against_the_first(own_store):
    first, second = file_of("60"), file_of("80,5")
    mine, yours = inspect(own_store, first, "a.csv", ONE), inspect(own_store, second, "b.csv", OTHER)
    assert result_line(mine).change == result_line(yours).change == "new"
    receipt = commit(own_store, first, "a.csv", ONE, seen=mine.seen, reason="đã kiểm tra")

    with pytest.raises(UploadRejected) as refused:
        commit(own_store, second, "b.csv", OTHER, seen=yours.seen, reason="đã kiểm tra")
    assert refused.value.reason == "overtaken"
    assert shown(own_store) == ["60%"]
    fresh = refused.value.preview
    line = result_line(fresh)
    assert (line.change, line.before_text, line.after_text) == ("changed", "60%", "80,5%")
    assert (line.before_status, line.after_status) == ("missed", "met")
    assert [finding.code for finding in fresh.of("confirm") if finding.column == "ket_qua"] == ["status_flips"]
    assert fresh.data_version == own_store.data_version()

    again = commit(own_store, second, "b.csv", OTHER, seen=fresh.seen, reason="số mới đúng")
    assert shown(own_store) == ["80,5%"]
    assert take_back(own_store, receipt.upload_id, ONE, "nhầm") == (
        2,
        1,
        1,
        "figures",
    )  # the result was overtaken, the target stated again
    assert shown(own_store) == ["80,5%"]
    take_back(own_store, again.upload_id, OTHER, "nhầm")
    assert shown(own_store) == []


@pytest.mark.both_engines
def test_of_two_commits_at_the_same_moment_exactly_one_is_taken(own_store):
    files = {ONE: file_of("60"), OTHER: file_of("80")}
    seen = {person: inspect(own_store, data, "x.csv", person).seen for person, data in files.items()}
    start, outcomes = threading.Barrier(2), []

    def bring(person):
        start.wait()
        try:
            outcomes.append(commit(own_store, files[person], "x.csv", person, seen=seen[person], reason="thử").upload_id)
        except UploadRejected as refused:
            outcomes.append(refused.reason)

    threads = [threading.Thread(target=bring, args=(person,)) for person in files]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes, key=str) == [2, "overtaken"]
    assert len(shown(own_store)) == 1 and own_store.check() == []


def test_eight_readers_see_the_figures_before_or_after_a_commit_and_never_between(own_store):
    """Each reader asks in one transaction for the page's targets, the figure and the audit: all of one moment."""
    base = commit(own_store, file_of("60"), "a.csv", ONE, seen=None, reason="thử")
    allowed, seen, wrong, over = set(), set(), [], threading.Event()
    here = {"province_code": "42", "unit_id": COMMUNES[0], "year": 2022, "period": "N", "level": "commune"}

    def moment(cursor):
        cursor.execute("begin")
        targets = cursor.execute(sql_file("reads", "target_list").statement, here).fetchall()
        figure = cursor.execute(
            "select target_low, actual, status from target_vs_actual where indicator_id = 'CQ.06' and unit_id = $unit and year = 2022",
            {"unit": COMMUNES[0]},
        ).fetchall()
        audit = cursor.execute(
            "select (select max(upload_id) from upload), (select count(*) from result), (select version from data_version)"
        )
        answer = (tuple(targets), tuple(figure), audit.fetchone())
        cursor.execute("rollback")
        return answer

    def picture():
        return own_store.inside(moment)

    def read():
        try:
            while not over.is_set():
                seen.add(picture())
                assert len(target_list(own_store, **here)) == 1
                time.sleep(0.02)
        except Exception as error:
            wrong.append(repr(error))

    allowed.add(picture())
    readers = [threading.Thread(target=read) for _ in range(8)]
    for reader in readers:
        reader.start()
    for number, (result, target) in enumerate((("80", "75"), ("50", "65"), ("90", "85"))):
        commit(own_store, file_of(result, target), f"{number}.csv", ONE, seen=None, reason="thử")
        allowed.add(picture())
        time.sleep(0.2)
    over.set()
    for reader in readers:
        reader.join()
    assert wrong == []
    assert seen <= allowed, seen - allowed
    assert len(allowed) == 4 and len(seen) >= 3, (allowed, seen)
    assert base.upload_id == 2


def test_a_file_is_previewed_while_somebody_else_writes(own_store):
    seen = []

    def change(cursor):
        other = threading.Thread(target=lambda: seen.append(inspect(own_store, file_of("60"), "a.csv", ONE)))
        other.start()
        other.join(timeout=60)
        assert seen, "the preview waits for the writer"

    own_store.write(change)
    assert result_line(seen[0]).change == "new"
    assert seen[0].data_version == own_store.data_version() - 1


def test_a_file_is_committed_while_somebody_else_previews(own_store, monkeypatch):
    before, committed = inspect(own_store, file_of("60"), "a.csv", ONE), []
    compare = FigureSheet.compare

    def meanwhile(sheet, cursor, upload_id, today):
        monkeypatch.setattr(FigureSheet, "compare", compare)
        bring = {"answers": None, "seen": before.seen, "reason": "đã kiểm tra"}
        committed.append(commit(own_store, file_of("60"), "a.csv", ONE, **bring))
        return compare(sheet, cursor, upload_id, today)

    monkeypatch.setattr(FigureSheet, "compare", meanwhile)
    preview = inspect(own_store, file_of("80"), "b.csv", OTHER)
    assert committed[0].upload_id and shown(own_store) == ["60%"]
    assert result_line(preview).before_text is None and preview.data_version == before.data_version
    with pytest.raises(UploadRejected, match="overtaken"):
        commit(own_store, file_of("80"), "b.csv", OTHER, seen=preview.seen, reason="đã kiểm tra")


def test_what_a_file_says_is_read_before_others_have_to_wait_and_again_when_the_store_changed(own_store, monkeypatch):
    read, waiting = FigureSheet.read, []

    def watched(sheet, cursor):
        waiting.append(own_store._writing.locked())
        if len(waiting) == 1:
            own_store.write(lambda cursor: None)  # overtaken between reading and writing
        return read(sheet, cursor)

    monkeypatch.setattr(FigureSheet, "read", watched)
    receipt = commit(own_store, file_of("60"), "a.csv", ONE, seen=None, reason="đã kiểm tra")
    assert waiting == [False, True] and receipt.written == 2


def test_a_copy_of_one_province_holds_its_figures_and_no_others(store):
    def figures(of):
        return of.select("select province_code, count(*) as n from current_figure group by 1 order by 1").values.tolist()

    whole = dict(figures(store))
    copy = store.copy(["42"])
    try:
        assert figures(copy) == [["42", whole["42"]]] and len(whole) > 1
        assert copy.data_version() == store.data_version()
        assert copy.select("select count(*) as n from unit")["n"].equals(store.select("select count(*) as n from unit")["n"])
        assert copy.check() == []
    finally:
        copy.close()


@pytest.mark.parametrize("sheet", [FigureSheet, CatalogueSheet])
def test_a_write_that_is_tried_again_writes_and_says_everything_once(own_store, monkeypatch, sheet):
    compare, tried = sheet.compare, []

    def once_in_conflict(of, cursor, upload_id, today):
        compare(of, cursor, upload_id, today)
        tried.append(len(of.findings))
        if len(tried) == 1:
            raise duckdb.TransactionException("another writer was quicker")

    monkeypatch.setattr(sheet, "compare", once_in_conflict)
    header = "so_hieu;loai;ten;co_quan;ngay;ngay_xep;ma_don_vi;thay_the;ghi_chu\n"
    document = (header + "12/BC-THU;báo cáo;Báo cáo;UBND tỉnh;20/10/2026;20/10/2026;42;;\n").encode()
    data = file_of("60") if sheet is FigureSheet else document
    receipt = commit(own_store, data, "a.csv", CLI, seen=None, reason="đã kiểm tra")
    assert len(tried) == 2 and tried[0] == tried[1]
    table, expected = ("result", 1) if sheet is FigureSheet else ("document", 1)
    rows = own_store.select(f"select count(*) as n from {table} where upload_id = $id", {"id": receipt.upload_id})
    assert rows["n"].tolist() == [expected]
