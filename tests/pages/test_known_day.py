"""A figure that is brought, corrected and taken back again: each day's page, picture, slide and CSV says what was known then."""

from __future__ import annotations

import io
import re
import shutil
from datetime import date, timedelta

import pytest
from pptx import Presentation

import components.store.store_access
from components.charts import images
from components.slides.content import kinds
from components.slides.content.context import SlideContext
from components.slides.older import deck_process
from components.slides.single_chart import one_slide
from components.store import open_stores, store_access
from components.tiles import csv_download, download, links, sample_label
from data.accounts.sign_in import CLI
from data.ingest.importer import commit
from data.ingest.undo import take_back
from data.vietnamese.dates import on_day
from queries.reads import indicator_trend
from queries.store import Store, StoreError
from tests.data.ingest.sample_files import figures
from tests.pages.app_session import opening, said

FIRST = date(2026, 12, 1)  # the seed was loaded before
NOW = FIRST + timedelta(days=9)
QUARTER = {"nam": "2025", "ky": "Q1", "nguon": "525/KH-UBND", "vi_tri": "Biểu 1", "cap": "tinh"}
KNOWN = {FIRST: None, FIRST + timedelta(days=1): "61%", FIRST + timedelta(days=2): "66,5%", FIRST + timedelta(days=3): "61%"}
ABOUT = {"province_code": "42", "unit_id": "42", "indicator_id": "CQ.06"}
INDICATOR = "pages/leaders/indicator.py"
TWO_DAYS = "pages/origin/two_days.py"


@pytest.fixture(scope="module")
def page(store_file, tmp_path_factory):
    """Opens the indicator's page by a link, nine days after the first."""
    path = shutil.copy(store_file, tmp_path_factory.mktemp("known") / "kho.duckdb")
    store = Store.open(path)
    store._connection.execute("update upload set uploaded_at = $at", {"at": FIRST - timedelta(days=1)})
    uploads = []
    for day, result in list(KNOWN.items())[1:3]:
        with on_day(day):
            file = figures({**QUARTER, "ket_qua": result, "vi_tri": f"Biểu {day.day}"})
            uploads.append(commit(store, file, "quy-1.csv", CLI, seen=None, reason="đã kiểm tra").upload_id)
    with on_day(FIRST + timedelta(days=3)):
        take_back(store, uploads[1], CLI, "ghi nhầm")
    store.close()
    with on_day(NOW), opening(INDICATOR, path) as opened:
        yield opened


def page_on(page, day, **more):
    return said(page(dia_ban="42", chi_tieu="CQ.06", biet_den=day.isoformat(), **more))


@pytest.mark.parametrize("day", KNOWN)
def test_each_day_says_what_was_known_then_on_every_way_out(page, day):
    label, text = f"Như đã biết ngày {day:%d/%m/%Y}", page_on(page, day)
    drawn = re.findall(r"quý I năm 2025: kết quả ([\d,]+%)", text)
    assert set(drawn) == ({KNOWN[day]} if KNOWN[day] else set())
    assert text.count(label) >= 3 and 'class="known-day"' in text and "@top-left" in text, "the band, the headline, the print"
    assert f"biet_den={day}" in text and "Về hôm nay" in text

    with store_access.known_on(day):
        rows = store_access.cached_read(indicator_trend, **ABOUT)
        table = csv_download.as_csv(csv_download.readable(rows, "%"), sample_label.in_every_line()).decode("utf-8-sig")
        told = [line for line in table.splitlines() if line.startswith("2025;")]
        assert len(told) == (KNOWN[day] is not None) and all(f";{KNOWN[day][:-1]};" in line for line in told)
        assert all(line.endswith(f"{day:%d/%m/%Y}") for line in table.splitlines()[1:])
        assert label in images.actions("x", sample_label.in_note("Nguồn"))
        assert sample_label.file_name("a.csv") == f"Như đã biết {day:%d-%m-%Y} - a.csv"
        context = SlideContext(store_access.cached_read, "http://a.example/", 1, False, day)
        deck = Presentation(io.BytesIO(one_slide(context, "indicator", {"dia_ban": "42", "chi_tieu": "CQ.06"})))
    for slide in deck.slides:
        notes = slide.notes_slide.notes_text_frame.text
        targets = [relation.target_ref for relation in slide.part.rels.values() if relation.is_external]
        assert label in everything(slide.shapes) and label in notes and any(f"biet_den={day}" in target for target in targets)


def everything(shapes):
    """All texts of a slide, those of groups included."""
    return "\n".join(everything(one.shapes) if hasattr(one, "shapes") else getattr(one, "text", "") for one in shapes)


def test_the_present_says_nothing_of_the_kind_and_leads_nowhere_back(page):
    text = said(page(dia_ban="42", chi_tieu="CQ.06"))
    assert "known-day" not in text and "biet_den" not in text and "kết quả 61%" in text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("2026-11-29", "chưa có kho số liệu này: kho được lập ngày 30/11/2026"),
        (NOW.isoformat(), "chưa hết"),
        ("2030-01-01", "chưa hết"),
        ("hôm qua", "Không hiểu ngày"),
    ],
)
def test_a_day_that_cannot_be_shown_is_told_and_nothing_is_shown_in_its_place(page, asked, told):
    text = said(page(dia_ban="42", chi_tieu="CQ.06", biet_den=asked))
    assert told in text and "kết quả 61%" not in text and "Xem như hôm nay" in text


def test_the_day_goes_along_to_other_pages(page):
    at = page(dia_ban="42", chi_tieu="CQ.06", biet_den=FIRST.isoformat())
    at.query_params.clear()
    at.switch_page("pages/units/levels.py")
    assert f"Như đã biết ngày {FIRST:%d/%m/%Y}" in said(at.run())
    assert FIRST.isoformat() in at.query_params["biet_den"]
    at.query_params.clear()
    assert "Như đã biết" not in said(at.run()).replace("Như đã biết ngày…", ""), "without it on the same page it is today again"


def test_a_click_is_answered_as_the_page_that_offers_it(page, monkeypatch):
    monkeypatch.setattr(download, "still_allowed", lambda: lambda: True)
    day = FIRST + timedelta(days=2)
    with store_access.known_on(day):
        made = download.for_allowed(
            lambda: str([row.actual for row in store_access.cached_read(indicator_trend, **ABOUT)]).encode()
        )
        assert links.address("chi-tieu", {"nam": 2025}) == f"chi-tieu?biet_den={day}&nam=2025"
    open_stores.PAST.close()
    assert b"66.5" in made() and links.address("chi-tieu", {"nam": 2025}) == "chi-tieu?nam=2025"


def test_no_room_for_a_past_day_is_told(page, monkeypatch):
    def full(*_):
        raise StoreError("disk", "/kho/chi-tieu.duckdb")

    monkeypatch.setattr(Store, "as_known", full)
    open_stores.PAST.close()
    at = page()
    at.query_params["biet_den"] = FIRST.isoformat()
    [error] = at.run().error
    assert "ổ đĩa đầy" in error.value and "không bị ảnh hưởng" in error.value


def test_a_past_day_of_another_store_is_not_kept(page):
    page_on(page, FIRST)
    assert store_access.is_made(FIRST)
    components.store.store_access.close_all()
    page_on(page, FIRST + timedelta(days=1))
    assert not store_access.is_made(FIRST)


@pytest.mark.parametrize(
    ("number", "headline", "by", "states"),
    [
        (0, "1 số liệu đổi (1 số mới)", "lần cập nhật 2, ngày 02/12/2026", ("chưa có", "61%")),
        (1, "1 số liệu đổi (1 số sửa)", "lần cập nhật 3, ngày 03/12/2026", ("61%", "66,5%")),
        (2, "1 số liệu đổi (1 số sửa)", "thu hồi lần cập nhật 3, ngày 04/12/2026", ("66,5%", "61%")),
    ],
)
def test_two_days_say_what_changed_why_and_by_which_upload(page, number, headline, by, states):
    first, last = (FIRST + timedelta(days=number + more) for more in (0, 1))
    text = said(page(TWO_DAYS, dia_ban="42", tu_ngay=first.isoformat(), den_ngay=last.isoformat()))
    assert headline in text and by in text and f"biet_den={last}" in text
    cells = re.findall(r'data-cap="Ngày [\d/]+">(?:<a[^>]*>|<span class="none">)([^<]*)<', text)
    assert tuple(cells) == states


def test_two_days_between_which_nothing_happened_say_so(page):
    text = said(page(TWO_DAYS, dia_ban="42", tu_ngay=f"{FIRST + timedelta(days=4)}", den_ngay=f"{FIRST + timedelta(days=6)}"))
    assert "không số liệu nào đổi" in text and "Hai ngày biết như nhau" in text


def test_days_that_cannot_be_compared_are_told(page):
    text = said(page(TWO_DAYS, dia_ban="42", tu_ngay="hôm qua", den_ngay="2001-01-01"))
    assert "Không hiểu ngày “hôm qua”" in text and "Ngày 01/01/2001 không so được" in text


def test_the_slide_of_two_days_tells_what_their_page_tells_and_is_judged_by_the_same_days(page):
    asked = {"dia_ban": "42", "tu_ngay": f"{FIRST + timedelta(days=1)}", "den_ngay": f"{FIRST + timedelta(days=2)}"}
    context = SlideContext(store_access.cached_read, "http://a.example/", 1, on_day=store_access.asked_on)
    blob = one_slide(context, "two_days", asked)
    told = everything(Presentation(io.BytesIO(blob)).slides[0].shapes)
    page_said = said(page(TWO_DAYS, **asked))
    assert "1 số liệu đổi (1 số sửa)" in told and "1 số liệu đổi (1 số sửa)" in page_said
    cells = [
        cell.text
        for shape in Presentation(io.BytesIO(blob)).slides[0].shapes
        if shape.has_table
        for cell in shape.table.iter_cells()
    ]
    assert any(cell.startswith("61%") for cell in cells) and any(cell.startswith("66,5%") for cell in cells)
    [judged] = deck_process.looked_at(blob, "a.pptx", context)
    assert judged.state == "current"
    assert kinds.make(context, "two_days", {**asked, "vi_sao": "new_target"}) == []
    assert kinds.make(SlideContext(store_access.cached_read), "two_days", asked) == [], "who cannot look back makes none"
