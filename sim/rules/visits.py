"""Visits of inspectors: which is due, and what each takes of staff and of inspectors."""

from math import ceil

from sim.kernel.calendar import WEEKS_IN_YEAR, WORKING_DAYS
from sim.parameters.inspection import Inspection
from sim.state.columns import NEVER
from sim.state.organisation import (
    FOCUSED,
    FULL,
    INADEQUATE,
    JOINT,
    MONITORING,
    NO_VISIT,
    Council,
)


def full_due(council: Council, p: Inspection) -> int:
    """Week in which the next full inspection is due."""
    failed = council.worst_area == INADEQUATE
    weeks = p.inadequate_cycle_weeks if failed else p.cycle_weeks
    return council.last_full + int(weeks + p.cycle_spread * council.cycle_luck)


def short_due(council: Council, p: Inspection) -> tuple[int, int]:
    """Give the next monitoring or focused visit and its week; NO_VISIT where none is to come.

    Focused visits lie evenly between full inspections.
    """
    if council.worst_area == INADEQUATE:
        return MONITORING, council.last_visit + int(p.monitoring_weeks)
    if p.focused == 0.0:
        return NO_VISIT, council.last_visit
    apart = (full_due(council, p) - council.last_full) / (p.focused + 1.0)
    return FOCUSED, council.last_visit + ceil(apart)


def visit_due(council: Council, week: int, p: Inspection) -> tuple[int, int]:
    """Give the visit that is due and since when; NO_VISIT if none is, or one is under way."""
    if council.visit != NO_VISIT:
        return NO_VISIT, week
    if week >= full_due(council, p):
        return FULL, full_due(council, p)
    visit, due = short_due(council, p)
    if visit != NO_VISIT and week >= due:
        return visit, due
    return (NO_VISIT, week) if council.joint_due == NEVER else (JOINT, council.joint_due)


def days_of(visit: int, short: bool, p: Inspection) -> float:
    """Inspectors' days that a visit takes, all of them together."""
    if visit == FULL:
        return p.short_days if short else p.full_days
    return {MONITORING: p.monitoring_days, FOCUSED: p.focused_days, JOINT: p.joint_days}[visit]


def team_of(visit: int, p: Inspection) -> int:
    """Inspectors who go on a visit."""
    return int(p.team if visit == FULL else p.short_team)


def weeks_taken(days: float, team: int, p: Inspection) -> float:
    """Weeks of an inspector's working time that a visit takes, writing it up among them."""
    return days / team * WEEKS_IN_YEAR / (p.inspector_days * p.strength)


def notice_of(visit: int, p: Inspection) -> int:
    """Weeks from a visit's announcement to its first day."""
    return ceil(p.notice_days / WORKING_DAYS) if visit == FULL else 1


def weeks_on_site(visit: int, short: bool) -> int:
    """Weeks that inspectors are there."""
    return 2 if visit == FULL and not short else 1


def hours_of(visit: int, short: bool, p: Inspection) -> float:
    """Hours that each case holder gives to a visit, preparing for it among them."""
    if visit == FULL:
        preparing = p.preparing_hours * p.notice_days / WORKING_DAYS
        return preparing + (p.short_hours if short else p.hosting_hours)
    return {MONITORING: p.monitoring_hours, FOCUSED: p.focused_hours, JOINT: p.joint_hours}[visit]


def put_right(visit: int, p: Inspection) -> float:
    """Share of files that do not fit which are put right on paper before inspectors come."""
    if visit != FULL:
        return 0.0
    return min(1.0, p.preparing_gain * p.notice_days / WORKING_DAYS)
