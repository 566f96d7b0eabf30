"""Downloads ask again at the click."""

import ast

import pytest

from components import permission
from components.tiles import download
from tests.conftest import ROOT


def test_every_download_is_made_by_the_one_button_that_asks_again():
    files = [path for room in ("components", "pages") for path in sorted((ROOT / room).rglob("*.py"))]
    users = {
        path.relative_to(ROOT).as_posix()
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "download_button"
    }
    assert users == {"components/tiles/download.py"}


def test_a_file_is_made_only_as_long_as_whoever_clicks_may_see_the_page(monkeypatch):
    may = [True]
    monkeypatch.setattr(permission, "_still_allowed", lambda: lambda: may[0])
    make = download.for_allowed(lambda: b"tep")
    assert make() == b"tep"
    may[0] = False
    with pytest.raises(download.NotAllowed):
        make()
