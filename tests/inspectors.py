"""A small world whose inspectors and department alone act."""

from sim.stages import inspection
from sim.stages.inspection import visits
from sim.stages.inspection.judging import JUDGED
from sim.state.columns import NEVER
from sim.state.organisation import (
    GOOD,
    INADEQUATE,
    NO_RUNG,
    NO_VISIT,
)
from tests.worlds import moved, small, world

YEAR = 52
LONG_AGO, NOT_YET = -10_000, 10_000
"""Weeks of the last visit that make the next one due, and that keep it from coming."""


def quiet(*changes, families=2640):
    """A world at its start whose inspectors alone will be let act."""
    setting = small(families)
    model = world(moved(setting, "inspected", *changes) if changes else setting)
    model.begin_week()
    for council in model.councils:
        council.visit, council.rung, council.rung_due = NO_VISIT, NO_RUNG, NEVER
        council.last_full = council.last_visit = NOT_YET
        council.joint_due = NEVER
        council.worst_area, council.stepped_out = GOOD, NEVER
    for inspector in model.inspectors:
        inspector.own.free = inspector.own.starts = 0
    return model


def inspect_for(model, weeks, each_week=lambda model: None):
    """Let inspectors alone act for some weeks."""
    for _ in range(weeks):
        each_week(model)
        inspection.run(model)
        model.week += 1


def failed(model, a=0):
    """Judge an authority inadequate, and let the next visits find nothing better."""
    inspection.judge_inadequate(model, a, 1.0)
    model.councils[a].last_full = NOT_YET


def nothing_better(model):
    for council in model.councils:
        council.monitored, council.last_visit = INADEQUATE, NOT_YET


def rungs(model, weeks):
    """Rungs on which the first authority stood, in turn."""
    stood = []

    def look(model):
        nothing_better(model)
        if not stood or stood[-1] != model.councils[0].rung:
            stood.append(model.councils[0].rung)

    inspect_for(model, weeks, look)
    return stood


def better(model, a=0):
    visits.publish(model, a, dict.fromkeys(JUDGED, GOOD), 1.0)
