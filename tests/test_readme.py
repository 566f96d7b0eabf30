"""The README files tell the truth: lists equal the folders, files and commands exist, CI runs the test command."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

from queries.schema import PUBLISHED
from queries.sqlfile import KEYS, names, sql_file

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TRACKED = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
QUERIES = (ROOT / "queries" / "README.md").read_text(encoding="utf-8")
READMES = [ROOT / name for name in TRACKED if name.endswith("README.md") or name.startswith(".adr/")]
NOT_SHIPPED = (".streamlit/secrets.toml",)
ALL = "\n".join(path.read_text(encoding="utf-8") for path in READMES)


def test_the_pages_are_those_of_the_folder_with_their_title_and_question():
    listed = re.findall(r"^\| `(pages/\S+)` \| (.+?) \| (.+?) \|$", README, re.M)
    folder = {str(path.relative_to(ROOT)) for path in (ROOT / "pages").rglob("*.py")}
    assert {path for path, _, _ in listed} == folder
    app = (ROOT / "app.py").read_text(encoding="utf-8")
    for path, title, question in listed:
        assert f'"{path}", title="{title}"' in app
        assert ast.get_docstring(ast.parse((ROOT / path).read_text(encoding="utf-8"))) == f"{title}: {question}"


def rows_of(title):
    """(first cell, second cell) of the table below a heading of the queries' README."""
    section = QUERIES.split(f"\n## {title}\n")[1].split("\n## ")[0]
    return dict(re.findall(r"^\| `(\w+)` \| (.+) \|$", section, re.M))


def test_the_reads_are_those_of_the_folder_with_their_sentence():
    assert rows_of("Reads") == {name: sql_file("reads", name).sentence for name in names("reads")}


def test_the_keys_of_headers_are_those_that_are_read():
    assert rows_of("Headers") == {key: meaning.replace("|", "/") for key, meaning in KEYS.items()}


def test_the_folders_of_queries_are_all_named():
    listed = set(re.findall(r"^\| `(\w+)/` \|", QUERIES, re.M))
    assert listed == {path.parent.name for path in (ROOT / "queries").rglob("*.sql")}


def test_the_published_views_are_named():
    named = QUERIES.split("## Views that other programs may build on")[1].split(":")[0]
    assert set(re.findall(r"`(\w+)`", named)) == set(PUBLISHED)


@pytest.mark.parametrize("path", READMES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_named_file_exists(path):
    """What stands in `...` and looks like a path is one, from the top or from the README's own folder."""
    text = path.read_text(encoding="utf-8")
    for name in re.findall(r"`([\w./-]+/[\w./-]*|[\w-]+\.(?:py|sql|csv|toml|md|js|css))`", text):
        if name.startswith(("/", "pages/x", "data/store")) or name in NOT_SHIPPED:
            continue
        assert (ROOT / name).exists() or (path.parent / name).exists(), name


def test_ci_runs_the_test_command_of_the_readme():
    run = (ROOT / ".ci" / "run").read_text()
    command = subprocess.run(
        ["bash", "-c", r"""sed -n '/^<!-- tests -->$/,/^```$/p' README.md | sed -n '/^```sh$/,/^```$/p' | sed '1d;$d'"""],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    assert "<!-- tests -->" in run and command.endswith("-m pytest -n 3 --dist loadfile") and "\n" not in command
    assert "-r requirements.txt -r .requirements/test.txt" in command


def test_starting_installs_nothing_that_only_tests_need():
    start = next(line for line in README.splitlines() if line.endswith("streamlit run app.py"))
    assert "-r requirements.txt" in start and "test.txt" not in start


def test_every_command_of_a_readme_exists():
    modules = re.findall(r"python -m ((?:tests|data)[\w.]*)", ALL)
    assert modules
    for module in modules:
        path = ROOT / module.replace(".", "/")
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), module


def test_every_test_file_of_the_table_of_changes_exists():
    cells = re.findall(r"^\| .+? \| `pytest (.+?)` \| .+? \|$", README, re.M)
    assert cells
    for name in " ".join(cells).split():
        assert (ROOT / name).exists(), name


def test_the_subcommands_of_the_gate_are_those_that_the_readme_names():
    named = re.search(r"bash \.ci/run \[(.+?)\]", README)[1].split(" | ")
    script = (ROOT / ".ci" / "run").read_text()
    assert set(named) == set(re.search(r"^  (\w+(?: \| \w+)+)\) \"\$1\" ;;", script, re.M)[1].split(" | ")) | {"test"}


LINK_NAMES = (
    r'(?:choose|pick)\(\s*"[^"]+", "(\w+)"',
    r'key="(tim|viec)"|url_state\.listed\("(\w+)"',
    r'query_params(?:\.get\(|\.pop\(|\[)"(\w+)"',
    r'^_?(?:MODE|STORE|PARAMETER)(?:, \w+)* = "(\w+)"',
)  # how the code of a screen says that it reads a name of the link


def test_the_choices_named_beside_the_filters_are_those_of_the_screens():
    rooms = [ROOT / "pages", *(ROOT / "components" / room for room in ("filters", "tiles", "page", "upload"))]
    files = [path for room in rooms for path in sorted(room.rglob("*.py"))] + [ROOT / "data/vietnamese/past_day.py"]
    code = "\n".join(path.read_text(encoding="utf-8") for path in files)
    found = [match for pattern in LINK_NAMES for match in re.findall(pattern, code, re.M)]
    used = {name for match in found for name in (match if isinstance(match, tuple) else [match]) if name}
    table = (ROOT / "components" / "filters" / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^\| `(\w+)` \|", table, re.M))
    assert used - named == set()
    assert {name for name in named if f'"{name}"' not in code} == set()
