"""What a page says when its link asks for something that it does not have: what was asked for, and what is near."""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import lru_cache

import streamlit as st

from components.filters import url_state
from components.state import Unanswered
from components.text import formats
from components.tiles.html_table import Markup, joined, tag
from components.tiles.links import address, link
from data.vietnamese.text import fold

_NOUNS = {
    "dia_ban": "địa bàn", "so_voi": "địa bàn", "nam": "năm", "ky": "kỳ", "cap": "cấp", "chi_tieu": "chỉ tiêu", "so_sanh": "chỉ tiêu",
    "phan": "phần", "trang_thai": "trạng thái", "nhom": "nhóm", "theo": "cách xếp", "trong": "cách xem đơn vị chưa báo cáo", "tin_hieu": "tín hiệu", "van_ban": "văn bản", "chu_tri": "cơ quan chủ trì",
}  # fmt: skip
_MOST = 3
_ALIKE = 0.6


def strip() -> bool:
    """Say what could not be honoured, one line each, with links to what is near; whether the page has to wait for a choice."""
    told = url_state.unanswered()
    waits = [one for one in told if one.waits][:1]  # what follows from an unknown choice is not to be told as well
    if waits:  # a headline all the same: the page is read out by it, and the presentation has a screen to go on from
        st.html(tag("h1", "Trang này không có điều đang chọn", class_="say"))
    if told:
        st.html(tag("div", *(tag("p", _sentence(one)) for one in waits or told), class_="unanswered", role="status"))
    return bool(waits)


def page(path: str, shown: str) -> None:
    """Say that there is no page of the address that the visitor asked for ('' for one that exists), and which one is shown."""
    if path:
        text = f"Không có trang “{path[:80]}”. Đây là trang “{shown}”; các trang khác ở thanh trên cùng."
        st.html(tag("div", tag("p", text), class_="unanswered", role="status"))


def near(code: str, options: tuple[tuple[str, str], ...]) -> list[str]:
    """Codes that look like the one that was asked for, or whose names begin with its words; the most alike first.

    Numbers of years are near by their distance. Without any likeness: the first ones.
    """
    codes = [option for option, _ in options]
    if re.fullmatch(r"\d{4}", code) and all(re.fullmatch(r"\d{4}", option) for option in codes):
        return sorted(codes, key=lambda option: abs(int(option) - int(code)))[:2]
    folded = {fold(option): option for option in reversed(codes)}
    same = [option for option in codes if code and _without_zeros(option) == _without_zeros(code)]
    alike = [] if code.isdigit() else [folded[found] for found in get_close_matches(fold(code), folded, _MOST, _ALIKE)]
    named = [option for option, name in options if code and begins(name, code)]
    return (list(dict.fromkeys([*same, *alike, *named])) or codes)[:_MOST]


def begins(text: str, words: str) -> bool:
    """Whether each of the words begins a word of the text, whatever the marks and the case."""
    starts = split(text)
    return all(any(start.startswith(word) for start in starts) for word in split(words))


@lru_cache(maxsize=5000)
def split(text: str) -> tuple[str, ...]:
    """The words of a text without marks and case: 'Hồ sơ CQ.06' -> ho, so, cq, 06."""
    return tuple(word for word in re.split(r"[^\w%]+", fold(text)) if word)


def _sentence(one: Unanswered) -> Markup:
    noun, named = _NOUNS.get(one.name, "lựa chọn"), dict(one.options)
    if one.most:
        return joined(f"Chỉ so sánh được tối đa {one.most} {noun} một lúc; không xem: {one.code}.")
    asked = f"Không có {noun} “{_called(one)}”" if one.code.strip() else f"Liên kết không nêu {noun} nào"
    if one.instead is not None and not one.code.strip():
        return joined(f"{asked}; đang xem “{named[one.instead]}”.")
    if one.instead is not None:
        return joined(f"{asked} trong số liệu đang mở; đang xem “{named[one.instead]}”.")
    if not named:
        return joined(f"{asked}.")
    choices = [_choice(one, code, named[code]) for code in near(one.code, one.options)]
    parts: list[str] = [part for choice in choices for part in (" · ", choice)][1:]
    return joined(asked, "; gần nhất: " if one.code.strip() else "; có thể chọn: ", *parts)


def _called(one: Unanswered) -> str:
    return formats.LEVELS.get(one.code, one.code) if one.name == "cap" else one.code[:80]


def _choice(one: Unanswered, code: str, name: str) -> Markup:
    """A link to the same page with the code in place of the unknown one; the name alone where several stand in one choice."""
    if not one.waits:
        return tag("span", name)
    return link(address("", {**st.query_params.to_dict(), one.name: code}), name)


def _without_zeros(code: str) -> str:
    return re.sub(r"(?<!\d)0+(?=\d)", "", fold(code))
