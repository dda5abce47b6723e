"""The front door alone is Crommelin's queue M/D/s; M/M/s, whose times vary, is the wrong answer.

A hub has hours for s children a week, each takes the same time, the oldest contact goes first,
and what does not fit waits a week. With one child to a family, and families many, contacts come
as a Poisson stream of A a week, and what waits at a week's end is

    Q' = max(0, Q + A - s),

the queue of s servers who each take a week for a contact (Crommelin 1932), seen once a week.
Time to screen does not vary in the model, so no setting makes it M/M/s (Erlang C): that queue is
about twice as long, as Pollaczek and Khinchine have it for one server, and must be refused here.
Families are some hundreds, and a second contact joins one that waits, so A is binomial among
those who do not wait; the chain is solved with that, exactly. It goes to M/D/s as families grow
many. A hub that may hurry leaves nothing until all is screened at the shortest time, so that s
is what its hours hold at that time.

Twenty hubs that share nothing are the replicates. False alarms: each comparison is with a 99%
interval (Student's t), so a right model fails it at one seed in a hundred; the seed is fixed.
Power: arrivals 2% off, and M/M/s, lie outside the interval. That a hub which hurries has the
same queue is an identity: no false alarms.
"""

from dataclasses import replace
from functools import cache
from math import log

import numpy as np
import pytest
from scipy import stats

from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.model import ChildrensServices
from sim.stages import front_door, partners
from sim.state.columns import NEVER, column
from tests.worlds import SEED, small

HUBS, FAMILIES = 20, 1500
SERVERS, ARRIVALS = 10, 9.0
WEEKS, SETTLING = 3000, 100
DOOR = {
    "families.deprivation_sd": 0.0, "families.risk_sd": 0.0, "families.transient_sd": 0.0,
    "families.pressure_per_child": 0.0, "families.onset_rate": 0.0,
    "families.one_child": 1.0, "families.two_children": 0.0, "families.three_children": 0.0,
    "partners.criterion": -99.0, "partners.false_school": 0.0,
    "partners.school_under_five": 1.0, "partners.health_over_five": 1.0,
    "partners.false_signs": -WEEKS_IN_YEAR * log(1 - ARRIVALS / FAMILIES),
    "front_door.hours_per_contact": 1.0, "front_door.criterion": 99.0,
}  # fmt: skip


def hubs(fastest):
    """Hubs whose hours hold so many children at their fastest, and half a child more."""
    hours = (SERVERS + 0.5) * fastest * 1e4 / FAMILIES
    numbers = {"front_door.hub_hours": hours, "front_door.fastest_screening": fastest}
    quiet = ("partner_fatigue", "partners_cover_themselves")
    setting = small(families=2 * FAMILIES, past=0, parameters={**DOOR, **numbers}, loops_off=quiet)
    place = setting.authorities[0]
    places = tuple(replace(place, name=f"Hub {n}") for n in range(HUBS))
    return ChildrensServices(replace(setting, authorities=places), SEED, 0)


def weeks_at(model, weeks):
    """Let agencies and hubs alone live; give who waits, and who was screened after how long."""
    waits = column(model.tables.record, "contact_waits")
    for _ in range(weeks):
        partners.run(model)
        before = waits.copy()
        front_door.run(model)
        done = np.flatnonzero((before != NEVER) & (waits == NEVER))
        yield np.flatnonzero(waits != NEVER), done, model.week - before[done]
        model.week += 1


@cache
def measured():
    """Mean queue, mean wait, and share screened at once, of each hub."""
    model = hubs(1.0)
    hub = column(model.tables.homes, "authority")
    queue, waited, at_once, screened = np.zeros((4, HUBS))
    for week, (waiting, done, wait) in enumerate(weeks_at(model, WEEKS + SETTLING)):
        if week >= SETTLING:
            queue += np.bincount(hub[waiting], minlength=HUBS)
            waited += np.bincount(hub[done], wait, HUBS)
            at_once += np.bincount(hub[done], wait == 0, HUBS)
            screened += np.bincount(hub[done], minlength=HUBS)
    return {
        "queue": queue / WEEKS, "wait": waited / screened, "at once": at_once / screened,
        "served": screened / WEEKS,
    }  # fmt: skip


def solved(arrivals, servers=SERVERS, families=FAMILIES, most=250):
    """Solve the chain: mean queue, mean wait, share screened at once, screened a week."""
    queue, comes = np.arange(most + 1), np.arange(most + servers + 1)
    moves, rate, at_once = np.zeros((most + 1, most + 1)), np.zeros(most + 1), np.zeros(most + 1)
    for waiting in queue:
        chance = stats.binom.pmf(comes, families - waiting, arrivals / families)
        np.add.at(moves[waiting], np.clip(waiting + comes - servers, 0, most), chance)
        rate[waiting] = chance @ comes
        at_once[waiting] = chance @ np.minimum(comes, max(0, servers - waiting))
    balance = np.vstack([(moves.T - np.eye(most + 1))[:-1], np.ones(most + 1)])
    share = np.linalg.solve(balance, np.eye(most + 1)[-1])
    mean = share @ queue
    served = share @ rate
    return {"queue": mean, "wait": mean / served, "at once": share @ at_once / served,
            "served": served}  # fmt: skip


def erlang_c(arrivals, servers):
    """Mean queue of M/M/s."""
    lost = 1.0
    for busy in range(1, servers + 1):
        lost = arrivals * lost / (busy + arrivals * lost)
    return lost / (1 - arrivals / servers * (1 - lost)) * arrivals / (servers - arrivals)


def interval(values, level=0.99):
    """Mean of replicates, and what is to be added and taken off for such an interval."""
    reach = stats.t.isf((1 - level) / 2, len(values) - 1)
    return values.mean(), reach * values.std(ddof=1) / np.sqrt(len(values))


@pytest.mark.parametrize("what", ["queue", "wait", "at once", "served"])
def test_hubs_queue_as_theory_says(what):
    mean, reach = interval(measured()[what])
    expected = solved(ARRIVALS)[what]
    print(f"{what}: {mean:.4f} ± {reach:.4f}, {expected:.4f} expected")
    assert abs(mean - expected) < reach
    assert reach < 0.12 * expected


def test_arrivals_a_fiftieth_off_and_times_that_vary_would_be_caught():
    mean, reach = interval(measured()["queue"])
    for wrong in (solved(0.98 * ARRIVALS)["queue"], solved(1.02 * ARRIVALS)["queue"],
                  erlang_c(ARRIVALS, SERVERS)):  # fmt: skip
        assert abs(mean - wrong) > reach


def test_the_chain_goes_to_the_queue_with_fixed_times_that_books_give():
    many = 10_000_000
    assert solved(0.8, servers=1, families=many)["queue"] == pytest.approx(0.8**2 / 2 / 0.2, 1e-4)
    assert erlang_c(0.8, 1) == pytest.approx(0.8**2 / 0.2)
    ratio = solved(9.9, families=many, most=900)["queue"] / erlang_c(9.9, SERVERS)
    assert ratio == pytest.approx(0.5, abs=0.02)  # heavy traffic halves it, whatever s


def test_a_hub_that_may_hurry_screens_all_it_can_and_queues_the_same():
    """To the last contact: rounding once left it waiting in every week that hurried."""
    steady, hurried = (weeks_at(hubs(fastest), 300) for fastest in (1.0, 0.5))
    waited = 0
    for (one, done, _), (other, also_done, _) in zip(steady, hurried, strict=True):
        assert np.array_equal(one, other)
        assert np.array_equal(done, also_done)
        waited += len(one)
    assert waited > 1000
