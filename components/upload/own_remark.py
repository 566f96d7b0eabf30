"""A remark typed in place by staff of a unit: one row of the form of units' remarks, brought in by the importer as any file is."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import state
from components.store.store_access import cached_read, is_real_present
from components.territory import Territory
from components.text.markdown import escaped
from components.text.tasks import remark_words
from components.tiles import messages
from components.upload import typed_row
from data.accounts.sign_in import Person
from data.ingest.rows.task_rules import LONGEST_REMARK
from data.vietnamese import terms
from queries.reads import unit_list
from queries.rows import Rows

_WORDS = {meaning: word for word, meaning in terms.UNIT_REMARK_WORDS.items()}
_OUTLOOKS = {meaning: word for word, meaning in terms.OUTLOOK_WORDS.items()}


def own_remark(person: Person | None, territory: Territory, indicator_id: str, years: list[int], rows: Rows[Any]) -> None:
    """The box to type in, for who answers for the territory; nothing for anybody else. ``years``: that a remark may speak of, the likeliest
    first; ``rows``: of ``unit_remark_list`` for this indicator."""
    if sentence := state.TYPED.pop():
        messages.note(sentence)
    code = territory.unit_id.split("-")[0]
    if person is None or not answers(person, code, territory.province_code):
        return
    with st.expander(escaped(f"Nêu nhận xét của {territory.name}"), key=f"remark-{indicator_id}"):
        left, right = st.columns(2)
        kind = left.selectbox(
            "Loại nhận xét", list(_WORDS), format_func=remark_words.KINDS.__getitem__, key="remark-kind", index=2
        )
        year = right.selectbox("Năm", years, key=f"remark-year-{indicator_id}")
        current = next(iter(rows.where(kind=kind, year=year, newest=True)), None)
        with st.form(
            f"remark-{code}-{indicator_id}-{kind}-{year}-{current and current.upload_id}", border=False, enter_to_submit=False
        ):
            outlook = _outlook(current) if kind == "outlook" else None
            text = st.text_area("Nội dung", value=(current and current.text) or "", max_chars=LONGEST_REMARK, height=120)
            if st.form_submit_button("Ghi nhận xét") and _says(text, kind):
                cells = {"ma_don_vi": code, "ma_chi_tieu": indicator_id, "nam": str(year), "loai_y_kien": _WORDS[kind]}
                row = {**cells, "kha_nang": _OUTLOOKS.get(outlook or "", ""), "noi_dung": text}
                typed_row.bring(person, row, f"Nhận xét {indicator_id} {year}, {_WORDS[kind]}.csv", "Nhận xét này")
        messages.note("Nhận xét cũ không mất: bản mới đứng trước, các bản cũ mở ra được. Thu hồi ở trang Cập nhật số liệu.")


def answers(person: Person, code: str, province_code: str) -> bool:
    """Whether a person seems to answer for a unit; the importer has the last word. Nobody does on a page that looks back."""
    if not is_real_present():
        return False
    units = cached_read(unit_list)
    names = units.where(code=code).values("above")
    above = [row.code for row in units if row.name in names] or [None]
    return any(person.may_write(code, parent, province_code) for parent in above)


def _says(text: str, kind: str) -> bool:
    """Whether there is anything to bring in; an emptied box takes nothing back and is told so. An outlook says something without words."""
    if kind == "outlook" or text.strip(" \t\r\n-–—"):
        return True
    st.warning(
        "Ô Nội dung đang trống nên không ghi gì. Muốn bỏ nhận xét cũ: thu hồi lần cập nhật của nó ở trang Cập nhật số liệu."
    )
    return False


def _outlook(current: Any) -> str | None:
    options = list(_OUTLOOKS)
    at = options.index(current.outlook) if current and current.outlook else None
    return st.radio("Khả năng đạt", options, index=at, horizontal=True, format_func=_OUTLOOKS.__getitem__)
