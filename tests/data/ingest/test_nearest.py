"""Suggestions for unknown names: the same as comparing with every name gives, for the first few hundred, and at once."""

from __future__ import annotations

import random
import time
from datetime import date
from difflib import get_close_matches

import pytest

from data.accounts.sign_in import Person
from data.ingest.parsing import nearest
from data.ingest.parsing.lookups import Catalogue
from data.ingest.parsing.nearest import Nearest
from data.ingest.parsing.unit_names import Change, Unit, Units
from data.ingest.parsing.values import Unreadable
from data.vietnamese.text import folded
from tests.data.ingest.sample_files import STAFF_DONG_NAI, STAFF_HA_TINH, figures, judged

_SYLLABLES = [
    "Thạch",
    "Đồng",
    "Cẩm",
    "Hương",
    "Kỳ",
    "Đức",
    "Sơn",
    "Long",
    "Hòa",
    "Bình",
    "Yên",
    "Lộc",
    "Trung",
    "Xuân",
    "Phú",
    "Tân",
]


def invented(count: int) -> list[str]:
    """Names of communes that never were."""
    chance = random.Random(1)
    return [f"Xã {chance.choice(_SYLLABLES)} {chance.choice(_SYLLABLES)} {number}" for number in range(count)]


def test_a_misprint_finds_what_comparing_with_every_name_finds(store):
    names = sorted({folded(name) for (name,) in store.select("select name from unit").itertuples(index=False)})
    near, chance, missed = Nearest(names), random.Random(2), 0
    for name in chance.sample(names, 200):
        at = chance.randrange(len(name))
        misprint = name[:at] + chance.choice("aeiou") + name[at + 1 :]
        missed += near.to(misprint, 1, 0.6)[:1] != get_close_matches(misprint, names, n=1, cutoff=0.6)[:1]
    assert missed <= 2  # of equally near names another may stand first


def test_only_the_first_few_hundred_texts_get_a_suggestion(monkeypatch):
    monkeypatch.setattr(nearest, "MOST", 2)
    near = Nearest(["xa duc tho", "xa an hoa"])
    assert [bool(near.to(text, 1, 0.6)) for text in ("xa duc thq", "xa an hoo", "xa duc thp", "xa duc thq")] == [
        True,
        True,
        False,
        True,
    ]


def test_fifteen_hundred_unknown_names_are_found_wanting_at_once(store):
    rows = [{"don_vi": name, "ma_chi_tieu": f"XX.{number}", "ket_qua": "5"} for number, name in enumerate(invented(1_500))]
    began = time.process_time()
    found = judged(store, figures(*rows))
    assert time.process_time() - began < 5  # on a slow machine; it was more than ten
    unknown = [finding for finding in found if finding.code == "unit_unknown"]
    assert sum(len(finding.rows) for finding in unknown) == 1_500
    assert 1 <= sum("Có phải" in finding.text() for finding in unknown) <= nearest.MOST
    assert all("Ghi đúng tên" in finding.text() or "ghi mã" in finding.text() for finding in unknown)


def test_the_one_that_was_meant_is_still_among_those_that_are_said(store):
    catalogue = store.inside(Catalogue)
    assert "CQ.06" in catalogue.nearest_indicator("CQ.6") and "CQ.06" in catalogue.nearest_indicator("cq06")
    assert catalogue.nearest_indicator("CQ.06 ").startswith("Có phải: CQ.06")


@pytest.mark.parametrize(
    ("typed", "code"), [("CQ.O4", "CQ.04"), ("CQ.o4", "CQ.04"), ("CQ.6", "CQ.06"), ("DL.OI", "DL.01"), ("CQ.999", None)]
)
def test_a_code_in_letters_that_look_like_digits_is_offered_first(store, typed, code):
    [finding] = judged(store, figures({"ma_chi_tieu": typed, "ket_qua": "5"}))
    assert finding.code == "indicator_unknown" and dict(finding.proposal) == ({"ma_chi_tieu": code} if code else {})
    assert code is None or f"Có phải: {code} (" in finding.text()


@pytest.mark.parametrize("person", [Person("x", "x", "staff", ("18562",), "oidc"), STAFF_HA_TINH], ids=["commune", "province"])
def test_the_own_unit_that_exists_in_the_period_is_offered_first(store, person):
    row = {"cap": "xa", "don_vi": "Xã Thạch Ha", "nam": "2026", "ky": "Q3", "ket_qua": "5", "nguon": "BC 1"}
    [finding] = [finding for finding in judged(store, figures(row), person=person) if finding.code == "unit_unknown"]
    assert "Có phải: Xã Thạch Hà;" in finding.text() and dict(finding.proposal) == {"don_vi": "Xã Thạch Hà"}


def test_a_unit_of_others_is_not_proposed(store):
    row = {"cap": "xa", "don_vi": "Xã Thạch Ha", "nam": "2026", "ky": "Q3", "ket_qua": "5", "nguon": "BC 1"}
    [finding] = [finding for finding in judged(store, figures(row), person=STAFF_DONG_NAI) if finding.code == "unit_unknown"]
    assert not finding.proposal and "Xã Thạch Hà" in finding.text()


def test_a_unit_of_which_an_ended_one_is_only_a_part_is_named_and_not_proposed(store):
    row = {"cap": "xa", "nam": "2026", "ky": "Q3", "ket_qua": "5", "nguon": "BC 1"}
    for text in ("Thị trấn Nghèn", "18082"):
        [finding] = [one for one in judged(store, figures(row | {"don_vi": text})) if one.code == "unit_ended"]
        assert dict(finding.proposal) == {} and "ghi cho: " in finding.text(), text
        assert ("Số của riêng phần cũ không phải số của đơn vị mới" in finding.text()) is (text == "Thị trấn Nghèn")


@pytest.mark.parametrize(("kind", "proposal"), [("rename", "2"), ("retype", "2"), ("merge", None), ("split", None)])
def test_the_one_unit_that_an_ended_one_became_is_proposed(kind, proposal):
    day = date(2025, 7, 1)
    old = Unit("1", "1", "Xã Một", "xã", "commune", "9", "9", date(2010, 1, 1), day)
    new = Unit("2", "2", "Phường Hai", "phường", "commune", "9", "9", day, None)
    units = Units([old, new], [Change("1", "Xã Một", "2", "Phường Hai", kind, day)])
    with pytest.raises(Unreadable) as refused:
        units.find("Xã Một", date(2026, 7, 1), date(2026, 9, 30))
    assert (refused.value.code, refused.value.args_of["proposal"]) == ("unit_ended", proposal)
