"""Fitting: an emulator against made functions, points brought to agree against closed forms."""

import numpy as np
import pytest
from scipy.stats import qmc

from sim.analysis.fitting.agreement import Aims, implausibility, log_agreement
from sim.analysis.fitting.emulator import Emulator, fitted
from sim.analysis.fitting.scale import off_scale, on_scale, spread
from sim.analysis.fitting.scores import FARTHEST, density, even, normals, scored
from sim.analysis.fitting.updating import brought, cover, foretold, gain, log_share
from sim.analysis.targets import load_targets
from sim.kernel.chance import Chance

INPUTS, RUNS = 60, 400


def over(runs, seed):
    return 2.0 * qmc.LatinHypercube(INPUTS, rng=seed).random(runs) - 1.0


def made(x):
    """Two outputs: one with a square and a pair, one of luck alone."""
    return 1.0 + 2.0 * x[:, 0] - x[:, 3] + 0.8 * x[:, 5] ** 2 + 0.6 * x[:, 0] * x[:, 3]


LUCK = 0.2


@pytest.mark.parametrize("cautious", [False, True])
def test_an_emulator_finds_what_moves_an_output_and_what_luck_adds(cautious):
    x = over(RUNS, 1)
    noise = LUCK * normals(Chance(1, 0), "test", 0, (RUNS, 2))
    outputs = np.column_stack([made(x) + noise[:, 0], noise[:, 1]])
    found = fitted(x, outputs, cautious=cautious)
    fresh = over(200, 2)
    told = found(fresh)
    assert np.sqrt(np.mean((told[:, 0] - made(fresh)) ** 2)) < LUCK / 2
    assert found.error[0] == pytest.approx(LUCK, rel=0.2)
    assert np.abs(told[:, 1]).max() < LUCK
    assert {(0,), (3,), (5, 5), (0, 3)} <= set(found.terms)


def test_an_emulator_tells_how_an_output_moves_with_an_input():
    x = over(RUNS, 1)
    found = fitted(x, made(x)[:, None])
    slopes = found.gradients(x[:1])[0, 0]
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


def test_a_cautious_emulator_names_little_that_luck_alone_would_choose():
    x = over(RUNS, 1)
    noise = LUCK * normals(Chance(1, 0), "test", 0, (RUNS, 1))
    bold, cautious = (fitted(x, made(x)[:, None] + noise, cautious=one) for one in (False, True))
    assert len(cautious.terms) < 10 < len(bold.terms)


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


def straight(slopes):
    """An emulator of lines in scores, for scores so small that an even spread is a line too."""
    terms = tuple((n,) for n in range(slopes.shape[1]))
    weights = np.vstack([np.zeros(len(slopes)), slopes.T / density(np.zeros(1))])
    return Emulator(terms, weights, np.zeros(len(slopes)), np.zeros(len(slopes), dtype=int))


def test_points_that_are_brought_to_agree_have_the_spread_that_is_left():
    """Lines hold here, so what comes of many draws is the normal distribution of theory."""
    many, small = 2000, 0.05
    slopes, variance = np.array([[1.0, 1.0, 0.0], [0.0, 0.5, 0.0]]), np.array([0.25, 0.04])
    aims, prior = np.array([1.5, -0.3]), normals(Chance(4, 0), "test", 0, (many, 3))
    errors = np.sqrt(variance) * normals(Chance(4, 0), "test", 1, (many, 2))
    began = prior + 2.0
    off = aims + errors - began @ slopes.T
    there = brought(small * prior, small * began, small * off, straight(slopes), variance)
    assert (there / small).mean(axis=0) == pytest.approx(gain(slopes, variance) @ aims, abs=0.06)
    assert np.cov(there / small, rowvar=False) == pytest.approx(cover(slopes, variance), abs=0.06)
    unknown = brought(
        small * prior, small * began, np.full_like(off, np.nan), straight(slopes), variance
    )
    assert unknown / small == pytest.approx(prior, abs=0.01)


def test_points_come_to_agree_where_outputs_bend():
    """Forty inputs, six bent outputs: thirty points are brought to agree, run, and brought on."""
    bent = normals(Chance(6, 0), "test", 0, (6, 40)) * (over(6, 5)[:, :40] > 0.6)
    variance = np.full(6, 0.05**2)

    def ran(scores):
        line = even(scores) @ bent.T
        return line + 0.15 * line**2

    aims, prior = np.full(6, 0.3), normals(Chance(6, 0), "test", 2, (40, 40))
    errors = 0.05 * normals(Chance(6, 0), "test", 3, (40, 6))
    scores, seen = prior, []
    for _ in range(4):
        seen.append((scores, ran(scores)))
        inputs, outputs = (np.concatenate(part) for part in zip(*seen, strict=True))
        off = aims + errors - seen[-1][1]
        scores = brought(prior, scores, off, fitted(even(inputs), outputs), variance)
    first, last = (np.median(np.abs(told - aims)) / 0.05 for told in (seen[0][1], ran(scores)))
    assert first > 5.0
    assert last < 1.0
    assert scores.std() == pytest.approx((34 / 40) ** 0.5, rel=0.1)


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
