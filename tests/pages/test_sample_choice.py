"""The invented figures beside the real ones: offered where the operator allows it, marked, back in one tap, and nothing is brought in there."""

from __future__ import annotations

import shutil

import pytest

from components.store import open_stores, store_access
from components.upload import typed_row
from data.accounts.sign_in import CLI
from queries import reads
from tests.pages.app_session import new_session, said, well

OFFER, BAND = "Xem thử với số liệu minh họa", "Kho số liệu minh họa"
RANKING = "pages/units/ranking.py"


@pytest.fixture(scope="module")
def files(store_file, sample_file, tmp_path_factory):
    """(real store, store of invented figures), copies."""
    folder = tmp_path_factory.mktemp("beside")
    return shutil.copy(store_file, folder / "kho.duckdb"), shutil.copy(sample_file, folder / "minh-hoa.duckdb")


@pytest.fixture
def page(files, monkeypatch):
    """Opens a page by a link, with the invented figures allowed."""
    store_access.close_all()
    monkeypatch.setenv("DATA_URL", str(files[0]))
    monkeypatch.setenv("SAMPLE_STORE", str(files[1]))
    open_stores._UNUSABLE.clear()

    def opened(path=RANKING, **link):
        at = well(new_session().run())
        at.switch_page(path)
        at.query_params.update(link)
        return well(at.run())

    yield opened
    store_access.close_all()


def test_a_visitor_goes_to_the_invented_figures_and_back_and_every_link_stays_among_them(page):
    real = said(page())
    assert OFFER in real and "?kho=minh-hoa" in real and BAND not in real
    at = page(kho="minh-hoa")
    text = said(at)
    assert BAND in text and "Số liệu minh họa" in text and text.count('class="rank-row') > 50
    assert "Về số liệu thật" in text and OFFER not in text
    links = [part.split('"')[0] for part in text.split('href="')[1:] if "don_vi=" in part.split('"')[0]]
    assert links and all("kho=minh-hoa" in link for link in links)
    at.switch_page("pages/units/unit_table.py").run()
    assert BAND in said(well(at)), "the menu leads to invented figures, too"
    del at.query_params["kho"]
    assert BAND not in said(well(at.run()))


def test_without_the_setting_or_with_a_store_of_real_figures_nothing_is_offered(page, files, monkeypatch):
    monkeypatch.delenv("SAMPLE_STORE")
    assert OFFER not in (text := said(page(kho="minh-hoa"))) and BAND not in text
    monkeypatch.setenv("SAMPLE_STORE", str(shutil.copy(files[0], files[0].parent / "that.duckdb")))
    assert BAND not in (text := said(page(kho="minh-hoa"))) and OFFER not in text


def test_nothing_is_brought_in_and_a_click_is_answered_by_the_figures_of_its_page(page):
    page()
    real, sample = open_stores.open_store(), open_stores.sample_store()
    with store_access.sample_shown():
        later = store_access.on_the_same_day(store_access.is_sample)
        with pytest.raises(RuntimeError, match="invented"):
            typed_row.bring(CLI, {}, "a.csv", "Nhận xét này")
        assert store_access.shown_store() is sample and open_stores.open_store() is real
    assert later() and not store_access.is_sample()
    assert not reads.sample_mark(real)[0].is_sample
    at = page("pages/help/open_data.py", kho="minh-hoa")
    assert BAND not in said(at), "programs ask the real store"
