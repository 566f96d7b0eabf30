"""The reads, translated by sqlglot, on Spark over the same rows: for those who have a cluster. Neither is among what the tests install."""

import shutil

import pyarrow.parquet as parquet
import pytest

from data.vietnamese.dates import today
from queries.schema import VIEWS
from queries.sqlfile import names, sql_file
from queries.store import Store
from tests.queries.test_contracts import SAMPLE
from tests.spark_words import MACROS, in_spark

MISSING = "pip install sqlglot pyspark (and a Java) to try the reads on Spark"


@pytest.fixture(scope="module")
def spark():
    session = pytest.importorskip("pyspark.sql", reason=MISSING).SparkSession
    settings = {"spark.sql.session.timeZone": "UTC", "spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "2"}
    builder = session.builder.master("local[2]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    running = builder.getOrCreate()
    running.sparkContext.setLogLevel("OFF")
    yield running
    running.stop()


def test_the_reads_answer_the_same_on_spark(spark, store_file, tmp_path):
    sqlglot = pytest.importorskip("sqlglot", reason=MISSING)
    for macro in MACROS:
        spark.sql(macro.format(today=today()))
    store = Store.open(shutil.copy(store_file, tmp_path / "store.duckdb"))
    files = {name: sql_file("reads", name) for name in names("reads")}
    statements = {name: in_spark(sqlglot, file) for name, file in files.items()}
    for table in sorted({table for _, read in statements.values() for table in read} & {*VIEWS, *names("tables")}):
        parquet.write_table(
            store.inside(lambda cursor, table=table: cursor.table(table).to_arrow_table()), tmp_path / f"{table}.parquet"
        )
        spark.read.parquet(str(tmp_path / f"{table}.parquet")).createOrReplaceTempView(table)
    wrong, answered = {}, 0
    for name, file in files.items():
        given = {param: SAMPLE[param] for param in file.params}
        ours = store.inside(lambda cursor, file=file, given=given: cursor.execute(file.statement, given).fetchall())
        answered += bool(ours)
        try:
            theirs = [tuple(row) for row in spark.sql(statements[name][0], args=given).collect()]
        except Exception as error:  # each read is told apart
            wrong[name] = str(error).partition("SQLSTATE")[0][:200]
            continue
        if [tuple(map(str, row)) for row in ours] != [tuple(map(str, row)) for row in theirs]:
            wrong[name] = f"{len(ours)} rows here, {len(theirs)} there; first that differs: {first_difference(ours, theirs)}"
    store.close()
    assert answered > len(files) / 2, "most reads are asked something that has an answer"
    assert wrong == {}, "\n".join(f"{name}: {why}" for name, why in wrong.items())


def first_difference(ours, theirs):
    return next(((a, b) for a, b in zip(ours, theirs, strict=False) if tuple(map(str, a)) != tuple(map(str, b))), None)
