"""Sensitivity against functions whose indices are known: Ishigami's, and Sobol's g."""

import numpy as np
import pytest
from scipy import stats

from sim.analysis.sweeps.levels import noise_of, share_of_luck
from sim.analysis.sweeps.morris import mean_of_inverse_steps, morris_effects
from sim.analysis.sweeps.sobol import sobol_indices
from sim.kernel.chance import Chance
from sim.report.swept.sensitivity import BY_LUCK
from sim.scenario.varying.design import Design, Factor
from sim.study.design.points import points

NAMES = ("workforce.exit_hazard", "market.degree_share", "families.deprivation_sd")
A, B = 7.0, 0.1
G = np.array([0.0, 1.0, 4.5])


def unit(design, many=3, seed=5):
    factors = [Factor(NAMES[k], 0.0, 1.0) for k in range(many)]
    return np.array(points(design, factors, seed))


def ishigami(u):
    x = np.pi * (2 * u - 1)
    return np.sin(x[:, 0]) + A * np.sin(x[:, 1]) ** 2 + B * x[:, 2] ** 4 * np.sin(x[:, 0])


def of_ishigami():
    first = 0.5 * (1 + B * np.pi**4 / 5) ** 2
    second, both = A**2 / 8, B**2 * np.pi**8 * (1 / 18 - 1 / 50)
    whole = first + second + both
    return (np.array([first, second, 0.0]) / whole,
            np.array([first + both, second, both]) / whole)  # fmt: skip


def g(u):
    return np.prod((np.abs(4 * u - 2) + G) / (1 + G), axis=1)


def of_g():
    own = 1 / (3 * (1 + G) ** 2)
    whole = np.prod(1 + own) - 1
    return own / whole, own * np.prod(1 + own) / (1 + own) / whole


@pytest.mark.parametrize(("function", "known"), [(ishigami, of_ishigami), (g, of_g)])
@pytest.mark.parametrize("second_order", [False, True])
def test_sobol_finds_the_known_indices(function, known, second_order):
    design = Design("sobol", samples=4096, second_order=second_order)
    found = sobol_indices(function(unit(design)), NAMES, second_order=second_order, seed=1)
    first, total = known()
    assert found["first"].to_numpy() == pytest.approx(first, abs=0.02)
    assert found["total"].to_numpy() == pytest.approx(total, abs=0.02)
    inside = (found["first_low"] <= first) & (first <= found["first_high"])
    assert inside.sum() >= 2
    assert (found["total_low"] <= found["total"]).all()


def test_blocks_with_a_missing_run_are_left_out_and_the_rest_still_tell():
    design = Design("sobol", samples=4096)
    values = ishigami(unit(design))
    values[[7, 100, 5000]] = np.nan
    found = sobol_indices(values, NAMES, second_order=False, seed=1)
    assert found["first"].to_numpy() == pytest.approx(of_ishigami()[0], abs=0.02)


def test_what_does_not_vary_has_no_indices():
    found = sobol_indices(np.ones(5 * 64), NAMES, second_order=False, seed=1)
    assert found[["first", "total"]].isna().all(axis=None)


def test_morris_orders_the_factors_of_a_line_exactly():
    where = unit(Design("morris", trajectories=12, levels=4))
    found = morris_effects(where, where @ np.array([3.0, -2.0, 0.0]), NAMES).set_index("factor")
    assert found["size"].to_numpy() == pytest.approx([3.0, 2.0, 0.0])
    assert found["mean"].to_numpy() == pytest.approx([3.0, -2.0, 0.0])
    assert found["spread"].to_numpy() == pytest.approx([0.0] * 3, abs=1e-9)


def test_morris_finds_that_all_factors_of_ishigami_count_and_interact():
    where = unit(Design("morris", trajectories=400, levels=8))
    found = morris_effects(where, ishigami(where), NAMES).set_index("factor")
    assert (found["low"] > 0).all()
    assert found["spread"].iloc[2] > 1.0  # the third acts only with the first


def test_luck_alone_shows_the_floor_of_each_factors_own_steps():
    """A switch moves over its whole range, a range by two thirds of it."""
    factors = [Factor(NAMES[0], 0.0, 1.0), Factor(NAMES[1], 0.0, 1.0, (0.0, 1.0))]
    where = np.array(points(Design("morris", trajectories=800, levels=4), factors, 5))
    steps = mean_of_inverse_steps(where)
    assert steps == pytest.approx([1.5, 1.0])
    luck = stats.norm.ppf(Chance(3, 0).uniforms("luck", 0, np.arange(len(where))))
    found = morris_effects(where, luck, NAMES[:2])
    assert found["size"].to_numpy() == pytest.approx(BY_LUCK * steps, rel=0.08)


def test_a_trajectory_with_a_missing_run_is_left_out():
    where = unit(Design("morris", trajectories=12, levels=4))
    values = where @ np.array([3.0, -2.0, 0.0])
    values[5] = np.nan
    found = morris_effects(where, values, NAMES)
    assert (found["trajectories"] == 11).all()
    assert found["size"].to_numpy() == pytest.approx([3.0, 2.0, 0.0])


def test_the_share_of_luck_is_that_of_made_luck():
    places, luck = np.linspace(0, 1, 4001), np.sin(np.arange(4001 * 4) * 12.9898) * 43758.5453
    noise = (luck - np.floor(luck)).reshape(4001, 4) - 0.5
    wide = places[:, None] + noise
    noisy = (1 / 12) / 4
    assert share_of_luck(wide, noise_of(wide)) == pytest.approx(noisy / (1 / 12 + noisy), abs=0.02)
    assert np.isnan(noise_of(wide[:, :1]))


def test_a_measure_that_no_run_can_tell_has_no_share_of_luck():
    wide = np.full((8, 2), np.nan)
    assert np.isnan(share_of_luck(wide, noise_of(wide)))


def test_what_a_replicate_adds_to_all_points_alike_is_no_luck():
    places, alike = np.linspace(0, 1, 101), np.array([0.0, 3.0, -5.0])
    assert noise_of(places[:, None] + alike) == pytest.approx(0, abs=1e-9)


def test_a_factor_that_only_stirs_luck_shows_the_share_of_luck():
    """Its total index is what luck makes of the spread: what the figure draws as its floor."""
    points_ = unit(Design("sobol", samples=4096))
    stirred = np.sin(points_ @ np.array([127.1, 311.7, 74.7]) * 9973) * 43758.5453
    noise = stirred - np.floor(stirred) - 0.5
    values = points_[:, 0] + noise
    found = sobol_indices(values, NAMES, second_order=False, seed=1).set_index("factor")
    assert found.loc[NAMES[2], "total"] == pytest.approx(0.5, abs=0.03)
