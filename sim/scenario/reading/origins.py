"""Origins: which file and line has the last word on each value."""

from sim.scenario.place import Authority
from sim.scenario.reading.layers import Layers
from sim.scenario.reading.sheet import Part, Place, Sheet
from sim.scenario.reading.where import where_of

LISTS = {"law": "law", "actions": "action", "shocks": "shock"}


def origins(
    layers: Layers, place: Sheet | None, authorities: tuple[Authority, ...]
) -> dict[str, str]:
    """Note the file and line of each setting, law, action, shock and authority.

    Settings are named by their dotted path, entries of lists by their name
    ("actions.cap.change.allocation.caseload_cap"), shocks by their number in the whole.
    """
    found: dict[str, str] = {}
    for sheet in layers.all:
        for path in sheet.values:
            if path and path[0] not in LISTS:
                found[dotted(path)] = line_of(sheet, path)
    for section, key in LISTS.items():
        for number, part in enumerate(layers.kept(section, key)):
            name = str(number) if section == "shocks" else part.text(key)
            found |= within(part, (section, name or ""))
    # The line that names the place, rather than the place's own first line.
    return (place_origins(place, authorities) if place else {}) | found


def file_origins(sheet: Sheet) -> dict[str, str]:
    """Note the line of each setting of one file."""
    return {dotted(path): line_of(sheet, path) for path in sheet.values if path}


def place_origins(sheet: Sheet, authorities: tuple[Authority, ...]) -> dict[str, str]:
    """Note the line of each authority of a place, and of what differs there."""
    found = {"place": line_of(sheet, ("place",))} if ("place",) in sheet.values else {}
    for one, own in zip(authorities, sheet.top.parts("authorities"), strict=True):
        name: Place = ("authorities", one.name)
        found |= within(sheet.top.part("parameters"), (*name, "parameters"))
        for rule in sheet.top.parts("local"):
            if where_of(rule.part("where")).matches(one, one.help_and_protection):
                found |= within(rule.part("parameters"), (*name, "parameters"))
        found |= within(own, name)
    return found


def within(part: Part, name: Place) -> dict[str, str]:
    """Note the line of an entry and of all that is in it."""
    depth = len(part.place)
    return {
        dotted((*name, *path[depth:])): line_of(part.sheet, path)
        for path in part.sheet.values
        if path[:depth] == part.place
    }


def dotted(path: Place) -> str:
    """Write the path of a setting with dots."""
    return ".".join(map(str, path))


def line_of(sheet: Sheet, path: Place) -> str:
    """Say where a value stands: at its name, where it has one, as its value may begin below."""
    mark = sheet.keys.get(path) or sheet.values[path]
    return f"{sheet.shown}:{mark.line}"
