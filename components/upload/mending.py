"""What is wrong in a file, mended where it is shown: a proposal is applied by a press, any other cell is typed over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st

from components.text import formats
from components.text.markdown import escaped
from components.tiles import messages
from components.tiles.html_table import joined, tag
from components.upload import findings_view
from components.upload.dropped import Dropped
from data.ingest.changes import LONGEST, CellChange
from data.ingest.findings.finding import Finding
from data.ingest.preview import Preview
from data.ingest.table.forms import forms
from data.vietnamese.terms import QUALIFIER_WORDS

MENDABLE = 12  # findings that can be mended on the page at a time
MOST_CELLS = 2_000  # cells that one press may type over
_NAMED = 6  # cells named on a label


def errors(dropped: Dropped, preview: Preview) -> None:
    """What keeps the file out: first what can be mended here, then the rest as sentences."""
    stops = preview.of("stop")
    if not stops:
        return
    by_cell = [finding for finding in stops if _by_cell(finding, preview)]
    here, rest = by_cell[:MENDABLE], by_cell[MENDABLE:] + [finding for finding in stops if not _by_cell(finding, preview)]
    how = "Sửa ngay ở đây, hoặc sửa trong tệp rồi thả lại vào ô bên dưới" if here else "Sửa trong tệp rồi thả lại vào ô bên dưới"
    messages.part("Lỗi phải sửa", f"Mỗi lỗi ghi dòng và cột như trong Excel. {how}.")
    if here:
        form(dropped, preview, here, "mend")
    findings_view.groups(rest)


def form(dropped: Dropped, preview: Preview, findings: Sequence[Finding], key: str) -> None:
    """Findings with a box each; a press keeps what was typed over, or what is proposed, and reads the file anew."""
    with st.form(f"{key}-{findings[0].mark}", border=False, enter_to_submit=False):
        wanted: dict[str, dict[str, str]] = {}
        cause = ""
        for finding in findings:
            wanted[finding.mark] = _box(finding, key, heading="" if finding.cause == cause else finding.cause)
            cause = finding.cause
        if _pressed(findings, wanted, key):
            changes = [change for finding in findings for change in _changes(finding, wanted[finding.mark], preview)]
            if changes:
                dropped.type_over(changes)
            st.warning("Chưa sửa ô nào.")


def _by_cell(finding: Finding, preview: Preview) -> bool:
    """Whether another text in its cells would mend it."""
    return 0 < len(finding.rows) <= MOST_CELLS and finding.column in forms()[preview.form].specs


def _box(finding: Finding, key: str, heading: str) -> dict[str, str]:
    """The sentence, a box with what stands there, and a button for what is proposed. Returns what the cells shall hold, by header."""
    above = tag("h3", heading) if heading else ""
    st.html(tag("div", above, finding.text(), findings_view.also(finding), class_=f"found item {finding.severity}"))
    with st.container(horizontal=True, vertical_alignment="bottom", key=f"box-{key}-{finding.mark}"):
        text = st.text_input(
            f"Sửa {_cells(finding)}",
            value=_stands(finding),
            max_chars=LONGEST,
            width=340,
            placeholder="Ghi nội dung đúng",
            key=f"{key}-cell-{finding.mark}",
        )
        taken = bool(finding.proposal) and st.form_submit_button(_offer(finding), key=f"{key}-take-{finding.mark}")
    if text != _stands(finding):
        return {finding.column: text}
    return dict(finding.proposal) if taken else {}


def _stands(finding: Finding) -> str:
    """What a cell holds; nothing in a column that the file does not have, whatever was found in its row."""
    return finding.found if finding.letter else ""


def _cells(finding: Finding) -> str:
    """'ô G6', 'cả 3 ô G6, G9, G12'."""
    named = [f"{finding.letter}{row}" if finding.letter else f"dòng {row}" for row in list(finding.rows)[:_NAMED]]
    if len(finding.rows) == 1:
        return f"ô {named[0]}" if finding.letter else named[0]
    more = "…" if len(finding.rows) > _NAMED else ""
    return f"cả {formats.number(len(finding.rows), 0)} ô {', '.join(named)}{more}"


def _offer(finding: Finding) -> str:
    """'Áp dụng: 72', 'Áp dụng cả 14 chỗ: 72; Định tính: ước'."""
    titles = finding.titles
    parts = [
        text if header == finding.column else f"{titles.get(header, header)}: {_said(text)}"
        for header, text in finding.proposal.items()
    ]
    everywhere = f" cả {formats.number(len(finding.rows), 0)} chỗ" if len(finding.rows) > 1 else ""
    return escaped(f"Áp dụng{everywhere}: {'; '.join(parts)}")


def _said(word: str) -> str:
    """A word of a list as people write it: 'ước' for 'uoc'."""
    meaning = QUALIFIER_WORDS.get(word, "")
    return formats.QUALIFIERS.get(meaning, word).strip() or word


def _pressed(findings: Sequence[Finding], wanted: dict[str, dict[str, str]], key: str) -> bool:
    """The buttons below the boxes; the one for all proposals fills in what nobody typed over."""
    proposals = [finding for finding in findings if finding.proposal]
    with st.container(horizontal=True):
        typed = st.form_submit_button("Đọc lại với các ô đã sửa", type="primary", key=f"{key}-typed-{findings[0].mark}")
        every = len(proposals) > 1 and st.form_submit_button(
            f"Áp dụng cả {len(proposals)} đề xuất", key=f"{key}-every-{findings[0].mark}"
        )
    if every:
        for finding in proposals:
            wanted[finding.mark] = wanted[finding.mark] or dict(finding.proposal)
    return typed or every or any(wanted[finding.mark] == finding.proposal for finding in proposals)


def _changes(finding: Finding, wanted: dict[str, str], preview: Preview) -> Iterable[CellChange]:
    for header, text in wanted.items():
        own = header == finding.column
        letter = finding.letter if own or preview.unfolded else preview.columns.get(header, "")
        was = _stands(finding) if own else ""
        yield from (CellChange(int(row), header, was, text, letter) for row in finding.rows)


def made(dropped: Dropped, preview: Preview) -> None:
    """What was typed over so far, and the way back to what the file says."""
    notes = [finding for finding in preview.of("note") if finding.code == "cell_changed"]
    if not notes:
        return
    messages.part("Đã sửa khi xem trước", "Tệp gốc giữ nguyên; các sửa đổi này được giữ cùng lần cập nhật.")
    for finding in notes[:MENDABLE]:
        with st.container(horizontal=True, vertical_alignment="center", key=f"made-{finding.mark}"):
            st.html(tag("div", finding.text(), findings_view.also(finding), class_="found item note"))
            if st.button("Bỏ sửa", key=f"unmend-{finding.mark}", type="tertiary"):
                dropped.forget_changes(_of(finding, dropped))
    rest = notes[MENDABLE:]
    if rest:
        st.html(joined(*(tag("div", finding.text(), class_="found item note") for finding in rest)))
    if len(notes) > 1 and st.button("Bỏ mọi sửa đổi", key="unmend-all"):
        dropped.forget_changes(dropped.batch.changes)


def _of(finding: Finding, dropped: Dropped) -> list[CellChange]:
    """The changes that a note of ``cell_changed`` speaks of."""
    rows = {int(row) for row in finding.rows}
    return [change for change in dropped.batch.changes if change.column == finding.column and change.row in rows]
