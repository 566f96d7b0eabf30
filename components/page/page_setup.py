"""What every page shares: its title, icon and the name in the header."""

from __future__ import annotations

import streamlit as st

from components.theme import INK

PRODUCT = "Chỉ tiêu chuyển đổi số"
_LOGO = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="220" height="28" viewBox="0 0 220 28">'
    f'<text x="0" y="20" font-family="Noto Sans, Segoe UI, Roboto, Arial, sans-serif" font-size="17" '
    f'font-weight="700" fill="{INK}">{PRODUCT}</text></svg>'
)
_BARS = "%F0%9F%93%8A"  # the sign of a bar chart; written so Streamlit needs not load its list of all such signs to know one
_ICON = f"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><text y='.9em' font-size='90'>{_BARS}</text></svg>"


def page_setup() -> None:
    """Page setup that precedes everything: title, icon, name in the header. Styles and scripts stand in the first document."""
    st.set_page_config(page_title=PRODUCT, page_icon=_ICON, layout="wide", menu_items={})
    st.logo(_LOGO, size="large")


def page_title(title: str) -> None:
    """What the browser's tab and the foot of a printed sheet say: the page, then the product."""
    st.set_page_config(page_title=f"{title} · {PRODUCT}")
    st.html(
        f'<style>@media print {{@page {{@bottom-left {{content:"{PRODUCT} · {title}"; font:8pt sans-serif; color:#555}}}}}}</style>'
    )
