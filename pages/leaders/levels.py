"""So sánh các cấp: cùng một chỉ tiêu, tỉnh, huyện và xã được giao bao nhiêu và làm được bao nhiêu?"""

import streamlit as st

from components import charts, choices, sentences, tiles, words
from components.fetch import fetch
from queries.reads import level_comparison

with choices.bar():
    place = choices.territory()
    year = choices.level_year(place)
    large = choices.compared_indicator(place, year)
    choices.search(place)
choices.search_results(place)
if year is None:
    tiles.nothing_yet(f"{place.name} không có chỉ tiêu nào mà mục tiêu khác nhau giữa các cấp.", "Chọn địa bàn khác, ví dụ Tỉnh Hà Tĩnh.")

rows = fetch(level_comparison, **place.place, year=year)
one = rows[rows["indicator_id"] == large]
source = words.sources(rows)
tiles.headline(sentences.levels(one, year), source)

tiles.chart(charts.target_and_result_by_level(
    one, title=one["indicator_name"].iloc[0], subtitle=f"{place.name} · % · năm {year}", source=words.sources(one), height=400, wide=True),
    key=f"large-{large}", alt=sentences.bars_alt(one.drop(columns="year", errors="ignore"), one["indicator_name"].iloc[0], "%"))
tiles.note("Khung: mục tiêu. Thanh đậm: kết quả. Dưới mỗi cấp: trạng thái và chênh lệch, tính bằng điểm %. Mọi biểu đồ dùng chung thang 0–100.")

tiles.part(f"Các chỉ tiêu có mục tiêu khác nhau giữa các cấp, năm {year}", "Chênh lệch mục tiêu giữa các cấp lớn nhất đứng trước")
ids = list(dict.fromkeys(rows["indicator_id"]))
for start in range(0, len(ids), 3):
    for column, indicator_id in zip(st.columns(3, gap="medium"), ids[start:start + 3], strict=False):
        few = rows[rows["indicator_id"] == indicator_id]
        with column:
            tiles.chart(charts.target_and_result_by_level(
                few, title=few["short_name"].iloc[0], subtitle=f"{place.name} · % · năm {year}", source=words.sources(few)),
                key=f"small-{indicator_id}", alt=sentences.bars_alt(few, few["indicator_name"].iloc[0], "%"))
tiles.behind(level_comparison)
