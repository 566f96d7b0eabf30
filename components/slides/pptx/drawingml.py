"""Texts, rectangles, strokes, tables and frames as DrawingML: one string a shape, parsed once; far quicker than an object each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from components.charts import text_metrics
from components.charts.model import Line, Plot, Run
from components.charts.shapes import Box, Circle, Shape, Stroke, Words
from components.slides.layout import slide_layout, table_rooms
from components.slides.layout.placed_pieces import Group, Native
from components.slides.pptx.pptx_adapter import element, parse_xml
from components.slides.pptx.xml_text import SPACES, text
from components.slides.slide import SlideTable
from components.slides.templates.palette import Palette
from components.theme import INK, LINE, MUTED, OUTLINE

_ALIGN = {"left": "l", "center": "ctr", "right": "r"}
_DASHES = {"dot": "sysDot", "dash": "dash"}
_HATCHES = {"fine": "dkUpDiag", "wide": "wdUpDiag"}
_ANCHOR = {"top": "t", "middle": "ctr", "bottom": "b"}
Link = Callable[[str], str]
_AS_THEY_ARE = Palette()


class Writer:
    """Writes the shapes of one slide, numbering them; ``scale`` turns our points into the deck's, ``palette`` our colours.

    ``exact``: lines stand as far apart as they were measured, whatever the font of the deck would have.
    """

    def __init__(self, scale: float, first: int = 100, palette: Palette = _AS_THEY_ARE, *, exact: bool = False) -> None:
        self.scale = scale
        self.palette = palette
        self.exact = exact
        self._number = first

    def parsed(self, xml: str) -> Any:
        """The element of a piece of XML that was written here, in the colours of the deck."""
        return parse_xml(self.palette.of(xml))

    def shape(self, piece: Shape, link: Link) -> str:
        """A text box, a rectangle, a circle or a line; ``link`` gives the relation of an address."""
        if isinstance(piece, Words):
            return self._words(piece, link)
        if isinstance(piece, Stroke):
            box = Box(piece.x1, piece.y1, piece.x2 - piece.x1, piece.y2 - piece.y1)
            return (
                f"<p:cxnSp {SPACES}><p:nvCxnSpPr>{self._named('ct-line')}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>"
                f'{self._place(box)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
                f"{edge(piece.colour, piece.width, piece.dash)}</p:spPr></p:cxnSp>"
            )
        if isinstance(piece, Circle):
            round_box = Box(piece.x - piece.radius, piece.y - piece.radius, 2 * piece.radius, 2 * piece.radius)
            return self._form("ellipse", round_box, piece.fill or "#ffffff", piece.outline, piece.width)
        return self._form("rect", piece.box, piece.fill, piece.outline, piece.width, piece.hatch, piece.dash)

    def group_or_shape(self, piece: Group | Shape, link: Link) -> str:
        """Shapes that are moved together, or a single one."""
        if not isinstance(piece, Group):
            return self.shape(piece, link)
        place = self._place(piece.box)
        child = place.replace("a:off", "a:chOff").replace("a:ext", "a:chExt").removeprefix("<a:xfrm>")
        return (
            f"<p:grpSp {SPACES}><p:nvGrpSpPr>{self._named(piece.name)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>"
            f"{place.removesuffix('</a:xfrm>')}{child}</p:grpSpPr>{''.join(self.shape(one, link) for one in piece.pieces)}</p:grpSp>"
        )

    def _form(
        self, form: str, box: Box, inside: str | None, outline: str | None, width: float, hatch: str = "", dash: str = ""
    ) -> str:
        return (
            f"<p:sp {SPACES}><p:nvSpPr>{self._named('ct-box')}<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>{self._place(box)}"
            f'<a:prstGeom prst="{form}"><a:avLst/></a:prstGeom>{look(inside, outline, width, hatch, dash)}</p:spPr></p:sp>'
        )

    def _words(self, piece: Words, link: Link) -> str:
        body = "".join(paragraph(line, piece.size * self.scale, piece.align, link, exact=self.exact) for line in piece.lines)
        return (
            f'<p:sp {SPACES}><p:nvSpPr>{self._named(piece.name)}<p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr>'
            f'{self._place(piece.box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>'
            f'<a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{_ANCHOR[piece.anchor]}"/>'
            f"<a:lstStyle/>{body}</p:txBody></p:sp>"
        )

    def chart(self, piece: Native, plot: Plot, relation: str) -> str:
        """The frame of a chart whose part has the given relation."""
        return self._frame(
            piece,
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
            f'<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="{relation}"/></a:graphicData>',
            plot.alt,
        )

    def table(self, piece: Native, content: SlideTable) -> str:
        """A native table in its frame."""
        inside = f'<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">{self.grid(piece, content)}</a:graphicData>'
        return self._frame(piece, inside, "Bảng: " + ", ".join(filter(None, content.head)))

    def grid(self, piece: Native, content: SlideTable) -> str:
        """The ``a:tbl`` of a table."""
        columns = "".join(f'<a:gridCol w="{self.long(share * piece.box.w)}"/>' for share in content.widths)
        heights = table_rooms.row_heights(content, piece.box.w, piece.size)
        head = tuple(((Run(words, MUTED, bold=True),),) for words in content.head)
        rows = []
        for number, (high, row) in enumerate(zip(heights, (head, *content.rows), strict=True)):
            grouped = number - 1 in content.groups
            cells = "".join(
                self._cell(cell, piece.size, number == 0, grouped, len(content.widths) if grouped and not column else 0)
                if not (grouped and column)
                else '<a:tc hMerge="1"><a:txBody><a:bodyPr/><a:lstStyle/><a:p/></a:txBody><a:tcPr/></a:tc>'
                for column, cell in enumerate(row if not grouped else (row[0],) * len(content.widths))
            )
            rows.append(f'<a:tr h="{self.long(high)}">{cells}</a:tr>')
        return f'<a:tbl {SPACES}><a:tblPr firstRow="1"/><a:tblGrid>{columns}</a:tblGrid>{"".join(rows)}</a:tbl>'

    def _cell(self, lines: tuple[Line, ...], size: float, head: bool, grouped: bool, span: int) -> str:
        body = "".join(paragraph(line, size * self.scale, "left", exact=self.exact) for line in lines) or "<a:p/>"
        margins = f'marL="{self.long(table_rooms.PAD_X)}" marR="{self.long(table_rooms.PAD_X)}" marT="{self.long(table_rooms.PAD_Y * size)}" marB="{self.long(table_rooms.PAD_Y * size)}"'
        none = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
        below = f'<a:lnB w="{12700 if head else 7600}">{fill(OUTLINE if head else LINE)}</a:lnB>'
        shade = fill("#f4f6f8") if grouped else "<a:noFill/>"
        spanned = f' gridSpan="{span}"' if span else ""
        return f"<a:tc{spanned}><a:txBody><a:bodyPr/><a:lstStyle/>{body}</a:txBody><a:tcPr {margins}>{none}{below}{shade}</a:tcPr></a:tc>"

    def placed(self, placeholder: Any, name: str, body: str) -> str:
        """A shape that takes the place of a layout's placeholder, with a text body."""
        mark = element(placeholder).xpath("./p:nvSpPr/p:nvPr/p:ph")[0]
        which = "".join(f' {key}="{mark.get(key)}"' for key in ("type", "idx") if mark.get(key))
        return (
            f'<p:sp {SPACES}><p:nvSpPr>{self._named(name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{which}/></p:nvPr>'
            f"</p:nvSpPr><p:spPr/>{body}</p:sp>"
        )

    def repeated(self, placeholder: Any) -> str:
        """Footer or slide number of a layout, repeated on the slide so that it is seen."""
        mark = element(placeholder).xpath("./p:nvSpPr/p:nvPr/p:ph")[0]
        kind, index = mark.get("type"), mark.get("idx")
        inside = (
            '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="vi-VN"/><a:t>‹#›</a:t></a:fld>'
            if kind == "sldNum"
            else f'<a:r><a:rPr lang="vi-VN"/><a:t>{text(placeholder.text_frame.text or slide_layout.FOOTER)}</a:t></a:r>'
        )
        return (
            f'<p:sp {SPACES}><p:nvSpPr>{self._named("ct-" + kind)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
            f'<p:ph type="{kind}" sz="quarter" idx="{index}"/></p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/>'
            f"<a:p>{inside}</a:p></p:txBody></p:sp>"
        )

    def _frame(self, piece: Native, inside: str, alt: str) -> str:
        return (
            f'<p:graphicFrame {SPACES}><p:nvGraphicFramePr>{self._named(piece.name, alt)}<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/>'
            f"</p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>{self._place(piece.box, 'p:xfrm')}<a:graphic>{inside}</a:graphic></p:graphicFrame>"
        )

    def _named(self, name: str, alt: str = "") -> str:
        self._number += 1
        description = f' descr="{attribute(alt)}"' if alt else ""
        return f'<p:cNvPr id="{self._number}" name="{name}"{description}/>'

    def _place(self, box: Box, tag: str = "a:xfrm") -> str:
        x, y, w, h = (self.long(side) for side in (box.x, box.y, box.w, box.h))
        return f'<{tag}><a:off x="{x}" y="{y}"/><a:ext cx="{max(w, 0)}" cy="{max(h, 0)}"/></{tag}>'

    def long(self, points: float) -> int:
        """Points of our page in the deck's own measure."""
        return round(points * self.scale * 12700)


def title(piece: Words, plain: bool) -> str:
    """The text body of a title; ``plain`` leaves the looks to the template, which a cover does altogether (``body``)."""
    (head, *below) = piece.lines
    first = "" if plain else fill(INK)
    second = "" if plain else fill(MUTED)
    more = "".join(
        f'<a:br><a:rPr lang="vi-VN" sz="1400"/></a:br><a:r><a:rPr lang="vi-VN" sz="1400" b="0">{second}</a:rPr><a:t>{text(run.text)}</a:t></a:r>'
        for line in below
        for run in line
    )
    return (
        f"<p:txBody {SPACES}><a:bodyPr><a:normAutofit/></a:bodyPr><a:lstStyle/><a:p><a:r>"
        f'<a:rPr lang="vi-VN" sz="{round(piece.size * 100)}">{first}</a:rPr><a:t>{text(head[0].text)}</a:t></a:r>{more}</a:p></p:txBody>'
    )


def body(lines: list[str], colour: str = "") -> str:
    """A text body of plain lines; empty ones are left out. ``colour``: six hexadecimal digits; '' leaves it to the template."""
    looks = f'<a:rPr lang="vi-VN">{fill(f"#{colour}")}</a:rPr>' if colour else '<a:rPr lang="vi-VN"/>'
    words = "".join(f"<a:p><a:r>{looks}<a:t>{text(line)}</a:t></a:r></a:p>" for line in lines if line)
    return f"<p:txBody {SPACES}><a:bodyPr/><a:lstStyle/>{words or '<a:p/>'}</p:txBody>"


def paragraph(line: Line, size: float, align: str = "left", link: Link | None = None, *, exact: bool = False) -> str:
    """One paragraph of runs; ``exact``: its lines stand as far apart as they were measured."""
    runs = "".join(
        f'<a:r><a:rPr lang="vi-VN" sz="{round(size * 100)}" b="{int(run.bold)}">{fill(run.colour)}'
        + (f'<a:hlinkClick r:id="{link(run.link)}">{_OWN_COLOUR}</a:hlinkClick>' if run.link and link else "")
        + f"</a:rPr><a:t>{text(run.text)}</a:t></a:r>"
        for run in line
    )
    blank = "" if any(run.text for run in line) else f'<a:endParaRPr lang="vi-VN" sz="{round(size * 100)}"/>'
    apart = f'<a:lnSpc><a:spcPts val="{round(size * text_metrics.LEADING * 100)}"/></a:lnSpc>' if exact else ""
    return f'<a:p><a:pPr algn="{_ALIGN[align]}">{apart}</a:pPr>{runs if not blank else ""}{blank}</a:p>'


_OWN_COLOUR = (  # programs paint links in the theme's colour otherwise, which may be one that nobody can read
    '<a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr '
    'xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst>'
)


def retell(body: Any, piece: Words, writer: Writer, link: Link) -> None:
    """Replace the paragraphs of a text body, whose box and margins stay."""
    for old in list(body.p_lst):
        body.remove(old)
    for line in piece.lines:
        told = paragraph(line, piece.size * writer.scale, piece.align, link, exact=writer.exact)
        body.append(writer.parsed(told.replace("<a:p>", f"<a:p {SPACES}>", 1)))


def fill(colour: str) -> str:
    """A solid fill; ink is the theme's text colour, so that it follows a template."""
    return (
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
        if colour == INK
        else f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill>'
    )


def edge(colour: str | None, width: float, dash: str = "") -> str:
    """An outline or a line; none without a colour."""
    if not colour:
        return "<a:ln><a:noFill/></a:ln>"
    broken = f'<a:prstDash val="{_DASHES[dash]}"/>' if dash else ""
    return f'<a:ln w="{round(width * 12700)}">{fill(colour)}{broken}</a:ln>'


def look(inside: str | None, outline: str | None, width: float, hatch: str = "", dash: str = "") -> str:
    """Filling and outline of a shape, or of a bar in a chart; a hatch has the outline's colour."""
    if hatch:
        colour = (outline or INK)[1:]
        body = (
            f'<a:pattFill prst="{_HATCHES[hatch]}"><a:fgClr><a:srgbClr val="{colour}"/></a:fgClr>'
            '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
        )
    else:
        body = fill(inside) if inside else "<a:noFill/>"
    return body + edge(outline, width, dash)


def attribute(value: str) -> str:
    """A text fit for an XML attribute."""
    return text(value).replace('"', "&quot;").replace("\n", " ")
