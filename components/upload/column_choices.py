"""What each column of a file is: set by a choice below its heading where the program cannot tell, and kept with the file's layout."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.text.markdown import escaped
from components.tiles import messages
from components.upload.dropped import Dropped
from data.ingest.column_meanings import FileColumns, file_columns, meanings
from data.ingest.findings.finding import Finding, Refused

_UNREAD = {"no_header", "column_missing", "column_near", "column_twice"}  # what keeps a table from being read
_SIDE_BY_SIDE = 4


def column_choices(dropped: Dropped, findings: Sequence[Finding]) -> None:
    """A choice for each column, where one is missing, doubtful, or was told before; closed where the file is read all the same."""
    codes = {finding.code for finding in findings}
    told = any(key.startswith("column.") for key in dropped.batch.answers)
    if not (told or codes & {*_UNREAD, "column_unknown"}):
        return
    try:
        found = file_columns(dropped.data, dropped.batch.answers)
    except Refused:
        return
    if found is not None:
        with st.expander("Chỉ ra cột nào là gì", expanded=bool(codes & _UNREAD)):
            messages.note(_where(found))
            _form(dropped, found)


def _where(found: FileColumns) -> str:
    """Where the heading stands, and what comes of what is told here."""
    if not found.row:
        return "Tệp không có dòng tiêu đề: mỗi cột được gọi bằng ô của một dòng số liệu."
    return f"Tiêu đề ở dòng {found.row}. Điều chỉ ra ở đây được nhớ cho tệp cùng tiêu đề của đơn vị, lần sau sẽ hỏi lại."


def _form(dropped: Dropped, found: FileColumns) -> None:
    options = {"": "chưa rõ", **meanings()}
    with st.form(f"columns-{dropped.batch.token}", border=False):
        chosen: dict[str, str] = {}
        grid = [
            st.columns(_SIDE_BY_SIDE) for _ in found.columns[::_SIDE_BY_SIDE]
        ]  # row by row, so that a phone keeps their order
        for place, column in enumerate(found.columns):
            first = list(options).index(column.header) if column.header in options else 0
            chosen[column.letter] = grid[place // _SIDE_BY_SIDE][place % _SIDE_BY_SIDE].selectbox(
                escaped(f"{column.letter}: {column.heading[:60]}"), list(options), index=first, format_func=options.__getitem__,
                key=f"column-{dropped.batch.token}-{column.letter}",
            )  # fmt: skip
        if st.form_submit_button("Đọc lại theo các cột này", type="primary"):
            _answer(dropped, found, chosen, options)


def _answer(dropped: Dropped, found: FileColumns, chosen: dict[str, str], options: dict[str, str]) -> None:
    """Keep what was told otherwise than the file is read, each with its words."""
    differ = [column for column in found.columns if chosen[column.letter] not in ("", column.header)]
    if not differ:
        st.warning("Chưa chỉ ra cột nào.")
        return
    answers = {f"column.{column.letter}": chosen[column.letter] for column in differ}
    labels = {
        f"column.{column.letter}": f"cột {column.letter} (“{column.heading[:60]}”) là {options[chosen[column.letter]]}"
        for column in differ
    }
    if found.guessed:
        said = f"tiêu đề ở dòng {found.row}" if found.row else "tệp không có dòng tiêu đề"
        answers["heading"], labels["heading"] = str(found.row), said
    dropped.answer(answers, labels)
