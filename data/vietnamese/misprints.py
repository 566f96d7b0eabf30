"""Misprints of the documents: a quote keeps them, and says the right word beside them."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_suffix(".csv")


@cache
def misprints() -> dict[str, str]:
    """What a document wrote -> the word that it means; one row each in ``misprints.csv``."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return {row["van_ban_viet"]: row["dung_la"] for row in csv.DictReader(file)}


def marked(quote: str) -> str:
    """A quote as it was written, the right word in brackets behind a known misprint: 'đầu thầu [đấu thầu]'."""
    for wrong, right in misprints().items():
        quote = quote.replace(wrong, f"{wrong} [{right}]") if f"{wrong} [" not in quote else quote
    return quote
