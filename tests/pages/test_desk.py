"""The clerk's desk: what it opens with, what can be mended on it, what is asked, what is ticked, what the receipt leads to."""

import shutil
from datetime import date

import pytest

import components.store.open_stores
import components.store.store_access
from components.accounts.session import SESSIONS
from data.accounts.administration import create_account
from data.accounts.sign_in import CLI, replace_one_time
from data.ingest import drafts
from data.ingest.changes import CellChange
from data.vietnamese.dates import on_day
from queries.accounts import stored_account
from tests.data.ingest.sample_files import book, lines
from tests.pages.app_session import new_session, said, well

HEAD = "ma_chi_tieu;cap;don_vi;nam;ky;ket_qua;nguon\n"
WORDS = HEAD + "CQ.06;tinh;42;2024;N;xấp xỉ 94;525/KH-UBND\nCQ.06;huyen;42;2024;N;65,5;525/KH-UBND\n"
UPDATE = "pages/staff/update.py"


@pytest.fixture
def desk(store_file, tmp_path, monkeypatch):
    """Opens the desk for somebody who brings the figures of some territories."""
    components.store.store_access.close_all()
    monkeypatch.setenv("DATA_URL", str(shutil.copy(store_file, tmp_path / "kho.duckdb")))
    monkeypatch.setattr("streamlit.runtime.context.ContextProxy.ip_address", "127.0.0.1")  # a simulated visitor has none
    with on_day(date(2026, 11, 28)):
        yield opened
    components.store.store_access.close_all()


def opened(territories=("42",), **link):
    at, store = new_session(), components.store.open_stores.open_store()
    create_account(store, CLI, name="canbo", display_name="Cán bộ", role="staff", territories=territories)
    replace_one_time(store, "canbo", stored_account(store, "canbo").change_number, "bốn mùa lúa chín vàng")
    at.session_state["session"] = SESSIONS.open("canbo", stored_account(store, "canbo").change_number)
    well(at.run())
    for name, code in link.items():
        at.query_params[name] = code
    return well(at.switch_page(UPDATE).run())


def drop(at, text, name="tep.csv", box=0):
    well(at.file_uploader[box].set_value((name, text.encode(), "text/csv")).run())
    return at


def press(at, label):
    (button,) = [button for button in at.button if label in button.label.replace("\\", "")]
    return well(button.click().run())


def headline(at):
    return said(at).partition('<h1 class="say">')[2].partition("</h1>")[0]


def value(indicator="CQ.06", level="province", year=2024):
    rows = components.store.open_stores.open_store().select(
        "select actual from target_vs_actual where indicator_id = $i and unit_id = '42' and level = $l and year = $y and period = 'N'",
        {"i": indicator, "l": level, "y": year},
    )
    return None if rows.empty else float(rows["actual"][0])


# what it opens with


def test_it_opens_on_the_report_that_is_due_and_says_by_when(desk):
    at = desk()
    assert "của Quý III năm 2026 chưa báo cáo" in headline(at) or "của quý III năm 2026" in headline(at)
    assert "Hạn báo cáo 09/09/2026, đã quá 80 ngày" in said(at)
    assert "Mục tiêu đã hết hạn mà chưa có kết quả" in said(at) and "năm 2023" in said(at)


def test_a_commune_of_2025_is_not_asked_about_2022(desk):
    at = desk(("18229",))
    assert "Xã Đức Thọ" in headline(at)
    years = next(box for box in at.selectbox if box.label == "Năm").options
    assert years and min(int(year) for year in years) >= 2025


def test_only_ones_own_territories_are_offered(desk):
    at = desk(("18229",))
    assert next(box for box in at.selectbox if box.label == "Địa bàn").options == ["Xã Đức Thọ (từ 2025)"]
    assert "Tỉnh Hà Tĩnh" not in headline(at)


# mended in place


def test_a_proposal_is_applied_by_a_press_stated_and_kept(desk):
    at = drop(desk(), WORDS)
    assert "1 lỗi phải sửa" in headline(at)
    press(at, "Áp dụng: 94")  # and what its words say of it
    assert "2 số liệu sẽ được ghi" in headline(at) and "tệp ghi “xấp xỉ 94”, được sửa thành “94”" in said(at)
    confirm(at)
    assert value() == 94 and "Đã sửa" in said(at) and "tệp gốc giữ nguyên" in said(at)
    kept = components.store.open_stores.open_store().select(
        "select row_number, was, became from upload_change order by column_name desc"
    )
    assert kept.values.tolist()[0] == [2, "xấp xỉ 94", "94"]


def test_a_cell_is_typed_over_by_our_own_reader_and_can_be_taken_back(desk):
    at = drop(desk(), WORDS)
    (box,) = [box for box in at.text_input if box.label.startswith("Sửa ô F2")]
    box.set_value("93,75")
    press(at, "Đọc lại với các ô đã sửa")
    assert "được sửa thành “93,75”" in said(at) and "2 số liệu sẽ được ghi" in headline(at)
    press(at, "Bỏ sửa")
    assert "1 lỗi phải sửa" in headline(at)


def test_one_press_mends_all_cells_that_hold_the_same_text_and_one_all_proposals(desk):
    rows = [
        f"CQ.06;{level};42;2024;N;{text};525/KH-UBND"
        for level, text in (("tinh", "ước đạt 72%"), ("huyen", "ước đạt 72%"), ("xa", "gần xong"))
    ]
    at = drop(desk(), HEAD + "\n".join([*rows, "CQ.99;tinh;42;2024;N;70;525/KH-UBND"]))
    assert any("cả 2 ô F2, F3" in box.label for box in at.text_input)
    press(at, "Áp dụng cả 2 chỗ: 72")
    assert said(at).count("được sửa thành “72") == 1 and "2 lỗi phải sửa" in headline(at)


def test_nothing_typed_changes_nothing_and_says_so(desk):
    at = drop(desk(), WORDS)
    press(at, "Đọc lại với các ô đã sửa")
    assert [warning.value for warning in at.warning] == ["Chưa sửa ô nào."] and "1 lỗi phải sửa" in headline(at)


def test_the_mended_file_is_dropped_right_there_and_replaces_the_other(desk):
    at = drop(desk(), WORDS)
    token = at.query_params["lo"]
    drop(at, WORDS.replace("xấp xỉ 94", "94"), "sửa.csv")
    assert at.query_params["lo"] != token and "2 số liệu sẽ được ghi" in headline(at) and "sửa.csv" in said(at)
    press(at, "Hủy tệp này")
    assert "Tệp đang chờ" not in said(at)


def test_a_waiting_file_is_dropped_from_the_list_and_the_same_bytes_lead_back_to_it(desk):
    at = drop(desk(), WORDS)
    token = at.query_params["lo"]
    del at.query_params["lo"]
    well(at.run())
    assert said(at).count("Tệp đang chờ") == 1
    drop(at, WORDS, "cùng nội dung.csv")
    assert at.query_params["lo"] == [token] or at.query_params["lo"] == token
    del at.query_params["lo"]
    well(at.run())
    (button,) = [button for button in at.button if button.label == "Bỏ"]
    well(button.click().run())
    assert "Tệp đang chờ" not in said(at)


def test_a_file_that_lies_in_the_box_is_not_read_in_place_of_the_receipt(desk, monkeypatch):
    at = drop(desk(), WORDS.replace("xấp xỉ 94", "94"))
    del at.query_params["lo"]
    well(at.run())
    monkeypatch.setattr("data.ingest.drafts.MOST", 1)
    at.file_uploader[0].set_value(("khác.csv", WORDS.encode(), "text/csv")).run()
    assert "chưa xác nhận" in at.error[0].value
    box = at.file_uploader[0].proto.id
    press(at, "Xem tiếp")
    confirm(at)
    assert "Biên nhận: lần cập nhật số" in said(at) and at.file_uploader[0].proto.id != box


def test_a_file_without_a_heading_is_answered_with_the_template(desk):
    at = drop(desk(), "a;b\n1;2\n")
    assert "Không nhận được tệp" in headline(at)
    assert [button.label for button in at.get("download_button")].count("Tải tệp mẫu (Excel)") == 1


def test_the_columns_of_a_strange_heading_are_told_by_a_choice_each(desk):
    rows = "Mã số;Bậc;Nơi;Năm báo cáo;Đợt;Được bao nhiêu;Theo văn bản nào\nCQ.06;tinh;42;2024;N;70;525/KH-UBND\nCQ.06;huyen;42;2024;N;60;525/KH-UBND\n"
    at = drop(desk(), rows)
    boxes = [box for box in at.selectbox if ":" in box.label.replace("\\", "") and box.label[:1] in "ABCDEFG"]
    assert len(boxes) == 7, headline(at)
    for box, header in zip(boxes, ("ma_chi_tieu", "cap", "don_vi", "nam", "ky", "ket_qua", "nguon"), strict=True):
        box.set_value(header)
    press(at, "Đọc lại theo các cột này")
    for radio in at.radio:  # nothing is assumed: how it would be read is asked
        radio.set_value(radio.proto.options and "yes")
    if at.radio:
        press(at, "Áp dụng")
    assert "2 số liệu sẽ được ghi" in headline(at) and "cột F (“Được bao nhiêu”) là Kết quả" in said(at)
    press(at, "Trả lời lại")
    assert "Không nhận được tệp" in headline(at)


# questions


def answer(at):
    """Send what was chosen in the questions."""
    (button,) = [button for button in at.button if button.label == "Áp dụng"]
    return well(button.click().run())


def test_a_question_says_what_each_answer_leads_to_and_few_cells_are_asked_one_by_one(desk):
    at = drop(desk(), HEAD + "CQ.06;tinh;42;2024;N;0,693;525/KH-UBND\nCQ.06;huyen;42;2024;N;0,5;525/KH-UBND\n")
    assert "Cần trả lời 2 câu hỏi" in headline(at) and len(at.radio) == 2
    captions = [caption.replace("\\", "") for radio in at.radio for caption in radio.proto.captions]
    assert len(captions) == 4 and all("Sau khi trả lời: 0 lỗi" in caption for caption in captions), captions
    assert "còn 1 câu hỏi" in captions[0]
    at.radio[0].set_value("share")
    at.radio[1].set_value("percent")
    press(at, "Áp dụng")
    assert "2 số liệu sẽ được ghi" in headline(at)
    confirm(at)
    assert (value(), value(level="district")) == (69.3, 0.5)


def test_a_question_about_the_whole_table_opens_with_the_report_that_is_due_and_many_options_are_a_list(desk):
    at = drop(desk(), "Mã chỉ tiêu;Cấp;Đơn vị;Kết quả;Nguồn\nCQ.06;tinh;42;52,5;525/KH-UBND\n")
    (period,) = [box for box in at.selectbox if box.key == "ask-constant.ky"]
    (year,) = [radio for radio in at.radio if radio.key == "ask-constant.nam"]
    assert (period.value, year.value) == ("Q3", "2026") and "chưa" not in period.label
    press(at, "Áp dụng")
    assert "Cần trả lời" not in headline(at) and "Quý III năm 2026" in said(at)


def test_an_answer_that_the_mended_file_does_not_ask_for_any_more_is_left_out_and_said(desk):
    at = drop(desk(), HEAD + "CQ.06;tinh;42;2024;N;0,693;525/KH-UBND\nCQ.06;huyen;42;2024;N;x9;525/KH-UBND\n")
    at.radio[0].set_value("share")
    press(at, "Áp dụng")
    assert "Bạn đã trả lời" in said(at) and "1 lỗi phải sửa" in headline(at)
    token = at.query_params["lo"]
    (batch,) = drafts.mine(components.store.open_stores.open_store().path, "local:canbo")
    assert token in (batch.token, [batch.token])
    drafts.type_over(components.store.open_stores.open_store().path, batch, [CellChange(2, "ket_qua", "0,693", "69,3", "F"), CellChange(3, "ket_qua", "x9", "65", "F")])  # fmt: skip
    well(at.run())
    assert "2 số liệu sẽ được ghi" in headline(at)
    assert "tệp không còn hỏi điều này, nên câu trả lời đã được bỏ" in said(at)


def test_a_wide_table_is_confirmed_and_its_layout_is_proposed_the_next_time(desk):
    wide = "Kết quả chuyển đổi số năm {year}\nĐơn vị: 42\nCấp: tinh\nNguồn: 525/KH-UBND\nMã chỉ tiêu;6 tháng;9 tháng\nCQ.06;{first};{second}\n"
    at = drop(desk(), wide.format(year=2024, first="41,5", second="ước 42,5"))
    at.radio[0].set_value("yes")
    answer(at)
    press(at, "Áp dụng: 42,5")
    assert "2 số liệu sẽ được ghi" in headline(at) and "ước 42,5%" in said(at)
    confirm(at)
    assert "Biên nhận" in said(at)
    at = drop(at, wide.format(year=2025, first="43,5", second="44,5"), "sau.csv")
    assert [radio.label for radio in at.radio] == ["Đọc như lần trước?"], headline(at)
    at.radio[0].set_value("yes")
    answer(at)
    assert "2 số liệu sẽ được ghi" in headline(at) and "Tệp được đọc như tệp" in said(at)


def test_what_was_taken_back_is_said_above_the_page_and_in_a_toast(desk):
    at = drop(desk(), HEAD + "CQ.06;tinh;42;2024;N;70;525/KH-UBND\n")
    confirm(at)
    (reason,) = [field for field in at.text_input if field.label == "Lý do thu hồi"]
    reason.set_value("thử")
    press(at, "Thu hồi lần cập nhật số")
    sentence = "Đã thu hồi lần cập nhật số"
    assert said(at).index(sentence) < said(at).index('<h1 class="say">')
    assert at.toast[0].value.startswith(sentence)


# ticks


def confirm(at):
    """Tick what is odd, give the reason where one is asked for, and commit."""
    for box in at.checkbox:
        box.check()
    for field in at.text_input:
        if field.label.startswith("Giải trình"):
            field.set_value("đã đối chiếu")
    well(at.run())
    return press(at, "Xác nhận, lưu")


ODD = HEAD + "CQ.06;xa;42;2023;N;1,5;525/KH-UBND\n"  # 20% the year before


def test_each_oddity_is_ticked_and_only_then_with_a_reason_saved(desk):
    at = drop(desk(), ODD)
    assert len(at.checkbox) == 1 and "Giải trình các điểm bất thường (cần ghi)" in [field.label for field in at.text_input]
    press(at, "Xác nhận, lưu")
    assert "chưa được đánh dấu" in at.warning[0].value and value(level="commune", year=2023) != 1.5
    well(at.checkbox[0].check().run())
    press(at, "Xác nhận, lưu")
    assert "hãy ghi lý do" in at.warning[0].value
    confirm(at)
    assert value(level="commune", year=2023) == 1.5


def test_a_good_file_has_no_tick_and_no_reason(desk):
    at = drop(desk(), HEAD + "CQ.06;tinh;42;2024;N;71,2;525/KH-UBND\n")
    assert not at.checkbox and not [field for field in at.text_input if field.label.startswith("Giải trình")]
    press(at, "Xác nhận, lưu 1 số liệu")
    assert value() == 71.2


# unknown documents


def test_an_unknown_document_is_said_once_and_registered_in_place(desk):
    at = drop(desk(), HEAD + "CQ.06;tinh;42;2024;N;71,2;99/BC-UBND\nCQ.06;huyen;42;2024;N;61,2;99/BC-UBND\n")
    assert "Văn bản chưa có trong sổ" in said(at) and not at.checkbox
    assert next(box for box in at.selectbox if box.label == "Loại văn bản").value == "báo cáo"
    press(at, "vào sổ văn bản")
    assert "Ghi ngày ban hành" in at.warning[0].value
    day(at).set_value("31/02/2024")
    press(at, "vào sổ văn bản")
    assert [warning.value.replace("\\", "").partition(":")[0] for warning in at.warning] == ["Ngày"], at.warning
    day(at).set_value("10/12/2024")
    press(at, "vào sổ văn bản")
    assert "Đã thêm 99/BC-UBND vào sổ văn bản" in said(at)
    assert "Văn bản chưa có trong sổ" not in said(at) and not at.warning, "no word of somebody else"
    rows = components.store.open_stores.open_store().select(
        "select kind, issued_on, unit_code from document_register where number = '99/BC-UBND'"
    )
    assert [str(cell)[:10] for cell in rows.values.tolist()[0]] == ["báo cáo", "2024-12-10", "42"]
    press(at, "Xác nhận, lưu 2 số liệu")
    assert value() == 71.2


def test_what_a_source_says_of_kind_and_day_stands_in_the_form(desk):
    at = drop(desk(), HEAD + "CQ.06;tinh;42;2024;N;71,2;Công văn số 99/UBND-VX ngày 10/12/2024\n")
    assert day(at).value == "10/12/2024" and next(box for box in at.selectbox if box.label == "Loại văn bản").value == "công văn"
    press(at, "Thêm 99/UBND-VX vào sổ văn bản")
    assert "Văn bản chưa có trong sổ" not in said(at)
    press(at, "Xác nhận, lưu 1 số liệu")
    rows = components.store.open_stores.open_store().select(
        "select actual_document from target_vs_actual where unit_id = '42' and year = 2024"
    )
    assert "99/UBND-VX" in rows["actual_document"].tolist()


def test_of_two_rows_of_one_figure_the_right_one_is_chosen(desk):
    at = drop(desk(), HEAD + "CQ.06;tinh;42;2024;N;71,2;525/KH-UBND\nCQ.06;tinh;42;2024;N;61,2;525/KH-UBND\n")
    assert "Cần trả lời 1 câu hỏi" in headline(at) and "CQ.06, Tỉnh Hà Tĩnh, năm 2024: kết quả nào đúng?" in [
        box.label.replace("\\", "") for box in at.radio
    ]
    at.radio[0].set_value("3")
    press(at, "Áp dụng")
    assert "1 số liệu sẽ được ghi" in headline(at)
    confirm(at)
    assert value() == 61.2 and "lấy 61,2% ở dòng 3 như đã chọn, 71,2% ở dòng 2 không được ghi" in said(at)


def test_two_sheets_of_a_workbook_go_in_one_after_the_other_each_under_its_name(desk):
    sheets = [
        lines({"nam": "2024", "ky": period, "ket_qua": value, "nguon": "525/KH-UBND"})
        for period, value in (("Q2", "61"), ("N", "64"))
    ]
    at = desk()
    well(at.file_uploader[0].set_value(("bao-cao.xlsx", book(*sheets), "application/octet-stream")).run())
    at.radio[0].set_value("Trang 1")
    press(at, "Áp dụng")
    confirm(at)
    assert "“bao-cao (trang Trang 1).xlsx”" in said(at) and "còn trang tính “Trang 2”" in said(at)
    press(at, "Xem tiếp")
    assert "1 số liệu sẽ được ghi" in headline(at)
    confirm(at)
    assert value() == 64 and "bao-cao (trang Trang 2).xlsx" in said(at) and "Tệp đang chờ" not in said(at)


def test_several_unknown_documents_have_a_form_each(desk):
    rows = "".join(
        f"CQ.06;{level};42;2024;N;{50 + place};{place}/BC-UBND\n" for place, level in enumerate(("tinh", "huyen", "xa"))
    )
    at = drop(desk(), HEAD + rows)
    assert len([field for field in at.text_input if field.label == "Ngày ban hành"]) == 3


def day(at):
    return next(field for field in at.text_input if field.label == "Ngày ban hành")


# receipts


def test_receipt_and_headline_speak_of_one_period_and_lead_to_all_that_changed(desk):
    at = drop(desk(), HEAD + "CQ.06;tinh;42;2024;Q2;71,2;525/KH-UBND\nCQ.06;huyen;42;2024;Q2;61,2;525/KH-UBND\n")
    confirm(at)
    seen = said(at)
    assert "quý ii năm 2024" in headline(at).lower(), headline(at)
    assert "./?dia_ban=42&amp;nam=2024&amp;ky=Q2" in seen
    for level in ("province", "district"):
        assert f"./chi-tieu?dia_ban=42&amp;nam=2024&amp;cap={level}&amp;chi_tieu=CQ.06" in seen
