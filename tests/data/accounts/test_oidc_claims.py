"""What a provider says about somebody, and what it means here."""

import pytest

from data.accounts.administration import _NAME
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
        ({"groups": "cap-nhat", "dia_ban": "440"}, "staff", ("440",)),
        ({"groups": "khong qt dau, quan-tri"}, "reader", ()),
        ({"groups": "khac cap-nhat"}, "reader", ()),
        ({"groups": "cap-nhat", "dia_ban": "440, 436"}, "staff", ("440, 436",)),
        ({"groups": True}, "reader", ()),
        ({"groups": ["cap-nhat"], "dia_ban": 42}, "staff", ("42",)),
        ({"groups": ["cap-nhat", "quan-tri"], "dia_ban": ["42"]}, "admin", ("*",)),
        ({"groups": ["quan-tri-khac"]}, "reader", ()),
        ({"groups": {"quan-tri": True}}, "reader", ()),
    ],
)
def test_roles_and_territories_come_from_the_mapped_claims(claims, role, territories):
    assert person_of_claims({**WHO, **claims}, ACCESS) == Person("a@tinh.example", "A", role, territories, "oidc")


def test_nested_claims_and_missing_names_and_missing_settings():
    nested = {"sub": "7", "iss": "https://id.example/thu", "realm_access": {"roles": ["quan-tri"]}}
    assert person_of_claims(nested, {**ACCESS, "role_claim": "realm_access.roles"}) == Person(
        "7@id.example", "7@id.example", "admin", ("*",), "oidc"
    )
    assert person_of_claims({**WHO, "groups": ["quan-tri", "", None]}, {}) == Person("a@tinh.example", "A", "reader", (), "oidc")
    assert person_of_claims({**WHO, "groups": ["quan-tri"]}, {"admin": "quan-tri"}).role == "admin"
    assert person_of_claims(WHO, {"name_claim": "sub"}).name == "7@đăng nhập cơ quan"


@pytest.mark.parametrize(
    "claim", ["quan-tri", " quan-tri ", "qua\u200bn-tri", "ｑuan-tri", "shell", "system", "", None, 7, ["quan-tri"], True]
)
def test_no_name_from_a_provider_can_be_that_of_an_account(claim):
    person = person_of_claims(
        {"sub": "quan-tri", "iss": "https://id.example", "preferred_username": claim}, {"name_claim": "preferred_username"}
    )
    assert not _NAME.fullmatch(person.name) and "@" in person.name and person.name.isprintable()


def test_a_name_is_one_line_and_an_address_that_was_not_verified_names_nobody():
    person = person_of_claims({**WHO, "name": "A\n\u202eB" + "x" * 5000, "email_verified": False}, {})
    assert person.name == "7@đăng nhập cơ quan" and person.display_name.startswith("A Bx") and len(person.display_name) <= 120
