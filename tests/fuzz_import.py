"""Thousands of broken and hostile files through the importer: it refuses in Vietnamese, the store stays as it was, and a rule that is not asked
would have found nothing.

python -m tests.fuzz_import --files 10000 --seed 1
"""

from __future__ import annotations

import argparse
import csv
import io
import random
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import openpyxl

from data.accounts.sign_in import CLI
from data.ingest.findings.finding import Refused
from data.ingest.importer import commit, inspect
from data.ingest.preview import Preview, UploadRejected
from data.seed import FOLDER, load_seed
from queries.store import Store
from tests.every_rule import every_rule_asked
from tests.sample_uploads import COMMUNES, COUNTS, ENCODINGS, HEADERS, SHARES, csv_file, english_in, fingerprint, saved, workbook
from tests.sample_workbooks import ods, ods_of, xls

WORKBOOKS = 0.03  # share of the files; each costs a process
SLOWEST = 60.0  # seconds for one file
_CELLS = (
    "", " ", "\x00", "=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "-", "--5", "1e999", "1e5", "NaN", "inf", "0x1F", "1_000", "９９", "٣٤", "²", "½", "−5",
    "9" * 40, "0,0000000001", "1.234.567,8", "1,234,567.8", "1.2.3", "12,,5", "69,3%", "693%", "%", "16/16", "1/0", "0/0", "5/3", "31/02/2022", "trên 50%",
    "khoảng 40", "70/60/40", "20-30%", "30-20%", "<= 5", ">", "Đạt", "x", "TRUE", "#N/A", "#DIV/0!", "None", "null", "a" * 40_000, "ế" * 300, "🙂", "\u202e123",
    "\ufeff", "\ue000", "\ue0011", "\ue002", "\ue0041", "\ue0051", "'", "''", "'=1", '"', '""', "\u00d0ức Thọ", "Đức Thọ", "Huyện Đức Thọ", "Kỳ Anh", "Hà Tĩnh", "42", "042", "440", "99999",
    "1.10", "CQ.1", "cq.06", "CQ.06 ", "CQ.06\u200b", "2203", "1999", "2022,5", "Năm 2022", "Quý II", "T13", "q1", "0T", "TØnh Hµ TÜnh", "HuyÖn", "HueÃ", "Há»\x87", "\ufffd", "Tổng cộng", "Người lập biểu", "{found}", "{0}", "%s", "%(x)s",
)  # fmt: skip
_CODECS = ("shift_jis", "gb18030", "koi8-r", "utf-7", "utf-32", "cp1252", "utf-16", "cp437", "big5")
_HEADS = (
    b"%PDF-1.7\n",
    b"\x89PNG\r\n",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"<html>",
    b"{\\rtf1",
    b"\xff\xfe",
    b"\xfe\xff",
    b"sep=;\n",
    b"\xef\xbb\xbf\xef\xbb\xbf",
)

Chance = random.Random


def good_rows(chance: Chance) -> list[dict[str, str]]:
    """A good table of up to 25 rows."""
    rows = {}
    for _ in range(chance.randint(1, 25)):
        indicator = chance.choice((*SHARES, *COUNTS))
        value = (
            str(chance.randint(0, 10**6)) if indicator in COUNTS else f"{chance.randint(100, 10_000) / 100:.2f}".replace(".", ",")
        )
        row = {
            "ma_chi_tieu": indicator, "cap": "xa", "don_vi": chance.choice(COMMUNES), "nam": str(chance.randint(2019, 2024)),
            "ky": chance.choice(("N", "Q1", "6T", "T3")), "chi_tieu": "70" if chance.random() < 0.5 else "", "ket_qua": value, "nguon": "Báo cáo tổng hợp",
        }  # fmt: skip
        rows[tuple(row[header] for header in HEADERS[:5])] = row
    return list(rows.values())


def catalogue_file(chance: Chance) -> bytes:
    """Some lines of the seed's own catalogues and figures, which have other forms."""
    lines = (
        (FOLDER / chance.choice(("indicators.csv", "documents.csv", "figures.csv")))
        .read_bytes()
        .split(b"\r\n" if chance.random() < 0.1 else b"\n")
    )
    first = chance.randint(1, max(1, len(lines) - 20))
    return b"\n".join([lines[0], *lines[first : first + 15]])


# files of text


def flipped(chance: Chance) -> bytes:
    """Bytes flipped anywhere."""
    data = bytearray(plain(chance))
    for _ in range(chance.choice((1, 2, 5, 30))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def high_bytes(chance: Chance) -> bytes:
    """Bytes that no encoding expects."""
    data = bytearray(plain(chance))
    for _ in range(chance.choice((1, 3, 12))):
        data[chance.randrange(len(data))] = chance.randrange(128, 256)
    return bytes(data)


def plain(chance: Chance) -> bytes:
    """A good file in some encoding and dialect."""
    if chance.random() < 0.15:
        return catalogue_file(chance)
    return csv_file(
        good_rows(chance), encoding=chance.choice(ENCODINGS), delimiter=chance.choice(",;\t|"),
        newline=chance.choice(("\n", "\r\n", "\r")), quoted=chance.random() < 0.2, sep_line=chance.random() < 0.1,
    )  # fmt: skip


def cells_swapped(chance: Chance) -> bytes:
    """Strange cells in every other row."""
    rows = good_rows(chance)
    for row in rows:
        if chance.random() < 0.6:
            row[chance.choice(HEADERS)] = chance.choice(_CELLS)
    return csv_file(rows, encoding=chance.choice(("utf-8", "utf-8-sig", "utf-16-le+bom")), delimiter=chance.choice(";\t"))


def cells_moved(chance: Chance) -> bytes:
    """Cells that changed places."""
    rows = good_rows(chance)
    for _ in range(6):
        one, other = chance.choice(rows), chance.choice(rows)
        here, there = chance.choice(HEADERS), chance.choice(HEADERS)
        one[here], other[there] = other[there], one[here]
    return csv_file(rows, delimiter="\t")


def heading_broken(chance: Chance) -> bytes:
    """Headings that are missing, there twice, misspelt, or strange."""
    headers = list(HEADERS)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(headers))
        headers[place] = chance.choice(
            (
                chance.choice(_CELLS),
                headers[place][:-1],
                headers[place].upper(),
                chance.choice(headers),
                "ghi_chu",
                "rut_lai",
                "gia_tri",
            )
        )
    text = ";".join(header.replace(";", "").replace("\n", "") for header in headers)
    return (text + "\n").encode("utf-8", "replace") + csv_file(good_rows(chance)).split(b"\n", 1)[1]


def wrongly_encoded(chance: Chance) -> bytes:
    """Right text in an encoding that is not taken, or taken for another."""
    text = csv_file(good_rows(chance)).decode()
    codec = chance.choice(_CODECS)
    if chance.random() < 0.3:
        return text.encode("utf-8").decode("latin-1").encode("utf-8")
    return text.encode(codec, "replace")


def quoting_broken(chance: Chance) -> bytes:
    """Quotes that open and do not close."""
    data = bytearray(csv_file(good_rows(chance), quoted=chance.random() < 0.95))
    for _ in range(chance.randint(1, 5)):
        data.insert(chance.randrange(len(data)), ord('"'))
    return bytes(data)


def cut(chance: Chance) -> bytes:
    """A file whose end is missing, or a piece of it."""
    data = plain(chance)
    start = chance.choice((0, 0, chance.randrange(len(data))))
    return data[start : chance.randrange(len(data) + 1)]


def nuls(chance: Chance) -> bytes:
    """NULs and control characters among the text."""
    data = bytearray(plain(chance))
    for _ in range(chance.choice((1, 4, 40))):
        data.insert(chance.randrange(len(data)), chance.choice((0, 0, 0, 1, 2, 7, 8, 14, 26, 12, 127)))
    return bytes(data)


def false_head(chance: Chance) -> bytes:
    """A file that begins like something else."""
    return chance.choice(_HEADS) + plain(chance)


def misshapen(chance: Chance) -> bytes:
    """Very wide, very long, ragged, or full of blank lines."""
    data = csv_file(good_rows(chance))
    return chance.choice(
        (
            lambda: data + b"\n" * 20_000 + data.split(b"\n")[1],
            lambda: b";".join([data.split(b"\n")[0], b"x;" * 500]) + b"\n" + data.split(b"\n", 1)[1],
            lambda: data.replace(b"\n", b";" * 300 + b"\n"),
            lambda: data.replace(b";", b",", 9),
            lambda: b"\n".join(line + b";thua" * chance.randint(0, 3) for line in data.split(b"\n")),
            lambda: data.replace("tổng hợp".encode(), b"a" * chance.choice((32_000, 33_000, 1_100_000)), 1),
            lambda: b"\n" * 50 + data,
            lambda: b";;;;;;;\n" * 30 + data,
            lambda: data.split(b"\n")[0] + b"\n" + b"1;2;3;4;5;6;7;8\n" * 3,
            lambda: data.split(b"\n")[0],
            lambda: b"".join(bytes([chance.randrange(256)]) for _ in range(chance.randint(1, 400))),
        )
    )()


# workbooks


def _rezipped(data: bytes, change: Callable[[str, bytes], bytes | None], **more: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = change(entry.filename, old.read(entry))
            if content is not None:
                new.writestr(entry.filename, content)
        for name, content in more.items():
            new.writestr(name, content)
    return out.getvalue()


def _sheet_changed(data: bytes, change: Callable[[bytes], bytes]) -> bytes:
    return _rezipped(data, lambda name, content: change(content) if name == "xl/worksheets/sheet1.xml" else content)


def book(chance: Chance) -> bytes:
    """A good workbook."""
    return workbook(good_rows(chance), numbers=chance.random() < 0.7)


def zip_flipped(chance: Chance) -> bytes:
    """Bytes of the archive flipped."""
    data = bytearray(book(chance))
    for _ in range(chance.choice((1, 3, 10))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data)


def zip_cut(chance: Chance) -> bytes:
    """The end of the archive is missing."""
    data = book(chance)
    return data[: chance.randrange(4, len(data))]


def entry_lost(chance: Chance) -> bytes:
    """An entry of the archive is missing, empty or cut."""
    data = book(chance)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        lost = chance.choice(archive.namelist())
    how = chance.choice(
        (
            lambda content: None,
            lambda content: b"",
            lambda content: content[: len(content) // 2],
            lambda content: b"\xff\xfe" + content,
        )
    )
    return _rezipped(data, lambda name, content: how(content) if name == lost else content)


def entry_flipped(chance: Chance) -> bytes:
    """Bytes of an entry flipped, in a sound archive."""
    data = book(chance)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        struck = chance.choice([*archive.namelist(), "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"])

    def change(name: str, content: bytes) -> bytes:
        if name != struck or not content:
            return content
        changed = bytearray(content)
        for _ in range(chance.choice((1, 4, 20))):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        return bytes(changed)

    return _rezipped(data, change)


def laughs(chance: Chance) -> bytes:
    """Billion laughs, a quadratic blow-up, or an external entity, in one of the parts."""
    part = chance.choice(
        ("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml")
    )
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    dtd = chance.choice(
        (
            f'<!DOCTYPE x [<!ENTITY l0 "ha">{levels}]>',
            '<!DOCTYPE x [<!ENTITY l9 SYSTEM "file:///etc/hostname">]>',
            '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>',
            f'<!DOCTYPE x [<!ENTITY l9 "{"a" * 50_000}">]>',
        )
    ).encode()
    many = b"&l9;" * chance.choice((1, 1000))

    def change(name: str, content: bytes) -> bytes:
        if name != part:
            return content
        head, _, rest = content.partition(b"?>") if content.startswith(b"<?xml") else (b"", b"", content)
        body = rest.replace(b"</v>", many + b"</v>").replace(b"</t>", many + b"</t>").replace(b'="', b'="' + many, 2)
        return (head + b"?>" if head else b"") + dtd + body

    return _rezipped(book(chance), change)


def sparse(chance: Chance) -> bytes:
    """One cell at the far corner, a huge dimension, or places that no sheet has."""
    row = chance.choice((1_048_576, 2_000_000_000, 0, -1, 900_000))
    at = chance.choice(("XFD", "ZZZZ", "A", "", "IV"))
    far = f'<row r="{row}"><c r="{at}{row}" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'.encode()
    dimension = chance.choice((b'ref="A1:XFD1048576"', b'ref="A1"', b'ref="?"', b'ref="XFD1048576:A1"'))
    return _sheet_changed(
        book(chance), lambda content: content.replace(b"</sheetData>", far).replace(b'ref="A1:H', dimension + b' was="A1:H')
    )


def zeros(chance: Chance) -> bytes:
    """An entry that unzips to very much."""
    out = io.BytesIO(book(chance))
    with (
        zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/media/big.bin", "w", force_zip64=True) as entry,
    ):
        for _ in range(chance.choice((20, 130))):
            entry.write(bytes(1 << 20))
    data = bytearray(out.getvalue())
    if chance.random() < 0.5:  # and lies about it
        place = data.rfind(b"xl/media/big.bin") - 46 + 24
        data[place : place + 4] = (1000).to_bytes(4, "little")
    return bytes(data)


def nested(chance: Chance) -> bytes:
    """Archives in archives."""
    data = book(chance)
    for _ in range(chance.randint(1, 40)):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr(chance.choice(("xl/workbook.xml", "../../x.xlsx", "[Content_Types].xml", "a.zip")), data)
        data = out.getvalue()
    return data


def strange_book(chance: Chance) -> bytes:
    """Formulas, error cells, truth values, dates, long texts, many and hidden sheets."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.append(list(HEADERS))
    for row in good_rows(chance):
        cells = [row[header] for header in HEADERS]
        if chance.random() < 0.6:
            cells[chance.randrange(8)] = chance.choice(
                (
                    "=1/0",
                    "=A1",
                    '=WEBSERVICE("http://127.0.0.1")',
                    "#N/A",
                    True,
                    False,
                    1e308,
                    -1e-308,
                    0.693,
                    44_925,
                    2**70,
                    "x" * 32_767,
                    " ",
                    "1.10",
                    *(cell for cell in _CELLS if cell.isprintable()),
                )
            )
        sheet.append(cells)
    for number in range(chance.choice((0, 0, 1, 150))):
        more = made.create_sheet(f"Tờ {number}")
        more.append(list(HEADERS))
        more.sheet_state = chance.choice(("visible", "hidden", "veryHidden"))
    if chance.random() < 0.3:
        sheet.sheet_state = "hidden"
        made.create_sheet("Khác")
        made.active = len(made.sheetnames) - 1
    if chance.random() < 0.3:
        sheet.merge_cells("A1:C1")
    return saved(made)


# tables that are no plain ones, and workbooks of other kinds

_OVER = {
    "period": [f"Quý {quarter}" for quarter in ("I", "II", "III", "IV")]
    + [f"Tháng {month}" for month in range(1, 13)]
    + ["6 tháng", "Cả năm"],
    "year": ["2022", "Năm 2023", "KH năm 2024", "TH 2021"],
    "unit": ["Xã Thạch Bình", "18115", "Phường Bắc Hồng", "Xã Không Có", "Đức Thọ"],
    "indicator": ["CQ.06", "HT.07", "CQ.999", "Cán bộ, công chức được trang bị máy tính"],
    "strange": ["", "Quý", "TH/KH", "Ghi chú", "Chỉ tiêu", "Nguồn", "\ue000", "{0}", "9" * 50, "Năm", "KH"],
}
_TITLES = (
    "Kết quả thực hiện năm 2023",
    "Năm 2022",
    "Đơn vị: 18112",
    "ỦY BAN NHÂN DÂN XÃ THẠCH BÌNH",
    "Nguồn: Báo cáo tổng hợp",
    "Số: 45/BC-UBND",
    "Chỉ tiêu: CQ.06",
    "Cấp: xã",
    "Kỳ: Quý III/2023",
    "(Kèm theo Báo cáo số 4/BC ngày 1/1/2023)",
    "{found}",
    "",
)


def wide_table(chance: Chance) -> list[list[str]]:
    """Headings of one to three rows over figures, titles above, some cells strange."""
    of = chance.choice(list(_OVER))
    heads = chance.sample(_OVER[of], chance.randint(1, min(6, len(_OVER[of]))))
    paired = chance.random() < 0.4
    key = chance.choice((["Mã chỉ tiêu"], ["TT", "Chỉ tiêu"], ["Đơn vị"], ["Mã chỉ tiêu", "Đơn vị"], [""]))
    upper = key + [text for head in heads for text in ([head, ""] if paired else [head])]
    rows = [[title] for title in chance.sample(_TITLES, chance.randint(0, 5))]
    if chance.random() < 0.2:
        rows.append([""] * len(key) + ["Năm 2023"] + [""] * (len(upper) - len(key) - 1))
    rows.append(upper)
    if paired:
        rows.append(
            [""] * len(key)
            + [chance.choice(("KH", "TH", "Kế hoạch")) if chance.random() < 0.1 else word for _ in heads for word in ("KH", "TH")]
        )
    names = {
        "Mã chỉ tiêu": (*SHARES, *COUNTS, ""),
        "Chỉ tiêu": ("CQ.06", "Cán bộ, công chức được trang bị máy tính", "Tổng cộng"),
        "Đơn vị": (*COMMUNES, ""),
        "TT": ("1", "I", ""),
        "": ("", "x"),
    }
    for _ in range(chance.randint(0, 12)):
        figures = [chance.choice(_CELLS) if chance.random() < 0.1 else f"{chance.randint(0, 100)}" for _ in upper[len(key) :]]
        rows.append([*(chance.choice(names[one]) for one in key), *figures])
    if chance.random() < 0.2:
        rows += [["", "KT. CHỦ TỊCH"], ["Tổng cộng", *["5"] * (len(upper) - 1)]]
    return rows


def wide(chance: Chance) -> bytes:
    """A wide table as text, in some encoding and dialect."""
    out = io.StringIO()
    csv.writer(out, delimiter=chance.choice(",;\t|"), lineterminator="\n").writerows(wide_table(chance))
    return out.getvalue().encode(chance.choice(("utf-8", "utf-8-sig", "utf-16")), "replace")


def _sound(table: list[list[str]]) -> list[list[str]]:
    """Cells that every kind of workbook can hold."""
    return [["".join(letter for letter in cell if letter.isprintable())[:1000] for cell in row] for row in table]


def other_book(chance: Chance) -> bytes:
    """A plain or wide table as .xls or .ods, with hidden sheets and merged cells now and then."""
    rows = good_rows(chance)
    plain_table = [list(HEADERS), *([row[header] for header in HEADERS] for row in rows)]
    table = _sound(chance.choice((plain_table, wide_table(chance))))
    make = chance.choice((xls, ods))
    sheets = [table, *([plain_table] if chance.random() < 0.2 else [])]
    return make(*sheets, hidden=(0,) if chance.random() < 0.1 else (), hidden_rows=(2,) if chance.random() < 0.2 else ())


def other_flipped(chance: Chance) -> bytes:
    """Bytes of an .xls or .ods flipped, or its end missing."""
    data = bytearray(other_book(chance))
    for _ in range(chance.choice((1, 3, 30))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    return bytes(data[: chance.choice((len(data), chance.randrange(8, len(data))))])


def ods_content(chance: Chance) -> bytes:
    """The XML of an .ods changed: bytes flipped, repeated without end, tables in tables, entities."""
    filled = '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="{}"><text:p>1</text:p></table:table-cell>'
    many = chance.choice(("16384", "999999999999", "-5", "x", "1"))
    cell = filled.format(many)
    nested = f"<table:table><table:table-row>{cell}</table:table-row></table:table>"
    row = f'<table:table-row table:number-rows-repeated="{chance.choice(("1048576", "99999999999", "3"))}">{chance.choice((cell, "", nested, f"<table:table-cell>{nested}</table:table-cell>"))}</table:table-row>'
    data = (
        ods_of(f'<table:table table:name="T">{row}</table:table>') if chance.random() < 0.5 else ods(_sound(wide_table(chance)))
    )

    def change(name: str, content: bytes) -> bytes:
        if name != "content.xml" or chance.random() < 0.3:
            return content
        changed = bytearray(content)
        for _ in range(chance.choice((1, 5))):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        return bytes(changed)

    return _rezipped(data, change)


TEXTS = {  # with their weights: most are refused by the reading alone, which is quick; the others go through all rules
    high_bytes: 28, quoting_broken: 22, wrongly_encoded: 14, nuls: 14, heading_broken: 10, false_head: 3, cells_swapped: 3, wide: 12,
    flipped: 3, misshapen: 2, cut: 2, cells_moved: 1, plain: 0.3,
}  # fmt: skip
BOOKS = {
    zip_flipped: 4,
    zip_cut: 3,
    entry_lost: 4,
    entry_flipped: 4,
    laughs: 4,
    sparse: 3,
    zeros: 1,
    nested: 2,
    strange_book: 5,
    book: 1,
    other_book: 6,
    other_flipped: 6,
    ods_content: 5,
}


def one_file(chance: Chance, workbooks: float = WORKBOOKS) -> tuple[str, bytes]:
    """(name of the mutation, file)."""
    kinds = BOOKS if chance.random() < workbooks else TEXTS
    make = chance.choices(list(kinds), list(kinds.values()))[0]
    return make.__name__, make(chance)


class Failure(Exception):
    """A file that got through wrongly; the text says which and how."""


def answered(store: Store, data: bytes, name: str, chance: Chance) -> tuple[Preview, dict[str, str]]:
    """The preview of a file after at most three rounds of questions, each answered by chance; and the answers. Raises Refused."""
    answers: dict[str, str] = {}
    preview = inspect(store, data, name, CLI, answers)
    for _ in range(3):
        asked = {finding.question.key: finding.question for finding in preview.of("ask") if finding.question}
        if preview.of("stop") or not asked:
            break
        yes = chance.random() < 0.8
        answers |= {
            key: "yes" if yes and "yes" in question.options else chance.choice([*question.options] or [question.example])
            for key, question in asked.items()
        }
        preview = inspect(store, data, name, CLI, answers)
    return preview, answers


def tried(store: Store, data: bytes, name: str, before: dict, slowest: float = SLOWEST, chance: Chance | None = None) -> str:
    """Bring one file to a store whose fingerprint is ``before``: preview, questions answered by chance, and commit when it is ready.

    Returns what came of it; raises Failure.
    """
    started = time.perf_counter()
    findings, outcome = [], ""
    try:
        preview, answers = answered(store, data, name, chance or random.Random(0))
        findings, outcome = list(preview.findings), "ready" if preview.ready else "preview with errors"
    except Refused as refused:
        findings, outcome = refused.findings, f"refused: {refused.findings[0].code}"
    except Exception as error:
        raise Failure(f"{type(error).__name__}: {error}") from error
    if fingerprint(store) != before:
        raise Failure("a preview changed the store")
    for finding in findings:
        if said := english_in(finding):
            raise Failure(f"English: {said!r} in {finding.text()[:200]!r}")
    if outcome == "ready":
        try:
            receipt = commit(store, data, name, CLI, answers=answers, seen=preview.seen, reason="thử")
            outcome = "committed" if receipt.upload_id else "nothing new"
            if receipt.written != preview.new_rows:
                raise Failure(f"preview promised {preview.new_rows} rows, commit wrote {receipt.written}")
        except UploadRejected as rejection:
            outcome = f"not taken: {rejection.reason}"
        except Refused as refused:
            raise Failure("a file that was ready is refused by the commit") from refused
    if time.perf_counter() - started > slowest:
        raise Failure(f"took {time.perf_counter() - started:.0f} seconds")
    return outcome


def fuzz(
    store: Store,
    files: int,
    seed: int,
    workbooks: float = WORKBOOKS,
    keep: Path | None = None,
    report: Callable[[str], None] = lambda said: None,
) -> tuple[Counter, list[str]]:
    """Bring that many files to a store with the seed; (outcomes counted, failures with the number of their file). ``report`` is told every 500 files."""
    outcomes: Counter = Counter()
    failures = []
    before = fingerprint(store)
    for number in range(files):
        chance = random.Random(seed * 1_000_003 + number)
        kind, data = one_file(chance, workbooks)
        try:
            outcome = tried(store, data, f"{kind}-{number}.csv", before, chance=chance)
            outcomes[outcome] += 1
            before = fingerprint(store) if outcome == "committed" else before
        except Failure as failure:
            outcomes["FAILED"] += 1
            failures.append(f"{kind} {number}: {failure}")
            before = fingerprint(store)
            if keep:
                (keep / f"{kind}-{number}").write_bytes(data)
        if number % 500 == 499:
            report(f"{number + 1} files, {len(failures)} failures")
    wrong = store.check()
    if wrong:
        failures.append(f"the store is not sound afterwards: {[name for name, _ in wrong]}")
    return outcomes, failures


def main() -> int:
    """Bring the files and report; exit code 1 when one got through wrongly."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workbooks", type=float, default=WORKBOOKS, help="share of the files that are workbooks")
    parser.add_argument("--keep", type=Path, help="folder for the files that got through wrongly")
    chosen = parser.parse_args()
    store, started = Store.create(), time.perf_counter()
    load_seed(store)
    with every_rule_asked():
        outcomes, failures = fuzz(
            store, chosen.files, chosen.seed, chosen.workbooks, chosen.keep, report=lambda said: print(said, flush=True)
        )
    for outcome, count in outcomes.most_common():
        print(f"{count:7d}  {outcome}")
    print("\n".join(failures[:50]))
    print(f"{chosen.files} files in {time.perf_counter() - started:.0f} s, {len(failures)} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
