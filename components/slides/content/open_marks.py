"""What a slide says of figures that are contradicted or doubted: one sentence below, told by the answers that the slide was made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from components.text.origin import finding_marks
from components.text.origin.finding_marks import Marks
from queries.rows import Rows

_FIGURES = ("has_result", "actual")  # a read that has one of these columns shows figures


def usual(params: Mapping[str, Any], unit_id: str, province: str = "") -> dict[str, Any]:
    """Whose figure of when a row is about that does not say it: what the slide was asked for."""
    return {
        "unit_id": params.get("don_vi") or unit_id, "indicator_id": params.get("chi_tieu", ""), "level": params.get("cap"),
        "province": province, "year": params.get("nam"), "period": params.get("ky", "N"),
    }  # fmt: skip


def sentence(every: Rows[Any], answers: Iterable[tuple[str, Rows]], usual: Mapping[str, Any]) -> str:
    """The sentence; '' where nothing is open. ``every``: of ``finding_mark_list``; ``answers``: what the slide was made of, by read."""
    marks = Marks(every, usual["province"])
    named: dict[tuple[str | None, str], tuple[str, str]] = {}
    for rows in (rows for _, rows in answers if any(column in rows.columns for column in _FIGURES)):
        for said, figure in marks.about(rows, usual):
            mark = marks.open(figure, figure.unit_id)  # of several answers the first one names it
            named.setdefault((mark.finding_id if mark else None, figure.indicator_id), (said, figure.named))
    told = finding_marks.told(named.values())
    return f"{told}." if told else ""
