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
is what its hours hold at that time. Where every other family has two children, a contact of two
that does not fit in what is left blocks the way, and that is lost: a chain of its own.

Twenty hubs that share nothing are the replicates. False alarms: each comparison is with a 99%
interval (Student's t), so a right model fails it at one seed in a hundred; the seed is fixed.
Power: arrivals 2% off, and M/M/s, lie outside the interval. That a hub which hurries has the
same queue is an identity: no false alarms.
"""

from collections import Counter
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
    "front_door.hours_per_contact": 1.0, "front_door.criterion": 99.0,
}  # fmt: skip


def hubs(fastest, arrivals=ARRIVALS):
    """Hubs whose hours hold so many children at their fastest, and half a child more."""
    numbers = {
        "front_door.hub_hours": (SERVERS + 0.5) * fastest * 1e4 / FAMILIES,
        "front_door.fastest_screening": fastest,
        "partners.false_signs": -WEEKS_IN_YEAR * log(1 - arrivals / FAMILIES),
    }
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
def measured(arrivals=ARRIVALS, two=False):
    """Mean queue, mean wait, and share screened at once, of each hub.

    two : whether every other family has two children
    """
    model = hubs(1.0, arrivals)
    if two:
        children = column(model.tables.homes, "children")
        children[:] = 1 + np.arange(len(children)) % 2
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


def served(room):
    """Chances of how many are served in such a room, and whether a contact of two then blocks."""
    if room < 2:
        return {(0, 0): 1.0} if room == 0 else {(0, 1): 0.5, (1, 0): 0.5}
    found = Counter()
    for size in (1, 2):
        for (count, blocks), chance in served(room - size).items():
            found[count + 1, blocks] += 0.5 * chance
    return found


def solved_with_two(arrivals, most=200):
    """Mean queue where every other family has two children: who waits, and whether two block."""
    moves, comes = np.zeros((2 * most + 2, 2 * most + 2)), np.arange(most + SERVERS + 1)
    for blocked in (0, 1):
        for waiting in range(blocked, most + 1):
            chance = stats.binom.pmf(comes, FAMILIES - waiting, arrivals / FAMILIES)
            line = waiting + comes - blocked
            for (count, blocks), share in served(SERVERS - 2 * blocked).items():
                to = np.clip(line - count, 0, most) + (most + 1) * blocks * (line > count)
                np.add.at(moves[waiting + (most + 1) * blocked], to, chance * share)
    moves[most + 1, 0] = 1.0  # nobody waits and yet blocks: never reached
    balance = np.vstack([(moves.T - np.eye(2 * most + 2))[:-1], np.ones(2 * most + 2)])
    share = np.linalg.solve(balance, np.eye(2 * most + 2)[-1])
    return share @ np.tile(np.arange(most + 1), 2)


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


def test_families_of_two_children_wait_for_room_for_both():
    """The same children a week, in fewer contacts, wait longer: to refuse that they come singly."""
    mean, reach = interval(measured(ARRIVALS / 1.5, two=True)["queue"])
    expected = solved_with_two(ARRIVALS / 1.5)
    print(f"{mean:.3f} ± {reach:.3f}, {expected:.3f} expected")
    assert abs(mean - expected) < reach
    assert mean - reach > solved(ARRIVALS)["queue"]


def test_a_hub_that_may_hurry_screens_all_it_can_and_queues_the_same():
    """To the last contact: rounding once left it waiting in every week that hurried."""
    steady, hurried = (weeks_at(hubs(fastest), 300) for fastest in (1.0, 0.5))
    waited = 0
    for (one, done, _), (other, also_done, _) in zip(steady, hurried, strict=True):
        assert np.array_equal(one, other)
        assert np.array_equal(done, also_done)
        waited += len(one)
    assert waited > 1000
