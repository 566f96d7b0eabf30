"""Cập nhật số liệu: tệp này đúng chưa, sẽ thay đổi gì, đơn vị tôi còn số liệu nào chưa báo cáo?"""

import streamlit as st

from components.accounts import guards
from components.filters import filters
from components.store.store_access import cached_read
from components.text import headlines
from components.tiles import messages, tiles
from components.upload import desk, doubt_box, drop_zone, history, review
from queries.reads import due_report, entry_list
from queries.reads import upload_history as uploads

person = guards.require_upload()
batch = drop_zone.current(person)
if batch is not None:
    review.review(person, *batch)
    st.stop()

with filters.bar():
    territory = filters.territory(person.territories)
    year, period = filters.reporting(territory)
history.undone()
rows = cached_read(entry_list, **territory.key, year=year, period=period)
messages.headline(headlines.owed(territory.name, rows, year, period), desk.due_line(territory, year, period))
history.receipt()
drop_zone.steps()
left, right = st.columns([1, 3], vertical_alignment="center")
with left:
    drop_zone.template_button(territory, year, period, rows)
with right:
    drop_zone.drop_zone(person)
drop_zone.waiting(person)
doubt_box.waiting(person, territory)
desk.owed(rows)
desk.other_periods(territory, year)
drop_zone.register_buttons(person)
history.history(person)
tiles.behind(due_report, entry_list, uploads)
