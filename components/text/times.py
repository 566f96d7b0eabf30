"""How the screen says periods, days and moments in Vietnamese. No Streamlit, no Plotly."""

from __future__ import annotations

from calendar import monthrange
from datetime import UTC, date, datetime

from components.text.formats import NOTHING
from data.vietnamese.dates import VIETNAM, said_day
from data.vietnamese.periods import period_name, roman


def period(code: str, year: int) -> str:
    """'Năm 2022', 'Quý II năm 2022', '9 tháng đầu năm 2022', 'Tháng 8 năm 2022'."""
    name = period_name(year, code)
    return name[:1].upper() + name[1:]


def period_part(code: str) -> str:
    """A period without its year: 'Cả năm', 'Quý II', '9 tháng', 'Tháng 8'."""
    if code == "N":
        return "Cả năm"
    return f"Quý {roman(code)}" if code.startswith("Q") else f"Tháng {code[1:]}" if code.startswith("T") else f"{code[:-1]} tháng"


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
