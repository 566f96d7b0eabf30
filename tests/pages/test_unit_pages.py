"""The table of units and indicators and the map of tiles, as a session sees them; numbers again in pandas, from the ledger itself."""

import csv
import io
import re
import shutil

import pandas as pd
import pytest

import components.store.store_access
from components.charts import unit_grid, unit_matrix
from components.slides import files
from components.slides.content import kinds
from components.slides.older.groups import every_shape
from components.text.units import unit_table_words as words
from components.tiles.csv_download import as_csv
from components.tiles.units import unit_table
from data.vietnamese.terms import SAMPLE
from queries import reads
from tests.components.slides.slide_samples import context
from tests.pages.app_session import new_session, said, well

TABLE, MAP = "pages/units/unit_table.py", "pages/units/tile_map.py"
WHEN = {"level": "commune", "year": 2024, "period": "Q3"}
ABOUT = {"dia_ban": "42", "nam": 2024, "ky": "Q3", "cap": "commune"}


@pytest.fixture(scope="module")
def page(sample_file, tmp_path_factory):
    """Opens a page on the illustrative figures by a link."""
    components.store.store_access.close_all()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATA_URL", str(shutil.copy(sample_file, tmp_path_factory.mktemp("units") / "kho.duckdb")))
        at = well(new_session().run())

        def opened(path, **link):
            at.switch_page(path)
            at.query_params.clear()
            at.query_params.update(link)
            return said(well(at.run()))

        yield opened
        components.store.store_access.close_all()


@pytest.fixture(scope="module")
def claims(sample_store):
    """Every result that a document claims of communes, with its value and the day of the document, straight from the ledger."""
    found = sample_store.select("select * from result where level = 'commune' and unit_id <> '42'").drop_duplicates()
    days = sample_store.select("select number as document, issued_on from document").set_index("document").issued_on
    share = 100 * found.numerator.astype(float) / found.denominator.astype(float)
    return found.assign(number=found.value.astype(float).fillna(share), day=found.document.map(days))


def newest(claims, indicator, year, period):
    """unit -> numbers of its newest documents: one, or several that disagree on the same day."""
    asked = claims[(claims.indicator_id == indicator) & (claims.year == year) & (claims.period == period)]
    return {unit: set(group[group.day == group.day.max()].number.round(4)) for unit, group in asked.groupby("unit_id")}


def cells(text):
    """Unit -> its cells of a table on the page, as texts."""
    rows = re.findall(r"<tr[^>]*><th[^>]*scope=\"row\".*?</tr>", text, re.S)
    return {
        plain(re.search(r"<th.*?</th>", row, re.S)[0]): [plain(cell) for cell in re.findall(r"<td.*?</td>", row, re.S)]
        for row in rows
    }


def plain(markup):
    return re.sub(r"<[^>]+>", "", markup).strip()


def tiles(text):
    """(name, sign, number, mark) of every tile of the map."""
    found = re.findall(
        r'<a [^>]*class="unit-tile t-(\w+)[^"]*"[^>]*><span class="name">([^<]*)</span><span><i[^>]*>(.)</i> <b>([^<]*)</b>', text
    )
    return [(name, sign, number, mark) for mark, name, sign, number in found]


def rows_of(store, pillar):
    return reads.unit_indicator_list(store, province_code="42", **WHEN, pillar=pillar)


@pytest.mark.parametrize("pillar", ["CQ", "HT"])
def test_every_cell_is_what_the_newest_document_says_and_the_median_that_of_pandas(sample_store, claims, pillar):
    rows = rows_of(sample_store, pillar)
    assert len(rows) > 350
    for code, group in rows.by("indicator_id").items():
        said = newest(claims, code, 2024, "Q3")
        assert set(group.values("unit_id")) == set(said), "who did not report has no row, and nobody else is missing"
        assert all(any(abs(row.actual - number) < 1e-3 for number in said[row.unit_id]) for row in group)
        assert {round(row.median, 6) for row in group} == {round(pd.Series(group.values("actual")).median(), 6)}
        assert {row.units for row in group} == {len(group)}


def test_the_sums_of_all_units_are_those_of_each(sample_store):
    asked = {"province_code": "42", "index_id": "MINH-HOA", "year": 2024, "period": "Q3"}
    of_all = reads.index_sum(sample_store, **asked, unit_id="any").by("unit_id")
    assert len(of_all) > 200
    for unit_id in list(of_all)[::30]:
        assert list(reads.index_sum(sample_store, **asked, unit_id=unit_id)) == list(of_all[unit_id])


def test_the_status_of_what_stands_on_a_day_is_that_of_the_rule(sample_store):
    targets = {"HT.07": (98, False), "HT.45": (25, True)}  # what the invented plan of 2024 sets for communes
    rows = rows_of(sample_store, "HT")
    for row in rows:
        aim, lower = targets[row.indicator_id]
        met = row.actual <= aim if lower else row.actual >= aim
        near = row.actual <= aim * 1.1 if lower else row.actual >= aim * 0.9
        assert (row.required, row.mark) == (aim, "met" if met else "near" if near else "missed"), row
    assert len({row.mark for row in rows}) == 3


def test_the_table_shows_units_that_reported_and_names_the_others(page, sample_store):
    text, rows = page(TABLE, nam="2024", ky="Q3", nhom="HT"), rows_of(sample_store, "HT")
    shown = cells(text)
    assert set(shown) == set(rows.values("unit_name"))
    silent = re.search(r"Chưa báo cáo chỉ tiêu nào của nhóm \((\d+)\): </b>([^<]*)<", text)
    assert int(silent[1]) == 216 - len(set(rows.values("unit_id"))) == len(silent[2].split(", "))
    assert f"{silent[1]} đơn vị chưa báo cáo gì" in text
    one = next(row for row in rows if row.indicator_id == "HT.07" and rows.values("unit_name").count(row.unit_name) == 2)
    assert words.value(one) in shown[one.unit_name][0]
    partly = [name for name, found in shown.items() if "chưa báo" in found[0] + found[1]]
    assert partly and "0%" not in {shown[name][1] for name in partly if shown[name][0] == "chưa báo"}


def test_all_216_rows_stand_there_when_they_are_wanted_and_a_status_leaves_its_units(page, sample_store):
    assert page(TABLE, nam="2024", ky="Q3", nhom="HT", trong="hien").count('scope="row"') == 216
    missed = {row.unit_id for row in rows_of(sample_store, "HT") if row.mark == "missed"}
    assert page(TABLE, nam="2024", ky="Q3", nhom="HT", trang_thai="missed").count('scope="row"') == len(missed)
    assert page(TABLE, nam="2024", ky="Q3", nhom="HT", trang_thai="<b>").count('scope="row"') > len(missed)


def test_a_large_table_is_drawn_in_parts_that_hold_every_unit_and_every_indicator_once(page, monkeypatch):
    link = {"nam": "2024", "ky": "Q3", "nhom": "HT", "trong": "hien"}
    whole = page(TABLE, **link)
    monkeypatch.setattr(unit_table, "_CELLS", 72)
    parts = [cells(page(TABLE, **link, dong=str(number))) for number in (1, 2, 3)]
    assert [len(part) for part in parts] == [72, 72, 72]
    assert [row for part in parts for row in part.items()] == list(cells(whole).items())
    assert cells(page(TABLE, **link)) == parts[0] and cells(page(TABLE, **link, dong="tat-ca")) == cells(whole)
    assert cells(page(TABLE, **link, che_do="man-hinh")) == cells(whole), "screens have all of it"
    text = page(TABLE, **link, dong="9")
    assert cells(text) == parts[0] and "Đơn vị 1–72 trong 216 (không có phần “9”)" in text
    monkeypatch.setattr(unit_table, "_WIDTH", 1)
    first, second = (cells(page(TABLE, **link, cot=number)) for number in ("1", "2"))
    assert {name: found[:1] for name, found in first.items()} == {name: found[:1] for name, found in parts[0].items()}
    assert {name: found[:1] for name, found in second.items()} == {name: found[1:2] for name, found in parts[0].items()}
    assert "trung vị" in page(TABLE, **link, theo="HT.45") and "Chỉ tiêu 2–2 trong 2" in page(TABLE, **link, theo="HT.45")


def test_the_order_of_the_link_is_that_of_the_numbers_also_where_less_is_better(page, sample_store):
    rows = rows_of(sample_store, "HT").where(indicator_id="HT.45")
    best, worst = min(rows.values("actual")), max(rows.values("actual"))
    for order, first in (("HT.45", best), ("-HT.45", worst)):
        top = next(iter(cells(page(TABLE, nam="2024", ky="Q3", nhom="HT", theo=order)).values()))
        assert top[1].removeprefix("⚑") == words.value(next(row for row in rows if row.actual == first))


def test_a_number_opens_its_source_and_a_name_its_unit(page, sample_store):
    text = page(TABLE, nam="2024", ky="Q3", nhom="HT")
    row = rows_of(sample_store, "HT")[0]
    assert (
        f'href="chi-tieu?dia_ban={row.unit_id}&amp;cap=commune&amp;chi_tieu={row.indicator_id}&amp;nguon=commune.2024.Q3.result#nguon"'
        in text
    )
    assert f'href="ho-so-don-vi?dia_ban=42&amp;don_vi={row.unit_id}"' in text


def test_the_csv_has_a_line_for_every_pair_and_says_who_did_not_report(sample_store):
    rows = rows_of(sample_store, "HT")
    units = reads.units_on_day(sample_store, province_code="42", on_day=pd.Timestamp("2024-09-30").date()).where(level="commune")
    chosen = words.UnitTableChoice("commune", 2024, "Q3", "HT", "Hạ tầng số", "ten", "", True)
    every, columns = words.lines(rows, units), words.indicators(rows)
    text = as_csv(unit_table.as_table(words.shown(every, columns, chosen), columns, chosen), {SAMPLE: SAMPLE}).decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert len(lines) == 216 * 2 and {line["Số liệu minh họa"] for line in lines} == {"Số liệu minh họa"}
    silent = [line for line in lines if line["Trạng thái"] == "Chưa báo cáo"]
    assert len(silent) == 432 - len(rows) and {line["Kết quả"] for line in silent} == {""}
    assert round(sum(float(line["Kết quả"].replace(",", ".")) for line in lines if line["Kết quả"]), 1) == round(
        sum(rows.values("actual")), 1
    )


def ranked(store, level="commune", year=2024, period="Q3", units_of="then"):
    day = pd.Timestamp("2026-11-28" if units_of == "today" else {"Q3": f"{year}-09-30", "Q4": f"{year}-12-31"}[period]).date()
    return reads.unit_ranking(
        store, province_code="42", indicator_id="CQ.06", level=level, year=year, period=period, units_of=units_of, on_day=day
    )


@pytest.mark.parametrize(("link", "asked", "count"), [
    ({"nam": "2024", "ky": "Q3"}, {}, 216),
    ({"nam": "2026", "ky": "Q3"}, {"year": 2026}, 69),
    ({"nam": "2024", "ky": "Q3", "dia_gioi": "hien-nay"}, {"units_of": "today"}, 69),
    ({"nam": "2024", "ky": "Q4", "cap": "district"}, {"level": "district", "period": "Q4"}, 13),
])  # fmt: skip
def test_the_map_has_a_tile_for_every_unit_with_its_own_number(page, sample_store, link, asked, count):
    text, rows = page(MAP, **{"cap": "commune", **link}), ranked(sample_store, **asked)
    found = tiles(text)
    assert len(found) == len(rows) == count
    assert sorted(found) == sorted(
        (unit_grid.short(row.unit_name), tile.sign, tile.value, tile.mark)
        for tile in unit_grid.tile_map(rows, asked.get("level", "commune")).tiles
        for row in [tile.row]
    )
    silent = sum(not row.has_result for row in rows)
    assert sum(mark == "no_result" for *_, mark in found) == silent
    if silent:
        assert re.search(rf"Chưa báo cáo \({silent}\)", plain(text))


def test_every_commune_stands_in_the_block_of_its_own_district(sample_store):
    rows = ranked(sample_store)
    blocks = {tile.row.unit_id: block.title for block in unit_grid.tile_map(rows, "commune").blocks for tile in block.tiles}
    assert {unit: blocks[unit] for unit in blocks} == {row.unit_id: unit_grid.short(row.parent_name) for row in rows}
    today = unit_grid.tile_map(ranked(sample_store, year=2026), "commune")
    assert len({(block.row, block.column) for block in today.blocks}) == len(today.blocks) == 12


def test_the_bars_of_the_distribution_count_every_unit_once(sample_store):
    content = unit_grid.tile_map(ranked(sample_store), "commune")
    numbers = pd.Series([row.actual for row in ranked(sample_store) if row.actual is not None])
    by_pandas = pd.cut(numbers, range(0, 110, 10), right=False, labels=False).value_counts().to_dict()
    assert {low // 10: sum(marks.values()) for low, marks in unit_grid.bins(content.tiles) if marks} == by_pandas


def test_a_real_store_with_few_units_has_both_pages(new_seed_file, monkeypatch):
    components.store.store_access.close_all()
    monkeypatch.setenv("DATA_URL", str(new_seed_file()))
    at = well(new_session().run())
    for path in (TABLE, MAP):
        at.switch_page(path)
        at.query_params.update(dia_ban="42")
        text = said(well(at.run()))
        assert "Huyện Đức Thọ" in text and "minh họa" not in text.lower()
        at.query_params.update(dia_ban="75")
        assert "Chưa huyện, xã nào của tỉnh Đồng Nai có kết quả" in said(well(at.run()))
    components.store.store_access.close_all()
    monkeypatch.undo()


@pytest.fixture(scope="module")
def slides(sample_store):
    at = context(sample_store, sample=True)
    kinds_of = {
        "ranking": {"chi_tieu": "CQ.06"},
        "tile_map": {"chi_tieu": "CQ.06"},
        "unit_table": {"nhom": "HT", "theo": "-HT.45"},
    }
    return {kind: kinds.make(at, kind, {**ABOUT, **more}) for kind, more in kinds_of.items()}


def test_the_slides_hold_every_unit_in_native_shapes_that_carry_the_label(slides, sample_store):
    from pptx import Presentation

    rows = ranked(sample_store)
    for kind, made in slides.items():
        deck = Presentation(io.BytesIO(files.pptx(made, "Thử")))
        for slide in deck.slides:
            texts = "\n".join(shape.text_frame.text for shape in every_shape(slide) if shape.has_text_frame)
            assert "SỐ LIỆU MINH HỌA" in texts, kind
            assert not [shape for shape in slide.shapes if shape.shape_type == 13], "no picture"
    tiled, *_ = Presentation(io.BytesIO(files.pptx(slides["tile_map"], "Thử"))).slides
    named = [shape for shape in every_shape(tiled) if shape.name.startswith("ct-tile-")]
    assert {shape.name.removeprefix("ct-tile-") for shape in named} == set(rows.values("unit_id"))
    table = [
        shape.table
        for slide in Presentation(io.BytesIO(files.pptx(slides["unit_table"], "Thử"))).slides
        for shape in slide.shapes
        if shape.has_table
    ]
    units = [row.cells[0].text for of in table for row in list(of.rows)[1:]]
    reported = rows_of(sample_store, "HT")
    assert len(units) == len(set(reported.values("unit_id"))) and len(table) == len(slides["unit_table"]) > 3
    assert files.pdf(slides["unit_table"][:1], "Thử").startswith(b"%PDF")


def test_a_bar_in_a_cell_is_as_long_as_its_number(sample_store):
    rows = rows_of(sample_store, "HT")
    units = reads.units_on_day(sample_store, province_code="42", on_day=pd.Timestamp("2024-09-30").date()).where(level="commune")
    chosen = words.UnitTableChoice("commune", 2024, "Q3", "HT", "Hạ tầng số", "ten", "", False)
    columns = words.indicators(rows)
    matrix = unit_matrix.matrix(words.shown(words.lines(rows, units), columns, chosen), columns)
    bars = [cell.bar.value for _, cells in matrix.rows for cell in cells if cell.bar]
    assert len(bars) == len(rows) and round(sum(bars), 4) == round(sum(rows.values("actual")) / 100, 4)


def test_a_slide_of_today_holds_and_other_figures_make_it_stale(slides, sample_store):
    from components.slides.older import refresh
    from tests.components.slides.slide_samples import halved

    made = [
        found[-1] for found in slides.values()
    ]  # of the map the list: the map itself tells statuses alone, which are the same
    deck = files.pptx(made, "Thử")
    assert [page.state for page in refresh.looked_at(deck, "a.pptx", context(sample_store, sample=True))] == ["current"] * 3
    later = context(sample_store, sample=True, change=halved)
    assert [page.state for page in refresh.looked_at(deck, "a.pptx", later)] == ["stale"] * 3
    fresh, _ = refresh.refreshed(deck, "a.pptx", later)
    assert [page.state for page in refresh.looked_at(fresh, "a.pptx", later)] == ["current"] * 3
