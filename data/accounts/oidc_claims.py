"""What an OpenID Connect provider says about somebody, and what it means here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from data.accounts.sign_in import Person


def person_of_claims(claims: Mapping[str, Any], access: Mapping[str, Any]) -> Person:
    """The person behind the claims of an ID token, by the settings of the section ``[access]``.

    ``role_claim`` names the claim that holds groups or roles (with dots for nested ones: 'realm_access.roles');
    ``admin`` and ``staff`` list the values that give these roles, anything else may only read. ``territory_claim``
    holds unit codes. ``name_claim`` is what stands in the audit ('email' unless set; 'sub' where it is missing).
    """
    held = set(_texts(_claim(claims, access.get("role_claim", "groups"))))
    role = next((role for role in ("admin", "staff") if held & set(_texts(access.get(role)))), "reader")
    territories = tuple(_texts(_claim(claims, access.get("territory_claim", "")))) if role == "staff" else ()
    name = str(_claim(claims, access.get("name_claim", "email")) or claims.get("sub") or "")
    shown = str(claims.get("name") or name)
    return Person(name, shown, role, ("*",) if role == "admin" else territories, "oidc")


def _claim(claims: Mapping[str, Any], path: str) -> Any:
    if path in claims:
        return claims[path]
    value: Any = claims
    for part in path.split("."):
        value = value.get(part) if isinstance(value, Mapping) else None
    return value


def _texts(value: Any) -> list[str]:
    """A list of texts from a list, a number or a text with commas or spaces between; nothing for nothing."""
    if value is None or isinstance(value, Mapping):
        return []
    parts = value.replace(",", " ").split() if isinstance(value, str) else value if isinstance(value, list | tuple) else [value]
    return [str(part) for part in parts]
