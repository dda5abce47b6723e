"""Partner agencies: who sees a sign, and whether it is passed on."""

from typing import NamedTuple

import numpy as np

from sim.casefile.events import HEALTH, NOT_NOTICED, NOT_PASSED_ON, SCHOOL
from sim.kernel.chance import normal_quantile, uniform
from sim.kernel.compiled import compiled
from sim.measures.counters import index
from sim.parameters.casework import Casework
from sim.parameters.families import Families
from sim.parameters.loops import Loops
from sim.parameters.partners import Partners
from sim.rules.family import SCHOOL_AGE
from sim.rules.lists import add
from sim.rules.observe import observe_harm, observe_sign
from sim.state.columns import NEVER, NOBODY, Rows
from sim.state.household import Household
from sim.state.organisation import Agency
from sim.state.record import Record
from sim.state.tables import Lists, Tally
from sim.state.trace import Trace
from sim.state.truth import Truth

SIGNS, CONTACTS, JOINED = index("signs"), index("contacts"), index("contacts_joined")
AGENCY_COUNT = 5


class SignLuck(NamedTuple):
    """What is drawn when a family could be noticed."""

    sign: np.uint64
    place: np.uint64
    strength: np.uint64


@compiled
def false_share(q: Partners, kind: int) -> float:
    """Share of signs of pressure that one kind of agency sees; the public sees the rest."""
    rest = 1.0 - q.false_police - q.false_school - q.false_health - q.false_professional
    each = (q.false_police, q.false_school, q.false_health, q.false_professional, rest)
    return each[kind]


@compiled
def true_share(q: Partners, kind: int) -> float:
    """Share of signs of harm that one kind of agency sees; the public sees the rest."""
    rest = 1.0 - q.true_police - q.true_school - q.true_health - q.true_professional
    each = (q.true_police, q.true_school, q.true_health, q.true_professional, rest)
    return each[kind]


@compiled
def covers(home: Household, agency: Agency, q: Partners) -> float:
    """Share of a family's signs in an agency's way that it is there to see this week."""
    if agency.kind == SCHOOL and home.eldest < SCHOOL_AGE:
        reached = q.under_fives_reached * (1.0 - q.school_under_five)
        return agency.coverage * (q.school_under_five + reached)
    if agency.kind == HEALTH and home.youngest >= SCHOOL_AGE:
        return agency.coverage * q.health_over_five
    return agency.coverage


@compiled
def who_sees(home: Household, agencies: Rows[Agency], q: Partners, place: float) -> int:
    """Find the agency that sees a sign, NOBODY if the one in its way does not cover the family.

    place : in [0, 1) a sign of harm, in [1, 2) one of pressure, as `observe_sign` gives it
    """
    left = place if place < 1.0 else place - 1.0
    for kind in range(AGENCY_COUNT):
        share = true_share(q, kind) if place < 1.0 else false_share(q, kind)
        if left < share:
            agency = agencies[home.authority * AGENCY_COUNT + kind]
            return kind if left < share * covers(home, agency, q) else NOBODY
        left -= share
    return NOBODY


@compiled
def see_sign(
    home: Household, truth: Truth, record: Record, trace: Trace, i: int, week: int,
    agencies: Rows[Agency], p: Families, q: Partners, c: Casework, loops: Loops,
    luck: SignLuck, queue: Lists, tally: Tally,
) -> None:  # fmt: skip
    """Let an agency see a sign; if it is strong enough, make a contact for each child."""
    kind = who_sees(home, agencies, q, observe_sign(truth, uniform(luck.place, i)))
    if kind == NOBODY:
        return
    tally[home.cell, SIGNS] += home.children
    agency = agencies[home.authority * AGENCY_COUNT + kind]
    noise = normal_quantile(uniform(luck.strength, i))
    strength = observe_harm(truth, agency.discrimination, 0.0, noise, p, c, loops.distrust_conceals)
    if truth.harm and trace.noticed == NEVER:
        trace.noticed = week
    if truth.harm and trace.reached == NOT_NOTICED:
        trace.reached = NOT_PASSED_ON
    if strength > agency.criterion:
        tally[home.cell, CONTACTS] += home.children
        record.source = kind
        if record.contact_waits == NEVER:
            record.contact_waits = week
            add(queue, i)
        else:
            tally[home.cell, JOINED] += home.children
