"""Replicate: one run, from a scenario and a stream of luck to its tables.

The past of a world (decades before the scenario starts) is the costly part, and the
scenarios of a replicate share it. It is built once and kept in the user's cache folder.
"""

import os
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sim.kernel.folders import cache
from sim.model import ChildrensServices, build_past
from sim.scenario import Scenario
from sim.study.plan import model_version, past_key
from sim.study.tables import Tables

MOST_BYTES = 4 << 30
TINY_FAMILIES = 1000
TINY_WEEKS = 14


def run_once(scenario: Scenario, seed: int, replicate: int) -> Tables:
    """Run one scenario under one replicate's luck."""
    snapshot = past_of(scenario, seed, replicate)
    return ChildrensServices(scenario, seed, replicate, snapshot).run()


def past_of(scenario: Scenario, seed: int, replicate: int) -> bytes:
    """Give the world as it stands when the scenario starts: from the cache, or built now."""
    kept = past_file(past_key(scenario.past_meaning, seed, replicate))
    try:
        snapshot = kept.read_bytes()
        kept.touch()
    except OSError:
        snapshot = build_past(scenario, seed, replicate)
        keep(kept, snapshot)
    return snapshot


def past_file(key: str) -> Path:
    """Say where a past is kept, in a folder of its model version."""
    return cache() / "pasts" / model_version() / f"{key}.past"


def warm_up(scenario: Scenario) -> None:
    """Run a week or two of a tiny world, so that everything is imported and compiled."""
    tiny = replace(
        scenario,
        authorities=tuple(
            replace(authority, families=TINY_FAMILIES) for authority in scenario.authorities[:2]
        ),
        population_scale=1.0,
        past_years=1,
        end=scenario.start + timedelta(weeks=TINY_WEEKS),
        quick=True,
    )
    ChildrensServices(tiny, 0, 0, build_past(tiny, 0, 0)).run()


def keep(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; a full or closed disk only means no cache."""
    half = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(content)
        half.replace(path)
    except OSError:
        with suppress(OSError):
            half.unlink()


def tidy_pasts(most: int = MOST_BYTES) -> None:
    """Drop pasts of other model versions, and beyond a size those unused for longest."""
    pasts = past_file("any").parent
    room = most
    for file in sorted(pasts.parent.glob("*/*.past"), key=last_used, reverse=True):
        with suppress(OSError):
            room -= file.stat().st_size
            if file.parent != pasts or room < 0:
                file.unlink()


def last_used(path: Path) -> float:
    """Say when a file was last written or touched; never, if it has just gone."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
