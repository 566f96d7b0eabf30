"""``/api/v1/machine/<command>``: what the command line of this machine does on the store that the dashboard has open.

Files travel in the request and in the answer: the service needs no right to read or write where its administrator does.
"""

from __future__ import annotations

import asyncio
import hashlib
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import orjson
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response

from components.accounts.session import SESSIONS
from components.doors.answers import json_answer, problem
from components.doors.bearer import Refused, require_machine
from components.store.open_stores import opened_store, put_back
from data.accounts.administration import admin_password
from data.accounts.sign_in import AccountError
from data.export import export
from data.finding_lines import register
from data.operations import running
from data.operations.backup import BackupFailed, copy_to
from data.operations.reseed import outcome_of
from data.seed_folder import SeedProblem
from data.store_messages import store_problem
from queries.store import Store, StoreError


async def prove(request: Request) -> Response:
    """The proof, for the command line that asks it, that this is the dashboard of the note beside the store."""
    return PlainTextResponse(running.proof(request.query_params.get("nonce", "")[:64]), headers={"Cache-Control": "no-store"})


async def run(request: Request) -> Response:
    """The answer to a command: JSON, or the file that it makes. Errors are told in Vietnamese, as the command line tells them."""
    store = opened_store()
    try:
        require_machine(request)
        if store is None:
            return problem(503, "Kho số liệu chưa mở được.")
        command = _COMMANDS.get(request.path_params["command"])
        return await command(request, store) if command else problem(404, "Không có lệnh này.")
    except Refused as refused:
        return refused.answer
    except (StoreError, AccountError, BackupFailed, SeedProblem, OSError) as error:
        return problem(409, _sentence(error))


def _sentence(error: Exception) -> str:
    if isinstance(error, StoreError):
        return store_problem(error.reason, error.path)
    if isinstance(error, BackupFailed):
        return f"Bản sao không qua được phép kiểm tra {error.check}; chưa thay đổi gì."
    if isinstance(error, OSError):
        return f"Không ghi được tệp: {error.strerror}"
    return str(error)


async def _check(_: Request, store: Store) -> Response:
    failed, found = await asyncio.to_thread(lambda: (store.check(), register(store)))
    told = [{"check": name, "rows": len(rows), "text": rows.head(20).to_string(index=False)} for name, rows in failed]
    return json_answer({"failed": told, "register": list(found)})


async def _export(_: Request, store: Store) -> Response:
    """A ZIP of the files, with ``rows.json``: how many rows each has."""
    return await _file(store, "export.zip", lambda path: _packed(store, path))


def _packed(store: Store, path: Path) -> None:
    with (
        tempfile.TemporaryDirectory(prefix=".export-", dir=path.parent) as folder,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        rows = {}
        for file, count in export(store, Path(folder)):
            archive.write(file, file.name)
            rows[file.name] = count
        archive.writestr("rows.json", orjson.dumps(rows))


async def _backup(_: Request, store: Store) -> Response:
    return await _file(store, "backup.duckdb", lambda path: copy_to(store, path))


async def _file(store: Store, name: str, make: Callable[[Path], None]) -> Response:
    """A file that is made beside the store and gone once it was sent; its hash goes along, so that half a file is noticed."""
    folder = tempfile.TemporaryDirectory(prefix=".door-", dir=Path(store.path).parent)
    path = Path(folder.name) / name
    try:
        await asyncio.to_thread(make, path)
        sha256 = await asyncio.to_thread(_sha256, path)
    except BaseException:
        folder.cleanup()
        raise
    return FileResponse(
        path, headers={"X-SHA256": sha256, "Cache-Control": "no-store"}, background=BackgroundTask(folder.cleanup)
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


async def _restore(request: Request, store: Store) -> Response:
    """Put the copy that is sent in the store's place."""
    with tempfile.TemporaryDirectory(prefix=".door-", dir=Path(store.path).parent) as folder:
        copy = Path(folder) / "copy.duckdb"
        with copy.open("wb") as file:
            async for piece in request.stream():
                await asyncio.to_thread(file.write, piece)
        copy.chmod(0o600)
        if _sha256(copy) != request.headers.get("x-sha256"):
            return problem(400, "Bản sao không đến nơi trọn vẹn; chưa thay đổi gì.")
        done = await asyncio.to_thread(put_back, copy, request.query_params.get("name", ""))
    SESSIONS.end_all()  # rights may be others now
    return json_answer({"aside": str(done.aside) if done.aside else None, "told": done.told})


async def _admin_password(request: Request, store: Store) -> Response:
    asked = request.query_params
    name, password = await asyncio.to_thread(admin_password, store, asked.get("name", ""), asked.get("new") == "1")
    return json_answer({"name": name, "password": password})


async def _unit_sheets(request: Request, store: Store) -> Response:
    """The sheets of all units of a level, in the kind of file that is asked for."""
    from components.slides import unit_sheets  # what draws slides loads at the first of them

    level, ending = request.query_params.get("level", ""), request.query_params.get("ending", "")
    if level not in unit_sheets.LEVELS or ending not in unit_sheets.ENDINGS:
        return problem(400, "Không có phiếu của cấp này, hoặc không ghi được loại tệp này.")
    counted: list[int] = []
    answer = await _file(store, f"sheets{ending}", lambda path: counted.append(unit_sheets.write(store, path, level)))
    answer.headers["X-Sheets"] = str(counted[0])
    return answer


async def _reseed(request: Request, store: Store) -> Response:
    code, text = await asyncio.to_thread(outcome_of, store, request.query_params.get("preview") == "1")
    return json_answer({"code": code, "text": text})


_COMMANDS = {
    "check": _check, "export": _export, "backup": _backup, "restore": _restore, "admin-password": _admin_password, "reseed": _reseed,
    "unit-sheets": _unit_sheets,
}  # fmt: skip
