"""So sánh các cấp: cùng một chỉ tiêu, tỉnh, huyện và xã được giao bao nhiêu và làm được bao nhiêu?"""

import streamlit as st

from components.accounts import guards
from components.charts import plots
from components.filters import filters, search
from components.store_access import cached_read
from components.text import formats, headlines
from components.tiles import messages, slide_button, tiles
from queries.reads import level_comparison

guards.require_reading()
with filters.bar():
    territory = filters.territory()
    year = filters.level_year(territory)
    large = filters.compared_indicator(territory, year)
    search.search(territory)
search.search_results(territory)
if year is None:
    messages.nothing_yet(
        f"{territory.name} không có chỉ tiêu nào mà mục tiêu khác nhau giữa các cấp.", "Chọn địa bàn khác, ví dụ Tỉnh Hà Tĩnh."
    )

rows = cached_read(level_comparison, **territory.key, year=year)
of_indicator = rows.where(indicator_id=large)
source = formats.sources(rows)
messages.headline(headlines.levels(of_indicator, year), source)

tiles.chart(
    plots.target_and_result_by_level(
        of_indicator,
        title=of_indicator[0].indicator_name,
        subtitle=f"{territory.name} · % · năm {year}",
        source=formats.sources(of_indicator),
    ),
    key=f"large-{large}",
    height=270,
    alt=headlines.bars_alt(of_indicator, of_indicator[0].indicator_name),
    note=headlines.picture_note("cấp", "%"),
    slide=slide_button.slide("levels", of_indicator[0].short_name, territory, nam=year, so_sanh=large),
)
messages.note(
    "Khung: mục tiêu. Thanh đậm: kết quả. Dưới mỗi cấp: trạng thái và chênh lệch, tính bằng điểm %. Mọi biểu đồ dùng chung thang 0–100."
)

messages.part(
    f"Các chỉ tiêu có mục tiêu khác nhau giữa các cấp, năm {year}", "Chênh lệch mục tiêu giữa các cấp lớn nhất đứng trước"
)
facets = list(rows.by("indicator_id").items())
for start in range(0, len(facets), 3):
    for column, (indicator_id, group) in zip(st.columns(3, gap="medium"), facets[start : start + 3], strict=False):
        with column:
            tiles.chart(
                plots.target_and_result_by_level(
                    group, title=group[0].short_name, subtitle=f"{territory.name} · % · năm {year}", source=formats.sources(group)
                ),
                key=f"small-{indicator_id}",
                height=190,
                alt=headlines.bars_alt(group, group[0].indicator_name),
                note=headlines.picture_note("cấp", "%"),
                slide=slide_button.slide("levels", group[0].short_name, territory, nam=year, so_sanh=indicator_id),
            )
tiles.behind(level_comparison)
