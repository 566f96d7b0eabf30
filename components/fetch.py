"""The one way from a page to the store: opened once, asked with bound parameters, cached by data version."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any

import streamlit as st

from data.home import build, location
from data.ingest.problems import BadFile
from data.messages import store_problem
from queries.rows import Rows
from queries.store import Store, StoreError


@st.cache_resource(show_spinner=False)
def _store(path: str) -> Store:
    opened = Store.open(path)
    gc.collect()
    gc.freeze()  # everything imported so far stays: spares each rerun a full collection
    return opened


def _built(path: str) -> Store:
    """The store; built first, with its progress on the screen, when there is none."""
    try:
        return _store(path)
    except StoreError as error:
        if error.reason != "missing":
            raise
    with st.status("Lần đầu chạy: đang tạo kho số liệu từ năm văn bản gốc…") as progress:
        build(path, report=progress.write)
        progress.update(label="Đã tạo kho số liệu từ năm văn bản gốc", state="complete")
    return _store(path)


def store() -> Store:
    """The open store. When it cannot be opened, says on the screen why and what to do, and stops the page."""
    try:
        return _built(location())
    except StoreError as error:
        st.error(store_problem(error.reason, error.path))
    except BadFile as error:
        st.error("Số liệu gốc đi kèm chương trình có lỗi, chưa ghi gì:\n\n" + str(error))
    st.stop()


@st.cache_resource(show_spinner=False, max_entries=2000)
def _answer(key: tuple[Any, ...], _question: Callable[..., Rows], _params: dict[str, Any]) -> Rows:
    return _question(_store(key[0]), **_params)


def fetch(question: Callable[..., Rows], **params: Any) -> Rows:
    """The answer of a function of ``queries.reads``, kept until the data version changes. Rows are immutable and shared."""
    version = store().data_version()
    return _answer((location(), version, question.__name__, *sorted(params.items())), question, params)
