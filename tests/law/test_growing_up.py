"""Children come by birth and go at 18: every week, to the last child."""

import numpy as np

from sim.kernel.compiled import interpreted
from sim.measures.counters import index
from sim.model import ChildrensServices
from sim.rules.family import TURN_WEEKS
from sim.stages import families
from sim.state.columns import column
from tests.worlds import SEED, small

WEEKS = 300


def born_by(homes, week):
    """Children that each family has had by a week."""
    order = np.arange(4)[:, None]
    come = week - homes["first_birth"] - order * homes["spacing"] >= 0
    return ((order < homes["born"]) & come).sum(axis=0)


def whose_turn(model):
    """Whether it is each family's turn this week."""
    turn = np.zeros(len(model.tables.homes), bool)
    for council in model.councils:
        turn[slice(*interpreted(families.turn_of)(council, model.week))] = True
    return turn


def test_children_change_by_births_less_those_who_turned_18():
    """A slot reborn begins with one birth; others have those since their turn before."""
    model = ChildrensServices(small(families=3_000, past=0), SEED, 0)
    homes, grown = model.tables.homes, 0.0
    for week in range(WEEKS):
        before = homes.copy()
        model.tables.tally[:] = 0.0
        families.run(model)
        left = model.tables.tally[:, index("turned_18")].sum()
        same = homes["first_birth"] == before["first_birth"]
        news = born_by(before, model.week) - born_by(before, model.week - TURN_WEEKS)
        births = news[whose_turn(model) & same].sum() + (~same).sum()
        change = int(column(homes, "children").sum()) - int(before["children"].sum())
        if week >= TURN_WEEKS:  # until then a family's turn before was the world's beginning
            assert change == births - left, week
            grown += left
        model.week += 1
    assert grown > 1000
