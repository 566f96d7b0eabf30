"""What a slide of a deck that somebody handed in says, whichever program saved it: names of shapes may be lost, parts in another order."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

from components.slides.older import told_labels
from components.slides.older.groups import every_shape
from components.slides.pptx.pptx_adapter import element, qn
from components.slides.pptx.told import ChartTold, Table, Told, each_once, plain

_TITLES, _SUBTITLE, _OTHERS = ("title", "ctrTitle"), "subTitle", ("ftr", "sldNum", "dt")
_RANGE = re.compile(r"'?(?P<sheet>[^'!]+)'?!\$?(?P<column>[A-Z]{1,3})\$?(?P<first>\d+)(?::\$?[A-Z]{1,3}\$?(?P<last>\d+))?")
MISSING = "Biểu đồ không còn bảng số đi kèm"
BROKEN = "Bảng số của biểu đồ không đọc được"
LINKED = "Bảng số của biểu đồ nằm ngoài tệp này"
Book = dict[str, tuple[float | None, ...]] | str  # drawn columns as the workbook has them, or why there are none


def shapes_by_name(slide: Any, put: Told | None) -> dict[str, Any]:
    """The shapes of a slide by the names that ours have; those that lost their name are known by their place or by what they say."""
    found: dict[str, Any] = {}
    spare: list[Any] = []
    for name, shape in each_once((_name(shape), shape) for shape in every_shape(slide) if _kind(shape) not in _OTHERS):
        if name.startswith("ct-"):
            found[name] = shape
        else:
            spare.append(shape)
    if put is not None:
        _recognise(found, spare, put)
    return {**found, **{f"own-{number}": shape for number, shape in enumerate(spare)}}


def _name(shape: Any) -> str:
    """The name of a shape; those of title and subtitle are lost in some programs, their places are not."""
    kind = _kind(shape)
    return "ct-title" if kind in _TITLES else "ct-subtitle" if kind == _SUBTITLE else shape.name


def _kind(shape: Any) -> str:
    marks = element(shape).xpath("./*[1]/p:nvPr/p:ph")
    return str(marks[0].get("type") or "obj") if marks else ""


def _recognise(found: dict[str, Any], spare: list[Any], put: Told) -> None:
    """Find those of our shapes again whose names are gone, or stand at another shape by now."""
    kinds: tuple[tuple[dict[str, Any], Callable[[Any], Any], Callable[[Any, Any], float]], ...] = (
        (put.texts, _text, lambda was, now: float(was == now and bool(was))),
        (put.charts, _chart_of, lambda was, now: _shared(was.names, now.names)),
        (
            put.tables,
            _table_of,
            lambda was, now: _shared([*was[0], *(row[0] for row in was)], [*now[0], *(row[0] for row in now)]),
        ),
    )
    for expected, read, alike in kinds:
        for name in [name for name in expected if name not in found or read(found[name]) is None]:
            said = [(alike(expected[name], now), shape) for shape in spare if (now := read(shape)) is not None]
            likeness, shape = max(said, key=lambda pair: pair[0], default=(0.0, None))
            if likeness >= 0.5:
                if name in found:
                    spare.append(found[name])
                found[name] = shape
                spare.remove(shape)


def _shared(one: Any, other: Any) -> float:
    wanted = {word for word in one if word}
    return len(wanted & set(other)) / len(wanted) if wanted else 0.0


def read(shapes: dict[str, Any]) -> Told:
    """What these shapes say, by their names."""
    texts = {name: text for name, shape in shapes.items() if (text := _text(shape)) is not None}
    charts = {name: chart for name, shape in shapes.items() if (chart := _chart_of(shape)) is not None}
    tables = {name: table for name, shape in shapes.items() if (table := _table_of(shape)) is not None}
    return Told(texts, charts, tables)


def _text(shape: Any) -> str | None:
    return plain(shape.text_frame.text) if shape.has_text_frame else None


def _table_of(shape: Any) -> Table | None:
    if not getattr(shape, "has_table", False):
        return None
    return tuple(tuple(plain(cell.text) for cell in row.cells) for row in shape.table.rows)


def _chart_of(shape: Any) -> ChartTold | None:
    if not getattr(shape, "has_chart", False):
        return None
    root = element(shape.chart.part)
    series = list(root.iter(qn("c:ser")))
    names: tuple[str, ...] = ()
    for one in series:
        names = max(names, tuple(plain(text or "") for text in _points(one.find(qn("c:cat")))), key=len)
    values = each_once((_series_name(one), tuple(map(_number, _points(one.find(qn("c:val")))))) for one in series)
    labels: dict[int, str] = {}
    for one in series:
        for step, said in told_labels.of_series(one).items():
            labels.setdefault(step, said)
    return ChartTold(names, dict(values), labels)


def _points(holder: Any) -> list[str | None]:
    """The cached texts of a series by step; none where there is none."""
    if holder is None:
        return []
    count = next(iter(holder.iter(qn("c:ptCount"))), None)
    points = {int(point.get("idx")): point.findtext(qn("c:v")) for point in holder.iter(qn("c:pt"))}
    size = max([int(count.get("val")) if count is not None else 0, *(step + 1 for step in points)])
    return [points.get(step) for step in range(min(size, 10_000))]


def _series_name(series: Any) -> str:
    texts = _points(series.find(qn("c:tx")))
    return plain(texts[0] or "") if texts else plain(series.findtext(f"{qn('c:tx')}/{qn('c:v')}") or "")


def _number(text: str | None) -> float | None:
    try:
        return None if text is None else float(text)
    except ValueError:
        return None


def workbook(shape: Any) -> Book:
    """The drawn columns of a chart as its workbook has them, by the names of the series; or why there are none."""
    try:
        return _workbook(shape)
    except (
        Exception
    ):  # a workbook of another program, damaged or hostile, makes its reader raise anything; the slide is judged without it
        return BROKEN


def _workbook(shape: Any) -> Book:
    import openpyxl

    chart = shape.chart.part
    root = element(chart)
    outside = [relation for relation in chart.rels.values() if relation.is_external]
    part = None if outside else chart.chart_workbook.xlsx_part
    if part is None:
        return LINKED if outside else MISSING
    plain_book = openpyxl.load_workbook(io.BytesIO(part.blob), keep_links=False)
    computed = None
    columns: list[tuple[str, tuple[float | None, ...]]] = []
    for one in root.iter(qn("c:ser")):
        cells = _cells(plain_book, one)
        if any(isinstance(cell, str) and cell.startswith("=") for cell in cells):
            computed = computed or openpyxl.load_workbook(io.BytesIO(part.blob), data_only=True, keep_links=False)
            drawn = list(map(_number, _points(one.find(qn("c:val")))))
            later = _cells(computed, one)
            cells = [_known(cell, *more) for cell, *more in zip(cells, later, [*drawn, *[None] * len(cells)], strict=False)]
        columns.append((_series_name(one), tuple(float(cell) if isinstance(cell, int | float) else None for cell in cells)))
    return dict(each_once(columns))


def _known(cell: Any, computed: Any, drawn: float | None) -> Any:
    """The value of a cell; of a formula that nobody computed the drawn one."""
    if isinstance(cell, str) and cell.startswith("="):
        return drawn if computed is None else computed
    return cell


def _cells(book: Any, series: Any) -> list[Any]:
    """The cells that a series is drawn from."""
    where = _RANGE.fullmatch((series.findtext(f"{qn('c:val')}/{qn('c:numRef')}/{qn('c:f')}") or "").strip())
    if where is None:
        return []
    sheet = book[where["sheet"]] if where["sheet"] in book.sheetnames else book.worksheets[0]
    first, last = int(where["first"]), int(where["last"] or where["first"])
    return [sheet[f"{where['column']}{row}"].value for row in range(first, min(last, first + 10_000) + 1)]
