"""Conservation in the workforce: every post, person, hour and pound, each week of three worlds.

One world is as it is by default but busy, so that every kind of move is made often; in one every
lever is moved, and back again, in one no authority shares its labour market. The laws look at the
tables from outside. Each is shown to hold something: a rule changed a little breaks it.
"""

from dataclasses import replace
from datetime import date

import pytest

from sim.kernel.compiled import NAMESPACES, interpreted
from sim.measures.counters import COUNTERS, index
from sim.model import ChildrensServices
from sim.parameters.registry import registry
from sim.rules.hours import week_of_hours
from sim.rules.labour_market import claim_of
from sim.stages.leadership import spending
from tests.market_books import Stocks, supply
from tests.pounds import pounds
from tests.staff_books import Week, employment, hours, market, near, people, posts
from tests.worlds import SEED, moved, small

BUSY = {
    "workforce.families_per_post": 20.0, "workforce.exit_hazard": 0.6, "workforce.pension_age": 50,
    "workforce.part_time_share": 0.3, "workforce.moves_inside": 1.0, "workforce.posts_growth": 0.1,
    "workforce.agency_weeks": 13.0, "management.manager_exit": 0.6, "market.supply": 3.0,
    "market.others": 0.1, "market.movers": 0.2, "market.agency_entry": 0.1,
    "market.agency_to_post": 2.0, "market.looking_weeks": 3.0, "market.qualified_weeks": 20.0,
    "media.england_authorities": 4.0, "market.regions": 1.0,
}  # fmt: skip
WEEKS = 104
MOVES = [
    name for name, one in COUNTERS.items()
    if one.kind == "flow" and name.startswith(("starters", "leavers", "agency_"))
] + ["moved_inside", "managers_appointed", "promoted", "moved_out"]  # fmt: skip


def pushed(name):
    """A lever's value half-way from its default to the further end of what it may be."""
    lever = registry()[name]
    ends = (lever.low, lever.high)
    further = max(ends, key=lambda end: abs(end - lever.default))
    return name, "to", 0.5 * (lever.default + further)


LEVERS = [name for name, one in registry().items() if one.role == "lever"]
ONE_REGION = tuple(replace(place, region="North") for place in small().authorities)
QUIET = small(families=2640, past=0, years=2, parameters=BUSY, authorities=ONE_REGION)
WORLDS = {
    "busy": QUIET,
    "levers": moved(
        QUIET, "all", *map(pushed, LEVERS), ("workforce.extra_trainees", "to", 1.0),
        ("workforce.posts_funded", "to", 0.7),
    ),
    "far apart": small(families=2640, past=0, years=2, parameters=BUSY),
    "more": moved(QUIET, "more", ("workforce.posts_funded", "to", 1.5),
                  ("workforce.agency_limit", "to", 0.0)),
    "apart": small(families=2640, past=0, years=2, parameters=BUSY,
                   uncoupled=("labour_market",)),
}  # fmt: skip


def broken(week, ever):
    """Give the laws that a week breaks."""
    laws = {
        "posts": posts(week), "people": people(week, ever), "employment": employment(week),
        "market": market(week), "supply": supply(week), "hours": hours(week),
        "pounds": pounds(week),
    }  # fmt: skip
    return [(name, what) for name, law in laws.items() for what, holds in law if not holds]


def watch(setting, weeks, agents=()):
    """Live weeks of a world; give the laws broken, and how often each counter counted anything."""
    model = ChildrensServices(setting, SEED, 0)
    model.step()
    ever, wrong, flows = set(), [], None
    for _ in range(weeks):
        week = Week(model, agents)
        ever |= week.was.all
        wrong += [(week.number, *law) for law in broken(week, ever)]
        ever |= week.now.all
        flows = week.tally if flows is None else flows + week.tally
    return wrong, flows, model


@pytest.fixture(scope="module")
def lived():
    """Two years of each world: the laws broken, and what every counter counted."""
    return {name: watch(setting, WEEKS)[:2] for name, setting in WORLDS.items()}


@pytest.mark.parametrize("name", WORLDS)
def test_every_post_person_hour_and_pound_is_accounted_for_every_week(lived, name):
    wrong, _ = lived[name]
    assert wrong == []


def test_every_kind_of_move_is_made_often(lived):
    """A law about moves that nobody makes would hold of anything."""
    flows = sum(flows for _, flows in lived.values()).sum(axis=0)
    moves = {name: round(float(flows[index(name)])) for name in MOVES}
    print(moves)
    assert min(moves.values()) > 20, moves
    assert flows[index("inside_gained")] != 0.0


def open_all(council, workers, w):
    """Fund whatever is there."""
    for row in range(council.first_worker, council.end_worker):
        workers[row].open = 1


def counts_twice(worker, tally, organisation):
    """Count a starter twice over."""
    for _ in range(2):
        tally[organisation, index("starters")] += worker.fte


def counts_heads(worker, week, tally, organisation):
    """Count a leaver as one, whatever the contract."""
    tally[organisation, index("leavers")] += 1.0
    tally[organisation, index(f"leavers_{COUNTED[worker.leaves_for]}")] += worker.fte


def leaves_uncounted(hall, market, u, years, p, organisation):
    """Let whoever might turn from an agency be gone, and tell nobody."""
    return 0


def forgets_leave(*given):
    """Share out the hours that are left after leave, and forget the leave."""
    return TRUE_HOURS(*given)._replace(leave=0.0)


def pays_no_agency(world, a):
    """Pay the permanent staff alone."""
    return TRUE_PAY(world, a)[0], 0.0


def nothing(*_):
    """Do nothing."""


COUNTED = ("", "profession", "retired", "authority", "agency")
TRUE_HOURS, TRUE_PAY = interpreted(week_of_hours), spending.pay_of_staff
TRUE_OVERHEADS = spending.overheads
MUTANTS = {
    "extra places become posts": ("posts", "stages.workforce", "fund_posts", open_all),
    "who looks for a post is lost": ("market", "rules.departures", "stand_by", nothing),
    "who settles in still looks": ("people", "rules.arrivals", "vacate", nothing),
    "no job is written down": ("people", "rules.exits", "write_job", nothing),
    "starters count twice": ("employment", "rules.arrivals", "count_starter", counts_twice),
    "leavers count as heads": ("employment", "rules.exits", "count_leaver", counts_heads),
    "agency workers vanish": ("market", "rules.departures", "turn_of", leaves_uncounted),
    "the rest of England takes nobody": ("supply", "stages.workforce", "go_elsewhere", nothing),
    "nobody is lost to other work": ("supply", "stages.workforce", "lose_touch", nothing),
    "leave is forgotten": ("hours", "rules.hours", "week_of_hours", forgets_leave),
}


IN_AUTUMN = replace(WORLDS["busy"], start=date(2023, 8, 1))  # when students qualify
STAGES = ("casework", "workforce")


def plain(weeks):
    """Live weeks in plain Python, where hours and staff are concerned; give the laws broken."""
    wrong, _, _ = watch(IN_AUTUMN, weeks, STAGES)
    return {law for _, law, _ in wrong}


def test_the_plain_week_keeps_the_laws():
    assert plain(20) == set()


def test_what_no_authority_claims_the_rest_of_england_takes(monkeypatch):
    claims, true = [], interpreted(claim_of)
    seen = NAMESPACES["sim.stages.workforce"]
    monkeypatch.setitem(seen, "claim_of", lambda *given: claims.append(true(*given)) or claims[-1])
    model = ChildrensServices(IN_AUTUMN, SEED, 0)
    model.step()
    for _ in range(12):
        claims.clear()
        stocks = Stocks(Week(model, ("workforce",)), 0, [0, 1])
        rest = 1.0 - sum(claims)
        assert 0.0 < rest < 1.0
        for missing, coming in (stocks.taken(), stocks.back()):
            assert near(missing, rest * coming)
    assert stocks.taken()[1] > 1.0


@pytest.mark.parametrize("name", MUTANTS)
def test_a_rule_changed_a_little_breaks_its_law(monkeypatch, name):
    law, room, rule, changed = MUTANTS[name]
    monkeypatch.setitem(NAMESPACES[f"sim.{room}"], rule, changed)
    assert law in plain(20)


PRICES = {
    "pay_of_staff": pays_no_agency, "overheads": lambda world, a: 10 * TRUE_OVERHEADS(world, a),
    "further_staff": lambda world, a: 1000.0, "further_services": lambda world, a: 1000.0,
    "policy_cost": lambda world, a: 1e6, "price": lambda *_: 0.0,
}  # fmt: skip


@pytest.mark.parametrize("rule", PRICES)
def test_a_price_that_is_wrong_breaks_the_law_of_pounds(monkeypatch, rule):
    monkeypatch.setattr(spending, rule, PRICES[rule])
    assert "pounds" in plain(2)
