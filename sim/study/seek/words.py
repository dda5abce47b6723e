"""What a search found, in words."""

from collections.abc import Sequence
from math import isfinite

from sim.kernel.quantities import formatted
from sim.parameters.registry import registry
from sim.scenario.size import Reach
from sim.study.seek.size import Cannot, Tried, spread

NO_SIZE = "nothing in it has a size: a switch, or a cap where there was none, is there or not."
MAGNITUDES = ((1e9, "bn"), (1e6, "m"), (1e3, "k"))
DIGITS = 3


def pounds(amount: float) -> str:
    """Write money in few digits: £14.2m, −£380k."""
    sign = "−" if amount < 0 else ""
    for size, letter in MAGNITUDES:
        if float(f"{abs(amount):.{DIGITS}g}") >= size:
            return f"{sign}£{few(abs(amount) / size)}{letter}"
    return f"{sign}£{few(abs(amount))}"


def few(number: float) -> str:
    """Write a number in few digits, never as a power of ten."""
    return f"{float(f'{number:.{DIGITS}g}'):,.12g}"


def costing(one: Tried) -> str:
    """Write what a size costs, with the range that luck leaves it."""
    cost, _, half = spread(one.costs)
    if not isfinite(half):
        return f"{pounds(cost)} a year"
    return f"{pounds(cost)} a year ({pounds(cost - half)} to {pounds(cost + half)})"


def why(ended: Cannot, tried: Sequence[Tried], farthest: Reach) -> str:
    """Say why no size of a policy costs what is wanted."""
    known = {one.size: one for one in tried}
    at = [known[size] for size in ended.at if size in known]
    last = at[-1]
    size = f"{last.size:.3g} of its size"
    if ended.kind == "unresponsive":
        return f"its cost does not respond: at {size} it is {costing(last)}."
    if ended.kind == "too wide":
        return f"too wide a range to tell its cost: at {size} {costing(last)}; {MORE}"
    if ended.kind == "other sign":
        does = "saves" if last.cost < 0 else "costs"
        return f"it {does} money instead: at {size} {costing(last)}."
    if ended.kind == "range":
        limit = formatted(farthest.limit, registry()[farthest.parameter].unit, True)
        return (
            f"{farthest.parameter} reaches its limit, {limit}, at {size}, where the policy comes "
            f"to {costing(last)}."
        )
    return f"{HOW[ended.kind]}: {listed(at)}."


MORE = "ask for more replicates."
HOW = {
    "not monotone": "its cost rises and falls with its size, so that no one size stands for it",
    "jump": "its cost jumps past this between two sizes",
}


def listed(tried: Sequence[Tried]) -> str:
    """Write what each of a few sizes costs."""
    return ", ".join(f"{costing(one)} at {one.size:.3g} of its size" for one in tried)
