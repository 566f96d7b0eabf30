"""What is different between two tellings of a slide, one line a number or text; and numbers in sentences that the figures do not hold."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace

from components.slides.older.judged import Difference
from components.slides.older.told_reader import Book
from components.slides.pptx.told import ChartTold, Table, Told
from components.text import formats

_DATE = re.compile(r"\b\d{1,2}/\d{1,2}/\d{4}\b|\b\d{1,2}/\d{4}\b|\b\d{1,2}/\d{1,2}\b")
_NUMBER = re.compile(r"\d+(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_NO_FIGURE = re.compile(
    r"\b(?:ngày|tháng|năm|quý|trang|phần|mục|điều|khóa)\s+\d+\b|\b\d+/[A-ZĐ]{2}[\w-]*|\bQ\.?[IV1-4]+\b|\b\d+T\b", re.IGNORECASE
)
_SHARE = re.compile(r"(?:[–-]\d+(?:,\d+)?)?\s*(?:%|điểm)")
_COUNTED = re.compile(
    r"\s*(?:%|điểm|trong|trên tổng|mục tiêu|chỉ tiêu|nhiệm vụ|xã|huyện|đơn vị|phường|tỉnh|tỷ|triệu|đồng|lượt|người)",
    re.IGNORECASE,
)


def between(before: Told, after: Told) -> list[Difference]:
    """What was told before and is told otherwise, or no more, after."""
    found: list[Difference] = []
    for name, chart in before.charts.items():
        place = _place(name, before)
        if name not in after.charts:
            found.append(Difference(name, place, "có", "", "gone"))
        else:
            found += _charts(name, place, chart, after.charts[name])
    for name, table in before.tables.items():
        if name not in after.tables:
            found.append(Difference(name, "Bảng", "có", "", "gone"))
        else:
            found += _tables(name, table, after.tables[name])
    for name, words in before.texts.items():
        now = after.texts.get(name)
        if now is None and words:
            found.append(Difference(name, _place(name, before), words, "", "gone"))
        elif now is not None and now != words:
            found.append(Difference(name, _place(name, before), words, now, "text"))
    return found


def added(before: Told, after: Told) -> list[Difference]:
    """Charts, tables and texts that are told after and were not before."""
    found = [Difference(name, _place(name, after), "", "có", "structure") for name in after.charts if name not in before.charts]
    found += [Difference(name, "Bảng", "", "có", "structure") for name in after.tables if name not in before.tables]
    return found + [
        Difference(name, _place(name, after), "", words, "text")
        for name, words in after.texts.items()
        if words and name not in before.texts
    ]


def _place(name: str, told: Told) -> str:
    """A shape in words."""
    base, _, more = name.partition("~")
    if base.startswith("ct-card-"):
        label = told.texts.get(f"ct-card-{base.split('-')[2]}-status", "")
        part = {"status": "tên", "below": "dòng dưới"}.get(base.rsplit("-", 1)[-1])
        return f"Thẻ “{label}”" + (f", {part}" if part else "")
    if base.startswith("ct-chart-"):
        return "Biểu đồ" if len(told.charts) < 2 else f"Biểu đồ {base.removeprefix('ct-chart-')}"
    named = {
        "ct-title": "Tiêu đề", "ct-topic": "Dòng chủ đề", "ct-subtitle": "Dòng dưới tiêu đề", "ct-message": "Thông điệp", "ct-source": "Dòng nguồn",
        "ct-note": "Ghi chú cuối trang", "ct-table": "Bảng", "ct-notes": "Lời cho người trình bày",
    }  # fmt: skip
    start = {"ct-heading": "Tên biểu đồ", "ct-key": "Chú giải", "ct-tile": "Ô bản đồ", "ct-table": "Bảng"}
    return named.get(base) or next((words for begin, words in start.items() if base.startswith(begin)), "Câu chữ")


def _charts(name: str, place: str, before: ChartTold, after: ChartTold) -> Iterator[Difference]:
    at = _steps(before, after)
    for series, values in before.series.items():
        if series not in after.series and any(value is not None for value in values):
            yield Difference(name, f"{place} · cột “{series}”", "có", "", "structure")
        for step, value in enumerate(values):
            now = _at(after.series.get(series, ()), at[step])
            if series in after.series and at[step] is not None and not same(value, now):
                yield Difference(name, f"{place} · {series} · {_slot(before, step)}", _told(value), _told(now), "chart")
    for step, gone in enumerate(at):
        if gone is None and before.names[step]:
            yield Difference(name, f"{place} · {_slot(before, step)}", "có", "", "structure")
    for step, label in before.labels.items():
        there = at[step] if step < len(at) else None
        if there is not None and after.labels.get(there, "") != label:
            yield Difference(name, f"{place} · nhãn của {_slot(before, step)}", label, after.labels.get(there, ""), "label")
    yield from _names(name, place, before, after, at)


def _names(name: str, place: str, before: ChartTold, after: ChartTold, at: list[int | None]) -> Iterator[Difference]:
    """How the steps are called and judged: a verdict is part of the name at the axis."""
    for step, there in enumerate(at):
        if there is not None and there < len(after.names) and before.names[step] != after.names[there]:
            yield Difference(name, f"{place} · tên của {_slot(before, step)}", before.names[step], after.names[there], "label")


def _steps(before: ChartTold, after: ChartTold) -> list[int | None]:
    """At which step of the one each step of the other stands: by what it is about, else by its name, else where it stood."""
    if before.slots and after.slots and any(after.slots):
        keys, others = list(_numbered(before.slots)), {key: step for step, key in enumerate(_numbered(after.slots))}
        return [others.get(key) for key in keys]
    if len(before.names) == len(after.names) or len(set(before.names)) < len(before.names):
        return [step if step < max(len(after.names), 1) else None for step in range(len(before.names))]
    places = {called: step for step, called in enumerate(after.names)}
    return [places.get(called) for called in before.names]


def _numbered(slots: tuple[str, ...]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for slot in slots:
        seen[slot] = seen.get(slot, 0) + 1
        yield f"{slot}\n{seen[slot]}"


def _slot(chart: ChartTold, step: int) -> str:
    called = chart.slots[step] if step < len(chart.slots) else chart.names[step] if step < len(chart.names) else ""
    return called or f"vị trí {step + 1}"


def _at(values: tuple[float | None, ...], step: int | None) -> float | None:
    return values[step] if step is not None and step < len(values) else None


def same(one: float | None, other: float | None) -> bool:
    """Whether two heights are equal but for what rounding of a program makes of them."""
    return one is other or (one is not None and other is not None and math.isclose(one, other, rel_tol=1e-6, abs_tol=1e-6))


def _told(value: float | None) -> str:
    return formats.number(value) if value is not None else "trống"


def of_workbook(name: str, put: ChartTold, drawn: ChartTold, book: Book) -> list[Difference]:
    """Where a chart's workbook says otherwise than what is drawn: edited in one of the two only, or unreadable."""
    if isinstance(book, str):
        return []
    found = []
    for series, values in drawn.series.items():
        for step, value in enumerate(values if series in book else ()):
            kept = _at(book[series], step)
            if not same(value, kept) and series in put.series:
                place = f"Bảng số của biểu đồ · {series} · {_slot(put, step)}"
                found.append(Difference(name, place, f"{_told(value)} (hình vẽ)", f"{_told(kept)} (bảng số)", "workbook"))
    return found


def _tables(name: str, before: Table, after: Table) -> Iterator[Difference]:
    rows = {key: row for key, row in zip(_numbered(tuple(row[0] for row in after)), after, strict=True)}
    by_place = len(before) == len(after)
    columns = [after[0].index(head) if head in after[0] else None for head in before[0]]
    if len(before[0]) == len(after[0]):
        columns = list(range(len(before[0])))
    for number, (key, row) in enumerate(zip(_numbered(tuple(row[0] for row in before)), before, strict=True)):
        now = rows.get(key) or (after[number] if by_place else None)
        if now is None:
            yield Difference(name, f"Bảng · dòng “{row[0]}”", "có", "", "structure")
            continue
        for column, cell in zip(columns, row, strict=True):
            said = now[column] if column is not None and column < len(now) else None
            if said is not None and said != cell:
                head = before[0][columns.index(column)] if number else "tên cột"
                yield Difference(
                    name, " · ".join(filter(None, ["Bảng", row[0] if row[0] != cell else "", head])), cell, said, "cell"
                )
    keys = set(_numbered(tuple(row[0] for row in before)))
    for key, row in rows.items():
        if key not in keys and not by_place:
            yield Difference(name, f"Bảng · dòng “{row[0]}”", "", "có", "structure")


def only_days(found: list[Difference]) -> bool:
    """Whether nothing but days is told otherwise."""
    return bool(found) and all(
        one.where in ("text", "cell", "label") and _DATE.sub("", one.before) == _DATE.sub("", one.after) for one in found
    )


def only_words(found: list[Difference]) -> bool:
    """Whether all numbers are told as before, in other words or elsewhere on the slide."""
    if any(one.where in ("chart", "workbook") for one in found):
        return False
    if any(numbers(one.before) != numbers(one.after) for one in found if one.where in ("cell", "label")):
        return False
    before, after = (" ".join(getattr(one, side) for one in found) for side in ("before", "after"))
    return numbers(before) == numbers(after) and _shapes(before) == _shapes(after)


def _shapes(text: str) -> set[str]:
    """The shapes of statuses in a text: a status that flips is more than another word."""
    return {shape for shape, _ in formats.STATUSES.values() if shape in text and shape != formats.NOTHING}


def numbers(text: str) -> set[str]:
    """The figures in a text, as '1234.5' or '45%'; days, years after their word and numbers of documents are none."""
    return set(_figures(_NO_FIGURE.sub(" ", _DATE.sub(" ", text))))


def _figures(text: str) -> Iterator[str]:
    """Every number: a share or a number of points is another figure than a count."""
    for found in _NUMBER.finditer(text):
        yield _canonical(found[0]) + ("%" if _SHARE.match(text, found.end()) else "")


def _canonical(number: str) -> str:
    return f"{float(number.replace('.', '').replace(',', '.')):.12g}"


def held(told: Told) -> set[str]:
    """Every figure that a slide holds: in texts, cells, labels and heights."""
    texts = [*told.texts.values(), *(cell for table in told.tables.values() for row in table for cell in row)]
    texts += [words for chart in told.charts.values() for words in (*chart.labels.values(), *chart.names)]
    return {figure for words in texts for figure in _figures(words)} | {
        f"{round(value, 2):.12g}{'%' if any('%' in label for label in chart.labels.values()) else ''}"
        for chart in told.charts.values()
        for values in chart.series.values()
        for value in values
        if value is not None
    }


def doubtful(sentence: str, now: set[str], before: set[str]) -> list[str]:
    """The numbers of a sentence, as written, that the figures of today do not hold: those that they held before, and counted ones."""
    bare = _NO_FIGURE.sub(lambda found: " " * len(found[0]), _DATE.sub(lambda found: " " * len(found[0]), sentence))
    told = []
    for found in _NUMBER.finditer(bare):
        figure = _canonical(found[0]) + ("%" if _SHARE.match(bare, found.end()) else "")
        if figure not in now and (figure in before or _COUNTED.match(bare, found.end())) and not _is_year(found[0]):
            told.append(found[0] + ("%" if bare[found.end() :].lstrip().startswith("%") else ""))
    return list(dict.fromkeys(told))


def _is_year(number: str) -> bool:
    return len(number) == 4 and number.isdigit() and 1990 <= int(number) <= 2100


def without(told: Told, names: set[str]) -> Told:
    """The same without some shapes."""
    return replace(
        told,
        texts={name: words for name, words in told.texts.items() if name not in names},
        charts={name: chart for name, chart in told.charts.items() if name not in names},
        tables={name: table for name, table in told.tables.items() if name not in names},
    )
