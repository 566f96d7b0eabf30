"""How a status comes about, step by step: what is compared, with what, by which rule, and what follows.

Takes rows of ``indicator_trend``. Which rule speaks, and every number, comes from the view that decides the status (``decided_by``,
``compared``, ``gap``, ``compared_share``, ``near_bound``), so that words and status cannot differ.
"""

from __future__ import annotations

from typing import Any

from components.text import formats, times

_BEFORE_DUE = {
    "unreported": "chưa có kết quả",
    "not_yet_comparable": "kết quả chưa so được với mục tiêu ấy",
    "estimate": "kết quả mới là số ước",
    "day_within": "kết quả của cả năm mới tính đến {day}",
    "may_grow": "số lũy kế còn tăng, mà mục tiêu là không vượt quá",
    "not_yet": "kết quả còn có thể thay đổi",
}
_CONCLUDED = {"not_due": "chưa đến hạn", "no_target": "không xét"}


def steps(row: Any) -> list[str]:
    """The sentences, in order; the last one begins with '→' and says the status as the screens show it."""
    said = [_result(row), _needed(row), *_rule(row)]
    return [step for step in said if step] + [f"→ {conclusion(row)}"]


def conclusion(row: Any) -> str:
    """'▲ gần đạt'; with the document's own judgement where it says otherwise."""
    shape, word = formats.STATUSES[formats.shown_mark(row)][0], formats.verdict(row)
    said = f"{shape} {word[:1].lower()}{word[1:]}"
    if row.disputed and row.stated_status in formats.STATUSES:
        said += f"; văn bản tự xếp “{formats.STATUSES[row.stated_status][1].lower()}”, cả hai được giữ"
    return said


def comparison(row: Any) -> str:
    """'45% < 50%', of the two numbers that are set against one another; '' where one of them is missing."""
    if row.gap is None or row.compared is None:
        return ""
    sign = "<" if row.gap < 0 else ">" if row.gap > 0 else "="
    return f"{_amount(row.compared, row)} {sign} {_amount(row.required, row)}"


def _amount(value: float | None, row: Any) -> str:
    return formats.amount(value, row.unit_of_measure, 4)


def _result(row: Any) -> str:
    if not row.has_result:
        return ""
    words = row.actual is None and row.actual_low is None
    said = f"Kết quả bằng lời: {formats.result(row)}" if words and row.basis != "stated" else f"Kết quả: {formats.result(row)}"
    if row.basis == "stated":
        said += "; văn bản nói đã hoàn thành, nên lấy chính mức của mục tiêu"
    elif row.denominator is not None and row.actual is not None:
        said += f", bằng {formats.number(row.numerator)} / {formats.number(row.denominator)}"
    if row.compared is not None and row.compared != row.actual:
        said += f"; từ đầu năm đến hết {formats.inside(times.period(row.period, row.year))}: {_amount(row.compared, row)}"
    return said


def _needed(row: Any) -> str:
    if row.target_year is None:
        return "Chưa văn bản nào đặt mục tiêu cho đến kỳ này"
    year = f" năm {row.target_year}" if not row.has_target or row.period == "N" else ""
    said = f"Mục tiêu{year}: {formats.target(row)}"
    if row.target_year != row.year:
        said += " (mục tiêu gần nhất còn hiệu lực)"
    if row.required is None:
        return f"{said}, không có số để so"
    return said + {
        ">": f"; phải lớn hơn {_amount(row.required, row)}",
        "<": f"; phải nhỏ hơn {_amount(row.required, row)}",
        "<=": f"; không được quá {_amount(row.required, row)}",
        "=": f"; phải đúng {_amount(row.required, row)}",
        "range": f"; đạt khi {'từ ' if not row.lower_is_better else 'không quá '}{_amount(row.required, row)}"
        + ("" if row.lower_is_better else " trở lên"),
    }.get(row.target_op or "", "")


def _rule(row: Any) -> list[str]:
    """What decides, in words and numbers."""
    rule, due = row.decided_by, times.day(row.due_end)
    if rule in _BEFORE_DUE:
        why = _BEFORE_DUE[rule].format(day=f"ngày {times.day(row.as_of)}")
        return [part for part in (comparison(row), f"Hạn {due} chưa qua, {why}") if part]
    if rule == "overdue":
        return [f"Hạn {due} đã qua, chưa có kết quả"]
    if rule == "not_comparable":
        part = formats.inside(times.period(row.period, row.year))
        return [f"Kết quả của {part} không so thẳng được với mục tiêu cả năm: danh mục chưa nói phần năm cộng thành năm thế nào"]
    if rule == "stated":
        return [f"Không có hai con số để so; văn bản xếp “{formats.STATUSES[row.stated_status][1].lower()}”"]
    if rule == "no_number":
        return ["Không có hai con số để so, văn bản cũng không xếp"]
    return _numbers(row) if rule != "no_target" else []


def _numbers(row: Any) -> list[str]:
    """The comparison, what a word before the number makes of it, and how near it is."""
    said = [comparison(row), _qualified(row)]
    if row.decided_by != "satisfied":
        said.append(_nearness(row))
    return [part for part in said if part]


def _qualified(row: Any) -> str:
    """Why two equal numbers meet a target, or do not."""
    if row.gap != 0:
        return ""
    word = {"over": "trên", "nearly": "gần"}.get(row.actual_qualifier or "")
    if word:
        side = "lớn hơn" if word == "trên" else "nhỏ hơn"
        return f"Kết quả ghi “{word}”, tức là {side} {_amount(row.compared, row)}"
    if row.target_op in (">", "<"):
        return f"Mục tiêu ghi “{formats.OPERATORS[row.target_op].strip()}”: bằng đúng thì chưa đạt"
    return ""


def _nearness(row: Any) -> str:
    """'45 / 50 = 90%, từ 90% trở lên là gần đạt'."""
    near = row.decided_by == "within_a_tenth"
    bound = "trong khoảng 90% đến 110%" if row.target_op == "=" else "không quá 110%" if row.lower_is_better else "từ 90% trở lên"
    if row.compared_share is None:
        return f"Gần đạt là {bound} mức phải có: {'có' if near else 'không'}"
    ratio = f"{formats.number(row.compared, 4)} / {formats.number(row.required, 4)} = {formats.number(100 * row.compared_share)}%"
    return f"{ratio}; gần đạt là {bound}: {'có' if near else 'không'}"
