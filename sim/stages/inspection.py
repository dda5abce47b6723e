"""Inspection: visits, judgements, monitoring, and the department's ladder.

Reads    files, and families through `observe`; indicators; national blame
Changes  judgements, interventions, attention, reputation; hours that hosting takes
Draws    inspection.*
"""

import numpy as np

from sim.agents.inspector import Inspector
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import paired
from sim.kernel.compiled import interpreted
from sim.measures.counters import CELLS, index
from sim.rules.culture import blame_of_verdict
from sim.rules.lists import note
from sim.state.organisation import (
    GOOD,
    INADEQUATE,
    JUDGEMENT,
    NO_RUNG,
    OUTSTANDING,
    REQUIRES_IMPROVEMENT,
    TRUST,
)
from sim.world.world import World

FULL_INSPECTIONS, INADEQUATE_COUNT = index("full_inspections"), index("inspections_inadequate")
GOOD_COUNT = index("inspections_good")
FULL, MONITORING = 0, 1


def run(world: World) -> None:
    """Inspect where an inspection is due; review interventions; let a name change slowly."""
    for a, council in enumerate(world.councils):
        rates = world.rates.inspection[a]
        council.severity = world_severity(world, a)
        due = council.inspection_due - rates.hosting_weeks < world.week <= council.inspection_due
        council.host_hours = rates.hosting_hours / rates.hosting_weeks if due else 0.0
        if world.week >= council.inspection_due:
            inspect(world, a)
        if council.rung_due and world.week >= council.rung_due:
            review_intervention(world, a)
        target = rates.reputation_of_grade * (council.grade - REQUIRES_IMPROVEMENT)
        council.reputation += (target - council.reputation) / (
            rates.reputation_years * WEEKS_IN_YEAR
        )


by_agents = run


def team_for(world: World, a: int) -> list[Inspector]:
    """Send the inspectors with the fewest visits; uncoupled, an authority has its own."""
    pool, size = world.inspectors, int(world.rates.inspection[a].team)
    if world.rates.couplings[0].inspectorate == 0.0:
        return [pool[(a * size + member) % len(pool)] for member in range(size)]
    chosen = sorted(pool, key=lambda one: (one.own.visits, one.row))[:size]
    for inspector in chosen:
        inspector.own.visits += 1
    return chosen


def judged_practice(world: World, a: int, kind: int) -> float:
    """Judge practice: files that inspectors agree with, what the record shows, less severity.

    kind : FULL or MONITORING, so that two visits in one week have luck of their own
    """
    council, rates = world.councils[a], world.rates.inspection[a]
    team = team_for(world, a)
    known = world.known_in(a).astype(np.int64)
    luck = world.chance.uniforms("inspection.draw", world.week, 2 * known + kind)
    files = known[np.argsort(luck)][: int(rates.files)]
    agreed = [team[k % len(team)].agrees(world.family(int(row))) for k, row in enumerate(files)]
    right = sum(agreed) / len(agreed) if agreed else 0.5
    teams = [world.seen.teams[row] for row in range(council.first_team, council.end_team)]
    supervision = sum(one.supervision for one in teams) / len(teams)
    shown = rates.weight_files * right + rates.weight_indicators * council.indicators
    shown += rates.weight_supervision * supervision
    severity = sum(one.own.severity for one in team) / len(team) + council.severity
    noise = rates.noise * world.chance.normal("inspection.noise", world.week, paired(a, kind))
    return float(shown - severity + noise)


def world_severity(world: World, a: int) -> float:
    """Severity that national blame adds, or an authority's own blame when uncoupled."""
    if world.rates.loops[a].inspectorate_protects_itself == 0.0:
        return 0.0
    if world.rates.couplings[0].inspectorate == 0.0:
        blame = world.councils[a].blame
    else:
        blame = sum(council.blame for council in world.councils) / len(world.councils)
    return float(
        world.rates.inspection[a].severity_of_blame
        * (blame - world.rates.media[a].background_blame)
    )


def grade_of(world: World, a: int, practice: float) -> int:
    """Grade for help and protection."""
    rates = world.rates.inspection[a]
    if practice >= rates.outstanding:
        return OUTSTANDING
    if practice >= rates.good:
        return GOOD
    return REQUIRES_IMPROVEMENT if practice >= rates.adequate else INADEQUATE


def inspect(world: World, a: int) -> None:
    """Hold a full inspection, publish its judgement, and set the date of the next."""
    council, rates, tally = world.councils[a], world.rates.inspection[a], world.tables.tally
    before = council.grade
    council.grade = grade_of(world, a, judged_practice(world, a, FULL))
    council.judged = world.week
    note(world.tables.judgements, (float(world.week), float(a), float(FULL), float(council.grade)))
    tally[a * CELLS, FULL_INSPECTIONS] += 1.0
    tally[a * CELLS, INADEQUATE_COUNT] += float(council.grade == INADEQUATE)
    tally[a * CELLS, GOOD_COUNT] += float(council.grade >= GOOD)
    spread = rates.cycle_spread * (
        2.0 * world.chance.uniform("inspection.cycle", world.week, a) - 1.0
    )
    weeks = rates.inadequate_cycle_weeks if council.grade == INADEQUATE else rates.cycle_weeks
    council.inspection_due = world.week + int(weeks + spread)
    if council.grade == INADEQUATE:
        fail(world, a)
    elif before == INADEQUATE:
        council.rung = council.rung_due = NO_RUNG


def fail(world: World, a: int) -> None:
    """Let an inadequate judgement bring attention, blame, and in time the department's notice."""
    council, rates = world.councils[a], world.rates.inspection[a]
    council.attention += interpreted(blame_of_verdict)(rates)
    council.failed = JUDGEMENT
    world.chief_executives[a].be_alarmed(JUDGEMENT)
    if council.rung == NO_RUNG:
        council.rung_due = world.week + int(rates.notice_weeks)


def review_intervention(world: World, a: int) -> None:
    """Step in, or step up where monitoring finds no better practice, or out where it does."""
    council, rates = world.councils[a], world.rates.inspection[a]
    council.rung_due = world.week + int(rates.review_weeks)
    if council.rung == NO_RUNG:
        council.rung, council.rung_since = 1, world.week
        return
    grade = grade_of(world, a, judged_practice(world, a, MONITORING))
    note(world.tables.judgements, (float(world.week), float(a), float(MONITORING), float(grade)))
    if grade > INADEQUATE:
        council.rung = council.rung_due = NO_RUNG
    else:
        council.rung = min(TRUST, council.rung + steps_up(world, a))
        council.rung_since = world.week


def steps_up(world: World, a: int) -> int:
    """Rungs that the department goes up: two in haste, when ministers are exposed."""
    exposed = world.councils[a].incident_alarm * world.rates.loops[a].delegate_to_be_safe
    chance = world.rates.inspection[a].haste * exposed
    return 2 if world.chance.uniform("inspection.haste", world.week, a) < chance else 1
