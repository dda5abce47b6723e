"""The state of councils and their leaders, as the observer counts it; and how failures recover."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.measures.counters import CELLS, index
from sim.state.columns import NEVER, column
from sim.state.organisation import INADEQUATE, NO_RUNG, OUTSTANDING, TRUST

if TYPE_CHECKING:
    from sim.state.organisation import Council
    from sim.world.world import World


def forget_recovery(council: Council) -> None:
    """Follow an authority anew from the judgement that a scenario is about to bring it."""
    council.first_failed = council.better_judgement = council.better_practice = NEVER
    council.weeks_well = 0


def follow_recovery(world: World) -> None:
    """Follow each authority from a failure to better judgement and practice.

    The failure is the first in the run, or the last that a scenario brought.
    """
    for a, council in enumerate(world.councils):
        if council.first_failed == NEVER:
            if world.week < 0 or council.judged != world.week or council.worst_area > INADEQUATE:
                continue
            council.first_failed = world.week
        well = council.quality >= world.rates.management[a].poor_practice
        council.weeks_well = council.weeks_well + 1 if well else 0
        if council.better_judgement == NEVER and council.worst_area > INADEQUATE:
            council.better_judgement = world.week
        if council.better_practice == NEVER and council.weeks_well >= WEEKS_IN_YEAR:
            council.better_practice = world.week


def count_state(world: World) -> None:
    """Copy the state of councils, directors and chief executives into the tally."""
    count_judgements(world)
    t = world.tables
    for name in ("fear", "blame", "quality", "rules", "severity", "controls"):
        t.tally[::CELLS, index(name)] = column(t.councils, name)
    t.tally[::CELLS, index("authorities")] = 1.0
    t.tally[::CELLS, index("placed_rightly")] = column(t.councils, "right")
    t.tally[::CELLS, index("criterion_shift")] = column(t.councils, "shift")
    t.tally[::CELLS, index("attention")] = column(t.councils, "attention")
    t.tally[::CELLS, index("interim_directors")] = column(t.directors, "interim")
    t.tally[::CELLS, index("director_belief")] = column(t.directors, "belief")
    belief = column(t.chiefs, "belief")
    t.tally[::CELLS, index("belief")] = belief
    t.tally[::CELLS, index("false_comfort")] = belief - column(t.councils, "quality")
    places = len(t.councils)
    team_of = column(t.teams, "authority")
    teams = np.bincount(team_of, minlength=places)
    for name in ("supervision", "safety"):
        t.tally[::CELLS, index(name)] = np.bincount(team_of, column(t.teams, name), places) / teams


def count_judgements(world: World) -> None:
    """Count where authorities stand with inspectors and the department."""
    t = world.tables
    t.tally[::CELLS, index("judged_inadequate")] = column(t.councils, "grade") == INADEQUATE
    t.tally[::CELLS, index("judged_outstanding")] = column(t.councils, "grade") == OUTSTANDING
    bar = column(world.parameters.management, "poor_practice")
    t.tally[::CELLS, index("poor_practice")] = column(t.councils, "quality") < bar
    failed = column(t.councils, "first_failed") != NEVER
    for name in ("judgement", "practice"):
        better = column(t.councils, f"better_{name}") != NEVER
        t.tally[::CELLS, index(f"awaits_better_{name}")] = failed & ~better
    under = (column(t.councils, "rung") != NO_RUNG) & (column(t.councils, "rung_due") != NEVER)
    t.tally[::CELLS, index("interventions")] = under
    t.tally[::CELLS, index("trusts")] = column(t.councils, "rung") == TRUST
