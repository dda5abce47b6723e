"""Life: one family's run, and its twin's under another scenario, told from the same week on."""

from collections.abc import Callable
from dataclasses import dataclass

from sim.kernel.calendar import Calendar
from sim.kernel.errors import InputError
from sim.scenario import Scenario
from sim.study.progress import Meter
from sim.study.story.diary import Diary, Entry
from sim.study.story.follow import Tick, follow
from sim.study.story.pick import Picked, numbered, pick, rule_called, watched

ALL_AT_ONCE = 26


@dataclass(frozen=True, slots=True)
class Asked:
    """Whose story is asked for.

    rule   : name of the rule that picks the family; "" where `family` gives its number
    family : number of the family, where no rule picks it
    """

    scenario: Scenario
    against: Scenario | None
    seed: int
    replicate: int
    rule: str = ""
    family: int = 0


@dataclass(frozen=True, slots=True)
class Lives:
    """One family's life, and its twin's where one was asked for.

    twin  : its rows are numbered on from those of `life`
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
    """Pick the family, then live its run and its twin's, and keep both diaries."""
    scenarios = [one for one in (asked.scenario, asked.against) if one]
    passes = watching(asked)
    runs = len(scenarios) + len(passes)
    total = runs * Calendar(asked.scenario.start).week(asked.scenario.end)
    meter.begin(total, runs)
    tick = counted(meter, total // runs)
    try:
        seen = [watched(one, asked.seed, asked.replicate, tick) for one in passes]
        picked = pick(asked.rule, *seen) if asked.rule else numbered(asked.family)
        told = [lived(asked, one, picked, tick) for one in scenarios]
    finally:
        meter.end()
    life = told[0].numbered_from(1)
    twin = told[1].numbered_from(len(life.entries) + 1) if asked.against else None
    return Lives(asked, picked, life, twin)


def watching(asked: Asked) -> list[Scenario]:
    """List the scenarios that a first pass must watch, so that the rule can pick."""
    if not asked.rule:
        return []
    if not rule_called(asked.rule).compares:
        return [asked.scenario]
    if asked.against is None:
        raise InputError.command_line(
            f"“{asked.rule}” compares two scenarios, and one is given.", "Add --against SCENARIO."
        )
    return [asked.scenario, asked.against]


def lived(asked: Asked, scenario: Scenario, picked: Picked, tick: Tick) -> Diary:
    """Live one scenario's run and keep the diary of the family that was picked."""
    diary = follow(scenario, asked.seed, asked.replicate, picked.family, tick)
    return diary.of_the_family_in(picked.week or 0)


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
