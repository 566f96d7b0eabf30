"""The source line of a slide: documents, places, and as of which day; of targets alone as of which day nothing was reported."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from components.text import citations, formats, times
from data.vietnamese import dates
from queries.rows import Rows

_NAMED = 4  # documents


def of(rows: Rows) -> str:
    """'Nguồn: 525/KH-UBND, Phần II · theo văn bản ngày 29/12/2022', '… · chưa có kết quả nào đến ngày 28/11/2026'.

    Takes what ``citations.sources`` takes.
    """
    return _with_silence(_as_told(citations.sources(rows)), rows)


def dated(line: str, rows: Rows) -> str:
    """A source line with what is known of the day of these results. Takes actual_document, as_of, as_of_stated."""
    return _with_silence(_as_told(formats.titled(line, citations.known_day(rows))), rows)


def of_tasks(rows: Rows, also: Iterable[str] = ()) -> str:
    """'Nguồn: 525/KH-UBND; 87/BC-UBND · tình trạng theo văn bản, đến ngày 30/05/2022'; without any state the day of the newest document.

    Takes document, document_on, told_from, state_document, as_of of ``task_list``; ``also`` are documents that are cited beside them.
    """
    listed = [name for row in rows for name in (row.told_from or row.document, row.state_document) if name]
    return formats.titled(citations.source_line(list(dict.fromkeys([*listed, *also]))), state_day(rows))


def of_document(line: str, register: Rows) -> str:
    """The source line of one document with its day. Takes its row of ``source_list``."""
    return of_documents(line, register.values("issued_on"))


def of_documents(line: str, days: Iterable[date | None]) -> str:
    """A source line with the day of the newest of its documents; what they say has no other day."""
    known = [day for day in days if day]
    return formats.titled(line, f"theo văn bản ngày {times.day(max(known))}" if known else "văn bản không ghi ngày")


def as_of_today(line: str) -> str:
    """The source line of what is counted from the data as they are on the day of the slide."""
    return formats.titled(line, f"tính đến ngày {times.day(dates.today())}")


def named(documents: Iterable[str | None]) -> str:
    """The source line of these documents, the first of them by name: 'Nguồn: a; b; c; d và 3 văn bản khác'."""
    found = list(dict.fromkeys(document for document in documents if document))
    more = f" và {len(found) - _NAMED} văn bản khác" if len(found) > _NAMED else ""
    return f"{citations.source_line(found[:_NAMED])}{more}"


def state_day(rows: Rows) -> str:
    """What is known of the day of the tasks' states; '' without tasks."""
    if days := rows.values("as_of"):
        silent = len(rows) - len(days)
        return f"tình trạng theo văn bản, đến ngày {times.day(max(days))}" + (f"; {silent} nhiệm vụ không nêu" if silent else "")
    issued = rows.values("document_on")
    return (
        f"theo văn bản ngày {times.day(max(issued))}, không nêu tình trạng"
        if issued
        else "văn bản không ghi ngày"
        if rows
        else ""
    )


def _as_told(line: str) -> str:
    return line.replace(" · văn bản ngày ", " · theo văn bản ngày ")


def _with_silence(line: str, rows: Rows) -> str:
    silent = "actual_document" in rows.columns and rows and not rows.having("actual_document")
    return f"{line} · {nothing_yet()}" if silent else line


def nothing_yet() -> str:
    """'chưa có kết quả nào đến ngày 28/11/2026'."""
    return f"chưa có kết quả nào đến ngày {times.day(dates.today())}"
