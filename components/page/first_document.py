"""The first document that a browser gets: Streamlit's, in Vietnamese, with the style sheet and the scripts of our pages in it.

What stands here is there before anything is drawn: nothing jumps when it arrives, and no visit sends it once more.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from components.charts import page_style
from components.page.page_setup import PRODUCT
from components.theme import css_variables

_HERE, _ROOMS = Path(__file__).parent, Path(__file__).parent.parent
_SERVER = (_HERE / "first_document.js").read_text(encoding="utf-8")
_NO_SCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
_NEEDS_SCRIPT = "<noscript><p>Trang này cần JavaScript: hãy bật JavaScript trong trình duyệt rồi tải lại.</p></noscript>"
_UNUSED_FONT = re.compile(r"<link\s+rel=\"preload\"\s[^>]*as=\"font\"[^>]*/>\s*")  # the theme has another


def first_document(shell: str, needed: Sequence[str]) -> str:
    """Streamlit's document ``shell`` made ours; ``needed`` are the scripts below ``static`` that a page will ask for."""
    named = [name for name in needed if f"./static/{name}" not in shell]
    links = "".join(f'<link rel="modulepreload" crossorigin href="./static/{name}">\n    ' for name in named)
    document = _NO_SCRIPT.sub(_NEEDS_SCRIPT, _UNUSED_FONT.sub("", shell))
    for theirs, ours in (
        ('<html lang="en">', '<html lang="vi">'),
        ("<title>Streamlit</title>", f"<title>{PRODUCT}</title>\n    <script>{_SERVER}</script>"),
        ('<link rel="stylesheet"', f'{links}<link rel="stylesheet"'),
        (
            "</body>",
            f"<style>{style()}</style>\n<script>{script()}</script>\n</body>",
        ),  # behind Streamlit's own rules, before which it goes
    ):
        document = document.replace(theirs, ours, 1)
    return document


def style() -> str:
    """Every rule for the screen and for paper: of the page, then of tiles, charts, pictures, the sign-in form and the choices."""
    sheets = [_HERE / "page_setup.css", *_sheets("tiles")]
    rest = [*_sheets("accounts"), *_sheets("filters")]
    return css_variables() + _text(sheets) + page_style.STYLE + _text(rest)


def script() -> str:
    """What runs in the browser on every page."""
    return _text([_HERE / "page_setup.js"]) + page_style.SCRIPT + _text([_HERE / "presentation_mode.js", *_sheets("tiles", "js")])


def _sheets(room: str, ending: str = "css") -> list[Path]:
    return sorted((_ROOMS / room).rglob(f"*.{ending}"), key=lambda path: path.name)


def _text(paths: Sequence[Path]) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in paths)
