"""In the busiest tenth of weeks enquiries tell harm less well than in the quietest.

A world as it is, nothing switched off, in two small authorities whose load moves with who is in
post. d′ of the enquiries that end in a week is what harm adds to their evidence, with the luck
of each look taken out of it: mean evidence of harmed families less that of the others. Weeks of
each authority are ranked by load: hours that cases ask for, against hours there are.

Paired within each of ten replicates, with a 99% interval (Student's t): where load does nothing
the fall would be found at one seed in two hundred, and the control, weeks of odd number against
weeks of even, finds a difference at one in a hundred; the seed is fixed. Power: falls of a tenth
of d′ are seen, as the half width says, which is asserted.
"""

from functools import cache

import numpy as np
from scipy import stats

from sim.casefile.events import ENQUIRED
from sim.kernel.chance import normal_quantile, uniform
from sim.measures.counters import CELLS, index
from sim.model import WEEK, ChildrensServices, stage_name
from sim.rules.casework import CaseworkLuck
from sim.state.columns import column
from tests.worlds import SEED, small

REPLICATES, FAMILIES, PAST, YEARS = 20, 12_000, 3, 5
SETTLED = -52
LEVEL = 0.99


def enquiries(model):
    """Authority, harm and evidence without its luck of each enquiry that ends this week."""
    luck = model.luck(CaseworkLuck, "casework")
    file, harm = model.tables.record, column(model.tables.truth, "harm")
    authority = column(model.tables.homes, "authority")
    return [
        (authority[i], harm[i] > 0,
         file["evidence"][i] - normal_quantile(uniform(luck.evidence, i)))
        for i in np.flatnonzero(file["event"] == ENQUIRED)
    ]  # fmt: skip


@cache
def lived(replicate):
    """Loads of each week and authority, and the enquiries that ended in it."""
    setting = small(families=FAMILIES, past=PAST, years=YEARS)
    model = ChildrensServices(setting, SEED, replicate)
    loads, looks = [], []
    while model.week < model.last_week:
        model.begin_week()
        for stage in WEEK:
            stage.run(model)
            if stage_name(stage) == "casework" and model.week >= SETTLED:
                looks += [(len(loads) + a, harm, seen) for a, harm, seen in enquiries(model)]
        hours = [model.tables.tally[::CELLS, index(f"hours_{one}")] for one in
                 ("demanded", "available")]  # fmt: skip
        if model.week >= SETTLED:
            loads += list(hours[0] / np.maximum(1.0, hours[1]))
        model.end_week()
    return np.array(loads), np.array(looks)


def depth(looks, weeks):
    """d′ of the enquiries of some weeks: what harm adds to the evidence."""
    inside = looks[np.isin(looks[:, 0], weeks)]
    harmed = inside[:, 1] > 0
    return inside[harmed, 2].mean() - inside[~harmed, 2].mean()


def difference(pick):
    """Mean over replicates of a difference, and its half width, where `pick` gives two sets."""
    found = []
    for replicate in range(REPLICATES):
        loads, looks = lived(replicate)
        one, other = pick(loads)
        found.append(depth(looks, one) - depth(looks, other))
    reach = stats.t.isf((1 - LEVEL) / 2, REPLICATES - 1)
    return np.mean(found), reach * np.std(found, ddof=1) / np.sqrt(REPLICATES)


def busiest_and_quietest(loads):
    order = np.argsort(loads, kind="stable")
    return order[-(len(order) // 10) :], order[: len(order) // 10]


def odd_and_even(loads):
    week = np.arange(len(loads)) // 2
    return np.flatnonzero(week % 2), np.flatnonzero(week % 2 == 0)


def test_the_busiest_tenth_of_weeks_sees_harm_less_well_than_the_quietest():
    fall, reach = difference(busiest_and_quietest)
    loads = np.array([[lived(r)[0][weeks].mean() for weeks in busiest_and_quietest(lived(r)[0])]
                      for r in range(REPLICATES)]).mean(axis=0)  # fmt: skip
    print(f"d′ {fall:+.3f} ± {reach:.3f} at loads {loads[0]:.2f} and {loads[1]:.2f}")
    assert fall + reach < 0.0
    assert reach < 0.1


def test_odd_weeks_see_harm_as_well_as_even_ones():
    """Nought is in the interval, and all of it within a third of what the busiest weeks cost."""
    difference_found, reach = difference(odd_and_even)
    fall, _ = difference(busiest_and_quietest)
    print(f"d′ {difference_found:+.3f} ± {reach:.3f}, against {fall:+.3f}")
    assert abs(difference_found) < reach
    assert abs(difference_found) + reach < abs(fall) / 3
