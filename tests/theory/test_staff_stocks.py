"""Little's law, L = λW, for vacancies and for agency workers; and a market that stays as it is.

Counters give the mean stock and the arrivals; stays are watched on the tables from outside, week
by week. With those under way at both ends of the window known,

    stock-weeks + weeks after the window of those who came in it
        = arrivals · mean stay + weeks in the window of those who were there before it

is an identity (Little 1961), which must hold to the last post: false alarms none, and one arrival
in a hundred uncounted is caught.

The market's stocks have closed forms when every authority draws people as usual: the newly
qualified fade by the rate at which they find posts and that at which they are lost; those out of
the profession stay as many as they are; and who comes is Poisson, with the mean that shares give.
False alarms there: one in a million for each comparison.
"""

from math import exp

import numpy as np
import pytest
from scipy import stats

from sim.kernel.calendar import SEPTEMBER, WEEKS_IN_YEAR
from sim.measures.counters import index
from sim.model import ChildrensServices
from sim.parameters.market import Market
from sim.rules.people import FIRST_POST, RETURNED
from sim.state.worker import AGENCY, EMPLOYED, ON_BOOKS
from tests.odds import FALSE_ALARM
from tests.sections import section
from tests.staff_books import Week
from tests.worlds import SEED, small

P = section(Market, supply=1.0, agency_entry=0.1, intake_of_fear=0.0)
ENGLAND = 153
AS_USUAL = {
    "money.posts_held": 0.0,
    "market.pull_of_vacancies": 0.0, "market.pull_of_name": 0.0, "market.supply": P.supply,
    "market.agency_entry": P.agency_entry, "market.intake_of_fear": P.intake_of_fear,
    "workforce.families_per_post": 3.0, "workforce.part_time_share": 0.0,
    "workforce.moves_inside": 0.0, "management.appointing_weeks": 1e9,
    "workforce.exit_hazard": 0.3,
}  # fmt: skip
YEARS, FIRST, LAST = 5, 52, 156
COUNTERS = {
    "vacancies": (("vacancies",), ("leavers", "promoted")),
    "agency workers": (("agency_staff", "on_books"), ("agency_joined", "agency_entered")),
}


class Stays:
    """Stays in one stock: when each began, and the weeks' ends at which it was there."""

    def __init__(self):
        self.began, self.weeks, self.here = [], [], {}

    def look(self, week, present, passed):
        """Note who is there at a week's end, and how many came and went within the week."""
        last, self.here = self.here, {}
        for one in present:
            if one not in last:
                last[one] = self.begin(week)
            self.here[one] = last[one]
            self.weeks[last[one]].append(week)
        for _ in range(passed):
            self.begin(week)

    def begin(self, week):
        self.began.append(week)
        self.weeks.append([])
        return len(self.began) - 1


class Lived:
    """Some years of a market in which every authority draws people as usual."""

    def __init__(self):
        setting = small(families=2640, past=0, years=YEARS, parameters=AS_USUAL)
        self.model = ChildrensServices(setting, SEED, 0)
        self.model.step()
        self.stays = {name: Stays() for name in COUNTERS}
        self.first, self.weeks, self.tallies = self.model.week, [], []
        while self.model.week < self.model.last_week:
            week = Week(self.model)
            self.tallies.append(week.tally.sum(axis=0))
            self.vacancies(week)
            self.agency(week)
            new = week.now.rows[~np.isin(week.now.number, list(week.was.all))]
            came = new[new["filled"] == EMPLOYED]["came_from"]
            term = [self.model.calendar.date(week.number - back).month for back in (0, 1)]
            self.weeks.append((
                week.before.markets[0], term[0] == SEPTEMBER != term[1],
                int((came == FIRST_POST).sum()), int((came == RETURNED).sum()),
            ))  # fmt: skip

    def vacancies(self, week):
        """Watch the funded posts without a permanent holder."""
        was, now = week.before.workers, week.after.workers
        held = now["filled"] == EMPLOYED
        empty = now["number"][(now["open"] == 1) & ~held].tolist()
        other = (was["first_post"] != now["first_post"]) | (was["first_turn"] != now["first_turn"])
        passed = held & (was["filled"] == EMPLOYED) & other
        self.stays["vacancies"].look(week.number, empty, int(passed.sum()))

    def agency(self, week):
        """Watch those who work through an agency, on an assignment or between two."""
        there = week.now.number[np.isin(week.now.rows["filled"], (AGENCY, ON_BOOKS))].tolist()
        joined = set(week.ended("agency")["person"].astype(np.int64).tolist())
        self.stays["agency workers"].look(week.number, there, len(joined - set(there)))

    def count(self, names, first=FIRST, last=LAST):
        """Add counters up over some weeks."""
        rows = self.tallies[first - self.first : last - self.first]
        return float(sum(row[index(name)] for row in rows for name in names))


@pytest.fixture(scope="module")
def lived():
    return Lived()


class Law:
    """Both sides of Little's law for one stock over a window."""

    def __init__(self, lived, name):
        stock, arrivals = COUNTERS[name]
        self.stock_weeks, self.arrivals = lived.count(stock), lived.count(arrivals)
        stays = lived.stays[name]
        inside = [len([w for w in weeks if FIRST <= w < LAST]) for weeks in stays.weeks]
        whole = [len(weeks) for weeks in stays.weeks]
        came = [FIRST <= week < LAST for week in stays.began]
        earlier = [week < FIRST for week in stays.began]
        self.watched = sum(came)
        self.stay = float(np.dot(came, whole)) / self.watched
        self.head = float(np.dot(earlier, inside))
        self.tail = float(np.dot(came, whole) - np.dot(came, inside))

    def gap(self, arrivals=1.0, stock=1.0):
        """Weeks by which the identity is out, if so much of each counter were counted."""
        right = arrivals * self.arrivals * self.stay + self.head
        return stock * self.stock_weeks + self.tail - right


@pytest.mark.parametrize("name", COUNTERS)
def test_mean_stock_is_arrivals_times_mean_stay(lived, name):
    law = Law(lived, name)
    weeks = LAST - FIRST
    print(f"{name}: L {law.stock_weeks / weeks:.1f}, λ {law.arrivals / weeks:.2f} a week, "
          f"W {law.stay:.1f} weeks, λW {law.arrivals / weeks * law.stay:.1f}")  # fmt: skip
    assert law.arrivals == pytest.approx(law.watched, abs=1e-6)
    assert law.arrivals > 100
    assert law.gap() == pytest.approx(0.0, abs=1e-6 * law.stock_weeks)


@pytest.mark.parametrize("name", COUNTERS)
def test_one_arrival_in_a_hundred_uncounted_would_be_caught(lived, name):
    law = Law(lived, name)
    assert abs(law.gap(arrivals=0.99)) > 0.002 * law.stock_weeks
    assert abs(law.gap(stock=0.99)) > 0.005 * law.stock_weeks


def test_the_newly_qualified_fade_as_they_find_posts_and_are_lost(lived):
    """Found at one rate, lost at another: exponential, with the sum of both."""
    stocks = np.array([market["qualified"] for market, *_ in lived.weeks])
    each = exp(-1.0 / P.qualified_weeks - P.qualified_lost / WEEKS_IN_YEAR)
    starts = [week + 1 for week, (_, term, *_) in enumerate(lived.weeks[:-21]) if term]
    assert len(starts) >= YEARS - 1
    for start in starts:
        assert stocks[start + 20] / stocks[start] == pytest.approx(each**20, rel=0.02)


def test_the_market_stays_as_it_is(lived):
    """Every September as many qualify, and those out of the profession are as many as ever."""
    terms = [week + 1 for week, (_, term, *_) in enumerate(lived.weeks[:-1]) if term]
    peaks = [lived.weeks[week][0]["qualified"] for week in terms]
    usual = P.supply * P.qualified * lived.weeks[0][0]["posts"]
    fades = exp(-1.0 / P.qualified_weeks - P.qualified_lost / WEEKS_IN_YEAR)
    assert peaks == pytest.approx([usual * fades] * len(peaks), rel=0.02)
    left = np.array([market["left"] / market["posts"] for market, *_ in lived.weeks])
    assert left == pytest.approx(np.full(len(left), P.left), rel=0.03)


def shares(lived):
    """Share of the market's people who come to each authority when all draw as usual."""
    posts = np.array([council.all_posts for council in lived.model.councils])
    size, mean = posts**P.size_elasticity, (posts**P.size_elasticity).mean()
    near = ENGLAND / P.regions - 1.0  # others of a region
    local = (posts + near * posts.mean()) / (ENGLAND * posts.mean()) * size / (size + near * mean)
    return P.near_share * local + (1.0 - P.near_share) * size / (ENGLAND * mean)


def comes_as(count, mean):
    """Whether a Poisson count could be so far from its mean by chance, at one in a million."""
    tails = stats.poisson.cdf(count, mean), stats.poisson.sf(count - 1, mean)
    return 2 * min(tails) > FALSE_ALARM


def test_who_comes_is_poisson_with_the_mean_that_shares_give(lived):
    share = shares(lived).sum()
    assert share == pytest.approx(2 / ENGLAND, rel=0.02)
    finding = 1.0 - exp(-1.0 / P.qualified_weeks)
    first, back = 0.0, 0.0
    for market, term, _, _ in lived.weeks:
        last_year = market["degree_1"] + market["masters_1"] + market["fast"]
        first += finding * (market["qualified"] + term * last_year * P.completion)
        back += P.returns * market["left"] + P.supply * P.others * market["posts"]
    hired, returned = (sum(row[place] for row in lived.weeks) for place in (2, 3))
    for count, mean in ((hired, share * first), (returned, share * back / WEEKS_IN_YEAR)):
        print(f"{count} came, {mean:.0f} expected")
        assert comes_as(count, mean)
        assert not comes_as(round(1.35 * mean), mean), "a third more would be caught"
