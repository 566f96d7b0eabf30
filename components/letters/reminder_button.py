"""Where a reader takes the reminders of a period: one unit's, or those of all that are to be reminded."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from components.store.store_access import cached_read, is_sample
from components.territory import Territory
from components.text import times
from components.text.tasks import report_words
from components.tiles import download
from data.vietnamese import dates
from queries.reads import missing_report_list
from queries.rows import Rows

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_EVERY = "Tất cả {count} đơn vị cần nhắc"


def reminders(territory: Territory, rows: Rows[Any], year: int, deadlines: Any) -> None:
    """A menu that hands the letters over; nothing where nobody is to be reminded, nor on a page that looks back. Takes the rows of one period of ``report_list``."""
    late = report_words.to_remind(rows)
    if not late or dates.looking_back_to():
        return
    names = {"": _EVERY.format(count=len(late))} | {row.unit_id: row.unit_name for row in late}
    with st.popover(f"Giấy nhắc {len(late)} đơn vị (Word)"):
        chosen = st.selectbox("Gửi", list(names), format_func=names.__getitem__, key="nhac")
        wanted = late if not chosen else late.where(unit_id=chosen)
        period = times.period(rows[0].period, year)
        label = f"Nhắc báo cáo {period} - {names[chosen] if chosen else territory.name}"
        download.button(
            "Tải giấy nhắc",
            lambda: _letters(territory, list(wanted), year, deadlines),
            file_name=f"{label}.docx",
            mime=_DOCX,
            key="take-reminders",
        )
        st.caption("Mỗi đơn vị một trang, theo thể thức công văn; chỗ trong ngoặc vuông do cơ quan gửi điền.")


def _letters(territory: Territory, wanted: Sequence[Any], year: int, deadlines: Any) -> bytes:
    from components.letters import reminder  # python-docx takes longer to load than a page to appear

    made = [
        reminder.Reminder(
            row.unit_name,
            times.period(row.period, year),
            row.due_on,
            f"{deadlines.document} (đặt từ năm {deadlines.since})",
            _missing(territory, row, year),
            is_sample(),
        )
        for row in wanted
    ]
    return reminder.letters(made, territory.name.removeprefix("Tỉnh "), dates.today())


def _missing(territory: Territory, row: Any, year: int) -> Rows[Any]:
    return cached_read(
        missing_report_list, province_code=territory.province_code, unit_id=row.unit_id, year=year, period=row.period
    )
