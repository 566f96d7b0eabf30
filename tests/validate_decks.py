"""Decks of every kind, for every territory, year and part of a year, against the schemas of Office Open XML (ECMA-376, transitional).

``python -m tests.validate_decks SCHEMAS.zip [--keep FOLDER] [--store FILE]``: the schemas are not shipped; SCHEMAS.zip holds pml.xsd, dml-chart.xsd and
what they include. Prints how many parts were looked at and each fault; exit code 1 where there is one. ``--keep``: the decks as well;
``--store``: of that store, not of the seed.
"""

from __future__ import annotations

import argparse
import io
import itertools
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


def asked(store: Store, province: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every kind with the parameters of every territory, year and part of a year that it can be made of."""
    for unit in reads.territory_list(store, unit_id=province):
        own = {"dia_ban": unit.unit_id}
        place = {"province_code": unit.province_code, "unit_id": unit.unit_id}
        years = reads.year_list(store, **place).values("year")
        ids = reads.indicator_list(store, **place).values("indicator_id")
        periods = {year: reads.period_list(store, **place, year=year).values("period") for year in years}
        for kind in kinds.KINDS.values():
            if kind.needs == ("chi_tieu",):
                yield from ((kind.key, {**own, "chi_tieu": code}) for code in ids)
            elif not kind.needs and kind.yearly:
                yield from ((kind.key, {**own, "nam": year}) for year in years)
                parts = ((year, period) for year in years for period in periods[year] if "ky" in kind.may)
                yield from ((kind.key, {**own, "nam": year, "ky": period}) for year, period in parts)
            elif not kind.needs:
                yield kind.key, own
        yield from (
            ("period", {**own, "nam": year, "ky": period}) for year in years for period in {"Q2", "6T", *periods[year]} - {"N"}
        )
        yield "compare", {**own, "so_voi": "75" if unit.unit_id != "75" else "42"}
        reported = itertools.product(years, _LEVELS, ("N", "Q1", "Q2", "Q3", "Q4", "6T"))
        yield from (("reports", {**own, "nam": year, "cap_bao_cao": level, "ky": period}) for year, level, period in reported)
        yield from (("document", {**own, "van_ban": number}) for number in reads.source_list(store, **place).values("number"))
        yield "unit", {**own, "don_vi": unit.unit_id}
        days = {"tu_ngay": "2022-06-30", "den_ngay": "2026-11-28"}
        yield "two_days", {**own, **days}
    yield from _of_units(store, province)


def _of_units(store: Store, province: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The kinds about many units, where the province has numbers of them."""
    whole: dict[tuple[int, str, str], dict[str, Any]] = {}
    for row in reads.ranked_indicator_list(store, province_code=province):
        about = {"dia_ban": province, "nam": row.year, "cap": row.level, "ky": row.period}
        whole[row.year, row.level, row.period] = about
        yield "ranking", {**about, "chi_tieu": row.indicator_id}
        yield "tile_map", {**about, "chi_tieu": row.indicator_id}
    pillars = reads.unit_pillar_list(store, province_code=province).values("pillar")
    for about in whole.values():
        yield "sums", about
        yield from (("unit_table", {**about, "nhom": pillar}) for pillar in dict.fromkeys(pillars))
    for row in reads.index_list(store, province_code=province):
        yield "index", {"dia_ban": province, "nam": row.year, "cap": row.level, "ky": row.period, "bo": row.index_id}


def every_slide(at: SlideContext, store: Store, province: str) -> dict[str, list[Slide]]:
    """The slides of all that is asked, by kind."""
    found: dict[str, list[Slide]] = {}
    for kind, params in asked(store, province):
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
    parser.add_argument("--store", type=Path)
    chosen = parser.parse_args()
    store = Store.open(chosen.store) if chosen.store else Store.create()
    if not chosen.store:
        load_seed(store)
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(chosen.schemas).extractall(folder)
        schemas = {name: etree.XMLSchema(file=str(Path(folder) / f"{name}.xsd")) for name in set(_SCHEMAS.values())}
    looked_at = wrong = pages = 0
    for kind, slides in every_slide(context(store), store, "42").items():
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
