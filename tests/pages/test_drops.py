"""What a page says about one dropped file is not said about the next."""

import shutil

import pytest

import components.store.open_stores
import components.store.store_access
from components.accounts.session import SESSIONS
from components.text.markdown import escaped
from components.upload import dropped, review
from data.accounts.administration import create_account
from data.accounts.sign_in import CLI, replace_one_time
from data.ingest.preview import UploadRejected
from data.store_messages import upload_rejected
from queries.accounts import stored_account
from queries.store import StoreError
from tests.pages.app_session import new_session, said, well

HEAD = "ma_chi_tieu;cap;don_vi;nam;ky;ket_qua;nguon\n"
GOOD = HEAD + "CQ.06;tinh;42;2023;N;71,2;525/KH-UBND\n"
OTHER = HEAD + "CQ.06;xa;42;2023;N;41,2;525/KH-UBND\n"
UPDATE = "pages/staff/update.py"


@pytest.fixture
def clerk(store_file, tmp_path, monkeypatch):
    """The page of uploads, opened by somebody who may bring figures for Hà Tĩnh."""
    components.store.store_access.close_all()
    monkeypatch.setenv("DATA_URL", str(shutil.copy(store_file, tmp_path / "kho.duckdb")))
    monkeypatch.setattr("streamlit.runtime.context.ContextProxy.ip_address", "127.0.0.1")  # a simulated visitor has none
    yield signed_in()
    components.store.store_access.close_all()


def signed_in():
    at, store = new_session(), components.store.open_stores.open_store()
    create_account(store, CLI, name="canbo", display_name="Cán bộ", role="staff", territories=("42",))
    replace_one_time(store, "canbo", stored_account(store, "canbo").change_number, "bốn mùa lúa chín vàng")
    at.session_state["session"] = SESSIONS.open("canbo", stored_account(store, "canbo").change_number)
    well(at.run())
    return well(at.switch_page(UPDATE).run())


def drop(at, name, text):
    """Drop a file and wait for its preview."""
    well(at.file_uploader[0].set_value((name, text.encode(), "text/csv")).run())
    assert at.query_params.get("lo") and name in said(at)
    return at


def test_a_receipt_is_shown_until_the_next_file_is_dropped(clerk):
    drop(clerk, "một.csv", GOOD)
    well(clerk.button(key="commit").click().run())
    assert "Biên nhận: lần cập nhật số" in said(clerk) and "“một.csv”" in said(clerk)
    assert "Biên nhận" in said(well(clerk.run()))
    drop(clerk, "hai.csv", OTHER)
    well(clerk.button(key="leave").click().run())
    assert "Biên nhận" not in said(clerk)


def test_why_one_file_was_not_taken_is_not_said_about_the_next(clerk, monkeypatch):
    drop(clerk, "một.csv", GOOD)
    components.store.open_stores.open_store().write(lambda cursor: None)  # somebody else was quicker
    with monkeypatch.context() as patch:
        patch.setattr(dropped, "inspect", no_memory)
        assert "Chưa xem được tệp “một.csv”" in said(well(clerk.run()))
        well(clerk.button(key="leave").click().run())
    drop(clerk, "hai.csv", OTHER)
    assert [warning.value for warning in clerk.warning] == []


def test_a_commit_that_was_refused_says_why_once(clerk, monkeypatch):
    drop(clerk, "một.csv", GOOD)

    def refused(*_, **__):
        raise UploadRejected("disk")

    monkeypatch.setattr(review, "commit", refused)
    well(clerk.button(key="commit").click().run())
    assert [warning.value for warning in clerk.warning] == [escaped(upload_rejected("disk"))]
    well(clerk.run())
    assert [warning.value for warning in clerk.warning] == []


def no_memory(*_, **__):
    raise StoreError("memory", "")


def test_staff_see_how_a_part_is_computed(clerk):
    well(clerk.switch_page("pages/units/levels.py").run())
    assert "Cách tính (SQL)" in said(clerk) and "from level_spread" in said(clerk)
