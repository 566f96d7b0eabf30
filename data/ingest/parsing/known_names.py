"""Which texts name a unit or an indicator of the store, for headings and titles; what a text means in its period is decided later."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Self

from data.ingest.parsing.unit_names import key, split
from data.vietnamese.text import folded

_CODE = re.compile(r"^[A-Z]{2}\.[0-9]{1,3}$", re.IGNORECASE)
_LONG_NAME = 15  # letters of a name that a title does not hold by chance
_COMMUNES = ("xã", "phường", "thị trấn")


class KnownNames:
    """The names and codes of a store's units and indicators; without any only codes, and names with their prefix, are known.

    ``units`` and ``indicators``: (code, name) of each.
    """

    def __init__(self, units: Iterable[tuple[str, str]] = (), indicators: Iterable[tuple[str, str]] = ()) -> None:
        units, indicators = list(units), list(indicators)
        self._unit_codes = {code for code, _ in units}
        self._units = {key(split(name)[1]) for _, name in units}
        self._indicators = {code.lower() for code, _ in indicators} | {folded(name) for _, name in indicators}
        self._long_names = {name: code for code, text in indicators if len(name := folded(text)) >= _LONG_NAME}

    @classmethod
    def of(cls, catalogue: Mapping[str, list[tuple[Any, ...]]]) -> Self:
        """Of what ``queries.imports.catalogue`` tells."""
        names = [(row[0], name) for row in catalogue["indicators"] for name in (row[1], row[6])]
        return cls([(row[1], row[2]) for row in catalogue["units"]], names)

    def is_unit(self, text: str) -> bool:
        """Whether a text is the code or the name of some unit of some time."""
        if re.fullmatch(r"[0-9]+", text):
            return text in self._unit_codes if self._unit_codes else len(text) == 5
        kind, bare = split(text)
        return key(bare) in self._units or (not self._units and kind is not None and bool(bare))

    def is_indicator(self, text: str) -> bool:
        """Whether a text is the code or the exact name of an indicator."""
        if not self._indicators:
            return bool(_CODE.match(text))
        return text.lower() in self._indicators or folded(text) in self._indicators

    def indicator_in(self, text: str) -> str | None:
        """The code of the one indicator whose whole name stands in a text; None when there is none, or another one besides."""
        within = f"_{folded(text)}_"
        named = [name for name in self._long_names if f"_{name}_" in within]
        longest = max(named, key=len, default="")
        return self._long_names[longest] if named and all(name in longest for name in named) else None

    @staticmethod
    def is_commune(text: str) -> bool:
        """Whether a text says that it names a commune: by its prefix, or by a code of five digits."""
        return split(text)[0] in _COMMUNES or bool(re.fullmatch(r"[0-9]{5}", text))
