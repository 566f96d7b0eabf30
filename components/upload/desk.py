"""What the desk opens with: the report that is due, what of it is still owed, and what earlier years still wait for."""

from __future__ import annotations

import streamlit as st

from components.store.store_access import cached_read
from components.territory import Territory
from components.text import formats, headlines, times
from components.tiles.html_table import Markup, joined, tag
from components.tiles.links import here, link
from components.upload import findings_view
from data.vietnamese import dates
from queries.reads import due_report, overdue_target
from queries.rows import Rows

_DROP = "Thả tệp vào; mọi lỗi và mọi thay đổi được nêu trước khi ghi."


def due_line(territory: Territory, year: int, period: str) -> str:
    """By when the report is due, where it is the one on the screen, and how a file gets in."""
    report = cached_read(due_report, **territory.key)[0]
    if report.valid_to and report.valid_to <= dates.today():
        return f"Đơn vị này không còn từ ngày {times.day(report.valid_to)}; số liệu của các kỳ sau thuộc đơn vị mới. {_DROP}"
    due = headlines.due(report.due_on, dates.today()) if (report.year, report.period) == (year, period) else ""
    return f"{due}. {_DROP}" if due else _DROP


def owed(rows: Rows) -> None:
    """The figures of the period that are still to be reported, the most usual ones first."""
    left = rows.where(owed=True)
    if left:
        with st.expander(f"Còn {formats.number(len(left), 0)} số liệu của kỳ này chưa báo cáo"):
            findings_view.owed_list(left)


def other_periods(territory: Territory, year: int) -> None:
    """Links to the earlier years whose targets still have no result."""
    by_year = {
        targeted: len(rows) for targeted, rows in cached_read(overdue_target, **territory.key, level="any").by("year").items()
    }
    links = [
        link(here(nam=targeted, ky="N"), f"năm {targeted}: {count}")
        for targeted, count in sorted(by_year.items(), reverse=True)
        if targeted != year
    ]
    if links:
        separated = [part for one in links for part in (Markup(" · "), one)][1:]
        st.html(tag("p", joined("Mục tiêu đã hết hạn mà chưa có kết quả: ", *separated), class_="note"))
