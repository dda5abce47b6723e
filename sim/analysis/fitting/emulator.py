"""Emulator: what a run would measure, told from its numbers alone, and how sure that is.

Each output is a polynomial of the second order in the few numbers that move it, chosen by the
lasso (Tibshirani 1996) and fitted again without its shrinkage. It smooths luck, since thousands of
runs share a few dozen terms, and is told in microseconds, where a run takes seconds.
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

RIDGE = 1e-6
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

    def slopes(self, inputs: Numbers) -> Numbers:
        """Tell how each output moves with each input, in the mean over some points.

        inputs  : (points, inputs)
        returns : (inputs, outputs) change of an output for each unit of an input
        """
        mean, found = inputs.mean(axis=0), np.zeros((inputs.shape[1], self.weights.shape[1]))
        for term, weight in zip(self.terms, self.weights[1:], strict=True):
            for place, one in enumerate(term):
                rest = term[:place] + term[place + 1 :]
                found[one] += weight * (mean[rest[0]] if rest else 1.0)
        return found


def columns(inputs: Numbers, terms: tuple[Term, ...]) -> Numbers:
    """Lay out the terms of a polynomial: shape (points, terms)."""
    found = np.empty((len(inputs), len(terms)))
    for n, term in enumerate(terms):
        found[:, n] = (
            inputs[:, term[0]] if len(term) == 1 else inputs[:, term[0]] * inputs[:, term[1]]
        )
    return found


def fitted(inputs: Numbers, outputs: Numbers) -> Emulator:
    """Fit an emulator to runs.

    inputs  : (runs, inputs), each from −1 to 1 over its range
    outputs : (runs, outputs), not a number where a run cannot tell one
    """
    each = [of_one(inputs, outputs[:, n]) for n in range(outputs.shape[1])]
    terms = tuple(sorted({term for one in each for term in one.terms}, key=lambda t: (len(t), t)))
    place = {term: n for n, term in enumerate(terms, 1)}
    weights = np.zeros((1 + len(terms), len(each)))
    for n, one in enumerate(each):
        weights[0, n] = one.weights[0, 0]
        for term, weight in zip(one.terms, one.weights[1:, 0], strict=True):
            weights[place[term], n] = weight
    error = np.array([one.error[0] for one in each])
    return Emulator(terms, weights, error, np.array([one.runs[0] for one in each]))


def of_one(inputs: Numbers, output: Numbers) -> Emulator:
    """Fit the polynomial of one output; a level where nothing is seen to move it."""
    known = np.isfinite(output)
    x, y = inputs[known], output[known]
    terms: list[Term] = []
    error = float(y.std()) if len(y) else np.nan
    if len(y) >= FEWEST and np.ptp(y) > 0.0:
        every = range(x.shape[1])
        terms, error = chosen(x, y, [*((n,) for n in every), *((n, n) for n in every)])
    if terms:
        lead = leading(x, y, terms)
        pairs = [(a, b) for n, a in enumerate(lead) for b in lead[n + 1 :]]
        terms, error = chosen(x, y, [*terms, *pairs])
    weights = refitted(x, y, tuple(terms)) if len(y) else np.array([np.nan])
    return Emulator(tuple(terms), weights[:, None], np.array([error]), np.array([len(y)]))


def leading(x: Numbers, y: Numbers, terms: list[Term]) -> list[int]:
    """Name the inputs that move an output most, alone."""
    weights = refitted(x, y, tuple(terms))[1:]
    size: dict[int, float] = {}
    for term, weight in zip(terms, weights, strict=True):
        size[term[0]] = size.get(term[0], 0.0) + abs(weight)
    return sorted(sorted(size, key=lambda one: -size[one])[:LEADING])


def chosen(x: Numbers, y: Numbers, terms: list[Term]) -> tuple[list[Term], float]:
    """Choose terms by the lasso, its penalty by cross-validation; give the error out of sample.

    The penalty is the largest whose error lies within a standard error of the least (Breiman 1984),
    since terms that luck alone would choose cost more than those that are missed.
    """
    from sklearn.linear_model import LassoCV  # noqa: PLC0415 - slow to import

    laid = columns(x, tuple(terms))
    spread = laid.std(axis=0)
    scaled = (laid - laid.mean(axis=0)) / np.where(spread == 0.0, 1.0, spread)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the end of a path that does not converge is not chosen
        found = LassoCV(cv=FOLDS, alphas=STEPS, max_iter=3000).fit(scaled, y)
        errors = found.mse_path_.mean(axis=1)
        least = int(errors.argmin())
        near = errors[least] + found.mse_path_[least].std(ddof=1) / np.sqrt(FOLDS)
        first = int(np.flatnonzero(errors <= near)[0])
        _, weights, _ = found.path(scaled, y - y.mean(), alphas=[found.alphas_[first]])
    kept = [term for term, weight in zip(terms, weights[:, 0], strict=True) if weight]
    return kept, float(np.sqrt(errors[first]))


def refitted(x: Numbers, y: Numbers, terms: tuple[Term, ...]) -> Numbers:
    """Fit chosen terms by least squares: the level, then a weight for each."""
    laid = np.column_stack([np.ones(len(x)), columns(x, terms)])
    ridge = RIDGE * len(x) * np.eye(laid.shape[1])
    weights: Numbers = np.linalg.solve(laid.T @ laid + ridge, laid.T @ y)
    return weights
