"""Where each unit stands on the map of tiles: ``data/seed/unit_tiles.csv``.

How the file was made, without any boundary data. ``hang`` and ``cot`` (from 1) put every former district on a grid, by where districts
lie to one another: of the 22 pairs of neighbours of Hà Tĩnh 16 share an edge there and all touch; Đồng Nai likewise, with the former
Bình Phước north of it. A commune of today (``khoi``) stands in the block of the former district from which most of its predecessors
came, counted in communes of ``unit_lineage.csv``; where two gave as many, of the one whose commune kept the code. ``thu_tu`` is its place in
the block, in the order of the official codes. A commune of before July 2025 stands in the block of its own district, by code.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from data.seed_folder import FOLDER


@dataclass(frozen=True)
class BlockPlace:
    """The place of a former district on the grid, ``row`` and ``column`` from 1."""

    code: str
    name: str
    row: int
    column: int


@cache
def blocks() -> dict[str, BlockPlace]:
    """Every former district that has a place, by its code."""
    return {row["khoi"]: BlockPlace(row["khoi"], row["ten"], int(row["hang"]), int(row["cot"])) for row in _rows() if row["hang"]}


@cache
def communes() -> dict[str, tuple[str, int]]:
    """Code of a commune of today -> code of its block and its place there, from 1."""
    return {row["ma_don_vi"]: (row["khoi"], int(row["thu_tu"])) for row in _rows() if row["thu_tu"]}


@cache
def _rows() -> list[dict[str, str]]:
    with (FOLDER / "unit_tiles.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
