"""Passwords: Argon2id hashes, one-time passwords, and which passwords are too weak."""

from __future__ import annotations

import hmac
import os
import secrets
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from data.operations.turns import Turns

SHORTEST, LONGEST = 12, 200
_HASHER = PasswordHasher()  # the library's defaults: RFC 9106, low-memory profile (64 MiB, 3 passes)
_TURNS = Turns(
    max(2, min(os.cpu_count() or 2, 4)), of_one=2
)  # each takes 64 MiB: a crowd at the door waits instead of filling the memory
_COMMON = 8  # a password that a guesser finds within ten to this power of tries is refused
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # no look-alikes: 0 o, 1 l i
_WORN = ("matkhau", "password", "quantri", "admin", "qwerty", "asdfgh", "abcdef", "123456", "654321", "111111", "000000")


def hashed(password: str) -> str:
    """Argon2id hash in PHC form."""
    with _TURNS.turn("new"):
        return _HASHER.hash(_plain(password))


def matches(password: str, password_hash: str | None, source: str = "") -> bool:
    """Whether the password belongs to the hash. For no hash (an unknown name) it takes as long and says no.

    ``source``: where the attempt comes from; those of one source wait for one another, and for nobody else. Raises Busy.
    """
    with _TURNS.turn(source):
        try:
            return _HASHER.verify(password_hash or _nobody(), _plain(password)) and password_hash is not None
        except (VerificationError, ValueError):  # ValueError: what is stored is no hash
            return False


def one_time_password() -> str:
    """A new random password of four groups, about 99 bits."""
    return "-".join("".join(secrets.choice(_LETTERS) for _ in range(5)) for _ in range(4))


def weakness(password: str, name: str) -> str | None:
    """Code of what is wrong with a new password ('short', 'long', 'simple', 'own_name', 'worn'); None when nothing is."""
    if len(password) > 4 * LONGEST:
        return "long"
    plain = _plain(password)
    folded = "".join(part for part in unicodedata.normalize("NFD", plain.lower()) if part.isalnum())
    if len(plain) < SHORTEST:
        return "short"
    if len(plain) > LONGEST:
        return "long"
    if len(set(plain)) < 5:
        return "simple"
    own = "".join(part for part in name if part.isalnum())
    if len(own) >= 4 and own in folded:
        return "own_name"
    rest = folded
    for word in _WORN:
        rest = rest.replace(word, "")
    return "worn" if (len(rest) < 6 and rest != folded) or _is_common(plain, name) else None


def _is_common(plain: str, name: str) -> bool:
    """Whether a guesser who knows the commonest 30,000 passwords, names, words, keyboard rows and years finds it soon."""
    from zxcvbn import zxcvbn  # its lists take a moment to load: only when a password is set

    return float(zxcvbn(plain[:72], user_inputs=[name])["guesses_log10"]) < _COMMON


def browser_mark(password_hash: str) -> str:
    """A token for a browser in which this account has signed in: ``nonce.mac``, void as soon as the password changes."""
    nonce = secrets.token_hex(16)
    return f"{nonce}.{_mac(password_hash, nonce)}"


def is_browser_of(mark: str, password_hash: str | None) -> bool:
    """Whether the token was made by ``browser_mark`` for this account."""
    nonce, _, mac = mark.partition(".")
    if not password_hash or not nonce:
        return False
    return hmac.compare_digest(mac.encode(), _mac(password_hash, nonce).encode())


def _mac(password_hash: str, nonce: str) -> str:
    return hmac.digest(password_hash.encode(), b"browser:" + nonce.encode(), "sha256").hex()


_NOBODY: list[str] = []


def _nobody() -> str:
    """Hash of a password that nobody knows, to spend equal time on unknown names."""
    if not _NOBODY:
        _NOBODY.append(_HASHER.hash(secrets.token_hex(32)))
    return _NOBODY[0]


def _plain(password: str) -> str:
    """One form for what Vietnamese keyboards write in several; what nobody can have set is cut before it costs anything."""
    return unicodedata.normalize("NFKC", password[: 4 * LONGEST])
