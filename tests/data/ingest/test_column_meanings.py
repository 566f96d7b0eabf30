"""What each column of a file is taken for, and that telling it otherwise makes a table of it."""

import pytest

from data.ingest.column_meanings import file_columns, meanings
from data.ingest.findings.finding import Refused
from data.ingest.learned_layouts import to_keep
from tests.data.ingest.sample_files import book, figures, read, text
from tests.data.ingest.test_wide_tables import GIVEN


def told(data, answers=None):
    found = file_columns(data, answers or {})
    return found.row, found.guessed, {column.letter: (column.heading, column.header) for column in found.columns}


def test_columns_of_a_plain_table_are_those_of_the_form():
    row, guessed, columns = told(figures({"ket_qua": "5", "Ghi riêng": "x"}))
    assert (row, guessed) == (1, False)
    assert columns["G"] == ("ket_qua", "ket_qua") and columns["I"] == ("Ghi riêng", "")


def test_columns_of_a_wide_table_are_keys_and_figures():
    data = book([["Năm 2023"], ["Mã chỉ tiêu", "Quý I", "", "Ghi gì đó"], ["", "KH", "TH", ""], ["CQ.06", 1, 2, "x"]])
    row, guessed, columns = told(data)
    assert (row, guessed) == (3, False)
    assert columns == {"A": ("Mã chỉ tiêu", "ma_chi_tieu"), "B": ("Quý I › KH", "chi_tieu"), "C": ("Quý I › TH", "ket_qua"), "D": ("Ghi gì đó", "")}  # fmt: skip


@pytest.mark.parametrize("make", [lambda table: text(table, ";").encode(), book], ids=["csv", "xlsx"])
def test_a_table_without_a_known_heading_is_read_once_its_columns_are_told(make):
    data = make([["Bảng của xã"], ["Mã số", "Nơi", "Được bao nhiêu"], ["CQ.06", "18112", "5"], ["HT.07", "18112", "6"]])
    with pytest.raises(Refused):
        read(data)
    row, guessed, columns = told(data)
    assert (row, guessed) == (2, True) and [header for _, header in columns.values()] == ["", "", ""]
    answers = {key: answer for key, answer in GIVEN.items() if key != "constant.don_vi"}
    answers |= {"heading": str(row), "column.A": "ma_chi_tieu", "column.B": "don_vi", "column.C": "ket_qua"}
    table = read(data, answers)
    assert len(table) == 2 and table.columns["ket_qua"].letter == "C"
    assert told(data, answers)[2] == {"A": ("Mã số", "ma_chi_tieu"), "B": ("Nơi", "don_vi"), "C": ("Được bao nhiêu", "ket_qua")}


@pytest.mark.parametrize("make", [lambda table: text(table, ";").encode(), book], ids=["csv", "xlsx"])
def test_a_table_without_any_heading_keeps_its_first_row(make):
    data = make([["1", "Hồ sơ điện tử", "18112", "74,5"], ["2", "Hạ tầng số", "18112", "81,2"]])
    row, guessed, columns = told(data)
    assert (row, guessed) == (0, True) and columns["D"] == ("74,5", "")
    answers = {key: answer for key, answer in GIVEN.items() if key != "constant.don_vi"}
    answers |= {"heading": str(row), "column.A": "bo_qua", "column.B": "ma_chi_tieu", "column.C": "don_vi", "column.D": "ket_qua"}
    table = read(data, answers)
    assert table.row_numbers.tolist() == [1, 2] and table.columns["ket_qua"].letter == "D"
    assert told(data, answers)[2]["B"] == ("Hồ sơ điện tử", "ma_chi_tieu")
    assert to_keep(answers) == {}, "nothing tells the next file like it"


def test_every_column_of_the_form_can_be_told_and_so_can_none():
    assert {"ma_chi_tieu", "ket_qua", "chi_tieu", "nguon"} <= set(meanings()) and list(meanings())[-1] == "bo_qua"


def test_a_file_without_any_text_has_no_columns():
    with pytest.raises(Refused):
        file_columns(b"%PDF-1.7", {})
    assert file_columns(b"1\n2\n", {}).guessed
