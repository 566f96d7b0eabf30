"""What is wrong with a file, said so that the person who sent it can mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one cell: where, what was found, what was expected.

    ``row`` counts as Excel does (the header is row 1); 0 speaks of the whole file. ``column`` is the header.
    """

    file: str
    row: int
    column: str
    found: str
    expected: str

    def __str__(self) -> str:
        place = f"{self.file}, dòng {self.row}, cột {self.column}" if self.row else f"{self.file}, cột {self.column}"
        return f"{place}: thấy “{self.found}”, cần {self.expected}"


class BadFile(Exception):
    """A file was refused; ``problems`` holds all that was found in one pass. Nothing was stored."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems
