"""A remark typed in place by staff of a unit: one row of the form of units' remarks, brought in by the importer as any file is."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from typing import Any

import streamlit as st

from components import state
from components.store_access import cached_read, open_store
from components.territory import Territory
from components.text import remark_words
from components.text.markdown import escaped
from components.tiles import messages
from data.accounts.sign_in import Person
from data.ingest.findings.finding import Finding, Refused
from data.ingest.importer import commit
from data.ingest.preview import UploadRejected
from data.ingest.rows.task_rules import LONGEST_REMARK
from data.store_messages import upload_rejected
from data.vietnamese import dates, terms
from queries.reads import unit_list
from queries.rows import Rows
from queries.store import StoreError

_WORDS = {meaning: word for word, meaning in terms.UNIT_REMARK_WORDS.items()}
_OUTLOOKS = {meaning: word for word, meaning in terms.OUTLOOK_WORDS.items()}


def own_remark(person: Person | None, territory: Territory, indicator_id: str, years: list[int], rows: Rows[Any]) -> None:
    """The box to type in, for who answers for the territory; nothing for anybody else, nor on a page that looks back. ``years``: that a remark may speak of, the likeliest
    first; ``rows``: of ``unit_remark_list`` for this indicator."""
    if sentence := state.REMARKED.pop():
        messages.note(sentence)
    code = territory.unit_id.split("-")[0]
    if dates.looking_back_to() or person is None or not _answers(person, code, territory.province_code):
        return
    with st.expander(escaped(f"Nêu nhận xét của {territory.name}"), key=f"remark-{indicator_id}"):
        left, right = st.columns(2)
        kind = left.selectbox(
            "Loại nhận xét", list(_WORDS), format_func=remark_words.KINDS.__getitem__, key="remark-kind", index=2
        )
        year = right.selectbox("Năm", years, key=f"remark-year-{indicator_id}")
        current = next(iter(rows.where(kind=kind, year=year, newest=True)), None)
        with st.form(
            f"remark-{code}-{indicator_id}-{kind}-{year}-{current and current.upload_id}", border=False, enter_to_submit=False
        ):
            outlook = _outlook(current) if kind == "outlook" else None
            text = st.text_area("Nội dung", value=(current and current.text) or "", max_chars=LONGEST_REMARK, height=120)
            if st.form_submit_button("Ghi nhận xét") and _says(text, kind):
                cells = {"ma_don_vi": code, "ma_chi_tieu": indicator_id, "nam": str(year), "loai_y_kien": _WORDS[kind]}
                _bring(person, {**cells, "kha_nang": _OUTLOOKS.get(outlook or "", ""), "noi_dung": text})
        messages.note("Nhận xét cũ không mất: bản mới đứng trước, các bản cũ mở ra được. Thu hồi ở trang Cập nhật số liệu.")


def _answers(person: Person, code: str, province_code: str) -> bool:
    """Whether a person seems to answer for a unit; the importer has the last word."""
    units = cached_read(unit_list)
    names = units.where(code=code).values("above")
    above = [row.code for row in units if row.name in names] or [None]
    return any(person.may_write(code, parent, province_code) for parent in above)


def _says(text: str, kind: str) -> bool:
    """Whether there is anything to bring in; an emptied box takes nothing back and is told so. An outlook says something without words."""
    if kind == "outlook" or text.strip(" \t\r\n-–—"):
        return True
    st.warning(
        "Ô Nội dung đang trống nên không ghi gì. Muốn bỏ nhận xét cũ: thu hồi lần cập nhật của nó ở trang Cập nhật số liệu."
    )
    return False


def _outlook(current: Any) -> str | None:
    options = list(_OUTLOOKS)
    at = options.index(current.outlook) if current and current.outlook else None
    return st.radio("Khả năng đạt", options, index=at, horizontal=True, format_func=_OUTLOOKS.__getitem__)


def as_file(row: Mapping[str, str]) -> bytes:
    """One remark as a file of the form of units' remarks."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL).writerows([list(row), list(row.values())])
    return out.getvalue().encode()


def _bring(person: Person, row: Mapping[str, str]) -> None:
    """Bring a remark in, and say on the spot why one was not taken."""
    name = f"Nhận xét {row['ma_chi_tieu']} {row['nam']}, {row['loai_y_kien']}.csv"
    from_where = st.context.ip_address or "máy này"
    try:
        receipt = commit(open_store(), as_file(row), name, person, seen=None, ticked=(), from_where=from_where)
    except Refused as refused:
        _say(refused.findings)
        return
    except UploadRejected as error:
        if error.preview is not None:
            _say([finding for finding in error.preview.findings if finding.severity != "note"])
        else:
            st.warning(escaped(upload_rejected(error.reason, error.detail)))
        return
    except StoreError as error:
        st.warning(escaped(upload_rejected(error.reason, error.detail)))
        return
    number = receipt.upload_id
    state.REMARKED.set(f"Đã ghi nhận xét (lần cập nhật số {number})." if number else "Nhận xét này đã có, không ghi gì thêm.")
    st.rerun()


def _say(findings: list[Finding]) -> None:
    """Why a remark was not taken, without the cells of a file that its reader never saw."""
    for finding in findings:
        st.warning(escaped(finding.text().partition(": ")[2] or finding.text()))
