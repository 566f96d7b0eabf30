"""Where units stand on the map of tiles, checked against the lists of units by another way."""

import pandas as pd

from data import unit_tiles
from data.seed import FOLDER

REFORM = "2025-07-01"


def read(name):
    return pd.read_csv(FOLDER / name, dtype=str, encoding="utf-8-sig", keep_default_na=False)


def test_every_district_has_a_place_of_its_own_in_its_province():
    units = read("units.csv").query("cap == 'huyen'").drop_duplicates("ma_don_vi").set_index("ma_don_vi")
    places = unit_tiles.blocks()
    assert set(places) == set(units.index) and len(places) == 13 + 11 + 11
    taken = [(place.row, place.column, units.ma_tinh[code] == "42") for code, place in places.items()]
    assert len(set(taken)) == len(taken)
    assert {code: place.name for code, place in places.items()} == units.ten.to_dict()


def test_every_commune_of_today_stands_once_in_the_block_that_most_of_its_predecessors_came_from():
    units, lineage = read("units.csv"), read("unit_lineage.csv").query("ngay_hieu_luc == @REFORM")
    today = units.query("cap == 'xa' and hieu_luc_tu == @REFORM")
    before = units.query("cap == 'xa' and hieu_luc_den == @REFORM").set_index("ma_don_vi").ma_cap_tren
    shares = (
        lineage[lineage.ma_moi.isin(today.ma_don_vi)].assign(block=lambda rows: rows.ma_cu.map(before)).dropna(subset="block")
    )
    counts = shares.groupby(["ma_moi", "block"]).size()
    found = unit_tiles.communes()
    assert set(found) == set(today.ma_don_vi) and len(today[today.ma_tinh == "42"]) == 69
    for code, (block, _) in found.items():
        most = counts[code][counts[code] == counts[code].max()]
        assert block in most.index and (len(most) == 1 or block == before[code]), code
    orders = pd.DataFrame(list(found.values()), columns=["block", "order"]).groupby("block")["order"]
    assert all(sorted(of) == list(range(1, len(of) + 1)) for _, of in orders)
