"""Management: supervision, audit, team culture, honesty upwards; managers leave and are replaced.

Reads    teams, attention, blame; files and families through `observe` at an audit
Changes  supervision, safety, problems found, indicators and reports that go up; managers
Draws    management.*
"""

import numpy as np
from numpy.typing import NDArray

from sim.kernel.compiled import compiled, interpreted
from sim.measures.counters import CELLS, index
from sim.parameters.casework import Casework
from sim.parameters.families import Families
from sim.parameters.inspection import Inspection
from sim.parameters.intervention import Intervention
from sim.parameters.leadership import Leadership
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.parameters.media import Media
from sim.rules.leaders import candour
from sim.rules.management import (
    ManagementLuck,
    ManagerLuck,
    answer_for,
    brought_up,
    doubts,
    duty_to_report,
    keep_team_safe,
    lifted_from_above,
    problems_of,
    supervise,
)
from sim.rules.people import share_of_supervision
from sim.state.columns import Rows, column
from sim.state.organisation import TEAM_MANAGER, Chief, Council, Director, Manager, Team
from sim.state.record import Record
from sim.state.truth import Truth
from sim.state.worker import VACANT, WITH_CASES, Worker
from sim.world.world import World

ASSESSED, IN_TIME = index("assessments"), index("assessments_45")
DUE, DONE = index("visits_due"), index("visits_done")
MONTH, QUARTER = 4, 13
LEAST = 0.01  # of the usual posts; so that teams without any have managers' hours, and no use
NEW = 2.0  # years in the profession before which somebody is a newcomer


def run(world: World) -> None:
    """Let managers do a week's managing; most of it comes once a month."""
    t, p = world.tables, world.parameters
    remember_timeliness(world)
    carry_load(world)
    luck = world.luck(ManagementLuck, "management")
    skill = world.lasting_luck(ManagerLuck, "managers")
    if world.week % MONTH == 0:
        supervise_all(
            t.managers, t.teams, t.councils, t.directors, t.chiefs, t.workers,
            people_of_teams(world), world.week, p.management, p.casework, p.leadership,
            p.inspection, p.intervention, p.media, p.loops, skill,
        )  # fmt: skip
    if world.week % QUARTER == 0:
        audit_all(
            t.managers, t.teams, t.truth, t.record, *drawn_files(world), p.families, p.casework,
            p.management, p.loops, luck,
        )  # fmt: skip
    if world.week % MONTH == 0:
        report_upwards(world)


def by_agents(world: World) -> None:
    """Run the same week, one manager after another."""
    remember_timeliness(world)
    carry_load(world)
    luck = world.luck(ManagementLuck, "management")
    skill = world.lasting_luck(ManagerLuck, "managers")
    if world.week % MONTH == 0:
        people = people_of_teams(world)
        for manager in world.team_managers:
            manager.keep_team_safe(MONTH)
            manager.answer_for(skill)
            manager.supervise(float(people[manager.post.team]))
        for manager in world.service_managers:
            manager.answer_for(skill)
    if world.week % QUARTER == 0:
        files, ends = drawn_files(world)
        for manager in world.team_managers:
            first, last = (int(end) for end in ends[manager.post.team])
            wrong = sum(manager.doubts(world.family(int(row)), luck) for row in files[first:last])
            if last > first:
                world.seen.teams[manager.post.team].problems = wrong / (last - first)
    if world.week % MONTH == 0:
        report_upwards(world)


def carry_load(world: World) -> None:
    """Note each authority's mean load and its share of newcomers, as its managers see them."""
    workers = world.tables.workers
    there = (column(workers, "filled") != VACANT) & (column(workers, "kind") == WITH_CASES)
    authority, load = column(workers, "authority")[there], column(workers, "load")[there]
    places = len(world.councils)
    people = np.maximum(1, np.bincount(authority, minlength=places))
    column(world.tables.councils, "load")[:] = np.bincount(authority, load, places) / people
    new = column(workers, "experience")[there] < NEW
    column(world.tables.councils, "newcomers")[:] = np.bincount(authority, new, places) / people


def people_of_teams(world: World) -> NDArray[np.float64]:
    """Count those who take supervision of each manager now, each as often as it takes it.

    Funded posts bring managers as they bring overheads: they share a team's people.
    """
    rates, people = world.parameters, np.zeros(len(world.tables.teams))
    add_people(world.tables.workers, rates.management, people)
    place = column(world.tables.teams, "authority")
    teams_of = np.bincount(place, minlength=len(world.councils))
    trainees = column(world.tables.councils, "trainees") / teams_of
    taken = trainees * column(rates.workforce, "trainee_supervision")
    funded = column(rates.workforce, "posts_funded")[place]
    return np.asarray((people + taken[place]) / np.maximum(LEAST, funded), np.float64)


@compiled
def add_people(workers: Rows[Worker], m: Rows[Management], people: NDArray[np.float64]) -> None:
    """Add up who takes supervision, team by team, each as often as it takes it."""
    for post in range(len(workers)):
        worker = workers[post]
        if worker.filled != VACANT and worker.kind == WITH_CASES:
            people[worker.team] += share_of_supervision(worker, m[worker.authority])


def drawn_files(world: World) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Draw the files that team managers look at again, team by team.

    returns : families; and (teams, 2) where each team's files begin, and one past their end
    """
    t = world.tables
    known = t.known.families[: t.known.count[0]]
    worker = column(t.record, "worker")[known]
    held, team = known[worker >= 0], column(t.workers, "team")[worker[worker >= 0]]
    luck = world.chance.uniforms("management.draw", world.week, held.astype(np.int64))
    order = np.lexsort((luck, team))
    ends = np.searchsorted(team[order], np.arange(len(t.teams) + 1))
    most = [int(world.rates.management[a].audit_files) for a in column(t.teams, "authority")]
    last = np.minimum(ends[1:], ends[:-1] + most)
    return held[order], np.stack((ends[:-1], last), axis=1)


@compiled
def supervise_all(
    managers: Rows[Manager], teams: Rows[Team], councils: Rows[Council], directors: Rows[Director],
    chiefs: Rows[Chief], workers: Rows[Worker], people: NDArray[np.float64], week: int,
    m: Rows[Management], c: Rows[Casework], leading: Rows[Leadership],
    inspecting: Rows[Inspection], intervening: Rows[Intervention], media: Rows[Media],
    loops: Rows[Loops], luck: ManagerLuck,
) -> None:  # fmt: skip
    """Let team managers supervise for a month, and keep their teams safe.

    managers  : of teams, then of services
    directors : one for each council
    """
    for row in range(len(managers)):
        manager = managers[row]
        a = manager.authority
        if manager.grade == TEAM_MANAGER:
            keep_team_safe(teams[manager.team], councils[a], MONTH, m[a], media[a], loops[a])
        answer_for(manager, workers[manager.seat], week, m[a], luck)
        if manager.grade == TEAM_MANAGER:
            lift = lifted_from_above(
                councils[a],
                chiefs[a],
                directors[a],
                week,
                leading[a],
                inspecting[a],
                intervening[a],
                media[a],
                loops[a],
            )
            supervise(
                teams[manager.team], manager, people[manager.team], lift, m[a], c[a], loops[a]
            )


@compiled
def audit_all(
    managers: Rows[Manager], teams: Rows[Team], truth: Rows[Truth], record: Rows[Record],
    files: NDArray[np.int32], ends: NDArray[np.int64], f: Rows[Families], c: Rows[Casework],
    m: Rows[Management], loops: Rows[Loops], luck: ManagementLuck,
) -> None:  # fmt: skip
    """Let team managers look again at their teams' drawn files, and note how many seem wrong."""
    for row in range(len(teams)):
        manager = managers[row]
        a, team = manager.authority, manager.team
        first, last = ends[team, 0], ends[team, 1]
        wrong = 0
        for k in range(first, last):
            i = int(files[k])
            wrong += 1 if doubts(truth[i], record[i], i, f[a], c[a], m[a], loops[a], luck) else 0
        if last > first:
            teams[team].problems = wrong / (last - first)


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
        problems = interpreted(problems_of)(council, world.seen.teams)
        if world.rates.loops[a].silence == 0.0:
            problems = world.rates.management[a].usual_problems
        safety = sum(team.safety for team in teams) / len(teams)
        honesty = world.service_managers[a].honesty(safety)
        public = interpreted(brought_up)(world.rates.management[a])
        open_ = candour(world.seen.chiefs[a], leading, world.rates.loops[a])
        open_ += (1.0 - open_) * interpreted(duty_to_report)(leading)
        council.reports = 1.0 - problems * (honesty + (1.0 - honesty) * public)
        told = honesty * open_
        council.told = 1.0 - problems * (told + (1.0 - told) * public)
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
