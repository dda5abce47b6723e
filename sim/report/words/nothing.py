"""Nothing found: what may be said where no difference was seen, or luck cannot be told.

That nothing differed is a fact about the replicates in which the measure is known, and no more:
why it did not is never said, since a lever can act without changing what is counted.
"""

from collections.abc import Sequence

from sim.report.numbers import counted
from sim.report.words.effect import Effect

NOUGHT = "no difference"


def where_nought(effects: Sequence[Effect]) -> str:
    """Say in which replicates nothing differed: in all that were run, or where it is known."""
    kinds = {(one.n, one.replicates) for one in effects if one.is_nought}
    known, run = max(kinds)
    if any(n < of for n, of in kinds):
        some = f"{known} of {run} " if len(kinds) == 1 else ""
        return f"in the {some}replicates where it is known"
    every = f"the {counted(run, 'replicate')} run" if len(kinds) == 1 else "every replicate run"
    return f"in {every}"


def nought(effects: Sequence[Effect]) -> str:
    """Say that nothing differed, and in which replicates."""
    return f"{NOUGHT} {where_nought(effects)}"


def untold(effects: Sequence[Effect], what: str) -> str:
    """Say that a change cannot be told from luck, or that there is none to tell.

    effects : those without an interval, among others
    what    : that they are changes of
    """
    most = max((one for one in effects if one.is_lone), key=lambda one: one.n)
    if not most.n:
        return (
            f"Nothing to compare in {what}: no replicate has a value both with the policy and "
            "without it"
        )
    if most.is_whole:
        return f"One replicate cannot tell a change in {what} from luck"
    many = f"One replicate of {most.replicates} has a value"
    return f"{many}, and cannot tell a change in {what} from luck"


def told_clear(effect: Effect) -> str:
    """Say in a table whether a change is clear, and in how many replicates it is known."""
    if effect.is_nought:
        return nought([effect])
    if not effect.n:
        return "no replicate with a value"
    said = "one replicate" if effect.is_lone else "clear" if effect.clear else "not clear"
    return f"{said}{known_in(effect)}"


def known_in(effect: Effect) -> str:
    """Add in how many replicates a change is known, where that is not in all of them."""
    return "" if effect.is_whole else f", known in {effect.n} of {effect.replicates} replicates"
