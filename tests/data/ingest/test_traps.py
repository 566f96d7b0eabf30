"""Files that a naive import by pandas takes although they are wrong, and files that it refuses or spoils although they are right.

The naive importer is here as well: each case first shows that it does go wrong, so that no case is idle.
"""

from __future__ import annotations

import io
from datetime import date

import pandas as pd
import pytest

from data.ingest.findings.finding import Refused
from tests.data.ingest.sample_files import (
    COLUMNS,
    book,
    codes_and_places,
    cp1258,
    figures,
    judged,
    lines,
    read,
    tcvn3,
    text,
    unresolved,
)

NEEDED = ["ma_chi_tieu", "cap", "don_vi", "nam", "ky", "ket_qua", "nguon"]
ROW = {"ket_qua": "69"}


def naive(data: bytes) -> pd.DataFrame:
    """What twenty lines of pandas do: read, look for the columns, turn into numbers, look at the range."""
    frame = pd.read_excel(io.BytesIO(data)) if data[:2] == b"PK" else pd.read_csv(io.BytesIO(data))
    missing = [column for column in NEEDED if column not in frame.columns]
    if missing:
        raise ValueError(f"missing {missing}")
    frame = frame.dropna(subset=["ma_chi_tieu", "ket_qua"])
    frame["ma_chi_tieu"] = frame["ma_chi_tieu"].astype(str).str.strip()
    frame["don_vi"] = frame["don_vi"].astype(str).str.strip()
    frame["nam"] = frame["nam"].astype(int)
    if frame["ket_qua"].dtype == object or str(frame["ket_qua"].dtype).startswith("str"):
        frame["ket_qua"] = frame["ket_qua"].str.rstrip("%").str.replace(",", ".").astype(float)
    frame["ket_qua"] = frame["ket_qua"].astype(float)
    if (frame["ket_qua"] < 0).any() or frame.empty:
        raise ValueError("range")
    return frame


def line(**cells) -> bytes:
    return figures({**ROW, **cells})


WRONGLY_ACCEPTED = {
    "a year of the next century": (line(nam="2203"), "not_a_year", (2,), "D"),
    "a share above 100": (line(ket_qua="693"), "share_out_of_range", (2,), "G"),
    "a share from 0 to 1": (line(ket_qua="0.693"), "share_as_fraction", (2,), "G"),
    "thousands read as a decimal": (line(ma_chi_tieu="KT.09", cap="chung", ket_qua="1.410"), "number_dot", (2,), "G"),
    "two ways of writing in one column": (figures({"ket_qua": "69,3"}, {"ket_qua": "70,5", "nam": "2022"}, {"ket_qua": "71.5", "nam": "2021"}), "number_style", (4,), "G"),
    "an unknown indicator": (line(ma_chi_tieu="CQ.999"), "indicator_unknown", (2,), "A"),
    "a code that became a number": (book(lines({"ma_chi_tieu": 1.1, "ket_qua": 5})), "code_is_number", (2,), "A"),
    "an unknown unit": (line(don_vi="Tỉnh Hà Tỉnh"), "unit_unknown", (2,), "C"),
    "a name of two units": (line(don_vi="Kỳ Anh", cap="huyen"), "unit_ambiguous", (2,), "C"),
    "a unit that is no more": (line(don_vi="Huyện Đức Thọ", cap="huyen", nam="2026", ky="Q1"), "unit_ended", (2,), "C"),
    "a unit that was not there": (line(don_vi="Xã Kỳ Anh", cap="xa", nam="2022"), "unit_not_yet", (2,), "C"),
    "a province's figure of a district": (line(don_vi="440"), "level_above_unit", (2,), "B"),
    "a level without such an indicator": (line(ma_chi_tieu="NT.01"), "level_not_of_indicator", (2,), "B"),
    "one figure twice and different": (figures({"ket_qua": "69"}, {"ket_qua": "70"}), "row_twice", (2,), ""),
    "a period that is none": (line(ky="Q5"), "not_a_period", (2,), "E"),
    "a period to come": (line(nam="2027"), "period_not_begun", (2,), "E"),
    "no source": (line(nguon=""), "needed", (2,), "H"),
    "a day that never was": (line(so_lieu_den_ngay="31/2/2023"), "not_a_day", (2,), "I"),
    "a result that its own fraction contradicts": (line(tu_so="8", mau_so="16"), "fraction_differs", (2,), "G"),
    "truth for a number": (book(lines({"ket_qua": True})), "cell_truth", (2,), "G"),
    "mojibake in a note": (figures({"ket_qua": "69", "ghi_chu": "Hồ sơ điện tử".encode().decode("latin-1")}), "text_mojibake", (2,), "I"),
    "an error cell taken for a blank": (book(lines({"ket_qua": "#DIV/0!"}, {"ket_qua": 69, "nam": 2022})), "cell_error", (2,), "G"),
    "a formula without its value taken for a blank": (book(lines({"ket_qua": "=1/3"}, {"ket_qua": 69, "nam": 2022})), "cell_uncalculated", (2,), "G"),
    "letters lost to a sign": (figures({"ket_qua": "5", "vi_tri": "Ph? l?c 1, m?c 3"}), "text_lost", (2,), "I"),
    "a rate written from 0 to 1": (figures({"ma_chi_tieu": "HT.24", "ket_qua": "0,693"}), "share_as_fraction", (2,), "G"),
    "words taken for a blank": (figures({"ket_qua": "N/A"}, {"ket_qua": "69", "nam": "2022"}), "nothing_said", (2,), "G"),
}  # fmt: skip
_TITLE = [["UBND TỈNH HÀ TĨNH"], ["KẾT QUẢ NĂM 2023"], []]
RIGHTLY_MEANT = {
    "semicolons": text(lines({"ket_qua": "69,3"}), ";").encode(),
    "a first row that names the delimiter": ("sep=;\n" + text(lines({"ket_qua": "69,3"}), ";")).encode(),
    "Windows-1258": cp1258(text(lines({"don_vi": "Tỉnh Hà Tĩnh", "ket_qua": "69,3"}))),
    "UTF-16 with tabs, as Excel saves Unicode text": text(lines({"ket_qua": "69,3"}), "\t").encode("utf-16"),
    "titles above": text([*_TITLE, *lines({"ket_qua": "69,3"})]).encode(),
    "titles above in a workbook": book([*_TITLE, *lines({"ket_qua": 69.3})]),
    "Vietnamese headings": text([["Mã chỉ tiêu", "Cấp", "Đơn vị", "Năm", "Kỳ", "Mục tiêu", "Kết quả", "Nguồn"], *lines({"ket_qua": "69,3"})[1:]]).encode(),
    "thousands with two dots": line(ma_chi_tieu="NL.09", cap="chung", ket_qua="1.410.498"),
    "a fraction": line(ket_qua="16/16"),
    "a year with its word": line(nam="Năm 2023"),
    "a row that numbers the columns": text([[*COLUMNS], [f"({number})" for number in range(1, 9)], *lines({"ket_qua": "69,3"})[1:]]).encode(),
    "hard blanks around a number": line(ket_qua="\u00a069,3\u200b"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONGLY_ACCEPTED)
def test_a_wrong_file_that_pandas_would_take_is_refused_at_its_place(store, name):
    data, code, rows, letter = WRONGLY_ACCEPTED[name]
    assert len(naive(data)) >= 1
    assert unresolved(judged(store, data)) == [(code, rows, letter)]


@pytest.mark.parametrize("name", RIGHTLY_MEANT)
def test_a_good_file_that_pandas_would_refuse_is_taken(store, name):
    with pytest.raises((ValueError, KeyError, TypeError)):
        naive(RIGHTLY_MEANT[name])
    assert unresolved(judged(store, RIGHTLY_MEANT[name])) == []


def test_there_are_twenty_and_ten_of_them():
    assert len(WRONGLY_ACCEPTED) >= 20 and len(RIGHTLY_MEANT) >= 10


def test_pandas_spoils_codes_that_the_importer_keeps(store):
    spoilt = pd.read_csv(io.StringIO("ma,x\n1.1,a\n1.10,b\n"))["ma"].astype(str).tolist()
    assert spoilt[0] == spoilt[1]
    places = unresolved(judged(store, figures({"ma_chi_tieu": "1.1", "ket_qua": "5"}, {"ma_chi_tieu": "1.10", "ket_qua": "6"})))
    assert places == [("indicator_unknown", (2,), "A"), ("indicator_unknown", (3,), "A")]


def test_a_date_that_excel_made_of_a_fraction_is_no_number(store):
    assert unresolved(judged(store, book(lines({"ket_qua": date(2023, 12, 16)})))) == [("number_date", (2,), "G")]


def test_old_fonts_are_asked_about_in_every_cell(store):
    data = figures({"ket_qua": "69", "ghi_chu": tcvn3("Số liệu ước tính của tỉnh")})
    assert naive(data)["ghi_chu"][0] != "Số liệu ước tính của tỉnh"
    assert unresolved(judged(store, data)) == [("text_tcvn3", (2,), "I")]


def test_a_heading_whose_letters_are_lost_says_so_instead_of_a_missing_heading():
    data = "M? ch? ti?u;Đ?n v?;C?p;N?m;K?;Ngu?n;K?t qu?\nCQ.06;42;tinh;2023;N;BC;5\n".replace("Đ", "?").encode()
    with pytest.raises(Refused) as refused:
        read(data)
    assert codes_and_places(refused.value.findings) == [("text_lost", (1,), "A")]
