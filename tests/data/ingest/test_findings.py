"""Every finding of the catalogue: a small file that brings it about, at its place, in its words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field

from data.accounts import SHELL, Person
from data.ingest import files, grids, workbook
from tests.data.ingest.making import (
    COLUMNS,
    STAFF_DUC_THO,
    archive,
    book,
    figures,
    indicators,
    lines,
    tcvn3,
    text,
    vni,
)  # fmt: skip

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


@dataclass
class Case:
    """A file, and the one finding of ``code`` that it has: rows, column letter, severity and sentence."""

    code: str
    data: bytes | Callable[[], bytes]
    rows: tuple[int, ...]
    letter: str
    severity: str
    sentence: str
    answers: dict[str, str] = field(default_factory=dict)
    person: Person = SHELL
    limits: dict[tuple[object, str], int] = field(default_factory=dict)
    before: bytes = b""  # a file that the store has taken already
    whole: bool = False  # shows only once the commit is rehearsed


def utf16(told: str) -> bytes:
    return told.encode("utf-16-le")


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", TYPES)
        made.writestr("xl/workbook.xml", bytes(121 * 2**20))
    return out.getvalue()


def uncalculated() -> bytes:
    return book(lines({"ket_qua": "=50+19.3"}))


def with_error() -> bytes:
    """openpyxl writes '#N/A' as an error cell."""
    return book(lines({"ket_qua": "#N/A"}))


def two_days() -> bytes:
    from datetime import date

    return book(lines({"ket_qua": date(2023, 12, 16)}))


CASES = [
    # the file as a whole
    Case("file_empty", b"\xef\xbb\xbf \r\n", (), "", "stop", ""),
    Case("file_too_large", figures({"ket_qua": "5"}), (), "", "stop", "", limits={(files, "MAX_BYTES"): 50}),
    Case("file_xls", OLE + utf16("Workbook"), (), "", "stop", ""),
    Case("file_xlsm", archive(**{"[Content_Types]_DOT_xml": TYPES, "xl__workbook_DOT_xml": "<a/>", "xl__vbaProject_DOT_bin": "x"}), (), "", "stop", ""),
    Case("file_xlsb", archive(**{"[Content_Types]_DOT_xml": TYPES, "xl__workbook_DOT_bin": "x"}), (), "", "stop", ""),
    Case("file_ods", archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), (), "", "stop", ""),
    Case("file_encrypted", OLE + utf16("EncryptedPackage"), (), "", "stop", ""),
    Case("file_pdf", b"%PDF-1.7\n%\xe2\xe3", (), "", "stop", ""),
    Case("file_html", "\ufeff<html><table><tr><td>Hà Tĩnh".encode(), (), "", "stop", ""),
    Case("file_word", archive(**{"[Content_Types]_DOT_xml": TYPES, "word__document_DOT_xml": "<a/>"}), (), "", "stop", ""),
    Case("file_zip", archive(**{"so_lieu_DOT_csv": figures({"ket_qua": "5"})}), (), "", "stop", ""),
    Case("file_picture", b"\x89PNG\r\n\x1a\n" + bytes(20), (), "", "stop", ""),
    Case("file_unknown", b"\x7fELF\x02\x01\x01" + bytes(range(64)), (), "", "stop", ""),
    Case("file_damaged", book(lines({"ket_qua": "5"}))[:-200], (), "", "stop", ""),
    Case("file_bomb", bomb, (), "", "stop", ""),
    Case("file_slow", book(lines({"ket_qua": "5"})), (), "", "stop", "", limits={(workbook, "_MARGIN"): -60}),
    Case("too_many_rows", figures({"ket_qua": "5"}, {"ket_qua": "6", "nam": "2022"}), (), "", "stop", "", limits={(grids, "MAX_ROWS"): 1}),
    Case("too_many_columns", book([[*COLUMNS], ["CQ.06", *[""] * 300, "x"]]), (), "", "stop", ""),
    Case("no_header", b"a,b\n1,2\n", (), "", "stop", ""),
    Case("no_rows", text([list(COLUMNS)]).encode(), (), "", "stop", ""),
    Case("column_missing", text([row[:-1] for row in lines({"ket_qua": "5"})]).encode(), (), "", "stop", ""),
    Case("column_twice", figures({"ket_qua": "5", "Kết quả": "6"}), (), "", "stop", ""),
    Case("column_near", figures({"ket_qua": "5", "so_lieu_den_ngai": "1/1/2024"}), (1,), "I", "stop", ""),
    Case("column_unknown", figures({"ket_qua": "5", "Người nhập": "A"}), (1,), "I", "confirm", ""),
    Case("bytes_unreadable", figures({"ket_qua": "5"}) + b"\x81\x8d\xff\xfe\x81\n", (), "", "stop", ""),
    Case("quote_open", figures({"ket_qua": "5"}) + b'CQ.06,tinh,42,2022,N,,"69\nx,y\n', (3,), "", "stop", ""),
    Case("quote_broken", figures({"ket_qua": "5"}) + b'CQ.06,tinh,42,2022,N,,"69"3,x\n', (3,), "", "stop", ""),
    Case("cell_too_long", figures({"ket_qua": "5", "ghi_chu": "a" * 40_000}), (2,), "", "stop", ""),
    Case("row_ragged", figures({"ket_qua": "5"}) + "CQ.06,tinh,42,2022,N,,69,3,06/QĐ-TTg\n".encode(), (3,), "", "stop", ""),
    Case("sheet_choice", book(lines({"ket_qua": "5"}), lines({"ket_qua": "6"})), (), "", "ask", ""),
    Case("sheet_taken", book(lines({"ket_qua": "5"}), [["Ghi chép riêng"]]), (), "", "note", ""),
    Case("sheet_hidden", book(lines({"ket_qua": "5"}), lines({"ket_qua": "6"}), hidden=(1,)), (), "", "confirm", ""),
    Case("rows_hidden", book(lines({"ket_qua": "5"}, {"ket_qua": "6", "nam": "2022"}), hidden_rows=(3,)), (3,), "", "confirm", ""),
    Case("title_skipped", "BÁO CÁO QUÝ\n\n".encode() + figures({"ket_qua": "5"}), (), "", "note", ""),
    Case("total_skipped", figures({"ket_qua": "5"}) + "Tổng cộng,,,,,,5,\n".encode(), (3,), "", "note", ""),
    Case("section_skipped", text([lines({})[0], ["I. Chính quyền số"], *lines({"ket_qua": "5"})[1:]]).encode(), (2,), "", "note", ""),
    Case("numbering_skipped", text([lines({})[0], [f"({n})" for n in range(1, 9)], *lines({"ket_qua": "5"})[1:]]).encode(), (2,), "", "note", ""),
    Case("signature_skipped", figures({"ket_qua": "5"}) + "\n,,,\"Hà Tĩnh, ngày 10 tháng 01 năm 2024\"\n,,,KT. CHỦ TỊCH\n,,,PHÓ CHỦ TỊCH\n".encode(), (4,), "", "note", ""),
    Case("blank_form_rows", figures({"ket_qua": "5"}, {"nam": "2022"}), (), "", "note", ""),
    Case("encoding", figures({"ket_qua": "5"}).decode().encode("utf-16"), (), "", "note", ""),
    # text
    Case("text_tcvn3", figures({"ket_qua": "5", "ghi_chu": tcvn3("Hồ sơ điện tử của tỉnh")}), (2,), "I", "ask", ""),
    Case("text_vni", figures({"ket_qua": "5", "ghi_chu": vni("kế toán của tỉnh đã gọi hộ")}), (2,), "I", "stop", ""),
    Case("text_mojibake", figures({"ket_qua": "5", "don_vi": "Đức".encode().decode("latin-1")}), (2,), "C", "stop", ""),
    Case("text_lost", figures({"ket_qua": "5", "don_vi": "Tỉnh Hà T\ufffdnh"}), (2,), "C", "stop", ""),
    Case("cell_error", with_error, (2,), "G", "stop", ""),
    Case("cell_uncalculated", uncalculated, (2,), "G", "stop", ""),
    Case("cell_truth", book(lines({"ket_qua": True})), (2,), "G", "stop", ""),
    # values
    Case("needed", figures({"ket_qua": "5", "cap": ""}), (2,), "B", "stop", ""),
    Case("not_a_number", figures({"ket_qua": "Đạt"}), (2,), "G", "stop", ""),
    Case("number_in_words", figures({"ket_qua": "trên 50%"}), (2,), "G", "stop", ""),
    Case("words_not_known", figures({"ket_qua": "đủ điều kiện được hưởng chế độ đặc thù"}), (2,), "G", "stop", ""),
    Case("number_style", figures({"ket_qua": "69,3"}, {"ket_qua": "70,5", "nam": "2022"}, {"ket_qua": "71.5", "nam": "2021"}), (4,), "G", "stop", ""),
    Case("number_dot", figures({"ma_chi_tieu": "KT.09", "cap": "chung", "ket_qua": "1.410"}), (2,), "G", "ask", ""),
    Case("number_settled", figures({"ma_chi_tieu": "NL.09", "cap": "chung", "ket_qua": "1.410"}), (2,), "G", "note", ""),
    Case("number_english", figures({"ket_qua": "69.3"}), (), "", "note", ""),
    Case("share_as_fraction", figures({"ket_qua": "0,693"}), (2,), "G", "ask", ""),
    Case("number_date", two_days, (2,), "G", "stop", ""),
    Case("too_precise", figures({"ma_chi_tieu": "NL.09", "cap": "chung", "ket_qua": "123456789012345"}), (2,), "G", "stop", ""),
    Case("not_a_day", figures({"ket_qua": "5", "so_lieu_den_ngay": "24/8/222"}), (2,), "I", "stop", ""),
    Case("not_a_year", figures({"ket_qua": "5", "nam": "2203"}), (2,), "D", "stop", ""),
    Case("not_a_period", figures({"ket_qua": "5", "ky": "Q5"}), (2,), "E", "stop", ""),
    Case("not_a_word", figures({"ket_qua": "5", "cap": "thôn"}), (2,), "B", "stop", ""),
    Case("not_a_target", figures({"chi_tieu": "phấn đấu"}), (2,), "F", "stop", ""),
    Case("several_levels", figures({"chi_tieu": "70%/60%/40%", "nam": "2026"}), (2,), "F", "stop", ""),
    Case("code_is_number", book(lines({"ket_qua": 5, "ma_chi_tieu": 1.1})), (2,), "A", "stop", ""),
    # keys
    Case("indicator_unknown", figures({"ket_qua": "5", "ma_chi_tieu": "CQ.6"}), (2,), "A", "stop", ""),
    Case("unit_unknown", figures({"ket_qua": "5", "don_vi": "Tỉnh Hà Tỉnh"}), (2,), "C", "stop", ""),
    Case("unit_ambiguous", figures({"ket_qua": "5", "cap": "huyen", "don_vi": "Kỳ Anh"}), (2,), "C", "stop", ""),
    Case("unit_ended", figures({"ket_qua": "5", "cap": "xa", "don_vi": "18082", "nam": "2026", "so_lieu_den_ngay": "1/11/2026"}), (2,), "C", "stop", ""),
    Case("unit_not_yet", figures({"ket_qua": "5", "cap": "xa", "don_vi": "Xã Kỳ Anh", "nam": "2022"}), (2,), "C", "stop", ""),
    Case("document_unknown", figures({"ket_qua": "5", "nguon": "526/KH-UBND"}), (2,), "H", "confirm", ""),
    Case("level_above_unit", figures({"ket_qua": "5", "don_vi": "440"}), (2,), "B", "stop", ""),
    Case("level_not_of_indicator", figures({"ket_qua": "5", "ma_chi_tieu": "NT.01"}), (2,), "B", "stop", ""),
    Case("territory_forbidden", figures({"ket_qua": "5"}), (2,), "C", "stop", "", person=STAFF_DUC_THO),
    Case("catalogue_forbidden", indicators({}), (2,), "A", "stop", "", person=STAFF_DUC_THO),
    Case("row_twice", figures({"ket_qua": "5"}, {"ket_qua": "6"}), (2,), "", "stop", ""),
    Case("row_repeated", figures({"ket_qua": "5"}, {"ket_qua": "5"}), (2,), "", "note", ""),
    Case("key_twice", indicators({}, {"ten": "Tên khác"}), (2, 3), "A", "stop", ""),
    # rules about figures
    Case("share_out_of_range", figures({"ket_qua": "100,1"}), (2,), "G", "stop", ""),
    Case("negative", figures({"ma_chi_tieu": "NL.09", "cap": "chung", "ket_qua": "-5"}), (2,), "G", "stop", ""),
    Case("operator_half", figures({"chi_tieu": "trên 50%", "dau": ">", "chi_tieu_tu": "", "chi_tieu_den": "50", "nam": "2026"}), (2,), "I", "stop", ""),
    Case("range_reversed", figures({"chi_tieu": "30-20%", "nam": "2026"}), (2,), "F", "stop", ""),
    Case("fraction_half", figures({"ket_qua": "5", "tu_so": "16"}), (2,), "", "stop", ""),
    Case("fraction_zero", figures({"ket_qua": "5", "tu_so": "1", "mau_so": "0"}), (2,), "J", "stop", ""),
    Case("fraction_above_whole", figures({"ket_qua": "", "tu_so": "17", "mau_so": "16"}), (2,), "I", "stop", ""),
    Case("fraction_differs", figures({"ket_qua": "69,3", "tu_so": "8", "mau_so": "16"}), (2,), "G", "stop", ""),
    Case("period_not_begun", figures({"ket_qua": "5", "nam": "2027"}), (2,), "E", "stop", ""),
    Case("period_running", figures({"ket_qua": "5", "nam": "2026", "ky": "Q4"}), (2,), "", "stop", ""),
    Case("day_in_future", figures({"ket_qua": "5", "nam": "2026", "so_lieu_den_ngay": "16/11/2026"}), (2,), "I", "stop", ""),
    Case("day_before_period", figures({"ket_qua": "5", "ky": "Q2", "so_lieu_den_ngay": "1/2/2023"}), (2,), "I", "stop", ""),
    Case("locator_needed", figures({"ma_chi_tieu": "XH.16", "cap": "xa", "nam": "2022", "nguon": "525/KH-UBND", "ket_qua": "2000"}), (2,), "", "stop", ""),
    Case("withdraw_nothing", figures({"rut_lai": "x"}), (2,), "I", "stop", ""),
    Case("tenfold", figures({"ket_qua": "4,5"}), (2,), "G", "confirm", ""),
    Case("target_sinks", figures({"chi_tieu": "65"}), (2,), "F", "confirm", ""),
    Case("target_eases", figures({"ma_chi_tieu": "HT.45", "cap": "xa", "nam": "2026", "chi_tieu": "<= 7%"}), (2,), "F", "confirm", "", before=figures({"ma_chi_tieu": "HT.45", "cap": "xa", "nam": "2025", "chi_tieu": "<= 5%"})),
    Case("status_flips", figures({"nam": "2022", "nguon": "525/KH-UBND", "ket_qua": "60"}), (2,), "G", "confirm", "", whole=True),
    Case("blank_over_value", figures({"nam": "2022", "nguon": "525/KH-UBND"}, {"nam": "2023", "ket_qua": "69,3"}), (2,), "G", "confirm", ""),
    Case("old_target", figures({"chi_tieu": "75", "nam": "2023"}), (2,), "D", "confirm", ""),
    Case("count_with_fraction", figures({"ma_chi_tieu": "NL.09", "cap": "chung", "ket_qua": "5,5"}), (2,), "G", "confirm", ""),
    Case("withdraws", figures({"nam": "2022", "nguon": "525/KH-UBND", "rut_lai": "x"}), (2,), "I", "confirm", ""),
    # catalogues
    Case("pillar_unknown", indicators({"nhom": "ZZ"}), (2,), "D", "stop", ""),
    Case("name_too_long", indicators({"ten_ngan": "a" * 49}), (2,), "C", "stop", ""),
    Case("definition_changes", indicators({"ma_chi_tieu": "CQ.06", "chieu": "giam", "ten": "", "dinh_nghia": "", "nhom": "", "cac_cap": "", "ngay_ra_soat": "", "hang": "", "ten_ngan": ""}), (2,), "F", "confirm", ""),
    Case("check_failed", indicators({"ma_chi_tieu": "HT.40", "ten": "", "ten_ngan": "", "nhom": "", "chieu": "", "cac_cap": "", "dinh_nghia": "", "ngay_ra_soat": "", "hang": ""}), (), "", "stop", "", whole=True),
]  # fmt: skip
