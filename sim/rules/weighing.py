"""Weighing: new evidence against the belief on file, and what the observer notes of a decision."""

from math import floor
from typing import NamedTuple

import numpy as np

from sim.casefile.timescales import THREE_MONTHS
from sim.kernel.compiled import apart, compiled
from sim.measures.counters import CELLS
from sim.parameters.allocation import Allocation
from sim.parameters.casework import Casework
from sim.parameters.decisions import Decisions
from sim.parameters.families import Families
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.parameters.media import Media
from sim.rules.criterion import Moved
from sim.rules.family import ADOLESCENT, INFANT, SCHOOL_AGE
from sim.rules.observe import harm_to_see
from sim.state.case import Case
from sim.state.decided import BAND, BANDS, HARMED_LATELY, LOWEST, Decided
from sim.state.household import Household
from sim.state.record import Record
from sim.state.trace import Trace
from sim.state.truth import Truth


class DecisionLuck(NamedTuple):
    """What is drawn when a case is decided on."""

    wait: np.uint64
    court: np.uint64
    interim: np.uint64
    move: np.uint64
    look: np.uint64
    second: np.uint64
    kind: np.uint64
    family: np.uint64


class Sections(NamedTuple):
    """The numbers that decisions read in one authority, and where they are counted."""

    decisions: Decisions
    casework: Casework
    families: Families
    allocation: Allocation
    management: Management
    loops: Loops
    media: Media
    decided: Decided


@compiled
def weigh(record: Record, c: Casework) -> None:
    """Weigh new evidence of harm against the belief on file, which persists."""
    record.belief = c.old_belief * record.belief + (1.0 - c.old_belief) * record.evidence


@compiled
def truth_of(truth: Truth, trace: Trace, week: int) -> int:
    """Give, for the observer, the kind of harm; that it ended within three months; or 0."""
    kind = harm_to_see(truth)
    if kind == 0 and week - trace.ended <= THREE_MONTHS:
        return HARMED_LATELY
    return kind


@compiled
def age_band(home: Household) -> int:
    """Band of the age of the youngest child."""
    if home.youngest < INFANT:
        return 0
    if home.youngest < SCHOOL_AGE:
        return 1
    return 2 if home.youngest < ADOLESCENT else 3


@apart
def note_decision(
    home: Household, truth: Truth, trace: Trace, week: int, decision: int, evidence: float,
    base: float, above: bool, why: Moved, decided: Decided,
) -> None:  # fmt: skip
    """Count, for the observer, a decision about a family's children.

    evidence : what the criterion met, SD
    base     : the criterion before it was moved
    above    : whether the evidence lay above the criterion
    """
    children = float(home.children)
    kind, age, quintile = truth_of(truth, trace, week), age_band(home), home.cell % CELLS - 1
    decided.groups[decision, kind, age, quintile, 0] += children
    if above:
        decided.groups[decision, kind, age, quintile, 1] += children
    beyond = evidence - base - why.shift - LOWEST
    band = min(BANDS - 1, max(0, floor(beyond / BAND)))
    decided.margins[decision, 1 if kind > 0 else 0, band] += children
    parts = decided.parts[home.authority, decision]
    each = (
        1.0, base, why.authority, why.policy, why.worker, why.experience, why.load, why.fear,
        why.norm,
    )  # fmt: skip
    for place in range(len(each)):
        parts[place] += children * each[place]


@compiled
def note_weighing(
    case: Case, decision: int, evidence: float, base: float, above: bool, why: Moved, s: Sections
) -> None:
    """Count, for the observer, a decision on an open case."""
    note_decision(
        case.home, case.truth, case.trace, case.week, decision, evidence, base, above, why,
        s.decided,
    )  # fmt: skip
