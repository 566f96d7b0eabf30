"""What is to be known of a ranking: the map, whose targets, the sum beside the province's own figure, who answers for former districts."""

from __future__ import annotations

from typing import Any

from components.store.kept_answers import while_figures_hold
from components.store.store_access import cached_read
from components.territory import Territory
from components.text.units import ranking_words as words
from components.text.units.ranking_words import RankingChoice
from components.tiles import messages, slide_button
from data.vietnamese.periods import period_end
from queries.reads import lost_unit_list
from queries.rows import Rows


def notes(rows: Rows[Any], sums: Rows[Any], territory: Territory, chosen: RankingChoice, card: Any) -> None:
    """The lines below a ranking; what does not apply is not said."""
    total = words.sums(sums[0], chosen.level, card.unit_of_measure) if sums and chosen.units_of == "then" else ""
    judged, targets, first, *sources = _of_rows(rows)
    messages.note(total, judged, targets, _map(territory, chosen), first, _districts(chosen), *sources)
    if total and sums[0].total is not None:
        about = {"nam": chosen.year, "ky": chosen.period, "cap": chosen.level, "chi_tieu": chosen.indicator_id}
        offered = slide_button.slide("sums", f"Tỉnh báo và cộng từ đơn vị {card.name}", territory, **about)
        slide_button.button(offered)


@while_figures_hold(most=100)
def _of_rows(rows: Rows[Any]) -> list[str]:
    return [words.judged(rows), words.targets(rows), _first(rows), *_sources(rows)]


def _map(territory: Territory, chosen: RankingChoice) -> str:
    """What the chosen map means where the map has changed since."""
    if chosen.units_of == "today":
        lost = cached_read(
            lost_unit_list,
            province_code=territory.province_code,
            level=chosen.level,
            on_day=period_end(chosen.year, chosen.period),
        )
        names = ", ".join(row.unit_name for row in lost)
        left_out = f" Không rõ nhập vào đâu nên không tính: {names}." if lost else ""
        return (
            "Tính lại theo xã, phường hiện nay: tỷ lệ từ tổng tử số và tổng mẫu số của các xã cũ, số lượng từ tổng; không lấy trung bình. "
            f"Mục tiêu giao cho xã cũ không xét cho xã hiện nay.{left_out}"
        )
    if chosen.moved and chosen.level == "commune":
        return "Đơn vị như trong kỳ; từ đó đến nay địa giới đã thay đổi. Chọn “Theo xã, phường hiện nay” để tính lại."
    return ""


def _first(rows: Rows[Any]) -> str:
    having = rows.having("actual")
    if having and not any(row.previous_year for row in having):
        return "Kỳ đầu tiên có số trên địa giới này: chưa có thứ hạng kỳ trước để so."
    return ""


def _districts(chosen: RankingChoice) -> str:
    if chosen.level != "district" or not chosen.moved:
        return ""
    return (
        "Cấp huyện kết thúc từ ngày 01/07/2025; mục tiêu đã giao cho huyện không chuyển cho xã, phường nào, nay hỏi cơ quan của tỉnh đã giao. "
        "Từ đó so sánh các xã, phường."
    )


def _sources(rows: Rows[Any]) -> list[str]:
    documents = dict.fromkeys(row.actual_document for row in rows if row.actual_document)
    named = list(documents)[:4]
    more = f" và {len(documents) - len(named)} văn bản khác" if len(documents) > len(named) else ""
    return [f"Nguồn: {'; '.join(named)}{more}."] if named else []
