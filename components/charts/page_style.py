"""What charts bring into the first document of a page: rules of the style sheet, the script that makes pictures. Loads no chart."""

from __future__ import annotations

from pathlib import Path

from components.theme import ACCENT, INK, MUTED

LAYOUTS = {"phone": 320, "column": 520, "page": 760}  # name of a drawing -> least width of its room in pixels
WIDER = 1.1  # letters of a page's font, as wide as this times those that are measured
SCRIPT = Path(__file__).with_name("images.js").read_text(encoding="utf-8")
STYLE = f"""
.chart {{container-type:inline-size; margin:0; color:{INK}}}
.chart figcaption {{margin:0 0 .3rem}} .chart figcaption b {{display:block; font-size:1rem}} .chart figcaption span {{font-size:.88rem; color:{MUTED}}}
.chart .key {{display:flex; flex-wrap:wrap; gap:.1rem 1.1rem; margin:0 0 .4rem; padding:0; font-size:.82rem; color:{MUTED}}}
.chart .key span {{display:inline-flex; align-items:center; gap:.4rem}}
.chart svg.drawing {{display:none; width:100%; overflow:visible; font-family:inherit; font-variant-numeric:tabular-nums}}
.chart svg.phone {{display:block}}
@container (min-width:{LAYOUTS["column"]}px) {{.chart svg.phone {{display:none}} .chart svg.column {{display:block}}}}
@container (min-width:{LAYOUTS["page"]}px) {{.chart svg.column {{display:none}} .chart svg.page {{display:block}}}}
.chart.long {{overflow-x:auto}} .chart.long svg.page {{display:block; min-width:{LAYOUTS["page"] / WIDER:.0f}px}}
.chart .hit {{fill:transparent}} .chart a:hover .hit, .chart a:focus-visible .hit {{fill:{ACCENT}; fill-opacity:.08}}
.chart a.slot {{text-decoration:none}} .chart a.slot:hover text {{text-decoration:underline}}
.chart a:focus-visible {{outline:3px solid {ACCENT}; outline-offset:1px}}
.chart svg.drawing * {{-webkit-print-color-adjust:exact; print-color-adjust:exact}}
.actions {{display:flex; flex-direction:column; align-items:flex-start; min-width:11rem}}
.actions button {{all:unset; cursor:pointer; box-sizing:border-box; width:100%; min-height:44px; padding:.55rem .2rem; line-height:1.4; color:var(--ink)}}
.actions a {{box-sizing:border-box; width:100%; min-height:44px; padding:.55rem .2rem; line-height:1.4; color:var(--ink); text-decoration:none; border:0}} .actions a:hover {{color:var(--accent)}}
p.slide {{margin:0}} p.slide a {{display:inline-flex; align-items:center; min-height:40px; color:var(--ink); text-decoration:none; border:0}} p.slide a:hover {{color:var(--accent)}}
.actions button:hover {{color:var(--accent)}} .actions button:focus-visible {{outline:3px solid var(--accent); outline-offset:-2px}}
.actions [role=status] {{color:var(--ink); font-size:.84rem; max-width:18rem}} .actions [role=status]:empty {{display:none}}
.actions [role=status] button {{color:var(--accent)}}
@media print {{[class*="st-key-take-"] {{display:none !important}}}}
"""
