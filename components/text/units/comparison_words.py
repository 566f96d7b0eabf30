"""What a comparison of territories says: how much they share, what each figure is and of when, why two like names are not one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from components.text import formats, times
from data.vietnamese.text import fold
from queries.rows import Rows


def short(name: str) -> str:
    """A unit without the word that every province has: 'Tỉnh Hà Tĩnh' -> 'Hà Tĩnh'; others as they are."""
    return name.removeprefix("Tỉnh ")


def headline(rows: Rows, names: Mapping[str, str]) -> str:
    """How many indicators the units share, and whether any of these can be compared by results in numbers.

    Takes ``comparison_facts.compared``; ``names``: unit ids in their order, with names.
    """
    shared = rows.matching(lambda row: row.sharing > 1).by("indicator_id")
    first, *others = (short(name) for name in names.values())
    who = _listed([first, *(formats.inside(name) for name in others)])
    if not shared:
        return f"{who} không có chỉ tiêu chính nào chung"
    of = "" if len(names) == 2 else " có ở ít nhất hai nơi"
    few = "chỉ có" if len(shared) * 10 < len(rows.by("indicator_id")) else "có"
    return f"{who} {few} {len(shared)} chỉ tiêu chung{of}, {_measured(list(shared.values()), len(names))}"


def _measured(shared: list[Rows], units: int) -> str:
    numbers = [{row.unit_id for row in group if row.actual is not None and row.basis == "measured"} for group in shared]
    both = sum(len(having) > 1 for having in numbers)
    side = "bên" if units == 2 else "nơi"
    if both:
        return f"{both} chỉ tiêu có kết quả bằng số ở {'cả hai bên' if units == 2 else 'ít nhất hai nơi'}"
    if not any(numbers):
        return f"chưa {side} nào có kết quả bằng số để so sánh"
    return f"chưa chỉ tiêu nào có kết quả bằng số ở {'cả hai bên' if units == 2 else 'hai nơi trở lên'}"


def rest(rows: Rows, names: Mapping[str, str], pairs: int) -> str:
    """The line below: how many indicators only one of them has, how many pairs look alike and are not one."""
    alone = rows.where(sharing=1)
    counts = {unit_id: len(alone.where(unit_id=unit_id).by("indicator_id")) for unit_id in names}
    parts = [
        f"{count} chỉ tiêu chính chỉ có ở {formats.inside(short(names[unit_id]))}" for unit_id, count in counts.items() if count
    ]
    told = f"Các chỉ tiêu còn lại mỗi nơi một cách tính: {_joined(parts)}." if parts else ""
    near = f" {pairs} cặp tên gần giống dưới đây không được đặt cạnh nhau như một." if pairs else ""
    return (told + near).strip()


def figure(row: Any) -> str:
    """The newest number of a row with its own period: 'kết quả 45% (năm 2022)', else 'mục tiêu 80% (năm 2023)'."""
    if row.has_result:
        said = formats.result(row) if row.actual is not None or row.actual_low is not None or row.basis == "stated" else None
        return f"kết quả {said or _quoted(row.actual_as_written)} ({formats.inside(times.period(row.period, row.year))})"
    said = formats.target(row) if row.required is not None else _quoted(row.target_as_written)
    return f"mục tiêu {said} (năm {row.target_year})"


def _quoted(words: str | None) -> str:
    return f"“{words}”"


def figures(rows: Rows) -> str:
    """The newest numbers of an indicator by level: 'cấp tỉnh: mục tiêu 80% (năm 2024); cấp xã: mục tiêu 30% (năm 2024)'."""
    if len(rows) == 1:
        return figure(rows[0])
    return "; ".join(f"{formats.LEVEL_PHRASES[row.level]}: {figure(row)}" for row in rows)


def difference(pair: Any) -> str:
    """What the catalogue says differs first: unit, denominator, numerator, else the definition. Takes ``comparison_facts.near``."""
    if pair.unit_of_measure != pair.other_unit_of_measure:
        return "khác đơn vị tính"
    if _other(pair.denominator, pair.other_denominator):
        return "khác mẫu số"
    return "khác tử số" if _other(pair.numerator, pair.other_numerator) else "khác định nghĩa"


def _other(one: str | None, another: str | None) -> bool:
    return fold(one or "") != fold(another or "")


def why(pair: Any) -> str:
    """The sentence of the catalogue's note that keeps the two apart; that it says nothing, where it does not."""
    found = _naming(pair.other_note, pair.indicator_name) or _naming(pair.note, pair.other_name)
    return found or "Danh mục để riêng, không ghi lý do."


def _naming(note: str | None, name: str) -> str:
    """The sentence of a note that names an indicator in quotation marks; '' for none."""
    sentences = re.split(r"(?<=\.)\s+(?=[A-ZĐÂĂÊÔƠƯÁÀẢÃẠ])", note or "")
    return next((sentence for sentence in sentences if f"“{name}”" in sentence), "")


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} và {names[-1]}"


def _joined(parts: list[str]) -> str:
    """'94 chỉ tiêu chính chỉ có ở Hà Tĩnh, 26 chỉ có ở Đồng Nai': what is counted is said once."""
    return ", ".join([parts[0], *(part.replace(" chỉ tiêu chính", "") for part in parts[1:])])
