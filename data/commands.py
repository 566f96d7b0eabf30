"""``python -m data import FILE`` and ``undo N``: the same importer from the shell, with exit codes and a report for machines."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from pathlib import Path
from typing import Any

from data.accounts.sign_in import CLI
from data.ingest.findings.finding import Refused
from data.ingest.findings_workbook import as_json, finding_json
from data.ingest.importer import commit, inspect
from data.ingest.preview import Preview, UploadRejected
from data.ingest.undo import TakenBack, take_back
from data.store_location import location
from data.store_messages import upload_rejected
from data.vietnamese import terms
from queries.store import Store

_SHOWN = 50


def add_arguments(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the two commands to the parser of ``python -m data``."""
    import_command = commands.add_parser("import", help="nạp một tệp CSV hoặc XLSX theo mẫu vào kho")
    import_command.add_argument("file", metavar="FILE", type=Path)
    import_command.add_argument(
        "--reason", default="", help="lý do của những con số bất thường; thiếu thì tệp có số bất thường không được ghi"
    )
    import_command.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="CODE=VALUE",
        help="trả lời một câu hỏi, ví dụ number_dot:ket_qua=thousands",
    )
    import_command.add_argument("--preview", action="store_true", help="chỉ xem thay đổi, không ghi")
    import_command.add_argument("--json", action="store_true", help="in báo cáo dạng JSON")
    undo_command = commands.add_parser("undo", help="thu hồi một lần cập nhật")
    undo_command.add_argument("upload", metavar="N", type=int)
    undo_command.add_argument("--reason", required=True, help="lý do thu hồi")
    undo_command.add_argument("--json", action="store_true", help="in báo cáo dạng JSON")


def import_file(options: argparse.Namespace) -> int:
    """Import a file; 0 = written or nothing new, 1 = something in the file, 2 = could not be done. Raises StoreError, OSError."""
    try:
        data = options.file.read_bytes()
    except OSError as error:
        print(f"Không đọc được tệp {options.file}: {error.strerror}", file=sys.stderr)
        return 2
    answers = dict(pair.split("=", 1) for pair in options.answer if "=" in pair)
    store = Store.open(location())
    try:
        if options.preview:
            preview = inspect(store, data, options.file.name, CLI, answers)
            _print(options.json, "preview" if preview.ready else "stopped", preview)
            return 0 if preview.ready else 1
        receipt = commit(
            store,
            data,
            options.file.name,
            CLI,
            answers=answers,
            seen=None,
            reason=options.reason,
            from_where=f"shell:{getpass.getuser()}",
        )
        _print(
            options.json,
            "written" if receipt.upload_id else "nothing_new",
            receipt.preview,
            upload_id=receipt.upload_id,
            written=receipt.written,
        )
        return 0
    except Refused as error:
        if options.json:
            print(
                json.dumps(
                    {"outcome": "refused", "findings": [finding_json(finding) for finding in error.findings]}, ensure_ascii=False
                )
            )
        else:
            print(f"Không nhận tệp {options.file.name}; chưa ghi gì:\n{error}", file=sys.stderr)
        return 1
    except UploadRejected as error:
        if options.json or error.preview:
            _print(options.json, error.reason, error.preview)
        if not options.json:
            print(upload_rejected(error.reason, error.detail), file=sys.stderr)
        return 1
    finally:
        store.close()


def undo(options: argparse.Namespace) -> int:
    """Take an upload back; 0 = done, 1 = not done, for a reason that is said."""
    store = Store.open(location())
    try:
        undone = take_back(store, options.upload, CLI, options.reason)
    except UploadRejected as error:
        if options.json:
            print(json.dumps({"outcome": error.reason, "text": upload_rejected(error.reason, error.detail)}, ensure_ascii=False))
        else:
            print(upload_rejected(error.reason, error.detail), file=sys.stderr)
        return 1
    finally:
        store.close()
    if options.json:
        print(json.dumps({"outcome": "undone", "upload_id": options.upload, **undone._asdict(), "overtaken": undone.replaced}))
    else:
        print(_undone(options.upload, undone))
    return 0


def _undone(upload_id: int, undone: TakenBack) -> str:
    """What came of taking an upload back; only figures can have been replaced or stated again."""
    what = terms.uploaded(undone.kind)
    sentence = f"Đã thu hồi lần cập nhật {upload_id}: {undone.rows} {what}"
    if what != terms.uploaded("figures"):
        return f"{sentence}."
    return (
        f"{sentence}; giữ nguyên {undone.replaced} số liệu đã có lần cập nhật sau thay thế "
        f"và {undone.reaffirmed} số liệu mà lần cập nhật sau cũng nêu."
    )


def _print(as_machine: bool, outcome: str, preview: Preview | None, **more: Any) -> None:
    if as_machine:
        print(json.dumps({"outcome": outcome, **more, **(as_json(preview) if preview else {})}, ensure_ascii=False))
        return
    for finding in preview.findings[:_SHOWN] if preview else ():
        rows = f" (và {len(finding.rows) - 1} dòng nữa)" if len(finding.rows) > 1 else ""
        print(f"[{finding.cause}] {finding.text()}{rows}")
    if preview and len(preview.findings) > _SHOWN:
        print(f"… và {len(preview.findings) - _SHOWN} điều nữa; dùng --json để xem hết.")
    what = terms.uploaded(preview.form if preview else "figures")
    if outcome == "written":
        print(f"Đã ghi lần cập nhật {more['upload_id']}: {more['written']} {what}.")
    elif outcome == "nothing_new":
        print("Tệp không nói điều gì mới; kho giữ nguyên.")
    elif outcome == "preview" and preview:
        print(f"Nếu ghi: {preview.new_rows} {what} mới hoặc thay đổi.")
