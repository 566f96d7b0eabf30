"""How the screen says things: Vietnamese numbers, levels, statuses, periods. No Streamlit, no Plotly."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime
from typing import Any

from data.vietnamese import terms
from data.vietnamese.dates import VIETNAM, said_day
from data.vietnamese.misprints import marked
from data.vietnamese.numbers import MINUS, grouped
from data.vietnamese.periods import period_name, roman
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


def period(code: str, year: int) -> str:
    """'Năm 2022', 'Quý II năm 2022', '9 tháng đầu năm 2022', 'Tháng 8 năm 2022'."""
    name = period_name(year, code)
    return name[:1].upper() + name[1:]


def period_part(code: str) -> str:
    """A period without its year: 'Cả năm', 'Quý II', '9 tháng', 'Tháng 8'."""
    if code == "N":
        return "Cả năm"
    return f"Quý {roman(code)}" if code.startswith("Q") else f"Tháng {code[1:]}" if code.startswith("T") else f"{code[:-1]} tháng"


def inside(name: str) -> str:
    """A period or a unit inside a sentence, the first letter small: 'quý II năm 2022', 'tỉnh Hà Tĩnh'."""
    return name[:1].lower() + name[1:] if name.startswith(_COMMON) else name


def years(numbers: list[int]) -> str:
    """'2022–2030', or '2025' for one year."""
    first, last = min(numbers), max(numbers)
    return str(first) if first == last else f"{first}–{last}"


def tick(code: str, year: int) -> str:
    """A period for a narrow place: '2022', 'Q.II/2022', '7T/2021', 'T8/2022'."""
    if code == "N":
        return str(year)
    return f"Q.{roman(code)}/{year}" if code.startswith("Q") else f"{code}/{year}"


def period_mark(code_and_year: str) -> str:
    """'Q3/2026' as the store writes it -> 'Quý III/2026'; 'năm 2023', 'tháng 8/2026', '6 tháng đầu năm 2026'."""
    code, _, year = code_and_year.partition("/")
    if code == "N":
        return f"năm {year}"
    part = period_part(code)
    return f"{part} đầu năm {year}" if code[0].isdigit() else f"{part if code[0] == 'Q' else part.lower()}/{year}"


def day(value: date | None) -> str:
    """'29/12/2022', '–' for none."""
    return NOTHING if value is None else said_day(value)


def sources(rows: Rows) -> str:
    """Source line of the rows drawn above it: documents, places, and the day that is known of the results.

    Takes target_document, target_locator, actual_document, actual_locator, as_of, as_of_stated (any of them).
    """
    locators: dict[str, set[str]] = {}
    newest: dict[str, dict[str, int]] = {"actual": {}, "target": {}}
    for kind in ("target", "actual"):
        if f"{kind}_document" in rows.columns:
            for row in rows:
                document, locator = getattr(row, f"{kind}_document"), getattr(row, f"{kind}_locator")
                if document:
                    locators.setdefault(document, set()).update([locator] if locator else [])
                    newest[kind][document] = max(newest[kind].get(document, 0), _when(row))
    named = [", ".join([document, *sorted(locators[document])[:2]]) for document in _few(newest, sorted(locators))]
    others = len(locators) - len(named)
    return titled(source_line(named) + (f"; và {others} văn bản khác" if others else ""), known_day(rows))


_MOST_DOCUMENTS = 6  # so many a source line names; of more of them the newest


def _few(newest: dict[str, dict[str, int]], names: list[str]) -> list[str]:
    """The documents that a source line names, by name: all, or of many the newest three of the results and the newest of the targets."""
    if len(names) <= _MOST_DOCUMENTS:
        return names
    last = [sorted(names, key=lambda name: -newest[kind].get(name, 0))[:most] for kind, most in (("actual", 3), ("target", 1))]
    return sorted({name for few in last for name in few})


def _when(row: Any) -> int:
    """How new a row is, for the order of its documents: the last day of its period, else its year; 0 where it tells neither."""
    end, year = getattr(row, "period_end", None), getattr(row, "year", None)
    return int(end.toordinal()) if end else date(year, 12, 31).toordinal() if year else 0


def own_word(row: Any) -> str:
    """Who states a claim itself: 'đơn vị tự nêu: Phường Bắc Hồng Lĩnh'; '' where somebody in charge of the province brought it.

    Takes self_stated, unit_name; the words of ``queries/macros/cited.sql``, where the name of the document is told apart.
    """
    return f"đơn vị tự nêu: {row.unit_name}" if row.self_stated else ""


def own_words(row: Any) -> str:
    """Which figures of a row its unit states itself: 'kết quả', 'mục tiêu', 'mục tiêu, kết quả'; '' for none.

    Takes target_self_stated and actual_self_stated, of reads that tell them.
    """
    kinds = {"target": "mục tiêu", "actual": "kết quả"}
    return ", ".join(word for kind, word in kinds.items() if getattr(row, f"{kind}_self_stated", None))


def source_line(documents: list[str]) -> str:
    """'Nguồn: 525/KH-UBND, Phần I.I; 507/KH-UBND'."""
    return "Nguồn: " + "; ".join(documents) if documents else "Nguồn: chưa có"


def known_day(rows: Rows) -> str:
    """What is known of the day of the results of rows: 'số liệu đến ngày 15/12/2022' only where each row states its day.

    Otherwise 'văn bản ngày 29/12/2022' of the newest document, or 'văn bản không ghi ngày', and how many rows state a day of
    their own; '' where there is no result. Takes as_of, as_of_stated, and has_result or actual_document.
    """
    if "as_of" not in rows.columns:
        return ""
    reported = rows.having("actual_document") if "actual_document" in rows.columns else rows
    stated = [row.as_of for row in reported if row.as_of and getattr(row, "as_of_stated", False)]
    if not reported:
        return ""
    if len(stated) == len(reported):
        return f"số liệu đến ngày {day(max(stated))}"
    documents = [row.as_of for row in reported if row.as_of and not getattr(row, "as_of_stated", False)]
    known = f"văn bản ngày {day(max(documents))}" if documents else "văn bản không ghi ngày"
    return f"{known}; {len(stated)} số liệu ghi đến ngày {day(max(stated))}" if stated else known


def age(since: date, until: date) -> str:
    """How long ago in words: '12 ngày', 'gần 3 năm 11 tháng' (at most a week short), 'hơn 5 tháng', '2 năm'."""
    days = (until - since).days
    if days < 60:
        return f"{max(days, 0)} ngày"
    months = (until.year - since.year) * 12 + until.month - since.month
    months -= _plus_months(since, months) > until
    missing = (_plus_months(since, months + 1) - until).days
    word, whole = ("gần ", months + 1) if missing <= 7 else ("" if _plus_months(since, months) == until else "hơn ", months)
    years_part, rest = divmod(whole, 12)
    return word + " ".join(part for part in (f"{years_part} năm" if years_part else "", f"{rest} tháng" if rest else "") if part)


def long_ago(since: date, until: date) -> str:
    """A time for a headline: 'gần 3 năm' (a quarter of a year short at most), 'hơn 2 năm', below a year in months and days."""
    months = (until - since).days / 30.44
    whole, rest = divmod(months, 12)
    if rest >= 9 and months > 12:
        return f"gần {int(whole) + 1} năm"
    return f"hơn {int(whole)} năm" if months > 12 else age(since, until)


def _plus_months(since: date, months: int) -> date:
    year, month = divmod(since.year * 12 + since.month - 1 + months, 12)
    return date(year, month + 1, min(since.day, monthrange(year, month + 1)[1]))


def moment(at: datetime | str) -> str:
    """A moment (UTC, or ISO text) on the clock of Viet Nam: '17:45 ngày 22/11/2026'."""
    return f"{local(datetime.fromisoformat(at) if isinstance(at, str) else at):%H:%M ngày %d/%m/%Y}"


def local(at: datetime) -> datetime:
    """A moment (UTC where it does not say) on the clock of Viet Nam."""
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(VIETNAM)
