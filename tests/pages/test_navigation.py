"""Every page of the navigation is known to the tests, carries the footer, and opens without what only a click needs."""

import json
import os
import shutil
import subprocess
import sys

import pytest

import components.store.store_access
from data.version import VERSION, releases
from tests.navigation import EXPECTED, OPEN_PAGES, PAGES, ROOT
from tests.pages.app_session import new_session, said, well


@pytest.fixture(scope="module")
def app(new_seed_file):
    components.store.store_access.close_all()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATA_URL", str(new_seed_file()))
        yield new_session
        components.store.store_access.close_all()


@pytest.mark.parametrize("page", PAGES, ids=[page.title for page in PAGES])
def test_the_tests_know_what_to_expect_of_a_page(page):
    assert page.path in EXPECTED, f"tests/navigation.py says nothing about the page “{page.title}” ({page.path})"


def test_the_navigation_holds_every_screen_of_the_folder():
    assert {page.path for page in PAGES} == {str(path.relative_to(ROOT)) for path in (ROOT / "pages").rglob("*.py")}
    assert set(EXPECTED) <= {page.path for page in PAGES}


@pytest.mark.parametrize("path", [page.path for page in PAGES])
def test_a_page_ends_with_the_version_and_the_last_upload(app, path):
    at = well(app().run())
    text = said(well(at.switch_page(path).run()))
    assert f"Phiên bản {VERSION} · Lần tải số liệu lên gần nhất: " in text
    assert text.count(f"Phiên bản {VERSION} ·") == 1


def test_the_guide_tells_what_each_version_changed(app):
    text = said(well(well(app().run()).switch_page("pages/help/guide.py").run()))
    for release in releases():
        assert f"**Phiên bản {release.version}**" in text
        for change in release.changes:
            assert change.text in text and (change.before or "") in text


OPENED = """
import json, sys
from streamlit.testing.v1 import AppTest
at = AppTest.from_file("app.py", default_timeout=60).run()
for path in json.loads(sys.argv[1]):
    at.switch_page(path).run()
    assert not at.exception and not at.error, path
print(json.dumps(sorted({name.split(".")[0] for name in sys.modules} & {"pptx", "reportlab", "lxml", "xlsxwriter", "openpyxl"})))
"""


def test_opening_pages_loads_nothing_that_only_a_click_needs(store_file, tmp_path):
    """Tried in a process of its own: what writes PowerPoint, PDF and workbooks takes longer to load than a page to appear."""
    done = subprocess.run(
        [sys.executable, "-c", OPENED, json.dumps(OPEN_PAGES)],
        cwd=ROOT,
        env={**os.environ, "DATA_URL": str(shutil.copy(store_file, tmp_path))},
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout.splitlines()[-1]) == []
