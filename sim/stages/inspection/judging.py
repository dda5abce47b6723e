"""Judging: files that inspectors agree with, what the record shows, who leads, and severity."""

import numpy as np
from numpy.typing import NDArray

from sim.agents.inspector import Inspector
from sim.casefile.status import PROCEEDINGS
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import paired
from sim.kernel.compiled import interpreted
from sim.parameters.inspection import Inspection
from sim.rules.posts import count_staff
from sim.rules.visits import put_right
from sim.state.columns import column
from sim.state.organisation import (
    FULL,
    GOOD,
    INADEQUATE,
    JOINT,
    OUTSTANDING,
    REQUIRES_IMPROVEMENT,
    Area,
)
from sim.world.world import World

JUDGED = (Area.PROTECTION, Area.CARE, Area.LEADERS)


def draw_of(visit: int, area: Area) -> int:
    """Give a kind of visit and an area a number, so that each has luck of its own."""
    return visit * len(Area) + area


KINDS = draw_of(JOINT, Area.OVERALL) + 1


def judged_practice(world: World, a: int, visit: int, area: Area, team: list[Inspector]) -> float:
    """Judge practice in one area.

    team    : inspectors on the visit; those of a full one see files of each area
    returns : level, as the cuts are
    """
    council, rates = world.councils[a], world.rates.inspection[a]
    right = share_right(world, a, visit, area, team)
    teams = [world.seen.teams[row] for row in range(council.first_team, council.end_team)]
    supervision = sum(one.supervision for one in teams) / len(teams)
    shown = rates.weight_files * right + rates.weight_indicators * council.indicators
    shown += rates.weight_supervision * supervision
    shown += rates.weight_stability * (stability(world, a) - rates.usual_stability)
    if area == Area.LEADERS:
        comfort = world.seen.chiefs[a].belief - shown - rates.usual_comfort
        shown += rates.weight_leader * (world.directors[a].post.skill - 1.0)
        shown -= rates.weight_comfort * max(0.0, comfort)
    severity = sum(one.own.severity for one in team) / len(team) + council.severity
    kind = paired(a, draw_of(visit, area))
    noise = rates.noise * world.chance.normal("inspection.noise", world.week, kind)
    return float(shown - severity + noise)


def stability(world: World, a: int) -> float:
    """Share of posts that permanent staff hold."""
    staff = interpreted(count_staff)(world.councils[a], world.seen.workers)
    return 1.0 - staff.vacancies / max(1.0, staff.posts)


def share_right(world: World, a: int, visit: int, area: Area, team: list[Inspector]) -> float:
    """Share of drawn files that fit what inspectors see, or have been made to on paper."""
    rates = world.rates.inspection[a]
    known = files_of(world, a, area)
    count = rates.files if visit == FULL else rates.letter_files
    if area == Area.CARE:
        count = rates.care_files
    number = KINDS * known + draw_of(visit, area)
    luck = world.chance.uniforms("inspection.draw", world.week, number)
    files = known[np.argsort(luck)][: int(count)]
    agreed = [team[k % len(team)].agrees(world.family(int(row))) for k, row in enumerate(files)]
    right = sum(agreed) / len(agreed) if agreed else 0.5
    return right + (1.0 - right) * put_right(visit, rates)


def files_of(world: World, a: int, area: Area) -> NDArray[np.int64]:
    """Give the rows of the open cases of which an area's files are drawn."""
    known = world.known_in(a).astype(np.int64)
    in_care = column(world.tables.record, "status")[known] >= PROCEEDINGS
    return known[in_care] if area == Area.CARE else known


def harden(world: World, a: int) -> None:
    """Let severity follow national blame slowly, or an authority's own blame when uncoupled."""
    council, rates = world.councils[a], world.rates.inspection[a]
    if world.rates.loops[a].inspectorate_protects_itself == 0.0:
        council.severity = 0.0
        return
    blame = council.blame
    if world.rates.couplings[0].inspectorate != 0.0:
        blame = sum(one.blame for one in world.councils) / len(world.councils)
    called_for = rates.severity_of_blame * (blame - world.rates.media[a].background_blame)
    council.severity += (called_for - council.severity) / (rates.severity_years * WEEKS_IN_YEAR)


def grade_of(practice: float, rates: Inspection) -> int:
    """Grade an area by what has been judged of it."""
    if practice >= rates.outstanding:
        return OUTSTANDING
    if practice >= rates.good:
        return GOOD
    return REQUIRES_IMPROVEMENT if practice >= rates.adequate else INADEQUATE


def overall(grades: list[int]) -> int:
    """Sum areas up: inadequate if any is, else the middle one."""
    return INADEQUATE if min(grades) == INADEQUATE else sorted(grades)[len(grades) // 2]
