"""Each thing that the product uses of Streamlit beyond its documented interface is there and behaves as expected."""

import asyncio
import inspect
import threading

import streamlit as st
from streamlit import delta_generator, net_util, runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner.script_runner import ScriptRunnerEvent
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext
from streamlit.testing.v1 import AppTest
from streamlit.web.server.server_util import is_url_from_allowed_origins

from components import streamlit_private
from tests.navigation import ROOT


def test_a_page_outside_a_visit_has_no_session():
    assert not runtime.exists()
    assert streamlit_private.session_id() == "" and streamlit_private.session_is_running("somebody") is False


def test_a_session_tells_its_run_by_the_attribute_scriptrunner():
    assert "self._scriptrunner: ScriptRunner | None = None" in inspect.getsource(AppSession.__init__)
    assert list(inspect.signature(runtime.Runtime.get_app_session).parameters) == ["self", "session_id"]


def test_no_page_runs_where_there_is_no_server_and_visits_are_listed_with_their_run():
    assert streamlit_private.pages_are_running() is False
    source = inspect.getsource(runtime.Runtime)
    assert "self._session_mgr" in source and "list_active_sessions()" in source


def test_a_server_does_not_look_through_all_modules_for_who_runs_it_by_hand(monkeypatch):
    monkeypatch.setattr(delta_generator, "_use_warning_has_been_displayed", False)
    streamlit_private.is_run_as_server()
    assert delta_generator._use_warning_has_been_displayed is True
    assert "if not _use_warning_has_been_displayed" in inspect.getsource(delta_generator._maybe_print_use_warning)


def test_the_pages_of_the_app_count_from_the_first_visit_on(monkeypatch):
    monkeypatch.setattr(PagesManager, "uses_pages_directory", None)
    PagesManager(str(ROOT / "app.py"))
    assert PagesManager.uses_pages_directory is True, "what Streamlit does by itself: there is a folder of that name"
    streamlit_private.name_pages_by_navigation()
    PagesManager(str(ROOT / "app.py"))
    assert PagesManager.uses_pages_directory is False


def test_a_screen_is_made_once_and_each_run_has_its_own():
    def page():
        import streamlit as st

        from components.streamlit_private import screen

        known = [screen(st.session_state["file"], title="Một", url_path="mot") for _ in range(2)]
        st.text([known[0] is not known[1], known[0]._page is known[1]._page, known[0].url_path, known[0].title])
        known[0]._can_be_called = True
        st.text([known[1]._can_be_called, screen(st.session_state["file"], title="Một", url_path="mot")._can_be_called])

    app = AppTest.from_function(page)
    app.session_state["file"] = inspect.getsourcefile(streamlit_private)
    assert [shown.value for shown in app.run().text] == ["[True, True, 'mot', 'Một']", "[False, False]"]


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


def test_a_page_has_an_identifier_and_a_first_run_is_nobody_going_back():
    def page():
        import streamlit as st

        from components.streamlit_private import page_id, went_back

        st.write(f"page {page_id()} {went_back()}")

    shown = AppTest.from_function(page).run().markdown[0].value
    assert len(shown) > len("page  False") and shown.endswith(" False")
    assert streamlit_private.page_id() == "" and streamlit_private.went_back() is False


def test_a_visit_knows_whether_the_browser_went_back_and_which_address_was_asked_for():
    assert ScriptRunContext.is_history_navigation is False
    pages = PagesManager("app.py")
    pages.set_script_intent("", "trang-nao-do")
    assert pages.intended_page_name == "trang-nao-do"
    assert streamlit_private.take_unknown_page(["chi-tieu"], first="tong-quan") == ""  # outside a visit nobody asked for anything


def test_a_page_of_another_site_makes_the_server_ask_no_address_in_the_internet(monkeypatch):
    asked = []
    monkeypatch.setattr(net_util, "_make_blocking_http_get", lambda url, **rest: asked.append(url))
    monkeypatch.setattr(net_util, "_external_ip", None)
    monkeypatch.setattr(net_util, "get_external_ip", net_util.get_external_ip)
    assert not is_url_from_allowed_origins("http://xau.example") and asked, "what Streamlit does by itself"
    asked.clear()
    streamlit_private.ask_nothing_outside()
    assert not is_url_from_allowed_origins("http://xau.example") and asked == []


def test_files_of_a_visit_that_is_not_there_are_none():
    assert streamlit_private.uploads_of("ai đó") is None and streamlit_private.forget_uploads("ai đó") is None
    assert streamlit_private.largest_upload() == 21 * 2**20


def test_the_hosts_of_the_setting_are_those_that_streamlit_itself_knows():
    assert streamlit_private.host_is_allowed("127.0.0.1:8501") and streamlit_private.host_is_allowed("localhost")
    assert not streamlit_private.host_is_allowed("xau.example") and not streamlit_private.host_is_allowed("")


def test_streamlit_has_a_document_and_scripts_below_static():
    folder = streamlit_private.static_folder()
    assert "./static/js/" in (folder / "index.html").read_text(encoding="utf-8")
    assert list((folder / "static" / "js").glob("index.*.js"))


def test_what_a_page_draws_is_handed_over_together_and_in_its_order(monkeypatch):
    monkeypatch.setattr(AppSession, "_on_scriptrunner_event", AppSession._on_scriptrunner_event)
    streamlit_private.draw_in_turns()
    begun, drawn, ended = ScriptRunnerEvent.SCRIPT_STARTED, ScriptRunnerEvent.ENQUEUE_FORWARD_MSG, ScriptRunnerEvent.SHUTDOWN
    visit = Visit()
    page = threading.Thread(
        target=lambda: [visit.on_event("runner", event=event) for event in (begun, drawn, drawn, drawn, ended)]
    )
    page.start()
    page.join()
    assert visit.woken == 2, "for the beginning and the end"
    threading.Thread(target=visit.work).start()
    assert visit.done.wait(5) and visit.told == [begun, drawn, drawn, drawn, ended]
    signature = inspect.signature(AppSession._handle_scriptrunner_event_on_event_loop)
    assert list(signature.parameters)[:3] == ["self", "sender", "event"]


def test_what_is_drawn_after_the_last_call_is_handed_over_a_moment_later(monkeypatch):
    monkeypatch.setattr(AppSession, "_on_scriptrunner_event", AppSession._on_scriptrunner_event)
    streamlit_private.draw_in_turns()
    visit = Visit(most=1)
    visit.on_event("runner", event=ScriptRunnerEvent.ENQUEUE_FORWARD_MSG, forward_msg=None)
    threading.Thread(target=visit.work).start()
    assert visit.done.wait(5) and visit.told == [ScriptRunnerEvent.ENQUEUE_FORWARD_MSG]


class Visit:
    """What ``draw_in_turns`` takes of a visit, with a loop that runs in a thread of its own until ``most`` events were told."""

    def __init__(self, most=5):
        self._event_loop, self.told, self.woken, self.most, self.done = asyncio.new_event_loop(), [], 0, most, threading.Event()

    def on_event(self, sender, **told):
        AppSession._on_scriptrunner_event(self, sender, **told)

    def _call_soon_on_event_loop(self, callback):
        self.woken += 1
        self._event_loop.call_soon_threadsafe(callback)

    def _handle_scriptrunner_event_on_event_loop(self, sender, event, **told):
        self.told.append(event)
        if len(self.told) == self.most:
            self._event_loop.call_soon(self._event_loop.stop)

    def work(self):
        self._event_loop.run_forever()
        self._event_loop.close()
        self.done.set()
