"""Bench: how fast the whole week runs, recorder on, and the same week through plain Mesa.

Both are timed in one process. Importing and compiling are timed apart, and so is the
building of the world's past.
"""

import gc
import json
import platform
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version
from itertools import cycle, islice

from sim.kernel.calendar import Calendar
from sim.model import ChildrensServices
from sim.scenario import Authority, Scenario, load_scenario
from sim.scenario.find import find
from sim.scenario.reading.places import read_place
from sim.study.replicate import past_of, warm_up
from sim.study.worker import memory_mb

SCENARIO, PLACE = "baseline", "england-10"
SEED, REPLICATE = 20260401, 0
PAST_YEARS, WEEKS, REPEATS = 25, 104, 5
PLAIN_FAMILIES, PLAIN_AUTHORITIES, PLAIN_WEEKS, PLAIN_REPEATS = 6_000, 2, 8, 3
LIBRARIES = ("mesa", "numba", "numpy", "pandas")
REST = "the rest"
MILLION = 1e6


@dataclass(frozen=True, slots=True)
class Timing:
    """How fast one way of running one world is, in family-weeks per second, over repeats."""

    families: int
    authorities: int
    weeks: int
    median: float
    least: float
    most: float
    repeats: int


def bench(
    families: int = 150_000, authorities: int = 10, weeks: int = WEEKS, *,
    repeats: int = REPEATS, as_json: bool = False,
) -> str:  # fmt: skip
    """Time the week and give the figures as text, or as one JSON document.

    families : simulated families, spread evenly over the authorities
    weeks    : of each timed run, from the baseline's start
    """
    found = measured(families, authorities, weeks, repeats)
    return json.dumps(found, indent=2) if as_json else told(found)


def measured(families: int, authorities: int, weeks: int, repeats: int) -> dict[str, object]:
    """Time the compiled week on a large world, and both ways on a small one."""
    large = world(families, authorities, weeks)
    small = world(PLAIN_FAMILIES, PLAIN_AUTHORITIES, PLAIN_WEEKS)
    compile_seconds = seconds(lambda: warm_up(large))
    past_seconds = seconds(lambda: past_of(large, SEED, REPLICATE))
    stages: list[dict[str, float]] = []
    week = timing(large, repeats, lambda model: stages.append(whole_run(model)))
    plain = timing(small, PLAIN_REPEATS, by_agents)
    same = timing(small, repeats, whole_run)
    return {
        "family_weeks_per_second": week.median,
        "ratio_to_plain_mesa": round(week.median / plain.median, 1),
        "ratio_to_plain_mesa_on_the_same_world": round(same.median / plain.median, 1),
        "compile_seconds": round(compile_seconds, 2),
        "past_seconds": round(past_seconds, 2),
        "memory_mb": memory_mb(),
        "week": asdict(week),
        "stages": by_stage(stages, week),
        "plain_mesa": asdict(plain),
        "week_on_the_same_world": asdict(same),
        "machine": f"{platform.system()} {platform.machine()}, one core",
        "software": {"python": platform.python_version(), **{n: version(n) for n in LIBRARIES}},
    }


def world(families: int, authorities: int, weeks: int) -> Scenario:
    """Make the baseline's world with so many families in so many authorities."""
    scenario = load_scenario(SCENARIO)
    places = tuple(islice(cycle(named_authorities()), authorities))
    known: dict[str, int] = {}
    numbered = []
    for place in places:
        known[place.name] = known.get(place.name, 0) + 1
        name = f"{place.name} {known[place.name]}" if known[place.name] > 1 else place.name
        numbered.append(replace(place, name=name))
    return replace(
        scenario,
        past_years=PAST_YEARS,
        authorities=tuple(numbered),
        population_scale=families / sum(place.families for place in numbered),
        end=Calendar(scenario.start).date(weeks),
        quick=True,
    )


def named_authorities() -> tuple[Authority, ...]:
    """Read the place that speed is measured in."""
    file = find(PLACE, "place")
    if file is None:
        raise FileNotFoundError(f"scenarios/places/{PLACE}.yaml")
    return read_place(file)[0]


def timing(scenario: Scenario, repeats: int, run: Callable[[ChildrensServices], object]) -> Timing:
    """Time a way of running a scenario's weeks, each time from the same past."""
    snapshot = past_of(scenario, SEED, REPLICATE)
    speeds: list[int] = []
    families = weeks = 0
    for _ in range(repeats):
        model = ChildrensServices(scenario, SEED, REPLICATE, snapshot)
        families, weeks = len(model.tables.homes), model.last_week
        gc.collect()
        clock = time.perf_counter()
        run(model)
        speeds.append(round(families * weeks / (time.perf_counter() - clock)))
    return Timing(
        families, len(scenario.authorities), weeks,
        statistics.median(speeds), min(speeds), max(speeds), repeats,
    )  # fmt: skip


def whole_run(model: ChildrensServices) -> dict[str, float]:
    """Run every week and write the tables; give the seconds of each stage."""
    model.timed = True
    model.run()
    return dict(model.stage_seconds)


def by_agents(model: ChildrensServices) -> None:
    """Run the same weeks through the Mesa agents alone."""
    for _ in range(PLAIN_WEEKS):
        model.step_by_agents()


def by_stage(runs: Sequence[dict[str, float]], week: Timing) -> dict[str, dict[str, float]]:
    """Give the median seconds of each stage and of the rest, their shares and their speed.

    The rest is what lies between stages: the policy in force, the recorder, the tables.
    """
    family_weeks = week.families * week.weeks
    whole = family_weeks / week.median
    medians = {name: statistics.median(run[name] for run in runs) for name in runs[0]}
    medians[REST] = max(0.0, whole - sum(medians.values()))
    return {
        name: {
            "seconds": round(spent, 4),
            "share": round(spent / whole, 4),
            "family_weeks_per_second": round(family_weeks / spent) if spent else 0,
        }
        for name, spent in medians.items()
    }


def seconds(do: Callable[[], object]) -> float:
    """Time something."""
    clock = time.perf_counter()
    do()
    return time.perf_counter() - clock


def told(found: dict[str, object]) -> str:
    """Put the figures into words and columns."""
    lines = [
        f"compiled week   {spoken(found['week'])}",
        f"plain Mesa      {spoken(found['plain_mesa'])}",
        f"ratio           {found['ratio_to_plain_mesa']} "
        f"({found['ratio_to_plain_mesa_on_the_same_world']} on the same small world)",
        f"apart from this {found['compile_seconds']} s to import and compile, "
        f"{found['past_seconds']} s for the past; {found['memory_mb']} MB",
        "",
        f"{'stage':<14}{'seconds':>9}{'share':>8}{'million family-weeks a second':>32}",
    ]
    stages = found["stages"]
    assert isinstance(stages, dict)
    lines += [
        f"{name:<14}{one['seconds']:>9.3f}{one['share']:>8.1%}"
        f"{one['family_weeks_per_second'] / MILLION:>32.1f}"
        for name, one in stages.items()
    ]
    return "\n".join(lines)


def spoken(timing: object) -> str:
    """Say one speed with its spread and what it was measured on."""
    assert isinstance(timing, dict)
    return (
        f"{timing['median'] / MILLION:.2f} million family-weeks a second "
        f"({timing['least'] / MILLION:.2f} to {timing['most'] / MILLION:.2f} in "
        f"{timing['repeats']} repeats; {timing['families']:,} families, "
        f"{timing['authorities']} authorities, {timing['weeks']} weeks)"
    )
