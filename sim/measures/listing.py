"""The measures as the command line lists them."""

from sim.kernel.errors import InputError
from sim.measures import MEASURES
from sim.measures.measure import Measure

COLUMNS = ("measure", "unit", "better", "counts", "definition")


def found(name: str | None) -> list[Measure]:
    """Find the measure of a name, those of a room (detection, workforce, …) or of a word."""
    if name in MEASURES:
        return [MEASURES[name]]
    room = [one for one in MEASURES.values() if one.room == name]
    chosen = room or [one for one in MEASURES.values() if name is None or speaks_of(one, name)]
    if not chosen:
        rooms = ", ".join(dict.fromkeys(one.room for one in MEASURES.values()))
        raise InputError.command_line(
            f"No measure is called “{name}”, and none speaks of it.", f"Rooms: {rooms}."
        )
    return chosen


def speaks_of(one: Measure, word: str) -> bool:
    """Whether a word stands in a measure's name or description."""
    return word.lower() in f"{one.name} {one.label} {one.definition} {one.follows}".lower()


def rows(chosen: list[Measure]) -> list[list[str]]:
    """Write a row for each measure."""
    return [[one.name, one.unit, one.better, one.counts, one.definition] for one in chosen]


def details(one: Measure) -> dict[str, str]:
    """Write everything that is known of one measure."""
    return {
        "measure": one.name,
        "what it is": one.label,
        "unit": one.unit,
        "better": one.better,
        "counts": one.counts,
        "definition": one.definition,
        "follows": one.follows or "no official definition",
        "source": one.source or "none",
        "matters": f"a change of {one.matters:g} or more",
        "room": one.room,
    }
