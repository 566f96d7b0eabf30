"""Access tokens: made by administrators, shown once, kept as hashes, narrowed, dated, revocable."""

from datetime import date, timedelta

import pytest

from data.accounts import record
from data.accounts.sign_in import CLI, AccountError, Person, current_person
from data.accounts.tokens import LONGEST, create_token, holder, revoke_token
from data.vietnamese.dates import on_day
from queries.accounts import write_account
from queries.reads import access_token_list
from queries.schema import PUBLISHED
from queries.sqlfile import names

DAY = date(2026, 12, 1)


@pytest.fixture
def store(own_store):
    """A store with staff of two districts, one of them blocked later, and an administrator."""
    rows = [("can-bo", "staff", "440,18073"), ("lanh-dao", "reader", ""), ("quan-tri-2", "admin", "*")]
    for name, role, codes in rows:
        own_store.write(lambda cursor, name=name, role=role, codes=codes: _account(cursor, name, role, codes))
    with on_day(DAY):
        yield own_store


def _account(cursor, name, role, codes, **more):
    row = {
        "name": name,
        "display_name": name,
        "role": role,
        "territories": codes,
        "password_hash": "x",
        "one_time": False,
        "blocked": False,
    }
    write_account(cursor, {**row, **more}, changed_by="thu")


def made(store, **facts):
    return create_token(store, CLI, **{"label": "Power BI", "scope": "read", "expires_on": DAY + timedelta(days=30), **facts})


def refused(code, act):
    with pytest.raises(AccountError) as raised:
        act()
    assert raised.value.code == code


def test_a_token_reads_until_its_last_day_is_over(store):
    token = made(store)
    assert holder(store, token).label == "Power BI" and holder(store, token).person is None
    with on_day(DAY + timedelta(days=30)):
        assert holder(store, token)
    with on_day(DAY + timedelta(days=31)):
        refused("token_wrong", lambda: holder(store, token))


def test_the_token_itself_stands_nowhere(store):
    token = made(store)
    for table in names("tables"):
        rows = store.inside(lambda cursor, table=table: cursor.table(table).fetchall())
        assert not [row for row in rows if any(token in str(value) or token[3:] in str(value) for value in row)], table
    assert "access_token" not in PUBLISHED and len(token) > 40
    assert "token_hash" not in access_token_list(store).columns


def test_a_revoked_token_is_worth_nothing_at_once_and_a_second_time_is_told(store):
    token = made(store)
    revoke_token(store, CLI, holder(store, token).token_id)
    refused("token_wrong", lambda: holder(store, token))
    refused("token_unknown", lambda: revoke_token(store, CLI, access_token_list(store)[0].token_id))
    refused("token_unknown", lambda: revoke_token(store, CLI, "khongco"))


@pytest.mark.parametrize("guess", ["", "ct_", "ct_" + "a" * 43, "x" * 9_000_000])
def test_a_guess_is_refused(store, guess):
    made(store)
    refused("token_wrong", lambda: holder(store, guess))


def test_uploads_have_the_rights_of_the_account_narrowed_to_the_token(store):
    everything = holder(store, made(store, scope="upload", owner="can-bo")).person
    assert (everything.name, everything.role, everything.source) == ("can-bo", "staff", "token")
    assert set(everything.territories) == {"440", "18073"}
    narrow = holder(store, made(store, scope="upload", owner="can-bo", territories=["440"])).person
    assert narrow.territories == ("440",)
    below = store.select("select code from unit where parent_code = '440' limit 1").code
    if len(below):
        assert holder(store, made(store, scope="upload", owner="can-bo", territories=[below[0]])).person.territories == (
            below[0],
        )


def test_a_narrowed_token_reaches_no_state_of_a_unit_that_its_account_does_not_reach(store):
    """18229 lay in the district of 440 until 01/07/2025; today it lies in the province alone."""
    states = store.select("select parent_code, province_code, valid_to from unit where code = '18229' order by valid_from")
    assert states.parent_code.iloc[0] == "440" != states.parent_code.iloc[-1]
    person = holder(store, made(store, scope="upload", owner="can-bo", territories=["18229"])).person
    assert person.may_write("18229", "440", "42") and not person.may_write("18229", "42", "42")


def test_a_token_of_an_administrator_uploads_everywhere_and_manages_nothing(store):
    person = holder(store, made(store, scope="upload", owner="quan-tri-2")).person
    assert (person.role, person.territories, person.may_write("79", None, "79")) == ("staff", ("*",), True)
    refused("not_admin", lambda: create_token(store, person, label="x", scope="read", expires_on=DAY))


def test_what_the_account_may_no_longer_do_its_tokens_may_not_either(store):
    token = made(store, scope="upload", owner="can-bo", territories=["440"])
    person = holder(store, token).person
    store.write(lambda cursor: _account(cursor, "can-bo", "staff", "18073"))
    assert holder(store, token).person.territories == ()
    store.write(lambda cursor: _account(cursor, "can-bo", "staff", "440", blocked=True))
    refused("token_wrong", lambda: holder(store, token))
    assert store.inside(lambda cursor: current_person(cursor, person)) is None
    store.write(lambda cursor: _account(cursor, "can-bo", "reader", ""))
    refused("token_wrong", lambda: holder(store, token))


def test_the_last_look_inside_a_write_sees_a_token_that_was_revoked_meanwhile(store):
    person = holder(store, made(store, scope="upload", owner="can-bo")).person
    revoke_token(store, CLI, person.token_id)
    assert store.inside(lambda cursor: current_person(cursor, person)) is None


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"label": "  "}, "token_label"),
        ({"label": "x" * 81}, "token_label"),
        ({"scope": "admin"}, "token_scope"),
        ({"expires_on": DAY - timedelta(days=1)}, "token_days"),
        ({"expires_on": DAY + timedelta(days=LONGEST + 1)}, "token_days"),
        ({"scope": "upload"}, "token_owner"),
        ({"scope": "upload", "owner": "lanh-dao"}, "token_owner"),
        ({"scope": "upload", "owner": "can-bo", "territories": ["75"]}, "token_beyond"),
        ({"scope": "upload", "owner": "can-bo", "territories": ["khong-co"]}, "token_beyond"),
    ],
)
def test_what_cannot_be_made_is_told(store, facts, code):
    refused(code, lambda: made(store, **facts))
    assert len(access_token_list(store)) == 0


def test_nothing_uploads_for_an_account_without_the_second_factor_that_it_must_have(store):
    def lacks(row):
        return row.second_factor is None

    refused("token_no_factor", lambda: made(store, scope="upload", owner="can-bo", lacks_factor=lacks))
    assert made(store, lacks_factor=lacks), "one to read has no account"
    store.write(lambda cursor: _account(cursor, "can-bo", "staff", "440", second_factor="A" * 32))
    assert made(store, scope="upload", owner="can-bo", lacks_factor=lacks)


def test_only_administrators_make_and_revoke(store):
    token_id = holder(store, made(store)).token_id
    staff = Person("can-bo", "Cán bộ", "staff", ("440",), "local")
    refused("not_admin", lambda: create_token(store, staff, label="x", scope="read", expires_on=DAY))
    refused("not_admin", lambda: revoke_token(store, staff, token_id))


def test_making_and_revoking_stand_in_the_record_without_the_token(store):
    token = made(store)
    token_id = holder(store, token).token_id
    revoke_token(store, CLI, token_id)
    newest = [entry for entry in record.entries(store.path) if entry.kind.startswith("token_")]
    assert {(entry.kind, entry.name) for entry in newest} == {("token_made", "shell"), ("token_revoked", "shell")}
    assert all(token_id in entry.about and token not in entry.about for entry in newest)
