"""Sampling: points drawn from a prior in proportion to how well they agree with the targets.

Elliptical slice sampling (Murray, Adams and MacKay 2010): it needs no step to be tuned, takes
hundreds of inputs, and its points follow the prior exactly wherever the targets say nothing.
"""

from collections.abc import Callable
from functools import partial

import numpy as np
from scipy.special import ndtr, ndtri

from sim.analysis.fitting import Numbers
from sim.kernel.chance import Chance

type Agreement = Callable[[Numbers], Numbers]
"""Log of how well points agree: (points, inputs) in, (points,) out."""

SHRINKS = 60
"""Most often that a slice is narrowed; by then it is a point."""


HALVINGS = 200
"""Of a prior at most: by then 10⁻⁶⁰ of it is left, and nothing can be meant by less."""


def even(scores: Numbers) -> Numbers:
    """Turn standard normal scores into an even spread from −1 to 1."""
    spread: Numbers = 2.0 * ndtr(scores) - 1.0
    return spread


def sampled(
    agreement: Agreement, inputs: int, chains: int, steps: int, seed: int, keep: int = 1
) -> Numbers:
    """Draw points: the states that chains end in, and so many before them.

    agreement : of points each of whose inputs lies from −1 to 1, evenly beforehand
    keep      : states of each chain that are kept, evenly over the second half of its steps
    returns   : (chains × keep, inputs)
    """
    luck = Chance(seed, 0)
    scores = normals(luck, "fit.start", 0, (chains, inputs))
    level = agreement(even(scores))
    at = set(np.linspace(steps // 2, steps - 1, keep + 1).astype(int)[1:].tolist())
    kept = []
    for step in range(steps):
        scores, level = moved(agreement, scores, level, luck, step)
        if step in at:
            kept.append(even(scores))
    return np.concatenate(kept)


def moved(
    agreement: Agreement, scores: Numbers, level: Numbers, luck: Chance, step: int
) -> tuple[Numbers, Numbers]:
    """Move every chain once, along an ellipse through its state and a draw from the prior."""
    chains = len(scores)
    other = normals(luck, "fit.ellipse", step, scores.shape)
    every = np.arange(chains)
    floor = level + np.log(luck.uniforms("fit.level", step, every))
    angle = 2.0 * np.pi * luck.uniforms("fit.angle", step, every)
    low, high = angle - 2.0 * np.pi, angle.copy()
    new, reached, todo = scores.copy(), level.copy(), every
    for turn in range(SHRINKS):
        tried = (
            scores[todo] * np.cos(angle[todo])[:, None] + other[todo] * np.sin(angle[todo])[:, None]
        )
        found = agreement(even(tried))
        good = found > floor[todo]
        new[todo[good]], reached[todo[good]] = tried[good], found[good]
        todo = todo[~good]
        if not len(todo):
            break
        below = angle[todo] < 0.0
        low[todo[below]], high[todo[~below]] = angle[todo[below]], angle[todo[~below]]
        share = luck.uniforms("fit.shrink", step * SHRINKS + turn, todo)
        angle[todo] = low[todo] + share * (high[todo] - low[todo])
    return new, reached


def normals(luck: Chance, stream: str, step: int, shape: tuple[int, ...]) -> Numbers:
    """Draw standard normal numbers."""
    numbers: Numbers = ndtri(luck.uniforms(stream, step, np.arange(int(np.prod(shape)))))
    return numbers.reshape(shape)


def log_share(
    distance: Agreement, inputs: int, chains: int, steps: int, seed: int, goal: float
) -> float:
    """Tell what share of a prior has a distance within a goal, as a logarithm to base ten.

    Multilevel splitting (Au and Beck 2001): the nearest half of the points is kept, moved on within
    its distance, and halved again until half of them lie within the goal; minus infinity where
    that is not reached by `HALVINGS`.
    """
    luck = Chance(seed, 1)
    scores = normals(luck, "fit.start", 0, (chains, inputs))
    far, halvings = distance(even(scores)), 0
    while np.median(far) > goal:
        if halvings == HALVINGS:
            return -np.inf
        level = float(np.median(far))
        near = np.flatnonzero(far <= level)
        again = near[np.arange(chains) % len(near)]
        scores, far = scores[again], far[again]
        within = partial(none_beyond, distance, level)
        for step in range(steps):
            scores, _ = moved(within, scores, np.zeros(chains), luck, halvings * steps + step)
        far = distance(even(scores))
        halvings += 1
    return float(np.log10((far <= goal).mean()) - halvings * np.log10(2.0))


def none_beyond(distance: Agreement, most: float, points: Numbers) -> Numbers:
    """Give the log of how well points agree, where all within a distance agree alike."""
    return np.where(distance(points) <= most, 0.0, -np.inf)
