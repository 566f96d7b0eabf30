"""The page that explains how other programs fetch the published views: choices, the links that they make, columns, what to click."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from components import settings
from components.filters import url_state
from components.store.store_access import cached_read, shown_store
from components.text import formats, times
from components.tiles import html_table, messages
from components.tiles.html_table import Column, Content, Markup, joined, tag
from components.tiles.slide_button import base_url
from data.published.view_files import first_rows
from data.published.view_request import NAMES, WrongQuestion, asked
from data.vietnamese import dates, past_day
from queries.published import choices
from queries.reads import catalogue_list, figure_year_list, territory_list
from queries.sqlfile import sql_file

VIEWS = {
    "target_vs_actual": "Mục tiêu và kết quả",
    "figure_claim": "Từng lần nêu số",
    "indicator_due": "Hạn báo cáo",
    "task": "Nhiệm vụ",
    "budget": "Kinh phí",
    "remark": "Nhận xét",
    "unit": "Đơn vị hành chính",
    "unit_lineage": "Sắp xếp đơn vị",
}
_LABELS = {"dia_ban": "Địa bàn", "nam": "Năm", "cap": "Cấp", "ky": "Kỳ", "nhom": "Nhóm", "chi_tieu": "Chỉ tiêu"}
_ALL = {
    "dia_ban": "Mọi địa bàn",
    "nam": "Mọi năm",
    "cap": "Mọi cấp",
    "ky": "Mọi kỳ",
    "nhom": "Mọi nhóm",
    "chi_tieu": "Mọi chỉ tiêu",
}
_PERIODS = ("N", *(f"Q{number}" for number in range(1, 5)), "6T", "9T", *(f"T{number}" for number in range(1, 13)))
_TYPES = {
    "text": "chữ",
    "int": "số nguyên",
    "bigint": "số nguyên",
    "decimal": "số",
    "date": "ngày",
    "timestamp": "thời điểm",
    "boolean": "đúng/sai",
}
_SHOWN = 2  # first rows


@dataclass(frozen=True)
class Choice:
    """A published view and what it is narrowed to, as the link says it: {'dia_ban': '42', 'nam': '2022'}."""

    view: str
    query: Mapping[str, str]


def promise() -> str:
    """What the links of the page return."""
    what = "trả về số liệu như đã biết ngày ấy" if dates.looking_back_to() else "luôn trả về số liệu mới nhất"
    return f"Chọn bảng và phần cần lấy; liên kết bên dưới {what}."


def chooser() -> Choice:
    """The boxes; they open on what the page's own link names, else on what was chosen on the page before."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="open_data_choices", gap="small"):
        view = _box("bang", "Bảng", VIEWS, width=230)
        known = [name for name, column in NAMES.items() if column in choices(view)]
        picked = {name: _box(name, _LABELS[name], {"": _ALL[name], **_options(name)}, width=_width(name)) for name in known}
    query = {name: code for name, code in picked.items() if code}
    _keep_in_link({"bang": view, **query})
    return Choice(view, query)


def addresses(choice: Choice) -> None:
    """The links in each format, to copy or to open."""
    base = f"{base_url()}api/v1/{choice.view}"
    day = dates.looking_back_to()
    asked_for = {**choice.query, **({past_day.PARAMETER: day.isoformat()} if day else {})}
    query = f"?{urlencode(asked_for)}" if asked_for else ""
    messages.part("Liên kết")
    for kind, what in (
        ("csv", "Excel, Power BI"),
        ("json", "chương trình; từng phần, nhiều nhất 10.000 dòng"),
        ("parquet", "bảng lớn, đúng kiểu số"),
    ):
        with st.container(horizontal=True, vertical_alignment="center", key=f"address-{kind}", gap="small"):
            st.code(f"{base}.{kind}{query}", language=None, wrap_lines=True)
            st.link_button(f"Mở {kind.upper()}", f"{base}.{kind}{query}", help=f"Dùng cho {what}")
    messages.note(
        f"Tên và nghĩa của các cột cho phần mềm đọc: {base_url()}api/v1/datapackage.json (Frictionless Data Package).",
        "CSV viết theo thói quen Việt Nam: chấm phẩy giữa các ô, dấu phẩy thập phân. Máy đặt vùng Anh – Mỹ thì thêm kieu=quoc-te vào liên kết.",
        f"Số liệu như đã biết vào cuối một ngày đã qua: thêm {past_day.PARAMETER}=2026-03-31 vào liên kết; mỗi dòng khi ấy có cột known_on.",
    )


def how_to() -> None:
    """What to click in Excel and Power BI, and how a program asks."""
    left, right = st.columns(2, gap="large")
    with left:
        messages.part("Với Excel")
        st.markdown(
            "1. Thẻ **Dữ liệu** → **Từ Web** (bản tiếng Anh: Data → From Web).\n"
            "2. Dán liên kết CSV, bấm **OK**; bảng hiện ra thì bấm **Tải** (bản tiếng Anh: Load).\n"
            "3. Lần sau chỉ cần **Làm mới tất cả** (Refresh All). Muốn tự làm mới: **Truy vấn và kết nối** → nút phải vào bảng → "
            "**Thuộc tính** → chọn “Làm mới khi mở tệp” hoặc số phút."
        )
    with right:
        messages.part("Với Power BI")
        st.markdown(
            "1. **Nhận dữ liệu** (Get data) → **Từ Web**, dán liên kết CSV, bấm **OK** rồi **Tải**.\n"
            "2. Bảng lớn: dùng liên kết Parquet với nguồn Parquet.\n"
            "3. Làm mới theo lịch: máy chủ Power BI phải tới được địa chỉ này (qua gateway của cơ quan nếu bảng chỉ mở trong mạng nội bộ)."
        )
    messages.part("Ai lấy được")
    st.markdown(_who_may())


def columns(choice: Choice) -> None:
    """Every column with its type and meaning, and the first rows that the link returns."""
    file = sql_file("published", choice.view)
    messages.part("Các cột", file.sentence)
    try:
        question = asked(shown_store(), choice.view, "csv", choice.query)
    except WrongQuestion as wrong:
        messages.empty("Liên kết này chưa lấy được số liệu.", str(wrong))
        return
    rows = first_rows(shown_store(), choice.view, question.chosen, _SHOWN)
    if not rows:
        messages.note("Chưa có dòng nào với lựa chọn này.")
    numbered = [Column(f"Dòng {number}") for number in range(1, len(rows) + 1)]
    heads = [Column("Cột", nowrap=True), Column("Kiểu", nowrap=True), Column("Nghĩa"), *numbered]
    html_table.show(heads, [_column(name, kind, meaning, rows) for name, (kind, meaning) in file.columns.items()], "wide")


def _column(name: str, kind: str, meaning: str, rows: list[dict[str, str]]) -> list[Content]:
    values = (tag("code", row[name]) if row[name] else formats.NOTHING for row in rows)
    return [tag("code", name), _TYPES[kind], _coded(meaning), *values]


def _coded(text: str) -> Markup:
    """A text with what stands between backticks as code."""
    return joined(*(tag("code", part) if number % 2 else part for number, part in enumerate(text.split("`"))))


def _who_may() -> str:
    if settings.private_reading():
        return (
            "Bảng này chỉ dành cho người có tài khoản. Chương trình cần một **mã truy cập** do người quản trị cấp ở trang Tài khoản: "
            "khi Excel hoặc Power BI hỏi, chọn **Cơ bản** (Basic), tên người dùng gõ gì cũng được, mật khẩu là mã truy cập. "
            "Chương trình khác gửi đầu mục `Authorization: Bearer <mã>`. Không viết mã vào liên kết."
        )
    return "Ai mở được bảng chỉ tiêu thì lấy được; chỉ đọc, không cần tài khoản. Hỏi lại mà số liệu chưa đổi thì máy chủ trả lời ngay (ETag, 304)."


def _box(name: str, label: str, options: Mapping[str, str], width: int) -> str:
    """A select box of this page alone; a code that it does not know is left out."""
    carried = st.query_params.get(name) or (url_state.newest(name) if name in NAMES else None)
    codes = list(options)
    first = codes.index(carried) if carried is not None and carried in options else 0
    chosen = st.selectbox(
        label, codes, first, format_func=options.__getitem__, key=f"open_data_{name}", placeholder="Chọn…", width=width
    )
    return str(chosen)


def _options(name: str) -> dict[str, str]:
    listed: dict[str, Any] = {
        "dia_ban": lambda: {row.unit_id: row.label for row in cached_read(territory_list, unit_id=_territory(), also="")},
        "nam": lambda: {str(row.year): str(row.year) for row in cached_read(figure_year_list)},
        "cap": lambda: formats.LEVELS,
        "ky": lambda: {code: times.period_part(code) for code in _PERIODS},
        "nhom": lambda: {row.pillar: row.pillar_name for row in cached_read(catalogue_list)},
        "chi_tieu": lambda: {row.indicator_id: row.name for row in cached_read(catalogue_list)},
    }
    return listed[name]()


def _territory() -> str:
    """Whose province is opened in the list of territories."""
    return st.query_params.get("dia_ban") or url_state.newest("dia_ban") or ""


def _width(name: str) -> int:
    return {"dia_ban": 230, "nam": 120, "cap": 130, "ky": 130, "nhom": 220, "chi_tieu": 420}[name]


def _keep_in_link(chosen: Mapping[str, str]) -> None:
    """Let the page's own link say what is chosen."""
    for name in ("bang", *NAMES):
        if name in st.query_params and name not in chosen:
            del st.query_params[name]
    st.query_params.update({name: code for name, code in chosen.items() if st.query_params.get(name) != code})
