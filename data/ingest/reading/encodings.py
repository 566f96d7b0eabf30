"""Bytes to text: which encoding a file is in, and which single cells were written with an old Vietnamese font.

Order: byte order mark, pattern of NUL bytes (UTF-16), strict UTF-8, then Windows-1258 against TCVN3 by the share of
well-formed Vietnamese syllables. Old workbooks mix TCVN3 and Unicode in one file: text is judged cell by cell.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from data.ingest.findings.finding import refuse
from data.ingest.reading.cells import MARKS

_MARKS = [
    (b"\xef\xbb\xbf", "utf-8", 3),
    (b"\xff\xfe", "utf-16-le", 2),
    (b"\xfe\xff", "utf-16-be", 2),
]
_NAMES = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "cp1258": "Windows-1258", "latin-1": "một byte (TCVN3)"}
_TCVN3 = dict(
    zip(
        "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
        strict=True,
    )
)
_FROM_TCVN3 = str.maketrans(_TCVN3)
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SYLLABLE = re.compile(
    r"^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|b|c|d|đ|g|h|k|l|m|n|p|q|r|s|t|v|x)?"
    r"(?:uyê|uya|uyu|iêu|yêu|ươi|ươu|uôi|oai|oay|oeo|uây|uê|uơ|uy|uâ|oa|oă|oe|oi|oo|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|yê|ya|ôi|ơi|ua|ui|uô|ưa|ưi|ươ|ưu|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)"
    r"(?:ng|nh|ch|c|m|n|p|t)?$"
)
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_LOST = re.compile(r"[^\W\d_]\?[a-zđ]")  # "m?c": Excel's plain CSV writes ? for letters that it does not have
_SHORT_FORM = re.compile(r"^[A-ZĐ]{2,7}$")
_LETTERS = re.compile(r"[^\s\x21-\x40\x5b-\x60\x7b-\x7e“”‘’–—…]+")  # signs as well: TCVN3 keeps letters among them
_VNI_LETTER = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309", "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309", "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
_VNI_WHOLE = {"ñ": "đ", "ô": "ơ", "ö": "ư", "í": "í", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def decoded(data: bytes) -> tuple[str, str, int]:
    """(codec, name for people, bytes of the mark to skip) of a text file. Raises Refused with the position of a bad byte."""
    for mark, codec, length in _MARKS:
        if data.startswith(mark):
            _strict(data[length:], codec)
            return codec, _NAMES[codec], length
    head = data[:4096]
    if b"\x00" in head:
        codec = "utf-16-le" if head[1::2].count(0) >= head[0::2].count(0) else "utf-16-be"
        _strict(data, codec)
        return codec, _NAMES[codec], 0
    try:
        data.decode("utf-8")
        return "utf-8", _NAMES["utf-8"], 0
    except UnicodeDecodeError as error:
        bad = error.start
    sample = data[:200_000]
    old, windows = tcvn3_to_unicode(sample.decode("latin-1")), None
    try:
        windows = unicodedata.normalize("NFC", data.decode("cp1258"))[:200_000]
    except UnicodeDecodeError as error:
        bad = error.start
    shares = {"cp1258": _share(windows) if windows is not None else -1.0, "latin-1": _share(old)}
    codec = max(shares, key=lambda name: shares[name])
    if shares[codec] < 0.6:
        raise refuse("bytes_unreadable", at=bad + 1, row=data[:bad].count(b"\n") + 1)
    return codec, _NAMES[codec], 0


def _strict(data: bytes, codec: str) -> None:
    try:
        data.decode(codec)
    except UnicodeDecodeError as error:
        newline = "\n".encode(codec)
        raise refuse("bytes_unreadable", at=error.start + 1, row=data[: error.start].count(newline) + 1) from None


@lru_cache(maxsize=4096)  # the syllables of a language are few
def well_formed(word: str) -> bool:
    """Whether a word is spelt as one Vietnamese syllable: initial, vowels with at most one tone, final."""
    letters = unicodedata.normalize("NFD", word.lower())
    if sum(letter in _TONES for letter in letters) > 1:
        return False
    plain = unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES))
    return bool(_SYLLABLE.match(plain))


def _share(text: str) -> float:
    """Share of the words with marks that are well-formed syllables or short forms (QĐ, HĐND); 0 when there are none."""
    marked = [word for word in _WORD.findall(text) if not word.isascii()]
    return sum(well_formed(word) or bool(_SHORT_FORM.match(word)) for word in marked) / len(marked) if marked else 0.0


def tcvn3_to_unicode(text: str) -> str:
    """Text whose letters stand for those of a TCVN3 font (.VnTime), as Unicode."""
    return text.translate(_FROM_TCVN3)


def _vni_to_unicode(text: str) -> str:
    """Text in the letters of a VNI font as Unicode; words without any of them, such as numbers of documents, stay as they are."""
    return re.sub(r"\S+", lambda word: word[0] if word[0].isascii() else _as_cased(word[0], _vni_word(word[0])), text)


def _as_cased(word: str, meant: str) -> str:
    return meant.upper() if word.isupper() and len(word) > 1 else meant[:1].upper() + meant[1:] if word[:1].isupper() else meant


def _vni_word(text: str) -> str:
    out: list[str] = []
    for letter in text.lower():
        if (letter in _VNI_LETTER and out and unicodedata.normalize("NFD", out[-1])[0] in "aeouy") or (
            letter in _VNI_LETTER and out and out[-1] in "ơư"
        ):
            out[-1] = unicodedata.normalize("NFC", out[-1] + _VNI_LETTER[letter])
        else:
            out.append(_VNI_WHOLE.get(letter, letter))
    return "".join(out)


def in_unicode(text: str) -> str:
    """A cell of a heading or title with the letters of an old font as they are meant, whatever is asked about the rest."""
    ill = ailment(text) if text[:1] not in MARKS else None
    return ill[1] if ill and ill[0] in ("text_tcvn3", "text_vni") else text


def letters_lost(text: str) -> bool:
    """Whether letters of a text were replaced by a sign when it was saved; an address (https://…?so=1) has that sign by itself."""
    return "\ufffd" in text or ("://" not in text and bool(_LOST.search(text)))


def ailment(text: str) -> tuple[str, str] | None:
    """What is wrong with a cell's letters: (code of the finding, text as it was meant), or None when they are sound.

    The text is NFC. Never converts by itself: text_tcvn3 and text_vni are asked, the others are refused.
    """
    if letters_lost(text):
        return "text_lost", ""
    if text.isascii():
        return None
    for codec in ("cp1252", "latin-1"):
        try:
            meant = text.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
        return "text_mojibake", unicodedata.normalize("NFC", meant)
    words = [word for word in _LETTERS.findall(text) if not word.isascii()]
    if all(well_formed(word) for word in words):
        return None
    if any(ord(letter) > 0x17F for letter in text if letter.isalpha()):
        return None  # letters that neither old encoding has: this is Unicode already
    best = ("", "", 0.6)
    for code, convert in (("text_tcvn3", tcvn3_to_unicode), ("text_vni", _vni_to_unicode)):
        meant = convert(text)
        changed = [word for word in _WORD.findall(meant) if not word.isascii()]
        share = sum(map(well_formed, changed)) / len(changed) if changed else 0
        if (share >= 0.6 and share > best[2]) or (not best[0] and share == best[2]):
            best = (code, meant, share)
    return best[:2] if best[0] else None
