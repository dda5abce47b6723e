"""What follows from a week: help that worked, care that protected, harm that went too far."""

from math import exp
from typing import NamedTuple

import numpy as np

from sim.casefile.status import ASSESSMENT, CHILD_IN_NEED, CHILD_PROTECTION, CLOSED, EARLY_HELP
from sim.casefile.timescales import LATE
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import uniform
from sim.kernel.compiled import compiled
from sim.measures.counters import index
from sim.parameters.families import Families
from sim.parameters.front_door import FrontDoor
from sim.parameters.loops import Loops
from sim.parameters.outcomes import Outcomes
from sim.parameters.partners import Partners
from sim.rules.decision_tally import looked_after
from sim.rules.family import INFANT
from sim.rules.harm import STOPPED_BY_CARE, end_harm, end_hazard, refresh, weekly_chance
from sim.rules.lists import add, note
from sim.rules.observe import observe_incident
from sim.state.columns import NEVER, NOBODY, Rows
from sim.state.household import Household
from sim.state.record import Record
from sim.state.tables import Lists, Tally
from sim.state.trace import Book, Trace
from sim.state.truth import Chances, Truth
from sim.state.worker import Worker

CONTACTS, EARLY_HELP_ENDED = index("contacts"), index("early_help_ended")
RECOGNISED, RECOGNISED_LATE = index("recognised"), index("late_recognised")
INCIDENTS, INFANTS, DEATHS = index("incidents"), index("incidents_infant"), index("deaths")
NEVER_KNOWN, ON_PLAN = index("incidents_never_known"), index("incidents_on_plan")
INCIDENT_COLUMNS = ("week", "family", "cell", "infant", "status", "known", "fatal", "published")


class OutcomeLuck(NamedTuple):
    """What is drawn when harm goes on."""

    incident: np.uint64
    fatal: np.uint64
    found: np.uint64


@compiled
def recognise(
    home: Household, truth: Truth, record: Record, trace: Trace, week: int, tally: Tally
) -> None:
    """Note, for the observer, that harm is recognised: a plan, proceedings or care."""
    if truth.harm and record.status >= CHILD_PROTECTION and trace.recognised == NEVER:
        trace.recognised = week
        tally[home.cell, RECOGNISED] += home.children
        if week - truth.onset > LATE:
            tally[home.cell, RECOGNISED_LATE] += home.children


@compiled
def place(
    home: Household, truth: Truth, record: Record, trace: Trace, chances: Chances, i: int,
    week: int, p: Families, q: Partners, loops: Loops, spells: Book, tally: Tally,
) -> None:  # fmt: skip
    """Move children in or out of home as the file now says: care stops harm there.

    With the loop of protection off it does not: harm goes on as if all were at home.
    """
    away = 1 if record.placed else (2 if looked_after(record) else 0)
    if loops.earlier_protection == 0.0:
        away = 0
    if away == truth.away:
        return
    if away > 0 and truth.harm:
        truth.removed_for = truth.harm
        end_harm(home, truth, trace, week, STOPPED_BY_CARE, spells, tally)
    if away == 0:
        truth.removed_for = 0
        truth.help -= p.return_pressure
        truth.pressure += p.return_pressure
    truth.away = away
    refresh(home, truth, record, chances, i, week, p, q, loops)


@compiled
def help_family(
    truth: Truth, record: Record, chances: Chances, i: int, p: Families, loops: Loops
) -> None:
    """Let a plan's help take pressure off and make it likelier that harm ends."""
    if record.status >= CHILD_IN_NEED and truth.away == 0:
        taken_in = record.dose * truth.trust * loops.ration_and_return
        truth.help += p.need_help_effect * taken_in / WEEKS_IN_YEAR
    if truth.harm:
        chances.change[i] = weekly_chance(end_hazard(truth, record, p, loops))


@compiled
def follow(
    home: Household, truth: Truth, record: Record, trace: Trace, chances: Chances, i: int,
    week: int, p: Families, q: Partners, loops: Loops, spells: Book, tally: Tally,
) -> None:  # fmt: skip
    """Follow a week of casework to its consequences for the family."""
    recognise(home, truth, record, trace, week, tally)
    place(home, truth, record, trace, chances, i, week, p, q, loops, spells, tally)
    help_family(truth, record, chances, i, p, loops)


@compiled
def end_early_help(
    home: Household, truth: Truth, record: Record, week: int, p: Families, d: FrontDoor,
    loops: Loops, tally: Tally,
) -> None:  # fmt: skip
    """End a spell of early help; what it did fades slowly."""
    if record.status == EARLY_HELP and week - record.status_since >= d.early_help_weeks:
        record.status = CLOSED
        record.status_since = week
        truth.help += p.early_help_effect * loops.ration_and_return
        tally[home.cell, EARLY_HELP_ENDED] += home.children


@compiled
def risk(
    home: Household, truth: Truth, record: Record, i: int, week: int, scale: float, p: Outcomes,
    luck: OutcomeLuck, workers: Rows[Worker], queue: Lists, incidents: Book, tally: Tally,
) -> None:  # fmt: skip
    """Let harm end in a serious incident, drawn at full scale: one for each real family."""
    rate = weekly_chance(p.incident_rate * home.children) / scale
    infant_rate = weekly_chance(p.incident_infant + p.incident_rate * (home.children - 1)) / scale
    infant = home.youngest < INFANT
    if not observe_incident(truth, rate, infant_rate, infant, uniform(luck.incident, i)):
        return
    fatal = uniform(luck.fatal, i) < p.fatal_share
    count_incident(home, record, i, infant, fatal, week, incidents, tally)
    if uniform(luck.found, i) < scale:
        report(home, record, i, week, queue, tally)
        if record.worker != NOBODY:
            workers[record.worker].shaken = week


@compiled
def report(home: Household, record: Record, i: int, week: int, queue: Lists, tally: Tally) -> None:
    """Put a serious incident before the front door, or with a contact that waits there."""
    record.incident = 1
    if record.contact_waits == NEVER:
        tally[home.cell, CONTACTS] += home.children
        record.contact_waits = week
        add(queue, i)


@compiled
def count_incident(
    home: Household,
    record: Record,
    i: int,
    infant: bool,
    fatal: bool,
    week: int,
    incidents: Book,
    tally: Tally,
) -> None:
    """Write an incident down: INCIDENT_COLUMNS, with whether the family was known."""
    known = 2.0 if record.status >= ASSESSMENT else (1.0 if record.ever else 0.0)
    row = (
        float(week),
        float(i),
        float(home.cell),
        1.0 if infant else 0.0,
        float(record.status),
        known,
        1.0 if fatal else 0.0,
        0.0,
    )
    note(incidents, row)
    tally[home.cell, INCIDENTS] += 1.0
    if infant:
        tally[home.cell, INFANTS] += 1.0
    if known == 0.0:
        tally[home.cell, NEVER_KNOWN] += 1.0
    if record.status == CHILD_PROTECTION:
        tally[home.cell, ON_PLAN] += 1.0
    if fatal:
        tally[home.cell, DEATHS] += 1.0


@compiled
def grow_worse(truth: Truth, p: Families, years: float) -> None:
    """Let severity grow while harm goes on."""
    if truth.harm:
        truth.severity *= exp(p.severity_growth * years)
