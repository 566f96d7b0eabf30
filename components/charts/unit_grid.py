"""The map of tiles: every unit a tile of equal size, in the block of its district, blocks where districts lie to one another.

Described once (``TileMap``) and drawn twice: by ``components/tiles/units/tile_map.py`` as markup, by ``drawn`` as shapes for pictures and slides.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from components.charts import text_metrics
from components.charts.model import Run
from components.charts.shapes import Box, Rect, Shape, Words
from components.text import formats
from components.theme import INK, TILE_COLOURS
from data import unit_tiles

SIDE = 3  # tiles of a block in one row
_KINDS = {"Xã ": "", "Phường ": "", "Thị trấn ": "TT ", "Huyện ": "", "Thị xã ": "TX ", "Thành phố ": "TP "}


@dataclass(frozen=True)
class Tile:
    """A unit: what its tile says. ``row`` is the row of the read; ``mark`` a key of ``TILE_COLOURS``."""

    name: str
    value: str
    mark: str
    row: Any

    @property
    def sign(self) -> str:
        """The shape of its status."""
        return formats.STATUSES[self.mark][0]


@dataclass(frozen=True)
class Block:
    """The tiles of a district at a place of the grid (from 1); a map of districts has blocks of one tile and no title."""

    title: str
    row: int
    column: int
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, eq=False)  # one of many tiles: kept and looked up as it is
class TileMap:
    """All blocks of a province, and the extent of their grid."""

    blocks: tuple[Block, ...]
    rows: int
    columns: int

    @property
    def tiles(self) -> list[Tile]:
        """Every tile, block by block."""
        return [tile for block in self.blocks for tile in block.tiles]

    @property
    def corner(self) -> tuple[int, int]:
        """First and last column of the free end of the first row; (0, 0) where it is narrower than two columns."""
        used = max((block.column for block in self.blocks if block.row == 1), default=0)
        return (used + 1, self.columns) if self.columns - used >= 2 else (0, 0)


def tile_map(rows: Iterable[Any], level: str) -> TileMap:
    """The units of ``unit_ranking`` as tiles. What has no place stands in blocks below, by the unit above it."""
    if level == "district":
        placed, lost = _districts(rows)
    else:
        placed, lost = _communes(rows)
    up = min((block.row for block in placed), default=1) - 1
    left = min((block.column for block in placed), default=1) - 1
    placed = [Block(block.title, block.row - up, block.column - left, block.tiles) for block in placed]
    columns = max([block.column for block in placed], default=4)
    placed += _below(lost, max((block.row for block in placed), default=0), columns)
    return TileMap(tuple(placed), max((block.row for block in placed), default=0), columns)


def _districts(rows: Iterable[Any]) -> tuple[list[Block], dict[str, list[Tile]]]:
    places, placed, lost = unit_tiles.blocks(), [], []
    for row in rows:
        place, tile = places.get(code(row)), _tile(row)
        if place is None:
            lost.append(tile)
        else:
            placed.append(Block("", place.row, place.column, (tile,)))
    return placed, {tile.name: [tile] for tile in lost}


def _communes(rows: Iterable[Any]) -> tuple[list[Block], dict[str, list[Tile]]]:
    """Communes with a district above them in its block, those of today in that of ``unit_tiles.communes``."""
    by_name = {place.name: place for place in unit_tiles.blocks().values()}
    today, kept, lost = unit_tiles.communes(), {}, {}  # type: ignore[var-annotated]
    for row in sorted(rows, key=code):
        block, order = today.get(code(row), ("", 0))
        place = by_name.get(row.parent_name) if row.parent_name else unit_tiles.blocks().get(block)
        if place is None:
            lost.setdefault(row.parent_name or "", []).append(_tile(row))
        else:
            kept.setdefault(place, []).append((order if not row.parent_name else 0, code(row), _tile(row)))
    blocks = [
        Block(short(place.name), place.row, place.column, tuple(tile for *_, tile in sorted(tiles, key=lambda of: of[:2])))
        for place, tiles in kept.items()
    ]
    return sorted(blocks, key=lambda block: (block.row, block.column)), lost


def _below(lost: dict[str, list[Tile]], row: int, columns: int) -> list[Block]:
    blocks = sorted(lost.items())
    return [
        Block("" if name == tiles[0].name else short(name), row + 1 + number // columns, number % columns + 1, tuple(tiles))
        for number, (name, tiles) in enumerate(blocks)
    ]


def code(row: Any) -> str:
    """The official code of a unit, whatever state of it a row is about."""
    return str(row.unit_id).partition("-")[0]


def _tile(row: Any) -> Tile:
    return Tile(short(row.unit_name), value(row), mark(row), row)


def short(name: str) -> str:
    """A name for a narrow place: 'Đức Thọ', 'TX Kỳ Anh'."""
    for kind, brief in _KINDS.items():
        if name.startswith(kind):
            return brief + name[len(kind) :]
    return name


def mark(row: Any) -> str:
    """The mark of a unit: its status, 'no_result' when it did not report, 'no_target' when nothing can be said of its number."""
    if not row.has_result:
        return "no_result"
    return formats.shown_mark(row) if row.mark is not None else "no_target"


def value(row: Any) -> str:
    """The number of a unit for a narrow place: '69,35%', '~60%' (an estimate), '1.204', 'bằng lời', '–'."""
    if not row.has_result:
        return formats.NOTHING
    if row.basis == "stated":
        return formats.STATED
    if row.actual is None:
        return "bằng lời" if row.reason is None else formats.NOTHING
    guess = "~" if row.actual_qualifier == "estimate" else ""
    return guess + formats.amount(row.actual, "%" if row.unit_of_measure == "%" else "")


_TITLE, _GAP, _AIR = 13.0, 2.0, 6.0
_BARE = 100  # of so many tiles the names find no room
_SMALLEST, _LARGEST, _OF_TITLE = 4.0, 15.0, 9.5  # letters of a picture, which may be enlarged


def drawn(content: TileMap, box: Box, least: float = 0.0) -> list[Shape]:
    """The map as shapes that fill a box: of many tiles only shape and number; of so many that letters would be smaller than ``least`` only
    the shape, which then stands for what is listed elsewhere."""
    wide = (box.w - _AIR * (content.columns - 1)) / content.columns
    line = max(_TITLE, least * text_metrics.LEADING)
    high = _heights(content, box.h, line)
    sides = SIDE if any(block.title for block in content.blocks) else 1
    told, size = _letters(content, (wide - _GAP * (sides - 1)) / sides, high[0], least)
    shapes: list[Shape] = []
    for block in content.blocks:
        y = box.y + sum(high[1][: block.row - 1])
        x = box.x + (block.column - 1) * (wide + _AIR)
        titled = _title(block, Box(x, y, wide, line), least)
        shapes += titled
        top = y + (line if titled else 0)
        across = 1 if not block.title else SIDE
        side = (wide - _GAP * (across - 1)) / across
        for number, tile in enumerate(block.tiles):
            down, right = divmod(number, across)
            room = Box(x + right * (side + _GAP), top + down * (high[0] + _GAP), side, high[0])
            shapes += _drawn_tile(tile, room, size, told)
    return shapes


def _letters(content: TileMap, wide: float, high: float, least: float) -> tuple[int, float]:
    """How much a tile tells (2: name and number, 1: the number, 0: the shape of its status alone), and how large, the same for all of them."""
    for told in (2, 1) if len(content.tiles) <= _BARE else (1,):
        size = _size(content, wide, high, told)
        if all(_fitted(_lines(tile, told), wide, high, size) >= least for tile in content.tiles):
            return told, size
    return 0, max(least, min(high / text_metrics.LEADING, _LARGEST))


def _size(content: TileMap, wide: float, high: float, lines: int) -> float:
    """The size of letters at which no number breaks in a tile, the same for all of them."""
    longest = max((text_metrics.width(f"{tile.sign} {tile.value}", 10, bold=True) for tile in content.tiles), default=10.0)
    across = 10 * (wide - 4) / (longest * 1.04)
    return max(_SMALLEST, min(across, (high - 1) / text_metrics.LEADING / lines, _LARGEST))


def _fitted(lines: tuple[tuple[Run, ...], ...], wide: float, high: float, size: float) -> float:
    return text_metrics.fitted(lines, wide - 3, high, size, _SMALLEST)


def _title(block: Block, box: Box, least: float) -> list[Shape]:
    if not block.title:
        return []
    line, most = ((Run(block.title, INK, bold=True),),), max(_OF_TITLE, least)
    return [Words(f"ct-block-{block.row}-{block.column}", box, line, text_metrics.fitted(line, box.w, box.h, most, 6))]


def _heights(content: TileMap, whole: float, line: float) -> tuple[float, list[float]]:
    """The height of a tile, at most a fifth of the box, and of every row of blocks with its title of a ``line`` and the air below it."""
    across = SIDE if any(block.title for block in content.blocks) else 1
    deep = [
        max((-(-len(block.tiles) // across) for block in content.blocks if block.row == row), default=0)
        for row in range(1, content.rows + 1)
    ]
    titles = line if across > 1 else 0
    tile = min((whole - content.rows * (titles + _AIR)) / max(sum(deep), 1) - _GAP, whole / 5)
    return tile, [titles + lines * (tile + _GAP) + _AIR for lines in deep]


def _lines(tile: Tile, told: int) -> tuple[tuple[Run, ...], ...]:
    """What stands on a tile, see ``_letters``."""
    letters, bold = TILE_COLOURS[tile.mark][2], tile.mark != "no_result"
    number = (Run(f"{tile.sign} {tile.value}" if told else tile.sign, letters, bold=bold),)
    return ((Run(tile.name, letters),), number) if told == 2 else (number,)


def _drawn_tile(tile: Tile, room: Box, largest: float, told: int) -> list[Shape]:
    fill, outline, _ = TILE_COLOURS[tile.mark]
    rect = Rect(room, fill=fill, outline=outline, width=0.8, dash="dash" if tile.mark == "no_result" else "")
    lines, inner = _lines(tile, told), Box(room.x + 2, room.y, room.w - 3, room.h)
    size = _fitted(lines, room.w, room.h, largest)
    return [rect, Words(f"ct-tile-{tile.row.unit_id}", inner, lines, size, anchor="middle")]


def counted(tiles: Sequence[Tile]) -> list[tuple[str, int]]:
    """How many tiles have which mark, in the order of the key; marks that no tile has are left out."""
    return [(code, number) for code in TILE_COLOURS if (number := sum(tile.mark == code for tile in tiles))]


def bins(tiles: Sequence[Tile]) -> list[tuple[int, dict[str, int]]]:
    """How many units lie in each ten percent, by mark: (low end, mark -> units), from the first used to the last. Shares only."""
    shares = [
        tile for tile in tiles if tile.row.actual is not None and tile.row.unit_of_measure == "%" and tile.row.basis != "stated"
    ]
    found: dict[int, dict[str, int]] = {}
    for tile in shares:
        by_mark = found.setdefault(min(int(tile.row.actual // 10) * 10, 90), {})
        by_mark[tile.mark] = by_mark.get(tile.mark, 0) + 1
    return [(low, found.get(low, {})) for low in range(min(found), max(found) + 10, 10)] if found else []
