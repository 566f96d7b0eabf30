"""Chỉ tiêu: từng năm có đạt mục tiêu không, và còn cần bao nhiêu nữa?"""

import streamlit as st

from components.accounts import guards
from components.filters import filters, search
from components.store_access import cached_read
from components.text import formats, headlines
from components.tiles import csv_download, gallery, messages, tables, tiles, trend_charts
from queries.reads import indicator_card, indicator_claims, indicator_gallery, indicator_path, indicator_trend

guards.require_reading()
with filters.bar():
    territory = filters.territory()
    indicator_id = filters.indicator(territory)
    level = filters.level()
    search.search(territory)
if not indicator_id:
    cards = filters.of_level(cached_read(indicator_gallery, **territory.key), level)
    gallery.gallery(cards, territory, search.found())
    search.search_results(territory)
    tiles.behind(indicator_gallery)
    st.stop()
search.search_results(territory)

card = cached_read(indicator_card, indicator_id=indicator_id)[0]
unit = card.unit_of_measure
trend = filters.of_level(cached_read(indicator_trend, **territory.key, indicator_id=indicator_id), level)
paths = filters.of_level(cached_read(indicator_path, **territory.key, indicator_id=indicator_id), level)
claims = filters.of_level(cached_read(indicator_claims, **territory.key, indicator_id=indicator_id), level)
if not trend:
    messages.nothing_yet(
        f"{territory.name} không có số liệu của chỉ tiêu này ở cấp đã chọn.", "Chọn cấp “Tất cả” hoặc địa bàn khác."
    )

years = trend.where(period="N") or trend
messages.headline(headlines.indicator(years, paths, card.short_name, unit), f"{card.name} · {formats.sources(trend)}")

drawn = years.having("required", "actual")
if drawn:
    trend_charts.trend_charts(drawn, paths, card, territory)
else:
    messages.empty("Chỉ tiêu này chưa có con số để vẽ.", "Mục tiêu và kết quả bằng lời nằm ở bảng bên dưới.")

left, right = st.columns([3, 2], gap="large")
with left:
    messages.part("Số liệu")
    table = csv_download.readable(trend, unit)
    tiles.sortable(table.values, table.texts, key=f"numbers-{indicator_id}", alt=f"Số liệu của chỉ tiêu {card.name}")
    csv_download.csv(table, name=f"{indicator_id} {territory.name}", key="csv")
with right:
    messages.part("Định nghĩa và cách tính")
    messages.facts(csv_download.card_facts(card))

messages.part(
    "Số liệu theo từng văn bản", "● số đang áp dụng; văn bản ban hành sau được chọn trước. Số mâu thuẫn được giữ cả hai."
)
tables.claims_table(claims, unit)
tiles.behind(indicator_trend, indicator_path, indicator_claims)
