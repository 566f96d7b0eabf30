"""Mâu thuẫn: số liệu và văn bản nói trái nhau ở đâu, nặng nhẹ thế nào, mỗi bên ghi gì?"""

import streamlit as st

from components.accounts import guards
from components.filters import filters
from components.store.store_access import cached_read
from components.text.origin import finding_words
from components.tiles import csv_download, messages, slide_button, tiles
from components.tiles.origin import finding_card, finding_flags, finding_table
from components.upload import finding_decision
from queries.reads import finding_decision_list, finding_list

guards.require_reading()
with filters.bar():
    territory = filters.territory()

found = finding_flags.of_territory(territory)
messages.headline(
    finding_words.headline(found, territory.name),
    "Phép kiểm tra chạy lại sau mỗi lần cập nhật. Cả hai bên đều được giữ; bảng số liệu không sửa số nào.",
)
if not found:
    messages.nothing_yet(
        "Chưa tìm thấy chỗ nào số liệu nói trái nhau.", "Khi có số liệu hay văn bản mới, sổ này tự kiểm tra lại."
    )
if (opened := finding_table.asked(found)) is not None:
    decided = cached_read(finding_decision_list, unit_id=territory.unit_id).where(finding_id=opened.finding_id)
    st.html(finding_card.card(opened, decided, territory.unit_id))
    finding_decision.decide(guards.person(), territory, opened)
st.html(finding_table.chips(found))
shown = finding_table.chosen(found)
messages.part(f"{len(shown)} mục, nặng nhất đứng trước", "Nguyên văn trong ngoặc kép, kèm văn bản và vị trí.")
st.html(finding_table.table(found, territory.unit_id))
narrowed = {
    name: value for name in ("muc", "loai", "xu_ly") if (value := finding_words.asked_for(name, st.query_params.get(name, "")))
}
if shown:
    slide_button.button(slide_button.slide("findings", "Sổ mâu thuẫn", territory, **narrowed))
csv_download.csv(lambda: finding_table.as_table(shown), name=f"Mâu thuẫn - {territory.name}", key="take-findings")
tiles.behind(finding_list, finding_decision_list)
