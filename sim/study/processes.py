"""Processes: how workers are started on this machine, each with one thread."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import forkserver, get_all_start_methods, get_context

from sim.kernel.folders import CACHE_VARIABLE
from sim.study.sweep import MakePool
from sim.study.worker import start

PRELOAD = ["sim.study.worker"]
ONE_THREAD = {
    f"{library}_NUM_THREADS": "1"
    for library in ("OMP", "OPENBLAS", "MKL", "NUMBA", "NUMEXPR", "VECLIB_MAXIMUM")
}


def cores() -> int:
    """Count the cores that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1


@contextmanager
def one_thread() -> Iterator[None]:
    """Hold numerical libraries of processes started meanwhile to one thread each."""
    earlier = {name: os.environ.get(name) for name in ONE_THREAD}
    os.environ.update(ONE_THREAD)
    try:
        yield
    finally:
        for name, value in earlier.items():
            os.environ.pop(name, None)
            if value is not None:
                os.environ[name] = value


def pools(workers: int, warm: Callable[[], object] | None) -> MakePool:
    """Choose how processes are started: from a server that has imported everything once."""
    if workers == 0:
        return lambda _: Here()
    server = "forkserver" in get_all_start_methods()
    context = get_context("forkserver" if server else "spawn")
    if server:
        context.set_forkserver_preload(PRELOAD)
        forkserver.ensure_running()  # it imports while this process goes on
    passed = {
        name: os.environ[name] for name in (*ONE_THREAD, CACHE_VARIABLE) if name in os.environ
    }
    return partial(
        ProcessPoolExecutor, mp_context=context, initializer=start, initargs=(passed, warm)
    )


class Here(Executor):
    """Run every task in this process at once: for a debugger, and for tests."""

    def submit[**P, T](self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Do it now."""
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # the caller asks the future
            future.set_exception(error)
        return future
