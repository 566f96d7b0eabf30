"""What is said of an older deck: states of its slides, what changed, what was edited, which sentences may no longer fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

STATES = {
    "current": "● Không đổi",
    "day": "◇ Chỉ ngày thay đổi",
    "reworded": "◇ Số liệu không đổi, cách viết của trang đã khác",
    "stale": "■ Số liệu đã thay đổi",
    "gone": "○ Kho không còn số liệu này",
    "unknown": "– Không nhận ra",
}
EDITED = "✎ Đã sửa tay"
DOUBTFUL = "▲ Câu chữ giữ lại, có thể không còn khớp"
_NOTHING = "không có"
_LONG = 40  # letters from which on only what differs in a text is told


class Difference(Protocol):
    """One thing told in two ways (``components.slides.older.judged``)."""

    @property
    def shape(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def before(self) -> str: ...
    @property
    def after(self) -> str: ...
    @property
    def where(self) -> str: ...


class Kept(Protocol):
    """A sentence and the numbers in it that do not fit."""

    @property
    def text(self) -> str: ...
    @property
    def numbers(self) -> tuple[str, ...]: ...


class Judged(Protocol):
    """How a slide stands."""

    @property
    def number(self) -> int: ...
    @property
    def state(self) -> str: ...
    @property
    def edits(self) -> Sequence[Difference]: ...
    @property
    def kept(self) -> Sequence[Kept]: ...


def badges(page: Judged) -> list[str]:
    """The states of a slide, the one of its figures first."""
    state = [] if page.state == "current" and (page.edits or page.kept) else [STATES[page.state]]
    return [*state, *([EDITED] if page.edits else []), *([DOUBTFUL] if page.kept else [])]


def summary(pages: Sequence[Judged]) -> str:
    """'12 trang: 3 số liệu đã thay đổi, 2 đã sửa tay, 7 không đổi'; a slide may count twice."""
    counts = {
        "số liệu đã thay đổi": sum(page.state == "stale" for page in pages),
        "đã sửa tay": sum(bool(page.edits) for page in pages),
        "có câu chữ có thể không còn khớp": sum(bool(page.kept) for page in pages),
        "chỉ ngày thay đổi": sum(page.state == "day" for page in pages),
        "viết khác, cùng số liệu": sum(page.state == "reworded" for page in pages),
        "kho không còn số liệu": sum(page.state == "gone" for page in pages),
        "không nhận ra": sum(page.state == "unknown" for page in pages),
        "không đổi": sum(is_quiet(page) for page in pages),
    }
    return f"{len(pages)} trang: " + ", ".join(f"{count} {words}" for words, count in counts.items() if count)


def is_quiet(page: Judged) -> bool:
    """Whether nothing is to be said of a slide."""
    return page.state == "current" and not page.edits and not page.kept


def changed(one: Difference) -> str:
    """'Thẻ “■ Chưa đạt”: 5 → 4'; rows and columns that came or went say so."""
    if one.where in ("gone", "structure"):
        return f"{one.place}: " + ("không còn nữa" if one.before and not one.after else "mới có")
    return f"{one.place}: {_both(one)}"


def edited(one: Difference, changes: Sequence[Difference] = ()) -> str:
    """What somebody did by hand; a text that an old deck does not tell is named alone. ``changes`` tell what the store says there."""
    today = next((other.after for other in changes if (other.shape, other.place) == (one.shape, one.place)), "")
    return _edit(one) + (f" (kho hôm nay: {quoted(today)})" if today and one.where != "gone" else "")


def _edit(one: Difference) -> str:
    if one.where == "gone":
        return f"{one.place}: đã bỏ khỏi trang"
    if one.where == "workbook":
        return f"{one.place}: {one.before}, {one.after}"
    if not one.before:
        return f"{one.place}: nay là {quoted(one.after)}" if one.after else f"{one.place}: đã xóa chữ"
    return f"{one.place}: {_both(one)}"


def _both(one: Difference) -> str:
    """Old and new; of two long texts what differs, with a word on either side."""
    if min(len(one.before), len(one.after)) < _LONG:
        return f"{quoted(one.before)} → {quoted(one.after)}"
    before, after = one.before.split(), one.after.split()
    start = next(
        (place for place, (old, new) in enumerate(zip(before, after, strict=False)) if old != new), min(len(before), len(after))
    )
    most = min(len(before), len(after)) - start
    end = next((back for back in range(most) if before[-1 - back] != after[-1 - back]), most)
    return " → ".join(quoted(_middle(words, max(start - 1, 0), len(words) - max(end - 1, 0))) for words in (before, after))


def _middle(words: list[str], start: int, end: int) -> str:
    return ("… " if start else "") + " ".join(words[start:end]) + (" …" if end < len(words) else "")


def by_weight(changes: Sequence[Difference]) -> list[Difference]:
    """Differences as they are told: heights of charts and counts first, sentences and labels, which follow them, last."""
    order = {"gone": 0, "structure": 0, "chart": 1, "workbook": 1, "cell": 2, "text": 3, "label": 5}
    return sorted(changes, key=lambda one: 1 if one.shape.startswith("ct-card-") else order[one.where])


def quoted(words: str) -> str:
    """A number as it is, a text between quotes, shortened."""
    if not words:
        return _NOTHING
    short = words if len(words) <= 110 else words[:108].rstrip() + "…"
    return short if len(words) < 14 else f"“{short}”"


def doubt(one: Kept) -> str:
    """Which numbers of a sentence the figures of today do not hold."""
    return f"{quoted(one.text)}: {', '.join(one.numbers)} không có trong số liệu hiện nay của trang"


def overwriting(edits: Sequence[Difference]) -> dict[str, str]:
    """The edited shapes by their names, each with the words of the box that lets it be overwritten."""
    places: dict[str, list[Difference]] = {}
    for one in edits:
        places.setdefault(one.shape, []).append(one)
    return {shape: _overwrite(several) for shape, several in places.items()}


def _overwrite(several: list[Difference]) -> str:
    place = several[0].place.removeprefix("Bảng số của biểu đồ · ").split(" · ")[0] if len(several) > 1 else several[0].place
    if several[0].where == "gone":
        return f"Đặt lại: {place}"
    return f"Ghi đè chỗ đã sửa tay: {place}" + (f" ({len(several)} chỗ)" if len(several) > 1 else "")


def numbered(pages: Sequence[Judged]) -> str:
    """'trang 1, 4 và 5'."""
    numbers = [str(page.number) for page in pages]
    return "trang " + (f"{', '.join(numbers[:-1])} và {numbers[-1]}" if len(numbers) > 1 else numbers[0])
