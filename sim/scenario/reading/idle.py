"""Actions that look like policies and do nothing, or never do what they say."""

from collections.abc import Mapping, Sequence

from sim.parameters.registry import registry
from sim.scenario.policy import Action
from sim.scenario.reading.sheet import Part
from sim.scenario.reading.values import sentence

DAYS_IN_WEEK = 7


def check_idle(read: Sequence[tuple[Action, Part]], base: Mapping[str, float]) -> None:
    """Report what multiplies nothing, and what ends before it is phased in.

    read : actions in the order in which they apply, each with where it is written
    base : every parameter's value before any action
    """
    moved = {name for name, value in base.items() if value}
    for action, part in read:
        check_phase(action, part)
        for change in action.changes:
            if change.operation == "multiply" and change.parameter not in moved:
                multiplies_nothing(part, change.parameter)
        moved |= {one.parameter for one in action.changes if one.operation != "multiply"}


def multiplies_nothing(part: Part, name: str) -> None:
    """Report a lever at nought that is multiplied: it stays at nought."""
    part.part("change").part(name).wrong(
        "E412", "multiply",
        f"{sentence(registry()[name].label)}: it is 0 before, and 0 times anything is 0.",
        "Write “to” or “by” instead.",
    )  # fmt: skip


def check_phase(action: Action, part: Part) -> None:
    """Report an action that ends before it is fully in force."""
    if action.until is None or not part.text("until") or action.until < action.start:
        return
    weeks = ((action.until - action.start).days + 1) // DAYS_IN_WEEK
    if action.phase_in_weeks > weeks:
        part.wrong(
            "E412", "phase_in",
            f"This is phased in over {action.phase_in_weeks} weeks and lasts {weeks}, so that it "
            "is never fully in force.",
            "Shorten phase_in, or let “until” be later.",
        )  # fmt: skip
