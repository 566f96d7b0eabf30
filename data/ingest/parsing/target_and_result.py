"""Targets and results as people write them, read for the indicator they belong to."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from typing import NamedTuple

from data.ingest.parsing import footnotes
from data.ingest.parsing.values import Unreadable, decimal, sound
from data.ingest.reading import cells
from data.vietnamese import measures, numbers
from data.vietnamese.terms import QUALIFIER_WORDS

_NUMBER = r"[-−+]?[0-9](?:[0-9.,]*[0-9])?(?: [0-9]{3})*(?:,[0-9]+)?"
_WORDS_BEFORE = re.compile(
    rf"^(?P<word>>=|≥|=>|<=|≤|=<|>|<|=|tối thiểu|ít nhất|từ|đạt|đạt trên|đạt tối thiểu|trên|hơn|lớn hơn|vượt|tối đa|không quá|dưới|nhỏ hơn|đúng)?\s*"
    rf"(?P<low>{_NUMBER})\s*%?(?:\s*(?:-|–|—|đến|tới)\s*(?P<high>{_NUMBER})\s*%?)?(?P<rest>\s+[^\d%/]+|\s*trở lên)?$",
    re.IGNORECASE,
)
_OPERATORS = {
    ">=": ">=", "≥": ">=", "=>": ">=", "tối thiểu": ">=", "ít nhất": ">=", "từ": ">=", "đạt": ">=", "đạt tối thiểu": ">=",
    ">": ">", "trên": ">", "hơn": ">", "lớn hơn": ">", "vượt": ">", "đạt trên": ">",
    "<=": "<=", "≤": "<=", "=<": "<=", "tối đa": "<=", "không quá": "<=", "<": "<", "dưới": "<", "nhỏ hơn": "<", "=": "=", "đúng": "=",
}  # fmt: skip
_BELOW = ("trở xuống", "trở lại")  # a ceiling, behind its number
_MAGNITUDE = re.compile(r"^(?:trăm|nghìn|ngàn|vạn|triệu|tỷ(?! lệ)|tỉ(?! lệ))\b", re.IGNORECASE)
_LEVELS = re.compile(rf"^{_NUMBER}\s*%?(?:\s*[/;]\s*{_NUMBER}\s*%?){{1,3}}$")
_SERVICE_LEVEL = re.compile(r"mức(?: độ)? ?[1-4]", re.IGNORECASE)  # "mức độ 3, 4" names levels of online services, no number
_FRACTION_AND_SHARE = re.compile(r"^([0-9]{1,9}\s*/\s*[0-9]{1,9})\s*\(\s*[0-9][0-9.,]*\s*%\s*\)$")
_FRACTION = re.compile(r"^([0-9]{1,9})\s*/\s*([0-9]{1,9})$")
_NUMERAL = re.compile(rf"(?:{_NUMBER}|[0-9]{{1,9}}/[0-9]{{1,9}})(?=[^\W\d_]*$)")  # with its unit behind it: 179.360.000đ
_REACHED = {  # a milestone's result that is nothing but its status
    **dict.fromkeys(("đạt", "đã đạt", "hoàn thành", "đã hoàn thành", "xong", "đã xong"), "met"),
    **dict.fromkeys(("chưa đạt", "không đạt", "chưa hoàn thành", "không hoàn thành", "chưa xong"), "missed"),
}
_NOTHING_SAID = ("…", "...", "n/a", "na", "không có", "chưa có", "chưa có số liệu", "không có số liệu", "chưa báo cáo")
_QUALIFIED = {  # words that make a number no exact one
    **dict.fromkeys(("ước", "ước đạt", "ước tính", "ước tính đạt", "ước khoảng", "số ước", "dự ước", "dự kiến", "dự kiến đạt", "tạm tính"), "estimate"),
    **dict.fromkeys(("khoảng", "đạt khoảng", "xấp xỉ", "đạt xấp xỉ", "trên dưới", "tầm", "cỡ", "chừng", "~", "≈"), "about"),
    **dict.fromkeys(("trên", "hơn", "vượt", "đạt trên", "đạt hơn", "lớn hơn", ">"), "over"),
    **dict.fromkeys(("gần", "gần đạt", "đạt gần", "sắp đạt", "suýt soát"), "nearly"),
}  # fmt: skip
_HOW = "|".join(map(re.escape, sorted(_QUALIFIED, key=len, reverse=True)))
_BEFORE = re.compile(rf"^(?P<how>{_HOW})\s*(?:(?:{_HOW})\s*)?(?P<number>{_NUMBER})\s*(?P<rest>%?[^\d]*)$", re.IGNORECASE)
_BEHIND = re.compile(rf"^(?P<number>{_NUMBER})\s*(?P<rest>%?[^\d()]*?)\s*[(\[]?\s*(?P<how>{_HOW})\s*[)\]]?$", re.IGNORECASE)
_SPELT = {meaning: word for word, meaning in QUALIFIER_WORDS.items()}  # as a file says it in a column of its own
_WITH_MARKS = {"estimate": "ước", "about": "khoảng", "over": "trên", "nearly": "gần"}
_SAID = {"estimate": "ước tính", "about": "khoảng", "over": "trên", "nearly": "gần"}
_FOOTNOTE = re.compile(rf"^(?P<number>{_NUMBER}\s*%?)\s*(?P<mark>{footnotes.MARK})$")


_BARE_NUMBER = re.compile(
    r"^[0-9]{1,14}(?:,[0-9]{1,4})?$"
)  # nothing but a number the Vietnamese way, that the store keeps as it is
_DAY = re.compile(
    r"^(?:ngày )?(?:[0-9]{1,2}([/.-])[0-9]{1,2}\1(?:19|20)[0-9]{2}|(?:19|20)[0-9]{2}-[0-9]{1,2}-[0-9]{1,2})$", re.IGNORECASE
)
_FRACTION_SIGN = re.compile(r"^([0-9]*)\s*([¼½¾⅐-⅞])$")
_LETTERS = str.maketrans("OoIlSB", "001158")  # letters that are typed for digits


class Measure(NamedTuple):
    """What of an indicator matters for reading a figure."""

    percent: bool  # measured in %
    ratio: bool  # a share: from 0 to 100
    whole: bool  # counts things
    milestone: bool  # has no number
    lower: bool  # lower is better
    unit: str = ""  # of measure, as the catalogue writes it

    @property
    def unit_said(self) -> str:
        """The unit, for a sentence."""
        return "%" if self.percent else self.unit or "số"


class Target(NamedTuple):
    """op is None for a milestone."""

    op: str | None
    low: Decimal | None
    high: Decimal | None
    written: str


class Result(NamedTuple):
    """value, or numerator and denominator; of a milestone only words, and the status where they are nothing but that."""

    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    written: str
    stated: str | None = None


def as_text(value: Decimal, measure: Measure) -> str:
    """The short form that is kept for a bare number: 69,3% or 1410498."""
    return numbers.written(value) + ("%" if measure.percent else "")


def target(text: str, measure: Measure, style: str) -> Target | None:
    """A target as written: 70; trên 50%; tối thiểu 80%; 20-30%; <= 5; 500 người, where people are counted. None for a blank cell.

    A bare number is what must at least (lower is better: at most) be reached. Raises Unreadable.
    """
    content = sound(text)
    if not content:
        return None
    if text[:1] in cells.MARKS and not measure.milestone:
        value = _stored(text, measure)
        return Target(
            "<=" if measure.lower else ">=",
            None if measure.lower else value,
            value if measure.lower else None,
            as_text(value, measure),
        )
    if measure.milestone:
        return Target(None, None, None, content)
    _no_slip(content, measure, style)
    if _LEVELS.match(content):
        raise _several_levels(content)
    _no_footnote(content)
    bare_content = measures.without_unit(content, measure.unit)
    match = _WORDS_BEFORE.match(bare_content)
    if not match:
        raise Unreadable("not_a_target")
    word, rest = (match["word"] or "").lower(), (match["rest"] or "").strip().lower()
    bound = next((end for end in ("trở lên", *_BELOW) if end in rest), "")
    _of_its_unit(bare_content, " ".join(rest.split(bound) if bound else [rest]).strip(), measure)
    if bound in _BELOW and (word not in ("", "từ", "đạt") or match["high"]):
        raise Unreadable("not_a_target")
    low = decimal(match["low"], style)
    if match["high"]:
        if word not in ("", "từ", "đạt", "khoảng"):
            raise Unreadable("not_a_target")
        return Target("range", low, decimal(match["high"], style), content)
    op = _OPERATORS.get(word) or ("<=" if measure.lower else ">=")
    if bound:
        op = "<=" if bound in _BELOW else ">="
    written = as_text(low, measure) if not word and not match["rest"] else content
    return Target(op, None, low, written) if op in ("<", "<=") else Target(op, low, None, written)


def _of_its_unit(content: str, words: str, measure: Measure) -> None:
    """Refuse a target in another unit: 2 lần of a share, 5% of a count, 1,5 triệu of people. ``words`` stand behind its number."""
    magnitude = _MAGNITUDE.match(words) and not measures.is_of_unit(words, measure.unit)
    if "%" in content:
        differs, said = not measure.percent, "%"
    else:
        differs, said = bool(words) and (measure.percent or not measures.is_of_unit(words, measure.unit)), words
    if differs or magnitude:
        raise Unreadable("unit_differs", words=said, unit=measure.unit_said)


def whole_share(target: Target, text: str, measure: Measure, style: str) -> Target | None:
    """A bare target from 0 to 1 taken as a share of one: 0,7 is 70%. None for a target in words, which says what it means.

    ``text``: the cell that it was read from, in that style; it may say more decimals than the target keeps.
    """
    bare = target.low if target.low is not None else target.high
    if bare is None or target.op == "range" or target.written != as_text(bare, measure):
        return None
    share = decimal(text, style, times=100)
    low, high = (share, None) if target.low is not None else (None, share)
    return Target(target.op, low, high, as_text(share, measure))


def result(text: str, measure: Measure, style: str, as_share: bool) -> Result | None:
    """A result: 69,3; 69,3%; 0,693 where the column is read as shares (``as_share``); 16/16. None for a blank cell.

    Words are refused, with a number proposed, but for the indicator's own unit; only a milestone, which has no number, takes them.
    Raises Unreadable.
    """
    if style == "vi" and not as_share and not measure.milestone and _BARE_NUMBER.match(text):
        value = numbers.stored(
            Decimal(text.replace(",", "."))
        )  # what nearly every cell holds: read at once, as the careful way below reads it
        return Result(value, None, None, as_text(value, measure))
    content = sound(text)
    if not content:
        return None
    if text[:1] in cells.MARKS and not measure.milestone:
        value = _stored(text, measure)
        if text[:1] == cells.NUMBER and measure.percent and as_share and abs(value) <= 1:
            value = decimal(text, times=100)
        return Result(value, None, None, as_text(value, measure))
    fraction = _FRACTION.match(content)
    if fraction and measure.ratio:
        top, bottom = (numbers.stored(Decimal(part)) for part in fraction.groups())
        if not bottom:
            raise Unreadable("fraction_zero")
        return Result(None, top, bottom, f"{fraction[1]}/{fraction[2]}")
    if measure.milestone:
        return Result(None, None, None, content, _REACHED.get(content.lower().rstrip(".")))
    if fraction:
        raise Unreadable("fraction_of_count", unit=measure.unit_said, proposal=fraction[1])
    _no_slip(content, measure, style)
    if _LEVELS.match(content) and ("%" in content or len(re.split("[/;]", content)) > 2):
        raise _several_levels(content)
    content = measures.without_unit(content, measure.unit)
    percent = content.endswith("%")
    bare = content.removesuffix("%").rstrip()
    if numbers.style_of(bare) == "none":
        raise _in_words(content, measure, style)
    if percent and not measure.percent:
        raise Unreadable("unit_differs", words="%", unit=measure.unit_said)
    value = decimal(bare, style)
    if as_share and measure.percent and not percent and abs(value) <= 1:
        value = decimal(bare, style, times=100)
    return Result(value, None, None, as_text(value, measure))


def _stored(text: str, measure: Measure) -> Decimal:
    """A number that a workbook stored; a percent-formatted 0.693 is 69,3."""
    if text[:1] == cells.PERCENT:
        if not measure.percent:
            raise Unreadable("percent_of_count", unit=measure.unit_said)
        text = cells.NUMBER + str(Decimal(text[1:]) * 100)
    return decimal(text)


def _several_levels(content: str) -> Unreadable:
    return Unreadable("several_levels", split="; ".join(part.strip() for part in re.split("[/;]", content)))


def _in_words(content: str, measure: Measure, style: str) -> Unreadable:
    """The refusal of a result in words, with the number that is most likely meant where there is one."""
    if content.lower() in _NOTHING_SAID:
        return Unreadable("nothing_said")
    try:
        _no_footnote(content)
    except Unreadable as footnote:
        return footnote
    qualified = _BEFORE.match(content) or _BEHIND.match(content)
    if qualified:
        return _estimated(qualified, measure, style)
    if measure.ratio and (both := _FRACTION_AND_SHARE.match(content)):
        return Unreadable("number_in_words", proposal=both[1])
    parts = [] if _SERVICE_LEVEL.search(content) else _numerals(content)
    if len(parts) == 1 and measure.ratio and _FRACTION.match(parts[0]):
        return Unreadable("number_in_words", proposal=parts[0])
    if len(parts) == 1 and numbers.style_of(parts[0]) in (style, "plain") and not content.lower().startswith("dưới"):
        behind = content[content.rfind(parts[0]) + len(parts[0]) :].strip()
        return _foreign_unit(behind, measure) or Unreadable(
            "number_in_words", proposal=_proposed(parts[0], content, measure, style)
        )
    return Unreadable("not_a_number", example="69,3" if measure.percent else "1410498")


def _estimated(match: re.Match[str], measure: Measure, style: str) -> Unreadable:
    """The refusal of a number that its words make no exact one: the number is proposed with what they say of it."""
    number = match["number"].rstrip(".,")
    foreign = _foreign_unit(match["rest"].strip(), measure)
    if foreign or numbers.style_of(number) not in (style, "plain"):
        return foreign or Unreadable("not_a_number", example="69,3" if measure.percent else "1410498")
    how = _QUALIFIED[match["how"].lower()]
    proposal = _proposed(number, match[0], measure, style)
    return Unreadable(
        "estimate_in_words", proposal=proposal, how=_SAID[how], word=_WITH_MARKS[how], beside={"dinh_tinh": _SPELT[how]}
    )


def _foreign_unit(behind: str, measure: Measure) -> Unreadable | None:
    """The refusal of a number with another unit behind it; None where what stands there is the indicator's own, or a remark."""
    if not behind or behind[0] in "(,;:.[":
        return None
    if behind[0] == "%":
        return None if measure.percent else Unreadable("unit_differs", words="%", unit=measure.unit_said)
    if not measure.percent and measures.is_of_unit(behind, measure.unit):
        return None
    return Unreadable("unit_differs", words=behind, unit=measure.unit_said)


def _proposed(number: str, content: str, measure: Measure, style: str) -> str:
    """A number to be written instead of words, as the file writes numbers; up to 1 it keeps its percent sign, which says what it is."""
    try:
        value = numbers.read(number, style)
    except OverflowError:
        raise Unreadable("too_precise") from None
    written = numbers.written(value)
    sign = "%" if measure.percent and "%" in content and abs(value) <= 1 else ""
    return (written.replace(",", ".") if style == "en" else written) + sign


def _no_footnote(content: str) -> None:
    """Refuse a number with the mark of a footnote behind it: 85¹ is 85, and no 851."""
    match = _FOOTNOTE.match(content)
    if match:
        mark = footnotes.plain(match["mark"])
        number = match["number"].strip()
        raise Unreadable("number_footnote", proposal=number, mark=mark, meaning="", beside={"ghi_chu": f"Có chú thích {mark}"})


def _no_slip(content: str, measure: Measure, style: str) -> None:
    """Refuse what is typed where a number was meant, each with its own sentence: a day, the sign of a fraction (½), a letter for a digit (7O)."""
    if _DAY.match(content):
        raise Unreadable("number_is_day")
    bare = measures.without_unit(content, measure.unit).removesuffix("%").rstrip()
    percent = "%" if bare != content and content.endswith("%") else ""
    if sign := _FRACTION_SIGN.match(bare):
        raise Unreadable("fraction_sign", proposal=_as_fraction(sign, measure, style) + percent)
    digits = bare.translate(_LETTERS)
    if digits != bare and any(letter.isdigit() for letter in bare) and numbers.style_of(digits) in (style, "plain"):
        letters = ", ".join(dict.fromkeys(letter for letter in bare if letter.translate(_LETTERS) != letter))
        raise Unreadable("letter_for_digit", letters=letters, proposal=digits + percent)


def _as_fraction(sign: re.Match[str], measure: Measure, style: str) -> str:
    """The sign of a fraction written out: 1/2 of a share, 7,5 of anything else or beside a whole number."""
    top, _, bottom = unicodedata.normalize("NFKC", sign[2]).partition("⁄")
    if measure.ratio and not sign[1]:
        return f"{top}/{bottom}"
    value = numbers.written(numbers.stored(int(sign[1] or 0) + Decimal(top) / int(bottom)))
    return value.replace(",", ".") if style == "en" else value


def _numerals(content: str) -> list[str]:
    """The numbers among words; none at all when one of them is something else (12/2023: 500; 1e2), or stands for a larger one (1,5 triệu)."""
    joined = re.sub(r"(?<=\d) (?=\d{3}\b)|(?<=\d) ?/ ?(?=\d)", lambda gap: gap[0].strip(), content)
    tokens = [token.strip("%.,:;()“”") for token in joined.split() if any(letter.isdigit() for letter in token)]
    numerals = [match[0] for token in tokens if (match := _NUMERAL.match(token))]
    if len(numerals) < len(tokens) or (tokens and _MAGNITUDE.match(joined.partition(tokens[-1])[2].strip(" %"))):
        return []
    return numerals
