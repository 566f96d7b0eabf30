"""What each kind of slide shows: asks the reads, drafts the message, arranges charts, tables and cards."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from textwrap import shorten
from typing import Any
from urllib.parse import urlencode

from components import charts as screen
from components import sentences, words
from components.look import INK, MUTED, STATUS_COLOURS
from components.slides import arrange, charts
from components.slides.model import Card, Line, Run, Slide, Table
from queries import reads
from queries.rows import Rows

Ask = Callable[..., Rows]
Cell = tuple[Line, ...]


@dataclass(frozen=True)
class Desk:
    """Where slides are made: how to ask the store, the address of the site, and what every slide must tell.

    ``ask(read, **params)`` returns rows as ``components.fetch.fetch`` does; ``site`` ends with a slash, '' for none.
    """

    ask: Ask
    site: str = ""
    data_version: int = 0
    sample: bool = False


@dataclass(frozen=True)
class Place:
    """The territory that slides are about."""

    unit_id: str
    province_code: str
    name: str

    @property
    def key(self) -> dict[str, str]:
        """The parameters of a read."""
        return {"province_code": self.province_code, "unit_id": self.unit_id}


class Maker:
    """Asks for one kind of slide and remembers the answers, for the hash of its figures."""

    def __init__(self, desk: Desk, place: Place, kind: str, params: dict[str, Any]) -> None:
        self.desk, self.place, self.kind, self.params = desk, place, kind, params
        self.answers: list[tuple[str, Rows]] = []

    def ask(self, read: Callable[..., Rows], **params: Any) -> Rows:
        """The answer of a read about the place."""
        rows = self.desk.ask(read, **self.place.key, **params)
        self.answers.append((read.__name__, rows))
        return rows

    @property
    def year(self) -> int:
        """The chosen year."""
        return self.params["nam"]

    @property
    def level(self) -> str:
        """The chosen level; 'any' for all."""
        return self.params.get("cap", "any")

    def link(self, path: str, *names: str) -> str:
        """Address of the page that shows the same, with the parameters of the given names."""
        chosen = {name: self.params[name] for name in ("dia_ban", *names) if self.params.get(name) not in (None, "any")}
        return f"{self.desk.site}{path}?{urlencode(chosen)}" if self.desk.site else ""

    def year_source(self) -> str:
        """The documents of the year's targets, and the day of the figures."""
        return sentences.year_source(self.ask(reads.year_sources, year=self.year))

    def slide(self, what: str, who: str, message: str, source: str, link: str, **body: Any) -> Slide:
        """A slide with everything that all slides carry."""
        return Slide(
            self.kind, self.params, what, who, message, source, link, figures=tuple(self.answers),
            data_version=self.desk.data_version, sample=self.desk.sample, **body,
        )  # fmt: skip

    def pages(self, first: Slide, tables: list[Table]) -> list[Slide]:
        """One slide for each table, numbered when there are several; each knows its number."""
        if len(tables) == 1:
            return [replace(first, table=tables[0])]
        return [
            replace(first, table=table, what=f"{first.what} ({place}/{len(tables)})", params={**first.params, "trang": place})
            for place, table in enumerate(tables, start=1)
        ]


def cover(made: Maker) -> list[Slide]:
    """The first page: what, who, when."""
    rows = made.ask(reads.year_sources, year=made.year)
    as_of = max(rows.values("as_of"), default=None)
    when = words.period(made.params.get("ky", "N"), made.year)
    said = f"Số liệu đến ngày {words.day(as_of)}" if as_of else ""
    return [made.slide("Báo cáo chỉ tiêu chuyển đổi số", f"{made.place.name} · {when}", said, "", made.link("", "nam", "cap"))]


def summary(made: Maker) -> list[Slide]:
    """Counts by status, and what needs attention first."""
    counts = made.ask(reads.status_count, year=made.year, level=made.level)
    gaps = made.ask(reads.attention, year=made.year, level=made.level)
    if not counts:
        return []
    by_status = {status: sum(rows.values("targets")) for status, rows in counts.by("status").items()}
    total = sum(by_status.values())
    cards = tuple(
        Card(status, str(by_status.get(status, 0)), f"trong {total} mục tiêu")
        for status in ("met", "near", "missed", "no_result", "not_due")
    )
    table = None
    if gaps:
        rows = tuple(
            (_named(row), _brief(words.result(row)), _brief(words.target(row)), _gap(row), _status(row.status))
            for row in gaps[:5]
        )
        table = Table(
            ("Cần chú ý trước", "Kết quả", "Mục tiêu", "Chênh lệch", "Trạng thái"), rows, (0.42, 0.19, 0.13, 0.13, 0.13), size=13
        )
    who = f"{made.place.name} · số mục tiêu · năm {made.year}{_at(made.level)}"
    message = sentences.overview(made.place.name, counts, gaps, made.year)
    return [
        made.slide(
            "Tóm tắt kết quả thực hiện mục tiêu",
            who,
            message,
            made.year_source(),
            made.link("", "nam", "cap"),
            cards=cards,
            table=table,
        )
    ]


def pillars(made: Maker) -> list[Slide]:
    """Pillars down, levels across: how many targets have which status."""
    rows = made.ask(reads.indicator_matrix, year=made.year, level=made.level)
    if not rows:
        return []
    levels = [level for level in words.LEVELS if level in rows.values("level")]
    body = []
    for pillar, few in rows.by("pillar_name").items():
        cells = [_counts(few.where(level=level)) for level in levels]
        body.append((_said(pillar, bold=True), *cells, _counts(few)))
    share = 0.7 / (len(levels) + 1)
    table = Table(
        ("Nhóm", *(words.LEVELS[level] for level in levels), "Cộng"), tuple(body), (0.3, *[share] * (len(levels) + 1)), size=18
    )
    said = " · ".join(words.status(status) for status in words.STATUSES if status in rows.values("status"))
    return [
        made.slide(
            "Kết quả theo nhóm và cấp", f"{made.place.name} · số mục tiêu · năm {made.year}{_at(made.level)}", sentences.pillars(rows),
            made.year_source(), made.link("", "nam", "cap"), table=table, note=said,
        )
    ]  # fmt: skip


def attention(made: Maker) -> list[Slide]:
    """The gaps, widest first; before results, the way from the last result."""
    gaps = made.ask(reads.attention, year=made.year, level=made.level)
    rows = gaps or made.ask(reads.remaining, year=made.year, level=made.level)
    if not rows:
        return []
    title = "Mục tiêu còn thiếu nhiều nhất" if gaps else f"Từ kết quả gần nhất đến mục tiêu năm {made.year}"
    who = f"{made.place.name} · {_units(rows[:8])} · năm {made.year}{_at(made.level)}"
    source = made.year_source()
    plot = charts.gaps_by_target(rows[:8], title=title, subtitle=who, source=source, earlier=not gaps)
    return [made.slide(title, who, sentences.shortfall(rows), source, made.link("", "nam", "cap"), plots=(plot,))]


def changes(made: Maker) -> list[Slide]:
    """Results of the year beside the last earlier ones."""
    rows = made.ask(reads.result_change, year=made.year, level=made.level)
    if not rows:
        return []
    body = tuple(
        (
            _named(row),
            _said(words.result(row)),
            (*_said(words.amount(row.previous_actual, row.unit_of_measure)), (Run(f"năm {row.previous_year}", MUTED),)),
            _said(words.change(row.change, row.unit_of_measure), bold=True),
        )
        for row in rows[:8]
    )
    table = Table(("Chỉ tiêu", f"Năm {made.year}", "Lần trước", "Thay đổi"), body, (0.46, 0.18, 0.18, 0.18), size=13)
    who = f"{made.place.name} · {_units(rows[:8])} · năm {made.year} so với kết quả gần nhất trước đó"
    first = made.slide(
        "Kết quả thay đổi nhiều nhất", who, sentences.changes(rows, made.year), made.year_source(), made.link("", "nam", "cap")
    )
    return made.pages(first, [table])


def levels(made: Maker) -> list[Slide]:
    """Targets and results of the levels beside each other: the chosen indicator, else the first six, three a slide."""
    rows = made.ask(reads.level_comparison, year=made.year)
    chosen = made.params.get("so_sanh")
    groups = [few for few in rows.by("indicator_id").values() if chosen in (None, few[0].indicator_id)][:6]
    made_slides = []
    pages = [groups[start : start + 3] for start in range(0, len(groups), 3)]
    for place, page in enumerate(pages, start=1):
        who = f"{made.place.name} · % · năm {made.year}"
        drawn = [row for few in page for row in few]
        source = words.sources(Rows(rows.columns, drawn))
        plots = tuple(
            replace(
                charts.target_and_result_by_level(few, title=few[0].indicator_name, subtitle=who, source=source),
                heading="" if len(page) == 1 else few[0].short_name,
            )
            for few in page
        )
        what = page[0][0].indicator_name if len(page) == 1 else "So sánh các cấp"
        slide = made.slide(
            what, who, sentences.levels(page[0], made.year), source, made.link("so-sanh-cac-cap", "nam", "so_sanh"), plots=plots
        )
        made_slides.append(replace(slide, params={**made.params, "trang": place}) if len(pages) > 1 else slide)
    return made_slides


def indicator(made: Maker) -> list[Slide]:
    """One indicator over the years, its levels side by side on one scale."""
    chosen = made.params["chi_tieu"]
    card = made.desk.ask(reads.indicator_card, indicator_id=chosen)
    trend, paths = (made.ask(read, indicator_id=chosen) for read in (reads.indicator_trend, reads.indicator_path))
    if made.level != "any":
        trend, paths = trend.where(level=made.level), paths.where(level=made.level)
    if not card or not trend:
        return []
    made.answers.append(("indicator_card", card))
    unit = card[0].unit_of_measure
    years = trend.where(period="N") or trend
    drawn = years.having("required", "actual")
    names = [level for level in words.LEVELS if level in trend.values("level")]
    who = f"{made.place.name} · {_levels(names)}{unit} · {words.years(trend.values('year'))}"
    source = words.sources(years)
    message = sentences.indicator(years, paths, card[0].short_name, unit)
    body: dict[str, Any] = {}
    if drawn:
        top = screen.axis_top(drawn, unit)
        body["plots"] = tuple(
            replace(
                charts.target_and_result_by_year(
                    few, paths.where(level=level), unit_of_measure=unit, top=top, title=card[0].name,
                    subtitle=f"{made.place.name} · {words.LEVEL_PHRASES[level]} · {unit}", source=words.sources(few),
                ),
                heading=words.LEVEL_PHRASES[level].capitalize() if len(names) > 1 else "",
            )
            for level in names
            if (few := drawn.where(level=level))
        )  # fmt: skip
    else:
        said = tuple(
            (_said(words.period(row.period, row.year)), _said(words.LEVELS[row.level]), _said(words.target(row)), _said(words.result(row)), _status(row.status))
            for row in trend[:10]
        )  # fmt: skip
        body["table"] = Table(("Kỳ", "Cấp", "Mục tiêu", "Kết quả", "Trạng thái"), said, (0.16, 0.09, 0.3, 0.3, 0.15), size=13)
    return [made.slide(card[0].name, who, message, source, made.link("chi-tieu", "chi_tieu", "cap"), **body)]


def period(made: Maker) -> list[Slide]:
    """Results of a part of the year beside the targets of the year; at most two pages."""
    code = made.params["ky"]
    rows = made.ask(reads.period_results, year=made.year, period=code, level=made.level)
    if not rows:
        return []
    body = tuple(
        (
            _named(row),
            _brief(words.result(row)),
            _brief(words.target(row)),
            _said(sentences.lacking(row).capitalize() if row.gap is not None else words.NOTHING),
        )
        for row in rows
    )
    head = ("Chỉ tiêu", "Kết quả trong kỳ", f"Mục tiêu năm {made.year}", "So với cả năm")
    tables = paged(Table(head, body, (0.42, 0.26, 0.16, 0.16), size=13))[:2]
    shown = sum(len(table.rows) for table in tables)
    when = words.period(code, made.year)
    who = f"{made.place.name} · {when[0].lower()}{when[1:]}{_at(made.level)}"
    note = (
        f"Nêu {shown} trong {len(rows)} kết quả; kết quả có mục tiêu và chỉ tiêu chính đứng trước." if len(rows) > shown else ""
    )
    first = made.slide(
        f"Kết quả {when[0].lower()}{when[1:]}", who, sentences.period(rows, code, made.year), words.sources(rows),
        made.link("", "nam", "cap"), note=note,
    )  # fmt: skip
    return made.pages(first, tables)


def targets(made: Maker) -> list[Slide]:
    """Every headline target of the year: indicators down, levels across."""
    rows = made.ask(reads.indicator_matrix, year=made.year, level=made.level)
    if not rows:
        return []
    names = [level for level in words.LEVELS if level in rows.values("level")]
    lines: list[tuple[str | None, tuple[Cell, ...]]] = []
    for pillar, of_pillar in rows.by("pillar_name").items():
        lines.append((pillar, (_said(pillar, bold=True),)))
        for few in of_pillar.by("indicator_id").values():
            by_level = {row.level: row for row in few}
            cells = (_result(by_level[level]) if level in by_level else _said(words.NOTHING) for level in names)
            lines.append((None, (_said(few[0].indicator_name), *cells)))
    share = 0.62 / len(names)
    head, widths = ("Chỉ tiêu", *(words.LEVELS[level] for level in names)), (0.38, *[share] * len(names))
    tables = paged(
        Table(head, tuple(row for _, row in lines), widths, frozenset(n for n, (name, _) in enumerate(lines) if name), size=12)
    )
    who = f"{made.place.name} · kết quả / mục tiêu · năm {made.year}{_at(made.level)}"
    met = sum(row.status == "met" for row in rows)
    message = f"{met} trong {len(rows)} mục tiêu chính năm {made.year} đạt"
    return made.pages(
        made.slide(f"Mọi mục tiêu chính năm {made.year}", who, message, made.year_source(), made.link("", "nam", "cap")), tables
    )


def paged(table: Table) -> list[Table]:
    """A long table cut into as many as fill a slide each; a group's heading stays with its first row."""
    heights = arrange.row_heights(table, WIDTH, table.size)
    parts: list[list[int]] = [[]]
    filled = heights[0]
    for place, high in enumerate(heights[1:]):
        needed = high + (heights[place + 2] if place in table.groups and place + 2 < len(heights) else 0)
        if parts[-1] and filled + needed > HEIGHT:
            parts.append([])
            filled = heights[0]
        parts[-1].append(place)
        filled += high
    return [
        replace(
            table,
            rows=tuple(table.rows[place] for place in part),
            groups=frozenset(n for n, place in enumerate(part) if place in table.groups),
        )
        for part in parts
    ]


WIDTH, HEIGHT = 880.0, 325.0  # room for a table


def _at(level: str) -> str:
    return "" if level == "any" else f" · {words.LEVEL_PHRASES[level]}"


def _levels(names: Iterable[str]) -> str:
    names = list(names)
    return f"{words.LEVEL_PHRASES[names[0]]} · " if len(names) == 1 and names[0] != "all" else ""


def _units(rows: Rows) -> str:
    return (
        ", ".join(dict.fromkeys(row.unit_of_measure for row in rows if row.required is not None))
        if "required" in rows.columns
        else ", ".join(dict.fromkeys(row.unit_of_measure for row in rows))
    )


def _said(text: str, colour: str = INK, bold: bool = False) -> Cell:
    return ((Run(text, colour, bold),),)


def _brief(text: str) -> Cell:
    return _said(shorten(text, 46, placeholder="…"))


def _named(row: Any) -> Cell:
    where = "" if row.level == "all" else f" · {words.LEVEL_PHRASES[row.level]}"
    return ((Run(row.short_name), Run(where, MUTED)),) if where else _said(row.short_name)


def _gap(row: Any) -> Cell:
    return _said(words.change(row.gap, row.unit_of_measure), STATUS_COLOURS[row.status], bold=True)


def _status(code: str) -> Cell:
    return _said(words.status(code), STATUS_COLOURS[code])


def _result(row: Any) -> Cell:
    target, result = (shorten(said, 40, placeholder="…") for said in (words.target(row), words.result(row)))
    shape = Run(words.STATUSES[row.status][0] + " ", STATUS_COLOURS[row.status], bold=True)
    lines: list[Line] = [(shape, Run(f"{result} / {target}" if result != words.NOTHING else target))]
    if row.gap:
        lines.append((Run(words.change(row.gap, row.unit_of_measure), STATUS_COLOURS[row.status], bold=True),))
    return tuple(lines)


def _counts(rows: Rows) -> Cell:
    found = {status: len(few) for status, few in rows.by("status").items()}
    if not found:
        return _said(words.NOTHING, MUTED)
    parts: list[Run] = []
    for status in words.STATUSES:
        if status in found:
            parts += [Run(words.STATUSES[status][0] + "\u00a0", STATUS_COLOURS[status], bold=True), Run(f"{found[status]}  ")]
    return (tuple(parts),)
