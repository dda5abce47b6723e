"""Sweeps: every scenario at every point under every luck; points beside their measures."""

from dataclasses import replace
from pathlib import Path

from sim.scenario.varying.design import Design, Factor
from sim.study import store
from sim.study.execute import execute
from sim.study.plan import plan
from sim.study.replay import replay
from tests.batches import MACHINERY, contents, experiment, invented

FACTORS = (Factor("workforce.exit_hazard", 0.11, 0.17), Factor("market.degree_share", 0.3, 0.45))
LIST = Design("list", points=((0.12, 0.3), (0.15, 0.4)))


def asked(design=LIST, factors=FACTORS):
    return replace(experiment("a", "b", replicates=2), factors=factors, design=design)


def sweep(workers=0, out="mine"):
    return execute(asked(), Path(out), workers, quiet=True, machinery=MACHINERY)


def test_runs_are_scenarios_times_points_times_replicates():
    results = store.open_results(sweep())
    runs = results.table("runs")
    assert len(runs) == 2 * 2 * 2
    assert list(runs["draw"].unique()) == [1, 2]
    assert set(zip(runs["draw"], runs["workforce.exit_hazard"], strict=True)) == {
        (1, 0.12), (2, 0.15),
    }  # fmt: skip
    design = results.table("design")
    assert list(design.columns) == ["draw", *(one.parameter for one in FACTORS)]


def test_points_are_drawn_once_and_kept_with_the_experiment():
    saved = store.open_results(sweep()).experiment
    assert saved.points == LIST.points
    assert len({run.key for run in plan(saved)}) == 8


def test_a_past_is_shared_by_scenarios_of_a_point_and_not_by_points():
    runs = plan(store.open_results(sweep()).experiment)
    assert len({run.past for run in runs if run.draw == 1}) == len({
        run.past for run in runs if run.draw == 2
    })  # fmt: skip
    assert not {run.past for run in runs if run.draw == 1} & {
        run.past for run in runs if run.draw == 2
    }


def test_tables_are_the_same_bytes_however_many_processes():
    assert contents(sweep(0, "none")) == contents(sweep(2, "two"))


def test_a_run_of_a_point_is_made_again_at_that_point():
    path = sweep()
    run = next(run for run in plan(store.open_results(path).experiment) if run.draw == 2)
    seen = []

    def make(scenario, seed, replicate):
        seen.append(scenario.parameters["workforce.exit_hazard"])
        return invented(scenario, seed, replicate)

    assert replay(path, run.key, make).equal
    assert seen == [0.15]
