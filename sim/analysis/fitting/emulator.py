"""Emulator: what a run would measure, told from its numbers alone, and how sure that is.

Each output is a polynomial of the second order in the numbers that move it, by the lasso
(Tibshirani 1996). It smooths luck, since hundreds of runs share some dozen terms, and is told in
microseconds, where a run takes seconds.
"""

import warnings
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.analysis.fitting import Numbers

type Term = tuple[int, ...]
"""Inputs that are multiplied: one, one twice, or two."""

FOLDS, STEPS = 5, 40
LEADING = 14
"""Inputs that move an output most, of which all pairs are tried."""

FEWEST = 30
"""Runs from which nothing can be told of hundreds of numbers."""


@dataclass(frozen=True, slots=True)
class Emulator:
    """Polynomials for some outputs.

    terms   : of all outputs together
    weights : (1 + terms, outputs), the first row for the level
    error   : (outputs,) standard deviation of a run about its polynomial, out of sample: luck, and
              what the polynomial misses
    runs    : (outputs,) from which each was fitted
    """

    terms: tuple[Term, ...]
    weights: Numbers
    error: Numbers
    runs: NDArray[np.int64]

    def __call__(self, inputs: Numbers) -> Numbers:
        """Tell the outputs at some points.

        inputs  : (points, inputs), each from −1 to 1 over its range
        returns : (points, outputs)
        """
        told: Numbers = self.weights[0] + columns(inputs, self.terms) @ self.weights[1:]
        return told

    def gradients(self, inputs: Numbers) -> Numbers:
        """Tell how each output moves with each input, at some points.

        inputs  : (points, inputs)
        returns : (points, outputs, inputs) change of an output for each unit of an input
        """
        beside, (one, other) = with_ones(inputs), factors(self.terms, inputs.shape[1])
        found = np.zeros((*beside.shape, self.weights.shape[1]))
        for point, row in zip(found, beside, strict=True):
            np.add.at(point, one, row[other, None] * self.weights[1:])
            np.add.at(point, other, row[one, None] * self.weights[1:])
        return found[:, :-1].swapaxes(1, 2)


def columns(inputs: Numbers, terms: tuple[Term, ...]) -> Numbers:
    """Lay out the terms of a polynomial: shape (points, terms)."""
    beside, (one, other) = with_ones(inputs), factors(terms, inputs.shape[1])
    laid: Numbers = beside[:, one] * beside[:, other]
    return laid


def with_ones(inputs: Numbers) -> Numbers:
    """Put a column of ones behind the inputs, by which a term of one input is multiplied."""
    return np.column_stack([inputs, np.ones(len(inputs))])


def factors(terms: tuple[Term, ...], ones: int) -> NDArray[np.int64]:
    """Name the two columns of each term: shape (2, terms)."""
    pairs = [(*term, ones)[:2] for term in terms]
    return np.array(pairs, dtype=np.int64).reshape(-1, 2).T


def fitted(inputs: Numbers, outputs: Numbers, cautious: bool = False) -> Emulator:
    """Fit an emulator to runs.

    inputs   : (runs, inputs), each from −1 to 1 over its range
    outputs  : (runs, outputs), not a number where a run cannot tell one
    cautious : whether to keep only terms that are well told from luck, at their full weight
    """
    each = [of_one(inputs, outputs[:, n], cautious) for n in range(outputs.shape[1])]
    terms = tuple(sorted({term for one in each for term in one.terms}, key=lambda t: (len(t), t)))
    place = {term: n for n, term in enumerate(terms, 1)}
    weights = np.zeros((1 + len(terms), len(each)))
    for n, one in enumerate(each):
        weights[[0, *(place[term] for term in one.terms)], n] = one.weights
    error = np.array([one.error for one in each])
    return Emulator(terms, weights, error, np.isfinite(outputs).sum(axis=0))


def of_one(inputs: Numbers, output: Numbers, cautious: bool) -> "Terms":
    """Fit the polynomial of one output; a level where nothing is seen to move it."""
    known = np.isfinite(output)
    x, y = inputs[known], output[known]
    if len(y) < FEWEST or np.ptp(y) == 0.0:
        level, error = (y.mean(), y.std()) if len(y) else (np.nan, np.nan)
        return Terms((), np.array([level]), float(error))
    every = range(x.shape[1])
    found = chosen(x, y, [*((n,) for n in every), *((n, n) for n in every)], cautious)
    lead = leading(found)
    pairs = [(a, b) for n, a in enumerate(lead) for b in lead[n + 1 :]]
    paired = chosen(x, y, [*found.terms, *pairs], cautious) if pairs else found
    return min(found, paired, key=lambda one: one.error)


@dataclass(frozen=True, slots=True)
class Terms:
    """Terms of one output: their weights, the level first, and the error out of sample."""

    terms: tuple[Term, ...]
    weights: Numbers
    error: float


def leading(found: Terms) -> list[int]:
    """Name the inputs that move an output most, alone."""
    size: dict[int, float] = {}
    for term, weight in zip(found.terms, found.weights[1:], strict=True):
        size[term[0]] = size.get(term[0], 0.0) + abs(float(weight))
    return sorted(sorted(size, key=lambda one: -size[one])[:LEADING])


def chosen(x: Numbers, y: Numbers, terms: list[Term], cautious: bool) -> Terms:
    """Choose terms by the lasso, its penalty by cross-validation.

    The least error foretells best, with the lasso's own weights: fitted again without the penalty
    they would follow luck. To name what moves an output, the penalty is the largest whose error
    lies within a standard error of the least (Breiman 1984), and weights are fitted again.
    """
    from sklearn.linear_model import LassoCV  # noqa: PLC0415 - slow to import

    laid = columns(x, tuple(terms))
    middle, spread = laid.mean(axis=0), laid.std(axis=0)
    spread[spread == 0.0] = 1.0
    scaled = (laid - middle) / spread
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the end of a path that does not converge is not chosen
        found = LassoCV(cv=FOLDS, alphas=STEPS, max_iter=3000).fit(scaled, y)
        errors = found.mse_path_.mean(axis=1)
        place = int(errors.argmin())
        if cautious:
            near = errors[place] + found.mse_path_[place].std(ddof=1) / np.sqrt(FOLDS)
            place = int(np.flatnonzero(errors <= near)[0])
        _, given, _ = found.path(scaled, y - y.mean(), alphas=[found.alphas_[place]])
    kept = np.flatnonzero(given[:, 0])
    weights = given[kept, 0] / spread[kept]
    if cautious and len(kept):
        weights = np.linalg.lstsq(laid[:, kept] - middle[kept], y - y.mean(), rcond=None)[0]
    level = float(y.mean() - weights @ middle[kept])
    error = float(np.sqrt(errors[place]))
    return Terms(tuple(terms[n] for n in kept), np.array([level, *weights]), error)
