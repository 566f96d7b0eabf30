"""The cards of a slide: a number with the state that it counts above it and of how many below."""

from __future__ import annotations

from components.charts import text_metrics
from components.charts.model import Run
from components.charts.shapes import Box, Rect, Shape, Words
from components.slides.layout.placed_pieces import Group, Piece
from components.slides.slide import Card
from components.theme import INK, LINE, MUTED, STATUS_COLOURS

_HIGH, _GAP, _BELOW = 82.0, 12.0, 14.0


def height(cards: tuple[Card, ...], wide: float) -> float:
    """The height that the cards and the room below them take."""
    rows = -(-len(cards) // _columns(cards, wide))
    return rows * (_tall(cards, wide) + _GAP) - _GAP + _BELOW


def placed(cards: tuple[Card, ...], box: Box) -> list[Piece]:
    """The cards side by side, each a group; in several rows where a page is too narrow for all."""
    columns = _columns(cards, box.w)
    wide = (box.w - _GAP * (columns - 1)) / columns
    tall = _tall(cards, box.w)
    pieces: list[Piece] = []
    for number, card in enumerate(cards):
        x, y = box.x + number % columns * (wide + _GAP), box.y + number // columns * (tall + _GAP)
        pieces.append(Group(f"ct-card-{number}", _card(f"ct-card-{number}", card, Box(x, y, wide, tall))))
    return pieces


def _columns(cards: tuple[Card, ...], wide: float) -> int:
    """So many cards stand in a row, in rows that are about equally long."""
    narrowest = max(text_metrics.width(card.label, 12, bold=True) for card in cards) / 0.97 + 17
    fitting = max(1, min(len(cards), int((wide + _GAP) / (narrowest + _GAP))))
    return -(-len(cards) // -(-len(cards) // fitting))


def _tall(cards: tuple[Card, ...], wide: float) -> float:
    """The height of each card: that of the one with most to say below its number."""
    columns = _columns(cards, wide)
    room = (wide - _GAP * (columns - 1)) / columns - 16
    lines = max(len(text_metrics.broken((Run(card.below),), room * 0.97, 12)) for card in cards)
    return _HIGH + (lines - 1) * 12 * text_metrics.LEADING


def _card(name: str, card: Card, box: Box) -> tuple[Shape, ...]:
    """The frame of a card and its three texts."""
    label, below = ((Run(card.label, STATUS_COLOURS[card.status], bold=True),),), ((Run(card.below, MUTED),),)
    inner = Box(box.x + 10, box.y + 7, box.w - 16, 18)
    return (
        Rect(box, outline=STATUS_COLOURS["missed"] if card.status == "missed" and card.number != "0" else LINE),
        Words(f"{name}-status", inner, label, text_metrics.fitted(label, inner.w * 0.97, 18, 13, 12)),
        Words(f"{name}-number", Box(inner.x, box.y + 24, inner.w, 36), ((Run(card.number, INK, bold=True),),), 28),
        Words(f"{name}-below", Box(inner.x, box.y + 60, inner.w, box.h - 66), below, 12),
    )
