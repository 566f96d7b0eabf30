"""A store of every version that was given out opens with the program of today, and says what it said."""

import gzip
import json
from datetime import date
from pathlib import Path

import pytest

from data.version import releases
from queries.clock import on_day
from queries.schema import PUBLISHED
from queries.store import Store, StoreError

FOLDER = Path(__file__).parent.parent / "old_stores"
VERSIONS = sorted(path.name.removeprefix("store-").removesuffix(".json") for path in FOLDER.glob("*.json"))
MADE_ON = date(2026, 11, 28)


@pytest.fixture(params=VERSIONS)
def version(request):
    return request.param


@pytest.fixture
def old(version, tmp_path):
    """A store as that version left it."""
    path = tmp_path / "chi-tieu.duckdb"
    path.write_bytes(gzip.decompress((FOLDER / f"store-{version}.duckdb.gz").read_bytes()))
    return path


def texts(store: Store, view: str, columns: list[str]) -> list[list[str | None]]:
    """Rows of a published view as texts, of some of its columns, in the order of those."""
    rows = store.arrow(view).select(columns).to_pylist()
    return sorted(([None if cell is None else str(cell) for cell in row.values()] for row in rows), key=str)


def test_there_is_a_store_of_every_version_that_was_given_out():
    """Beginning with 1.2.0, the first with a number in the store; the newest may still be in the making."""
    given_out = [release.version for release in releases()[1:]]
    assert set(given_out[: given_out.index("1.2.0") + 1]) <= set(VERSIONS)


def test_every_published_view_says_what_it_said_and_new_columns_stand_at_its_end(version, old):
    said = json.loads((FOLDER / f"store-{version}.json").read_text(encoding="utf-8"))
    with on_day(MADE_ON):
        store = Store.open(old)
        try:
            assert set(said) <= set(PUBLISHED) and any(view["rows"] for view in said.values())
            for view, before in said.items():
                columns = before["columns"]
                assert store.arrow(view).column_names[: len(columns)] == columns, view
                assert texts(store, view, columns) == sorted(before["rows"], key=str), view
            assert store.check() == []
        finally:
            store.close()


def test_the_store_is_kept_as_it_was_before_it_is_brought_up_to_date(old):
    kept = Path(f"{old}.before-upgrade")
    before = old.read_bytes()
    Store.open(old).close()
    assert kept.read_bytes() == before and old.read_bytes() != before
    kept.unlink()
    Store.open(old).close()
    assert not kept.exists(), "a store that is up to date needs no copy"


def test_without_room_for_that_copy_nothing_is_changed(old, monkeypatch):
    def full(source, target):
        raise OSError(28, "No space left on device")

    before = old.read_bytes()
    monkeypatch.setattr("queries.store.shutil.copyfile", full)
    with pytest.raises(StoreError, match="^disk"):
        Store.open(old)
    assert old.read_bytes() == before
