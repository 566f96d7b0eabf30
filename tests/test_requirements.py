"""What is imported is declared, what is declared is pinned, and what gets installed is held to its hashes."""

import ast
import importlib.metadata
import re
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = {
    "run.in": ROOT / "requirements.txt",
    "test.in": ROOT / ".requirements" / "test.txt",
    "shared.in": ROOT / ".requirements" / "shared.txt",
}
OURS = {"app", "pages", "components", "data", "queries", "tests"}


def normal(name):
    """A package's name as an index compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared(name):
    """{package: (version, why it is needed though nothing imports it)} of a file in .requirements."""
    lines = [line.partition("#") for line in (ROOT / ".requirements" / name).read_text(encoding="utf-8").splitlines()]
    pins = {pin.strip(): why.strip() for pin, _, why in lines if pin.strip() and not pin.startswith("-")}
    return {normal(pin.split("==")[0]): (pin.partition("==")[2], why) for pin, why in pins.items()}


def locked(path):
    """{package: (version, number of hashes)} of a lock file."""
    entries = re.split(r"^(?=\w)", path.read_text(encoding="utf-8"), flags=re.M)
    heads = [(re.match(r"([\w.-]+)==(\S+)", entry), entry.count("--hash=sha256:")) for entry in entries]
    return {normal(head[1]): (head[2], hashes) for head, hashes in heads if head}


@cache
def imported(*folders):
    """Packages that the files below those folders import, by the name an index knows."""
    files = [
        file for folder in folders for file in ([ROOT / folder] if folder.endswith(".py") else (ROOT / folder).rglob("*.py"))
    ]
    names = {name.split(".")[0] for file in files for name in _modules(file)} - OURS - sys.stdlib_module_names
    packages = importlib.metadata.packages_distributions()
    return {normal(packages.get(name, [name])[0]) for name in names}


def _modules(file):
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("name", LOCKS)
def test_a_declared_package_is_pinned_and_the_lock_holds_that_version(name):
    lock = locked(LOCKS[name])
    for package, (version, _) in declared(name).items():
        assert re.fullmatch(r"[0-9][0-9.]*", version), package
        assert lock[package][0] == version, package


@pytest.mark.parametrize("path", LOCKS.values(), ids=lambda path: path.name)
def test_every_line_of_a_lock_is_a_version_with_hashes_and_no_index(path):
    text = path.read_text(encoding="utf-8")
    assert all(hashes for _, hashes in locked(path).values())
    entry = r"(#.*|[\w.-]+==[\w.]+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?)"
    assert [line for line in text.splitlines() if not re.fullmatch(entry, line)] == []


def test_both_locks_agree():
    run, test, shared = (locked(path) for path in LOCKS.values())
    assert shared["duckdb"][0] == run["duckdb"][0]
    assert {name: (run[name], test[name]) for name in run.keys() & test.keys() if run[name][0] != test[name][0]} == {}


def test_what_the_product_imports_is_declared_for_running():
    needed = imported("app.py", "pages", "components", "data", "queries")
    assert needed - declared("run.in").keys() == set()


def test_what_the_tests_import_is_declared():
    assert imported("tests") - declared("run.in").keys() - declared("test.in").keys() == set()


def test_what_is_declared_is_imported_or_says_what_it_is_for():
    for name, folders in (("run.in", ("app.py", "pages", "components", "data", "queries")), ("test.in", ("tests",))):
        unused = declared(name).keys() - imported(*folders)
        assert {package for package in unused if not declared(name)[package][1].startswith("for: ")} == set()


def test_a_server_of_a_customer_gets_no_test_tool():
    assert locked(LOCKS["run.in"]).keys() & {"pytest", "playwright", "hypothesis", "mypy", "ruff", "coverage"} == set()
