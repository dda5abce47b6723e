"""Choosing how runs are made, from what a user typed."""

from dataclasses import replace

from sim.kernel.errors import InputError
from sim.kernel.quantities import NotAQuantity, parse
from sim.study.batch.batch import REAL, Machinery
from sim.study.elsewhere.cluster import on_cluster
from sim.study.elsewhere.shards import read_shard

SECONDS_IN_AN_HOUR = 3600


def machinery(
    *, fail_fast: bool = False, timeout: str | None = None, shard: str | None = None,
    scheduler: str | None = None,
) -> Machinery:  # fmt: skip
    """Choose what makes the runs, and how.

    timeout   : longest that one run may take, as "10 minutes"
    shard     : which part of the plan, as "1/3"
    scheduler : address of a Dask scheduler
    raises InputError for what cannot be read, MachineError where no scheduler answers
    """
    if scheduler and timeout:
        raise InputError.command_line(
            "A run on a cluster is not ended from here, so --timeout means nothing there.",
            "Leave --timeout out.",
        )
    made = on_cluster(scheduler) if scheduler else REAL
    return replace(
        made, fail_fast=fail_fast, seconds=read_timeout(timeout),
        shard=read_shard(shard) if shard else None,
    )  # fmt: skip


def read_timeout(written: str | None) -> float | None:
    """Read the longest that one run may take, in seconds."""
    if written is None:
        return None
    try:
        seconds = parse(written, "hours") * SECONDS_IN_AN_HOUR
    except NotAQuantity as error:
        raise InputError.command_line(
            f"“{written}” is no length of time.", "Write for example --timeout “10 minutes”."
        ) from error
    if seconds <= 0:
        raise InputError.command_line(
            f"“{written}” leaves a run no time at all.", "Write for example --timeout “10 minutes”."
        )
    return seconds
