"""What the overview says of the pillars: which are weakest, and how many targets of each are missed."""

from __future__ import annotations

from typing import Any

from queries.rows import Rows

_LATE, _SILENT = ("missed", "behind"), ("no_result", "not_due", "unreported", "not_comparable")


def by_need(rows: Rows[Any]) -> list[tuple[str, Rows[Any]]]:
    """The pillars with their targets, the largest share of missed ones first, then of near ones, then of those without a result.

    Takes ``Overview.by_state``.
    """

    def need(group: tuple[str, Rows[Any]]) -> tuple[float, float, float, float]:
        marks = [row.mark for row in group[1]]
        near, silent = marks.count("near") / len(marks), sum(mark in _SILENT for mark in marks) / len(marks)
        return -_late(group[1]) / len(marks), -near, -silent, -marks.count("met")

    return sorted(rows.by("pillar_name").items(), key=need)


def _late(rows: Rows[Any]) -> int:
    return sum(row.mark in _LATE for row in rows)


def paced_by(rows: Rows[Any]) -> bool:
    """Whether targets are judged by the way to them: a year that is not over misses nothing yet."""
    return any(row.mark in ("behind", "on_pace") for row in rows)


def pillars(rows: Rows[Any]) -> str:
    """The weakest pillars, by the share that is missed and with how many targets each has. Takes ``Overview.by_state``."""
    groups = by_need(rows)
    all_of, most, word = (
        ("chậm mọi mục tiêu", "chậm nhiều nhất", "chậm") if paced_by(rows) else ("chưa đạt mục tiêu nào", "yếu nhất", "chưa đạt")
    )
    shares = {name: _late(group) / len(group) for name, group in groups}
    worst = [(name, group) for name, group in groups if shares[name] == max(shares.values())]
    if not max(shares.values()):
        return _nothing_missed(groups, word)
    first = f"{_together(worst)} {all_of if max(shares.values()) == 1 else most}"
    others = [f"{name} {_late(group)}/{len(group)}" for name, group in groups if 0 < shares[name] < max(shares.values())]
    return first + (f"; {', '.join(others[:2])} {word}" if others else "")


def _together(groups: list[tuple[str, Rows[Any]]]) -> str:
    """'Hạ tầng số (1/1), Dữ liệu số (1/1)': missed of how many."""
    return ", ".join(f"{name} ({_late(group)}/{len(group)})" for name, group in groups)


def _nothing_missed(groups: list[tuple[str, Rows[Any]]], word: str) -> str:
    waiting = [name for name, group in groups if all(row.mark in _SILENT for row in group)]
    if len(waiting) == len(groups):
        return f"Cả {len(groups)} nhóm chưa có kết quả để so" if len(groups) > 1 else f"{groups[0][0]} chưa có kết quả để so"
    return f"Không nhóm nào có mục tiêu {word}" + (f"; {', '.join(waiting)} chưa có kết quả để so" if waiting else "")


def pillar_count(rows: Rows[Any], paced: bool = False) -> str:
    """The number beside a pillar's shapes: '2/13 chưa đạt', '1/4 chậm', '0/5, không có số đo', '4 chưa có kết quả', '2 chưa so được'.
    ``paced``: another pillar beside it is judged by the way to its targets."""
    marks = [row.mark for row in rows]
    if set(marks) <= set(_SILENT):
        told = {"not_due": "chưa đến hạn", "not_comparable": "chưa so được"}
        few = set(marks) if len(set(marks)) == 1 else {"not_comparable"} & set(marks)
        return f"{len(marks)} {told.get(next(iter(few), ''), 'chưa có kết quả')}"
    if set(marks) == {"stated"}:
        return f"0/{len(marks)}, không có số đo"
    return f"{_late(rows)}/{len(marks)} {'chậm' if paced or paced_by(rows) else 'chưa đạt'}"
