"""Cập nhật số liệu: tệp này đúng chưa, sẽ thay đổi gì, đơn vị tôi còn nợ số liệu nào?"""

import streamlit as st

from components import access, choices, findings, sentences, tiles, upload_desk, upload_history, upload_review
from components.fetch import fetch
from queries.reads import entry_list
from queries.reads import upload_history as uploads

person = access.require_upload()
batch = upload_desk.current(person)
if batch is not None:
    upload_review.review(person, *batch)
    st.stop()

with choices.bar():
    place = choices.territory(person.territories)
    year, period = choices.reporting(place)
rows = fetch(entry_list, **place.place, year=year, period=period)
owed = rows.where(owed=True)
tiles.headline(sentences.owed(place.name, rows, year, period), "Thả tệp vào; mọi lỗi và mọi thay đổi được nêu trước khi ghi.")
upload_history.receipt()
upload_history.undone()
upload_desk.steps()
left, right = st.columns([1, 3], vertical_alignment="center")
with left:
    upload_desk.template_button(place, year, period, rows)
with right:
    upload_desk.drop_zone(person)
upload_desk.waiting(person)
if owed:
    with st.expander(f"Còn nợ {len(owed)} số liệu của kỳ này"):
        findings.owed_list(owed)
upload_desk.register_buttons(person)
upload_history.history(person)
tiles.behind(entry_list, uploads)
