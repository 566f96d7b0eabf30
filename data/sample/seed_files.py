"""Files with the headings of the shipped ones in ``data/seed``."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from data.seed import FOLDER


def read(name: str) -> list[dict[str, str]]:
    """Rows of a shipped file, by the names of its heading."""
    with (FOLDER / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def write(path: Path, rows: Sequence[Mapping[str, str]], like: str = "") -> None:
    """Write rows with the heading of the shipped file of that name, or of ``like``."""
    with (FOLDER / (like or path.name)).open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, header, restval="")
        writer.writeheader()
        writer.writerows(rows)
