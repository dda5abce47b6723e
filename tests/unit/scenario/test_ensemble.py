"""Ensembles: files of draws, how replicates come by them, and what is said of bad ones."""

import numpy as np
import pytest

from sim.kernel.errors import InputError
from sim.parameters.registry import registry
from sim.scenario import load_experiment, load_scenario
from sim.scenario.varying.ensemble import (
    Ensemble,
    evenly,
    inputs_of,
    load_ensemble,
    read_ensemble,
)
from sim.scenario.varying.point import living_with
from sim.study.design.points import drawn
from sim.study.plan import plan

NAME = "families.onset_rate"
ONE = registry()[NAME]
HALF = (ONE.low + ONE.default) / 2
HEAD = "# model: abc\n"
PAIR = "experiment: pair\nscenarios: [tiny, tiny-2]\nagainst: tiny\nreplicates: 6\nensemble: mine\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    read_ensemble.cache_clear()
    return tmp_path


def put(folder, text):
    file = folder / "scenarios/ensembles/mine.csv"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def good(folder):
    put(folder, f"{HEAD}draw,weight,{NAME}\n1,0.75,{HALF}\n2,0.25,{ONE.default}\n")


def test_two_replicates_in_turn_share_a_draw_and_draws_come_by_weight():
    ensemble = Ensemble("mine", "abc", (NAME,), ((1.0,), (2.0,)), (0.75, 0.25))
    inputs = inputs_of(ensemble, 800)
    assert inputs.draws[::2] == inputs.draws[1::2]
    assert np.mean(np.array(inputs.draws) == 1) == pytest.approx(0.75, abs=0.01)
    assert inputs_of(ensemble, 6).draws == inputs.draws[:6]
    assert inputs.rows[0] == (1.0,)


def test_the_first_places_lie_evenly_apart():
    assert [evenly(n) for n in range(4)] == [0.5, 0.25, 0.75, 0.125]
    assert np.diff(sorted(evenly(n) for n in range(63))) == pytest.approx(1 / 64)


def test_what_a_scenario_sets_itself_comes_before_a_draw():
    ensemble = Ensemble("mine", "abc", (NAME, "families.relapse"), ((HALF, 0.5),), (1.0,))
    scenario = load_scenario("tiny")
    lived = living_with(scenario, inputs_of(ensemble, 2), 1)
    assert lived.parameters[NAME] == HALF
    own = living_with(lived, inputs_of(ensemble, 2), 0)
    assert own == lived
    assert living_with(scenario, None, 0) is scenario


def test_replicates_of_an_experiment_live_with_draws_and_share_them_between_scenarios(folder):
    good(folder)
    (folder / "tiny-2.yaml").write_text("scenario: tiny-2\nextends: tiny\n")
    (folder / "pair.yaml").write_text(PAIR)
    asked = drawn(load_experiment("pair.yaml"))
    runs = plan(asked)
    assert len(runs) == 12
    assert tuple(one.draw for one in runs[::2]) == asked.inputs.draws == (1, 1, 1, 1, 1, 1)
    assert all(a.past == b.past for a, b in zip(runs[::2], runs[1::2], strict=True))
    (folder / "pair.yaml").write_text(PAIR.replace("mine", "none"))
    central = plan(drawn(load_experiment("pair.yaml")))
    assert {one.draw for one in central} == {0}
    assert not {one.key for one in central} & {one.key for one in runs}


def test_more_replicates_keep_those_there_are(folder):
    good(folder)
    (folder / "tiny-2.yaml").write_text("scenario: tiny-2\nextends: tiny\n")
    (folder / "pair.yaml").write_text(PAIR)
    fewer = {one.key for one in plan(drawn(load_experiment("pair.yaml")))}
    (folder / "pair.yaml").write_text(PAIR.replace("6", "9"))
    assert fewer < {one.key for one in plan(drawn(load_experiment("pair.yaml")))}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("draw,weight\n1,1\n", "does not say with which model its draws were found."),
        (
            f"{HEAD}draw,weight,families.onset\n1,1,2\n",
            "draws of “families.onset”, and there is no",
        ),
        (f"{HEAD}draw,weight,{NAME}\n1,1,99\n", f"has draws of “{NAME}” outside its range now"),
    ],
)
def test_a_bad_file_is_told_and_how_to_make_it_again(folder, text, words):
    put(folder, text)
    with pytest.raises(InputError) as wrong:
        load_ensemble("mine")
    assert words in str(wrong.value)
    assert "Make it again: cpsim calibrate" in str(wrong.value)


def test_an_ensemble_that_there_is_none_of_is_told_where_it_is_named(folder):
    good(folder)
    (folder / "pair.yaml").write_text(
        "experiment: pair\nscenarios: [tiny]\nagainst: tiny\nensemble: mime\n"
    )
    with pytest.raises(InputError) as wrong:
        load_experiment("pair.yaml")
    assert "There is no ensemble called “mime”." in str(wrong.value)
    assert "Did you mean “mine”?" in str(wrong.value)
    with pytest.raises(InputError, match="There is no ensemble called “other”"):
        load_ensemble("other")
