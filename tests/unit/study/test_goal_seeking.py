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
from sim.study.execute import Machinery, Stopped
from sim.study.seek import threshold
from sim.study.seek.goal_seeking import go_on, seek_goal
from sim.study.seek.goal_words import goal_words
from sim.study.seek.resume import resume
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
        "allocation.caseload_cap at 16 cases or less brings “Spend on children's services” under "
        "£168 per child a year with at least 80% probability: luck leaves the crossing between "
        f"{found['low']:.3g} cases and {found['high']:.3g} cases (90% interval), and at 16 cases "
        "8 of 10 replicates meet it (49% to 94%)."
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


def told(met, bound=168, **changed):
    """The answer where each value tried is met by so many of ten replicates."""
    goal = asking(bound, **changed).goal
    tried = {value: [n < many for n in range(10)] for value, many in met.items()}
    return goal_words(goal, threshold.answer(tried, goal.probability))


def test_no_value_in_the_range_is_an_answer():
    assert told({10: 3, 20: 1, 30: 0}) == (
        "No value of allocation.caseload_cap from 10 cases to 30 cases brings “Spend on children's "
        "services” under £168 per child a year with at least 80% probability. It comes nearest at "
        "10 cases, where 3 of 10 replicates meet it (11% to 60%)."
    )


def test_every_value_in_the_range_is_an_answer():
    assert told({10: 10, 20: 9, 30: 9}, measure="turnover", bound=12.5, is_under=False) == (
        "Every value of allocation.caseload_cap from 10 cases to 30 cases brings “Staff turnover” "
        "over 12.5% a year with at least 80% probability: least often at 20 cases, where 9 of 10 "
        "replicates meet it (60% to 98%)."
    )


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
