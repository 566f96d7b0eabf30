"""Small files for the importer's tests, good and broken, and the quick way to its findings."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable
from datetime import date
from typing import Any

from openpyxl import Workbook

from data.accounts.sign_in import CLI, Person
from data.ingest.findings.finding import Finding, Refused
from data.ingest.reading.encodings import _TCVN3
from data.ingest.rows.catalogues import CatalogueSheet
from data.ingest.rows.figure_sheet import FigureSheet
from data.ingest.table.source import Source
from queries.engine import one_thread
from queries.store import Store

TODAY = date(2026, 11, 15)
DOCUMENT = "06/QĐ-TTg"  # in the register, and no figure of the seed names it
REPORT = "BC 12/BC-UBND"  # a unit's own report, not in the register
COLUMNS = ("ma_chi_tieu", "cap", "don_vi", "nam", "ky", "chi_tieu", "ket_qua", "nguon")
USUAL = {"ma_chi_tieu": "CQ.06", "cap": "tinh", "don_vi": "42", "nam": "2023", "ky": "N", "nguon": DOCUMENT}
INDICATOR_COLUMNS = (
    "ma_chi_tieu", "ten", "ten_ngan", "nhom", "don_vi_tinh", "chieu", "loai_so_lieu", "cac_cap", "dinh_nghia", "ngay_ra_soat", "hang",
)  # fmt: skip
INDICATOR = {
    "ma_chi_tieu": "CQ.90", "ten": "Tỷ lệ hồ sơ thử", "ten_ngan": "Hồ sơ thử", "nhom": "CQ", "don_vi_tinh": "%", "chieu": "tang",
    "loai_so_lieu": "ty_le", "cac_cap": "tinh", "dinh_nghia": "Hồ sơ thử chia tổng số hồ sơ.", "ngay_ra_soat": "31/12/2026", "hang": "phu",
}  # fmt: skip
DOCUMENT_COLUMNS = ("so_hieu", "loai", "ten", "ngay", "ngay_xep", "ma_don_vi")
NEW_DOCUMENT = {"so_hieu": "90/BC-UBND", "loai": "báo cáo", "ten": "Báo cáo thử", "ngay": "10/01/2024", "ma_don_vi": "440"}

STAFF_DUC_THO = Person("van-phong", "Văn phòng", "staff", ("440",), "oidc")
STAFF_COMMUNE = Person("bac-hong", "Cán bộ phường", "staff", ("18073",), "oidc")
STAFF_DONG_NAI = Person("dong-nai", "Cán bộ Đồng Nai", "staff", ("75",), "oidc")
STAFF_HA_TINH = Person("chuyen-vien", "Chuyên viên", "staff", ("42",), "oidc")


def lines(*rows: dict[str, Any], usual: dict[str, Any] = USUAL, columns: tuple[str, ...] = COLUMNS) -> list[list[Any]]:
    """A heading and rows. A row gives what differs from the usual one; columns beyond the usual ones are appended."""
    more = [column for row in rows for column in row if column not in columns]
    heading = [*columns, *dict.fromkeys(more)]
    return [heading, *([{**usual, **row}.get(column, "") for column in heading] for row in rows)]


def text(table: list[list[Any]], delimiter: str = ",", newline: str = "\n") -> str:
    """A table as CSV."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=newline).writerows(table)
    return out.getvalue()


def figures(*rows: dict[str, Any]) -> bytes:
    """A CSV file of figures, UTF-8."""
    return text(lines(*rows)).encode()


def of_documents(rows: Iterable[dict[str, Any]]) -> bytes:
    """A file with all of these rows, each from another document: otherwise they would be one row that is said several times."""
    return figures(*({"nguon": f"BC {number}/BC-UBND"} | row for number, row in enumerate(rows, 1)))


def indicators(*rows: dict[str, Any]) -> bytes:
    """A CSV file of indicators."""
    return text(lines(*rows, usual=INDICATOR, columns=INDICATOR_COLUMNS)).encode()


def documents(*rows: dict[str, Any]) -> bytes:
    """A CSV file of documents."""
    return text(lines(*rows, usual=NEW_DOCUMENT, columns=DOCUMENT_COLUMNS)).encode()


def book(
    *sheets: list[list[Any]],
    hidden: tuple[int, ...] = (),
    hidden_rows: tuple[int, ...] = (),
    formats=None,
    hidden_columns: str = "",
) -> bytes:
    """A workbook: each sheet a table; ``hidden`` sheets by place, ``hidden_rows``, ``hidden_columns`` and ``formats`` of the first."""
    made = Workbook()
    made.remove(made.active)
    for place, table in enumerate(sheets):
        sheet = made.create_sheet(f"Trang {place + 1}")
        for number, row in enumerate(table, start=1):
            for column, value in enumerate(row, start=1):
                if value not in ("", None):
                    sheet.cell(number, column, value)
        sheet.sheet_state = "hidden" if place in hidden else "visible"
        if not place:
            for row in hidden_rows:
                sheet.row_dimensions[row].hidden = True
            for column in hidden_columns:
                sheet.column_dimensions[column].hidden = True
            for cell, number_format in (formats or {}).items():
                sheet[cell].number_format = number_format
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def archive(**entries: bytes | str) -> bytes:
    """A zip; a double underscore in a name stands for a slash, ``_DOT_`` for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries.items():
            made.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return out.getvalue()


def repacked(workbook: bytes, change) -> bytes:
    """A workbook with its entries changed: ``change(name, content)`` returns the content, or None to drop the entry."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(name, old.read(name))
            if content is not None:
                new.writestr(name, content)
    return out.getvalue()


def tcvn3(original: str) -> str:
    """Text as a TCVN3 font has it in a Unicode file: the letters of Latin-1 in place of the Vietnamese ones."""
    back = {unicode: old for old, unicode in _TCVN3.items()}
    return "".join(back.get(letter, back.get(letter.lower(), letter)) for letter in original)


def vni(original: str) -> str:
    """Some words as a VNI font has them."""
    for unicode, old in (("ạ", "aï"), ("ả", "aû"), ("á", "aù"), ("à", "aø"), ("ế", "eá"), ("ỉ", "æ"), ("ĩ", "ó"), ("đ", "ñ"), ("Đ", "Ñ"), ("ứ", "öù"), ("ọ", "oï"), ("ủ", "uû"), ("ã", "aõ"), ("ồ", "oà"), ("ử", "öû"), ("ộ", "oä"), ("ố", "oá")):  # fmt: skip
        original = original.replace(unicode, old)
    return original


def cp1258(original: str) -> bytes:
    """Windows-1258 bytes: base letters with combining tone marks."""
    import unicodedata

    out = []
    for letter in original:
        try:
            out.append(letter.encode("cp1258"))
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in "\u0300\u0301\u0303\u0309\u0323"))
            tones = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
            out.append((base + tones).encode("cp1258"))
    return b"".join(out)


def read(data: bytes, answers: dict[str, str] | None = None):
    """The table of a file. Raises Refused."""
    source = Source(data)
    return source.table(source.form(answers or {}), answers or {})


def judged(store: Store, data: bytes, answers: dict[str, str] | None = None, person: Person = CLI) -> list[Finding]:
    """All findings of a file but those that need the figures derived anew, without rehearsing the commit."""
    answers = answers or {}
    try:
        table = read(data, answers)
    except Refused as refused:
        return refused.findings

    def question(cursor):
        sheet = FigureSheet(table, person, answers, TODAY) if table.form.name == "figures" else CatalogueSheet(table, person)
        with one_thread(cursor):  # as a preview and a commit do it
            sheet.read(cursor).stage(cursor)
        return sheet.findings

    return store.inside(question)


def corrections(store: Store, data: bytes, person: Person = CLI) -> dict[str, str]:
    """The answers that say of every second number at one place of a document that the stored one was copied wrongly."""
    asked = [finding.question for finding in judged(store, data, person=person) if finding.code == "second_number"]
    return {question.key: "correct" for question in asked if question}


def codes_and_places(findings: list[Finding]) -> list[tuple[str, tuple[int, ...], str]]:
    """(code, rows, letter) of each finding, in order of their rows."""
    return sorted((finding.code, tuple(map(int, finding.rows)), finding.letter) for finding in findings)


def unresolved(findings: list[Finding]) -> list[tuple[str, tuple[int, ...], str]]:
    """Those that keep a file out or wait for an answer."""
    return codes_and_places([finding for finding in findings if finding.severity in ("stop", "ask")])
