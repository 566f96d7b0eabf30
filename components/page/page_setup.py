"""What every page shares: style sheet, frame, print rules."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components.charts import images, svg
from components.page import presentation_mode
from components.theme import INK, css_variables
from components.tiles import source_card, style_sheets

_STYLE, _LANGUAGE = (Path(__file__).with_suffix(ending).read_text(encoding="utf-8") for ending in (".css", ".js"))

PRODUCT = "Chỉ tiêu chuyển đổi số"
_LOGO = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="220" height="28" viewBox="0 0 220 28">'
    f'<text x="0" y="20" font-family="Noto Sans, Segoe UI, Roboto, Arial, sans-serif" font-size="17" '
    f'font-weight="700" fill="{INK}">{PRODUCT}</text></svg>'
)


def page_setup(*styles: str) -> None:
    """Page setup that precedes everything: title, icon, name in the header, style sheet; ``styles`` are more rules for it."""
    st.set_page_config(page_title=PRODUCT, page_icon="📊", layout="wide", menu_items={})
    st.logo(_LOGO, size="large")
    st.html(f"<style>{css_variables()}{_STYLE}{style_sheets.STYLE}{svg.STYLE}{images.STYLE}{''.join(styles)}</style>")
    with st.container(key="language"):
        _scripts()


def page_title(title: str) -> None:
    """What the browser's tab and the foot of a printed sheet say: the page, then the product."""
    st.set_page_config(page_title=f"{title} · {PRODUCT}")
    st.html(
        f'<style>@media print {{@page {{@bottom-left {{content:"{PRODUCT} · {title}"; font:8pt sans-serif; color:#555}}}}}}</style>'
    )


@st.cache_resource(show_spinner=False)
def _scripts() -> None:
    """What runs in the browser on every page. Streamlit replays what a cached function wrote: long texts are prepared once."""
    st.html(
        f"<script>{_LANGUAGE}{images.SCRIPT}{presentation_mode.SCRIPT}{source_card.SCRIPT}</script>", unsafe_allow_javascript=True
    )
