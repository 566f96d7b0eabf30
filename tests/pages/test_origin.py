"""One figure followed: corrected, taken back; its source tells every time, the status step by step, and leads to its document."""

import pytest

from components.store.open_stores import opened_store
from data.accounts.sign_in import CLI
from data.ingest.importer import commit
from data.ingest.undo import take_back
from tests.data.ingest.sample_files import corrections
from tests.pages.app_session import opening, said

PAGE = "pages/leaders/indicator.py"
SOURCE = {"chi_tieu": "CQ.06", "nguon": "province.2022.N.result"}
CORRECTED = "ma_chi_tieu;cap;don_vi;nam;ky;ket_qua;nguon;vi_tri\nCQ.06;tinh;42;2022;N;46;525/KH-UBND;Phần I.I\n".encode(
    "utf-8-sig"
)
LATER = "so_hieu;loai;ten;co_quan;ngay;ngay_xep;ma_don_vi\n99/KH-UBND;kế hoạch;Điều chỉnh;UBND tỉnh;01/06/2023;01/06/2023;42\n"
LOWERED = "ma_chi_tieu;cap;don_vi;nam;ky;chi_tieu;nguon;vi_tri\nCQ.06;tinh;42;2023;N;60%;99/KH-UBND;Mục 2\n"


@pytest.fixture(scope="module")
def page(new_seed_file):
    """Opens the page by a link."""
    with opening(PAGE, new_seed_file()) as opened:
        yield opened


def test_a_corrected_figure_tells_what_it_was_and_a_taken_back_one_what_it_never_counted_as(page):
    first = said(page(**SOURCE))
    assert "Nguồn của “45%”" in first and "Đã ghi" not in first and "45% &lt; 50%" in first
    assert "45 / 50 = 90%; gần đạt là từ 90% trở lên: có" in first and "→ ▲ gần đạt</p>" in first
    store = opened_store()
    answers = corrections(store, CORRECTED)
    receipt = commit(store, CORRECTED, "sua.csv", CLI, answers=answers, seen=None, reason="văn bản in nhầm")
    corrected = said(page(**SOURCE))
    assert "Nguồn của “46%”" in corrected and "46 / 50 = 92%" in corrected and "Đã ghi 2 lần, mới nhất trước" in corrected
    assert "không còn tính: lần ghi sau đã thay" in corrected and f"(lần cập nhật {receipt.upload_id}); đang dùng" in corrected
    take_back(store, receipt.upload_id, CLI, "gõ nhầm")
    undone = said(page(**SOURCE))
    assert "Nguồn của “45%”" in undone and "đã thu hồi" in undone and "gõ nhầm)" in undone
    assert "cùng phần mềm, từ văn bản gốc; đang dùng" in undone


def test_the_document_of_a_figure_is_read_in_its_own_order(page):
    text = said(page("pages/origin/sources.py", van_ban="525/KH-UBND", loai="result"))
    assert "525/KH-UBND cho " in text and "“45%/ 40%/ 20%”" in text
    places = ["Phần I.I</th>", "Phần I.II.1.a</th>", "Phần I.II.7.a</th>", "Phần I.II.8.a</th>"]
    assert [text.index(place) for place in places] == sorted(text.index(place) for place in places)
    assert "nguon=province.2022.N.result" in text


def test_a_document_that_nobody_knows_is_said_and_never_run_as_markup(page):
    text = said(page("pages/origin/sources.py", van_ban="<b>X</b>"))
    assert "Không có văn bản này trong sổ" in text and "<b>X</b>" not in text and "&lt;b&gt;X" in text


def test_words_and_a_heading_narrow_and_order_the_register(page):
    text = said(page("pages/origin/sources.py", tim_van_ban="đề án", theo="ket-qua"))
    assert "424/QĐ-UBND" in text and "van_ban=525%2FKH-UBND" not in text
    whole = said(page("pages/origin/sources.py", theo="ket-qua"))
    assert whole.index("van_ban=B%C3%A1o+c%C3%A1o+Qu%C3%BD+II%2F2022") < whole.index("van_ban=525%2FKH-UBND")


def test_a_target_that_a_later_document_lowers_is_told_first_and_stays_on_the_chart(page):
    assert "chưa mục tiêu nào bị hạ" in said(page("pages/origin/target_moves.py"))
    assert "đã được thay" not in said(page(chi_tieu="CQ.06"))
    for name, text in (("van-ban.csv", LATER), ("muc-tieu.csv", LOWERED)):
        commit(opened_store(), text.encode("utf-8-sig"), name, CLI, seen=None, reason="thử")
    moves = said(page("pages/origin/target_moves.py"))
    assert (
        "1 mục tiêu bị hạ" in moves and "▼ hạ 10 điểm % so với 525/KH-UBND" in moves and "đã được thay bằng số mới hơn" in moves
    )
    assert moves.index("Hồ sơ công việc quản lý") < moves.index("Địa bàn dân cư phủ sóng 5G")
    indicator = said(page(chi_tieu="CQ.06", nguon="province.2023.N.target"))
    assert "Mục tiêu trước đó, đã được thay" in indicator and "Dùng văn bản ban hành sau: 99/KH-UBND." in indicator
    register = said(page("pages/origin/sources.py", van_ban="525/KH-UBND", loai="target"))
    assert "○ đã được thay bằng số mới hơn" in register
