"""Báo số sai: below the source of a figure who reads it says what is wrong; on the desk who answers for it answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import streamlit as st

from components import page_turn, settings, state
from components.store.open_stores import open_store
from components.store.store_access import cached_read, is_real_present
from components.territory import Territory
from components.text import formats
from components.text.markdown import escaped
from components.text.origin import doubt_words, finding_marks, source_words
from components.text.tasks import task_words
from components.tiles import messages
from components.tiles.html_table import Markup, joined, small, stacked, tag
from components.tiles.indicator import indicator_panels
from components.tiles.links import address, link
from components.tiles.origin import contacts, source_card, source_links
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
    blocks = []
    if shown := source_card.asked(claims, trend):
        offered = [_of_claim(territory, shown[0], card)]
        told = _told_about(territory, offered)
        blocks = [source_card.of_figure(shown, trend, card, territory), told]
        if _may_say(person):
            st.html(stacked(*blocks))
            _form(person, offered, f"doubt-{source_card.code(shown[0], shown[0].kind)}", territory)
            blocks = []
    st.html(stacked(*blocks, indicator_panels.responsible(card)))
    if card.owner and person is not None:
        contacts.of_offices(territory.unit_id, card.owner)


class Doubtful(NamedTuple):
    """A figure that can be said to be wrong: how the list names it, what ``doubts.ask`` takes of it, and how the screen shows it."""

    named: str
    figure: dict[str, Any]
    shown: str


def _of_claim(territory: Territory, claim: Any, card: Any) -> Doubtful:
    """The figure of the source card. Takes a row of ``indicator_claims``."""
    figure = {name: getattr(claim, name) for name in ("level", "year", "period", "kind")}
    shown = f"{source_words.figure_of(claim, card.unit_of_measure)} ({claim.document})"
    return Doubtful("", {**territory.key, "indicator_id": card.indicator_id, **figure}, shown)


def tasks(person: Person | None, territory: Territory, rows: Rows[Any]) -> None:
    """The box below a list of tasks. Takes ``task_list``."""
    if _nothing_to_say(person, territory):
        return
    offered = [
        Doubtful(
            f"{row.number}. {task_words.named(row)} ({row.document})",
            doubts.of_task(territory.key, row.task_id, row.end_year),
            f"{task_words.STATES[task_words.state(row)][1]}, {task_words.years(row)}, {task_words.money(row)} ({row.document})",
        )
        for row in rows
    ]
    box(person, territory, offered, "doubt-tasks")


def money(person: Person | None, territory: Territory, rows: Rows[Any]) -> None:
    """The box below the money of a document. Takes ``budget_list``."""
    if _nothing_to_say(person, territory):
        return
    offered = [
        Doubtful(
            f"{row.part}, {f'năm {row.year}' if row.year else 'cả giai đoạn'}, {row.source}: {task_words.millions(row.amount_vnd)}",
            doubts.of_money(territory.key, row.document, row.line, row.year),
            f"{row.source}: {task_words.millions(row.amount_vnd)} triệu đồng ({row.document}, {row.locator})",
        )
        for row in rows
        if row.amount_vnd is not None
    ]
    box(person, territory, offered, "doubt-money")


def units(person: Person | None, territory: Territory, rows: Sequence[Any], card: Any, chosen: Any) -> None:
    """The box below a ranking, about the unit that is looked for, else about any of them. Takes ``unit_ranking``, ``indicator_card``."""
    if _nothing_to_say(person, territory):
        return
    listed = [row for row in rows if row.has_result and chosen.unit_id in ("", row.unit_id)]
    about = {
        "indicator_id": card.indicator_id,
        "level": chosen.level,
        "year": chosen.year,
        "period": chosen.period,
        "kind": "result",
    }
    offered = [
        Doubtful(
            row.unit_name,
            {"province_code": territory.province_code, "unit_id": row.unit_id, **about},
            f"{formats.result(row)} ({row.actual_document})",
        )
        for row in listed
    ]
    box(person, territory, offered, "doubt-units")


def profile(person: Person | None, own: Territory, rows: Rows[Any]) -> None:
    """The box below the profile of a unit, about its results and targets. Takes ``unit_profile``."""
    if _nothing_to_say(person, own):
        return
    offered = []
    for row in rows:
        about = {**own.key, "indicator_id": row.indicator_id, "level": row.level}
        if row.has_result:
            figure = {**about, "year": row.year, "period": row.period, "kind": "result"}
            offered.append(
                Doubtful(f"{row.short_name}: {formats.result(row)}", figure, f"{formats.result(row)} ({row.actual_document})")
            )
        if row.target_year:
            whose = own.province_code if row.target_from == "province" else own.unit_id
            figure = {**about, "unit_id": whose, "year": row.target_year, "period": "N", "kind": "target"}
            named = f"{row.short_name}: mục tiêu {formats.target(row)} năm {row.target_year}"
            offered.append(Doubtful(named, figure, f"mục tiêu {formats.target(row)} ({row.target_document})"))
    box(person, own, offered, "doubt-profile")


def box(person: Person | None, territory: Territory, offered: Sequence[Doubtful], key: str) -> None:
    """What was said about some figures, and the box to say something about one of them; a choice of it where there are several."""
    if told := _told_about(territory, offered):
        st.html(told)
    if offered and _may_say(person):
        _form(person, offered, key, territory)


def _nothing_to_say(person: Person | None, territory: Territory) -> bool:
    """Whether nobody doubts any figure of the province, and who is here may not."""
    return not (state.DOUBTED.get() or _may_say(person) or cached_read(doubt_list, province_code=territory.province_code))


def _may_say(person: Person | None) -> bool:
    return is_real_present() and (person is not None or settings.visitors_may_doubt())


def _about(territory: Territory, offered: Sequence[Doubtful]) -> Rows[Any]:
    known = {_key(one.figure) for one in offered}
    return cached_read(doubt_list, province_code=territory.province_code).matching(lambda row: _key(row._asdict()) in known)


def _told_about(territory: Territory, offered: Sequence[Doubtful]) -> Markup:
    """That something was just said, and every doubt about the figures."""
    sentence = state.DOUBTED.pop()
    said = tag("p", sentence, class_="note") if sentence else Markup()
    return joined(said, _told(_about(territory, offered), len(offered) > 1))


def _form(person: Person | None, offered: Sequence[Doubtful], key: str, territory: Territory) -> None:
    said = _about(territory, offered)
    from_where = st.context.ip_address or "máy này"
    with st.expander("Báo số sai", key=key), st.form(f"form-{key}", border=False, enter_to_submit=False):
        places = range(len(offered))
        place = (
            st.selectbox("Số nào", places, format_func=lambda place: offered[place].named, index=None, placeholder="Chọn số")
            if offered[1:]
            else 0
        )
        trouble = st.radio("Sai ở đâu", list(doubt_words.TROUBLES), format_func=doubt_words.TROUBLES.__getitem__, horizontal=True)
        text = st.text_area(
            "Nói rõ", max_chars=doubts.LONGEST, height=90, key=f"text-{key}-{len(said)}"
        )  # empty once it was sent
        if st.form_submit_button("Gửi"):
            _send(person, offered[place] if place is not None else None, trouble or "", text, from_where)


def _send(person: Person | None, one: Doubtful | None, trouble: str, text: str, from_where: str) -> None:
    if one is None:
        st.warning("Chọn số nào bị sai.")
        return
    _do(lambda: doubts.ask(open_store(), person, one.figure, one.shown, trouble, text, from_where), doubt_words.SENT)


def _key(figure: Mapping[str, Any]) -> tuple[Any, ...]:
    return (*(figure[name] for name in ("unit_id", "indicator_id", "level", "year", "period", "kind")), figure.get("subject"))


def _told(rows: Rows[Any], named: bool = False) -> Markup:
    """Every doubt about some figures, open ones with the mark. ``named``: each says which figure it is about."""
    return tag("ul", *(tag("li", _said(row, named)) for row in rows), class_="doubts") if rows else Markup()


def _said(row: Any, named: bool) -> Any:
    mark = f"{finding_marks.FLAG} " if row.verdict is None else "✓ "
    name = f"{doubt_words.figure(row)}: " if named else ""
    return joined(tag("b", mark, name), doubt_words.asked(row), small(f"{doubt_words.by_whom(row)}. {doubt_words.answered(row)}"))


def waiting(person: Person, territory: Territory) -> None:
    """The doubts of the province that nobody has answered and that reach this desk: those about figures of an office for which the account
    answers first, then those about the person's own territories; what went to the desk of another office is folded away. Nothing where
    there are none."""
    if sentence := state.DOUBTED.pop():
        messages.note(sentence)
    rows = cached_read(doubt_list, province_code=territory.province_code).where(verdict=None)
    of_office = [row for row in rows if is_real_present() and person.name in _accounts(row)]
    of_territory = [row for row in rows if row not in of_office and answers(person, row.unit_code, territory.province_code)]
    mine, others = (
        [*of_office, *(row for row in of_territory if not _accounts(row))],
        [row for row in of_territory if _accounts(row)],
    )
    if mine:
        messages.part(f"{len(mine)} lần báo số sai chưa trả lời", "Trả lời không sửa số nào; số sai thì nạp tệp sửa rồi trả lời.")
    for row in mine:
        _one(person, row)
    if others:
        with st.expander(f"{len(others)} lần báo số sai đã gửi cơ quan phụ trách", key="doubts-of-offices"):
            for row in others:
                _one(person, row)


def _accounts(row: Any) -> list[str]:
    return row.accounts.split(",") if row.accounts else []


def _one(person: Person, row: Any) -> None:
    name = link(_address(row), f"{doubt_words.figure(row)}: {row.shown}")
    whose = doubt_words.addressed(row)
    st.html(
        tag(
            "div", tag("b", name), tag("p", doubt_words.asked(row)), small(f"{doubt_words.by_whom(row)}. {whose}"), class_="doubt"
        )
    )
    with st.form(f"answer-{row.doubt_id}", border=False, enter_to_submit=False):
        verdict = st.radio("Kết luận", list(doubt_words.VERDICTS), format_func=doubt_words.VERDICTS.__getitem__, horizontal=True)
        text = st.text_input("Một câu trả lời", max_chars=doubts.LONGEST)
        if st.form_submit_button("Trả lời"):
            _do(
                lambda: doubts.answer(open_store(), person, row.doubt_id, verdict or "", text),
                "Đã trả lời; câu trả lời đứng cạnh con số.",
            )


def _address(row: Any) -> str:
    """The page where the figure stands."""
    if row.kind in ("task", "money"):
        return address("nhiem-vu" if row.kind == "task" else "kinh-phi", {"dia_ban": row.unit_id, "van_ban": row.document})
    return source_links.to_source(row.unit_id, row.indicator_id, row.level, row.year, row.period, row.kind)


def _do(act: Callable[[], Any], done: str) -> None:
    """Do it and run the page anew, or say why it was not done; while it waits for others who write, the page has no turn."""
    try:
        with page_turn.elsewhere():
            act()
    except doubts.DoubtError as error:
        st.warning(escaped(str(error)))
    except StoreError as error:
        st.warning(escaped(store_problem(error.reason, error.path)))
    else:
        state.DOUBTED.set(done)
        st.rerun()
