"""What an administrator does about access tokens, as a session of the app sees it."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from components import store_access
from data.accounts.sign_in import AccountError
from data.accounts.tokens import holder
from queries.accounts import write_account
from queries.reads import access_token_list
from tests.pages.app_session import said


def page():
    from components.accounts import token_panel
    from data.accounts.sign_in import CLI

    token_panel.panel(CLI)


@pytest.fixture
def store(new_seed_file, monkeypatch):
    store_access.close_all()
    monkeypatch.setenv("DATA_URL", str(new_seed_file()))
    store_access.open_at_start()
    row = {
        "name": "can-bo",
        "display_name": "Cán bộ",
        "role": "staff",
        "territories": "440",
        "password_hash": "x",
        "one_time": False,
    }
    store_access.opened_store().write(lambda cursor: write_account(cursor, {**row, "blocked": False}, changed_by="thu"))
    yield store_access.opened_store()
    store_access.close_all()


def button(at, label):
    return next(one for one in at.button if one.label == label)


def make(at, **values):
    """Fill the form and send it."""
    for label, value in values.items():
        kinds = [*at.text_input, *at.radio, *at.selectbox, *at.multiselect]
        next(one for one in kinds if one.label == label.replace("_", " ")).set_value(value)
    button(at, "Cấp mã truy cập").click().run()
    assert not at.exception
    return at


def test_a_token_is_shown_once_works_and_is_revoked(store):
    at = make(AppTest.from_function(page, default_timeout=60).run(), Dùng_để_làm_gì="Power BI của Sở")
    token = re.search(r'<code class="once">(ct_[^<]+)</code>', said(at))[1]
    assert holder(store, token).label == "Power BI của Sở" and "● Đang dùng" in said(at)
    assert token not in said(at.run())
    button(at, "Thu hồi mã này").click().run()
    assert "■ Đã thu hồi" in said(at)
    with pytest.raises(AccountError):
        holder(store, token)


def test_a_token_to_upload_names_its_account_and_territories(store):
    at = AppTest.from_function(page, default_timeout=60).run()
    make(at, Dùng_để_làm_gì="Phần mềm huyện", Quyền="upload", Nạp_thay_cho_tài_khoản="can-bo", Chỉ_nạp_cho_địa_bàn=["440"])
    [row] = access_token_list(store)
    assert (row.scope, row.owner, row.territories) == ("upload", "can-bo", "440")
    assert "Đức Thọ" in said(at) and "Nạp số liệu" in said(at)


def test_what_cannot_be_made_is_told(store):
    at = make(AppTest.from_function(page, default_timeout=60).run(), Dùng_để_làm_gì=" ")
    assert "dùng để làm gì" in at.error[0].value and not access_token_list(store)
    make(at, Dùng_để_làm_gì="x", Quyền="upload", Nạp_thay_cho_tài_khoản="can-bo", Chỉ_nạp_cho_địa_bàn=["75"])
    assert "không phụ trách" in at.error[0].value and not access_token_list(store)


def test_where_accounts_of_the_store_are_off_only_reading_is_offered(store, monkeypatch):
    monkeypatch.setattr("components.accounts.token_panel.settings.local_accounts", lambda: False)
    at = AppTest.from_function(page, default_timeout=60).run()
    assert next(one for one in at.radio if one.label == "Quyền").options == ["Đọc số liệu"]
