"""The answer to a goal, in words."""

from sim.kernel.quantities import formatted
from sim.measures import MEASURES
from sim.parameters.registry import registry
from sim.scenario.goal.goal import Goal
from sim.study.seek.threshold import Answer

UNEVEN = " The shares neither rise nor fall evenly: look at every value that was tried."


def goal_words(goal: Goal, found: Answer) -> str:
    """Answer in a sentence or two."""
    wanted = f"{asked_of(goal)} with at least {percent(goal.probability)} probability"
    low, high = written(goal, goal.low), written(goal, goal.high)
    if found.kind == "none":
        told = (
            f"No value of {goal.lever} from {low} to {high} brings {wanted}. It comes nearest "
            f"at {written(goal, found.value)}, where {share(found)}."
        )
    elif found.kind == "all":
        told = (
            f"Every value of {goal.lever} from {low} to {high} brings {wanted}: least often "
            f"at {written(goal, found.value)}, where {share(found)}."
        )
    else:
        way = "more" if found.rising else "less"
        told = (
            f"{said(goal, found.value)} or {way} brings {wanted}: luck leaves the crossing "
            f"between {written(goal, found.low)} and {written(goal, found.high)} (90% interval), "
            f"and at {written(goal, found.value)} {share(found)}."
        )
    return told if found.even else told + UNEVEN


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
    between = f"{percent(found.share_low)} to {percent(found.share_high)}"
    return f"{found.met} of {found.replicates} replicates meet it ({between})"


def said(goal: Goal, value: float) -> str:
    """Write the lever with a value."""
    return f"{goal.lever} at {written(goal, value)}"


def written(goal: Goal, value: float) -> str:
    """Write a value of the lever, in few digits."""
    return formatted(float(f"{value:.3g}"), registry()[goal.lever].unit, True)


def percent(number: float) -> str:
    """Write a share in whole per cent."""
    return f"{100 * number:.0f}%"
