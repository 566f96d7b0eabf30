"""python -m data init | reseed | sample DIR | unit-sheets FILE | import FILE | undo N | export DIR | check | backup FILE | restore FILE | admin-password [NAME]
| move FROM TO | upgrade | tidy"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

from data import commands
from data.accounts.administration import FIRST, admin_password
from data.accounts.sign_in import AccountError
from data.export import export
from data.finding_lines import register
from data.operations import remote, reseed, shared
from data.operations.backup import BackupFailed, copy_to
from data.operations.restore import restore
from data.sample import making
from data.seed import BadSeed
from data.store_location import absolute, build, exists, location, opened
from data.store_messages import store_problem
from queries.store import StoreError


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns 0 when all is well, 1 when something was found, 2 when it could not be done."""
    parser = argparse.ArgumentParser(prog="python -m data", description="Kho số liệu chỉ tiêu chuyển đổi số")
    subcommands = parser.add_subparsers(dest="command", required=True)
    subcommands.add_parser("init", help="tạo kho số liệu từ năm văn bản gốc")
    subcommands.add_parser("sample", help="tạo một kho riêng với số liệu minh họa của mọi đơn vị").add_argument(
        "folder", metavar="DIR", type=Path
    )
    subcommands.add_parser("export", help="xuất các bảng công bố ra CSV và Parquet").add_argument(
        "folder", metavar="DIR", type=Path
    )
    subcommands.add_parser("check", help="chạy mọi phép kiểm tra trên kho số liệu và in sổ mâu thuẫn")
    subcommands.add_parser("backup", help="sao lưu kho số liệu vào một tệp, đã mở thử và kiểm tra").add_argument(
        "file", metavar="FILE", type=Path
    )
    subcommands.add_parser("restore", help="khôi phục kho số liệu từ một bản sao lưu; kho đang có được giữ lại").add_argument(
        "file", metavar="FILE", type=Path
    )
    sheets = subcommands.add_parser(
        "unit-sheets", help="phiếu địa bàn của mọi đơn vị một cấp: một tệp PDF, PPTX, hoặc ZIP các tệp PPTX"
    )
    sheets.add_argument("file", metavar="FILE", type=commands.sheet_file)
    sheets.add_argument("--level", choices=("commune", "district"), default="commune", help="xã, phường (mặc định) hay huyện")
    lost = subcommands.add_parser("admin-password", help="đặt lại mật khẩu của người quản trị: in ra một mật khẩu dùng một lần")
    lost.add_argument("name", metavar="NAME", nargs="?", default=FIRST)
    lost.add_argument("--new", action="store_true", help="tạo người quản trị mới khi chưa có tài khoản tên ấy")
    commands.add_arguments(subcommands)
    reseed.add_arguments(subcommands)
    shared.add_arguments(subcommands)
    options = parser.parse_args(arguments)
    runs = {
        "init": _init,
        "sample": _sample,
        "export": _export,
        "check": _check,
        "backup": _backup,
        "restore": _restore,
        "unit-sheets": _unit_sheets,
        "admin-password": _admin_password,
        "reseed": reseed.run_command,
        "move": shared.move,
        "upgrade": shared.upgrade,
        "tidy": shared.tidy,
        "import": commands.import_file,
        "undo": commands.undo,
    }
    try:
        code = remote.run(options)
        return runs[options.command](options) if code is None else code
    except StoreError as error:
        print(store_problem(error.reason, error.path, error.detail), file=sys.stderr)
    except AccountError as error:
        print(error, file=sys.stderr)
    except BackupFailed as error:
        print(f"Bản sao không qua được phép kiểm tra {error.check}; chưa thay đổi gì.", file=sys.stderr)
    except BadSeed as error:
        print("Số liệu gốc có lỗi, chưa ghi gì:\n" + str(error), file=sys.stderr)
    except OSError as error:
        print(f"Không đọc hoặc ghi được tệp: {error.filename}", file=sys.stderr)
    return 2


def _init(_: argparse.Namespace) -> int:
    path = location()
    if exists():
        opened().close()
        print(f"Kho số liệu đã có tại {path}; không thay đổi gì.")
        return 0
    count = build(path, print)
    print(f"Đã tạo kho số liệu tại {path}: {count} dòng." if count else "Kho số liệu đã có; không thay đổi gì.")
    return 0


def _sample(options: argparse.Namespace) -> int:
    print(f"Đã tạo kho số liệu minh họa tại {making.make(options.folder, report=print)}.")
    return 0


def _export(options: argparse.Namespace) -> int:
    store = opened()
    try:
        for path, rows in export(store, options.folder):
            print(f"{path}: {rows} dòng")
    finally:
        store.close()
    return 0


def _check(_: argparse.Namespace) -> int:
    store = opened()
    try:
        failed, found = store.check(), register(store)
    finally:
        store.close()
    return commands.tell_check([(name, len(rows), rows.head(20).to_string(index=False)) for name, rows in failed], found)


def _backup(options: argparse.Namespace) -> int:
    if commands.is_taken(options.file):
        return 2
    store = opened()
    try:
        copy_to(store, options.file)
    finally:
        store.close()
    return commands.tell_backup(options.file)


def _restore(options: argparse.Namespace) -> int:
    if commands.is_missing(options.file):
        return 2
    return commands.tell_restore(options.file, *restore(options.file, location()))


def _unit_sheets(options: argparse.Namespace) -> int:
    """Drawn by a program of its own: what draws lies above this room."""
    if commands.is_taken(options.file):
        return 2
    command = [sys.executable, "-m", "components.slides.unit_sheets", str(options.file.resolve()), "--level", options.level]
    return subprocess.run(
        command, cwd=Path(__file__).parents[1], env={**os.environ, "DATA_URL": absolute()}, check=False
    ).returncode


def _admin_password(options: argparse.Namespace) -> int:
    store = opened()
    try:
        name, password = admin_password(store, options.name, options.new)
    finally:
        store.close()
    return commands.tell_admin_password(name, password)


if __name__ == "__main__":
    if sys.argv[1:2] != ["export"]:
        os.umask(0o077)  # the store, its log and its copies are for their owner alone
    sys.exit(main())
