"""Báo số sai: below the source of a figure who reads it says what is wrong; on the desk who answers for it answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components import settings, state
from components.store_access import cached_read, is_real_present, open_store
from components.territory import Territory
from components.text import formats
from components.text.markdown import escaped
from components.text.origin import doubt_words, finding_marks
from components.tiles import messages
from components.tiles.html_table import joined, small, tag
from components.tiles.indicator import indicator_panels
from components.tiles.links import address, link
from components.tiles.origin import contacts, source_card
from components.upload.own_remark import answers
from data import doubts
from data.accounts.sign_in import Person
from data.store_messages import store_problem
from queries.reads import doubt_list
from queries.rows import Rows
from queries.store import StoreError


def source(person: Person | None, territory: Territory, claims: Rows[Any], trend: Rows[Any], card: Any) -> None:
    """The source of the figure that the link asks for, what is said to be wrong about it, who answers for it and how to reach them.

    Takes ``indicator_claims``, ``indicator_trend`` and a row of ``indicator_card``.
    """
    source_card.show(claims, trend, card, territory)
    if shown := source_card.asked(claims, trend):
        _below(person, territory, shown[0], card)
    indicator_panels.responsible(card)
    if card.owner and person is not None:
        contacts.of_offices(territory.unit_id, card.owner)


def _below(person: Person | None, territory: Territory, claim: Any, card: Any) -> None:
    """What was said about the figure of the source card, and the box to say something. Takes a row of ``indicator_claims``."""
    if sentence := state.DOUBTED.pop():
        messages.note(sentence)
    figure = {name: getattr(claim, name) for name in ("level", "year", "period", "kind")}
    about = cached_read(doubt_list, province_code=territory.province_code)
    _told(about.where(unit_id=territory.unit_id, indicator_id=card.indicator_id, **figure))
    if not is_real_present() or (person is None and not settings.visitors_may_doubt()):
        return
    from_where = st.context.ip_address or "máy này"
    whole = {**territory.key, "indicator_id": card.indicator_id, **figure}
    with (
        st.expander("Báo số sai", key=f"doubt-{source_card.code(claim, claim.kind)}"),
        st.form("doubt", border=False, enter_to_submit=False),
    ):
        trouble = st.radio("Sai ở đâu", list(doubt_words.TROUBLES), format_func=doubt_words.TROUBLES.__getitem__, horizontal=True)
        text = st.text_area("Nói rõ", max_chars=doubts.LONGEST, height=90)
        if st.form_submit_button("Gửi"):
            shown = f"{source_card.figure_of(claim, card.unit_of_measure)} ({claim.document})"
            _do(
                lambda: doubts.ask(open_store(), person, whole, shown, trouble or "", text, from_where),
                "Đã gửi tới cán bộ phụ trách.",
            )


def _told(rows: Rows[Any]) -> None:
    """Every doubt about a figure, open ones with the mark."""
    if rows:
        st.html(tag("ul", *(tag("li", _said(row)) for row in rows), class_="doubts"))


def _said(row: Any) -> Any:
    mark = f"{finding_marks.FLAG} " if row.verdict is None else "✓ "
    return joined(tag("b", mark), doubt_words.asked(row), small(f"{doubt_words.by_whom(row)}. {doubt_words.answered(row)}"))


def waiting(person: Person, territory: Territory) -> None:
    """The doubts of the province that the person answers for and nobody has answered, each with its figure; nothing where there are none."""
    if sentence := state.DOUBTED.pop():
        messages.note(sentence)
    rows = cached_read(doubt_list, province_code=territory.province_code).where(verdict=None)
    mine = [row for row in rows if answers(person, row.unit_code, territory.province_code)]
    if mine:
        messages.part(f"{len(mine)} lần báo số sai chưa trả lời", "Trả lời không sửa số nào; số sai thì nạp tệp sửa rồi trả lời.")
    for row in mine:
        _one(person, row)


def _one(person: Person, row: Any) -> None:
    choices = {"dia_ban": row.unit_id, "chi_tieu": row.indicator_id, "nguon": f"{row.level}.{row.year}.{row.period}.{row.kind}"}
    when = formats.inside(formats.period(row.period, row.year))
    name = link(f"{address('chi-tieu', choices)}#nguon", f"{row.short_name}, {row.unit_name}, {when}: {row.shown}")
    st.html(tag("div", tag("b", name), tag("p", doubt_words.asked(row)), small(doubt_words.by_whom(row)), class_="doubt"))
    with st.form(f"answer-{row.doubt_id}", border=False, enter_to_submit=False):
        verdict = st.radio("Kết luận", list(doubt_words.VERDICTS), format_func=doubt_words.VERDICTS.__getitem__, horizontal=True)
        text = st.text_input("Một câu trả lời", max_chars=doubts.LONGEST)
        if st.form_submit_button("Trả lời"):
            _do(
                lambda: doubts.answer(open_store(), person, row.doubt_id, verdict or "", text),
                "Đã trả lời; câu trả lời đứng cạnh con số.",
            )


def _do(act: Callable[[], Any], done: str) -> None:
    """Do it and run the page anew, or say why it was not done."""
    try:
        act()
    except doubts.DoubtError as error:
        st.warning(escaped(str(error)))
    except StoreError as error:
        st.warning(escaped(store_problem(error.reason, error.path)))
    else:
        state.DOUBTED.set(done)
        st.rerun()
