"""What the product uses of Streamlit beyond its documented interface, all in one place.

A new version of Streamlit may change any of it without notice; ``tests/components/test_streamlit_private.py`` names each.
"""

from __future__ import annotations

from streamlit import runtime
from streamlit.navigation.page import Page
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

__all__ = ["Page", "UploadedFile", "session_id", "session_is_running"]


def session_id() -> str:
    """The identifier of the visit whose page is running here; '' outside a page."""
    visit = get_script_run_ctx()
    return visit.session_id if visit else ""


def session_is_running(identifier: str) -> bool:
    """Whether a run of a visit is under way or about to begin."""
    visit = runtime.get_instance().get_app_session(identifier) if runtime.exists() else None
    return visit is not None and visit._scriptrunner is not None
