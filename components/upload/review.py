"""One dropped file: its problems and questions, what it would change, and the button that commits it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

import streamlit as st

from components import state
from components.store.open_stores import open_store
from components.store.store_access import is_sample
from components.text import formats
from components.text.markdown import escaped
from components.tiles import download, messages
from components.upload import column_choices, drop_zone, findings_view, history, mending, oddities, questions, unknown_documents
from components.upload.dropped import Dropped
from components.upload.oddities import Confirmed
from data.accounts.sign_in import Person
from data.ingest import drafts
from data.ingest.findings.finding import Finding, Refused
from data.ingest.importer import commit
from data.ingest.preview import Preview, UploadRejected
from data.store_messages import upload_rejected
from data.vietnamese.terms import SAMPLE, uploaded
from data.vietnamese.text import guarded
from queries.rows import Rows
from queries.store import StoreError


def review(person: Person, batch: drafts.Batch, data: bytes) -> None:
    """Everything about one dropped file: problems, questions, changes, and the button that commits it."""
    st.html(findings_view.STYLE)
    state.RECEIPT.clear()  # that of an earlier file
    dropped = Dropped(person, batch, data)
    try:
        preview = dropped.preview()
    except Refused as refused:
        _refused(dropped, refused)
    except StoreError as error:
        messages.headline(f"Chưa xem được tệp “{batch.file_name}”", upload_rejected(error.reason))
        _leave(batch, "Chọn tệp khác")
    else:
        _readable(dropped, preview)


def _refused(dropped: Dropped, refused: Refused) -> None:
    """A file that cannot be read as a table: why, and what to do instead, right here."""
    messages.headline(f"Không nhận được tệp “{dropped.batch.file_name}”", "Chưa ghi gì vào kho.")
    findings_view.groups([finding for finding in refused.findings if finding.severity != "ask"])
    questions.ask(dropped, refused.findings, 0)
    column_choices.column_choices(dropped, refused.findings)
    _instead(dropped, refused.findings)
    _leave(dropped.batch, "Chọn tệp khác")


def _readable(dropped: Dropped, preview: Preview) -> None:
    batch = dropped.batch
    messages.headline(*findings_view.headline(preview))
    messages.note(
        f"Tệp: {batch.file_name} · {formats.number(preview.rows, 0)} dòng · so với kho ở phiên bản {preview.data_version}"
    )
    unknown_documents.registered()
    mending.errors(dropped, preview)
    questions.ask(dropped, preview.findings, preview.rows)
    column_choices.column_choices(dropped, preview.findings)
    if not preview.ready:
        _instead(dropped, preview.findings)
    mending.made(dropped, preview)
    unknown_documents.unknown_documents(dropped, preview)
    _decide(dropped, preview, oddities.confirm(dropped, preview))
    if len(preview.changes):
        _changes(preview)
    said = [finding for finding in preview.of("note") if finding.code not in (unknown_documents.CODE, "cell_changed")]
    if said:
        with st.expander(f"Chương trình đã hiểu tệp thế nào ({len(said)} điều)"):
            findings_view.groups(said)


def _instead(dropped: Dropped, findings: Sequence[Finding]) -> None:
    """After errors: the file with its wrong cells marked, the template where the heading is missing, and a place for the mended file."""
    problems = [finding for finding in findings if finding.severity != "note"]
    messages.part("Sửa trong tệp rồi thả lại", "Tệp đã sửa thay cho tệp này")
    with st.container(horizontal=True, vertical_alignment="center", key="instead"):
        name = f"Lỗi trong {dropped.batch.file_name.rsplit('.', 1)[0]}.xlsx"
        if not any(finding.code.startswith("file_") for finding in problems):  # its cells could not be read at all
            download.button(
                "Tải tệp đã đánh dấu lỗi (Excel)", lambda: _workbook(dropped, problems), file_name=name, key="problems"
            )
        if {finding.code for finding in problems} & {"no_header", "column_missing"}:
            drop_zone.own_template(dropped.person)
    drop_zone.mended_file(dropped.person, dropped.batch)


def _workbook(dropped: Dropped, findings: list[Finding]) -> bytes:
    """The dropped file with its findings marked, made at the click: what writes workbooks is not loaded before."""
    from data.ingest.findings_workbook import findings_workbook

    return findings_workbook(dropped.data, findings, dropped.batch.answers, is_sample())


def _decide(dropped: Dropped, preview: Preview, confirmed: Confirmed) -> None:
    """The button that writes, and the way out."""
    failed = state.UPLOAD_REJECTED.pop()
    if failed and failed[0] == dropped.batch.token:
        st.warning(escaped(failed[1]))
    pressed = False
    with st.container(horizontal=True):
        if preview.ready and preview.new_rows:
            label = f"Xác nhận, lưu {formats.number(preview.new_rows, 0)} {uploaded(preview.form)}"
            pressed = st.button(label, type="primary", key="commit")
        _leave(dropped.batch, "Hủy tệp này" if preview.new_rows else "Chọn tệp khác")
    if pressed and confirmed.missing:
        st.warning(upload_rejected(confirmed.missing))
    elif pressed:
        _commit(dropped, preview, confirmed)


def _commit(dropped: Dropped, preview: Preview, confirmed: Confirmed) -> None:
    batch = dropped.batch
    try:
        with st.spinner("Đang ghi vào kho…"):
            # what follows the write stands right behind it: a second click may end this run as soon as it touches the screen
            receipt = commit(
                open_store(),
                dropped.data,
                batch.file_name,
                dropped.person,
                answers=batch.answers,
                changes=batch.changes,
                seen=preview.seen,
                ticked=confirmed.ticked,
                reason=confirmed.reason,
                from_where=st.context.ip_address or "máy này",
            )
            state.RECEIPT.set(receipt)
            dropped.written()
    except UploadRejected as error:
        state.UPLOAD_REJECTED.set((batch.token, upload_rejected(error.reason, error.detail)))
        st.rerun()
    st.query_params.update(history.place_of(receipt))
    drop_zone.open_batch(None)


def _leave(batch: drafts.Batch, label: str) -> None:
    if st.button(label, key="leave"):
        drafts.drop(open_store().path, batch)
        drop_zone.open_batch(None)


def _changes(preview: Preview) -> None:
    """The list of changes, to look at by kind, and as a file."""
    messages.part("Thay đổi nếu ghi")
    counted = {row.change: row.rows for row in preview.counts}
    against = sum(preview.counts.values("against"))
    options = {"all": f"Tất cả ({formats.number(sum(counted.values()), 0)})"}
    options |= {
        change: f"{word} ({formats.number(counted[change], 0)})"
        for change, (word, _) in findings_view.CHANGES.items()
        if counted.get(change)
    }
    options |= {"against": f"Trái văn bản khác ({formats.number(against, 0)})"} if against else {}
    chosen = (
        st.segmented_control(
            "Lọc", list(options), format_func=options.__getitem__, default="all", label_visibility="collapsed", key="look"
        )
        or "all"
    )
    rows = preview.changes
    if chosen == "against":
        rows = rows.matching(lambda row: row.others is not None)
    elif chosen != "all":
        rows = rows.where(change=chosen)
    findings_view.changes(_ordered(rows, preview.form), preview.form)
    if len(preview.affected_status):
        messages.note(
            f"Kéo theo {formats.number(len(preview.affected_status), 0)} số liệu khác đổi trạng thái (đơn vị dùng chung mục tiêu này)."
        )
    download.button(
        "Tải danh sách thay đổi (CSV)",
        lambda: _as_csv(preview.changes, is_sample()),
        file_name="Thay đổi.csv",
        mime="text/csv",
        key="changes",
    )


def _ordered(rows: Rows, form: str) -> Rows:
    """The list of changes in the order that somebody chose, all of it before it is cut; as it comes: changes first."""
    if len(rows) < 3:
        return rows
    orders = findings_view.ORDERS if form == "figures" else {name: findings_view.ORDERS[name] for name in ("", "row")}
    order = st.selectbox("Xếp theo", list(orders), format_func=lambda name: orders[name][0], key="order", width=260)
    key = orders[order or ""][1]
    return rows.ordered(key) if key else rows


def _as_csv(rows: Rows, sample: bool = False) -> bytes:
    """The list of changes for Excel in Viet Nam: Vietnamese headings and words, semicolons, decimal commas; ``sample``: each line says
    that its figures are invented."""
    label = [SAMPLE] if sample else []
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
    writer.writerow([findings_view.HEADINGS.get(column, column) for column in rows.columns] + label)
    writer.writerows(
        [
            [guarded(findings_view.plain(column, cell)) for column, cell in zip(rows.columns, row, strict=True)] + label
            for row in rows
        ]
    )
    return lines.getvalue().encode("utf-8-sig")
