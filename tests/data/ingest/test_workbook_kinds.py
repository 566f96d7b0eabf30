"""Workbooks that are no .xlsx: read with the same cells, errors, formats and hidden states, within the same limits, or refused by name."""

import io
import shutil
import subprocess
import zipfile
from datetime import date

import pytest

from data.ingest.findings.finding import Refused
from data.ingest.reading import workbook_file
from data.ingest.reading.cells import DAY, ERROR, NUMBER, PERCENT, TRUTH, UNCALCULATED
from data.ingest.reading.workbook_file import sheets_of
from tests.conftest import in_ci
from tests.data.ingest.sample_files import archive, book, codes_and_places, lines, read
from tests.sample_workbooks import Percent, ods, ods_of, xls

TABLE = lines({"ket_qua": 69.3, "nam": 2023}, {"ket_qua": Percent(0.45), "nam": 2022}, {"ket_qua": "16/16", "nam": 2021})
KINDS = {"xls": xls, "ods": ods}


def content(data):
    table = read(data)
    return [
        (int(row), header, column.texts[column.codes[index]])
        for header, column in table.columns.items()
        for index, row in enumerate(table.row_numbers)
    ]


@pytest.mark.parametrize("make", KINDS.values(), ids=KINDS)
def test_a_workbook_of_another_kind_is_the_same_table(make):
    assert content(make(TABLE)) == content(book(TABLE, formats={"G3": "0.0%"}))


@pytest.mark.parametrize("make", KINDS.values(), ids=KINDS)
def test_what_a_cell_is_beyond_its_text_is_kept(make):
    kind = "xls" if make is xls else "ods"
    cells = [["1.10", 1.1, Percent(0.693), date(2023, 12, 16), True, " chữ ", "", 5]]
    [sheet] = sheets_of(make(cells), kind)
    assert sheet.records == [
        (1, ["1.10", NUMBER + "1.1", PERCENT + "0.693", DAY + "2023-12-16", TRUTH + "TRUE", " chữ ", "", NUMBER + "5"])
    ]


@pytest.mark.parametrize("make", KINDS.values(), ids=KINDS)
def test_hidden_sheets_are_not_read_hidden_rows_are_and_both_are_said(make):
    table = read(make(TABLE, TABLE, hidden=(1,), hidden_rows=(3,)))
    assert codes_and_places(table.findings) == [("rows_hidden", (3,), ""), ("sheet_hidden", (), "")]


@pytest.mark.parametrize("make", KINDS.values(), ids=KINDS)
def test_merged_ranges_are_known(make):
    merges = [(2, 1, 4, 1), (1, 2, 1, 3)]
    [sheet] = sheets_of(make(TABLE, merges=merges), "xls" if make is xls else "ods")
    assert sorted(sheet.merges) == sorted(merges)


def test_merged_ranges_of_an_xlsx_are_known():
    import openpyxl

    opened = openpyxl.load_workbook(io.BytesIO(book(TABLE)))
    opened.active.merge_cells("A2:A4")
    opened.active.merge_cells("B1:C1")
    out = io.BytesIO()
    opened.save(out)
    assert sorted(sheets_of(out.getvalue(), "xlsx")[0].merges) == [(1, 2, 1, 3), (2, 1, 4, 1)]


def ods_cells(cells: str) -> bytes:
    return ods_of(f'<table:table table:name="T"><table:table-row>{cells}</table:table-row></table:table>')


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<table:table-cell table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>', ERROR + "#DIV/0!"),
        ('<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"><text:p>Err:502</text:p></table:table-cell>', ERROR + "Err:502"),
        ('<table:table-cell table:formula="of:=[.A1]+1"/>', UNCALCULATED + "[.A1]+1"),
        ('<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"><text:p>2</text:p></table:table-cell>', NUMBER + "2"),
        ('<table:table-cell office:value-type="string"><office:annotation><text:p>ghi chú</text:p></office:annotation><text:p>hai <text:span>đoạn</text:span><text:s text:c="9999999"/>x</text:p><text:p>dòng hai</text:p></table:table-cell>', "hai đoạn" + " " * 100 + "x\ndòng hai"),
        ('<table:table-cell office:value-type="string"><text:p>\ue00069</text:p></table:table-cell>', "69"),
    ],
    ids=["error", "error of a number", "uncalculated", "calculated", "text", "private letters"],
)  # fmt: skip
def test_cells_of_opendocument_are_what_the_sheet_shows(cell, text):
    assert sheets_of(ods_cells(cell), "ods")[0].records == [(1, [text])]


def test_repeated_blanks_cost_nothing_and_repeated_figures_stop_at_the_limit(monkeypatch):
    blank = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    filled = '<table:table-cell office:value-type="float" office:value="1"{}><text:p>1</text:p></table:table-cell>'
    rows = f"{blank}<table:table-row>{filled.format('')}</table:table-row>"
    assert sheets_of(ods_of(f'<table:table table:name="T">{rows}</table:table>'), "ods")[0].records == [(1048001, [NUMBER + "1"])]
    wide = ods_cells(filled.format(' table:number-columns-repeated="16384"'))
    many = ods_of(f'<table:table table:name="T"><table:table-row table:number-rows-repeated="1048576">{filled.format("")}</table:table-row></table:table>')  # fmt: skip
    monkeypatch.setattr(workbook_file, "MAX_ROWS", 1_000)
    for data, code in ((wide, "too_many_columns"), (many, "too_many_rows")):
        with pytest.raises(Refused) as refused:
            sheets_of(data, "ods")
        assert [finding.code for finding in refused.value.findings] == [code]


def test_entities_of_opendocument_are_not_expanded():
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    data = ods_cells('<table:table-cell office:value-type="string"><text:p>&l9;</text:p></table:table-cell>')
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            doctype = f'?><!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>'.encode()
            new.writestr(name, old.read(name).replace(b"?>", doctype, 1) if name == "content.xml" else old.read(name))
    try:
        [sheet] = sheets_of(out.getvalue(), "ods")
    except Refused as refused:
        assert [finding.code for finding in refused.findings] == ["file_damaged"]
    else:
        assert sum(len(cell) for _, cells in sheet.records for cell in cells) < 100


def test_tables_inside_noted_changes_are_no_sheets():
    changes = '<table:tracked-changes><table:deletion><table:table-cell office:value-type="string"><text:p>cũ</text:p></table:table-cell></table:deletion></table:tracked-changes>'
    row = (
        '<table:table-row><table:table-cell office:value-type="string"><text:p>mới</text:p></table:table-cell></table:table-row>'
    )
    [sheet] = sheets_of(ods_of(changes + f'<table:table table:name="T">{row}</table:table>'), "ods")
    assert (sheet.name, sheet.records) == ("T", [(1, ["mới"])])


@pytest.mark.parametrize("make", KINDS.values(), ids=KINDS)
@pytest.mark.parametrize("keep", [0.3, 0.6, 0.9])
def test_a_cut_workbook_is_refused_in_vietnamese(make, keep):
    data = make(TABLE)
    with pytest.raises(Refused) as refused:
        read(data[: int(len(data) * keep)])
    assert refused.value.findings[0].code in ("file_damaged", "no_header", "file_slow", "file_unknown")


TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
BINARY_TYPES = '<Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (archive(**{"[Content_Types]_DOT_xml": BINARY_TYPES, "xl__workbook_DOT_bin": "x"}), "file_xlsb", ".xlsb"),
        (archive(**{"Index__Document_DOT_iwa": "x"}), "file_numbers", "Numbers"),
        (b'<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">', "file_fods", ".fods"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "file_xml_excel", "Excel 2003"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument>', "file_word", "Word"),
        (b'<?xml version="1.0"?><root/>', "file_xml", "XML"),
        (archive(mimetype="application/vnd.oasis.opendocument.text", **{"content_DOT_xml": "<a/>"}), "file_word", ".odt"),
        (archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "file_damaged", "hỏng"),
        (archive(mimetype="application/vnd.oasis.opendocument.spreadsheet", **{"content_DOT_xml": "x", "META-INF__manifest_DOT_xml": "<manifest:encryption-data/>"}), "file_encrypted", "mật khẩu"),
        (OLE + "Workbook _VBA_PROJECT".encode("utf-16-le"), "file_xlsm", "macro"),
        (OLE + "Workbook".encode("utf-16-le"), "file_damaged", "hỏng"),
        (OLE + "WordDocument".encode("utf-16-le"), "file_word", ".doc"),
        (archive(**{"[Content_Types]_DOT_xml": TYPES, "word__document_DOT_xml": "<a/>"}), "file_word", "Word"),
        (b"%PDF-1.7", "file_pdf", "PDF"),
    ],
    ids=["xlsb", "numbers", "fods", "excel 2003 xml", "word 2003 xml", "other xml", "odt", "ods without content", "locked ods", "xls with macros", "broken xls", "doc", "docx", "pdf"],
)  # fmt: skip
def test_each_other_kind_is_called_by_its_name_and_says_what_to_do(data, code, says):
    with pytest.raises(Refused) as refused:
        read(data)
    [finding] = refused.value.findings
    assert finding.code == code and says in finding.text()


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Saves a workbook as LibreOffice does: ``office(data, kind)``."""

    def saved(data, kind):
        folder = tmp_path_factory.mktemp("office")
        (folder / "bang.xlsx").write_bytes(data)
        if shutil.which("soffice"):
            profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
            subprocess.run(["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(folder / "bang.xlsx")], check=True, capture_output=True, timeout=180)  # fmt: skip
        if not (folder / f"bang.{kind}").exists():
            said = "install libreoffice-calc-nogui to see what LibreOffice saves"
            pytest.fail(said) if in_ci() else pytest.skip(said)
        return (folder / f"bang.{kind}").read_bytes()

    return saved


@pytest.mark.parametrize("kind", ["ods", "xls"])
def test_what_libreoffice_saves_is_the_same_table(kind, office):
    data = office(book([*TABLE, ["=1/0", "=1+1"]], formats={"G3": "0.0%"}, hidden_rows=(4,)), kind)
    [sheet] = sheets_of(data, kind)
    [original] = sheets_of(book(TABLE, formats={"G3": "0.0%"}), "xlsx")
    assert [cells for _, cells in sheet.records[:4]] == [cells for _, cells in original.records]
    assert sheet.records[4] == (5, [ERROR + "#DIV/0!", NUMBER + "2"])
    assert sheet.hidden_rows == {4}
