"""What a slide gives its speaker: three sentences, and the wording of the documents that its figures come from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from components.slides.slide import Slide
from components.text import formats
from data.vietnamese import past_day

_MOST = 6  # wordings that are quoted


def lines(slide: Slide) -> list[str]:
    """The paragraphs of the notes."""
    sentences = " ".join(_sentence(words) for words in (slide.message, slide.note or slide.title, slide.source) if words)
    quoted = list(dict.fromkeys(_wordings(slide)))
    rest = [f"Còn {len(quoted) - _MOST} số liệu khác có nguyên văn trong kho."] if len(quoted) > _MOST else []
    sample = [formats.SAMPLE] if slide.sample else []
    sample += [f"{past_day.label(slide.known_on)}."] if slide.known_on else []
    return [line for line in (sentences, *(["Văn bản ghi:", *quoted[:_MOST], *rest] if quoted else []), *sample) if line]


def _sentence(words: str) -> str:
    one = " ".join(words.split())
    return one if one.endswith((".", "!", "?")) else f"{one}."


def _wordings(slide: Slide) -> Iterator[str]:
    """The figures that the slide shows, as their documents write them and where."""
    shown = _shown(slide)
    for name, rows in slide.figures:
        if name != "milestone_list" and {"target_as_written", "actual_as_written"} <= set(rows.columns):
            for row in rows:
                if _called(row) in shown or not hasattr(row, "short_name"):
                    yield from _wording(row)


def _shown(slide: Slide) -> str:
    """All names that charts and tables of a slide show, in one text."""
    cells = [run.text for row in (slide.table.rows if slide.table else ()) for cell in row for line in cell for run in line]
    return "\n".join([*cells, *(f"{slot.name}\n{plot.heading}" for plot in slide.plots for slot in plot.slots), slide.what])


def _called(row: Any) -> str:
    return str(getattr(row, "short_name", ""))


def _wording(row: Any) -> Iterator[str]:
    told = [
        f"{kind} “{written}”" + _from(getattr(row, f"{side}_document", None), getattr(row, f"{side}_locator", None))
        for kind, side in (("mục tiêu", "target"), ("kết quả", "actual"))
        if (written := getattr(row, f"{side}_as_written", None))
    ]
    year = getattr(row, "target_year", None) or getattr(row, "year", None)
    level = getattr(row, "level", "all")
    level = "" if level == "all" else formats.LEVEL_PHRASES.get(level, "")
    about = ", ".join(filter(None, [_called(row), level, f"năm {year}" if year else ""]))
    if told:
        yield f"{about}: {'; '.join(told)}"


def _from(document: str | None, locator: str | None) -> str:
    where = ", ".join(filter(None, [document, locator]))
    return f" ({where})" if where else ""
