"""The texts of the help page."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.text import formats, times
from components.tiles import html_table
from components.tiles.bullets import key, shape
from components.tiles.html_table import Cell, Column, Content, Markup, joined, small
from components.tiles.messages import part
from components.tiles.origin.source_register import named
from components.tiles.overview import signal_row
from data.version import releases
from queries.rows import Rows

_RULES = {
    "met": "kết quả có số, thỏa mục tiêu đúng như văn bản viết (“trên 50%” là lớn hơn 50%; khoảng “20–30%” đạt từ 20%)",
    "stated": "văn bản nói đã hoàn thành nhưng không nêu con số nào của riêng mình; đếm riêng, không cộng vào số đạt",
    "near": "chưa đạt nhưng đã được ít nhất 90% mức yêu cầu (với chỉ tiêu càng thấp càng tốt: không quá 110%)",
    "missed": "dưới 90% mức yêu cầu, hoặc văn bản nêu là chưa đạt khi kết quả chỉ bằng lời",
    "no_result": "kỳ đã qua nhưng chưa có kết quả, hoặc kết quả bằng lời mà văn bản không nói đạt hay chưa",
    "not_due": "năm của mục tiêu chưa hết",
    "no_target": "có kết quả nhưng không văn bản nào đặt mục tiêu",
}
_WITHIN_YEAR = {  # mark -> its name in a part of the year, and its rule
    "behind": (
        "Chậm tiến độ",
        "kết quả của một kỳ kém mốc phải có trên đường thẳng đến mục tiêu cả năm quá 2 điểm % (đơn vị khác: quá 2% mục tiêu)",
    ),
    "not_due": (
        "Kịp tiến độ",
        "kết quả của một kỳ ở mốc ấy hoặc kém nhiều nhất 2 điểm %; năm chưa hết nên chưa xét đạt hay không",
    ),
}
_SIGNALS = {
    "overdue": "năm của mục tiêu đã hết mà chưa có kết quả nào của năm ấy",
    "never_measured": "không kỳ nào có kết quả đo bằng số: chưa báo cáo, chỉ có lời, hoặc chỉ nhắc lại mục tiêu; mỗi chỉ tiêu ở mỗi cấp đếm một lần",
    "fallen": "kết quả mới nhất kém kết quả liền trước của cùng loại kỳ",
    "disputed": "văn bản tự đánh giá đạt hay chưa, trái với chính con số của nó; có dấu ⚑ cho đến khi mâu thuẫn được xử lý",
    "conflicting": "hai văn bản, hoặc hai chỗ của một văn bản, nêu hai con số cho cùng một số liệu; cả hai được giữ",
    "target_lowered": "văn bản sau đặt mục tiêu thấp hơn văn bản trước",
    "impossible": "con số không thể đúng, như “trên 100%”",
    "below_median": "kết quả mới nhất bằng % của một đơn vị kém trung vị các đơn vị cùng cấp, cùng kỳ từ 10 điểm %; ở trang của tỉnh là các đơn vị hiện nay",
    "rank_lost": "so với kỳ liền trước cùng loại, đơn vị mất ít nhất một phần tư số bậc của cấp mình (18 trong 69 xã, 4 trong 13 huyện)",
    "not_reported": "kỳ gần nhất đã quá hạn mà đơn vị chưa báo cáo số liệu nào; mỗi đơn vị đếm một lần",
}


def statuses() -> None:
    """The marks of a target and their rules."""
    part("Các ký hiệu")
    rows: list[html_table.Row] = [
        [Cell(_mark(code, formats.STATUSES[code][1]), f"mark s-{code}"), rule] for code, rule in _RULES.items()
    ]
    rows += [[Cell(_mark(mark, name), "mark"), rule] for mark, (name, rule) in _WITHIN_YEAR.items()]
    html_table.show(["", ""], rows)


def _mark(mark: str, name: str) -> Markup:
    """Shape and word; the shape is drawn, so that it prints as it is shown."""
    return joined(shape(mark), " ", name)


def periods() -> None:
    """Which result is shown, of which period, and since when a target is overdue."""
    part("Kỳ, “mới nhất” và quá hạn")
    st.markdown(
        "- **Mới nhất**: mỗi chỉ tiêu lấy kết quả của kỳ kết thúc muộn nhất, dù là quý, tháng, 6 tháng hay cả năm; kỳ được ghi cạnh con số. **Cả năm** hoặc một kỳ thì chỉ lấy đúng kỳ ấy. Con số sau dấu chấm là số kết quả của kỳ.\n"
        "- Kết quả được đặt cạnh mục tiêu của năm đó; năm ấy không có mục tiêu thì cạnh mục tiêu gần nhất trước đó, có ghi năm.\n"
        "- Trang tự mở năm mới nhất mà ít nhất một nửa số mục tiêu đã có kết quả. Số mới hơn được báo ở đầu trang, không tự đổi năm đang xem.\n"
        "- **Quá hạn**: hết ngày 31/12 của năm mục tiêu mà chưa có kết quả của năm ấy. Hạn báo cáo của một kỳ là ngày cuối kỳ cộng số tháng mà danh mục cho phép; đúng ngày hạn vẫn là kịp. Danh mục không nêu thì không suy đoán.\n"
        "- “Số liệu đến ngày …” chỉ ghi khi văn bản nêu ngày đó; còn lại ghi ngày của văn bản, hoặc rằng văn bản không ghi ngày."
    )


def signals() -> None:
    """What the signals count."""
    part("Tín hiệu")
    html_table.show(["", ""], [[signal_row.NAMES[name].capitalize(), meaning] for name, meaning in _SIGNALS.items()])


def notation() -> None:
    """How bars are to be read."""
    part("Cách đọc biểu đồ")
    st.html(key("target", "range", "words", "value", "estimate", "earlier", "claim", "overdue"))
    st.markdown(
        "- **Khung viền** là mục tiêu, **thanh đậm** nằm trong là kết quả, **khung gạch chéo** là điều văn bản nói đã hoàn thành mà không nêu số, **đường chấm** nối kết quả "
        "gần nhất với mục tiêu năm sau.\n"
        "- Tỷ lệ luôn vẽ trên thang 0–100, thanh luôn bắt đầu từ 0. Chênh lệch là kết quả trừ mục tiêu: tỷ lệ tính bằng **điểm %**, thứ hạng tính bằng **bậc**, còn lại theo đơn vị của chỉ tiêu.\n"
        "- Trên Tổng quan, đơn vị khác tỷ lệ vẽ theo thang riêng: số lớn hơn trong mục tiêu và kết quả dài hết khung. Biểu đồ theo năm vẽ nhiều nhất 7 lần gần nhất; bảng số liệu có đủ.\n"
        "- “45% / 50%” đọc là: kết quả 45%, mục tiêu 50%.\n"
        "- Cấp **Tỉnh, Huyện, Xã** là số của cơ quan cấp đó. **Toàn tỉnh**, **Không phân cấp**: số của toàn địa bàn, hoặc văn bản không nói cấp."
    )


def links() -> None:
    """How a view is shared, searched, shown, taken away, printed."""
    part("Liên kết, tìm kiếm, trình chiếu, in")
    st.markdown(
        "- Địa bàn, năm, cấp, chỉ tiêu đang chọn nằm trong địa chỉ của trang: **sao chép địa chỉ** và gửi đi, người nhận thấy đúng màn hình đó.\n"
        "- Ô **Tìm chỉ tiêu** nhận chữ đầu của các từ trong tên, có dấu hay không dấu: “ho so”, “dich vu cong”, “4G”.\n"
        "- **Trình chiếu** (góc trên bên phải, hoặc thêm `che_do=man-hinh` vào địa chỉ) bày trang thành các màn hình 16:9 chữ lớn: phím **← →**, vuốt ngang hoặc thanh **‹ ›** chuyển màn hình rồi chuyển trang; **✕**, phím **Esc** hoặc nút quay lại của trình duyệt thoát ra.\n"
        "- Cạnh mỗi biểu đồ, mục **Lấy biểu đồ**: **Ảnh 16:9**, **Ảnh vuông** (PNG), **SVG** để tải về, **Sao chép ảnh** để dán thẳng vào trang chiếu, **PowerPoint** để sửa tiếp; ảnh có sẵn tiêu đề, chú giải và nguồn.\n"
        "- Mọi số liệu lấy được thẳng vào Excel và Power BI, tự làm mới: trang [Dữ liệu mở](du-lieu-mo).\n"
        "- In bằng lệnh in của trình duyệt (Ctrl+P), khổ A4 ngang; phần chọn và thực đơn tự ẩn."
    )


def rules() -> None:
    """Where figures come from and what happens when documents disagree."""
    part("Số liệu lấy từ đâu")
    st.markdown(
        "- Mỗi con số có văn bản và vị trí trong văn bản; cách viết gốc (“trên 50%”, “20-30%”) được giữ nguyên.\n"
        "- Khi hai văn bản nêu khác nhau, cả hai đều được giữ: dùng số của văn bản ban hành sau, số kia ghi rõ là đã được thay hoặc mâu thuẫn.\n"
        "- Kết quả bằng lời (“chưa kết nối”) được giữ bằng lời, không đổi thành số 0.\n"
        "- Nếu văn bản tự đánh giá khác với phép so sánh số, màn hình nêu cả hai.\n"
        "- Cấp huyện kết thúc từ ngày 01/07/2025; mục tiêu cấp huyện sau ngày đó giữ như văn bản đã ghi."
    )


def updating() -> None:
    """How staff bring figures in."""
    part("Cập nhật số liệu")
    st.markdown(
        "- Cần tài khoản của cán bộ cập nhật: **Đăng nhập** ở góc trên bên phải, rồi mở trang **Cập nhật số liệu**.\n"
        "- Tải **tệp mẫu** của đơn vị và kỳ, điền ô nền vàng, thả tệp vào trang. Nhận CSV và Excel (.xlsx), mọi bảng mã thông dụng; dấu phẩy hay dấu chấm thập phân đều được nhận ra.\n"
        "- Mọi lỗi được nêu một lần, theo dòng và cột như trong Excel. Chưa bấm **Xác nhận, lưu** thì chưa có gì thay đổi.\n"
        "- Ô trống không nói gì: không xóa, không sửa. Muốn rút một con số, ghi **x** vào cột Rút lại.\n"
        "- Mỗi lần lưu có số biên nhận, giữ nguyên tệp gốc; **thu hồi** được ở phần Lịch sử cập nhật."
    )


def documents(rows: Rows) -> None:
    """The documents behind the figures. Takes the columns of ``document_list``."""
    part("Các văn bản")
    columns = (
        "Số hiệu",
        "Tên",
        Column("Cơ quan ban hành", caption="Cơ quan"),
        Column("Ngày", nowrap=True),
        Column("Thay thế", nowrap=True),
    )
    html_table.show(columns, [_document_cells(row) for row in rows], "wide")


def _document_cells(row: Any) -> list[Content]:
    return [
        named(row.number),
        joined(row.title, small(row.note or "")),
        row.issuer or formats.NOTHING,
        times.day(row.issued_on),
        named(row.replaces) or formats.NOTHING,
    ]


def news() -> None:
    """What each version changed for the people who use it, newest first."""
    part("Có gì mới")
    for release in releases():
        lines = (f"- {change.text}" + (f" *Trước đây: {change.before}*" if change.before else "") for change in release.changes)
        st.markdown("\n".join([f"**Phiên bản {release.version}**, {times.day(release.day)}", *lines]))
