"""The page of links for Excel and Power BI: what is chosen is what the link returns."""

import csv
import io
import re
from html import unescape
from urllib.parse import urlsplit

import pytest

from components import open_data
from components.store import store_access
from queries.sqlfile import sql_file
from tests.doors_client import ask
from tests.pages.app_session import new_session, said, well

PAGE = "pages/help/open_data.py"


@pytest.fixture
def at(new_seed_file, monkeypatch):
    store_access.close_all()
    monkeypatch.setenv("DATA_URL", str(new_seed_file()))
    monkeypatch.delenv("READING", raising=False)
    yield well(new_session().run()).switch_page(PAGE)
    store_access.close_all()


def links(at):
    """Paths with queries of the links that are shown, by format."""
    urls = [urlsplit(code.value) for code in at.code]
    return {url.path.rpartition(".")[2]: f"/{url.path.lstrip('/')}{'?' + url.query if url.query else ''}" for url in urls}


def rows(path):
    return list(csv.DictReader(io.StringIO(ask("GET", path).content.decode("utf-8-sig")), delimiter=";"))


def test_it_opens_on_what_was_on_the_screen_before(at):
    well(at.run())
    assert links(at)["csv"].endswith("?dia_ban=42&nam=2022")
    told = rows(links(at)["csv"])
    assert told and {(row["unit_id"], row["year"]) for row in told} == {("42", "2022")}


def test_every_column_is_told_with_its_meaning_and_the_first_rows_of_the_link(at):
    well(at.run())
    shown, first = unescape(re.sub("<[^>]+>", "|", re.sub("</?code>", "", said(at)))), rows(links(at)["csv"])[0]
    for name, (_, meaning) in sql_file("published", "target_vs_actual").columns.items():
        assert f"|{name}|" in shown and f"|{meaning.replace('`', '')}|" in shown
        assert not first[name] or f"|{first[name]}|" in shown, name


def test_another_table_offers_its_own_choices_and_its_link_works(at):
    well(at.run())
    well(at.selectbox(key="open_data_bang").set_value("unit").run())
    well(at.selectbox(key="open_data_cap").set_value("district").run())
    assert [box.key for box in at.selectbox] == ["open_data_bang", "open_data_dia_ban", "open_data_nam", "open_data_cap"]
    assert {kind: ask("GET", path).status_code for kind, path in links(at).items()} == {"csv": 200, "json": 200, "parquet": 200}
    assert {row["level"] for row in rows(links(at)["csv"])} == {"district"}
    assert (at.query_params["bang"], at.query_params["cap"]) == ("unit", "district")


def test_a_choice_without_rows_says_so(at):
    well(at.run())
    well(at.selectbox(key="open_data_ky").set_value("T11").run())
    assert "Chưa có dòng nào với lựa chọn này." in said(at)


def test_who_may_have_it_follows_the_setting(at, monkeypatch):
    assert "không cần tài khoản" in said(well(at.run()))
    monkeypatch.setenv("READING", "private")
    assert "mã truy cập" in open_data._who_may() and "không cần tài khoản" not in open_data._who_may()
