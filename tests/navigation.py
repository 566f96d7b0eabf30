"""The pages of the app, read from its navigation, and what tests expect of each: one list for all tests."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Page:
    """A page as ``app.py`` names it: file, title, and address in the browser."""

    path: str
    title: str
    address: str


@dataclass(frozen=True)
class Expected:
    """What a visitor without an account meets on a page.

    ``choices`` go into its link, ``charts`` are drawn, it prints on so many ``sheets`` of A4, and ``presented`` says
    whether it has a screenshot view; ``guarded`` pages show the sign-in form instead of themselves.
    """

    choices: str = ""
    charts: int = 0
    sheets: int = 1
    presented: bool = False
    guarded: bool = False


EXPECTED = {
    "pages/leaders/overview.py": Expected(sheets=2, presented=True),
    "pages/leaders/indicator.py": Expected("?chi_tieu=CQ.06", charts=3, sheets=2, presented=True),
    "pages/units/levels.py": Expected(charts=1, presented=True),
    "pages/units/compare.py": Expected("?so_voi=75", sheets=3, presented=True),
    "pages/units/ranking.py": Expected(presented=True),
    "pages/units/unit_table.py": Expected(presented=True),
    "pages/units/tile_map.py": Expected(presented=True),
    "pages/tasks/reporting.py": Expected(sheets=3),
    "pages/units/unit.py": Expected("?don_vi=440"),
    "pages/units/index.py": Expected(sheets=2),
    "pages/tasks/tasks.py": Expected(sheets=3),
    "pages/tasks/budget.py": Expected(sheets=3),
    "pages/tasks/why.py": Expected("?chi_tieu=HT.01", sheets=1),
    "pages/origin/findings.py": Expected(sheets=4),
    "pages/origin/sources.py": Expected(),
    "pages/origin/two_days.py": Expected(),
    "pages/origin/target_moves.py": Expected(sheets=2),
    "pages/briefing/report.py": Expected("?phan=tom-tat,can-chu-y"),
    "pages/help/guide.py": Expected(sheets=9, presented=True),
    "pages/help/open_data.py": Expected(sheets=3),
    "pages/staff/update.py": Expected(guarded=True),
    "pages/staff/accounts.py": Expected(guarded=True),
    "pages/staff/sign_in.py": Expected(guarded=True),
}


def navigation() -> list[Page]:
    """Every page of the navigation, in its order."""
    calls = [node for node in ast.walk(ast.parse((ROOT / "app.py").read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    page_calls = [call for call in calls if ast.unparse(call.func) == "screen"]
    return [_page(call) for call in sorted(page_calls, key=lambda call: call.lineno)]


def _page(call: ast.Call) -> Page:
    named = {word.arg: word.value.value for word in call.keywords if isinstance(word.value, ast.Constant)}
    return Page(call.args[0].value, named["title"], "/" if named.get("default") else f"/{named['url_path']}")


def file_of(name: str) -> str:
    """'ranking' -> 'pages/units/ranking.py'."""
    return next(page.path for page in PAGES if Path(page.path).stem == name)


PAGES = navigation()
OPEN_PAGES = [page.path for page in PAGES if page.path in EXPECTED and not EXPECTED[page.path].guarded]
LINKS = {f"{page.address}{EXPECTED[page.path].choices}": EXPECTED[page.path] for page in PAGES if page.path in EXPECTED}
PRESENTED = {
    f"{page.address}{EXPECTED[page.path].choices}": page.title
    for page in PAGES
    if page.path in EXPECTED and EXPECTED[page.path].presented
}
