"""A chart or table of an older deck with fresh figures, where it stands and as large as it is."""

from __future__ import annotations

from typing import Any

from pptx.util import Pt

from components.charts import chart_geometry
from components.charts.model import Plot
from components.charts.shapes import Box
from components.slides.layout.placed_pieces import Native
from components.slides.pptx import drawingml, pptx_file
from components.slides.pptx.chart_xml import ChartData
from components.slides.pptx.open_deck import Names
from components.slides.pptx.pptx_adapter import element, parse_xml, set_root
from components.slides.slide import SlideTable


def filled(shape: Any, piece: Native, writer: drawingml.Writer, names: Names) -> None:
    """Give a chart or table, where it stands and as large as it is, its fresh content."""
    if isinstance(piece.content, Plot) and getattr(shape, "has_chart", False):
        wide, high = (side / Pt(1) / writer.scale for side in (shape.width, shape.height))
        size = min(piece.size, chart_geometry.letters_of(piece.content, wide, high))
        end = max(piece.end, chart_geometry.axis_end(piece.content, wide, high, size))
        fresh = ChartData(piece.content, wide * writer.scale, high * writer.scale, size * writer.scale, end, writer.palette)
        part = shape.chart.part
        for relation in list(part.rels):
            part.rels.pop(relation)
        set_root(part, parse_xml(fresh.xml_bytes()))
        pptx_file.fill(part, fresh, names)
        element(shape).nvGraphicFramePr.cNvPr.set("descr", piece.content.alt.replace("\n", " "))
    elif isinstance(piece.content, SlideTable) and getattr(shape, "has_table", False):
        wide = shape.width / Pt(1) / writer.scale
        box = Box(piece.box.x, piece.box.y, wide, piece.box.h)
        table = writer.parsed(writer.grid(Native(piece.name, box, piece.content, piece.size), piece.content))
        old = element(shape).graphic.graphicData.tbl
        old.getparent().replace(old, table)
