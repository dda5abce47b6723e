"""The probes: five things moved, each from the scenario's first day.

A fifth of posts stands vacant and closes first, so a cut of 10% of posts takes few people away.
The probe of 10% fewer staff closes 28% of posts, which takes a tenth of case holders away on
average over three years; the row of case holders says how many it took.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from sim.scenario import Action, Change, Cost, Scenario, Shock, Where
from sim.study.built_in.stationarity import last_day


@dataclass(frozen=True, slots=True)
class Probe:
    """One thing moved: a number from the first day on, or an agency closed for a year.

    label : as it heads its column
    """

    label: str
    change: Change | None = None
    closed: str = ""


PROBES: Mapping[str, Probe] = MappingProxyType(
    {
        "onset": Probe("onset +20%", Change("families.onset_rate", "multiply", 1.2)),
        "staff": Probe("staff −10%", Change("workforce.posts_funded", "multiply", 0.72)),
        "skill": Probe("d′ +0.3", Change("casework.discrimination", "by", 0.3)),
        "fear": Probe("fear +1 SD", Change("media.naming", "by", 1.0)),
        "schools": Probe("schools shut", closed="school"),
    }
)


def probed(scenario: Scenario, name: str) -> Scenario:
    """Move one thing from a scenario's start; its past stays as it was."""
    probe, start = PROBES[name], scenario.start
    if probe.change is None:
        shock = Shock(
            "agency_closed", start, last_day(scenario, 1), Where(), "all", 1.0, probe.closed
        )
        return replace(scenario, name=name, shocks=(*scenario.shocks, shock))
    action = Action(name, probe.label, start, None, 0, Where(), (probe.change,), Cost())
    return replace(scenario, name=name, actions=(*scenario.actions, action))
