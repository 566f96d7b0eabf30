"""A chart as PowerPoint keeps it: chart XML with a label of its own at every slot.

Results stand on the primary axes in narrow solid bars with a white rim, targets on hidden secondary axes of the same scale in
wide frames that are painted over them: where a program draws both equally wide (LibreOffice), the frame of a target that is met
exactly is seen all the same. Circles and lines of upright charts
are a line chart over the same slots; PowerPoint has none that lie, so there a circle becomes a bar. A time axis becomes equal
steps (``chart_geometry.cells``), those without figures empty. Labels are cells of the workbook (``label_cells``), with their words beside them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from xml.sax.saxutils import escape

from xlsxwriter.utility import xl_col_to_name

from components.charts import chart_geometry, notation
from components.charts.model import Plot, Slot
from components.charts.notation import MARKS
from components.slides.pptx import label_cells
from components.slides.pptx.chart_columns import WORDS, Column, Drawn, carrier, drawn
from components.slides.pptx.chart_workbook import SHEET, workbook
from components.slides.pptx.drawingml import edge, look
from components.slides.pptx.xml_text import text
from components.slides.templates.palette import Palette
from components.theme import INK, MUTED, OUTLINE

_SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_HIDDEN = "".join(f'<c:show{what} val="0"/>' for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"))
_GROUND = '<c:spPr><a:solidFill><a:srgbClr val="ffffff"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'  # of labels that a path could cross
_SHOWN = _HIDDEN.replace('<c:showVal val="0"/>', '<c:showVal val="1"/>')
_C15 = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"'
_LABEL, _SERIES = (
    "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}",
    "{02D57815-91ED-43cb-92C2-25804820EDAC}",
)  # what is added in labels and series
# thousands with dots whatever the language of the reader's Office
_NUMBERS = r"[>=1000000]#\.000\.000;[>=1000]#\.000;0"


@dataclass(frozen=True)
class ChartData:
    """What ``add_chart`` of python-pptx asks for: XML and workbook of one chart. Sizes are points."""

    plot: Plot
    wide: float
    high: float
    size: float
    end: float
    palette: Palette = field(default_factory=Palette)

    def xml_bytes(self, _chart_type: object = None) -> bytes:
        """The chart part."""
        return self.palette.of(_chart(self._drawn, self.wide, self.high, self.size, self.end)).encode()

    @property
    def xlsx_blob(self) -> bytes:
        """The embedded workbook: drawn heights first, then the figures as they were read."""
        return workbook(self._drawn)

    @cached_property
    def _drawn(self) -> Drawn:
        return drawn(self.plot)


def _chart(drawn: Drawn, wide: float, high: float, size: float, end: float) -> str:
    plot, steps = drawn.plot, drawn.steps
    names = _texts("A", ["" if slot is None else plot.named(slot) for slot in steps], len(steps))
    series: dict[str, str] = {}
    rim = _rim(drawn, wide, high)
    for number, column in enumerate(drawn.columns):
        form = {"words": "wide", "today": "line"}.get(column.form, column.form)
        series[form] = series.get(form, "") + _series(drawn, number, column, names, size, rim)
    direction = "bar" if plot.horizontal else "col"
    outlined, solid = (
        chart_geometry.gap_width(share * (1.0 if plot.time else chart_geometry.thickness(plot)))
        for share in (notation.WIDE, notation.NARROW)
    )
    charts = _bars(direction, series["narrow"], solid, 11) if "narrow" in series else ""
    charts += _lines(series["line"]) if "line" in series else ""
    charts += _bars(direction, series["wide"], outlined, 21, stacked=plot.stacked) if "wide" in series else ""
    axes = _axes(plot, 11, end, size, hidden=False) if {"narrow", "line"} & set(series) else ""
    axes += _axes(plot, 21, end, size, hidden=bool(axes)) if "wide" in series else ""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {_SPACES}><c:date1904 val="0"/>'
        '<c:lang val="vi-VN"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
        f"{_layout(plot, wide, high, size)}{charts}{axes}</c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 100)}">{_fill(INK)}'
        '<a:latin typeface="+mn-lt"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr></c:chartSpace>'
    )


def _layout(plot: Plot, wide: float, high: float, size: float) -> str:
    """The room of the bars inside the chart, as shares of its width and height."""
    if plot.horizontal:
        start, across, tall = chart_geometry.NAMES, 0.995 - chart_geometry.NAMES, 0.98
    else:
        start = chart_geometry.left(plot, size) / wide
        across, tall = 0.99 - start, 0.99 - chart_geometry.below(plot, size) / high
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{start:.4f}"/><c:y val="0.01"/><c:w val="{across:.4f}"/><c:h val="{tall:.4f}"/></c:manualLayout></c:layout>'
    )


def _lines(series: str) -> str:
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        '<c:marker val="1"/><c:axId val="11"/><c:axId val="12"/></c:lineChart>'
    )


def _bars(direction: str, series: str, gap: int, axis: int, *, stacked: bool = False) -> str:
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{"stacked" if stacked else "clustered"}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="100"/><c:axId val="{axis}"/><c:axId val="{axis + 1}"/></c:barChart>'
    )


def _series(drawn: Drawn, number: int, column: Column, names: str, size: float, rim: float) -> str:
    plot, steps = drawn.plot, drawn.steps
    letter = chr(ord("B") + number)
    head = f'<c:idx val="{number}"/><c:order val="{number}"/><c:tx>{_texts(letter, [column.name], 0)}</c:tx>'
    body = f"<c:cat>{names}</c:cat><c:val>{_numbers(letter, list(column.values))}</c:val>"
    side = "inBase" if plot.stacked else "outEnd" if column.form != "line" else "t"
    labels = "".join(
        _label(step, slot, size, side, lying=plot.horizontal, ground=bool(plot.paths))
        for step, slot in enumerate(steps)
        if slot is not None and slot.label and (WORDS if plot.stacked else carrier(slot)) == column.name
    )
    beside = _label_range(steps, drawn.first + len(drawn.facts)) if labels else ""
    if column.form in ("line", "today"):
        labelled = f"<c:dLbls>{labels}{_HIDDEN}</c:dLbls>" if labels else ""
        return f'<c:ser>{head}{_line_look(column)}{labelled}{_ERROR_BARS if column.form == "today" else ""}{body}<c:smooth val="0"/>{beside}</c:ser>'
    usual = column.usual
    own = "".join(_point(step, kind, rim) for step, kind in enumerate(column.kinds) if kind and kind != usual)
    shown = f"<c:spPr>{_bar_look(usual, rim)}</c:spPr>"
    return f'<c:ser>{head}{shown}<c:invertIfNegative val="0"/>{own}<c:dLbls>{labels}{_HIDDEN}</c:dLbls>{body}{beside}</c:ser>'


_RIM = 3.0  # points of white around a solid bar, at most


def _rim(drawn: Drawn, wide: float, high: float) -> float:
    """The white around solid bars: none where no chart has frames, thinner where the bars are."""
    if not any(MARKS[mark.kind].share > notation.NARROW for slot in drawn.plot.slots for mark in slot.marks):
        return 0.0
    step = (high if drawn.plot.horizontal else wide) * 0.9 / max(len(drawn.steps), 1)
    return min(_RIM, step * notation.NARROW * 0.25)


def _bar_look(kind: str | None, rim: float) -> str:
    if kind is None:
        return look(None, None, 0)
    style = MARKS[kind]
    if rim and style.share and style.share <= notation.NARROW and not style.outline:
        return look(style.fill, "#ffffff", rim)  # a frame of the same height and breadth stays visible around it
    return look(
        style.fill or (style.outline if style.shape != "bar" else None), style.outline, style.width, style.hatch, style.dash
    )


def _point(step: int, kind: str, rim: float) -> str:
    """A bar that looks other than the rest of its column."""
    return f'<c:dPt><c:idx val="{step}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>{_bar_look(kind, rim)}</c:spPr></c:dPt>'


def _line_look(column: Column) -> str:
    """A line without points, points without a line, or for today nothing but its error bar."""
    kind = next((kind for kind in column.kinds if kind), None)
    style = MARKS[kind] if kind else None
    line = edge(style.outline, style.width, style.dash) if style and style.shape == "line" else "<a:ln><a:noFill/></a:ln>"
    if style is None or style.shape == "line":
        return f'<c:spPr>{line}</c:spPr><c:marker><c:symbol val="none"/></c:marker>'
    inside = look(style.fill or "#ffffff", style.outline, style.width)
    return f'<c:spPr>{line}</c:spPr><c:marker><c:symbol val="circle"/><c:size val="10"/><c:spPr>{inside}</c:spPr></c:marker>'


_ERROR_BARS = (
    '<c:errBars><c:errDir val="y"/><c:errBarType val="minus"/><c:errValType val="percentage"/><c:noEndCap val="1"/><c:val val="100"/>'
    f"<c:spPr>{edge(MUTED, 1.0, 'dash')}</c:spPr></c:errBars>"
)


def _label(step: int, slot: Slot, size: float, side: str, *, lying: bool, ground: bool) -> str:
    """The label of a slot: the cell of the series' range of labels in its row, with its words for programs that open no workbook.

    One field a label: LibreOffice shows nothing of fields that name cells of their own.
    """
    run = slot.label[0][0]
    field = (
        f'<a:fld id="{{{step:08X}-0000-4000-8000-000000000000}}" type="CELLRANGE"><a:rPr lang="vi-VN" sz="{round(size * 100)}" b="{int(run.bold)}">'
        f'{_fill(run.colour)}<a:latin typeface="+mn-lt"/></a:rPr><a:pPr algn="{"l" if lying else "ctr"}"/><a:t>{text(label_cells.words(slot))}</a:t></a:fld>'
    )
    return (
        f'<c:dLbl><c:idx val="{step}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr algn="{"l" if lying else "ctr"}"/>{field}</a:p>'
        f'</c:rich></c:tx>{_GROUND if ground else ""}<c:dLblPos val="{side}"/>{_SHOWN}<c:extLst><c:ext uri="{_LABEL}" {_C15}><c15:showDataLabelsRange val="1"/></c:ext>'
        "</c:extLst></c:dLbl>"
    )


def _label_range(steps: list[Slot | None], first: int) -> str:
    """The cells of the labels of a series, and what stands in them for programs that open no workbook."""
    column = xl_col_to_name(first)
    points = "".join(
        f'<c:pt idx="{step}"><c:v>{text(words)}</c:v></c:pt>'
        for step, slot in enumerate(steps)
        if slot is not None and (words := label_cells.words(slot))
    )
    return (
        f"<c:extLst><c:ext uri=\"{_SERIES}\" {_C15}><c15:datalabelsRange><c15:f>'{SHEET}'!${column}$2:${column}${len(steps) + 1}</c15:f>"
        f'<c15:dlblRangeCache><c:ptCount val="{len(steps)}"/>{points}</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>'
    )


def _axes(plot: Plot, axis: int, end: float, size: float, *, hidden: bool) -> str:
    name_side, value_side = ("l", "b") if plot.horizontal else ("b", "l")
    share = plot.unit_of_measure == "%"
    gone = "1" if hidden else "0"
    value_gone = "1" if hidden or plot.horizontal else "0"
    line = f'<c:spPr><a:ln w="12700">{_fill(OUTLINE)}</a:ln></c:spPr>'
    small = (
        f'<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(chart_geometry.small(size) * 100)}">{_fill(MUTED)}'
        '</a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
    )
    code = '[<=100]0"%";""' if share else _NUMBERS
    return (
        f'<c:catAx><c:axId val="{axis}"/><c:scaling><c:orientation val="{"maxMin" if plot.horizontal else "minMax"}"/></c:scaling>'
        f'<c:delete val="{gone}"/><c:axPos val="{name_side}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{line}<c:crossAx val="{axis + 1}"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="50"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{axis + 1}"/><c:scaling><c:orientation val="minMax"/><c:max val="{end:.6g}"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="{value_gone}"/><c:axPos val="{value_side}"/>'
        f'<c:numFmt formatCode="{escape(code, {chr(34): "&quot;"})}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/>{small}<c:crossAx val="{axis}"/><c:crosses val="{"max" if hidden else "autoZero"}"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{chart_geometry.tick_step(plot):g}"/></c:valAx>'
    )


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill>'


def _texts(column: str, values: list[str], rows: int) -> str:
    where = f"'{SHEET}'!${column}$2:${column}${rows + 1}" if rows else f"'{SHEET}'!${column}$1"
    points = "".join(f'<c:pt idx="{step}"><c:v>{text(value)}</c:v></c:pt>' for step, value in enumerate(values))
    return f'<c:strRef><c:f>{where}</c:f><c:strCache><c:ptCount val="{len(values)}"/>{points}</c:strCache></c:strRef>'


def _numbers(column: str, values: list[float | None]) -> str:
    points = "".join(f'<c:pt idx="{step}"><c:v>{value!r}</c:v></c:pt>' for step, value in enumerate(values) if value is not None)
    return (
        f"<c:numRef><c:f>'{SHEET}'!${column}$2:${column}${len(values) + 1}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )
