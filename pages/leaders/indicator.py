"""Chỉ tiêu: từng năm có đạt mục tiêu không, và còn cần bao nhiêu nữa?"""

import streamlit as st

from components.accounts import guards
from components.charts import notation, plots
from components.filters import filters, search
from components.store_access import cached_read
from components.text import formats, headlines, pace
from components.tiles import csv_download, messages, slide_button, tables, tiles
from queries.reads import indicator_card, indicator_claims, indicator_path, indicator_trend

guards.require_reading()
with filters.bar():
    place = filters.territory()
    chosen = filters.indicator(place)
    level = filters.level()
    search.search(place)
search.search_results(place)

card = cached_read(indicator_card, indicator_id=chosen)[0]
unit = card.unit_of_measure
trend = filters.of_level(cached_read(indicator_trend, **place.key, indicator_id=chosen), level)
paths = filters.of_level(cached_read(indicator_path, **place.key, indicator_id=chosen), level)
claims = filters.of_level(cached_read(indicator_claims, **place.key, indicator_id=chosen), level)
if not trend:
    messages.nothing_yet(f"{place.name} không có số liệu của chỉ tiêu này ở cấp đã chọn.", "Chọn cấp “Tất cả” hoặc địa bàn khác.")

years = trend.where(period="N") or trend
messages.headline(headlines.indicator(years, paths, card.short_name, unit), f"{card.name} · {formats.sources(trend)}")

drawn = years.having("required", "actual")
if not drawn:
    messages.empty("Chỉ tiêu này chưa có con số để vẽ.", "Mục tiêu và kết quả bằng lời nằm ở bảng bên dưới.")
else:
    shown = [one for one in formats.LEVELS if one in drawn.values("level")]
    columns = st.columns(len(shown) if len(shown) > 1 else [3, 2], gap="medium")
    for column, one in zip(columns, shown, strict=False):
        rows = notation.latest(drawn.where(level=one))
        with column:
            tiles.chart(
                plots.target_and_result_by_year(
                    rows,
                    paths.where(level=one),
                    unit_of_measure=unit,
                    top=plots.axis_top(drawn, unit),
                    title=card.short_name,
                    subtitle=f"{place.name} · {formats.LEVEL_PHRASES[one]} · {unit} · {formats.shown(rows, drawn.where(level=one))}",
                    source=formats.sources(rows),
                    wide=len(shown) == 1,
                ),
                key=f"trend-{one}",
                alt=headlines.bars_alt(rows, f"{card.name}, {formats.LEVEL_PHRASES[one]}"),
                note=headlines.picture_note("năm", unit, paths.where(level=one)),
                slide=slide_button.slide("indicator", card.short_name, place, chi_tieu=chosen, cap=one),
            )
    with columns[1] if len(shown) == 1 else st.container():
        messages.note("Khung: mục tiêu. Thanh đậm: kết quả. Dưới năm: trạng thái và chênh lệch.", *pace.note(paths, unit))

left, right = st.columns([3, 2], gap="large")
with left:
    messages.part("Số liệu")
    table = csv_download.readable(trend, unit)
    tiles.sortable(table.values, table.texts, key=f"numbers-{chosen}", alt=f"Số liệu của chỉ tiêu {card.name}")
    csv_download.csv(table, name=f"{chosen} {place.name}", key="csv")
with right:
    messages.part("Chỉ tiêu này đo gì")
    messages.facts(csv_download.card_facts(card))

messages.part(
    "Mọi lần văn bản nêu con số này", "● số đang dùng; văn bản ban hành sau được chọn trước. Số mâu thuẫn được giữ cả hai."
)
tables.claims_table(claims, unit)
tiles.behind(indicator_trend, indicator_path, indicator_claims)
