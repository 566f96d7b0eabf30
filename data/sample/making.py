"""A store of illustrative figures: the real units and catalogue, invented figures of every unit of Hà Tĩnh, 2021 to 2026 by quarter.

The figures are written as a folder like ``data/seed`` and go the way of every upload: the same reading, the same rules, the same
checks. What they look like follows from a seed alone. The uploads' kind is 'sample', and that marks the whole store: see ``sample_mark.sql``.
The first one brings everything but the last two quarters, of which no day is known; those come in by later ones, in time and late.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from data.sample.invented_catalogues import deadlines, documents, indicators, weights
from data.sample.invented_figures import figures
from data.sample.seed_files import write
from data.sample.subjects import PROVINCE, QUARTERS, inspection_of, report_of
from data.seed import CATALOGUES, FIGURES, FOLDER, OPTIONAL, load_figures, load_seed
from data.vietnamese.periods import period_end
from data.vietnamese.terms import SAMPLE
from queries.store import Store, StoreError

FILE = "chi-tieu.duckdb"
_LATER, _BEGUN = "later-", date(2026, 4, 20)

_DAYS = (8, 15, 28)  # after a quarter, on which its reports come in; the first is in time


def make(folder: Path, seed: int = 1, report: Callable[[str], None] = lambda _: None) -> Path:
    """Make ``folder`` with the store of illustrative figures in it; returns the path of the store. Never overwrites.

    Raises StoreError('damaged') when there is a store already, BadSeed when a figure breaks a rule.
    """
    path = folder / FILE
    if path.exists():
        raise StoreError("damaged", str(path), "already there")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".building-", dir=folder) as workshop:
        report("Đang tạo số liệu minh họa")
        write_folder(Path(workshop), seed)
        store = Store.create(Path(workshop) / FILE)
        try:
            load_seed(store, Path(workshop), report, kind="sample", file_name=SAMPLE, uploaded_at=_moment(_BEGUN))
            report("Đang nạp số liệu của các quý gần đây")
            load_figures(store, later_files(Path(workshop)), kind="sample", file_name=SAMPLE)
        finally:
            store.close()
        os.link(Path(workshop) / FILE, path)
    return path


def write_folder(folder: Path, seed: int = 1) -> None:
    """Write the files that ``load_seed`` reads: the catalogues of ``data/seed``, invented documents and figures."""
    for name in set(CATALOGUES) - set(OPTIONAL):  # what real documents plan and say has no place among invented figures
        shutil.copy(FOLDER / name, folder / name)
    write(folder / "indicators.csv", indicators())
    write(folder / "documents.csv", documents())
    write(folder / "deadlines.csv", deadlines())
    write(folder / "weights.csv", weights())
    rows = figures(seed)
    days = [_came_in(row, seed) for row in rows]
    write(folder / FIGURES, [row for row, day in zip(rows, days, strict=True) if day is None])
    for day in sorted({day for day in days if day is not None}):
        write(
            folder / f"{_LATER}{day.isoformat()}.csv",
            [row for row, its in zip(rows, days, strict=True) if its == day],
            like=FIGURES,
        )


def later_files(folder: Path) -> list[tuple[datetime, Path]]:
    """The files that come in after the first upload, each with its moment, in their order."""
    return [(_moment(date.fromisoformat(path.stem.removeprefix(_LATER))), path) for path in sorted(folder.glob(f"{_LATER}*.csv"))]


def _came_in(row: Mapping[str, str], seed: int) -> date | None:
    """The day on which a report of the last two quarters came in: most in time, some days or weeks late; null = with the first upload.

    A unit sends its whole report at once; what an inspection found, and what is corrected, comes last.
    """
    quarter = next((at for at in QUARTERS[-2:] if row["nguon"] in (report_of(*at), inspection_of(*at))), None)
    if quarter is None:
        return None
    drawn = 0.0 if row["don_vi"] == PROVINCE else Random(f"{seed} {row['don_vi']} {quarter} days").random()
    last = (row["nguon"], row["ky"]) != (report_of(*quarter), quarter[1])
    after = _DAYS[-1] if last else _DAYS[0 if drawn < 0.7 else 1 if drawn < 0.88 else 2]
    return period_end(*quarter) + timedelta(days=after)


def _moment(day: date) -> datetime:
    """Ten o'clock in Viet Nam, in UTC."""
    return datetime.combine(day, time(3, 0))
