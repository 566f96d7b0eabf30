"""One row of a form that was typed on a page: brought in by the importer as any file is, and refused on the spot in its words."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

import streamlit as st

from components import state
from components.store.open_stores import open_store
from components.store.store_access import is_real_present
from components.text.markdown import escaped
from data.accounts.sign_in import Person
from data.ingest.findings.finding import Finding, Refused
from data.ingest.importer import commit
from data.ingest.preview import UploadRejected
from data.store_messages import upload_rejected
from queries.store import StoreError


def as_file(row: Mapping[str, str]) -> bytes:
    """One row as a file of its form, by header."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL).writerows([list(row), list(row.values())])
    return out.getvalue().encode()


def bring(person: Person, row: Mapping[str, str], name: str, what: str) -> None:
    """Bring a row in and run the page anew, or say on the spot why it was not taken. ``name``: of the file that the history keeps;
    ``what``: what was typed, as a sentence begins with it: 'Nhận xét này'."""
    if not is_real_present():
        raise RuntimeError("nothing is brought in on a page that looks back, or on one of invented figures")
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
    state.TYPED.set(f"{what} đã được ghi (lần cập nhật số {number})." if number else f"{what} đã có, không ghi gì thêm.")
    st.rerun()


def _say(findings: list[Finding]) -> None:
    """Why a row was not taken, without the cells of a file that its reader never saw."""
    for finding in findings:
        st.warning(escaped(finding.text().partition(": ")[2] or finding.text()))
