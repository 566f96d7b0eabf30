"""Administrative units: how many there were on each day, and what became of them."""

import pytest


def count(store, day, province, level):
    return store.select(
        """select count(*) as n from unit where province_code = $province and level = $level
        and valid_from <= $day::date and (valid_to is null or valid_to > $day::date)""",
        {"province": province, "level": level, "day": day},
    )["n"][0]


@pytest.mark.parametrize(
    ("day", "province", "districts", "communes"),
    [
        ("2022-12-31", "42", 13, 216),
        ("2022-12-31", "75", 11, 170),
        ("2025-01-01", "42", 12, 209),
        ("2025-01-01", "75", 11, 159),
        ("2025-01-01", "70", 11, 111),
        ("2025-07-01", "42", 0, 69),
        ("2025-07-01", "75", 0, 95),
        ("2025-07-01", "70", 0, 0),
        ("2026-04-30", "42", 0, 69),
        ("2026-04-30", "75", 0, 95),
    ],
)
def test_the_number_of_units_on_a_day(store, day, province, districts, communes):
    assert (count(store, day, province, "district"), count(store, day, province, "commune")) == (districts, communes)


def test_duc_tho_had_sixteen_communes_in_2022(store):
    rows = store.select("select count(*) as n from unit where parent_code = '440' and valid_from < date '2022-12-31'")
    assert rows["n"][0] == 16


def test_the_three_real_splits_of_2025(store):
    splits = store.select("""select from_code, from_name, count(*) as parts from unit_lineage
        where kind = 'split' group by from_code, from_name order by from_code""")
    assert splits.values.tolist() == [["18082", "Phường Đại Nài", 2], ["18796", "Xã Kỳ Lợi", 3], ["26449", "Xã Xuân Tâm", 2]]


def test_dong_nai_became_a_city_with_ten_new_wards(store):
    kinds = store.select("""select kind, count(*) as n from unit where province_code = '75' and level = 'commune'
        and valid_to is null group by kind order by kind""")
    assert kinds.values.tolist() == [["phường", 33], ["xã", 62]]
    before = store.select("""select kind, count(*) as n from unit where province_code = '75' and level = 'commune'
        and valid_from <= date '2025-07-01' and (valid_to is null or valid_to > date '2025-07-01') group by kind order by kind""")
    assert before.values.tolist() == [["phường", 23], ["xã", 72]]
    retyped = store.select("select * from unit_lineage where kind = 'retype' and effective_on = date '2026-04-30'")
    assert len(retyped) == 11 and "Thành phố Đồng Nai" in retyped["to_name"].tolist()


def test_codes_keep_their_zeros_and_are_told_apart_by_the_day_they_began(store):
    codes = store.select("select code, level from unit")
    assert {(len(row.code), row.level) for row in codes.itertuples()} == {(2, "province"), (3, "district"), (5, "commune")}
    twice = store.select("select code, valid_from from unit group by all having count(*) > 1")
    assert twice.empty
    reused = store.select("""select old.code from unit as old join unit as new using (code)
        where old.level = 'commune' and old.province_code = '42' and new.province_code = '42' and old.valid_from < date '2022-12-31' and new.valid_from = date '2025-07-01'
        and strip_accents(regexp_replace(old.name, '^(Thị trấn|Phường|Xã) ', '')) <> strip_accents(regexp_replace(new.name, '^(Phường|Xã) ', ''))
        group by old.code""")
    assert len(reused) == 48


def test_the_two_ky_anh_are_told_apart_by_their_prefix(store):
    rows = store.select("select code, name from unit where name like '% Kỳ Anh' and level = 'district' order by code")
    assert rows.values.tolist() == [["447", "Huyện Kỳ Anh"], ["449", "Thị xã Kỳ Anh"]]


def test_every_commune_of_the_last_district_day_has_a_successor(store):
    lost = store.select("""select u.code, u.name from unit as u where u.level = 'commune' and u.valid_to = date '2025-07-01'
        and not exists (select 1 from unit_lineage as l where l.from_code = u.code and l.effective_on = date '2025-07-01')""")
    assert lost.empty, lost
