"""Tổng quan: năm nay mục tiêu nào chưa đạt, thiếu bao nhiêu, ai chủ trì, và tin được đến đâu?"""

import streamlit as st

from components.accounts import guards
from components.filters import filters, search
from components.store_access import cached_read
from components.text import overview_headlines
from components.text.overview_headlines import Overview
from components.tiles import board, messages, tiles
from queries.reads import freshness, milestone_list, newer_result, open_target, overdue_target, result_list, target_list

guards.require_reading()
with filters.bar():
    territory = filters.territory()
    year = filters.year(territory)
    period = filters.period_choice(territory, year)
    level = filters.level(territory)
    search.search(territory)
search.search_results(territory)

chosen = {**territory.key, "year": year, "level": level}
about = Overview(
    name=territory.name,
    year=year,
    period=period,
    level=level,
    targets=cached_read(target_list, **chosen, period=period),
    results=cached_read(result_list, **chosen, period=period),
    waiting=cached_read(open_target, **chosen),
    whole=cached_read(target_list, **chosen, period="N"),
    paces=cached_read(milestone_list, **territory.key, year=year),
)
overdue = cached_read(overdue_target, **territory.key, level=level)
if not about.targets and not about.results:
    messages.empty(
        f"{territory.name} không có mục tiêu chính hay kết quả nào cho năm {year}{filters.at(level)} trong kỳ đã chọn.",
        "Chọn năm khác, kỳ “Mới nhất”, hoặc cấp “Tất cả”.",
    )
    board.tables(about, territory, overdue)
    st.stop()

messages.headline(overview_headlines.headline(about))
board.summary(
    about, territory, cached_read(freshness, **territory.key), overdue, cached_read(newer_result, **territory.key, year=year)
)
board.to_take(about, territory)
board.signals(territory)
board.tables(about, territory, overdue)
tiles.behind(target_list, result_list, open_target, overdue_target, freshness)
