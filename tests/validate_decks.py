"""Decks of every kind, for every territory and every year, against the schemas of Office Open XML (ECMA-376, transitional).

``python -m tests.validate_decks SCHEMAS.zip [--keep FOLDER]``: the schemas are not shipped; SCHEMAS.zip holds pml.xsd, dml-chart.xsd and
what they include. Prints how many parts were looked at and each fault; exit code 1 where there is one. ``--keep``: the decks as well.
"""

from __future__ import annotations

import argparse
import io
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from components.slides import files
from components.slides.content import kinds
from components.slides.content.context import SlideContext
from components.slides.slide import Slide
from data.seed import load_seed
from queries import reads
from queries.store import Store
from tests.components.slides.slide_samples import context

_SCHEMAS = {
    "ppt/slides/": "pml",
    "ppt/slideLayouts/": "pml",
    "ppt/slideMasters/": "pml",
    "ppt/notesSlides/": "pml",
    "ppt/charts/": "dml-chart",
}
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LEVELS = ("province", "district", "commune")


def asked(store: Store) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every kind with the parameters of every territory and year that it can be made of."""
    for unit in reads.territory_list(store, unit_id="42"):
        own = {"dia_ban": unit.unit_id}
        place = {"province_code": unit.province_code, "unit_id": unit.unit_id}
        years = reads.year_list(store, **place).values("year")
        ids = reads.indicator_list(store, **place).values("indicator_id")
        for kind in kinds.KINDS.values():
            if kind.needs == ("chi_tieu",):
                yield from ((kind.key, {**own, "chi_tieu": code}) for code in ids)
            elif not kind.needs:
                yield from (
                    (kind.key, {**own, **({"nam": year} if kind.yearly else {})})
                    for year in (years if kind.yearly else years[:1])
                )
        yield from (("period", {**own, "nam": year, "ky": period}) for year in years for period in ("Q2", "6T"))
        yield "compare", {**own, "so_voi": "75" if unit.unit_id != "75" else "42"}
        yield from (("reports", {**own, "nam": year, "cap_bao_cao": level, "ky": "N"}) for year in years for level in _LEVELS)
        yield "unit", {**own, "don_vi": unit.unit_id}
    yield from _of_units(store)


def _of_units(store: Store) -> Iterator[tuple[str, dict[str, Any]]]:
    """The kinds about many units, where the province has numbers of them."""
    for row in reads.ranked_indicator_list(store, province_code="42"):
        about = {"dia_ban": "42", "nam": row.year, "cap": row.level, "ky": row.period}
        yield "ranking", {**about, "chi_tieu": row.indicator_id}
        yield "tile_map", {**about, "chi_tieu": row.indicator_id}
        yield from (
            ("unit_table", {**about, "nhom": pillar.pillar}) for pillar in reads.unit_pillar_list(store, province_code="42")
        )
    for row in reads.index_list(store, province_code="42"):
        yield "index", {"dia_ban": "42", "nam": row.year, "cap": row.level, "ky": row.period, "bo": row.index_id}


def every_slide(at: SlideContext, store: Store) -> dict[str, list[Slide]]:
    """The slides of all that is asked, by kind."""
    found: dict[str, list[Slide]] = {}
    for kind, params in asked(store):
        found.setdefault(kind, []).extend(kinds.make(at, kind, params))
    return found


def faults(deck: bytes, schemas: dict[str, etree.XMLSchema]) -> Iterator[tuple[str, str]]:
    """Each part of a deck that has a schema, with what is wrong in it; '' for nothing."""
    with zipfile.ZipFile(io.BytesIO(deck)) as package:
        for name in package.namelist():
            schema = next((schemas[own] for folder, own in _SCHEMAS.items() if name.startswith(folder)), None)
            if schema is None or not name.endswith(".xml") or "/_rels/" in name:
                continue
            root = _plain(etree.fromstring(package.read(name)))
            yield name, "" if schema.validate(root) else str(schema.error_log.last_error)


def _plain(root: etree._Element) -> etree._Element:
    """A part as a program sees it that knows none of the newer namespaces: choices are replaced by their fallback."""
    for choice in list(root.iter(f"{_COMPATIBILITY}AlternateContent")):
        parent, fallback = choice.getparent(), choice.find(f"{_COMPATIBILITY}Fallback")
        for child in list(fallback) if fallback is not None else []:
            choice.addprevious(child)
        if parent is not None:
            parent.remove(choice)
    for element in root.iter():
        for attribute in [name for name in element.attrib if name.startswith(_COMPATIBILITY)]:
            del element.attrib[attribute]
    return root


def main() -> int:
    """Make, look, print; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("schemas", type=Path)
    parser.add_argument("--keep", type=Path)
    chosen = parser.parse_args()
    store = Store.create()
    load_seed(store)
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(chosen.schemas).extractall(folder)
        schemas = {name: etree.XMLSchema(file=str(Path(folder) / f"{name}.xsd")) for name in set(_SCHEMAS.values())}
    looked_at = wrong = pages = 0
    for kind, slides in every_slide(context(store), store).items():
        if not slides:
            print(f"{kind}: no slide")
            continue
        deck = files.pptx(slides, kind)
        if chosen.keep:
            (chosen.keep / f"{kind}.pptx").write_bytes(deck)
        told = list(faults(deck, schemas))
        looked_at, wrong, pages = looked_at + len(told), wrong + sum(bool(fault) for _, fault in told), pages + len(slides)
        print(f"{kind}: {len(slides)} slides, {len(told)} parts", *(f"\n  {name}: {fault}" for name, fault in told if fault))
    print(f"{pages} slides, {looked_at} parts looked at, {wrong} with a fault")
    return 1 if wrong or not looked_at else 0


if __name__ == "__main__":
    raise SystemExit(main())
