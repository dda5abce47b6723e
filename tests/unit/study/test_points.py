"""Points of designs: as many as the design says, inside the ranges, the same for a seed."""

import numpy as np
import pytest

from sim.parameters.registry import registry
from sim.scenario.varying.design import Design, Factor
from sim.scenario.varying.reading import count
from sim.study.design.points import over_range, points

HAZARD = registry()["workforce.exit_hazard"]
RANGE = Factor("workforce.exit_hazard", HAZARD.low, HAZARD.high)
CAP = Factor("allocation.caseload_cap", 12.0, 20.0, (12.0, 16.0, 20.0))
SWITCH = Factor("loops.silence", 0.0, 1.0, (1.0, 0.0))
ALL = (RANGE, CAP, SWITCH)
DESIGNS = [
    Design("grid", levels=4), Design("one-at-a-time", levels=5), Design("lhs", samples=11),
    Design("morris", trajectories=6, levels=4), Design("sobol", samples=8),
    Design("sobol", samples=8, second_order=True),
    Design("list", points=((0.12, 12.0, 1.0), (0.18, 20.0, 0.0))),
]  # fmt: skip


@pytest.mark.parametrize("design", DESIGNS, ids=str)
def test_there_are_as_many_as_the_design_says(design):
    assert len(points(design, ALL, 1)) == count(design, ALL)


@pytest.mark.parametrize("design", DESIGNS, ids=str)
def test_values_lie_in_their_ranges_or_lists(design):
    found = np.array(points(design, ALL, 1))
    for column, factor in zip(found.T, ALL, strict=True):
        assert (column >= factor.low).all()
        assert (column <= factor.high).all()
        if factor.values:
            assert set(column) <= set(factor.values)


@pytest.mark.parametrize("design", DESIGNS[2:6], ids=str)
def test_a_seed_gives_the_same_points_and_another_gives_others(design):
    assert points(design, ALL, 1) == points(design, ALL, 1)
    assert points(design, ALL, 1) != points(design, ALL, 2)


def test_a_latin_hypercube_puts_one_point_in_each_slice():
    many = 20
    column = np.array(points(Design("lhs", samples=many), (RANGE,), 3))[:, 0]
    slices = np.floor((column - RANGE.low) / (RANGE.high - RANGE.low) * many)
    assert sorted(slices) == list(range(many))


def test_one_at_a_time_moves_one_from_the_centre():
    centre, *rest = points(Design("one-at-a-time", levels=3), ALL, 1)
    assert centre[0] == HAZARD.default
    for point in rest:
        assert sum(a != b for a, b in zip(point, centre, strict=True)) <= 1


def test_morris_moves_one_factor_at_each_step():
    many = len(ALL)
    found = np.array(points(Design("morris", trajectories=3, levels=4), (RANGE, RANGE, RANGE), 1))
    for path in found.reshape(3, many + 1, many):
        assert ((np.diff(path, axis=0) != 0).sum(axis=1) == 1).all()


@pytest.mark.parametrize("shape", ["uniform", "triangular", "normal"])
def test_shapes_keep_to_the_range_and_the_middle_of_a_normal_is_dense(shape):
    factor = Factor("workforce.exit_hazard", 0.0, 1.0, shape=shape)
    found = over_range(factor, np.linspace(0, 1, 1001))
    assert found[[0, -1]] == pytest.approx([0, 1])
    inner = ((found > 0.25) & (found < 0.75)).mean()
    known = {"uniform": 0.5, "normal": 0.706}
    assert inner == pytest.approx(known.get(shape, inner), abs=0.01)
