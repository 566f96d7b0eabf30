"""What was put on a slide, kept in the file: a custom XML part beside each slide, and a copy of all in the deck's own properties.

PowerPoint keeps the part (``p:custDataLst``) and copies it with its slide; LibreOffice drops it but keeps properties, from which a
slide finds its own by what it says. Whatever comes back was in other hands: everything is checked before it is believed.
"""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import dataclass, field, replace
from typing import Any

from components.slides.pptx.pptx_adapter import CT, RT, PackURI, Part, element, package_relations, parse_xml, qn, set_blob
from components.slides.pptx.told import ChartTold, Told
from components.slides.pptx.xml_text import SPACES, text

NAME = "/customXml/item%d.xml"  # of the parts beside slides
_SPACE = "urn:chi-tieu-chuyen-doi-so:trang"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_KEY = "chi-tieu-ban-luu-"  # names of the properties that hold the copy, in pieces of 255 letters, as Office wants them
_MOST, _MOST_OF_ALL = 1_000_000, 30_000_000  # letters of one record, and of all


@dataclass(frozen=True)
class Record:
    """How a slide was made and what was put there.

    ``day`` is the day of making (ISO), ``version`` that of the product; ``notes`` are our lines of the notes; ``held`` the numbers that the
    slide held in earlier makings, for sentences that were kept through them. ``link`` is '' without an address of the site.
    """

    kind: str
    params: dict[str, Any]
    sha256: str
    data_version: int
    day: str
    version: str
    link: str = ""
    told: Told = field(default_factory=Told)
    notes: tuple[str, ...] = ()
    held: tuple[str, ...] = ()


def again(record: Record, **other: Any) -> Record:
    """The same record with something else in it."""
    return replace(record, **other)


def to_json(record: Record) -> str:
    """A record as text."""
    charts = {
        name: {"names": one.names, "series": list(one.series.items()), "labels": list(one.labels.items()), "slots": one.slots, "verdicts": one.verdicts}
        for name, one in record.told.charts.items()
    }  # fmt: skip
    whole = {
        "kind": record.kind, "params": record.params, "sha256": record.sha256, "data_version": record.data_version, "day": record.day,
        "version": record.version, "link": record.link, "texts": record.told.texts, "charts": charts, "tables": record.told.tables,
        "notes": record.notes, "held": record.held,
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def from_json(written: str) -> Record | None:
    """The record in a text; None for anything else."""
    if len(written) > _MOST:
        return None
    try:
        return _record(json.loads(written))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        return None


def _record(whole: dict[str, Any]) -> Record:
    """Raises ValueError, KeyError, TypeError or AttributeError for anything but a record."""
    charts = {str(name): _chart(one) for name, one in whole["charts"].items()}
    tables = {str(name): tuple(_texts(row) for row in rows) for name, rows in whole["tables"].items()}
    if type(whole["params"]) is not dict or type(whole["data_version"]) is not int or any(not rows for rows in tables.values()):
        raise TypeError("not a record")
    texts = {str(name): _text(words) for name, words in whole["texts"].items()}
    kind, sha256, day, version, link = (_text(whole[name]) for name in ("kind", "sha256", "day", "version", "link"))
    told = Told(texts, charts, tables)
    return Record(
        kind,
        whole["params"],
        sha256,
        whole["data_version"],
        day,
        version,
        link,
        told,
        _texts(whole["notes"]),
        _texts(whole["held"]),
    )


def _chart(one: dict[str, Any]) -> ChartTold:
    series = {_text(name): tuple(None if value is None else float(value) for value in values) for name, values in one["series"]}
    labels = {int(step): _text(words) for step, words in one["labels"]}
    return ChartTold(_texts(one["names"]), series, labels, _texts(one["slots"]), _texts(one["verdicts"]))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _texts(values: Any) -> tuple[str, ...]:
    if not isinstance(values, list):
        raise TypeError("not a list")
    return tuple(map(_text, values))


def put(part: Any, record: Record, name: PackURI) -> None:
    """Keep a record beside a slide, in a part of its own with that name; one that was there is let go."""
    xml = f'<?xml version="1.0" encoding="UTF-8"?><trang xmlns="{_SPACE}">{text(to_json(record))}</trang>'
    slide = element(part).cSld
    before = slide.find(qn("p:custDataLst"))
    for key in [key for key, relation in part.rels.items() if _is_ours(relation)]:
        part.rels.pop(key)
        for mark in [] if before is None else before.findall(qn("p:custData")):
            if mark.get(qn("r:id")) == key:
                before.remove(mark)
    if before is None:
        before = parse_xml(f"<p:custDataLst {SPACES}/>")
        tree = slide.find(qn("p:spTree"))
        tree.addnext(before)
    key = part.relate_to(Part(name, "application/xml", part.package, xml.encode()), RT.CUSTOM_XML)
    before.insert(0, parse_xml(f'<p:custData {SPACES} r:id="{key}"/>'))


def _is_ours(relation: Any) -> bool:
    return relation.reltype == RT.CUSTOM_XML and not relation.is_external and _SPACE.encode() in relation.target_part.blob[:400]


def beside(part: Any) -> Record | None:
    """The record beside a slide; None where there is none, or none that can be believed."""
    for relation in part.rels.values():
        if _is_ours(relation) and len(relation.target_part.blob) <= _MOST:
            return from_json(parse_xml(relation.target_part.blob).text or "")
    return None


def put_copy(deck: Any, records: list[Record]) -> None:
    """Keep a copy of all records among the properties of the deck; those of others stay, an earlier copy goes."""
    packed = base64.b64encode(
        zlib.compress(json.dumps([to_json(one) for one in records], ensure_ascii=False).encode(), 9)
    ).decode()
    part = _properties(deck)
    root = _properties_root() if part is None else parse_xml(part.blob)
    for old in [one for one in root if (one.get("name") or "").startswith(_KEY)]:
        root.remove(old)
    first = max([1, *(int(one.get("pid")) for one in root if (one.get("pid") or "").isdigit())]) + 1
    for number, start in enumerate(range(0, len(packed), 255)):
        root.append(_property(first + number, f"{_KEY}{number + 1:04d}", packed[start : start + 255]))
    blob = _bytes(root)
    if part is None:
        name = PackURI("/docProps/custom.xml")
        deck.part.package.relate_to(Part(name, CT.OFC_CUSTOM_PROPERTIES, deck.part.package, blob), RT.CUSTOM_PROPERTIES)
    else:
        set_blob(part, blob)


def copies(deck: Any) -> list[Record]:
    """The copies of records among the properties of a deck; none where there are none that can be believed."""
    part = _properties(deck)
    if part is None:
        return []
    pieces = {
        one.get("name"): "".join(one.itertext()).strip()
        for one in parse_xml(part.blob)
        if (one.get("name") or "").startswith(_KEY)
    }
    try:
        reader = zlib.decompressobj()
        whole = reader.decompress(base64.b64decode("".join(pieces[name] for name in sorted(pieces))), _MOST_OF_ALL)
        listed = json.loads(whole)
    except (ValueError, zlib.error, RecursionError):
        return []
    return [record for one in listed if isinstance(one, str) and (record := from_json(one))] if isinstance(listed, list) else []


def _properties(deck: Any) -> Any:
    for relation in package_relations(deck).values():
        if relation.reltype == RT.CUSTOM_PROPERTIES and not relation.is_external:
            return relation.target_part
    return None


def _properties_root() -> Any:
    return parse_xml(f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_TYPES}"/>')


def _property(number: int, name: str, value: str) -> Any:
    return parse_xml(
        f'<property xmlns="{_PROPERTIES}" xmlns:vt="{_TYPES}" fmtid="{_FORMAT}" pid="{number}" name="{name}"><vt:lpwstr>{value}</vt:lpwstr></property>'
    )


def _bytes(root: Any) -> bytes:
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
