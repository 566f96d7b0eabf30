"""How the screen says things: Vietnamese numbers, levels, statuses. No Streamlit, no Plotly."""

from __future__ import annotations

from typing import Any

from data.vietnamese import terms
from data.vietnamese.misprints import marked
from data.vietnamese.numbers import MINUS, grouped
from queries.rows import Rows

_UNDIVIDED, _WHOLE_PROVINCE = "Không phân cấp", "Toàn tỉnh"  # figures of no level: of any unit, of a province
LEVELS = {level: _UNDIVIDED if level == "all" else word.capitalize() for level, word in terms.LEVELS.items()}
LEVEL_PHRASES = {level: _UNDIVIDED.lower() if level == "all" else f"cấp {word}" for level, word in terms.LEVELS.items()}
_SHAPES = {"met": "●", "stated": "◐", "near": "▲", "missed": "■", "no_result": "○", "not_due": "◇", "no_target": "–"}
STATUSES = {code: (_SHAPES[code], word) for code, word in terms.STATUSES.items()}  # the shape never without a word or a number
STANDINGS = {
    "current": "đang áp dụng",
    "restated": "nêu lại, cùng số",
    "superseded": "đã được thay bằng số mới hơn",
    "conflicting": "mâu thuẫn với số đang áp dụng",
    "beside": "đứng bên cạnh, không thay số đang áp dụng",
}
BASES = {"measured": "số đo", "stated": "văn bản nói đã hoàn thành, không nêu số", "words": "bằng lời"}
QUALIFIERS = {"about": "khoảng ", "over": "trên ", "nearly": "gần ", "estimate": "ước "}
OPERATORS = {">": "trên ", "<": "dưới ", "<=": "tối đa "}
RANK = "hạng"  # the unit of a place in a list: its number stands behind the word, and it moves by "bậc"
KINDS = terms.KINDS
SAMPLE = f"{terms.SAMPLE}, không phải số liệu thật."
NOTHING = "–"
PACES = {"on_pace": ("◇", "Kịp tiến độ"), "behind": ("◆", "Chậm tiến độ")}  # how what is not due keeps up with its target
_SIGNS = {**STATUSES, **PACES}
STATED = "không nêu số"  # the result of a claim that repeats its target
_COMMON = (
    "Năm ",
    "Quý ",
    "Tháng ",
    "Tỉnh ",
    "Thành phố ",
    "Huyện ",
    "Quận ",
    "Thị xã ",
    "Thị trấn ",
    "Xã ",
    "Phường ",
    "Đặc khu ",
)


def level(code: str, unit_id: str) -> str:
    """The level of a figure of a unit: 'Tỉnh', 'Xã'; what has no level is 'Toàn tỉnh' for a province, else 'Không phân cấp'."""
    return _WHOLE_PROVINCE if code == "all" and is_province(unit_id) else LEVELS[code]


def level_phrase(code: str, unit_id: str) -> str:
    """The same inside a sentence: 'cấp tỉnh', 'toàn tỉnh', 'không phân cấp'."""
    return _WHOLE_PROVINCE.lower() if code == "all" and is_province(unit_id) else LEVEL_PHRASES[code]


def is_province(unit_id: str) -> bool:
    """Whether a unit, or one of its later states ('42-202507'), is a province: two digits name one."""
    return len(unit_id.partition("-")[0]) == 2


def number(value: float | None, digits: int = 2) -> str:
    """A number the Vietnamese way: 69.3 -> '69,3', 1410498 -> '1.410.498'; '–' for none."""
    return NOTHING if value is None else grouped(value, digits)


def amount(value: float | None, unit_of_measure: str, digits: int = 2) -> str:
    """A number with its unit of measure: '69,3%', '2.795 lượt', 'hạng 38'; '–' for none."""
    return _in_unit(number(value, digits), unit_of_measure)


def span(low: float, high: float, unit_of_measure: str) -> str:
    """Two ends with one unit of measure: '20–30%', 'hạng 30–35'."""
    return _in_unit(f"{number(low)}–{number(high)}", unit_of_measure)


def _in_unit(text: str, unit_of_measure: str) -> str:
    if text == NOTHING:
        return text
    if unit_of_measure == RANK:
        return f"{RANK} {text}"
    return f"{text}%" if unit_of_measure == "%" else f"{text} {unit_of_measure}".rstrip()


def step(unit_of_measure: str) -> str:
    """What a difference is counted in: 'điểm %' for shares, 'bậc' for ranks, else the unit itself."""
    return {"%": "điểm %", RANK: "bậc"}.get(unit_of_measure, unit_of_measure)


def distance(value: float, unit_of_measure: str) -> str:
    """A difference without its sign: '5 điểm %', '32 bậc'."""
    return f"{number(abs(value))} {step(unit_of_measure)}"


def change(value: float | None, unit_of_measure: str) -> str:
    """A difference over time: '−5 điểm %', '+12 người', 'lên 2 bậc' (a smaller rank is a higher place), '0'; '–' for none."""
    text = number(value)
    if value is None or text in (NOTHING, "0"):
        return text
    if unit_of_measure == RANK:
        return f"{'lên' if value < 0 else 'xuống'} {distance(value, unit_of_measure)}"
    return f"{MINUS if value < 0 else '+'}{distance(value, unit_of_measure)}"


def progress(percent: float | None, started_beyond: bool = False) -> str:
    """How much of the way from start to target is done: '57,14%', 'vượt' beyond it, 'lùi' behind the start, '0%' at the start.

    ``percent`` as in ``way_to_target``; a start that was at the target already is said, never 0 or 100; '–' where nothing is known.
    """
    if started_beyond:
        return "đã đạt từ đầu"
    if percent is None:
        return NOTHING
    return "lùi" if round(percent, 2) < 0 else "vượt" if round(percent, 2) > 100 else f"{number(percent)}%"


def gap(value: float | None, unit_of_measure: str) -> str:
    """Result minus target: '−5 điểm %', '+12 người', 'kém 32 bậc', '0'; '–' for none."""
    if value is not None and unit_of_measure == RANK and number(value) != "0":
        return f"{'hơn' if value < 0 else 'kém'} {distance(value, unit_of_measure)}"
    return change(value, unit_of_measure)


def units(rows: Rows) -> str:
    """The units of measure of the rows that have a number to reach: '%, hạng'."""
    counted = rows.having("required") if "required" in rows.columns else rows
    return ", ".join(dict.fromkeys(counted.values("unit_of_measure")))


def titled(*parts: str) -> str:
    """Who, what unit, when in one line: 'Tỉnh Hà Tĩnh · % · năm 2022'; an empty part is left out."""
    return " · ".join(part for part in parts if part)


def signed(value: float | None) -> str:
    """A signed number without its unit, for narrow places where the unit stands in the title."""
    text = number(value)
    return text if text in (NOTHING, "0") or text.startswith(MINUS) else f"+{text}"


def target(row: Any) -> str:
    """The target of a row (target_op, target_low, target_high, target_as_written, unit_of_measure)."""
    low, high, unit = row.target_low, row.target_high, row.unit_of_measure
    if low is not None and high is not None:
        return span(low, high, unit)
    bound = low if low is not None else high
    if bound is None:
        return quote(row.target_as_written)
    op = getattr(row, "target_op", None) or ""
    if unit == RANK and op in ("<", "<="):
        return f"{amount(bound, unit)} trở lên" if op == "<=" else f"trên {amount(bound, unit)}"
    return OPERATORS.get(op, "") + amount(bound, unit)


def result(row: Any) -> str:
    """The result of a row (actual, actual_as_written, unit_of_measure): a number or a span, else the words.

    A claim without a number of its own (``basis`` 'stated') is never shown as the number that it repeats.
    """
    if getattr(row, "basis", None) == "stated":
        return STATED
    if row.actual is None and getattr(row, "actual_low", None) is not None and row.actual_high is not None:
        return span(row.actual_low, row.actual_high, row.unit_of_measure)
    if row.actual is not None:
        return qualified(row.actual, getattr(row, "actual_qualifier", None), row.unit_of_measure)
    return quote(row.actual_as_written)


def quote(words: str | None) -> str:
    """Words of a document as the screen shows them, a known misprint with the right word in brackets; '–' for none."""
    return marked(words) if words else NOTHING


def qualified(value: float | None, qualifier: str | None, unit_of_measure: str) -> str:
    """A result with the word that its document puts before it: 'khoảng 98%', 'trên hạng 38'; '–' for none."""
    return (QUALIFIERS.get(qualifier or "", "") if value is not None else "") + amount(value, unit_of_measure)


def compared(row: Any, when: str = "") -> str:
    """Result / target of a row beside a bar: '45% / 50%', 'khoảng 98% (2022) / 100%', 'hạng 40 / hạng 8 trở lên'.

    Another unit is left to the gap that follows: '1.000 / 1.500'. ``when`` follows the result.
    """
    if row.unit_of_measure not in ("%", RANK):
        row = row._replace(unit_of_measure="")
    return f"{result(row)}{when} / {target(row)}"


def fraction(row: Any) -> str:
    """Numerator over denominator of a row: '13/16'; '–' for none."""
    return NOTHING if row.denominator is None else f"{number(row.numerator)}/{number(row.denominator)}"


def status(code: str) -> str:
    """Shape and word: '● Đạt'."""
    return " ".join(STATUSES[code])


def verdict(row: Any) -> str:
    """The status of a row in words: 'Đạt'; of a result that its target cannot judge why: 'Chưa so được với mục tiêu năm 2023'.

    Takes mark (or status), and has_result (or the result), comparable and target_year where the read tells them.
    """
    if not _untold(row):
        return _SIGNS[_mark(row)][1]
    if getattr(row, "comparable", True):
        return "Không có số để so"
    year = getattr(row, "target_year", None)
    return f"Chưa so được với mục tiêu năm {year}" if year else "Chưa so được với mục tiêu"


def shown_mark(row: Any) -> str:
    """The mark whose shape and colour a row has: 'no_target' (–) for a result that its target cannot judge, never the empty ring."""
    return "no_target" if _untold(row) else _mark(row)


def shape(mark: str) -> str:
    """The sign of a mark in a line of text: '●', '◆'."""
    return _SIGNS[mark][0]


def told_status(row: Any) -> str:
    """Shape and word of a row: '● Đạt', '– Chưa so được với mục tiêu năm 2023'."""
    return f"{shape(shown_mark(row))} {verdict(row)}"


def _mark(row: Any) -> str:
    return str(getattr(row, "mark", None) or row.status)


def _untold(row: Any) -> bool:
    """Whether a result stands beside a target that says neither met nor missed of it; earlier results (``last_year``) do not count."""
    if _mark(row) != "no_result" or hasattr(row, "last_year"):
        return False
    return bool(getattr(row, "has_result", getattr(row, "actual_as_written", None)))


def inside(name: str) -> str:
    """A period or a unit inside a sentence, the first letter small: 'quý II năm 2022', 'tỉnh Hà Tĩnh'."""
    return name[:1].lower() + name[1:] if name.startswith(_COMMON) else name
