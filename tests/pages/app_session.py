"""A session of the app as a test sees it: what it says, and what went wrong in it."""

from __future__ import annotations

import functools
import logging
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import unquote

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

import components.store.store_access
from tests.navigation import ROOT

APP = ROOT / "app.py"
# Streamlit looks through all installed packages for every session of a test, a quarter of a second each; once will do
manifest_scanner.scan_component_manifests = functools.cache(manifest_scanner.scan_component_manifests)
_DRAWING = re.compile(r' data-drawing="([^"]*)">')


class _Tracebacks(logging.Handler):
    """Keeps what pages log when they fail; the screen itself says it without a traceback."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(self.format(record))


_TRACEBACKS = _Tracebacks()
logging.getLogger("components.page.error_boundary").addHandler(_TRACEBACKS)


def new_session() -> AppTest:
    """A visitor who has not opened a page yet."""
    return AppTest.from_file(APP, default_timeout=60)


def said(at: AppTest) -> str:
    """All texts that a page shows, its drawings unfolded as the browser does it."""
    bodies = (_DRAWING.sub(lambda found: unquote(found[1]), html.proto.body) for html in at.get("html"))
    return "\n".join([*bodies, *(text.value for text in at.markdown)])


def well(at: AppTest) -> AppTest:
    """The session, when nothing went wrong in its last run; otherwise the test fails with the traceback that was logged."""
    logged = list(_TRACEBACKS.texts)
    _TRACEBACKS.texts.clear()
    wrong = [*(error.value for error in at.error), *(error.message for error in at.exception)]
    assert not wrong, "\n".join([*wrong, *logged])
    return at


@contextmanager
def opening(page: str, store: Path) -> Iterator[Callable[..., AppTest]]:
    """Opens ``page``, or another one, on a store by a link: ``opened(nam="2022")``, ``opened("pages/units/levels.py")``."""
    components.store.store_access.close_all()

    def opened(path: str = page, **link: str) -> AppTest:
        at = well(new_session().run())
        at.switch_page(path)
        at.query_params.update(link)
        return well(at.run())

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATA_URL", str(store))
        yield opened
        components.store.store_access.close_all()
