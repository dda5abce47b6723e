"""Fitting: an emulator against made functions, sampling against posteriors known in closed form."""

import numpy as np
import pytest
from scipy import stats
from scipy.stats import qmc

from sim.analysis.fitting.agreement import Aims, implausibility, log_agreement
from sim.analysis.fitting.emulator import fitted
from sim.analysis.fitting.sampling import even, log_share, normals, sampled
from sim.analysis.fitting.scale import off_scale, on_scale, spread
from sim.analysis.fitting.weighing import effective, powered, weighed
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


def test_a_share_that_cannot_be_reached_is_nothing():
    assert log_share(lambda points: np.full(len(points), 2.0), 2, 20, 1, 1, 1.0) == -np.inf


def test_an_output_that_few_runs_tell_is_a_level():
    x = over(RUNS, 1)
    output = np.full((RUNS, 1), np.nan)
    output[:10, 0] = 3.0
    found = fitted(x, output)
    assert found.terms == ()
    assert found(x) == pytest.approx(3.0)
    assert found.runs[0] == 10


def test_sampling_gives_the_posterior_of_a_normal_prior():
    """Two of ten scores are seen together, with an error: their sum is known, their parts not."""
    error, seen = 0.5, 1.5

    def agreement(points):
        scores = stats.norm.ppf((points + 1.0) / 2.0)
        return stats.norm.logpdf(scores[:, 0] + scores[:, 1], seen, error)

    drawn = stats.norm.ppf((sampled(agreement, 10, 400, 60, 7, keep=5) + 1.0) / 2.0)
    total = drawn[:, 0] + drawn[:, 1]
    precision = 1.0 / 2.0 + 1.0 / error**2
    assert total.mean() == pytest.approx(seen / error**2 / precision, abs=0.06)
    assert total.std() == pytest.approx(precision**-0.5, rel=0.08)
    apart = drawn[:, 0] - drawn[:, 1]
    assert apart.std() == pytest.approx(2.0**0.5, rel=0.08)
    assert drawn[:, 5].std() == pytest.approx(1.0, rel=0.08)
    assert np.corrcoef(drawn[:, 0], drawn[:, 1])[0, 1] < -0.6


def test_where_nothing_is_known_points_are_spread_evenly():
    drawn = sampled(lambda points: np.zeros(len(points)), 3, 500, 20, 3)
    assert stats.kstest(drawn[:, 0], "uniform", args=(-1, 2)).pvalue > 0.001


def test_the_same_seed_gives_the_same_points():
    once, again = (sampled(lambda p: -np.abs(p[:, 0]), 4, 20, 10, 5) for _ in range(2))
    assert (once == again).all()
    other = sampled(lambda p: -np.abs(p[:, 0]), 4, 20, 10, 6)
    assert (once != other).any()


@pytest.mark.parametrize("share", [0.3, 1e-3, 1e-6])
def test_the_share_of_a_prior_is_that_of_a_box(share):
    """Each of three inputs has to lie in the middle: the share is the cube of one side's."""
    side = share ** (1.0 / 3.0)
    found = log_share(lambda points: np.abs(points[:, :3]).max(axis=1), 8, 1000, 8, 11, side)
    assert found == pytest.approx(np.log10(share), abs=0.15)


def test_even_scores_fill_the_range():
    assert even(np.array([-8.0, 0.0, 8.0])) == pytest.approx([-1.0, 0.0, 1.0])


def test_weights_keep_as_many_points_as_are_asked_for():
    ratios = 5.0 * normals(Chance(2, 0), "test", 0, (200,))
    assert effective(powered(ratios, 1.0)) < 20
    weights, power = weighed(ratios, 60.0)
    assert weights.sum() == pytest.approx(1.0)
    assert effective(weights) == pytest.approx(60.0, abs=0.01)
    assert 0.0 < power < 1.0
    assert np.corrcoef(np.log(weights), ratios)[0, 1] == pytest.approx(1.0)


def test_weights_of_points_that_agree_as_foretold_are_even():
    weights, power = weighed(np.full(120, -31.0), 60.0)
    assert power == 1.0
    assert weights == pytest.approx(1 / 120)


def test_ratios_correct_points_that_were_drawn_from_another_curve():
    """Points drawn from one normal curve, weighed, have the mean and spread of another."""
    drawn = normals(Chance(3, 0), "test", 0, (20_000,))
    weights, power = weighed(stats.norm.logpdf(drawn, 0.5, 0.8) - stats.norm.logpdf(drawn), 60.0)
    mean = (weights * drawn).sum()
    assert power == 1.0
    assert mean == pytest.approx(0.5, abs=0.03)
    assert ((weights * (drawn - mean) ** 2).sum()) ** 0.5 == pytest.approx(0.8, abs=0.03)


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
