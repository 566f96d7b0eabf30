"""Deciding about a contradiction where it stands: one row of the form of decisions, brought in by the importer as any file is."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import state
from components.territory import Territory
from components.text import formats
from components.text.markdown import escaped
from components.text.origin import finding_words
from components.tiles import messages
from components.upload import typed_row
from components.upload.own_remark import answers
from data.accounts.sign_in import Person
from data.ingest.rows.finding_rules import LONGEST_REASON
from data.vietnamese import terms

_WORDS = {meaning: word for word, meaning in terms.DECISION_WORDS.items()}
_SIDES = {meaning: word for word, meaning in terms.SIDE_WORDS.items()}


def decide(person: Person | None, territory: Territory, row: Any) -> None:
    """The form, for who answers for the territory; anybody else is told who decides. Takes a row of ``finding_list``."""
    if sentence := state.TYPED.pop():
        messages.note(sentence)
    if person is None or not answers(person, row.unit_code, territory.province_code):
        messages.note(f"Quyết định do cán bộ phụ trách {formats.inside(territory.name)} ghi, sau khi đăng nhập.")
        return
    options = [name for name in finding_words.DECISIONS if name != "reopen" or row.decision]
    decision = st.radio(
        "Quyết định", options, format_func=finding_words.DECISIONS.__getitem__, horizontal=True, key=f"decide-{row.finding_id}"
    )
    with st.form(f"decide-{row.finding_id}-{decision}", border=False, enter_to_submit=False):
        said = {"said": row.said, "other": row.other}
        side = st.radio("Số được chọn", list(said), format_func=lambda name: escaped(said[name])) if decision == "choose" else ""
        reason = st.text_area("Lý do", max_chars=LONGEST_REASON, height=90, key=f"why-{row.finding_id}-{row.decided_at}")
        if st.form_submit_button("Ghi quyết định") and _says(reason):
            typed_row.bring(
                person, _cells(row, decision, side or "", reason), f"Quyết định {row.finding_id}.csv", "Quyết định này"
            )
    messages.note(
        "Quyết định không sửa số nào: số đang hiện vẫn là số của văn bản mới nhất, quyết định đứng cạnh nó. Mọi phiên bản được giữ."
    )


def _says(reason: str) -> bool:
    if reason.strip(" \t\r\n-–—"):
        return True
    st.warning("Ô Lý do đang trống nên không ghi gì.")
    return False


def _cells(row: Any, decision: str, side: str, reason: str) -> dict[str, str]:
    """The row of the form, by header."""
    return {
        "ma_phat_hien": row.finding_id, "ma_don_vi": row.unit_code, "hai_ben": row.clash, "quyet_dinh": _WORDS[decision],
        "so_chon": _SIDES.get(side, ""), "ly_do": reason,
    }  # fmt: skip
