"""Books of the workforce, from outside: what a week may do to posts, people, hours and pounds."""

from types import SimpleNamespace

import numpy as np

from sim.measures.counters import CELLS, COUNTERS, index
from sim.model import WEEK, stage_name
from sim.rules.exits import DESTINATIONS, JOB_COLUMNS
from sim.state.columns import column
from sim.state.worker import AGENCY, EMPLOYED, LOOKING, ON_BOOKS, VACANT, WITH_CASES

TABLES = ("workers", "between", "markets", "councils")
LEAVERS = ("profession", "retired", "another authority", "agency")
NOT_ON_CASES = ("leave", "sick", "supervision", "training", "meetings", "lost")
BY_NATURE = ("direct", "travel", "recording", "meetings_on_cases")
BY_PURPOSE = ("assessing", "enquiring", "protecting", "supporting", "caring", "for_others")


def near(one, other):
    """Whether two books agree, but for the last digits of a sum."""
    return bool(np.allclose(one, other, rtol=1e-9, atol=1e-7))


class People:
    """Whoever was there at one moment, in a post or between posts."""

    def __init__(self, workers, between):
        rows = np.concatenate([workers, between])
        self.rows = rows[rows["filled"] != VACANT]
        self.number = self.rows["first_post"].astype(np.int64) * 1048576 + self.rows["first_turn"]
        self.all = set(self.number.tolist())

    def who(self, *filled):
        """Give the rows of those who stand so."""
        return self.rows[np.isin(self.rows["filled"], filled)]

    def at(self, numbers):
        """Give the rows of such people, in their order."""
        order = np.argsort(self.number)
        return self.rows[order[np.searchsorted(self.number, numbers, sorter=order)]]


class Week:
    """One week of a world, with its tables before and after."""

    def __init__(self, model, agents=()):
        self.model, self.number = model, model.week
        self.before = snapshot(model.tables)
        first = int(model.tables.jobs.count[0])
        live(model, agents)
        self.after = snapshot(model.tables)
        jobs = model.tables.jobs
        self.jobs = np.rec.fromarrays(
            jobs.rows[first : int(jobs.count[0])].T, names=list(JOB_COLUMNS)
        )
        self.was = People(self.before.workers, self.before.between)
        self.now = People(self.after.workers, self.after.between)
        self.places = len(model.councils)
        self.tally = model.tables.tally[::CELLS].copy()

    def count(self, name):
        """Give a counter's count of the week, by authority, at simulated size."""
        if COUNTERS[name].where == "authority":
            return self.tally[:, index(name)]
        cells = self.model.tables.tally[:, index(name)]
        return cells.reshape(self.places, CELLS).sum(axis=1)

    def add_up(self, *names):
        """Add counters up, by authority."""
        return sum((self.count(name) for name in names), np.zeros(self.places))

    def by_place(self, rows, what="fte"):
        """Add a column of rows up by authority; or count them, if it is None."""
        weight = np.ones(len(rows)) if what is None else rows[what]
        return np.bincount(rows["authority"].astype(int), weight, self.places)

    def ended(self, *destinations, agency=0):
        """Give the jobs that ended this week for such reasons."""
        reasons = [DESTINATIONS.index(name) for name in destinations]
        return self.jobs[np.isin(self.jobs["ended_by"], reasons) & (self.jobs["agency"] == agency)]


def snapshot(tables):
    """Copy the tables of the workforce."""
    return SimpleNamespace(**{name: np.array(getattr(tables, name)) for name in TABLES})


def live(model, agents):
    """Live a week: compiled, but for the stages that are to run in plain Python."""
    model.begin_week()
    for stage in WEEK:
        (stage.by_agents if stage_name(stage) in agents else stage.run)(model)
    model.end_week()


def posts(week):
    """Posts: their contracts never change, and each is filled, covered or vacant."""
    was, now = week.before.workers, week.after.workers
    for name in ("authority", "kind", "number", "extra", "fte"):
        yield f"a post's {name} stays", np.array_equal(was[name], now[name])
    is_open, filled, fte = now["open"] == 1, now["filled"], now["fte"]
    held, covered = is_open & (filled == EMPLOYED), is_open & (filled == AGENCY)
    for name, rows in {
        "posts": is_open, "in_post": filled == EMPLOYED, "vacancies": is_open & ~held,
        "agency_covering": covered, "agency_staff": filled == AGENCY,
    }.items():  # fmt: skip
        yield f"{name} counted", near(week.by_place(now[rows]), week.count(name))
    empty = week.by_place(now[is_open & (filled == VACANT)])
    parts = week.by_place(now[held]) + week.by_place(now[covered]) + empty
    yield "posts are filled, covered or vacant", near(parts, week.count("posts"))
    yield "permanent staff hold funded posts", bool(is_open[filled == EMPLOYED].all())
    yield "extra places are no posts", not (is_open & (now["extra"] == 1)).any()
    holding = now["kind"] == WITH_CASES
    yield "other posts stay open", bool(is_open[~holding].all())
    for a, council in enumerate(week.model.councils):
        place = np.arange(len(now)) - council.first_worker
        here = holding & (now["authority"] == a) & (now["extra"] == 0)
        funded = place < round(council.seats * week.model.rates.workforce[a].posts_funded)
        right = is_open[here] == (funded | (filled == EMPLOYED))[here]
        yield "case-holding posts are open as funded", bool(right.all()) and funded[here].any()
    assert near(fte[is_open].sum(), week.count("posts").sum())


def people(week, ever):
    """People: one place for each, nobody lost, nobody come twice, every job written down.

    ever : everybody there has been so far
    """
    was, now, jobs = week.was, week.now, week.jobs
    yield "one place for each", len(now.all) == len(now.number)
    gone, new = was.all - now.all, now.all - was.all
    between = set(was.number[np.isin(was.rows["filled"], (LOOKING, ON_BOOKS))].tolist())
    ended = set(jobs["person"].astype(np.int64).tolist())
    yield "who is gone left a job or was between posts", gone <= ended | between
    yield "nobody comes twice", not new & ever
    yield "one job ends a week", len(ended) == len(jobs)
    held = was.at(jobs["person"].astype(np.int64)) if ended <= was.all else jobs[:0]
    same = len(held) == len(jobs) and all(
        near(held[name], jobs[name])
        for name in ("authority", "fte", "started", "newly_qualified", "came_from")
    )
    yield (
        "the job that ended is the one that was held",
        same and bool(((held["filled"] == AGENCY) == (jobs["agency"] == 1)).all()),
    )
    employed = week.by_place(now.who(EMPLOYED), None) - week.by_place(was.who(EMPLOYED), None)
    joined = now.who(EMPLOYED)
    joined = joined[joined["started"] == week.number]
    left = week.by_place(jobs[jobs["agency"] == 0], None)
    yield "staff change by who comes and goes", near(employed, week.by_place(joined, None) - left)


def employment(week):
    """FTE: those in post change by starters, leavers, promotions and contracts, to the hour."""
    change = week.by_place(week.now.who(EMPLOYED)) - week.by_place(week.was.who(EMPLOYED))
    flows = week.count("starters") - week.count("leavers") - week.count("promoted")
    yield "in post by flows", near(change, flows + week.count("inside_gained"))
    origins = ("newly_qualified", "authority", "returned", "agency")
    parts = week.add_up(*(f"starters_{one}" for one in origins))
    yield "starters by origin", near(parts, week.count("starters"))
    counters = ("profession", "retired", "authority", "agency")
    for name, counter in zip(LEAVERS, counters, strict=True):
        told = week.count(f"leavers_{counter}")
        yield f"leavers, {name}", near(week.by_place(week.ended(name)), told)
    yield "leavers", near(week.by_place(week.ended(*LEAVERS)), week.count("leavers"))
    yield "promoted", near(week.by_place(week.ended("promoted")), week.count("promoted"))


def market(week):
    """Movers and agencies: whom one place loses another gains, or a counter tells of."""
    was, now = week.was, week.now
    left, out = week.count("agency_left").sum(), week.count("moved_out").sum()
    stock = len(now.who(AGENCY, ON_BOOKS)) - len(was.who(AGENCY, ON_BOOKS))
    entered = week.count("agency_joined").sum() + week.count("agency_entered").sum()
    yield "agency workers by flows", stock == entered - left
    yield "joined", len(week.ended("agency")) == week.count("agency_joined").sum()
    new = now.rows[~np.isin(now.number, list(was.all))]
    yield "entered", (new["filled"] != EMPLOYED).sum() == week.count("agency_entered").sum()
    turned = turned_to_posts(week)
    parted = week.count("agency_left") - turned - week.count("agency_moved_out")
    yield "movers arrive, move out or still look", bool((turned >= 0).all())
    yield "who leaves an agency goes somewhere", bool((parted >= 0).all())
    turned = turned.sum()
    over = len(week.ended("profession", "retired", "promoted"))
    yield "everybody gone is counted", len(was.all - now.all) == over + out + left - turned
    for name, status in (("on_books", ON_BOOKS), ("looking", LOOKING)):
        yield name, len(now.who(status)) == week.count(name).sum()


def turned_to_posts(week):
    """Count, by authority, those who turned from an agency to look for a post: what is missing.

    Who looks for a post came from one, or from an agency; and has found one, moved out, or looks.
    """
    was, now = week.was, week.now
    settled = np.isin(now.number, list(was.all)) & (now.rows["filled"] == EMPLOYED)
    settled &= now.rows["started"] == week.number
    found = week.by_place(was.at(now.number[settled]), None) + week.count("moved_out")
    looking = week.by_place(now.who(LOOKING), None) - week.by_place(was.who(LOOKING), None)
    return looking + found - week.by_place(week.ended("another authority"), None)


def hours(week):
    """Hours: contracted and overtime are spent, and by purpose as by nature."""
    held = week.before.workers
    held = held[(held["filled"] != VACANT) & (held["kind"] == WITH_CASES)]
    each = column(week.model.parameters.casework, "contract_hours")
    contracted = week.count("hours_contracted")
    yield "contracted", near(week.by_place(held) * each, contracted)
    away = week.add_up(*(f"hours_{name}" for name in NOT_ON_CASES))
    yield "available", near(contracted, away + week.count("hours_available"))
    nature = week.add_up(*(f"hours_{name}" for name in BY_NATURE))
    spent = away + nature + week.count("hours_spare")
    yield "every hour is spent", near(contracted + week.count("hours_overtime"), spent)
    purpose = week.add_up(*(f"hours_{name}" for name in BY_PURPOSE))
    yield "by purpose as by nature", near(nature, purpose)
    signed = [f"hours_{name}" for name in (*BY_NATURE, *BY_PURPOSE, *NOT_ON_CASES, "spare")]
    yield "no hours below nothing", all((week.count(name) > -1e-9).all() for name in signed)
    days = 5.0 * week.by_place(week.was.who(EMPLOYED))
    yield "days", near(days, week.count("days_contracted"))
    yield "sick days", bool((week.count("days_sick") <= days + 1e-9).all())
