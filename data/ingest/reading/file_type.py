"""What a file is, told by its content and never by its name, and the limits that keep the server alive."""

from __future__ import annotations

import io
import re
import zipfile

from data.ingest.findings.finding import Refused, refuse

MAX_BYTES = 128 * 2**20
MAX_UNZIPPED = 120 * 2**20
MAX_ROWS = 1_048_575
MAX_COLUMNS = 200
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")


def kind_of(data: bytes) -> str:
    """'xlsx', 'xls', 'ods' or 'csv'. Raises Refused, with a sentence of its own for each other kind of content."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise refuse("file_empty")
    if len(data) > MAX_BYTES:
        raise refuse("file_too_large", size=len(data) // 2**20 + 1, limit=MAX_BYTES // 2**20)
    if data.startswith(_OLE):
        names = data.replace(b"\x00", b"")
        encrypted = b"EncryptedPackage" in names or b"EncryptionInfo" in names
        if encrypted:
            raise refuse("file_encrypted")
        return _inside_ole(names)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(data)
    if data.lstrip()[:5] == b"%PDF-":
        raise refuse("file_pdf")
    if data.startswith(_PICTURES):
        raise refuse("file_picture")
    if data.startswith(_ARCHIVES):
        raise refuse("file_zip")
    head = data[:2048].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<table", b"<head", b"<body", b"<meta")) or b"<html" in head:
        raise refuse("file_html")
    if head.startswith(b"<?xml"):
        raise _inside_xml(head)
    if head.startswith(b"{\\rtf"):
        raise refuse("file_word", kind="Word (RTF)")
    if _binary(data[:8192]):
        raise refuse("file_unknown")
    return "csv"


def _inside_ole(names: bytes) -> str:
    """What an OLE file holds: 'xls', where it is a workbook without macros. Raises Refused."""
    for stream, kind in ((b"WordDocument", "Word (.doc)"), (b"PowerPoint Document", "PowerPoint (.ppt)")):
        if stream in names and b"Workbook" not in names:
            raise refuse("file_word", kind=kind)
    if b"Workbook" not in names and b"Book" not in names:
        raise refuse("file_unknown")
    if b"_VBA_PROJECT" in names:
        raise refuse("file_xlsm")
    return "xls"


def _inside_xml(head: bytes) -> Refused:
    """The refusal of an XML file, told by what it begins with (lower case)."""
    if b"opendocument.spreadsheet" in head:
        return refuse("file_fods")
    if b"excel.sheet" in head or b"<workbook" in head or b"office:spreadsheet" in head:
        return refuse("file_xml_excel")
    if b"word.document" in head or b"opendocument.text" in head:
        return refuse("file_word", kind="Word (XML)")
    return refuse("file_xml")


def _zip(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            names = {entry.filename for entry in entries}
            declared = sum(entry.file_size for entry in entries)
            types, locked = b"", False
            if "[Content_Types].xml" in names:
                with archive.open("[Content_Types].xml") as file:
                    types = file.read(200_000)
            mimetype = archive.open("mimetype").read(200) if "mimetype" in names else b""
            if b"opendocument" in mimetype and "META-INF/manifest.xml" in names:
                locked = b"encryption-data" in archive.open("META-INF/manifest.xml").read(1_000_000)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zipfile.LargeZipFile) as error:
        raise refuse("file_damaged") from error
    except Refused:
        raise
    except Exception as error:  # a broken archive may raise anything its decompressor knows
        raise refuse("file_damaged") from error
    if locked or any(entry.flag_bits & 1 for entry in entries):
        raise refuse("file_encrypted")
    if declared > MAX_UNZIPPED:
        raise refuse("file_bomb", size=declared // 2**20 + 1, limit=MAX_UNZIPPED // 2**20)
    if b"opendocument" in mimetype:
        return _open_document(mimetype, names)
    if any(name.endswith("xl/workbook.bin") for name in names):
        raise refuse("file_xlsb")
    if any(name.startswith("Index/") and name.endswith(".iwa") for name in names) or "Index.zip" in names:
        raise refuse("file_numbers")
    if b"macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in names):
        raise refuse("file_xlsm")
    for folder, kind in (("word/", "Word"), ("ppt/", "PowerPoint")):
        if any(name.startswith(folder) for name in names):
            raise refuse("file_word", kind=kind)
    if "xl/workbook.xml" not in names:
        raise refuse("file_damaged" if types else "file_zip")
    return "xlsx"


def _open_document(mimetype: bytes, names: set[str]) -> str:
    """'ods' for a sheet. Raises Refused for a text, a presentation, and a sheet without content."""
    if b"opendocument.spreadsheet" not in mimetype:
        raise refuse("file_word", kind="OpenDocument (.odt, .odp)")
    if "content.xml" not in names:
        raise refuse("file_damaged")
    return "ods"


def _binary(head: bytes) -> bool:
    """Whether bytes hold control characters that no text has; UTF-16 is text."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return False
    zeros = head.count(0)
    if zeros:
        even, odd = head[0::2].count(0), head[1::2].count(0)
        return not (max(even, odd) > len(head) // 8 and min(even, odd) <= len(head) // 50)
    return bool(re.search(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]", head))
