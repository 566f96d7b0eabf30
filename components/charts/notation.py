"""One notation for every chart (IBCS), written once: what each kind of mark looks like, means, and is called in the key.

Target outlined without fill, result solid and narrower, estimate finely hatched, earlier result lighter, a claim without a
number of its own widely hatched in the target's frame, words dashed. A new kind of mark is one entry of ``MARKS``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from components.charts.model import Plot
from components.text import formats
from components.theme import EARLIER, LACKING, LINE, MUTED, OUTLINE, RESULT, STATUS_COLOURS
from queries.rows import Rows

WIDE, NARROW = 0.64, 0.36  # of a slot: the frame of a target, the bar of a result
TARGET, RESULTS = "Mục tiêu", "Kết quả"  # columns of the workbook


@dataclass(frozen=True)
class MarkStyle:
    """How a kind of mark is drawn in every format.

    ``label`` stands in the key, ``column`` heads its numbers in a workbook. ``shape`` is 'bar', 'dot' (a filled or empty
    circle) or 'line' (joins the marks of its kind from slot to slot). ``width`` is that of the outline or line in points,
    ``hatch`` 'fine' or 'wide' (in the outline's colour), ``dash`` 'dash' or 'dot', ``share`` the part of its slot that a bar takes.
    """

    label: str
    column: str
    shape: str = "bar"
    fill: str | None = None
    outline: str | None = None
    width: float = 0.0
    hatch: str = ""
    dash: str = ""
    share: float = 0.0


def _frame(label: str, column: str = TARGET, outline: str = OUTLINE, hatch: str = "", dash: str = "") -> MarkStyle:
    return MarkStyle(label, column, outline=outline, width=1.6, hatch=hatch, dash=dash, share=WIDE)


def _bar(label: str, colour: str, hatch: str = "") -> MarkStyle:
    if hatch:
        return MarkStyle(label, RESULTS, outline=colour, width=0.75, hatch=hatch, share=NARROW)
    return MarkStyle(label, RESULTS, fill=colour, share=NARROW)


def _part(label: str, fill: str | None, hatch: str = "", outline: str = OUTLINE) -> MarkStyle:
    """A part of a stacked bar: its own column of the workbook."""
    return MarkStyle(label, label, fill=None if hatch else fill, outline=outline, width=1.0, hatch=hatch, share=WIDE)


MARKS = {  # in the order in which they are painted and stand in the key
    "range": _frame("Khoảng của mục tiêu, đến mức cao", column="Mục tiêu, mức cao", dash="dash"),
    "former": _frame("Mục tiêu trước đó, đã được thay", column="Mục tiêu trước đó", outline=EARLIER, dash="dash"),
    "target": _frame("Mục tiêu"),
    "overdue": _frame("Mục tiêu quá hạn", outline=STATUS_COLOURS["missed"]),
    "words": _frame("Mục tiêu bằng lời", dash="dash"),
    "related": _frame("Mục tiêu của chỉ tiêu gần nghĩa*", column="Mục tiêu, chỉ tiêu gần nghĩa", outline=MUTED, dash="dot"),
    "claim": _frame("Văn bản nói đã hoàn thành, không nêu số", hatch="wide"),
    "result": _bar("Kết quả", RESULT),
    "earlier": _bar("Kết quả gần nhất", EARLIER),
    "own": _bar("Tỉnh báo", RESULT),
    "summed": _bar("Cộng từ các đơn vị", EARLIER),
    "related_result": MarkStyle(
        "Kết quả của chỉ tiêu gần nghĩa*", "Kết quả, chỉ tiêu gần nghĩa", outline=MUTED, width=1.6, dash="dot", share=NARROW
    ),
    "estimate": _bar("Số ước tính", RESULT, hatch="fine"),
    "earlier_estimate": _bar("Số ước tính", EARLIER, hatch="fine"),
    "money_central": _part("Trung ương", EARLIER),
    "money_local": _part("Địa phương", LINE),
    "money_other": _part("ODA và khác", "#ffffff"),
    "money_more": _part("Nguồn khác", "#ffffff", hatch="wide"),
    "money_tasks": _part("Số tiền của các nhiệm vụ", EARLIER),
    "span": _part("Thời gian theo văn bản", EARLIER),
    "late": _part("Quá hạn đến hôm nay", None, hatch="fine", outline=STATUS_COLOURS["missed"]),
    "missing": _part("Còn cách mục tiêu", LACKING, outline=STATUS_COLOURS["missed"]),
    "count_met": _part("Đạt", RESULT),
    "count_stated": _part("Đạt theo văn bản", None, hatch="wide"),
    "count_near": _part("Gần đạt", EARLIER),
    "count_missed": _part("Chưa đạt", LACKING, outline=STATUS_COLOURS["missed"]),
    "count_open": _part("Chưa có hoặc chưa xét được kết quả", "#ffffff"),
    "line": MarkStyle("Diễn biến", "Diễn biến", "line", outline=RESULT, width=2.0),
    "path": MarkStyle("Từ kết quả gần nhất đến mục tiêu", "Đường đến mục tiêu", "line", outline=MUTED, width=1.6, dash="dot"),
    "dot": MarkStyle("Chỉ tiêu liên quan, cách đo khác", "Chỉ tiêu liên quan", "dot", fill=RESULT),
    "ring": MarkStyle("Đơn vị đang xem", "Đơn vị đang xem", "dot", outline=STATUS_COLOURS["missed"], width=2.0),
}
_ORDER = {kind: index for index, kind in enumerate(MARKS)}


def in_order(kinds: Iterable[str]) -> list[str]:
    """Kinds of marks in the order in which they are painted, each once. Raises KeyError for one that there is not."""
    return sorted(set(kinds), key=_ORDER.__getitem__)


def drawn(plots: Iterable[Plot]) -> list[str]:
    """The kinds of marks that charts draw, for their key: those that look and mean the same stand there once."""
    plots = list(plots)
    kinds = in_order(mark.kind for plot in plots for slot in plot.slots for mark in slot.marks)
    kinds += ["path"] if any(plot.paths for plot in plots) else []
    return in_order({MARKS[kind].label: kind for kind in reversed(kinds)}.values())


def statuses(plot: Plot) -> list[str]:
    """The statuses whose shapes stand at a chart's names, as '● Đạt', in their usual order."""
    shapes = {slot.verdict[:1] for slot in plot.slots}
    told = {**formats.STATUSES, "behind": formats.PACES["behind"]}
    return [" ".join(words) for code, words in told.items() if words[0] in shapes and code != "no_target"]


def rule(row: Any) -> str:
    """How a row's result is set against its target: '>=', '>', '<=', '<', '='; '' where nothing measured is judged by numbers."""
    if row.status not in ("met", "near", "missed") or getattr(row, "basis", None) != "measured":
        return ""
    operator = getattr(row, "target_op", None) or ">="
    if getattr(row, "lower_is_better", operator in ("<", "<=")):
        return operator if operator in ("<", "=") else "<="
    return operator if operator in (">", "=") else ">="


def full_widths(rows: Rows) -> list[float]:
    """The value that fills the width of each lying bar (columns required, target_high, actual, unit_of_measure).

    Shares keep one scale, 0-100, longer only when one of them is; in another unit the longer of target and result fills it.
    """
    longest = [max(float(value or 0) for value in (row.required, row.target_high, row.actual)) for row in rows]
    shares = max([100.0, *(long for row, long in zip(rows, longest, strict=True) if row.unit_of_measure == "%")])
    return [shares if row.unit_of_measure == "%" else long or 100.0 for row, long in zip(rows, longest, strict=True)]
