"""Tổng quan: năm nay mục tiêu nào đạt, mục tiêu nào chưa, thiếu bao nhiêu, ở cấp nào?"""

import streamlit as st

from components import access, charts, choices, sentences, tables, takeaway, tiles, words
from components.fetch import fetch
from queries.reads import attention, indicator_matrix, remaining, result_change, status_count, year_sources

access.require_reading()
with choices.bar():
    place = choices.territory()
    year = choices.year(place)
    level = choices.level()
    choices.search(place)
choices.search_results(place)

rows = fetch(indicator_matrix, **place.place, year=year, level=level)
if not rows:
    tiles.nothing_yet(
        f"{place.name} không có mục tiêu chính nào cho năm {year}{choices.at(level)}.", "Chọn năm khác, hoặc cấp “Tất cả”."
    )
counts = fetch(status_count, **place.place, year=year, level=level)
gaps = fetch(attention, **place.place, year=year, level=level)
earlier = () if gaps else fetch(remaining, **place.place, year=year, level=level)[:8]
source = sentences.year_source(fetch(year_sources, **place.place, year=year), earlier)

tiles.headline(sentences.overview(place.name, counts, gaps, year), source)
tiles.status_cards(counts)

left, right = st.columns([6, 5], gap="large")
with left:
    tiles.part("Cần chú ý trước", "Khung: mục tiêu. Thanh: kết quả (nhạt: kết quả gần nhất). Số đậm: chênh lệch")
    lacking = gaps[:8] or earlier
    if lacking:
        title = "Mục tiêu còn thiếu nhiều nhất" if gaps else f"Từ kết quả gần nhất đến mục tiêu năm {year}"
        who = words.titled(place.name, words.units(lacking), f"năm {year}{choices.at(level)}")
        figure = charts.gaps_by_target(lacking, title=title, subtitle=who, source=source, earlier=not gaps)
        read, note = (attention if gaps else remaining), sentences.gaps_note(lacking)
        slide = takeaway.slide("attention", title, place, nam=year, cap=level)
        tiles.chart(figure, key="gaps", alt=sentences.gaps_alt(lacking), query=read, note=note, slide=slide)
        tiles.note(note)
    else:
        tiles.empty(*sentences.nothing_to_attend(counts, year))
with right:
    tiles.part("Theo nhóm và cấp", "Số mục tiêu theo trạng thái; ô có một mục tiêu ghi luôn kết quả")
    tables.pillar_by_level(rows, place.unit_id)
    tiles.note(" · ".join(words.status(status) for status in ("met", "near", "missed", "no_result", "not_due")))
    changes = fetch(result_change, **place.place, year=year, level=level)
    if changes:
        tiles.part("So với kết quả trước")
        tables.changes_table(changes[:5], place.unit_id, year)

tiles.part(
    f"Tất cả {len(rows)} mục tiêu chính năm {year}",
    "Kết quả / mục tiêu.",
    hint="Bấm vào tên để xem diễn biến, định nghĩa và nguồn.",
)
tables.indicator_table(rows, place.unit_id)
tiles.source(source)
tiles.behind(status_count, indicator_matrix, result_change, year_sources)
