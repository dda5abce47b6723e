"""Little's law, L = λW, and stock = stock + in − out, for every stock of a child's journey.

Counters give the mean stock L and the arrivals λ; the mean stay W is watched on the files from
outside, stage by stage (tests/stays.py). With those under way at both ends of the window known,

    stock-weeks + weeks after the window of those who came in it
        = arrivals · mean stay + weeks in the window of those who were there before it,

is an identity whatever the rules do (Little 1961; Stidham 1974), and each week's change of a
stock is what came in, less what went out, and the births and birthdays in its families, which
are watched too. Both must hold to the last child: a right model never fails them (false alarms:
none), and a counter that drifts by one child fails. L = λW itself then differs by no more than
those under way make. Contacts and need are many, stays short, the hub slow, staff few.
"""

from types import SimpleNamespace

import numpy as np
import pytest

from sim.measures.counters import index
from sim.model import ChildrensServices
from sim.state.columns import NEVER, NOBODY, column
from tests.stays import STOCKS, Watch, watched_week
from tests.worlds import SEED, small

BUSY = {
    "families.onset_rate": 0.03, "outcomes.incident_rate": 0.05,
    "allocation.disabled": 0.0, "allocation.care_leavers": 0.0, "allocation.unaccompanied": 0.0,
    "front_door.hub_hours": 17.0, "front_door.fastest_screening": 0.9,
    "front_door.early_help_place_cost": 2000.0,
    "decisions.care_by_agreement": 0.05, "decisions.return_home": 1.0,
    "decisions.placed_elsewhere": 1.0, "decisions.plan_other_endings": 1.0,
    "decisions.proceedings_weeks": 20.0,
    "market.supply": 3.0, "workforce.posts_funded": 1.2, "money.posts_held": 0.0,
}  # fmt: skip
YEARS, BEFORE, AFTER = 15, 52, 104
ENDS = 0.25  # of the stock-weeks, at most, may belong to those under way at one end
NAMES = [stock.counter for stock in STOCKS]
NOTHING_HEARD = {
    "status": 0, "status_since": NEVER, "opened": NEVER, "in_need_since": NEVER, "worker": NOBODY,
    "contact_waits": NEVER, "enquiry_left": NOBODY, "conference_left": NOBODY,
    "assessment_left": NOBODY, "interim": 0,
}  # fmt: skip


def counted(model, name):
    """One counter's count of the week just lived, at simulated size."""
    return float(model.tables.tally[:, index(name)].sum())


def live(model, watches, books):
    """Live a week, and write down how far each stock's books are from what is watched."""
    watched_week(model, watches)
    children, week = column(model.tables.homes, "children"), model.week - 1
    for watch in watches:
        stock, there = watch.stock, watch.end_week(children, week)
        drift = stock.flow(stock.counter, lambda name: counted(model, name)) - there
        change = watch.stock.net(lambda name: counted(model, name)) + watch.aged
        leak = there - books.stock[stock.counter] - change
        books.stock[stock.counter] = there
        books.wrong[stock.counter] += [(week, drift, leak)] if drift or leak else []


@pytest.fixture(scope="module")
def lived():
    """A world that was watched from its first week, when all its stocks were empty."""
    setting = small(families=10_000, past=1, years=YEARS, parameters=BUSY)
    model = ChildrensServices(setting, SEED, 0)
    watches = tuple(Watch(stock, len(model.tables.homes)) for stock in STOCKS)
    books = SimpleNamespace(stock=dict.fromkeys(NAMES, 0.0), wrong={name: [] for name in NAMES})
    while model.week < model.last_week:
        live(model, watches, books)
    return model, dict(zip(NAMES, watches, strict=True)), books


@pytest.mark.parametrize("name", NAMES)
def test_a_stock_changes_by_what_comes_in_and_goes_out_to_the_last_child(lived, name):
    _, watches, books = lived
    assert books.wrong[name] == []
    assert len(watches[name].entries) > 100


class Law:
    """Both sides of Little's law for one stock over a window of whole quarters."""

    def __init__(self, model, watch):
        scale = model.setting.population_scale
        table = model.recorder.tables()["quarterly"]
        firsts = table.first_week.unique()
        first = firsts[firsts >= BEFORE][0]
        last = firsts[firsts <= model.last_week - AFTER][-1]
        inside = table[(table.first_week >= first) & (table.first_week < last)].sum(
            numeric_only=True
        )
        self.weeks = last - first
        self.stock_weeks = watch.stock.flow(
            watch.stock.counter, lambda name: float(inside[f"{name}_weeks"]) * scale
        )
        self.arrivals = watch.stock.flow(
            watch.stock.arrivals, lambda name: float(inside[name]) * scale
        )
        week, children = np.array(watch.entries).T
        came = (week >= first) & (week < last)
        self.watched = children[came].sum()
        self.stay = watch.child_weeks(first, NEVER * -1)[came].sum() / self.watched
        self.head = watch.child_weeks(first, last)[week < first].sum()
        self.tail = watch.child_weeks(last, NEVER * -1)[came].sum()

    def gap(self, arrivals=1.0, stock=1.0):
        """Child-weeks by which the identity is out, if so much of each counter were counted."""
        right = arrivals * self.arrivals * self.stay + self.head
        return stock * self.stock_weeks + self.tail - right


@pytest.mark.parametrize("name", NAMES)
def test_mean_stock_is_arrivals_times_mean_stay(lived, name):
    model, watches, _ = lived
    law = Law(model, watches[name])
    mean, rate = law.stock_weeks / law.weeks, law.arrivals / law.weeks
    print(f"{name}: L {mean:.2f}, λ {rate:.3f} a week, W {law.stay:.3f} weeks, "
          f"λW {rate * law.stay:.2f}")  # fmt: skip
    assert law.arrivals == pytest.approx(law.watched, abs=1e-6)
    assert law.gap() == pytest.approx(0.0, abs=1e-6 * law.stock_weeks)
    assert max(law.head, law.tail) < ENDS * law.stock_weeks
    assert abs(mean - rate * law.stay) <= ENDS * mean


@pytest.mark.parametrize("name", NAMES)
def test_one_child_in_a_hundred_uncounted_would_be_caught(lived, name):
    model, watches, _ = lived
    law = Law(model, watches[name])
    for wrong in ({"arrivals": 0.99}, {"stock": 0.99}):
        assert abs(law.gap(**wrong)) > 0.005 * law.stock_weeks


@pytest.mark.parametrize("name", NAMES)
def test_one_family_that_leaves_unseen_would_be_caught(lived, name):
    """A mutant: a file is emptied between two weeks, and no counter says so."""
    model, watches, _ = lived
    stock = watches[name].stock
    watch = Watch(stock, len(model.tables.homes))
    file, children = model.tables.record, column(model.tables.homes, "children")
    while not stock.holds(file).any():  # some are empty in most weeks
        model.step()
    before = float(children[stock.holds(file)].sum())
    lost = np.flatnonzero(stock.holds(file))[0]
    for field, empty in NOTHING_HEARD.items():
        file[field][lost] = empty
    gone = float(children[lost])
    watch.look(file, children, model.week)
    books = SimpleNamespace(stock={name: before}, wrong={name: []})
    live(model, (watch,), books)
    assert books.wrong[name] == [(model.week - 1, 0.0, -gone)]
