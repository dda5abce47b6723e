"""A family's turn, once a quarter: age, pressure, severity; and the slot's next family."""

from sim.casefile.events import NOTHING
from sim.casefile.status import (
    ASSESSMENT,
    CLOSED,
    EARLY_HELP,
    EVER_IN_NEED,
    EVER_ON_PLAN,
    EVER_REFERRED,
)
from sim.kernel.compiled import compiled
from sim.measures.counters import index
from sim.parameters.families import Families
from sim.parameters.loops import Loops
from sim.parameters.partners import Partners
from sim.rules.consequences import grow_worse
from sim.rules.family import (
    ADULT,
    SCHOOL_AGE,
    TURN_WEEKS,
    YEARS_IN_WEEK,
    FamilyLuck,
    Passage,
    age_of,
    begin_family,
    count_children,
    drift,
    grown_up,
)
from sim.rules.harm import CEASED, GREW_UP, begin_harm, end_harm, refresh
from sim.rules.lists import add
from sim.rules.moves import close
from sim.rules.moving import live_in, may_move
from sim.rules.stocks import harmed_since
from sim.state.case import Case
from sim.state.columns import NEVER, NOBODY, Rows
from sim.state.household import Household
from sim.state.organisation import Council
from sim.state.record import Record
from sim.state.tables import Lists, Tally
from sim.state.trace import Book, Trace
from sim.state.truth import Chances, Truth

TURNED_18, TURNED_18_HARMED = index("turned_18"), index("turned_18_harmed")
TURNED_18_REFERRED = index("turned_18_referred")
TURNED_18_IN_NEED, TURNED_18_PLAN = index("turned_18_in_need"), index("turned_18_plan")

OVERTAKEN = index("assessments_overtaken")
LAPSED, EARLY_HELP_ENDED = index("contacts_lapsed"), index("early_help_ended")


@compiled
def blank_file(record: Record) -> None:
    """Give a family that nobody has heard of its empty file."""
    record.status = CLOSED
    record.status_since = NEVER
    record.opened = NEVER
    record.in_need_since = NEVER
    record.ever = 0
    record.plans = 0
    record.workers_met = 0
    record.last_referral = NEVER
    record.last_enquiry = NEVER
    record.closed = NEVER
    record.file_comes = NEVER
    record.contact_waits = NEVER
    record.incident = 0
    record.worker = NOBODY
    record.allocated = NEVER
    record.stalled_until = NEVER
    record.assessment_left = NOBODY
    record.enquiry_left = NOBODY
    record.conference_left = NOBODY
    record.belief = 0.0
    record.need = 0.0
    record.knowledge = 0.0
    record.event = NOTHING
    record.placed = 0


@compiled
def count_grown(home: Household, truth: Truth, record: Record, week: int, tally: Tally) -> None:
    """Count children who turned 18 since the last turn, what their file says, and what was true."""
    for child in range(home.born):
        age = age_of(home, child, week)
        if age < ADULT or age - TURN_WEEKS * YEARS_IN_WEEK >= ADULT:
            continue
        tally[home.cell, TURNED_18] += 1.0
        if harmed_since(truth, home.first_birth + child * home.spacing):
            tally[home.cell, TURNED_18_HARMED] += 1.0
        if record.ever & EVER_REFERRED:
            tally[home.cell, TURNED_18_REFERRED] += 1.0
        if record.ever & EVER_IN_NEED:
            tally[home.cell, TURNED_18_IN_NEED] += 1.0
        if record.ever & EVER_ON_PLAN:
            tally[home.cell, TURNED_18_PLAN] += 1.0


@compiled
def succeed(
    home: Household, truth: Truth, record: Record, trace: Trace, i: int, own: int, week: int,
    p: Families, luck: FamilyLuck, population: Tally, spells: Book, tally: Tally,
) -> None:  # fmt: skip
    """Let a family whose children have grown up make room for a new one, where the slot began."""
    if truth.harm:
        end_harm(home, truth, trace, week, GREW_UP, spells, tally)
    if record.status == ASSESSMENT:
        tally[home.cell, OVERTAKEN] += home.children
    if record.status >= ASSESSMENT:
        close(Case(home, truth, record, trace, i, week), tally)
    if record.status == EARLY_HELP:
        tally[home.cell, EARLY_HELP_ENDED] += home.children
    if record.contact_waits != NEVER:
        tally[home.cell, LAPSED] += home.children
    blank_file(record)
    trace.ended = NEVER
    live_in(home, own, population)
    begin_family(home, truth, p, i, luck)
    home.first_birth = week


@compiled
def take_turn(
    home: Household, truth: Truth, record: Record, trace: Trace, chances: Chances, i: int,
    own: int, week: int, councils: Rows[Council], passage: Passage, p: Families,
    q: Partners, loops: Loops, luck: FamilyLuck, population: Tally, spells: Book, tally: Tally,
) -> None:  # fmt: skip
    """Bring a family's ages, pressure, home and chances up to date.

    own : the authority in which its slot began
    """
    before = home.children
    if home.eldest + TURN_WEEKS * YEARS_IN_WEEK >= ADULT:
        count_grown(home, truth, record, week, tally)
    if grown_up(home, week):
        succeed(home, truth, record, trace, i, own, week, p, luck, population, spells, tally)
    count_children(home, p, week)
    population[home.cell] += home.children - before
    may_move(home, truth, record, councils, i, week, passage.leaving, p, luck, population, tally)
    if home.youngest < SCHOOL_AGE:
        truth.help += passage.universal
    drift(truth, passage, i, luck)
    grow_worse(truth, p, TURN_WEEKS * YEARS_IN_WEEK)
    refresh(home, truth, record, chances, i, week, p, q, loops)


@compiled
def change(
    home: Household, truth: Truth, record: Record, trace: Trace, chances: Chances, i: int,
    week: int, p: Families, q: Partners, loops: Loops, luck: FamilyLuck, harmed: Lists,
    spells: Book, tally: Tally,
) -> None:  # fmt: skip
    """Let harm begin where there is none, or end where there is."""
    if truth.harm:
        end_harm(home, truth, trace, week, CEASED, spells, tally)
    else:
        begin_harm(home, truth, trace, i, week, p, luck, tally)
        add(harmed, i)
    refresh(home, truth, record, chances, i, week, p, q, loops)
