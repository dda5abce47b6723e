"""Bundles: policies combined, which must agree on all but what each of them does."""

from itertools import combinations

from sim.scenario.find import find
from sim.scenario.reading.layers import Layers, inside, resting_on
from sim.scenario.reading.sheet import Mark, Sheet

# Settings of the world, and maps of values, on which the parts of a bundle must agree.
WORLD = (
    "place", "population_scale", "quick", "horizon.start", "horizon.end|years", "horizon.past",
)  # fmt: skip
MAPS = ("parameters", "loops", "couplings")
# For each setting, by section and name, the word that says it and what is said.
type Said = dict[tuple[str, str], tuple[str, str]]


def check_bundles(layers: Layers) -> None:
    """Report each setting to which two parts of a bundle give different values."""
    for sheet in layers.sheets:
        found = ((name, mark, find(name, "scenario", sheet.file.parent))
                 for name, mark in resting_on(sheet))  # fmt: skip
        parts = [
            (name, mark, said_by(layers.over(file)))
            for name, mark, file in found
            if file in layers.parents[sheet.file]
        ]
        settled = said_in(sheet) | (said_in(layers.experiment) if layers.experiment else {})
        for (one, _, first), (other, mark, second) in combinations(parts, 2):
            for setting in first:
                if setting not in settled and second.get(setting, first[setting]) != first[setting]:
                    contradiction(sheet, mark, setting, (one, first), (other, second))


def contradiction(
    sheet: Sheet, mark: Mark, setting: tuple[str, str], one: tuple[str, Said],
    other: tuple[str, Said],
) -> None:  # fmt: skip
    """Say what two parts of a bundle disagree about."""
    section, name = setting
    (word, first), (other_word, second) = one[1][setting], other[1][setting]
    too = "" if word == other_word else f"{other_word} is "
    sheet.wrong(
        "E411", mark,
        f"“{one[0]}” and “{other[0]}” contradict each other: {word} is {first} in the first "
        f"and {too}{second} in the second.",
        f"Set {name} here{f', among the {section}' if section in MAPS else ''}, or combine only "
        "one of them.",
    )  # fmt: skip


def said_by(layers: Layers) -> Said:
    """Gather the settings of a scenario with all that it rests on, the last word on each."""
    said: Said = {}
    for sheet in layers.sheets:
        said |= said_in(sheet)
    return said


def said_in(sheet: Sheet) -> Said:
    """Gather the settings that one file itself writes."""
    said: Said = {}
    for path in WORLD:
        *maps, keys = path.split(".")
        for key in keys.split("|"):
            if (written := inside(sheet, maps).text(key)) is not None:
                setting = ".".join((*maps, keys.split("|")[0]))
                said["", setting] = ".".join((*maps, key)), written
    for section in MAPS:
        part = sheet.top.part(section)
        said |= {(section, key): (key, value) for key in part.data if (value := part.text(key))}
    return said
