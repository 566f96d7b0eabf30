"""The whole as it stands in a network: real nginx with TLS before the dashboard, by the very site that `.ops` ships."""

import os
import re
import shutil
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from components.page.response_headers import ALWAYS, OVER_HTTPS
from tests.browser.browser_page import BrowserPage
from tests.browser.conftest import ROOT, free_port, serving
from tests.conftest import in_ci

SITE = ROOT / ".ops" / "nginx.conf"
MAIN = """
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    include /etc/nginx/mime.types;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
    include {folder}/site.conf;
}}
"""


def program(name):
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin")
    if not found and in_ci():
        pytest.fail(f"{name} is missing: apt-get install {name}")
    if not found:
        pytest.skip(f"install {name} to try the site that .ops ships: apt-get install {name}")
    return found


@pytest.fixture(scope="module")
def proxied(tmp_path_factory, store_file):
    """(https address, http address, port of the dashboard): nginx as an administrator sets it up, on other ports."""
    nginx, openssl = program("nginx"), program("openssl")
    folder = tmp_path_factory.mktemp("nginx")
    secure, plain, app = free_port(), free_port(), free_port()
    made = [
        openssl,
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=127.0.0.1",
        "-addext",
        "subjectAltName=IP:127.0.0.1",
    ]
    subprocess.run([*made, "-keyout", folder / "key.pem", "-out", folder / "cert.pem"], check=True, capture_output=True)
    site = SITE.read_text(encoding="utf-8")
    for was, becomes in {
        "bang.tinh.example": "127.0.0.1", "/etc/ssl/chi-tieu/chung-thu.pem": f"{folder}/cert.pem", "/etc/ssl/chi-tieu/khoa.pem": f"{folder}/key.pem",
        "/var/log/chi-tieu": str(folder), "127.0.0.1:8501": f"127.0.0.1:{app}", "listen 443": f"listen {secure}", "listen 80": f"listen {plain}",
    }.items():  # fmt: skip
        assert was in site
        site = site.replace(was, becomes)
    site = re.sub(r" *listen \[::\].*\n", "", site)
    (folder / "site.conf").write_text(site, encoding="utf-8")
    (folder / "nginx.conf").write_text(
        MAIN.format(folder=folder, user="user root;" if os.geteuid() == 0 else ""), encoding="utf-8"
    )
    with (
        serving(folder, store=store_file, port=app) as _,
        subprocess.Popen([nginx, "-p", folder, "-c", folder / "nginx.conf", "-g", "daemon off;"]) as proxy,
    ):
        try:
            for _ in range(50):
                try:
                    httpx.get(f"http://127.0.0.1:{plain}", timeout=1)
                    break
                except httpx.TransportError:
                    time.sleep(0.1)
            yield f"https://127.0.0.1:{secure}", f"http://127.0.0.1:{plain}", app
        finally:
            proxy.terminate()


def get(address, path="/", **given):
    return httpx.get(address + path, verify=False, **given)


def test_a_page_opens_over_tls_with_its_websocket_and_nothing_goes_wrong(proxied, chromium):
    context = chromium.new_context(ignore_https_errors=True, viewport={"width": 1440, "height": 900}, locale="vi-VN")
    page = BrowserPage(chromium, proxied[0], 1440, 900, page=context.new_page())
    sockets = []
    page.page.on("websocket", lambda socket: sockets.append(socket.url))
    page.open("/chi-tieu?dia_ban=42")
    assert page.headline.inner_text() and sockets and all(url.startswith("wss://") for url in sockets)
    page.open("/du-lieu-mo?dia_ban=42&nam=2022")
    link = page.page.locator("[data-testid=stCode]").first.inner_text()
    assert link.startswith(f"{proxied[0]}/api/v1/") and get("", link.strip()).status_code == 200
    assert page.wrong == []
    context.close()


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/", 200), ("/chi-tieu", 200), ("/suc-khoe", 200), ("/api/v1/unit.csv", 200), ("/api/v1/khong-co.csv", 404), ("/_stcore/health", 200),
        ("/media/khong-co", 404), ("/api/v1/machine/check", 404),
    ],
)  # fmt: skip
def test_every_route_has_the_headers_once_and_the_browser_is_told_to_stay_with_https(proxied, path, status):
    answer = get(proxied[0], path)
    assert answer.status_code == status
    for name in (*ALWAYS, *OVER_HTTPS):
        assert len(answer.headers.get_list(name)) == 1, name
    if path != "/api/v1/machine/check":  # nginx itself answers, with a narrower policy
        assert {name: answer.headers[name] for name in ALWAYS} == ALWAYS
    assert "nginx/" not in answer.headers.get("server", "")


def test_plain_http_leads_to_https(proxied):
    answer = httpx.get(proxied[1] + "/chi-tieu?dia_ban=42")
    assert answer.status_code == 301 and answer.headers["location"] == "https://127.0.0.1/chi-tieu?dia_ban=42"


def test_texts_travel_packed(proxied):
    for path in ("/", "/api/v1/unit.csv"):
        assert get(proxied[0], path, headers={"Accept-Encoding": "gzip"}).headers["content-encoding"] == "gzip"


def test_a_request_beyond_the_limit_is_refused_with_a_sentence(proxied):
    answer = httpx.post(proxied[0] + "/api/v1/import", content=b"x" * (23 * 2**20), verify=False)
    assert answer.status_code == 413 and "20 MB" in answer.json()["loi"]
    assert len(answer.headers.get_list("Content-Security-Policy")) == 1
    assert httpx.post(proxied[0] + "/api/v1/import", content=b"x" * 2**20, verify=False).status_code == 401  # this far it comes


def test_the_token_of_the_machine_is_worth_nothing_from_outside(proxied):
    assert httpx.post(proxied[0] + "/api/v1/machine/check", verify=False).status_code == 404
    assert httpx.post(f"http://127.0.0.1:{proxied[2]}/api/v1/machine/check").status_code == 401


@pytest.mark.parametrize(
    ("method", "path", "given", "passed"),
    [("GET", "/api/v1/datapackage.json", {}, 200), ("PUT", "/_stcore/upload_file/la/1", {"content": b"x"}, 403)],
)
def test_a_loop_of_requests_from_one_address_is_slowed_down(proxied, method, path, given, passed):
    with ThreadPoolExecutor(8) as pool:
        ask = lambda _: httpx.request(method, proxied[0] + path, verify=False, **given)
        answers = list(pool.map(ask, range(60)))
    refused = [answer for answer in answers if answer.status_code == 429]
    assert refused and {answer.status_code for answer in answers} == {passed, 429}
    assert refused[0].headers["retry-after"] == "5" and "Quá nhiều yêu cầu" in refused[0].json()["loi"]
    assert get(proxied[0]).status_code == 200, "the pages go on"
