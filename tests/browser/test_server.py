"""The running server: its headers stand on every kind of answer, and it listens on this machine only."""

from pathlib import Path

import httpx
import pytest

from components.page.response_headers import ALWAYS
from tests.browser.conftest import serving


@pytest.fixture(scope="module")
def address(tmp_path_factory, store_file):
    with serving(tmp_path_factory.mktemp("headers"), store=store_file) as address:
        yield address


@pytest.mark.parametrize(
    "path", ["/", "/chi-tieu", "/khong-co-trang-nay", "/_stcore/health", "/media/khong-co", "/static/khong-co.js"]
)
def test_every_route_says_whose_scripts_run_and_who_may_frame_it(address, path):
    headers = httpx.get(address + path, follow_redirects=True).headers
    assert {name: headers.get(name) for name in ALWAYS} == ALWAYS


def test_texts_travel_packed(address):
    assert httpx.get(address, headers={"Accept-Encoding": "gzip"}).headers["content-encoding"] == "gzip"


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="only Linux tells where a process listens")
def test_by_itself_the_server_listens_on_this_machine_only(address):
    port = f"{int(address.rsplit(':', 1)[1]):04X}"
    sockets = [line.split()[1:4] for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    listening = [local.split(":")[0] for local, _, state in sockets if local.endswith(f":{port}") and state == "0A"]
    assert listening == ["0100007F"]  # 127.0.0.1
    sixth = Path("/proc/net/tcp6").read_text() if Path("/proc/net/tcp6").exists() else ""
    assert not [line for line in sixth.splitlines()[1:] if line.split()[1].endswith(f":{port}") and line.split()[3] == "0A"]


def test_other_names_of_the_host_and_files_for_no_page_are_refused_however_often(address):
    assert httpx.get(address, headers={"Host": "xau.example"}).status_code == 400
    with httpx.Client(base_url=address) as client:
        answers = [client.put(f"/_stcore/upload_file/ai-do/{number}", files={"file": b"x" * 1000}) for number in range(80)]
    assert {(answer.status_code, answer.text) for answer in answers} == {(403, "not taken")}
