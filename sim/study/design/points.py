"""Points of a design: drawn by SciPy and SALib in the unit cube, then laid over the ranges."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import numpy as np
from numpy.typing import NDArray
from scipy import stats
from scipy.stats import qmc

from sim.parameters.registry import registry
from sim.scenario import Experiment
from sim.scenario.varying.design import Design, Factor, Points
from sim.scenario.varying.ensemble import inputs_of, load_ensemble

MIDDLE = 0.5
HELD = 1.959963984540054  # SD of a normal curve to each end of the range that holds 95% of it


def drawn(experiment: Experiment) -> Experiment:
    """Draw the points of an experiment's design, and the inputs of its replicates.

    What is drawn already stays; the same experiment and seed give the same points.
    """
    if experiment.ensemble and lacks_inputs(experiment):
        inputs = inputs_of(load_ensemble(experiment.ensemble), experiment.replicates)
        experiment = replace(experiment, inputs=inputs)
    design = experiment.design
    if design is None or experiment.points:
        return experiment
    return replace(experiment, points=points(design, experiment.factors, experiment.seed))


def lacks_inputs(experiment: Experiment) -> bool:
    """Whether some replicate has no inputs yet."""
    return experiment.inputs is None or len(experiment.inputs.draws) < experiment.replicates


def points(design: Design, factors: Sequence[Factor], seed: int) -> Points:
    """List the points of a design: a value for each factor, in the parameters' units."""
    if design.method == "list":
        return design.points
    if design.method == "grid":
        return tuple(product(*(levels(one, design.levels) for one in factors)))
    if design.method == "one-at-a-time":
        return one_at_a_time(design, factors)
    unit = in_unit_cube(design, len(factors), seed)
    columns = [over_range(one, unit[:, k]) for k, one in enumerate(factors)]
    return tuple(tuple(float(value) for value in row) for row in np.column_stack(columns))


def levels(factor: Factor, many: int) -> tuple[float, ...]:
    """List the values of a factor, or so many along its range."""
    if factor.values:
        return factor.values
    shares = np.linspace(0.0, 1.0, many)
    return tuple(float(value) for value in over_range(factor, shares))


def centre(factor: Factor) -> float:
    """Say where a factor stands while others vary: its default, or else the middle."""
    default = registry()[factor.parameter].default
    if factor.values:
        return factor.values[len(factor.values) // 2] if default not in factor.values else default
    inside = factor.low <= default <= factor.high
    return default if inside else float(over_range(factor, np.array([MIDDLE]))[0])


def one_at_a_time(design: Design, factors: Sequence[Factor]) -> Points:
    """Put all factors at their centre, then each in turn at its levels."""
    middle = tuple(centre(one) for one in factors)
    moved = [
        (*middle[:k], value, *middle[k + 1 :])
        for k, one in enumerate(factors)
        for value in levels(one, design.levels)
    ]
    return (middle, *moved)


def in_unit_cube(design: Design, many: int, seed: int) -> NDArray[np.float64]:
    """Draw points evenly over the unit cube.

    returns : (points, many), by Latin hypercube, or as the analysis of the method needs them
              (Morris 1991; Saltelli 2010)
    """
    if design.method == "lhs":
        return np.asarray(qmc.LatinHypercube(many, rng=seed).random(design.samples))
    from SALib.sample import morris, sobol  # noqa: PLC0415 - slow to import

    problem = {"num_vars": many, "names": list(map(str, range(many))), "bounds": [[0, 1]] * many}
    if design.method == "morris":
        return np.asarray(
            morris.sample(problem, design.trajectories, num_levels=design.levels, seed=seed)
        )
    return np.asarray(
        sobol.sample(problem, design.samples, calc_second_order=design.second_order, seed=seed)
    )


def over_range(factor: Factor, shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Lay shares from 0 to 1 over a factor's range or values, as they are spread."""
    if factor.values:
        number: NDArray[np.int64] = np.minimum(
            (shares * len(factor.values)).astype(np.int64), len(factor.values) - 1
        )
        listed: NDArray[np.float64] = np.asarray(factor.values)[number]
        return listed
    width = factor.high - factor.low
    if factor.shape == "triangular":
        top = (centre_of_triangle(factor) - factor.low) / width
        return np.asarray(stats.triang.ppf(shares, top, loc=factor.low, scale=width))
    if factor.shape == "normal":
        middle, sd = factor.low + width / 2, width / (2 * HELD)
        return np.asarray(stats.truncnorm.ppf(shares, -HELD, HELD, loc=middle, scale=sd))
    return np.asarray(factor.low + width * shares)


def centre_of_triangle(factor: Factor) -> float:
    """Give the likeliest value: the default, or the middle where that lies outside."""
    default = registry()[factor.parameter].default
    if factor.low <= default <= factor.high:
        return default
    return (factor.low + factor.high) / 2
