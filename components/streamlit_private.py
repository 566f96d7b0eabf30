"""What the product uses of Streamlit beyond its documented interface, all in one place.

A new version of Streamlit may change any of it without notice; ``tests/components/test_streamlit_private.py`` names each.
"""

from __future__ import annotations

from collections.abc import Collection

from streamlit import runtime
from streamlit.navigation.page import Page
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

__all__ = ["Page", "UploadedFile", "page_id", "session_id", "session_is_running", "take_unknown_page", "went_back"]


def session_id() -> str:
    """The identifier of the visit whose page is running here; '' outside a page."""
    visit = get_script_run_ctx()
    return visit.session_id if visit else ""


def session_is_running(identifier: str) -> bool:
    """Whether a run of a visit is under way or about to begin."""
    visit = runtime.get_instance().get_app_session(identifier) if runtime.exists() else None
    return visit is not None and visit._scriptrunner is not None


def page_id() -> str:
    """The identifier of the page that is running; '' outside a page."""
    visit = get_script_run_ctx()
    return visit.page_script_hash if visit else ""


def went_back() -> bool:
    """Whether this run shows what somebody went back (or forward) to in the browser."""
    visit = get_script_run_ctx()
    return visit is not None and visit.is_history_navigation


def take_unknown_page(names: Collection[str]) -> str:
    """The address that the visitor asked for where it is none of ``names``, '' otherwise.

    The first page is opened for an unknown one; before ``st.navigation`` it keeps Streamlit from saying so in English.
    """
    visit = get_script_run_ctx()
    asked = visit.pages_manager.intended_page_name if visit else None
    if visit is None or not asked or asked in names:
        return ""
    visit.pages_manager.set_script_intent("", "")
    return asked
