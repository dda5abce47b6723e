"""Fitting: an emulator and lines against made functions, moves against closed forms."""

import numpy as np
import pytest
from scipy.stats import qmc

from sim.analysis.fitting.agreement import Aims, implausibility, log_agreement
from sim.analysis.fitting.emulator import fitted
from sim.analysis.fitting.responses import responses
from sim.analysis.fitting.scale import off_scale, on_scale, spread
from sim.analysis.fitting.scores import FARTHEST, even, normals, scored
from sim.analysis.fitting.updating import cover, foretold, gain, log_share, moved
from sim.analysis.targets import load_targets
from sim.kernel.chance import Chance

INPUTS, RUNS = 60, 400


def over(runs, seed):
    return 2.0 * qmc.LatinHypercube(INPUTS, rng=seed).random(runs) - 1.0


def made(x):
    """Two outputs: one with a square and a pair, one of luck alone."""
    return 1.0 + 2.0 * x[:, 0] - x[:, 3] + 0.8 * x[:, 5] ** 2 + 0.6 * x[:, 0] * x[:, 3]


LUCK = 0.2


def test_an_emulator_finds_what_moves_an_output_and_what_luck_adds():
    x = over(RUNS, 1)
    noise = LUCK * normals(Chance(1, 0), "test", 0, (RUNS, 2))
    found = fitted(x, np.column_stack([made(x) + noise[:, 0], noise[:, 1]]))
    fresh = over(200, 2)
    told = found(fresh)
    assert np.sqrt(np.mean((told[:, 0] - made(fresh)) ** 2)) < LUCK / 2
    assert found.error[0] == pytest.approx(LUCK, rel=0.2)
    assert np.abs(told[:, 1]).max() < LUCK
    assert {(0,), (3,), (5, 5), (0, 3)} <= set(found.terms)


def test_an_emulator_tells_how_an_output_moves_with_an_input():
    x = over(RUNS, 1)
    found = fitted(x, made(x)[:, None])
    here = np.tile(x[:1], (2, 1))
    slopes = found.slopes(here)[:, 0]
    assert slopes[0] == pytest.approx(2.0 + 0.6 * x[0, 3], abs=0.02)
    assert slopes[5] == pytest.approx(1.6 * x[0, 5], abs=0.02)
    assert np.abs(np.delete(slopes, [0, 3, 5])).max() < 0.02


def test_an_output_that_few_runs_tell_is_a_level():
    x = over(RUNS, 1)
    output = np.full((RUNS, 1), np.nan)
    output[:10, 0] = 3.0
    found = fitted(x, output)
    assert found.terms == ()
    assert found(x) == pytest.approx(3.0)
    assert found.runs[0] == 10


def test_lines_find_every_small_slope_where_runs_are_hardly_more_than_inputs():
    """All sixty inputs move the output alike: a choice of a few would miss most of it."""
    x = over(90, 3)
    wanted = np.full(INPUTS, 0.1)
    outputs = (2.0 + x @ wanted + LUCK / 4 * normals(Chance(1, 0), "test", 0, (90,)))[:, None]
    found = responses(x, outputs)
    assert found.level[0] == pytest.approx(2.0, abs=0.05)
    assert found.slopes[0].mean() == pytest.approx(0.1, rel=0.1)
    fresh = over(200, 4)
    left = found(fresh)[:, 0] - (2.0 + fresh @ wanted)
    assert left.std() < 0.3 * (fresh @ wanted).std()
    assert found.error[0] == pytest.approx(np.hypot(left.std(), LUCK / 4), rel=0.3)


def test_lines_of_luck_alone_are_flat():
    x = over(90, 3)
    found = responses(x, normals(Chance(1, 0), "test", 0, (90, 1)))
    assert np.abs(found(over(200, 4)) - found.level).max() < 0.5
    assert found.error[0] == pytest.approx(1.0, rel=0.2)


def test_an_output_is_told_by_the_runs_that_know_it():
    x = over(90, 3)
    outputs = np.column_stack([x[:, 0], x[:, 0], x[:, 0], np.full(90, np.nan)])
    outputs[:40, 1], outputs[:80, 2] = np.nan, np.nan
    found = responses(x, outputs)
    assert found.slopes[1] == pytest.approx(responses(x[40:], outputs[40:, 1:2]).slopes[0])
    assert found.slopes[2] == pytest.approx(0.0)
    assert found.level[2] == pytest.approx(outputs[80:, 2].mean())
    assert np.isnan([found.level[3], found.error[3]]).all()


def test_of_two_inputs_seen_together_the_sum_is_known_and_the_parts_are_not():
    """A standard normal prior, and the sum of two inputs seen with an error: in closed form."""
    slopes, error, seen = np.zeros((1, 10)), 0.5, 1.5
    slopes[0, :2] = 1.0
    left = cover(slopes, np.array([error**2]))
    total = np.array([1.0, 1.0, *np.zeros(8)])
    precision = 1.0 / 2.0 + 1.0 / error**2
    assert total @ left @ total == pytest.approx(1.0 / precision)
    assert left[0, 1] / left[0, 0] < -0.6
    assert left[5, 5] == pytest.approx(1.0)
    moved_by = gain(slopes, np.array([error**2]))[:, 0] * seen
    assert moved_by @ total == pytest.approx(seen / error**2 / precision)
    assert log_share(slopes, np.array([error**2])) == pytest.approx(
        0.5 * np.log10(np.linalg.det(left))
    )


def test_points_that_are_moved_have_the_spread_that_is_left():
    """Lines hold here, so one move of many draws gives the normal distribution of theory."""
    many, slopes = 4000, np.array([[1.0, 1.0, 0.0], [0.0, 0.5, 0.0]])
    variance, aims = np.array([0.25, 0.04]), np.array([1.5, -0.3])
    prior = normals(Chance(4, 0), "test", 0, (many, 3))
    errors = np.sqrt(variance) * normals(Chance(4, 0), "test", 1, (many, 2))
    began = prior + 2.0
    off = aims + errors - began @ slopes.T
    there = moved(prior, began, off, slopes, variance)
    assert there.mean(axis=0) == pytest.approx(gain(slopes, variance) @ aims, abs=0.06)
    assert np.cov(there, rowvar=False) == pytest.approx(cover(slopes, variance), abs=0.06)
    unknown = moved(prior, began, np.full_like(off, np.nan), slopes, variance)
    assert unknown == pytest.approx(prior + (2.0 * slopes.sum(axis=1)) @ gain(slopes, variance).T)


def test_points_come_to_agree_where_outputs_bend():
    """Forty inputs, twelve bent outputs, thirty points: moved by lines, run, and moved again."""
    bent = normals(Chance(6, 0), "test", 0, (12, 40)) / 6.0
    variance = np.full(12, 0.02**2)

    def ran(scores):
        line = scores @ bent.T
        return line + 0.15 * line**2

    aims = ran(0.7 * normals(Chance(6, 0), "test", 1, (1, 40)))
    prior = scores = normals(Chance(6, 0), "test", 2, (60, 40))
    errors = 0.02 * normals(Chance(6, 0), "test", 3, (60, 12))
    seen = []
    for _ in range(6):
        seen.append((scores, ran(scores)))
        lines = responses(*(np.concatenate(part) for part in zip(*seen, strict=True)))
        off = aims + errors - seen[-1][1]
        scores = moved(prior, scores, off, lines.slopes, variance)
    first, last = (np.median(np.abs(told - aims)) / 0.02 for told in (seen[0][1], ran(scores)))
    assert first > 20.0
    assert last < 1.5
    assert scores.std() == pytest.approx((28 / 40) ** 0.5, rel=0.1)


def test_a_target_that_contradicts_the_others_is_foretold_far_off():
    slopes, variance = np.array([[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]]), np.full(3, 0.01)
    told, sd = foretold(np.array([1.0, -1.0, 0.2]), slopes, variance)
    assert told[0] == pytest.approx(-1.0 / 1.01)
    assert sd[0] == pytest.approx((1.0 / 101.0 + 0.01) ** 0.5)
    assert abs(1.0 - told[0]) / sd[0] > 10.0
    assert told[2] == pytest.approx(0.0)
    assert sd[2] == pytest.approx(1.01**0.5)


def test_scores_fill_the_range_and_come_back():
    assert even(np.array([-8.0, 0.0, 8.0])) == pytest.approx([-1.0, 0.0, 1.0])
    assert scored(even(np.array([-2.0, 0.3]))) == pytest.approx([-2.0, 0.3])
    assert scored(np.array([-1.0, 1.0])) == pytest.approx([-FARTHEST, FARTHEST])


@pytest.mark.parametrize("target", load_targets(), ids=lambda one: one.name)
def test_a_target_comes_back_from_its_scale_and_its_tolerance_is_two_deviations(target):
    there = on_scale(target, np.array([target.value]))
    assert off_scale(target, there) == pytest.approx(target.value)
    top = on_scale(target, np.array([target.value + target.tolerance]))
    assert (top - there) / spread(target) == pytest.approx(2.0, rel=0.5)


def test_what_lies_off_by_its_tolerance_is_two_deviations_away():
    target = next(one for one in load_targets() if one.unit == "correlation")
    aims = Aims.of([target], [0.0])
    off = np.array([[target.value + target.tolerance], [target.value]])
    assert implausibility(off, np.zeros(1), aims)[:, 0] == pytest.approx([2.0, 0.0])
    wider = Aims.of([target], [target.tolerance / 2.0])
    assert implausibility(off, np.zeros(1), wider)[0, 0] == pytest.approx(2.0 / 2.0**0.5)
    assert log_agreement(off, np.zeros(1), aims) == pytest.approx([-2.0, 0.0])
