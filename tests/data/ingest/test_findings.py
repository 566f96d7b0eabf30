"""Every finding of the catalogue: a small file that brings it about, at its place, in its words."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date

import pytest

from data.accounts.sign_in import CLI, Person
from data.ingest import importer
from data.ingest.findings.sentences import FINDINGS
from data.ingest.reading import columns, file_type, workbook_file
from data.ingest.rows.catalogue_rows import rows_of
from data.ingest.table.forms import form_of
from data.ingest.table.source import Source
from data.operations.turns import Turns
from data.seed import FOLDER
from queries.sqlfile import names
from tests.data.ingest.sample_files import (
    COLUMNS,
    STAFF_COMMUNE,
    STAFF_DUC_THO,
    STAFF_HA_TINH,
    archive,
    book,
    documents,
    figures,
    indicators,
    judged,
    lines,
    tcvn3,
    text,
    vni,
)  # fmt: skip
from tests.data.ingest.test_task_forms import CASES as TASK_CASES
from tests.data.ingest.test_weights import CASES as WEIGHT_CASES
from tests.every_rule import every_rule_asked

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
SUBSCRIPTIONS = next(  # the row of the shipped figures that holds them
    number
    for number, line in enumerate((FOLDER / "figures.csv").read_text("utf-8-sig").splitlines(), start=1)
    if line.startswith("HT.40,")
)
OF_COMMUNE = {"cap": "xa", "don_vi": "18073", "nguon": "BC 12/BC-UBND"}
SECOND = {"nam": "2022", "nguon": "525/KH-UBND", "vi_tri": "Phần I.I", "ket_qua": "46"}
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'

NINE = ("18073", "18100", "18115", "18118", "18133", "18160", "18163", "18172", "18184")  # communes of today
SHIFTED = tuple(zip(NINE, [("12", "90"), ("88", "37"), ("35", "72"), ("70", "24"), ("22", "96"), ("95", "43")], strict=False))


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
    person: Person = CLI
    limits: dict[tuple[object, str], int] = field(default_factory=dict)
    before: bytes = b""  # a file that the store has taken already
    before_by: Person = CLI
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
    return book(lines({"ket_qua": date(2023, 12, 16)}))


WIDE = (
    "Kết quả thực hiện năm 2023\nĐơn vị: Xã Can Lộc\nNguồn: 12/BC-UBND\nMã chỉ tiêu;Quý I;Quý II\nCQ.06;60;65\nHT.07;;\nHT.45;5;\n"
).encode()
BLANKS = figures(
    {"ket_qua": "5"}, {"ket_qua": "6", "ma_chi_tieu": "", "nam": "2022"}, {"ket_qua": "7", "ma_chi_tieu": "", "nam": "2021"}
)

CASES = [
    # the file as a whole
    Case("file_empty", b"\xef\xbb\xbf \r\n", (), "", "stop", "Tệp không có nội dung. Hãy kiểm tra lại tệp vừa chọn."),
    Case("file_too_large", figures({"ket_qua": "5"}), (), "", "stop", "Tệp nặng 1 MB, vượt mức 0 MB. Hãy chia thành nhiều tệp, mỗi tệp một năm hoặc một địa bàn.", limits={(file_type, "MAX_BYTES"): 50}),
    Case("file_xlsm", archive(**{"[Content_Types]_DOT_xml": TYPES, "xl__workbook_DOT_xml": "<a/>", "xl__vbaProject_DOT_bin": "x"}), (), "", "stop", "Sổ làm việc này có macro nên không được nhận. Lưu thành .xlsx (không macro) rồi nạp lại."),
    Case("file_xlsb", archive(**{"[Content_Types]_DOT_xml": TYPES, "xl__workbook_DOT_bin": "x"}), (), "", "stop", "Đây là sổ làm việc nhị phân (.xlsb). Mở bằng Excel, chọn Lưu thành › Sổ làm việc Excel (.xlsx) rồi nạp lại."),
    Case("file_numbers", archive(**{"Index__Document_DOT_iwa": "x"}), (), "", "stop", "Đây là tệp Numbers (.numbers). Trong Numbers chọn Tệp › Xuất sang › Excel rồi nạp tệp .xlsx."),
    Case("file_fods", b'<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">', (), "", "stop", "Đây là tệp OpenDocument dạng phẳng (.fods). Mở bằng LibreOffice, lưu thành .ods hoặc .xlsx rồi nạp lại."),
    Case("file_xml_excel", b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', (), "", "stop", "Đây là bảng tính XML của Excel 2003 (.xml, đôi khi đổi tên thành .xls). Mở bằng Excel, chọn Lưu thành › Sổ làm việc Excel (.xlsx) rồi nạp lại."),
    Case("file_xml", b'<?xml version="1.0"?><root/>', (), "", "stop", "Đây là tệp XML, không phải bảng số liệu. Hãy xuất lại từ phần mềm gốc thành Excel (.xlsx) hoặc CSV."),
    Case("file_encrypted", OLE + utf16("EncryptedPackage"), (), "", "stop", "Sổ làm việc được đặt mật khẩu nên không đọc được. Bỏ mật khẩu (Tệp › Thông tin › Bảo vệ) rồi nạp lại."),
    Case("file_pdf", b"%PDF-1.7\n%\xe2\xe3", (), "", "stop", "Đây là tệp PDF, không phải bảng số liệu. Hãy nạp tệp Excel hoặc CSV gốc."),
    Case("file_html", "\ufeff<html><table><tr><td>Hà Tĩnh".encode(), (), "", "stop", "Nội dung là một trang web (HTML) được đặt tên thành bảng tính. Mở bằng Excel rồi lưu thành .xlsx."),
    Case("file_word", archive(**{"[Content_Types]_DOT_xml": TYPES, "word__document_DOT_xml": "<a/>"}), (), "", "stop", "Đây là tệp Word, không phải bảng số liệu. Hãy chép bảng sang tệp mẫu rồi nạp lại."),
    Case("file_zip", archive(**{"so_lieu_DOT_csv": figures({"ket_qua": "5"})}), (), "", "stop", "Đây là tệp nén, không phải sổ làm việc Excel. Giải nén rồi nạp từng tệp."),
    Case("file_picture", b"\x89PNG\r\n\x1a\n" + bytes(20), (), "", "stop", "Đây là một tệp ảnh. Hãy nạp tệp Excel hoặc CSV gốc."),
    Case("file_unknown", b"\x7fELF\x02\x01\x01" + bytes(range(64)), (), "", "stop", "Nội dung tệp không phải CSV, Excel (.xlsx, .xls) hay OpenDocument (.ods). Hãy nạp tệp mẫu đã điền."),
    Case("file_damaged", book(lines({"ket_qua": "5"}))[:-200], (), "", "stop", "Không đọc được sổ làm việc: tệp hỏng hoặc tải về dở dang. Mở bằng Excel, lưu lại rồi nạp lại."),
    Case("file_bomb", bomb, (), "", "stop", "Tệp giải nén ra 122 MB, vượt mức 120 MB. Chép phần có số liệu sang tệp mẫu mới rồi nạp lại."),
    Case("file_slow", book(lines({"ket_qua": "5"})), (), "", "stop", "Đọc tệp vượt quá thời gian hoặc bộ nhớ cho phép. Chép phần có số liệu sang tệp mẫu mới rồi nạp lại.", limits={(workbook_file, "_MARGIN"): -60}),
    Case("file_busy", book(lines({"ket_qua": "5"})), (), "", "stop", "Có quá nhiều tệp đang chờ được đọc. Hãy thử lại sau ít phút; chưa ghi gì.", limits={(workbook_file, "_TURNS"): Turns(1, waiting=0)}),
    Case("too_many_rows", figures({"ket_qua": "5"}, {"ket_qua": "6", "nam": "2022"}), (), "", "stop", "Bảng có hơn 1 dòng. Hãy chia thành nhiều tệp.", limits={(columns, "MAX_ROWS"): 1}),
    Case("too_many_columns", book([[*COLUMNS], ["CQ.06", *[""] * 300, "x"]]), (), "", "stop", "Bảng có hơn 200 cột: ô KP2 còn nội dung. Xóa các cột thừa bên phải rồi nạp lại."),
    Case("no_header", b"a,b\n1,2\n", (), "", "stop", "Không tìm thấy dòng tiêu đề của tệp mẫu trong 40 dòng đầu. Cần có các cột: Mã chỉ tiêu, Đơn vị, Cấp, Năm, Kỳ, Nguồn. Hãy tải tệp mẫu và chép số liệu vào."),
    Case("no_rows", text([list(COLUMNS)]).encode(), (), "", "stop", "Dưới dòng tiêu đề (dòng 1) không có dòng số liệu nào. Hãy kiểm tra lại tệp vừa chọn."),
    Case("column_missing", text([row[1:] for row in lines({"ket_qua": "5"})]).encode(), (), "", "stop", "Thiếu cột Mã chỉ tiêu (ma_chi_tieu). Thêm cột này vào dòng tiêu đề, hoặc chép số liệu sang tệp mẫu."),
    Case("column_twice", figures({"ket_qua": "5", "Kết quả": "6"}), (), "", "stop", "Cột Kết quả có ở cả G và I. Giữ lại một cột, xóa cột kia."),
    Case("column_near", figures({"ket_qua": "5", "so_lieu_den_ngai": "1/1/2024"}), (1,), "I", "ask", "Dòng 1, cột so_lieu_den_ngai (I1): tiêu đề “so_lieu_den_ngai” không có trong mẫu; có phải là Số liệu đến ngày? Chọn cột đúng, hoặc sửa tên cột rồi nạp lại."),
    Case("column_unknown", figures({"ket_qua": "5", "Người nhập": "A"}), (1,), "I", "confirm", "Dòng 1, cột Người nhập (I1): tiêu đề “Người nhập” không thuộc mẫu nên cột này không được đọc. Nếu là cột ghi riêng thì xác nhận; nếu là số liệu thì sửa tiêu đề theo tệp mẫu."),
    Case("table_wide", WIDE, (), "", "ask", "Bảng được hiểu như sau: cột B là kết quả Quý I, C là kết quả Quý II; Đơn vị: Xã Can Lộc (ô A2); Cấp: xã (ô A2); Năm: 2023 (ô A1); Nguồn: 12/BC-UBND (ô A3); Các số trong bảng là: kết quả (ô A1); thành 3 dòng số liệu, mỗi số một dòng. Có đúng không?"),
    Case("table_read", WIDE, (), "", "note", "Bảng được đọc như sau: cột B là kết quả Quý I, C là kết quả Quý II; Đơn vị: Xã Can Lộc (ô A2); Cấp: xã (ô A2); Năm: 2023 (ô A1); Nguồn: 12/BC-UBND (ô A3); Các số trong bảng là: kết quả (ô A1); thành 3 dòng số liệu.", {"unfold": "yes"}),
    Case("table_other", WIDE, (4,), "", "stop", "Bạn đã trả lời là bảng không được hiểu đúng (cột B là kết quả Quý I, C là kết quả Quý II; Đơn vị: Xã Can Lộc (ô A2); Cấp: xã (ô A2); Năm: 2023 (ô A1); Nguồn: 12/BC-UBND (ô A3); Các số trong bảng là: kết quả (ô A1)). Chọn lại ý nghĩa của từng cột, hoặc chép số liệu sang tệp mẫu.", {"unfold": "no"}),
    Case("rows_silent", WIDE, (6,), "", "note", "Dòng 6: dòng không có số nào nên không đọc."),
    Case("key_missing", text([row[:-1] for row in lines({"ket_qua": "5"})]).encode(), (), "", "ask", "Bảng không có cột nào, cũng không có dòng nào phía trên nói Nguồn. Trả lời một lần cho cả bảng."),
    Case("cells_blank", BLANKS, (3, 4), "A", "ask", "Dòng 3, cột ma_chi_tieu (A3): 2 ô trống nằm dưới một ô có chữ, như trong bảng chép từ Word có ô gộp. Có phải chúng lặp lại ô phía trên (“CQ.06” ở dòng 2) không?"),
    Case("cells_filled", BLANKS, (3, 4), "A", "note", "Dòng 3, cột ma_chi_tieu (A3): 2 ô trống được điền theo ô phía trên (“CQ.06” ở dòng 2 và tương tự).", {"fill": "yes"}),
    Case("bytes_unreadable", figures({"ket_qua": "5"}) + b"\x81\x8d\xff\xfe\x81\n", (), "", "stop", "Byte thứ 83 (dòng 2) không thuộc bảng mã nào được nhận (UTF-8, UTF-16, Windows-1258, TCVN3). Trong Excel chọn Lưu thành › CSV UTF-8."),
    Case("quote_open", figures({"ket_qua": "5"}) + b'CQ.06,tinh,42,2022,N,,"69\nx,y\n', (3,), "", "stop", "Dòng 3: dấu nháy kép mở mà không đóng, nên không tách được ô. Sửa dấu nháy kép rồi nạp lại."),
    Case("quote_broken", figures({"ket_qua": "5"}) + b'CQ.06,tinh,42,2022,N,,"69"3,x\n', (3,), "", "stop", "Dòng 3: dấu nháy kép nằm sai chỗ, nên không tách được ô. Nháy kép nằm trong ô phải viết thành hai dấu liền nhau (\"\")."),
    Case("cell_too_long", figures({"ket_qua": "5", "ghi_chu": "a" * 40_000}), (2,), "", "stop", "Dòng 2: một ô dài hơn 32.767 ký tự. Có thể thiếu dấu nháy kép đóng ô."),
    Case("row_ragged", figures({"ket_qua": "5"}) + "CQ.06,tinh,42,2022,N,,69,3,06/QĐ-TTg\n".encode(), (3,), "", "stop", "Dòng 3: dòng có 9 ô, tiêu đề có 8 ô. Nếu số thập phân viết dấu phẩy trong tệp ngăn bằng dấu phẩy thì đặt số trong nháy kép, hoặc ngăn ô bằng dấu chấm phẩy."),
    Case("number_cut", b"ma_chi_tieu,cap,don_vi,nam,ky,chi_tieu,ket_qua,nguon,ghi_chu\nCQ.06,tinh,42,2023,N,,69,3,BC 12\n", (2,), "H", "stop", "Dòng 2, cột nguon (H2): nguồn chỉ là “3”, ngay sau “69”; có lẽ số 69,3 viết dấu phẩy trong tệp ngăn ô bằng dấu phẩy nên các ô sau bị lệch. Đặt số trong nháy kép (\"69,3\"), hoặc ngăn ô bằng dấu chấm phẩy."),
    Case("sheet_choice", book(lines({"ket_qua": "5"}), lines({"ket_qua": "6"})), (), "", "ask", "Sổ làm việc có nhiều trang tính đúng mẫu: Trang 1, Trang 2. Chọn trang tính nạp trước; ghi xong trang ấy thì đến trang kế tiếp, mỗi trang là một lần cập nhật mang tên trang."),
    Case("sheet_taken", book(lines({"ket_qua": "5"}), [["Ghi chép riêng"]]), (), "", "note", "Đọc trang tính “Trang 1”. Các trang tính khác không được đọc: Trang 2."),
    Case("sheet_hidden", book(lines({"ket_qua": "5"}), lines({"ket_qua": "6"}), hidden=(1,)), (), "", "confirm", "Trang tính “Trang 2” đang bị ẩn mà có số liệu đúng mẫu. Số liệu của trang này không được đọc; hãy bỏ ẩn nếu cần nạp."),
    Case("rows_hidden", book(lines({"ket_qua": "5"}, {"ket_qua": "6", "nam": "2022"}), hidden_rows=(3,)), (3,), "", "confirm", "Dòng 3: dòng bị ẩn hoặc bị lọc trong Excel vẫn được đọc. Kiểm tra có đúng ý không."),
    Case("columns_hidden", book(lines({"ket_qua": "5"}), hidden_columns="D"), (), "D", "confirm", "Cột nam (D): cột bị ẩn trong Excel vẫn được đọc. Kiểm tra có đúng ý không."),
    Case("title_skipped", "BÁO CÁO QUÝ\n\n".encode() + figures({"ket_qua": "5"}), (), "", "note", "Các dòng trên tiêu đề (trước dòng 3) được coi là tên bảng, không đọc."),
    Case("total_skipped", figures({"ket_qua": "5"}) + "Tổng cộng,,,,,,5,\n".encode(), (3,), "", "note", "Dòng 3: “Tổng cộng” được coi là dòng tổng cộng, không đọc."),
    Case("section_skipped", text([lines({})[0], ["I. Chính quyền số"], *lines({"ket_qua": "5"})[1:]]).encode(), (2,), "", "note", "Dòng 2: “I. Chính quyền số” được coi là dòng đề mục, không đọc."),
    Case("numbering_skipped", text([lines({})[0], [f"({n})" for n in range(1, 9)], *lines({"ket_qua": "5"})[1:]]).encode(), (2,), "", "note", "Dòng 2: dòng đánh số cột, không đọc."),
    Case("signature_skipped", figures({"ket_qua": "5"}) + "\n,,,\"Hà Tĩnh, ngày 10 tháng 01 năm 2024\"\n,,,KT. CHỦ TỊCH\n,,,PHÓ CHỦ TỊCH\n".encode(), (4,), "", "note", "Dòng 4: từ “Hà Tĩnh, ngày 10 tháng 01 năm 2024” trở xuống được coi là phần ký tên và ghi chú, không đọc."),
    Case("blank_form_rows", figures({"ket_qua": "5"}, {"nam": "2022"}), (), "", "note", "1 dòng chưa ghi mục tiêu hay kết quả nào (dòng 3); các dòng này không nói gì nên không thay đổi gì."),
    Case("encoding", figures({"ket_qua": "5"}).decode().encode("utf-16"), (), "", "note", "Tệp được đọc theo bảng mã UTF-16."),
    # text
    Case("text_tcvn3", figures({"ket_qua": "5", "ghi_chu": tcvn3("Hồ sơ điện tử của tỉnh")}), (2,), "I", "ask", "Dòng 2, cột ghi_chu (I2): chữ “Hå s¬ ®iÖn tö cña tØnh” viết bằng phông TCVN3, chuyển sang Unicode thành “Hồ sơ điện tử của tỉnh”. Có chuyển không?"),
    Case("text_vni", figures({"ket_qua": "5", "ghi_chu": vni("kế toán của tỉnh đã gọi hộ")}), (2,), "I", "ask", "Dòng 2, cột ghi_chu (I2): chữ “keá toaùn cuûa tænh ñaõ goïi hoä” viết bằng phông VNI, chuyển sang Unicode thành “kế toán của tỉnh đã gọi hộ”. Có chuyển không?"),
    Case("text_mojibake", figures({"ket_qua": "5", "don_vi": "Đức".encode().decode("latin-1")}), (2,), "C", "stop", "Dòng 2, cột don_vi (C2): chữ “Äá»©c” bị lỗi bảng mã, có lẽ là “Đức”. Mở lại tệp gốc và lưu thành CSV UTF-8 rồi nạp lại."),
    Case("text_lost", figures({"ket_qua": "5", "don_vi": "Tỉnh Hà T\ufffdnh"}), (2,), "C", "stop", "Dòng 2, cột don_vi (C2): chữ “Tỉnh Hà T�nh” có chữ cái đã mất, chỉ còn dấu � hoặc ?. Mở lại tệp gốc và lưu thành CSV UTF-8 rồi nạp lại."),
    Case("cell_error", with_error, (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): ô báo lỗi #N/A. Sửa công thức hoặc ghi thẳng con số."),
    Case("cell_uncalculated", uncalculated, (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): công thức =50+19.3 chưa được tính. Mở bằng Excel, lưu lại, hoặc ghi thẳng con số."),
    Case("cell_truth", book(lines({"ket_qua": True})), (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): ô chứa TRUE (đúng/sai) chứ không phải số hay chữ. Ghi lại nội dung của ô."),
    # values
    Case("needed", figures({"ket_qua": "5", "cap": ""}), (2,), "B", "stop", "Dòng 2, cột cap (B2): để trống; cần cấp: tinh, huyen, xa hoặc chung."),
    Case("not_a_number", figures({"ket_qua": "Đạt"}), (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): “Đạt” không phải một con số. Ghi số cụ thể, ví dụ 69,3."),
    Case("number_in_words", figures({"ket_qua": "đạt tỷ lệ 50%"}), (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): “đạt tỷ lệ 50%” không phải một con số. Ghi số đã đo được, ví dụ 50; lời văn ghi ở cột ghi_chu."),
    Case("words_not_known", figures({"ket_qua": "đủ điều kiện được hưởng chế độ đặc thù"}), (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): “đủ điều kiện được hưởng chế độ đặc thù” không phải một con số. Ghi số cụ thể, ví dụ 69,3; lời văn ghi ở cột ghi_chu."),
    Case("number_style", figures({"ket_qua": "69,3"}, {"ket_qua": "70,5", "nam": "2022"}, {"ket_qua": "71.5", "nam": "2021"}), (4,), "G", "stop", "Dòng 4, cột ket_qua (G4): “71.5” viết kiểu Anh (69.3), các ô khác trong cột viết kiểu Việt Nam (69,3). Viết lại theo một kiểu, nên là 71,5."),
    Case("number_dot", figures({"ma_chi_tieu": "KT.09", "cap": "chung", "ket_qua": "1.410"}), (2,), "G", "ask", "Dòng 2, cột ket_qua (G2): “1.410” có thể là 1,41 hoặc 1.410. Chọn cách hiểu cho cả cột."),
    Case("number_settled", figures({"ma_chi_tieu": "NL.09", "cap": "chung", "ket_qua": "1.410"}), (2,), "G", "note", "Dòng 2, cột ket_qua (G2): “1.410” được hiểu là 1.410, vì chỉ tiêu này đếm số nguyên."),
    Case("nothing_said", figures({"ket_qua": "chưa có"}), (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): “chưa có” không phải một con số. Chưa có số liệu thì để trống ô này."),
    Case("number_english", figures({"ket_qua": "69.3"}), (), "G", "note", "Cột ket_qua (G) viết số kiểu Anh (69.3; 1,410,498): dấu chấm là dấu thập phân."),
    Case("share_as_fraction", figures({"ket_qua": "0,693"}), (2,), "G", "ask", "Dòng 2, cột ket_qua (G2): “0,693” ở một chỉ tiêu tính bằng %. Có thể là 69,3% (viết từ 0 đến 1) hoặc 0,693%. Chọn cách hiểu cho cả cột."),
    Case("share_above_one", figures({"ket_qua": "0,693"}, {"ket_qua": "1,05", "nam": "2022"}), (3,), "G", "stop", "Dòng 3, cột ket_qua (G3): “1,05” lớn hơn 1, trong khi cột này được hiểu là viết từ 0 đến 1 (0,693 là 69,3%). Nếu là phần trăm thì ghi 1,05%; nếu không thì sửa lại con số.", answers={"share_as_fraction:ket_qua": "share"}),
    Case("number_rounded", figures({"ket_qua": "66,66667"}), (2,), "G", "note", "Dòng 2, cột ket_qua (G2): “66,66667” có hơn bốn chữ số thập phân; kho giữ bốn chữ số."),
    Case("percent_of_count", book(lines({"ma_chi_tieu": "CQ.44", "ket_qua": 0.05}), formats={"G2": "0%"}), (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): ô có định dạng phần trăm (5%), trong khi chỉ tiêu này tính bằng hồ sơ. Đặt định dạng ô là Chung (General) rồi ghi lại con số."),
    Case("number_date", two_days, (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): ô chứa ngày 16/12/2023; có lẽ Excel đã tự đổi một số như 12/16 hay 1.2 thành ngày. Đặt định dạng ô là Văn bản (Text) rồi ghi lại con số."),
    Case("too_precise", figures({"ma_chi_tieu": "NL.09", "cap": "chung", "ket_qua": "123456789012345"}), (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): “123456789012345” có hơn 14 chữ số trước dấu phẩy, kho không giữ được. Kiểm tra lại con số."),
    Case("unit_differs", figures({"chi_tieu": "2 lần", "nam": "2026"}), (2,), "F", "stop", "Dòng 2, cột chi_tieu (F2): “2 lần” ghi theo “lần”, trong khi chỉ tiêu này tính bằng %. Ghi con số tính bằng %, hoặc kiểm tra lại mã chỉ tiêu."),
    Case("estimate_in_words", figures({"ket_qua": "ước đạt 72%"}), (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): “ước đạt 72%” chỉ nói chừng (ước tính), không phải con số chính xác. Ghi 72 vào ô này và ghi ước vào cột dinh_tinh."),
    Case("number_footnote", figures({"ket_qua": "85(1)"}), (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): “85(1)” có dấu chú thích (1) sau con số. Ghi 85 vào ô này, chú thích ghi ở cột ghi_chu."),
    Case("year_short", figures({"ket_qua": "5", "nam": "23"}), (2,), "D", "stop", "Dòng 2, cột nam (D2): năm “23” chỉ có hai chữ số. Ghi đủ bốn chữ số: 2023."),
    Case("day_short", figures({"ket_qua": "5", "so_lieu_den_ngay": "29/12/23"}), (2,), "I", "stop", "Dòng 2, cột so_lieu_den_ngay (I2): ngày “29/12/23” ghi năm bằng hai chữ số. Ghi đủ bốn chữ số: 29/12/2023."),
    Case("period_bare", figures({"ket_qua": "5", "ky": "3"}), (2,), "E", "ask", "Dòng 2, cột ky (E2): kỳ “3” có thể là Quý III hoặc tháng 3. Chọn cách hiểu."),
    Case("day_order", figures({"ket_qua": "69.3", "so_lieu_den_ngay": "10/5/2023"}), (2,), "I", "ask", "Dòng 2, cột so_lieu_den_ngay (I2): “10/5/2023” có thể là ngày 10 tháng 5 năm 2023 hoặc ngày 5 tháng 10 năm 2023, vì tệp này viết theo kiểu Anh. Chọn cách hiểu cho cả cột."),
    Case("period_year_differs", figures({"ket_qua": "5", "ky": "Quý III/2022"}), (2,), "E", "stop", "Dòng 2, cột ky (E2): kỳ “Quý III/2022” nói năm 2022, trong khi cột nam của dòng ghi 2023. Sửa cho khớp."),
    Case("source_number", book(lines({"ket_qua": 5, "nguon": 123})), (2,), "H", "ask", "Dòng 2, cột nguon (H2): ô nguồn chứa con số 123, chưa rõ là văn bản nào. Ghi số hiệu đầy đủ, ví dụ 123/BC-UBND; nếu số hiệu đúng là “123” thì chọn giữ."),
    Case("source_day", book(lines({"ket_qua": 5, "nguon": date(2026, 10, 5)})), (2,), "H", "ask", "Dòng 2, cột nguon (H2): ô nguồn chứa ngày 05/10/2026; có lẽ Excel đã tự đổi một số như 05/10 thành ngày. Ghi số hiệu đầy đủ của văn bản; nếu số hiệu đúng là “05/10” thì chọn giữ."),
    Case("source_percent", book(lines({"ket_qua": 5, "nguon": 0.5}), formats={"H2": "0%"}), (2,), "H", "ask", "Dòng 2, cột nguon (H2): ô nguồn chứa 50%, có lẽ số liệu ghi nhầm cột. Ghi số hiệu văn bản vào ô này; nếu số hiệu đúng là “50%” thì chọn giữ."),
    Case("indicator_by_name", figures({"ket_qua": "5", "ma_chi_tieu": "Hồ sơ công việc quản lý dạng hồ sơ điện tử"}), (2,), "A", "note", "Dòng 2, cột ma_chi_tieu (A2): “Hồ sơ công việc quản lý dạng hồ sơ điện tử” được hiểu là chỉ tiêu CQ.06."),
    Case("fraction_or_month", figures({"ket_qua": "9/2026"}), (2,), "G", "ask", "Dòng 2, cột ket_qua (G2): “9/2026” có thể là tử số/mẫu số (tức 0,4442%) hoặc là tháng 9 năm 2026. Chọn cách hiểu cho cả cột."),
    Case("not_a_day", figures({"ket_qua": "5", "so_lieu_den_ngay": "24/8/222"}), (2,), "I", "stop", "Dòng 2, cột so_lieu_den_ngay (I2): “24/8/222” không phải một ngày có thật. Ghi ngày/tháng/năm, ví dụ 29/12/2022."),
    Case("not_a_year", figures({"ket_qua": "5", "nam": "2203"}), (2,), "D", "stop", "Dòng 2, cột nam (D2): “2203” không phải một năm hợp lệ; cần năm từ 2000 đến 2050, ví dụ 2023."),
    Case("not_a_period", figures({"ket_qua": "5", "ky": "Q5"}), (2,), "E", "stop", "Dòng 2, cột ky (E2): “Q5” không phải một kỳ; ghi N (cả năm), 6T, 9T, Q1 đến Q4 hoặc T1 đến T12."),
    Case("not_a_word", figures({"ket_qua": "5", "cap": "thôn"}), (2,), "B", "stop", "Dòng 2, cột cap (B2): “thôn” không có trong danh sách; ghi một trong: tinh, huyen, xa, chung."),
    Case("not_a_target", figures({"chi_tieu": "phấn đấu"}), (2,), "F", "stop", "Dòng 2, cột chi_tieu (F2): “phấn đấu” không đọc được thành mục tiêu. Ghi như 70; trên 50%; tối thiểu 80%; 20-30%; <= 5."),
    Case("several_levels", figures({"chi_tieu": "70%/60%/40%", "nam": "2026"}), (2,), "F", "stop", "Dòng 2, cột chi_tieu (F2): “70%/60%/40%” gộp số của nhiều cấp. Ghi mỗi cấp một dòng, cột cap là tinh, huyen hoặc xa: 70%; 60%; 40%."),
    Case("code_is_number", book(lines({"ket_qua": 5, "ma_chi_tieu": 1.1})), (2,), "A", "stop", "Dòng 2, cột ma_chi_tieu (A2): Excel đang giữ mã “1,1” như một con số hay ngày, nên 1.10 và 1.1 không còn phân biệt. Đặt định dạng cột là Văn bản (Text) rồi ghi lại mã."),
    # keys
    Case("indicator_unknown", figures({"ket_qua": "5", "ma_chi_tieu": "0000-1111"}), (2,), "A", "stop", "Dòng 2, cột ma_chi_tieu (A2): không có chỉ tiêu mã “0000-1111”. Xem mã ở tờ Danh mục của tệp mẫu."),
    Case("unit_unknown", figures({"ket_qua": "5", "don_vi": "Tỉnh Hà Tỉnh"}), (2,), "C", "stop", "Dòng 2, cột don_vi (C2): không có đơn vị “Tỉnh Hà Tỉnh”. Có phải: Tỉnh Hà Tĩnh; Thành phố Hà Tĩnh; Xã An Hòa Thịnh? Ghi đúng tên hoặc ghi mã."),
    Case("unit_ambiguous", figures({"ket_qua": "5", "cap": "huyen", "don_vi": "Kỳ Anh"}), (2,), "C", "stop", "Dòng 2, cột don_vi (C2): “Kỳ Anh” là tên của 2 đơn vị: Huyện Kỳ Anh (Tỉnh Hà Tĩnh, mã 447); Thị xã Kỳ Anh (Tỉnh Hà Tĩnh, mã 449). Ghi mã đơn vị cho chắc, hoặc ghi thêm loại nếu khác loại (huyện, thị xã, xã…)."),
    Case("unit_ended", figures({"ket_qua": "5", "cap": "xa", "don_vi": "18082", "nam": "2026", "so_lieu_den_ngay": "1/11/2026"}), (2,), "C", "stop", "Dòng 2, cột don_vi (C2): 18082 (Phường Đại Nài) không còn từ ngày 01/07/2025. Số liệu từ ngày đó ghi cho: Phường Thành Sen (mã 18073); Phường Hà Huy Tập (mã 18652)."),
    Case("unit_not_yet", figures({"ket_qua": "5", "cap": "xa", "don_vi": "Xã Kỳ Anh", "nam": "2022"}), (2,), "C", "stop", "Dòng 2, cột don_vi (C2): Xã Kỳ Anh chỉ có từ ngày 01/07/2025. Trước đó số liệu ghi cho: Xã Kỳ Phú (mã 18763); Xã Kỳ Tiến (mã 18769); Xã Kỳ Giang (mã 18772); Thị trấn Kỳ Đồng (mã 18775)."),
    Case("document_unknown", figures({"ket_qua": "5", "nguon": "526/KH-UBND"}), (2,), "H", "note", "Dòng 2, cột nguon (H2): văn bản “526/KH-UBND” chưa có trong sổ văn bản; số liệu sẽ xếp theo ngày nạp cho đến khi văn bản được ghi vào sổ."),
    Case("document_near", figures({"ket_qua": "5", "nguon": "525/KH-UBNDD"}), (2,), "H", "confirm", "Dòng 2, cột nguon (H2): văn bản “525/KH-UBNDD” chưa có trong kho. Có phải: 525/KH-UBND? Nếu đúng là văn bản khác thì xác nhận; nếu gõ nhầm thì sửa lại."),
    Case("document_day_differs", figures({"ket_qua": "5", "nguon": "525/KH-UBND ngày 29/12/2023"}), (2,), "H", "confirm", "Dòng 2, cột nguon (H2): “525/KH-UBND ngày 29/12/2023” ghi một ngày khác với ngày 29/12/2022 của 525/KH-UBND trong sổ văn bản. Xác nhận nếu vẫn là văn bản ấy; nếu là văn bản khác cùng số thì ghi thêm cơ quan hoặc năm vào số hiệu."),
    Case("footnote_below", text([*lines({"ket_qua": "5"}), ["¹ Số ước"]]).encode(), (3,), "", "note", "Dòng 3: “¹ Số ước” là chú thích dưới bảng, không phải số liệu; số có dấu (1) giữ lời này ở cột ghi_chu."),
    Case("level_above_unit", figures({"ket_qua": "5", "don_vi": "440"}), (2,), "B", "stop", "Dòng 2, cột cap (B2): Huyện Đức Thọ không có số liệu cấp tỉnh. Sửa cột cap hoặc don_vi."),
    Case("level_not_of_indicator", figures({"ket_qua": "5", "ma_chi_tieu": "NT.01"}), (2,), "B", "stop", "Dòng 2, cột cap (B2): chỉ tiêu NT.01 tính ở cấp xã, không tính ở cấp tỉnh. Sửa cột cap, hoặc kiểm tra lại mã chỉ tiêu."),
    Case("territory_forbidden", figures({"ket_qua": "5"}), (2,), "C", "stop", "Dòng 2, cột don_vi (C2): Tỉnh Hà Tĩnh không thuộc địa bàn mà tài khoản này được cập nhật (Huyện Đức Thọ đến 30/06/2025). Bỏ dòng này, hoặc nhờ người quản trị giao thêm địa bàn.", person=STAFF_DUC_THO),
    Case("catalogue_forbidden", indicators({}), (2,), "A", "stop", "Dòng 2, cột ma_chi_tieu (A2): chỉ tài khoản được giao toàn bộ địa bàn mới được cập nhật Danh mục chỉ tiêu. Hãy gửi tệp cho người quản trị.", person=STAFF_DUC_THO),
    Case("row_twice", figures({"ket_qua": "5"}, {"ket_qua": "6"}), (2,), "", "ask", "Dòng 2 và 3: cùng một số liệu của cùng một nguồn (CQ.06, Tỉnh Hà Tĩnh, năm 2023) mà ghi khác nhau: 5% và 6%. Chọn dòng đúng; các dòng kia không được ghi."),
    Case("row_chosen", figures({"ket_qua": "5"}, {"ket_qua": "6"}), (2,), "", "note", "Dòng 2 và 3: cùng một số liệu (CQ.06, Tỉnh Hà Tĩnh, năm 2023) mà ghi khác nhau; lấy 6% ở dòng 3 như đã chọn, 5% ở dòng 2 không được ghi.", {"row_twice:ket_qua:2": "3"}),
    Case("row_repeated", figures({"ket_qua": "5"}, {"ket_qua": "5"}), (2,), "", "note", "Dòng 2 và 3: các dòng giống hệt nhau (CQ.06, Tỉnh Hà Tĩnh, năm 2023); chỉ tính một dòng."),
    Case("key_twice", indicators({}, {"ten": "Tên khác"}), (2, 3), "A", "stop", "Dòng 2 và 3: cùng mã “CQ.90”. Giữ lại một dòng."),
    # rules about figures
    Case("share_out_of_range", figures({"ket_qua": "100,1"}), (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): “100,1%” ở chỉ tiêu tính bằng % phải từ 0 đến 100. Nếu đây là phần trăm thực hiện so với kế hoạch thì không phải giá trị của chỉ tiêu: ghi tỷ lệ đạt được. Kiểm tra lại con số và dấu phẩy."),
    Case("target_beyond", figures({"chi_tieu": "trên 100%", "nam": "2026"}), (2,), "F", "stop", "Dòng 2, cột chi_tieu (F2): “trên 100%” là mức mà một tỷ lệ không thể đạt (chỉ từ 0 đến 100%). Kiểm tra lại văn bản, ghi ví dụ 100%."),
    Case("negative", figures({"ma_chi_tieu": "NL.09", "cap": "chung", "ket_qua": "-5"}), (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): “−5” là số âm; chỉ tiêu này không thể âm. Xóa dấu trừ hoặc ghi lại con số."),
    Case("operator_half", figures({"chi_tieu": "trên 50%", "dau": ">", "chi_tieu_tu": "", "chi_tieu_den": "50", "nam": "2026"}), (2,), "I", "stop", "Dòng 2, cột dau (I2): dấu “>” không khớp với các cột số. Dấu >=, >, = cần chi_tieu_tu; <=, < cần chi_tieu_den; range cần cả hai; không dấu thì để trống cả hai."),
    Case("number_left_out", figures({"chi_tieu": "70%", "dau": "", "chi_tieu_tu": "", "chi_tieu_den": "", "nam": "2026"}), (2,), "F", "confirm", "Dòng 2, cột chi_tieu (F2): “70%” có con số, trong khi các cột chi_tieu_tu, chi_tieu_den để trống; mục tiêu sẽ chỉ được giữ bằng lời, không so được với kết quả."),
    Case("range_reversed", figures({"chi_tieu": "30-20%", "nam": "2026"}), (2,), "F", "stop", "Dòng 2, cột chi_tieu (F2): “30-20%” phải ghi số nhỏ trước, số lớn sau, ví dụ 20-30%."),
    Case("basis_contradicts", figures({"ket_qua": "69,3", "can_cu": "bằng lời"}), (2,), "I", "stop", "Dòng 2, cột can_cu (I2): “bằng lời” không khớp với kết quả của dòng. Có con số thì ghi đo được hoặc văn bản nêu, không có số thì ghi bằng lời hoặc văn bản nêu; để trống cũng được."),
    Case("fraction_half", figures({"ket_qua": "5", "tu_so": "16"}), (2,), "", "stop", "Dòng 2, cột mau_so: ghi cả tử số và mẫu số, hoặc để trống cả hai."),
    Case("fraction_of_count", figures({"ma_chi_tieu": "NL.09", "cap": "chung", "ket_qua": "", "tu_so": "8", "mau_so": "16"}), (2,), "I", "stop", "Dòng 2, cột tu_so (I2): chỉ tiêu này đếm bằng người, không tính tử số chia mẫu số. Ghi con số vào cột ket_qua."),
    Case("fraction_zero", figures({"ket_qua": "5", "tu_so": "1", "mau_so": "0"}), (2,), "J", "stop", "Dòng 2, cột mau_so (J2): mẫu số phải lớn hơn 0. Ghi lại mẫu số, hoặc để trống cả tử số và mẫu số."),
    Case("fraction_above_whole", figures({"ket_qua": "", "tu_so": "17", "mau_so": "16"}), (2,), "I", "stop", "Dòng 2, cột tu_so (I2): tử số 17 lớn hơn mẫu số 16. Kiểm tra xem có ghi đảo hai số không."),
    Case("fraction_differs", figures({"ket_qua": "69,3", "tu_so": "8", "mau_so": "16"}), (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): kết quả 69,3% không khớp với 8/16 = 50%. Sửa kết quả, hoặc sửa tử số và mẫu số."),
    Case("wording_differs", figures({"ket_qua": "75%", "gia_tri": "69,3"}), (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): kết quả “75%” khác với cột gia_tri của dòng. Sửa cho khớp, hoặc bỏ cột gia_tri."),
    Case("fractions_differ", figures({"ket_qua": "16/17", "tu_so": "15", "mau_so": ""}), (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): kết quả 16/17 khác với cột tu_so, mau_so của dòng. Giữ một cách ghi, hoặc sửa cho khớp."),
    Case("period_not_begun", figures({"ket_qua": "5", "nam": "2027"}), (2,), "E", "stop", "Dòng 2, cột ky (E2): năm 2027 chưa bắt đầu nên chưa thể có kết quả. Kiểm tra lại cột nam và ky."),
    Case("period_running", figures({"ket_qua": "5", "nam": "2026", "ky": "Q4"}), (2,), "", "stop", "Dòng 2, cột so_lieu_den_ngay: Quý IV năm 2026 chưa kết thúc; ghi cột so_lieu_den_ngay để biết kết quả tính đến ngày nào, ví dụ 15/11/2026."),
    Case("day_in_future", figures({"ket_qua": "5", "nam": "2026", "so_lieu_den_ngay": "16/11/2026"}), (2,), "I", "stop", "Dòng 2, cột so_lieu_den_ngay (I2): “16/11/2026” là ngày chưa tới. Sửa lại ngày."),
    Case("day_before_period", figures({"ket_qua": "5", "ky": "Q2", "so_lieu_den_ngay": "1/2/2023"}), (2,), "I", "stop", "Dòng 2, cột so_lieu_den_ngay (I2): “01/02/2023” đứng trước Quý II năm 2023. Sửa lại ngày, năm hoặc kỳ."),
    Case("locator_needed", figures({"ma_chi_tieu": "XH.16", "cap": "xa", "nam": "2022", "nguon": "525/KH-UBND", "ket_qua": "2000"}), (2,), "", "stop", "Dòng 2, cột vi_tri: văn bản 525/KH-UBND nêu con số này ở 2 chỗ (Phần I.II.1.b; Phần I.II.8.a). Ghi cột vi_tri để biết sửa chỗ nào."),
    Case("withdraw_nothing", figures({"rut_lai": "x"}), (2,), "I", "stop", "Dòng 2, cột rut_lai (I2): kho không có số liệu này theo nguồn 06/QĐ-TTg nên không rút được. Kiểm tra lại chỉ tiêu, đơn vị, năm, kỳ và nguồn."),
    Case("factor_of_ten", figures({"ket_qua": "4,5"}), (2,), "G", "confirm", "Dòng 2, cột ket_qua (G2): 4,5% so với 45% (năm 2022) là thay đổi khoảng mười lần trở lên. Kiểm tra dấu phẩy và đơn vị tính."),
    Case("district_ended", figures({"cap": "huyen", "nam": "2026", "ky": "Q1", "ket_qua": "61"}), (2,), "B", "stop", "Dòng 2, cột cap (B2): cấp huyện kết thúc từ 01/07/2025, nên Quý I năm 2026 không có số liệu cấp huyện. Sửa cột cap, hoặc cột nam và ky."),
    Case("old_result", figures({"cap": "huyen", "don_vi": "440", "nam": "2021", "ket_qua": "61"}), (2,), "D", "confirm", "Dòng 2, cột nam (D2): kết quả của năm 2021, đã qua 5 năm, trong khi kho chưa có kết quả nào của Huyện Đức Thọ trong năm đó. Kiểm tra lại cột nam."),
    Case("large_fall", figures({"ket_qua": "12"}), (2,), "G", "confirm", "Dòng 2, cột ket_qua (G2): 12% so với 45% (năm 2022) là xấu đi 33 điểm phần trăm. Kiểm tra lại con số và dòng."),
    Case("day_after_document", figures({"cap": "huyen", "nam": "2022", "nguon": "525/KH-UBND", "vi_tri": "Phần I", "ket_qua": "41", "so_lieu_den_ngay": "30/12/2022"}), (2,), "J", "confirm", "Dòng 2, cột so_lieu_den_ngay (J2): “30/12/2022” đứng sau ngày 29/12/2022 của văn bản 525/KH-UBND. Kiểm tra lại ngày và nguồn."),
    Case("all_zero", figures(*({"nam": "2026", "ky": f"T{month}", "ket_qua": "0"} for month in range(1, 5))), (2,), "G", "confirm", "Dòng 2, cột ket_qua (G2): cả 4 kết quả của tệp đều bằng 0. Chưa có số liệu thì để trống, không ghi 0."),
    Case("target_result_swapped", figures(*({"nam": "2026", "ky": f"T{month}", "chi_tieu": f"6{month},5", "ket_qua": "80"} for month in range(1, 6))), (2,), "G", "confirm", "Dòng 2, cột ket_qua (G2): ở 5 dòng, kết quả trông như mục tiêu và mục tiêu trông như kết quả; dòng này ghi mục tiêu 61,5, kết quả 80 (%). Kiểm tra xem hai cột chi_tieu và ket_qua có bị đổi chỗ không."),
    Case("rows_shifted", figures(*({"nam": "2026", "cap": "xa", "don_vi": unit, "ky": "Q2", "ket_qua": now} for unit, (_, now) in SHIFTED)), (2,), "G", "confirm", "Dòng 2, cột ket_qua (G2): 90% khác hẳn kết quả trước của dòng (12%) mà gần với kết quả trước của dòng bên cạnh (88%); phần lớn trong 6 dòng đều như vậy. Kiểm tra xem cột có bị lệch một dòng không.", before=figures(*({"nam": "2026", "cap": "xa", "don_vi": unit, "ky": "Q1", "ket_qua": before} for unit, (before, _) in SHIFTED))),
    Case("cumulative_falls", figures({"ma_chi_tieu": "CQ.36", "cap": "chung", "ky": "Q1", "ket_qua": "500"}, {"ma_chi_tieu": "CQ.36", "cap": "chung", "ky": "Q2", "ket_qua": "450"}), (3,), "G", "confirm", "Dòng 3, cột ket_qua (G3): 450 nhỏ hơn 500 (Quý I năm 2023), trong khi chỉ tiêu này cộng dồn từ đầu năm. Kiểm tra xem con số có phải chỉ của riêng kỳ này không."),
    Case("far_from_neighbours", figures(*({"nam": "2026", "cap": "xa", "don_vi": unit, "ky": "Q1", "ket_qua": str(70 + at) if at else "7,1"} for at, unit in enumerate(NINE))), (2,), "G", "confirm", "Dòng 2, cột ket_qua (G2): 7,1% của Phường Thành Sen khác hẳn 8 đơn vị khác trong cùng kỳ (mức giữa: 74%). Kiểm tra lại con số và dòng."),
    Case("target_lowered", figures({"chi_tieu": "65"}), (2,), "F", "confirm", "Dòng 2, cột chi_tieu (F2): mục tiêu 65% thấp hơn 70% (đang có). Xác nhận nếu văn bản hạ mục tiêu thật."),
    Case("target_raised", figures({"ma_chi_tieu": "HT.45", "cap": "xa", "nam": "2026", "chi_tieu": "<= 7%"}), (2,), "F", "confirm", "Dòng 2, cột chi_tieu (F2): mục tiêu 7% dễ hơn 5% (năm 2025); chỉ tiêu này càng thấp càng tốt. Xác nhận nếu văn bản nới mục tiêu thật.", before=figures({"ma_chi_tieu": "HT.45", "cap": "xa", "nam": "2025", "chi_tieu": "<= 5%"})),
    Case("number_is_day", figures({"ket_qua": "10/5/2026"}), (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): “10/5/2026” là một ngày, không phải một con số. Ghi con số; ngày của số liệu ghi ở cột so_lieu_den_ngay."),
    Case("fraction_sign", figures({"ket_qua": "½"}), (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): “½” viết bằng ký hiệu phân số. Ghi bằng chữ số, ví dụ 1/2."),
    Case("letter_for_digit", figures({"ket_qua": "7O"}), (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): “7O” có chữ cái O ở chỗ của chữ số. Ghi lại bằng chữ số, ví dụ 70."),
    Case("unit_column_differs", figures({"don_vi_tinh": "Hồ sơ", "ket_qua": "50"}), (2,), "I", "confirm", "Dòng 2, cột don_vi_tinh (I2): tệp ghi đơn vị tính “Hồ sơ”, trong khi chỉ tiêu CQ.06 tính bằng %. Đổi con số sang %, hoặc xác nhận nếu con số đã tính bằng %."),
    Case("second_in_file", figures({"vi_tri": "Phần I", "ket_qua": "50"}, {"vi_tri": "Phần II", "ket_qua": "60"}), (3,), "G", "confirm", "Dòng 3, cột ket_qua (G3): dòng này ghi 60% (Phần II), dòng 2 ghi 50% (Phần I), cùng một số liệu của 06/QĐ-TTg. Mở văn bản xem có đúng là hai số không."),
    Case("status_flips", figures({"nam": "2022", "nguon": "525/KH-UBND", "ket_qua": "60"}), (2,), "G", "confirm", "Dòng 2, cột ket_qua (G2): 60% làm trạng thái đổi từ “Gần đạt” sang “Đạt”. Xác nhận nếu con số đúng.", {"second_number:2:ket_qua": "correct"}, whole=True),
    Case("result_restated", figures({"nam": "2022", "nguon": "424/QĐ-UBND", "chi_tieu": "55", "ket_qua": "45"}), (2,), "H", "confirm", "Dòng 2, cột nguon (H2): dòng nêu mục tiêu theo 424/QĐ-UBND, còn kết quả trong dòng là của 525/KH-UBND; ghi vào kho thì kết quả cũng mang nguồn 424/QĐ-UBND. Chỉ sửa mục tiêu thì xóa ô kết quả ở dòng này.", whole=True),
    Case("blank_over_value", figures({"nam": "2022", "nguon": "525/KH-UBND"}, {"nam": "2023", "ket_qua": "69,3"}), (2,), "G", "confirm", "Dòng 2, cột ket_qua (G2): ô trống, kho đang có 45%/ 40%/ 20%. Ô trống không xóa số; muốn rút, ghi x vào cột rut_lai."),
    Case("old_target", figures({"chi_tieu": "75", "nam": "2023"}), (2,), "D", "confirm", "Dòng 2, cột nam (D2): mục tiêu của năm 2023, đã qua 3 năm. Kiểm tra lại cột nam."),
    Case("count_with_fraction", figures({"ma_chi_tieu": "NL.09", "cap": "chung", "ket_qua": "5,5"}), (2,), "G", "confirm", "Dòng 2, cột ket_qua (G2): “5,5” có phần lẻ, trong khi đơn vị tính là người. Kiểm tra dấu phẩy."),
    Case("withdraws", figures({"nam": "2022", "nguon": "525/KH-UBND", "rut_lai": "x"}), (2,), "I", "confirm", "Dòng 2, cột rut_lai (I2): số 45%/ 40%/ 20% theo nguồn 525/KH-UBND sẽ không còn được tính."),
    # who may say what
    Case("document_foreign", figures({"cap": "xa", "don_vi": "18073", "ket_qua": "10", "nguon": "525/kh–ubnd"}), (2,), "H", "stop", "Dòng 2, cột nguon (H2): 525/KH-UBND là văn bản của Tỉnh Hà Tĩnh; tài khoản này không được nêu số thay cho văn bản đó. Ghi báo cáo của chính đơn vị vào cột nguon, ví dụ Báo cáo Quý III/2026: con số sẽ được giữ là “đơn vị tự nêu”.", person=STAFF_COMMUNE),
    Case("withdraw_foreign", figures(OF_COMMUNE | {"rut_lai": "x"}), (2,), "I", "stop", "Dòng 2, cột rut_lai (I2): số 30% theo nguồn BC 12/BC-UBND do chuyen-vien đưa vào cho địa bàn rộng hơn, nên tài khoản này không rút được. Nhờ người đó hoặc người quản trị rút; muốn nêu số khác thì ghi báo cáo của đơn vị.", person=STAFF_COMMUNE, before=figures(OF_COMMUNE | {"ket_qua": "30"}), before_by=STAFF_HA_TINH),
    Case("replace_foreign", figures(OF_COMMUNE | {"don_vi": "18229", "ket_qua": "35"}), (2,), "G", "stop", "Dòng 2, cột ket_qua (G2): nguồn BC 12/BC-UBND đã có số 30% do van-phong đưa vào cho địa bàn rộng hơn; tài khoản này không thay bằng 35% được. Ghi báo cáo của chính đơn vị vào cột nguon, hoặc nhờ người đó sửa.", person=Person("duc-tho", "Thị trấn", "staff", ("18229",), "oidc"), before=figures(OF_COMMUNE | {"don_vi": "18229", "ket_qua": "30"}), before_by=STAFF_DUC_THO),
    Case("second_number", figures(SECOND), (2,), "G", "ask", "Dòng 2, cột ket_qua (G2): tệp ghi 46%, kho đang có 45%/ 40%/ 20% ở đúng chỗ này của 525/KH-UBND (Phần I.I). Mở văn bản xem số nào đúng."),
    Case("second_number_kept", figures(SECOND), (2,), "G", "note", "Dòng 2, cột ket_qua (G2): giữ 45%/ 40%/ 20% của 525/KH-UBND (Phần I.I) như đã lưu; 46% trong tệp không được ghi.", {"second_number:2:ket_qua": "keep"}),
    Case("second_number_corrects", figures(SECOND), (2,), "G", "confirm", "Dòng 2, cột ket_qua (G2): 45%/ 40%/ 20% của 525/KH-UBND (Phần I.I) đã chép nhầm, sẽ sửa thành 46%.", {"second_number:2:ket_qua": "correct"}),
    Case("second_place", figures(SECOND | {"vi_tri": "Phần X"}), (2,), "G", "confirm", "Dòng 2, cột ket_qua (G2): tệp ghi 46% (Phần X), kho đang có 45%/ 40%/ 20% cũng của 525/KH-UBND (Phần I.I). Mở văn bản xem có đúng là hai số không."),
    Case("target_is_result", figures(OF_COMMUNE | {"chi_tieu": "52,3", "ket_qua": "80"}), (2,), "G", "confirm", "Dòng 2, cột ket_qua (G2): dòng ghi kết quả 80% và mục tiêu 52,3%, trong khi 52,3% là kết quả mà kho đang có. Kiểm tra xem hai ô chi_tieu và ket_qua có bị đổi chỗ không.", before=figures(OF_COMMUNE | {"ket_qua": "52,3"}), before_by=STAFF_HA_TINH),
    Case("document_beside", figures({"ket_qua": "10", "nguon": "Kế hoạch năm 2023 (Đức Thọ)"}), (2,), "H", "confirm", "Dòng 2, cột nguon (H2): Kế hoạch năm 2023 (Đức Thọ) là văn bản của Huyện Đức Thọ, số liệu của Tỉnh Hà Tĩnh. Xác nhận nếu văn bản ấy nêu số của Tỉnh Hà Tĩnh thật."),
    Case("stands_beside", figures(OF_COMMUNE | {"chi_tieu": "10%"}), (2,), "F", "note", "Dòng 2, cột chi_tieu (F2): 10% sẽ đứng bên cạnh mục tiêu 40% của 525/KH-UBND, không thay; màn hình ghi “đơn vị tự nêu”.", person=STAFF_COMMUNE, whole=True),
    Case("document_known", documents({"so_hieu": "525/kh-ubnd"}), (2,), "A", "stop", "Dòng 2, cột so_hieu (A2): “525/kh-ubnd” đã có trong sổ là 525/KH-UBND. Sửa văn bản ấy thì ghi đúng số hiệu 525/KH-UBND; văn bản khác trùng số thì ghi thêm cơ quan, ví dụ 525/KH-UBND (Phường Trần Phú)."),
    Case("document_cited", documents({"so_hieu": "BC 12/bc-ubnd"}), (2,), "A", "stop", "Dòng 2, cột so_hieu (A2): số liệu trong kho đang dẫn văn bản này là “BC 12/BC-UBND”. Ghi số hiệu đúng như vậy để số liệu nối được với sổ.", before=figures(OF_COMMUNE | {"ket_qua": "30"})),
    Case("document_taken", documents({"so_hieu": "BC 12/BC-UBND", "ma_don_vi": "42"}), (2,), "A", "stop", "Dòng 2, cột so_hieu (A2): “BC 12/BC-UBND” đang là báo cáo mà 1 đơn vị tự nêu số liệu (Phường Thành Sen…). Ghi thêm cơ quan vào số hiệu để không lẫn, ví dụ BC 12/BC-UBND (UBND tỉnh).", before=figures(OF_COMMUNE | {"ket_qua": "30"}), before_by=STAFF_COMMUNE),
    Case("document_letters", figures({"nguon": "Ƽ25/KH-UBND", "ket_qua": "5"}), (2,), "H", "stop", "Dòng 2, cột nguon (H2): “Ƽ25/KH-UBND” có chữ không phải chữ Việt (Ƽ), trông giống mà không phải. Gõ lại số hiệu bằng bàn phím, ví dụ 525/KH-UBND."),
    Case("document_brought", documents({"so_hieu": "BC 12/BC-UBND", "ma_don_vi": "18073"}), (2,), "A", "stop", "Dòng 2, cột so_hieu (A2): số liệu theo “BC 12/BC-UBND” đã do chuyen-vien đưa vào cho địa bàn rộng hơn, nên tài khoản này không ghi số hiệu ấy vào sổ được. Nhờ người đó hoặc người quản trị ghi.", person=STAFF_COMMUNE, before=figures(OF_COMMUNE | {"ket_qua": "30"}), before_by=STAFF_HA_TINH),
    Case("replaces_foreign", documents({"thay_the": "525/kh-ubnd"}), (2,), "G", "stop", "Dòng 2, cột thay_the (G2): 525/kh-ubnd là văn bản của Tỉnh Hà Tĩnh; tài khoản này không ghi được rằng văn bản ấy bị thay thế. Bỏ trống ô này.", person=STAFF_DUC_THO),
    Case("replaces_itself", documents({"so_hieu": "3494/KH-UBND-VH", "thay_the": "3494/kh-ubnd-vh"}), (2,), "G", "stop", "Dòng 2, cột thay_the (G2): “3494/kh-ubnd-vh” là chính văn bản của dòng này. Bỏ trống, hoặc ghi văn bản bị thay thế."),
    Case("day_too_old", documents({"ngay": "10/01/1985"}), (2,), "D", "stop", "Dòng 2, cột ngay (D2): “10/01/1985” trước ngày 01/01/1990. Kiểm tra lại năm của ngày này."),
    Case("order_day_far", documents({"ngay_xep": "10/03/2026"}), (2,), "E", "stop", "Dòng 2, cột ngay_xep (E2): ngày xếp 10/03/2026 cách ngày văn bản (10/01/2024) hơn 366 ngày. Bỏ ngày xếp thì văn bản xếp theo ngày của nó."),
    # catalogues
    Case("pillar_unknown", indicators({"nhom": "ZZ"}), (2,), "D", "stop", "Dòng 2, cột nhom (D2): không có nhóm “ZZ”; ghi một trong: AT, CQ, DL, HT, KT, NL, NT, PT, TC, XH."),
    Case("name_too_long", indicators({"ten_ngan": "a" * 49}), (2,), "C", "stop", "Dòng 2, cột ten_ngan (C2): “aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa” dài 49 ký tự; tối đa 48. Rút ngắn lại."),
    Case("definition_changes", indicators({"ma_chi_tieu": "CQ.06", "chieu": "giam", "ten": "", "dinh_nghia": "", "nhom": "", "cac_cap": "", "ngay_ra_soat": "", "hang": "", "ten_ngan": ""}), (2,), "F", "confirm", "Dòng 2, cột chieu (F2): Chiều của CQ.06 đổi từ “tang” thành “giam”; chuỗi số liệu cũ có thể không còn so sánh được."),
    Case("check_failed", indicators({"ma_chi_tieu": "HT.40", "ten": "", "ten_ngan": "", "nhom": "", "chieu": "", "cac_cap": "", "dinh_nghia": "", "ngay_ra_soat": "", "hang": ""}), (), "", "stop", f"Nạp tệp này thì kho sẽ có dòng sai: Tỷ lệ nằm ngoài 0–100%, hoặc tử số lớn hơn mẫu số (1 dòng). Ví dụ: HT.40, 1212847, dòng {SUBSCRIPTIONS} của lần cập nhật 1. Chưa ghi gì.", whole=True),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_a_finding_stands_at_its_place_and_says_what_to_do(case, store, request, monkeypatch):
    for (module, name), limit in case.limits.items():
        monkeypatch.setattr(module, name, limit)
    data = case.data() if callable(case.data) else case.data
    if case.before:
        store = request.getfixturevalue("own")
        importer.commit(store, case.before, "truoc.csv", case.before_by, seen=None, reason="thử")
    with every_rule_asked() if case.code in names("rules") else nullcontext():
        found = (
            importer.inspect(store, data, "tep", case.person, case.answers).findings
            if case.whole
            else judged(store, data, case.answers, case.person)
        )
    [own] = [finding for finding in found if finding.code == case.code]
    assert (tuple(own.rows), own.letter, own.severity) == (case.rows, case.letter, case.severity)
    assert own.text() == case.sentence
    assert not re.search(r"[{}]|None|nan\b", own.text())


def test_a_code_without_its_nought_is_answered_with_the_one_that_is_meant_before_two_others(store):
    [own] = judged(store, figures({"ket_qua": "5", "ma_chi_tieu": "CQ.6"}))
    beginning = "Dòng 2, cột ma_chi_tieu (A2): không có chỉ tiêu mã “CQ.6”. Có phải: "
    assert own.text().startswith(f"{beginning}CQ.06 (Hồ sơ công việc quản lý dạng hồ sơ điện tử); ")
    assert len(own.text().removeprefix(beginning).split("; ")) == 3


def test_a_seed_file_says_what_is_no_whole_number():
    table = Source("ma_nhom,ten_nhom,thu_tu\nNT,Nhận thức,một\n".encode()).table(form_of("pillar"), {})
    [finding] = rows_of(table)[1]
    assert (finding.code, tuple(finding.rows), finding.letter) == ("not_a_whole", (2,), "C")
    assert finding.text() == "Dòng 2, cột thu_tu (C2): “một” không phải một số nguyên, ghi như 2022."


def test_every_code_of_the_catalogue_has_a_case():
    of_tasks = {code for _, code, _ in TASK_CASES} | {"task_reopened"}
    of_decisions = {"finding_gone", "finding_changed", "finding_unit_differs", "side_missing", "side_spare", "reason_long"}
    of_contacts = {"contact_empty", "contact_unreadable"}
    of_weights = {code for _, code, _ in WEIGHT_CASES} | {"share_of_less"}
    assert {case.code for case in CASES} | of_tasks | of_decisions | of_contacts | of_weights | {
        "not_a_whole",
        "cell_changed",
        "layout_known",
        "layout_used",
    } | {code for code in FINDINGS if code.startswith("answer_")} == set(FINDINGS)  # those have a test of their own


def test_every_rule_has_its_sentence():
    assert set(names("rules")) <= set(FINDINGS)


@pytest.mark.parametrize("code", FINDINGS)
def test_a_sentence_is_whole_vietnamese_and_ends_with_a_full_stop(code):
    message = FINDINGS[code]
    assert message.severity in ("stop", "ask", "confirm", "note") and message.cause and not message.cause.endswith(".")
    assert message.text.endswith((".", "?", "{nearest}", "{successors}", "{predecessors}"))
    assert not re.search(r"\b(the|row|column|file|value|error|invalid|unit|cell)\b", re.sub(r"\{\w+\}", "", message.text))
    if message.severity == "stop" and "nearest" not in message.text:  # a refusal says what to do
        assert re.search(
            r"\b(hãy|ghi|viết|sửa|bỏ|xóa|lưu|chọn|chép|chuyển|giữ|thêm|mở|kiểm tra|giải nén|đặt|cần|làm|rút|có phải|chưa ghi gì|phải|successors|predecessors|có thể)\b",
            message.text.lower(),
        ), message.text
