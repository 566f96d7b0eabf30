"""Vietnamese text: made clean, made comparable, and guarded against being run as a formula."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_INVISIBLE = re.compile("[\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\ufeff\u00ad\ue000-\ue005]")
_BLANKS = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_WIDE = {ord("０") + digit: str(digit) for digit in range(10)} | {ord("％"): "%"}
_WIDE_SEPARATORS = {"．": ".", "，": ","}
_BETWEEN_DIGITS = re.compile("(?<=[0-9０-９])[．，](?=[0-9０-９])")
NO_ANSWER = ("-", "–", "—", "−")  # what people put into a cell that they leave blank
_UNSEEN = ("Cf", "Cc", "Co", "Mn", "Zs", "Zl", "Zp")  # categories of characters that show nothing by themselves
_FILLERS = "\u115f\u1160\u2800\u3164\uffa0"  # letters and symbols that show nothing either
_STARTS = "=+\\-@\t\r＝＋－＠"  # what a spreadsheet runs as a formula begins with one of these
_BEGINS = r'(\A|[,;\t\r\n]"*)'  # of a text, and of what another list separator would make a cell of its own
_FORMULA = re.compile(rf"{_BEGINS}(?=[{_STARTS}])")
_GUARD = re.compile(rf"{_BEGINS}'(?=[{_STARTS}])")


class _WithoutMarks(dict[int, int | None]):
    """For ``str.translate``: a character that only marks another one becomes nothing."""

    def __missing__(self, code: int) -> int | None:
        self[code] = None if unicodedata.combining(chr(code)) else code
        return self[code]


_WITHOUT_MARKS = _WithoutMarks()


def fold(text: str) -> str:
    """Lower case without marks, for finding: 'Hồ sơ điện tử' -> 'ho so dien tu'."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d").replace("\u00f0", "d"))
    return plain.translate(_WITHOUT_MARKS)


def folded(text: str) -> str:
    """A heading or word without marks, case and punctuation: 'Mã chỉ tiêu' and 'MA_CHI_TIEU' are one."""
    return _folded(text) if len(text) <= 1000 else _folded.__wrapped__(text)


@lru_cache(maxsize=4096)  # the same few headings are looked at again and again, under each delimiter and for each form
def _folded(text: str) -> str:
    return re.sub(r"[^a-z0-9%]+", "_", re.sub(r"\([^)]*\)|\*", " ", fold(text))).strip("_")


def said(text: str) -> str:
    """What somebody wrote, without what cannot be seen at its ends; '' for a text of nothing but blanks and invisible characters."""
    text = unicodedata.normalize("NFC", text)
    seen = [at for at, letter in enumerate(text) if unicodedata.category(letter) not in _UNSEEN and letter not in _FILLERS]
    return text[seen[0] : seen[-1] + 1] if seen else ""


def clean(text: str) -> str:
    """Text as it is meant: NFC, without invisible characters, blanks single, digits of ordinary width, no apostrophe that guards
    a formula."""
    if not text.isascii():
        text = _BETWEEN_DIGITS.sub(lambda sign: _WIDE_SEPARATORS[sign[0]], text).translate(_WIDE)
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).replace("\u00d0", "Đ").replace("\u0189", "Đ")
    text = _BLANKS.sub(" ", text).strip()
    return _GUARD.sub(r"\1", text) if "'" in text else text


def guarded(text: str) -> str:
    """Text that no spreadsheet runs as a formula, whichever list separator it has: ``a,=1+1;=2+2`` becomes ``a,'=1+1;'=2+2``.

    An apostrophe stands before ``=``, ``+``, ``-``, ``@``, TAB, CR and their full-width forms where a cell begins or may begin;
    ``clean`` takes it off again.
    """
    return _FORMULA.sub(r"\1'", text)
