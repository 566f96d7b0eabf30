"""How the screen says things: Vietnamese numbers, levels, statuses, periods. No Streamlit, no Plotly."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from queries.rows import Rows

LEVELS = {"province": "Tỉnh", "district": "Huyện", "commune": "Xã", "all": "Chung"}
LEVEL_PHRASES = {"province": "cấp tỉnh", "district": "cấp huyện", "commune": "cấp xã", "all": "chung"}
STATUSES = {  # shape and word; the shape is never shown without a word or a number
    "met": ("●", "Đạt"),
    "near": ("▲", "Gần đạt"),
    "missed": ("■", "Chưa đạt"),
    "no_result": ("○", "Chưa có số liệu"),
    "not_due": ("◇", "Chưa đến hạn"),
    "no_target": ("–", "Không có mục tiêu"),
}
STANDINGS = {
    "current": "đang dùng",
    "restated": "nêu lại, cùng số",
    "superseded": "đã được thay bằng số mới hơn",
    "conflicting": "mâu thuẫn với số đang dùng",
}
QUALIFIERS = {"about": "khoảng ", "over": "trên ", "nearly": "gần ", "estimate": "ước "}
OPERATORS = {">": "trên ", "<": "dưới ", "<=": "tối đa "}
KINDS = {"target": "Mục tiêu", "result": "Kết quả"}
SAMPLE = "Số liệu minh hoạ, không phải số liệu thật."
NOTHING = "–"
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
_HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def number(value: float | None, digits: int = 2) -> str:
    """A number the Vietnamese way: 69.3 -> '69,3', 1410498 -> '1.410.498'; '–' for none."""
    if value is None:
        return NOTHING
    text = f"{abs(round(value, digits)):,.{digits}f}".rstrip("0").rstrip(".") if digits else f"{abs(round(value)):,.0f}"
    text = text.replace(",", "_").replace(".", ",").replace("_", ".")
    return f"−{text}" if round(value, digits) < 0 else text


def amount(value: float | None, unit_of_measure: str, digits: int = 2) -> str:
    """A number with its unit of measure: '69,3%', '2.795 lượt'; '–' for none."""
    text = number(value, digits)
    if text == NOTHING:
        return text
    return f"{text}%" if unit_of_measure == "%" else f"{text} {unit_of_measure}"


def change(value: float | None, unit_of_measure: str) -> str:
    """A signed difference: '−5 điểm %', '+12 người', '0'; '–' for none."""
    text = number(value)
    if text in (NOTHING, "0"):
        return text
    sign = "" if text.startswith("−") else "+"
    return f"{sign}{text} {'điểm %' if unit_of_measure == '%' else unit_of_measure}"


def signed(value: float | None) -> str:
    """A signed number without its unit, for narrow places where the unit stands in the title."""
    text = number(value)
    return text if text in (NOTHING, "0") or text.startswith("−") else f"+{text}"


def target(row: object) -> str:
    """The target of a row (target_op, target_low, target_high, target_as_written, unit_of_measure)."""
    low, high, unit = row.target_low, row.target_high, row.unit_of_measure
    if low is not None and high is not None:
        return f"{number(low)}–{amount(high, unit)}"
    bound = low if low is not None else high
    if bound is None:
        return row.target_as_written or NOTHING
    return OPERATORS.get(getattr(row, "target_op", None) or "", "") + amount(bound, unit)


def result(row: object) -> str:
    """The result of a row (actual, actual_as_written, unit_of_measure): a number, else the words."""
    if row.actual is not None:
        return QUALIFIERS.get(getattr(row, "actual_qualifier", None), "") + amount(row.actual, row.unit_of_measure)
    return row.actual_as_written or NOTHING


def fraction(row: object) -> str:
    """Numerator over denominator of a row: '13/16'; '–' for none."""
    return NOTHING if row.denominator is None else f"{number(row.numerator)}/{number(row.denominator)}"


def status(code: str) -> str:
    """Shape and word: '● Đạt'."""
    return " ".join(STATUSES[code])


def period(code: str, year: int) -> str:
    """'Năm 2022', 'Quý II năm 2022', '9 tháng đầu năm 2022', 'Tháng 8 năm 2022'."""
    if code == "N":
        return f"Năm {year}"
    if code.startswith("Q"):
        return f"Quý {('I', 'II', 'III', 'IV')[int(code[1]) - 1]} năm {year}"
    if code.startswith("T"):
        return f"Tháng {code[1:]} năm {year}"
    return f"{code[:-1]} tháng đầu năm {year}"


def inside(name: str) -> str:
    """A period or a unit inside a sentence, the first letter small: 'quý II năm 2022', 'tỉnh Hà Tĩnh'."""
    return name[:1].lower() + name[1:] if name.startswith(_COMMON) else name


def years(found: list[int]) -> str:
    """'2022–2030', or '2025' for one year."""
    first, last = min(found), max(found)
    return str(first) if first == last else f"{first}–{last}"


def tick(code: str, year: int) -> str:
    """A period for a narrow place: '2022', 'Q.II/2022', '7T/2021', 'T8/2022'."""
    if code == "N":
        return str(year)
    return f"Q.{('I', 'II', 'III', 'IV')[int(code[1]) - 1]}/{year}" if code.startswith("Q") else f"{code}/{year}"


def day(value: date | None) -> str:
    """'29/12/2022', '–' for none."""
    return NOTHING if value is None else f"{value:%d/%m/%Y}"


def fold(text: str) -> str:
    """Lower case without diacritics, for finding: 'Hồ sơ điện tử' -> 'ho so dien tu'."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def sources(rows: Rows) -> str:
    """Source line of rows with target_document, target_locator, actual_document, actual_locator, as_of (any of them)."""
    places: dict[str, set[str]] = {}
    for kind in ("target", "actual"):
        if f"{kind}_document" in rows.columns:
            for row in rows:
                document, locator = getattr(row, f"{kind}_document"), getattr(row, f"{kind}_locator")
                if document:
                    places.setdefault(document, set()).update([locator] if locator else [])
    named = [", ".join([document, *sorted(found)[:2]]) for document, found in sorted(places.items())]
    return source_line(named, max(rows.values("as_of"), default=None) if "as_of" in rows.columns else None)


def source_line(places: list[str], as_of: date | None) -> str:
    """'Nguồn: 525/KH-UBND, Phần I.I · số liệu đến ngày 29/12/2022'."""
    line = "Nguồn: " + "; ".join(places) if places else "Nguồn: chưa có"
    return line if as_of is None else f"{line} · số liệu đến ngày {day(as_of)}"


def moment(at: datetime | str) -> str:
    """A moment (UTC, or ISO text) on the clock of Viet Nam: '17:45 ngày 22/11/2026'."""
    told = datetime.fromisoformat(at) if isinstance(at, str) else at
    told = told if told.tzinfo else told.replace(tzinfo=UTC)
    return f"{told.astimezone(_HANOI):%H:%M ngày %d/%m/%Y}"


def today() -> date:
    """Today in Viet Nam."""
    return datetime.now(_HANOI).date()
