"""What is unlikely and may be right: each oddity is ticked by itself, many of one cause together, and one reason speaks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256

import streamlit as st

from components.text import formats
from components.text.markdown import escaped
from components.tiles import messages
from components.upload import findings_view
from components.upload.dropped import Dropped
from data.ingest.findings.finding import Finding
from data.ingest.preview import Preview

APART = 3  # so many findings of one cause have a tick each
_SEEN = 500  # sentences of one cause that can be looked through on the page
_TALL = 6  # more of them scroll


@dataclass(frozen=True)
class Confirmed:
    """What was ticked, by mark, the reason that was given, and what is still missing: '', 'unticked' or 'unconfirmed'."""

    ticked: frozenset[str] = frozenset()
    reason: str = ""
    missing: str = ""


def confirm(dropped: Dropped, preview: Preview) -> Confirmed:
    """The oddities of a file with their ticks; only sentences as long as something else is to be mended first."""
    odd = preview.of("confirm")
    if not odd:
        return Confirmed()
    if not (preview.ready and preview.new_rows):
        messages.part("Bất thường", "Không sai, nhưng bất thường; sẽ được hỏi khi tệp hết lỗi")
        findings_view.groups(odd)
        return Confirmed()
    messages.part("Cần xác nhận", "Không sai, nhưng bất thường; đánh dấu từng điểm nếu đúng là như vậy")
    ticked = {mark for of_cause in _by_cause(odd) for mark in _ticks(dropped, of_cause)}
    reason = _reason(dropped) if any(finding.needs_reason for finding in odd) else None
    missing = "unticked" if len(ticked) < len({finding.mark for finding in odd}) else "" if reason != "" else "unconfirmed"
    return Confirmed(frozenset(ticked), reason or "", missing)


def _by_cause(findings: Sequence[Finding]) -> list[list[Finding]]:
    causes: dict[str, list[Finding]] = {}
    for finding in findings:
        causes.setdefault(finding.cause, []).append(finding)
    return list(causes.values())


def _ticks(dropped: Dropped, findings: Sequence[Finding]) -> set[str]:
    """The marks of one cause that are ticked."""
    if len(findings) <= APART and all(len(finding.rows) <= APART for finding in findings):
        st.html(findings_view.cause(findings[0], len(findings)))
        return {finding.mark for finding in findings if _tick(dropped, finding.text(), [finding.mark])}
    with st.container(height=260 if len(findings) > _TALL else "content", border=False):
        findings_view.groups(findings, shown=_SEEN)
    marks = [finding.mark for finding in findings]
    places = formats.number(findings_view.places(findings), 0)
    return set(marks) if _tick(dropped, f"{findings[0].cause}: đã xem cả {places} chỗ trên, đúng như vậy", marks) else set()


def _tick(dropped: Dropped, label: str, marks: Sequence[str]) -> bool:
    """A tick that speaks for some marks and for no others: with other marks it is another box, and empty."""
    whole = sha256(" ".join(marks).encode()).hexdigest()[:16]
    return st.checkbox(escaped(label), key=f"tick-{dropped.batch.token}-{whole}")


def _reason(dropped: Dropped) -> str:
    return st.text_input(
        "Giải trình các điểm bất thường (cần ghi)",
        key=f"reason-{dropped.batch.token}",
        placeholder="Ví dụ: đã đối chiếu với báo cáo gốc",
        max_chars=500,
    ).strip()
