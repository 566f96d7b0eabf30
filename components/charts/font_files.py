"""The files of a font on this machine, by its name; the shipped one stands for Arial and its metric twins."""

from __future__ import annotations

import struct
from functools import cache
from pathlib import Path

SHIPPED = ("arial", "arimo", "helvetica", "liberation sans", "helvetica neue")
_TWINS = {
    "calibri": "carlito",
    "cambria": "caladea",
    "times new roman": "liberation serif",
    "courier new": "liberation mono",
    "times": "liberation serif",
}
_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.fonts",
    "~/.local/share/fonts",
    "C:/Windows/Fonts",
    "/Library/Fonts",
)
_MARGIN = 1.08  # of a font that nobody can measure here, over Arial
_WIDER = {"verdana": 1.2, "century gothic": 1.14, "bookman old style": 1.16, "lucida sans": 1.14, "segoe ui": 1.05}
_NO_WIDER = (
    "calibri",
    "calibri light",
    "aptos",
    "cambria",
    "times new roman",
    "times",
    "garamond",
    "candara",
    "arial narrow",
    "tahoma",
)
_FAMILY, _STYLE = (16, 1), (17, 2)  # numbers of names in a font: the typographic one first
_MOST = 3000  # files that are looked at


def of(family: str) -> dict[bool, Path] | None:
    """Whether bold -> file of a font, or of one whose letters are as wide; None where this machine has neither."""
    wanted = family.lower().strip()
    found = _known().get(wanted) or _known().get(_TWINS.get(wanted, ""))
    return {False: found["regular"], True: found.get("bold", found["regular"])} if found and "regular" in found else None


def margin(family: str) -> float:
    """How much wider texts in a font are taken than the file that measures them says; 1 where that is the font's own."""
    name = family.lower().strip()
    return 1.0 if not name or name in _NO_WIDER or of(name) else _WIDER.get(name, _MARGIN)


@cache
def _known() -> dict[str, dict[str, Path]]:
    """Every font of this machine: family -> style -> file, in small letters."""
    fonts: dict[str, dict[str, Path]] = {}
    files = [path for folder in _FOLDERS for path in sorted(Path(folder).expanduser().rglob("*.ttf"))]
    for path in files[:_MOST]:
        try:
            family, style = _names(path.read_bytes())
        except (OSError, struct.error, ValueError, KeyError):
            continue  # no font that can be read
        kept = fonts.setdefault(family.lower(), {})
        style = {"": "regular", "book": "regular"}.get(style.lower(), style.lower())
        kept[style] = max(kept.get(style, path), path, key=lambda file: file.stat().st_size)  # the larger one has more letters
    return fonts


def _names(font: bytes) -> tuple[str, str]:
    """Family and style of a font (OpenType, "name"). Raises ValueError, KeyError or struct.error for anything else."""
    (count,) = struct.unpack_from(">H", font, 4)
    tables = {font[12 + 16 * n : 16 + 16 * n]: struct.unpack_from(">I", font, 20 + 16 * n)[0] for n in range(count)}
    at = tables[b"name"]
    entries, texts = struct.unpack_from(">HH", font, at + 2)
    found: dict[int, str] = {}
    for n in range(entries):
        platform, _, _, number, length, offset = struct.unpack_from(">6H", font, at + 6 + 12 * n)
        if platform == 3:
            start = at + texts + offset
            found.setdefault(number, font[start : start + length].decode("utf-16-be"))
    family, style = (next((found[number] for number in numbers if number in found), "") for numbers in (_FAMILY, _STYLE))
    return family, style
