"""Unit names: exact on a folded key, never by similarity. Code, or name with or without its prefix, in the period the figure speaks of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Sequence
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from data.ingest.parsing.nearest import Nearest
from data.ingest.parsing.values import Unreadable
from data.vietnamese.dates import said_day
from data.vietnamese.text import folded

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_PREFIXES = {
    "tỉnh": "tỉnh", "thành phố": "thành phố", "tp": "thành phố", "t.p": "thành phố", "huyện": "huyện", "h": "huyện",
    "thị xã": "thị xã", "tx": "thị xã", "t.x": "thị xã", "xã": "xã", "x": "xã", "phường": "phường", "p": "phường",
    "thị trấn": "thị trấn", "tt": "thị trấn", "t.t": "thị trấn",
}  # fmt: skip
_LOOKED_AT = 8  # similar names, of which the first three are said
_OFFICE = re.compile(r"^(?:ubnd|uỷ ban nhân dân|ủy ban nhân dân)\s+", re.IGNORECASE)
_DEPARTMENT = re.compile(
    r"^(?:các )?(?:sở|ban|phòng|trung tâm|văn phòng|chi cục|cục|công an|thanh tra|bộ chỉ huy|bảo hiểm|kho bạc|thuế|viện|trường|bệnh viện|hội|"
    r"liên đoàn|đoàn|ủy ban mặt trận|uỷ ban mặt trận|công ty|doanh nghiệp|ngân hàng)(?:\s|$)",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"^(tp|t\.p|h|tx|t\.x|x|p|tt|t\.t)(?:\.\s*|\s+)(?=\S)", re.IGNORECASE)


def is_office(text: str) -> bool:
    """Whether a text names a department or an agency, which is no territory: 'Sở Thông tin và Truyền thông', 'Phòng Văn hóa'."""
    return bool(_DEPARTMENT.match(text.strip()))


class Unit(NamedTuple):
    """One state of a unit, as in the view ``unit``."""

    unit_id: str
    code: str
    name: str
    kind: str
    level: str
    parent_code: str | None
    province_code: str
    valid_from: date
    valid_to: date | None


class Change(NamedTuple):
    """One line of the lineage, as in the view ``unit_lineage``."""

    from_code: str
    from_name: str
    to_code: str
    to_name: str
    kind: str
    effective_on: date


@lru_cache(maxsize=10_000)  # the same few thousand names at every upload
def key(name: str) -> str:
    """A name without case, and with the tone at the end of each syllable: 'Hòa' and 'Hoà' are one, 'Hoa' is another."""
    syllables = []
    for syllable in name.lower().replace(".", " ").split():
        letters = unicodedata.normalize("NFD", syllable)
        tones = "".join(letter for letter in letters if letter in _TONES)
        syllables.append(unicodedata.normalize("NFC", "".join(letter for letter in letters if letter not in _TONES)) + tones)
    return " ".join(syllables)


@lru_cache(20_000)
def split(name: str) -> tuple[str | None, str]:
    """(kind, bare name): 'TX. Kỳ Anh' is ('thị xã', 'Kỳ Anh'), 'Kỳ Anh' is (None, 'Kỳ Anh')."""
    text = _OFFICE.sub("", name.strip())
    dotted = _DOTTED.match(text)
    if dotted:
        return _PREFIXES[dotted[1].lower()], text[dotted.end() :]
    for prefix in ("thành phố", "thị trấn", "thị xã", "tỉnh", "huyện", "phường", "xã"):
        if key(text).startswith(key(prefix) + " "):
            return prefix, text.split(None, len(prefix.split()))[-1]
    return None, text


class Units:
    """Every state of every unit, to find the one that a text means in a period."""

    def __init__(self, units: Sequence[Unit], changes: Sequence[Change]) -> None:
        self._by_code: dict[str, list[Unit]] = {}
        self._by_name: dict[str, list[Unit]] = {}
        self._changes = changes
        for unit in sorted(units, key=lambda unit: unit.valid_from):
            self._by_code.setdefault(unit.code, []).append(unit)
            self._by_name.setdefault(key(split(unit.name)[1]), []).append(unit)
        self._names: dict[str, list[str]] = {}
        self._bare: dict[str, list[str]] = {}
        for name in sorted({unit.name for unit in units}):
            self._names.setdefault(folded(name), []).append(name)
            self._bare.setdefault(folded(split(name)[1]), []).append(name)
        self._nearest_names = Nearest(self._names)
        self._meanings: dict[str, list[Unit]] = {}  # of texts that were looked up

    def states(self, code: str) -> list[Unit]:
        """Every state of a code, oldest first."""
        return self._by_code.get(code, [])

    def kinds(self) -> set[str]:
        """Every kind that a unit has or had: 'phường', 'thị trấn'."""
        return {state.kind for states in self._by_code.values() for state in states}

    def name_of(self, code: str) -> str:
        """The latest name of a code, with its days where others have the same name or it is no more; the code itself where it is unknown."""
        states = self.states(code)
        return self.told_apart(states[-1]) if states else code

    def told_apart(self, unit: Unit) -> str:
        """The name of a unit, with its days where others have the same name: 'Phường Trần Phú từ 01/07/2025', '… đến 30/06/2025'."""
        same = {state.code for state in self._by_name.get(key(split(unit.name)[1]), []) if state.name == unit.name}
        if unit.valid_to:
            return f"{unit.name} đến {said_day(unit.valid_to - timedelta(days=1))}"
        return f"{unit.name} từ {said_day(unit.valid_from)}" if len(same) > 1 else unit.name

    def find(self, text: str, begins: date, ends: date, own: Callable[[str, str | None, str], bool] = lambda *_: True) -> Unit:
        """The unit that a text means in a period: as it was at its end, or, where it ended within, its last state.

        ``own(code, parent_code, province_code)`` tells whose names are said first. Raises Unreadable: unit_unknown (with the nearest
        names), unit_ambiguous, unit_ended, unit_not_yet; where only one unit of the period can be meant, with a ``proposal``.
        """
        meant = self._meant(text)
        living = {unit.code: unit for unit in meant if _lives(unit, begins, ends)}
        if len(living) == 1:
            return next(iter(living.values()))
        if len(living) > 1:
            choices = [f"{unit.name} ({self._above(unit, ends)}mã {unit.code})" for unit in living.values()]
            raise Unreadable("unit_ambiguous", count=len(living), choices="; ".join(choices[:6]))
        ended = [(unit.valid_to, unit) for unit in meant if unit.valid_to is not None and unit.valid_to <= begins]
        if ended:
            day, last = max(ended, key=lambda pair: pair[0])
            instead = self._instead(last, day)
            proposal = self._successor(last.code, day, begins, ends)
            raise Unreadable("unit_ended", what=_named(text, last), ended=said_day(day), successors=instead, proposal=proposal)
        if meant:
            first = min(meant, key=lambda unit: unit.valid_from)
            origin = self._origin(first.code, first.valid_from)
            raise Unreadable(
                "unit_not_yet",
                what=_named(text, first),
                began=said_day(first.valid_from),
                predecessors=f"Trước đó số liệu ghi cho: {origin}." if origin else "Sửa năm, kỳ hoặc đơn vị.",
            )
        at_hand = {
            unit.name: unit
            for states in self._by_code.values()
            for unit in states
            if _lives(unit, begins, ends) and own(unit.code, unit.parent_code, unit.province_code)
        }
        proposal = self._certain(text, at_hand, begins, ends)
        raise Unreadable("unit_unknown", nearest=self._nearest(text, at_hand), proposal=proposal)

    def _certain(self, text: str, at_hand: Collection[str], begins: date, ends: date) -> str | None:
        """The one name at hand that differs from a text in its marks only, or in its kind of unit, too."""
        kind, bare = split(text)
        alike = [name for name in self._bare.get(folded(bare), ()) if name in at_hand]
        chosen = [name for name in alike if split(name)[0] == kind] or alike
        return self._written(chosen[0], begins, ends) if len(chosen) == 1 else None

    def _written(self, name: str, begins: date, ends: date) -> str | None:
        """A name, if it means one unit of the period."""
        return name if len({unit.code for unit in self._meant(name) if _lives(unit, begins, ends)}) == 1 else None

    def _successor(self, code: str, ended: date, begins: date, ends: date) -> str | None:
        """Code of the one unit that a unit became; None where there are several, where it is only a part of it (its figure is not that of
        the whole), or where none lives in the period."""
        changes = [change for change in self._changes if change.from_code == code and change.effective_on >= ended]
        after = {change.to_code for change in changes}
        lives = [other for other in after if any(_lives(unit, begins, ends) for unit in self.states(other))]
        whole = not any(change.kind in ("merge", "split") for change in changes)
        return lives[0] if len(after) == 1 and lives and whole else None

    def _meant(self, text: str) -> list[Unit]:
        """Every state of every unit that a text may mean."""
        if text not in self._meanings:
            self._meanings[text] = self._looked_up(text)
        return self._meanings[text]

    def _looked_up(self, text: str) -> list[Unit]:
        if re.fullmatch(r"[0-9]+", text):
            return self.states(text)
        kind, bare = split(text)
        named = self._by_name.get(key(bare), [])
        if kind is None:
            return named
        exact = [unit for unit in named if unit.kind == kind]
        return exact or self._by_name.get(key(text), [])

    def _above(self, unit: Unit, ends: date) -> str:
        for code in (unit.parent_code, unit.province_code):
            states = [state for state in self.states(code or "") if state.valid_from <= ends]
            if states and code != unit.code:
                return f"{states[-1].name}, "
        return ""

    def _instead(self, unit: Unit, ended: date) -> str:
        """What to write for a unit that has ended: its successors, or the level that stands for it now."""
        successors = self._successors(unit.code, ended)
        if successors:
            part = " Số của riêng phần cũ không phải số của đơn vị mới." if self._is_part(unit.code, ended) else ""
            return f"Số liệu từ ngày đó ghi cho: {successors}.{part}"
        if unit.level == "district":
            return "Cấp huyện đã thôi: số liệu từ ngày đó ghi cho tỉnh hoặc cho từng xã, phường."
        return "Sửa năm, kỳ hoặc đơn vị."

    def _is_part(self, code: str, ended: date) -> bool:
        """Whether a unit became, as a whole, a part of one other."""
        changes = [change for change in self._changes if change.from_code == code and change.effective_on >= ended]
        return len({change.to_code for change in changes}) == 1 and changes[0].kind == "merge"

    def _successors(self, code: str, ended: date) -> str:
        names = [
            f"{change.to_name} (mã {change.to_code})"
            for change in self._changes
            if change.from_code == code and change.effective_on >= ended
        ]
        return "; ".join(dict.fromkeys(names))

    def _origin(self, code: str, began: date) -> str:
        names = [
            f"{change.from_name} (mã {change.from_code})"
            for change in self._changes
            if change.to_code == code and change.effective_on == began
        ]
        return "; ".join(dict.fromkeys(names[:6]))

    def _nearest(self, text: str, at_hand: Collection[str]) -> str:
        if is_office(text):
            return "Đây là cơ quan, không phải đơn vị hành chính: số liệu của sở, ban, ngành và phòng ghi cho đơn vị hành chính của cơ quan ấy (tỉnh, hoặc xã, phường); tên cơ quan ghi ở cột ghi chú."
        if re.fullmatch(r"[0-9]+", text):
            padded = [code for code in self._by_code if code.lstrip("0") == text.lstrip("0")]
            return f"Có phải mã {' hoặc '.join(padded)}?" if padded else "Mã đơn vị có 2, 3 hoặc 5 chữ số."
        near = [name for found in self._nearest_names.to(folded(text), _LOOKED_AT, 0.6) for name in self._names[found]]
        kind, bare = split(text)
        alike = self._bare.get(folded(bare), [])
        names = sorted(
            dict.fromkeys([*alike, *near]), key=lambda name: (name not in at_hand, name not in alike, split(name)[0] != kind)
        )[:3]
        return (
            "Có phải: " + "; ".join(names) + "? Ghi đúng tên hoặc ghi mã."
            if names
            else "Ghi đúng tên trong danh sách đơn vị, hoặc ghi mã."
        )


def _lives(unit: Unit, begins: date, ends: date) -> bool:
    """Whether a state of a unit holds on some day of a period."""
    return unit.valid_from <= ends and (unit.valid_to is None or unit.valid_to > begins)


def _named(text: str, unit: Unit) -> str:
    """'18082 (Phường Đại Nài)' for a code, the name for a name."""
    return f"{text} ({unit.name})" if text.isdigit() else unit.name
