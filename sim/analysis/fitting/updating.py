"""Updating: what aims say of inputs to which outputs respond in lines.

Beforehand every input is a standard normal score. Where lines hold, all that is known afterwards
is a normal distribution too, and has a closed form (Tarantola 2005); where they bend, points are
moved by what each was really run to, again and again (randomised maximum likelihood: Oliver, He
and Reynolds 1996; with lines from an ensemble of runs: Chen and Oliver 2012).
"""

import numpy as np

from sim.analysis.fitting import Numbers


def gain(slopes: Numbers, variance: Numbers) -> Numbers:
    """Say how far each input moves for each output that is off: (inputs, outputs).

    slopes   : (outputs, inputs)
    variance : (outputs,) by which an output may be off for other reasons
    """
    between = slopes @ slopes.T + np.diag(variance)
    found: Numbers = np.linalg.solve(between, slopes).T
    return found


def moved(
    prior: Numbers, scores: Numbers, off: Numbers, slopes: Numbers, variance: Numbers
) -> Numbers:
    """Move points from where they were run to where they would agree with their aims.

    A point stays as near to where it began as its aims let it, so that what the aims do not tell
    stays as spread as it was.

    prior   : (points, inputs) where each began
    scores  : (points, inputs) where each was run
    off     : (points, outputs) aims less outputs as run; not a number where there is none
    returns : (points, inputs)
    """
    back = (scores - prior) @ slopes.T
    wanted = np.where(np.isfinite(off), off + back, back)
    found: Numbers = prior + wanted @ gain(slopes, variance).T
    return found


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
