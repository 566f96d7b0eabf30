"""One tap on a number opens its quote, document, place, days and who brought it in."""

from datetime import date, datetime
from types import SimpleNamespace

import pytest

from components.text.origin import source_words
from components.tiles.origin import source_card

USUAL = {
    "kind": "result", "level": "province", "year": 2022, "period": "N", "op": None, "low": 45.0, "high": None, "qualifier": "exact",
    "as_written": "45%/ 40%/ 20%", "document": "525/KH-UBND", "locator": "Phần I.I", "note": None, "upload_id": 1, "basis": "measured",
    "as_of": date(2022, 12, 29), "as_of_stated": False, "stated_status": "missed", "issuer": "UBND tỉnh Hà Tĩnh",
    "issued_on": date(2022, 12, 29), "seed": True, "self_stated": False, "unit_name": "Tỉnh Hà Tĩnh", "uploaded_by": "system", "uploaded_at": datetime(2026, 11, 1, 3, 0),
}  # fmt: skip


def claim(**other):
    return SimpleNamespace(**{**USUAL, **other})


@pytest.fixture(autouse=True)
def link(monkeypatch):
    """What stands in the link."""
    choices: dict[str, str] = {}
    monkeypatch.setattr(source_card.st, "query_params", choices)
    return choices


def shown(*claims):
    return source_card.markup(list(claims), "%", "42", "?zu")


def test_the_card_names_document_place_and_days_and_never_invents_a_day():
    markup = shown(claim())
    assert "Nguồn của “45%”" in markup and "<mark>45%</mark>/ 40%/ 20%" in markup
    assert "525/KH-UBND</a></b>, UBND tỉnh Hà Tĩnh" in markup and "nguon-so-lieu?dia_ban=42&amp;van_ban=525%2FKH-UBND" in markup
    assert "<dd>Phần I.I</dd>" in markup and "<dd>29/12/2022</dd>" in markup
    assert "<dt>Số liệu đến ngày</dt><dd>văn bản không ghi</dd>" in markup and "■ chưa đạt" in markup
    assert "<dt>Số liệu đến ngày</dt><dd>15/12/2022</dd>" in shown(claim(as_of=date(2022, 12, 15), as_of_stated=True))
    assert "<dt>Số liệu đến ngày</dt>" not in shown(claim(kind="target"))


def test_who_brought_it_and_when_on_the_clock_of_viet_nam():
    assert "cùng phần mềm, từ văn bản gốc" in shown(claim())
    assert "lan, 10:00 ngày 01/11/2026 (lần cập nhật 7)" in shown(claim(seed=False, uploaded_by="lan", upload_id=7))


@pytest.mark.parametrize(
    "words, low, high, marked",
    [
        ("45%/ 40%/ 20%", 40.0, None, "40%"),
        ("tỷ lệ 69,3% khách hàng", 69.3, None, "69,3%"),
        ("1.410.498 thuê bao", 1410498.0, None, "1.410.498"),
        ("20-30%", 20.0, 30.0, "20-30%"),
        ("30% – 50%", 30.0, 50.0, "30% – 50%"),
        ("hơn 145% của 45 xã", 45.0, None, "45"),
        ("chưa có", None, None, None),
        ("một phần ba", 33.3, None, None),
    ],
)
def test_the_number_that_is_meant_is_marked_in_the_quote(words, low, high, marked):
    found = source_card.quote(claim(as_written=words, low=low, high=high))
    assert (f"<mark>{marked}</mark>" in found) if marked else "<mark>" not in found


def test_a_quote_is_escaped():
    assert "<script>" not in shown(claim(as_written="<script>45%</script>"))


def test_the_citation_is_one_line_with_everything_that_finds_it_again():
    assert source_card.citation(claim(), "42") == (
        "“45%/ 40%/ 20%” (kết quả năm 2022, cấp tỉnh) – 525/KH-UBND, UBND tỉnh Hà Tĩnh, ngày 29/12/2022, Phần I.I"
    )
    assert "không ghi ngày" in source_card.citation(claim(issued_on=None), "42")


@pytest.mark.parametrize(
    "other, figure",
    [
        ({}, "45%"),
        ({"qualifier": "over"}, "trên 45%"),
        ({"kind": "target", "op": "<=", "low": None, "high": 10.0, "qualifier": None}, "tối đa 10%"),
        ({"low": 20.0, "high": 30.0}, "20–30%"),
        ({"basis": "stated"}, "không nêu số"),
        ({"low": None}, "–"),
    ],
)
def test_a_claim_is_shown_as_it_is_known(other, figure):
    assert source_words.figure_of(claim(**other), "%") == figure


def test_the_link_names_one_figure_and_a_target_in_force_is_that_of_its_own_year(link):
    quarter = SimpleNamespace(level="all", year=2026, period="Q3", has_target=False, target_year=2025)
    assert source_card.code(quarter, "result") == "all.2026.Q3.result"
    assert source_card.code(quarter, "target") == "all.2025.N.target"
    link["cap"] = "province"
    to = source_card.addresses("42", "CQ.06", source_card.choices_kept())(quarter, "result")
    assert to == "chi-tieu?dia_ban=42&cap=province&chi_tieu=CQ.06&nguon=all.2026.Q3.result#nguon"


def test_the_other_claims_stand_below_with_why_the_first_one_counts():
    other = claim(document="424/QĐ-UBND", low=44.0, as_written="44%", standing="superseded", chosen=False)
    markup = shown(claim(chosen=True, standing="current"), other)
    assert "Còn 1 lần nêu khác" in markup and "Dùng văn bản ban hành sau: 525/KH-UBND." in markup
    assert "<b>44%</b> – " in markup and "đã được thay bằng số mới hơn" in markup and "van_ban=424%2FQ%C4%90-UBND" in markup
    own = claim(self_stated=True, unit_name="Phường X", standing="beside", chosen=False)
    assert "Dùng số của văn bản; số đơn vị tự nêu đứng bên cạnh." in shown(claim(chosen=True), own)
    assert "đơn vị tự nêu: Phường X" in shown(claim(chosen=True), own)


def test_every_time_it_was_written_is_told_with_what_became_of_it():
    usual = {"withdrawn": False, "undone_at": None, "undone_by": None, "undo_reason": None, "standing": None, "chosen": False}
    rows = [
        claim(
            **usual | {"undone_at": datetime(2026, 11, 3), "undone_by": "hoa", "undo_reason": "nhầm kỳ"},
            upload_id=9,
            low=99.0,
            seed=False,
        ),
        claim(**usual | {"standing": "current", "chosen": True}, upload_id=8, low=46.0, seed=False, uploaded_by="lan"),
        claim(**usual),
    ]
    told = source_card.markup([rows[1]], "%", "42", "?zu", None, rows)
    assert "Đã ghi 3 lần, mới nhất trước" in told
    assert "<b>99%</b> – " in told and "đã thu hồi 07:00 ngày 03/11/2026 (hoa: nhầm kỳ)" in told
    assert "<b>46%</b> – lan, 10:00 ngày 01/11/2026 (lần cập nhật 8); đang dùng" in told
    assert "cùng phần mềm, từ văn bản gốc; không còn tính: lần ghi sau đã thay" in told
    assert "Đã ghi" not in source_card.markup([rows[1]], "%", "42", "?zu", None, rows[1:2])
