"""What DuckDB says when a file cannot be opened or written: every text that is relied on is brought about by DuckDB itself."""

import struct
import subprocess
import sys

import duckdb
import pytest

from queries.duckdb_errors import shortage, why_not_opened

HEADER = 4_096  # bytes


def opened(path):
    """The error of opening a file."""
    with pytest.raises(duckdb.Error) as refused:
        duckdb.connect(str(path)).close()
    return refused.value


def checksum(content):
    """What stands before the header of a DuckDB file, computed over the header."""
    total = 5381
    for (word,) in struct.iter_unpack("<Q", content):
        total ^= word * 0xBF58476D1CE4E5B9 % 2**64
    return total


@pytest.fixture
def file(tmp_path):
    duckdb.connect(str(tmp_path / "kho.duckdb")).close()
    return tmp_path / "kho.duckdb"


def test_a_file_of_another_process_is_locked(file):
    code = "import duckdb, sys; held = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    holder = subprocess.Popen([sys.executable, "-c", code, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert holder.stdout.readline().strip() == b"held"
        assert why_not_opened(opened(file)) == "locked"
    finally:
        holder.communicate(b"", timeout=30)


def test_a_file_of_a_later_duckdb_is_of_another_version(file):
    content = bytearray(file.read_bytes())
    assert content[8:12] == b"DUCK" and checksum(content[8:HEADER]) == int.from_bytes(content[:8], "little")
    content[12:20] = (9_999).to_bytes(8, "little")
    content[:8] = checksum(content[8:HEADER]).to_bytes(8, "little")
    file.write_bytes(content)
    assert why_not_opened(opened(file)) == "newer"


def test_anything_else_is_damaged(tmp_path):
    other = tmp_path / "kho.duckdb"
    other.write_bytes(b"not a store" * 500)
    assert why_not_opened(opened(other)) == "damaged"
    assert why_not_opened(duckdb.CatalogException("version number, could not set lock")) == "damaged"


def test_a_write_beyond_the_room_on_the_disk_is_a_shortage_of_disk(file):
    """In a process of its own, which may write only so much."""
    code = """
import duckdb, resource, signal, sys
from queries.duckdb_errors import shortage
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
connection = duckdb.connect(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
try:
    connection.execute("create table t as select random() as n from range(2_000_000)")
    connection.execute("checkpoint")
except duckdb.Error as error:
    print(shortage(error))
"""
    done = subprocess.run([sys.executable, "-c", code, str(file)], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "disk", done.stderr


def test_work_beyond_the_memory_is_a_shortage_of_memory():
    connection = duckdb.connect(config={"memory_limit": "60MB"})
    with pytest.raises(duckdb.Error) as refused:
        connection.execute("select list(number) from range(40_000_000) as t(number)").fetchall()
    assert shortage(refused.value) == "memory"


def test_an_ordinary_error_is_no_shortage():
    with pytest.raises(duckdb.Error) as refused:
        duckdb.connect().execute("select nothing")
    assert shortage(refused.value) is None
