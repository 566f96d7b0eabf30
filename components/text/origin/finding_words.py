"""What is said of the register of contradictions. Drafted from ``finding_list``, never beyond it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from components.text import formats, times
from components.text.spelling import quoted
from data.vietnamese import terms
from queries.rows import Rows

SEVERITIES = {  # severity -> (mark whose shape it has, word), the gravest first
    "severe": ("missed", terms.SEVERITIES["severe"]),
    "warning": ("near", terms.SEVERITIES["warning"]),
    "note": ("no_result", terms.SEVERITIES["note"]),
}
CHECKS = {  # check -> what it found, in few words; in the order of the screens
    "conflicting": "hai số khác nhau",
    "disputed": "xếp loại trái số",
    "impossible": "số không thể có",
    "budget_tables": "hai bảng, hai tổng",
    "budget_sum": "tổng kinh phí không khớp",
    "below_province": "thấp hơn mức tỉnh đặt",
    "summed": "khác số cộng từ dưới lên",
    "fraction": "tỷ lệ trái tử và mẫu",
    "reversed": "lũy kế giảm",
    "jumped": "số nhảy vọt",
    "lowered": "mục tiêu hạ xuống",
    "easy": "đã đạt khi đặt mục tiêu",
    "stated_only": "nói đạt, không nêu số",
    "two_names": "hai tên, hai số",
    "undated": "không ghi ngày",
    "unmeasured": "chưa từng đo",
    "unreviewed": "quá hạn rà soát",
    "ownerless": "không nêu chủ trì",
}
DECISIONS = {"accept": "chấp nhận", "choose": "chọn một số", "ask": "hỏi đơn vị", "reopen": "mở lại"}  # in the order of the form
UNDECIDED = "Chưa xử lý"
_MONEY = "triệu đồng"
OF_MONEY = ("budget_tables", "budget_sum")  # checks of the tables of money: what is off in one is off in those that add it up
_WORD_FOR_WORD = {  # check -> whether its first and its other side are words of a document as they stand there
    "conflicting": (True, True),
    "impossible": (True, False),
    "fraction": (True, False),
    "jumped": (True, False),
    "below_province": (True, True),
    "lowered": (True, False),
    "easy": (True, False),
    "stated_only": (True, False),
    "two_names": (True, False),
}


_STANDINGS = {"chua": True, "roi": False}  # in the link -> whether a finding is open


def narrowed(rows: Rows[Any], severity: str = "", check: str = "", standing: str = "") -> Rows[Any]:
    """The findings of a severity, a kind and a standing ('chua', 'roi'); any other word narrows nothing."""
    kept = rows.where(severity=severity) if severity in SEVERITIES else rows
    kept = kept.where(check_name=check) if check in CHECKS else kept
    return kept.where(is_open=_STANDINGS[standing]) if standing in _STANDINGS else kept


def asked_for(name: str, word: str) -> str:
    """A word of the link ('muc', 'loai', 'xu_ly') that narrows the register; '' for one that does not."""
    known: dict[str, Collection[str]] = {"muc": SEVERITIES, "loai": CHECKS, "xu_ly": _STANDINGS}
    return word if word in known[name] else ""


def sides(row: Any) -> tuple[str, str]:
    """What both sides say: a document's own words in quotation marks, what is counted or converted without."""
    first, second = _WORD_FOR_WORD.get(row.check_name, (False, False))
    return (quoted(row.said) if first else row.said, quoted(row.other) if second else row.other)


def headline(rows: Rows[Any], territory: str) -> str:
    """'Hà Tĩnh: 15 chỗ mâu thuẫn nghiêm trọng, từ 5 nguyên nhân; tiền lệch nhiều nhất 28.300 triệu đồng'; the best that can be said
    where nothing severe is undecided."""
    severe = rows.where(severity="severe")
    left = severe.where(is_open=True)
    settled = f"; {formats.number(count, 0)} chỗ đã xử lý" if (count := len(rows) - len(rows.where(is_open=True))) else ""
    if not left:
        rest = f"; {formats.number(count, 0)} chỗ cần xem lại" if (count := len(rows.where(is_open=True))) else ""
        return f"{territory}: không {'còn' if severe else 'có'} mâu thuẫn nghiêm trọng{rest}{settled}"
    money = [row.off for row in left if row.unit_of_measure == _MONEY and row.off]
    most = f"; tiền lệch nhiều nhất {formats.number(max(money), 0)} triệu đồng" if money else ""
    return f"{territory}: {formats.number(len(left), 0)} chỗ mâu thuẫn nghiêm trọng{_causes(left)}{most}{settled}"


def counted(rows: Rows[Any], territory: str, severity: str = "", check: str = "", standing: str = "") -> str:
    """'Tỉnh Hà Tĩnh: 18 chỗ, ghi chú, chưa xử lý': what ``narrowed`` left of the register, which says nothing of the rest."""
    words = [SEVERITIES[severity][1]] if severity in SEVERITIES else []
    words += [CHECKS[check]] if check in CHECKS else []
    words += [{True: UNDECIDED.lower(), False: "đã xử lý"}[_STANDINGS[standing]]] if standing in _STANDINGS else []
    return f"{territory}: {', '.join([f'{formats.number(len(rows), 0)} chỗ', *words])}"


def _causes(rows: Rows[Any]) -> str:
    """', từ 5 nguyên nhân' where several places have one: the tables of money of one document, one kind of clash of one indicator."""
    causes = {
        (row.document,) if row.check_name in OF_MONEY else (row.check_name, row.indicator_id or row.subject) for row in rows
    }
    return f", từ {len(causes)} nguyên nhân" if len(causes) < len(rows) else ""


def about(row: Any) -> str:
    """'cấp huyện, năm 2022'; '' where a finding is about no single figure."""
    level = formats.LEVELS[row.level] if row.level and row.level != "all" else ""
    when = times.period(row.period or "N", row.year) if row.year and row.indicator_id else ""
    return ", ".join(filter(None, [formats.inside(level), formats.inside(when)]))


def apart(row: Any) -> str:
    """'lệch 28.300 triệu đồng', 'lệch 10 điểm %'; '' where the sides are not numbers, or equal ones."""
    if not row.off:
        return ""
    unit = "điểm %" if row.unit_of_measure == "%" else row.unit_of_measure or ""
    return f"lệch {formats.number(row.off)} {unit}".rstrip()


def standing(row: Any) -> str:
    """What became of a finding: 'Đã xử lý', 'Đang hỏi đơn vị', 'Chưa xử lý'. Takes ``finding_list``."""
    return "Đã xử lý" if not row.is_open else "Đang hỏi đơn vị" if row.decision == "ask" else UNDECIDED


def decision(row: Any, said: str = "", other: str = "") -> str:
    """What was decided and why: 'Chọn “94”: báo cáo nêu ngày'; '' where nothing was. Takes ``finding_list`` or ``finding_decision_list``;
    ``said`` and ``other``: what the sides say."""
    if not row.decision:
        return ""
    word = DECISIONS[row.decision]
    if row.decision == "choose":
        word = f"chọn “{said if row.side == 'said' else other}”"
    return f"{word[0].upper()}{word[1:]}: {row.reason}"


def by_whom(author: str, at: Any) -> str:
    """'van-phong, 28/11/2026'."""
    return f"{author}, {times.day(times.local(at).date())}"


def outdated(row: Any) -> str:
    """That an earlier decision covers a finding no longer; '' where there is none. Takes ``finding_list``."""
    return f"Quyết định trước không còn đúng: khi đó hai bên là {row.was}." if row.was else ""
