"""The scanned file of a document: told by its content, attached by who answers for the document, handed out safely, taken back, backed up."""

import hashlib
import io
import zipfile

import pytest

from data.accounts.sign_in import CLI
from data.accounts.tokens import create_token
from data.document_files import MOST, FileRefused, attach, media_of, safe_name
from data.export import export
from data.ingest.preview import UploadRejected
from data.ingest.undo import take_back
from data.operations.backup import copy_to
from data.vietnamese.dates import today
from queries.reads import document_file_list
from queries.store import Store
from tests.data.ingest.sample_files import STAFF_COMMUNE, STAFF_DUC_THO, STAFF_HA_TINH
from tests.doors_client import ask, open_to_doors

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 40 + b"\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"x" * 99 + b"IEND\xaeB`\x82"
JPG = b"\xff\xd8\xff\xe0" + b"x" * 99 + b"\xff\xd9"


def word(*parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for part in parts:
            archive.writestr(part, "<x/>")
    return made.getvalue()


DOCX = word("[Content_Types].xml", "word/document.xml")


@pytest.mark.parametrize(("data", "media"), [(PDF, "pdf"), (PNG, "png"), (JPG, "jpg"), (DOCX, "docx")])
def test_a_file_is_told_by_its_content(data, media):
    assert media_of(data) == media


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"\0\n \t", "empty"),
        (PDF + b"x" * MOST, "large"),
        (b"<html><script>alert(1)</script>", "kind"),
        (b"MZ" + PDF, "kind"),
        (b"\n" + PDF, "kind"),
        (b"GIF89a", "kind"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "kind"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "kind"),
        (word("[Content_Types].xml", "xl/workbook.xml"), "kind"),
        (word("a.txt"), "kind"),
        (word("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "macro"),
        (PDF[:-8], "broken"),
        (PNG[:50], "broken"),
        (JPG[:-2], "broken"),
        (b"PK\x03\x04" + b"x" * 50, "kind"),
        (b"PK\x03\x04" + b"x" * 50 + b"PK\x05\x06" + b"\1" * 18, "broken"),
    ],
)
def test_everything_else_is_refused_in_vietnamese(data, reason):
    with pytest.raises(FileRefused) as refused:
        media_of(data)
    assert refused.value.reason == reason and "{" not in str(refused.value)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Kế hoạch 525.PDF", "Kế hoạch 525.pdf"),
        ("..\\..\\windows\\a.exe", "a.pdf"),
        ("/etc/passwd", "passwd.pdf"),
        ('a<b>:"c|d?.pdf', "a_b___c_d_.pdf"),
        ("x" * 500, "x" * 120 + ".pdf"),
        ("525.KH.UBND.pdf", "525.KH.UBND.pdf"),
    ],
)
def test_a_name_leaves_without_folders_and_with_the_ending_of_what_it_is(name, safe):
    assert safe_name(name, "pdf") == safe


@pytest.mark.parametrize("name", ["", "...", "a\u202efdp.exe", "a\r\nSet-Cookie: x", "\u200b.pdf", "---"])
def test_a_name_that_hides_something_is_refused(name):
    with pytest.raises(FileRefused, match="Tên tệp"):
        safe_name(name, "pdf")


def test_who_answers_for_a_document_attaches_its_file_and_nobody_else(own_store):
    for person, document, reason in (
        (STAFF_DUC_THO, "525/KH-UBND", "no_right"),
        (STAFF_COMMUNE, "Kế hoạch năm 2023 (Đức Thọ)", "no_right"),
        (STAFF_HA_TINH, "06/QĐ-TTg", "no_right"),
        (CLI, "1/KH-UBND", "unknown"),
    ):
        with pytest.raises(FileRefused) as refused:
            attach(own_store, person, document, "a.pdf", PDF)
        assert refused.value.reason == reason
    assert not document_file_list(own_store)
    first = attach(own_store, STAFF_HA_TINH, "525/KH-UBND", "bản quét.pdf", PDF)
    with pytest.raises(FileRefused, match="Đúng tệp này"):
        attach(own_store, STAFF_HA_TINH, "525/KH-UBND", "khác.pdf", PDF)
    second = attach(own_store, STAFF_HA_TINH, "525/KH-UBND", "b.docx", DOCX, is_private=True)
    assert attach(own_store, STAFF_DUC_THO, "Kế hoạch năm 2023 (Đức Thọ)", "a.pdf", PDF)  # the same bytes of another document
    of_plan = document_file_list(own_store).where(document="525/KH-UBND")
    assert of_plan.values("upload_id") == [second, first] and of_plan.values("is_private") == [True, False]
    assert of_plan[1].file_sha256 == hashlib.sha256(PDF).hexdigest() and of_plan[1].uploaded_by == STAFF_HA_TINH.name
    with pytest.raises(UploadRejected) as rejected:
        take_back(own_store, second, STAFF_DUC_THO, "không phải của tôi")
    assert rejected.value.reason == "no_right"
    assert take_back(own_store, second, STAFF_HA_TINH, "nhầm tệp").kind == "document_file"
    assert document_file_list(own_store).where(document="525/KH-UBND").values("upload_id") == [first]


def test_the_file_is_handed_out_to_be_saved_whole_and_a_private_one_only_to_who_is_known(own_store, monkeypatch, tmp_path):
    monkeypatch.delenv("READING", raising=False)
    open_one = attach(own_store, STAFF_HA_TINH, "525/KH-UBND", "bản quét.pdf", PDF)
    hidden = attach(own_store, STAFF_HA_TINH, "525/KH-UBND", "b.docx", DOCX, is_private=True)
    reader = create_token(own_store, CLI, label="Đọc", scope="read", expires_on=today(), owner="")
    with open_to_doors(monkeypatch, own_store, own_store.path):
        answer = ask("GET", f"/tep-van-ban/{open_one}")
        assert (answer.status_code, answer.content) == (200, PDF)
        told = answer.headers
        assert told["content-type"] == "application/pdf" and told["x-content-type-options"] == "nosniff"
        assert (
            told["content-disposition"].startswith("attachment;") and "b%E1%BA%A3n%20qu%C3%A9t.pdf" in told["content-disposition"]
        )
        assert told["cache-control"] == "private, no-cache"
        assert ask("GET", f"/tep-van-ban/{open_one}", headers={"If-None-Match": told["etag"]}).status_code == 304
        assert ask("GET", f"/tep-van-ban/{hidden}").status_code == 401
        known = ask("GET", f"/tep-van-ban/{hidden}", headers={"Authorization": f"Bearer {reader}"})
        assert (known.status_code, known.content) == (200, DOCX)
        assert ask("GET", f"/tep-van-ban/{hidden}", headers={"Authorization": "Bearer sai"}).status_code == 401
        for nothing in ("1", "999", "x", "-1", "1e3", "9" * 40, "²"):
            assert ask("GET", f"/tep-van-ban/{nothing}").status_code == 404, nothing
        monkeypatch.setenv("READING", "private")
        assert ask("GET", f"/tep-van-ban/{open_one}").status_code == 401
        monkeypatch.delenv("READING")
        take_back(own_store, open_one, STAFF_HA_TINH, "nhầm")
        assert ask("GET", f"/tep-van-ban/{open_one}").status_code == 404
        listed = {path.name for path, _ in export(own_store, tmp_path / "xuat")}
        assert "document-files.csv" in listed
        assert "b.docx" in (tmp_path / "xuat" / "document-files.csv").read_text(encoding="utf-8-sig")
        copy = tmp_path / "ban-sao.duckdb"
        copy_to(own_store, copy)
    restored = Store.open(copy)
    try:
        assert document_file_list(restored).values("upload_id") == [hidden]
    finally:
        restored.close()
