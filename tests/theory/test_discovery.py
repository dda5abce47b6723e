"""Scenario discovery finds a planted box, and none where there is none."""

import numpy as np
import pytest
from scipy.stats import qmc

from sim.analysis.sweeps.prim import discover

NAMES = ("a", "b", "c", "d", "e")
POINTS = qmc.LatinHypercube(len(NAMES), rng=11).random(2000)
PLANTED = (POINTS[:, 0] > 0.7) & (POINTS[:, 2] < 0.4)


def test_a_planted_box_is_found_with_its_limits():
    box = discover(POINTS, PLANTED, NAMES)
    limits = {one.factor: one for one in box.limits}
    assert set(limits) == {"a", "c"}
    assert limits["a"].low == pytest.approx(0.7, abs=0.03)
    assert limits["c"].high == pytest.approx(0.4, abs=0.03)
    assert box.coverage > 0.9
    assert box.density > 0.9
    assert all(one.chance < 0.001 for one in limits.values())


def test_a_box_among_noise_is_found_still():
    luck = np.sin(np.arange(len(POINTS)) * 78.233) * 43758.5453
    noisy = np.where(luck - np.floor(luck) < 0.1, ~PLANTED, PLANTED)
    box = discover(POINTS, noisy, NAMES)
    assert {"a", "c"} <= {one.factor for one in box.limits}
    assert box.density > 0.75


def test_failures_without_a_cause_have_no_limits_that_mean_much():
    luck = np.sin(np.arange(len(POINTS)) * 12.9898) * 43758.5453
    box = discover(POINTS, luck - np.floor(luck) < 0.3, NAMES)
    assert box.density < 0.5


@pytest.mark.parametrize("value", [True, False])
def test_where_all_fail_or_none_there_is_no_box(value):
    assert discover(POINTS, np.full(len(POINTS), value), NAMES) is None
