"""The words of the field, once: what a level, a status, a kind is called, and what a file may write for it."""

from __future__ import annotations

LEVELS = {"province": "tỉnh", "district": "huyện", "commune": "xã", "all": "chung"}
STATUSES = {
    "met": "Đạt",
    "stated": "Đạt theo văn bản",
    "near": "Gần đạt",
    "missed": "Chưa đạt",
    "no_result": "Chưa có số liệu",
    "not_due": "Chưa đến hạn",
    "no_target": "Không có mục tiêu",
}
SEVERITIES = {"severe": "nghiêm trọng", "warning": "cảnh báo", "note": "ghi chú"}  # of a contradiction
SAMPLE = "Số liệu minh họa"  # what every screen, picture, slide and file of a store with invented figures says
KINDS = {"target": "Mục tiêu", "result": "Kết quả"}
UPLOADS = {  # form -> what its rows are called in a sentence
    "figures": "số liệu",
    "indicators": "chỉ tiêu",
    "documents": "văn bản",
    "tasks": "nhiệm vụ",
    "task_states": "tình trạng nhiệm vụ",
    "task_links": "liên kết nhiệm vụ với chỉ tiêu",
    "budgets": "dòng kinh phí",
    "remarks": "nhận xét của văn bản",
    "unit_remarks": "nhận xét của đơn vị",
    "finding_decisions": "quyết định về mâu thuẫn",
    "weights": "dòng điểm của bộ chỉ số",
    "contacts": "đầu mối liên hệ",
    "document_file": "tệp gốc của văn bản",
}

# what a cell of a file may write, and what it means
LEVEL_WORDS = {"tinh": "province", "huyen": "district", "xa": "commune", "chung": "all"}
LEVEL_SPELLINGS = {  # what people write for a level; thành phố may be of any level and says none
    **dict.fromkeys(("phường", "thị trấn", "đặc khu", "xã, phường", "xã/phường", "phường, xã", "xã, phường, thị trấn", "cơ sở"), "commune"),
    **dict.fromkeys(("thị xã", "quận"), "district"),
}  # fmt: skip
DIRECTION_WORDS = {"tang": "higher", "giam": "lower", "khong": "none"}
MEASURE_WORDS = {"ty_le": "ratio", "so_luong": "count", "mat_do": "rate", "tien": "money", "hang": "rank", "moc": "milestone"}
RANK_WORDS = {"chinh": "headline", "phu": "supporting", "boi_canh": "context"}
QUALIFIER_WORDS = {"chinh_xac": "exact", "khoang": "about", "tren": "over", "gan": "nearly", "uoc": "estimate"}
VERDICT_WORDS = {"dat": "met", "chua_dat": "missed"}
BASIS_WORDS = {"đo được": "measured", "văn bản nêu": "stated", "bằng lời": "words"}
ACCUMULATION_WORDS = {"tai_thoi_diem": "at_date", "luy_ke": "cumulative", "trong_ky": "within_period"}
REPORTING_PERIODS = ("T", "Q", "6T", "N")
TASK_STATE_WORDS = {
    "chưa thực hiện": "not_started",
    "đang chuẩn bị": "preparing",
    "đang lựa chọn nhà thầu": "tendering",
    "đang thực hiện": "running",
    "hoàn thành": "finished",
    "không rõ": "unclear",
}
REMARK_WORDS = {
    "kết quả": "result",
    "tồn tại": "shortcoming",
    "nguyên nhân": "cause",
    "giải pháp": "remedy",
    "kiến nghị": "proposal",
}
UNIT_REMARK_WORDS = {**REMARK_WORDS, "khả năng đạt": "outlook"}
OUTLOOK_WORDS = {"chắc chắn": "certain", "có thể": "possible", "cần hỗ trợ": "needs_help", "khó": "hard"}
DECISION_WORDS = {"chấp nhận": "accept", "chọn một số": "choose", "hỏi đơn vị": "ask", "mở lại": "reopen"}
SIDE_WORDS = {"số thứ nhất": "said", "số thứ hai": "other"}
SCORING_WORDS = {"ty_le": "share", "bac": "steps"}  # how points are given for a result
OPERATORS = (">=", ">", "=", "<=", "<", "range")
UNIT_CHANGES = ("same", "rename", "retype", "move", "merge", "split")


def uploaded(kind: str) -> str:
    """What the rows of an upload are called: 'số liệu', 'chỉ tiêu', 'văn bản'. ``kind`` is that of the upload, or 'seed'."""
    return UPLOADS.get(kind, UPLOADS["figures"])
