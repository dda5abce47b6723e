"""Life: one life's run, and its twin's under another scenario, told from the same week on."""

from collections.abc import Callable
from dataclasses import dataclass

from sim.kernel.calendar import Calendar
from sim.kernel.errors import InputError
from sim.scenario import Scenario
from sim.study.progress import Meter
from sim.study.story.diary import Diary, Entry
from sim.study.story.pick import FAMILY, Kind, Pass, Picked, numbered, pick, rule_called, watched

ALL_AT_ONCE = 26


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose story is asked for.

    rule  : name of the rule that picks; "" where `whose` gives the number
    whose : number of the family or permanent number of the person, where no rule picks
    kind  : what the story is of
    named : the scenario, experiment or results that were named, and with which of its scenarios
    """

    scenario: Scenario
    against: Scenario | None
    seed: int
    replicate: int
    rule: str = ""
    whose: int = 0
    kind: Kind = FAMILY
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lives:
    """One life, and its twin's where one was asked for.

    twin  : empty where nobody has that number there; its rows are numbered on from those of `life`
    """

    asked: Asked
    picked: Picked
    life: Diary
    twin: Diary | None

    @property
    def parting(self) -> tuple[Entry | None, Entry | None] | None:
        """Give the first rows in which the two lives differ; None if they never do."""
        return part(self.life, self.twin) if self.twin else None


def part(one: Diary, other: Diary) -> tuple[Entry | None, Entry | None] | None:
    """Find where two lives first differ: the row of each, None of the one that has no more."""
    for mine, theirs in zip(one.entries, other.entries, strict=False):
        if mine.said != theirs.said:
            return mine, theirs
    shared = min(len(one.entries), len(other.entries))
    rest = [life.entries[shared] if len(life.entries) > shared else None for life in (one, other)]
    return (rest[0], rest[1]) if any(rest) else None


def lives(asked: Asked, meter: Meter) -> Lives:
    """Pick whose story it is, then live its run and its twin's, and keep both diaries."""
    scenarios = [one for one in (asked.scenario, asked.against) if one]
    passes = watching(asked)
    runs = len(scenarios) + len(passes)
    total = runs * Calendar(asked.scenario.start).week(asked.scenario.end)
    meter.begin(total, runs)
    tick = counted(meter, total // runs)
    try:
        seen = [watched(one, asked.seed, asked.replicate, tick, asked.kind) for one in passes]
        picked = picked_of(asked, *seen)
        told = [
            asked.kind.follow(one, asked.seed, asked.replicate, picked, tick, one is asked.against)
            for one in scenarios
        ]
    finally:
        meter.end()
    life = told[0].numbered_from(1)
    twin = told[1].numbered_from(len(life.entries) + 1) if asked.against else None
    return Lives(asked, picked, life, twin)


def watching(asked: Asked) -> list[Scenario]:
    """List the scenarios that a first pass must watch, so that the rule can pick."""
    if not asked.rule:
        return []
    if not rule_called(asked.rule, asked.kind).compares:
        return [asked.scenario]
    if asked.against is None:
        raise InputError.command_line(
            f"“{asked.rule}” compares two scenarios, and one is given.", "Add --against SCENARIO."
        )
    return [asked.scenario, asked.against]


def picked_of(asked: Asked, watch: Pass | None = None, other: Pass | None = None) -> Picked:
    """Pick by the rule that is asked for, or take the number."""
    if watch is None:
        return numbered(asked.whose)
    return pick(asked.rule, watch, other, asked.kind)


def counted(meter: Meter, each: int) -> Callable[[], None]:
    """Make what shows progress once in a while as weeks are lived.

    each : weeks in a run
    """
    done = 0

    def tick() -> None:
        nonlocal done
        done += 1
        if done % ALL_AT_ONCE == 0 or done % each == 0:
            meter.advance(done, done // each, 0)

    return tick
