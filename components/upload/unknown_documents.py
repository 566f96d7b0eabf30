"""Documents that a file cites and the register does not hold: said once, and registered on the spot by the same importer."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

import streamlit as st

from components import state
from components.store.open_stores import open_store
from components.store.store_access import cached_read
from components.text import formats, times
from components.text.markdown import escaped
from components.tiles import messages
from components.tiles.html_table import joined, tag
from components.upload import findings_view, mending
from components.upload.dropped import Dropped
from data.accounts.sign_in import Person
from data.ingest.findings.finding import Finding, Refused
from data.ingest.importer import commit, inspect
from data.ingest.parsing import document_numbers
from data.ingest.preview import Preview, UploadRejected
from data.ingest.table.forms import forms
from data.store_messages import upload_rejected
from queries.reads import unit_list
from queries.store import StoreError

CODE = "document_unknown"
SHOWN = 5  # documents that can be registered on the page
KINDS = ("báo cáo", "kế hoạch", "quyết định", "công văn", "nghị quyết", "đề án")
_SAME_DAY = "ngay_xep"  # the day by which a document is put in order: here its own
_CENTRAL = ""  # the code of the central government: none


def unknown_documents(dropped: Dropped, preview: Preview) -> None:
    """Names the documents that the register lacks, each with a small form; nothing of it has to be filled in."""
    findings = [finding for finding in preview.of("note") if finding.code == CODE]
    if not findings:
        return
    messages.part(
        "Văn bản chưa có trong sổ", "Vẫn ghi được: số liệu xếp theo ngày nạp. Thêm vào sổ thì xếp theo ngày của văn bản."
    )
    for finding in findings[:SHOWN]:
        with st.expander(escaped(f"{finding.found} ({_places(finding)})")):
            _register_form(dropped, preview, finding)
            if len(finding.rows):  # an answer for the whole table is given anew, no cell holds it
                mending.form(dropped, preview, [finding], "document")
    if rest := findings[SHOWN:]:
        st.html(tag("p", joined("Và ", "; ".join(finding.found for finding in rest), "."), class_="note"))
        messages.note("Nhiều văn bản thì thêm bằng tệp: mục “Thêm văn bản…” ở trang đầu.")


def _places(finding: Finding) -> str:
    rows = list(finding.rows)
    if not rows:
        return f"cả bảng, {formats.number(finding.args.get('stands_for', 0), 0)} dòng số liệu"
    return f"dòng {rows[0]}" if len(rows) == 1 else f"{len(rows)} dòng"


def _register_form(dropped: Dropped, preview: Preview, finding: Finding) -> None:
    with st.form(f"register-{finding.mark}", border=False, enter_to_submit=False):
        units = owners(dropped.person, preview)
        left, middle, right = st.columns(3)
        number, said = document_numbers.bare_number(finding.found), document_numbers.said_day(finding.found)
        kind = left.selectbox("Loại văn bản", KINDS, index=_kind(finding.found), key=f"kind-{finding.mark}")
        issuer = middle.text_input(
            "Cơ quan ban hành", key=f"issuer-{finding.mark}", placeholder="Ví dụ: UBND xã Đức Thọ", max_chars=200
        )
        day = right.text_input(
            "Ngày ban hành",
            times.day(said) if said else "",
            key=f"day-{finding.mark}",
            placeholder="Ví dụ: 29/12/2026",
            max_chars=20,
        )
        left, right = st.columns([1, 2])
        unit = left.selectbox("Văn bản của", list(units), format_func=units.__getitem__, key=f"whose-{finding.mark}")
        title = right.text_input("Trích yếu (không bắt buộc)", key=f"title-{finding.mark}", max_chars=200)
        if st.form_submit_button(escaped(f"Thêm {number} vào sổ văn bản"), key=f"add-{finding.mark}"):
            row = {"so_hieu": number, "loai": kind, "ten": title or f"{kind.capitalize()} {number}"}
            _register(dropped.person, {**row, "co_quan": issuer, "ngay": day, _SAME_DAY: day, "ma_don_vi": unit})


def owners(person: Person, preview: Preview) -> dict[str, str]:
    """Whose document it may be, name by code: the person's territories and the units of the file that are theirs."""
    every = cached_read(unit_list)
    codes = list(dict.fromkeys(row.unit_id.split("-")[0] for row in preview.changes))
    own = [code for code in person.territories if code != "*"]
    known = {row.code: row.name for row in every}
    named = {code: known[code] for code in dict.fromkeys([*codes, *own]) if code in known}
    return named | ({_CENTRAL: "Trung ương"} if not own else {})


def _kind(number: str) -> int:
    """The likeliest kind of a document by its number: 12/BC-UBND is a report."""
    signs = {"BC": "báo cáo", "KH": "kế hoạch", "QĐ": "quyết định", "CV": "công văn", "NQ": "nghị quyết", "ĐA": "đề án"}
    said = next((KINDS.index(kind) for kind in KINDS if number.lower().startswith(kind)), None)
    return said if said is not None else next((KINDS.index(kind) for sign, kind in signs.items() if sign in number.upper()), 0)


def as_file(row: Mapping[str, str]) -> bytes:
    """One document as a file of the form of documents."""
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([list(row), list(row.values())])
    return out.getvalue().encode()


def _register(person: Person, row: Mapping[str, str]) -> None:
    """Bring one document in, as a file of the form of documents would; says on the spot why it was not taken."""
    if not row["ngay"].strip():
        st.warning("Ghi ngày ban hành, ví dụ 29/12/2026: ngày ấy quyết định số liệu nào mới hơn.")
        return
    data, name = as_file(row), f"Sổ văn bản: {row['so_hieu']}.csv"
    try:
        preview = inspect(open_store(), data, name, person)
        if not preview.ready or preview.of("confirm"):
            _say([finding for finding in preview.findings if finding.severity != "note"])
            return
        receipt = commit(
            open_store(),
            data,
            name,
            person,
            seen=preview.seen,
            ticked=(),
            from_where=st.context.ip_address or "máy này",
        )
    except Refused as refused:
        _say(refused.findings)
        return
    except (UploadRejected, StoreError) as error:
        st.warning(escaped(upload_rejected(error.reason, error.detail)))
        return
    state.PREVIEW.clear()  # the file is read anew; nobody else overtook it
    state.REGISTERED.set(f"Đã thêm {row['so_hieu']} vào sổ văn bản (lần cập nhật số {receipt.upload_id}).")
    st.rerun()


def _say(findings: Sequence[Finding]) -> None:
    """Why a document was not taken, without the cells of a file that its reader never saw."""
    form = forms()["documents"]
    for finding in [finding for finding in findings if finding.column != _SAME_DAY] or findings:
        label, text = form.label(finding.column), finding.text().partition(": ")[2] or finding.text()
        st.warning(escaped(f"{label}: {text}" if label else text))


def registered() -> None:
    """Says once what was just registered."""
    if sentence := state.REGISTERED.pop():
        st.html(findings_view.STYLE + tag("div", sentence, class_="empty", role="status"))
