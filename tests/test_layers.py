"""Data flows one way: pages -> components -> queries and data; SQL lives in queries; nothing else at the top."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "app.py": {"components"},
    "pages": {"components", "queries"},
    "components": {"components", "queries", "data"},
    "data": {"data", "queries"},
    "queries": {"queries"},
}
OUTSIDE = {"queries": {"streamlit", "plotly"}, "data": {"streamlit", "plotly"}}
MODULES = [
    path for room in MAY_IMPORT for path in ([ROOT / room] if room.endswith(".py") else sorted((ROOT / room).rglob("*.py")))
]


def imported(path):
    """First names of everything a module imports, and of ``from`` imports the whole module."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_from_its_own_room_or_below(path):
    room = path.relative_to(ROOT).parts[0]
    ours = {"app", "pages", "components", "queries", "data", "tests"}
    for name in imported(path):
        first = name.split(".")[0]
        if first in ours:
            assert first in MAY_IMPORT[room], f"{path} imports {name}"
        assert first not in OUTSIDE.get(room, ()), f"{path} imports {name}"


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.relative_to(ROOT).parts[0] == "pages"], ids=lambda path: path.stem
)
def test_a_page_asks_only_reads_opens_with_its_question_and_stays_on_one_screen(path):
    text = path.read_text(encoding="utf-8")
    assert {name for name in imported(path) if name.startswith("queries")} <= {"queries.reads"}
    assert ast.get_docstring(ast.parse(text)).endswith("?")
    assert len(text.splitlines()) <= 70


def test_screens_lie_in_folders_inside_pages():
    assert list((ROOT / "pages").glob("*.py")) == []


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if path.relative_to(ROOT).parts[0] != "queries"],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_sql_lives_in_queries(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            assert not re.search(
                r"\bselect\b.+\bfrom\b|\binsert into\b|\bdelete from\b|\bupdate \w+ set\b", node.value, re.I | re.S
            ), node.value


def test_the_top_level_holds_what_the_customer_fixed_and_dot_files():
    import subprocess

    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()
    top = {name.split("/")[0] for name in listed}
    assert {name for name in top if not name.startswith(".")} <= {
        "app.py",
        "pages",
        "data",
        "queries",
        "components",
        "tests",
        "requirements.txt",
        "README.md",
    }


def test_requirements_are_pinned_exactly():
    for line in (ROOT / "requirements.txt").read_text().splitlines():
        assert re.fullmatch(r"[a-zA-Z0-9_\-\[\]]+==[0-9][0-9.]*", line), line


def test_no_shipped_text_holds_a_machine_path():
    import subprocess

    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    for name in filter(None, listed):
        text = (ROOT / name).read_text(encoding="utf-8", errors="ignore")
        assert not re.search(r"/(home|work|root|Users)/\w", text), name
