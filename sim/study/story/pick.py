"""Pick: whose life is told, by a rule and never by taste."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from sim.kernel.errors import InputError
from sim.model import ChildrensServices
from sim.scenario import Scenario
from sim.study.replicate import past_of
from sim.study.story.chronicle import Tick
from sim.study.story.diary import Diary
from sim.study.story.follow import follow
from sim.study.story.watch import Incident, Lasting, Spell, Watch


class Chosen(Protocol):
    """What a rule found of somebody."""

    @property
    def whose(self) -> int:
        """Number of the family, or permanent number of the person."""

    @property
    def week(self) -> int:
        """Week in which it began."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to pick a life.

    said       : the rule as a page says it
    candidates : what a run holds that fits, as the page counts them
    choose     : those that fit in a run and its twin, the first of them to be told
    compares   : whether it needs the twin
    """

    said: str
    candidates: str
    choose: Callable[[Any, Any], Sequence[Chosen]]
    compares: bool = False


class Pass(Protocol):
    """A first pass over a run."""

    def take(self) -> None:
        """Take in the week that has just ended."""

    def close(self) -> None:
        """Write down what still goes on when the run ends."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a story can be of: a family, or a social worker.

    noun, many : in the words of a message
    option     : that names its rule on the command line
    rules      : by name, the first of them where none is given
    watch      : what a first pass gathers
    follow     : lives a run again: scenario, seed, replicate, who was picked, tick, whether a twin
    """

    noun: str
    many: str
    option: str
    rules: Mapping[str, Rule]
    watch: Callable[[ChildrensServices], Pass]
    follow: Callable[[Scenario, int, int, "Picked", Tick, bool], Diary]


@dataclass(frozen=True, slots=True)
class Picked:
    """Whose life is told.

    whose      : number of the family, or permanent number of the person
    week       : in which what it was picked for began; None where a number was given
    many       : how many fitted the rule
    other_way  : how many would have, had the two scenarios changed places; None where none is asked
    """

    whose: int
    week: int | None
    rule: str
    said: str
    many: int
    candidates: str
    other_way: int | None = None


def longest[T: Lasting](found: Sequence[T]) -> list[T]:
    """Put the longest first; of equals the earlier, then the lower number."""
    return sorted(found, key=lambda one: (-one.weeks, one.week, one.family))


def first(found: Sequence[Incident]) -> list[Incident]:
    """Put the earliest first; of equals the lower number."""
    return sorted(found, key=lambda one: (one.week, one.family))


def only_there(here: Watch, there: Watch) -> list[Spell]:
    """List the spells of one run that were never recognised, and were in the other run."""
    found = {(one.family, one.week) for one in there.found_spells if one.recognised}
    return [
        one for one in here.found_spells
        if not one.recognised and (one.family, one.week) in found
    ]  # fmt: skip


RULES: dict[str, Rule] = {
    "missed-longest": Rule(
        "the spell of harm that went on longest without being recognised",
        "spells of harm that began in the run",
        lambda watch, _: longest(watch.found_spells),
    ),
    "missed-though-known": Rule(
        "the spell of harm that went on longest without being recognised, in a family whose case "
        "was open in that time",
        "spells of harm that began in the run and had an open case while unrecognised",
        lambda watch, _: longest([one for one in watch.found_spells if one.known]),
    ),
    "missed-here": Rule(
        "the spell of harm that went on longest without being recognised here, of those that were "
        "recognised under the other scenario",
        "spells of harm that were recognised under the other scenario and never here",
        lambda watch, other: longest(only_there(watch, other)),
        compares=True,
    ),
    "needless-plan": Rule(
        "the longest child protection plan that began without harm, then or in the three months "
        "before",
        "child protection plans that began in the run without harm",
        lambda watch, _: longest([one for one in watch.found_plans if one.needless]),
    ),
    "serious-incident": Rule(
        "the first serious incident that was reported",
        "serious incidents in the run that were reported",
        lambda watch, _: first([one for one in watch.incidents if one.reported]),
    ),
    "incident-though-known": Rule(
        "the first serious incident that was reported in a family whose case was open",
        "serious incidents in the run that were reported in families with an open case",
        lambda watch, _: first([one for one in watch.incidents if one.known and one.reported]),
    ),
}


def followed(
    scenario: Scenario, seed: int, replicate: int, picked: Picked, tick: Tick, twin: bool
) -> Diary:
    """Live a run again and keep the diary of the family that was picked, twin or not."""
    return follow(scenario, seed, replicate, picked.whose, tick).of_the_family_in(picked.week or 0)


FAMILY = Kind("family", "families", "--pick", RULES, Watch, followed)


def rule_called(name: str, kind: Kind = FAMILY) -> Rule:
    """Find a rule; say which there are if it is none."""
    if name not in kind.rules:
        raise InputError.command_line(
            f"There is no rule “{name}” to pick a {kind.noun} by.",
            f"There are: {', '.join(kind.rules)}.",
        )
    return kind.rules[name]


def watched(
    scenario: Scenario, seed: int, replicate: int, tick: Tick = lambda: None, kind: Kind = FAMILY
) -> Pass:
    """Live a run and watch all who could be told of.

    tick : called after every week
    """
    world = ChildrensServices(scenario, seed, replicate, past_of(scenario, seed, replicate))
    watch = kind.watch(world)
    while world.week < world.last_week:
        world.step()
        watch.take()
        tick()
    watch.close()
    return watch


def pick(name: str, watch: Pass, other: Pass | None = None, kind: Kind = FAMILY) -> Picked:
    """Pick the life that a rule names; say so if none fits.

    other : the other scenario's run, for a rule that compares
    """
    rule = rule_called(name, kind)
    found = rule.choose(watch, other or watch)
    if not found:
        raise InputError.command_line(
            f"No {kind.noun} fits “{name}” in this run: it holds no {rule.candidates}.",
            f"Try another --replicate or {kind.option}, or a scenario with more {kind.many} or "
            "years.",
        )
    chosen = found[0]
    turned = len(rule.choose(other, watch)) if rule.compares and other else None
    return Picked(chosen.whose, chosen.week, name, rule.said, len(found), rule.candidates, turned)


def numbered(whose: int) -> Picked:
    """Take whose number was given, as it is when the run starts."""
    return Picked(whose, None, "", "its number was given", 0, "")
