"""Variants: the scenarios of an experiment under every set of loops that is switched off."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from sim.kernel.errors import InputError
from sim.kernel.shapley import subsets
from sim.scenario import Action, Change, Cost, Experiment, Scenario, Where
from sim.scenario.reading.mistakes import did_you_mean
from sim.scenario.telling.loops import groups, loops

OFF, AND = " without ", " and "
MOST_PARTS = 8
type Parts = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Variant:
    """One scenario of an experiment under one set of switches.

    scenario : name of the scenario as the experiment has it
    off      : parts that are switched off
    """

    scenario: str
    off: frozenset[str]

    def __str__(self) -> str:
        """Name it, in a form that `variant_called` reads."""
        return f"{self.scenario}{OFF}{AND.join(sorted(self.off))}" if self.off else self.scenario


def variant_called(name: str) -> Variant:
    """Read the name of a variant."""
    scenario, _, off = name.partition(OFF)
    return Variant(scenario, frozenset(off.split(AND)) if off else frozenset())


def parts_of(named: Sequence[str] = (), opened: str = "") -> dict[str, list[str]]:
    """Choose what is explained apart: groups of loops, or the loops of one group.

    named  : groups; all of them if none is named
    opened : a group whose loops are told apart, in place of groups
    raises InputError for a name that no group has
    """
    known = groups()
    for name in [*named, *([opened] if opened else [])]:
        if name not in known:
            raise InputError.command_line(
                f"There is no group of loops “{name}”.", did_you_mean(name, known)
            )
    if opened and named:
        raise InputError.command_line(
            "--groups and --open both say what is told apart.", "Give one of them."
        )
    if opened:
        return {name: [name] for name in known[opened]}
    return {name: known[name] for name in known if not named or name in named}


def switched(scenario: Scenario, parts: Parts, off: Collection[str]) -> Scenario:
    """Switch parts off on a scenario's first day; its past stays."""
    changes = [Change(f"loops.{name}", "to", 0.0) for part in parts if part in off
               for name in parts[part]]  # fmt: skip
    name = str(Variant(scenario.name, frozenset(off)))
    if not changes:
        return scenario
    action = Action(OFF.strip(), name, scenario.start, None, 0, Where(), tuple(changes), Cost())
    return replace(scenario, name=name, expectations=(), actions=(action, *scenario.actions))


def varied(experiment: Experiment, parts: Parts) -> Experiment:
    """Ask for every scenario of an experiment under every set of switches."""
    refuse_off_already(experiment, parts)
    scenarios = tuple(
        switched(scenario, parts, off)
        for off in subsets(tuple(parts))
        for scenario in experiment.scenarios
    )
    return replace(experiment, name=f"explain-{experiment.name}", scenarios=scenarios)


def refuse_off_already(experiment: Experiment, parts: Parts) -> None:
    """Refuse to explain by a loop that a scenario has switched off itself."""
    for scenario in experiment.scenarios:
        for part, names in parts.items():
            for name in names:
                if name in scenario.loops_off:
                    raise InputError.command_line(
                        f"“{scenario.name}” switches “{name}” off itself, so “{part}” cannot "
                        "explain what it does.",
                        "Name the other groups with --groups.",
                    )


def parts_in(experiment: Experiment) -> list[str]:
    """Name the parts that the scenarios of an explained experiment tell apart, in their order."""
    there = {part for one in experiment.scenarios for part in variant_called(one.name).off}
    return [part for part in (*groups(), *loops()) if part in there]
