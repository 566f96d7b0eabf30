"""The scanned or original file of a document: what may be attached, by whom, and getting it back byte by byte.

A file is told by its content, never by its name: PDF, Word (without macros), JPEG, PNG, at most 20 MB. It is kept as every original is, in an
upload of its own, so that it is taken back, copied and restored as any other.
"""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
import zipfile
from functools import partial
from typing import Any, NamedTuple

import duckdb

from data.accounts.sign_in import Person, current_person
from data.store_messages import upload_rejected
from data.version import VERSION
from queries import imports
from queries.ledger import append, keep_file, open_upload
from queries.pieces import OriginalDamaged, whole_of
from queries.reads import document_file_list, upload_content
from queries.store import CheckFailed, Store, StoreError

KIND = "document_file"  # of the upload
MOST = 20 * 2**20  # bytes
LONGEST_NAME = 120  # letters, without the ending
MEDIA = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "jpg": "image/jpeg",
    "png": "image/png",
}
_MOST_PARTS = 5_000  # of a Word file
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")  # letters that nobody sees, those that turn a name round among them
_SENTENCES = {
    "empty": "Tệp trống, không đính kèm được.",
    "large": "Tệp lớn hơn 20 MB. Hãy quét với độ phân giải thấp hơn hoặc chia thành nhiều tệp.",
    "kind": "Chỉ đính kèm được PDF, Word (.docx), ảnh JPG hoặc PNG; loại tệp xét theo nội dung, không theo tên.",
    "macro": "Tệp Word này có macro, không nhận. Hãy lưu lại thành .docx không macro hoặc PDF.",
    "broken": "Tệp {media} này không trọn vẹn: có thể chưa tải xong hoặc đã hỏng. Hãy mở thử rồi lưu lại.",
    "name": "Tên tệp có ký tự không nhìn thấy hoặc không có chữ nào. Hãy đổi tên tệp rồi thử lại.",
    "unknown": "Văn bản này chưa có trong sổ văn bản. Hãy nạp nó vào sổ văn bản trước.",
    "no_right": "Văn bản này không thuộc địa bàn được giao cho bạn nên bạn không đính kèm được tệp.",
    "same": "Đúng tệp này đã được đính kèm cho văn bản rồi; không ghi gì thêm.",
}


class FileRefused(Exception):
    """Why a file is not attached, as a Vietnamese sentence; nothing was stored."""

    def __init__(self, reason: str, **said: str) -> None:
        super().__init__(_SENTENCES[reason].format(**said) if reason in _SENTENCES else upload_rejected(reason))
        self.reason = reason


class Original(NamedTuple):
    """A file that can be handed out: its name, what it is ('pdf' …), whether only to who is signed in, and its SHA-256."""

    name: str
    media: str
    is_private: bool
    sha256: str


def media_of(data: bytes) -> str:
    """'pdf', 'docx', 'jpg' or 'png', told by the content. Raises FileRefused for everything else, and for what is cut off."""
    if not data.strip(b"\x00 \t\r\n"):
        raise FileRefused("empty")
    if len(data) > MOST:
        raise FileRefused("large")
    if data.startswith(b"%PDF-"):
        return _whole("pdf", b"%%EOF" in data[-2048:])
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return _whole("png", b"IEND" in data[-64:])
    if data.startswith(b"\xff\xd8\xff"):
        return _whole("jpg", b"\xff\xd9" in data[-2048:])
    if data.startswith(b"PK\x03\x04"):
        return _word(data)
    raise FileRefused("kind")


def _whole(media: str, is_whole: bool) -> str:
    if not is_whole:
        raise FileRefused("broken", media=media.upper())
    return media


def _word(data: bytes) -> str:
    """'docx'; only the list of parts is read, nothing is unpacked."""
    try:
        listed = zipfile.ZipFile(io.BytesIO(data)).namelist() if _parts(data) <= _MOST_PARTS else []
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeDecodeError):
        raise FileRefused("broken", media="Word") from None
    if not {"[Content_Types].xml", "word/document.xml"} <= set(listed):
        raise FileRefused("kind")
    if any(name.lower().endswith("vbaproject.bin") for name in listed):
        raise FileRefused("macro")
    return "docx"


def _parts(data: bytes) -> int:
    """How many parts the end of a ZIP says it has; too many where it does not say."""
    at = data.rfind(b"PK\x05\x06")
    return int.from_bytes(data[at + 10 : at + 12], "little") if at >= 0 else _MOST_PARTS + 1


def safe_name(name: str, media: str) -> str:
    """A name to hand the file out under: without folders, with the ending of what it is. Raises FileRefused for unseen letters."""
    last = unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1])
    if any(unicodedata.category(letter) in _UNSEEN for letter in last):
        raise FileRefused("name")
    stem = re.sub(r'[<>:"|?*]', "_", re.sub(r"\.[A-Za-z0-9]{1,5}$", "", last)).strip(" .")
    if not any(letter.isalnum() for letter in stem):
        raise FileRefused("name")
    return f"{stem[:LONGEST_NAME].strip(' .')}.{media}"


def attach(store: Store, person: Person, document: str, file_name: str, data: bytes, *, is_private: bool = False) -> int:
    """Attach a file to a document; returns the number of its upload. Raises FileRefused; then nothing is stored."""
    media = media_of(data)
    name, sha256 = safe_name(file_name, media), hashlib.sha256(data).hexdigest()
    told: dict[str, Any] = {"file_name": name, "file_sha256": sha256}
    row: dict[str, Any] = {"document": document, "media": media, "size": len(data), "is_private": is_private}
    try:
        return store.write(partial(_attached, person, data, told, row))
    except StoreError as error:
        raise FileRefused(error.reason) from error
    except CheckFailed as error:
        raise FileRefused("not_ready") from error


def _attached(person: Person, data: bytes, told: dict[str, Any], row: dict[str, Any], cursor: duckdb.DuckDBPyConnection) -> int:
    now = current_person(cursor, person)
    unit = next(iter(imports.answer(cursor, "document_unit", document=row["document"])), None)
    if unit is None:
        raise FileRefused("unknown")
    if now is None or not now.may_upload or not now.may_write(unit.code, unit.parent_code, unit.province_code):
        raise FileRefused("no_right")
    if imports.answer(cursor, "same_file", document=row["document"], sha256=told["file_sha256"]):
        raise FileRefused("same")
    kept: dict[str, Any] = {"uploaded_by": now.name, "row_count": 1, "program_version": VERSION, "territories": now.reach}
    upload_id = open_upload(cursor, kind=KIND, **told, **kept)
    keep_file(cursor, upload_id, told["file_sha256"], data)
    append(cursor, "document_file", [{"upload_id": upload_id, **row}])
    return upload_id


def original(store: Store, upload_id: int) -> Original:
    """What is known of an attached file. Raises LookupError where there is none, or it was taken back."""
    found = next(iter(document_file_list(store).where(upload_id=upload_id)), None)
    if found is None:
        raise LookupError(f"upload {upload_id} is no attached file")
    return Original(found.file_name, found.media, found.is_private, found.file_sha256)


def content(store: Store, upload_id: int) -> bytes:
    """The bytes of an attached file. Raises LookupError, OriginalDamaged."""
    return whole_of(upload_content(store, upload_id=upload_id))


__all__ = [
    "KIND",
    "MEDIA",
    "MOST",
    "FileRefused",
    "Original",
    "OriginalDamaged",
    "attach",
    "content",
    "media_of",
    "original",
    "safe_name",
]
