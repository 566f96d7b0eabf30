"""The map of tiles on a page: key with counts, blocks of tiles, distribution, who has not reported; a tap opens the unit."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.charts import unit_grid
from components.charts.unit_grid import Block, Tile, TileMap
from components.store.kept_answers import while_figures_hold
from components.text import formats
from components.text.origin.finding_marks import EITHER, FLAG
from components.text.units import ranking_words as words
from components.text.units.unit_table_words import MARKS
from components.theme import TILE_COLOURS
from components.tiles.html_table import Markup, joined, tag
from components.tiles.links import address, few_kept_by_link, link
from queries.rows import Rows

content = while_figures_hold(most=24)(unit_grid.tile_map)


def show(content: TileMap, territory_id: str, chosen: str, flagged: frozenset[str] = frozenset()) -> None:
    """The key with its counts, and the map; the distribution of shares stands in its free corner, below it where there is none. ``chosen``: unit looked for;
    ``flagged``: units whose figure is to be marked."""
    for made in _whole(content, territory_id, chosen, flagged):
        st.html(made)


@few_kept_by_link
def _whole(content: TileMap, territory_id: str, chosen: str, flagged: frozenset[str]) -> list[Markup]:
    spread = _spread(content)
    blocks = [_block(block, territory_id, chosen, flagged) for block in content.blocks]
    first, last = content.corner
    beside = bool(spread) and bool(first)
    if beside:
        blocks.append(tag("div", spread, class_="tile-spread", style=f"grid-row:1;grid-column:{first}/{last + 1}"))
    many = " many" if len(content.tiles) > 100 else "" if any(block.title for block in content.blocks) else " large"
    tiles = tag("div", *blocks, class_=f"tile-map{many}", style=f"--columns:{content.columns}")
    flag = tag("span", f"{FLAG} {EITHER}") if flagged else ""
    whole = tag("div", _key(content), flag, tiles, class_="tile-whole")
    return [whole, tag("div", spread, class_="tile-spread below")] if spread and not beside else [whole]


def _key(content: TileMap) -> Markup:
    """What the tiles mean and how many there are of each kind, as small tiles."""
    counts = unit_grid.counted(content.tiles)
    told = [
        tag("span", tag("i", formats.STATUSES[mark][0], class_=f"unit-tile t-{mark}"), tag("b", number), f" {MARKS[mark]}")
        for mark, number in counts
    ]
    return tag("div", *told, class_="tile-key")


def _block(block: Block, territory_id: str, chosen: str, flagged: frozenset[str]) -> Markup:
    title = tag("h3", block.title) if block.title else ""
    tiles = tag(
        "div",
        *(_tile(tile, territory_id, tile.row.unit_id == chosen, tile.row.unit_id in flagged) for tile in block.tiles),
        class_="tiles",
    )
    return tag("section", title, tiles, class_="tile-block", style=f"grid-row:{block.row};grid-column:{block.column}")


def _tile(tile: Tile, territory_id: str, chosen: bool, flagged: bool) -> Markup:
    said = f"{tile.row.unit_name}: {told(tile)}{f', {EITHER}' if flagged else ''}"
    value = tag("span", tag("i", tile.sign, aria_hidden="true"), " ", tag("b", tile.value), f" {FLAG}" if flagged else "")
    return tag(
        "a", tag("span", tile.name, class_="name"), value, href=profile(tile.row.unit_id, territory_id), target="_self",
        class_=f"unit-tile t-{tile.mark}{' here' if chosen else ''}", title=said, aria_label=said,
    )  # fmt: skip


def told(tile: Tile) -> str:
    """What a tile says, in words: status, then where the unit stands."""
    if tile.mark == "no_result":
        return "chưa báo cáo"
    row = tile.row
    return (
        f"{MARKS[tile.mark]}, {words.standing(row, row.ranked)}"
        if row.actual is not None and row.basis != "stated"
        else MARKS[tile.mark]
    )


def profile(unit_id: str, territory_id: str) -> str:
    """The address of the page of one unit."""
    return address("ho-so-don-vi", {"dia_ban": territory_id, "don_vi": unit_id})


def to_profile(rows: Rows[Any], unit_id: str, territory_id: str) -> None:
    """The way from the unit that is looked for to its page; nothing where nobody is."""
    row = next((row for row in rows if row.unit_id == unit_id), None)
    if row is not None:
        st.html(
            tag(
                "p",
                tag("span", link(profile(unit_id, territory_id), f"Mở hồ sơ {formats.inside(row.unit_name)} ›"), class_="hint"),
            )
        )


def _spread(content: TileMap) -> Markup:
    """How many units lie in each ten percent, as stacked bars with their number above; nothing for other units of measure."""
    found = unit_grid.bins(content.tiles)
    most = max((sum(marks.values()) for _, marks in found), default=0)
    if not most:
        return Markup()
    bars = [_bar(low, marks, most) for low, marks in found]
    target = _one_target(content)
    aim = f", mục tiêu {target}" if target else ""
    total = sum(sum(marks.values()) for _, marks in found)
    return joined(
        tag("p", tag("b", f"Phân bố {total} đơn vị có số"), f" · số đơn vị theo kết quả, %{aim}", class_="title"),
        tag("div", *bars, class_="columns"),
    )


def _bar(low: int, marks: dict[str, int], most: int) -> Markup:
    total = sum(marks.values())
    parts = [
        tag("i", class_=f"t-{mark}", style=f"height:{100 * marks[mark] / most:.1f}%")
        for mark in reversed(TILE_COLOURS)
        if mark in marks
    ]
    said = f"từ {low} đến {'dưới ' if low < 90 else ''}{low + 10}%: {total} đơn vị"
    return tag("span", tag("b", total or ""), *parts, tag("small", low), class_="column", title=said)


def _one_target(content: TileMap) -> str:
    targets = {
        formats.target(tile.row) for tile in content.tiles if tile.row.required is not None and tile.row.target_from == "province"
    }
    return next(iter(targets)) if len(targets) == 1 else ""
