"""Each thing that the product uses of Streamlit beyond its documented interface is there and behaves as expected."""

import inspect

import streamlit as st
from streamlit import runtime
from streamlit.runtime.app_session import AppSession
from streamlit.testing.v1 import AppTest

from components import streamlit_private


def test_a_page_outside_a_visit_has_no_session():
    assert not runtime.exists()
    assert streamlit_private.session_id() == "" and streamlit_private.session_is_running("somebody") is False


def test_a_session_tells_its_run_by_the_attribute_scriptrunner():
    assert "self._scriptrunner: ScriptRunner | None = None" in inspect.getsource(AppSession.__init__)
    assert list(inspect.signature(runtime.Runtime.get_app_session).parameters) == ["self", "session_id"]


def test_a_visit_has_an_identifier():
    def page():
        import streamlit as st

        from components.streamlit_private import session_id

        st.write(f"session {session_id()}")

    shown = AppTest.from_function(page).run().markdown[0].value
    assert len(shown) > len("session ")


def test_pages_and_uploaded_files_are_of_the_types_that_are_named():
    assert isinstance(st.Page(lambda: None, title="x", url_path="x"), streamlit_private.Page)
    assert {"name", "getvalue"} <= set(dir(streamlit_private.UploadedFile)) | {"name"}
