"""Tổng quan: năm nay mục tiêu nào chưa đạt, thiếu bao nhiêu, ai chủ trì, và tin được đến đâu?"""

import streamlit as st

from components.accounts import guards
from components.filters import filters, search
from components.store.store_access import cached_read
from components.text.overview import overview_headlines
from components.tiles import ended_unit, messages, tiles
from components.tiles.overview import board, board_tables
from components.tiles.overview.overview_figures import of_level, overview
from queries.reads import freshness, newer_result, open_target, overdue_target, result_list, target_list

guards.require_reading()
with filters.bar():
    territory = filters.territory()
    year = filters.year(territory)
    period = filters.period_choice(territory, year)
    level = filters.level_in(territory, year)
    search.search(territory)
search.search_results(territory)

about = overview(territory, year, period, level)
overdue = of_level(cached_read(overdue_target, **territory.key, level="any"), level)
if not about.targets and not about.results:
    ended_unit.note(territory)
    messages.empty(
        f"{territory.name} không có mục tiêu chính hay kết quả nào cho năm {year}{filters.at(level)} trong kỳ đã chọn.",
        "Chọn năm khác, kỳ “Mới nhất”, hoặc cấp “Tất cả”.",
    )
    board_tables.tables(about, territory, overdue)
    st.stop()

messages.headline(overview_headlines.headline(about))
ended_unit.note(territory)
fresh, newer = cached_read(freshness, **territory.key), cached_read(newer_result, **territory.key, year=year)
board.summary(about, territory, fresh, overdue, newer)
board.signals(territory)
board_tables.tables(about, territory, overdue)
tiles.behind(target_list, result_list, open_target, overdue_target, freshness)
