"""A commune's own figure followed all the way: every read, the source card, the table of claims, CSV, slide, picture; and after its undo."""

from __future__ import annotations

import re

import pytest

from components.slides.content import kinds
from components.tiles import tables
from components.tiles.csv_download import as_csv, readable
from components.tiles.indicator.target_table import cell_text
from components.tiles.origin import source_card
from data.ingest.importer import commit
from data.ingest.undo import take_back
from data.vietnamese.dates import on_day
from queries.reads import indicator_claims, indicator_trend, target_list
from queries.sqlfile import names, sql_file
from queries.store import Store
from tests.components.slides.slide_samples import context
from tests.data.ingest.sample_files import STAFF_COMMUNE, STAFF_HA_TINH, TODAY, figures
from tests.queries.test_contracts import SAMPLE

REPORT = "BC 77/BC-UBND"
MARKED = f"{REPORT} (đơn vị tự nêu: Phường Nam Hà)"
UNIT = {"province_code": "42", "unit_id": "18073"}
OWN = {"cap": "xa", "don_vi": "18073", "nguon": REPORT}
RAW = {"indicator_claims", "entry_list", "document_list"}  # the first tells the mark apart, the others hand the number to a form


@pytest.fixture(scope="module")
def followed(new_seed_store) -> Store:
    """A store in which the commune states two targets and four results itself."""
    store = new_seed_store()
    with on_day(TODAY):
        stated(store)
    return store


def stated(store: Store) -> int:
    """The number of the upload in which the commune states them."""
    rows = [
        OWN | {"nam": "2022", "ket_qua": "20"},
        OWN | {"nam": "2023", "ket_qua": "60"},
        OWN | {"nam": "2024", "chi_tieu": "10%", "ket_qua": "12"},
    ]
    rows += [OWN | {"nam": "2024", "ky": "Q3", "ket_qua": "11"}, OWN | {"nam": "2021", "chi_tieu": "15%"}]
    rows += [OWN | {"ma_chi_tieu": "CQ.01", "cap": "chung", "nam": "2023", "ket_qua": "50"}]
    receipt = commit(store, figures(*rows), "xa.csv", STAFF_COMMUNE, seen=None, reason="đã kiểm tra")
    assert receipt.upload_id
    return receipt.upload_id


def asked(name: str, kind: str) -> list[dict[str, object]]:
    """The parameters with which a read or signal tells of the commune, for the years in which it speaks."""
    usual = SAMPLE | UNIT | {"period": "newest"}
    params = sql_file(kind, name).params
    years = (2021, 2022, 2023, 2024) if "year" in params else (0,)
    return [{param: (usual | {"year": year})[param] for param in params} for year in years]


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind in ("reads", "signals") for name in names(kind) if name not in RAW]
)
def test_no_read_names_the_report_without_whose_word_it_is(followed, kind, name):
    store = followed
    file = sql_file(kind, name)
    columns = [column for column in file.columns if re.fullmatch(r"(\w+_)?document", column)]
    for params in asked(name, kind) if columns else []:
        rows = store.inside(lambda cursor, given=params: cursor.execute(file.statement, given).fetchall())
        told = {dict(zip(file.columns, row, strict=True))[column] for row in rows for column in columns}
        assert REPORT not in told, f"{kind}/{name}.sql names a unit's own report as if it were anybody's: use cited()"


def test_the_reads_of_figures_do_name_it(followed):
    store = followed
    for name in ("target_list", "indicator_trend", "compared_figure_list"):
        question = sql_file("reads", name).statement
        found = [store.select(question, params).to_numpy().tolist() for params in asked(name, "reads")]
        assert MARKED in {cell for rows in found for row in rows for cell in row}, name


def test_card_table_csv_and_cell_say_whose_word_it_is(followed, monkeypatch):
    store = followed
    claims, trend = (read(store, **UNIT, indicator_id="CQ.06") for read in (indicator_claims, indicator_trend))
    monkeypatch.setattr(source_card.st, "query_params", {})
    card = source_card.markup(claims.where(year=2023, kind="result"), "%", "18073", "?zu")
    assert "<dd>đơn vị tự nêu: Phường Nam Hà</dd>" in card and f"{REPORT}, không ghi ngày, đơn vị tự nêu: Phường Nam Hà" in card
    assert "tự nêu" not in source_card.markup(claims.where(year=2023, kind="target"), "%", "18073", "?zu")
    shown = tables.claims_table(claims, trend, "%", "18073", lambda row, kind: "?zu")
    assert shown.count("<small>đơn vị tự nêu: Phường Nam Hà</small>") == len(claims.where(self_stated=True)) == 6
    line = next(line for line in as_csv(readable(trend, "%")).decode("utf-8-sig").splitlines() if line.startswith("2023;"))
    assert f'{MARKED}";kết quả' in line and "525/KH-UBND, Phần II.II.2.b" in line
    own = next(line for line in as_csv(readable(trend, "%")).decode("utf-8-sig").splitlines() if line.startswith("2024;Năm"))
    assert own.endswith("mục tiêu, kết quả")
    [row] = target_list(store, **UNIT, year=2023, period="newest", level="any").where(indicator_id="CQ.06")
    assert cell_text(row) == "60% / 40% · đơn vị tự nêu kết quả"


def test_slide_and_picture_say_it_in_their_source_line(followed):
    store = followed
    made = kinds.make(context(store), "indicator", {"dia_ban": "18073", "chi_tieu": "CQ.06"})
    assert made and all(MARKED in slide.source for slide in made)
    assert all(MARKED in plot.source for slide in made for plot in slide.plots if plot.source)
    targets = kinds.make(context(store), "targets", {"dia_ban": "18073", "nam": 2023})
    assert targets and all(MARKED in slide.source and "525/KH-UBND" in slide.source for slide in targets)


def test_after_the_undo_nothing_of_it_is_left_and_the_word_of_the_province_is_unmarked(own):
    store, number = own, stated(own)
    take_back(store, number, STAFF_COMMUNE, "nhầm")
    assert not indicator_trend(store, **UNIT, indicator_id="CQ.06")
    commit(store, figures(OWN | {"nam": "2023", "ket_qua": "60"}), "tinh.csv", STAFF_HA_TINH, seen=None, reason="đã kiểm tra")
    [row] = indicator_trend(store, **UNIT, indicator_id="CQ.06")
    assert (row.actual_document, row.actual_self_stated, row.target_document) == (REPORT, False, "525/KH-UBND")
