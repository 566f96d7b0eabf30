"""What somebody asks of a published view, by the names that the pages' links have; a wrong question is told in Vietnamese."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from data.vietnamese import past_day
from data.vietnamese.dates import today
from data.vietnamese.past_day import PARAMETER as KNOWN_ON
from data.vietnamese.terms import LEVELS
from queries.published import choices
from queries.reads import catalogue_list, known_day_list, unit_list
from queries.schema import PUBLISHED
from queries.store import Store

NAMES = {"dia_ban": "unit_id", "nam": "year", "cap": "level", "ky": "period", "nhom": "pillar", "chi_tieu": "indicator_id"}
FORMATS = ("csv", "json", "parquet")
STYLES = ("excel", "quoc-te")  # of a CSV: semicolons and decimal commas, or commas and decimal points
MOST_IN_JSON = 10_000
_IN_JSON = 1_000
_PERIOD = re.compile(r"N|Q[1-4]|T([1-9]|1[0-2])|([2-9]|1[01])T")


class WrongQuestion(Exception):
    """Something that cannot be answered; the text is the Vietnamese sentence about it, ``status`` the HTTP status."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


@dataclass(frozen=True)
class ViewRequest:
    """A published view in a format ('csv', 'json' or 'parquet'), narrowed: ``chosen`` by the parameters of ``queries/published``.

    ``first`` and ``most`` say which part of it is asked for, in JSON; ``style`` how a CSV is written; ``known_on``
    the past day as on which it is answered, None for the present.
    """

    view: str
    format: str
    chosen: dict[str, Any]
    first: int = 0
    most: int = _IN_JSON
    style: str = STYLES[0]
    known_on: date | None = None

    def next_part(self) -> str:
        """The query of the link that asks for the part behind this one."""
        link_names = {column: name for name, column in NAMES.items()}
        chosen = {link_names[column]: value for column, value in self.chosen.items()}
        chosen |= {KNOWN_ON: self.known_on.isoformat()} if self.known_on else {}
        return urlencode({**chosen, "tu": self.first + self.most, "so_dong": self.most})


def asked(store: Store, view: str, format_: str, query: Mapping[str, str]) -> ViewRequest:
    """The question that a link asks. Raises WrongQuestion: an unknown view or format, a parameter or a code that is not there."""
    if view not in PUBLISHED:
        raise WrongQuestion(f"Không có bảng “{view[:80]}”. Các bảng: {', '.join(sorted(PUBLISHED))}.", 404)
    if format_ not in FORMATS:
        raise WrongQuestion(f"Không có dạng “{format_[:20]}”. Các dạng: {', '.join(FORMATS)}.", 404)
    known = [name for name, column in NAMES.items() if column in choices(view)]
    own = [KNOWN_ON, *{"csv": ["kieu"], "json": ["tu", "so_dong"]}.get(format_, [])]
    if unknown := [name for name in query if name not in (*known, *own)]:
        others = f"Các tham số dùng được: {', '.join([*known, *own])}."
        raise WrongQuestion(f"Bảng {view} dạng {format_} không có tham số “{unknown[0][:40]}”. {others}")
    chosen = {NAMES[name]: _value(store, name, query[name].strip()) for name in known if query.get(name, "").strip()}
    first = _number(query, "tu", 0, 0, 2**40)
    most = _number(query, "so_dong", _IN_JSON, 1, MOST_IN_JSON)
    return ViewRequest(view, format_, chosen, first, most, _style(query.get("kieu", STYLES[0])), store.day)


def asked_day(store: Store, query: Mapping[str, str]) -> date | None:
    """The past day as on which a link asks for a view; None for the present. Raises WrongQuestion for a day that cannot be shown."""
    text = query.get(KNOWN_ON, "").strip()
    if not text:
        return None
    days = known_day_list(store).values("day")
    if refusal := past_day.refusal(text, days[-1] if days else None, today()):
        raise WrongQuestion(refusal)
    return past_day.read(text)


def _value(store: Store, name: str, text: str) -> Any:
    return _READ[name](store, text)


def _year(_: Store, text: str) -> int:
    if not re.fullmatch(r"[12][0-9]{3}", text):
        raise WrongQuestion(f"Năm phải có bốn chữ số, ví dụ nam=2022; nhận được “{text[:40]}”.")
    return int(text)


def _level(_: Store, text: str) -> str:
    if text not in LEVELS:
        raise WrongQuestion(f"Không có cấp “{text[:40]}”. Các cấp: {', '.join(LEVELS)}; bỏ tham số cap để nhận mọi cấp.")
    return text


def _period(_: Store, text: str) -> str:
    if not _PERIOD.fullmatch(text):
        known = "N (cả năm), Q1 đến Q4, T1 đến T12, 2T đến 11T"
        raise WrongQuestion(f"Không có kỳ “{text[:40]}”. Các kỳ: {known}; bỏ tham số ky để nhận mọi kỳ.")
    return text


def _unit(store: Store, text: str) -> str:
    if text.split("-")[0] not in unit_list(store).values("code"):  # a state of a unit is its code, with the month behind it
        raise WrongQuestion(f"Không có địa bàn mang mã “{text[:40]}”. Bảng unit kể mọi địa bàn.")
    return text


def _pillar(store: Store, text: str) -> str:
    named = {row.pillar: row.pillar_name for row in catalogue_list(store)}
    if text not in named:
        known = "; ".join(f"{code} ({name})" for code, name in named.items())
        raise WrongQuestion(f"Không có nhóm “{text[:40]}”. Các nhóm: {known}.")
    return text


def _indicator(store: Store, text: str) -> str:
    if text not in catalogue_list(store).values("indicator_id"):
        raise WrongQuestion(f"Không có chỉ tiêu mang mã “{text[:40]}”. Cột indicator_id của bảng indicator_due kể các mã.")
    return text


_READ: dict[str, Callable[[Store, str], Any]] = {
    "dia_ban": _unit, "nam": _year, "cap": _level, "ky": _period, "nhom": _pillar, "chi_tieu": _indicator,
}  # fmt: skip


def _number(query: Mapping[str, str], name: str, default: int, least: int, greatest: int) -> int:
    text = query.get(name, "").strip() or str(default)
    if not re.fullmatch("[0-9]{1,15}", text) or not least <= int(text) <= greatest:
        raise WrongQuestion(f"Tham số {name} phải là số nguyên từ {least} đến {greatest}; nhận được “{text[:40]}”.")
    return int(text)


def _style(text: str) -> str:
    if text not in STYLES:
        raise WrongQuestion(
            f"Tham số kieu là “{STYLES[0]}” (chấm phẩy, dấu phẩy thập phân) hoặc “{STYLES[1]}” (dấu phẩy, dấu chấm thập phân)."
        )
    return text
