"""What a phone shows of a slide instead of the page, which it could show only in parts: cards, charts as wide as the screen, note, source."""

from __future__ import annotations

from html import escape

from components.charts import svg
from components.slides.layout import slide_layout
from components.slides.slide import Card, Slide
from components.theme import STATUS_COLOURS

_HEIGHT = 300  # of upright bars with their names, in pixels


def above(slide: Slide, number: int) -> str:
    """Marks, cards and charts; they stand before the tables."""
    marks = "".join(f'<p class="mark">{escape(text)}</p>' for text in slide.marks)
    cards = f"<ul>{''.join(map(_card, slide.cards))}</ul>" if slide.cards else ""
    key = svg.key(slide.plots, f"chu-giai-{number}") if slide.plots else ""
    charts = "".join(
        f"{f'<h3>{escape(plot.heading)}</h3>' if plot.heading else ''}"
        + svg.chart(plot, name=f"hinh-{number}-{place}", height=_HEIGHT, caption=False, keyed=False, layouts=("phone",))
        for place, plot in enumerate(slide.plots)
    )
    return _phone(f"{marks}{cards}{key}{charts}")


def below(slide: Slide) -> str:
    """Note, source with the way to the page, and the way back to the list of pages; they stand after the tables."""
    live = f' · <a href="{escape(slide.link)}" target="_blank" rel="noopener">{slide_layout.LIVE}</a>' if slide.link else ""
    texts = [escape(slide.note), f"{escape(slide.source)}{live}" if slide.source else ""]
    said = "".join(f"<p>{text}</p>" for text in texts if text)
    return _phone(f'{said}<p><a href="#muc-luc">↑ Mục lục</a></p>')


def _phone(markup: str) -> str:
    return f'<div class="phone">{markup}</div>' if markup else ""


def _card(card: Card) -> str:
    colour = STATUS_COLOURS[card.status]
    return f'<li><span style="color:{colour}">{escape(card.label)}</span> <b>{escape(card.number)}</b> {escape(card.below)}</li>'
