"""What a file's findings and changes look like on the screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from components.text import formats, times
from components.tiles import html_table, messages
from components.tiles.html_table import Cell, Content, Markup, joined, small, tag
from data.ingest.findings.finding import Finding
from data.ingest.preview import Preview
from data.vietnamese.terms import uploaded
from data.vietnamese.text import fold
from queries.rows import Rows

ALSO = 16  # rows named for one and the same text
SHOWN = 50  # sentences in all, and rows of the list of changes per look
CHANGES = {  # change -> (word, sign)
    "changed": ("Thay đổi", "↻"),
    "withdrawn": ("Rút lại", "✕"),
    "new": ("Mới", "+"),
    "restated": ("Nêu lại, cùng số", "="),
    "beside": ("Ghi thêm, không thay số đang áp dụng", "○"),
    "unchanged": ("Không đổi", "·"),
}
HEADINGS = {  # of the list of changes as a file
    "row_number": "Dòng", "kind": "Loại", "indicator_id": "Mã", "indicator_name": "Tên", "unit_id": "Mã đơn vị", "unit_name": "Đơn vị", "level": "Cấp", "year": "Năm",
    "period": "Kỳ", "document": "Nguồn", "locator": "Vị trí", "change": "Thay đổi", "before_text": "Đang có", "after_text": "Sẽ là",
    "before_value": "Số đang có", "after_value": "Số sẽ là", "unit_of_measure": "Đơn vị tính", "before_status": "Trạng thái trước",
    "after_status": "Trạng thái sau", "others": "Văn bản khác nêu", "last_value": "Số lần trước", "last_year": "Năm của lần trước",
    "last_period": "Kỳ của lần trước", "last_change": "Chênh lệch với lần trước",
    "qualifier": "Mức chính xác",
}  # fmt: skip
ORDERS: dict[str, tuple[str, Callable[[Any], Any] | None]] = {  # of the list of changes: label, key
    "": ("thay đổi trước, giữ nguyên sau", None),
    "row": ("dòng trong tệp", lambda row: row.row_number),
    "indicator": ("chỉ tiêu", lambda row: (_alphabetical(row.indicator_name), row.row_number)),
    "unit": ("đơn vị", lambda row: (_alphabetical(row.unit_name), row.row_number)),
    "moved": ("lệch nhiều nhất so với lần trước", lambda row: -abs(row.last_change or 0)),
}
_NOTHING = Cell(formats.NOTHING, "none")  # a phone leaves it out
STYLE = f"<style>{Path(__file__).with_suffix('.css').read_text(encoding='utf-8')}</style>"


def _alphabetical(name: str) -> str:
    """A key that puts names in Vietnamese order: đ behind d, marks aside."""
    return fold(name.lower().replace("đ", "dzz"))


def groups(findings: Sequence[Finding], shown: int = SHOWN) -> None:
    """Findings grouped by cause: ``shown`` sentences in all, and of each cause at least one."""
    if not findings:
        return
    by_cause: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        by_cause.setdefault((finding.cause, finding.severity), []).append(finding)
    each = max(1, shown // max(1, len(by_cause)))
    left, parts = shown - sum(min(each, len(of_cause)) for of_cause in by_cause.values()), []
    for (cause, severity), of_cause in by_cause.items():
        more = min(max(left, 0), max(len(of_cause) - each, 0))  # what other causes do not need
        left -= more
        parts.append(_group(cause, severity, of_cause, each + more))
    st.html(joined(*parts))


def _group(cause: str, severity: str, findings: list[Finding], most: int) -> Markup:
    """One cause: how often, the first ``most`` sentences, and how many places are left."""
    sentences = [tag("li", finding.text(), also(finding)) for finding in findings[:most]]
    if rest := places(findings[most:]):
        sentences.append(tag("li", f"… và {formats.number(rest, 0)} chỗ nữa, xem trong tệp danh sách."))
    return tag("div", _heading(cause, places(findings)), tag("ul", *sentences), class_=f"found {severity}")


def _heading(cause: str, total: int) -> Markup:
    return tag("h3", cause, f" ({formats.number(total, 0)} chỗ)" if total > 1 else "")


def cause(finding: Finding, total: int) -> Markup:
    """The heading of a cause alone, for findings that stand below it one by one."""
    return tag("div", _heading(finding.cause, total), class_=f"found head {finding.severity}")


def places(findings: Sequence[Finding]) -> int:
    """In how many places something was found; what concerns the whole file is one."""
    return sum(max(1, len(finding.rows)) for finding in findings)


def also(finding: Finding) -> Content:
    """The other rows with the very same text."""
    others = [str(row) for row in list(finding.rows)[1:ALSO]]
    if not others:
        return ""
    rest = len(finding.rows) - ALSO
    more = f" và {formats.number(rest, 0)} dòng nữa" if rest > 0 else ""
    return joined(" ", small(f"Cũng vậy ở dòng {', '.join(others)}{more}."))


def changes(rows: Rows, form: str) -> None:
    """The list of changes. Takes the columns of ``difference_list`` (figures) or those of ``registers.CHANGES``."""
    figures = form == "figures"
    heads = ("Dòng", "Số liệu", "Lần trước", "Sẽ ghi", "So với lần trước", "Trạng thái", "Văn bản khác nêu")
    catalogue_heads = ("Dòng", "Mã", "Loại", "Đang có → Sẽ ghi")
    cells = _figure_cells if figures else _catalogue_cells
    html_table.show(heads if figures else catalogue_heads, [cells(row) for row in rows[:SHOWN]], "wide")
    if len(rows) > SHOWN:
        messages.note(f"Còn {formats.number(len(rows) - SHOWN, 0)} dòng nữa; tải danh sách thay đổi để xem hết.")


def plain(column: str, cell: Any) -> str:
    """A cell of the list of changes as text in a file: words in Vietnamese, numbers with a decimal comma and no grouping."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.4f}".rstrip("0").rstrip(".").replace(".", ",")
    if column == "change":
        return CHANGES[cell][0]
    if column == "qualifier":
        return formats.QUALIFIERS.get(cell, cell).strip()
    if column == "level":
        return formats.LEVELS[cell]
    if column == "kind":
        return formats.KINDS.get(cell, "Danh mục")
    return formats.STATUSES[cell][1] if column.endswith("_status") else str(cell)


def _catalogue_cells(row: Any) -> list[Content | Cell]:
    after = row.after_text or ("rút lại" if row.change == "withdrawn" else formats.NOTHING)
    return [
        row.row_number,
        joined(row.indicator_id, small(row.indicator_name)),
        _kind_of_change(row),
        _was_and_is(row, row.before_text, after),
    ]


def _figure_cells(row: Any) -> list[Content | Cell]:
    was = _figure(row.before_value, row.before_text, row)
    will = (formats.QUALIFIERS.get(row.qualifier, "") if row.after_value is not None else "") + _figure(
        row.after_value, row.after_text, row
    )
    whose = f"{row.unit_name} · {formats.LEVEL_PHRASES[row.level]} · {times.period(row.period, row.year)} · {row.indicator_id}"
    what = "rút lại" if row.change == "withdrawn" else will
    return [
        row.row_number,
        joined(row.indicator_name, small(whose)),
        _last(row),
        joined(
            _was_and_is(row, was, what), small(f"{formats.KINDS[row.kind]}: {CHANGES[row.change][0].lower()} · {row.document}")
        ),
        _since_last(row),
        _status(row),
        row.others or _NOTHING,
    ]


def _last(row: Any) -> Content | Cell:
    """The result before, with its period."""
    if row.last_value is None:
        return _NOTHING
    return joined(
        formats.amount(row.last_value, row.unit_of_measure, digits=4), small(times.period(row.last_period, row.last_year))
    )


def _since_last(row: Any) -> Content | Cell:
    """Which way and how far a result has moved since the one before: '▲ +3,5 điểm %'."""
    if row.last_change is None:
        return _NOTHING
    if not row.last_change:
        return "= không đổi"
    return f"{'▲' if row.last_change > 0 else '▼'} {formats.change(row.last_change, row.unit_of_measure)}"


def _kind_of_change(row: Any) -> str:
    word, sign = CHANGES[row.change]
    return f"{sign} {word}"


def _was_and_is(row: Any, was: str | None, will: str) -> Markup:
    """The new value, and before it the old one where it goes."""
    before = joined(tag("span", was, class_="was"), " → ") if was and row.change in ("changed", "withdrawn") else ""
    return joined(before, tag("span", will, class_="is"))


def _figure(value: float | None, text: str | None, row: Any) -> str:
    """A figure as a number with its unit; what has no number, or is a target with its own wording, as it was written."""
    if value is None or row.kind == "target":
        return text or formats.NOTHING
    return formats.amount(value, row.unit_of_measure, digits=4)  # what will be stored, not rounded


def _status(row: Any) -> Content:
    after = formats.status(row.after_status) if row.after_status else formats.NOTHING
    if row.after_status == "no_target" and row.period != "N":
        after = "– Kỳ này không có mục tiêu riêng"
    if row.before_status in (None, row.after_status):
        return after
    return joined(formats.status(row.before_status), " → ", tag("b", after))


def headline(preview: Preview) -> tuple[str, str]:
    """What would come of a file, in one sentence, and what to do next."""
    stops, asks, confirms = (places(preview.of(severity)) for severity in ("stop", "ask", "confirm"))
    if stops:
        rows = len({row for finding in preview.of("stop") for row in finding.rows})
        where = f" ở {formats.number(rows, 0)} dòng" if rows else ""
        return (
            f"{formats.number(stops, 0)} lỗi phải sửa{where}; chưa ghi gì vào kho",
            "Sửa ngay ở dưới, hoặc sửa trong tệp rồi thả lại. Các dòng đúng được xem trước ở cuối trang.",
        )
    if asks:
        number = formats.number(len(preview.questions), 0)
        return f"Cần trả lời {number} câu hỏi trước khi ghi", "Tệp có chỗ hiểu được hơn một cách; chọn cách hiểu đúng."
    counted, what = {row.change: row.rows for row in preview.counts}, uploaded(preview.form)
    if not preview.new_rows:
        return (
            f"Tệp không nói điều gì mới: {formats.number(counted.get('unchanged', 0), 0)} {what} đã có trong kho",
            "Không có gì để ghi.",
        )
    counts = [
        f"{formats.number(counted[change], 0)} {CHANGES[change][0].lower()}"
        for change in CHANGES
        if counted.get(change) and change != "unchanged"
    ]
    confirm = f" {formats.number(confirms, 0)} điểm bất thường cần xác nhận." if confirms else ""
    return f"{formats.number(preview.new_rows, 0)} {what} sẽ được ghi: {', '.join(counts)}", "Tệp không có lỗi." + confirm + (
        f" {formats.number(counted['unchanged'], 0)} {what} giữ nguyên." if counted.get("unchanged") else ""
    )


def owed_list(rows: Rows) -> None:
    """What a unit still owes for a period. Takes rows of ``entry_list``."""
    html_table.show(("Chỉ tiêu", "Mục tiêu", "Kết quả gần nhất"), [_owed_cells(row) for row in rows], "wide")


def _owed_cells(row: Any) -> list[Content]:
    return [
        joined(row.indicator_name, small(f"{row.indicator_id} · {formats.LEVEL_PHRASES[row.level]}")),
        row.target_as_written or formats.NOTHING,
        joined(
            row.last_as_written or formats.NOTHING,
            small(times.period(row.last_period, row.last_year)) if row.last_as_written else "",
        ),
    ]
