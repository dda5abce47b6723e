"""Management: supervision, audit, team culture, honesty upwards; managers leave and are replaced.

Reads    teams, attention, blame; files and families through `observe` at an audit
Changes  supervision, safety, problems found, indicators and reports that go up; managers
Draws    management.*
"""

import numpy as np

from sim.measures.counters import CELLS, index
from sim.parameters.management import Management
from sim.state.columns import column
from sim.state.organisation import Council
from sim.state.worker import VACANT
from sim.world.world import World

ASSESSED, IN_TIME = index("assessments"), index("assessments_45")
DUE, DONE = index("visits_due"), index("visits_done")
MONTH, QUARTER = 4, 13


def run(world: World) -> None:
    """Let managers do a week's managing; most of it comes once a month."""
    remember_timeliness(world)
    carry_load(world)
    if world.week % MONTH == 0:
        supervise(world)
        for manager in world.service_managers:
            manager.may_leave(MONTH)
    if world.week % QUARTER == 0:
        audit(world)
    if world.week % MONTH == 0:
        report_upwards(world)


by_agents = run


def carry_load(world: World) -> None:
    """Note each authority's mean load, as its managers see it."""
    workers = world.tables.workers
    there = column(workers, "filled") != VACANT
    authority, load = column(workers, "authority")[there], column(workers, "load")[there]
    places = len(world.councils)
    people = np.maximum(1, np.bincount(authority, minlength=places))
    column(world.tables.councils, "load")[:] = np.bincount(authority, load, places) / people


def supervise(world: World) -> None:
    """Let team managers supervise for a month, keep their teams safe, and perhaps leave."""
    workers = world.tables.workers
    there = column(workers, "filled") != VACANT
    people = np.bincount(column(workers, "team")[there], minlength=len(world.team_managers))
    for manager in world.team_managers:
        manager.keep_team_safe(MONTH)
        manager.may_leave(MONTH)
        manager.supervise(int(people[manager.post.team]))


def audit(world: World) -> None:
    """Let team managers look again at some of their teams' files, drawn by number."""
    known = world.tables.known.families[: world.tables.known.count[0]]
    worker = column(world.tables.record, "worker")[known]
    held, team = known[worker >= 0], column(world.tables.workers, "team")[worker[worker >= 0]]
    luck = world.chance.uniforms("management.draw", world.week, held.astype(np.int64))
    order = np.lexsort((luck, team))
    held, team = held[order], team[order]
    for manager in world.team_managers:
        first, last = np.searchsorted(team, [manager.post.team, manager.post.team + 1])
        most = first + int(world.rates.management[manager.post.authority].audit_files)
        if last > first:
            manager.audit([world.family(int(row)) for row in held[first : min(last, most)]])


def remember_timeliness(world: World) -> None:
    """Keep each authority's own figures: assessments in time and visits done."""
    t = world.tables
    by_place = t.tally.reshape(len(world.councils), CELLS, -1).sum(axis=1)
    for a, (council, counts) in enumerate(zip(world.councils, by_place, strict=True)):
        memory = world.rates.management[a].memory_weeks
        if counts[ASSESSED]:
            council.timely += (counts[IN_TIME] / counts[ASSESSED] - council.timely) / memory
        if counts[DUE]:
            council.visited += (counts[DONE] / counts[DUE] - council.visited) / memory


def report_upwards(world: World) -> None:
    """Send up indicators, inflated where reputation rides on them, and problems told honestly."""
    for a, council in enumerate(world.councils):
        leading = world.rates.leadership[a]
        shown = 0.5 * (council.timely + council.visited)
        council.indicators = shown + leading.gaming * leading.indicator_weight * (1.0 - shown)
        teams = [world.seen.teams[row] for row in range(council.first_team, council.end_team)]
        problems = sum(team.problems for team in teams) / len(teams)
        safety = sum(team.safety for team in teams) / len(teams)
        honesty = world.service_managers[a].honesty(safety)
        told = honesty * (
            honesty + (1.0 - honesty) * leading.reporting_gain * leading.reporting_duty
        )
        council.reports = 1.0 - problems * told
        supervision = sum(team.supervision for team in teams) / len(teams)
        council.quality = practice_quality(council, supervision, world.rates.management[a])


def practice_quality(council: Council, supervision: float, rates: Management) -> float:
    """Index practice quality, for the reader of results; nobody in the model reads it."""
    return (
        rates.quality_of_timeliness * council.timely
        + rates.quality_of_visits * council.visited
        + rates.quality_of_placing * council.right
        + rates.quality_of_supervision * supervision
    )
