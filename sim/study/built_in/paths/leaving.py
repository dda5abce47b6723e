"""Leaving as it is to be expected: everybody's chance of giving notice, added up week by week.

Leavers are few, and counted ones carry the luck of each. Their chances carry only what moves
them, which is what a path is about; so the same runs show far smaller differences.
"""

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.compiled import compiled
from sim.measures.compute import table, total
from sim.model import ChildrensServices
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.parameters.media import Media
from sim.parameters.workforce import Workforce
from sim.rules.exits import exit_hazard
from sim.rules.harm import weekly_chance
from sim.scenario import Scenario
from sim.state.columns import NEVER, Rows
from sim.state.organisation import Council, Team
from sim.state.worker import EMPLOYED, Worker
from sim.study.built_in.stationarity import last_day
from sim.study.replicate import past_of

LEAVING = "leaving"
COUNTED = "leavers_counted"
MEASURES = ("vacancy", "absence", "visits_done")
BESIDE = ("referrals", "caseload", "load", "strain")


@compiled
def expected(  # noqa: PLR0913 - a compiled function takes its tables one by one
    workers: Rows[Worker], teams: Rows[Team], councils: Rows[Council], week: int,
    w: Rows[Workforce], m: Rows[Management], media: Rows[Media], loops: Rows[Loops],
) -> tuple[float, float]:  # fmt: skip
    """Add up the chances that somebody gives notice this week, and who is in post, FTE."""
    leaving, in_post = 0.0, 0.0
    for post in range(len(workers)):
        worker = workers[post]
        if worker.filled != EMPLOYED:
            continue
        in_post += worker.fte
        if worker.leaves > NEVER:
            continue
        a = worker.authority
        hazard = exit_hazard(
            worker, teams[worker.team], councils[a], w[a], m[a], media[a], loops[a], week
        )
        retiring = weekly_chance(w[a].retirement) if worker.age >= w[a].pension_age else 0.0
        leaving += worker.fte * min(1.0, weekly_chance(hazard) + retiring)
    return leaving, in_post


def run_watched(
    scenario: Scenario, seed: int, replicate: int, settling: int = 0
) -> dict[str, float]:
    """Run a scenario, and give its rates over the run, or over what follows its first years.

    settling : years that are left out at the start
    returns  : leaving, in % of those in post a year; measures as `cpsim measures` defines them
    """
    model = ChildrensServices(scenario, seed, replicate, past_of(scenario, seed, replicate))
    first = model.calendar.week(last_day(scenario, settling)) + 1 if settling else 0
    leaving = in_post = 0.0
    while model.week < model.last_week:
        model.step()
        if model.week <= first:
            continue
        t, p = model.tables, model.parameters
        chances, staff = expected(
            t.workers, t.teams, t.councils, model.week - 1, p.workforce, p.management, p.media,
            p.loops,
        )  # fmt: skip
        leaving, in_post = leaving + chances, in_post + staff
    quarterly = model.recorder.tables()["quarterly"]
    quarterly = quarterly[quarterly["first_week"] >= first]
    values = table(quarterly, [*MEASURES, *BESIDE]).set_index("measure")["value"]
    counted = total(quarterly, "leavers", "yearly") / total(quarterly, "in_post", "mean")
    found = {LEAVING: 100.0 * WEEKS_IN_YEAR * leaving / in_post, COUNTED: 100.0 * counted}
    return {**found, **{str(name): float(value) for name, value in values.items()}}
