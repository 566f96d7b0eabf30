"""One dropped file: its problems and questions, what it would change, and the button that commits it."""

from __future__ import annotations

import csv
import io
import json

import streamlit as st

from components import state
from components.store_access import open_store
from components.text import formats
from components.tiles import messages
from components.upload import findings_view
from components.upload.drop_zone import open_batch
from data.accounts.sign_in import Person
from data.ingest import drafts
from data.ingest.findings.finding import Finding, Refused
from data.ingest.importer import commit, inspect
from data.ingest.preview import Preview, UploadRejected
from data.store_messages import upload_rejected
from data.vietnamese.terms import uploaded
from data.vietnamese.text import guarded
from queries.rows import Rows
from queries.store import StoreError


def review(person: Person, batch: drafts.Batch, data: bytes) -> None:
    """Everything about one dropped file: problems, questions, changes, and the button that commits it."""
    st.html(findings_view.STYLE)
    state.RECEIPT.clear()  # that of an earlier file
    try:
        preview = _preview(person, batch, data)
    except Refused as refused:
        messages.headline(f"Không nhận được tệp “{batch.file_name}”", "Chưa ghi gì vào kho.")
        findings_view.groups(refused.findings)
        _leave(batch, "Chọn tệp khác")
        return
    except StoreError as error:
        messages.headline(f"Chưa xem được tệp “{batch.file_name}”", upload_rejected(error.reason))
        _leave(batch, "Chọn tệp khác")
        return
    messages.headline(*findings_view.headline(preview))
    messages.note(
        f"Tệp: {batch.file_name} · {formats.number(preview.rows, 0)} dòng · so với kho ở phiên bản {preview.data_version}"
    )
    if preview.of("stop"):
        messages.part("Lỗi phải sửa", "Mỗi lỗi ghi dòng và cột như trong Excel")
        findings_view.groups(preview.of("stop"))
    if preview.of("ask"):
        _questions(batch, preview)
    _answered(batch)
    if preview.of("confirm"):
        what_then = "ghi lý do ở dưới nếu đúng là như vậy" if preview.ready else "sẽ được hỏi lý do khi tệp hết lỗi"
        messages.part("Cần xác nhận", f"Không sai, nhưng bất thường; {what_then}")
        findings_view.groups(preview.of("confirm"))
    _confirm(person, batch, data, preview)
    if len(preview.changes):
        _changes(preview)
    if preview.of("note"):
        with st.expander(f"Chương trình đã hiểu tệp thế nào ({len(preview.of('note'))} điều)"):
            findings_view.groups(preview.of("note"))


def _preview(person: Person, batch: drafts.Batch, data: bytes) -> Preview:
    """The preview of a batch, read once for the same answers and the same store."""
    at = (batch.token, json.dumps(batch.answers, sort_keys=True), open_store().data_version())
    seen = state.PREVIEW.get()
    if not seen or seen[0] != at:
        if seen and seen[0][:2] == at[:2]:
            # somebody else wrote meanwhile; a press of the button belongs to what was shown before
            state.UPLOAD_REJECTED.set((batch.token, upload_rejected("overtaken")))
        slot = st.empty()
        try:
            with slot.status(f"Đang đọc “{batch.file_name}”…") as progress:
                preview = inspect(
                    open_store(), data, batch.file_name, person, batch.answers, report=lambda text: progress.update(label=text)
                )
        finally:
            slot.empty()
        seen = state.PREVIEW.set((at, preview))
        st.rerun()
    return seen[1]


def _questions(batch: drafts.Batch, preview: Preview) -> None:
    """One choice for each thing that can be understood in two ways."""
    messages.part("Cần trả lời", "Chọn một lần cho cả cột")
    asked = {
        question.key: question for finding in reversed(preview.of("ask")) if (question := finding.question)
    }  # the first of each
    findings_view.groups(preview.of("ask"))
    with st.form("questions"):
        chosen = {
            key: st.radio(
                question.text, list(question.options), format_func=question.options.__getitem__, index=None, key=f"ask-{key}"
            )
            for key, question in asked.items()
        }
        if st.form_submit_button("Áp dụng", type="primary"):
            picked = {key: option for key, option in chosen.items() if option}
            if not picked:
                st.warning("Chưa chọn câu trả lời nào.")
                return
            sentences = {key: f"{asked[key].text} {asked[key].options[option]}" for key, option in picked.items()}
            drafts.answer(open_store().path, batch, picked, sentences)
            st.rerun()


def _answered(batch: drafts.Batch) -> None:
    """What was answered so far, and the way to answer anew."""
    if not batch.labels:
        return
    messages.note(*(f"Bạn đã trả lời: {sentence}." for sentence in batch.labels.values()))
    if st.button("Trả lời lại", key="ask_again"):
        drafts.forget_answers(open_store().path, batch)
        st.rerun()


def _confirm(person: Person, batch: drafts.Batch, data: bytes, preview: Preview) -> None:
    """The reason where one is needed, the button that writes, the ways out."""
    reason = ""
    can = preview.ready and preview.new_rows
    if can and preview.of("confirm"):
        reason = st.text_input(
            "Giải trình các điểm bất thường",
            key=f"reason-{batch.token}",
            placeholder="Ví dụ: đã đối chiếu với báo cáo gốc",
            max_chars=500,
        )
    failed = state.UPLOAD_REJECTED.pop()
    if failed and failed[0] == batch.token:
        st.warning(failed[1])
    with st.container(horizontal=True):
        if can and st.button(
            f"Xác nhận, lưu {formats.number(preview.new_rows, 0)} {uploaded(preview.form)}", type="primary", key="commit"
        ):
            _commit(person, batch, data, preview, reason)
        problems = [finding for finding in preview.findings if finding.severity != "note"]
        if problems:
            what = "lỗi" if preview.of("stop") or preview.of("ask") else "điều cần xác nhận"
            st.download_button(
                f"Tải danh sách {what} (Excel)", lambda: _workbook(data, problems, batch),
                file_name=f"Lỗi trong {batch.file_name.rsplit('.', 1)[0]}.xlsx", key="problems", on_click="ignore",
            )  # fmt: skip
        _leave(batch, "Hủy tệp này" if preview.new_rows else "Chọn tệp khác")


def _workbook(data: bytes, findings: list[Finding], batch: drafts.Batch) -> bytes:
    """The dropped file with its findings marked, made at the click: what writes workbooks is not loaded before."""
    from data.ingest.findings_workbook import findings_workbook

    return findings_workbook(data, findings, batch.answers)


def _commit(person: Person, batch: drafts.Batch, data: bytes, preview: Preview, reason: str) -> None:
    try:
        with st.spinner("Đang ghi vào kho…"):
            # what follows the write stands right behind it: a second click may end this run as soon as it touches the screen
            receipt = commit(
                open_store(),
                data,
                batch.file_name,
                person,
                answers=batch.answers,
                seen_version=preview.data_version,
                reason=reason,
                from_where=st.context.ip_address or "máy này",
            )
            state.RECEIPT.set(receipt)
            drafts.drop(open_store().path, batch)
    except UploadRejected as error:
        state.UPLOAD_REJECTED.set((batch.token, upload_rejected(error.reason, error.detail)))
        st.rerun()
    open_batch(None)


def _leave(batch: drafts.Batch, label: str) -> None:
    if st.button(label, key="leave"):
        drafts.drop(open_store().path, batch)
        open_batch(None)


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
    findings_view.changes(rows, preview.form)
    if len(preview.affected_status):
        messages.note(
            f"Kéo theo {formats.number(len(preview.affected_status), 0)} số liệu khác đổi trạng thái (đơn vị dùng chung mục tiêu này)."
        )
    st.download_button(
        "Tải danh sách thay đổi (CSV)",
        lambda: _as_csv(preview.changes),
        file_name="Thay đổi.csv",
        mime="text/csv",
        key="changes",
        on_click="ignore",
    )


def _as_csv(rows: Rows) -> bytes:
    """The list of changes for Excel in Viet Nam: Vietnamese headings and words, semicolons, decimal commas."""
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
    writer.writerow([findings_view.HEADINGS.get(column, column) for column in rows.columns])
    writer.writerows(
        [[guarded(findings_view.plain(column, cell)) for column, cell in zip(rows.columns, row, strict=True)] for row in rows]
    )
    return lines.getvalue().encode("utf-8-sig")
