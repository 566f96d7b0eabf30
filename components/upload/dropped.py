"""One dropped file on its owner's page: read once for the same answers, the same typed-over cells and the same store."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from components import state
from components.store.open_stores import open_store
from components.text.markdown import escaped
from data.accounts.sign_in import Person
from data.ingest import drafts
from data.ingest.changes import CellChange
from data.ingest.findings.finding import Finding, Refused
from data.ingest.importer import inspect
from data.ingest.preview import Preview
from data.ingest.sheets_left import sheets_left
from data.operations.turns import waits_told
from data.store_messages import upload_rejected


def _waits(progress: Any, ahead: int) -> None:
    progress.update(label=f"Máy chủ đang đọc tệp của người khác: còn {ahead} tệp trước tệp này, xin chờ…")


@dataclass(frozen=True)
class Dropped:
    """A file that waits, who dropped it, and its bytes."""

    person: Person
    batch: drafts.Batch
    data: bytes

    @property
    def made_of(self) -> state.Seen:
        """What its preview is made of now."""
        changes = [[*change.cell, change.becomes] for change in self.batch.changes]
        told = json.dumps([self.batch.answers, changes], sort_keys=True)
        return self.batch.token, told, open_store().data_version()

    def preview(self) -> Preview:
        """Its preview, read anew only when something changed. Raises Refused, StoreError."""
        at = self.made_of
        seen = state.PREVIEW.get()
        if not seen or seen[0] != at:
            if seen and seen[0][:2] == at[:2]:
                # somebody else wrote meanwhile; a press of the button belongs to what was shown before
                state.UPLOAD_REJECTED.set((self.batch.token, upload_rejected("overtaken")))
            state.PREVIEW.set((at, self._read()))
            st.rerun()
        return seen[1]

    def _read(self) -> Preview:
        slot = st.empty()
        try:
            with slot.status(escaped(f"Đang đọc “{self.batch.file_name}”…")) as progress, waits_told(partial(_waits, progress)):
                preview = self.tried({}, lambda text: progress.update(label=escaped(text)))
            self._forget_unasked(preview.findings)
            return preview
        except Refused as refused:
            self._forget_unasked(refused.findings)
            raise
        finally:
            slot.empty()

    def _forget_unasked(self, findings: Sequence[Finding]) -> None:
        """Leave out answers that the file, mended meanwhile, has no use for any more, and read it anew; the page says so."""
        unasked = {finding.args["key"] for finding in findings if finding.code.startswith("answer_")} & self.batch.answers.keys()
        if unasked:
            drafts.forget_answers(open_store().path, self.batch, unasked)
            st.rerun()

    def tried(self, answers: Mapping[str, str], report: Callable[[str], None] = lambda text: None) -> Preview:
        """What its preview would be with more answers. Raises Refused, StoreError."""
        told, changes = {**self.batch.answers, **answers}, self.batch.changes
        return inspect(open_store(), self.data, self.batch.file_name, self.person, told, report=report, changes=changes)

    def answer(self, answers: Mapping[str, str], labels: Mapping[str, str]) -> None:
        """Keep answers, each with its words, and read the file anew."""
        drafts.answer(open_store().path, self.batch, answers, labels)
        st.rerun()

    def ask_again(self) -> None:
        """Forget what was answered."""
        drafts.forget_answers(open_store().path, self.batch)
        st.rerun()

    def written(self) -> None:
        """Forget the file, or keep it for its next sheet where several were offered."""
        left = sheets_left(open_store(), self.data, self.batch.answers.get("sheet", ""), self.batch.done)
        if left:
            drafts.go_on(open_store().path, self.batch, left[0])
        else:
            drafts.drop_same(open_store().path, self.batch, self.data)

    def type_over(self, changes: Sequence[CellChange]) -> None:
        """Keep cells that were typed over, and read the file anew."""
        drafts.type_over(open_store().path, self.batch, changes)
        st.rerun()

    def forget_changes(self, unwanted: Sequence[CellChange]) -> None:
        """Read some cells as the file says again."""
        drafts.forget_changes(open_store().path, self.batch, unwanted)
        st.rerun()
