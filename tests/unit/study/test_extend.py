"""Extending a batch: nothing is made twice, and the whole equals one made at once."""

from dataclasses import replace
from pathlib import Path

import pytest

from sim.kernel.errors import InputError, MachineError
from sim.scenario.varying.design import Design, Factor
from sim.study import store
from sim.study.execute import execute, extend, resume
from sim.study.manifest import libraries
from sim.study.plan import ARITHMETIC
from tests.batches import MACHINERY, contents, experiment

FACTOR = Factor("workforce.exit_hazard", 0.11, 0.17, (0.11, 0.14, 0.17))


def made(asked, out):
    return execute(asked, Path(out), 0, quiet=True, machinery=MACHINERY)


def further(path, asked):
    return extend(path, asked, 0, quiet=True, machinery=MACHINERY)


def test_more_replicates_and_scenarios_equal_a_batch_made_at_once():
    small, large = experiment("a", replicates=2), experiment("a", "b", replicates=4)
    path = further(made(small, "small"), large)
    assert contents(path) == contents(made(large, "large"))
    assert store.open_results(path).manifest["batches"][1]["status"] == "complete"
    lines = store.read_lines(path / store.LEDGER)
    keys = [line["key"] for line in lines if line["kind"] == "run"]
    assert len(keys) == len(set(keys)) == 8


def test_more_points_equal_a_sweep_made_at_once():
    plain = replace(experiment("a", "b", replicates=1), factors=(FACTOR,))
    three = replace(plain, design=Design("grid"))
    four = replace(plain, design=Design("list", points=((0.11,), (0.14,), (0.17,), (0.125,))))
    path = further(made(three, "three"), four)
    assert contents(path) == contents(made(four, "four"))


def test_another_model_is_refused(monkeypatch):
    path = made(experiment("a"), "mine")
    monkeypatch.setattr("sim.study.execute.model_version", lambda: "another")
    with pytest.raises(InputError, match="begun with another model"):
        further(path, experiment("a", "b"))


def test_other_libraries_are_refused(monkeypatch):
    path = made(experiment("a"), "mine")
    here = libraries()["numpy"]
    monkeypatch.setattr("sim.study.manifest.libraries", lambda _=None: {
        **dict.fromkeys(ARITHMETIC, "1"), "numpy": "1.0" if _ is None else here})  # fmt: skip
    with pytest.raises(InputError, match=rf"begun with numpy {here} \(here is 1.0\), which may"):
        further(path, experiment("a", "b"))


def test_what_leaves_out_runs_that_are_there_is_refused():
    path = made(experiment("a", "b", replicates=3), "mine")
    before = contents(path)
    with pytest.raises(InputError, match=r"2 of the 6 runs of .* are not among those asked for"):
        further(path, experiment("a", "b", replicates=2))
    assert contents(path) == before


def test_a_folder_that_another_process_holds_keeps_its_experiment():
    path = made(experiment("a", replicates=2), "mine")
    before = (path / store.EXPERIMENT).read_bytes()
    with store.locked(path), pytest.raises(MachineError, match="being written by another"):
        further(path, experiment("a", replicates=3))
    assert (path / store.EXPERIMENT).read_bytes() == before
    assert contents(further(path, experiment("a", replicates=3)))


def test_an_experiment_changed_behind_its_manifest_is_told_and_can_be_given_again():
    path = made(experiment("a", replicates=2), "mine")
    wider = experiment("a", replicates=3)
    store.save_experiment(path, wider)
    with pytest.raises(InputError, match="begun with other runs than its experiment now asks for"):
        resume(path, 0, quiet=True, machinery=MACHINERY)
    assert contents(further(path, wider)) == contents(made(wider, "whole"))
