"""What an OpenID Connect provider says about somebody, and what it means here."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from data.accounts.sign_in import Person

_LONGEST_NAME = 120  # letters of a provider's name that are kept


def person_of_claims(claims: Mapping[str, Any], access: Mapping[str, Any]) -> Person:
    """The person behind the claims of an ID token, by the settings of the section ``[access]``.

    ``role_claim`` names the claim that holds groups or roles (with dots for nested ones: 'realm_access.roles');
    ``admin`` and ``staff`` list the values that give these roles, anything else may only read. ``territory_claim``
    holds unit codes. ``name_claim`` is what stands in the audit ('email' unless set; 'sub' where it is missing, or where the
    provider says that it has not verified the address). The name always has an @, which no account of the store can have.
    """
    held = set(_texts(_claim(claims, access.get("role_claim", "groups"))))
    role = next((role for role in ("admin", "staff") if held & set(_texts(access.get(role)))), "reader")
    territories = tuple(_texts(_claim(claims, access.get("territory_claim", "")))) if role == "staff" else ()
    name = _name(claims, access.get("name_claim", "email"))
    shown = _clean(claims.get("name")) or name
    return Person(name, shown, role, ("*",) if role == "admin" else territories, "oidc")


def _name(claims: Mapping[str, Any], claim: str) -> str:
    """Whom the history of uploads names: never what an account of the store could be called."""
    told = "" if claim == "email" and claims.get("email_verified") is False else _clean(_claim(claims, claim))
    name = told or _clean(claims.get("sub")) or "không tên"
    issuer = urlsplit(str(claims.get("iss") or "")).netloc
    return name if "@" in name else f"{name}@{issuer or 'đăng nhập cơ quan'}"


def _clean(value: Any) -> str:
    """A claim's text in one form, without invisible letters and of a bearable length; '' for what is no text or number."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        return ""
    text = unicodedata.normalize("NFKC", str(value)[: 4 * _LONGEST_NAME])
    seen = "".join(" " if unicodedata.category(letter)[0] in "ZC" else letter for letter in text)
    return " ".join(seen.split())[:_LONGEST_NAME]


def _claim(claims: Mapping[str, Any], path: str) -> Any:
    if path in claims:
        return claims[path]
    value: Any = claims
    for part in path.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _texts(value: Any) -> list[str]:
    """A list of texts from a list, or the one value that a text or a number is: a text is never cut, whatever stands in it."""
    parts = value if isinstance(value, list | tuple) else [value]
    return [str(part) for part in parts if isinstance(part, str | int) and not isinstance(part, bool) and part != ""]
