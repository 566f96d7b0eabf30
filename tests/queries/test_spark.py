"""The reads, translated by sqlglot, on Spark over the same rows: for those who have a cluster. Neither is among what the tests install."""

import re
import shutil

import pytest

from queries.schema import VIEWS
from queries.sqlfile import names, sql_file
from queries.store import Store
from tests.queries.test_contracts import SAMPLE

MACROS = (
    "create temporary function today_in_vietnam() returns date return date '{today:%Y-%m-%d}'",
    "create temporary function kind_of_period(p string) returns string return case when p like '%T' then '0T' else left(p, 1) end",
    "create temporary function cited(d string, s boolean, u string) returns string"
    " return case when s then concat(d, ' (đơn vị tự nêu: ', u, ')') else d end",
)
# what sqlglot leaves in DuckDB's words: months and days by our macros, a pattern of dates with letters in it, a struct among rows, filters of lists
NOT_TRANSLATED = {"due_report", "report_list", "territory_list", "unit_pillar_list", "document_line_list", "source_list"}


@pytest.fixture(scope="module")
def spark():
    pytest.importorskip("sqlglot", reason="pip install sqlglot pyspark (and a Java) to try the reads on Spark")
    session = pytest.importorskip(
        "pyspark.sql", reason="pip install sqlglot pyspark (and a Java) to try the reads on Spark"
    ).SparkSession
    settings = {"spark.sql.session.timeZone": "UTC", "spark.ui.enabled": "false", "spark.sql.shuffle.partitions": "2"}
    builder = session.builder.master("local[2]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    running = builder.getOrCreate()
    running.sparkContext.setLogLevel("OFF")
    yield running
    running.stop()


def translated(statement):
    """(statement in Spark's words, the tables and views it reads)."""
    sqlglot = pytest.importorskip("sqlglot")
    exp = sqlglot.exp
    tree = sqlglot.parse_one(statement, read="duckdb")
    for call in list(tree.find_all(exp.Anonymous)):
        if call.name.lower() == "list_position":
            call.set("this", "array_position")
    inside = {part.alias for part in tree.find_all(exp.CTE)}
    return re.sub(r"\$(\w+)", r":\1", tree.sql(dialect="spark")), {table.name for table in tree.find_all(exp.Table)} - inside - {
        ""
    }


def test_the_reads_answer_the_same_on_spark(spark, store_file, tmp_path):
    import pyarrow.parquet as parquet

    from data.vietnamese.dates import today

    for macro in MACROS:
        spark.sql(macro.format(today=today()))
    store = Store.open(shutil.copy(store_file, tmp_path / "store.duckdb"))
    files = {name: sql_file("reads", name) for name in names("reads") if name not in NOT_TRANSLATED}
    statements = {name: translated(file.statement) for name, file in files.items()}
    for table in sorted({table for _, read in statements.values() for table in read} & {*VIEWS, *names("tables")}):
        parquet.write_table(
            store.inside(lambda cursor, table=table: cursor.table(table).to_arrow_table()), tmp_path / f"{table}.parquet"
        )
        spark.read.parquet(str(tmp_path / f"{table}.parquet")).createOrReplaceTempView(table)
    wrong = {}
    for name, file in files.items():
        given = {param: SAMPLE[param] for param in file.params}
        ours = store.inside(lambda cursor, file=file, given=given: cursor.execute(file.statement, given).fetchall())
        try:
            theirs = [tuple(row) for row in spark.sql(statements[name][0], args=given).collect()]
        except Exception as error:  # each read is told apart
            wrong[name] = str(error).partition("SQLSTATE")[0][:200]
            continue
        if [tuple(map(str, row)) for row in ours] != [tuple(map(str, row)) for row in theirs]:
            wrong[name] = f"{len(ours)} rows here, {len(theirs)} there; first that differs: {first_difference(ours, theirs)}"
    store.close()
    assert wrong == {}, "\n".join(f"{name}: {why}" for name, why in wrong.items())


def first_difference(ours, theirs):
    return next(((a, b) for a, b in zip(ours, theirs, strict=False) if tuple(map(str, a)) != tuple(map(str, b))), None)
