"""Chỉ tiêu: từng năm có đạt mục tiêu không, và còn cần bao nhiêu nữa?"""

import streamlit as st

from components import access, charts, choices, downloads, notation, pace, sentences, tables, takeaway, tiles, words
from components.fetch import fetch
from queries.reads import indicator_card, indicator_claims, indicator_path, indicator_trend

access.require_reading()
with choices.bar():
    place = choices.territory()
    chosen = choices.indicator(place)
    level = choices.level()
    choices.search(place)
choices.search_results(place)

card = fetch(indicator_card, indicator_id=chosen)[0]
unit = card.unit_of_measure
trend = choices.of_level(fetch(indicator_trend, **place.place, indicator_id=chosen), level)
paths = choices.of_level(fetch(indicator_path, **place.place, indicator_id=chosen), level)
claims = choices.of_level(fetch(indicator_claims, **place.place, indicator_id=chosen), level)
if not trend:
    tiles.nothing_yet(f"{place.name} không có số liệu của chỉ tiêu này ở cấp đã chọn.", "Chọn cấp “Tất cả” hoặc địa bàn khác.")

years = trend.where(period="N") or trend
tiles.headline(sentences.indicator(years, paths, card.short_name, unit), f"{card.name} · {words.sources(trend)}")

drawn = years.having("required", "actual")
if not drawn:
    tiles.empty("Chỉ tiêu này chưa có con số để vẽ.", "Mục tiêu và kết quả bằng lời nằm ở bảng bên dưới.")
else:
    shown = [one for one in words.LEVELS if one in drawn.values("level")]
    columns = st.columns(len(shown) if len(shown) > 1 else [3, 2], gap="medium")
    for column, one in zip(columns, shown, strict=False):
        rows = notation.latest(drawn.where(level=one))
        with column:
            tiles.chart(
                charts.target_and_result_by_year(
                    rows,
                    paths.where(level=one),
                    unit_of_measure=unit,
                    top=charts.axis_top(drawn, unit),
                    title=card.short_name,
                    subtitle=f"{place.name} · {words.LEVEL_PHRASES[one]} · {unit} · {words.shown(rows, drawn.where(level=one))}",
                    source=words.sources(rows),
                    wide=len(shown) == 1,
                ),
                key=f"trend-{one}",
                alt=sentences.bars_alt(rows, f"{card.name}, {words.LEVEL_PHRASES[one]}"),
                note=sentences.picture_note("năm", unit, paths.where(level=one)),
                slide=takeaway.slide("indicator", card.short_name, place, chi_tieu=chosen, cap=one),
            )
    with columns[1] if len(shown) == 1 else st.container():
        tiles.note("Khung: mục tiêu. Thanh đậm: kết quả. Dưới năm: trạng thái và chênh lệch.", *pace.note(paths, unit))

left, right = st.columns([3, 2], gap="large")
with left:
    tiles.part("Số liệu")
    table = downloads.readable(trend, unit)
    tiles.sortable(table.values, table.texts, key=f"numbers-{chosen}", alt=f"Số liệu của chỉ tiêu {card.name}")
    downloads.csv(table, name=f"{chosen} {place.name}", key="csv")
with right:
    tiles.part("Chỉ tiêu này đo gì")
    tiles.facts(downloads.card_facts(card))

tiles.part(
    "Mọi lần văn bản nêu con số này", "● số đang dùng; văn bản ban hành sau được chọn trước. Số mâu thuẫn được giữ cả hai."
)
tables.claims_table(claims, unit)
tiles.behind(indicator_trend, indicator_path, indicator_claims)
