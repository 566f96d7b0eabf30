"""Before a file is looked at: the template, the place to drop it, and the files that wait."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from components import file_input, state
from components.store.open_stores import open_store
from components.store.store_access import cached_read, is_sample
from components.streamlit_private import forget_uploads, session_id
from components.territory import Territory
from components.text import times
from components.text.markdown import escaped
from components.tiles import download, messages
from components.upload import findings_view
from data.accounts.sign_in import Person
from data.ingest import drafts
from data.ingest.table.forms import forms
from data.store_messages import upload_rejected
from queries.reads import document_list, due_report, entry_list, territory_list, unit_list, units_on_day
from queries.rows import Rows

_OF_LAYOUT = (
    "column.",
    "constant.",
    "fill.",
    "unfold",
    "heading",
    "layout",
    "sheet",
)  # answers about the shape of a table
_COMMUNE, _PROVINCE = 5, 2  # digits of the code of a commune, of a province
_STEPS = (
    '<ol class="steps"><li><b>1</b> Tải tệp mẫu</li><li><b>2</b> Điền ô nền vàng</li><li><b>3</b> Thả tệp vào đây</li>'
    "<li><b>4</b> Xem lỗi và thay đổi</li><li><b>5</b> Xác nhận, nhận biên nhận</li></ol>"
)


def steps() -> None:
    """The way of a figure into the store, in five words."""
    st.html(findings_view.STYLE + _STEPS)


def drop_zone(person: Person) -> None:
    """The place to drop a file; a dropped file becomes a batch, and the link leads back to it."""
    turn = state.DROPPED.get()
    file = file_input.file("Tệp số liệu", key="drop", turn=turn, hint="hoặc kéo thả vào đây; CSV, Excel, tối đa $1 MB")
    if file is not None and (batch := _taken(person, file)):
        open_batch(batch.token)


def mended_file(person: Person, old: drafts.Batch) -> None:
    """The place to drop a file that takes the place of another one; what was answered about its columns holds for it as well."""
    turn = state.DROPPED.get()
    file = file_input.file("Tệp đã sửa", key="mended", turn=turn, hint="hoặc kéo thả tệp đã sửa vào đây; tối đa $1 MB")
    if file is not None and (batch := _taken(person, file)):
        of_layout = {key: answer for key, answer in old.answers.items() if key.startswith(_OF_LAYOUT)}
        labels = {key: label for key, label in old.labels.items() if key in of_layout}
        drafts.answer(open_store().path, batch, of_layout, labels)
        if batch.token != old.token:
            drafts.drop(open_store().path, old)
        open_batch(batch.token)


def _taken(person: Person, file: file_input.UploadedFile) -> drafts.Batch | None:
    """The batch that a dropped file becomes; None after saying why it does not."""
    try:
        batch = drafts.keep(open_store().path, owner(person), file.name, file.getvalue())
    except drafts.TooMany:
        st.error(f"Bạn đang có {drafts.MOST} tệp chưa xác nhận. Hãy ghi hoặc bỏ bớt trước khi nạp tệp mới.")
        return None
    except OSError:
        st.error(upload_rejected("disk"))
        return None
    return batch


def owner(person: Person) -> str:
    """Whose files they are: a name that a provider vouches for is not the account of that name."""
    return f"{person.source}:{person.name}"


def open_batch(token: str | None) -> None:
    """Go to a batch, or with None back to the start; the link remembers it. What still lies in a box for files is not read again."""
    state.PREVIEW.clear()
    state.DROPPED.set(state.DROPPED.get() + 1)
    forget_uploads(session_id())
    if token:
        st.query_params["lo"] = token
    else:
        st.query_params.pop("lo", None)
    st.rerun()


def current(person: Person) -> tuple[drafts.Batch, bytes] | None:
    """The batch that the link names, when it is this person's and still waits."""
    token = st.query_params.get("lo", "")
    batch = drafts.find(open_store().path, token, owner(person))
    if token and batch is None:
        state.STALE_LINK.set(True)
        st.query_params.pop("lo")
    return batch


def waiting(person: Person) -> None:
    """Files of this person that wait to be confirmed; says when the link led to one that does not any more."""
    if state.STALE_LINK.pop():
        st.info("Tệp mà liên kết này dẫn tới không còn chờ: đã ghi, đã bỏ, đã quá 14 ngày, hoặc là tệp của người khác.")
    for batch in drafts.mine(open_store().path, owner(person)):
        with st.container(horizontal=True, vertical_alignment="center"):
            sheet = f", còn trang tính “{batch.answers['sheet']}”" if batch.done else ""
            messages.note(f"Tệp đang chờ: {batch.file_name}{sheet}, nạp lúc {times.moment(batch.dropped_at)}")
            if st.button("Xem tiếp", key=f"open-{batch.token}"):
                open_batch(batch.token)
            if st.button(
                "Bỏ", key=f"discard-{batch.token}", type="tertiary", help=escaped(f"Bỏ tệp “{batch.file_name}”, không ghi")
            ):
                drafts.drop(open_store().path, batch)
                st.rerun()


def register_buttons(person: Person) -> None:
    """The catalogues as workbooks, to mend and to bring back the same way; that of indicators for those who may change it."""
    everywhere = person.role == "admin" or "*" in person.territories
    with st.expander(
        "Sửa danh mục chỉ tiêu, sổ văn bản, nhiệm vụ, kinh phí, nhận xét, bộ điểm"
        if everywhere
        else "Thêm văn bản, nhiệm vụ, kinh phí, nhận xét"
    ):
        whose = "" if everywhere else " Bạn thêm và sửa được dòng của địa bàn mình; các dòng khác để nguyên."
        messages.note(f"Tải tệp, sửa hoặc thêm dòng rồi thả vào ô trên; ô để trống giữ nguyên điều đang có.{whose}")
        with st.container(horizontal=True):
            for name, form in forms().items():
                if name != "figures" and (everywhere or _may_bring(person, name)):
                    download.button(
                        f"Tải {form.title.lower()} (Excel)",
                        partial(_register, name),
                        file_name=f"{form.title}.xlsx",
                        key=f"register-{name}",
                    )


def _may_bring(person: Person, form: str) -> bool:
    """Whether somebody who is not in charge of everything has use for a form: indicators nobody, points of an index who has a whole province."""
    return form != "indicators" and (form != "weights" or any(len(code) == _PROVINCE for code in person.territories))


def _register(form: str) -> bytes:
    """A catalogue as a workbook, made at the click."""
    from data.ingest.templates.catalogue_template import register_template

    return register_template(open_store(), form, is_sample())


def own_template(person: Person) -> None:
    """The template of the first unit that a person reports for, and of the period that is due."""
    if territory := _own(person):
        due = cached_read(due_report, **territory.key)[0]
        rows = cached_read(entry_list, **territory.key, year=due.year, period=due.period)
        template_button(territory, due.year, due.period, rows)


def due(person: Person) -> Any:
    """Year and period of the report that the first unit of a person has to hand in (a row of ``due_report``); None without a unit."""
    territory = _own(person)
    return cached_read(due_report, **territory.key)[0] if territory else None


def only_unit(person: Person) -> str:
    """The name of the one unit that a person reports for; '' for several, and for a whole province."""
    territory = _own(person) if len(person.territories) == 1 and len(person.territories[0]) == _COMMUNE else None
    return territory.name if territory else ""


def _own(person: Person) -> Territory | None:
    """The first unit that a person reports for."""
    codes = [code for code in person.territories if code != "*"]
    unit_id = next((row.unit_id for code in codes for row in cached_read(unit_list).where(code=code)), "")
    units = cached_read(territory_list, unit_id=unit_id, also=unit_id).matching(lambda row: row.unit_id == unit_id or not unit_id)
    return next((Territory(row.unit_id, row.unit_name, row.province_code) for row in units), None)


def template_button(territory: Territory, year: int, period: str, rows: Rows) -> None:
    """The template of the chosen unit and period."""

    def workbook() -> bytes:
        from data.ingest.templates.figure_template import template  # what writes workbooks is loaded at the click

        units = cached_read(units_on_day, province_code=territory.province_code, on_day=date(year, 12, 31))
        documents = [row.number for row in cached_read(document_list)]
        code = territory.unit_id.split("-")[0]
        return template(
            rows, units, documents, unit_code=code, unit_name=territory.name, year=year, period=period, sample=is_sample()
        )

    name = f"Mẫu số liệu {territory.name} {times.period(period, year)}.xlsx"
    download.button("Tải tệp mẫu (Excel)", workbook, file_name=name, key="template", kind="primary")
