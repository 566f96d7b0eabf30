"""Tình hình báo cáo: kỳ này đơn vị nào đã báo cáo, chậm hay đúng hạn, và cần nhắc ai?"""

import streamlit as st

from components.accounts import guards
from components.filters import filters, report_filters
from components.letters import reminder_button
from components.store.store_access import cached_read
from components.text.tasks import report_words
from components.tiles import csv_download, messages, slide_button, tiles
from components.tiles.tasks import report_table
from queries.reads import missing_report_list, report_list

guards.require_reading()
with filters.bar():
    territory = filters.territory()
    year = report_filters.year(territory)
    level = report_filters.level(territory, year)
    deadlines = report_filters.deadline_set(territory)
    every = cached_read(report_list, **report_filters.asked(territory, level, year), deadline_set=deadlines.deadline_set)
    period = report_filters.period(every)

if not every:
    messages.nothing_yet(
        f"Năm {year} không có số liệu nào mà {report_words.units(level)} phải báo cáo định kỳ.",
        "Chọn năm khác hay cấp khác; chỉ tiêu nào phải báo, báo theo quý hay năm, ghi ở danh mục chỉ tiêu.",
    )
rows = report_table.of_period(every, period)
messages.headline(
    report_words.headline(rows, level, year),
    report_words.deadline(rows, deadlines),
)
state = st.query_params.get("trang_thai", "")
st.html(report_table.cards(rows, state))
reminder_button.reminders(territory, rows, year, deadlines)
shown = report_table.shown(rows, state)
messages.part(
    f"{report_words.units(level, len(shown)).capitalize()}, cần nhắc trước đứng trên",
    "Số liệu đã báo trên số liệu phải báo của mỗi kỳ; ngày báo là ngày tệp đầu tiên có số liệu ấy được tải lên.",
)
st.html(report_table.table(every, shown, period))
asked = {"nam": year, "cap_bao_cao": level, "ky": period, "han": deadlines.deadline_set}
slide_button.button(slide_button.slide("reports", "Tình hình báo cáo", territory, **asked))
csv_download.csv(
    lambda: report_table.as_table(every, year), name=f"Tình hình báo cáo {year} - {territory.name}", key="take-reports"
)
tiles.behind(report_list, missing_report_list)
