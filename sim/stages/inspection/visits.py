"""Visits: announced when due and a team is free, hosted, and ended by a judgement or a letter."""

from sim.agents.inspector import Inspector
from sim.measures.counters import CELLS, index
from sim.rules.culture import explained
from sim.rules.harm import weekly_chance
from sim.rules.lists import note
from sim.rules.visits import (
    days_of,
    hours_of,
    notice_of,
    team_of,
    visit_due,
    weeks_on_site,
    weeks_taken,
)
from sim.stages.inspection.intervention import begin_anew, fail, step_out
from sim.stages.inspection.judging import JUDGED, grade_of, judged_practice, overall
from sim.state.columns import NEVER
from sim.state.organisation import FULL, GOOD, INADEQUATE, JOINT, NO_VISIT, Area
from sim.world.world import World

FULL_INSPECTIONS, INADEQUATE_COUNT = index("full_inspections"), index("inspections_inadequate")
GOOD_COUNT, DAYS, SPEND = (
    index(name) for name in ("inspections_good", "inspector_days", "cost_inspection")
)
LETTERS = index("visits_by_letter")


def announce_due(world: World) -> None:
    """Announce the visits that are due, the longest overdue first, while inspectors are free.

    Nobody is sent past a visit that waits for a team, or small visits would crowd out full ones.
    """
    due = []
    for a, council in enumerate(world.councils):
        draw_joint(world, a)
        visit, since = visit_due(council, world.week, world.rates.inspection[a])
        if visit != NO_VISIT:
            due.append((since, visit, a))
    for _, visit, a in sorted(due):
        if not announce(world, a, visit) and not alone(world):
            return


def draw_joint(world: World, a: int) -> None:
    """Draw whether a joint targeted inspection falls to an authority; it waits until it can be."""
    council, luck = world.councils[a], world.chance.uniform("inspection.joint", world.week, a)
    if luck < weekly_chance(world.rates.inspection[a].joint) and council.joint_due == NEVER:
        council.joint_due = world.week


def announce(world: World, a: int, visit: int) -> bool:
    """Announce a visit if a team is free for it; it is over some weeks later."""
    council, p = world.councils[a], world.rates.inspection[a]
    short = visit == FULL and council.worst_area >= GOOD
    starts = world.week + notice_of(visit, p)
    if not send_team(world, a, visit, short, starts):
        return False
    council.visit, council.short = visit, int(short)
    council.visit_ends = starts + weeks_on_site(visit, short)
    if visit == JOINT:
        council.joint_due = NEVER
    else:
        council.last_visit = world.week
    if visit == FULL:
        council.last_full = world.week
    return True


def send_team(world: World, a: int, visit: int, short: bool, starts: int) -> bool:
    """Send those who have had fewest visits, or nobody while too few have days for it.

    starts : week in which it begins; until then they may end the visit that they are on
    """
    p = world.rates.inspection[a]
    size, days = team_of(visit, p), days_of(visit, short, p)
    if not alone(world):
        there = [one for one in world.inspectors if can_come(one, world.week, starts)]
        if len(there) < size:
            return False
        for inspector in sorted(there, key=lambda one: (one.own.visits, one.row))[:size]:
            inspector.go(a, starts, weeks_taken(days, size, p))
    world.tables.tally[a * CELLS, DAYS] += days
    world.tables.tally[a * CELLS, SPEND] += days * p.day_cost * world.setting.population_scale
    return True


def can_come(inspector: Inspector, week: int, starts: int) -> bool:
    """Whether an inspector's days are free from a week on, and no other visit is announced."""
    return inspector.own.free <= starts and inspector.own.starts <= week


def alone(world: World) -> bool:
    """Whether authorities have inspectors of their own."""
    return bool(world.rates.couplings[0].inspectorate == 0.0)


def own_pool(world: World, a: int) -> list[Inspector]:
    """Give the inspectors whom an uncoupled authority has: the same for every visit."""
    pool, size = world.inspectors, int(world.rates.inspection[a].team)
    return [pool[(a * size + member) % len(pool)] for member in range(size)]


def sent(world: World, a: int) -> list[Inspector]:
    """Give the inspectors who are on a visit."""
    if alone(world):
        return own_pool(world, a)[: team_of(world.councils[a].visit, world.rates.inspection[a])]
    return [one for one in world.inspectors if one.is_at(a)]


def host(world: World, a: int) -> None:
    """Give the hours of this week that an announced visit asks of each case holder."""
    council, p = world.councils[a], world.rates.inspection[a]
    council.host_hours = 0.0
    if council.visit != NO_VISIT:
        short = bool(council.short)
        weeks = notice_of(council.visit, p) + weeks_on_site(council.visit, short)
        council.host_hours = hours_of(council.visit, short, p) / weeks


def end_visit(world: World, a: int) -> None:
    """Judge in full, or write a letter that those at the top read."""
    council = world.councils[a]
    if council.visit == FULL:
        inspect(world, a)
    else:
        write_letter(world, a, council.visit)
    send_away(world, a)


def send_away(world: World, a: int) -> None:
    """End the visit of an authority, or take back what was announced."""
    world.councils[a].visit = NO_VISIT
    for inspector in world.inspectors:
        inspector.leave(a)


def inspect(world: World, a: int) -> None:
    """Judge each area after a full inspection."""
    rates, team = world.rates.inspection[a], sent(world, a)
    grades = {area: grade_of(judged_practice(world, a, FULL, area, team), rates) for area in JUDGED}
    publish(world, a, grades, 1.0)


def judge_inadequate(world: World, a: int, size: float) -> None:
    """Judge every area inadequate, as an event that a scenario sets.

    Visits that were announced do not come, and any intervention begins anew.

    size : blame that it brings, against what such a judgement usually brings
    """
    send_away(world, a)
    world.councils[a].last_full = world.councils[a].last_visit = world.week
    begin_anew(world, a)
    publish(world, a, dict.fromkeys(JUDGED, INADEQUATE), size)


def publish(world: World, a: int, grades: dict[Area, int], size: float) -> None:
    """Publish judgements, and let the department act."""
    council, tally = world.councils[a], world.tables.tally
    if world.rates.inspection[a].overall_grade:
        grades = {**grades, Area.OVERALL: overall(list(grades.values()))}
    for area, grade in grades.items():
        enter(world, a, FULL, area, grade)
    council.grade = grades.get(Area.OVERALL, grades[Area.PROTECTION])
    worst = min(JUDGED, key=lambda area: grades[area])
    council.failing, council.worst_area = int(worst), grades[worst]
    council.monitored = council.worst_area
    council.judged = world.week
    tally[a * CELLS, FULL_INSPECTIONS] += 1.0
    tally[a * CELLS, INADEQUATE_COUNT] += float(council.grade == INADEQUATE)
    tally[a * CELLS, GOOD_COUNT] += float(council.grade >= GOOD)
    council.style = explained(world.rates.inspection[a])
    council.cycle_luck = 2.0 * world.chance.uniform("inspection.cycle", world.week, a) - 1.0
    if council.worst_area == INADEQUATE:
        fail(world, a, size)
    else:
        step_out(world, a)


def write_letter(world: World, a: int, visit: int) -> None:
    """Write what a visit without a full judgement found; leaders believe it in part."""
    council, p = world.councils[a], world.rates.inspection[a]
    area = Area(council.failing) if council.worst_area == INADEQUATE else Area.PROTECTION
    council.monitored = grade_of(judged_practice(world, a, visit, area, sent(world, a)), p)
    enter(world, a, visit, area, council.monitored)
    world.tables.tally[a * CELLS, LETTERS] += 1.0
    world.chief_executives[a].read_letter(council.monitored)
    world.directors[a].read_letter(council.monitored)


def enter(world: World, a: int, visit: int, area: Area, grade: int) -> None:
    """Enter a judgement in the book."""
    row = (float(world.week), float(a), float(visit), float(area), float(grade))
    note(world.tables.judgements, row)
