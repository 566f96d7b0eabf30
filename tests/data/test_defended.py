"""One contradiction all the way: found, marked, decided by a named person, opened again, gone with the upload that brought it; and what
each earlier day knew of it."""

from contextlib import closing
from datetime import date, timedelta

import pytest

from data.accounts.sign_in import Person
from data.ingest.importer import commit
from data.ingest.preview import UploadRejected
from data.ingest.undo import take_back
from data.vietnamese.dates import on_day
from queries.reads import finding_list, finding_mark_list

HA_TINH = Person("chuyen-vien", "Chuyên viên", "staff", ("42",), "oidc")
DUC_THO = Person("van-phong", "Văn phòng", "staff", ("440",), "oidc")
FIRST = date(2026, 12, 28)
TARGETS = "Mã chỉ tiêu;Cấp;Đơn vị;Năm;Kỳ;Mục tiêu;Kết quả;Nguồn;Vị trí\nCQ.06;tinh;42;2027;N;90;;525/KH-UBND;Phần II\nCQ.06;tinh;42;2028;N;80;;525/KH-UBND;Phần II\n"


def brought(store, text, person=HA_TINH):
    return commit(store, text.encode(), "tep.csv", person, seen=None, reason="đã kiểm tra").upload_id


def decided(store, row, word, person=HA_TINH):
    head = "ma_phat_hien;ma_don_vi;hai_ben;quyet_dinh;ly_do"
    return brought(store, f"{head}\n{row.finding_id};42;{row.clash};{word};Tỉnh đã điều chỉnh.\n", person)


def found(store):
    """The contradiction and whether its figure is to be marked; (None, None) where there is none."""
    rows = finding_list(store, province_code="42", unit_id="42").where(check_name="lowered", year=2028)
    marks = finding_mark_list(store, province_code="42").where(indicator_id="CQ.06", year=2028)
    return (rows[0], marks[0].is_open) if rows else (None, None)


def known(store, day):
    with closing(store.as_known(day)) as then:
        return found(then)


def test_a_contradiction_is_found_marked_decided_opened_again_and_goes_with_its_upload(own_store):
    store = own_store
    with on_day(FIRST):
        upload = brought(store, TARGETS)
        row, marked = found(store)
        assert (row.said, row.other, marked) == ("80%", "90% (năm 2027)", True)
    with on_day(FIRST + timedelta(days=1)):
        with pytest.raises(UploadRejected):
            decided(store, row, "chấp nhận", DUC_THO)
        accepted = decided(store, row, "chấp nhận")
        row, marked = found(store)
        assert (row.decision, row.author, row.is_open, marked) == ("accept", "chuyen-vien", False, False)
    with on_day(date(2027, 1, 1)):
        assert found(store)[1] is False, "a year that begins opens nothing"
        take_back(store, accepted, HA_TINH, "thử")
        assert found(store)[1] is True, "taken back is undecided"
        decided(store, row, "chấp nhận")
        decided(store, row, "mở lại")
        row, marked = found(store)
        assert (row.decision, row.is_open, marked) == (None, True, True)
    with on_day(date(2027, 1, 2)):
        take_back(store, upload, HA_TINH, "nhập nhầm")
        assert found(store) == (None, None)
        assert [known(store, FIRST + timedelta(days=days))[1] for days in (-1, 0, 1)] == [None, True, False]
        assert known(store, date(2027, 1, 1))[1] is True and store.check() == []
