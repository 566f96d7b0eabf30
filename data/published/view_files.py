"""A published view written into a file: CSV that Excel opens rightly, JSON in parts, Parquet with exact types."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import IO, Any

import orjson
import pyarrow as pa
import pyarrow.parquet as parquet

from data.published.sample_column import labelled
from data.published.view_request import ViewRequest, WrongQuestion
from data.vietnamese.text import guarded
from queries.published import batches
from queries.store import Store

MOST_IN_CSV = 1_000_000  # rows; a sheet of Excel holds 1.048.576
_EVERYTHING = 2**40
MEDIA_TYPES = {"csv": "text/csv; charset=utf-8", "json": "application/json", "parquet": "application/vnd.apache.parquet"}


def write(store: Store, request: ViewRequest, file: IO[bytes]) -> None:
    """Write what was asked into a file. Raises WrongQuestion for a CSV that no sheet could hold, OSError."""
    {"csv": _write_csv, "json": _write_json, "parquet": _write_parquet}[request.format](store, request, file)


def first_rows(store: Store, view: str, chosen: dict[str, Any], most: int) -> list[dict[str, str]]:
    """The first rows of a view as a CSV for Excel writes them: texts by column."""
    rows = store.inside(lambda cursor: batches(cursor, view, chosen, most=most).read_all()).to_pylist()
    return [{name: str(_csv_cell(value, excel=True)) for name, value in row.items()} for row in rows]


def _write_csv(store: Store, request: ViewRequest, file: IO[bytes]) -> None:
    lines = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    excel = request.style == "excel"
    writer, rows = csv.writer(lines, delimiter=";" if excel else ","), 0

    def each(reader: pa.RecordBatchReader) -> None:
        nonlocal rows
        writer.writerow(reader.schema.names)
        for batch in reader:
            rows += batch.num_rows
            writer.writerows([_csv_cell(value, excel) for value in row.values()] for row in batch.to_pylist())

    store.inside(lambda cursor: each(labelled(store, batches(cursor, request.view, request.chosen, most=MOST_IN_CSV + 1))))
    lines.detach()
    if rows > MOST_IN_CSV:
        raise WrongQuestion(
            "Bảng này nhiều dòng hơn một trang tính chứa được. Hãy lọc bớt (dia_ban, nam …) hoặc lấy dạng parquet.", 413
        )


def _csv_cell(value: Any, excel: bool) -> Any:
    """A value as text: numbers without trailing zeros, days as yyyy-mm-dd, texts guarded against being run as a formula."""
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, Decimal):
        text = f"{value.normalize():f}"
        return text.replace(".", ",") if excel else text
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else value


def _write_json(store: Store, request: ViewRequest, file: IO[bytes]) -> None:
    """One part of the view; ``next`` is the query of the following one, null = this is the last."""
    table = store.inside(
        lambda cursor: labelled(
            store, batches(cursor, request.view, request.chosen, first=request.first, most=request.most + 1)
        ).read_all()
    )
    rows = table.slice(0, request.most).to_pylist()
    more = table.num_rows > request.most
    whole = {"view": request.view, "first": request.first, "rows": rows, "next": f"?{request.next_part()}" if more else None}
    file.write(orjson.dumps(whole, default=_plain))


def _plain(value: object) -> float | str:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _write_parquet(store: Store, request: ViewRequest, file: IO[bytes]) -> None:
    def each(reader: pa.RecordBatchReader) -> None:
        with parquet.ParquetWriter(file, reader.schema) as writer:
            for batch in reader:
                writer.write_batch(batch)

    store.inside(lambda cursor: each(labelled(store, batches(cursor, request.view, request.chosen, most=_EVERYTHING))))
