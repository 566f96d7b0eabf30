"""The source of one figure: quote with the number marked, document, place, days, the document's own judgement, who brought it in.

Opened by a tap on a bar: ``?nguon=province.2022.N.result``; a plain link, so that it works by keyboard and can be sent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from components.store.store_access import cached_read
from components.territory import Territory
from components.text import citations, formats, times
from components.text.origin import source_words
from components.tiles.html_table import Content, Markup, joined, tag
from components.tiles.links import address
from components.tiles.origin import figure_origin, finding_flags
from components.tiles.origin.source_register import named
from queries.reads import figure_history
from queries.rows import Rows

_PARAMETER = "nguon"
_TO = r"\s*%?\s*[-–]\s*"  # between the ends of a span


def code(row: Any, kind: str) -> str:
    """How a figure is named in the link: 'province.2022.N.result'; a target in force is that of its own year."""
    if kind == "target" and not getattr(row, "has_target", True) and row.target_year is not None:
        return f"{row.level}.{row.target_year}.N.target"
    return f"{row.level}.{row.year}.{row.period}.{kind}"


Choices = tuple[tuple[str, str], ...]


def choices_kept() -> Choices:
    """The choices of the link that stay when a source is opened: level and screenshot view."""
    return tuple((name, st.query_params[name]) for name in ("cap", "che_do") if name in st.query_params)


def addresses(unit_id: str, indicator_id: str, also: Choices) -> Callable[[Any, str], str]:
    """Makes the address that opens the source of a row's target or result on the page of its indicator; ``also`` of ``choices_kept``."""
    choices = {"dia_ban": unit_id, **dict(also), "chi_tieu": indicator_id}
    return lambda row, kind: f"{address('chi-tieu', {**choices, _PARAMETER: code(row, kind)})}#nguon"


def asked(claims: Rows, trend: Rows) -> Rows:
    """The claims of the figure that the link asks for, the chosen one first; else those of the newest result, or of a target."""
    wanted = st.query_params.get(_PARAMETER, "")
    found = claims.matching(lambda row: _code(row) == wanted)
    if found:
        return found
    last = max(trend.where(has_result=True), key=lambda row: (row.period_end, row.period == "N"), default=None)
    kind, row = ("result", last) if last is not None else ("target", trend[0])
    return claims.matching(lambda claim: _code(claim) == code(row, kind))


def of_figure(found: Rows, trend: Rows, card: Any, territory: Territory) -> Markup:
    """The card on the page of an indicator. Takes the claims of one figure, at least one (``indicator_claims``), and ``indicator_trend``."""
    unit_id = territory.unit_id
    closing = address("chi-tieu", {"dia_ban": unit_id, "chi_tieu": card.indicator_id})
    judged = trend.matching(lambda row: (row.level, row.year, row.period) == (found[0].level, found[0].year, found[0].period))
    history = _history(found[0], card.indicator_id, territory) if _PARAMETER in st.query_params else ()
    contradicted = finding_flags.at_source(found[0], unit_id, card.indicator_id)
    return markup(found, card.unit_of_measure, unit_id, closing, next(iter(judged), None), history, contradicted)


def _history(row: Any, indicator_id: str, territory: Territory) -> Sequence[Any]:
    """Every time that the figure was written; of a target that the province set, the province's."""
    about = {"level": row.level, "year": row.year, "period": row.period, "kind": row.kind, "indicator_id": indicator_id}
    unit_id = territory.province_code if row.inherited else territory.unit_id
    return tuple(cached_read(figure_history, province_code=territory.province_code, unit_id=unit_id, **about))


def markup(
    claims: Rows,
    unit_of_measure: str,
    unit_id: str,
    closing: str,
    judged: Any = None,
    history: Sequence[Any] = (),
    contradicted: Content = "",
) -> Markup:
    """The card itself. Takes the claims of one figure (columns of ``indicator_claims``); ``closing`` is the address without it.

    ``judged``: its row of ``indicator_trend``; ``history``: its rows of ``figure_history``; ``contradicted``: what contradicts the figure, and what was decided about it.
    """
    row = claims[0]
    figure = source_words.figure_of(row, unit_of_measure)
    title = f"Nguồn của “{figure}”" if figure != formats.NOTHING else "Nguồn của mục này"
    close = (
        tag("a", "✕", href=closing, target="_self", class_="close", aria_label="Đóng nguồn")
        if _PARAMETER in st.query_params
        else ""
    )
    head = tag("div", tag("h2", title), close, class_="head")
    what = formats.titled(
        _level(row, unit_id), formats.KINDS[row.kind].lower(), formats.inside(times.period(row.period, row.year))
    )
    facts = tag("dl", *(joined(tag("dt", name), tag("dd", text)) for name, text in _facts(row, unit_id) if text))
    copy = tag("button", "Sao chép trích dẫn", type="button", data_copy=citation(row, unit_id))
    of_document = address("nguon-so-lieu", {"dia_ban": unit_id, "van_ban": row.document})
    open_list = tag("a", "Đọc cả văn bản này", href=of_document, target="_self", class_="more")
    buttons = tag("div", open_list, copy, tag("span", role="status", data_done="Đã sao chép"), class_="buttons")
    return tag(
        "section",
        head,
        tag("p", what, class_="what"),
        quote(row),
        facts,
        contradicted,
        figure_origin.status(judged) if judged is not None else "",
        figure_origin.claims(claims, lambda claim: source_words.figure_of(claim, unit_of_measure), unit_id),
        figure_origin.history(history, lambda claim: source_words.figure_of(claim, unit_of_measure)),
        buttons,
        class_="source-card",
        id="nguon",
        aria_label=title,
    )


def quote(row: Any) -> Markup:
    """The words of the document with the number marked that is meant."""
    text = formats.quote(row.as_written)
    place = _place(text, [row.low, row.high])
    if place is None:
        return tag("blockquote", f"“{text}”")
    start, end = place
    return tag("blockquote", "“", text[:start], tag("mark", text[start:end]), text[end:], "”")


def citation(row: Any, unit_id: str) -> str:
    """What is copied: quote, document, issuer, day and place in one line."""
    issued = f"ngày {times.day(row.issued_on)}" if row.issued_on else "không ghi ngày"
    source = ", ".join(part for part in (row.document, row.issuer, issued, row.locator, citations.own_word(row)) if part)
    when = formats.inside(times.period(row.period, row.year))
    return f"“{row.as_written}” ({formats.KINDS[row.kind].lower()} {when}, {formats.level_phrase(row.level, unit_id)}) – {source}"


def _place(text: str, values: list[float | None]) -> tuple[int, int] | None:
    """Where the number stands in a text: from its first digit to its percent sign; none when it does not stand there."""
    spelled = [re.escape(formats.number(value, 4)).replace(",", "[,.]") for value in values if value is not None]
    if not spelled:
        return None
    found = re.search(rf"(?<![\d,.])(?:{_TO.join(spelled)})(?!\d|[,.]\d)(?:\s?%)?", text)
    return found.span() if found else None


def _code(row: Any) -> str:
    return f"{row.level}.{row.year}.{row.period}.{row.kind}"


def _level(row: Any, unit_id: str) -> str:
    said = formats.level_phrase(row.level, unit_id)
    return f"{said[0].upper()}{said[1:]}"


def _facts(row: Any, unit_id: str) -> list[tuple[str, Content]]:
    facts: list[tuple[str, Content]] = [
        ("Văn bản", joined(tag("b", named(row.document, unit_id)), f", {row.issuer}" if row.issuer else "")),
        ("Ai nêu", citations.own_word(row)),
        ("Vị trí", row.locator or "văn bản không nêu"),
        ("Ngày văn bản", times.day(row.issued_on) if row.issued_on else "văn bản không ghi"),
    ]
    if row.kind == "result":
        facts.append(("Số liệu đến ngày", times.day(row.as_of) if row.as_of_stated and row.as_of else "văn bản không ghi"))
        if row.stated_status in formats.STATUSES:
            facts.append(("Văn bản đánh giá", formats.status(row.stated_status).lower()))
    facts.append(("Đưa vào kho", figure_origin.brought(row)))
    return [*facts, ("Ghi chú", row.note or "")]
