"""That the store cannot be built from the seed files; light, so that whoever opens a store needs not load what builds one."""

from __future__ import annotations


class SeedProblem(Exception):
    """The seed files hold something wrong; the text names file, row, column, what was found and what is expected."""
