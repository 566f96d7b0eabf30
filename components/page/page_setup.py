"""What every page shares: style sheet, frame, print rules."""

from __future__ import annotations

import streamlit as st

from components.charts import images
from components.page import presentation_mode
from components.theme import ACCENT, INK, LINE, MUTED, STATUS_COLOURS

_STATUS_RULES = "".join(f".s-{status}{{color:{colour}}}" for status, colour in STATUS_COLOURS.items())
STYLE = f"""<style>
.block-container, [data-testid="stMainBlockContainer"] {{max-width:1440px; padding:4.2rem 2.5rem 2rem}}
.st-key-language, div:has(> .st-key-language) {{display:none !important}}
[data-testid="stElementToolbar"], [data-testid="stToolbar"] [data-testid="stBaseButton-header"] {{display:none}}
[data-testid="stVerticalBlock"] {{gap:.9rem}}
h1.say {{font-size:1.65rem; line-height:1.25; font-weight:700; margin:0; padding:0; color:{INK}}}
h1.say, h2.part, p.sub {{break-after:avoid}} h2.part {{font-size:1.05rem; font-weight:700; margin:0; padding:.3rem 0 0; color:{INK}}}
p.sub, p.source, p.note {{font-size:.84rem; color:{MUTED}; margin:.1rem 0 0; line-height:1.45}} b.sample {{color:{INK}; border:1px solid; padding:0 .35rem}}
{_STATUS_RULES}
.cards {{display:grid; grid-template-columns:repeat(5,1fr); gap:.9rem}}
.card {{border:1px solid {LINE}; border-radius:.35rem; padding:.7rem 1rem; color:{INK}; background:#fff}}
.card b {{display:block; font-size:2rem; line-height:1.2; color:{INK}}}
.card small {{font-size:.82rem; color:{MUTED}}}
.card.warn {{border-color:{STATUS_COLOURS["missed"]}}} .card.warn b {{color:{STATUS_COLOURS["missed"]}}}
table.grid {{border-collapse:collapse; width:100%; font-size:.88rem; color:{INK}}}
table.grid th {{text-align:left; font-weight:600; color:{MUTED}; border-bottom:1px solid {LINE}; padding:.35rem .5rem; vertical-align:bottom}}
table.grid td {{border-bottom:1px solid #e6eaee; padding:.38rem .5rem; vertical-align:top; overflow-wrap:anywhere}}
table.grid tr.group th {{color:{INK}; background:#f4f6f8; padding-top:.45rem}}
table.grid td small {{color:{MUTED}; display:block; font-size:.78rem}}
table.grid a, p a {{color:{INK}; text-decoration:none; border-bottom:1px dotted #8b98a5}}
table.grid a:hover, table.grid a:focus, p a:hover {{color:{ACCENT}; border-bottom-color:{ACCENT}}}
table.grid.even {{table-layout:fixed}} table.grid.even th:first-child {{width:40%}}
table.twin, :has(> .stHtml > table.twin) {{display:none}} table.twin th {{white-space:nowrap}} table.grid.twin td {{overflow-wrap:break-word}}
table.grid td.nw {{white-space:nowrap}} table.grid td.nw small {{white-space:normal}}
.nobreak {{white-space:nowrap}} .mark {{font-weight:700; white-space:nowrap}}
details.sql {{font-size:.8rem; color:{MUTED}}} details.sql summary {{cursor:pointer}}
details.sql pre {{white-space:pre-wrap; background:#f4f6f8; padding:.6rem; border-radius:.35rem; color:{INK}; font-size:.75rem}}
ul.found {{list-style:none; margin:0; padding:0; display:grid; grid-template-columns:repeat(auto-fill,minmax(19rem,1fr)); gap:.3rem 1rem; font-size:.9rem}}
ul.found a {{color:{INK}; text-decoration:none; border-bottom:1px dotted #8b98a5}}
dl.facts {{font-size:.9rem; margin:0; padding:0}} dl.facts dt {{font-weight:400; color:{MUTED}; font-size:.8rem; margin-top:.45rem}} dl.facts dd {{margin:0 !important; color:{INK}}}
.empty {{border:1px dashed {LINE}; border-radius:.35rem; padding:1.2rem; color:{INK}}}
[class*="st-key-part-"] {{flex-wrap:nowrap}} [class*="st-key-part-"] > :first-child {{flex:1 1 0; min-width:0}}
p.printed, :has(> .stHtml > p.printed) {{display:none}}
a:focus-visible, summary:focus-visible {{outline:3px solid {ACCENT}; outline-offset:2px}}
@media (max-width:760px) {{
  .block-container, [data-testid="stMainBlockContainer"] {{padding:4rem .9rem 1.5rem}}
  h1.say {{font-size:1.25rem}}
  .cards {{grid-template-columns:repeat(2,1fr); gap:.5rem}} .card {{padding:.45rem .7rem}} .card b {{font-size:1.5rem}}
  table.wide thead {{display:none}} table.wide, table.wide tbody, table.wide tr, table.wide td, table.wide tr.group th {{display:block; width:auto !important}}
  table.wide td {{border:0; padding:.12rem .3rem}} table.wide tr {{border-bottom:1px solid #e6eaee; padding:.35rem 0}}
  table.wide td[data-cap]::before {{content:attr(data-cap) ": "; color:{MUTED}; font-size:.8rem}}
  table.wide td.none {{display:none}}
}}
@media print {{
  @page {{size:A4 landscape; margin:10mm}}
  [data-testid="stHorizontalBlock"] {{display:flex !important; flex-wrap:nowrap !important}} [data-testid="stColumn"] {{min-width:0 !important}}
  body {{zoom:.66}}  /* the width of a screen on the width of the paper: charts keep the size they were drawn in */
  [data-testid="stApp"], [data-testid="stAppViewContainer"], [data-testid="stMain"] {{position:static !important; overflow:visible !important; height:auto !important}}
  [data-testid="stHeader"], [data-testid="stToolbar"], [data-testid="stDownloadButton"], .st-key-choices, details.sql, .hint {{display:none !important}}
  .block-container, [data-testid="stMainBlockContainer"] {{padding:0; max-width:none}}
  [data-testid="stPlotlyChart"], .card, tr, dl.facts dd {{break-inside:avoid}} dl.facts dt {{break-after:avoid}}
  p.source, :has(> .stHtml > p.source), :has(> .stHtml > details.sql:first-child), [data-testid="stDataFrame"] {{display:none}} table.twin {{display:table}} :has(> .stHtml > table.twin) {{display:block}}
  [class*="st-key-part-"] .stButton, .st-key-them, .st-key-files, .st-key-older, [data-testid="stTextArea"] {{display:none !important}}
  p.printed, :has(> .stHtml > p.printed) {{display:block}} .st-key-previews [data-testid="stHorizontalBlock"] {{break-inside:avoid}}
  table.grid a, p a {{border:0}} table.grid th, table.grid td, table.grid tr.group th {{padding-top:.2rem; padding-bottom:.2rem}}
  * {{-webkit-print-color-adjust:exact; print-color-adjust:exact}}
}}
</style>"""

# what the browser reads aloud or offers to translate: Streamlit itself knows only English for these
LANGUAGE = """<script>
(() => {
document.documentElement.lang = 'vi';
const skip = document.querySelector('[data-testid=stSkipToContent]');
if (skip) skip.textContent = 'Đến nội dung chính';
// the first visitor of a freshly started server who follows a deep link is told, wrongly and in English, that there is no such page
const unfound = () => document.querySelectorAll('[role=dialog]').forEach(dialog => {
    if (/page not found/i.test(dialog.innerText)) dialog.querySelector('button')?.click(); });
for (const wait of [0, 150, 400, 900, 2000]) setTimeout(unfound, wait);
document.querySelectorAll('[aria-label=Open]').forEach(button => button.setAttribute('aria-label', 'Mở danh sách'));
})();
</script>"""

_LOGO = (
    f'<svg xmlns="http://www.w3.org/2000/svg" width="220" height="28" viewBox="0 0 220 28">'
    f'<text x="0" y="20" font-family="Noto Sans, Segoe UI, Roboto, Arial, sans-serif" font-size="17" '
    f'font-weight="700" fill="{INK}">Chỉ tiêu chuyển đổi số</text></svg>'
)


def page_setup(*styles: str) -> None:
    """Page setup that precedes everything: title, icon, name in the header, style sheet; ``styles`` are more rules for it."""
    st.set_page_config(page_title="Chỉ tiêu chuyển đổi số", page_icon="📊", layout="wide", menu_items={})
    st.logo(_LOGO, size="large")
    st.html(f"{STYLE}<style>{images.STYLE}{presentation_mode.LINK_STYLE}{''.join(styles)}</style>")
    with st.container(key="language"):
        _scripts()


@st.cache_resource(show_spinner=False)
def _scripts() -> None:
    """What runs in the browser on every page. Streamlit replays what a cached function wrote: long texts are prepared once."""
    st.html(f"{LANGUAGE}<script>{images.SCRIPT}{presentation_mode.SCRIPT}</script>", unsafe_allow_javascript=True)
