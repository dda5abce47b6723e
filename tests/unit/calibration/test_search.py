"""A calibration of a world of nothing but luck, from its file to its page, stopped and gone on."""

import json
import shutil
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from typer.testing import CliRunner

from sim.analysis.targets import load_targets
from sim.calibration import recovery, search
from sim.calibration.carry_out import carry_out
from sim.calibration.centre import cheapest
from sim.calibration.folder import silent
from sim.calibration.measured import measured
from sim.calibration.space import Space
from sim.cli.app import app
from sim.kernel.errors import InputError
from sim.scenario.held_against.calibration import load_calibration
from sim.study.store import open_results

ONE = """\
experiment: tiny-one
scenarios: [tiny]
against: tiny
horizon: {start: 2023-04, end: 2024-03, past: 1 year}
replicates: 2
"""
TWO = """\
experiment: tiny-two
scenarios: [tiny]
against: tiny
place: england-10
population_scale: 1%
horizon: {start: 2023-04, end: 2026-03, past: 1 year}
replicates: 2
"""
TOY = """\
calibration: toy
worlds: [tiny-one, tiny-two]
waves: [20%, 60%, 100%]
points: 5
centre: 2
draws: 4
"""


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    folder = tmp_path_factory.mktemp("calibrated")
    for name, text in (("tiny-one", ONE), ("tiny-two", TWO), ("toy", TOY)):
        (folder / f"{name}.yaml").write_text(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setattr("sim.calibration.carry_out.recovery", lambda one: recovery.recovery(one, 2))
        patch.setattr(recovery, "CHECKED", 1)
        patch.setattr(recovery, "POINTS", 2)
        asked = load_calibration("toy.yaml")
        first = carry_out(asked, folder / "out", 0, silent)
        before = {file: file.read_bytes() for file in (folder / "out").glob("*.csv")}
        times = {file: file.stat().st_mtime_ns for file in (folder / "out").glob("*/ledger.jsonl")}
        again = carry_out(asked, folder / "out", 0, silent)
        assert {file: file.stat().st_mtime_ns for file in times} == times
        yield first, again, before


def test_a_calibration_that_is_done_is_not_run_again_and_says_the_same(done):
    _, again, before = done
    assert {file: file.read_bytes() for file in again.path.glob("*.csv")} == before


def test_a_copy_of_the_tables_alone_is_gone_on_with_and_says_the_same(done, tmp_path):
    first, _, before = done
    for file in (first.path / "calibration.json", *first.path.glob("*.parquet")):
        shutil.copy(file, tmp_path)
    asked = first.searched.ground.asked
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sim.calibration.folder.execute", None)  # no run is made
        patch.setattr("sim.calibration.carry_out.recovery", lambda one: recovery.recovery(one, 2))
        patch.setattr(recovery, "CHECKED", 1)
        patch.setattr(recovery, "POINTS", 2)
        again = carry_out(asked, tmp_path, 0, silent)
    assert {file.name: file.read_bytes() for file in before} == {
        file.name: file.read_bytes() for file in tmp_path.glob("*.csv")
    }
    assert again.seconds == first.seconds > 0.0
    shutil.rmtree(tmp_path)


def test_what_a_wave_kept_says_where_it_ran_and_what_each_point_took(done):
    first = done[0]
    number = 1 + int(first.searched.centre.world.max())
    kept = pd.read_parquet(first.path / f"wave-1-{number}.parquet")
    asked = open_results(first.path / f"wave-1-{number}").experiment.inputs
    assert np.array_equal(kept[list(asked.numbers)].to_numpy(), np.array(asked.rows))
    assert (kept["seconds"] > 0.0).all()
    assert (kept["harm_prevalence"] > 0.0).all()


def test_the_draws_lie_within_the_catalogue_and_weigh_alike(done):
    draws, space = done[0].tables["draws"], Space.of_catalogue()
    values = draws[list(space.names)].to_numpy()
    assert ((values >= space.lows - 1e-9) & (values <= space.highs + 1e-9)).all()
    assert list(draws["weight"]) == [0.25] * 4


def test_the_first_wave_stays_near_the_defaults(done):
    space = Space.of_catalogue()
    number = 1 + int(done[0].searched.centre.world.max())
    wave = open_results(done[0].path / f"wave-1-{number}").experiment
    ends = space.highs - space.lows
    off = np.abs(np.array(wave.inputs.rows) - space.defaults) / ends
    assert 0.1 < off.max() <= 0.2


def test_each_point_has_luck_of_its_own(done):
    number = 1 + int(done[0].searched.centre.world.max())
    rows = measured(open_results(done[0].path / f"wave-2-{number}"), load_targets())
    assert list(rows["draw"]) == [1, 2, 3, 4, 5]
    assert list(rows["replicate"]) == [0, 1, 2, 3, 4]


def test_a_point_moves_from_where_it_began_by_what_it_ran_to(done):
    searched = done[0].searched
    ground, (first, second, _) = searched.ground, searched.waves
    began = search.begun(ground, 1)
    emulator = replace(searched, waves=(first,)).emulator
    assert first.scores == pytest.approx(search.begun(ground, 0))
    assert emulator.terms == ()  # seven runs tell nothing of hundreds of numbers
    assert second.scores == pytest.approx(began, abs=0.01)


def test_what_was_not_needed_of_a_world_is_not_run(done):
    centre, path = done[0].searched.centre, done[0].path
    for number in range(2):
        assert (path / f"centre-{number + 1}").is_dir()
        assert (path / f"wave-1-{number + 1}").is_dir() == (centre.world == number).any()


def test_a_run_is_measured_as_the_calibration_table_of_a_report_has_it(done):
    from sim.report.comparison import Comparison
    from sim.report.fit import Fit

    results = open_results(done[0].path / "centre-1")
    rows = measured(results, load_targets())
    table = Fit(Comparison(results)).table.set_index("name")
    for name in ("referrals", "section_47", "caseload", "turnover", "spend_total"):
        assert rows[name].mean() == pytest.approx(table.loc[name, "model"])


def test_authorities_are_compared_as_the_calibration_table_of_a_report_does(done):
    from sim.report.comparison import Comparison
    from sim.report.fit import Fit

    results = open_results(done[0].path / "centre-2")
    rows = measured(results, load_targets())
    table = Fit(Comparison(results)).table.set_index("name")
    for name in ("turnover_sd", "vacancy_lag1"):
        assert rows[name].mean() == pytest.approx(table.loc[name, "model"])


def test_every_table_is_a_file(done):
    path = done[0].path
    for name in (
        "draws",
        "targets",
        "watched",
        "numbers",
        "pairs",
        "tension",
        "recovery",
        "checked",
    ):
        assert (path / f"{name}.csv").is_file()
    assert len(pd.read_csv(path / "numbers.csv")) == len(Space.of_catalogue().names)


def test_the_page_says_what_was_missed_and_how_it_was_made(done):
    from sim.report.calibrated.page import write

    page = done[0].path / "report.html"
    assert write(done[0]) == str(page)
    text = page.read_text(encoding="utf-8")
    assert "Targets that are missed" in text
    assert "tiny-two" in text
    assert "4, each as likely as another: those of the 5 points" in text
    assert "5 points each, over these shares of the ranges: 20%, 60%, 100%" in text


def test_another_calibration_or_another_folder_is_refused(done, monkeypatch):
    asked = done[0].searched.ground.asked
    with pytest.raises(InputError, match="holds something else than a calibration"):
        carry_out(asked, done[0].path.parent, 0, silent)
    monkeypatch.setattr("sim.calibration.folder.model_version", lambda: "other")
    with pytest.raises(InputError, match="was begun with another model"):
        carry_out(asked, done[0].path, 0, silent)


def test_a_dry_run_counts_the_runs_of_each_world(done, monkeypatch):
    monkeypatch.chdir(done[0].path.parent)
    said = CliRunner().invoke(app, ["calibrate", "toy.yaml", "--dry-run", "--json"])
    content = json.loads(said.stdout)
    assert content["runs of tiny-one"] == 2 + 3 * 5
    assert content["runs of tiny-two"] == 2 + 3 * 5 + recovery.CHECKED * recovery.POINTS
    assert content["waves"][1] == "5 points over 60% of the ranges"


def test_a_target_is_measured_in_the_cheapest_world_that_can():
    luck = np.array([[0.1, 9.0, np.nan, 0.0, np.nan], [0.1, 1.0, 0.2, 0.3, np.nan]])
    world, own = cheapest(luck, np.ones(5))
    assert list(world) == [0, 1, 1, 1, -1]
    assert list(own) == [0.1, 1.0, 0.2, 0.3, 0.0]


def test_a_point_of_the_space_comes_back():
    space = Space.of_catalogue()
    somewhere = np.linspace(-2, 2, len(space.names))[None, :]
    assert space.scores(np.array(space.values(somewhere))) == pytest.approx(somewhere)
    assert np.array(space.values(space.within(0.0, somewhere)))[0] == pytest.approx(
        space.defaults, rel=2e-3, abs=2e-3
    )
    assert space.within(1.0, somewhere) == pytest.approx(somewhere)
