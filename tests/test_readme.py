"""The README tells the truth: its lists equal the folders, its commands exist, CI runs its test command."""

import ast
import re
import subprocess
from pathlib import Path

from queries.sqlfile import KEYS, names, sql_file
from queries.store import PUBLISHED

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
QUERIES = (ROOT / "queries" / "README.md").read_text(encoding="utf-8")


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


def test_ci_runs_the_test_command_of_the_readme():
    run = (ROOT / ".ci" / "run").read_text()
    command = subprocess.run(
        ["bash", "-c", r"""sed -n '/^<!-- tests -->$/,/^```$/p' README.md | sed -n '/^```sh$/,/^```$/p' | sed '1d;$d'"""],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    assert "<!-- tests -->" in run and command.endswith("-m pytest -n 2 --dist loadfile") and "\n" not in command


def test_every_command_of_the_readme_exists():
    for module in re.findall(r"python -m ((?:tests|data)[\w.]*)", README):
        path = ROOT / module.replace(".", "/")
        assert path.with_suffix(".py").exists() or (path / "__main__.py").exists(), module


def test_the_choices_named_in_the_readme_are_those_of_the_screens():
    code = "".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "components" / "filters").glob("*.py")))
    used = set(re.findall(r'_choose\("[^"]+", "(\w+)"', code)) | set(re.findall(r'key="(tim)"|url_state\.listed\("(\w+)"', code))
    used = {name for found in used for name in (found if isinstance(found, tuple) else [found]) if name}
    told = set(re.findall(r"`(\w+)` \(", README.split("Choices stand in the link")[1].split("\n")[0]))
    assert used == told
