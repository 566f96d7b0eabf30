"""Where the seed files lie, and that they hold something wrong; light, so that whoever opens a store needs not load what builds one."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent / "seed"


class SeedProblem(Exception):
    """The seed files hold something wrong; the text names file, row, column, what was found and what is expected."""
