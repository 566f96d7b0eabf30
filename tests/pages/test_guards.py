"""Who sees which page, and what signing in does, as a session of the app sees it."""

import ast
import re
import shutil
import time
from pathlib import Path

import pyotp
import pytest
from streamlit.testing.v1 import AppTest

import components.accounts.backup_panel
import components.accounts.session
import components.store.open_stores
import components.store.store_access
import data.accounts.record
from components.tiles.download import NotAllowed
from data.accounts import administration, second_factor
from data.accounts.record import entries
from data.accounts.sessions import IDLE, LONGEST, Sessions
from data.accounts.sign_in import CLI, Person
from data.accounts.throttle import Throttle
from data.store_messages import account_problem
from data.vietnamese.dates import now
from queries.accounts import stored_account
from tests.navigation import PAGES, ROOT
from tests.pages.app_session import new_session, said

MOMENT = now()
OWN = "bốn mùa lúa chín vàng"
ACCOUNTS, SIGN_IN = "pages/staff/accounts.py", "pages/staff/sign_in.py"
SECRETS = {
    "auth": {
        "redirect_uri": "http://127.0.0.1/oauth2callback",
        "cookie_secret": "x" * 40,
        "client_id": "a",
        "client_secret": "b",
    },
    "access": {"role_claim": "groups", "staff": ["cap-nhat"], "admin": ["quan-tri"], "territory_claim": "dia_ban"},
}


@pytest.fixture
def clock(monkeypatch):
    """Seconds that a test moves; sessions and waits of this test go by them."""
    now = [time.time()]
    monkeypatch.setattr(components.accounts.session, "SESSIONS", Sessions(lambda: now[0]))
    monkeypatch.setattr(components.accounts.session, "THROTTLE", Throttle(lambda: now[0]))
    return now


@pytest.fixture(scope="module")
def home(store_file, tmp_path_factory):
    """A store on which this file's tests make accounts; ``person`` gives one that has set its password."""
    return shutil.copy(store_file, tmp_path_factory.mktemp("access") / "kho.duckdb")


@pytest.fixture
def app(home, clock, monkeypatch):
    monkeypatch.setattr(
        data.accounts.record, "_MINUTES", {}
    )  # what other tests of this minute have written leaves nothing out here
    components.store.store_access.close_all()
    monkeypatch.setenv("DATA_URL", str(home))
    yield new_session
    components.store.store_access.close_all()


def account(name, role="staff", territories=("42",), own=True):
    """Make an account in the app's store; returns its password."""
    from data.accounts.sign_in import replace_one_time

    store = components.store.open_stores.open_store()
    password = administration.create_account(
        store, CLI, name=name, display_name=f"Người {name}", role=role, territories=territories
    )
    if own:
        replace_one_time(store, name, stored_account(store, name).change_number, OWN)
    return OWN if own else password


def field(at, label):
    return next(one for one in at.text_input if one.label == label)


def button(at, label):
    return next(one for one in at.button if one.label == label)


def signed_in(app, name, password=OWN, page=SIGN_IN):
    at = app().run()
    at.switch_page(page).run()
    field(at, "Tên tài khoản").set_value(name)
    field(at, "Mật khẩu").set_value(password)
    button(at, "Đăng nhập").click().run()
    assert not at.exception
    return at


@pytest.mark.parametrize("path", [ROOT / page.path for page in PAGES if page.path != SIGN_IN], ids=lambda path: path.stem)
def test_each_screen_guards_itself_before_anything_is_read(path):
    steps = [
        node for node in ast.parse(path.read_text(encoding="utf-8")).body[1:] if not isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert "guards.require_" in ast.unparse(steps[0]), f"{path} begins with {ast.unparse(steps[0])}"


def test_private_reading_asks_for_a_sign_in_on_every_page_and_lets_any_account_read(app, monkeypatch):
    monkeypatch.setenv("READING", "private")
    at = app().run()
    for page in PAGES:
        at.switch_page(page.path).run()
        assert not at.exception and '<h1 class="say">Đăng nhập</h1>' in said(at), page.title
        assert "Lần cập nhật số liệu" not in said(at)
        assert "Hà Tĩnh" not in said(at) and not at.get("plotly_chart")
    account("nguoixem", role="reader")
    at = signed_in(app, "nguoixem", page="pages/leaders/overview.py")
    assert re.search(r"\d+ trong \d+ mục tiêu chưa đạt", said(at))


@pytest.mark.parametrize(
    ("value", "private"), [("", False), ("open", False), (" Open ", False), ("private", True), ("prívate", True)]
)
def test_a_misspelt_setting_is_the_safe_one(monkeypatch, value, private):
    from components.settings import private_reading

    monkeypatch.setenv("READING", value)
    assert private_reading() is private


def test_reading_is_open_and_managing_is_not(app):
    at = app().run()
    assert re.search(r"\d+ trong \d+", said(at))
    at.switch_page(ACCOUNTS).run()
    assert '<h1 class="say">Đăng nhập</h1>' in said(at) and "Thêm tài khoản" not in said(at)


def test_staff_may_upload_and_only_administrators_manage(app):
    account("canbo")
    at = signed_in(app, "canbo")
    at.switch_page(ACCOUNTS).run()
    assert "Tài khoản này chưa có quyền" in said(at) and not [one for one in at.button if one.label == "Thêm tài khoản"]

    def page():
        import streamlit as st

        from components.accounts import guards

        st.write(f"được phép: {guards.require_upload()}")

    for session, allowed in ((at.session_state["session"], True), (None, False)):
        asked = AppTest.from_function(page, default_timeout=60)
        if session:
            asked.session_state["session"] = session
        asked.run()
        assert ("được phép" in said(asked)) is allowed, said(asked)
    account("chixem", role="reader")
    asked = AppTest.from_function(page, default_timeout=60)
    asked.session_state["session"] = signed_in(app, "chixem").session_state["session"]
    assert "được phép" not in said(asked.run()) and "chưa có quyền" in said(asked)


def test_an_administrator_sees_how_old_the_newest_copy_is_and_makes_one(app, home, monkeypatch):
    monkeypatch.setenv("BACKUP_DIR", str(Path(home).parent / "sao-luu"))
    account("giukho", role="admin")
    at = signed_in(app, "giukho")
    at.switch_page(ACCOUNTS).run()
    assert "Chưa có bản sao lưu nào" in at.warning[0].value
    button(at, "Sao lưu ngay").click().run()
    assert not at.exception and not at.warning
    assert "Bản sao lưu gần nhất" in said(at) and "đã được mở thử và kiểm tra" in said(at)
    made = next((Path(home).parent / "sao-luu").iterdir())
    made.rename(made.with_name("kho-2026-01-02-020000.duckdb"))
    at.run()
    assert "02:00 ngày 02/01/2026" in at.error[0].value and "Đã quá hai ngày" in at.error[0].value
    monkeypatch.setattr(components.accounts.backup_panel, "back_up", lambda store: (_ for _ in ()).throw(OSError(28, "full")))
    button(at, "Sao lưu ngay").click().run()
    assert not at.exception and "ổ đĩa đầy" in said(at)


def test_a_one_time_password_leads_to_nothing_but_a_new_one(app):
    at = signed_in(app, "motlan", account("motlan", role="admin", own=False))
    assert "Đặt mật khẩu của bạn" in said(at)
    at.switch_page(ACCOUNTS).run()
    assert "Đặt mật khẩu của bạn" in said(at)
    for value, says in (("ngắn", "quá ngắn"), ("mật khẩu 123456", "quá dễ đoán")):
        for label in ("Mật khẩu mới (ít nhất 12 ký tự)", "Nhập lại mật khẩu mới"):
            field(at, label).set_value(value)
        button(at, "Đặt mật khẩu").click().run()
        assert says in at.error[0].value
    for label in ("Mật khẩu mới (ít nhất 12 ký tự)", "Nhập lại mật khẩu mới"):
        field(at, label).set_value(OWN)
    button(at, "Đặt mật khẩu").click().run()
    assert "tài khoản" in said(at) and [one for one in at.button if one.label == "Thêm tài khoản"]


def test_a_new_password_ends_every_other_session(app):
    account("haimay")
    one, two = signed_in(app, "haimay"), signed_in(app, "haimay")
    one.switch_page(SIGN_IN).run()
    field(one, "Mật khẩu đang dùng").set_value(OWN)
    for label in ("Mật khẩu mới (ít nhất 12 ký tự)", "Nhập lại mật khẩu mới"):
        field(one, label).set_value("trời xanh mây trắng")
    button(one, "Đổi mật khẩu").click().run()
    assert [one.value for one in one.success] == ["Đã đổi mật khẩu."] and not one.error
    assert "haimay" in said(one.run())
    assert "haimay" not in said(two.run()) and "session" not in two.session_state


def test_a_session_ends_in_time_at_a_block_and_at_a_restart(app, clock, monkeypatch):
    account("hetgio")
    at = signed_in(app, "hetgio")
    clock[0] += IDLE - 1
    assert "hetgio" in said(at.run())
    clock[0] += IDLE
    assert "hetgio" not in said(at.run())
    at = signed_in(app, "hetgio")
    administration.block_account(components.store.open_stores.open_store(), CLI, "hetgio")
    assert "hetgio" not in said(at.run())
    administration.block_account(components.store.open_stores.open_store(), CLI, "hetgio", blocked=False)
    at = signed_in(app, "hetgio")
    monkeypatch.setattr(components.accounts.session, "SESSIONS", Sessions())
    assert "hetgio" not in said(at.run())


@pytest.fixture
def made(monkeypatch):
    """The functions behind the download buttons of the last run, by label."""
    kept = {}
    monkeypatch.setattr("streamlit.download_button", lambda label, make, **rest: kept.update({label: make}))
    return kept


@pytest.mark.parametrize("what", ["block", "sign out", "idle"])
def test_nobody_gets_a_file_from_a_page_that_is_still_open_after_the_sign_in_is_over(app, home, made, clock, monkeypatch, what):
    monkeypatch.setenv("READING", "private")
    name = f"tai{len(what)}"
    account(name)
    at = signed_in(app, name)
    at.switch_page("pages/leaders/indicator.py").run()
    at.query_params["chi_tieu"] = "CQ.06"
    at.run()
    assert made["Tải số liệu (CSV)"]()
    if what == "block":
        administration.block_account(components.store.open_stores.open_store(), CLI, name)
    elif what == "sign out":
        components.accounts.session.SESSIONS.close(at.session_state["session"])
    else:
        clock[0] += IDLE
    for make in made.values():
        with pytest.raises(NotAllowed):
            make()
    newest = entries(str(home))[0]
    assert (newest.kind, newest.name) == ("refused", name)


def test_a_page_for_staff_hands_nothing_to_somebody_who_is_no_longer_staff(app, made):
    account("hetquyen")
    at = signed_in(app, "hetquyen")
    at.switch_page("pages/staff/update.py").run()
    template = made["Tải tệp mẫu (Excel)"]
    assert template()[:2] == b"PK"
    store = components.store.open_stores.open_store()
    administration.change_account(store, CLI, "hetquyen", display_name="X", role="reader", territories=())
    with pytest.raises(NotAllowed):
        template()


def phone_code(steps=0):
    """The code that the phone shows now, of the secret that stands on the page or in the store."""
    return lambda secret: pyotp.TOTP(secret).at(int(MOMENT.timestamp()) + steps * second_factor.STEP)


def test_a_second_factor_is_set_up_on_the_own_page_asked_at_the_next_sign_in_and_taken_off_by_an_administrator(app, monkeypatch):
    monkeypatch.setattr(second_factor, "now", lambda: MOMENT)
    account("codienthoai")
    at = signed_in(app, "codienthoai")
    at.switch_page(SIGN_IN).run()
    button(at, "Bật mã xác thực").click().run()
    secret = at.session_state["new_secret"]
    assert 'src="data:image/svg+xml' in said(at) and secret[:4] in said(at)
    field(at, "Mã sáu số trên điện thoại").set_value("000000")
    button(at, "Bật mã xác thực").click().run()
    assert "không đúng" in at.error[0].value
    field(at, "Mã sáu số trên điện thoại").set_value(phone_code(-1)(secret))
    button(at, "Bật mã xác thực").click().run()
    assert "Đang bật" in said(at) and "codienthoai" in said(at)
    other = signed_in(app, "codienthoai")
    assert "Mã xác thực" in said(other) and "session" not in other.session_state
    other.switch_page("pages/staff/update.py").run()
    assert "Tải tệp mẫu" not in said(other) and not other.get("download_button")
    field(other, "Mã sáu số trên điện thoại").set_value(phone_code()(secret))
    button(other, "Đăng nhập").click().run()
    other.switch_page(SIGN_IN).run()
    assert "Phiên đang mở" in said(other) and [one.label for one in other.button].count("Kết thúc") == 1
    account("quantrima", role="admin")
    admin = signed_in(app, "quantrima")
    admin.switch_page(ACCOUNTS).run()
    admin.selectbox(key="changed_account").set_value("codienthoai").run()
    button(admin, "Gỡ mã xác thực").click().run()
    assert "codienthoai" not in said(other.run()), "which ends its sessions"


@pytest.mark.parametrize(
    ("setting", "role", "asked"),
    [("admin", "admin", True), ("admin", "staff", False), ("all", "staff", True), ("", "admin", False)],
)
def test_where_it_is_required_nothing_opens_before_the_second_factor_is_there(app, monkeypatch, setting, role, asked):
    monkeypatch.setattr(second_factor, "now", lambda: MOMENT)
    monkeypatch.setenv("SECOND_FACTOR", setting)
    name = f"batbuoc{role}{setting}"
    account(name, role=role)
    at = signed_in(app, name)
    at.switch_page(SIGN_IN).run()
    assert ("Bật mã xác thực</h1>" in said(at)) is asked
    if asked:
        at.switch_page("pages/staff/update.py").run()
        assert "Bật mã xác thực</h1>" in said(at) and not at.get("download_button")
        field(at, "Mã sáu số trên điện thoại").set_value(phone_code()(at.session_state["new_secret"]))
        button(at, "Bật mã xác thực").click().run()
        assert "Bật mã xác thực</h1>" not in said(at) and at.get("download_button")


def test_a_page_that_somebody_may_not_use_is_a_refusal_of_the_record_once(app, home):
    account("khongquyen", role="reader")
    at = signed_in(app, "khongquyen")
    for page in (ACCOUNTS, ACCOUNTS):
        at.switch_page(page).run()
    assert "chưa có quyền" in said(at)
    refused = [entry for entry in entries(str(home)) if entry.name == "khongquyen" and entry.kind == "refused"]
    assert len(refused) == 1 and "người quản trị" in refused[0].about


def test_people_see_their_own_sessions_and_end_them(app):
    account("haiphien")
    account("nguoingoai")
    one, two, foreign = signed_in(app, "haiphien"), signed_in(app, "haiphien"), signed_in(app, "nguoingoai")
    one.switch_page(SIGN_IN).run()
    assert said(one).count("không rõ địa chỉ") == 2 and "Phiên này" in said(one)
    button(one, "Kết thúc").click().run()
    assert said(one).count("không rõ địa chỉ") == 1 and "haiphien" in said(one)
    assert "haiphien" not in said(two.run()) and "nguoingoai" in said(foreign.run())


def test_an_administrator_reads_the_record_and_narrows_it(app, home):
    account("quantrinhat", role="admin")
    at = signed_in(app, "quantrinhat", password="sai mật khẩu rồi")
    at = signed_in(app, "quantrinhat")
    at.switch_page(ACCOUNTS).run()
    table = at.dataframe[0].value
    assert list(table.columns) == ["Lúc", "Việc", "Ai", "Từ địa chỉ", "Về"]
    at.multiselect(key="record_who").set_value(["quantrinhat"]).run()
    assert list(at.dataframe[0].value["Việc"])[:2] == ["Đăng nhập", "Sai tên hoặc mật khẩu"]
    at.multiselect(key="record_kinds").set_value(["wrong_password"]).run()
    assert set(at.dataframe[0].value["Việc"]) == {"Sai tên hoặc mật khẩu"} and "trong đó" in said(at)
    button(at, "Kiểm tra nhật ký còn nguyên").click().run()
    assert at.success[0].value == "Mọi dòng còn nguyên như khi được ghi."


def test_signing_out_closes_the_session_on_the_server(app):
    account("rangoai")
    at = signed_in(app, "rangoai")
    key = at.session_state["session"]
    assert components.accounts.session.SESSIONS.use(key)
    at.button(key="sign_out").click().run()
    assert components.accounts.session.SESSIONS.use(key) is None and "rangoai" not in said(at)
    assert 'leaveCookie("' in said(at)


def test_waits_are_said_in_seconds(app):
    at = app().run()
    at.switch_page(SIGN_IN).run()
    for _ in range(4):
        field(at, "Tên tài khoản").set_value("khongcoai")
        field(at, "Mật khẩu").set_value("đoán mò một mật khẩu")
        button(at, "Đăng nhập").click().run()
    assert at.error[0].value == account_problem("wait", seconds=2)


def test_hostile_names_are_shown_as_text(app):
    store, hostile = components.store.open_stores.open_store(), "<img src=x onerror=alert(1)>"
    administration.create_account(store, CLI, name="xau", display_name=hostile, role="staff", territories=["42"])
    account("sep", role="admin")
    at = signed_in(app, "sep")
    at.switch_page(ACCOUNTS).run()
    assert hostile not in said(at) and "&lt;img" in said(at)


def vouched(app, secrets=SECRETS, **claims):
    at = app()
    at.secrets.update(secrets)
    at.user = {
        "is_logged_in": True,
        "sub": "7",
        "iss": "thu",
        "iat": time.time(),
        "email": "a@tinh.example",
        "name": "Người A",
        **claims,
    }
    components.accounts.session.vouched_for(at.user, address="127.0.0.1", browser="thử")  # the provider's answer comes in
    return at.run()


def test_who_comes_from_the_provider_has_the_mapped_role(app):
    at = vouched(app, groups=["cap-nhat"], dia_ban=["440"])
    assert "a@tinh.example · Cán bộ cập nhật: Huyện Đức Thọ" in said(at)
    at.switch_page(ACCOUNTS).run()
    assert "chưa có quyền" in said(at)
    at = vouched(app, groups=["quan-tri"], sub="8")
    at.switch_page(ACCOUNTS).run()
    assert [one for one in at.button if one.label == "Thêm tài khoản"]
    assert "Người xem" in said(vouched(app, groups=["la"], sub="9"))


def test_staff_open_the_page_of_uploads_at_their_own_unit(app):
    alone = vouched(app, groups=["cap-nhat"], dia_ban=["440"], sub="12")
    alone.switch_page("pages/staff/update.py").run()
    assert alone.selectbox[0].value == "440" and len(alone.selectbox[0].options) == 1
    at = vouched(app, groups=["cap-nhat"], dia_ban=["440", "42"], sub="13")
    at.switch_page("pages/staff/update.py").run()
    assert not at.exception and "Huyện Đức Thọ" in said(at) and at.selectbox[0].value == "440"
    at.selectbox[0].set_value("42").run()
    assert at.selectbox[0].value == "42" and at.query_params["dia_ban"] in ("42", ["42"])
    at.run()
    assert at.selectbox[0].value == "42"


def test_a_vouched_sign_in_is_over_after_eight_hours_or_an_idle_one_although_its_cookie_lasts_longer(app, clock):
    at = vouched(app, sub="10")
    for _ in range(int(LONGEST / (IDLE - 60))):
        clock[0] += IDLE - 60
        assert "a@tinh.example" in said(at.run())
    clock[0] += LONGEST % (IDLE - 60) + 1
    assert "a@tinh.example" not in said(at.run())
    at = vouched(app, iat=clock[0], sub="11")
    assert "a@tinh.example" in said(at)
    clock[0] += IDLE
    assert "a@tinh.example" not in said(at.run())


def test_a_vouched_sign_in_does_not_come_back_with_a_new_server(app, clock, monkeypatch):
    at = vouched(app, sub="14")
    assert "a@tinh.example" in said(at)
    monkeypatch.setattr(components.accounts.session, "SESSIONS", Sessions(lambda: clock[0]))
    assert "a@tinh.example" not in said(at.run())


def test_accounts_of_the_store_are_off_beside_a_provider_unless_allowed(app):
    account("tronghai")
    for local, fields in ((False, 0), (True, 1), ("yes", 0)):
        at = app()
        at.secrets.update({**SECRETS, "access": {**SECRETS["access"], "local": local}})
        at.user = {"is_logged_in": False}
        at.run()
        at.switch_page(SIGN_IN).run()
        assert [one.label for one in at.button].count("Đăng nhập bằng tài khoản cơ quan") == 1
        assert [one.label for one in at.text_input].count("Mật khẩu") == fields
    session = signed_in(app, "tronghai").session_state["session"]
    at = app()
    at.secrets.update(SECRETS)
    at.user = {"is_logged_in": False}
    at.session_state["session"] = session
    assert "tronghai" not in said(at.run())


def test_a_claim_that_is_there_without_a_provider_gives_nothing(app):
    at = app()
    at.user = {"is_logged_in": True, "sub": "7", "email": "a@tinh.example", "groups": ["quan-tri"]}
    at.run()
    at.switch_page(ACCOUNTS).run()
    assert '<h1 class="say">Đăng nhập</h1>' in said(at)


def test_the_first_password_is_printed_and_only_as_long_as_nobody_has_used_it(app, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DATA_URL", str(tmp_path / "moi.duckdb"))
    app().run()
    assert capsys.readouterr().err.count("mật khẩu dùng một lần") == 1
    app().run()
    assert "mật khẩu dùng một lần" not in capsys.readouterr().err
    components.store.store_access.close_all()
    app().run()
    assert capsys.readouterr().err.count("mật khẩu dùng một lần") == 1
    account("nguoikhac", role="admin")
    components.store.store_access.close_all()
    app().run()
    assert "mật khẩu dùng một lần" not in capsys.readouterr().err


def test_a_person_is_what_others_rely_on():
    assert list(Person.__dataclass_fields__) == ["name", "display_name", "role", "territories", "source", "token_id", "bounds"]
    assert CLI.name == "shell" and CLI.role == "admin" and CLI.territories == ("*",) and CLI.source == "shell"
