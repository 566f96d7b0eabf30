"""How slides look in a customer's template, as far as a preview shows it: places, colours, and what has to be said of it. Loads nothing heavy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from components.charts.shapes import Box
from components.slides.layout.slide_page import Opening, Page
from components.slides.slide import COVER, SECTION, Slide

_COLOUR = re.compile(r"#[0-9a-f]{6}\b|#fff\b")


@dataclass(frozen=True)
class Look:
    """``layout`` is the name of the chosen layout, ``colours`` what ours become, ``font`` the template's own where it can be measured here.

    ``notes`` are sentences for whoever brought the template; ``cover``, ``section``: the places of their layouts, where it has them.
    """

    layout: str
    page: Page
    colours: Mapping[str, str] = field(default_factory=dict)
    font: str = ""
    notes: tuple[str, ...] = ()
    cover: Opening | None = None
    section: Opening | None = None

    def opening(self, slide: Slide) -> Opening | None:
        """The places of a slide that says all in those of a layout of its own; None for every other one."""
        return {COVER: self.cover, SECTION: None if "trang" in slide.params else self.section}.get(slide.kind)

    def painted(self, drawn: str) -> str:
        """A drawing of ours in the template's colours."""
        return _COLOUR.sub(lambda found: self.colours.get({"#fff": "#ffffff"}.get(found[0], found[0]), found[0]), drawn)


def to_plain(look: Look) -> dict[str, Any]:
    """A look as JSON can hold it."""
    return asdict(look)


def from_plain(told: Mapping[str, Any]) -> Look:
    """The look that was told so."""
    page: dict[str, Any] = {name: Box(**value) if isinstance(value, dict) else value for name, value in told["page"].items()}
    openings = {name: _opening(told[name]) for name in ("cover", "section")}
    return Look(told["layout"], Page(**page), told["colours"], told["font"], tuple(told["notes"]), **openings)


def _opening(told: Mapping[str, Any] | None) -> Opening | None:
    if told is None:
        return None
    places: dict[str, Any] = {name: Box(**value) if isinstance(value, dict) else value for name, value in told.items()}
    return Opening(**places)
