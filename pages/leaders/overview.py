"""Tổng quan: năm nay mục tiêu nào đạt, mục tiêu nào chưa, thiếu bao nhiêu, ở cấp nào?"""

import streamlit as st

from components.accounts import guards
from components.charts import plots
from components.filters import filters, search
from components.store_access import cached_read
from components.text import formats, headlines
from components.tiles import messages, slide_button, tables, tiles
from queries.reads import attention, indicator_matrix, remaining, result_change, status_count, year_sources

guards.require_reading()
with filters.bar():
    territory = filters.territory()
    year = filters.year(territory)
    level = filters.level()
    search.search(territory)
search.search_results(territory)

rows = cached_read(indicator_matrix, **territory.key, year=year, level=level)
if not rows:
    messages.nothing_yet(
        f"{territory.name} không có mục tiêu chính nào cho năm {year}{filters.at(level)}.", "Chọn năm khác, hoặc cấp “Tất cả”."
    )
counts = cached_read(status_count, **territory.key, year=year, level=level)
gaps = cached_read(attention, **territory.key, year=year, level=level)
earlier = None if gaps else cached_read(remaining, **territory.key, year=year, level=level)[:8]
source = headlines.year_source(cached_read(year_sources, **territory.key, year=year), earlier)

messages.headline(headlines.overview(territory.name, counts, gaps, year), source)
tiles.status_cards(counts)

left, right = st.columns([6, 5], gap="large")
with left:
    messages.part("Việc cần tập trung", "Khung: mục tiêu. Thanh: kết quả (nhạt: kết quả gần nhất). Số đậm: chênh lệch")
    lacking = gaps[:8] or earlier
    if lacking:
        title = "Mục tiêu còn thiếu nhiều nhất" if gaps else f"Từ kết quả gần nhất đến mục tiêu năm {year}"
        who = formats.titled(territory.name, formats.units(lacking), f"năm {year}{filters.at(level)}")
        plot = plots.gaps_by_target(lacking, title=title, subtitle=who, source=source, earlier=not gaps)
        read, note = (attention if gaps else remaining), headlines.gaps_note(lacking)
        slide = slide_button.slide("attention", title, territory, nam=year, cap=level)
        tiles.chart(plot, key="gaps", alt=headlines.gaps_alt(lacking), query=read, note=note, slide=slide)
        messages.note(note)
    else:
        messages.empty(*headlines.nothing_to_attend(counts, year))
with right:
    messages.part("Theo nhóm và cấp", "Số mục tiêu theo trạng thái; ô có một mục tiêu ghi luôn kết quả")
    tables.pillar_by_level(rows, territory.unit_id)
    messages.note(" · ".join(formats.status(status) for status in ("met", "near", "missed", "no_result", "not_due")))
    changes = cached_read(result_change, **territory.key, year=year, level=level)
    if changes:
        messages.part("So với kết quả trước")
        tables.changes_table(changes[:5], territory.unit_id, year)

messages.part(
    f"Tất cả {len(rows)} mục tiêu chính năm {year}",
    "Kết quả / mục tiêu.",
    hint="Bấm vào tên để xem diễn biến, định nghĩa và nguồn.",
)
tables.indicator_table(rows, territory.unit_id)
messages.source(source)
tiles.behind(status_count, indicator_matrix, result_change, year_sources)
