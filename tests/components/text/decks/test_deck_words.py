"""What is said of an older deck is short, names old and new, and what the store says today."""

from components.slides.older.judged import Difference, Judged, Kept
from components.text.decks import deck_words

CARD = Difference("ct-card-0-number", "Thẻ “■ Chưa đạt”", "5", "16", "text")
CHART = Difference("ct-chart-1", "Biểu đồ · Kết quả · Xã", "45", "60", "chart")
GONE = Difference("ct-table", "Bảng", "có", "", "gone")


def test_an_edit_says_what_was_there_and_what_the_store_says_today():
    assert deck_words.edited(CARD) == "Thẻ “■ Chưa đạt”: 5 → 16"
    today = Difference(CARD.shape, CARD.place, "5", "4", "text")
    assert deck_words.edited(CARD, [today]) == "Thẻ “■ Chưa đạt”: 5 → 16 (kho hôm nay: 4)"
    assert deck_words.edited(GONE) == "Bảng: đã bỏ khỏi trang"
    assert deck_words.edited(Difference("ct-title", "Tiêu đề", "", "Lời mới", "text")) == "Tiêu đề: nay là Lời mới"


def test_of_two_long_sentences_what_differs_is_told():
    before = "Tỉnh Hà Tĩnh năm 2022: 21 mục tiêu: 5 chưa đạt, 1 gần đạt, 14 văn bản nói đã hoàn thành"
    after = before.replace("5 chưa", "4 chưa")
    said = deck_words.changed(Difference("ct-title", "Tiêu đề", before, after, "text"))
    assert said == "Tiêu đề: “… tiêu: 5 chưa …” → “… tiêu: 4 chưa …”"


def test_boxes_name_every_edited_shape_once():
    several = [CHART, Difference("ct-chart-1", "Biểu đồ · Kết quả · Huyện", "1", "2", "chart"), CARD, GONE]
    assert deck_words.overwriting(several) == {
        "ct-chart-1": "Ghi đè chỗ đã sửa tay: Biểu đồ (2 chỗ)",
        "ct-card-0-number": "Ghi đè chỗ đã sửa tay: Thẻ “■ Chưa đạt”",
        "ct-table": "Đặt lại: Bảng",
    }


def test_the_states_of_a_slide_and_of_a_deck():
    quiet, edited = Judged(1, "a", "current"), Judged(2, "b", "current", edits=(CARD,))
    stale = Judged(3, "c", "stale", changes=(CHART,), kept=(Kept("ct-title", "5 trong 21", ("5",)),))
    assert [deck_words.badges(page) for page in (quiet, edited, stale)] == [
        ["● Không đổi"], ["✎ Đã sửa tay"], ["■ Số liệu đã thay đổi", "▲ Câu chữ giữ lại, có thể không còn khớp"],
    ]  # fmt: skip
    said = deck_words.summary([quiet, edited, stale])
    assert said == "3 trang: 1 số liệu đã thay đổi, 1 đã sửa tay, 1 có câu chữ có thể không còn khớp, 1 không đổi"
    assert deck_words.numbered([quiet, edited, stale]) == "trang 1, 2 và 3"
    assert deck_words.doubt(stale.kept[0]) == "5 trong 21: 5 không có trong số liệu hiện nay của trang"
    assert deck_words.by_weight([Difference("ct-chart-1", "a", "1", "2", "label"), CHART])[0] == CHART
