"""What somebody answered about a file: which answers there can be, and which of them something asked for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Self

from data.ingest.findings.finding import Finding
from data.ingest.reading.cells import shown
from data.ingest.table.forms import IGNORED, READ_ONLY, forms

_YES_NO = ("yes", "no")
_ANY = ()  # whatever somebody types: the cells that it stands for are judged
_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (  # what a key looks like, what may be answered
    ("sheet", _ANY),
    ("text_tcvn3|text_vni|unfold|layout", _YES_NO),
    (r"fill(?:\.(?:ma_chi_tieu|cap|don_vi|nam|ky|nguon))?", _YES_NO),
    (r"heading", _ANY),
    (r"column\.[A-Z]{1,3}", _ANY),
    (r"constant\.(?:ma_chi_tieu|cap|don_vi|nam|ky|nguon)", _ANY),
    (r"constant\.so_lieu", ("chi_tieu", "ket_qua")),
    (r"share_as_fraction:\w+(?::.+)?", ("share", "percent")),
    (r"number_dot:\w+(?::.+)?", ("decimal", "thousands")),
    (r"fraction_or_month:\w+(?::.+)?", ("fraction", "month")),
    (r"period_bare:ky:.+", ("quarter", "month", "months")),
    (r"day_order:\w+", ("dmy", "mdy")),
    (r"source_(?:number|percent|day):nguon", ("text", "no")),
    (r"second_number:.+", ("keep", "correct")),
    (r"row_twice(?::(?:chi_tieu|ket_qua):.+)?", _ANY),
)

_MEANINGS = tuple(dict.fromkeys([*(header for form in forms().values() for header in form.specs), *READ_ONLY, IGNORED]))


class Answers(dict[str, str]):
    """Answers by their keys; whoever follows one takes it with ``get`` or ``[]``, which is kept."""

    def __init__(self, answers: Mapping[str, str] | None = None) -> None:
        super().__init__(answers or {})
        self._followed: set[str] = set()

    @classmethod
    def of(cls, answers: Mapping[str, str]) -> Self:
        """The answers themselves where they are such, else a copy."""
        return answers if isinstance(answers, cls) else cls(answers)

    def __getitem__(self, key: str) -> str:
        self._followed.add(key)
        return super().__getitem__(key)

    def get(self, key: str, default: str = "") -> str:  # type: ignore[override]
        """The answer of a key, which is followed from now on."""
        if key not in self:
            return default
        return self[key]

    def peek(self, key: str) -> str:
        """The answer of a key without following it; '' for none."""
        return super().get(key, "")

    def beside(self, learned: Mapping[str, str]) -> Self:
        """These answers and those that were given about an earlier file, which nothing has to ask for."""
        both = type(self)({**learned, **self})
        both._followed = self._followed | set(learned)
        return both

    def unasked(self) -> list[Finding]:
        """A finding for each answer that nothing followed."""
        return [Finding("answer_unasked", args=as_said(key, self.peek(key))) for key in self if key not in self._followed]


def misshapen(answers: Mapping[str, str]) -> list[Finding]:
    """A finding for each answer that no question can have: another key, or none of the words that it takes."""
    return [finding for key, answer in answers.items() if (finding := _misshapen(key, answer))]


def _misshapen(key: str, answer: str) -> Finding | None:
    choices = next((choices for pattern, choices in _KINDS if re.fullmatch(pattern, key, re.DOTALL)), None)
    if choices is None:
        return Finding("answer_unknown", args=as_said(key, answer))
    if key.startswith("column."):
        choices, answer = _MEANINGS, answer.partition("|")[0].strip()
    if choices and answer not in choices:
        return Finding("answer_other", args={**as_said(key, answer), "choices": "; ".join(choices)})
    return None


def as_said(key: str, answer: str) -> dict[str, str]:
    """An answer as the arguments of a sentence about it."""
    return {"key": key, "question": shown(key), "answer": shown(answer)}
