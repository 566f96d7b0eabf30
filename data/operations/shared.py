"""Commands about a store that several machines share: moved there and back, brought up to date, tidied."""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from data.store_location import is_shared, lake, location, told
from queries.engine import SHARED_ADDRESS, StoreError, names_lake
from queries.following import differences
from queries.shared_store import SharedStore, publish_store, renew_store
from queries.store import Store

KEPT = timedelta(days=7)  # how long a machine may be away and still copy only what changed


def add_arguments(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """The arguments of ``move``, ``upgrade`` and ``tidy``."""
    move_command = commands.add_parser("move", help="chuyển kho số liệu từ một tệp lên kho chung, hoặc về một tệp")
    move_command.add_argument("source", metavar="FROM", help=f"tệp .duckdb, hoặc {SHARED_ADDRESS}")
    move_command.add_argument("target", metavar="TO", help="nơi chưa có kho nào; DATA_FILES là thư mục số liệu của kho chung mới")
    commands.add_parser("upgrade", help="đưa kho chung lên phiên bản này của chương trình, khi mọi máy đã dừng")
    commands.add_parser("tidy", help="dọn kho chung: gộp tệp nhỏ, bỏ bản ghi cũ; mỗi đêm một lần, ở một nơi")


def move(options: argparse.Namespace) -> int:
    """Move a store; 0 = there, every published view equal. Raises StoreError, OSError."""
    to_lake = names_lake(options.target)
    if to_lake == names_lake(options.source):
        print(f"Cần một tệp .duckdb và một kho chung ({SHARED_ADDRESS}); chưa chuyển gì.", file=sys.stderr)
        return 2
    different = _to_lake(options.source, options.target) if to_lake else _to_file(options.source, Path(options.target))
    if different:
        print(f"Hai nơi khác nhau ở: {', '.join(different)}.", file=sys.stderr)
        return 1
    print(f"Đã chuyển kho số liệu từ {options.source} tới {options.target}; mọi bảng bằng nhau. Nơi cũ vẫn nguyên.")
    return 0


def upgrade(_: argparse.Namespace) -> int:
    """Bring the shared store to this version of the program; 0 = done, or nothing to do. Raises StoreError, OSError."""
    if not is_shared():
        print("DATA_URL không nêu kho chung; kho một tệp được nâng cấp khi mở.", file=sys.stderr)
        return 2
    with contextlib.closing(lake()) as shared, _workshop() as folder:
        renew_store(shared, folder / "store.duckdb", told())
    print("Đã đưa kho chung lên phiên bản này; mỗi máy chép lại kho khi khởi động.")
    return 0


def tidy(_: argparse.Namespace) -> int:
    """Tidy the shared store; 0 = done. Raises StoreError."""
    if not is_shared():
        print("DATA_URL không nêu kho chung; kho một tệp không cần dọn.", file=sys.stderr)
        return 2
    with contextlib.closing(lake()) as shared:
        shared.tidy(KEPT)
    print(f"Đã dọn kho chung; bản ghi của {KEPT.days} ngày gần nhất còn nguyên.")
    return 0


def _to_lake(source: str, address: str) -> list[str]:
    with contextlib.closing(Store.open(source, told())) as store, contextlib.closing(lake(address)) as shared:
        publish_store(store, shared, replace=False)
        return differences(store, shared)


def _to_file(address: str, target: Path) -> list[str]:
    if target.exists():
        raise StoreError("damaged", str(target), "already there")
    target.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.closing(SharedStore.shared(lambda: lake(address), str(target))) as store:
        assert store.lake is not None
        different = differences(store, store.lake)
    return different


@contextlib.contextmanager
def _workshop() -> Iterator[Path]:
    place = Path(location()).parent
    place.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".upgrading-", dir=place) as folder:
        yield Path(folder)
