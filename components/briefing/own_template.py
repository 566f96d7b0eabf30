"""The customer's template: the box for its file, and what has to be said of it."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from components import file_input
from components.briefing.deck_reading import reading
from components.slides import files
from components.slides.pptx.errors import BadDeck
from components.slides.templates.look import Look
from components.text.markdown import escaped
from components.tiles import messages


@dataclass(frozen=True)
class Own:
    """The customer's template: bytes and name, and how slides look in it."""

    file: tuple[bytes, str]
    look: Look


def own_template() -> Own | None:
    """The box for the customer's template, what has to be said of it, and the template; None without one that can be used."""
    with st.expander("Dùng tệp mẫu của đơn vị"):
        messages.note("Trang PowerPoint theo trang cái, bố cục và vị trí của tệp mẫu. Bỏ trống thì dùng mẫu có sẵn.")
        given = file_input.file("Tệp mẫu (.pptx, .potx), tối đa 20 MB", ["pptx", "potx"], key="mau")
        if given is None:
            return None
        try:
            with reading(given.name):
                look = files.template_look(given.getvalue(), given.name)
        except BadDeck as error:
            st.error(escaped(str(error)))
            return None
        messages.note(
            f"Dùng bố cục “{look.layout}” của {given.name}; xem trước theo vị trí và màu của tệp mẫu, không vẽ hình trang trí."
        )
        for said in look.notes:
            messages.note(said)
        return Own((given.getvalue(), given.name), look)
