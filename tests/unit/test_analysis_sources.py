"""Inputs told from luck, and what an effect leans on, against made effects."""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from sim.analysis.draws.leaning import leaning
from sim.analysis.draws.sources import sources
from sim.analysis.fitting.scores import even, normals
from sim.kernel.chance import Chance

DRAWS, INPUTS, LUCK = 4000, 2.0, 3.0


def made(seed=1, draws=DRAWS, each=2, inputs=INPUTS):
    luck = Chance(seed, 0)
    of_draw = 1.5 + inputs * normals(luck, "test", 0, (draws, 1))
    values = of_draw + LUCK * normals(luck, "test", 1, (draws, each))
    index = pd.MultiIndex.from_tuples(
        [(n + 1, n * each + k) for n in range(draws) for k in range(each)],
        names=["draw", "replicate"],
    )
    return pd.Series(values.ravel(), index=index)


def test_inputs_are_told_from_luck():
    found = sources(made())
    assert found.mean == pytest.approx(1.5, abs=0.15)
    assert found.inputs == pytest.approx(INPUTS, rel=0.05)
    assert found.luck == pytest.approx(LUCK, rel=0.05)
    assert found.range == pytest.approx((1.5 - 1.645 * INPUTS, 1.5 + 1.645 * INPUTS), abs=0.4)
    assert found.chance_above() == pytest.approx(stats.norm.sf(-1.5 / INPUTS), abs=0.02)


def test_what_is_luck_alone_is_not_put_down_to_inputs():
    assert sources(made(inputs=0.0)).inputs < 0.4
    assert sources(made(inputs=0.0)).luck == pytest.approx(LUCK, rel=0.05)


def test_the_error_of_the_mean_is_that_of_draws_and_luck():
    means = [sources(made(seed, draws=20)).mean for seed in range(300)]
    errors = [sources(made(seed, draws=20)).error for seed in range(300)]
    assert np.mean(errors) == pytest.approx(np.std(means), rel=0.12)


def test_uneven_draws_and_unknown_values_are_allowed():
    values = made(draws=500, each=3)
    values.iloc[::7] = np.nan
    assert sources(values).inputs == pytest.approx(INPUTS, rel=0.2)


def test_one_draw_tells_nothing_of_inputs_and_one_run_each_nothing_of_luck():
    assert sources(made(draws=1, each=5)) is None
    alone = sources(made(each=1))
    assert np.isnan(alone.luck)
    assert alone.inputs == pytest.approx(np.hypot(INPUTS, LUCK), rel=0.05)


def test_an_effect_leans_on_what_moves_it_and_turns_where_it_would_be_nought():
    luck = Chance(3, 0)
    positions = even(normals(luck, "test", 0, (200, 40)))
    noise = 0.3 * normals(luck, "test", 1, (200,))
    effect = 1.0 + 2.0 * positions[:, 7] - 0.8 * positions[:, 2] + noise
    first, second, *_ = leaning(effect, positions)
    assert (first.number, second.number) == (7, 2)
    assert first.slope == pytest.approx(2.0 / 3.0**0.5, rel=0.1)
    assert first.turns == pytest.approx(-0.5, abs=0.06)
    assert np.isnan(second.turns)


def test_a_handful_of_runs_says_nothing_of_what_an_effect_leans_on():
    assert leaning(np.ones(10), np.zeros((10, 4))) == []
    assert leaning(np.ones(60), even(normals(Chance(1, 0), "test", 0, (60, 4)))) == []
