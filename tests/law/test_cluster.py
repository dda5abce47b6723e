"""A sweep on a real cluster of this machine gives the tables of one made by its own processes."""

from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from distributed import LocalCluster

from sim.kernel.errors import MachineError
from sim.scenario import Experiment, load_scenario
from sim.scenario.varying.design import Design, Factor
from sim.study import store
from sim.study.batch.batch import Machinery
from sim.study.elsewhere.cluster import (
    Workers,
    on_cluster,
    refuse_other_libraries,
    refuse_other_models,
    send_back,
)
from sim.study.execute import execute
from sim.study.manifest import libraries
from sim.study.plan import model_version
from tests.batches import contents

pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@contextmanager
def cluster(workers):
    """A scheduler and its workers, each with one thread."""
    with LocalCluster(
        n_workers=workers, threads_per_worker=1, dashboard_address=None, protocol="tcp"
    ) as made:
        yield made.scheduler_address


def asked():
    tiny = load_scenario("tiny")
    hazard = Factor("workforce.exit_hazard", 0.11, 0.17, (0.12, 0.16))
    return Experiment(
        "swept", "Swept", "?", (tiny,), tiny.name, 2, 3, (), tiny.start, tiny.end,
        factors=(hazard,), design=Design("grid"),
    )  # fmt: skip


def test_a_cluster_gives_the_bytes_that_this_machine_gives(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    here = execute(asked(), Path("here"), 0, quiet=True)
    with cluster(2) as address:
        there = execute(asked(), Path("there"), quiet=True, machinery=on_cluster(address))
    assert contents(here) == contents(there)
    assert store.open_results(there).manifest["machine"]["cores_used"] == 2


def test_a_run_that_fails_there_is_written_down_here(tmp_path):
    broken = replace(asked(), replicates=1)
    wrong = replace(broken.scenarios[0], parameters={"families.no_such_number": 1.0})
    broken = replace(broken, scenarios=(wrong,), against=wrong.name)
    with cluster(1) as address, pytest.raises(Exception, match="2 of 2 runs failed") as raised:
        execute(broken, tmp_path / "broken", quiet=True, machinery=on_cluster(address))
    assert len(store.open_results(raised.value.path).failures()) == 2


def test_a_cluster_that_goes_away_is_told_with_how_to_go_on(tmp_path):
    class Gone:
        """A client whose scheduler stopped: it cancels what is in hand."""

        def get_executor(self, **_):
            return self

        def submit(self, *_):
            lost = Future()
            lost.cancel()
            lost.set_running_or_notify_cancel()
            return lost

    machinery = Machinery(
        work=send_back, warm_up=None, pool=lambda _: Workers(Gone()), builds_pasts=False, slots=1
    )
    with pytest.raises(MachineError, match="has gone away; what it finished is kept") as raised:
        execute(asked(), tmp_path / "lost", quiet=True, machinery=machinery)
    assert f"Go on with: cpsim resume {tmp_path / 'lost'}" in str(raised.value)
    assert store.open_results(tmp_path / "lost").failures() == []
    assert store.open_results(tmp_path / "lost").manifest["status"] == "broken off"


def test_a_client_that_is_closed_is_told():
    class Closed:
        def get_executor(self, **_):
            return self

        def submit(self, *_):
            raise RuntimeError("cannot schedule new futures after shutdown")

    with pytest.raises(MachineError, match="The cluster no longer answers"):
        Workers(Closed()).submit(len, ())


def test_a_scheduler_without_workers_is_told():
    with cluster(0) as address, pytest.raises(MachineError, match="has no workers"):
        on_cluster(address)


def test_workers_that_calculate_otherwise_are_refused():
    found = {"tcp://one": libraries(), "tcp://two": {**libraries(), "numba": "0.1"}}
    with pytest.raises(MachineError, match="Of 2 workers at here, 1 calculate other") as raised:
        refuse_other_libraries(found, "here")
    assert f"tcp://two has numba 0.1 (here is {libraries()['numba']})" in str(raised.value)


def test_workers_of_another_model_are_refused():
    versions = {"tcp://one": model_version(), "tcp://two": "another"}
    with pytest.raises(MachineError, match="Of 2 workers at here, 1 have another model") as raised:
        refuse_other_models(versions, "here")
    assert "tcp://two has another" in str(raised.value)
