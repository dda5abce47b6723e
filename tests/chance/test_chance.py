"""Luck: the same bits everywhere, pinned, uniform, independent, and no two streams alike."""

from collections import Counter
from importlib import import_module
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from sim.kernel.chance import (
    GOLDEN,
    MASK,
    MIX_1,
    MIX_2,
    Chance,
    normal_quantile,
    poisson_quantile,
    stream_code,
    streams,
    uniform,
    uniforms,
)

FALSE_ALARM = 1e-6  # the chance that a right generator would fail a test here
NUMBERS = np.arange(200_000)
GOLDEN_DRAWS = [0.6229830955962512, 0.024620416983070437, 0.5181124209197863]
ROOT = Path(__file__).parents[2] / "sim"


def in_plain_python(key, number):
    """The same hash in Python's own integers."""
    z = (key + number * int(GOLDEN)) & MASK
    z = ((z ^ (z >> 30)) * int(MIX_1)) & MASK
    z = ((z ^ (z >> 27)) * int(MIX_2)) & MASK
    return (((z ^ (z >> 31)) >> 11) + 0.5) * 2.0**-53


@given(st.integers(0, MASK), st.integers(0, 2**40))
def test_python_numpy_and_machine_code_give_the_same_bits(key, number):
    one = uniform(np.uint64(key), number)
    assert one == in_plain_python(key, number)
    assert one == uniforms(np.uint64(key), np.array([number]))[0]
    assert 0.0 < one < 1.0


def test_golden_values_are_pinned():
    chance = Chance(seed=20260401, replicate=3)
    addresses = ((0, 0), (-40, 412), (500, 7))
    drawn = [chance.uniform("partners.sign", week, number) for week, number in addresses]
    assert drawn == GOLDEN_DRAWS


def test_luck_does_not_depend_on_who_else_is_present():
    chance = Chance(1, 7)
    few = chance.uniforms("partners.sign", 30, np.array([412]))
    many = chance.uniforms("partners.sign", 30, NUMBERS)
    assert few[0] == many[412] == chance.uniform("partners.sign", 30, 412)


@pytest.mark.parametrize("week", [-500, 0, 1, 77])
def test_draws_are_uniform(week):
    """Would miss a share wrong by less than about 0.4 points in a twentieth."""
    drawn = Chance(1, 0).uniforms("families.change", week, NUMBERS)
    counts, _ = np.histogram(drawn, bins=20, range=(0, 1))
    assert stats.chisquare(counts).pvalue > FALSE_ALARM
    assert stats.kstest(drawn, "uniform").pvalue > FALSE_ALARM


def addresses():
    base = Chance(1, 0).uniforms("families.change", 10, NUMBERS)
    return {
        "next week": (base, Chance(1, 0).uniforms("families.change", 11, NUMBERS)),
        "next replicate": (base, Chance(1, 1).uniforms("families.change", 10, NUMBERS)),
        "next seed": (base, Chance(2, 0).uniforms("families.change", 10, NUMBERS)),
        "another stream": (base, Chance(1, 0).uniforms("partners.sign", 10, NUMBERS)),
        "next number": (base[:-1], base[1:]),
        "a turn later": (base[:-13], base[13:]),
    }


@pytest.mark.parametrize("pair", addresses())
def test_neighbouring_addresses_are_independent(pair):
    """Would miss a correlation under about 0.011, or a joint share wrong by 0.1 points."""
    one, other = addresses()[pair]
    bound = stats.norm.isf(FALSE_ALARM / 2) / np.sqrt(len(one))
    assert abs(np.corrcoef(one, other)[0, 1]) < bound
    joint, *_ = np.histogram2d(one, other, bins=8, range=((0, 1), (0, 1)))
    assert stats.chisquare(joint.ravel()).pvalue > FALSE_ALARM


def is_luck(one, module):
    """Whether a module declares a class of draws of its own."""
    named = isinstance(one, type) and one.__name__.endswith("Luck")
    return named and one.__module__ == module.__name__


def registered():
    """Every stream that a stage draws from by its luck."""
    names = []
    for file in sorted([*(ROOT / "rules").glob("*.py"), *(ROOT / "stages").glob("*.py")]):
        if file.stem == "__init__":
            continue
        module = import_module(f"sim.{file.parent.name}.{file.stem}")
        for luck in vars(module).values():
            if is_luck(luck, module):
                names.extend(streams(luck, luck.__name__.removesuffix("Luck").lower()))
    return names


def test_no_two_streams_collide():
    names = registered()
    assert len(names) > 30
    assert Counter(names).most_common(1)[0][1] == 1
    codes = {name: stream_code(name) for name in names}
    assert len(set(codes.values())) == len(names)
    keys = {int(Chance(1, 0).key(name, week)) for name in names for week in range(-100, 400)}
    assert len(keys) == len(names) * 500
    assert all(one != other for one, other in combinations(codes.values(), 2))


@given(st.floats(1e-12, 1 - 1e-12))
def test_normal_quantile_agrees_with_scipy(u):
    assert normal_quantile(u) == pytest.approx(stats.norm.ppf(u), rel=1e-12, abs=1e-12)


@given(st.floats(1e-9, 1 - 1e-9), st.floats(0.001, 60))
def test_poisson_quantile_agrees_with_scipy(u, mean):
    ours = poisson_quantile(u, mean)
    assert abs(stats.poisson.cdf(ours, mean) - u) < 1e-9 or ours == stats.poisson.ppf(u, mean)


def test_more_is_never_drawn_from_a_lower_mean_with_the_same_luck():
    for u in np.linspace(0.01, 0.99, 25):
        drawn = [poisson_quantile(u, mean) for mean in (0.1, 0.5, 1.0, 2.0, 5.0)]
        assert drawn == sorted(drawn)
