"""What an administrator does about access tokens, as a session of the app sees it."""

import re

import pyotp
import pytest
from streamlit.testing.v1 import AppTest

from components.accounts import token_panel
from components.store import open_stores, store_access
from data.accounts.second_factor import Codes, new_secret
from data.accounts.sign_in import CLI, AccountError
from data.accounts.tokens import RESTORE, create_token, holder, suspend
from data.vietnamese.dates import today
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
    open_stores.open_at_start()
    row = {
        "name": "can-bo",
        "display_name": "Cán bộ",
        "role": "staff",
        "territories": "440",
        "password_hash": "x",
        "one_time": False,
    }
    open_stores.opened_store().write(lambda cursor: write_account(cursor, {**row, "blocked": False}, changed_by="thu"))
    yield open_stores.opened_store()
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


def page_of_admin():
    from components.accounts import token_panel
    from data.accounts.sign_in import Person

    token_panel.panel(Person("sep", "Sếp", "admin", ("*",), "local"))


def test_where_a_second_factor_is_required_a_token_to_upload_asks_for_a_code_and_for_an_account_that_has_one(store, monkeypatch):
    monkeypatch.setenv("SECOND_FACTOR", "all")
    monkeypatch.setattr(token_panel.session, "CODES", Codes())
    row = {"display_name": "S", "role": "admin", "territories": "*", "password_hash": "x", "one_time": False, "blocked": False}
    secret = new_secret()
    store.write(lambda cursor: write_account(cursor, {**row, "name": "sep", "second_factor": secret}, changed_by="thu"))
    code = "Mã_sáu_số_trên_điện_thoại_của_bạn_(để_cấp_mã_nạp)"
    upload = {"Dùng_để_làm_gì": "x", "Quyền": "upload"}
    at = AppTest.from_function(page_of_admin, default_timeout=60).run()
    make(at, **upload, Nạp_thay_cho_tài_khoản="sep", **{code: "000000"})
    assert "Mã xác thực không đúng" in at.error[0].value and not access_token_list(store)
    make(at, **upload, Nạp_thay_cho_tài_khoản="can-bo", **{code: pyotp.TOTP(secret).now()})
    assert "chưa bật" in at.error[0].value and not access_token_list(store)
    monkeypatch.setattr(token_panel.session, "CODES", Codes())
    make(at, **upload, Nạp_thay_cho_tài_khoản="sep", **{code: pyotp.TOTP(secret).now()})
    assert [row.owner for row in access_token_list(store)] == ["sep"]


def test_a_token_that_waits_since_a_restore_is_made_active_again(store):
    token = create_token(store, CLI, label="Power BI", scope="read", expires_on=today())
    store.write(lambda cursor: suspend(cursor, access_token_list(store)[0].token_id, RESTORE))
    at = AppTest.from_function(page, default_timeout=60).run()
    assert "◐ Chờ kích hoạt lại" in said(at) and "lần khôi phục" in said(at)
    button(at, "Kích hoạt lại mã này").click().run()
    assert holder(store, token).label == "Power BI" and "● Đang dùng" in said(at)
