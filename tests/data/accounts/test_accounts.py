"""Who may do what: signing in, slowing down, sessions, and what administrators do."""

import csv
import re
import shutil
import threading
import time
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from argon2 import PasswordHasher, extract_parameters

from data.__main__ import main
from data.accounts import administration, sign_in
from data.accounts.administration import FIRST
from data.accounts.passwords import browser_mark, hashed, is_browser_of, matches, one_time_password, weakness
from data.accounts.sessions import IDLE, LONGEST, TICKET, Sessions, since_boot
from data.accounts.sign_in import CLI, AccountError, Person, current_person
from data.accounts.throttle import ADDRESS_FREE, ADDRESS_LONGEST, ALL_FREE, FORGOTTEN_AFTER, ONE_FREE, ONE_LONGEST, Throttle
from data.operations.turns import Busy, Turns, waits_told
from queries.accounts import stored_account, stored_accounts
from queries.reads import account_list
from queries.schema import PUBLISHED
from queries.sqlfile import names, sql_file
from queries.store import Store

GOOD = "bốn mùa lúa chín vàng"


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture(scope="module")
def kept(new_seed_store):
    """One store for the tests of this file that do not count accounts."""
    return new_seed_store()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def throttle(clock):
    return Throttle(clock)


def refused(code):
    """Expects an AccountError with that code."""
    return pytest.raises(AccountError, check=lambda error: error.code == code)


def join(store, name, role="staff", territories=("42",)):
    """A new account that has set its own password."""
    first = administration.create_account(store, CLI, name=name, display_name=f"Người {name}", role=role, territories=territories)
    return sign_in.change_password(store, Throttle(), name, first, GOOD).person


# --- rights


def test_rights_follow_role_and_territory():
    staff = Person("a", "A", "staff", ("436",), "local")
    assert staff.may_upload and staff.may_write("18070", "436", "42") and staff.may_write("436", "42", "42")
    assert not staff.may_write("18127", "437", "42") and not staff.may_write("42", None, "42")
    assert Person("a", "A", "staff", ("42",), "oidc").may_write("18127", "437", "42")
    assert Person("a", "A", "staff", ("*",), "oidc").may_write("75", None, "75")
    assert not Person("a", "A", "staff", (), "oidc").may_write("42", None, "42")
    assert not Person("a", "A", "staff", (), "oidc").may_write(None, None, None)
    assert CLI.may_write("1", None, None) and CLI.may_upload
    reader = Person("a", "A", "reader", ("*",), "oidc")
    assert not reader.may_upload and not reader.may_write("42", None, "42")


def test_a_person_is_read_again_inside_the_transaction(kept):
    person = join(kept, "doclai", territories=("42",))
    seen = lambda: kept.write(lambda cursor: current_person(cursor, person))
    assert seen() == person
    administration.change_account(kept, CLI, "doclai", display_name="Mới", role="staff", territories=("436", "437"))
    assert seen() == Person("doclai", "Mới", "staff", ("436", "437"), "local")
    administration.change_account(kept, CLI, "doclai", display_name="Mới", role="reader", territories=())
    assert seen() is None
    administration.change_account(kept, CLI, "doclai", display_name="Mới", role="staff", territories=("42",))
    administration.block_account(kept, CLI, "doclai")
    assert seen() is None
    administration.block_account(kept, CLI, "doclai", blocked=False)
    assert seen().role == "staff"
    administration.reset_password(kept, CLI, "doclai")
    assert seen() is None
    gone = Person("khongco", "K", "admin", ("*",), "local")
    vouched = Person("khongco", "K", "staff", ("42",), "oidc")
    assert kept.write(lambda cursor: [current_person(cursor, one) for one in (gone, vouched, CLI)]) == [None, vouched, CLI]


# --- passwords


def test_a_hash_is_argon2id_of_full_strength_and_never_the_same_twice(real_hashes):
    one, two = hashed(GOOD), hashed(GOOD)
    strength = extract_parameters(one)
    assert strength.memory_cost >= 64 * 1024 and strength.time_cost >= 3, "RFC 9106, second recommended option"
    assert one.startswith("$argon2id$") and one != two and GOOD not in one
    assert matches(GOOD, one) and not matches(GOOD + "x", one) and not matches(GOOD, None) and not matches(GOOD, "hỏng")


def test_the_same_password_from_another_vietnamese_keyboard_is_right():
    assert matches(unicodedata.normalize("NFD", GOOD), hashed(unicodedata.normalize("NFC", GOOD)))


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("ngắn quá", "short"),
        ("x1y2" * 60, "long"),
        ("aaaaabbbbbcccc", "simple"),
        ("toi la DucTho 2024", "own_name"),
        ("Mật khẩu 123456", "worn"),
        ("Admin@123456", "worn"),
        ("iloveyou1234", "worn"),
        ("Password2024!", "worn"),
        ("qwertyuiop12", "worn"),
        ("1q2w3e4r5t6y", "worn"),
        ("sunshine1990", "worn"),
        (GOOD, None),
        ("tr0i-xanh-may-trang", None),
    ],
)
def test_weak_passwords_are_named(password, code):
    assert weakness(password, "duc.tho") == code


def test_one_time_passwords_are_long_random_and_without_lookalikes():
    made = {one_time_password() for _ in range(200)}
    assert len(made) == 200
    assert all(
        re.fullmatch(r"[a-hjkmnp-z2-9]{5}(-[a-hjkmnp-z2-9]{5}){3}", one) and weakness(one, "quan-tri") is None for one in made
    )


# --- signing in


def test_a_one_time_password_must_be_changed_and_works_once(kept):
    first = administration.create_account(kept, CLI, name="motlan", display_name="Một Lần", role="staff", territories=["42"])
    assert sign_in.sign_in(kept, Throttle(), "motlan", first).one_time
    with refused("same"):
        sign_in.change_password(kept, Throttle(), "motlan", first, first)
    with refused("short"):
        sign_in.change_password(kept, Throttle(), "motlan", first, "ngắn")
    assert not sign_in.change_password(kept, Throttle(), "motlan", first, GOOD).one_time
    signed = sign_in.sign_in(kept, Throttle(), " MotLan ", GOOD)
    assert signed.person == Person("motlan", "Một Lần", "staff", ("42",), "local") and not signed.one_time
    with refused("wrong"):
        sign_in.sign_in(kept, Throttle(), "motlan", first)


@pytest.mark.parametrize(
    "common",
    ["password", "iloveyou", "dragon", "baseball", "superman", "trustno1", "letmein", "football", "starwars", "whatever"],
)
def test_the_commonest_passwords_made_long_by_numbers_or_by_saying_them_twice_are_refused(common):
    assert weakness(f"{common}{common}", "x") and weakness(f"{common}123456789"[:14].ljust(12, "1"), "x")


def test_a_one_time_password_opens_nothing_after_72_hours(own_store, monkeypatch):
    first = administration.create_account(own_store, CLI, name="hanche", display_name="H", role="staff", territories=["42"])
    real = sign_in.utc_now
    monkeypatch.setattr(sign_in, "utc_now", lambda: real() + timedelta(hours=71, minutes=59))
    assert sign_in.sign_in(own_store, Throttle(), "hanche", first).one_time
    administration.change_account(
        own_store, CLI, "hanche", display_name="Khác", role="staff", territories=["42"]
    )  # does not begin anew
    monkeypatch.setattr(sign_in, "utc_now", lambda: real() + timedelta(hours=72))
    with refused("one_time_over"):
        sign_in.sign_in(own_store, Throttle(), "hanche", first)
    with refused("wrong"):
        sign_in.sign_in(own_store, Throttle(), "hanche", "sai mật khẩu rồi")
    again = administration.reset_password(own_store, CLI, "hanche")
    monkeypatch.setattr(sign_in, "utc_now", real)
    assert sign_in.sign_in(own_store, Throttle(), "hanche", again).one_time


def test_a_blocked_account_is_told_so_only_with_the_right_password(kept):
    join(kept, "bikhoa")
    administration.block_account(kept, CLI, "bikhoa")
    with refused("blocked"):
        sign_in.sign_in(kept, Throttle(), "bikhoa", GOOD)
    with refused("wrong"):
        sign_in.sign_in(kept, Throttle(), "bikhoa", "sai mật khẩu rồi")


def test_an_unknown_name_costs_as_much_work_as_a_known_one(kept, monkeypatch):
    """Counted rather than timed: one Argon2 check of equal strength either way, and the same words."""
    join(kept, "cothat")
    checked = []
    real = PasswordHasher.verify
    monkeypatch.setattr(PasswordHasher, "verify", lambda self, h, p: checked.append(extract_parameters(h)) or real(self, h, p))
    texts = []
    for name in ("cothat", "khongcothat"):
        with refused("wrong") as caught:
            sign_in.sign_in(kept, Throttle(), name, "sai mật khẩu rồi")
        texts.append(str(caught.value))
    assert len(checked) == 2 and checked[0] == checked[1] and len(set(texts)) == 1


def test_wrong_passwords_wait_longer_and_longer_also_for_unknown_names(kept, throttle, clock):
    for name in ("cham", "khongcoten"):
        if name == "cham":
            join(kept, "cham")
        waits = []
        for _ in range(9):
            with pytest.raises(AccountError) as caught:
                sign_in.sign_in(kept, throttle, name, "sai mật khẩu rồi", source="10.0.0.1")
            if caught.value.code == "wait":
                waits.append(caught.value.arguments["seconds"])
                assert f"{waits[-1]} giây" in str(caught.value)
                clock.now += waits[-1]
        assert waits == [2, 4, 8], name  # three free, then each admitted attempt makes the next wait longer
        clock.now += FORGOTTEN_AFTER


def test_an_attempt_during_a_wait_is_not_checked_and_does_not_lengthen_it(kept, throttle, clock):
    join(kept, "kientri")
    for _ in range(ONE_FREE):
        with refused("wrong"):
            sign_in.sign_in(kept, throttle, "kientri", "sai mật khẩu rồi")
    for _ in range(50):
        with refused("wait"):
            sign_in.sign_in(kept, throttle, "kientri", GOOD)
    clock.now += 2
    assert sign_in.sign_in(kept, throttle, "kientri", GOOD).person.name == "kientri"
    with refused("wrong"):  # and the failures are forgotten
        sign_in.sign_in(kept, throttle, "kientri", "sai mật khẩu rồi")


def test_a_flood_of_wrong_passwords_slows_but_never_locks_the_administrator_out(kept, throttle, clock):
    join(kept, "quantrivien", role="admin")
    mark = sign_in.sign_in(kept, throttle, "quantrivien", GOOD, source="10.0.0.2").mark
    admitted = 0
    for _ in range(3600):  # an hour of one attempt a second from one place
        admitted += throttle.admit("quantrivien", "address 10.9.9.9") is None
        clock.now += 1
    assert 100 < admitted <= 3600 // ONE_LONGEST + 10
    assert throttle.admit("quantrivien", "address 10.9.9.9").seconds <= ONE_LONGEST
    assert sign_in.sign_in(kept, throttle, "quantrivien", GOOD, source="10.0.0.2")  # from another place: at once
    assert sign_in.sign_in(
        kept, throttle, "quantrivien", GOOD, source="10.9.9.9", mark=mark
    )  # from a known browser behind the same door
    clock.now += ONE_LONGEST
    assert sign_in.sign_in(
        kept, throttle, "quantrivien", GOOD, source="10.9.9.9"
    )  # from the flooded place itself: after the wait


def test_one_name_tried_from_many_places_has_a_wait_of_its_own_that_known_browsers_and_other_names_do_not_feel(throttle, clock):
    admitted = 0
    for number in range(600):
        admitted += throttle.admit("mottên", f"address {number}") is None
        clock.now += 0.1
    wait = throttle.admit("mottên", "address moi")
    assert admitted < 60 and wait.seconds in range(1, 6) and not wait.own
    assert throttle.admit("mottên", "browser x", known=True) is None
    assert throttle.admit("khác", "address 1") is None


def test_a_flood_of_invented_names_from_one_address_keeps_no_colleague_there_out(kept, clock, monkeypatch):
    pauses = []
    monkeypatch.setattr("time.sleep", pauses.append)
    throttle = Throttle(clock)
    join(kept, "dongnghiep")
    for number in range(300):
        with refused("wrong"):
            sign_in.sign_in(kept, throttle, f"bịa{number}", "sai mật khẩu rồi", source="10.0.0.1")
    assert sign_in.sign_in(kept, throttle, "dongnghiep", GOOD, source="10.0.0.1").person.name == "dongnghiep"
    assert pauses[:ADDRESS_FREE] == [0.0] * ADDRESS_FREE and pauses[-1] == ADDRESS_LONGEST, (
        "the guesser is answered later and later"
    )


def test_four_who_sign_in_rightly_at_once_do_not_wait_for_one_another(kept, throttle):
    names = [f"bonnguoi{number}" for number in range(4)]
    for name in names:
        join(kept, name)
    for number in range(30):
        throttle.admit(f"bịa{number}", "address 10.0.0.1")
    with ThreadPoolExecutor(4) as pool:
        signed = list(pool.map(lambda name: sign_in.sign_in(kept, throttle, name, GOOD, source="10.0.0.1").person.name, names))
    assert signed == names


def test_who_waits_is_told_why(kept, throttle):
    join(kept, "duocbiet")
    for number in range(ALL_FREE):
        with refused("wrong"):
            sign_in.sign_in(kept, throttle, "duocbiet", "sai mật khẩu rồi", source=f"10.0.1.{number}")
    with refused("wait_name") as caught:
        sign_in.sign_in(kept, throttle, "duocbiet", GOOD, source="10.0.0.9")
    assert "không phải do bạn" in str(caught.value)
    for _ in range(ONE_FREE):
        with refused("wrong"):
            sign_in.sign_in(kept, throttle, "saiomay", "sai mật khẩu rồi", source="10.0.0.9")
    with refused("wait") as caught:
        sign_in.sign_in(kept, throttle, "saiomay", GOOD, source="10.0.0.9")
    assert "của bạn" in str(caught.value)


def test_a_password_of_megabytes_costs_nothing(kept, monkeypatch):
    seen = []
    monkeypatch.setattr("unicodedata.normalize", lambda form, text: seen.append(len(text)) or text)
    with refused("wrong"):
        sign_in.sign_in(kept, Throttle(), "khongco", "x" * 9_000_000)
    assert weakness("x" * 9_000_000, "a") == "long" and max(seen) <= 800


# --- turns


def test_work_takes_turns_by_source_and_a_crowd_of_one_keeps_nobody_else_out():
    turns, order, hold = Turns(1, waiting=5), [], threading.Event()

    def work(source):
        with turns.turn(source):
            order.append(source)
            hold.wait(10)

    crowd = [threading.Thread(target=work, args=("đông",)) for _ in range(4)]
    for thread in crowd:
        thread.start()
    _until(lambda: len(turns._line) == 3 and len(order) == 1)
    alone = threading.Thread(target=work, args=("một",))
    alone.start()
    _until(lambda: len(turns._line) == 4)
    hold.set()
    for thread in [*crowd, alone]:
        thread.join(10)
    assert order == ["đông", "một", "đông", "đông", "đông"]


def test_a_wait_is_told_and_too_many_of_one_source_are_sent_away():
    turns, told, hold = Turns(1, waiting=1), [], threading.Event()

    def work():
        with waits_told(told.append), turns.turn("a"):
            hold.wait(10)

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
        _until(lambda: turns._running)
    _until(lambda: len(turns._line) == 1)
    with pytest.raises(Busy), turns.turn("a"):
        pytest.fail("it is nobody's turn")
    hold.set()
    for thread in threads:
        thread.join(10)
    assert told == [1] and turns._line == [] and turns._running == []


def _until(true):
    for _ in range(2000):
        if true():
            return
        time.sleep(0.005)
    pytest.fail("never")


def test_many_attempts_at_once_do_not_slip_through(throttle):
    outcomes = []
    threads = [threading.Thread(target=lambda: outcomes.append(throttle.admit("x", "y"))) for _ in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert outcomes.count(None) == ONE_FREE


def test_the_mark_of_a_browser_belongs_to_one_password():
    one = hashed(GOOD)
    mark = browser_mark(one)
    assert is_browser_of(mark, one) and not is_browser_of(mark, hashed(GOOD)) and not is_browser_of(mark[:-1] + "x", one)
    assert not is_browser_of("", one) and not is_browser_of(mark, None) and not is_browser_of("đ.ă", one)


# --- sessions


def test_a_session_ends_after_eight_hours_and_after_half_an_hour_without_use(clock):
    sessions = Sessions(clock)
    idle, busy = sessions.open("a", 1), sessions.open("a", 1)
    for _ in range(int(LONGEST / (IDLE - 1))):
        clock.now += IDLE - 1
        assert sessions.use(busy)
    clock.now = 1000 + LONGEST
    assert sessions.use(busy) is None and sessions.use(idle) is None
    clock.now = 1000.0
    assert sessions.use(busy) is None, "an ended session does not come back"
    other = sessions.open("a", 1)
    clock.now += IDLE
    assert sessions.use(other) is None


def test_a_ticket_gives_a_token_once_and_soon_and_only_its_hash_is_kept(clock):
    sessions = Sessions(clock)
    key = sessions.open("a", 1, "dấu")
    ticket = sessions.ticket(key)
    assert sessions.ticket(key) == ticket and sessions.redeem("khác") is None and sessions.redeem("") is None
    token, mark = sessions.redeem(ticket)
    assert mark == "dấu" and sessions.of_token(token) == key and sessions.redeem(ticket) is None and sessions.ticket(key) is None
    assert token not in repr(vars(sessions)) and sessions.of_token("") is None and sessions.of_token(token + "x") is None
    late = sessions.open("a", 1)
    ticket = sessions.ticket(late)
    clock.now += TICKET
    assert sessions.redeem(ticket) is None and sessions.ticket(late) not in (None, ticket)
    sessions.close(key)
    assert sessions.use(sessions.of_token(token)) is None
    closed = sessions.open("a", 1)
    ticket = sessions.ticket(closed)
    sessions.close(closed)
    assert sessions.redeem(ticket) is None and sessions.use("bịa") is None and sessions.use(None) is None


def test_a_sign_in_that_a_provider_vouches_for_begins_with_its_answer_and_ends_by_the_same_rules(clock):
    sessions = Sessions(clock)
    assert sessions.use("k") is None, "before its answer came in, and after a restart, there is no such sign-in"
    sessions.open_vouched("k", "a")
    clock.now += IDLE - 1
    assert sessions.use("k").name == "a"
    clock.now += IDLE
    assert sessions.use("k") is None
    sessions.open_vouched("k2", "a")
    sessions.close("k2")
    assert sessions.use("k2") is None and Sessions(clock).use("k2") is None


def test_a_clock_that_is_set_back_makes_no_session_longer(monkeypatch):
    monkeypatch.setattr("time.time", lambda: 0.0)
    first = since_boot()
    sessions = Sessions()
    key = sessions.open("a", 1)
    assert since_boot() >= first > 0 and sessions.use(key) and sessions._clock is since_boot


def test_idle_time_is_what_the_operator_sets(clock):
    sessions = Sessions(clock, idle=lambda: 600)
    key = sessions.open("a", 1)
    clock.now += 599
    assert sessions.use(key)
    clock.now += 600
    assert sessions.use(key) is None


def test_somebodys_sessions_are_theirs_alone_and_only_those_that_go_on(clock):
    sessions = Sessions(clock)
    first = sessions.open("a", 1, address="10.0.0.1", browser="Firefox")
    clock.now += 1
    second, _ = sessions.open("a", 1), sessions.open("b", 1)
    sessions.open_vouched("oidc a", "a")
    assert list(sessions.of_name("a", vouched=False)) == [second, first] and list(sessions.of_name("a", vouched=True)) == [
        "oidc a"
    ]
    assert sessions.of_name("a", vouched=False)[first].browser == "Firefox"
    sessions.close(first)
    assert list(sessions.of_name("a", vouched=False)) == [second]
    ticket = sessions.ticket(second)
    sessions.end_all()
    assert not any(sessions.of_name(name, vouched=vouched) for name in "ab" for vouched in (False, True))
    assert sessions.redeem(ticket) is None


# --- administrators


@pytest.mark.both_engines
def test_accounts_are_only_appended_and_a_hash_is_nowhere_but_in_its_table(own_store, tmp_path):
    first, password = administration.first_password(own_store)
    sign_in.change_password(own_store, Throttle(), first, password, GOOD)
    administration.create_account(
        own_store, CLI, name="duc.tho", display_name="Huyện Đức Thọ", role="staff", territories=["440", "440"]
    )
    administration.change_account(own_store, CLI, "duc.tho", display_name="Đức  Thọ ", role="staff", territories=["440", "436"])
    history = own_store.select("select change_number, name, territories from account order by change_number")
    assert history["change_number"].tolist() == [1, 2, 3, 4]
    assert history["territories"].tolist() == ["*", "*", "440", "436,440"]
    listed = account_list(own_store)
    assert [(row.name, row.display_name, row.role) for row in listed] == [
        (FIRST, "Quản trị", "admin"),
        ("duc.tho", "Đức Thọ", "staff"),
    ]
    for kind in ("views", "reads"):
        holding = [name for name in names(kind) if "password_hash" in sql_file(kind, name).statement]
        assert holding == (["account_now"] if kind == "views" else [])
    assert "account_now" not in PUBLISHED
    from data.export import export

    for path, _ in export(own_store, tmp_path):
        assert b"argon2" not in path.read_bytes(), path
    assert all(meaning.startswith("-") for _, meaning in sql_file("tables", "account").columns.values())


def test_only_administrators_manage_accounts(kept):
    staff, admin = join(kept, "canbo"), join(kept, "truong", role="admin")
    pretender = Person("canbo", "Giả", "admin", ("*",), "local")
    asks = [
        lambda by: administration.create_account(kept, by, name="moi1", display_name="Mới", role="admin", territories=[]),
        lambda by: administration.change_account(kept, by, "canbo", display_name="Mới", role="admin", territories=[]),
        lambda by: administration.block_account(kept, by, "truong"),
        lambda by: administration.reset_password(kept, by, "truong"),
    ]
    before = len(kept.select("select * from account"))
    for ask in asks:
        for by in (staff, pretender, Person("x", "X", "staff", ("*",), "oidc"), Person("x", "X", "admin", ("*",), "local")):
            with refused("not_admin"):
                ask(by)
    assert len(kept.select("select * from account")) == before
    password = administration.create_account(kept, admin, name="moi1", display_name="Mới", role="reader", territories=["42"])
    assert sign_in.sign_in(kept, Throttle(), "moi1", password).person == Person("moi1", "Mới", "reader", (), "local")
    assert stored_account(kept, "moi1").changed_by == "truong"


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("bad_name", {"name": "Đức Thọ"}),
        ("bad_name", {"name": "x"}),
        ("bad_name", {"name": "shell"}),
        ("bad_name", {"name": "a,b"}),
        ("bad_display_name", {"display_name": "  "}),
        ("bad_display_name", {"display_name": "x" * 81}),
        ("bad_role", {"role": "chu"}),
        ("bad_territory", {"territories": ["42", "ZZ"]}),
        ("no_territory", {"territories": []}),
    ],
)
def test_what_is_wrong_with_a_new_account_is_said(kept, code, facts):
    with refused(code) as caught:
        administration.create_account(
            kept, CLI, **{"name": "dung", "display_name": "Đúng", "role": "staff", "territories": ["42"], **facts}
        )
    assert "{" not in str(caught.value) and stored_account(kept, "dung") is None


def test_a_name_is_given_once(kept):
    join(kept, "trung")
    with refused("taken"):
        administration.create_account(kept, CLI, name=" TRUNG", display_name="Khác", role="reader", territories=[])


def test_the_last_administrator_stays(own_store):
    one = join(own_store, "mot", role="admin")
    outside = Person("mot@tinh.vn", "M", "admin", ("*",), "oidc")
    with refused("last_admin"):
        administration.block_account(own_store, outside, "mot")
    with refused("last_admin"):
        administration.change_account(own_store, outside, "mot", display_name="M", role="staff", territories=["42"])
    two = join(own_store, "hai", role="admin")
    for ask in (
        lambda: administration.block_account(own_store, one, "mot"),
        lambda: administration.change_account(own_store, one, "mot", display_name="M", role="reader", territories=[]),
        lambda: administration.reset_password(own_store, one, "mot"),
    ):
        with refused("oneself"):
            ask()
    administration.block_account(own_store, two, "mot")
    with refused("last_admin"):
        administration.block_account(own_store, outside, "hai")
    administration.change_account(own_store, two, "hai", display_name="Tên mới", role="admin", territories=[])
    with refused("unknown"):
        administration.block_account(own_store, two, "khongco")


@pytest.mark.both_engines
def test_two_administrators_who_block_each_other_at_once_leave_one(own_store):
    people = [join(own_store, "trai", role="admin"), join(own_store, "phai", role="admin")]
    outcomes = []

    def block(by, name):
        try:
            administration.block_account(own_store, by, name)
            outcomes.append("done")
        except AccountError as error:
            outcomes.append(error.code)

    threads = [threading.Thread(target=block, args=pair) for pair in zip(people, ("phai", "trai"), strict=True)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["done", "not_admin"]
    assert [row.blocked for row in stored_accounts(own_store)].count(False) == 1


# --- the first administrator


def test_the_first_password_is_new_at_each_start_until_it_was_used(store_file, tmp_path):
    path = shutil.copy(store_file, tmp_path / "kho.duckdb")
    made = Store.open(path)
    name, first = administration.first_password(made)
    made.close()
    store = Store.open(path)
    again = administration.first_password(store)
    assert again[0] == name == FIRST and again[1] != first
    with refused("wrong"):
        sign_in.sign_in(store, Throttle(), name, first)
    assert not [one for one in (first, again[1]) if one.encode() in path.read_bytes()]
    sign_in.change_password(store, Throttle(), name, again[1], GOOD)
    assert administration.first_password(store) is None
    administration.create_account(store, CLI, name="hai", display_name="Hai", role="staff", territories=["42"])
    assert administration.first_password(store) is None
    store.close()


def test_the_shell_gives_a_lost_administrator_a_new_password(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DATA_URL", str(tmp_path / "kho.duckdb"))
    assert main(["admin-password"]) == 2 and "Chưa có kho số liệu" in capsys.readouterr().err
    main(["init"])
    capsys.readouterr()
    assert main(["admin-password"]) == 0
    printed = capsys.readouterr().out
    password = re.search(r"dùng một lần: (\S+)", printed)[1]
    assert f"Tài khoản: {FIRST}" in printed
    store = Store.open(tmp_path / "kho.duckdb")
    assert sign_in.sign_in(store, Throttle(), FIRST, password).one_time
    assert administration.first_password(store) is None, "what the shell gave stays"
    join(store, "canbo")
    administration.block_account(store, CLI, "canbo")
    store.close()
    assert main(["admin-password", "canbo"]) == 0 and main(["admin-password", "Tên Sai"]) == 2
    capsys.readouterr()
    assert main(["admin-password", "go.nham"]) == 2 and "thêm --new" in capsys.readouterr().err
    store = Store.open(tmp_path / "kho.duckdb")
    assert stored_account(store, "go.nham") is None
    store.close()
    assert main(["admin-password", "nguoi.moi", "--new"]) == 0
    store = Store.open(tmp_path / "kho.duckdb")
    assert stored_account(store, "nguoi.moi").role == "admin"
    row = stored_account(store, "canbo")
    assert (row.role, row.blocked, row.one_time, row.display_name) == ("admin", False, True, "Người canbo")
    store.close()
    assert main(["export", str(tmp_path / "ra")]) == 0
    for path in (tmp_path / "ra").glob("*.csv"):
        assert not {"password_hash", "territories"} & set(next(csv.reader(path.open(encoding="utf-8-sig"))))
