"""``python -m data import FILE`` and ``undo N``: the same importer from the shell, with exit codes and a report for machines."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from pathlib import Path

from data.accounts.sign_in import SHELL
from data.ingest.findings.finding import Refused
from data.ingest.findings_workbook import as_json, finding_json
from data.ingest.importer import commit, inspect
from data.ingest.preview import NotTaken, Preview
from data.ingest.undo import take_back
from data.store_location import location
from data.store_messages import not_taken
from queries.store import Store

_SHOWN = 50


def describe(commands) -> None:
    """Add the two commands to the parser of ``python -m data``."""
    bring_one = commands.add_parser("import", help="nạp một tệp CSV hoặc XLSX theo mẫu vào kho")
    bring_one.add_argument("file", metavar="FILE", type=Path)
    bring_one.add_argument(
        "--reason", default="", help="lý do của những con số bất thường; thiếu thì tệp có số bất thường không được ghi"
    )
    bring_one.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="CODE=VALUE",
        help="trả lời một câu hỏi, ví dụ number_dot:ket_qua=thousands",
    )
    bring_one.add_argument("--preview", action="store_true", help="chỉ xem thay đổi, không ghi")
    bring_one.add_argument("--json", action="store_true", help="in báo cáo dạng JSON")
    undo_one = commands.add_parser("undo", help="rút lại một lần cập nhật")
    undo_one.add_argument("upload", metavar="N", type=int)
    undo_one.add_argument("--reason", required=True, help="lý do rút lại")
    undo_one.add_argument("--json", action="store_true", help="in báo cáo dạng JSON")


def bring(chosen: argparse.Namespace) -> int:
    """Import a file; 0 = written or nothing new, 1 = something in the file, 2 = could not be done. Raises StoreError, OSError."""
    try:
        data = chosen.file.read_bytes()
    except OSError as error:
        print(f"Không đọc được tệp {chosen.file}: {error.strerror}", file=sys.stderr)
        return 2
    answers = dict(pair.split("=", 1) for pair in chosen.answer if "=" in pair)
    store = Store.open(location())
    try:
        if chosen.preview:
            preview = inspect(store, data, chosen.file.name, SHELL, answers)
            _say(chosen.json, "preview" if preview.ready else "stopped", preview)
            return 0 if preview.ready else 1
        receipt = commit(
            store,
            data,
            chosen.file.name,
            SHELL,
            answers=answers,
            seen_version=None,
            reason=chosen.reason,
            from_where=f"shell:{getpass.getuser()}",
        )
        _say(
            chosen.json,
            "written" if receipt.upload_id else "nothing_new",
            receipt.preview,
            upload_id=receipt.upload_id,
            written=receipt.written,
        )
        return 0
    except Refused as error:
        if chosen.json:
            print(
                json.dumps(
                    {"outcome": "refused", "findings": [finding_json(finding) for finding in error.findings]}, ensure_ascii=False
                )
            )
        else:
            print(f"Không nhận tệp {chosen.file.name}; chưa ghi gì:\n{error}", file=sys.stderr)
        return 1
    except NotTaken as error:
        if chosen.json or error.preview:
            _say(chosen.json, error.reason, error.preview)
        if not chosen.json:
            print(not_taken(error.reason, error.detail), file=sys.stderr)
        return 1
    finally:
        store.close()


def undo(chosen: argparse.Namespace) -> int:
    """Take an upload back; 0 = done, 1 = not done, for a reason that is said."""
    store = Store.open(location())
    try:
        taken = take_back(store, chosen.upload, SHELL, chosen.reason)
    except NotTaken as error:
        if chosen.json:
            print(json.dumps({"outcome": error.reason, "text": not_taken(error.reason, error.detail)}, ensure_ascii=False))
        else:
            print(not_taken(error.reason, error.detail), file=sys.stderr)
        return 1
    finally:
        store.close()
    if chosen.json:
        print(json.dumps({"outcome": "undone", "upload_id": chosen.upload, **taken._asdict(), "overtaken": taken.replaced}))
    else:
        print(
            f"Đã rút lại lần cập nhật {chosen.upload}: {taken.rows} số liệu; giữ nguyên {taken.replaced} số liệu đã có lần cập nhật "
            f"sau thay thế và {taken.reaffirmed} số liệu mà lần cập nhật sau cũng nêu."
        )
    return 0


def _say(as_machine: bool, outcome: str, preview: Preview | None, **more) -> None:
    if as_machine:
        print(json.dumps({"outcome": outcome, **more, **(as_json(preview) if preview else {})}, ensure_ascii=False))
        return
    for finding in preview.findings[:_SHOWN] if preview else ():
        rows = f" (và {len(finding.rows) - 1} dòng nữa)" if len(finding.rows) > 1 else ""
        print(f"[{finding.cause}] {finding.text()}{rows}")
    if preview and len(preview.findings) > _SHOWN:
        print(f"… và {len(preview.findings) - _SHOWN} điều nữa; dùng --json để xem hết.")
    if outcome == "written":
        print(f"Đã ghi lần cập nhật {more['upload_id']}: {more['written']} số liệu.")
    elif outcome == "nothing_new":
        print("Tệp không nói điều gì mới; kho giữ nguyên.")
    elif outcome == "preview":
        print(f"Nếu ghi: {preview.new_rows} số liệu mới hoặc thay đổi.")
