"""How a family ages, comes under pressure, and makes room for the next."""

from math import exp, floor, sqrt
from typing import NamedTuple

import numpy as np

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import normal_quantile, uniform
from sim.kernel.compiled import compiled
from sim.parameters.families import Families
from sim.state.columns import NEVER
from sim.state.household import Household
from sim.state.truth import Truth

TURN_WEEKS = 13
YEARS_IN_WEEK = 1.0 / WEEKS_IN_YEAR
ADULT = 18.0
INFANT = 1.0
SCHOOL_AGE = 5.0
ADOLESCENT = 11.0
MIDDLE_DECILE = 5.5
DECILE_SD = 2.8722813232690143


class FamilyLuck(NamedTuple):
    """What is drawn for families."""

    change: np.uint64
    kind: np.uint64
    chronic: np.uint64
    severity: np.uint64
    passing: np.uint64
    start: np.uint64
    size: np.uint64
    spacing: np.uint64
    risk: np.uint64
    deceit: np.uint64
    lasting: np.uint64
    moves: np.uint64
    where: np.uint64


@compiled
def age_of(home: Household, child: int, week: int) -> float:
    """Age of a family's child in years; negative before birth."""
    return (week - home.first_birth - child * home.spacing) * YEARS_IN_WEEK


@compiled
def count_children(home: Household, p: Families, week: int) -> None:
    """Bring the family's children up to date, and how harm's onset depends on their ages.

    The factor is 1 on average over a childhood; siblings share their family's mean.
    """
    children, youngest, eldest, weight = 0, ADULT, 0.0, 0.0
    for child in range(home.born):
        age = age_of(home, child, week)
        if 0.0 <= age < ADULT:
            children += 1
            youngest = min(youngest, age)
            eldest = max(eldest, age)
            weight += (
                p.onset_infant
                if age < INFANT
                else (p.onset_adolescent if age >= ADOLESCENT else 1.0)
            )
    usual = (
        p.onset_infant + (ADOLESCENT - INFANT) + (ADULT - ADOLESCENT) * p.onset_adolescent
    ) / ADULT
    home.children = children
    home.youngest = youngest
    home.eldest = eldest
    home.age_factor = weight / (usual * max(1, children))


@compiled
def grown_up(home: Household, week: int) -> bool:
    """Whether the youngest child has turned 18."""
    return age_of(home, home.born - 1, week) >= ADULT


@compiled
def size_of(p: Families, u: float) -> int:
    """Draw the number of children that a new family will have."""
    if u < p.one_child:
        return 1
    if u < p.one_child + p.two_children:
        return 2
    if u < p.one_child + p.two_children + p.three_children:
        return 3
    return 4


@compiled
def begin_family(home: Household, truth: Truth, p: Families, i: int, luck: FamilyLuck) -> None:
    """Draw what a new family is like; where it lives stays."""
    home.born = size_of(p, uniform(luck.size, i))
    home.spacing = floor(p.spacing_years * (0.5 + uniform(luck.spacing, i)) * WEEKS_IN_YEAR)
    truth.lasting_pressure = (
        p.deprivation_sd * (home.decile - MIDDLE_DECILE) / DECILE_SD
        + p.risk_sd * normal_quantile(uniform(luck.risk, i))
        + p.pressure_per_child * (home.born - 2)
    )
    truth.passing_pressure = p.transient_sd * normal_quantile(uniform(luck.start, i))
    truth.help = 0.0
    truth.harm = 0
    truth.relapse_from = NEVER
    truth.trust = p.trust_start
    truth.deceives = 1 if uniform(luck.deceit, i) < p.deceiving_share else 0
    truth.lasting_need = 1 if uniform(luck.lasting, i) < p.lasting_need else 0
    truth.away = 0
    truth.removed_for = 0


class Passage(NamedTuple):
    """What a turn's passing does in one authority, worked out once for all its families."""

    kept: float  # share of passing pressure that stays
    jolt: float  # SD of the jolt it gets, log
    help_kept: float  # share of help that stays
    economic: float  # log pressure that the economy adds
    universal: float  # log pressure that universal services take off before school
    leaving: float  # chance that a family moves to another authority


@compiled
def passage_of(p: Families, economic: float, coupled: float) -> Passage:
    """Work out what a turn's passing does.

    coupled : 1, or 0 where families do not move
    """
    years = TURN_WEEKS / WEEKS_IN_YEAR
    kept = exp(-years / p.transient_years)
    jolt = p.transient_sd * sqrt(1.0 - kept * kept)
    universal = p.universal_help * years
    leaving = 1.0 - exp(-p.moves * coupled * years)
    return Passage(kept, jolt, exp(-years / p.help_years), economic, universal, leaving)


@compiled
def drift(truth: Truth, passage: Passage, i: int, luck: FamilyLuck) -> None:
    """Move pressure on by a turn: the passing part reverts and is jolted, help fades."""
    jolt = passage.jolt * normal_quantile(uniform(luck.passing, i))
    truth.passing_pressure = passage.kept * truth.passing_pressure + jolt
    truth.help *= passage.help_kept
    truth.pressure = truth.lasting_pressure + truth.passing_pressure + passage.economic - truth.help
