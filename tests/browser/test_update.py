"""A clerk in a hurry, in a real Chromium: a bad file, a good one, the overview changes, undo, it changes back."""

import re
import shutil

import pytest

from data.accounts.administration import create_account
from data.accounts.sign_in import CLI
from queries.store import Store
from tests.browser.browser_sessions import enter, set_password, visitor
from tests.browser.conftest import serving
from tests.browser.test_browser import ENGLISH

HEAD = "ma_chi_tieu;cap;don_vi;nam;ky;ket_qua;nguon\n"
BAD = HEAD + "CQ.06;xa;42;2023;N;trên 50%;BC 12\nCQ.06;huyen;42;2023;N;65,5;BC 12\nCQ.99;tinh;Kỳ Anh;2023;N;171,2;BC 12\n"
GOOD = HEAD + "CQ.06;xa;42;2023;N;35,5;BC 12\nCQ.06;huyen;42;2023;N;65,5;BC 12\nCQ.06;tinh;42;2023;N;71,2;BC 12\n"


@pytest.fixture(scope="module")
def office(tmp_path_factory, store_file):
    """(address, name, password) of an app whose store has a clerk for Hà Tĩnh."""
    folder = tmp_path_factory.mktemp("office")
    store = Store.open(shutil.copy(store_file, folder / "kho.duckdb"))
    password = create_account(store, CLI, name="van-phong", display_name="Văn phòng", role="staff", territories=("42",))
    store.close()
    with serving(folder) as address:
        yield address, "van-phong", password


def drop(clerk, name, text, encoding="utf-8"):
    """Drop a file and wait for what comes of it."""
    clerk.page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "text/csv", "buffer": text.encode(encoding)}
    )
    clerk.page.wait_for_url(re.compile("lo="), timeout=30_000)
    clerk.page.wait_for_selector("button:has-text('Hủy tệp này'), button:has-text('Chọn tệp khác')", timeout=30_000)
    clerk.settle()


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)], ids=["desktop", "phone"])
def test_a_clerk_brings_figures_in_and_takes_them_back(chromium, office, size):
    address, name, password = office
    with visitor(chromium, address, *size) as clerk:
        clerk.open("/dang-nhap")
        own = "mùa gặt tháng năm 2023"
        if size[0] == 1440:
            enter(clerk, name, password)
            set_password(clerk, own)
        else:
            enter(clerk, name, own)
        clerk.open("/?nam=2023")
        before = clerk.headline.inner_text()
        assert re.search(r"chưa mục tiêu nào trong \d+ có kết quả", before)

        clerk.open("/cap-nhat?nam=2023")
        assert "chưa báo cáo" in clerk.headline.inner_text()
        drop(clerk, "sai.csv", BAD)
        assert "lỗi phải sửa" in clerk.headline.inner_text()
        seen = clerk.text()
        assert "Dòng 2, cột ket_qua (F2): “trên 50%” chỉ nói chừng" in seen and "Áp dụng: 50" in seen
        assert "Dòng 4, cột ma_chi_tieu (A4): không có chỉ tiêu mã “CQ.99”" in seen
        assert "Huyện Kỳ Anh" in seen and "Thị xã Kỳ Anh" in seen
        assert not re.search(ENGLISH, seen), re.search(ENGLISH, seen)
        clerk.reload()
        assert "lỗi phải sửa" in clerk.headline.inner_text()
        clerk.press("Hủy tệp này")

        drop(clerk, "đúng.csv", GOOD, "utf-16")
        assert clerk.headline.inner_text() == "3 số liệu sẽ được ghi: 3 mới"
        assert "Văn bản chưa có trong sổ" in clerk.text() and clerk.page.get_by_label("Giải trình").count() == 0
        clerk.press("Xác nhận, lưu 3 số liệu")
        clerk.page.wait_for_selector("text=Biên nhận: lần cập nhật số")
        number = re.search(r"lần cập nhật số (\d+)", clerk.text())[1]

        clerk.open("/?nam=2023")
        after = clerk.headline.inner_text()
        assert after != before and "có kết quả để so" in after
        clerk.open("/cap-nhat?nam=2023")
        clerk.page.get_by_text("Tệp gốc, thu hồi một lần cập nhật").click()
        clerk.settle()
        reason = clerk.page.get_by_label("Lý do thu hồi")
        reason.fill("thử")
        reason.press("Enter")  # by keyboard, as a clerk may
        clerk.page.wait_for_selector(f"text=Đã thu hồi lần cập nhật số {number}: 3 số liệu")
        clerk.open("/?nam=2023")
        assert clerk.headline.inner_text() == before


def test_the_page_says_who_may_and_shows_nothing_to_others(chromium, office):
    with visitor(chromium, office[0]) as reader:
        reader.open("/")
        reader.open("/cap-nhat")
        assert reader.page.locator("input[type=file]").count() == 0 and "Tên tài khoản" in reader.text()
        assert "Lịch sử cập nhật" not in reader.text()


def test_answers_can_be_changed_and_a_press_overtaken_by_somebody_else_says_so(chromium, office):
    address, name, _ = office
    with visitor(chromium, address) as clerk, visitor(chromium, address) as other:
        for one in (clerk, other):
            one.open("/dang-nhap")
            enter(one, name, "mùa gặt tháng năm 2023")
            one.open("/cap-nhat?nam=2023")
        drop(clerk, "một.csv", HEAD + "CQ.06;huyen;42;2024;N;0,655;BC 12\n")
        clerk.page.get_by_text("viết từ 0 đến 1").last.click()
        clerk.press("Áp dụng")
        assert "Bạn đã trả lời" in clerk.text() and "tức 65,5%" in clerk.text()
        clerk.press("Trả lời lại")
        assert "Cần trả lời 1 câu hỏi" in clerk.headline.inner_text()
        clerk.page.get_by_text("viết từ 0 đến 1").last.click()
        clerk.press("Áp dụng")

        drop(other, "hai.csv", HEAD + "CQ.06;xa;42;2024;N;30,5;525/KH-UBND\n")
        other.page.get_by_role("button", name="Xác nhận, lưu 1 số liệu").click()
        other.page.wait_for_selector("text=Biên nhận: lần cập nhật số")
        assert other.page.locator(".empty a").first.get_attribute("href") == "./?dia_ban=42&nam=2024"

        stale = clerk.page.url.replace(address, "")
        reason = clerk.page.get_by_label("Giải trình các điểm bất thường")
        if reason.count():
            reason.fill("đã đối chiếu")
            clerk.page.keyboard.press("Tab")
            clerk.settle()
        else:
            clerk.press("Xác nhận, lưu 1 số liệu")
        assert "đã có người khác cập nhật" in clerk.text()
        clerk.press("Hủy tệp này")
        clerk.open(stale)
        assert "không còn chờ" in clerk.text() and "lo=" not in clerk.page.url


MENDABLE = HEAD + "CQ.06;tinh;42;2025;N;ước đạt 65,5%;525/KH-UBND\nCQ.06;xa;42;2025;N;gần xong;525/KH-UBND\n"


def desk_of(visit, name):
    """The desk of a clerk whose password was set by an earlier test."""
    visit.open("/dang-nhap")
    enter(visit, name, "mùa gặt tháng năm 2023")
    visit.open("/cap-nhat?nam=2024")
    return visit


def test_errors_are_mended_where_they_stand_or_by_a_mended_file_dropped_there(chromium, office):
    address, name, _ = office
    with visitor(chromium, address) as visit:
        clerk = desk_of(visit, name)
        drop(clerk, "sai.csv", MENDABLE)
        assert "2 lỗi phải sửa" in clerk.headline.inner_text()
        clerk.page.get_by_role("button", name="Áp dụng: 65,5").click()
        clerk.page.wait_for_selector("text=Đã sửa khi xem trước")
        clerk.settle()
        assert "tệp ghi “ước đạt 65,5%”, được sửa thành “65,5" in clerk.text() and "1 lỗi" in clerk.headline.inner_text()
        assert not re.search(ENGLISH, clerk.text()), re.search(ENGLISH, clerk.text())
        clerk.page.get_by_label("Sửa ô F3").fill("35,25")
        clerk.press("Đọc lại với các ô đã sửa")
        assert "2 số liệu sẽ được ghi" in clerk.headline.inner_text() and "được sửa thành “35,25”" in clerk.text()
        clerk.reload()
        assert "được sửa thành “35,25”" in clerk.text(), "what was mended waits with the file"
        clerk.press("Bỏ mọi sửa đổi")
        assert "2 lỗi phải sửa" in clerk.headline.inner_text()
        first = clerk.page.url
        clerk.page.locator("input[type=file]").set_input_files(
            {
                "name": "đúng.csv",
                "mimeType": "text/csv",
                "buffer": MENDABLE.replace("ước đạt ", "").replace("gần xong", "35").encode(),
            }
        )
        clerk.page.wait_for_function("first => location.href !== first", arg=first)
        clerk.page.wait_for_selector("text=2 số liệu sẽ được ghi")
        clerk.press("Hủy tệp này")
        assert "Tệp đang chờ" not in clerk.text()

        drop(clerk, "bảng ngang.csv", WIDE.format(year=2024, first="41,5", second="42,5"))
        asked = clerk.page.get_by_test_id("stForm").filter(has_text="Áp dụng")
        assert "cột B là kết quả 6 tháng đầu năm, C là kết quả 9 tháng đầu năm" in asked.inner_text(), (
            "said in the question's own box"
        )
        clerk.page.get_by_text("đúng, đọc như vậy").click()
        clerk.press("Áp dụng")
        assert "2 số liệu sẽ được ghi" in clerk.headline.inner_text()
        save(clerk)
        drop(clerk, "bảng ngang năm sau.csv", WIDE.format(year=2025, first="43,5", second="44,5"))
        assert "bảng ngang.csv" in asked.inner_text() and "C là kết quả 9 tháng đầu năm" in asked.inner_text()
        clerk.page.get_by_text("đúng, đọc như lần trước").click()
        clerk.press("Áp dụng")
        assert "2 số liệu sẽ được ghi" in clerk.headline.inner_text()
        assert not re.search(ENGLISH, clerk.text()), re.search(ENGLISH, clerk.text())
        clerk.press("Hủy tệp này")


WIDE = "Kết quả chuyển đổi số năm {year}\nĐơn vị: 42\nCấp: tinh\nNguồn: 525/KH-UBND\nMã chỉ tiêu;6 tháng;9 tháng\nCQ.06;{first};{second}\n"


def save(clerk):
    """Tick what is odd, and commit."""
    for box in clerk.page.get_by_test_id("stCheckbox").all():
        box.click()
        clerk.settle()
    reason = clerk.page.get_by_label("Giải trình các điểm bất thường")
    if reason.count():
        reason.fill("đã đối chiếu")
        clerk.page.keyboard.press("Tab")
        clerk.settle()
    clerk.page.get_by_role("button", name="Xác nhận, lưu").click()
    clerk.page.wait_for_selector("text=Biên nhận: lần cập nhật số")
    clerk.settle()


def test_an_unknown_document_is_registered_on_the_spot(chromium, office):
    address, name, _ = office
    with visitor(chromium, address, 390, 844) as visit:
        clerk = desk_of(visit, name)
        drop(clerk, "mới.csv", HEAD + "CQ.06;huyen;42;2024;N;65,5;77/BC-UBND\n")
        clerk.page.locator("summary", has_text="77/BC-UBND").click()
        clerk.settle()
        clerk.page.get_by_label("Ngày ban hành").fill("10/12/2024")
        clerk.press("Thêm 77/BC-UBND vào sổ văn bản")
        clerk.page.wait_for_selector("text=Đã thêm 77/BC-UBND vào sổ văn bản")
        clerk.settle()
        assert "Văn bản chưa có trong sổ" not in clerk.text() and "người khác" not in clerk.text()
        clerk.press("Hủy tệp này")
