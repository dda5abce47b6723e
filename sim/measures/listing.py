"""The measures, and the statistics after them, as the command line lists them."""

from sim.kernel.errors import InputError
from sim.measures import MEASURES
from sim.measures.measure import Measure
from sim.measures.statistic import ROOM, STATISTICS, Statistic

type Listed = Measure | Statistic
COLUMNS = ("measure", "unit", "better", "counts", "definition")


def found(name: str | None) -> list[Listed]:
    """Find the measure of a name, those of a room (detection, workforce, …) or of a word."""
    every: dict[str, Listed] = {**MEASURES, **STATISTICS}
    if name in every:
        return [every[name]]
    room = [one for one in every.values() if room_of(one) == name]
    chosen = room or [one for one in every.values() if name is None or speaks_of(one, name)]
    if not chosen:
        rooms = ", ".join(dict.fromkeys(room_of(one) for one in every.values()))
        raise InputError.command_line(
            f"No measure is called “{name}”, and none speaks of it.", f"Rooms: {rooms}."
        )
    return chosen


def room_of(one: Listed) -> str:
    """Say in which part of the list it stands."""
    return one.room if isinstance(one, Measure) else ROOM


def speaks_of(one: Listed, word: str) -> bool:
    """Whether a word stands in the name or description of what is measured."""
    follows = one.follows if isinstance(one, Measure) else ""
    return word.lower() in f"{one.name} {one.label} {one.definition} {follows}".lower()


def rows(chosen: list[Listed]) -> list[list[str]]:
    """Write a row for each measure."""
    return [[one.name, one.unit, one.better, one.counts, one.definition] for one in chosen]


def details(one: Listed) -> dict[str, str]:
    """Write everything that is known of one measure or statistic."""
    if isinstance(one, Statistic):
        return details_of_statistic(one)
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


def details_of_statistic(one: Statistic) -> dict[str, str]:
    """Write everything that is known of one statistic."""
    over = {"year": "the base year", "run": "all whole years that were run"}
    return {
        "statistic": one.name,
        "what it is": one.label,
        "unit": one.unit,
        "counts": one.counts,
        "definition": one.definition,
        "over": over[one.over],
        "where it is not known": one.needs,
        "source": one.source,
        "room": f"{ROOM}: stands in the calibration table alone, and no policy is judged by it",
    }
