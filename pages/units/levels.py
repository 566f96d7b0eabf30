"""So sánh các cấp: cùng một chỉ tiêu, tỉnh, huyện và xã được giao bao nhiêu và làm được bao nhiêu?"""

import streamlit as st

from components.accounts import guards
from components.charts import plots, svg
from components.filters import filters, search
from components.store.store_access import read_of_year
from components.text import citations, headlines
from components.tiles import chart_menu, ended_unit, inline_drawing, messages, slide_button, tiles
from components.tiles.indicator import level_table
from queries.reads import level_comparison

guards.require_reading()
with filters.bar():
    territory = filters.territory()
    year = filters.level_year(territory)
    large = filters.compared_indicator(territory, year)
    search.search(territory)
search.search_results(territory)
ended_unit.note(territory)
if year is None:
    messages.nothing_yet(
        f"{territory.name} không có chỉ tiêu nào mà mục tiêu khác nhau giữa các cấp.", "Chọn địa bàn khác, ví dụ Tỉnh Hà Tĩnh."
    )

rows = read_of_year(level_comparison, **territory.key, year=year)
of_indicator = rows.where(indicator_id=large)
messages.headline(headlines.levels(of_indicator, year), citations.sources(rows))
ended_unit.districts(rows, year)

plot = plots.target_and_result_by_level(
    of_indicator,
    title=of_indicator[0].indicator_name,
    subtitle=f"{territory.name} · % · năm {year}",
    source=citations.sources(of_indicator),
)
left, right = st.columns([2, 3], gap="large")
with left:
    inline_drawing.show(svg.chart(plot, name="levels"))
    chart_menu.chart_menu(
        "levels",
        note=headlines.picture_note("cấp", "%"),
        slide=slide_button.slide("levels", of_indicator[0].short_name, territory, nam=year, so_sanh=large),
    )
    messages.note(
        "Dưới mỗi cấp: trạng thái và chênh lệch, tính bằng điểm %. Mọi thanh dùng chung thang 0–100.", headlines.measured(rows)
    )
with right:
    messages.part(
        f"Các chỉ tiêu có mục tiêu khác nhau giữa các cấp, năm {year}",
        "Kết quả mới nhất / mục tiêu; cột cuối là chênh lệch mục tiêu giữa các cấp, lớn nhất đứng trước.",
        hint="Bấm vào tên để vẽ lớn.",
    )
    level_table.level_table(rows, territory.unit_id, year, large)
tiles.behind(level_comparison)
