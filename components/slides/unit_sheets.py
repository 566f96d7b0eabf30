"""The sheets of all units of a level as one file: ``python -m components.slides.unit_sheets FILE``, which ``python -m data unit-sheets`` runs."""

from __future__ import annotations

import argparse
import io
import sys
import zipfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from components.slides import files
from components.slides.content import kinds
from components.slides.content.context import SlideContext
from components.slides.slide import Slide
from components.text.decks.deck_file_name import deck_file_name
from data.store_location import opened
from data.store_messages import store_problem
from queries.reads import sample_mark, territory_list, unit_state_list
from queries.rows import Rows
from queries.store import Store, StoreError

ENDINGS = (".pdf", ".pptx", ".zip")
LEVELS = ("commune", "district")
_NAME = "Phiếu địa bàn"


def slides(store: Store, level: str, province_code: str = "") -> list[Slide]:
    """A sheet for each unit of today of a level, by name; of a level that is no more, of its last units. ``province_code``: '' = the first one."""
    ask = _remembered(store)
    province = province_code or ask(territory_list, unit_id="")[0].unit_id
    context = SlideContext(ask, "", store.data_version(), ask(sample_mark)[0].is_sample)
    units = ask(unit_state_list, province_code=province).where(level=level)
    last = None if any(unit.valid_to is None for unit in units) else max((unit.valid_to for unit in units), default=None)
    wanted = [unit.unit_id for unit in units if unit.valid_to == last]
    return [slide for code in wanted for slide in kinds.make(context, "unit", {"dia_ban": province, "don_vi": code})]


def _remembered(store: Store) -> Callable[..., Rows[Any]]:
    """Asks the store, each question once: the same lists stand on every sheet."""
    kept: dict[Any, Rows[Any]] = {}

    def ask(read: Callable[..., Rows[Any]], **params: Any) -> Rows[Any]:
        asked = (read.__name__, *sorted(params.items()))
        if asked not in kept:
            kept[asked] = read(store, **params)
        return kept[asked]

    return ask


def write(store: Store, path: Path, level: str) -> int:
    """Write the sheets of a level: one PDF, one PPTX, or a ZIP with a PPTX each, as the name ends. Returns how many sheets."""
    made = slides(store, level)
    if path.suffix == ".zip":
        path.write_bytes(packed(made))
    else:
        path.write_bytes({".pdf": files.pdf, ".pptx": files.pptx}[path.suffix](made, _NAME))
    return len(made)


def packed(made: list[Slide]) -> bytes:
    """A ZIP with a deck of its own for each sheet, named after its unit."""
    buffer, day = io.BytesIO(), datetime(2020, 1, 1).timetuple()[:6]
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, slide in enumerate(made, start=1):
            name = deck_file_name(f"{number:03} {slide.who.split(' · ')[0]}", "pptx")
            archive.writestr(zipfile.ZipInfo(name, day), files.pptx([slide], _NAME))
    return buffer.getvalue()


def main(arguments: list[str] | None = None) -> int:
    """Returns 0 when the file is written, 2 when the store cannot be opened or the file not be written."""
    parser = argparse.ArgumentParser(prog="python -m components.slides.unit_sheets")
    parser.add_argument("file", type=Path)
    parser.add_argument("--level", choices=LEVELS, default=LEVELS[0])
    options = parser.parse_args(arguments)
    try:
        store = opened()
    except StoreError as error:
        print(store_problem(error.reason, error.path), file=sys.stderr)
        return 2
    try:
        print(f"Đã ghi {write(store, options.file, options.level)} phiếu địa bàn vào {options.file}.")
    finally:
        store.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
