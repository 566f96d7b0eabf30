"""The register of slide kinds: a page that comes later adds one entry. Parameters are checked here, wherever they come from."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from components.slides.content import (
    attention_builders,
    change_builders,
    compare_builders,
    contents_builders,
    day_builders,
    document_builders,
    gallery_builders,
    indicator_builders,
    money_builders,
    multiples_builders,
    opening_builders,
    origin_builders,
    reporting_builders,
    sheet_builders,
    sum_builders,
    target_builders,
    task_builders,
    unit_builders,
)
from components.slides.content.context import SlideBuilder, SlideContext
from components.slides.slide import COVER, Slide
from components.territory import Territory
from components.text import formats
from data.vietnamese import past_day
from data.vietnamese.past_day import PARAMETER
from queries.reads import territory_list


@dataclass(frozen=True)
class Kind:
    """A kind of slide. ``label`` stands in the list of contents, ``slug`` in the link; ``opening``: part of a new briefing.

    ``needs`` are the parameters beyond territory and year, ``may`` those that can be left out.
    """

    key: str
    slug: str
    label: str
    build: Callable[[SlideBuilder], list[Slide]]
    needs: tuple[str, ...] = ()
    may: tuple[str, ...] = ("cap", "ky")
    opening: bool = True
    yearly: bool = True  # it cannot be made without a year

    def opens(self, period: str) -> bool:
        """Whether a new briefing about a period ('newest' and 'N': no part of the year) begins with this kind."""
        fits = "ky" not in self.needs if period in ("newest", "N") else "ky" in (*self.needs, *self.may)
        return self.opening and fits


KINDS = {
    kind.key: kind
    for kind in (
        Kind(COVER, "bia", "Trang bìa", opening_builders.cover),
        Kind("summary", "tom-tat", "Tóm tắt mở đầu", opening_builders.summary),
        Kind("pillars", "nhom", "Theo nhóm và cấp", opening_builders.pillars),
        Kind("attention", "can-chu-y", "Việc cần tập trung", attention_builders.attention),
        Kind("variance", "con-thieu", "Còn thiếu bao nhiêu", attention_builders.variance, opening=False),
        Kind("pillar_shares", "co-cau-nhom", "Cơ cấu theo nhóm", attention_builders.pillar_shares, opening=False),
        Kind("bullets", "bang-thanh", "Kết quả và mục tiêu trong một bảng", target_builders.bullets, opening=False),
        Kind(
            "multiples",
            "nhieu-chi-tieu",
            "Nhiều chỉ tiêu qua các năm",
            multiples_builders.multiples,
            may=("cap", "nhom"),
            opening=False,
        ),
        Kind("changes", "thay-doi", "So với kết quả trước", change_builders.changes, opening=False),
        Kind("levels", "cac-cap", "So sánh các cấp", indicator_builders.levels, may=("so_sanh",)),
        Kind("period", "trong-ky", "Kết quả trong kỳ", change_builders.period, needs=("ky",), may=("cap",)),
        Kind("targets", "bang-muc-tieu", "Bảng mọi mục tiêu", target_builders.targets, opening=False),
        Kind(
            "indicator",
            "chi-tieu",
            "Chỉ tiêu",
            indicator_builders.indicator,
            needs=("chi_tieu",),
            may=("cap",),
            opening=False,
            yearly=False,
        ),
        Kind(
            "agenda",
            "noi-dung",
            "Nội dung",
            contents_builders.agenda,
            needs=("muc_luc",),
            may=(),
            opening=False,
            yearly=False,
        ),
        Kind(
            "section",
            "mo-phan",
            "Mở phần",
            contents_builders.section,
            needs=("muc_luc", "ten_phan", "phan_thu"),
            may=(),
            opening=False,
            yearly=False,
        ),
        Kind(
            "tasks",
            "nhiem-vu",
            "Nhiệm vụ theo thời gian",
            task_builders.tasks,
            may=("nam", "van_ban"),
            opening=False,
            yearly=False,
        ),
        Kind(
            "budget",
            "kinh-phi",
            "Kinh phí theo năm và nguồn",
            money_builders.budget,
            may=("nam", "van_ban"),
            opening=False,
            yearly=False,
        ),
        Kind(
            "money_groups",
            "kinh-phi-theo-nhom",
            "Kinh phí theo nhóm và cơ quan",
            money_builders.groups,
            may=("nam", "van_ban"),
            opening=False,
            yearly=False,
        ),
        Kind(
            "task_states",
            "nhiem-vu-bao-cao",
            "Nhiệm vụ qua các báo cáo",
            reporting_builders.task_states,
            may=(),
            opening=False,
            yearly=False,
        ),
        Kind(
            "agencies",
            "co-quan-chu-tri",
            "Nhiệm vụ theo cơ quan chủ trì",
            reporting_builders.agencies,
            may=("nam", "van_ban"),
            opening=False,
            yearly=False,
        ),
        Kind(
            "reports",
            "tinh-hinh-bao-cao",
            "Tình hình báo cáo",
            reporting_builders.reports,
            needs=("cap_bao_cao", "ky"),
            may=("han",),
            opening=False,
        ),
        Kind(
            "findings",
            "mau-thuan",
            "Sổ mâu thuẫn",
            origin_builders.findings,
            may=("muc", "loai", "xu_ly"),
            opening=False,
            yearly=False,
        ),
        Kind(
            "target_moves",
            "muc-tieu-qua-van-ban",
            "Mục tiêu qua các văn bản",
            origin_builders.target_moves,
            may=("loai",),
            opening=False,
            yearly=False,
        ),
        Kind(
            "two_days",
            "so-sanh-hai-ngay",
            "So sánh hai ngày",
            day_builders.two_days,
            needs=("tu_ngay", "den_ngay"),
            may=("pham_vi", "vi_sao"),
            opening=False,
            yearly=False,
        ),
        Kind("sources", "nguon-so-lieu", "Nguồn số liệu", origin_builders.sources, may=(), opening=False, yearly=False),
        Kind(
            "document",
            "van-ban",
            "Một văn bản, từng dòng",
            document_builders.document,
            needs=("van_ban",),
            may=("loai",),
            opening=False,
            yearly=False,
        ),
        Kind(
            "gallery",
            "moi-chi-tieu",
            "Mọi chỉ tiêu chính",
            gallery_builders.gallery,
            may=("cap", "nhom", "trang_thai"),
            opening=False,
            yearly=False,
        ),
        Kind(
            "sums",
            "cong-tu-don-vi",
            "Tỉnh báo và cộng từ đơn vị",
            sum_builders.sums,
            needs=("cap", "ky"),
            may=("chi_tieu",),
            opening=False,
        ),
        Kind(
            "compare",
            "so-sanh-dia-ban",
            "So sánh địa bàn",
            compare_builders.compare,
            needs=("so_voi",),
            may=(),
            opening=False,
            yearly=False,
        ),
        Kind("why", "vi-sao", "Vì sao chưa đạt", task_builders.why, needs=("chi_tieu",), may=(), opening=False, yearly=False),
        Kind(
            "unit", "phieu-dia-ban", "Phiếu địa bàn", sheet_builders.unit, needs=("don_vi",), may=(), opening=False, yearly=False
        ),
        Kind(
            "index",
            "diem-tong-hop",
            "Điểm tổng hợp",
            sheet_builders.index,
            needs=("bo", "cap", "ky"),
            may=("don_vi",),
            opening=False,
        ),
        Kind(
            "ranking",
            "xep-hang",
            "Xếp hạng",
            unit_builders.ranking,
            needs=("chi_tieu", "ky", "cap"),
            may=("dia_gioi", "xep"),
            opening=False,
        ),
        Kind(
            "tile_map",
            "ban-do-o",
            "Bản đồ ô",
            unit_builders.tile_map,
            needs=("chi_tieu", "ky", "cap"),
            may=("dia_gioi",),
            opening=False,
        ),
        Kind(
            "unit_table",
            "bang-don-vi",
            "Bảng đơn vị",
            unit_builders.unit_table,
            needs=("nhom", "ky", "cap"),
            may=("theo", "trong", "trang_thai"),
            opening=False,
        ),
    )
}
_FORMS: dict[str, Callable[[Any], bool]] = {
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


_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")  # letters that no file can hold


class NoSuchSlide(ValueError):
    """Parameters that no slide can be made of."""


def make(context: SlideContext, key: str, params: dict[str, Any]) -> list[Slide]:
    """The slides of one kind; none when the store has nothing for them. Raises NoSuchSlide.

    ``params``: dia_ban, nam, what the kind needs, cap; with trang only that page of several.
    """
    kind = KINDS.get(key)
    if kind is None:
        raise NoSuchSlide(key)
    always = ("dia_ban", "nam") if kind.yearly else ("dia_ban",)
    allowed = (*always, *kind.needs, *kind.may, "trang", PARAMETER)
    if any(name not in params for name in (*always, *kind.needs)) or any(
        name not in allowed or not _FORMS[name](value) for name, value in params.items()
    ):
        raise NoSuchSlide(f"{key}: {sorted(params)}")
    units = context.ask(territory_list, unit_id=params["dia_ban"]).where(unit_id=params["dia_ban"])
    if not units:
        return []
    selected = {name: value for name, value in params.items() if name not in ("trang", PARAMETER)}
    territory = Territory(units[0].unit_id, units[0].unit_name, units[0].province_code)
    slides = kind.build(SlideBuilder(context, territory, key, selected))
    if "trang" in params:
        return [slide for slide in slides if slide.params.get("trang", 1) == params["trang"]]
    return slides


def with_message(slide: Slide, message: str) -> Slide:
    """The slide with somebody's own message line, at most 240 letters."""
    own = " ".join(_CONTROL.sub(" ", message).split())[:240]
    return slide if own == slide.message else replace(slide, message=own, drafted=False)
