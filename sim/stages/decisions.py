"""Decisions: enquiry, conference, plan, step up and down, proceedings, closure.

Reads    files, criteria; families through `observe` when a manager looks again
Changes  files; the observer's count of decisions
Draws    decisions.*
"""

from sim.kernel.compiled import compiled
from sim.parameters.allocation import Allocation
from sim.parameters.casework import Casework
from sim.parameters.decisions import Decisions
from sim.parameters.families import Families
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.parameters.media import Media
from sim.rules.decision import decide
from sim.rules.weighing import DecisionLuck, Sections
from sim.state.case import Case
from sim.state.columns import NOBODY, Rows
from sim.state.decided import Decided
from sim.state.household import Household
from sim.state.organisation import Council, Team
from sim.state.record import Record
from sim.state.tables import Lists, Tally
from sim.state.trace import Trace
from sim.state.truth import Truth
from sim.state.worker import Worker
from sim.world.world import World


def run(world: World) -> None:
    """Decide on every case that something has reached."""
    t, p = world.tables, world.parameters
    decide_all(
        t.homes, t.truth, t.record, t.trace, t.known, world.week, t.workers, t.teams, t.councils,
        p.decisions, p.casework, p.families, p.allocation, p.management, p.loops, p.media,
        world.luck(DecisionLuck, "decisions"), t.decided, t.tally,
    )  # fmt: skip


def by_agents(world: World) -> None:
    """Run the same week: worker and manager, case by case."""
    luck = world.luck(DecisionLuck, "decisions")
    for family in world.known_families():
        world.service_managers[family.home.authority].sign(family, luck)


@compiled
def decide_all(
    homes: Rows[Household], truth: Rows[Truth], record: Rows[Record], trace: Rows[Trace],
    known: Lists, week: int, workers: Rows[Worker], teams: Rows[Team], councils: Rows[Council],
    d: Rows[Decisions], c: Rows[Casework], f: Rows[Families], p: Rows[Allocation],
    m: Rows[Management], loops: Rows[Loops], media: Rows[Media], luck: DecisionLuck,
    decided: Decided, tally: Tally,
) -> None:  # fmt: skip
    """Let the criterion of each case's worker and council meet its evidence."""
    for k in range(known.count[0]):
        i = int(known.families[k])
        a = homes[i].authority
        supervision = m[a].supervision_usual
        if record[i].worker != NOBODY:
            supervision = teams[workers[record[i].worker].team].supervision
        s = Sections(d[a], c[a], f[a], p[a], m[a], loops[a], media[a], decided)
        case = Case(homes[i], truth[i], record[i], trace[i], i, week)
        decide(case, councils[a], workers, supervision, s, luck, tally)
