"""What an administrator sees of the record: who came in, who was refused, what was done with accounts, files and copies."""

from __future__ import annotations

from datetime import timedelta

import streamlit as st

from components.store.open_stores import open_store
from components.text import formats, times
from components.tiles import messages
from data.accounts.record import KINDS, Entry, broken, entries
from data.vietnamese.dates import utc_now

MOST = 2000
_NOBODY = {"system": "lần khởi động đầu", "shell": "dòng lệnh", "": formats.NOTHING}
_TROUBLE = ("wrong_password", "wrong_code", "waits", "blocked", "one_time_over", "refused")
_SPANS = {"1": "24 giờ qua", "7": "7 ngày qua", "30": "30 ngày qua", "all": "Tất cả"}


def panel() -> None:
    """The newest lines as a table that sorts and searches, narrowed by time, by what happened and by who."""
    messages.part("Nhật ký truy cập", "Chỉ ghi thêm, không sửa, không xóa; không chứa mật khẩu")
    rows = entries(open_store().path, MOST)
    if not rows:
        messages.note("Chưa có dòng nào.")
        return
    left, middle, right = st.columns([1, 2, 2])
    span = left.selectbox("Thời gian", list(_SPANS), 1, format_func=_SPANS.__getitem__, key="record_span")
    kinds = middle.multiselect(
        "Việc", list(KINDS), format_func=KINDS.__getitem__, key="record_kinds", placeholder="Mọi việc", select_all=False
    )
    who = right.multiselect(
        "Ai", sorted({row.name for row in rows if row.name}), key="record_who", placeholder="Mọi người", select_all=False
    )
    chosen = [row for row in rows if _recent(row, span) and (not kinds or row.kind in kinds) and (not who or row.name in who)]
    messages.note(summary(chosen))
    _table(chosen)
    _intact()


def summary(rows: list[Entry]) -> str:
    """How many lines, and how many of them are trouble."""
    trouble = sum(row.kind in _TROUBLE for row in rows)
    return f"{formats.number(len(rows), 0)} dòng, trong đó {formats.number(trouble, 0)} lần không vào được hoặc bị từ chối"


def _recent(row: Entry, span: str | None) -> bool:
    return span in (None, "all") or utc_now() - row.at <= timedelta(days=int(span))


def _table(rows: list[Entry]) -> None:
    columns = {
        "Lúc": [f"{times.local(row.at):%Y-%m-%d %H:%M:%S}" for row in rows],
        "Việc": [KINDS.get(row.kind, row.kind) for row in rows],
        "Ai": [_NOBODY.get(row.name, row.name) for row in rows],
        "Từ địa chỉ": [row.source or formats.NOTHING for row in rows],
        "Về": [row.about or formats.NOTHING for row in rows],
    }
    st.dataframe(
        columns,
        key="record",
        hide_index=True,
        height=min(36 * (len(rows) + 1) + 2, 420),
        alt="Nhật ký truy cập, mỗi dòng một việc",
    )


def _intact() -> None:
    if not st.button("Kiểm tra nhật ký còn nguyên", key="record_check", type="tertiary"):
        return
    where = broken(open_store().path)
    if where:
        st.error(f"Nhật ký không còn như khi được ghi, bắt đầu từ {where}: có dòng bị sửa hoặc bị xóa.")
    else:
        st.success("Mọi dòng còn nguyên như khi được ghi.")
