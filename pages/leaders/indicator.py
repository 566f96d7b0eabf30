"""Chỉ tiêu: từng năm có đạt mục tiêu không, và còn cần bao nhiêu nữa?"""

import streamlit as st

from components.accounts import guards
from components.filters import filters, search
from components.store.store_access import cached_read, read_of_indicator
from components.text.indicator import indicator_headlines
from components.tiles import ended_unit, messages, tiles
from components.tiles.html_table import joined, stacked
from components.tiles.indicator import gallery, indicator_panels, trend_charts
from components.tiles.origin import source_card
from components.tiles.tasks import why_sheet
from components.tiles.units import comparison
from components.upload import doubt_box
from queries.reads import indicator_card, indicator_claims, indicator_gallery, indicator_list, indicator_path, indicator_trend

guards.require_reading()
with filters.bar():
    territory = filters.territory()
    indicator_id = filters.indicator(territory)
    trend = read_of_indicator(indicator_trend, **territory.key, indicator_id=indicator_id)
    cards = cached_read(indicator_gallery, **territory.key)
    level = filters.level(territory, set((trend if indicator_id else cards).values("level")))
    units = filters.compared_with(territory, by_itself=False) if indicator_id else []
    search.search(territory)
ended_unit.note(territory)
if not indicator_id:
    gallery.gallery(filters.of_level(cards, level), territory, search.found(), level)
    if not search.found():
        search.search_results(territory)
    tiles.behind(indicator_gallery)
    st.stop()
search.search_results(territory)

card = read_of_indicator(indicator_card, indicator_id=indicator_id)[0]
about = {**territory.key, "indicator_id": indicator_id}
trend, paths = (filters.of_level(read_of_indicator(read, **about), level) for read in (indicator_trend, indicator_path))
claims = filters.of_level(read_of_indicator(indicator_claims, **about), level)
if not trend:
    messages.nothing_yet(
        f"{territory.name} không có số liệu của chỉ tiêu này ở cấp đã chọn.", "Chọn cấp “Tất cả” hoặc địa bàn khác."
    )
finding = indicator_headlines.finding(trend, paths, indicator_headlines.subject(card))
neighbours = indicator_panels.neighbours(cached_read(indicator_list, **territory.key), indicator_id, territory)
st.html(stacked(neighbours, messages.said(finding, indicator_headlines.lead(trend, paths, card.unit_of_measure) or card.name)))
to_source = source_card.addresses(territory.unit_id, indicator_id, source_card.choices_kept())
left, right = st.columns([2, 1], gap="medium")
with left:
    charts = trend_charts.of_indicator(territory, indicator_id, level)
    why = why_sheet.to_sheet(trend, territory.unit_id, indicator_id)
    due = indicator_panels.due(territory, indicator_id, level)
    drawn = charts.markup if charts else indicator_panels.in_words(trend, territory.unit_id, to_source)
    st.html(joined(stacked(why, due), drawn))
    if charts:
        trend_charts.take(charts, card, territory)
    else:
        indicator_panels.definition(card, unfolded=True)
with right:
    doubt_box.source(guards.person(), territory, claims, trend, card)
    if charts:
        indicator_panels.definition(card)

comparison.of_indicator(units, indicator_id)
indicator_panels.figures(trend, card, territory, level)
tiles.behind(indicator_trend, indicator_path, indicator_claims)
