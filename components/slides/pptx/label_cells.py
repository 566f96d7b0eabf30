"""The labels of a chart as cells of its workbook: the words that were drawn, and once a figure beside them is changed what follows from it.

The chart takes its labels from these cells (``c15:datalabelsRange``). A label has one look: runs of several colours would be fields of
their own, which LibreOffice does not show. A formula gives the drawn words as long as the figures are those of the making.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from components.charts.model import Slot
from components.slides.pptx.xml_text import legal
from components.text import formats
from data.vietnamese.numbers import MINUS

TITLE = "Nhãn"  # heads the column of labels
_FACTS = ("Mục tiêu (số)", "Kết quả (số)", "Chênh lệch", "Đơn vị tính", "Trạng thái")
_LONGEST = 255  # letters of a text in a formula
_MET = {"<": "{r}<{t}", "<=": "{r}<={t}", ">": "{r}>{t}", "=": "{r}={t}"}
_NEAR = {"<": "{r}<={t}*1.1", "<=": "{r}<={t}*1.1", "=": "AND({r}>={t}*0.9,{r}<={t}*1.1)"}


@dataclass(frozen=True)
class Figures:
    """The cells of a slot's figures and what stood in them at the making; ``scaled``: heights follow the figures, not they the heights."""

    target: str
    result: str
    gap: str
    status: str
    slot: Slot
    unit: str
    scaled: bool

    @property
    def unchanged(self) -> str:
        """A condition: the figures are those of the making."""
        facts = self.slot.facts
        pairs = ((self.result, facts["Kết quả (số)"]), (self.target, facts["Mục tiêu (số)"]))
        return f"AND({','.join(f'{cell}={float(value):.15g}' for cell, value in pairs if value is not None)})"


def words(slot: Slot) -> str:
    """The label of a slot as one text, a line for each of its lines."""
    return "\n".join("".join(run.text for run in line) for line in slot.label)


def figures(slot: Slot | None, cells: list[str]) -> Figures | None:
    """The cells of a slot's target, result, gap, unit and status; None where there is no result that can be set against a target."""
    if slot is None or not slot.rule or tuple(slot.facts)[: len(_FACTS)] != _FACTS:
        return None
    target, result, gap, unit, status = (slot.facts[name] for name in _FACTS)
    if target is None or result is None or gap is None or abs(float(result) - float(target) - float(gap)) > 1e-6 or not status:
        return None
    return Figures(cells[0], cells[1], cells[2], cells[4], slot, str(unit), slot.scale is not None)


def status(of: Figures) -> str:
    """The formula of the status in words: as it was told, or what the figures say by now."""
    return f"=IF({of.unchanged},{_quoted(of.slot.facts['Trạng thái'])},{_status(of)})"


def _status(of: Figures, shape: bool = False) -> str:
    words = [formats.STATUSES[code][0 if shape else 1] for code in ("met", "near", "missed")]
    met, near, missed = map(_quoted, words)
    is_met = _MET.get(of.slot.rule, "{r}>={t}").format(r=of.result, t=of.target)
    is_near = _NEAR.get(of.slot.rule, "{r}>={t}*0.9").format(r=of.result, t=of.target)
    return f"IF({is_met},{met},IF({is_near},{near},{missed}))"


def gap(of: Figures) -> str:
    """The formula of the gap."""
    return f"=ROUND({of.result}-{of.target},6)"


def name(of: Figures, drawn: str) -> str | None:
    """The formula of a name at the axis that tells how its slot is judged; None where it does not."""
    judged, shape = of.slot.verdict, formats.STATUSES
    shapes = [one for one, _ in shape.values()]
    if not judged or judged[0] not in shapes or len(drawn) > _LONGEST or judged not in drawn:
        return None
    word = len(judged) > 1
    if word and "\n" in judged:
        return None
    before, _, after = drawn.partition(judged)
    fresh = _status(of, shape=True) + (f'&" "&{_status(of)}' if word else "")
    joined = "&".join(filter(None, [_quoted(before) if before else "", fresh, _quoted(after) if after else ""]))
    return f"=IF({of.unchanged},{_quoted(drawn)},{joined})"


def label(of: Figures) -> str | None:
    """The formula of a label; None for one that tells nothing of the figures."""
    told = words(of.slot)
    pieces, known = [], False
    for number, line in enumerate(of.slot.label):
        pieces += ["CHAR(10)"] if number else []
        for run in line:
            fresh = next(_fresh(of, run.text), None)
            known = known or fresh is not None
            pieces.append(fresh or _quoted(run.text))
    if not known or len(told) > _LONGEST:
        return None
    return f"=IF({of.unchanged},{_parts(told)},{'&'.join(pieces)})"


def _parts(told: str) -> str:
    """A text of several lines as a formula."""
    return "&CHAR(10)&".join(_quoted(line) for line in told.split("\n"))


def _fresh(of: Figures, text: str) -> Iterator[str]:
    """What a run says of other figures, by what it says of these: gap, status, result / target, target, result."""
    facts, bare = of.slot.facts, text.strip()
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    unit = of.unit
    said = None
    if bare == formats.gap(facts["Chênh lệch"], unit) and unit != formats.RANK:
        said = _signed(of.gap, "" if unit == "%" else f" {unit}", " điểm %" if unit == "%" else "")
    elif bare == formats.signed(facts["Chênh lệch"]):
        said = _signed(of.gap, "", "")
    elif bare.startswith(str(facts["Trạng thái"])):
        said = of.status
    elif unit != formats.RANK and " / " in bare:
        result, target = bare.split(" / ", 1)
        said = f'{_result(of, result)}&" / "&{_target(of, target)}'
    elif unit != formats.RANK and bare.startswith("/ "):
        said = f'"/ "&{_target(of, bare[2:])}'
    elif unit != formats.RANK and bare[:1].isdigit() | bare.startswith(tuple(filter(None, formats.QUALIFIERS.values()))):
        said = _result(of, bare)
    if said is not None:
        yield "&".join(filter(None, [_quoted(before) if before else "", said, _quoted(after) if after else ""]))


def _result(of: Figures, told: str) -> str:
    return _kept(of.result, of.slot.facts["Kết quả (số)"], told, of.unit)


def _target(of: Figures, told: str) -> str:
    return _kept(of.target, of.slot.facts["Mục tiêu (số)"], told, of.unit)


def _kept(cell: str, value: object, told: str, unit: str) -> str:
    """A figure as its document writes it ('khoảng 10%', '20–30%') while it is that one, else the number."""
    return f"IF({cell}={float(str(value)):.15g},{_quoted(told)},{_number(cell)}&{_quoted(_suffix(told, unit))})"


def _suffix(text: str, unit: str) -> str:
    """The unit at the end of a number as it was told, if it was."""
    return "%" if unit == "%" else f" {unit}" if text.endswith(unit) else ""


def _number(cell: str) -> str:
    """A number the Vietnamese way, in whatever language the program counts."""
    short = f'SUBSTITUTE(ROUND(ABS({cell}),2)&"",".",",")'
    whole = f"ROUND(ABS({cell}),0)"

    def three(value: str) -> str:
        return f"RIGHT(1000+MOD({value},1000),3)"

    thousands = f'INT({whole}/1000)&"."&{three(whole)}'
    millions = f'INT({whole}/1000000)&"."&{three(f"INT({whole}/1000)")}&"."&{three(whole)}'
    return f"IF(ABS({cell})<1000,{short},IF(ABS({cell})<1000000,{thousands},{millions}))"


def _signed(cell: str, unit: str, points: str) -> str:
    sign = f'IF({cell}<0,"{MINUS}","+")'
    return f'IF(ROUND({cell},2)=0,"0",{sign}&{_number(cell)}&{_quoted(unit + points)})'


def _quoted(text: object) -> str:
    return '"' + legal(str(text)).replace('"', '""') + '"'
