"""What was put on a slide, kept in the file: a custom XML part beside each slide, and a copy of all in a part of the package.

PowerPoint keeps the part beside the slide (``p:custDataLst``) and copies it with its slide; LibreOffice drops it but keeps parts of the
package whose kind it does not know, from which a slide finds its own by what it says. Decks before 1.7.0 had the copy in many entries of
their properties. Whatever comes back was in other hands: everything is checked before it is believed.
"""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import dataclass, field, replace
from typing import Any

from lxml import etree
from lxml.etree import LxmlError

from components.slides.pptx.pptx_adapter import RT, PackURI, Part, element, package_relations, parse_xml, qn, set_blob
from components.slides.pptx.told import ChartTold, Told
from components.slides.pptx.xml_text import SPACES, text

NAME = "/customXml/item%d.xml"  # of the parts beside slides
_SPACE = "urn:chi-tieu-chuyen-doi-so:trang"
_COPY, _COPY_NAME = "urn:chi-tieu-chuyen-doi-so:ban-luu", "/chiTieu/banLuu.xml"  # kind and name of the part that holds the copy
_KEY = "chi-tieu-ban-luu-"  # names of the properties that held the copy before 1.7.0, in pieces of 255 letters
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
    """Keep a copy of all records beside the deck; an earlier copy goes."""
    packed = base64.b64encode(
        zlib.compress(json.dumps([to_json(one) for one in records], ensure_ascii=False).encode(), 9)
    ).decode()
    _without_properties(deck)
    blob = f'<?xml version="1.0" encoding="UTF-8"?><banLuu xmlns="{_COPY}">{packed}</banLuu>'.encode()
    if (part := _related(deck, _COPY)) is not None:
        set_blob(part, blob)
        return
    package = deck.part.package
    package.relate_to(Part(PackURI(_COPY_NAME), "application/xml", package, blob), _COPY)


def _without_properties(deck: Any) -> None:
    """Take the copy out of the properties of a deck; what others keep there stays."""
    part = _related(deck, RT.CUSTOM_PROPERTIES)
    if part is None or _KEY.encode() not in part.blob:
        return
    root = parse_xml(part.blob)
    for old in [one for one in root if (one.get("name") or "").startswith(_KEY)]:
        root.remove(old)
    set_blob(part, _bytes(root))


def copies(deck: Any) -> list[Record]:
    """The copies of records beside the slides of a deck; none where there are none that can be believed."""
    try:
        reader = zlib.decompressobj()
        whole = reader.decompress(base64.b64decode(_packed(deck)), _MOST_OF_ALL)
        listed = json.loads(whole)
    except (ValueError, zlib.error, RecursionError, LxmlError):
        return []
    return [record for one in listed if isinstance(one, str) and (record := from_json(one))] if isinstance(listed, list) else []


def _packed(deck: Any) -> str:
    """The copy as it was packed: in its own part, or in the properties of a deck made before 1.7.0; '' without one."""
    if (part := _related(deck, _COPY)) is not None:
        return parse_xml(part.blob).text or ""
    if (part := _related(deck, RT.CUSTOM_PROPERTIES)) is None:
        return ""
    properties = {one.get("name") or "": "".join(one.itertext()).strip() for one in parse_xml(part.blob)}
    return "".join(properties[name] for name in sorted(properties) if name.startswith(_KEY))


def _related(deck: Any, kind: str) -> Any:
    """The part of a package that is related to it in a way; None without one."""
    for relation in package_relations(deck).values():
        if relation.reltype == kind and not relation.is_external:
            return relation.target_part
    return None


def _bytes(root: Any) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
