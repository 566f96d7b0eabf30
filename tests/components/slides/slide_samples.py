"""Slides for the tests: every kind, made from the frozen seed (``tests/frozen_seed``)."""

from __future__ import annotations

from datetime import date
from typing import Any

from components.slides.content import kinds
from components.slides.content.context import SlideContext
from components.slides.slide import Slide
from data.vietnamese import dates
from queries.rows import Rows
from queries.store import Store

SITE = "http://chi-tieu.example/"
YEAR = {"dia_ban": "42", "nam": 2022}
EVERY = {  # name of a reference picture -> kind and parameters
    "bia": ("cover", YEAR),
    "tom-tat": ("summary", YEAR),
    "nhom": ("pillars", YEAR),
    "can-chu-y": ("attention", YEAR),
    "con-lai": ("attention", {**YEAR, "nam": 2023}),
    "thay-doi": ("changes", YEAR),
    "cac-cap": ("levels", YEAR),
    "mot-chi-tieu-cac-cap": ("levels", {**YEAR, "nam": 2023, "so_sanh": "CQ.06"}),
    "trong-ky": ("period", {**YEAR, "ky": "Q2"}),
    "bang-muc-tieu": ("targets", YEAR),
    "chua-co-ket-qua": ("summary", {**YEAR, "nam": 2023}),
    "con-thieu": ("variance", YEAR),
    "co-cau-nhom": ("pillar_shares", YEAR),
    "bang-thanh": ("bullets", YEAR),
    "nhieu-chi-tieu": ("multiples", YEAR),
    "chi-tieu": ("indicator", {"dia_ban": "42", "chi_tieu": "CQ.06"}),
    "chi-tieu-ten-dai": ("indicator", {"dia_ban": "42", "chi_tieu": "CQ.14"}),
}

HERE = {"dia_ban": "42"}
PAGES = {  # the same of kinds that show what a page of its own shows; only their pictures are compared
    "nhiem-vu": ("tasks", HERE),
    "kinh-phi": ("budget", HERE),
    "kinh-phi-theo-nhom": ("money_groups", HERE),
    "nhiem-vu-bao-cao": ("task_states", HERE),
    "co-quan-chu-tri": ("agencies", HERE),
    "tinh-hinh-bao-cao": ("reports", {**YEAR, "cap_bao_cao": "district", "ky": "Q1"}),
    "mau-thuan": ("findings", HERE),
    "muc-tieu-qua-van-ban": ("target_moves", HERE),
    "nguon-so-lieu": ("sources", HERE),
    "van-ban": ("document", {**HERE, "van_ban": "525/KH-UBND"}),
    "moi-chi-tieu": ("gallery", HERE),
    "vi-sao": ("why", {**HERE, "chi_tieu": "CQ.06"}),
}
PICTURED = EVERY | PAGES
_DAY = date(2026, 11, 29)


def context(store: Store, *, change: Any = None, sample: bool = False) -> SlideContext:
    """A desk over a store; ``change(read name, rows)`` alters what the store answers."""

    kept: dict[Any, Rows] = {}

    def ask(read, **params):
        asked = (read.__name__, *sorted(params.items()))
        if asked not in kept:
            rows = read(store, **params)
            kept[asked] = change(read.__name__, rows) if change else rows
        return kept[asked]

    return SlideContext(ask, SITE, store.data_version(), sample)


def halved(_name: str, rows: Rows) -> Rows:
    """The same rows with every result half as high."""
    if "actual" not in rows.columns:
        return rows
    names = [name for name in ("actual", "to_date") if name in rows.columns]
    return Rows(rows.columns, [row._replace(**{name: _half(getattr(row, name)) for name in names}) for row in rows])


def _half(value: float | None) -> float | None:
    return None if value is None else value / 2


def every(at: SlideContext) -> dict[str, list[Slide]]:
    """The slides of every kind by the name of their reference picture."""
    return {name: kinds.make(at, kind, params) for name, (kind, params) in EVERY.items()}


def pictured(store: Store) -> dict[str, Slide]:
    """The first slide of each reference picture by its name, as of the day of the pictures."""
    at = context(store)
    with dates.on_day(_DAY):
        return {name: kinds.make(at, kind, params)[0] for name, (kind, params) in PICTURED.items()}


def flat(at: SlideContext) -> list[Slide]:
    """The same in one list."""
    return [slide for slides in every(at).values() for slide in slides]
