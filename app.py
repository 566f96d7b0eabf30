"""Page setup and navigation. The server imports this file for its own addresses; each visit runs it for the pages."""

import streamlit as st

from components import server

if __name__ == "__main__":
    server.wait_until_loaded()
    from components import file_input, page_turn
    from components.accounts import guards, sign_in_form
    from components.filters import unanswered
    from components.page import cut_off, known_day, page_footer, presentation_mode, sample_choice
    from components.page.error_boundary import error_boundary
    from components.page.page_setup import page_setup, page_title
    from components.streamlit_private import screen, take_unknown_page
    from components.tiles import sample_label

    page_setup()
    with error_boundary(), page_turn.page_turn(), file_input.boxes_of_page():
        person = guards.person()
        staff_only = guards.visibility(person is not None and person.may_upload)
        admin_only = guards.visibility(person is not None and person.role == "admin")
        overview = screen("pages/leaders/overview.py", title="Tổng quan", default=True)
        indicator = screen("pages/leaders/indicator.py", title="Chỉ tiêu", url_path="chi-tieu")
        levels = screen("pages/units/levels.py", title="So sánh các cấp", url_path="so-sanh-cac-cap")
        compare = screen("pages/units/compare.py", title="So sánh địa bàn", url_path="so-sanh-dia-ban")
        reporting = screen("pages/tasks/reporting.py", title="Tình hình báo cáo", url_path="tinh-hinh-bao-cao")
        ranking = screen("pages/units/ranking.py", title="Xếp hạng", url_path="xep-hang")
        unit = screen("pages/units/unit.py", title="Hồ sơ đơn vị", url_path="ho-so-don-vi")
        index = screen("pages/units/index.py", title="Điểm tổng hợp", url_path="diem-tong-hop")
        unit_table = screen("pages/units/unit_table.py", title="Bảng đơn vị", url_path="bang-don-vi")
        tile_map = screen("pages/units/tile_map.py", title="Bản đồ ô", url_path="ban-do-o")
        tasks = screen("pages/tasks/tasks.py", title="Nhiệm vụ", url_path="nhiem-vu")
        budget = screen("pages/tasks/budget.py", title="Kinh phí", url_path="kinh-phi")
        why = screen("pages/tasks/why.py", title="Vì sao chưa đạt", url_path="vi-sao")
        findings = screen("pages/origin/findings.py", title="Mâu thuẫn", url_path="mau-thuan")
        sources = screen("pages/origin/sources.py", title="Nguồn số liệu", url_path="nguon-so-lieu")
        two_days = screen("pages/origin/two_days.py", title="So sánh hai ngày", url_path="so-sanh-hai-ngay")
        moves = screen("pages/origin/target_moves.py", title="Mục tiêu qua các văn bản", url_path="muc-tieu-qua-cac-van-ban")
        report = screen("pages/briefing/report.py", title="Báo cáo", url_path="bao-cao")
        guide = screen("pages/help/guide.py", title="Hướng dẫn", url_path="huong-dan")
        open_data = screen("pages/help/open_data.py", title="Dữ liệu mở", url_path="du-lieu-mo")
        update = screen("pages/staff/update.py", title="Cập nhật số liệu", url_path="cap-nhat", visibility=staff_only)
        accounts = screen("pages/staff/accounts.py", title="Tài khoản", url_path="tai-khoan", visibility=admin_only)
        sign_in = screen("pages/staff/sign_in.py", title="Đăng nhập", url_path="dang-nhap", visibility="hidden")
        menu = {
            "": [overview, indicator, report, update, accounts, sign_in],
            "So sánh": [levels, compare, ranking, unit_table, tile_map, unit, index],
            "Thực hiện": [tasks, budget, why, reporting],
            "Nguồn gốc": [sources, moves, findings, two_days],
            "Trợ giúp": [guide, open_data],
        }
        pages = [entry for group in menu.values() for entry in group]
        unknown = take_unknown_page([known.url_path for known in pages], first="tong-quan")
        page = st.navigation(menu, position="top")
        page_title(page.title)
        sign_in_form.note_place(page)
        sign_in_form.corner()
        cut_off.notice()
        looks_back = guards.may_read() and page not in (two_days, update, accounts, sign_in, guide)
        with (
            sample_choice.shown(looks_back and page is not open_data) as of_sample,
            page_footer.above(guards.may_read() and not of_sample, looks_back and not of_sample),
            known_day.shown(looks_back and not of_sample),
        ):
            sample_label.banner()
            unanswered.page(unknown, page.title)
            if page is not sign_in:
                guards.require_reading()
                presentation_mode.presentation_links(
                    page, [overview, indicator, levels, compare, ranking, unit_table, tile_map, guide]
                )
            if page in (update, accounts):
                page_turn.give_back()
            page.run()
else:
    app = st.App(__file__, routes=server.routes(), lifespan=server.opening, middleware=server.middleware())
