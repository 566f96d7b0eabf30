"""Files that are small on the wire and large in memory: refused early, and few are read at once."""

import io
import subprocess
import sys
import threading
import time
import zipfile

import pytest

from data.accounts.sign_in import CLI
from data.ingest.findings.finding import Refused
from data.ingest.importer import inspect
from data.ingest.reading import workbook_file
from data.ingest.reading.workbook_file import sheets_of
from data.operations.turns import Turns, waits_told
from tests.data.ingest.sample_files import book


def with_strings(tag, count):
    """A workbook whose list of strings holds ``count`` empty ones."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book([["a"]]))) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            if entry.filename != "xl/sharedStrings.xml":
                target.writestr(entry.filename, source.read(entry))
        target.writestr(
            "xl/sharedStrings.xml",
            b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + tag * count + b"</sst>",
        )
    return out.getvalue()


@pytest.mark.parametrize("tag", [b"<si><t/></si>", b"<si/>", b"<x:si />"])
def test_millions_of_empty_strings_are_refused_early(tag):
    data = with_strings(tag, 8_500_000)
    started = time.monotonic()
    with pytest.raises(Refused) as refused:
        sheets_of(data, "xlsx")
    assert refused.value.findings[0].code == "file_slow"
    assert len(data) < 400_000 and time.monotonic() - started < 20, "reading them takes a minute and gigabytes"


def test_two_workbooks_are_read_at_a_time_and_the_next_is_told_to_wait(monkeypatch):
    turns, told, hold = Turns(1), [], threading.Event()
    monkeypatch.setattr(workbook_file, "_TURNS", turns)

    def busy():
        with turns.turn():
            hold.wait(20)

    first = threading.Thread(target=busy)
    first.start()
    while not turns._running:
        time.sleep(0.005)

    def tell(ahead):
        told.append(ahead)
        hold.set()

    with waits_told(tell):
        assert sheets_of(book([["a"]]), "xlsx")[0].records == [(1, ["a"])]
    first.join(20)
    assert told == [1]


def test_too_many_who_wait_are_told_so(monkeypatch):
    monkeypatch.setattr(workbook_file, "_TURNS", Turns(1, waiting=0))
    with pytest.raises(Refused) as refused:
        sheets_of(book([["a"]]), "xlsx")
    assert refused.value.findings[0].code == "file_busy"


@pytest.mark.parametrize("row", [b";" * 2_000_000, b"a;" * 1_000_000, b"a;" * 1_000_000 + b"\n", b"a;b\n" + b"1;" * 1_000_000])
def test_a_csv_with_a_million_cells_in_a_row_is_refused_early(tiny_store, row):
    """Small on the wire; every cell was looked at for its sense, which took minutes."""
    started = time.monotonic()
    with pytest.raises(Refused):
        inspect(tiny_store, row, "x.csv", CLI)
    assert time.monotonic() - started < 15


LIMITED = """
import sys
from data.ingest.reading import workbook_child
workbook_child.MEMORY = int(open("/proc/self/statm").read().split()[0]) * 4096 + 64 * 2**20
workbook_child._READERS["xlsx"] = lambda *_: iter([[len(bytearray(int(sys.argv[2]) * 2**20))]])
workbook_child.main("xlsx", sys.argv[1], 1000, 100, 2**30)
"""


@pytest.mark.parametrize(("megabytes", "last"), [(256, '{"error": "file_slow"}'), (16, '{"done": true}')])
def test_a_reader_that_needs_more_memory_than_its_process_may_take_ends_as_a_refusal(tmp_path, megabytes, last):
    path = tmp_path / "nang.xlsx"
    path.write_bytes(book([["a"]]))
    child = subprocess.run([sys.executable, "-c", LIMITED, path, str(megabytes)], capture_output=True, text=True)
    assert child.stdout.splitlines()[-1] == last, child.stderr[-500:]
