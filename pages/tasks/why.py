"""Vì sao chưa đạt: chỉ tiêu này có nhiệm vụ nào, đến đâu, bao nhiêu tiền, và văn bản nói vì sao?"""

from typing import Any

import streamlit as st

from components.accounts import guards
from components.filters import filters, task_filters
from components.store.store_access import cached_read, read_of_indicator, read_of_unit
from components.text.tasks import task_words
from components.tiles import messages, slide_button, tiles
from components.tiles.links import address, link
from components.tiles.origin import finding_flags
from components.tiles.tasks import own_remarks, task_table, why_sheet
from components.upload import own_remark
from queries.reads import (
    budget_list,
    indicator_card,
    indicator_trend,
    remark_list,
    target_list,
    task_link_list,
    task_list,
    unit_remark_list,
    year_list,
)

guards.require_reading()
with filters.bar():
    territory = filters.territory()
    served = cached_read(task_link_list, unit_id=territory.unit_id)
    opened = cached_read(year_list, **territory.key).where(opens=True)
    judged = [cached_read(target_list, **territory.key, year=row.year, period="newest", level="any") for row in opened]
    if not judged:
        messages.nothing_yet(f"{territory.name} không còn số liệu nào đang áp dụng.", "Chọn địa bàn khác.")
    indicator_id = task_filters.unmet(judged[0], served)
if not indicator_id:
    messages.nothing_yet(f"{territory.name} không có mục tiêu nào chưa đạt hay gần đạt.", "Chọn địa bàn khác.")

card = read_of_indicator(indicator_card, indicator_id=indicator_id)[0]
trend = read_of_indicator(indicator_trend, **territory.key, indicator_id=indicator_id)
links: dict[str, list[Any]] = {row.task_id: [] for row in served.where(indicator_id=indicator_id)}
tasks = cached_read(task_list, unit_id=territory.unit_id).matching(lambda row: row.task_id in links)
who = f"Người trả lời: {card.owner}." if card.owner else "Văn bản không nêu cơ quan chủ trì chỉ tiêu."
messages.headline(task_words.why(card.short_name, trend, tasks), f"{territory.name} · {card.name}. {who}")

left, right = st.columns(2, gap="large")
with left:
    messages.part("Mục tiêu và kết quả", f"{territory.name} · {card.unit_of_measure}")
    st.html(why_sheet.figures(trend, territory.unit_id, indicator_id))
with right:
    messages.part("Diễn biến theo văn bản", "Xếp theo ngày; lời trong ngoặc kép là của văn bản.")
    st.html(why_sheet.events(trend, tasks))
if tasks:
    marks = finding_flags.Money(territory, tasks.values("document"))
    messages.part("Nhiệm vụ đi kèm", "Chỉ nối nhiệm vụ mà chính văn bản cho thấy nhằm vào chỉ tiêu này.")
    st.html(task_table.table(tasks, links, territory.unit_id, marks, with_document=True))
    money = why_sheet.money(cached_read(budget_list, unit_id=territory.unit_id), tasks)
    messages.part("Kinh phí dự tính theo năm", "Triệu đồng, như văn bản in; số đã chi thì văn bản không nêu.")
    st.html(money) if money else messages.note("Văn bản không in số tiền nào cho các nhiệm vụ này.")
own = cached_read(unit_remark_list, unit_id=territory.unit_id).where(indicator_id=indicator_id)
own_remarks.shown(own)
own_remark.own_remark(guards.person(), territory, indicator_id, why_sheet.years(trend), own)
messages.part("Văn bản nói gì", "Viết lại bằng lời của bảng này; vị trí đứng dưới mỗi nhận xét.")
st.html(why_sheet.remarks(read_of_unit(remark_list, **territory.key), indicator_id, card.pillar_name))
slide_button.button(slide_button.slide("why", "Vì sao chưa đạt", territory, chi_tieu=indicator_id))
to_indicator = link(address("chi-tieu", {"dia_ban": territory.unit_id, "chi_tieu": indicator_id}), "Mở chỉ tiêu ›")
st.html(f'<p class="sub">{to_indicator} &nbsp; {link(address("nhiem-vu", {"dia_ban": territory.unit_id}), "Mọi nhiệm vụ ›")}</p>')
tiles.behind(indicator_trend, task_list, budget_list, remark_list, unit_remark_list)
