"""So sánh địa bàn: hai, ba hoặc bốn địa bàn so được với nhau ở chỉ tiêu nào, và vì sao không ở những chỉ tiêu khác?"""

from components.accounts import guards
from components.filters import filters, search
from components.text import formats
from components.text.units import comparison_words
from components.tiles import ended_unit, messages, slide_button, tiles
from components.tiles.units import comparison
from queries.reads import compared_figure_list, near_indicator_list

guards.require_reading()
with filters.bar():
    territory = filters.territory()
    units = filters.compared_with(territory)
    search.search(territory)
search.search_results(territory)
ended_unit.note(territory)
if len(units) < 2:
    messages.nothing_yet(
        f"Chưa chọn địa bàn nào để so sánh với {formats.inside(territory.name)}.", "Chọn ở ô “So với”, tối đa ba địa bàn."
    )

names = {unit.unit_id: unit.name for unit in units}
rows, near = comparison.figures(units)
shared = rows.matching(lambda row: row.sharing > 1)
messages.headline(comparison_words.headline(rows, names), comparison_words.rest(rows, names, len(near)))

if shared:
    messages.part("Chỉ tiêu chung: mỗi số kèm năm của nó", "Mục tiêu và kết quả mới nhất. Tỷ lệ vẽ trên thang 0–100%.")
    comparison.shared_table(rows, names)
    comparison.sources(rows, names)
    others = ",".join(unit.unit_id for unit in units[1:])
    slide_button.button(slide_button.slide("compare", "So sánh địa bàn", territory, so_voi=others))
else:
    messages.empty("Không có chỉ tiêu chính nào mà hai địa bàn cùng có.", "Chọn địa bàn khác ở ô “So với”.")
if near:
    messages.part("Gần giống tên nhưng không so sánh được", "Số mới nhất, định nghĩa của mỗi bên và điều làm hai số khác nhau")
    comparison.near_table(near, rows, names)
messages.part(
    "Chỉ một nơi có, không có gì để đặt bên cạnh",
    "Không so sánh được vì nơi khác không có chỉ tiêu này trong văn bản hay báo cáo nào.",
    hint="Bấm để mở danh sách.",
)
comparison.only_lists(rows, names)
tiles.behind(compared_figure_list, near_indicator_list)
