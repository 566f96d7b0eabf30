"""Codes of a phone beside the password."""

import pyotp
import pytest

from data.accounts import administration, second_factor, sign_in
from data.accounts.second_factor import STEP, Codes
from data.accounts.sign_in import CLI, AccountError
from data.accounts.throttle import Throttle
from data.vietnamese.dates import now
from queries.accounts import stored_account
from queries.reads import account_list

MOMENT = now()  # codes change every half minute: not between the lines of a test
GOOD = "bốn mùa lúa chín vàng"


@pytest.fixture(autouse=True)
def one_moment(monkeypatch):
    monkeypatch.setattr(second_factor, "now", lambda: MOMENT)


def code(secret, steps=0):
    return pyotp.TOTP(secret).at(int(MOMENT.timestamp()) + steps * STEP)


def refused(code):
    return pytest.raises(AccountError, check=lambda error: error.code == code)


@pytest.fixture
def phone(own_store):
    """An administrator with a second factor: store, secret, and the codes that were used."""
    first = administration.create_account(own_store, CLI, name="codien", display_name="C", role="admin", territories=())
    signed = sign_in.change_password(own_store, Throttle(), "codien", first, GOOD)
    secret, codes = second_factor.new_secret(), Codes()
    with refused("wrong_code"):
        sign_in.turn_on_second_factor(own_store, codes, "codien", signed.change_number, secret, "000000")
    changed = sign_in.turn_on_second_factor(own_store, codes, "codien", signed.change_number, secret, code(secret, -1))
    assert changed.change_number > signed.change_number, "which ends every other session"
    return own_store, secret, codes


def test_a_right_password_alone_is_no_sign_in_any_more(phone):
    store, secret, codes = phone
    half = sign_in.sign_in(store, Throttle(), "codien", GOOD)
    assert half.second_factor
    with refused("wrong_code"):
        sign_in.with_code(store, Throttle(), codes, half, "12345")
    right = code(secret)
    assert sign_in.with_code(store, Throttle(), codes, half, f"{right[:3]} {right[3:]}").person.name == "codien"
    with refused("wrong_code"):
        sign_in.with_code(store, Throttle(), codes, half, right)  # each code once


def test_codes_are_guessed_as_slowly_as_passwords(phone):
    store, secret, codes = phone
    throttle = Throttle(lambda: 0.0)
    half = sign_in.sign_in(store, throttle, "codien", GOOD)
    for _ in range(3):
        with refused("wrong_code"):
            sign_in.with_code(store, throttle, codes, half, "000000")
    with refused("wait"):
        sign_in.with_code(store, throttle, codes, half, code(secret))


def test_nobody_can_type_the_name_under_which_codes_are_counted(phone):
    store, secret, codes = phone
    throttle = Throttle(lambda: 0.0)
    for name in ("codien code", "codien CODE"):
        for _ in range(40):
            with pytest.raises(AccountError):
                sign_in.sign_in(store, throttle, name, "sai mật khẩu rồi", source="6.6.6.6")
    half = sign_in.sign_in(store, throttle, "codien", GOOD, source="10.0.0.1")
    assert sign_in.with_code(store, throttle, codes, half, code(secret), source="10.0.0.1").person.name == "codien"


def test_a_phone_whose_clock_is_off_by_a_step_is_right_and_by_two_is_not():
    secret = second_factor.new_secret()
    assert Codes().accept(secret, code(secret, -1)) and Codes().accept(secret, code(secret, 1))
    assert not Codes().accept(secret, code(secret, -3)) and not Codes().accept(secret, code(secret, 3))


def test_a_lost_phone_is_taken_off_by_another_administrator_or_the_shell_and_by_oneself_with_the_password(phone):
    store, secret, codes = phone
    with refused("wrong"):
        sign_in.turn_off_second_factor(store, Throttle(), "codien", "sai mật khẩu rồi")
    assert account_list(store).where(name="codien")[0].second_factor
    assert (
        not sign_in.turn_off_second_factor(store, Throttle(), "codien", GOOD).second_factor
        or not account_list(store).where(name="codien")[0].second_factor
    )
    signed = sign_in.sign_in(store, Throttle(), "codien", GOOD)
    sign_in.turn_on_second_factor(store, Codes(), "codien", signed.change_number, secret, code(secret))
    administration.remove_second_factor(store, CLI, "codien")
    assert stored_account(store, "codien").second_factor is None
    signed = sign_in.sign_in(store, Throttle(), "codien", GOOD)
    sign_in.turn_on_second_factor(store, Codes(), "codien", signed.change_number, secret, code(secret))
    administration.admin_password(store, "codien")
    assert stored_account(store, "codien").second_factor is None


def test_a_new_password_keeps_the_second_factor(phone):
    store, secret, _ = phone
    sign_in.change_password(store, Throttle(), "codien", GOOD, "năm mùa lúa chín vàng")
    assert stored_account(store, "codien").second_factor == secret


def test_a_phone_reads_name_and_secret_from_the_picture():
    told = second_factor.address("ABCDEFGH" * 4, "quan-tri")
    assert told.startswith("otpauth://totp/") and f"secret={'ABCDEFGH' * 4}" in told and "quan-tri" in told
    assert second_factor.picture(told).startswith("data:image/svg+xml") and "path" in second_factor.picture(told)
