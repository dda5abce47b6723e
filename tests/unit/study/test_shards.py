"""Shards: parts of a plan, made apart and joined, equal the whole made at once."""

import json
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest

from sim.kernel.errors import InputError
from sim.scenario import load_experiment
from sim.study import store
from sim.study.batch.batch import BatchFailed
from sim.study.design.foretold import foretold
from sim.study.elsewhere.shards import Shard, own, read_shard
from sim.study.execute import execute, merge_shards, resume
from sim.study.plan import plan
from tests.batches import MACHINERY, contents, experiment

MANY = 3


def asked():
    return experiment("a", "b", replicates=5)


def part(number, out, given=None):
    machinery = replace(MACHINERY, shard=Shard(number, MANY))
    return execute(given or asked(), Path(out), 0, quiet=True, machinery=machinery)


def joined(paths, out="whole"):
    return merge_shards(paths, Path(out), quiet=True, machinery=MACHINERY)


def test_a_plan_falls_into_parts_that_share_no_run_and_no_past():
    runs = plan(asked())
    parts = [own(runs, Shard(number, MANY)) for number in range(1, MANY + 1)]
    assert sorted(run.key for part in parts for run in part) == sorted(run.key for run in runs)
    pasts = [{run.past for run in part} for part in parts]
    assert not pasts[0] & pasts[1] | pasts[1] & pasts[2] | pasts[0] & pasts[2]


def test_shards_in_any_order_give_the_bytes_of_one_batch():
    paths = [part(number, f"part {number}") for number in (3, 1, 2)]
    assert not contents(paths[0])
    alone = execute(asked(), Path("alone"), 0, quiet=True, machinery=MACHINERY)
    assert contents(joined(paths)) == contents(alone)
    results = store.open_results("whole")
    assert results.manifest["status"] == "complete"
    assert len(results.ledger()) == 10


def test_a_shard_says_in_its_manifest_which_it_is_and_goes_on_as_itself():
    path = part(2, "two")
    manifest = store.open_results(path).manifest
    assert (manifest["shard"], manifest["status"]) == ("2/3", "complete shard")
    kept = store.open_results(path).finished()
    assert store.open_results(resume(path, 0, quiet=True, machinery=MACHINERY)).finished() == kept


def test_a_missing_shard_is_asked_for():
    paths = [part(1, "one"), part(2, "two")]
    with pytest.raises(InputError, match="3 of 10 runs are in none of these folders") as raised:
        joined(paths)
    assert "which hold 1/3, 2/3." in str(raised.value)
    assert "Give the other shards too." in str(raised.value)


def test_shards_of_another_plan_are_refused():
    with pytest.raises(InputError, match="are not parts of one plan"):
        joined([part(1, "one"), part(2, "other", experiment("a", replicates=5))])


@pytest.mark.parametrize("written", ["0/3", "4/3", "one", "1/0", "1-3"])
def test_what_is_no_shard_is_refused(written):
    with pytest.raises(InputError, match="is no shard") as raised:
        read_shard(written)
    assert "--shard 1/3" in str(raised.value)


def test_shards_with_a_failed_run_are_joined_and_the_failure_is_told():
    given = experiment("a", "raises", replicates=5)
    whole = range(1, MANY + 1)
    for number in whole:
        with suppress(BatchFailed):
            part(number, f"part {number}", given)
    with pytest.raises(BatchFailed, match="1 of 10 runs failed; the others are in"):
        joined([Path(f"part {number}") for number in whole])
    results = store.open_results("whole")
    assert results.manifest["status"] == "failed runs"
    assert [line["message"] for line in results.failures()] == ["a worker with a caseload of −1"]
    assert len(results.table("runs")) == 9


def test_a_dry_run_of_a_shard_tells_of_its_own_runs():
    demo = load_experiment("demo")
    told, alone = foretold(demo, 2), foretold(demo, 2, Shard(1, 4))
    own_runs = len(own(plan(demo), Shard(1, 4)))
    assert alone["shard"] == f"1/4, {own_runs} runs"
    assert told["runs"] == alone["runs"]
    assert "shard" not in told


def test_shards_made_with_other_libraries_are_refused():
    paths = [part(number, f"part {number}") for number in (1, 2, 3)]
    manifest = paths[1] / "manifest.json"
    content = json.loads(manifest.read_text())
    content["software"]["packages"]["numba"] = "0.1"
    manifest.write_text(json.dumps(content))
    with pytest.raises(InputError, match=r"numba 0.1, llvmlite .* may differ in a last digit"):
        joined(paths)
