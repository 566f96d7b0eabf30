"""``python -m data import FILE`` and ``undo N``: the same importer from the shell, with exit codes and a report for machines."""

from __future__ import annotations

import argparse
import getpass
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from data.accounts.sign_in import CLI
from data.finding_lines import Register
from data.ingest.reports import Report, committed, previewed, taken_back
from data.store_location import opened
from data.vietnamese import terms

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
    data = file_of(options)
    if data is None:
        return 2
    store = opened()
    try:
        if options.preview:
            return tell_import(options, previewed(store, data, options.file.name, CLI, answers_of(options)))
        report = committed(
            store,
            data,
            options.file.name,
            CLI,
            answers_of(options),
            seen=None,
            ticked=None,
            reason=options.reason,
            from_where=from_where(),
        )
        return tell_import(options, report)
    finally:
        store.close()


def undo(options: argparse.Namespace) -> int:
    """Take an upload back; 0 = done, 1 = not done, for a reason that is said."""
    store = opened()
    try:
        return tell_undo(options, taken_back(store, options.upload, CLI, options.reason))
    finally:
        store.close()


def file_of(options: argparse.Namespace) -> bytes | None:
    """The bytes of the file that is to be imported; None when it cannot be read, which is said."""
    try:
        content: bytes = options.file.read_bytes()
        return content
    except OSError as error:
        print(f"Không đọc được tệp {options.file}: {error.strerror}", file=sys.stderr)
        return None


def answers_of(options: argparse.Namespace) -> dict[str, str]:
    """The answers to questions that were given with the command."""
    return {key: answer for key, _, answer in (pair.partition("=") for pair in options.answer)}


def from_where() -> str:
    """What an upload keeps about where it came from."""
    return f"shell:{getpass.getuser()}"


def tell_import(options: argparse.Namespace, report: Report) -> int:
    """Print what came of a file; returns the exit code."""
    outcome = report["outcome"]
    if options.json:
        print(json.dumps(report, ensure_ascii=False))
    elif outcome == "refused":
        print(f"Không nhận tệp {options.file.name}; chưa ghi gì:\n{report['text']}", file=sys.stderr)
    else:
        _print_findings(report)
        _print_outcome(outcome, report)
    return 0 if outcome in ("written", "nothing_new", "preview") else 1


def tell_undo(options: argparse.Namespace, report: Report) -> int:
    """Print what became of an upload that was to be taken back; returns the exit code."""
    done = report["outcome"] == "undone"
    if options.json:
        print(json.dumps(report, ensure_ascii=False))
    else:
        print(_undone(report) if done else report["text"], file=sys.stdout if done else sys.stderr)
    return 0 if done else 1


def _undone(report: Report) -> str:
    """What came of taking an upload back; only figures can have been replaced or stated again."""
    what = terms.uploaded(report["kind"])
    sentence = f"Đã thu hồi lần cập nhật {report['upload_id']}: {report['rows']} {what}"
    if what != terms.uploaded("figures"):
        return f"{sentence}."
    return (
        f"{sentence}; giữ nguyên {report['replaced']} số liệu đã có lần cập nhật sau thay thế "
        f"và {report['reaffirmed']} số liệu mà lần cập nhật sau cũng nêu."
    )


def _print_findings(report: Report) -> None:
    findings = report.get("findings", [])
    for finding in findings[:_SHOWN]:
        rows = f" (và {finding['row_count'] - 1} dòng nữa)" if finding["row_count"] > 1 else ""
        print(f"[{finding['cause']}] {finding['text']}{rows}")
    if len(findings) > _SHOWN:
        print(f"… và {len(findings) - _SHOWN} điều nữa; dùng --json để xem hết.")


def _print_outcome(outcome: str, report: Report) -> None:
    what = terms.uploaded(report.get("form", "figures"))
    if outcome == "written":
        print(f"Đã ghi lần cập nhật {report['upload_id']}: {report['written']} {what}.")
    elif outcome == "nothing_new":
        print("Tệp không nói điều gì mới; kho giữ nguyên.")
    elif outcome == "preview":
        print(f"Nếu ghi: {report['new_rows']} {what} mới hoặc thay đổi.")
    elif "text" in report:
        print(report["text"], file=sys.stderr)


def tell_check(failed: Sequence[tuple[str, int, str]], found: Register) -> int:
    """Print the checks that found rows, each with their number and the first of them, then the register of contradictions; returns
    the exit code: 1 where a check found rows, or a grave contradiction is undecided."""
    for name, rows, text in failed:
        print(f"{name}: {rows} dòng\n{text}")
    print("Mọi phép kiểm tra đều đạt." if not failed else f"{len(failed)} phép kiểm tra có dòng sai.")
    print(f"Sổ mâu thuẫn: {found.every} chỗ, {found.severe} nghiêm trọng chưa xử lý.")
    print("\n".join(found.lines), end="\n" if found.lines else "")
    if found.every > len(found.lines):
        print(f"… và {found.every - len(found.lines)} chỗ nữa, xem trang Mâu thuẫn.")
    return 1 if failed or found.severe else 0


def sheet_file(text: str) -> Path:
    """The file that sheets of units go into, as its name ends. Raises ArgumentTypeError."""
    path = Path(text)
    if path.suffix not in (".pdf", ".pptx", ".zip"):
        raise argparse.ArgumentTypeError("tên tệp phải kết thúc bằng .pdf, .pptx hoặc .zip")
    return path


def is_taken(path: Path) -> bool:
    """Whether a copy must not be written there, which is said."""
    if path.exists():
        print(f"Đã có tệp {path}; chưa ghi gì. Hãy chọn tên khác.", file=sys.stderr)
    return path.exists()


def is_missing(path: Path) -> bool:
    """Whether there is no copy there, which is said."""
    if not path.exists():
        print(f"Không có tệp {path}.", file=sys.stderr)
    return not path.exists()


def tell_backup(path: Path) -> int:
    """Print that a copy was made; returns the exit code."""
    print(f"Đã sao lưu vào {path}: {path.stat().st_size} byte, đã mở thử và kiểm tra.")
    return 0


def tell_restore(path: Path, aside: Path | str | None, told: Sequence[str]) -> int:
    """Print that a copy was put back, where the former store is, and what became of sign-ins, rights and the record; returns the exit code."""
    print(f"Đã khôi phục kho số liệu từ {path}." + (f" Kho trước đó được giữ ở {aside}." if aside else ""))
    print("\n".join(told))
    return 0


def tell_admin_password(name: str, password: str) -> int:
    """Print a one-time password; returns the exit code."""
    print(f"Tài khoản: {name}\nMật khẩu dùng một lần: {password}\nHãy đăng nhập và đặt mật khẩu mới trong 72 giờ.")
    return 0
