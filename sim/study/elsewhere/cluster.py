"""Cluster: runs made by the workers of a Dask scheduler, and sent back to be stored here."""

from collections.abc import Callable
from concurrent.futures import Executor, Future
from typing import Any

from sim.kernel.errors import MachineError
from sim.study.batch.batch import Machinery
from sim.study.manifest import libraries, otherwise
from sim.study.plan import model_version
from sim.study.replicate import run_once
from sim.study.tables import table_hashes
from sim.study.worker import Done, Task, timed

SECONDS = 15
LOST = "The cluster no longer answers; what it finished is kept."


class Workers(Executor):
    """The workers of a cluster, which outlive a batch."""

    def __init__(self, client: Any) -> None:
        """Use a client's workers; equal tasks are done as often as they are asked for."""
        self.client = client.get_executor(pure=False)

    def submit[**P, T](self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Have something done by any of them."""
        try:
            given: Future[T] = self.client.submit(fn, *args, **kwargs)
        except Exception as error:  # Dask's own kinds differ between its releases
            raise MachineError(LOST) from error
        return given

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """Leave the workers to themselves."""


def on_cluster(address: str) -> Machinery:
    """Make runs on the workers of a scheduler: its address is enough, and no shared disk is needed.

    address : as Dask prints it, tcp://host:8786
    raises MachineError where Dask is missing, nobody answers, or workers have another model
    """
    client = connected(address)
    refuse_other_models(client.run(model_version), address)
    refuse_other_libraries(client.run(libraries), address)
    return Machinery(
        work=send_back,
        warm_up=None,
        pool=lambda _: Workers(client),
        builds_pasts=False,
        slots=sum(client.nthreads().values()),
    )


def connected(address: str) -> Any:
    """Connect to a scheduler that has workers."""
    try:
        from distributed import Client  # noqa: PLC0415 - an extra, and slow to import
    except ImportError as error:
        message = "Dask is not installed here. Install it: pip install 'cpsim[cluster]'."
        raise MachineError(message) from error
    made: Callable[..., Any] = Client  # which carries no types
    try:
        client = made(address, timeout=SECONDS)
    except (OSError, ValueError) as error:
        message = f"No Dask scheduler answers at {address}. Start one: dask scheduler."
        raise MachineError(message) from error
    if not client.nthreads():
        client.close()
        raise MachineError(f"The scheduler at {address} has no workers. Start some: dask worker.")
    return client


def refuse_other_models(versions: dict[str, str], address: str) -> None:
    """Refuse workers whose model is not this one."""
    others = {worker: one for worker, one in versions.items() if one != model_version()}
    if others:
        worker, version = next(iter(others.items()))
        raise MachineError(
            f"Of {len(versions)} workers at {address}, {len(others)} have another model: {worker} "
            f"has {version}, here is {model_version()}. Install the same version on all."
        )


def refuse_other_libraries(found: dict[str, dict[str, str]], address: str) -> None:
    """Refuse workers that calculate with other versions."""
    told = {worker: said for worker, one in found.items() if (said := otherwise(one))}
    if told:
        worker, said = next(iter(told.items()))
        raise MachineError(
            f"Of {len(found)} workers at {address}, {len(told)} calculate otherwise, which may "
            f"change a last digit: {worker} has {said}. Install the same versions on all."
        )


def send_back(task: Task) -> Done:
    """Make a run on a worker, and send its tables back."""
    made: dict[str, Any] = {}

    def make(task: Task) -> dict[str, str]:
        made.update(run_once(task.scenario, task.seed, task.run.replicate))
        return table_hashes(made)

    done = timed(task, make)
    return done.with_tables(made)
