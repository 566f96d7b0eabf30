"""A PostgreSQL of the tests' own: in a folder, reached through a socket there, gone with the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

MISSING = "PostgreSQL: apt-get install postgresql"


def programs() -> Path | None:
    """The folder of PostgreSQL's own programs; None where it is not installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


class Server:
    """A running server: ``database`` makes one and returns the name of its service; ``stop`` pulls the plug, ``start`` starts it again.

    It takes connections through a socket in its folder alone; ``secure`` makes it take them from a network as well.
    """

    def __init__(self, bin_folder: Path, folder: Path) -> None:
        self._bin, self._folder, self._count, self._network = bin_folder, folder, 0, "-c listen_addresses=''"
        self._on_host: tuple[str, ...] = ()
        self.services = folder / "pg_service.conf"
        self._user = "postgres" if os.geteuid() == 0 else None  # it refuses to run as root
        if self._user:
            shutil.chown(folder, self._user)
        self._run("initdb", "-D", str(folder / "data"), "-A", "trust", "-U", "kho", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync")
        self.start()

    def start(self) -> None:
        """Start, and come back once it takes connections."""
        options = f"{self._network} -k {self._folder} -c fsync=off -c max_connections=60"
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-w", "-o", options, "-l", str(self._folder / "log"), "start")

    def secure(self, on_host: Sequence[str], certificate: Path, key: Path, network: str, password: str) -> None:
        """Start again on a host of its own (the words that lead there), where addresses of ``network`` come in by TLS and with a password."""
        self.stop()
        for name, path in (("cert.pem", certificate), ("key.pem", key)):
            owned = shutil.copy(path, self._folder / name)
            owned.chmod(0o600)
            shutil.chown(owned, self._user)
        (self._folder / "data" / "pg_hba.conf").write_text(f"local all all trust\nhostssl all kho {network} scram-sha-256\n")
        files = f"-c ssl_cert_file={self._folder}/cert.pem -c ssl_key_file={self._folder}/key.pem"
        self._network, self._on_host = f"-c listen_addresses='*' -c ssl=on {files}", tuple(on_host)
        self.start()
        self.ask(f"alter role kho password '{password}'")

    def ask(self, statement: str, name: str = "postgres") -> str:
        """What a statement answers in a database, as lines."""
        return self._run("psql", "-h", str(self._folder), "-U", "kho", "-d", name, "-Atqc", statement)

    def stop(self) -> None:
        """Stop as if the plug were pulled."""
        self._run("pg_ctl", "-D", str(self._folder / "data"), "-w", "-m", "immediate", "stop")

    def database(self, like: str = "template0") -> str:
        """Make an empty database, or a copy of one to which nobody is connected; returns the name of the service that leads to it."""
        self._count += 1
        name = f"kho{self._count}"
        self._run("createdb", "-h", str(self._folder), "-U", "kho", "-T", like, name)
        with self.services.open("a", encoding="utf-8") as file:
            file.write(f"[{name}]\nhost={self._folder}\nuser=kho\ndbname={name}\n\n")
        return name

    def dump(self, name: str) -> Path:
        """A database as pg_dump keeps it."""
        path = self._folder / f"{name}.dump"
        self._run("pg_dump", "-h", str(self._folder), "-U", "kho", "-Fc", "-f", str(path), name)
        return path

    def restore(self, path: Path, name: str) -> None:
        """Put a dump into an empty database."""
        self._run("pg_restore", "-h", str(self._folder), "-U", "kho", "-d", name, str(path))

    def _run(self, program: str, *arguments: str) -> str:
        as_user = ["runuser", "-u", self._user, "--"] if self._user else []
        done = subprocess.run(
            [*self._on_host, *as_user, str(self._bin / program), *arguments], cwd=self._folder, capture_output=True,
            stdin=subprocess.DEVNULL, text=True, check=False, timeout=60,
        )  # fmt: skip
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")
        return done.stdout


@contextmanager
def running() -> Iterator[Server]:
    """A server for as long as it is needed. Raises LookupError where PostgreSQL is not installed."""
    bin_folder = programs()
    if bin_folder is None:
        raise LookupError(MISSING)
    with tempfile.TemporaryDirectory(prefix="pg-") as folder:
        server = Server(bin_folder, Path(folder))
        before = os.environ.get("PGSERVICEFILE")
        os.environ["PGSERVICEFILE"] = str(server.services)
        try:
            yield server
        finally:
            server.stop()
            os.environ.pop("PGSERVICEFILE") if before is None else os.environ.update(PGSERVICEFILE=before)
