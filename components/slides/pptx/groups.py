"""Groups of shapes on a slide that is made fresh: cards, key, bars in a table. Frame and texts stay together where they stand."""

from __future__ import annotations

from typing import Any

from components.charts.shapes import Words
from components.slides.layout.slide_layout import Group, Native, Piece
from components.slides.pptx import drawingml, notes, pptx_file
from components.slides.pptx.pptx_adapter import element, parse_xml, qn, shape_tree

_LOOSE = ("ct-box", "ct-line")  # names of rectangles and strokes in decks of versions before 1.6.0, which knew no groups


def every_shape(within: Any) -> list[Any]:
    """The shapes of a slide or group, each group followed by what it holds."""
    return [one for shape in within.shapes for one in ([shape, *every_shape(shape)] if hasattr(shape, "shapes") else [shape])]


def renewed(slide: Any, pieces: list[Piece], origin: notes.Origin, writer: drawingml.Writer) -> None:
    """Draw the groups anew that nobody edited, each at the place of the old one; add new ones, take away those without a say."""
    link = pptx_file.linker(slide.part)
    there = {shape.name: shape for shape in slide.shapes if hasattr(shape, "shapes")}
    planned = {piece.name: piece for piece in pieces if isinstance(piece, Group)}
    loose = _without_loose(slide, origin)
    for name, old in there.items():
        if name.startswith("ct-") and not _edited(old, origin):
            if name in planned:
                _replace(old, writer.group_or_shape(planned[name], link), _shift(slide, name, pieces, writer))
            else:
                shape_tree(slide).remove(element(old))
    for name, group in planned.items():
        if name not in there and (loose or not _was_there(group, origin)):
            shape_tree(slide).append(parse_xml(writer.group_or_shape(group, link)))


def _without_loose(slide: Any, origin: notes.Origin) -> bool:
    """Whether shapes of a version without groups were there and could be taken away; not where somebody edited one of their texts."""
    own = [shape for shape in slide.shapes if shape.name in _LOOSE or shape.name.startswith(("ct-key-", "ct-card-", "ct-sample"))]
    own = [shape for shape in own if shape.has_text_frame or shape.name in _LOOSE]
    if not any(shape.name in _LOOSE for shape in own) or any(_edited_text(shape, origin) for shape in own):
        return False
    for shape in own:
        shape_tree(slide).remove(element(shape))
    return True


def _edited(group: Any, origin: notes.Origin) -> bool:
    return any(_edited_text(shape, origin) for shape in group.shapes)


def _edited_text(shape: Any, origin: notes.Origin) -> bool:
    return shape.name in origin.texts and notes.mark(shape.text_frame.text) != origin.texts[shape.name]


def _was_there(group: Group, origin: notes.Origin) -> bool:
    return any(isinstance(piece, Words) and piece.name in origin.texts for piece in group.pieces)


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
