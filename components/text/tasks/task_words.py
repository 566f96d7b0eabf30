"""What is said of tasks and their money. Drafted from ``task_list``, never beyond it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from components.text import formats, times
from data.vietnamese import dates
from queries.rows import Rows

STATES = {  # state -> (mark whose shape it has, word), the most urgent first; 'unsaid' = no document says anything
    "not_started": ("missed", "chưa thực hiện"),
    "preparing": ("near", "đang chuẩn bị"),
    "tendering": ("near", "đang chọn nhà thầu"),
    "running": ("not_due", "đang thực hiện"),
    "unclear": ("no_result", "không rõ tiến độ"),
    "unsaid": ("no_target", "chưa văn bản nào nói tiến độ"),
    "finished": ("met", "đã hoàn thành"),
}
_NOT_UNDER_WAY = ("not_started", "preparing", "tendering")
_MOST_LETTERS = 150
_NOBODY = "Không nêu chủ trì"


def state(row: Any) -> str:
    """The state of a task, a key of ``STATES``."""
    return row.status or "unsaid"


def in_state(rows: Rows[Any], chosen: str) -> Rows[Any]:
    """The tasks in a state, a key of ``STATES``; all of them for any other word."""
    return rows.matching(lambda row: state(row) == chosen) if chosen in STATES else rows


def documents(rows: Rows[Any]) -> dict[str, int]:
    """How many tasks each document lists, the newest document first. Takes ``task_list``."""
    counts = {row.document: 0 for row in sorted(rows, key=lambda row: str(row.document_on or ""), reverse=True)}
    for row in rows:
        counts[row.document] += 1
    return counts


def opening_document(rows: Rows[Any]) -> str:
    """The document whose list opens by itself: the one that tells of the greatest share of its tasks how far they are."""
    counts = documents(rows)
    told = Counter(row.document for row in rows if row.state_document == row.document)
    return max(counts, key=lambda name: told[name] / counts[name])


def headline(rows: Rows[Any], document: str) -> str:
    """'11 trong 20 nhiệm vụ chưa làm hoặc còn ở khâu thủ tục, theo Báo cáo Quý II/2022'; else how many are overdue or silent."""
    where = f"theo {document}" if document else "theo mọi văn bản"
    behind = rows.matching(lambda row: row.status in _NOT_UNDER_WAY)
    told = rows.matching(lambda row: row.status is not None)
    late = rows.matching(lambda row: row.late)
    if len(told) > len(rows) / 2:
        return f"{len(behind)} trong {_tasks(rows)} chưa làm hoặc còn ở khâu chuẩn bị, {where}"
    if late:
        return f"{len(late)} trong {_tasks(rows)} đã hết hạn mà chưa văn bản nào nói đã xong, {where}"
    return f"{_tasks(rows)} {where}, chưa văn bản nào nói tiến độ"


def _tasks(rows: Rows[Any]) -> str:
    return f"{formats.number(len(rows), 0)} nhiệm vụ"


def freshness(rows: Rows[Any]) -> str:
    """How old the newest word about progress is: 'Tiến độ mới nhất: 30/06/2022, cách nay 4 năm 5 tháng.'"""
    days = [row.as_of for row in rows if row.as_of is not None]
    if not days:
        return "Chưa văn bản nào trong kho nói tiến độ của các nhiệm vụ này."
    return f"Tiến độ mới nhất được nêu: {times.day(max(days))}, cách nay {times.age(max(days), dates.today())}; sau đó chưa văn bản nào nói tiếp."


def named(row: Any) -> str:
    """The task's name, short enough for a row; a row that a page of the scan took along says so."""
    if row.name is None:
        return "(dòng bị mất ở trang quét)"
    if len(row.name) <= _MOST_LETTERS:
        return str(row.name)
    return f"{row.name[:_MOST_LETTERS].rsplit(' ', 1)[0]} …"


def years(row: Any) -> str:
    """'2022–2025', '2023', 'từ 2015', 'văn bản không nêu'."""
    if row.start_year is None and row.end_year is None:
        return "không nêu thời gian"
    if row.end_year is None:
        return f"từ {row.start_year}"
    return str(row.end_year) if row.start_year in (None, row.end_year) else f"{row.start_year}–{row.end_year}"


def lateness(row: Any) -> str:
    """'quá hạn 10 tháng'; '' for a task that is not late."""
    return f"quá hạn {times.age(row.due_on, dates.today())}" if row.late else ""


def place(row: Any, with_document: bool) -> str:
    """Where the task stands: 'Phụ lục 3, mục 3', with its document where several are shown."""
    return f"{row.document}, {row.locator}" if with_document else str(row.locator)


def millions(amount: float | None) -> str:
    """Đồng as million đồng: '60.000', '179,36'; '–' for none."""
    return formats.NOTHING if amount is None else formats.number(amount / 1_000_000)


def money(row: Any) -> str:
    """Its money in million đồng, words as words, '–' where nobody says."""
    if row.amount_vnd is not None:
        return millions(row.amount_vnd)
    return f"“{row.amount_as_written}”" if row.amount_as_written else formats.NOTHING


def coverage(rows: Rows[Any]) -> str:
    """How much of a list has an amount at all: '68 trong 75 nhiệm vụ có số tiền; 7 ghi bằng chữ hoặc không nêu.'"""
    having = rows.matching(lambda row: row.own_amount_vnd is not None)
    rest = len(rows) - len(having)
    said = f"{len(having)} trong {_tasks(rows)} có số tiền"
    return f"{said}; {rest} ghi bằng chữ hoặc không nêu." if rest else f"{said}."


def by_agency(rows: Iterable[Any]) -> list[tuple[str, list[Any]]]:
    """The tasks by who leads them, as the documents write it; the most tasks first, those of nobody last."""
    groups: dict[str, list[Any]] = {}
    for row in rows:
        groups.setdefault(row.lead_agency or _NOBODY, []).append(row)
    return sorted(groups.items(), key=lambda pair: (pair[0] == _NOBODY, -len(pair[1])))


def counted(rows: Sequence[Any]) -> str:
    """'2 chưa thực hiện, 5 đang thực hiện': how many stand how, the most urgent first."""
    found = Counter(map(state, rows))
    return ", ".join(f"{found[name]} {word}" for name, (_, word) in STATES.items() if found[name])


def total(rows: Sequence[Any]) -> str:
    """Their money in million đồng, and how many say none: '60.000 (2 việc không có số)'."""
    amounts = [row.amount_vnd for row in rows if row.amount_vnd is not None]
    without = len(rows) - len(amounts)
    said = millions(sum(amounts)) if amounts else formats.NOTHING
    return f"{said} ({without} việc không có số)" if amounts and without else said


def most_late(groups: list[tuple[str, list[Any]]]) -> str:
    """'Nhiều nhiệm vụ quá hạn nhất: Sở Thông tin và Truyền thông (9 trong 14)'; who leads the most where none is overdue. Takes ``by_agency``."""
    late = {name: sum(row.late for row in own) for name, own in groups if name != _NOBODY}
    whole = {name: len(own) for name, own in groups}
    first = max(late, key=lambda name: late[name], default="")
    if first and late[first]:
        return f"Nhiều nhiệm vụ quá hạn nhất: {first} ({late[first]} trong {whole[first]}); tất cả {sum(late.values())} nhiệm vụ quá hạn"
    name, own = groups[0]
    return f"Nhiều nhiệm vụ nhất: {name} ({len(own)} trong {sum(whole.values())})"


def reported(rows: Rows[Any]) -> str:
    """'Báo cáo Quý II/2022: 20 nhiệm vụ, 2 chưa thực hiện, 7 đang chuẩn bị, …'. Takes the rows of one report of ``task_state_share``."""
    counts = {row.status: row.tasks for row in rows}
    said = [f"{counts[name]} {word}" for name, (_, word) in STATES.items() if name in counts]
    return f"{rows[0].document}: {sum(counts.values())} nhiệm vụ, {', '.join(said)}"


def why(name: str, trend: Rows[Any], tasks: Rows[Any]) -> str:
    """'Cơ quan nhà nước nối mạng: chưa đạt ở cấp xã (2022); 3 nhiệm vụ đi kèm, 3 đã hết hạn mà chưa ai nói đã xong'."""
    judged = [row for row in trend if row.mark in ("missed", "near") and row.newest_in_year]
    newest = [row for row in judged if row.year == max(row.year for row in judged)]
    said = "; ".join(f"{formats.verdict(row).lower()} ở {level(row)} ({row.year})" for row in newest)
    late = sum(row.late for row in tasks)
    if not tasks:
        work = "không văn bản nào nêu nhiệm vụ nhằm vào chỉ tiêu này"
    else:
        work = f"{len(tasks)} nhiệm vụ đi kèm" + (f", {late} đã hết hạn mà chưa văn bản nào nói đã xong" if late else "")
    return f"{name}: {said}; {work}" if said else f"{name}: {work}"


def level(row: Any) -> str:
    """'toàn tỉnh', 'cấp xã'."""
    return "toàn tỉnh" if row.level == "all" else f"cấp {formats.LEVELS[row.level].lower()}"
