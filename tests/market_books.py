"""Books of the labour market, from outside: students, the newly qualified, who left, who came."""

from math import exp

import numpy as np

from sim.kernel.calendar import SEPTEMBER, WEEKS_IN_YEAR
from sim.kernel.compiled import interpreted
from sim.rules.people import FIRST_POST, RETURNED
from sim.rules.supply import others_a_week, qualified_a_week, returning_a_week
from sim.state.worker import EMPLOYED
from tests.staff_books import near, turned_to_posts

DT = 1.0 / WEEKS_IN_YEAR


class Stocks:
    """What the stocks of one market should be, from last week's and the flows that were seen."""

    def __init__(self, week, row, places):
        self.week, self.row, self.places = week, row, places
        self.before, self.after = week.before.markets[row], week.after.markets[row]
        self.rates = week.model.rates.market[row]
        date, last = (week.model.calendar.date(week.number - back) for back in (0, 1))
        self.term = date.month == SEPTEMBER != last.month
        new = week.now.rows[~np.isin(week.now.number, list(week.was.all))]
        self.new = new[new["filled"] == EMPLOYED]

    def came(self, a, origin):
        """Count those new to these books who came to an authority in such a way."""
        here = (self.new["authority"] == a) & (self.new["came_from"] == origin)
        return int(here.sum())

    def finished(self):
        """Count the students who finish, and the further trainees who found no post in a year."""
        if not self.term:
            return 0.0
        last_year = self.before["degree_1"] + self.before["masters_1"] + self.before["fast"]
        further = self.week.before.councils["qualified"][self.places].sum()
        return last_year * self.rates.completion + further

    def trained_here(self, a):
        """Count those who trained in an authority and found their first post there."""
        was, now = self.week.before.councils[a], self.week.after.councils[a]
        if self.term:
            done = was["trainees"] * self.week.model.rates.market[a].completion
            return done - now["qualified"]
        return was["qualified"] - now["qualified"]

    def hired(self):
        """Count the newly qualified who came to these authorities out of the market."""
        return sum(self.came(a, FIRST_POST) - self.trained_here(a) for a in self.places)

    def taken(self):
        """Give the newly qualified who are missing but for the rest of England, and who came."""
        stock = self.before["qualified"] + self.finished() - self.hired()
        kept = self.after["qualified"] / exp(-self.rates.qualified_lost * DT)
        asked = interpreted(qualified_a_week)(Stock(qualified=stock), self.rates)
        return stock - kept, asked

    def back(self):
        """Give those out of the profession who are missing so, and who came back."""
        rates, outside = self.rates, self.outside()
        stock = Stock(left=self.before["left"], posts=self.before["posts"],
                      pull=self.before["pull"])  # fmt: skip
        places = [int(a) for a in self.week.ended("profession")["authority"]]
        stock.left += sum(1.0 for a in places if a in self.places)
        parted = self.week.count("agency_left") - self.week.count("agency_moved_out")
        stock.left += (parted - turned_to_posts(self.week))[self.places].sum()
        count = len(self.week.model.councils)
        for a in ((turn + self.week.number) % count for turn in range(count)):
            if a in self.places:
                here = self.week.model.rates.market[a]
                own = interpreted(returning_a_week)(stock, here)
                others = interpreted(others_a_week)(stock, here)
                stock.left -= self.came(a, RETURNED) * own / (own + others)
        sent = rates.left * (rates.returns + rates.forgotten) * outside * DT
        kept = (self.after["left"] - sent) / (1.0 - rates.forgotten * DT)
        return stock.left - kept, interpreted(returning_a_week)(stock, rates)

    def outside(self):
        """Posts of the rest of England in this market."""
        return self.before["posts"] - self.week.before.councils["all_posts"][self.places].sum()


class Stock:
    """A market at one moment of a week."""

    def __init__(self, **columns):
        self.__dict__.update(columns)


def students(stocks):
    """Students move up a year in September, and only then."""
    was, now = stocks.before, stocks.after
    years = ("degree_3", "degree_2", "degree_1", "masters_2", "masters_1", "fast")
    if not stocks.term:
        yield "students stay", all(was[name] == now[name] for name in years)
        return
    for later, earlier in (("degree_2", "degree_3"), ("degree_1", "degree_2"),
                           ("masters_1", "masters_2")):  # fmt: skip
        yield f"{later} by a year", was[earlier] == now[later]
    begun = now["degree_3"] + now["masters_2"] + now["fast"]
    yield "as many begin as courses share", near(now["degree_3"], begun * stocks.rates.degree_share)


def supply(week):
    """Supply: every stock of a market changes by the people who were seen, and by its own rates."""
    shared = week.model.rates.couplings[0].labour_market == 1.0
    whole = list(range(week.places))
    for row, places in enumerate([whole] if shared else [[a] for a in whole]):
        stocks = Stocks(week, row, places)
        yield from students(stocks)
        for a in places:
            here = stocks.trained_here(a)
            yield "trained here are people", near(here, round(here)) and here > -1e-9
        (taken, asked), (back, returning) = stocks.taken(), stocks.back()
        yield "nobody qualifies unseen", stocks.after["qualified"] >= 0.0 < stocks.after["left"]
        if shared:
            yield "the rest of England takes a share of those who come back", 0 < back < returning
            yield "and the same of the newly qualified", near(taken * returning, back * asked)
        else:
            yield "alone, no rest of England takes anybody", near(taken, 0) and near(back, 0)
