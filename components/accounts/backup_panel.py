"""What an administrator sees and does about copies of the store."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import duckdb
import streamlit as st

from components import state
from components.store.open_stores import open_store
from components.text import formats, times
from components.text.markdown import escaped
from components.tiles import messages
from data.accounts.record import entries
from data.operations.backup import KEPT, OLD, Backup, BackupFailed, back_up, backups
from data.store_messages import store_lost, store_problem
from data.vietnamese.dates import now, utc_now
from queries.store import StoreError

_TOLD = timedelta(days=30)  # how long a restore is told


def panel() -> None:
    """How old the newest copy is, what is amiss, and the button that makes one now."""
    kept = backups(open_store().path)
    messages.part("Sao lưu", f"Mỗi đêm một bản lúc 02:00, giữ {KEPT} bản mới nhất và bản đầu của mỗi tháng")
    if open_store().read_only:
        st.error(escaped(store_problem("read_only", Path(open_store().path).name)))
    if lost := open_store().lost:
        st.error(store_lost(lost.upload_id))
    _age(kept)
    _restored()
    if st.button("Sao lưu ngay", key="back_up"):
        with st.spinner("Đang sao lưu và mở thử bản sao…"):
            state.BACKED_UP.set(_made())
        st.rerun()
    if made := state.BACKED_UP.pop():
        messages.note(made)


def _age(kept: list[Backup]) -> None:
    """The newest copy, in red when there is none or an old one."""
    if not kept:
        st.warning("Chưa có bản sao lưu nào: nếu ổ đĩa hỏng thì mọi số liệu đã nạp sẽ mất.")
        return
    newest = kept[0]
    said = f"Bản sao lưu gần nhất: {times.moment(newest.made_at)} ({formats.number(newest.size / 2**20, 1)} MB); đang giữ {len(kept)} bản."
    if now() - newest.made_at > OLD:
        st.error(f"{said} Đã quá hai ngày, hãy sao lưu ngay và xem vì sao bản hằng đêm không được tạo.")
    else:
        messages.note(said)


def _restored() -> None:
    """What the newest restore of the last month did to sign-ins, accounts and tokens."""
    newest = next((entry for entry in entries(open_store().path) if entry.kind == "restored"), None)
    if newest and utc_now() - newest.at <= _TOLD:
        messages.note(
            f"Kho được khôi phục lúc {times.moment(newest.at)} từ bản sao {newest.about}; mọi phiên đăng nhập đã kết thúc khi ấy."
        )


def _made() -> str:
    """Make a copy; what came of it, in words."""
    try:
        made = back_up(open_store())
    except BackupFailed as error:
        return f"Chưa sao lưu được: bản sao không qua được phép kiểm tra {error.check}."
    except StoreError as error:
        return store_problem(error.reason, Path(open_store().path).name)
    except (OSError, duckdb.Error):
        return "Chưa sao lưu được: thư mục sao lưu không ghi được hoặc ổ đĩa đầy."
    return f"Đã sao lưu lúc {times.moment(made.made_at)}; bản sao đã được mở thử và kiểm tra."
