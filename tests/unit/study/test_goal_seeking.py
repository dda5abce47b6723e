"""Goals sought on runs whose measure is a known function of the lever."""

from dataclasses import replace
from datetime import date
from functools import cache

import pandas as pd
import pytest

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.errors import InputError
from sim.scenario.goal.goal import Goal
from sim.study import store
from sim.study.batch.batch import Machinery, Stopped
from sim.study.seek import threshold
from sim.study.seek.carrying_out import resume
from sim.study.seek.goal_seeking import go_on, seek_goal
from sim.study.seek.goal_words import goal_words
from sim.study.seek.rounds import answer
from sim.study.worker import store_run, timed
from tests.batches import experiment, invented, scenario

CAP = "allocation.caseload_cap"


def make(task):
    """Spend per child is the cap and the replicate: at a cap of 16, £160 to £169."""
    if task.kind == "past":
        return {}
    cap = next(
        change.value for action in task.scenario.actions for change in action.changes
    ) if task.scenario.actions else 50.0  # fmt: skip
    tables = once(task.run.replicate)
    weeks = tables["quarterly"]["weeks"]
    spent = (10 * cap + task.run.replicate) * weeks / WEEKS_IN_YEAR
    changed = tables["quarterly"].assign(spend=spent, children_weeks=weeks)
    return store_run(task.runs_folder, task.run.key, {**tables, "quarterly": changed})


@cache
def once(replicate):
    return invented(scenario("baseline"), 7, replicate)


MACHINERY = Machinery(work=lambda task: timed(task, make), warm_up=None)


def asking(bound, is_under=True, **changed):
    goal = Goal("baseline", CAP, 10.0, 30.0, "spend", is_under, bound, 0.8, date(2024, 4, 1))
    return replace(experiment("baseline", replicates=10), goal=replace(goal, **changed))


def seek(asked, out=None):
    return seek_goal(asked, out, 0, quiet=True, machinery=MACHINERY)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """The results of a search that was never stopped."""
    return seek(asking(168), tmp_path_factory.mktemp("whole"))


def test_the_cap_from_which_the_goal_is_met_is_found(whole):
    """Under 168: at a cap of 16 eight of ten replicates, at 17 none."""
    found = answer(whole)
    assert (found["kind"], found["value"], found["met"]) == ("some", 16.0, 8)
    assert found["said"] == [
        "allocation.caseload_cap at 16 cases or less is the best estimate of what brings “Spend on "
        "children's services” under £168 per child a year with at least 80% probability: luck "
        "leaves the crossing between "
        f"{found['low']:.3g} cases and {found['high']:.3g} cases (90% interval), and at 16 cases "
        "8 of 10 replicates meet it (49% to 94%); too few to say 80%."
    ]


def test_every_value_tried_is_listed_with_its_share(whole):
    table = pd.read_csv(whole / "goal.csv").set_index("value")
    assert table.loc[16, ["met", "replicates", "share", "mean"]].tolist() == [8, 10, 0.8, 164.5]
    assert table.loc[16, "said"] == "16 cases"
    assert table["share"].is_monotonic_decreasing
    assert {10, 15, 16, 17, 20, 25, 30} <= set(table.index)


def test_the_results_are_those_of_the_value_found_beside_the_scenario_compared_with(whole):
    results = store.open_results(whole)
    found, base = results.experiment.scenarios[1], results.experiment.scenarios[0]
    assert (base.name, found.name) == ("baseline", "sought")
    assert found.title == "baseline, with allocation.caseload_cap at 16 cases"
    assert results.manifest["status"] == "complete"
    assert results.table("runs").groupby("scenario")["spend"].mean().tolist() == [
        pytest.approx(504.5), pytest.approx(164.5)
    ]  # fmt: skip
    assert results.experiment.notes[0].startswith("allocation.caseload_cap at 16 cases or less")


def told(met, of=10, margins=None, bound=168, **changed):
    """The answer where each value tried is met by so many of ten replicates."""
    goal = asking(bound, **changed).goal
    tried = {value: [n < many for n in range(of)] for value, many in met.items()}
    return goal_words(goal, threshold.answer(tried, goal.probability, margins))


def test_no_value_in_the_range_is_an_answer():
    assert told({10: 3, 20: 1, 30: 0}) == (
        "No value of allocation.caseload_cap that was tried from 10 cases to 30 cases brings "
        "“Spend on children's services” under £168 per child a year with at least 80% "
        "probability. It comes nearest at 10 cases, where 3 of 10 replicates meet it (11% to 60%)."
    )


def test_no_value_is_not_claimed_beyond_what_luck_leaves():
    assert told({10: 3, 20: 1, 30: 0}, of=5) == (
        "No value of allocation.caseload_cap that was tried from 10 cases to 30 cases brings "
        "“Spend on children's services” under £168 per child a year often enough in these runs. "
        "It comes nearest at 10 cases, where 3 of 5 replicates meet it (23% to 88%); too few to "
        "rule out 80%."
    )


def test_every_value_in_the_range_is_an_answer():
    met = {10: 40, 20: 39, 30: 40}
    assert told(met, of=40, measure="turnover", bound=12.5, is_under=False) == (
        "Every value of allocation.caseload_cap that was tried from 10 cases to 30 cases brings "
        "“Staff turnover” over 12.5% a year with at least 80% probability: least often at 20 "
        "cases, where 39 of 40 replicates meet it (87% to 100%)."
    )


def test_four_of_five_replicates_are_not_said_to_be_eighty_per_cent():
    assert told({10: 5, 20: 4, 30: 5}, of=5) == (
        "Every value of allocation.caseload_cap that was tried from 10 cases to 30 cases may bring "
        "“Spend on children's services” under £168 per child a year with at least 80% "
        "probability: least often at 20 cases, where 4 of 5 replicates meet it (38% to 96%); too "
        "few to say 80%."
    )


def test_a_value_that_surely_does_it_is_said_to():
    assert told({10: 40, 20: 40, 30: 0}, of=40).startswith(
        "allocation.caseload_cap at 20 cases or less brings “Spend on children's services”"
    )


def test_values_that_meet_the_goal_equally_often_are_told_apart_by_how_near_they_come():
    met = {10: 0, 20: 0, 30: 0}
    near = {10: [-9] * 10, 20: [-1] * 10, 30: [-2] * 10}
    assert "It comes nearest at 20 cases, where 0 of 10" in told(met, margins=near)
    level = {10: [-9] * 10, 20: [-1] * 10, 30: [-1] * 10}
    assert "nearest at 20 cases and 30 cases alike, where" in told(met, margins=level)
    assert "nearest at 10 cases, 20 cases and 30 cases alike, where" in told(met)
    met = {10: 10, 20: 10, 30: 10}
    wide = {10: [9] * 10, 20: [1] * 10, 30: [2] * 10}
    assert "least often at 20 cases, where 10 of 10" in told(met, margins=wide)


def test_a_lever_that_does_not_move_the_measure_is_told():
    margins = {value: [1, 2, 3, 4, -1] for value in (10, 20, 30)}
    assert told({10: 4, 20: 4, 30: 4}, of=5, margins=margins) == (
        "allocation.caseload_cap does not move “Spend on children's services” in these runs: every "
        "value tried from 10 cases to 30 cases gives exactly the same, with “Spend on children's "
        "services” under £168 per child a year in 4 of 5 replicates (38% to 96%)."
    )
    margins[20] = [1, 2, 3, 4.5, -1]
    assert "does not move" not in told({10: 4, 20: 4, 30: 4}, of=5, margins=margins)


def test_a_search_finds_that_the_nearest_value_is_the_lowest_when_none_meets_the_goal(tmp_path):
    """None of ten replicates meets it anywhere; those at 10 cases cost least, £100 to £109."""
    found = answer(seek(asking(99), tmp_path / "none"))
    assert (found["kind"], found["met"], found["level"]) == ("none", 0, [10.0])


def test_an_uneven_answer_says_so():
    assert told({10: 0, 20: 10, 30: 0}).endswith("look at every value that was tried.")


def test_a_stopped_search_goes_on_and_ends_the_same(whole, tmp_path):
    calls = []

    def dying(task):
        calls.append(task)
        if len(calls) == 60:
            raise KeyboardInterrupt
        return timed(task, make)

    path = tmp_path / "stopped"
    with pytest.raises(Stopped, match="cpsim resume"):
        seek_goal(asking(168), path, 0, quiet=True, machinery=Machinery(dying, None))
    assert answer(path) is None
    go_on(path, 0, quiet=True, machinery=MACHINERY)
    assert answer(path) == answer(whole)
    for name in ("goal.csv", "runs.parquet"):
        assert (path / name).read_bytes() == (whole / name).read_bytes()


def test_resuming_a_finished_search_runs_nothing(whole):
    before = (whole / "ledger.jsonl").read_bytes()
    resume(whole, 0, quiet=True)
    assert (whole / "ledger.jsonl").read_bytes() == before


def test_an_experiment_without_a_goal_is_told():
    with pytest.raises(InputError, match="“try” seeks no goal"):
        seek(experiment("baseline"))
