"""Policies at equal cost, on runs whose spend is a known function of their levers."""

import json
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.errors import CheckFailed, InputError
from sim.parameters.registry import registry
from sim.scenario import Action, Change, Cost, Where
from sim.study import store
from sim.study.batch.batch import Machinery, Stopped
from sim.study.seek.equal_cost import equal_cost, go_on
from sim.study.seek.rounds import answer
from sim.study.worker import store_run, timed
from tests.batches import experiment, invented, scenario

POSTS = registry()["workforce.posts_funded"].default
SPAN = registry()["management.span"].default


def policy(name, *changes, cost=None):
    made = tuple(Change(*change) for change in changes)
    action = Action(
        name, name, date(2024, 4, 1), None, 0, Where(), made, cost or Cost(0, 0, "2023-24")
    )
    return replace(scenario("baseline"), name=name, title=name.capitalize(), actions=(action,))


MORE_POSTS = policy("posts", ("workforce.posts_funded", "multiply", 1.1))
NARROW_SPAN = policy("span", ("management.span", "to", SPAN - 1))
A_CAP = policy("cap", ("allocation.caseload_cap", "to", 18.0))
SAVES = policy("pay", ("workforce.pay_supplement", "by", 0.05))


def spend(scenario, replicate):
    """£100m, £500m for each doubling of posts, £4m a step of span, and luck that pairs share."""
    added = 0.0
    for action in scenario.actions:
        for change in action.changes:
            if change.parameter == "workforce.posts_funded":
                added += 5e8 * (change.value - 1) + 1e5 * (replicate - 1)
            if change.parameter == "management.span":
                added += 4e6 * (SPAN - change.value)
            if change.parameter == "workforce.pay_supplement":
                added -= 1e7 * change.value
    return 1e8 + 3e6 * replicate + added


def make(task):
    if task.kind == "past":
        return {}
    tables = once(task.run.replicate)
    weeks = tables["quarterly"]["weeks"]
    spent = spend(task.scenario, task.run.replicate) * weeks / WEEKS_IN_YEAR
    tables = {**tables, "quarterly": tables["quarterly"].assign(spend=spent)}
    return store_run(task.runs_folder, task.run.key, tables)


@cache
def once(replicate):
    return invented(scenario("baseline"), 7, replicate)


MACHINERY = Machinery(work=lambda task: timed(task, make), warm_up=None)


def ask(*policies, replicates=6):
    return replace(
        experiment("baseline", replicates=replicates), scenarios=(scenario("baseline"), *policies)
    )


def seek(*policies, target=2e7, replicates=6, out=None):
    return equal_cost(
        ask(*policies, replicates=replicates), target, out, 0, quiet=True, machinery=MACHINERY
    )


@pytest.fixture(scope="module")
def posts(tmp_path_factory):
    """Posts at £20m a year, in a search that was never stopped."""
    return seek(MORE_POSTS, A_CAP, out=tmp_path_factory.mktemp("posts"))


def sizes(path):
    return pd.read_csv(path / "equal-cost.csv").set_index("policy")


def test_each_policy_is_given_the_size_that_costs_the_same():
    table = sizes(seek(MORE_POSTS, NARROW_SPAN, target=6e6))
    # A tenth more posts costs £50m, and six million is 0.12 of that; a step of span £4m.
    assert table.loc["posts", "size"] == pytest.approx(0.12, rel=0.03)
    assert table.loc["span", "size"] == pytest.approx(1.5, rel=0.03)
    assert table["cost"].tolist() == pytest.approx([6e6, 6e6], rel=0.04)
    assert table["replicates"].tolist() == [6, 6]


def test_the_cost_at_the_size_has_its_interval_over_all_replicates(posts):
    row = sizes(posts).loc["posts"]
    # Luck adds −1, 0, …, 4 hundred thousand: standard deviation 187,083, t(5) 2.5706.
    assert (row["high"] - row["low"]) / 2 == pytest.approx(2.5706 * 187083 / 6**0.5, rel=1e-3)
    assert row["low"] < row["cost"] < row["high"]


def test_the_results_are_those_of_an_ordinary_comparison_that_says_its_sizes(posts):
    results = store.open_results(posts)
    runs = results.table("runs")
    assert results.manifest["status"] == "complete"
    assert results.manifest["runs"]["planned"] == len(runs) == 12
    asked = results.experiment
    assert asked.title == "A try, at equal cost"
    size = sizes(results.path).loc["posts", "size"]
    assert [one.title for one in asked.scenarios] == [
        "baseline", f"Posts, at {size:g} of its size"
    ]  # fmt: skip
    assert asked.question == "Does it work?"
    assert asked.notes == (
        "Each policy at the size that costs £20m a year in 2023-24 prices.",
        "posts at 0.4 of its size costs £20.2m a year (£20m to £20.3m).",
        "cap is left out: nothing in it has a size: a switch, or a cap where there was none, "
        "is there or not.",
    )


def test_what_was_run_in_the_search_is_not_run_again(posts):
    ledger = (posts / "ledger.jsonl").read_text().splitlines()
    keys = [json.loads(line)["key"] for line in ledger if '"kind": "run"' in line]
    assert len(keys) == len(set(keys))
    made = [one["status"] for one in store.open_results(posts).manifest["batches"]]
    assert made[-1] == "complete"
    assert set(made[:-1]) == {"searching"}


def test_a_search_that_was_stopped_goes_on_and_ends_the_same(posts, tmp_path):
    calls = []

    def dying(task):
        calls.append(task.run.key)
        if len(calls) == 11:
            raise KeyboardInterrupt
        return timed(task, make)

    path = tmp_path / "stopped"
    with pytest.raises(Stopped):
        equal_cost(ask(MORE_POSTS, A_CAP), 2e7, path, 0, quiet=True,
                   machinery=Machinery(dying, None))  # fmt: skip
    before = {file.name for file in path.glob("runs/*")}
    assert before
    go_on(path, 0, quiet=True, machinery=MACHINERY)
    assert sizes(path).equals(sizes(posts))
    for name in ("runs.parquet", "quarterly.parquet"):
        assert (path / name).read_bytes() == (posts / name).read_bytes()


def test_another_model_does_not_go_on(posts, monkeypatch):
    monkeypatch.setattr("sim.study.seek.rounds.model_version", lambda: "another")
    with pytest.raises(InputError, match="runs of two models cannot be mixed"):
        go_on(posts, 0, quiet=True, machinery=MACHINERY)


def test_a_policy_that_cannot_cost_so_much_is_left_out_with_the_reason():
    table = sizes(seek(MORE_POSTS, NARROW_SPAN, target=9e7))
    assert table["reason"].fillna("").tolist() == [
        "",
        "management.span reaches its limit, 3, at 3 of its size, where the policy comes to £12m a "
        "year (£12m to £12m).",
    ]  # fmt: skip


def test_a_cost_that_luck_moves_too_far_is_told(posts):
    calm = answer(posts)["said"]
    assert calm[:1] == ["posts at 0.4 of its size costs £20.2m a year (£20m to £20.3m)."]
    path = seek(MORE_POSTS, target=2e5, replicates=3, out=Path("few"))
    few = answer(path)["said"]
    assert few[0].endswith(": too wide a range to call costs equal; ask for more replicates.")
    asked = store.open_results(path).experiment
    assert asked.title == "A try, equal cost sought and not shown"
    assert asked.notes[0] == (
        "Each policy at the best estimate of the size that costs £200k a year in 2023-24 prices."
    )


def test_when_no_policy_can_every_reason_is_given():
    with pytest.raises(CheckFailed) as raised:
        seek(SAVES, A_CAP, target=3e6)
    told = str(raised.value)
    assert told.startswith("No policy can cost £3m a year:\n  pay: it saves money instead: at ")
    assert "cap: nothing in it has a size" in told
    assert raised.value.exit_code == 5


@pytest.mark.parametrize(
    ("policies", "target", "replicates", "message"),
    [
        ([MORE_POSTS], 0.0, 6, "Every policy costs £0 at a size of nought."),
        ([MORE_POSTS], 1e6, 1, "One replicate cannot tell what a policy costs."),
        ([], 1e6, 6, "There is no policy to compare."),
    ],
)
def test_what_cannot_be_asked_is_refused_before_anything_runs(
    policies, target, replicates, message
):
    with pytest.raises(InputError, match=message):
        seek(*policies, target=target, replicates=replicates)
    assert not Path("results").exists()
