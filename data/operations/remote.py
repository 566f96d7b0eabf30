"""The commands of ``python -m data`` carried out by the dashboard that has the store open. What they print is what they print without it."""

from __future__ import annotations

import argparse
import hashlib
import hmac
import io
import json
import os
import secrets
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx

from data import commands
from data.finding_lines import Register
from data.operations import running
from data.store_location import location

_SECONDS_TO_ANSWER = 3.0  # a dashboard that is there takes a connection at once


class _Failed(Exception):
    """The dashboard did not do it; the text is its Vietnamese sentence."""


class _Foreign(Exception):
    """Somebody else answers at that address: the note is left over from a dashboard that was killed."""


def run(options: argparse.Namespace) -> int | None:
    """Let the running dashboard do it; returns the exit code, None when there is no such dashboard or the command needs none."""
    command, found = _COMMANDS.get(options.command), running.dashboard(location())
    if command is None or found is None:
        return None
    name = {"Host": found.name} if found.name else {}
    headers = {"X-From-Where": commands.from_where(), **name}
    timeout = httpx.Timeout(None, connect=_SECONDS_TO_ANSWER)
    # its certificate names the public host, not this machine: nothing leaves the machine, and the note's token proves each to the other
    with httpx.Client(base_url=found.address, headers=headers, timeout=timeout, verify=False, trust_env=False) as client:
        try:
            _prove_each_other(client, found)
            return command(client, options)
        except (httpx.ConnectError, httpx.ConnectTimeout, _Foreign):
            return None  # it was killed, and its note is left over
        except httpx.HTTPError as error:
            print(f"Bảng số liệu đang chạy không trả lời: {type(error).__name__}.", file=sys.stderr)
        except _Failed as failed:
            print(failed, file=sys.stderr)
    return 2


def _prove_each_other(client: httpx.Client, found: running.Dashboard) -> None:
    """Send the token from now on, once whoever answers there has proved to have it: else a program that has taken the address of a dashboard
    that was killed would be handed files and obeyed. Raises _Foreign."""
    nonce = secrets.token_hex(32)
    answer = client.post(_machine("proof"), params={"nonce": nonce})
    if answer.status_code != 200 or not hmac.compare_digest(answer.text.encode(), running.proof(nonce, found.token).encode()):
        raise _Foreign
    client.headers["Authorization"] = f"Bearer {found.token}"


def _import(client: httpx.Client, options: argparse.Namespace) -> int:
    data = commands.file_of(options)
    if data is None:
        return 2
    path = "/api/v1/import/preview" if options.preview else "/api/v1/import"
    fields = {"answers": json.dumps(commands.answers_of(options)), "reason": options.reason}
    report = client.post(path, files={"file": (options.file.name, data)}, data=fields)
    return commands.tell_import(options, _report(report))


def _undo(client: httpx.Client, options: argparse.Namespace) -> int:
    answer = client.post("/api/v1/undo", data={"upload_id": str(options.upload), "reason": options.reason})
    return commands.tell_undo(options, _report(answer))


def _check(client: httpx.Client, _: argparse.Namespace) -> int:
    answer = _json(client.post(_machine("check")))
    failed = [(each["check"], each["rows"], each["text"]) for each in answer["failed"]]
    return commands.tell_check(failed, Register(*answer.get("register", ([], 0, 0))))


def _export(client: httpx.Client, options: argparse.Namespace) -> int:
    archive = zipfile.ZipFile(io.BytesIO(_whole(client.post(_machine("export")))))
    options.folder.mkdir(parents=True, exist_ok=True)
    for name, rows in json.loads(archive.read("rows.json")).items():
        path = options.folder / Path(name).name
        path.write_bytes(archive.read(name))
        print(f"{path}: {rows} dòng")
    return 0


def _backup(client: httpx.Client, options: argparse.Namespace) -> int:
    if commands.is_taken(options.file):
        return 2
    options.file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = options.file.with_name(f".{options.file.name}.{os.getpid()}")
    try:
        with client.stream("POST", _machine("backup")) as answer, unfinished.open("wb") as file:
            if answer.status_code != 200:
                answer.read()
                _json(answer)
            unfinished.chmod(0o600)
            digest = hashlib.sha256()
            for piece in answer.iter_bytes():
                digest.update(piece)
                file.write(piece)
        if digest.hexdigest() != answer.headers.get("x-sha256"):
            raise _Failed("Bản sao không đến nơi trọn vẹn; chưa ghi gì.")
        unfinished.replace(options.file)
    finally:
        unfinished.unlink(missing_ok=True)
    return commands.tell_backup(options.file)


def _restore(client: httpx.Client, options: argparse.Namespace) -> int:
    if commands.is_missing(options.file):
        return 2
    with options.file.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        file.seek(0)
        called = {"name": options.file.name}
        answer = _json(client.post(_machine("restore"), content=file, params=called, headers={"X-SHA256": sha256}))
    return commands.tell_restore(options.file, answer["aside"], answer["told"])


def _admin_password(client: httpx.Client, options: argparse.Namespace) -> int:
    made = _json(client.post(_machine("admin-password"), params={"name": options.name, "new": "1" if options.new else "0"}))
    return commands.tell_admin_password(made["name"], made["password"])


def _reseed(client: httpx.Client, options: argparse.Namespace) -> int:
    told = _json(client.post(_machine("reseed"), params={"preview": "1" if options.preview else "0"}))
    print(told["text"], file=sys.stderr if told["code"] else sys.stdout)
    return int(told["code"])


def _unit_sheets(client: httpx.Client, options: argparse.Namespace) -> int:
    if commands.is_taken(options.file):
        return 2
    answer = client.post(_machine("unit-sheets"), params={"level": options.level, "ending": options.file.suffix})
    options.file.write_bytes(_whole(answer))
    print(f"Đã ghi {answer.headers.get('x-sheets', '')} phiếu địa bàn vào {options.file}.")
    return 0


def _machine(command: str) -> str:
    return f"/api/v1/machine/{command}"


def _json(answer: httpx.Response) -> Any:
    """What was answered. Raises _Failed with the sentence of a refusal."""
    try:
        content = answer.json()
    except ValueError:
        raise _Failed(f"Bảng số liệu đang chạy trả lời lạ ({answer.status_code}).") from None
    if answer.status_code == 401:
        raise _Foreign
    if answer.status_code >= 400:
        raise _Failed(str(content.get("loi", answer.status_code)))
    return content


def _report(answer: httpx.Response) -> Any:
    """What came of a file or an upload, whether or not it was taken."""
    return answer.json() if "outcome" in answer.text[:2000] else _json(answer)


def _whole(answer: httpx.Response) -> bytes:
    """A file that was answered. Raises _Failed when it did not arrive whole."""
    if answer.status_code != 200:
        _json(answer)
    if hashlib.sha256(answer.content).hexdigest() != answer.headers.get("x-sha256"):
        raise _Failed("Tệp không đến nơi trọn vẹn; chưa ghi gì.")
    return answer.content


_COMMANDS: dict[str, Callable[[httpx.Client, argparse.Namespace], int]] = {
    "import": _import, "undo": _undo, "check": _check, "export": _export, "backup": _backup, "restore": _restore,
    "admin-password": _admin_password, "reseed": _reseed, "unit-sheets": _unit_sheets,
}  # fmt: skip
