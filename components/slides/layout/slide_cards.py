"""The cards of a slide: a number with the state that it counts above it and of how many below."""

from __future__ import annotations

from components.charts import text_metrics
from components.charts.model import Run
from components.charts.shapes import Box, Rect, Shape, Words
from components.slides.layout.placed_pieces import Group, Piece
from components.slides.slide import Card
from components.theme import INK, LINE, MUTED, STATUS_COLOURS


def placed(cards: tuple[Card, ...], box: Box) -> list[Piece]:
    """The cards side by side, each a group."""
    gap = 12.0
    wide = (box.w - gap * (len(cards) - 1)) / len(cards)
    return [
        Group(f"ct-card-{number}", _card(f"ct-card-{number}", card, Box(box.x + number * (wide + gap), box.y, wide, box.h)))
        for number, card in enumerate(cards)
    ]


def _card(name: str, card: Card, box: Box) -> tuple[Shape, ...]:
    """The frame of a card and its three texts."""
    label, below = ((Run(card.label, STATUS_COLOURS[card.status], bold=True),),), ((Run(card.below, MUTED),),)
    inner = Box(box.x + 10, box.y + 7, box.w - 16, 18)
    return (
        Rect(box, outline=STATUS_COLOURS["missed"] if card.status == "missed" and card.number != "0" else LINE),
        Words(f"{name}-status", inner, label, text_metrics.fitted(label, inner.w * 0.97, 18, 13, 8)),
        Words(f"{name}-number", Box(inner.x, box.y + 24, inner.w, 36), ((Run(card.number, INK, bold=True),),), 28),
        Words(f"{name}-below", Box(inner.x, box.y + 60, inner.w, 16), below, 11),
    )
