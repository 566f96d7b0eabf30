"""What a file's findings and changes look like on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import streamlit as st

from components.text import formats
from data.ingest.findings.finding import Finding
from data.ingest.preview import Preview
from data.vietnamese.terms import uploaded
from queries.rows import Rows

ALSO = 16  # rows named for one and the same text
SHOWN = 50  # sentences in all, and rows of the list of changes per look
CHANGES = {  # change -> (word, sign)
    "changed": ("Thay đổi", "↻"),
    "withdrawn": ("Rút lại", "✕"),
    "new": ("Mới", "+"),
    "restated": ("Nêu lại, cùng số", "="),
    "beside": ("Ghi thêm, không thay số đang dùng", "○"),
    "unchanged": ("Không đổi", "·"),
}
HEADINGS = {  # of the list of changes as a file
    "row_number": "Dòng", "kind": "Loại", "indicator_id": "Mã", "indicator_name": "Tên", "unit_id": "Mã đơn vị", "unit_name": "Đơn vị", "level": "Cấp", "year": "Năm",
    "period": "Kỳ", "document": "Nguồn", "locator": "Vị trí", "change": "Thay đổi", "before_text": "Đang có", "after_text": "Sẽ là",
    "before_value": "Số đang có", "after_value": "Số sẽ là", "unit_of_measure": "Đơn vị tính", "before_status": "Trạng thái trước",
    "after_status": "Trạng thái sau", "others": "Văn bản khác nêu",
}  # fmt: skip
STYLE = """<style>
div.found {border-left:4px solid #55606b; padding:.15rem 0 .15rem .9rem; margin:.2rem 0 .8rem; color:#16242f; font-size:.92rem}
div.found.stop {border-color:#b23c00} div.found.ask, div.found.confirm {border-color:#8a5a00} div.found.note {border-color:#9aa7b3}
div.found h3 {font-size:.95rem; margin:0 0 .15rem; padding:0; font-weight:700}
div.found ul {margin:0; padding-left:1.1rem} div.found li {margin:.12rem 0; overflow-wrap:anywhere}
table.grid td .was {color:#4f5d69; text-decoration:line-through} table.grid td .is {font-weight:700}
.empty a {color:#0b4f8a}
[data-testid="stFileUploader"] [role="alert"] {position:static !important; clip:auto !important; clip-path:none !important; width:auto !important; height:auto !important; white-space:normal !important; color:#b23c00; font-size:.9rem}
ol.steps {display:flex; flex-wrap:wrap; gap:.4rem 1.6rem; list-style:none; padding:0; margin:.2rem 0; font-size:.9rem; color:#4f5d69}
ol.steps li b {color:#16242f}
</style>"""


def groups(findings: Sequence[Finding]) -> None:
    """Findings grouped by cause: fifty sentences in all, and of each cause at least one."""
    by_cause: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        by_cause.setdefault((finding.cause, finding.severity), []).append(finding)
    each = max(1, SHOWN // max(1, len(by_cause)))
    left, parts = SHOWN - sum(min(each, len(of_cause)) for of_cause in by_cause.values()), []
    for (cause, severity), of_cause in by_cause.items():
        more = min(max(left, 0), max(len(of_cause) - each, 0))  # what other causes do not need
        left -= more
        shown = of_cause[: each + more]
        sentences = [f"<li>{escape(finding.text())}{_also(finding)}</li>" for finding in shown]
        rest = places(of_cause[len(shown) :])
        told = f"<li>… và {formats.number(rest, 0)} chỗ nữa, xem trong tệp danh sách.</li>" if rest else ""
        total = places(of_cause)
        count = f" ({formats.number(total, 0)} chỗ)" if total > 1 else ""
        parts.append(f'<div class="found {severity}"><h3>{escape(cause)}{count}</h3><ul>{"".join(sentences)}{told}</ul></div>')
    st.html("".join(parts))


def places(findings: Sequence[Finding]) -> int:
    """In how many places something was found; what concerns the whole file is one."""
    return sum(max(1, len(finding.rows)) for finding in findings)


def _also(finding: Finding) -> str:
    """The other rows with the very same text."""
    others = [str(row) for row in list(finding.rows)[1:ALSO]]
    if not others:
        return ""
    rest = len(finding.rows) - ALSO
    return f" <small>Cũng vậy ở dòng {', '.join(others)}{f' và {formats.number(rest, 0)} dòng nữa' if rest > 0 else ''}.</small>"


def changes(rows: Rows, form: str) -> None:
    """The list of changes. Takes the columns of ``difference_list`` (figures) or those of ``registers.CHANGES``."""
    heads = ("Dòng", "Số liệu", "Loại", "Đang có → Sẽ là", "Trạng thái", "Văn bản khác nêu")
    if form != "figures":
        heads = ("Dòng", "Mã", "Loại", "Đang có → Sẽ là")
    body = "".join(
        "<tr>"
        + "".join(f'<td data-cap="{head}">{cell}</td>' for head, cell in zip(heads, _cells(row, form), strict=True))
        + "</tr>"
        for row in rows[:SHOWN]
    )
    head = "".join(f'<th scope="col">{text}</th>' for text in heads)
    st.html(f'<table class="grid wide"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>')
    if len(rows) > SHOWN:
        st.html(f'<p class="note">Còn {formats.number(len(rows) - SHOWN, 0)} dòng nữa; tải danh sách thay đổi để xem hết.</p>')


def plain(column: str, cell: str | int | float | None) -> str:
    """A cell of the list of changes as text in a file: words in Vietnamese, numbers with a decimal comma and no grouping."""
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.4f}".rstrip("0").rstrip(".").replace(".", ",")
    if column == "change":
        return CHANGES[cell][0]
    if column == "level":
        return formats.LEVELS[cell]
    if column == "kind":
        return formats.KINDS.get(cell, "Danh mục")
    return formats.STATUSES[cell][1] if column.endswith("_status") else str(cell)


def _cells(row, form: str) -> list[str]:
    word, sign = CHANGES[row.change]
    before = (
        f'<span class="was">{escape(row.before_text)}</span> → '
        if row.before_text and row.change in ("changed", "withdrawn")
        else ""
    )
    after = escape(row.after_text or ("rút lại" if row.change == "withdrawn" else formats.NOTHING))
    told = f'{before}<span class="is">{after}</span>'
    if form != "figures":
        return [
            str(row.row_number),
            f"{escape(row.indicator_id)}<small>{escape(row.indicator_name)}</small>",
            f"{sign} {word}",
            told,
        ]
    was, will = _figure(row.before_value, row.before_text, row), _figure(row.after_value, row.after_text, row)
    told = f'<span class="is">{"rút lại" if row.change == "withdrawn" else will}</span>'
    if row.change in ("changed", "withdrawn"):
        told = f'<span class="was">{was}</span> → {told}'
    what = f"{escape(row.indicator_name)}<small>{escape(row.unit_name)} · {formats.LEVEL_PHRASES[row.level]} · {formats.period(row.period, row.year)} · {escape(row.indicator_id)}</small>"
    return [
        str(row.row_number),
        what,
        f"{sign} {word}<small>{formats.KINDS[row.kind]}</small>",
        f"{told}<small>{escape(row.document)}</small>",
        _status(row),
        escape(row.others or formats.NOTHING),
    ]


def _figure(value: float | None, text: str | None, row) -> str:
    """A figure as a number with its unit; what has no number, or is a target with its own wording, as it was written."""
    if value is None or row.kind == "target":
        return escape(text or formats.NOTHING)
    return escape(formats.amount(value, row.unit_of_measure, digits=4))  # what will be stored, not rounded


def _status(row) -> str:
    after = formats.status(row.after_status) if row.after_status else formats.NOTHING
    if row.after_status == "no_target" and row.period != "N":
        after = "– Kỳ này không có mục tiêu riêng"
    if row.before_status in (None, row.after_status):
        return after
    return f"{formats.status(row.before_status)} → <b>{after}</b>"


def headline(preview: Preview) -> tuple[str, str]:
    """What would come of a file, in one sentence, and what to do next."""
    stops, asks, confirms = (places(preview.of(severity)) for severity in ("stop", "ask", "confirm"))
    if stops:
        rows = len({row for finding in preview.of("stop") for row in finding.rows})
        where = f" ở {formats.number(rows, 0)} dòng" if rows else ""
        return (
            f"{formats.number(stops, 0)} lỗi phải sửa{where}; chưa ghi gì vào kho",
            "Sửa trong tệp của bạn rồi nạp lại. Các dòng đúng được xem trước bên dưới.",
        )
    if asks:
        return (
            f"Cần trả lời {formats.number(len({finding.code + finding.column for finding in preview.of('ask')}), 0)} câu hỏi trước khi ghi",
            "Tệp có chỗ hiểu được hai cách; chọn cách hiểu đúng.",
        )
    counted, what = {row.change: row.rows for row in preview.counts}, uploaded(preview.form)
    if not preview.new_rows:
        return (
            f"Tệp không nói điều gì mới: {formats.number(counted.get('unchanged', 0), 0)} {what} đã có trong kho",
            "Không có gì để ghi.",
        )
    told = [
        f"{formats.number(counted[change], 0)} {CHANGES[change][0].lower()}"
        for change in CHANGES
        if counted.get(change) and change != "unchanged"
    ]
    confirm = f" {formats.number(confirms, 0)} điều bất thường cần xác nhận." if confirms else ""
    return f"{formats.number(preview.new_rows, 0)} {what} sẽ được ghi: {', '.join(told)}", "Tệp không có lỗi." + confirm + (
        f" {formats.number(counted['unchanged'], 0)} {what} giữ nguyên." if counted.get("unchanged") else ""
    )


def owed_list(rows: Rows) -> None:
    """What a unit still owes for a period. Takes rows of ``entry_list``."""
    body = "".join(
        f'<tr><td data-cap="Chỉ tiêu">{escape(row.indicator_name)}<small>{escape(row.indicator_id)} · {formats.LEVEL_PHRASES[row.level]}</small></td>'
        f'<td data-cap="Mục tiêu">{escape(row.target_as_written or formats.NOTHING)}</td>'
        f'<td data-cap="Kết quả gần nhất">{escape(row.last_as_written or formats.NOTHING)}{_when(row)}</td></tr>'
        for row in rows
    )
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Chỉ tiêu", "Mục tiêu", "Kết quả gần nhất"))
    st.html(f'<table class="grid wide"><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>')


def _when(row) -> str:
    return f"<small>{formats.period(row.last_period, row.last_year)}</small>" if row.last_as_written else ""
