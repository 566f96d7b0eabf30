"""Names and file names that people choose are shown letter by letter wherever Streamlit would read Markdown."""

import ast

from streamlit.testing.v1 import AppTest

from components.text.markdown import escaped
from tests.conftest import ROOT

BODIES = {
    "error",
    "warning",
    "success",
    "info",
    "toast",
    "popover",
    "expander",
    "status",
    "caption",
    "checkbox",
    "button",
    "link_button",
    "markdown",
}
SHOWN_BY = {"st", "slot", "left", "middle", "right"}
SAFE = {  # what is no name of anybody's: words of ours, numbers, days, and drawings that escape for themselves
    "deck_check: f'Làm mới trang {page.number}'",
    "deck_reading: f'Máy chủ đang đọc tệp trình chiếu khác: còn {ahead} tệp trước tệp này, xin chờ…'",
    "account_table: 'Mở khóa' if row.blocked else 'Khóa tài khoản'",
    "backup_panel: store_lost(lost.upload_id)",
    "backup_panel: f'{said} Đã quá hai ngày, hãy sao lưu ngay và xem vì sao bản hằng đêm không được tạo.'",
    "briefing: f'Máy chủ đang đọc tệp trình chiếu khác: còn {ahead} tệp trước tệp này, xin chờ…'",
    "parts_box: sign",
    "chart_menu: LABEL",
    "download: hint",
    "drop_zone: 'Sửa danh mục chỉ tiêu, sổ văn bản, nhiệm vụ, kinh phí, nhận xét, bộ điểm' if everywhere else 'Thêm văn bản, nhiệm vụ, kinh phí, nhận xét'",
    "drop_zone: f'Bạn đang có {drafts.MOST} tệp chưa xác nhận. Hãy ghi hoặc bỏ bớt trước khi nạp tệp mới.'",
    "drop_zone: upload_rejected('disk')",
    "dropped: f'Máy chủ đang đọc tệp của người khác: còn {ahead} tệp trước tệp này, xin chờ…'",
    "help_texts: '\\n'.join([f'**Phiên bản {release.version}**, {times.day(release.day)}', *lines])",
    "history: sentence",
    "open_data: _who_may()",
    "open_data: f'Dùng cho {what}'",
    "open_data: f'Mở {kind.upper()}'",
    "record_panel: f'Nhật ký không còn như khi được ghi, bắt đầu từ {where}: có dòng bị sửa hoặc bị xóa.'",
    "ranking_picture: chart_menu.LABEL",
    "review: label",
    "review: upload_rejected(confirmed.missing)",
    "tile_picture: chart_menu.LABEL",
    "trend_charts: chart_menu.LABEL",
    "unit_table_picture: chart_menu.LABEL",
}


def _calls(tree):
    """The expression that is shown, of every call that shows a text as Markdown."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr == "update":
            yield from (word.value for word in node.keywords if word.arg == "label")
        if isinstance(node.func.value, ast.Name) and node.func.value.id in SHOWN_BY:
            if node.func.attr in BODIES and node.args:
                yield node.args[0]
            yield from (word.value for word in node.keywords if word.arg == "help")


def _variable(shown):
    """Whether a text holds more than what stands in the program."""
    if isinstance(shown, ast.JoinedStr):
        parts = [part.value for part in shown.values if isinstance(part, ast.FormattedValue)]
        return any(not _counts(part) for part in parts)
    return not isinstance(shown, ast.Constant)


def _counts(part):
    """Whether a value in a text is a number or a day by how it is made."""
    text = ast.unparse(part)
    return text.startswith(("formats.number(", "times.moment(", "times.day(", "len(", "escaped(")) or text.isupper()


def test_every_text_that_streamlit_reads_as_markdown_is_ours_or_escaped():
    found = set()
    for path in [path for room in ("components", "pages") for path in sorted((ROOT / room).rglob("*.py"))]:
        shown = [one for one in _calls(ast.parse(path.read_text(encoding="utf-8"))) if _variable(one)]
        found |= {f"{path.stem}: {ast.unparse(one)}" for one in shown if "escaped(" not in ast.unparse(one)}
    assert found - SAFE == set()


def test_a_name_full_of_marks_is_shown_as_it_is():
    def page():
        import streamlit as st

        from components.text.markdown import escaped

        st.button("x", help=escaped("**đậm** [liên kết](http://x.example) :red[đỏ] $a$ `mã` <b>"))

    told = AppTest.from_function(page).run().button[0].help
    assert (
        told == escaped("**đậm** [liên kết](http://x.example) :red[đỏ] $a$ `mã` <b>")
        and "\\*\\*đậm" in told
        and "\\[liên" in told
    )
