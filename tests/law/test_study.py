"""Laws of batches: results depend on what was asked, never on how it was run."""

import shutil
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

import sim
from sim.scenario import Action, Change, Cost, Where
from sim.study import store
from sim.study.batch.batch import REAL, BatchFailed, Machinery
from sim.study.elsewhere.shards import read_shard
from sim.study.execute import execute, merge_shards, resume
from sim.study.plan import plan
from sim.study.replay import replay
from sim.study.replicate import run_once
from sim.study.tables import table_hashes
from sim.study.worker import perform, timed

CAP = Action(
    "cap", "A cap", date(2023, 7, 1), None, 0, Where(),
    (Change("allocation.caseload_cap", "to", 12.0),), Cost(),
)  # fmt: skip


@pytest.fixture(scope="module")
def asked():
    """A tiny world with and without a caseload cap, for a year, in two replicates."""
    tiny = replace(sim.load("tiny"), past_years=1, end=date(2024, 3, 31))
    cap = replace(tiny, name="cap", actions=(CAP,))
    experiment = sim.asked([tiny, cap], replicates=2, seed=7)
    both = tuple(one for one in experiment.scenarios if one.name in {"tiny", "cap"})
    return replace(
        experiment, scenarios=both, against="tiny", period_start=tiny.start, period_end=tiny.end
    )


@pytest.fixture(scope="module", autouse=True)
def cache(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CPSIM_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="module")
def done(asked, tmp_path_factory):
    """The results of two processes."""
    return store.open_results(execute(asked, tmp_path_factory.mktemp("two"), 2, quiet=True))


def test_one_process_and_another_order_give_the_same_bytes(asked, done, tmp_path):
    turned = replace(asked, scenarios=asked.scenarios[::-1])
    again = store.open_results(execute(turned, tmp_path / "one", 1, quiet=True))
    assert again.manifest["results"] == done.manifest["results"]
    assert {"quarterly.parquet", "spells.parquet", "jobs.parquet", "runs.parquet"} <= set(
        again.manifest["results"]
    )


def test_going_on_after_a_stop_gives_the_same_bytes(asked, done, tmp_path):
    path = tmp_path / "stopped"
    shutil.copytree(done.path, path)
    for run in plan(asked)[1:3]:
        shutil.rmtree(path / "runs" / run.key)
    for file in path.glob("*.parquet"):
        file.unlink()
    resume(path, 0, quiet=True)
    after = store.open_results(path).manifest
    assert after["runs"]["made_now"] == 2
    assert after["results"] == done.manifest["results"]


def test_three_shards_merged_give_the_same_bytes(asked, done, tmp_path):
    paths = []
    for number in (3, 1, 2):
        machinery = replace(REAL, shard=read_shard(f"{number}/3"))
        out = tmp_path / f"shard-{number}"
        paths.append(execute(asked, out, 0, quiet=True, machinery=machinery))
    whole = store.open_results(merge_shards(paths, tmp_path / "whole", quiet=True))
    assert whole.manifest["results"] == done.manifest["results"]


def test_a_run_made_again_alone_is_the_same(asked, done):
    run = plan(asked)[2]
    again = replay(done.path, run.key)
    assert (again.scenario, again.replicate, again.differing) == (run.scenario, run.replicate, ())


def test_a_past_from_the_cache_is_the_past_that_is_built(asked, done, tmp_path, monkeypatch):
    run, scenario = plan(asked)[0], asked.scenarios[0]
    kept = done.ledger()[run.key]["hashes"]
    assert table_hashes(run_once(scenario, asked.seed, run.replicate)) == kept
    monkeypatch.setenv("CPSIM_CACHE", str(tmp_path))
    assert table_hashes(run_once(scenario, asked.seed, run.replicate)) == kept


def test_scenarios_share_their_past_and_then_part(asked, done):
    first, second = (done.tables_of(run.key)["quarterly"] for run in plan(asked)[:2])
    before = first["first_week"] == 0
    now = [name for name in first if not name.startswith("spells_recognised")]  # looks ahead
    pd.testing.assert_frame_equal(first.loc[before, now], second.loc[before, now])
    assert not first.equals(second)


def test_replicates_differ(asked, done):
    first, _, third, _ = (done.ledger()[run.key]["hashes"]["quarterly"] for run in plan(asked))
    assert first != third


def test_a_run_that_fails_does_not_touch_the_others(asked, done, tmp_path):
    bad = plan(asked)[1]

    def work(task):
        return timed(task, refuse) if task.run == bad and task.kind == "run" else perform(task)

    def refuse(_):
        raise ValueError("refused")

    with pytest.raises(BatchFailed) as raised:
        execute(asked, tmp_path / "failed", 0, quiet=True, machinery=Machinery(work, None))
    failed = store.open_results(raised.value.path)
    assert [one["key"] for one in failed.failures()] == [bad.key]
    for key, line in failed.ledger().items():
        assert line["hashes"] == done.ledger()[key]["hashes"]


def test_every_measure_is_computed_for_every_run(asked, done):
    runs = done.table("runs")
    assert len(runs) == len(plan(asked))
    assert runs["referrals"].notna().all()
    assert (runs["referrals"] > 0).all()


def test_every_column_of_every_table_is_explained(done):
    said = pd.read_csv(done.path / "data-dictionary.csv")
    assert said[said["label"].isna()].empty
    assert set(said["table"]) == {
        "quarterly", "decisions", "margins", "criteria", "spells", "jobs", "incidents",
        "judgements", "stories", "staff", "runs",
    }  # fmt: skip
