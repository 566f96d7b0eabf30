"""The column that says, in every row of a file, that its figures are invented."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa

from data.vietnamese.terms import SAMPLE
from queries import reads
from queries.store import Store

COLUMN = "sample"


def is_sample(store: Store) -> bool:
    """Whether what a store publishes is invented."""
    return reads.sample_mark(store)[0].is_sample


def labelled(store: Store, reader: pa.RecordBatchReader) -> pa.RecordBatchReader:
    """The rows as they are; of a store with invented figures with a last column, and a key of the schema, that say so."""
    if not is_sample(store):
        return reader
    metadata = {**(reader.schema.metadata or {}), COLUMN.encode(): SAMPLE.encode()}
    schema = reader.schema.append(pa.field(COLUMN, pa.string())).with_metadata(metadata)
    return pa.RecordBatchReader.from_batches(schema, _batches(reader, schema))


def _batches(reader: pa.RecordBatchReader, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    for batch in reader:
        yield pa.RecordBatch.from_arrays([*batch.columns, pa.array([SAMPLE] * batch.num_rows, pa.string())], schema=schema)
