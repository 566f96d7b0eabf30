"""Where slides are made: asks the reads about a territory and remembers the answers, for the hash of the figures."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlencode

from components.slides.content import open_marks, table_pages
from components.slides.layout import table_rooms
from components.slides.slide import COVER, Slide, SlideTable
from components.territory import Territory
from components.text import headlines
from components.text.decks import slide_messages
from components.text.origin import finding_marks, finding_words
from components.text.origin.finding_marks import Marks
from data.vietnamese.past_day import PARAMETER
from queries import reads
from queries.rows import Rows

Ask = Callable[..., Rows]
_JUDGED = ("target_list", "level_comparison", "unit_profile")  # reads whose gap may be that of the year so far
_NO_GAPS = (COVER, "pillars", "pillar_shares")  # kinds that ask for targets and tell no gap


@dataclass(frozen=True)
class SlideContext:
    """Where slides are made: how to ask the store, the address of the site, and what every slide must tell.

    ``ask(read, **params)`` returns rows as ``components.store.store_access.cached_read`` does; ``base_url`` ends with a slash, '' for none.
    ``known_on``: the past day that ``ask`` knows; None = today. ``on_day``: how to ask as it was known at the end of a day; None: not here.
    """

    ask: Ask
    base_url: str = ""
    data_version: int = 0
    sample: bool = False
    known_on: date | None = None
    on_day: Callable[[date], Ask] | None = None


class SlideBuilder:
    """Asks for one kind of slide and remembers the answers, for the hash of its figures."""

    def __init__(self, context: SlideContext, territory: Territory, kind: str, params: dict[str, Any]) -> None:
        self.context, self.territory, self.kind, self.params = context, territory, kind, params
        self.answers: list[tuple[str, Rows]] = []
        self._marks_cells = kind == COVER  # it tells itself what is open, or shows no figure

    def ask(self, read: Callable[..., Rows], **params: Any) -> Rows:
        """The answer of a read about the territory."""
        rows = self.context.ask(read, **self.territory.key, **params)
        self.answers.append((read.__name__, rows))
        return rows

    def ask_unit(self, read: Callable[..., Rows]) -> Rows:
        """The answer of a read that knows the territory by its unit alone."""
        rows = self.context.ask(read, unit_id=self.territory.unit_id)
        self.answers.append((read.__name__, rows))
        return rows

    def ask_in_province(self, read: Callable[..., Rows], **params: Any) -> Rows:
        """The answer of a read about the province of the territory."""
        rows = self.context.ask(read, province_code=self.territory.province_code, **params)
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

    @property
    def period(self) -> str:
        """The chosen period; 'newest' for the newest result of each figure in the year."""
        return self.params.get("ky", "newest")

    def targets(self) -> Rows[Any]:
        """The targets of the year with their results of the chosen period; the most urgent first."""
        return self.ask(reads.target_list, year=self.year, period=self.period, level=self.level)

    def standing(self) -> tuple[Rows[Any], list[str], str]:
        """How slides about all targets begin: the targets, what counts each of them, and which period that is in words."""
        rows = self.targets()
        return rows, self.states(rows), slide_messages.when(rows, self.period, self.year)

    def marks(self, rows: Rows, indicator_id: str = "") -> Marks:
        """The contradictions about what these rows show; only those count for the hash, a slide without any stays what it was."""
        self._marks_cells = True
        every = self.context.ask(reads.finding_mark_list, province_code=self.territory.province_code)
        marks = Marks(every)
        ids = {mark.finding_id for row in rows for mark in marks.of(row, self.territory.unit_id, indicator_id)}
        if ids:
            self.answers.append(("finding_mark_list", every.matching(lambda mark: mark.finding_id in ids)))
        return marks

    def states(self, rows: Rows) -> list[str]:
        """What counts each of these rows, see ``slide_messages.state``."""
        paces = self.ask(reads.milestone_list, year=self.year)
        return [slide_messages.state(row, paces) for row in rows]

    def link(self, path: str, *names: str, **more: str) -> str:
        """Address of the page that shows the same, with the parameters of the given names and ``more`` of that page's own."""
        chosen = {name: self.params[name] for name in ("dia_ban", *names) if self.params.get(name) not in (None, "any")}
        return f"{self.context.base_url}{path}?{urlencode(chosen | more | self._day())}" if self.context.base_url else ""

    def _day(self) -> dict[str, str]:
        """The past day that a slide shows, as links and notes name it; nothing for today."""
        return {PARAMETER: self.context.known_on.isoformat()} if self.context.known_on else {}

    def slide(self, what: str, who: str, message: str, source: str, link: str, **body: Any) -> Slide:
        """A slide with everything that all slides carry, at the end of its note what is contradicted or doubted of its figures."""
        for said in filter(None, (self._so_far(), self._open())):
            body["note"] = f"{body.get('note', '')} {said}".strip()
        return Slide(
            self.kind, self.params | self._day(), what, who, message, source, link, figures=tuple(self.answers),
            data_version=self.context.data_version, sample=self.context.sample, known_on=self.context.known_on, **body,
        )  # fmt: skip

    def _so_far(self) -> str:
        """That gaps are those of the year so far, where a target of the year stands beside a quarter that is another number."""
        rows = [row for name, answer in self.answers if name in _JUDGED and self.kind not in _NO_GAPS for row in answer]
        return headlines.measured(rows)

    def _open(self) -> str:
        """What is open about the figures that were asked for. It is wording, no figure: a deck made before it was found is none the less current."""
        if self._marks_cells:
            return ""
        every = self.context.ask(reads.finding_mark_list, province_code=self.territory.province_code)
        return open_marks.sentence(
            every, self.answers, open_marks.usual(self.params, self.territory.unit_id, self.territory.province_code)
        )

    def open_money(self, documents: Collection[str]) -> str:
        """What is open about the money and the tasks of some documents, as a sentence below."""
        found = self.context.ask(reads.finding_list, **self.territory.key).matching(
            lambda row: row.check_name in finding_words.OF_MONEY and row.is_open and row.document in documents
        )
        doubts = self.context.ask(reads.doubt_list, province_code=self.territory.province_code).matching(
            lambda row: row.verdict is None and row.document in documents and row.unit_id == self.territory.unit_id
        )
        contradicted = [(finding_marks.WORD, row.subject.partition("; ")[0]) for row in found]
        said = finding_marks.told([*contradicted, *((finding_marks.DOUBTED, row.short_name) for row in doubts)])
        return f"{said}." if said else ""

    def pages(self, first: Slide, *tables: SlideTable, high: float | None = None) -> list[Slide]:
        """Tables on as many slides as they need in letters of at least 12 points beside what else a slide tells; each table at most ``high``."""
        room = min(high or table_pages.room()[1], table_pages.room()[1])
        tables = tuple(table_rooms.widened(table, table_pages.room()[0]) for table in tables)
        while True:
            slides = self._numbered(first, [page for table in tables for page in table_pages.paged(table, room)])
            if room < _LOWEST or all(map(table_pages.stands, slides)):
                return slides
            room -= _STEP

    def _numbered(self, first: Slide, tables: list[SlideTable]) -> list[Slide]:
        """One slide for each table, numbered when there are several; each knows its number, and has no figures but its own."""
        if len(tables) == 1:
            return [replace(first, table=tables[0])]
        numbered = [f"{first.what} ({number}/{len(tables)})" for number in range(1, len(tables) + 1)]
        return [
            replace(
                first, table=table, what=what, params={**first.params, "trang": number}, figures=(("shown", _shown(what, first, table)),)
            )
            for number, (what, table) in enumerate(zip(numbered, tables, strict=True), start=1)
        ]  # fmt: skip


_LOWEST, _STEP = 120.0, 12.0  # points: the least room for a table, and by how much it gives way until the slide has room


def _shown(what: str, slide: Slide, table: SlideTable) -> Rows:
    """What a slide tells with one of several tables, as rows; its source line is that of all tables and does not count."""
    cells = [["".join(run.text for line in cell for run in line) for cell in row] for row in table.rows]
    lines = [[what], [slide.message], [slide.note], list(table.head), *cells]
    return Rows(("told",), [("\t".join(row),) for row in lines])
