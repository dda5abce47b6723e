"""Worth of information against a case that is solved exactly; regret against a table by hand."""

from math import pi, sqrt

import numpy as np
import pytest
from scipy import stats
from scipy.stats import qmc

from sim.analysis.sweeps.information import worth_of_knowing
from sim.analysis.sweeps.robustness import regret

MANY = 8000
NORMAL = stats.norm.ppf(qmc.Sobol(3, rng=2).random(8192)[1 : MANY + 1])


def test_it_is_the_known_worth_of_a_normal_choice():
    # Do nothing is worth 0, a policy 2a + b: knowing x of variance v is worth sqrt(v / 2π).
    worth = np.column_stack([np.zeros(MANY), 2 * NORMAL[:, 0] + NORMAL[:, 1]])
    found = worth_of_knowing(NORMAL, worth, ("a", "b", "c")).set_index("factor")["worth"]
    for name, variance in {"a": 4, "b": 1, "all of them": 5}.items():
        assert found[name] == pytest.approx(sqrt(variance / (2 * pi)), rel=0.05)
    assert found["c"] == pytest.approx(0, abs=0.03)


def test_a_factor_of_two_values_is_told_exactly():
    switch = np.tile([0.0, 1.0], 500)[:, None]
    worth = np.column_stack([np.zeros(1000), np.where(switch[:, 0] > 0, 3.0, -1.0)])
    found = worth_of_knowing(switch, worth, ("switch",))
    assert found["worth"].to_list() == pytest.approx([0.5, 0.5])


def test_a_sure_choice_gains_nothing_by_knowing():
    worth = np.column_stack([np.zeros(MANY), 10 + NORMAL[:, 0]])
    found = worth_of_knowing(NORMAL, worth, ("a", "b", "c"))
    assert found["worth"].max() < 1e-6


def test_regret_is_what_is_lost_against_the_best_in_each_future():
    worth = np.array([[0.0, 1.0], [0.0, -3.0], [0.0, 2.0], [0.0, 0.0]])
    found = regret(worth, ("wait", "act")).set_index("policy")
    assert found["best"].to_dict() == {"wait": 0.5, "act": 0.75}
    assert found["mean"].to_dict() == {"wait": 0.75, "act": 0.75}
    assert found["most"].to_dict() == {"wait": 2.0, "act": 3.0}


@pytest.mark.parametrize("points", [50, 200, 1000])
def test_knowing_what_does_nothing_is_worth_nothing(points):
    """Mean of many inert factors, beside an equal choice between two lucks, at any number."""
    factors, luck = NORMAL[:points, :1], stats.norm.ppf(qmc.Halton(41, rng=3).random(points))
    worth = luck[:, :2]
    inert = np.column_stack([factors, luck[:, 2:]])
    found = worth_of_knowing(inert, worth, list(map(str, range(inert.shape[1]))))[:-1]
    assert found["worth"].mean() < 0.5 * found["error"].mean() + 0.01
    assert (found["worth"] > 2 * found["error"]).mean() <= 0.1
