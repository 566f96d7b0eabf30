"""The columns that say, in every row of a file, that its figures are invented, or as on which past day they were known."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa

from data.vietnamese.terms import SAMPLE
from queries import reads
from queries.store import Store

COLUMN = "sample"
KNOWN_ON = "known_on"


def is_sample(store: Store) -> bool:
    """Whether what a store publishes is invented."""
    return reads.sample_mark(store)[0].is_sample


def labelled(store: Store, reader: pa.RecordBatchReader) -> pa.RecordBatchReader:
    """The rows as they are; of a store with invented figures, or of a past day, with last columns, and keys of the schema, that say so."""
    said = _said(store)
    if not said:
        return reader
    schema, metadata = reader.schema, dict(reader.schema.metadata or {})
    for column, value in said.items():
        schema = schema.append(pa.field(column, value.type))
        metadata[column.encode()] = str(value.as_py()).encode()
    schema = schema.with_metadata(metadata)
    return pa.RecordBatchReader.from_batches(schema, _batches(reader, schema, list(said.values())))


def _said(store: Store) -> dict[str, pa.Scalar]:
    """What every row says besides, by column."""
    sample = {COLUMN: pa.scalar(SAMPLE, pa.string())} if is_sample(store) else {}
    return sample | ({KNOWN_ON: pa.scalar(store.day, pa.date32())} if store.day else {})


def _batches(reader: pa.RecordBatchReader, schema: pa.Schema, said: list[pa.Scalar]) -> Iterator[pa.RecordBatch]:
    for batch in reader:
        more = [pa.repeat(value, batch.num_rows) for value in said]
        yield pa.RecordBatch.from_arrays([*batch.columns, *more], schema=schema)
