"""Three dashboards on one shared store, behind nginx as the handbook sets it up, seen by a visitor in Chromium."""

import os
import shutil
import subprocess
import time
from contextlib import ExitStack, closing

import httpx
import pytest

from data.accounts.sign_in import CLI
from data.ingest.importer import commit
from data.store_location import lake
from queries.engine import Lake
from queries.shared_store import SharedStore, publish_store
from queries.store import Store
from tests.browser.browser_page import BrowserPage
from tests.browser.conftest import free_port, serving
from tests.browser.test_proxy import MAIN, program

SITE = """
upstream chi_tieu {{ hash $uid_got$uid_set consistent; {machines} }}
map $http_upgrade $connection_upgrade {{ default upgrade; "" ""; }}
server {{
    listen 127.0.0.1:{port};
    access_log off;
    userid on;
    userid_name chi_tieu_may;
    proxy_http_version 1.1;
    proxy_set_header Host $http_host;
    proxy_set_header Upgrade $http_upgrade;
    proxy_set_header Connection $connection_upgrade;
    proxy_connect_timeout 2s;
    add_header X-Machine $upstream_addr;
    location / {{ proxy_pass http://chi_tieu; }}
}}
"""
FIGURE = "ma_chi_tieu,cap,don_vi,nam,ky,ket_qua,nguon\nCQ.06,tinh,42,2026,Q3,71,Báo cáo thử của các máy\n".encode()


@pytest.fixture(scope="module")
def shared(server, store_file, tmp_path_factory):
    """(settings of a machine that joins, what opens it as one more machine)."""
    folder = tmp_path_factory.mktemp("shared")
    address = f"ducklake:postgres:service={server.database()}"
    settings = {"DATA_URL": address, "DATA_FILES": str(folder / "files"), "PGSERVICEFILE": str(server.services)}
    with pytest.MonkeyPatch.context() as environment:
        for name, value in settings.items():
            environment.setenv(name, value)
        environment.setenv("DATA_COPY", str(folder / "copy.duckdb"))
        with closing(Store.open(shutil.copy(store_file, folder / "seed.duckdb"))) as store, closing(lake()) as there:
            publish_store(store, there, replace=False)
    yield settings, lambda: SharedStore.shared(lambda: Lake(address), str(folder / "one-more.duckdb"))


@pytest.fixture
def three(shared, tmp_path):
    """(address of nginx, ports of the machines, function that pulls the plug of one of them)."""
    nginx, settings = program("nginx"), shared[0]
    port, ports = free_port(), []
    with ExitStack() as machines:
        for number in range(3):
            folder = tmp_path / f"machine{number}"
            folder.mkdir()
            ports.append(free_port())
            copy = {"DATA_COPY": str(folder / "copy.duckdb"), "BACKUP_DIR": str(folder)}
            machines.enter_context(serving(folder, port=ports[-1], visited=False, **settings, **copy))
        site = SITE.format(
            port=port, machines=" ".join(f"server 127.0.0.1:{port} max_fails=1 fail_timeout=30s;" for port in ports)
        )
        (tmp_path / "site.conf").write_text(site, encoding="utf-8")
        user = "user root;" if os.geteuid() == 0 else ""
        (tmp_path / "nginx.conf").write_text(MAIN.format(folder=tmp_path, user=user), encoding="utf-8")
        proxy = machines.enter_context(
            subprocess.Popen([nginx, "-p", tmp_path, "-c", tmp_path / "nginx.conf", "-g", "daemon off;"])
        )
        machines.callback(proxy.terminate)
        address = f"http://127.0.0.1:{port}"
        for _ in range(100):
            try:
                if httpx.get(f"{address}/_stcore/health").status_code == 200:
                    break
            except httpx.TransportError:
                pass
            time.sleep(0.1)
        yield address, ports


def pull_the_plug(port):
    """Kill the process that listens on a port."""
    listening = subprocess.run(["pgrep", "-f", f"server.port {port}"], capture_output=True, text=True, check=True)
    subprocess.run(["kill", "-9", *listening.stdout.split()], check=True)


def test_a_visitor_stays_on_one_machine_and_sees_what_another_one_took_in_until_all_is_gone_and_back(
    chromium, three, shared, server
):
    address, _ = three
    with httpx.Client(base_url=address) as client:
        assert len({client.get("/_stcore/health").headers["X-Machine"] for _ in range(6)}) == 1
    visitor = BrowserPage(chromium, address, 1440, 900)
    seen_at = []
    visitor.page.on("response", lambda response: seen_at.append(response.headers.get("x-machine")))
    visitor.open()
    visitor.open("/chi-tieu?chi_tieu=CQ.06&dia_ban=42")
    assert len(set(filter(None, seen_at))) == 1
    assert "Báo cáo thử của các máy" not in visitor.page.inner_text("body")
    with closing(shared[1]()) as one_more:
        commit(one_more, FIGURE, "quy-3.csv", CLI, seen=None, reason="đã kiểm tra")
    time.sleep(1.1)  # a machine looks once a second
    visitor.reload()
    assert "71%" in visitor.page.inner_text("body")
    pull_the_plug(int(seen_at[-1].rpartition(":")[2]))
    visitor.wrong.clear()
    seen_at.clear()
    visitor.open()
    visitor.open("/chi-tieu?chi_tieu=CQ.06&dia_ban=42")
    assert "71%" in visitor.page.inner_text("body")
    server.stop()
    try:
        time.sleep(1.1)
        visitor.reload()
        body = visitor.page.inner_text("body")
        assert "Kho dùng chung không trả lời từ" in body
        assert "71%" in body
    finally:
        server.start()
    time.sleep(1.1)
    visitor.reload()
    visitor.reload()  # the first look after the second finds it back
    assert "Kho dùng chung không trả lời" not in visitor.page.inner_text("body")
    visitor.page.close()
