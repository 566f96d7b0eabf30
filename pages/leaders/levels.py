"""So sánh các cấp: cùng một chỉ tiêu, tỉnh, huyện và xã được giao bao nhiêu và làm được bao nhiêu?"""

import streamlit as st

from components import access, charts, choices, sentences, takeaway, tiles, words
from components.fetch import fetch
from queries.reads import level_comparison

access.require_reading()
with choices.bar():
    place = choices.territory()
    year = choices.level_year(place)
    large = choices.compared_indicator(place, year)
    choices.search(place)
choices.search_results(place)
if year is None:
    tiles.nothing_yet(
        f"{place.name} không có chỉ tiêu nào mà mục tiêu khác nhau giữa các cấp.", "Chọn địa bàn khác, ví dụ Tỉnh Hà Tĩnh."
    )

rows = fetch(level_comparison, **place.place, year=year)
one = rows.where(indicator_id=large)
source = words.sources(rows)
tiles.headline(sentences.levels(one, year), source)

tiles.chart(
    charts.target_and_result_by_level(
        one,
        title=one[0].indicator_name,
        subtitle=f"{place.name} · % · năm {year}",
        source=words.sources(one),
        height=270,
    ),
    key=f"large-{large}",
    alt=sentences.bars_alt(one, one[0].indicator_name),
    note=sentences.picture_note("cấp", "%"),
    slide=takeaway.slide("levels", one[0].short_name, place, nam=year, so_sanh=large),
)
tiles.note(
    "Khung: mục tiêu. Thanh đậm: kết quả. Dưới mỗi cấp: trạng thái và chênh lệch, tính bằng điểm %. Mọi biểu đồ dùng chung thang 0–100."
)

tiles.part(f"Các chỉ tiêu có mục tiêu khác nhau giữa các cấp, năm {year}", "Chênh lệch mục tiêu giữa các cấp lớn nhất đứng trước")
facets = list(rows.by("indicator_id").items())
for start in range(0, len(facets), 3):
    for column, (indicator_id, few) in zip(st.columns(3, gap="medium"), facets[start : start + 3], strict=False):
        with column:
            tiles.chart(
                charts.target_and_result_by_level(
                    few, title=few[0].short_name, subtitle=f"{place.name} · % · năm {year}", source=words.sources(few)
                ),
                key=f"small-{indicator_id}",
                alt=sentences.bars_alt(few, few[0].indicator_name),
                note=sentences.picture_note("cấp", "%"),
                slide=takeaway.slide("levels", few[0].short_name, place, nam=year, so_sanh=indicator_id),
            )
tiles.behind(level_comparison)
