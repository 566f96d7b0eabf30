"""The store of illustrative figures: reproducible, plausible, and apart from the real one."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter

import pytest

from data.__main__ import main
from data.sample import invented_catalogues, invented_figures, invented_units, making, seed_files, subjects
from queries import reads
from queries.store import Store


@pytest.fixture(scope="module")
def rows():
    return invented_figures.figures(1)


def test_a_seed_gives_the_same_figures_in_another_process_and_another_seed_gives_others(rows):
    code = "import json; from data.sample import invented_figures; print(json.dumps(invented_figures.figures(1)))"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert json.loads(said) == json.loads(json.dumps(rows)) and len(rows) > 60
    assert invented_figures.figures(2) != rows


def test_every_unit_of_each_date_is_there_and_some_never_report(sample_store):
    counts = Counter()
    for unit in invented_units.units_of_hatinh(1):
        for day, period in (("2024", (2024, "Q4")), ("2025", (2025, "Q2")), ("today", (2026, "Q3"))):
            counts[day, unit.level] += unit.lives(*period)
    assert counts == {
        ("2024", "commune"): 216, ("2024", "district"): 13, ("2025", "commune"): 209, ("2025", "district"): 12, ("today", "commune"): 69, ("today", "district"): 0,
    }  # fmt: skip
    units = set(sample_store.select("select unit_id from unit where level <> 'province' and province_code = '42'")["unit_id"])
    reported = set(sample_store.select("select distinct unit_id from current_figure where has_result")["unit_id"])
    assert len(units - reported) == 6, "three communes, a district and two communes of today never report"


def test_periods_targets_and_contradictions_have_the_shape_that_was_asked_for(sample_store):
    ask = sample_store.select
    periods = ask("select distinct year, period from current_figure where has_result and period like 'Q%'")
    assert len(periods) == 23 and (2026, "Q4") not in set(map(tuple, periods.to_numpy()))
    standings = dict(ask("select standing, count(*) as n from current_claim group by 1").to_numpy())
    assert standings["superseded"] > 300 and standings["conflicting"] > 100
    assert ask("select count(*) as n from target where level = 'district' and year >= 2025")["n"][0] == 0
    mean = ask("select year || period as p, avg(actual) as v from current_figure where indicator_id = 'CQ.06' and level = 'commune' and unit_id <> '42' group by 1")  # fmt: skip
    by_period = dict(mean.to_numpy())
    assert by_period["2021Q1"] < by_period["2023Q1"] < by_period["2025Q2"], "a trend"
    assert by_period["2025Q3"] < by_period["2025Q2"] - 2 and by_period["2026Q2"] > by_period["2025Q3"] + 2, "the reform"


def test_a_commune_is_judged_by_its_own_plan_or_by_what_the_province_set_for_its_level(sample_store):
    judged = sample_store.select(
        "select required::int as required, target_document, count(*) as n from figure_in_force"
        " where indicator_id = 'CQ.06' and level = 'commune' and unit_id <> '42' and year = 2026 and period = 'Q2' group by all"
    )
    told = {(row.required, row.target_document): row.n for row in judged.itertuples()}
    assert set(told) == {(70, "Kế hoạch minh họa năm 2026"), (75, "Kế hoạch minh họa của xã, phường năm 2026")}
    assert told[70, "Kế hoạch minh họa năm 2026"] > told[75, "Kế hoạch minh họa của xã, phường năm 2026"] > 2


def test_every_check_holds_and_the_store_is_marked_and_the_real_one_is_not(sample_store, store):
    assert sample_store.check() == []
    assert reads.sample_mark(sample_store)[0].is_sample and not reads.sample_mark(store)[0].is_sample


def test_no_figure_of_the_real_documents_is_in_it(sample_store, store):
    documents = set(store.select("select distinct document from current_claim")["document"])
    assert not documents & set(sample_store.select("select distinct document from current_claim")["document"])
    assert all(
        "minh họa" in one.lower() for one in sample_store.select("select distinct document from current_claim")["document"]
    )


def test_reports_of_the_last_two_quarters_came_in_on_days_of_their_own_in_time_and_late(sample_store, rows):
    uploads = sample_store.select("select upload_id, kind, uploaded_at from upload order by upload_id")
    assert set(uploads.kind) == {"sample"} and len(uploads) == 7 and uploads.uploaded_at.is_monotonic_increasing
    written = sample_store.select("select count(*) as n from result")["n"][0]
    assert written == sum(bool(row.get("ket_qua")) for row in rows), "no row was lost between the files"
    for period in ("Q2", "Q3"):
        asked = {"province_code": "42", "level": "commune", "year": 2026, "deadline_set": "Kế hoạch minh họa"}
        found = reads.report_list(sample_store, **asked).where(period=period)
        states = Counter(found.values("state"))
        assert states["complete"] > 10 and states["late"] > 5 and states["missing"] > 1, states
        late = {row.unit_id for row in found if row.late}
        first = sample_store.select(
            f"select unit_id, min(uploaded_at) as at from result join upload using (upload_id) where year = 2026 and period = '{period}'"
            " and level = 'commune' and unit_id <> '42' group by 1"
        )
        assert late == set(first[first["at"] > f"2026-{'07' if period == 'Q2' else '10'}-11"].unit_id)


def test_the_command_makes_it_in_a_folder_of_its_own_and_never_overwrites(tmp_path, monkeypatch, capsys):
    real = tmp_path / "real.duckdb"
    monkeypatch.setenv("DATA_URL", str(real))
    monkeypatch.setattr(making, "write_folder", lambda folder, seed: _small(folder))
    assert main(["sample", str(tmp_path / "minh-hoa")]) == 0
    assert not real.exists() and (tmp_path / "minh-hoa" / making.FILE).exists()
    assert "số liệu minh họa" in capsys.readouterr().out
    before = (tmp_path / "minh-hoa" / making.FILE).read_bytes()
    assert main(["sample", str(tmp_path / "minh-hoa")]) == 2
    assert (tmp_path / "minh-hoa" / making.FILE).read_bytes() == before
    opened = Store.open(tmp_path / "minh-hoa" / making.FILE)
    assert reads.sample_mark(opened)[0].is_sample
    opened.close()


def _small(folder):
    """The catalogues with the first rows only: the command's own work takes no longer."""
    import shutil

    from data.seed import CATALOGUES, FOLDER, OPTIONAL

    for name in set(CATALOGUES) - set(OPTIONAL):
        shutil.copy(FOLDER / name, folder / name)
    seed_files.write(folder / "documents.csv", invented_catalogues.documents())
    seed_files.write(folder / "figures.csv", [row for row in invented_figures.targets(subjects.SUBJECTS[0], [])])
