"""Answers about the shape of a table, held against the table that was read: one that says nothing of it is refused."""

from __future__ import annotations

from collections.abc import Mapping

from data.ingest.findings.finding import Finding
from data.ingest.given_answers import as_said
from data.ingest.reading.columns import column_letter
from data.ingest.table.forms import IGNORED, READ_ONLY, Form
from data.ingest.table.heading import Heading
from data.ingest.table.heading_words import RESULT, TARGET
from data.ingest.table.layout import Layout

_MORE = ("ma_chi_tieu", "cap", "don_vi", "nam", "ky", "dinh_tinh")  # what a column of figures may be told to say besides


def answers_about_shape(answers: Mapping[str, str], heading: Heading | Layout, form: Form) -> list[Finding]:
    """A finding for each answer about columns, the heading or the whole table that this table has no use for."""
    layout = heading if isinstance(heading, Layout) else None
    wrong = []
    for key in [key for key in answers if key.partition(".")[0] in ("column", "constant", "unfold")]:
        (kind, _, name), answer = key.partition("."), answers[key]
        if kind == "column":
            wrong += _about_column(name, answer, heading, form)
        elif (kind == "constant" and not _is_constant(name, layout)) or (kind == "unfold" and not layout):
            wrong.append(Finding("answer_unasked", args=as_said(key, answer)))
    return wrong


def _about_column(letter: str, answer: str, heading: Heading | Layout, form: Form) -> list[Finding]:
    """What is wrong with an answer about one column."""
    header, *more = (part.strip() for part in answer.split("|"))
    said = as_said(f"column.{letter}", answer)
    if letter not in map(column_letter, range(len(heading.texts))):
        return [Finding("answer_unasked", args=said)]
    if header not in (*form.specs, *READ_ONLY, IGNORED):
        return [Finding("answer_other", args={**said, "choices": ", ".join((*form.specs, IGNORED))})]
    unused = [part for part in more if not _is_used(part, header, heading)]
    return [Finding("answer_more", args={**said, "part": part}) for part in unused]


def _is_used(part: str, header: str, heading: Heading | Layout) -> bool:
    """Whether a table takes what a column is told to say besides its figures; one that has a column for it does not."""
    key, _, text = part.partition("=")
    return isinstance(heading, Layout) and header in (TARGET, RESULT) and key in _MORE and bool(text) and key not in heading.keys


def _is_constant(header: str, layout: Layout | None) -> bool:
    """Whether an answer for the whole table is one: no column, and not every heading, says it already."""
    if layout is None or header in layout.keys:
        return False
    return header == "so_lieu" or any(header not in block.says for block in layout.blocks)
