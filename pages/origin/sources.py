"""Nguồn số liệu: số liệu lấy từ những văn bản nào, mỗi văn bản nêu gì, ở chỗ nào, và con số ấy còn dùng không?"""

import streamlit as st

from components.accounts import guards
from components.filters import filters, source_filters
from components.store.store_access import cached_read
from components.text import formats
from components.text.origin import source_words
from components.tiles import csv_download, messages, slide_button, tiles
from components.tiles.origin import document_sheet, source_register
from components.upload import document_file
from queries.reads import document_line_list, source_list

guards.require_reading()
number = st.query_params.get("van_ban", "")
with filters.bar():
    territory = filters.territory()
    words = source_filters.line_words() if number else source_filters.document_words()

if not number:
    every = cached_read(source_list, **territory.key)
    messages.headline(
        source_words.headline(every, territory.name),
        "Bấm số hiệu để đọc từng số của văn bản theo đúng thứ tự trên giấy, còn dùng hay đã được thay.",
    )
    found = source_register.ordered(source_filters.documents(every, words))
    messages.part(source_words.counted(found), "", hint="Bấm tên cột để xếp.")
    st.html(source_register.table(found, territory.unit_id, document_file.marks()))
    slide_button.button(slide_button.slide("sources", "Nguồn số liệu", territory))
    csv_download.csv(lambda: source_register.as_table(found), name=f"Sổ văn bản - {territory.name}", key="take-sources")
    tiles.behind(source_list)
    st.stop()

st.html(document_sheet.back(territory.unit_id))
every = cached_read(source_list, province_code=territory.province_code, unit_id=territory.province_code)
document = next(iter(every.where(number=number)), None)
if document is None:
    messages.headline("Không có văn bản này trong sổ", f"“{number[:100]}” không có trong sổ văn bản của {territory.name}.")
    messages.nothing_yet("Chưa số liệu nào của tỉnh dẫn văn bản này.", "Bấm “Mọi văn bản” để xem sổ.")
lines = cached_read(document_line_list, province_code=territory.province_code, document=number)
messages.headline(source_words.document_headline(document, lines), source_words.about(document))
st.html(document_sheet.facts(document, territory.unit_id))
document_file.files(document, guards.person(), territory.province_code)
if not lines:
    messages.nothing_yet("Kho chưa ghi điều gì từ văn bản này.", "Văn bản có trong sổ vì văn bản khác dẫn hay thay thế nó.")
st.html(document_sheet.chips(lines))
shown = source_filters.lines(lines, words)
cut = f" Hiện {document_sheet.MOST} dòng đầu; tệp CSV có đủ." if len(shown) > document_sheet.MOST else ""
messages.part(
    f"{formats.number(len(shown), 0)} dòng, theo thứ tự trong văn bản",
    f"Nguyên văn trong ngoặc kép.{cut}",
    hint="Bấm tên chỉ tiêu để xem nguồn.",
)
st.html(document_sheet.table(shown, territory.unit_id))
kind = {"loai": st.query_params["loai"]} if st.query_params.get("loai") in source_words.WHATS else {}
slide_button.button(slide_button.slide("document", "Một văn bản", territory, van_ban=number, **kind))
csv_download.csv(lambda: document_sheet.as_table(shown), name=f"{number.replace('/', '-')} - từng dòng", key="take-document")
tiles.behind(document_line_list)
