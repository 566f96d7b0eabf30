"""The receipt of an upload, the history of all of them, and taking one back."""

from __future__ import annotations

from typing import Any

import duckdb
import streamlit as st

from components import state
from components.store.open_stores import open_store
from components.store.store_access import cached_read, uncached_read
from components.text import formats, times
from components.text.markdown import escaped
from components.tiles import download, html_table, messages
from components.tiles.html_table import Column, Content, Markup, joined, small, tag
from components.tiles.links import address, link
from data.accounts.record import note
from data.accounts.sign_in import Person, current_person
from data.ingest.preview import Preview, Receipt, UploadRejected
from data.ingest.table.forms import forms
from data.ingest.undo import TakenBack, may_handle, objection, take_back
from data.store_messages import upload_rejected
from data.vietnamese.periods import period_end
from data.vietnamese.terms import SAMPLE, uploaded
from queries.pieces import whole_of
from queries.reads import upload_content, upload_history
from queries.rows import Rows

MOST = 100
LINKED = 12  # changed indicators that a receipt leads to
_NOBODY = {"system": "hệ thống", "shell": "dòng lệnh"}  # who is no account


def receipt() -> None:
    """What was just committed, with its number and the way to look at it."""
    receipt = state.RECEIPT.get()
    if receipt is None:
        return
    if receipt.upload_id is None:
        st.success("Tệp không nói điều gì mới; kho giữ nguyên, không có lần cập nhật nào được tạo.")
        return
    preview, what = receipt.preview, uploaded(receipt.preview.form)
    where, way = (_where(preview), _way_to(preview)) if preview.form == "figures" else ("", "")
    sentence = (
        f"Đã ghi {formats.number(receipt.written, 0)} {what} từ “{preview.file_name}”{where}; "
        f"{formats.number(receipt.unchanged, 0)} {what} đã có từ trước.{_mended(preview)}{_settled(preview)} Mã băm của tệp: "
    )
    title = tag("b", f"Biên nhận: lần cập nhật số {receipt.upload_id}")
    st.html(
        tag("div", title, Markup("<br>"), sentence, tag("code", preview.sha256[:12]), ".", way, class_="empty", role="status")
    )


def _mended(preview: Preview) -> str:
    """What was typed over in the preview, in words: the first few cells, each with what the file says."""
    changes = preview.cell_changes
    if not changes:
        return ""
    told = [
        f"{f'{change.letter}{change.row}' if change.letter else f'dòng {change.row}'} “{change.was}” → “{change.becomes}”"
        for change in changes[:LINKED]
    ]
    more = "…" if len(changes) > LINKED else ""
    return f" Đã sửa {formats.number(len(changes), 0)} ô khi xem trước: {'; '.join(told)}{more}; tệp gốc giữ nguyên."


def _settled(preview: Preview) -> str:
    """Which of several rows of one figure was chosen, in words: the first few."""
    findings = [finding for finding in preview.of("note") if finding.code == "row_chosen"]
    told = "; ".join(formats.inside(finding.text().rstrip(".")) for finding in findings[:LINKED])
    return f" Đã chọn: {told}{'…' if len(findings) > LINKED else ''}." if told else ""


def _where(preview: Preview) -> str:
    units = sorted({row.unit_name for row in preview.changes})
    return f" ({', '.join(units[:3])}{'…' if len(units) > 3 else ''})" if units else ""


def _way_to(preview: Preview) -> Content:
    """Links to where leaders see the figures: the overview of the newest one's year and period, then each changed indicator at its level."""
    newest = _newest(preview)
    if newest is None:
        return ""
    target = address("./", {"dia_ban": newest.unit_id, **_when(newest)})
    when = formats.inside(times.period(newest.period, newest.year))
    overview = link(target, f"Xem tổng quan {when} của {newest.unit_name}")
    changed = dict.fromkeys((row.unit_id, row.indicator_id, row.level) for row in preview.changes if row.change != "unchanged")
    names = {(row.unit_id, row.indicator_id, row.level): row.indicator_name for row in preview.changes}
    links = [_to_indicator(*key, names[key], newest.year) for key in list(changed)[:LINKED]]
    rest = f" và {formats.number(len(changed) - LINKED, 0)} chỉ tiêu nữa" if len(changed) > LINKED else ""
    separated = [part for one in links for part in (Markup(" · "), one)][1:]
    return joined(Markup("<br>"), overview, Markup("<br>") if links else "", *separated, rest)


def _to_indicator(unit_id: str, indicator_id: str, level: str, name: str, year: int) -> Markup:
    choices = {"dia_ban": unit_id, "nam": year, "cap": level, "chi_tieu": indicator_id}
    at_level = "" if level == "all" else f", {formats.LEVEL_PHRASES[level]}"
    return link(address("./chi-tieu", choices), f"{name}{at_level}")


def _newest(preview: Preview) -> Any:
    """The row of the newest year and period among what a file changed; None when it has no rows."""
    return max(
        preview.changes, key=lambda row: (row.change != "unchanged", row.year, period_end(row.year, row.period)), default=None
    )


def _when(row: Any) -> dict[str, Any]:
    """Year and period of a row, as a link holds them."""
    return {"nam": row.year} | ({} if row.period == "N" else {"ky": row.period})


def place_of(receipt: Receipt) -> dict[str, str]:
    """The choices of the desk that speak of the same unit, year and period as a receipt."""
    newest = _newest(receipt.preview) if receipt.preview.form == "figures" else None
    return {} if newest is None else {"dia_ban": newest.unit_id, "nam": str(newest.year), "ky": newest.period}


def history(person: Person) -> None:
    """All uploads, newest first, and the form that takes one back."""
    rows = cached_read(upload_history, most=MOST)
    messages.part("Lịch sử cập nhật", "Không dòng nào bị xóa: thu hồi chỉ làm lần cập nhật ấy không còn hiệu lực")
    _table(rows)
    brought = rows.matching(lambda row: row.kind != "seed")
    if not brought:
        return
    labels = {row.upload_id: f"Số {row.upload_id}: {row.file_name}, {times.moment(row.uploaded_at)}" for row in brought}
    with st.expander("Tệp gốc, thu hồi một lần cập nhật"):
        chosen = st.selectbox("Lần cập nhật", list(labels), format_func=labels.__getitem__, key="upload")
        row = brought.where(upload_id=chosen)[0]
        if rejected := open_store().inside(lambda cursor: objection(cursor, chosen, person)):
            messages.note(_out_of_reach(rejected))
            return
        if row.kept:
            source = str(st.context.ip_address or "")
            download.button("Tải tệp gốc", lambda: _original(chosen, person, source), file_name=row.file_name, key="original")
        if row.undone_at is None:
            _undo(person, chosen)


def _out_of_reach(rejected: UploadRejected) -> str:
    """Why somebody can only look at an upload in the table."""
    if rejected.reason == "brought_by_wider":
        by = _NOBODY.get(rejected.detail, rejected.detail)
        why = f"do {by} đưa vào, là người được giao địa bàn rộng hơn bạn; nhờ người đó hoặc người quản trị nếu cần thu hồi"
    else:
        why = "có số liệu ngoài địa bàn được giao cho bạn"
    return f"Lần cập nhật này {why}: bạn chỉ xem được trong bảng trên."


def _original(upload_id: int, person: Person, source: str) -> bytes:
    """The stored file, for somebody who may handle the upload at this moment."""
    if not open_store().inside(lambda cursor: _may_have(cursor, upload_id, person)):
        note(open_store().path, "refused", name=person.name, source=source, about=f"tệp gốc của lần cập nhật số {upload_id}")
        raise download.NotAllowed
    note(open_store().path, "original", name=person.name, source=source, about=f"lần cập nhật số {upload_id}")
    return whole_of(uncached_read(upload_content, upload_id=upload_id))


def _may_have(cursor: duckdb.DuckDBPyConnection, upload_id: int, person: Person) -> bool:
    now = current_person(cursor, person)
    return now is not None and may_handle(cursor, upload_id, now)


def _undo(person: Person, upload_id: int) -> None:
    with st.form("undo", border=False):
        reason = st.text_input("Lý do thu hồi", max_chars=500, placeholder="Ví dụ: nhầm kỳ báo cáo")
        messages.note("Số liệu mà một lần cập nhật sau đã thay thế, hoặc cũng nêu y như vậy, thì giữ nguyên.")
        if st.form_submit_button(f"Thu hồi lần cập nhật số {upload_id}"):
            try:
                taken = take_back(open_store(), upload_id, person, reason)
            except UploadRejected as error:
                st.error(escaped(upload_rejected(error.reason, error.detail)))
                return
            state.UNDONE.set(_sentence(upload_id, taken))
            state.RECEIPT.clear()
            st.rerun()


def _sentence(upload_id: int, taken: TakenBack) -> str:
    """What came of taking an upload back."""
    reasons = [
        f"{formats.number(count, 0)} số liệu {why}"
        for count, why in (
            (taken.replaced, "đã có lần cập nhật sau thay thế"),
            (taken.reaffirmed, "được lần cập nhật sau nêu y như vậy"),
        )
        if count
    ]
    stays = f" Giữ nguyên: {'; '.join(reasons)}." if reasons else ""
    return f"Đã thu hồi lần cập nhật số {upload_id}: {formats.number(taken.rows, 0)} {uploaded(taken.kind)}.{stays}"


def undone() -> None:
    """Says once what was just taken back: above the page, and in a toast for who stands at its end."""
    if sentence := state.UNDONE.pop():
        st.html(tag("div", sentence, class_="empty", role="status"))
        st.toast(sentence, duration="long")


def _table(rows: Rows) -> None:
    columns = ("Số", "Lúc", Column("Ai", nowrap=True), "Tệp", Column("Số dòng", nowrap=True), "Địa bàn", "Tình trạng")
    html_table.show(columns, [_cells(row) for row in rows], "wide")


def _cells(row: Any) -> list[Content]:
    return [
        row.upload_id,
        times.moment(row.uploaded_at),
        _NOBODY.get(row.uploaded_by, row.uploaded_by),
        joined(*_file(row), small(f"Lý do: {row.reason}") if row.reason else ""),
        formats.number(row.row_count, 0),
        _shortened(row.units or formats.NOTHING),
        _state(row),
    ]


def _file(row: Any) -> tuple[Content, Content]:
    """The file's name and, below it, which form it was; the seed has no name."""
    titles = {name: form.title for name, form in forms().items()}
    titles |= {"seed": "Số liệu gốc của năm văn bản", "sample": SAMPLE, "document_file": "Tệp gốc của văn bản"}
    form = titles.get(row.kind, row.kind)
    if row.kind == "seed" and row.upload_id > 1:
        return row.file_name, small("đi kèm chương trình, nạp vào kho đang dùng; giữ những gì người dùng đã nạp")
    return (form, small("")) if row.kind == "seed" else (tag("span", row.file_name, class_="file"), small(form))


def _shortened(units: str) -> str:
    return units if len(units) < 80 else units[:77] + "…"


def _state(row: Any) -> Content:
    if row.undone_at is None:
        return "Còn hiệu lực"
    by = _NOBODY.get(row.undone_by, row.undone_by)
    return joined(f"Thu hồi {times.moment(row.undone_at)}", small(f"{by}: {row.undo_reason}"))
