"""What a provider says about somebody, and what it means here."""

import pytest

from data.accounts.oidc_claims import person_of_claims
from data.accounts.sign_in import Person

ACCESS = {"role_claim": "groups", "staff": ["cap-nhat"], "admin": ["quan-tri"], "territory_claim": "dia_ban"}
WHO = {"sub": "7", "email": "a@tinh.example", "name": "A"}


@pytest.mark.parametrize(
    ("claims", "role", "territories"),
    [
        ({}, "reader", ()),
        ({"groups": None}, "reader", ()),
        ({"groups": ["khac"], "dia_ban": ["42"]}, "reader", ()),
        ({"groups": ["cap-nhat"]}, "staff", ()),
        ({"groups": ["cap-nhat"], "dia_ban": ["440", "436"]}, "staff", ("440", "436")),
        ({"groups": "khac cap-nhat", "dia_ban": "440, 436"}, "staff", ("440", "436")),
        ({"groups": ["cap-nhat"], "dia_ban": 42}, "staff", ("42",)),
        ({"groups": ["cap-nhat", "quan-tri"], "dia_ban": ["42"]}, "admin", ("*",)),
        ({"groups": ["quan-tri-khac"]}, "reader", ()),
        ({"groups": {"quan-tri": True}}, "reader", ()),
    ],
)
def test_roles_and_territories_come_from_the_mapped_claims(claims, role, territories):
    assert person_of_claims({**WHO, **claims}, ACCESS) == Person("a@tinh.example", "A", role, territories, "oidc")


def test_nested_claims_and_missing_names_and_missing_settings():
    nested = {"sub": "7", "realm_access": {"roles": ["quan-tri"]}}
    assert person_of_claims(nested, {**ACCESS, "role_claim": "realm_access.roles"}) == Person("7", "7", "admin", ("*",), "oidc")
    assert person_of_claims({**WHO, "groups": ["quan-tri", "", None]}, {}) == Person("a@tinh.example", "A", "reader", (), "oidc")
    assert person_of_claims({**WHO, "groups": ["quan-tri"]}, {"admin": "quan-tri"}).role == "admin"
    assert person_of_claims(WHO, {"name_claim": "sub"}).name == "7"
