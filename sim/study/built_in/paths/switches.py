"""The switches: five paths from demand to leaving, each on or off from a run's first day."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from sim.kernel.shapley import subsets
from sim.scenario import Action, Change, Cost, Scenario, Where

MORE = "more demand"
KINDS = ("true", "false")
SIGNS = 1.28
"""Signs, true and false, against the usual: what brings a fifth more referrals past the door."""


@dataclass(frozen=True, slots=True)
class Path:
    """One way from demand to leaving.

    off : what takes it out of the model, and nothing else with it
    """

    name: str
    label: str
    off: tuple[Change, ...]


PATHS = (
    Path("strain", "Strain makes people leave", (Change("workforce.exit_strain", "to", 1.0),)),
    Path("absence", "Strain and cases make people sick", (
        Change("workforce.sickness_strain", "to", 1.0),
        Change("workforce.sickness_caseload", "to", 1.0),
    )),
    Path("caseload", "Cases make people leave directly", (
        Change("workforce.exit_caseload", "to", 1.0),
    )),
    Path("quality", "Fear after incidents, and supervision", (
        Change("loops.blame_drives_exit", "to", 0.0),
        Change("workforce.exit_supervision", "to", 1.0),
        Change("workforce.strain_of_supervision", "to", 0.0),
    )),
    Path("peers", "Colleagues follow who leaves", (Change("loops.exits_spread", "to", 0.0),)),
)  # fmt: skip
REST, REST_LABEL = "rest", "With all of these off"


def settings() -> Iterator[frozenset[str]]:
    """Give every setting of the switches, as the names of the paths that are on."""
    return subsets([path.name for path in PATHS])


def switched(scenario: Scenario, on: Collection[str], *, more: bool) -> Scenario:
    """Throw the switches on a scenario's first day, and raise demand or not; its past stays."""
    changes = [change for path in PATHS if path.name not in on for change in path.off]
    if more:
        changes += [Change(f"partners.{kind}_signs", "multiply", SIGNS) for kind in KINDS]
    if not changes:
        return scenario
    action = Action(MORE, MORE, scenario.start, None, 0, Where(), tuple(changes), Cost())
    return replace(scenario, actions=(*scenario.actions, action))
