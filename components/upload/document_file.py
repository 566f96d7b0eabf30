"""The original file of a document on its page: to take it away, and for who answers for the document to attach a newer one."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import file_input, state
from components.store.open_stores import open_store
from components.store.store_access import cached_read, is_real_present
from components.text import formats
from components.text.markdown import escaped
from components.tiles import messages
from components.tiles.html_table import Content, Markup, small, tag
from components.tiles.origin import figure_origin
from components.upload.own_remark import answers
from data.accounts.sign_in import Person
from data.document_files import FileRefused, attach
from queries.reads import document_file_list
from queries.rows import Rows

_WORDS = {"pdf": "PDF", "docx": "Word", "jpg": "ảnh JPG", "png": "ảnh PNG"}
_ENDINGS = ("pdf", "docx", "jpg", "jpeg", "png")
_LABEL = "Tệp quét hoặc tệp gốc: PDF, Word, JPG, PNG, nhiều nhất 20 MB"


def marks() -> dict[str, Content]:
    """What the register says of the files of a document, by number; nothing for documents without one."""
    files = cached_read(document_file_list)
    return {number: small(f"{_counted(len(files.where(document=number)))}") for number in dict.fromkeys(files.values("document"))}


def _counted(count: int) -> str:
    return "có tệp gốc" if count == 1 else f"có {count} tệp gốc"


def files(document: Any, person: Person | None, province_code: str) -> None:
    """The files of a document, the newest first, and the box for another one. Takes a row of ``source_list``."""
    if sentence := state.ATTACHED.pop():
        messages.note(sentence)
    found = cached_read(document_file_list).where(document=document.number)
    if found:
        st.html(tag("ul", *(_file(row, person) for row in found), class_="document-files"))
    if person is not None and document.kind is not None and _may(person, document, province_code):
        _box(document, person, found)


def _may(person: Person, document: Any, province_code: str) -> bool:
    if not is_real_present():
        return False
    if document.unit_code is None:
        return person.may_write(None, None, None)
    return answers(person, document.unit_code, province_code)


def _file(row: Any, person: Person | None) -> Markup:
    """Name as a link, what it is and how large, who attached it; a private one is no link for who is not signed in."""
    said = f"{_WORDS[row.media]}, {formats.number(max(row.size / 2**20, 0.01))} MB · mã băm {row.file_sha256[:12]} · "
    about = small(said, figure_origin.by_whom(row), " · chỉ người có tài khoản xem được" if row.is_private else "")
    if row.is_private and person is None:
        return tag("li", tag("b", "Tệp gốc chỉ dành cho người có tài khoản"), about)
    return tag("li", tag("a", "", row.file_name, href=f"tep-van-ban/{row.upload_id}", download=row.file_name), about)


def _box(document: Any, person: Person, found: Rows[Any]) -> None:
    """The box for a file; what is taken stands above the older ones."""
    state.NEEDED.set(lambda later: later is not None and later.may_upload)  # whoever loses the right cannot send a file any more
    with st.expander("Đính kèm tệp gốc của văn bản"):
        turn = max([0, *found.values("upload_id")])  # another box once a file was taken
        private = st.checkbox("Chỉ người có tài khoản xem được", key=f"private-{turn}")
        given = file_input.file(_LABEL, list(_ENDINGS), key="document-file", turn=turn)
        messages.note("Bản mới đứng trước, bản cũ không mất. Thu hồi ở trang Cập nhật số liệu, mục Lịch sử cập nhật.")
        if given is None or not st.button(escaped(f"Đính kèm “{given.name[:80]}”"), type="primary"):
            return
        try:
            upload_id = attach(open_store(), person, document.number, given.name, given.getvalue(), is_private=private)
        except FileRefused as refused:
            st.error(escaped(f"Chưa đính kèm. {refused}"))
            return
        state.ATTACHED.set(f"Đã đính kèm “{given.name[:80]}”: lần cập nhật số {upload_id}.")
        st.rerun()
