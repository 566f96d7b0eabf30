"""How a table that is no plain table of the form is laid out: keys in columns, figures in blocks of columns, the rest said above or asked.

A block is the columns of one figure: KH | TH of one quarter, or a quarter by itself. Nothing here is assumed silently: whatever is
taken from headings and titles stands in one question (``table_wide``), whatever is missing in another (``key_missing``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import NamedTuple

from data.ingest.findings.finding import Finding, Question
from data.ingest.parsing import values
from data.ingest.parsing.known_names import KnownNames
from data.ingest.reading.cells import clean, shown
from data.ingest.reading.columns import column_letter
from data.ingest.reading.encodings import in_unicode, tcvn3_to_unicode
from data.ingest.table.forms import IGNORED, READ_ONLY, UNIT_OF_MEASURE, Form
from data.ingest.table.heading_words import MEASURE, OWN_YEAR, RESULT, TARGET, WHOLE_YEAR, Says, plain, says
from data.ingest.table.title_keys import Constant, title_keys
from data.vietnamese import terms
from data.vietnamese.periods import period_in_words, period_name
from data.vietnamese.text import folded

NO_HEADING = "0"  # the row of a heading where somebody said that there is none
DEEPEST = 3  # rows of a heading
ASKED = ("ma_chi_tieu", "cap", "don_vi", "nam", "ky", "nguon")  # keys that one answer may give to a whole table
_ABOUT = ("ma_chi_tieu", "cap", "don_vi", "nam", "ky")  # what a title may say of figures whose heading does not
SUBJECTS = ("ma_chi_tieu", "don_vi")  # a row says at least one of these
_NAMES = (
    "ten_chi_tieu",
    "chi_tieu",
    "noi_dung",
    "ten",
    "chi_so",
    "ten_chi_so",
    "noi_dung_chi_tieu",
)  # headings over names of indicators
_UNITS = ("dia_phuong", "ten_don_vi", "xa_phuong", "xa_phuong_thi_tran", "ten_xa", "huyen_thi_xa_thanh_pho", "ten_dia_phuong")
_COUNTERS = ("stt", "tt", "so_tt", "so_thu_tu")
_PERIODS = ("N", *(f"Q{number}" for number in range(1, 5)), "6T", "9T", *(f"T{number}" for number in range(1, 13)))


@dataclass(frozen=True)
class Block:
    """The columns of one figure: index of each measure's column, and what their headings say of it (header -> text)."""

    columns: Mapping[str, int]
    says: Says

    @property
    def first(self) -> int:
        """The first of its columns."""
        return min(self.columns.values())


@dataclass(frozen=True)
class Layout:
    """A heading read this way. ``texts``: what the file writes over each column; ``unknown``: columns that are not read;
    ``given``: answers that were followed."""

    first_row: int
    last_row: int
    records: int
    texts: tuple[str, ...]
    keys: Mapping[str, int]
    blocks: tuple[Block, ...]
    constants: Mapping[str, Constant]
    unknown: tuple[int, ...]
    given: frozenset[str] = frozenset()
    beside: Mapping[str, int] = field(
        default_factory=dict
    )  # columns that say something of each row and are no keys: its unit of measure

    @property
    def size(self) -> int:
        """How many columns it understands."""
        return len(self.keys) + sum(len(block.columns) for block in self.blocks)

    @property
    def width(self) -> int:
        """Columns as far as the last one with a heading, or that was told."""
        told = [*self.keys.values(), *self.figures()]
        return max(index + 1 for index, text in enumerate(self.texts) if text or index in told)

    @property
    def obvious(self) -> bool:
        """Whether it only adds what somebody answered to a table of one figure a row: then nothing is to be confirmed."""
        return len(self.blocks) == 1 and not self.blocks[0].says and not any(one.cell for one in self.constants.values())

    def columns(self) -> dict[str, int]:
        """The key columns that stand by themselves: a column of periods may name the year as well."""
        both = self.keys.get("nam") == self.keys.get("ky")
        return {header: index for header, index in self.keys.items() if header != "nam" or not both}

    def figures(self) -> list[int]:
        """The columns that hold figures, in order."""
        return sorted(index for block in self.blocks for index in block.columns.values())

    def headers(self, form: Form) -> list[str]:
        """What each column is read as: a header of the form, a read-only one for names, '' where it is not read."""
        read = {index: header for header, index in self.keys.items()}
        read |= {index: measure for block in self.blocks for measure, index in block.columns.items() if measure != MEASURE}
        read |= {index: RESULT for block in self.blocks for measure, index in block.columns.items() if measure == MEASURE}
        return [read.get(index, "") for index in range(len(self.texts))]

    def missing(self, form: Form) -> list[str]:
        """Keys of the form that neither a column, a heading, a title nor an answer gives; MEASURE where nothing says what the figures are."""
        lacking = [
            header
            for header in form.needed
            if header not in self.keys and header not in self.constants and any(header not in block.says for block in self.blocks)
        ]
        return lacking + ([MEASURE] if any(MEASURE in block.columns for block in self.blocks) else [])


class _Heading(NamedTuple):
    """Rows that may be a heading: where they stand, and for each column its own cells and those above that reach over it, from the top down."""

    first_row: int
    last_row: int
    records: int
    stacks: list[list[str]]


def find_layout(
    records: Sequence[tuple[int, list[str]]], form: Form, names: KnownNames, answers: Mapping[str, str]
) -> Layout | None:
    """The layout that understands the most columns among the first records; None when no heading has figures beside what they are about."""
    best: Layout | None = None
    for heading in _headings(records, form, answers):
        layout = _layout(heading, records, form, names, answers)
        if layout and (best is None or layout.size > best.size):
            best = layout
    return best


def _headings(records: Sequence[tuple[int, list[str]]], form: Form, answers: Mapping[str, str]) -> Iterator[_Heading]:
    """What one to three rows in a row may be as a heading, the shorter first; where an answer names its last row, only those."""
    if answers.get("heading") == NO_HEADING and records:
        yield _Heading(0, 0, 0, [[] for _ in max((cells for _, cells in records), key=len)])
    cleaned = [(row, [healed(cell, form) for cell in cells]) for row, cells in records]
    for last in range(len(cleaned)):
        if answers.get("heading", str(cleaned[last][0])) != str(cleaned[last][0]):
            continue
        for depth in range(1, DEEPEST + 1):
            rows = cleaned[max(0, last - depth + 1) : last + 1]
            if len(rows) == depth and rows[-1][0] - rows[0][0] == depth - 1:
                yield _Heading(rows[0][0], rows[-1][0], last + 1, _stacks([cells for _, cells in rows]))


@lru_cache(maxsize=4096)  # the same records are looked at under each delimiter, each as a heading of its own and under another
def healed(cell: str, form: Form) -> str:
    """A cell of a heading, clean; in Unicode where its letters are those of an old font, whatever is asked about them.

    A word too short to show that ('Kú', 'CÊp') is converted where the form knows it only then.
    """
    converted = in_unicode(cell)
    text = clean(converted)
    meant = text if converted != cell or text.isascii() else tcvn3_to_unicode(text)
    return meant if meant != text and form.header_of(meant) and not form.header_of(text) else text


def _stacks(rows: list[list[str]]) -> list[list[str]]:
    """The cells over each column, from the top down; a cell above reaches to the right until the next one of its own row or above."""
    width = max(map(len, rows))
    padded = [row + [""] * (width - len(row)) for row in rows]
    stacks: list[list[str]] = []
    reach = [""] * (len(rows) - 1)
    for column in range(width):
        for level, row in enumerate(padded[:-1]):
            if row[column]:
                reach[level:] = [row[column], *[""] * (len(reach) - level - 1)]
        own = [row[column] for row in padded]
        lowest = max((level for level, text in enumerate(own) if text), default=-1)
        stacks.append([(reach[level] if level < len(reach) else "") or own[level] for level in range(lowest)] + own[lowest:][:1] if lowest >= 0 else [])  # fmt: skip
    return [[text for text in stack if text] for stack in stacks]


def _layout(
    heading: _Heading, records: Sequence[tuple[int, list[str]]], form: Form, names: KnownNames, answers: Mapping[str, str]
) -> Layout | None:
    """A heading's columns, each a key, a figure, read only or unknown; None when it has no figure or nothing that they are about."""
    keys: dict[str, int] = {}
    figures: list[tuple[int, Says]] = []
    unknown: list[int] = []
    named: list[int] = []
    beside: dict[str, int] = {}
    given = {key for key in answers if key.startswith(("column.", "constant."))}
    for index, stack in enumerate(heading.stacks):
        answer = answers.get(f"column.{column_letter(index)}", "")
        header, said = _answered(answer, stack, form, names) if answer else _told(stack, form, names)
        if header == IGNORED or not (header or said):
            unknown += [index] if stack and header != IGNORED and folded(plain(stack[-1])) not in _COUNTERS else []
        elif header == "ten_chi_tieu":
            named.append(index)
        elif header in READ_ONLY:
            beside |= {UNIT_OF_MEASURE: index} if header == UNIT_OF_MEASURE else {}
        elif header:
            if header in keys:
                return None
            keys[header] = index
        else:
            figures.append((index, said))
    keys, figures, named = _subject(keys, figures, named, heading, records)
    if not figures or not (set(SUBJECTS) & set(keys)):
        return None
    if "ky" in keys and "nam" not in keys and _name_years(records[heading.records :], keys["ky"]):
        keys = {"nam": keys["ky"], **keys}
    titles = title_keys(records[: heading.records - (heading.last_row - heading.first_row + 1)], names)
    constants = {
        **titles,
        **{key.partition(".")[2]: Constant(text) for key, text in answers.items() if key.startswith("constant.")},
    }
    blocks = _blocks(figures, constants, keys)
    if not blocks:
        return None
    if not _has_indicator(keys, blocks, constants) and not _of_units(records[heading.records :], keys, names):
        return None
    texts = tuple(" › ".join(plain(part) or shown(part) for part in stack) for stack in heading.stacks)
    useful = {*form.specs, *({MEASURE} if any(MEASURE not in said for _, said in figures) else ())} - keys.keys()
    useful -= {"ky"} if all("ky" in block.says for block in blocks) else set()
    wanted = {header: one for header, one in constants.items() if header in useful}
    layout = Layout(heading.first_row, heading.last_row, heading.records, texts, keys, tuple(blocks), wanted, tuple(unknown), frozenset(given), beside)  # fmt: skip
    return _with_level(layout, names)


def _told(stack: list[str], form: Form, names: KnownNames) -> tuple[str, Says]:
    """(header of a key column, what a column of figures says), one of them empty, both where a heading says nothing known."""
    if not stack:
        return "", {}
    word = folded(plain(stack[-1]))
    header = form.header_of(plain(stack[-1])) or ("don_vi" if word in _UNITS else "ten_chi_tieu" if word in _NAMES else "")
    said = says(stack, names)
    if header in (TARGET, RESULT):
        return "", said or {MEASURE: header}
    if header and (len(stack) == 1 or not said or MEASURE not in said):
        return header, {}
    return "", said or {}


def _answered(answer: str, stack: list[str], form: Form, names: KnownNames) -> tuple[str, Says]:
    """The same, as somebody answered: 'don_vi', 'bo_qua', 'ket_qua|ky=Q3|nam=2026'."""
    header, *more = (part.strip() for part in answer.split("|"))
    if header not in (TARGET, RESULT):
        return (header if header in form.specs or header in READ_ONLY else IGNORED), {}
    told = dict(part.split("=", 1) for part in more if "=" in part)
    said = (says(stack, names) or {}) if stack else {}
    return "", {**{key: text for key, text in said.items() if key != MEASURE}, **told, MEASURE: header}


def _subject(
    keys: dict[str, int],
    figures: list[tuple[int, Says]],
    named: list[int],
    heading: _Heading,
    records: Sequence[tuple[int, list[str]]],
) -> tuple[dict[str, int], list[tuple[int, Says]], list[int]]:
    """A column 'Chỉ tiêu' over words holds names, not targets; names stand for codes where there is no column of codes."""
    below = [cells for _, cells in records[heading.records : heading.records + 12]]
    for index, said in list(figures):
        if said == {MEASURE: TARGET} and folded(plain(heading.stacks[index][-1])) == "chi_tieu" and _wordy(below, index):
            figures.remove((index, said))
            named.append(index)
    if "ma_chi_tieu" not in keys and named:
        keys = {**keys, "ma_chi_tieu": named[0]}
    return keys, figures, named


def _name_years(below: Sequence[tuple[int, list[str]]], index: int) -> bool:
    """Whether every filled cell of a column of periods names its year as well: 'Quý III/2026'."""
    texts = {clean(cells[index]) for _, cells in below if index < len(cells)} - {""}
    return bool(texts) and all(values.year_of_period(text) for text in texts)


def _of_units(below: Sequence[tuple[int, list[str]]], keys: Mapping[str, int], names: KnownNames) -> bool:
    """Whether rows are told by units that the store knows: then their indicator can be asked for."""
    index = keys.get("don_vi", len(below) and max(len(cells) for _, cells in below))
    texts = {clean(cells[index]) for _, cells in below if index < len(cells)} - {""}
    return sum(names.is_unit(text) for text in texts) * 2 > len(texts)


def _wordy(below: list[list[str]], index: int) -> bool:
    """Whether most filled cells of a column begin with a letter."""
    filled = [text for cells in below if index < len(cells) and (text := clean(cells[index]))]
    return sum(text[0].isalpha() for text in filled) * 2 > len(filled)


def _blocks(figures: list[tuple[int, Says]], constants: Mapping[str, Constant], keys: Mapping[str, int]) -> list[Block]:
    """The columns of figures by what they are about, in order of their first column; a figure that is there twice makes no block at all."""
    usual = constants[MEASURE].text if MEASURE in constants else MEASURE
    of_table = {header: constants[header].text for header in _ABOUT if header in constants and header not in keys}
    blocks: dict[tuple[tuple[str, str], ...], tuple[dict[str, int], Says]] = {}
    for index, said in figures:
        about = {key: text for key, text in said.items() if key not in (MEASURE, WHOLE_YEAR, "dinh_tinh")}
        if _is_whole_year(said, constants, keys):
            about["ky"] = "N"
        columns, of_block = blocks.setdefault(tuple(sorted({**of_table, **about}.items())), ({}, {}))
        measure = said.get(MEASURE, usual)
        if measure in columns:
            return []
        columns[measure] = index
        of_block |= about
    estimates = {index for index, said in figures if "dinh_tinh" in said}
    return [
        Block(columns, {**about, **({"dinh_tinh": "uoc"} if estimates & {columns.get(RESULT, -1)} else {})})
        for columns, about in blocks.values()
    ]


def _is_whole_year(said: Says, constants: Mapping[str, Constant], keys: Mapping[str, int]) -> bool:
    """Whether figures under a year are those of all of it: nothing else tells their period, or their heading says so itself."""
    year = said.get(WHOLE_YEAR, "")
    if year == OWN_YEAR and said.get(MEASURE) == TARGET:
        return True
    return bool(year) and "ky" not in keys and ("ky" not in constants or year == OWN_YEAR)


def _has_indicator(keys: Mapping[str, int], blocks: Sequence[Block], constants: Mapping[str, Constant]) -> bool:
    return "ma_chi_tieu" in keys or "ma_chi_tieu" in constants or all("ma_chi_tieu" in block.says for block in blocks)


def with_level_of_units(layout: Layout, form: Form, units: Collection[str], names: KnownNames) -> Layout:
    """The level, where no one says it and every unit of the table (``units``: their texts) names a commune."""
    if "cap" not in layout.missing(form) or not units or not all(map(names.is_commune, units)):
        return layout
    return replace(layout, constants={**layout.constants, "cap": Constant("xa")})


def _with_level(layout: Layout, names: KnownNames) -> Layout:
    """The level, where every unit that is not in a column names a commune and nothing else says it."""
    if "cap" in layout.keys or "cap" in layout.constants or any("cap" in block.says for block in layout.blocks):
        return layout
    if "don_vi" in layout.keys:
        return layout
    units = [block.says.get("don_vi") or layout.constants.get("don_vi", Constant("")).text for block in layout.blocks]
    if not all(unit and names.is_commune(unit) for unit in units):
        return layout
    cell = layout.constants.get("don_vi", Constant("")).cell
    return replace(layout, constants={**layout.constants, "cap": Constant("xa", cell)})


# what is said and asked about it


def in_words(layout: Layout, form: Form, count: int) -> dict[str, str | int]:
    """What the question about a layout says: its columns, what they mean, what came from where, and how many figures it becomes (``count``)."""
    figures = ", ".join(f"{_letters(block)} là {_figure(block)}" for block in layout.blocks[:6])
    more = f" và {len(layout.blocks) - 6} cột nữa" if len(layout.blocks) > 6 else ""
    names = layout.keys.get("ma_chi_tieu")
    read = [f"chỉ tiêu lấy theo cột {column_letter(names)} “{layout.texts[names]}”"] if names is not None and folded(layout.texts[names].split(" › ")[-1]) in _NAMES else []  # fmt: skip
    read += [f"{_label(form, header)}: {_said(header, one.text)}{f' (ô {one.cell})' if one.cell else ''}" for header in (*form.specs, MEASURE) if (one := layout.constants.get(header))]  # fmt: skip
    return {"figures": figures + more, "read": "".join(f"; {part}" for part in read), "count": count}


def _letters(block: Block) -> str:
    """The columns of a block: 'D' or 'D, E'."""
    return ", ".join(map(column_letter, sorted(block.columns.values())))


def _figure(block: Block) -> str:
    """What the columns of a block hold: 'mục tiêu và kết quả Quý III năm 2026 của Xã Can Lộc'."""
    measures = " và ".join({TARGET: "mục tiêu", RESULT: "kết quả"}.get(measure, "số liệu") for measure in sorted(block.columns))
    said = block.says
    estimate = " ước" if "dinh_tinh" in said else ""
    when = _when(said)
    whose = "".join(f" của {said[header]}" for header in ("don_vi",) if header in said)
    what = "".join(f" {text}" for header in ("ma_chi_tieu", "cap") if (text := said.get(header)))
    return f"{measures}{estimate}{what}{when}{whose}"


def _when(said: Says) -> str:
    if "ky" in said and "nam" in said:
        whole = "cả " if said["ky"] == "N" else ""
        return f" {whole}{period_name(int(said['nam']), said['ky'])}"
    if "ky" in said:
        return f" {period_in_words(said['ky'])}"
    return f" năm {said['nam']}" if "nam" in said else ""


def _said(header: str, text: str) -> str:
    if header == "ky":
        return period_in_words(text) if text in _PERIODS else text
    if header == "cap":
        return terms.LEVELS.get(terms.LEVEL_WORDS.get(folded(text), ""), text)
    return {TARGET: "mục tiêu", RESULT: "kết quả"}.get(text, text) if header == MEASURE else text


def _label(form: Form, header: str) -> str:
    return "Các số trong bảng là" if header == MEASURE else form.label(header)


def questions(layout: Layout, form: Form, year: int) -> list[Finding]:
    """A question for each key that is missing; ``year``: the current one."""
    return [_missing(header, layout, form, year) for header in layout.missing(form)]


def _missing(header: str, layout: Layout, form: Form, year: int) -> Finding:
    columns = [column_letter(block.first) for block in layout.blocks if header not in block.says and header != MEASURE]
    of_columns = f" (cột {', '.join(columns[:6])})" if columns and len(columns) < len(layout.blocks) else ""
    label = _label(form, header) if header == MEASURE else f"{form.label(header)} của cả bảng{of_columns} là"
    options = {
        "cap": {word: terms.LEVELS[meaning] for word, meaning in terms.LEVEL_WORDS.items() if word in ("tinh", "huyen", "xa", "chung")},
        "nam": {str(one): str(one) for one in (year, year - 1, year + 1, year - 2)},
        "ky": {code: period_in_words(code) for code in _PERIODS},
        MEASURE: {RESULT: "kết quả", TARGET: "mục tiêu"},
    }.get(header, {})  # fmt: skip
    example = {"ma_chi_tieu": "CQ.06", "don_vi": "Xã Can Lộc", "nguon": "12/BC-UBND", "nam": str(year)}.get(header, "")
    asked = Question(f"constant.{header}", f"{label} gì?", options, example, typed=header in ("nam", "don_vi", "nguon"))
    args = {"label": form.label(header) if header != MEASURE else "mục tiêu hay kết quả", "question": asked}
    return Finding("key_missing", column=header if header != MEASURE else "", args=args)
