"""How significant harm begins, grows and ends, and what is noted of a spell."""

from math import exp, log

from sim.casefile.events import EMOTIONAL, NEGLECT, NO_HARM, NOT_NOTICED, PHYSICAL, SEVERAL, SEXUAL
from sim.casefile.status import ASSESSMENT, CHILD_PROTECTION
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import normal_quantile, uniform
from sim.kernel.compiled import arithmetic, compiled
from sim.measures.counters import index
from sim.parameters.families import Families
from sim.parameters.loops import Loops
from sim.parameters.partners import Partners
from sim.rules.family import FamilyLuck
from sim.rules.lists import note
from sim.state.columns import NEVER
from sim.state.household import Household
from sim.state.record import Record
from sim.state.tables import Tally
from sim.state.trace import Book, Trace
from sim.state.truth import Chances, Truth

BEGAN, ENDED, UNRECOGNISED = (
    index("spells_began"),
    index("spells_ended"),
    index("spells_never_recognised"),
)
MISSED = index("missed_not_noticed")  # the first of FAILINGS, in their order
CEASED, STOPPED_BY_CARE, GREW_UP = 0, 1, 2


@arithmetic
def weekly_chance(yearly: float) -> float:
    """Chance a week of an event with a yearly hazard."""
    return 1.0 - exp(-yearly / WEEKS_IN_YEAR)


@compiled
def kind_of(p: Families, u: float) -> int:
    """Kind of harm of a new spell."""
    u -= p.kind_neglect
    if u < 0.0:
        return NEGLECT
    u -= p.kind_emotional
    if u < 0.0:
        return EMOTIONAL
    u -= p.kind_physical
    if u < 0.0:
        return PHYSICAL
    u -= p.kind_sexual
    return SEXUAL if u < 0.0 else SEVERAL


@compiled
def relapse_factor(truth: Truth, p: Families, week: int) -> float:
    """How much likelier harm begins in a family that has harmed before; fades."""
    if truth.relapse_from == NEVER:
        return 1.0
    years = (week - truth.relapse_from) / WEEKS_IN_YEAR
    return 1.0 + (p.relapse - 1.0) * exp(-years / p.relapse_years)


@compiled
def onset_hazard(home: Household, truth: Truth, p: Families, week: int) -> float:
    """Yearly hazard that harm begins in a family, at its present pressure: siblings share it."""
    variance = (
        p.deprivation_sd * p.deprivation_sd
        + p.risk_sd * p.risk_sd
        + p.transient_sd * p.transient_sd
    )
    relative = exp(p.onset_slope * truth.pressure - 0.5 * p.onset_slope * p.onset_slope * variance)
    return p.onset_rate * home.age_factor * relative * relapse_factor(truth, p, week)


@compiled
def end_hazard(truth: Truth, record: Record, p: Families, loops: Loops) -> float:
    """Yearly hazard that a spell ends: by itself, and the more so with help that arrives.

    Help is a dose of good visits, taken in as far as the family trusts those who bring it. With
    the loop of protection off, all have what the harmed have on average.
    """
    years = p.chronic_spell_years if truth.chronic else p.transient_spell_years
    if loops.earlier_protection == 0.0:
        return p.usual_protection / years
    effect = 1.0
    if record.status >= CHILD_PROTECTION:
        effect = p.plan_effect
    elif record.status >= ASSESSMENT:
        effect = p.in_need_effect
    taken_in = record.dose * truth.trust / p.trust_start
    return (1.0 + (effect - 1.0) * taken_in) / years


@compiled
def refresh(
    home: Household, truth: Truth, record: Record, chances: Chances, i: int, week: int, p: Families,
    q: Partners, loops: Loops,
) -> None:  # fmt: skip
    """Set a family's weekly chances from its present state."""
    if truth.away or home.children == 0:
        chances.change[i] = 0.0
        chances.sign[i] = 0.0
        return
    truth.false_signs = q.false_signs * exp(q.false_slope * truth.pressure) / WEEKS_IN_YEAR
    truth.true_signs = 0.0
    if truth.harm:
        yearly = end_hazard(truth, record, p, loops)
        seen = q.true_signs * exp(q.visible_severity * log(truth.severity))
        truth.true_signs = seen / WEEKS_IN_YEAR
    else:
        yearly = onset_hazard(home, truth, p, week)
    chances.change[i] = weekly_chance(yearly)
    chances.sign[i] = 1.0 - exp(-(truth.true_signs + truth.false_signs))


@compiled
def begin_harm(
    home: Household, truth: Truth, trace: Trace, i: int, week: int, p: Families, luck: FamilyLuck,
    tally: Tally,
) -> None:  # fmt: skip
    """Begin a spell of significant harm."""
    truth.harm = kind_of(p, uniform(luck.kind, i))
    truth.chronic = 1 if uniform(luck.chronic, i) < p.chronic_share else 0
    truth.severity = exp(p.severity_spread * normal_quantile(uniform(luck.severity, i)))
    truth.onset = week
    trace.noticed = NEVER
    trace.referred = NEVER
    trace.recognised = NEVER
    trace.reached = NOT_NOTICED
    tally[home.cell, BEGAN] += home.children


@compiled
def end_harm(
    home: Household, truth: Truth, trace: Trace, week: int, why: int, spells: Book, tally: Tally,
) -> None:  # fmt: skip
    """End a spell of significant harm and write it down."""
    write_spell(home, truth, trace, week, why, spells)
    tally[home.cell, ENDED] += home.children
    if trace.recognised == NEVER:
        tally[home.cell, UNRECOGNISED] += home.children
        tally[home.cell, MISSED + trace.reached] += home.children
    truth.harm = NO_HARM
    truth.relapse_from = week
    trace.ended = week


@compiled
def write_spell(
    home: Household, truth: Truth, trace: Trace, week: int, why: int, spells: Book
) -> None:
    """Write a spell's row: SPELL_COLUMNS."""
    note(
        spells,
        (
            float(home.cell), float(truth.harm), float(truth.chronic), float(home.children),
            float(truth.onset), float(week), float(trace.recognised), float(trace.noticed),
            float(trace.referred), float(trace.reached), float(why),
        ),
    )  # fmt: skip


SPELL_COLUMNS = (
    "cell", "kind", "chronic", "children", "onset_week", "end_week", "recognised_week",
    "noticed_week", "referred_week", "reached", "ended_by",
)  # fmt: skip
