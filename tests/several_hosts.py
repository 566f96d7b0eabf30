"""A shared store as its handbook page sets it up, on several hosts: PostgreSQL, two dashboards and nginx, each with an address of its own.

python -m tests.several_hosts [--delay 1 5]

What one takes in the other shows, both write at once, a cable is pulled in the middle of a commit and put back; nothing may be lost. ``--delay``:
milliseconds that it takes to PostgreSQL, and as much back, once for each. The folder of the rows is one that all reach by its path: it stands for
NFS, which is not tried. Needs root: the hosts are network namespaces (``tests.network``).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import httpx

from data.store_location import build
from queries.engine import REFUSED, Lake, StoreError
from queries.following import differences
from queries.shared_store import SharedStore
from queries.sqlfile import names
from tests import postgres_server
from tests.benchmark import ROOT
from tests.browser.test_machines import FIGURE, SITE
from tests.browser.test_proxy import MAIN, program
from tests.network import Network, network
from tests.sample_uploads import csv_file, many_rows
from tests.websocket_client import WebsocketClient

HOSTS = ("postgres", "one", "two", "front")
GONE = "Kho dùng chung không trả lời từ"
_PASSWORD = "Mat-khau_cua-buoi-thu"
_PORT = 8501


class Site:
    """The hosts, set up. ``command`` runs ``python -m data …`` on one, ``begin`` without waiting for it; ``page`` is what a visitor is sent by
    one of them, ``front`` what nginx answers."""

    def __init__(self, net: Network, server: postgres_server.Server, folder: Path) -> None:
        self.net, self.server, self.folder = net, server, folder
        self.name = server.database()
        self.address = f"ducklake:postgres:service={self.name}"
        certificate, key = certified(folder, net.address("postgres"))
        server.secure(net.inside("postgres"), certificate, key, f"{net.visitor}/24", _PASSWORD)
        self.services = self.service("services.conf", net.address("postgres"))
        self.passwords = folder / "passwords"
        self.passwords.write_text(f"*:5432:{self.name}:kho:{_PASSWORD}\n")
        self.passwords.chmod(0o600)

    def service(self, file: str, host: str) -> Path:
        """PostgreSQL's service file as the handbook has it, for a server at an address."""
        lines = (
            f"[{self.name}]", f"host={host}", f"dbname={self.name}", "user=kho", "sslmode=verify-full", f"sslrootcert={self.folder}/ca.pem",
        )  # fmt: skip
        (self.folder / file).write_text("\n".join(lines) + "\n")
        return self.folder / file

    def settings(self, host: str) -> dict[str, str]:
        """The environment of a host's programs."""
        own = self.folder / host
        own.mkdir(exist_ok=True)
        return {
            "DATA_URL": self.address, "DATA_FILES": str(self.folder / "files"), "DATA_COPY": str(own / "copy.duckdb"),
            "PGSERVICEFILE": str(self.services), "PGPASSFILE": str(self.passwords), "BACKUP_DIR": str(own), "ASK_AHEAD": "off",
        }  # fmt: skip

    def begin(self, host: str, *words: str, **settings: str) -> subprocess.Popen[str]:
        """Start a command on a host."""
        return subprocess.Popen(
            [*self.net.inside(host), sys.executable, "-m", "data", *words], cwd=ROOT, env={**os.environ, **self.settings(host), **settings},
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip

    def command(self, host: str, *words: str, **settings: str) -> tuple[int, str]:
        """Run a command on a host: its code, and all that it printed."""
        with self.begin(host, *words, **settings) as running:
            printed, _ = running.communicate(timeout=120)
            return running.returncode, printed

    @contextmanager
    def dashboard(self, host: str) -> Iterator[None]:
        """A dashboard on a host, once it answers there."""
        allowed = [word for name in HOSTS for word in ("--server.allowedHosts", self.net.address(name))]
        command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.address", "0.0.0.0", "--server.port", str(_PORT)]
        with (self.folder / f"{host}.log").open("w") as log, subprocess.Popen(
            [*self.net.inside(host), *command, *allowed, "--server.allowedHosts", "127.0.0.1"], cwd=ROOT,
            env={**os.environ, **self.settings(host)}, stdout=log, stderr=log,
        ) as running:  # fmt: skip
            try:
                answered(f"http://{self.net.address(host)}:{_PORT}/_stcore/health")
                yield
            finally:
                running.terminate()

    @contextmanager
    def nginx(self) -> Iterator[None]:
        """nginx before both dashboards, as the handbook sets it up."""
        machines = " ".join(f"server {self.net.address(host)}:{_PORT} max_fails=1 fail_timeout=30s;" for host in ("one", "two"))
        site = SITE.format(port=80, machines=machines).replace("listen 127.0.0.1:80", "listen 80")
        (self.folder / "site.conf").write_text(site)
        (self.folder / "nginx.conf").write_text(MAIN.format(folder=self.folder, user="user root;"))
        words = [program("nginx"), "-p", str(self.folder), "-c", str(self.folder / "nginx.conf"), "-g", "daemon off;"]
        with subprocess.Popen([*self.net.inside("front"), *words]) as running:
            try:
                answered(f"http://{self.net.address('front')}/_stcore/health")
                yield
            finally:
                running.terminate()

    def lake(self) -> Lake:
        """The lake, for who sits at none of the hosts. Raises StoreError."""
        return Lake(self.address, str(self.folder / "files"))

    def page(self, host: str) -> tuple[str, float]:
        """What a new visitor is sent by a dashboard, and the seconds that it took."""
        return page_of(self.net.address(host))

    def page_inside(self, host: str) -> tuple[str, float]:
        """The same for somebody who sits at the host itself."""
        asked = f"import json, tests.several_hosts as hosts; print(json.dumps(hosts.page_of({self.net.address(host)!r})))"
        done = subprocess.run(
            [*self.net.inside(host), sys.executable, "-c", asked], cwd=ROOT, check=True, capture_output=True, text=True
        )
        page, took = json.loads(done.stdout)
        return page, took

    def turn_is_taken(self) -> bool:
        """Whether somebody has the turn to write."""
        return self.server.ask("select count(*) from pg_locks where locktype = 'advisory' and granted", self.name).strip() != "0"


def page_of(address: str) -> tuple[str, float]:
    """What the dashboard at an address sends to somebody new who opens an indicator, and the seconds that it took."""
    with closing(WebsocketClient(_PORT, 30, address)) as visitor:
        took = visitor.visit("chi-tieu", chi_tieu="CQ.06", dia_ban="42")
        return b"".join(visitor.received).decode("utf-8", "replace"), took


def certified(folder: Path, address: str) -> tuple[Path, Path]:
    """A certificate for an address and its key, by an authority of our own (``ca.pem``), as the handbook makes them."""
    openssl = program("openssl")

    def made(*words: str) -> None:
        subprocess.run([openssl, *words], cwd=folder, check=True, capture_output=True)

    made(
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "3650",
        "-subj",
        "/CN=kho-chung",
        "-keyout",
        "ca.key",
        "-out",
        "ca.pem",
    )
    made("req", "-newkey", "rsa:2048", "-nodes", "-subj", f"/CN={address}", "-keyout", "server.key", "-out", "server.csr")
    (folder / "server.ext").write_text(f"subjectAltName=IP:{address}\n")
    made(
        "x509",
        "-req",
        "-in",
        "server.csr",
        "-days",
        "825",
        "-CA",
        "ca.pem",
        "-CAkey",
        "ca.key",
        "-CAcreateserial",
        "-extfile",
        "server.ext",
        "-out",
        "server.pem",
    )
    return folder / "server.pem", folder / "server.key"


def answered(address: str, seconds: float = 60) -> None:
    """Comes back once somebody answers there. Raises TimeoutError."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with suppress(httpx.TransportError):
            if httpx.get(address, timeout=2).status_code == 200:
                return
        time.sleep(0.1)
    raise TimeoutError(address)


@contextmanager
def site(folder: Path, seconds: float) -> Iterator[Site]:
    """The hosts, PostgreSQL so far away. Raises LookupError where the machine cannot have them."""
    with network(*HOSTS, postgres=seconds) as net, postgres_server.running() as server:
        hosts, before = Site(net, server, folder), dict(os.environ)
        os.environ.update(PGSERVICEFILE=str(hosts.services), PGPASSFILE=str(hosts.passwords))
        try:
            yield hosts
        finally:
            os.environ.clear()
            os.environ.update(before)


def walk(site: Site, moments: Sequence[float], tell: Callable[[str], None] = lambda _: None) -> None:
    """What the module's first lines say, on a site whose store is there. ``moments``: seconds from a commit's turn to the pulled cable, one
    after the other. Raises AssertionError."""
    begun = time.monotonic()

    def said(what: str) -> None:
        tell(f"{time.monotonic() - begun:6.1f} s  {what}")

    refused_lines(site)
    said("by TLS alone, to the server of the certificate alone")
    with site.dashboard("one"), site.dashboard("two"), site.nginx():
        said("two dashboards behind nginx answer")
        assert GONE not in site.page("one")[0]
        assert "Báo cáo thử của các máy" not in site.page("two")[0]
        (site.folder / "quy-3.csv").write_bytes(FIGURE)
        assert site.command("one", "import", str(site.folder / "quy-3.csv"), "--reason", "đã kiểm tra")[0] == 0
        time.sleep(1.1)  # a machine looks once a second
        page, took = site.page("two")
        assert "Báo cáo thử của các máy" in page
        said(f"an upload on one host is on the other at the next look ({took:.1f} s)")
        together = [site.begin(host, "import", large(site, 50), "--reason", "cùng lúc") for host in ("one", "two")]
        assert [process.wait(120) for process in together] == [0, 0]
        said("two commits at once")
        taken = [3]  # uploads beside the seed's
        for moment in moments:
            taken.append(pulled_in_a_commit(site, moment, said))
    same_everywhere(site, 1 + sum(taken))
    said("every table is the same on both hosts and in the lake")


def refused_lines(site: Site) -> None:
    """A server whose certificate is for another address, or by another authority, is not spoken to, nor anybody who does without TLS."""
    known = site.services.read_text()
    for was, becomes in (("host=", "host=localhost\nhostaddr="), ("verify-full", "disable"), ("ca.pem", "server.pem")):
        site.services.write_text(known.replace(was, becomes, 1))
        try:
            site.lake().close()
        except StoreError as error:
            assert (error.reason, error.detail) == ("unreachable", REFUSED)
        else:
            raise AssertionError(becomes)
    site.services.write_text(known)
    with closing(site.lake()):
        secured = site.server.ask(
            "select bool_and(ssl) and count(*) > 0 from pg_stat_ssl join pg_stat_activity using (pid) where client_addr is not null"
        )
    assert secured.strip() == "t"


def large(site: Site, rows: int) -> str:
    """Path of a new file of so many lines."""
    number = len(list(site.folder.glob("nhieu-*.csv")))
    path = site.folder / f"nhieu-{number}.csv"
    path.write_bytes(csv_file(many_rows(rows, random.Random(number))))
    return str(path)


def pulled_in_a_commit(site: Site, moment: float, said: Callable[[str], None]) -> int:
    """Pull the cable of one host so many seconds after its commit has taken its turn, look, let the other host write, put the cable back, and
    bring the file again. How many uploads came of it."""
    file = large(site, 5_000)
    with site.begin("one", "import", file, "--reason", "thử") as writing:
        while writing.poll() is None and not site.turn_is_taken():
            time.sleep(0.02)
        time.sleep(moment)
        site.net.pull("one")
        pulled = time.monotonic()
        try:
            printed, _ = writing.communicate(timeout=120)  # its dashboard is asked on the host itself
            said(
                f"cable pulled {moment:.1f} s into a commit, which ended {time.monotonic() - pulled:.0f} s later: {writing.returncode} {printed[:60]!r}"
            )
            page, took = site.page_inside("one")
            assert GONE in page
            assert "71%" in page
            said(f"a page of that host says since when, and goes on ({took:.1f} s)")
            assert site.command("two", "import", large(site, 5), "--reason", "thử")[0] == 0
            said(f"the other host has written, {time.monotonic() - pulled:.0f} s after the cable was pulled")
        finally:
            site.net.plug("one")
    first = writing.returncode == 0
    assert first or "Kho dùng chung không trả lời" in printed
    looks = 0
    while GONE in site.page("one")[0]:
        looks += 1
        assert looks < 30
        time.sleep(0.5)
    code, printed = site.command("one", "import", file, "--reason", "thử lại")
    assert code == 0 or "không có gì mới" in printed.lower(), printed
    said("cable back: the page says nothing more, the file is brought again")
    return 2


def same_everywhere(site: Site, uploads: int) -> None:
    """Every table of both hosts' files and of the lake holds the same rows."""
    found = []
    for host in ("one", "two"):
        with closing(SharedStore.shared(site.lake, site.settings(host)["DATA_COPY"])) as store:
            assert store.lake is not None
            assert differences(store, store.lake) == []
            assert store.check() == []
            found.append({table: store.select(f"select * from {table} order by all") for table in names("tables")})
    for table, rows in found[0].items():
        assert rows.equals(found[1][table]), table
    assert len(found[0]["upload"]) == uploads


def main() -> None:
    """Walk at each distance, and say what was met."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--delay", type=float, nargs="+", default=[1, 5], help="milliseconds each way to PostgreSQL")
    chosen = parser.parse_args()
    for delay in chosen.delay:
        print(f"PostgreSQL {delay} ms away")
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            folder.chmod(0o755)
            build(str(folder / "one-machine.duckdb"))
            try:
                with site(folder, delay / 1000) as hosts:
                    code, printed = hosts.command(
                        "one", "move", str(folder / "one-machine.duckdb"), hosts.settings("one")["DATA_URL"]
                    )
                    assert code == 0, printed
                    walk(hosts, (0, 0.5, 1, 2), print)
            except LookupError as missing:
                print(f"  not tried, it needs {missing}")


if __name__ == "__main__":
    main()
