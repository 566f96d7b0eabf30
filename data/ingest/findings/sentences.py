"""The catalogue of everything the importer says: by code, in Vietnamese. Where, what was found, what is expected, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Message(NamedTuple):
    """``severity``: stop, ask, confirm or note; ``cause``: heading of the group; ``text``: the sentence, with arguments in braces."""

    severity: str
    cause: str
    text: str


def _stop(cause: str, text: str) -> Message:
    return Message("stop", cause, text)


def _ask(cause: str, text: str) -> Message:
    return Message("ask", cause, text)


def _confirm(cause: str, text: str) -> Message:
    return Message("confirm", cause, text)


def _note(cause: str, text: str) -> Message:
    return Message("note", cause, text)


FINDINGS: dict[str, Message] = {
    # the file as a whole
    "file_empty": _stop("Tệp trống", "Tệp không có nội dung. Hãy kiểm tra lại tệp vừa chọn."),
    "file_too_large": _stop("Tệp quá lớn", "Tệp nặng {size} MB, vượt mức {limit} MB. Hãy chia thành nhiều tệp, mỗi tệp một năm hoặc một địa bàn."),
    "file_xlsm": _stop("Tệp có macro", "Sổ làm việc này có macro nên không được nhận. Lưu thành .xlsx (không macro) rồi nạp lại."),
    "file_xlsb": _stop("Tệp Excel nhị phân (.xlsb)", "Đây là sổ làm việc nhị phân (.xlsb). Mở bằng Excel, chọn Lưu thành › Sổ làm việc Excel (.xlsx) rồi nạp lại."),
    "file_numbers": _stop("Tệp Numbers của Apple", "Đây là tệp Numbers (.numbers). Trong Numbers chọn Tệp › Xuất sang › Excel rồi nạp tệp .xlsx."),
    "file_fods": _stop("Tệp OpenDocument dạng phẳng (.fods)", "Đây là tệp OpenDocument dạng phẳng (.fods). Mở bằng LibreOffice, lưu thành .ods hoặc .xlsx rồi nạp lại."),
    "file_xml_excel": _stop("Bảng tính XML của Excel 2003", "Đây là bảng tính XML của Excel 2003 (.xml, đôi khi đổi tên thành .xls). Mở bằng Excel, chọn Lưu thành › Sổ làm việc Excel (.xlsx) rồi nạp lại."),
    "file_xml": _stop("Tệp XML", "Đây là tệp XML, không phải bảng số liệu. Hãy xuất lại từ phần mềm gốc thành Excel (.xlsx) hoặc CSV."),
    "file_encrypted": _stop("Tệp có mật khẩu", "Sổ làm việc được đặt mật khẩu nên không đọc được. Bỏ mật khẩu (Tệp › Thông tin › Bảo vệ) rồi nạp lại."),
    "file_pdf": _stop("Tệp PDF", "Đây là tệp PDF, không phải bảng số liệu. Hãy nạp tệp Excel hoặc CSV gốc."),
    "file_html": _stop("Trang web đổi tên", "Nội dung là một trang web (HTML) được đặt tên thành bảng tính. Mở bằng Excel rồi lưu thành .xlsx."),
    "file_word": _stop("Tệp Word hoặc PowerPoint", "Đây là tệp {kind}, không phải bảng số liệu. Hãy chép bảng sang tệp mẫu rồi nạp lại."),
    "file_zip": _stop("Tệp nén", "Đây là tệp nén, không phải sổ làm việc Excel. Giải nén rồi nạp từng tệp."),
    "file_picture": _stop("Tệp ảnh", "Đây là một tệp ảnh. Hãy nạp tệp Excel hoặc CSV gốc."),
    "file_unknown": _stop("Không rõ loại tệp", "Nội dung tệp không phải CSV, Excel (.xlsx, .xls) hay OpenDocument (.ods). Hãy nạp tệp mẫu đã điền."),
    "file_damaged": _stop("Sổ làm việc hỏng", "Không đọc được sổ làm việc: tệp hỏng hoặc tải về dở dang. Mở bằng Excel, lưu lại rồi nạp lại."),
    "file_bomb": _stop("Sổ làm việc phình to bất thường", "Tệp giải nén ra {size} MB, vượt mức {limit} MB. Chép phần có số liệu sang tệp mẫu mới rồi nạp lại."),
    "file_busy": _stop("Máy chủ đang bận", "Có quá nhiều tệp đang chờ được đọc. Hãy thử lại sau ít phút; chưa ghi gì."),
    "file_slow": _stop("Sổ làm việc quá nặng", "Đọc tệp vượt quá thời gian hoặc bộ nhớ cho phép. Chép phần có số liệu sang tệp mẫu mới rồi nạp lại."),
    "too_many_rows": _stop("Quá nhiều dòng", "Bảng có hơn {limit} dòng. Hãy chia thành nhiều tệp."),
    "too_many_columns": _stop("Quá nhiều cột", "Bảng có hơn {limit} cột: ô {at} còn nội dung. Xóa các cột thừa bên phải rồi nạp lại."),
    "no_header": _stop("Không thấy dòng tiêu đề", "Không tìm thấy dòng tiêu đề của tệp mẫu trong {looked} dòng đầu. Cần có các cột: {needed}. Hãy tải tệp mẫu và chép số liệu vào."),
    "no_rows": _stop("Không có dòng số liệu", "Dưới dòng tiêu đề (dòng {header}) không có dòng số liệu nào. Hãy kiểm tra lại tệp vừa chọn."),
    "column_missing": _stop("Thiếu cột", "Thiếu cột {label} ({column}). Thêm cột này vào dòng tiêu đề, hoặc chép số liệu sang tệp mẫu."),
    "column_twice": _stop("Trùng cột", "Cột {column} có ở cả {places}. Giữ lại một cột, xóa cột kia."),
    "column_near": _ask("Tên cột gần đúng", "{where}: tiêu đề “{found}” không có trong mẫu; có phải là {nearest}? Chọn cột đúng, hoặc sửa tên cột rồi nạp lại."),
    "column_unknown": _confirm("Cột không thuộc mẫu", "{where}: tiêu đề “{found}” không thuộc mẫu nên cột này không được đọc. Nếu là cột ghi riêng thì xác nhận; nếu là số liệu thì sửa tiêu đề theo tệp mẫu."),
    "table_wide": _ask("Bảng không theo mẫu", "Bảng được hiểu như sau: cột {figures}{read}; thành {count} dòng số liệu, mỗi số một dòng. Có đúng không?"),
    "table_read": _note("Bảng không theo mẫu", "Bảng được đọc như sau: cột {figures}{read}; thành {count} dòng số liệu."),
    "table_other": _stop("Bảng không theo mẫu", "Bạn đã trả lời là bảng không được hiểu đúng (cột {figures}{read}). Chọn lại ý nghĩa của từng cột, hoặc chép số liệu sang tệp mẫu."),
    "key_missing": _ask("Bảng thiếu thông tin chung", "Bảng không có cột nào, cũng không có dòng nào phía trên nói {label}. Trả lời một lần cho cả bảng."),
    "layout_known": _ask("Đọc như lần trước", "Tệp có cùng tiêu đề với tệp “{file}” nạp ngày {day}, nên được hiểu như lần đó: {said}. Có đúng không?"),
    "layout_used": _note("Đọc như lần trước", "Tệp được đọc như tệp “{file}” nạp ngày {day}: {said}."),
    "cells_filled": _note("Ô gộp, ô lặp lại", "{where}: {count} ô trống được điền theo ô phía trên (“{found}” ở dòng {from_row} và tương tự)."),
    "cells_blank": _ask("Ô trống dưới một ô có chữ", "{where}: {count} ô trống nằm dưới một ô có chữ, như trong bảng chép từ Word có ô gộp. Có phải chúng lặp lại ô phía trên (“{found}” ở dòng {from_row}) không?"),
    "rows_silent": _note("Dòng không có số nào", "{where}: dòng không có số nào nên không đọc."),
    "bytes_unreadable": _stop("Không rõ bảng mã", "Byte thứ {at} (dòng {row}) không thuộc bảng mã nào được nhận (UTF-8, UTF-16, Windows-1258, TCVN3). Trong Excel chọn Lưu thành › CSV UTF-8."),
    "quote_open": _stop("Dấu nháy kép không đóng", "Dòng {row}: dấu nháy kép mở mà không đóng, nên không tách được ô. Sửa dấu nháy kép rồi nạp lại."),
    "quote_broken": _stop("Dấu nháy kép sai chỗ", "Dòng {row}: dấu nháy kép nằm sai chỗ, nên không tách được ô. Nháy kép nằm trong ô phải viết thành hai dấu liền nhau (\"\")."),
    "cell_too_long": _stop("Ô quá dài", "Dòng {row}: một ô dài hơn {limit} ký tự. Có thể thiếu dấu nháy kép đóng ô."),
    "row_ragged": _stop("Dòng thừa ô", "{where}: dòng có {found} ô, tiêu đề có {expected} ô. Nếu số thập phân viết dấu phẩy trong tệp ngăn bằng dấu phẩy thì đặt số trong nháy kép, hoặc ngăn ô bằng dấu chấm phẩy."),
    "number_cut": _stop("Số bị dấu phẩy cắt đôi", "{where}: nguồn chỉ là “{found}”, ngay sau “{whole}”; có lẽ số {whole},{decimals} viết dấu phẩy trong tệp ngăn ô bằng dấu phẩy nên các ô sau bị lệch. Đặt số trong nháy kép (\"{whole},{decimals}\"), hoặc ngăn ô bằng dấu chấm phẩy."),
    "sheet_choice": _ask("Nhiều trang tính", "Sổ làm việc có nhiều trang tính đúng mẫu: {sheets}. Chọn trang tính nạp trước; ghi xong trang ấy thì đến trang kế tiếp, mỗi trang là một lần cập nhật mang tên trang."),
    "sheet_taken": _note("Trang tính được đọc", "Đọc trang tính “{sheet}”. Các trang tính khác không được đọc: {others}."),
    "sheet_hidden": _confirm("Trang tính ẩn", "Trang tính “{sheet}” đang bị ẩn mà có số liệu đúng mẫu. Số liệu của trang này không được đọc; hãy bỏ ẩn nếu cần nạp."),
    "columns_hidden": _confirm("Cột bị ẩn", "{where}: cột bị ẩn trong Excel vẫn được đọc. Kiểm tra có đúng ý không."),
    "rows_hidden": _confirm("Dòng bị ẩn", "{where}: dòng bị ẩn hoặc bị lọc trong Excel vẫn được đọc. Kiểm tra có đúng ý không."),
    "title_skipped": _note("Dòng tên bảng", "Các dòng trên tiêu đề (trước dòng {header}) được coi là tên bảng, không đọc."),
    "total_skipped": _note("Dòng tổng cộng", "{where}: “{found}” được coi là dòng tổng cộng, không đọc."),
    "section_skipped": _note("Dòng đề mục", "{where}: “{found}” được coi là dòng đề mục, không đọc."),
    "numbering_skipped": _note("Dòng đánh số cột", "{where}: dòng đánh số cột, không đọc."),
    "footnote_below": _note("Chú thích dưới bảng", "{where}: “{found}” là chú thích dưới bảng, không phải số liệu; số có dấu {mark} giữ lời này ở cột {titles[ghi_chu]}."),
    "signature_skipped": _note("Phần ký tên, ghi chú cuối bảng", "{where}: từ “{found}” trở xuống được coi là phần ký tên và ghi chú, không đọc."),
    "blank_form_rows": _note("Dòng chưa điền", "{count} dòng chưa ghi mục tiêu hay kết quả nào (dòng {rows}); các dòng này không nói gì nên không thay đổi gì."),
    "encoding": _note("Bảng mã", "Tệp được đọc theo bảng mã {encoding}."),
    # text
    "text_tcvn3": _ask("Chữ theo bảng mã TCVN3 (phông .VnTime)", "{where}: chữ “{found}” viết bằng phông TCVN3, chuyển sang Unicode thành “{converted}”. Có chuyển không?"),
    "text_vni": _ask("Chữ theo bảng mã VNI", "{where}: chữ “{found}” viết bằng phông VNI, chuyển sang Unicode thành “{converted}”. Có chuyển không?"),
    "text_mojibake": _stop("Chữ bị lỗi bảng mã", "{where}: chữ “{found}” bị lỗi bảng mã, có lẽ là “{converted}”. Mở lại tệp gốc và lưu thành CSV UTF-8 rồi nạp lại."),
    "text_lost": _stop("Chữ bị mất dấu", "{where}: chữ “{found}” có chữ cái đã mất, chỉ còn dấu � hoặc ?. Mở lại tệp gốc và lưu thành CSV UTF-8 rồi nạp lại."),
    "cell_error": _stop("Ô Excel báo lỗi", "{where}: ô báo lỗi {found}. Sửa công thức hoặc ghi thẳng con số."),
    "cell_uncalculated": _stop("Công thức chưa có giá trị", "{where}: công thức {found} chưa được tính. Mở bằng Excel, lưu lại, hoặc ghi thẳng con số."),
    "cell_truth": _stop("Ô đúng/sai", "{where}: ô chứa {found} (đúng/sai) chứ không phải số hay chữ. Ghi lại nội dung của ô."),
    # values
    "needed": _stop("Ô bắt buộc để trống", "{where}: để trống; cần {expected}."),
    "not_a_number": _stop("Không phải một con số", "{where}: “{found}” không phải một con số. Ghi số cụ thể, ví dụ {example}."),
    "number_in_words": _stop("Kết quả bằng lời", "{where}: “{found}” không phải một con số. Ghi số đã đo được, ví dụ {proposal}; lời văn ghi ở cột {titles[ghi_chu]}."),
    "number_is_day": _stop("Ngày thay cho con số", "{where}: “{found}” là một ngày, không phải một con số. Ghi con số; ngày của số liệu ghi ở cột {titles[so_lieu_den_ngay]}."),
    "fraction_sign": _stop("Ký hiệu phân số", "{where}: “{found}” viết bằng ký hiệu phân số. Ghi bằng chữ số, ví dụ {proposal}."),
    "letter_for_digit": _stop("Chữ cái thay cho chữ số", "{where}: “{found}” có chữ cái {letters} ở chỗ của chữ số. Ghi lại bằng chữ số, ví dụ {proposal}."),
    "nothing_said": _stop("Chưa có số liệu thì để trống", "{where}: “{found}” không phải một con số. Chưa có số liệu thì để trống ô này."),
    "words_not_known": _stop("Lời văn thay cho con số", "{where}: “{found}” không phải một con số. Ghi số cụ thể, ví dụ 69,3; lời văn ghi ở cột {titles[ghi_chu]}."),
    "number_style": _stop("Hai cách viết số trong một cột", "{where}: “{found}” viết kiểu {style}, các ô khác trong cột viết kiểu {other}. Viết lại theo một kiểu, nên là {example}."),
    "number_dot": _ask("Dấu chấm hay dấu phẩy ngăn nghìn", "{where}: “{found}” có thể là {as_decimal} hoặc {as_thousands}. Chọn cách hiểu cho cả cột."),
    "number_settled": _note("Số được hiểu theo đơn vị tính", "{where}: “{found}” được hiểu là {value}, vì {why}."),
    "number_english": _note("Cách viết số", "{where} viết số kiểu Anh (69.3; 1,410,498): dấu chấm là dấu thập phân."),
    "share_as_fraction": _ask("Tỷ lệ viết từ 0 đến 1", "{where}: “{found}” ở một chỉ tiêu tính bằng %. Có thể là {as_share} (viết từ 0 đến 1) hoặc {as_percent}. Chọn cách hiểu cho cả cột."),
    "share_above_one": _stop("Số lớn hơn 1 trong cột viết từ 0 đến 1", "{where}: “{found}” lớn hơn 1, trong khi cột này được hiểu là viết từ 0 đến 1 (0,693 là 69,3%). Nếu là phần trăm thì ghi {as_percent}; nếu không thì sửa lại con số."),
    "number_rounded": _note("Số được làm tròn", "{where}: “{found}” có hơn bốn chữ số thập phân; kho giữ bốn chữ số."),
    "percent_of_count": _stop("Phần trăm ở chỉ tiêu không tính bằng %", "{where}: ô có định dạng phần trăm ({found}), trong khi chỉ tiêu này tính bằng {unit}. Đặt định dạng ô là Chung (General) rồi ghi lại con số."),
    "number_date": _stop("Excel đã đổi số thành ngày", "{where}: ô chứa ngày {found}; có lẽ Excel đã tự đổi một số như 12/16 hay 1.2 thành ngày. Đặt định dạng ô là Văn bản (Text) rồi ghi lại con số."),
    "too_precise": _stop("Số quá lớn", "{where}: “{found}” có hơn 14 chữ số trước dấu phẩy, kho không giữ được. Kiểm tra lại con số."),
    "not_a_day": _stop("Không phải một ngày", "{where}: “{found}” không phải một ngày có thật. Ghi ngày/tháng/năm, ví dụ 29/12/2022."),
    "not_a_year": _stop("Năm sai", "{where}: “{found}” không phải một năm hợp lệ; cần năm từ 2000 đến 2050, ví dụ 2023."),
    "not_a_period": _stop("Kỳ sai", "{where}: “{found}” không phải một kỳ; ghi N (cả năm), 6T, 9T, Q1 đến Q4 hoặc T1 đến T12."),
    "not_a_whole": _stop("Không phải số nguyên", "{where}: “{found}” không phải một số nguyên, ghi như {example}."),
    "not_a_word": _stop("Từ không có trong danh sách", "{where}: “{found}” không có trong danh sách; ghi một trong: {choices}."),
    "not_a_target": _stop("Mục tiêu không đọc được", "{where}: “{found}” không đọc được thành mục tiêu. Ghi như 70; trên 50%; tối thiểu 80%; 20-30%; <= 5."),
    "several_levels": _stop("Số ghi gộp nhiều cấp", "{where}: “{found}” gộp số của nhiều cấp. Ghi mỗi cấp một dòng, cột {titles[cap]} là tinh, huyen hoặc xa: {split}."),
    "code_is_number": _stop("Mã bị Excel đổi thành số", "{where}: Excel đang giữ mã “{found}” như một con số hay ngày, nên 1.10 và 1.1 không còn phân biệt. Đặt định dạng cột là Văn bản (Text) rồi ghi lại mã."),
    # values: units, estimates, footnotes
    "unit_differs": _stop("Đơn vị tính không khớp", "{where}: “{found}” ghi theo “{words}”, trong khi chỉ tiêu này tính bằng {unit}. Ghi con số tính bằng {unit}, hoặc kiểm tra lại mã chỉ tiêu."),
    "estimate_in_words": _stop("Số ước viết bằng lời", "{where}: “{found}” chỉ nói chừng ({how}), không phải con số chính xác. Ghi {proposal} vào ô này và ghi {word} vào cột {titles[dinh_tinh]}."),
    "number_footnote": _stop("Số có dấu chú thích", "{where}: “{found}” có dấu chú thích {mark} sau con số. Ghi {proposal} vào ô này, chú thích ghi ở cột {titles[ghi_chu]}{meaning}."),
    "year_short": _stop("Năm viết hai chữ số", "{where}: năm “{found}” chỉ có hai chữ số. Ghi đủ bốn chữ số: {proposal}."),
    "day_short": _stop("Ngày có năm viết hai chữ số", "{where}: ngày “{found}” ghi năm bằng hai chữ số. Ghi đủ bốn chữ số: {proposal}."),
    "period_bare": _ask("Kỳ chỉ là một con số", "{where}: kỳ “{found}” có thể là {one} hoặc {other}. Chọn cách hiểu."),
    "day_order": _ask("Ngày trước hay tháng trước", "{where}: “{found}” có thể là {as_day_first} hoặc {as_month_first}, vì tệp này viết theo kiểu Anh. Chọn cách hiểu cho cả cột."),
    "period_year_differs": _stop("Kỳ và năm không khớp", "{where}: kỳ “{found}” nói năm {said}, trong khi cột {titles[nam]} của dòng ghi {year}. Sửa cho khớp."),
    "source_number": _ask("Nguồn là một con số", "{where}: ô nguồn chứa con số {found}, chưa rõ là văn bản nào. Ghi số hiệu đầy đủ, ví dụ {typed}/BC-UBND; nếu số hiệu đúng là “{typed}” thì chọn giữ."),
    "source_day": _ask("Excel đã đổi nguồn thành ngày", "{where}: ô nguồn chứa ngày {found}; có lẽ Excel đã tự đổi một số như {typed} thành ngày. Ghi số hiệu đầy đủ của văn bản; nếu số hiệu đúng là “{typed}” thì chọn giữ."),
    "source_percent": _ask("Nguồn là một tỷ lệ", "{where}: ô nguồn chứa {found}, có lẽ số liệu ghi nhầm cột. Ghi số hiệu văn bản vào ô này; nếu số hiệu đúng là “{typed}” thì chọn giữ."),
    "indicator_by_name": _note("Chỉ tiêu ghi bằng tên", "{where}: “{found}” được hiểu là chỉ tiêu {code}."),
    "fraction_or_month": _ask("Phân số hay tháng", "{where}: “{found}” có thể là tử số/mẫu số (tức {as_fraction}) hoặc là {as_month}. Chọn cách hiểu cho cả cột."),
    # keys
    "indicator_unknown": _stop("Mã chỉ tiêu không có", "{where}: không có chỉ tiêu mã “{found}”. {nearest}"),
    "unit_unknown": _stop("Đơn vị không có", "{where}: không có đơn vị “{found}”. {nearest}"),
    "unit_ambiguous": _stop("Tên đơn vị trùng nhau", "{where}: “{found}” là tên của {count} đơn vị: {choices}. Ghi mã đơn vị cho chắc, hoặc ghi thêm loại nếu khác loại (huyện, thị xã, xã…)."),
    "unit_ended": _stop("Đơn vị không còn trong kỳ này", "{where}: {what} không còn từ ngày {ended}. {successors}"),
    "unit_not_yet": _stop("Đơn vị chưa có trong kỳ này", "{where}: {what} chỉ có từ ngày {began}. {predecessors}"),
    "document_unknown": _note("Văn bản chưa có trong sổ", "{where}: văn bản “{found}” chưa có trong sổ văn bản; số liệu sẽ xếp theo ngày nạp cho đến khi văn bản được ghi vào sổ."),
    "document_day_differs": _confirm("Ngày văn bản khác với sổ", "{where}: “{found}” ghi một ngày khác với ngày {issued} của {document} trong sổ văn bản. Xác nhận nếu vẫn là văn bản ấy; nếu là văn bản khác cùng số thì ghi thêm cơ quan hoặc năm vào số hiệu."),
    "document_near": _confirm("Số hiệu gần giống văn bản đã có", "{where}: văn bản “{found}” chưa có trong kho. {nearest} Nếu đúng là văn bản khác thì xác nhận; nếu gõ nhầm thì sửa lại."),
    "level_above_unit": _stop("Cấp cao hơn đơn vị", "{where}: {unit} không có số liệu cấp {level}. Sửa cột {titles[cap]} hoặc {titles[don_vi]}."),
    "level_not_of_indicator": _stop("Chỉ tiêu không tính ở cấp này", "{where}: chỉ tiêu {indicator} tính ở cấp {levels}, không tính ở cấp {level}. Sửa cột {titles[cap]}, hoặc kiểm tra lại mã chỉ tiêu."),
    "territory_forbidden": _stop("Ngoài địa bàn được giao", "{where}: {found} không thuộc địa bàn mà tài khoản này được cập nhật ({territories}). Bỏ dòng này, hoặc nhờ người quản trị giao thêm địa bàn."),
    "catalogue_forbidden": _stop("Không được sửa danh mục", "{where}: chỉ tài khoản được giao toàn bộ địa bàn mới được cập nhật {form}. Hãy gửi tệp cho người quản trị."),
    "row_twice": _ask("Hai dòng cho một số liệu", "Dòng {rows}: cùng một số liệu của cùng một nguồn ({what}, {period}) mà ghi khác nhau: {values}. Chọn dòng đúng; các dòng kia không được ghi."),
    "row_chosen": _note("Đã chọn dòng đúng", "Dòng {rows}: cùng một số liệu ({what}, {period}) mà ghi khác nhau; lấy {values} ở {chosen} như đã chọn, {left_out} không được ghi."),
    "row_repeated": _note("Dòng lặp lại", "Dòng {rows}: các dòng giống hệt nhau ({what}, {period}); chỉ tính một dòng."),
    "key_twice": _stop("Hai dòng cùng một mã", "Dòng {rows}: cùng mã “{found}”. Giữ lại một dòng."),
    # rules about figures
    "share_out_of_range": _stop("Tỷ lệ ngoài 0–100%", "{where}: “{found}” ở chỉ tiêu tính bằng % phải từ 0 đến 100.{hint} Kiểm tra lại con số và dấu phẩy."),
    "target_beyond": _stop("Mục tiêu không thể đạt", "{where}: “{found}” là mức mà một tỷ lệ không thể đạt (chỉ từ 0 đến 100%). Kiểm tra lại văn bản, ghi ví dụ 100%."),
    "negative": _stop("Số âm", "{where}: “{found}” là số âm; chỉ tiêu này không thể âm. Xóa dấu trừ hoặc ghi lại con số."),
    "operator_half": _stop("Dấu và số của mục tiêu không khớp", "{where}: dấu “{found}” không khớp với các cột số. Dấu >=, >, = cần {titles[chi_tieu_tu]}; <=, < cần {titles[chi_tieu_den]}; range cần cả hai; không dấu thì để trống cả hai."),
    "range_reversed": _stop("Khoảng viết ngược", "{where}: “{found}” phải ghi số nhỏ trước, số lớn sau, ví dụ 20-30%."),
    "basis_contradicts": _stop("Căn cứ không khớp kết quả", "{where}: “{found}” không khớp với kết quả của dòng. Có con số thì ghi đo được hoặc văn bản nêu, không có số thì ghi bằng lời hoặc văn bản nêu; để trống cũng được."),
    "fraction_half": _stop("Thiếu tử số hoặc mẫu số", "{where}: ghi cả tử số và mẫu số, hoặc để trống cả hai."),
    "fraction_of_count": _stop("Tỷ số ở chỉ tiêu đếm số lượng", "{where}: chỉ tiêu này đếm bằng {unit}, không tính tử số chia mẫu số. Ghi con số vào cột {titles[ket_qua]}."),
    "fraction_zero": _stop("Mẫu số bằng 0", "{where}: mẫu số phải lớn hơn 0. Ghi lại mẫu số, hoặc để trống cả tử số và mẫu số."),
    "fraction_above_whole": _stop("Tử số lớn hơn mẫu số", "{where}: tử số {numerator} lớn hơn mẫu số {denominator}. Kiểm tra xem có ghi đảo hai số không."),
    "fraction_differs": _stop("Kết quả không khớp tử số/mẫu số", "{where}: kết quả {value} không khớp với {numerator}/{denominator} = {computed}. Sửa kết quả, hoặc sửa tử số và mẫu số."),
    "unit_column_differs": _confirm("Đơn vị tính khác danh mục", "{where}: tệp ghi đơn vị tính “{found}”, trong khi chỉ tiêu {indicator} tính bằng {unit}. Đổi con số sang {unit}, hoặc xác nhận nếu con số đã tính bằng {unit}."),
    "number_left_out": _confirm("Mục tiêu có số mà cột số để trống", "{where}: “{found}” có con số, trong khi các cột {titles[chi_tieu_tu]}, {titles[chi_tieu_den]} để trống; mục tiêu sẽ chỉ được giữ bằng lời, không so được với kết quả."),
    "wording_differs": _stop("Kết quả không khớp cột giá trị", "{where}: kết quả “{found}” khác với cột {titles[gia_tri]} của dòng. Sửa cho khớp, hoặc bỏ cột {titles[gia_tri]}."),
    "fractions_differ": _stop("Kết quả không khớp tử số/mẫu số", "{where}: kết quả {found} khác với cột {titles[tu_so]}, {titles[mau_so]} của dòng. Giữ một cách ghi, hoặc sửa cho khớp."),
    "period_not_begun": _stop("Kỳ chưa bắt đầu", "{where}: {found} chưa bắt đầu nên chưa thể có kết quả. Kiểm tra lại cột {titles[nam]} và {titles[ky]}."),
    "period_running": _stop("Kỳ chưa kết thúc", "{where}: {found} chưa kết thúc; ghi cột {titles[so_lieu_den_ngay]} để biết kết quả tính đến ngày nào, ví dụ {example}."),
    "day_in_future": _stop("Ngày ở tương lai", "{where}: “{found}” là ngày chưa tới. Sửa lại ngày."),
    "day_before_period": _stop("Ngày trước kỳ", "{where}: “{found}” đứng trước {period}. Sửa lại ngày, năm hoặc kỳ."),
    "locator_needed": _stop("Cần ghi vị trí trong văn bản", "{where}: văn bản {document} nêu con số này ở {count} chỗ ({places}). Ghi cột {titles[vi_tri]} để biết sửa chỗ nào."),
    "withdraw_nothing": _stop("Không có gì để rút", "{where}: kho không có số liệu này theo nguồn {document} nên không rút được. Kiểm tra lại chỉ tiêu, đơn vị, năm, kỳ và nguồn."),
    "factor_of_ten": _confirm("Thay đổi khoảng mười lần trở lên", "{where}: {found} so với {before} ({when}) là thay đổi khoảng mười lần trở lên. Kiểm tra dấu phẩy và đơn vị tính."),
    "district_ended": _stop("Cấp huyện đã thôi", "{where}: cấp huyện kết thúc từ {ended}, nên {period} không có số liệu cấp huyện. Sửa cột {titles[cap]}, hoặc cột {titles[nam]} và {titles[ky]}."),
    "old_result": _confirm("Kết quả của năm đã qua lâu", "{where}: kết quả của năm {year}, đã qua {ago} năm, trong khi kho chưa có kết quả nào của {unit} trong năm đó. Kiểm tra lại cột {titles[nam]}."),
    "large_fall": _confirm("Tỷ lệ xấu đi nhiều", "{where}: {found} so với {before} ({period}) là xấu đi {points} điểm phần trăm. Kiểm tra lại con số và dòng."),
    "day_after_document": _confirm("Ngày của số liệu sau ngày văn bản", "{where}: “{found}” đứng sau ngày {issued} của văn bản {document}. Kiểm tra lại ngày và nguồn."),
    "all_zero": _confirm("Mọi kết quả bằng 0", "{where}: cả {count} kết quả của {whose} đều bằng 0. Chưa có số liệu thì để trống, không ghi 0."),
    "target_result_swapped": _confirm("Mục tiêu và kết quả có thể đổi chỗ", "{where}: ở {count} dòng, kết quả trông như mục tiêu và mục tiêu trông như kết quả; dòng này ghi mục tiêu {target}, kết quả {result} ({unit}). Kiểm tra xem hai cột {titles[chi_tieu]} và {titles[ket_qua]} có bị đổi chỗ không."),
    "target_is_result": _confirm("Mục tiêu và kết quả có thể đổi chỗ", "{where}: dòng ghi kết quả {found} và mục tiêu {before}, trong khi {before} là kết quả mà kho đang có. Kiểm tra xem hai ô {titles[chi_tieu]} và {titles[ket_qua]} có bị đổi chỗ không."),
    "rows_shifted": _confirm("Cột kết quả có thể lệch một dòng", "{where}: {found} khác hẳn kết quả trước của dòng ({before}) mà gần với kết quả trước của dòng bên cạnh ({neighbour}); phần lớn trong {count} dòng đều như vậy. Kiểm tra xem cột có bị lệch một dòng không."),
    "cumulative_falls": _confirm("Lũy kế giảm", "{where}: {found} nhỏ hơn {before} ({period}), trong khi chỉ tiêu này cộng dồn từ đầu năm. Kiểm tra xem con số có phải chỉ của riêng kỳ này không."),
    "far_from_neighbours": _confirm("Khác hẳn các đơn vị cùng cấp", "{where}: {found} của {unit} khác hẳn {count} đơn vị khác trong cùng kỳ (mức giữa: {before}). Kiểm tra lại con số và dòng."),
    "target_lowered": _confirm("Mục tiêu giảm", "{where}: mục tiêu {found} thấp hơn {before} ({when}). Xác nhận nếu văn bản hạ mục tiêu thật."),
    "target_raised": _confirm("Mục tiêu nới ra", "{where}: mục tiêu {found} dễ hơn {before} ({when}); chỉ tiêu này càng thấp càng tốt. Xác nhận nếu văn bản nới mục tiêu thật."),
    "status_flips": _confirm("Trạng thái đổi chiều", "{where}: {found} làm trạng thái đổi từ “{before}” sang “{after}”. Xác nhận nếu con số đúng."),
    "result_restated": _confirm("Kết quả cũ ghi sang nguồn mới", "{where}: dòng nêu mục tiêu theo {found}, còn kết quả trong dòng là của {before}; ghi vào kho thì kết quả cũng mang nguồn {found}. Chỉ sửa mục tiêu thì xóa ô kết quả ở dòng này."),
    "blank_over_value": _confirm("Ô trống trên số đang có", "{where}: ô trống, kho đang có {before}. Ô trống không xóa số; muốn rút, ghi x vào cột {titles[rut_lai]}."),
    "old_target": _confirm("Mục tiêu của năm đã qua", "{where}: mục tiêu của năm {year}, đã qua {ago} năm. Kiểm tra lại cột {titles[nam]}."),
    "count_with_fraction": _confirm("Số đếm có phần lẻ", "{where}: “{found}” có phần lẻ, trong khi đơn vị tính là {unit}. Kiểm tra dấu phẩy."),
    "withdraws": _confirm("Rút số liệu", "{where}: số {before} theo nguồn {document} sẽ không còn được tính."),
    # who may say what
    "document_foreign": _stop("Văn bản của đơn vị khác", "{where}: {found} là văn bản của {owner}; tài khoản này không được nêu số thay cho văn bản đó. Ghi báo cáo của chính đơn vị vào cột {titles[nguon]}, ví dụ Báo cáo Quý III/2026: con số sẽ được giữ là “đơn vị tự nêu”."),
    "withdraw_foreign": _stop("Rút số của người khác", "{where}: số {before} theo nguồn {document} do {by} đưa vào cho địa bàn rộng hơn, nên tài khoản này không rút được. Nhờ người đó hoặc người quản trị rút; muốn nêu số khác thì ghi báo cáo của đơn vị."),
    "replace_foreign": _stop("Sửa số của người khác", "{where}: nguồn {document} đã có số {before} do {by} đưa vào cho địa bàn rộng hơn; tài khoản này không thay bằng {found} được. Ghi báo cáo của chính đơn vị vào cột {titles[nguon]}, hoặc nhờ người đó sửa."),
    "second_number": _ask("Hai số ở cùng một chỗ của văn bản", "{where}: tệp ghi {found}, kho đang có {before} ở đúng chỗ này của {document} ({place}). Mở văn bản xem số nào đúng."),
    "second_number_kept": _note("Giữ số đã lưu", "{where}: giữ {before} của {document} ({place}) như đã lưu; {found} trong tệp không được ghi."),
    "second_number_corrects": _confirm("Sửa số chép nhầm", "{where}: {before} của {document} ({place}) đã chép nhầm, sẽ sửa thành {found}."),
    "second_in_file": _confirm("Hai số khác nhau của cùng một văn bản", "{where}: dòng này ghi {found} ({place}), dòng {other} ghi {before} ({stored_at}), cùng một số liệu của {document}. Mở văn bản xem có đúng là hai số không."),
    "second_place": _confirm("Hai số khác nhau của cùng một văn bản", "{where}: tệp ghi {found} ({place}), kho đang có {before} cũng của {document} ({stored_at}). Mở văn bản xem có đúng là hai số không."),
    "document_beside": _confirm("Văn bản và số liệu của hai đơn vị khác nhau", "{where}: {found} là văn bản của {owner}, số liệu của {unit}. Xác nhận nếu văn bản ấy nêu số của {unit} thật."),
    "stands_beside": _note("Đứng bên cạnh, không thay", "{where}: {found} sẽ đứng bên cạnh {kind} {before} của {document}, không thay; màn hình ghi “đơn vị tự nêu”."),
    # catalogues
    "pillar_unknown": _stop("Nhóm không có", "{where}: không có nhóm “{found}”; ghi một trong: {choices}."),
    "name_too_long": _stop("Tên quá dài", "{where}: “{found}” dài {length} ký tự; tối đa {limit}. Rút ngắn lại."),
    "definition_changes": _confirm("Đổi cách tính", "{where}: {what} đổi từ “{before}” thành “{found}”; chuỗi số liệu cũ có thể không còn so sánh được."),
    "document_known": _stop("Văn bản đã có trong sổ", "{where}: “{found}” đã có trong sổ là {known}. Sửa văn bản ấy thì ghi đúng số hiệu {known}; văn bản khác trùng số thì ghi thêm cơ quan, ví dụ {known} (Phường Trần Phú)."),
    "document_cited": _stop("Văn bản đã được dẫn với cách viết khác", "{where}: số liệu trong kho đang dẫn văn bản này là “{known}”. Ghi số hiệu đúng như vậy để số liệu nối được với sổ."),
    "document_taken": _stop("Tên báo cáo của đơn vị khác", "{where}: “{found}” đang là báo cáo mà {count} đơn vị tự nêu số liệu ({units}…). Ghi thêm cơ quan vào số hiệu để không lẫn, ví dụ {found} (UBND tỉnh)."),
    "document_letters": _stop("Chữ lạ trong số hiệu", "{where}: “{found}” có chữ không phải chữ Việt ({letters}), trông giống mà không phải. Gõ lại số hiệu bằng bàn phím, ví dụ 525/KH-UBND."),
    "document_brought": _stop("Số hiệu đã do người khác dẫn", "{where}: số liệu theo “{found}” đã do {by} đưa vào cho địa bàn rộng hơn, nên tài khoản này không ghi số hiệu ấy vào sổ được. Nhờ người đó hoặc người quản trị ghi."),
    "replaces_foreign": _stop("Thay thế văn bản của đơn vị khác", "{where}: {found} là văn bản của {owner}; tài khoản này không ghi được rằng văn bản ấy bị thay thế. Bỏ trống ô này."),
    "replaces_itself": _stop("Văn bản thay thế chính nó", "{where}: “{found}” là chính văn bản của dòng này. Bỏ trống, hoặc ghi văn bản bị thay thế."),
    "day_too_old": _stop("Ngày quá xa", "{where}: “{found}” trước ngày {first}. Kiểm tra lại năm của ngày này."),
    "order_day_far": _stop("Ngày xếp xa ngày văn bản", "{where}: ngày xếp {found} cách ngày văn bản ({issued}) hơn {days} ngày. Bỏ ngày xếp thì văn bản xếp theo ngày của nó."),
    # tasks, money, remarks
    "document_not_registered": _stop("Văn bản chưa có trong sổ", "{where}: văn bản “{found}” chưa có trong sổ văn bản. {nearest} Ghi văn bản vào sổ trước (tệp Sổ văn bản), rồi nạp lại tệp này."),
    "document_not_theirs": _stop("Văn bản của đơn vị khác", "{where}: {found} là văn bản của {owner}; tài khoản này không nêu thay văn bản đó được. Ghi văn bản của chính đơn vị, hoặc nhờ người quản trị."),
    "task_unknown": _stop("Nhiệm vụ không có", "{where}: không có nhiệm vụ mã “{found}”. {nearest}"),
    "task_not_theirs": _stop("Nhiệm vụ của đơn vị khác", "{where}: nhiệm vụ {found} nằm trong danh mục của {owner}; tài khoản này không nêu thay được. Bỏ dòng này, hoặc để {owner} nạp."),
    "same_as_itself": _stop("Cùng việc với chính nó", "{where}: “{found}” là chính nhiệm vụ của dòng này. Bỏ trống, hoặc ghi mã nhiệm vụ của danh mục trước."),
    "task_reopened": _confirm("Nhiệm vụ đã xong lại chưa xong", "{where}: “{found}”, trong khi kho có tình trạng hoàn thành từ {day}. Kiểm tra lại mã nhiệm vụ và ngày."),
    "years_reversed": _stop("Năm cuối trước năm đầu", "{where}: năm cuối {found} đứng trước năm đầu {first}. Sửa lại một trong hai năm."),
    "money_unreadable": _stop("Số tiền không đọc được", "{where}: “{found}” không đọc được thành số tiền. Ghi số bằng đồng, ví dụ 1.500.000.000; lời văn ghi ở cột {titles[kinh_phi_ghi]}."),
    "money_in_words": _note("Kinh phí bằng lời", "{where}: “{found}” không phải con số; được giữ nguyên lời và không cộng vào tổng nào."),
    "money_negative": _stop("Số tiền âm", "{where}: {found} là số âm. Kiểm tra lại số tiền."),
    "money_not_whole": _stop("Số tiền có phần lẻ của đồng", "{where}: {found} có phần lẻ; cột này ghi bằng đồng. Kiểm tra dấu phẩy và đơn vị tiền."),
    "money_small": _confirm("Số tiền nhỏ bất thường", "{where}: {found} đồng là rất nhỏ; cột này ghi bằng đồng. Nếu con số tính bằng triệu đồng thì ghi {meant}."),
    "money_left_out": _confirm("Có số mà cột số tiền để trống", "{where}: “{found}” có con số, trong khi cột {titles[so_tien]} để trống; số này sẽ không được cộng vào tổng nào."),
    "money_differs": _stop("Hai cách ghi số tiền không khớp", "{where}: {found} đồng không khớp với “{written}”, tức {said} đồng. Sửa một trong hai ô."),
    "remark_long": _stop("Nhận xét quá dài", "{where}: “{found}” dài {length} ký tự; tối đa {limit}. Rút ngắn lại."),
    "remark_empty": _stop("Nhận xét trống", "{where}: để trống; ghi nội dung nhận xét, hoặc bỏ dòng này."),
    "outlook_missing": _stop("Thiếu khả năng đạt", "{where}: để trống; cần một trong: chắc chắn, có thể, cần hỗ trợ, khó."),
    "outlook_spare": _stop("Khả năng đạt ở nhận xét loại khác", "{where}: “{found}” chỉ đi với loại “khả năng đạt”. Bỏ trống ô này, hoặc đổi loại."),
    "finding_gone": _confirm("Mâu thuẫn không còn", "{where}: hiện không có chỗ mâu thuẫn mã “{found}” ở Sổ mâu thuẫn; quyết định này vẫn được giữ, và hiện lại khi chỗ ấy có lại."),
    "finding_changed": _confirm("Hai bên đã đổi", "{where}: tệp ghi “{found}”, nay hai bên là “{now}”; quyết định này không che chỗ mâu thuẫn như nó đang có. Mở lại trang Mâu thuẫn để xem."),
    "finding_unit_differs": _stop("Mâu thuẫn của đơn vị khác", "{where}: “{found}”, trong khi chỗ mâu thuẫn này là của đơn vị mã {unit}. Ghi đúng mã {unit}."),
    "side_missing": _stop("Chưa nói chọn số nào", "{where}: để trống; ghi một trong: số thứ nhất, số thứ hai."),
    "side_spare": _stop("Chọn số ở quyết định khác", "{where}: chỉ ghi khi quyết định là “chọn một số”. Bỏ trống ô này, hoặc đổi quyết định."),
    "contact_unreadable": _stop("Số điện thoại hay thư không đọc được", "{where}: “{found}” không đọc được. Ghi như {example}."),
    "contact_empty": _stop("Đầu mối trống", "{where}: không có người, điện thoại hay thư nào. Ghi ít nhất một, hoặc bỏ dòng này."),
    # points of an index
    "weights_forbidden": _stop("Bộ điểm của địa bàn khác", "{where}: {found} là văn bản của {owner}; bộ điểm theo văn bản ấy do {who} nạp. Hãy gửi tệp cho người ấy."),
    "weights_level": _stop("Cấp không được chấm điểm", "{where}: “{found}” không phải một cấp được chấm; ghi một trong: tinh, huyen, xa."),
    "weights_scale": _stop("Thang điểm khác", "{where}: “{found}” không phải thang điểm dùng được; ghi 100 hoặc 1000."),
    "weights_differ": _stop("Một bộ điểm nói hai điều", "{where}: dòng này ghi “{found}”, dòng khác của cùng bộ, cấp và ngày bắt đầu ghi “{other}”. Ghi mọi dòng của bộ như nhau, hoặc đổi ngày bắt đầu cho bộ mới."),
    "weights_sum": _stop("Tổng điểm khác thang điểm", "{where}: các dòng của {name} cộng được {sum} điểm, thang là {scale}. Sửa điểm, hoặc thêm dòng còn thiếu; bỏ bớt dòng thì ghi cả bộ mới với ngày bắt đầu khác."),
    "points_not_positive": _stop("Điểm không dương", "{where}: “{found}” không lớn hơn 0. Ghi số điểm tối đa của dòng, hoặc bỏ dòng này."),
    "days_reversed": _stop("Ngày cuối trước ngày đầu", "{where}: “{found}” không sau ngày bắt đầu {first}. Sửa lại một trong hai ngày."),
    "share_of_less": _stop("Chấm theo tỷ lệ khi thấp hơn là tốt hơn", "{where}: ở chỉ tiêu {indicator} thấp hơn là tốt hơn, chấm theo tỷ lệ thì thưởng nhầm. Ghi bac, với các bậc như 5:100/10:50."),
    "full_not_positive": _stop("Mức đạt tối đa không dương", "{where}: “{found}” không lớn hơn 0. Ghi kết quả mà từ đó được đủ điểm, hoặc để trống là 100."),
    "steps_missing": _stop("Thiếu các bậc", "{where}: “{found}” không đọc được thành các bậc. Ghi kết quả:điểm, cách nhau bằng /, số lẻ dùng dấu chấm, ví dụ 90:100/70:60."),
    "steps_spare": _stop("Bậc ở dòng chấm theo tỷ lệ", "{where}: “{found}” chỉ đi với cách chấm bac. Bỏ trống ô này, hoặc đổi cách chấm."),
    "steps_over": _stop("Bậc nhiều điểm hơn điểm tối đa", "{where}: “{found}” có bậc được {most} điểm, dòng này tối đa {points}. Sửa một trong hai ô."),
    "outside_unknown": _stop("Loại đơn vị không có", "{where}: không có loại đơn vị hay mã đơn vị “{part}”. Ghi loại (phường, thị trấn) hoặc mã, cách nhau bằng /."),
    "reason_long": _stop("Lý do quá dài", "{where}: “{found}” dài {length} ký tự; tối đa {limit}. Rút ngắn lại."),
    "check_failed": _stop("Số liệu mâu thuẫn với kho", "Nạp tệp này thì kho sẽ có dòng sai: {sentence}. Ví dụ: {example}. Chưa ghi gì."),
    # answers
    "answer_unknown": _stop("Câu trả lời không dùng được", "Không có câu hỏi nào là “{question}” (trả lời “{answer}”). Bỏ câu trả lời này rồi đọc lại tệp."),
    "answer_other": _stop("Câu trả lời không dùng được", "“{answer}” không phải câu trả lời cho “{question}”. Trả lời một trong: {choices}."),
    "answer_unasked": _stop("Câu trả lời không dùng được", "Tệp không hỏi “{question}”, nên câu trả lời “{answer}” không dùng được. Bỏ câu trả lời này rồi đọc lại tệp."),
    "answer_more": _stop("Câu trả lời không dùng được", "Trong “{question}” = “{answer}”, phần “{part}” không dùng được: bảng này mỗi dòng đã nói điều đó, hoặc không có điều đó. Bỏ phần này rồi đọc lại tệp."),
    # mended in the preview
    "cell_changed": _note("Ô được sửa khi xem trước", "{where}: {was}, được sửa thành {becomes}. Tệp gốc giữ nguyên."),
}  # fmt: skip

# rules that had another name: programs that read ``--json`` find the old one beside the new
FORMER_CODES = {"target_raised": "target_eases", "target_lowered": "target_sinks", "factor_of_ten": "tenfold"}


def locator(row: int, column: str, letter: str) -> str:
    """'Dòng 6, cột ket_qua (G6)', as far as it is known."""
    if not row:
        return f"Cột {column} ({letter})" if letter else (f"Cột {column}" if column else "Cả tệp")
    if not column:
        return f"Dòng {row}"
    return f"Dòng {row}, cột {column} ({letter}{row})" if letter else f"Dòng {row}, cột {column}"


class _Titles(dict):
    """What the file calls its columns; a column that it does not tell keeps its header."""

    def __missing__(self, header: str) -> str:
        return header


def say(code: str, *, row: int, column: str, letter: str, found: str, args: Mapping[str, Any], titles: Mapping[str, str]) -> str:
    """The sentence for a finding; every argument that a template names is given where the finding is made.

    ``titles``: how the sentence calls a column, by its header.
    """
    args = {name: _counted(value) for name, value in args.items()}
    where = locator(row, column, letter)
    arguments = {"row": row, "column": column, "found": found, "where": where, "titles": _Titles(titles), **args}
    return FINDINGS[code].text.format(**arguments)


def _counted(value: Any) -> Any:
    """Large counts with dots between thousands: 1.048.575."""
    return f"{value:,}".replace(",", ".") if isinstance(value, int) and value >= 10_000 else value
