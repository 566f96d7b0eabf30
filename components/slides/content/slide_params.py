"""The forms of the parameters by which slides are made, wherever they come from: a page, a link, a deck that somebody hands in."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from components.text import formats
from data.vietnamese import past_day
from data.vietnamese.past_day import PARAMETER

FORMS: dict[str, Callable[[Any], bool]] = {
    "dia_ban": lambda value: isinstance(value, str) and bool(re.fullmatch(r"[\w\-]{1,24}", value)),
    "nam": lambda value: type(value) is int and 1900 < value < 2200,
    "cap": lambda value: value in ("any", *formats.LEVELS),
    "chi_tieu": lambda value: isinstance(value, str) and 0 < len(value) <= 24,
    "van_ban": lambda value: isinstance(value, str) and 0 < len(value) <= 200,
    "so_sanh": lambda value: isinstance(value, str) and 0 < len(value) <= 24,
    "ky": lambda value: isinstance(value, str) and bool(re.fullmatch(r"N|Q[1-4]|T([1-9]|1[0-2])|([2-9]|1[01])T", value)),
    "bo": lambda value: isinstance(value, str) and bool(re.fullmatch(r"[\w\-.]{1,40}", value)),
    "don_vi": lambda value: isinstance(value, str) and bool(re.fullmatch(r"[\w\-]{1,24}", value)),
    "dia_gioi": lambda value: value in ("khi-bao-cao", "hien-nay"),
    "xep": lambda value: value in ("gia-tri", "tien-bo"),
    "nhom": lambda value: isinstance(value, str) and bool(re.fullmatch(r"\w{1,12}", value)),
    "theo": lambda value: isinstance(value, str) and bool(re.fullmatch(r"-?[\w.]{1,24}", value)),
    "trong": lambda value: value in ("an", "hien"),
    "phan": lambda value: isinstance(value, str) and bool(re.fullmatch(r"[\w.,-]{1,400}", value)),
    "cap_bao_cao": lambda value: value in ("province", "district", "commune"),
    "han": lambda value: isinstance(value, str) and 0 < len(value) <= 200,
    "muc": lambda value: isinstance(value, str) and bool(re.fullmatch(r"[a-z]{1,12}", value)),
    "loai": lambda value: isinstance(value, str) and bool(re.fullmatch(r"[a-z_]{1,20}", value)),
    "xu_ly": lambda value: value in ("chua", "roi"),
    "so_voi": lambda value: isinstance(value, str) and bool(re.fullmatch(r"[\w\-]{1,24}(,[\w\-]{1,24}){0,2}", value)),
    "trang_thai": lambda value: isinstance(value, str) and bool(re.fullmatch(r"[a-z_]{1,12}", value)),
    "muc_luc": lambda value: (
        isinstance(value, list)
        and 0 < len(value) <= 200
        and all(isinstance(line, list) and [type(one) for one in line] == [str, int] and len(line[0]) <= 400 for line in value)
    ),
    "ten_phan": lambda value: isinstance(value, str) and 0 < len(value) <= 400,
    "phan_thu": lambda value: isinstance(value, list) and [type(one) for one in value] == [int, int],
    "tu_ngay": lambda value: isinstance(value, str) and past_day.read(value) is not None,
    "den_ngay": lambda value: isinstance(value, str) and past_day.read(value) is not None,
    "pham_vi": lambda value: value in ("rieng", "ca-tinh"),
    "vi_sao": lambda value: isinstance(value, str) and bool(re.fullmatch(r"[a-z_-]{1,20}", value)),
    PARAMETER: lambda value: isinstance(value, str) and past_day.read(value) is not None,
    "trang": lambda value: type(value) is int and 0 < value < 100,
}
_NUMBERS = ("nam", "trang")


def read(told: Mapping[str, str]) -> dict[str, Any]:
    """Parameters as a link writes them, those that are numbers as numbers; whether they have their form, ``FORMS`` says."""
    return {
        name: int(text) if name in _NUMBERS and re.fullmatch(r"\d{1,4}", text, re.ASCII) else text for name, text in told.items()
    }
