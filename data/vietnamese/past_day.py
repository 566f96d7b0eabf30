"""How a past day is spoken of, on which something is shown as it was known then."""

from __future__ import annotations

from datetime import date, datetime

from data.vietnamese.dates import said_day

LABEL = "Như đã biết ngày"
PARAMETER = "biet_den"  # of a link: 2026-03-31


def label(day: date) -> str:
    """The mark of everything that is shown as it was known: 'Như đã biết ngày 31/03/2026'."""
    return f"{LABEL} {said_day(day)}"


def in_file_name(day: date) -> str:
    """The same before the name of a file."""
    return f"Như đã biết {day:%d-%m-%Y}"


def read(text: str) -> date | None:
    """The day that a link names, as 2026-03-31 or 31/03/2026; None for anything else."""
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"):
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    return None


def refusal(text: str, first: date | None, today: date) -> str:
    """Why nothing is shown as it was known on the day that a link names; '' where something is.

    ``first``: the day on which the store was made, None where it holds nothing.
    """
    day = read(text)
    if day is None:
        return f"Không hiểu ngày “{text[:40]}”. Viết năm-tháng-ngày, ví dụ {PARAMETER}=2026-03-31."
    if day >= today:
        return f"Ngày {said_day(day)} chưa hết: chỉ xem lại được những ngày đã qua, muộn nhất là hôm qua."
    if first is None:
        return "Kho số liệu chưa có lần cập nhật nào, nên chưa có ngày nào để xem lại."
    if day < first:
        return (
            f"Ngày {said_day(day)} chưa có kho số liệu này: kho được lập ngày {said_day(first)}, khi nạp các văn bản đầu tiên. "
            f"Trả lời được “như đã biết” từ ngày {said_day(first)} trở đi; văn bản ban hành trước đó được xem theo ngày kho biết đến."
        )
    return ""
