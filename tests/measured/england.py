"""England one to one, and a family-week's cost by size: `python -m tests.measured.england`.

A year of past is built and kept as a snapshot; five years are run from it, with all tables.
"""

import gc
import sys
import time
from dataclasses import replace

from sim.model import ChildrensServices, build_past
from sim.study.bench import SEED, whole_run, world
from sim.study.replicate import warm_up
from sim.study.worker import memory_mb

SIZES = ((10_000, 1), (100_000, 2), (1_000_000, 20), (7_800_000, 150))
"""Families and authorities. England has about 7.8 million families with dependent children."""
YEARS, WEEKS = 5, 261


def measured(families: int, authorities: int) -> None:
    """Run one size and print what it took."""
    setting = replace(world(families, authorities, WEEKS), past_years=1)
    gc.collect()
    clock = time.perf_counter()
    snapshot = build_past(setting, SEED, 0)
    past = time.perf_counter() - clock
    model = ChildrensServices(setting, SEED, 0, snapshot)
    size = len(snapshot) / 1e6
    del snapshot
    clock = time.perf_counter()
    stages = whole_run(model)
    run = time.perf_counter() - clock
    weeks = len(model.tables.homes) * model.last_week
    print(
        f"{len(model.tables.homes):>10,} families {authorities:>4} authorities  "
        f"past {past:7.1f} s  snapshot {size:8.0f} MB  run {run:7.1f} s  "
        f"{1e9 * run / weeks:6.1f} ns a family-week  peak {memory_mb():6,} MB",
        flush=True,
    )
    for name, spent in sorted(stages.items(), key=lambda one: -one[1]):
        print(f"    {name:<14}{spent:9.2f} s {spent / run:6.1%}", flush=True)


def main() -> None:
    """Run each size, or those below a number of families that is given."""
    most = int(sys.argv[1]) if len(sys.argv) > 1 else SIZES[-1][0]
    warm_up(world(10_000, 1, WEEKS))
    for families, authorities in SIZES:
        if families <= most:
            measured(families, authorities)


if __name__ == "__main__":
    main()
