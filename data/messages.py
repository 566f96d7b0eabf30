"""What the program says to people when something is wrong: one Vietnamese catalogue, by code."""

from __future__ import annotations

STORE = {
    "missing": "Chưa có kho số liệu tại {path}. Chạy lệnh “python -m data init” để tạo.",
    "locked": "Kho số liệu {path} đang được một chương trình khác mở. Hãy đóng chương trình đó (hoặc dừng "
    "bảng số liệu đang chạy) rồi thử lại; số liệu không bị ảnh hưởng.",
    "damaged": "Tệp {path} không đọc được như một kho số liệu: tệp hỏng hoặc là tệp khác. Hãy đổi tên tệp này để giữ "
    "lại, khôi phục bản sao lưu gần nhất vào chỗ đó, hoặc để trống để chương trình tạo kho mới.",
    "other_version": "Kho số liệu {path} do một phiên bản khác của chương trình tạo ra. Hãy dùng đúng phiên bản đó, "
    "hoặc xuất số liệu ra bằng phiên bản cũ rồi nạp lại.",
    "unsupported": "Biến DATA_URL có giá trị “{path}”, chưa được hỗ trợ. Hãy ghi đường dẫn tới một tệp .duckdb.",
}


def store_problem(reason: str, path: str) -> str:
    """The sentence for a StoreError; ``path`` is shown as configured."""
    return STORE[reason].format(path=path)
