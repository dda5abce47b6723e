"""What a dry run says: the runs of an experiment, and what they are expected to take."""

from typing import Any

from sim.scenario import Experiment
from sim.study.design.estimate import estimated
from sim.study.plan import planned

MINUTE, HOUR, GIGABYTE = 60, 3600, 1000


def foretold(experiment: Experiment, workers: int) -> dict[str, Any]:
    """Say what would be run, in what time, and with how much disk and memory."""
    expected = estimated(experiment, workers)
    return {
        **planned(experiment),
        "workers": workers,
        "expected": lasting(expected.seconds),
        "disk": megabytes(expected.disk_mb, "up to"),
        "memory": megabytes(expected.memory_mb),
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
