"""Vietnamese and English ways of writing a number, told apart by column and file; never guessed.

Vietnamese: ``1.410.498,5``; English: ``1,410,498.5``. A single separator before exactly three digits (``1.410``) may be either.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

MINUS = "−"  # as numbers are written; a hyphen is read as well
_SIGN = rf"[-{MINUS}+]?"
_PLAIN = re.compile(rf"^{_SIGN}[0-9]+$")
_EITHER = re.compile(rf"^{_SIGN}[1-9][0-9]{{0,2}}[.,][0-9]{{3}}$")
_STYLES = {
    "vi": re.compile(rf"^{_SIGN}(?:[0-9]+|[1-9][0-9]{{0,2}}(?:\.[0-9]{{3}})+|[1-9][0-9]{{0,2}}(?: [0-9]{{3}})+)(?:,[0-9]+)?$"),
    "en": re.compile(rf"^{_SIGN}(?:[0-9]+|[1-9][0-9]{{0,2}}(?:,[0-9]{{3}})+)(?:\.[0-9]+)?$"),
}
NUMERIC = re.compile(rf"{_SIGN}[0-9][0-9., ]*")
_LARGEST = Decimal(10) ** 14
_STEP = Decimal("0.0001")


@lru_cache(maxsize=8192)  # the numbers of a column are looked at more than once
def style_of(text: str) -> str:
    """'plain' (digits only), 'either', 'vi', 'en', or 'none' when it is no number at all."""
    if _PLAIN.match(text):
        return "plain"
    if _EITHER.match(text):
        return "either"
    return next((style for style, pattern in _STYLES.items() if pattern.match(text)), "none")


def evidence(texts: Iterable[str]) -> Counter[str]:
    """How many texts can only be read one way: 'vi' and 'en'. Numbers inside words count as well."""
    styles = Counter(style_of(number.strip().rstrip(".,")) for text in texts for number in NUMERIC.findall(text))
    return Counter({style: styles[style] for style in ("vi", "en") if styles[style]})


def read(text: str, style: str) -> Decimal:
    """The number, read in a style ('vi' or 'en'). Raises ValueError when it is not written in it.

    With the four decimals that the store keeps; OverflowError beyond fourteen digits before them.
    """
    return stored(exact(text, style))


def exact(text: str, style: str) -> Decimal:
    """The same with every decimal that is written. Raises ValueError when it is not written in the style."""
    if not _STYLES[style].match(text):
        raise ValueError(text)
    plain = text.replace(MINUS, "-").replace(" ", "")
    plain = plain.replace(".", "").replace(",", ".") if style == "vi" else plain.replace(",", "")
    return Decimal(plain)


def stored(value: Decimal) -> Decimal:
    """A number as the store keeps it: four decimals. Raises OverflowError beyond fourteen digits before them.

    Rounding makes no whole number of what is none: 100,00001 becomes 100,0001 and 99,99999 becomes 99,9999, so that whatever lies
    beyond a bound (0, 100, a count of whole things) still does.
    """
    if abs(value) >= _LARGEST:
        raise OverflowError(str(value))
    rounded = value.quantize(_STEP)
    whole = value.to_integral_value()
    if rounded == whole != value:
        return rounded + (_STEP if value > whole else -_STEP)
    return rounded


def written(value: Decimal) -> str:
    """A number the Vietnamese way, without grouping: 69,3."""
    plain = format(abs(value), "f")
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return (MINUS if value < 0 else "") + plain.replace(".", ",")


def grouped(value: Decimal | float, digits: int = 4) -> str:
    """A number the Vietnamese way with dots between thousands, rounded: 1.410.498,5."""
    plain = f"{abs(value):,.{digits}f}"
    plain = plain.rstrip("0").rstrip(".") if digits else plain
    return (MINUS if value < 0 and plain != "0" else "") + plain.replace(",", "_").replace(".", ",").replace("_", ".")
