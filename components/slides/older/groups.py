"""Groups of shapes on a slide that is made fresh: cards, key, bars in a table. Frame and texts stay together where they stand."""

from __future__ import annotations

from typing import Any

from components.charts.shapes import Words
from components.slides.layout.placed_pieces import Group, Native, Piece
from components.slides.pptx import drawingml, pptx_file
from components.slides.pptx.pptx_adapter import element, parse_xml, qn, shape_tree

_LOOSE = ("ct-box", "ct-line")  # names of rectangles and strokes in decks of versions before 1.6.0, which knew no groups


def every_shape(within: Any) -> list[Any]:
    """The shapes of a slide or group, each group followed by what it holds."""
    return [one for shape in within.shapes for one in ([shape, *every_shape(shape)] if hasattr(shape, "shapes") else [shape])]


def renewed(slide: Any, pieces: list[Piece], put: set[str], kept: set[str], writer: drawingml.Writer) -> None:
    """Draw the groups anew, each at the place of the old one; add new ones, take away those without a say.

    ``put`` are the names of texts that were on the slide, ``kept`` those of texts that are to stay: their groups stay whole.
    """
    link = pptx_file.linker(slide.part)
    there = {shape.name: shape for shape in slide.shapes if hasattr(shape, "shapes")}
    planned = {piece.name: piece for piece in pieces if isinstance(piece, Group)}
    loose = _without_loose(slide, kept)
    for name, old in there.items():
        if name.startswith("ct-") and not any(shape.name in kept for shape in every_shape(old)):
            if name in planned:
                _replace(old, writer.palette.of(writer.group_or_shape(planned[name], link)), _shift(slide, name, pieces, writer))
            else:
                shape_tree(slide).remove(element(old))
    for name, group in planned.items():
        if name not in there and (loose or not _texts(group) & put):
            shape_tree(slide).append(writer.parsed(writer.group_or_shape(group, link)))


def _without_loose(slide: Any, kept: set[str]) -> bool:
    """Whether shapes of a version without groups were there and could be taken away; not where one of their texts is to stay."""
    own = [shape for shape in slide.shapes if shape.name in _LOOSE or shape.name.startswith(("ct-key-", "ct-card-", "ct-sample"))]
    own = [shape for shape in own if not hasattr(shape, "shapes")]
    if not any(shape.name in _LOOSE for shape in own) or any(shape.name in kept for shape in own):
        return False
    for shape in own:
        shape_tree(slide).remove(element(shape))
    return True


def _texts(group: Group) -> set[str]:
    return {piece.name for piece in group.pieces if isinstance(piece, Words)}


def _shift(slide: Any, name: str, pieces: list[Piece], writer: drawingml.Writer) -> tuple[int, int] | None:
    """How far the bars of a table lie from where they were planned: as far as their table does; none for what is no table's."""
    table = next((shape for shape in slide.shapes if shape.name == "ct-table"), None)
    planned = next((piece for piece in pieces if isinstance(piece, Native) and piece.name == "ct-table"), None)
    if name != "ct-bars" or table is None or planned is None:
        return None
    return table.left - writer.long(planned.box.x), table.top - writer.long(planned.box.y)


def _replace(old: Any, xml: str, shift: tuple[int, int] | None) -> None:
    """Put a group where the old one stands, as much larger or smaller as somebody made that."""
    new, before = parse_xml(xml), element(old)
    place, former = (one.find(qn("p:grpSpPr")).find(qn("a:xfrm")) for one in (new, before))
    if former is not None and former.find(qn("a:off")) is not None:
        start, size = place.find(qn("a:off")), place.find(qn("a:ext"))
        inner, outer = former.find(qn("a:chExt")), former.find(qn("a:ext"))
        for side, key in enumerate(("x", "y")):
            kept = int(former.find(qn("a:off")).get(key))
            start.set(key, str(kept if shift is None else int(start.get(key)) + shift[side]))
        for key in ("cx", "cy"):
            natural = int(inner.get(key)) if inner is not None else 0
            if natural:
                size.set(key, str(round(int(size.get(key)) * int(outer.get(key)) / natural)))
    before.getparent().replace(before, new)
