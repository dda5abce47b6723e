"""What a dry run says: the runs of an experiment, and what they are expected to take."""

from typing import Any

from sim.scenario import Experiment
from sim.study.design.estimate import estimated
from sim.study.design.points import drawn
from sim.study.elsewhere.shards import Shard, own
from sim.study.plan import plan, planned

MINUTE, HOUR, GIGABYTE = 60, 3600, 1000


def foretold(experiment: Experiment, workers: int, shard: Shard | None = None) -> dict[str, Any]:
    """Say what would be run, in what time, and with how much disk and memory.

    workers : processes, here or on a cluster, whose machines are taken to be like this one
    shard   : the part of the runs that is made here
    """
    expected = estimated(experiment, workers)
    share, part = 1.0, {}
    if shard:
        runs = plan(drawn(experiment))
        here = own(runs, shard)
        share, part = len(here) / len(runs), {"shard": f"{shard}, {len(here)} runs"}
    return {
        **planned(experiment),
        **part,
        "workers": workers,
        "expected": lasting(expected.seconds * share),
        "disk": megabytes(expected.disk_mb * share, "up to"),
        "memory": megabytes(expected.memory_mb),
        "report": f"{lasting(expected.report_seconds)} more, with {megabytes(expected.report_mb)}",
    }


def lasting(seconds: float) -> str:
    """Write a length of time."""
    if seconds < 2 * MINUTE:
        return f"about {seconds:.0f} seconds"
    if seconds < 2 * HOUR:
        return f"about {seconds / MINUTE:.0f} minutes"
    return f"about {seconds / HOUR:.1f} hours"


def megabytes(size: float, word: str = "about") -> str:
    """Write a size."""
    if size < GIGABYTE:
        return f"{word} {max(1, size):.0f} MB"
    return f"{word} {size / GIGABYTE:.1f} GB"
