"""The style sheets of the tiles: every file that stands beside a module here, as one text."""

from __future__ import annotations

from pathlib import Path

STYLE = "".join(path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("*.css")))
