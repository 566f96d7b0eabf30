"""The one way from a page to the store: opened once, asked with bound parameters, cached by data version."""

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from data.home import location, open_or_build
from data.ingest.problems import BadFile
from data.messages import store_problem
from queries.store import Store, StoreError


@st.cache_resource(show_spinner=False)
def _store(path: str) -> Store:
    with st.status("Lần đầu chạy: đang tạo kho số liệu từ năm văn bản gốc…") as progress:
        store = open_or_build(report=progress.write)
        progress.update(label="Đã mở kho số liệu", state="complete")
    gc.collect()
    gc.freeze()  # everything imported so far stays: spares each rerun a full collection
    return store


def store() -> Store:
    """The open store. When it cannot be opened, says on the screen why and what to do, and stops the page."""
    try:
        return _store(location())
    except StoreError as error:
        st.error(store_problem(error.reason, error.path), icon="■")
    except BadFile as error:
        st.error("Số liệu gốc đi kèm chương trình có lỗi, chưa ghi gì:\n\n" + str(error), icon="■")
    st.stop()


@st.cache_data(show_spinner=False, max_entries=2000)
def _answer(path: str, version: int, question: Callable[..., pd.DataFrame], params: dict[str, Any]) -> pd.DataFrame:
    return question(_store(path), **params)


def fetch(question: Callable[..., pd.DataFrame], **params: Any) -> pd.DataFrame:
    """The answer of a function of ``queries.reads``, cached until the data version changes."""
    opened = store()
    return _answer(location(), opened.data_version(), question, params)
