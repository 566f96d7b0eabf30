"""Stores for the tests: the seed, loaded once, and copies of it."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from data.accounts import passwords
from data.sample import making
from data.seed import load_seed
from queries.engine import Lake
from queries.shared_store import SharedStore, publish_store
from queries.store import Store
from tests import postgres_server

ROOT = Path(__file__).parent.parent
FROZEN_SEED = ROOT / "tests" / "frozen_seed"


# what a test is, told by where it lies and what it asks for: `pytest -m "not slow and not browser and not office"` is the quick run
OFFICE = {"office", "paper", "tools"}
SLOW = ("tests/data/ingest/test_properties.py", "tests/data/ingest/test_concurrent.py", "tests/data/ingest/test_crash.py")
# files that take longest come first: of the processes none has to wait for the other in the end
LONG = (
    "data/ingest/test_rights.py", "data/operations/test_shared_store.py", "data/ingest/test_properties.py", "pages/test_desk.py", "browser/test_update.py",
    "data/ingest/test_findings.py", "data/ingest/test_commits.py", "browser/test_browser.py", "queries/test_known_days.py", "browser/test_sign_in.py",
    "data/ingest/test_crash.py", "data/operations/test_running.py", "data/ingest/test_commune_files.py", "data/ingest/test_wrong_figures.py",
    "data/ingest/test_statistics.py", "browser/test_presentation.py", "components/doors/test_figures_door.py", "browser/test_machines.py", "pages/test_pages.py",
    "data/test_form_files.py", "pages/test_guards.py", "queries/test_store.py", "pages/test_known_day.py", "data/test_first_start.py",
    "data/ingest/test_concurrent.py", "browser/test_briefing.py", "queries/test_upgrade.py", "queries/test_checks.py", "data/operations/test_reseed.py",
    "data/operations/test_object_store.py", "data/ingest/test_harmless.py", "browser/test_sample.py",
)  # fmt: skip


MEMORY, ROOM = Path("/dev/shm"), 8 * 2**30  # where no commit waits for a disk, and how much must be free there


def pytest_configure(config: pytest.Config) -> None:
    """Processes take the files in our order, not those with the most tests first; the stores of the tests lie in memory where it is large."""
    config.option.loadscopereorder = False
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks: ``browser`` needs Chromium, ``office`` LibreOffice and poppler, ``slow`` patience. The long files first."""
    place = {ROOT / "tests" / name: number for number, name in enumerate(LONG)}
    if gone := [path.name for path in place if not path.exists()]:
        raise pytest.UsageError(f"LONG in tests/conftest.py names files that are not there: {', '.join(gone)}")
    items.sort(key=lambda item: place.get(item.path, len(LONG)))
    for item in items:
        path = item.path.relative_to(ROOT).as_posix()
        if path.startswith("tests/browser/"):
            item.add_marker("browser")
        if OFFICE & set(getattr(item, "fixturenames", ())):
            item.add_marker("office")
        if path in SLOW:
            item.add_marker("slow")


@pytest.fixture(scope="session")
def made_once(tmp_path_factory) -> Callable[[str, Callable[[Path], object]], Path]:
    """Gives the folder of that name in which something was made, once for all processes of a test run."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared.parent if "PYTEST_XDIST_WORKER" in os.environ else shared

    def folder(name: str, make: Callable[[Path], object]) -> Path:
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (shared / name).exists():
                unfinished = shared / f"{name}.unfinished"
                shutil.rmtree(unfinished, ignore_errors=True)
                unfinished.mkdir()
                make(unfinished)
                unfinished.rename(shared / name)
        return shared / name

    return folder


@pytest.fixture(scope="session", autouse=True)
def quick_hashes() -> Iterator[PasswordHasher]:
    """Argon2 with next to no work, where a test asks for no ``real_hashes``; gives the one that the product has."""
    real = passwords._HASHER
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        yield real


@pytest.fixture
def real_hashes(quick_hashes, monkeypatch) -> None:
    """The product's own strength, for a test of that."""
    monkeypatch.setattr(passwords, "_HASHER", quick_hashes)
    monkeypatch.setattr(passwords, "_NOBODY", [])


def _seeded(path: Path, *folder: Path) -> None:
    made = Store.create(path)
    load_seed(made, *folder)
    made.close()


@pytest.fixture(scope="session")
def store_file(made_once) -> Iterator[Path]:
    """The seed as a file, to be copied: a test that opens it writes into what the next one gets, and fails at the end."""
    path = made_once("store", lambda folder: _seeded(folder / "seed.duckdb")) / "seed.duckdb"
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    yield path
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before, "a test wrote into the seed that all tests copy"


@pytest.fixture(scope="session")
def new_seed_file(store_file, tmp_path_factory) -> Callable[[], Path]:
    """Gives the seed as a file, a new one at each call; loading the seed anew would take thirty times as long."""
    return lambda: shutil.copy(store_file, tmp_path_factory.mktemp("seed") / "seed.duckdb")


@pytest.fixture(scope="session")
def new_seed_store(new_seed_file) -> Iterator[Callable[[], Store]]:
    """Gives an open store with the seed, a new one at each call."""
    opened = []

    def open_copy() -> Store:
        opened.append(Store.open(new_seed_file()))
        return opened[-1]

    yield open_copy
    for seed_store in opened:
        seed_store.close()


@pytest.fixture(scope="session")
def store(new_seed_store) -> Store:
    """The seed; tests only read it."""
    return new_seed_store()


@pytest.fixture
def own_store(store_file, tmp_path, request) -> Iterator[Store]:
    """The seed, for a test that writes; of a test that is marked ``both_engines`` once as a file and once as several machines share it.
    With STORE=shared in the environment every test gets the shared one."""
    if getattr(request, "param", os.environ.get("STORE")) == "shared":
        seed_store = request.getfixturevalue("new_shared_store")(tmp_path)
    else:
        seed_store = Store.open(shutil.copy(store_file, tmp_path / "own.duckdb"))
    yield seed_store
    seed_store.close()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Tests of both engines come twice."""
    if metafunc.definition.get_closest_marker("both_engines"):
        metafunc.parametrize("own_store", ["file", "shared"], indirect=True)


@pytest.fixture(scope="session")
def new_shared_store(server, store_file, tmp_path_factory) -> Callable[[Path], SharedStore]:
    """Gives the seed in a lake of its own at each call, open on a machine whose file lies in a folder; putting it there is done once, and
    what follows copies the catalogue. The lakes share a folder: each only adds files to those that it begins with."""

    def address(name: str) -> str:
        return f"ducklake:postgres:service={name}"

    folder, seed = tmp_path_factory.mktemp("lakes"), server.database()
    source, there = Store.open(shutil.copy(store_file, folder / "source.duckdb")), Lake(address(seed), str(folder / "files"))
    with closing(source), closing(there):
        publish_store(source, there, replace=False)
    SharedStore.shared(lambda: Lake(address(seed)), str(folder / "seed.duckdb")).close()

    def new(place: Path) -> SharedStore:
        own = server.database(like=seed)
        for name in ("", ".last-write"):
            shutil.copy(folder / f"seed.duckdb{name}", place / f"own.duckdb{name}")
        return SharedStore.shared(lambda: Lake(address(own)), str(place / "own.duckdb"))

    return new


@pytest.fixture(scope="session")
def tiny_file(made_once) -> Path:
    """The invented world of ``tests/tiny_world`` as a file; whoever opens it copies it."""
    return made_once("tiny", lambda folder: _seeded(folder / "tiny.duckdb", ROOT / "tests" / "tiny_world")) / "tiny.duckdb"


@pytest.fixture(scope="session")
def tiny_store(tiny_file, tmp_path_factory) -> Iterator[Store]:
    """The invented world of ``tests/tiny_world``, every value of which anyone can check by hand; tests only read it."""
    tiny = Store.open(shutil.copy(tiny_file, tmp_path_factory.mktemp("tiny")))
    yield tiny
    tiny.close()


@pytest.fixture(scope="session")
def sample_file(made_once) -> Path:
    """The store of illustrative figures as a file; whoever opens it copies it."""
    return made_once("sample", making.make) / making.FILE


@pytest.fixture(scope="session")
def sample_store(sample_file, tmp_path_factory) -> Iterator[Store]:
    """The illustrative figures of all units; tests only read it."""
    opened = Store.open(shutil.copy(sample_file, tmp_path_factory.mktemp("sample")))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def server() -> Iterator[postgres_server.Server]:
    """A PostgreSQL of the tests' own, started once; who stops it starts it again."""
    try:
        with postgres_server.running() as started:
            yield started
    except LookupError as missing:
        pytest.fail(str(missing)) if in_ci() else pytest.skip(str(missing))


def in_ci() -> bool:
    """In CI a missing tool is a failure; elsewhere its tests skip and say what to install."""
    return os.environ.get("CI", "").lower() in ("1", "true", "yes")
