"""A chart as PowerPoint keeps it: chart XML with a label of its own at every bar, and the workbook behind it.

Targets stand on the primary axes in wide outlined bars, results on hidden secondary axes of the same scale in narrow
solid ones. A program that knows one bar width only (LibreOffice) draws both equally wide.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from xml.sax.saxutils import escape

import xlsxwriter

from components.slides.layout import chart_geometry
from components.slides.model import Bar, Path, Plot
from components.theme import EARLIER, INK, LINE, MUTED, OUTLINE, RESULT

SHEET = "Số liệu"
_SPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_HIDDEN = "".join(f'<c:show{what} val="0"/>' for what in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"))
_SHOWN = _HIDDEN.replace('<c:showVal val="0"/>', '<c:showVal val="1"/>')
# thousands with dots whatever the language of the reader's Office
_NUMBERS = r"[>=1000000]#\.000\.000;[>=1000]#\.000;0"
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def text(value: str) -> str:
    """A text fit for XML: escaped, without characters that XML forbids."""
    return escape(_ILLEGAL.sub("", value))


@dataclass(frozen=True)
class ChartData:
    """What ``add_chart`` of python-pptx asks for: XML and workbook of one chart. Sizes are points."""

    plot: Plot
    wide: float
    high: float
    size: float
    end: float

    def xml_bytes(self, _chart_type: object = None) -> bytes:
        """The chart part."""
        return _chart(self.plot, self.wide, self.high, self.size, self.end).encode()

    @property
    def xlsx_blob(self) -> bytes:
        """The embedded workbook: drawn heights first, then the figures as they were read."""
        return workbook(self.plot)


def _columns(plot: Plot) -> list[tuple[str, list[float | None]]]:
    """The drawn columns: name and heights."""
    columns = [("Mục tiêu", [bar.target for bar in plot.bars]), ("Kết quả", [bar.actual for bar in plot.bars])]
    columns += [(path.name, heights(path, len(plot.bars))) for path in plot.paths]
    if any(_wordy(bar) for bar in plot.bars):
        columns.append(("Chỗ ghi chữ", [0.0 if _wordy(bar) else None for bar in plot.bars]))
    return columns


def heights(path: Path, places: int) -> list[float | None]:
    """Height of a path at every place of the axis; none outside it."""
    steps = path.end - path.start
    return [
        path.low + (path.high - path.low) * (place - path.start) / steps if path.start <= place <= path.end else None
        for place in range(places)
    ]


def _wordy(bar: Bar) -> bool:
    return bar.target is None and bar.actual is None


def workbook(plot: Plot) -> bytes:
    """XLSX bytes: names and drawn columns that the chart refers to, then the facts of every bar."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(SHEET)
    columns = _columns(plot)
    facts = list(plot.bars[0].facts) if plot.bars else []
    sheet.write_row(0, 1, [name for name, _ in columns] + facts)
    first = 1 + len(columns)
    for place, bar in enumerate(plot.bars, start=1):
        sheet.write_string(place, 0, bar.name)
        for column, (name, values) in enumerate(columns, start=1):
            value = values[place - 1]
            if value is None:
                continue
            if bar.scale and name in ("Mục tiêu", "Kết quả"):  # drawn in proportion: computed from the figures beside it
                target, result = (f"{chr(ord('A') + first + beside)}{place + 1}" for beside in (0, 1))
                own = chart_geometry.longest(bar) == 100.0  # filled by the bar's own figures, not by those of a longer share
                full = f"MAX({target}:{result})" if own else f"{bar.scale:.15g}"
                sheet.write_formula(place, column, f"=100*{target if name == 'Mục tiêu' else result}/{full}", None, value)
            else:
                sheet.write_number(place, column, value)
        for column, value in enumerate(bar.facts.values(), start=first):
            if value is not None:
                sheet.write(place, column, value)
    sheet.set_column(0, 0, 34)
    sheet.set_column(first, first + len(facts), 18)
    book.close()
    return buffer.getvalue()


def _chart(plot: Plot, wide: float, high: float, size: float, end: float) -> str:
    places = len(plot.bars)
    names = _texts("A", [bar.name for bar in plot.bars], places)
    columns = _columns(plot)
    drawn = [_series(plot, number, name, values, names, size) for number, (name, values) in enumerate(columns)]
    ways = drawn[2 : 2 + len(plot.paths)]
    words = drawn[2 + len(plot.paths) :]
    direction = "bar" if plot.horizontal else "col"
    lines = (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{"".join(ways)}'
        '<c:marker val="1"/><c:axId val="11"/><c:axId val="12"/></c:lineChart>'
        if ways
        else ""
    )
    start, top, across, tall = (
        (chart_geometry.NAMES, 0.01, 0.995 - chart_geometry.NAMES, 0.98)
        if plot.horizontal
        else ((edge := chart_geometry.left(plot, size) / wide), 0.01, 0.99 - edge, 0.99 - chart_geometry.below(plot, size) / high)
    )
    inner = (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{start:.4f}"/><c:y val="{top}"/><c:w val="{across:.4f}"/><c:h val="{tall:.4f}"/></c:manualLayout></c:layout>'
    )
    outlined, solid = (
        chart_geometry.gap_width(share * chart_geometry.thickness(plot))
        for share in (chart_geometry.OUTLINED, chart_geometry.SOLID)
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {_SPACES}><c:date1904 val="0"/>'
        f'<c:lang val="vi-VN"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>{inner}'
        f"{_bars(direction, drawn[0] + ''.join(words), outlined, 11)}{lines}{_bars(direction, drawn[1], solid, 21)}"
        f"{_axes(plot, 11, end, size, hidden=False)}{_axes(plot, 21, end, size, hidden=True)}</c:plotArea>"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 100)}">{_fill(INK)}'
        '<a:latin typeface="+mn-lt"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr></c:chartSpace>'
    )


def _bars(direction: str, series: str, gap: int, axis: int) -> str:
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="100"/><c:axId val="{axis}"/><c:axId val="{axis + 1}"/></c:barChart>'
    )


def _series(plot: Plot, number: int, name: str, values: list[float | None], names: str, size: float) -> str:
    column = chr(ord("B") + number)
    head = f'<c:idx val="{number}"/><c:order val="{number}"/><c:tx>{_texts(column, [name], 0)}</c:tx>'
    numbers = _numbers(column, values)
    if number >= 2 and number < 2 + len(plot.paths):
        line = f'<c:spPr><a:ln w="19050">{_fill(MUTED)}<a:prstDash val="sysDot"/></a:ln></c:spPr>'
        return (
            f'<c:ser>{head}{line}<c:marker><c:symbol val="none"/></c:marker><c:cat>{names}</c:cat>'
            f'<c:val>{numbers}</c:val><c:smooth val="0"/></c:ser>'
        )
    if number == 1:
        look = f"<c:spPr>{_fill(EARLIER if plot.lighter else RESULT)}</c:spPr>"
    else:
        look = f'<c:spPr><a:noFill/><a:ln w="{20000 if number == 0 else 0}">{_fill(OUTLINE) if number == 0 else "<a:noFill/>"}</a:ln></c:spPr>'
    hatched = "".join(
        _hatch(place, EARLIER if plot.lighter else RESULT) for place, bar in enumerate(plot.bars) if number == 1 and bar.hatched
    )
    labels = "".join(
        _label(place, bar, size, lying=plot.horizontal) for place, bar in enumerate(plot.bars) if _carrier(bar) == min(number, 2)
    )
    return (
        f'<c:ser>{head}{look}<c:invertIfNegative val="0"/>{hatched}<c:dLbls>{labels}{_HIDDEN}</c:dLbls>'
        f"<c:cat>{names}</c:cat><c:val>{numbers}</c:val></c:ser>"
    )


def _carrier(bar: Bar) -> int:
    """Which column carries the label: the higher of target (0) and result (1); 2 where there is no number."""
    if _wordy(bar):
        return 2
    return 1 if bar.target is None or (bar.actual is not None and bar.actual > bar.target) else 0


def _label(place: int, bar: Bar, size: float, *, lying: bool) -> str:
    paragraphs = "".join(
        f'<a:p><a:pPr algn="{"l" if lying else "ctr"}"/>'
        + "".join(
            f'<a:r><a:rPr lang="vi-VN" sz="{round(size * 100)}" b="{int(run.bold)}">{_fill(run.colour)}'
            f'<a:latin typeface="+mn-lt"/></a:rPr><a:t>{text(run.text)}</a:t></a:r>'
            for run in line
        )
        + "</a:p>"
        for line in bar.label
    )
    return (
        f'<c:dLbl><c:idx val="{place}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>{paragraphs}</c:rich></c:tx>'
        f'<c:dLblPos val="outEnd"/>{_SHOWN}</c:dLbl>'
    )


def _hatch(place: int, colour: str) -> str:
    return (
        f'<c:dPt><c:idx val="{place}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr><a:pattFill prst="wdUpDiag">'
        f'<a:fgClr><a:srgbClr val="{colour[1:]}"/></a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
        f'<a:ln w="9525">{_fill(colour)}</a:ln></c:spPr></c:dPt>'
    )


def _axes(plot: Plot, axis: int, end: float, size: float, *, hidden: bool) -> str:
    name_side, value_side = ("l", "b") if plot.horizontal else ("b", "l")
    share = plot.unit_of_measure == "%"
    gone = "1" if hidden else "0"
    value_gone = "1" if hidden or plot.horizontal else "0"
    line = f'<c:spPr><a:ln w="12700">{_fill(OUTLINE)}</a:ln></c:spPr>'
    grid = f'<c:majorGridlines><c:spPr><a:ln w="6350">{_fill(LINE)}</a:ln></c:spPr></c:majorGridlines>'
    small = (
        f'<c:spPr><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 90)}">{_fill(MUTED)}'
        '</a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
    )
    code = '0"%"' if share else _NUMBERS
    return (
        f'<c:catAx><c:axId val="{axis}"/><c:scaling><c:orientation val="{"maxMin" if plot.horizontal else "minMax"}"/></c:scaling>'
        f'<c:delete val="{gone}"/><c:axPos val="{name_side}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>{line}<c:crossAx val="{axis + 1}"/>'
        '<c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="50"/><c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{axis + 1}"/><c:scaling><c:orientation val="minMax"/><c:max val="{end:.6g}"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="{value_gone}"/><c:axPos val="{value_side}"/>{"" if hidden or plot.horizontal else grid}'
        f'<c:numFmt formatCode="{escape(code, {chr(34): "&quot;"})}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/>{small}<c:crossAx val="{axis}"/><c:crosses val="{"max" if hidden else "autoZero"}"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{chart_geometry.tick_step(plot):g}"/></c:valAx>'
    )


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{colour[1:]}"/></a:solidFill>'


def _texts(column: str, values: list[str], rows: int) -> str:
    where = f"'{SHEET}'!${column}$2:${column}${rows + 1}" if rows else f"'{SHEET}'!${column}$1"
    points = "".join(f'<c:pt idx="{place}"><c:v>{text(value)}</c:v></c:pt>' for place, value in enumerate(values))
    return f'<c:strRef><c:f>{where}</c:f><c:strCache><c:ptCount val="{len(values)}"/>{points}</c:strCache></c:strRef>'


def _numbers(column: str, values: list[float | None]) -> str:
    points = "".join(
        f'<c:pt idx="{place}"><c:v>{value!r}</c:v></c:pt>' for place, value in enumerate(values) if value is not None
    )
    return (
        f"<c:numRef><c:f>'{SHEET}'!${column}$2:${column}${len(values) + 1}</c:f><c:numCache><c:formatCode>General</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )
