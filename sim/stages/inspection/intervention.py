"""The department: it steps in after an inadequate judgement, up where nothing mends, and out."""

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import interpreted
from sim.measures.counters import CELLS, index
from sim.parameters.intervention import Intervention
from sim.rules.culture import blame_of_verdict
from sim.rules.lists import note
from sim.rules.press import Story
from sim.state.columns import NEVER
from sim.state.organisation import INADEQUATE, JUDGEMENT, NO_RUNG, NOTICE, TRUST, Council
from sim.world.world import World

RELAPSES, ENDED = index("relapses"), index("interventions_ended")


def fail(world: World, a: int, size: float) -> None:
    """Let an inadequate judgement bring attention, alarm, and in time the department.

    size : blame that it brings, against what such a judgement usually brings
    """
    council, p = world.councils[a], world.rates.intervention[a]
    make_news(world, a, size * interpreted(blame_of_verdict)(world.rates.inspection[a]))
    council.failed = JUDGEMENT
    world.chief_executives[a].be_alarmed(JUDGEMENT)
    since = world.week - council.stepped_out
    if council.stepped_out != NEVER and since < p.relapse_years * WEEKS_IN_YEAR:
        world.tables.tally[a * CELLS, RELAPSES] += 1.0
        council.stepped_out = NEVER
    waits = council.rung == TRUST and council.rung_due == of_age(council, p)
    if (council.rung_due == NEVER or waits) and p.first_rung > NO_RUNG:
        council.rung_due = world.week + int(p.notice_weeks)


def make_news(world: World, a: int, size: float) -> None:
    """Let a judgement or a step of the department be news."""
    note(world.tables.stories, Story(float(world.week), float(a), 1.0, size, 0.0))


def begin_anew(world: World, a: int) -> None:
    """Forget any intervention that is under way."""
    council = world.councils[a]
    council.rung, council.rung_due, council.stepped_out = NO_RUNG, NEVER, NEVER
    council.found_wanting = 0


def review(world: World, a: int) -> None:
    """Step in, step up where visits found nothing better, or down to what may be used.

    A trust whose services were judged better is ended once it has had its years.
    """
    council, p = world.councils[a], world.rates.intervention[a]
    if council.rung == TRUST and council.worst_area > INADEQUATE:
        step_out(world, a)
        return
    council.rung_due = world.week + int(p.review_weeks)
    if p.first_rung == NO_RUNG:
        council.rung, council.rung_due = NO_RUNG, NEVER
        return
    council.rung = min(council.rung, highest(p))
    if council.rung == NO_RUNG:
        climb(world, a, int(p.first_rung) + steps_up(world, a) - 1)
        if world.chance.uniform("inspection.new_leader", world.week, a) < p.new_leader:
            put_in_director(world, a)
        return
    council.found_wanting = council.found_wanting + 1 if council.monitored == INADEQUATE else 0
    if council.found_wanting >= p.patience:
        climb(world, a, council.rung + steps_up(world, a))


def highest(p: Intervention) -> int:
    """Give the highest rung to which the department may go."""
    return max(int(p.last_rung), int(p.first_rung))


def put_in_director(world: World, a: int) -> None:
    """Put a director of experience in the place of whoever is there, who goes."""
    world.directors[a].part()
    world.directors[a].take_up(first=0)
    world.chief_executives[a].hear_afresh()


def climb(world: World, a: int, rung: int) -> None:
    """Go to a rung, or to the highest that the department may use; it is in the papers."""
    council, p = world.councils[a], world.rates.intervention[a]
    reached = min(rung, highest(p))
    if reached <= council.rung:
        return
    council.rung, council.rung_since, council.found_wanting = reached, world.week, 0
    if reached >= NOTICE:
        make_news(world, a, p.blame_of_step * (reached - NOTICE + 1))


def step_out(world: World, a: int) -> None:
    """End an intervention after a better judgement; a trust goes on for years."""
    council, p = world.councils[a], world.rates.intervention[a]
    council.rung_due = NEVER
    if council.rung == NO_RUNG:
        return
    if council.rung == TRUST and world.week < of_age(council, p):
        council.rung_due = of_age(council, p)
        return
    world.tables.tally[a * CELLS, ENDED] += 1.0
    council.stepped_out = world.week
    council.rung = NO_RUNG


def of_age(council: Council, p: Intervention) -> int:
    """Give the week in which a trust has had its years, and may end."""
    return int(council.rung_since + int(p.trust_years * WEEKS_IN_YEAR))


def steps_up(world: World, a: int) -> int:
    """Rungs that the department goes up: two in haste, when ministers are exposed."""
    exposed = world.councils[a].incident_alarm * world.rates.loops[a].delegate_to_be_safe
    chance = world.rates.intervention[a].haste * exposed
    return 2 if world.chance.uniform("inspection.haste", world.week, a) < chance else 1
