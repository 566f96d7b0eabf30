"""What can be understood in more than one way: asked with what each answer would lead to, and kept until it is asked again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from components import state
from components.text import formats
from components.text.markdown import escaped
from components.tiles import messages
from components.upload import drop_zone, findings_view
from components.upload.dropped import Dropped
from data.ingest.findings.finding import Finding, Question, Refused, questions
from data.ingest.preview import Preview
from queries.store import StoreError

MOST_SIDE_BY_SIDE = 6  # options that stand below each other; more of them are chosen from a list
_SAYS_ALL = {"key_missing", "share_as_fraction", "number_dot", "fraction_or_month", "period_bare"}  # the question is the sentence
_OF_REPORT = ("constant.nam", "constant.ky")  # what the report that is due says of a whole table
MOST_ROWS, MOST_TRIED = 2_000, 8  # what is tried: files of so many rows, so many answers in all


def ask(dropped: Dropped, findings: Sequence[Finding], rows: int) -> None:
    """One choice for each thing that can be understood in two ways, with what would come of it. ``rows``: of the file, 0 = not read yet."""
    doubtful = [finding for finding in findings if finding.severity == "ask"]
    asked = questions(doubtful)
    if asked:
        messages.part("Cần trả lời", "Tệp có chỗ hiểu được hơn một cách; dưới mỗi cách là điều sẽ xảy ra")
        own = {question.key for question in asked}
        findings_view.groups([finding for finding in doubtful if not finding.own_question or finding.own_question.key not in own])
        _form(dropped, asked, _outcomes(dropped, rows, asked), _sentences(doubtful))
    _answered(dropped)


def _sentences(doubtful: Sequence[Finding]) -> dict[str, str]:
    """What is to be read before a question is answered, by its key: how the table would be read, which cells are meant."""
    said: dict[str, str] = {}
    for finding in doubtful:
        if finding.question and finding.code not in _SAYS_ALL:
            said.setdefault(finding.question.key, finding.text())
    return said


def _form(
    dropped: Dropped, asked: Sequence[Question], outcomes: Mapping[tuple[str, str], str], sentences: Mapping[str, str]
) -> None:
    with st.form("questions", enter_to_submit=False):
        usual = _usual(dropped, asked)
        chosen: dict[str, tuple[Question, str | None]] = {}
        for question in asked:
            if question.key in sentences:
                messages.note(sentences[question.key])
            chosen[question.key] = question, _choice(question, outcomes, usual.get(question.key))
        if st.form_submit_button("Áp dụng", type="primary"):
            picked = {key: (question, answer) for key, (question, answer) in chosen.items() if answer}
            if picked:
                labels = {key: f"{question.text} {question.options.get(a, a)}" for key, (question, a) in picked.items()}
                dropped.answer({key: answer for key, (_, answer) in picked.items()}, labels)
            st.warning("Chưa chọn câu trả lời nào.")


def _usual(dropped: Dropped, asked: Sequence[Question]) -> dict[str, str]:
    """What a question about the whole table opens with: year and period of the report that is due, the one unit of whoever asks.
    It counts once it is sent."""
    due = drop_zone.due(dropped.person) if any(question.key in _OF_REPORT for question in asked) else None
    usual = {"constant.nam": str(due.year), "constant.ky": due.period} if due else {}
    unit = drop_zone.only_unit(dropped.person)
    return usual | ({"constant.don_vi": unit} if unit else {})


def _choice(question: Question, outcomes: Mapping[tuple[str, str], str], usual: str | None = None) -> str | None:
    """The answer that was chosen or typed; None or '' for none. ``usual``: the option, or the text, that it opens with."""
    options, typed = list(question.options), ""
    picked = None
    index = options.index(usual) if usual in options else None
    if len(options) > MOST_SIDE_BY_SIDE:
        picked = st.selectbox(
            escaped(question.text), options, format_func=question.options.__getitem__, index=index, key=f"ask-{question.key}",
            placeholder="Chọn…", width=420,
        )  # fmt: skip
    elif options:
        picked = st.radio(
            escaped(question.text), options, format_func=lambda option: escaped(question.options[option]), index=index,
            captions=[escaped(outcomes.get((question.key, option), "")) for option in options], key=f"ask-{question.key}",
        )  # fmt: skip
    if question.typed or not options:
        label = "Hoặc ghi cách khác" if options else question.text
        placeholder = f"Ví dụ: {question.example}" if question.example else None
        typed = st.text_input(
            escaped(label), usual if usual and not options else "", key=f"say-{question.key}", placeholder=placeholder,
            max_chars=200, width=420,
        ).strip()  # fmt: skip
    return typed or picked


def _outcomes(dropped: Dropped, rows: int, asked: Sequence[Question]) -> Mapping[tuple[str, str], str]:
    """What each answer would lead to, by question and option; nothing for what would take too long to try."""
    pairs = [(question.key, option) for question in asked for option in question.options]
    if rows > MOST_ROWS or len(pairs) > MOST_TRIED:
        return {}
    kept = state.OUTCOMES.get()
    if kept and kept[0] == dropped.made_of:
        return kept[1]
    with st.spinner("Đang thử từng cách hiểu…"):
        outcomes = {pair: _outcome(dropped, *pair) for pair in pairs}
    state.OUTCOMES.set((dropped.made_of, outcomes))
    return outcomes


def _outcome(dropped: Dropped, key: str, option: str) -> str:
    try:
        return outcome(dropped.tried({key: option}))
    except (Refused, StoreError):
        return "Sau khi trả lời: tệp không đọc được theo cách này"


def outcome(preview: Preview) -> str:
    """'Sau khi trả lời: 0 lỗi, 12 số liệu sẽ được ghi; còn 2 câu hỏi'."""
    stops = findings_view.places(preview.of("stop"))
    left = len(preview.questions)
    more = f"; còn {formats.number(left, 0)} câu hỏi" if left else ""
    return f"Sau khi trả lời: {formats.number(stops, 0)} lỗi, {formats.number(preview.new_rows, 0)} số liệu sẽ được ghi{more}"


def _answered(dropped: Dropped) -> None:
    """What was answered so far, and the way to answer anew."""
    if not dropped.batch.labels:
        return
    messages.note(*(f"Bạn đã trả lời: {sentence}." for sentence in dropped.batch.labels.values()))
    if st.button("Trả lời lại", key="ask_again"):
        dropped.ask_again()
