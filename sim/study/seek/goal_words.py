"""The answer to a goal, in words."""

from sim.kernel.quantities import formatted
from sim.measures import MEASURES
from sim.parameters.registry import registry
from sim.scenario.goal.goal import Goal
from sim.study.seek.threshold import Answer

UNEVEN = " The shares neither rise nor fall evenly: look at every value that was tried."


def goal_words(goal: Goal, found: Answer) -> str:
    """Answer in a sentence or two, claiming no more than the share's interval allows."""
    if not found.moves:
        return unmoved(goal, found)
    tell = {"none": no_value, "all": every_value, "some": from_one_value}
    told = tell[found.kind](goal, found)
    return told if found.even else told + UNEVEN


def unmoved(goal: Goal, found: Answer) -> str:
    """Say that the lever did nothing to the measure."""
    return (
        f"{goal.lever} does not move “{MEASURES[goal.measure].label}” in these runs: every value "
        f"tried from {ends(goal)} gives exactly the same, with {asked_of(goal)} in {found.met} "
        f"of {found.replicates} replicates ({interval(found)})."
    )


def no_value(goal: Goal, found: Answer) -> str:
    """Say that no value does it, and whether too few replicates ran to be sure."""
    start = f"No value of {goal.lever} that was tried from {ends(goal)} brings"
    where = f"It comes nearest at {places(goal, found)}, where {share(found)}"
    if found.share_high < goal.probability:
        return f"{start} {wanted(goal)}. {where}."
    rest = f"too few to rule out {percent(goal.probability)}"
    return f"{start} {asked_of(goal)} often enough in these runs. {where}; {rest}."


def every_value(goal: Goal, found: Answer) -> str:
    """Say that all values do it, or may."""
    start = f"Every value of {goal.lever} that was tried from {ends(goal)}"
    where = f"least often at {places(goal, found)}, where {share(found)}"
    if found.share_low >= goal.probability:
        return f"{start} brings {wanted(goal)}: {where}."
    return f"{start} may bring {wanted(goal)}: {where}; {too_few(goal)}."


def from_one_value(goal: Goal, found: Answer) -> str:
    """Say from which value on it is done, with the range that luck leaves the crossing."""
    sure = found.share_low >= goal.probability
    told = (
        f"{said(goal, found.value)} or {'more' if found.rising else 'less'} "
        f"{'brings' if sure else 'is the best estimate of what brings'} {wanted(goal)}: luck "
        f"leaves the crossing between {written(goal, found.low)} and {written(goal, found.high)} "
        f"(90% interval), and at {written(goal, found.value)} {share(found)}"
    )
    return f"{told}." if sure else f"{told}; {too_few(goal)}."


def wanted(goal: Goal) -> str:
    """Say what is asked, and how often."""
    return f"{asked_of(goal)} with at least {percent(goal.probability)} probability"


def too_few(goal: Goal) -> str:
    """Say that the interval reaches below the probability asked for."""
    return f"too few to say {percent(goal.probability)}"


def ends(goal: Goal) -> str:
    """Write the range of values."""
    return f"{written(goal, goal.low)} to {written(goal, goal.high)}"


def places(goal: Goal, found: Answer) -> str:
    """Write a value, or all those that tie with it."""
    told = [written(goal, value) for value in found.level]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]} alike"


def asked_of(goal: Goal) -> str:
    """Say what is asked of the measure: turnover under 12%."""
    measure = MEASURES[goal.measure]
    bound = f"{goal.bound:.12g}"
    unit = measure.unit if measure.unit.startswith("%") else f" {measure.unit}"
    if measure.unit.startswith("£"):
        bound, unit = f"£{bound}", measure.unit.removeprefix("£")
    side = "under" if goal.is_under else "over"
    return f"“{measure.label}” {side} {bound}{unit}"


def share(found: Answer) -> str:
    """Say how many replicates meet the goal, with the range luck leaves it."""
    return f"{found.met} of {found.replicates} replicates meet it ({interval(found)})"


def interval(found: Answer) -> str:
    """Write the range that luck leaves the share."""
    return f"{percent(found.share_low)} to {percent(found.share_high)}"


def said(goal: Goal, value: float) -> str:
    """Write the lever with a value."""
    return f"{goal.lever} at {written(goal, value)}"


def written(goal: Goal, value: float) -> str:
    """Write a value of the lever, in few digits."""
    return formatted(float(f"{value:.3g}"), registry()[goal.lever].unit, True)


def percent(number: float) -> str:
    """Write a share in whole per cent."""
    return f"{100 * number:.0f}%"
