"""Updating: what aims say of inputs that outputs respond to.

Beforehand every input is a standard normal score. Where outputs respond in lines, all that is known
afterwards is a normal distribution too, and has a closed form (Tarantola 2005). Where they bend,
draws from before are each brought to agree with aims that err as the real ones do (randomised
maximum likelihood: Oliver, He and Reynolds 1996).
"""

import numpy as np

from sim.analysis.fitting import Numbers
from sim.analysis.fitting.emulator import Emulator
from sim.analysis.fitting.scores import FARTHEST, density, even

STEPS, PACE = 8, 0.6
"""Steps by which a point is brought to agree, and how much of each is taken."""


def gain(slopes: Numbers, variance: Numbers) -> Numbers:
    """Say how far each input moves for each output that is off: (inputs, outputs).

    slopes   : (outputs, inputs)
    variance : (outputs,) by which an output may be off for other reasons
    """
    between = slopes @ slopes.T + np.diag(variance)
    found: Numbers = np.linalg.solve(between, slopes).T
    return found


def brought(
    prior: Numbers, scores: Numbers, off: Numbers, emulator: Emulator, variance: Numbers
) -> Numbers:
    """Bring points from where they were run to where they would agree with their aims.

    An emulator tells how outputs change from those that a point really ran to, which it need not
    know by itself. A point stays as near to where it began as its aims let it, so that what the
    aims do not tell stays as spread as it was.

    prior    : (points, inputs) where each began
    scores   : (points, inputs) where each was run
    off      : (points, outputs) aims less outputs as run; not a number where there is none
    emulator : of outputs, from inputs spread evenly from −1 to 1
    variance : (outputs,) by which an output may be off its aim
    returns  : (points, inputs)
    """
    return np.array([
        brought_one(*each, emulator, variance) for each in zip(prior, scores, off, strict=True)
    ])  # fmt: skip


def brought_one(
    prior: Numbers, scores: Numbers, off: Numbers, emulator: Emulator, variance: Numbers
) -> Numbers:
    """Bring one point: steps of Gauss and Newton, each part of the way."""
    known = np.flatnonzero(np.isfinite(off))
    ran, here = emulator(even(scores[None, :]))[0, known], scores
    for _ in range(STEPS):
        there = even(here[None, :])
        slopes = emulator.gradients(there)[0, known] * density(here)
        left = off[known] - (emulator(there)[0, known] - ran)
        wanted = left + slopes @ (here - prior)
        step = prior + gain(slopes, variance[known]) @ wanted - here
        here = np.clip(here + PACE * step, -FARTHEST, FARTHEST)
    return here


def cover(slopes: Numbers, variance: Numbers) -> Numbers:
    """Give the covariance of inputs that aims leave: (inputs, inputs)."""
    found: Numbers = np.eye(slopes.shape[1]) - gain(slopes, variance) @ slopes
    return found


def log_share(slopes: Numbers, variance: Numbers) -> float:
    """Give the share of the prior's volume that aims leave, as a logarithm to base ten."""
    between = (slopes @ slopes.T) / np.sqrt(np.outer(variance, variance))
    _, logarithm = np.linalg.slogdet(np.eye(len(variance)) + between)
    return float(-0.5 * logarithm / np.log(10.0))


def foretold(off: Numbers, slopes: Numbers, variance: Numbers) -> tuple[Numbers, Numbers]:
    """Foretell how far each output is off by all the others (Rasmussen and Williams 2006, 5.4.2).

    off     : (outputs,) aims less outputs at the prior's middle
    returns : (outputs,) the same as the others foretell it, and the standard deviation of that
    """
    inverse = np.linalg.inv(slopes @ slopes.T + np.diag(variance))
    each = 1.0 / np.diag(inverse)
    return off - (inverse @ off) * each, np.sqrt(each)
