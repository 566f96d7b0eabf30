"""What stands around the pages: our own addresses, and that the server listens before it has loaded them."""

import subprocess
import sys
from pathlib import Path

from starlette.routing import Match

from components import server
from components.accounts import cookie
from components.doors import routes as doors

ROOT = Path(__file__).parent.parent.parent


def test_every_address_of_our_own_is_known_before_its_module_is_loaded():
    for route in [*cookie.routes(), *doors.routes()]:
        path = route.path.replace("{name}", "target.csv")
        scope = {"type": "http", "path": path, "root_path": "", "method": "GET"}
        assert any(known.matches(scope)[0] is Match.FULL for known in server.routes()), path


def test_the_server_loads_neither_the_store_nor_tables_nor_slides_before_it_listens_and_for_a_page_the_store_alone():
    shown = """print(sorted({'duckdb', 'pandas', 'pyarrow', 'numpy', 'reportlab', 'pptx', 'openpyxl', 'components.slides'} & set(sys.modules)))"""
    pages = "from components import server\nfrom components.store import store_access\nserver._load(*server._OF_PAGES)"
    code = f"import sys, app\n{shown}\n{pages}\n{shown}"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert told.strip().splitlines()[-2:] == ["[]", "['duckdb']"]


def test_loading_opens_the_store_and_loads_every_room_and_stopping_ends_the_copies(monkeypatch):
    ended = []

    class Keeper:
        def stop(self):
            ended.append(True)

    monkeypatch.setattr("components.store.open_stores.open_at_start", lambda: ended.append("opened"))
    monkeypatch.setattr("components.store.open_stores.keep_copies", Keeper)
    monkeypatch.setattr("components.store.open_stores.settle", lambda: None)
    loading = server.Loading()
    loading.start()
    loading.stop()
    assert ended == ["opened", True]
    assert {"components.slides.flat.html_file", "components.upload.desk", "components.tiles.overview.board"} <= set(sys.modules)


def test_what_goes_wrong_while_loading_is_logged_and_stops_nothing(monkeypatch, caplog):
    def fails():
        raise OSError("hỏng")

    monkeypatch.setattr("components.store.open_stores.open_at_start", fails)
    loading = server.Loading()
    loading.start()
    loading.stop()
    assert "not everything could be loaded" in caplog.text
