"""Actions that cannot hold: one name or lever for two, limits passed, nothing ever moved."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from sim.kernel.calendar import Calendar
from sim.parameters.registry import registry
from sim.scenario.policy import Action, Change
from sim.scenario.reading.layers import Layers
from sim.scenario.reading.sheet import Mark, Part, Sheet
from sim.scenario.reading.values import outside, sentence

LEAVING = (("by", 0.0), ("multiply", 1.0))
type Read = tuple[Action, Part]


def check_contradictions(
    layers: Layers, actions: Sequence[Read], base: Mapping[str, float]
) -> None:
    """Report actions that share a name, set one lever twice, or add up beyond its limits."""
    for earlier, later in combinations(actions, 2):
        if earlier[0].name == later[0].name:
            same_name(layers, earlier, later)
        for change in later[0].changes:
            if change.operation == "to" and clashes(earlier[0], later[0], change):
                set_twice(layers, earlier, later, change)
    for i, (action, part) in enumerate(actions):
        before = [read for read in actions[:i] if meets(read[0], action)]
        for change in action.changes:
            check_sum(part, change, before, base)


def same_name(layers: Layers, earlier: Read, later: Read) -> None:
    """Report a second action of one name."""
    name = later[0].name
    bundle = meeting(layers, earlier, later)
    if bundle:
        sheet, mark = bundle
        sheet.wrong("E204", mark, f"Two actions are called “{name}”: {both(earlier, later)}.",
                    "Give one of them another name, in its own file.")  # fmt: skip
    else:
        word = "law" if "law" in later[1].data else "action"
        later[1].wrong("E204", word, f"There is another {word} called “{name}”.",
                       "Give it a name of its own, or drop the other.")  # fmt: skip


def set_twice(layers: Layers, earlier: Read, later: Read, change: Change) -> None:
    """Report two actions that set one lever at once: the second would undo the first."""
    bundle = meeting(layers, earlier, later)
    if bundle:
        sheet, mark = bundle
        sheet.wrong(
            "E407", mark,
            f"“{earlier[0].name}” and “{later[0].name}” both set {change.parameter} at the same "
            f"time in the same place: {both(earlier, later)}.",
            f"Drop one of them here, as in drop: [{later[0].name}].",
        )  # fmt: skip
        return
    later[1].part("change").wrong(
        "E407", change.parameter,
        f"The action “{earlier[0].name}” sets this too, at the same time in the same place.",
        "Keep one, let one end before the other begins, or use “by” or “multiply”.", on_key=True,
    )  # fmt: skip


def meeting(layers: Layers, earlier: Read, later: Read) -> tuple[Sheet, Mark] | None:
    """Find the bundle in which two actions meet, where neither file rests on the other."""
    files = earlier[1].sheet.file, later[1].sheet.file
    for sheet in layers.sheets:
        below = [one.file for one in layers.over(sheet.file).sheets]
        if files[0] in below and files[1] in below:
            return None if sheet.file in files else (sheet, sheet.mark(("combine",), True))
    return None


def both(*actions: Read) -> str:
    """Say where actions stand, by file and line."""
    return " and ".join(standing(part) for _, part in actions)


def standing(part: Part) -> str:
    """Say where an action stands."""
    return f"{part.sheet.shown}:{part.sheet.mark(part.place).line}"


def check_sum(
    part: Part, change: Change, before: Sequence[Read], base: Mapping[str, float]
) -> None:
    """Report a lever that this action takes beyond its limits together with earlier ones."""
    moved = [(each, theirs) for action, theirs in before for each in action.changes
             if each.parameter == change.parameter]  # fmt: skip
    if not moved or change.operation == "to":
        return
    value, one = base[change.parameter], registry()[change.parameter]
    for each in (*(each for each, _ in moved), change):
        value = each.moved(value)
    if not one.low <= value <= one.high:
        others = " and ".join(f"line {theirs.sheet.mark(theirs.place).line}"
                              if theirs.sheet is part.sheet else standing(theirs)
                              for _, theirs in moved)  # fmt: skip
        how = part.part("change").part(change.parameter)
        outside(how, change.operation, one, value, f"Together with {others}, ")


def clashes(earlier: Action, later: Action, change: Change) -> bool:
    """Whether two actions set one lever at the same time in what may be the same place."""
    sets = [(one.parameter, one.operation) for one in earlier.changes]
    return (change.parameter, "to") in sets and meets(earlier, later)


def meets(one: Action, other: Action) -> bool:
    """Whether two actions may hold at the same time in the same place."""
    apart = (one.until or date.max) < other.start or (other.until or date.max) < one.start
    choices = (
        (one.where.names, other.where.names),
        (one.where.kinds, other.where.kinds),
        (one.where.regions, other.where.regions),
        (one.where.help_and_protection, other.where.help_and_protection),
    )
    elsewhere = any(mine and yours and not {*mine} & {*yours} for mine, yours in choices)
    return not apart and not elsewhere


def check_idle(
    action: Action,
    part: Part,
    earlier: Sequence[Action],
    base: Mapping[str, float],
    end: date | None,
) -> None:
    """Report what multiplies nothing, and what is never fully phased in.

    earlier : actions that apply before it, the law among them
    base    : every parameter's value before any action
    end     : last day of the run, if the file that writes the action says it too; a run may be
              cut short from elsewhere, and the report tells then what was never in full force
    """
    check_phase(action, part, end)
    sets = {one.parameter for before in earlier for one in before.changes}
    moved = {name for name, value in base.items() if value}
    moved |= {one.parameter for before in earlier for one in before.changes
              if one.operation != "multiply"}  # fmt: skip
    for change in action.changes:
        if change.operation == "multiply" and change.parameter not in moved:
            multiplies_nothing(part, change.parameter)
        elif (change.operation, change.value) in LEAVING or (
            change.parameter not in sets
            and (change.operation, change.value) == ("to", base[change.parameter])
        ):
            part.part("change").part(change.parameter).wrong(
                "E412", change.operation,
                f"{sentence(registry()[change.parameter].label)}: this leaves it as it is.",
                "Write another amount, or leave the change out.",
            )  # fmt: skip


def multiplies_nothing(part: Part, name: str) -> None:
    """Report a lever at nought that is multiplied: it stays at nought."""
    part.part("change").part(name).wrong(
        "E412", "multiply",
        f"{sentence(registry()[name].label)}: it is 0 before, and 0 times anything is 0.",
        "Write “to” or “by” instead.",
    )  # fmt: skip


def check_phase(action: Action, part: Part, end: date | None) -> None:
    """Report an action that ends, or whose run does, before it is fully in force."""
    until = min((day for day in (action.until, end) if day), default=None)
    if until is None or until < action.start:  # which has been told already
        return
    weeks = Calendar(action.start).week(until + timedelta(days=1))
    if action.phase_in_weeks > weeks:
        lasts, longer = "the run goes on for", "the run end"
        if until == action.until:
            lasts, longer = "lasts", "“until” be"
        part.wrong(
            "E412", "phase_in",
            f"This is phased in over {action.phase_in_weeks} weeks and {lasts} {weeks}, so that "
            "it is never fully in force.",
            f"Shorten phase_in, or let {longer} later.",
        )  # fmt: skip
