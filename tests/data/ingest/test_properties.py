"""What holds for every file: properties of the importer, tried on generated tables."""

from __future__ import annotations

import random
import re
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from data.accounts.sign_in import CLI
from data.ingest.findings.finding import Refused
from data.ingest.importer import commit, inspect
from data.ingest.preview import UploadRejected
from data.ingest.reading import cells
from data.ingest.reading.encodings import ailment
from data.ingest.table.source import Source
from data.ingest.undo import take_back
from data.vietnamese.text import guarded
from queries.store import Store
from tests.sample_uploads import (
    COMMUNES,
    COUNTS,
    ENCODINGS,
    FULL,
    HEADERS,
    RATE,
    SHARES,
    csv_file,
    encoded,
    english_in,
    fingerprint,
    preview_values,
    published,
    saved,
    workbook,
    written,
)
from tests.sample_workbooks import ods, xls

SOURCES = ("Báo cáo tổng hợp", "Báo cáo của văn phòng", "525/KH-UBND")


def at_most(examples: int):
    """Bounded, the same examples at every run."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        phases=(Phase.explicit, Phase.generate),  # a failing example is small enough as it is
        suppress_health_check=list(HealthCheck),
    )


@pytest.fixture(scope="module")
def working_store(new_seed_store) -> Store:
    """A store in which each example takes back what it wrote."""
    return new_seed_store()


@st.composite
def figure(draw, units=COMMUNES, years=(2021, 2022, 2023), sources=SOURCES):
    """One good row: a target, a result or both, written the Vietnamese way."""
    indicator = draw(st.sampled_from((*SHARES, *COUNTS)))
    if indicator in COUNTS:
        value = st.integers(0, 5_000_000).map(str)
    else:
        value = st.one_of(st.integers(0, 100), st.integers(100, 9_999).map(lambda n: Decimal(n) / 100)).map(written)
    target, result = draw(st.sampled_from(((value, st.just("")), (st.just(""), value), (value, value))))
    return {
        "ma_chi_tieu": indicator,
        "cap": "xa",
        "don_vi": draw(st.sampled_from(units)),
        "nam": str(draw(st.sampled_from(years))),
        "ky": draw(st.sampled_from(("N", "Q1", "T3", "6T"))),
        "chi_tieu": draw(target),
        "ket_qua": draw(result),
        "nguon": draw(st.sampled_from(sources)),
    }


def key(row):
    """What names a row's figure."""
    return tuple(row[header] for header in ("ma_chi_tieu", "cap", "don_vi", "nam", "ky", "nguon"))


def tables(size: int = 12, **of):
    """Good tables: no figure twice."""
    return st.lists(figure(**of), min_size=1, max_size=size, unique_by=key)


def seen(store, data, name="bang.csv", answers=None):
    """A preview, with nothing in English and nothing changed in the store."""
    before = fingerprint(store)
    preview = inspect(store, data, name, CLI, answers)
    assert fingerprint(store) == before
    assert [english_in(finding) for finding in preview.findings if english_in(finding)] == []
    return preview


def written_down(store, data, name="bang.csv"):
    """The receipt of a file that is committed whatever is unlikely about it."""
    return commit(store, data, name, CLI, seen=None, reason="số liệu sinh để thử")


@given(rows=tables(), delimiter=st.sampled_from(",;\t|"), newline=st.sampled_from(("\n", "\r\n", "\r")), quoted=st.booleans())
@at_most(1)
def test_one_table_in_every_encoding_dialect_and_as_a_workbook_gives_one_preview(store, rows, delimiter, newline, quoted):
    expected = preview_values(seen(store, csv_file(rows)))
    assert expected["ready"] and expected["rows"] == len(rows)
    for encoding in ENCODINGS:
        data = csv_file(rows, encoding=encoding, delimiter=delimiter, newline=newline, quoted=quoted)
        answers = {"text_tcvn3": "yes"} if encoding == "tcvn3" else None
        observed = preview_values(seen(store, data, answers=answers))
        if encoding == "tcvn3":
            observed["findings"] = [finding for finding in observed["findings"] if finding[0] != "text_tcvn3"]
            observed["ready"] = expected["ready"]
        assert observed == expected, (encoding, delimiter, newline, quoted)
    assert preview_values(seen(store, workbook(rows), "bang.xlsx")) == expected
    assert preview_values(seen(store, workbook(rows, numbers=False), "bang.xlsx")) == expected


@given(rows=tables(), delimiter=st.sampled_from(",;\t|"), newline=st.sampled_from(("\n", "\r\n", "\r")), quoted=st.booleans())
@at_most(40)
def test_one_table_in_every_encoding_and_dialect_has_the_same_cells_in_the_same_rows(rows, delimiter, newline, quoted):
    def cells_of(data):
        source = Source(data)
        table = source.table(source.form({}), {"text_tcvn3": "yes"})
        return table.row_numbers.tolist(), {
            header: (column.letter, [column.texts[code] for code in column.codes]) for header, column in table.columns.items()
        }

    expected = cells_of(csv_file(rows))
    for encoding in ENCODINGS:
        assert cells_of(csv_file(rows, encoding=encoding, delimiter=delimiter, newline=newline, quoted=quoted)) == expected
    assert cells_of(csv_file(rows, sep_line=True, delimiter=delimiter, newline=newline))[1] == expected[1]


QUARTERS = {"Q1": "Quý I", "Q2": "Quý II", "Q3": "Quý III", "Q4": "Quý IV"}
UNFOLDED = {"unfold": "yes"}
NOT_TCVN3 = ENCODINGS[:8]


@st.composite
def quarters(draw):
    """Good rows of one commune and year: some indicators, some quarters, a target, a result or both of each."""
    shares = draw(st.lists(st.sampled_from((*SHARES, *COUNTS)), min_size=1, max_size=4, unique=True))
    periods = draw(st.lists(st.sampled_from(tuple(QUARTERS)), min_size=1, max_size=4, unique=True))
    rows = []
    for indicator in shares:
        for period in sorted(periods):
            figures = [
                written(draw(st.integers(0, 100))),
                draw(st.sampled_from(("12,5", "60", "7,25") if indicator in SHARES else ("12", "60"))),
            ]
            kept = draw(st.sampled_from(((0, 1), (0,), (1,))))
            both = [figure if place in kept else "" for place, figure in enumerate(figures)]
            rows.append({"ma_chi_tieu": indicator, "cap": "xa", "don_vi": COMMUNES[0], "nam": "2022", "ky": period, "chi_tieu": both[0], "ket_qua": both[1], "nguon": SOURCES[0]})  # fmt: skip
    return rows


def wide_table(rows):
    """The same figures with the quarters as headings, plan and result below them, the rest in the titles."""
    periods = sorted({row["ky"] for row in rows})
    cells = {(row["ma_chi_tieu"], row["ky"]): (row["chi_tieu"], row["ket_qua"]) for row in rows}
    titles = [["Năm 2022"], [f"Đơn vị: {COMMUNES[0]}"], [f"Nguồn: {SOURCES[0]}"], ["Cấp: xã"]]
    heads = [
        ["Mã chỉ tiêu", *(text for period in periods for text in (QUARTERS[period], ""))],
        ["", *["KH", "TH"] * len(periods)],
    ]
    indicators = dict.fromkeys(row["ma_chi_tieu"] for row in rows)
    return [*titles, *heads, *([one, *(text for period in periods for text in cells[one, period])] for one in indicators)]


def long_table(rows):
    """The same figures as the form has them."""
    return [list(HEADERS), *([row[header] for header in HEADERS] for row in rows)]


def text_file(table, encoding="utf-8"):
    """A table as text between semicolons."""
    width = max(map(len, table))
    return encoded("\n".join(";".join([*row, *[""] * (width - len(row))]) for row in table) + "\n", encoding)


def numbered(table):
    """A table with its figures as a workbook's numbers."""
    return [
        [float(cell.replace(",", ".")) if re.fullmatch(r"[0-9]{1,3}(,[0-9]+)?", cell) else cell for cell in row] for row in table
    ]


def xlsx(table):
    """A table as .xlsx."""
    book = openpyxl.Workbook()
    for row in table:
        book.active.append([None if cell == "" else cell for cell in row])
    return saved(book)


def figures_read(data):
    """What a file says, figure by figure, as its writer sees it; and nothing but notes is found."""
    source = Source(data)
    table = source.table(source.form(UNFOLDED), UNFOLDED)
    assert [finding for finding in table.findings if finding.severity != "note"] == []
    columns = {header: [cells.seen(column.texts[code]) for code in column.codes] for header, column in table.columns.items()}
    return sorted(tuple(columns[header][row] if header in columns else "" for header in HEADERS) for row in range(len(table)))


@given(rows=quarters())
@at_most(12)
def test_wide_and_long_tables_in_every_encoding_and_kind_of_workbook_say_the_same(rows):
    expected = sorted(tuple(row[header] for header in HEADERS) for row in rows)
    for encoding in NOT_TCVN3:
        for table in (wide_table(rows), long_table(rows)):
            assert figures_read(text_file(table, encoding)) == [
                (*row[:1], "xã" if table[0] == ["Năm 2022"] else "xa", *row[2:]) for row in expected
            ]


@given(rows=quarters())
@at_most(2)
def test_wide_and_long_tables_as_workbooks_of_every_kind_say_the_same(rows):
    expected = sorted((row["ma_chi_tieu"], row["ky"], row["chi_tieu"], row["ket_qua"]) for row in rows)
    for table in (wide_table(rows), long_table(rows)):
        for make in (xlsx, xls, ods):
            for cells_of in (table, numbered(table)):
                assert [(row[0], row[4], row[5], row[6]) for row in figures_read(make(cells_of))] == expected, make


@given(rows=quarters())
@at_most(1)
def test_wide_and_long_tables_of_every_kind_give_one_preview(store, rows):
    def said(data):
        asked = {question.key for question in inspect(store, data, "bang.csv", CLI).questions}
        preview = seen(store, data, answers={key: answer for key, answer in UNFOLDED.items() if key in asked})
        found = {(one.code, one.severity) for one in preview.findings if one.severity != "note"}
        return sorted(map(str, (tuple(row)[1:] for row in preview.changes))), preview.new_rows, preview.ready, [tuple(row) for row in preview.counts], found  # fmt: skip

    expected = said(text_file(long_table(rows)))
    assert expected[1] and expected[2]
    for data in (text_file(wide_table(rows)), *(make(numbered(wide_table(rows))) for make in (xlsx, xls, ods)), *(make(long_table(rows)) for make in (xls, ods))):  # fmt: skip
        assert said(data) == expected


@given(rows=tables(), order=st.randoms(use_true_random=False))
@at_most(3)
def test_the_order_of_rows_and_columns_does_not_matter(store, rows, order):
    moved, headers = list(rows), list(HEADERS)
    order.shuffle(moved)
    order.shuffle(headers)
    here, there = seen(store, csv_file(rows)), seen(store, csv_file(moved, headers))

    def by_figure(preview):
        return (
            sorted(tuple(row)[1:] for row in preview.changes),
            preview_values(preview)["counts"],
            preview.new_rows,
            preview.ready,
        )

    def by_row(preview, of):
        return sorted((one.code, one.column, key(of[row - 2])) for one in preview.findings for row in one.rows)

    assert by_figure(here) == by_figure(there)
    assert by_row(here, rows) == by_row(there, moved)
    assert list(here.affected_status) == list(there.affected_status)


@given(rows=tables(), again=st.sampled_from(ENCODINGS[:8]), order=st.randoms(use_true_random=False))
@at_most(2)
def test_what_was_uploaded_once_changes_nothing_a_second_time_and_undo_gives_back_the_former_figures(
    working_store, rows, again, order
):
    before = published(working_store)
    receipt = written_down(working_store, csv_file(rows))
    assert receipt.upload_id is not None and receipt.written == sum(bool(row["chi_tieu"]) + bool(row["ket_qua"]) for row in rows)
    after, held = published(working_store), fingerprint(working_store)
    assert after != before

    moved = list(rows)
    order.shuffle(moved)
    twice = written_down(working_store, csv_file(moved, encoding=again, delimiter="\t"))
    assert (twice.upload_id, twice.written, twice.unchanged) == (None, 0, receipt.written)
    assert fingerprint(working_store) == held

    assert take_back(working_store, receipt.upload_id, CLI, "thử") == (receipt.written, 0, 0, "figures")
    assert published(working_store) == before
    assert working_store.check() == []


def figures_of(store):
    """What the published view shows, by figure."""
    return {
        (row["indicator_id"], row["unit_id"], row["level"], row["year"], row["period"]): row
        for row in store.arrow("target_vs_actual").to_pylist()
    }


def number_of(value):
    return None if value is None else float(value)


NARROW = {"units": COMMUNES[:2], "years": (2022,)}


@given(first=tables(**NARROW), second=tables(**NARROW))
@at_most(3)
def test_the_counts_of_the_preview_equal_the_difference_afterwards(working_store, first, second):
    written_before = written_down(working_store, csv_file(first))
    before, claims = figures_of(working_store), claims_of(working_store)
    data = csv_file(second)
    preview = seen(working_store, data)
    receipt = written_down(working_store, data)
    after = figures_of(working_store)

    counted: dict[str, int] = {}
    for change in preview.changes:
        figure_key = (change.indicator_id, COMMUNE_OF[change.unit_name], change.level, change.year, change.period)
        was, is_now = before.get(figure_key), after[figure_key]
        text, document = (
            ("target_as_written", "target_document") if change.kind == "target" else ("actual_as_written", "actual_document")
        )
        low = {"target": lambda row: number_of(row["target_low"] if row["target_low"] is not None else row["target_high"]),
               "result": lambda row: number_of(row["actual"])}[change.kind]  # fmt: skip
        assert change.before_text == (was and was[text])
        assert (change.before_status, change.after_status) == (was and was["status"], is_now["status"])
        locator = document.replace("document", "locator")
        shown = (is_now[document], is_now[text], is_now[locator]) == (change.document, change.after_text, change.locator)
        if shown:
            assert low(is_now) == change.after_value
        if change.change != "unchanged":
            same = was and (was[text], low(was)) == (is_now[text], low(is_now))
            was_none = not was or was[text] is None
            assert change.change == ("beside" if not shown else "new" if was_none else "restated" if same else "changed")
        counted[change.change] = counted.get(change.change, 0) + 1
    assert counted == {row.change: row.rows for row in preview.counts}
    assert receipt.written == preview.new_rows == sum(count for change, count in counted.items() if change != "unchanged")
    assert receipt.unchanged == counted.get("unchanged", 0)
    untouched = {name for name in after if name not in touched_by(second)}
    flipped = {
        (row.indicator_id, row.unit_id, row.level, row.year, row.period): (row.before_status, row.after_status)
        for row in preview.affected_status
    }
    assert flipped == {
        name: (before[name]["status"], after[name]["status"])
        for name in untouched & before.keys()
        if before[name]["status"] != after[name]["status"]
    }
    now = claims_of(working_store)
    assert bool(now - claims) == bool(receipt.written)
    for upload in (receipt.upload_id, written_before.upload_id):
        if upload:
            take_back(working_store, upload, CLI, "thử")


@given(first=tables(**NARROW), second=tables(**NARROW), both=st.data())
@at_most(4)
def test_taking_back_the_first_of_two_files_leaves_what_the_second_alone_would_have_brought(working_store, first, second, both):
    """The right file after the wrong one, most of its rows the same; then the wrong one is taken back."""
    again = [row for row in first if key(row) not in set(map(key, second))]
    second = [*second, *both.draw(st.lists(st.sampled_from(again), unique_by=key) if again else st.just([]))]
    alone = written_down(working_store, csv_file(second))
    expected = claims_of(working_store)
    take_back(working_store, alone.upload_id, CLI, "thử")

    wrong, right = (written_down(working_store, csv_file(rows)) for rows in (first, second))
    taken = take_back(working_store, wrong.upload_id, CLI, "thử")
    assert working_store.check() == []
    if right.upload_id:
        assert claims_of(working_store) == expected and taken.reaffirmed == right.unchanged
        take_back(working_store, right.upload_id, CLI, "thử")
    assert claims_of(working_store) < expected and working_store.check() == []


def claims_of(store):
    """Every claim that people see, whichever upload brought it."""
    return set(map(str, store.arrow("figure_claim").drop(["upload_id"]).to_pylist()))


COMMUNE_OF: dict[str, str] = {}


@pytest.fixture(scope="module", autouse=True)
def commune_names(store):
    """Names of the communes, by which a preview speaks of them."""
    for row in store.arrow("unit").to_pylist():
        if row["code"] in COMMUNES:
            COMMUNE_OF[row["name"]] = row["unit_id"]


def touched_by(rows):
    return {(row["ma_chi_tieu"], row["don_vi"], "commune", int(row["nam"]), row["ky"]) for row in rows}


BAD = {  # header -> (what a cell says, code of the finding)
    "ma_chi_tieu": (("CQ.999", "indicator_unknown"), ("", "needed"), ("chỉ tiêu", "indicator_unknown")),
    "cap": (("phường", "not_a_word"), ("", "needed")),
    "don_vi": (("Xã Không Có", "unit_unknown"), ("99999", "unit_unknown"), ("", "needed")),
    "nam": (("2203", "not_a_year"), ("hai nghìn", "not_a_year"), ("", "needed")),
    "ky": (("Q5", "not_a_period"), ("T13", "not_a_period"), ("", "needed")),
    "chi_tieu": (("nhiều", "not_a_target"), ("70/60/40", "several_levels")),
    "ket_qua": (("trên 50%", "estimate_in_words"), ("Đạt", "not_a_number"), ("-5", None), ("12,,5", "not_a_number")),
    "nguon": (("", "needed"),),
}


@given(
    rows=tables(size=10).filter(lambda rows: len(rows) > 1),
    where=st.integers(0, 9),
    header=st.sampled_from(HEADERS),
    which=st.integers(0, 3),
    order=st.randoms(use_true_random=False),
    blanks=st.integers(0, 2),
)
@at_most(8)
def test_a_planted_bad_cell_is_reported_at_its_own_place(store, rows, where, header, which, order, blanks):
    where %= len(rows)
    text, code = BAD[header][which % len(BAD[header])]
    rows = [dict(row) for row in rows]
    rows[where][header] = text
    headers = list(HEADERS)
    order.shuffle(headers)
    lines = csv_file(rows, headers).split(b"\n")
    lines[where + 1 : where + 1] = [b""] * blanks  # blank lines above it count, as they do in Excel
    preview = seen(store, b"\n".join(lines))
    letter, row = "ABCDEFGH"[headers.index(header)], where + 2 + blanks
    stops = [finding for finding in preview.of("stop") if row in finding.rows]
    assert [finding for finding in stops if (finding.column, finding.letter) == (header, letter)], (
        header,
        text,
        preview.findings,
    )
    if code:
        assert code in {finding.code for finding in stops}
        assert f"({letter}{row})" in next(finding for finding in stops if finding.code == code).text(row)
    assert not preview.ready
    if not which:
        with pytest.raises(UploadRejected) as rejection:
            written_down(store, b"\n".join(lines))
        assert rejection.value.reason == "not_ready"


@given(rows=tables(size=6), seed=st.integers(0, 10**9))
@at_most(12)
def test_random_bytes_in_a_csv_file_never_raise_anything_but_a_vietnamese_refusal(store, rows, seed):
    chance, data = random.Random(seed), bytearray(csv_file(rows))
    for _ in range(chance.randint(1, 4)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        seen(store, bytes(data))
    except Refused as refused:
        assert refused.findings and [english_in(finding) for finding in refused.findings if english_in(finding)] == []


@given(seed=st.integers(0, 10**9))
@at_most(3)
def test_random_bytes_in_a_workbook_never_raise_anything_but_a_vietnamese_refusal(store, seed):
    chance = random.Random(seed)
    data = bytearray(
        workbook(
            [
                {
                    "ma_chi_tieu": "CQ.06",
                    "cap": "xa",
                    "don_vi": COMMUNES[0],
                    "nam": "2022",
                    "ky": "N",
                    "ket_qua": "70",
                    "nguon": "Báo cáo",
                }
            ]
        )
    )
    for _ in range(chance.randint(1, 6)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        seen(store, bytes(data), "bang.xlsx")
    except Refused as refused:
        assert refused.findings and [english_in(finding) for finding in refused.findings if english_in(finding)] == []


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", b"a,b\n1,2\n", b"PK\x03\x04x", b'ma_chi_tieu;cap\n"CQ', b"\xff" * 50],
    ids=lambda data: repr(data[:8]),
)
def test_a_refused_file_leaves_every_table_as_it_was(working_store, data):
    before, version = fingerprint(working_store), working_store.data_version()
    for attempt in (lambda: inspect(working_store, data, "x", CLI), lambda: written_down(working_store, data)):
        with pytest.raises(Refused) as refused:
            attempt()
        assert [english_in(finding) for finding in refused.value.findings if english_in(finding)] == []
    assert (fingerprint(working_store), working_store.data_version()) == (before, version)


def exported(store, guard: bool) -> bytes:
    """All figures of a store in the form of an upload, straight from the ledgers. ``guard``: formulas get an apostrophe."""
    rows = []
    with store._connection.cursor() as cursor:
        for table in ("target", "result"):
            cursor.execute(
                f"select * from {table} where upload_id in (select upload_id from live_upload) order by upload_id, row_number"
            )
            columns = [column[0] for column in cursor.description]
            for line in cursor.fetchall():
                rows.append(_as_upload(table, dict(zip(columns, line, strict=True))))
    if guard:
        rows = [{header: _guarded(header, text) for header, text in row.items()} for row in rows]
    return csv_file(rows, FULL, encoding="utf-8-sig", delimiter=",", newline="\r\n")


FORMULA = ("=", "+", "-", "@")


def _guarded(header: str, text: str) -> str:
    number = header in ("chi_tieu_tu", "chi_tieu_den", "gia_tri", "ket_qua_tu", "ket_qua_den", "tu_so", "mau_so")
    return f"'{text}" if text.startswith(FORMULA) and not number else text


def _as_upload(table: str, row: dict) -> dict[str, str]:
    level = {"province": "tinh", "district": "huyen", "commune": "xa", "all": "chung"}[row["level"]]
    told_row = {
        "ma_chi_tieu": row["indicator_id"], "cap": level, "don_vi": row["unit_id"].split("-")[0], "nam": str(row["year"]),
        "ky": row["period"], "nguon": row["document"], "vi_tri": row["locator"] or "", "ghi_chu": row["note"] or "",
    }  # fmt: skip
    if table == "target":
        return told_row | {
            "chi_tieu": row["as_written"], "dau": row["op"] or "", "chi_tieu_tu": written(row["low"]), "chi_tieu_den": written(row["high"]),
        }  # fmt: skip
    qualifiers = {"exact": "chinh_xac", "about": "khoang", "over": "tren", "nearly": "gan", "estimate": "uoc"}
    return told_row | {
        "ket_qua": row["as_written"], "gia_tri": written(row["value"]), "ket_qua_tu": written(row["low"]),
        "ket_qua_den": written(row["high"]), "tu_so": written(row["numerator"]), "mau_so": written(row["denominator"]),
        "dinh_tinh": qualifiers[row["qualifier"]], "so_lieu_den_ngay": f"{row['as_of']:%d/%m/%Y}" if row["as_of"] else "",
        "danh_gia": {"met": "dat", "missed": "chua_dat", None: ""}[row["stated_status"]],
        "can_cu": {"measured": "đo được", "stated": "văn bản nêu", "words": "bằng lời", None: ""}[row["basis"]],
    }  # fmt: skip


@given(
    rows=tables(size=8, sources=SOURCES[:2]),
    notes=st.lists(
        st.sampled_from(("=1+1", "+84 239", "-5% so với quý trước", "@văn phòng", "'nháy", "'=SUM(A1)", "", "bình thường")),
        min_size=8,
        max_size=8,
    ),
    below=st.integers(-9_999, -1),
)
@at_most(1)
def test_what_is_exported_and_uploaded_again_changes_nothing(working_store, rows, notes, below):
    rows = [row | {"ghi_chu": note} for row, note in zip(rows, notes, strict=False)]
    rows.append(
        {
            "ma_chi_tieu": RATE,
            "cap": "xa",
            "don_vi": COMMUNES[3],
            "nam": "2020",
            "ky": "N",
            "ket_qua": written(Decimal(below) / 100),
            "nguon": "Báo cáo",
            "ghi_chu": "",
        }
    )
    receipt = written_down(working_store, csv_file(rows, (*HEADERS, "ghi_chu")))
    shipped = working_store.select(
        "select sum(n) as n from (select count(*) as n from target where upload_id = 1 union all select count(*) from result where upload_id = 1)"
    ).n[0]
    before = fingerprint(working_store)
    shipped = working_store.select(
        "select (select count(*) from target where upload_id = 1) + (select count(*) from result where upload_id = 1) as n"
    )["n"][0]
    for guard in (True, False):
        again = written_down(working_store, exported(working_store, guard))
        assert (again.upload_id, again.written) == (None, 0), [
            tuple(row) for row in again.preview.changes if row.change != "unchanged"
        ]
        assert again.unchanged == shipped + receipt.written
    assert fingerprint(working_store) == before
    short = written_down(working_store, csv_file(rows, (*HEADERS, "ghi_chu")))
    assert (short.upload_id, short.unchanged) == (None, receipt.written)
    take_back(working_store, receipt.upload_id, CLI, "thử")


@given(text=st.text(max_size=12))
@at_most(200)
def test_cleaning_a_cell_twice_is_cleaning_it_once(text):
    once = cells.clean(text)
    if once[:1] not in cells.MARKS and not once.startswith("'"):
        assert cells.clean(once) == once


@given(text=st.text(max_size=12).filter(lambda text: text[:1] not in cells.MARKS))
@at_most(200)
def test_the_guard_of_an_export_is_taken_off_by_the_import(text):
    assert cells.clean(guarded(cells.clean(text))) == cells.clean(text)


@pytest.mark.parametrize("text", ["'nháy", "‘háy’", "[hái]", "+bán"])
def test_a_sign_beside_a_word_is_not_taken_for_an_old_font(text):
    assert ailment(text) is None
