"""How the screen says where figures stand: documents, places, who states them, and of which day they are. No Streamlit, no Plotly."""

from __future__ import annotations

from datetime import date
from typing import Any

from components.text.formats import titled
from components.text.times import day
from queries.rows import Rows

_MOST_DOCUMENTS = 6  # so many a source line names; of more of them the newest


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
