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
from components.slides.content.slide_params import FORMS
from components.slides.slide import COVER, Slide
from components.territory import Territory
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


def _of_page(
    key: str,
    slug: str,
    label: str,
    build: Callable[[SlideBuilder], list[Slide]],
    *,
    needs: tuple[str, ...] = (),
    may: tuple[str, ...] = (),
) -> Kind:
    """A kind that shows what a page of its own shows: of no year, and no part of a new briefing."""
    return Kind(key, slug, label, build, needs, may, opening=False, yearly=False)


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
        _of_page("indicator", "chi-tieu", "Chỉ tiêu", indicator_builders.indicator, needs=("chi_tieu",), may=("cap",)),
        _of_page("agenda", "noi-dung", "Nội dung", contents_builders.agenda, needs=("muc_luc",)),
        _of_page("section", "mo-phan", "Mở phần", contents_builders.section, needs=("muc_luc", "ten_phan", "phan_thu")),
        _of_page("tasks", "nhiem-vu", "Nhiệm vụ theo thời gian", task_builders.tasks, may=("nam", "van_ban")),
        _of_page("budget", "kinh-phi", "Kinh phí theo năm và nguồn", money_builders.budget, may=("nam", "van_ban")),
        _of_page(
            "money_groups", "kinh-phi-theo-nhom", "Kinh phí theo nhóm và cơ quan", money_builders.groups, may=("nam", "van_ban")
        ),
        _of_page("task_states", "nhiem-vu-bao-cao", "Nhiệm vụ qua các báo cáo", reporting_builders.task_states),
        _of_page(
            "agencies", "co-quan-chu-tri", "Nhiệm vụ theo cơ quan chủ trì", reporting_builders.agencies, may=("nam", "van_ban")
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
        _of_page("findings", "mau-thuan", "Sổ mâu thuẫn", origin_builders.findings, may=("muc", "loai", "xu_ly")),
        _of_page("target_moves", "muc-tieu-qua-van-ban", "Mục tiêu qua các văn bản", origin_builders.target_moves, may=("loai",)),
        _of_page(
            "two_days",
            "so-sanh-hai-ngay",
            "So sánh hai ngày",
            day_builders.two_days,
            needs=("tu_ngay", "den_ngay"),
            may=("pham_vi", "vi_sao"),
        ),
        _of_page("sources", "nguon-so-lieu", "Nguồn số liệu", origin_builders.sources),
        _of_page("document", "van-ban", "Một văn bản, từng dòng", document_builders.document, needs=("van_ban",), may=("loai",)),
        _of_page("gallery", "moi-chi-tieu", "Mọi chỉ tiêu chính", gallery_builders.gallery, may=("cap", "nhom", "trang_thai")),
        Kind(
            "sums",
            "cong-tu-don-vi",
            "Tỉnh báo và cộng từ đơn vị",
            sum_builders.sums,
            needs=("cap", "ky"),
            may=("chi_tieu",),
            opening=False,
        ),
        _of_page("compare", "so-sanh-dia-ban", "So sánh địa bàn", compare_builders.compare, needs=("so_voi",)),
        _of_page("why", "vi-sao", "Vì sao chưa đạt", task_builders.why, needs=("chi_tieu",)),
        _of_page("unit", "phieu-dia-ban", "Phiếu địa bàn", sheet_builders.unit, needs=("don_vi",)),
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
        name not in allowed or not FORMS[name](value) for name, value in params.items()
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
