"""The table of units and indicators to take away: as pictures, and as slides with native tables."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.charts import unit_matrix
from components.territory import Territory
from components.text import formats, times
from components.text.origin import finding_marks
from components.text.units.unit_table_words import Line, Sheet, UnitTableChoice
from components.tiles import chart_menu, inline_drawing, slide_button, tile_picture
from components.tiles.links import few_kept_by_link
from components.tiles.origin import finding_flags
from components.tiles.units import unit_table

_CHART = "unit-table"
_MOST = 20  # rows of a picture; slides hold them all
_WIDE = 1060.0


def picture(of: Sheet, territory: Territory, chosen: UnitTableChoice) -> None:
    """The drawing with its menu, behind one button; of a long table its first rows, which is said."""
    if not of.shown:
        return
    offered = slide_button.slide("unit_table", f"Bảng đơn vị {chosen.pillar_name}", territory, **slide_params(chosen))
    with st.container(key=f"take-{_CHART}"), st.popover(chart_menu.LABEL, type="tertiary"):
        inline_drawing.show(_drawing(of, territory, chosen))
        chart_menu.offer(_CHART, slide=offered, chat=False)


@few_kept_by_link
def _drawing(of: Sheet, territory: Territory, chosen: UnitTableChoice) -> str:
    shown, columns = of.shown, of.columns
    few = shown[:_MOST]
    when = formats.inside(times.period(chosen.period, chosen.year))
    note = "" if len(few) == len(shown) else f" · {_MOST} đơn vị đầu trong {len(shown)}"
    about = {
        "title": f"Đơn vị và chỉ tiêu nhóm {chosen.pillar_name}",
        "subtitle": f"{territory.name} · {formats.LEVEL_PHRASES[chosen.level]}, {when}{note}",
        "source": unit_table.sources(few) + _open(few, territory.unit_id),
        "statuses": [" ".join(formats.STATUSES[mark]) for mark in dict.fromkeys(_marks(few, columns))],
    }
    content = unit_matrix.matrix(few, columns)
    return tile_picture.figure(unit_matrix.drawn(content, _WIDE), _CHART, about, _WIDE, unit_matrix.height(content, _WIDE))


def _open(shown: list[Line], unit_id: str) -> str:
    """What is open about the figures of the picture."""
    rows = [row for line in shown for row in line.cells.values()]
    said = finding_marks.told((said, figure.named) for said, figure in finding_flags.marks(unit_id).about(rows, {}))
    return f" · {said}" if said else ""


def _marks(shown: list[Line], columns: dict[str, Any]) -> list[str]:
    return [formats.shown_mark(line.cells[code]) if code in line.cells else "no_result" for line in shown for code in columns]


def slide_params(chosen: UnitTableChoice) -> dict[str, Any]:
    """The parameters of the slides about what is chosen; those that a bare link opens anyway are left out."""
    own = {
        "theo": chosen.order if chosen.order != "ten" else "",
        "trang_thai": chosen.state,
        "trong": "hien" if chosen.empty else "",
    }
    return {"nam": chosen.year, "ky": chosen.period, "cap": chosen.level, "nhom": chosen.pillar} | {
        k: v for k, v in own.items() if v
    }
