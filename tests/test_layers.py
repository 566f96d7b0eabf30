"""Data flows one way: pages -> components -> queries and data; SQL lives in queries; nothing else at the top."""

import ast
import graphlib
import re
import subprocess
import sys
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


# rooms of components/: a room may know itself and the ones named here
ROOMS = {
    "theme": set(),
    "territory": set(),
    "text": {"theme"},
    "settings": set(),
    "page_turn": set(),
    "store": {"settings", "text"},
    "state": set(),
    "streamlit_private": set(),
    "permission": set(),
    "http_request": set(),
    "file_input": {"streamlit_private", "permission"},
    "charts": {"theme", "text"},
    "slides": {"theme", "text", "charts", "territory"},
    "tiles": {
        "theme",
        "text",
        "charts",
        "territory",
        "store",
        "slides",
        "streamlit_private",
        "permission",
        "settings",
    },
    "filters": {"territory", "text", "store", "state", "streamlit_private", "tiles"},
    "page": {"page_turn", "theme", "text", "charts", "tiles", "state", "store", "streamlit_private", "http_request"},
    "upload": {"page_turn", "text", "territory", "store", "state", "tiles", "file_input", "streamlit_private"},
    "accounts": {
        "text",
        "store",
        "state",
        "settings",
        "tiles",
        "streamlit_private",
        "permission",
        "http_request",
        "file_input",
    },
    "open_data": {"text", "store", "settings", "tiles", "filters"},
    "doors": {"settings", "store", "accounts", "http_request", "slides", "theme", "tiles"},
    "asked_ahead": {"territory", "store", "tiles", "streamlit_private"},
    "server": {"settings", "streamlit_private", "store", "accounts", "doors", "page", "asked_ahead"},
    "letters": {"text", "territory", "store", "tiles"},
    "briefing": {
        "theme",
        "text",
        "territory",
        "store",
        "state",
        "tiles",
        "filters",
        "slides",
        "file_input",
        "page_turn",
    },
}
WITHOUT_STREAMLIT = (
    "components/theme",
    "components/territory",
    "components/text",
    "components/charts",
    "components/slides",
    "data",
    "queries",
)


def _room(name):
    """'components.slides.pptx.notes' -> 'slides'."""
    return name.split(".")[1] if name.count(".") else ""


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


COMPONENTS = [path for path in MODULES if path.relative_to(ROOT).parts[0] == "components" and path.name != "__init__.py"]


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_room_of_components_knows_only_the_rooms_below_it(path):
    room = path.relative_to(ROOT / "components").parts[0].removesuffix(".py")
    for name in imported(path):
        if name.startswith("components."):
            assert _room(name) in {room, *ROOMS[room]}, f"{path} imports {name}"
            if room == "tiles" and _room(name) == "slides":
                assert path.name == "slide_button.py", f"{path} imports {name}: of the tiles only slide_button knows slides"


def test_no_module_of_ours_imports_another_in_a_circle():
    names = {str(path.relative_to(ROOT).with_suffix("")).replace("/", "."): path for path in MODULES}
    names = {name.removesuffix(".__init__"): path for name, path in names.items()}
    graph = {}
    for name, path in names.items():
        graph[name] = set()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                graph[name] |= {full if (full := f"{node.module}.{alias.name}") in names else node.module for alias in node.names}
    graph = {name: {other for other in others if other in names} for name, others in graph.items()}
    assert len(list(graphlib.TopologicalSorter(graph).static_order())) == len(names)


def test_what_the_address_of_a_store_means_and_how_duckdb_is_opened_is_known_in_one_module():
    looks_into_texts = ROOT / "data" / "ingest" / "reading" / "encodings.py"
    wrong = []
    for path in (path for path in MODULES if path != ROOT / "queries" / "engine.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        texts = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
        texts -= docstrings(tree)
        ours = path.relative_to(ROOT).parts[0] in ("data", "queries") and path != looks_into_texts
        wrong += [(path.name, text) for text in texts if re.search(r"ducklake:|duckdb:/|postgres:", text)]
        wrong += [(path.name, text) for text in texts if ours and text == "://"]
        opened = [node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and ast.unparse(node) == "duckdb.connect"]
        wrong += [(path.name, node.lineno) for node in opened]
    assert wrong == []


def docstrings(tree):
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef)
    return {ast.get_docstring(node, clean=False) for node in ast.walk(tree) if isinstance(node, kinds)}


def test_no_two_modules_have_one_name():
    stems = [
        path.stem for path in MODULES if path.stem not in ("__init__", "__main__") and path.relative_to(ROOT).parts[0] != "pages"
    ]
    assert sorted({stem for stem in stems if stems.count(stem) > 1}) == []


def test_what_needs_no_screen_loads_without_streamlit():
    """Tried at run time: every module of those rooms is imported in a process of its own, and what came with it looked at."""
    names = [
        str(path.relative_to(ROOT).with_suffix("")).replace("/", ".").removesuffix(".__init__")
        for path in MODULES
        if str(path.relative_to(ROOT)).startswith(WITHOUT_STREAMLIT) and path.stem != "__main__"
    ]
    assert len(names) > 80
    code = f"import importlib, sys\nfor name in {names!r}:\n    importlib.import_module(name)\nprint(sorted({{'streamlit', 'plotly'}} & set(sys.modules)))"
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    assert shown == "[]"


@pytest.mark.parametrize(
    "path", [path for path in MODULES if path.relative_to(ROOT).parts[0] == "pages"], ids=lambda path: path.stem
)
def test_a_page_asks_only_reads_opens_with_its_question_and_stays_on_one_screen(path):
    text = path.read_text(encoding="utf-8")
    assert {name for name in imported(path) if name.startswith("queries")} <= {"queries.reads"}
    assert ast.get_docstring(ast.parse(text)).endswith("?")
    assert len(text.splitlines()) <= 70


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if path != ROOT / "components" / "state.py"],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_what_a_visit_remembers_stands_in_one_module(path):
    used = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Attribute)]
    assert [f"{path.name}:{node.lineno}" for node in used if node.attr == "session_state"] == []


SCREEN_FILES = [
    path
    for path in sorted((ROOT / "components").rglob("*"))
    if path.suffix in (".py", ".css", ".js") and path.relative_to(ROOT / "components").parts[0] not in ("charts", "slides")
]


@pytest.mark.parametrize("path", SCREEN_FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_colours_stand_in_the_theme_and_style_sheets_name_them(path):
    if path.name != "theme.py":
        assert re.findall(r"#[0-9a-fA-F]{6}\b", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "path", [path for path in SCREEN_FILES if path.suffix == ".py" and path.name != "theme.py"], ids=lambda path: path.stem
)
def test_tables_styles_and_scripts_are_not_written_by_hand_in_strings(path):
    """A table is made by ``html_table``; rules of a style sheet and scripts stand in files beside their module."""
    texts = [node.value for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Constant)]
    for text in (text for text in texts if isinstance(text, str)):
        assert not re.search(r"<t[rdh][ >]|<table|\{[a-z-]+:[^{}]+\}|\bdocument\.(query|body|create)|=> *\{ *\w", text), text


@pytest.mark.parametrize(
    "path",
    [path for path in MODULES if path != ROOT / "components" / "streamlit_private.py"],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_only_one_module_knows_what_streamlit_does_not_document(path):
    assert [name for name in imported(path) if name.startswith("streamlit.")] == []


def test_screens_lie_in_folders_inside_pages():
    assert list((ROOT / "pages").glob("*.py")) == []


SQL = r"\bselect\b.+\bfrom\b|\bselect \*|\binsert into\b|\bdelete from\b|\bupdate \w+( as \w+)?\s+set\b|\bmerge into\b"


def texts(node):
    """Every text of a module as it may reach the database; of an f-string the whole, a placeholder as one word."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.JoinedStr):
            yield "".join(part.value if isinstance(part, ast.Constant) else "x" for part in child.values)
        elif isinstance(child, ast.Constant) and isinstance(child.value, str):
            yield child.value
        else:
            yield from texts(child)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_sql_stands_only_in_sql_files(path):
    """What Python may say to the database by itself: begin, commit, rollback, settings, and adding, commenting and dropping what a file made."""
    for text in texts(ast.parse(path.read_text(encoding="utf-8"))):
        assert not re.search(SQL, text, re.I | re.S), text


@pytest.mark.parametrize(
    "text",
    [
        "select year from target",
        "f'select * from {view}'",
        "insert into x by name",
        "delete from x where y",
        "update x set y = 1",
        "select\n  a\nfrom b",
    ],
)
def test_sql_in_a_text_would_be_seen(text):
    assert re.search(SQL, text, re.I | re.S)


def test_the_top_level_holds_what_the_customer_fixed_and_dot_files():
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


def test_no_shipped_text_holds_a_machine_path():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    for name in filter(None, listed):
        text = (ROOT / name).read_text(encoding="utf-8", errors="ignore")
        assert not re.search(r"/(home|work|root|Users)/\w", text), name
