"""Mistakes of shape, put into words: what stands there, and the nearest right answer."""

from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from sim.kernel.errors import shortened
from sim.scenario.codes.words import called_here
from sim.scenario.reading.shape import SHAPES, SIGNS, Kind, kind_said, settings
from sim.scenario.reading.sheet import Mark, Place, Sheet, read_sheet

CLOSE = 0.6
FEW = 24
EXAMPLES = {
    "action": "name-of-your-own", "from": "2026-04", "change": "{management.span: {to: 4}}",
    "shock": "publicised_death", "at": "2026-04", "to": "2031-03", "prices": "2025-26",
    "name": "Northmoor", "families": "40000", "kind": "county", "region": "North",
    "lever": "allocation.caseload_cap", "between": "[10 cases, 30 cases]", "measure": "turnover",
    "goal": "under 12%",
}  # fmt: skip

READ_BY: dict[Kind, str] = {
    "experiment": "This is an experiment, and `cpsim run` reads those.",
    "scenario": "This is a scenario: give it to `cpsim run`, or name it in an experiment.",
    "place": "This is a place: name it after “place” in a scenario or an experiment.",
    "calibration": "This is a calibration, and `cpsim calibrate` reads those.",
    "validation": "This is a validation, and `cpsim validate` reads those.",
    "backtest": "This is a back-test, and `cpsim backtest` reads those.",
}


def did_you_mean(given: str, allowed: Iterable[str]) -> str:
    """Name the nearest allowed word, or else all of them if they are few."""
    words = list(allowed)
    if near := nearest(given, words):
        return f"Did you mean “{near}”?"
    return f"Allowed here: {', '.join(words)}." if words and len(words) <= FEW else ""


def nearest(given: str, allowed: Iterable[str]) -> str:
    """Find the allowed word that was probably meant; "" if none is near."""
    lower = {word.lower(): word for word in allowed}
    if other := called_here(given, lower.values()):
        return other
    near = get_close_matches(given.lower(), lower, 1, CLOSE)
    return lower[near[0]] if near else ""


def check_shape(sheet: Sheet, shape: type[BaseModel]) -> None:
    """Keep every mistake that a file makes in its settings, lists and maps."""
    if (sheet.problems and sheet.data is None) or refuse_other_kind(sheet, shape):
        return
    tell_empty(sheet, shape, sheet.data, ())
    try:
        shape.model_validate(sheet.data)
    except ValidationError as found:
        missing: dict[Place, list[str]] = {}
        guessed: set[Place] = set()
        for error in found.errors(include_url=False, include_input=True):
            place = error["loc"]
            if error["type"] == "missing":
                missing.setdefault(place[:-1], []).append(str(place[-1]))
            else:
                put_into_words(sheet, shape, error["type"], place, error["input"])
            if error["type"] == "extra_forbidden":
                guess = nearest(str(place[-1]), settings_at(shape, place[:-1]))
                guessed.add((*place[:-1], guess))
        for place, names in missing.items():
            # What was written under another name has been told already.
            if lacking := [name for name in names if (*place, name) not in guessed]:
                tell_missing(sheet, place, lacking)


def refuse_other_kind(sheet: Sheet, shape: type[BaseModel]) -> bool:
    """Say so where a file of another kind is given, and read nothing more of it."""
    data = sheet.top.data
    wanted = next(kind for kind, one in SHAPES.items() if one is shape)
    given = kind_said(data)
    if given in (None, wanted):
        return False
    word = next(word for word, kind in SIGNS if kind == given and word in data)
    sheet.wrong("E201", sheet.mark((word,), True), f"This is no {wanted}.", READ_BY[given])
    sheet.data = None
    return True


def names_other_kind(sheet: Sheet, mark: Mark, name: str, file: Path, wanted: Kind) -> bool:
    """Say so, where it is named, that a file is of another kind than a setting takes."""
    given = kind_said(read_sheet(file).top.data)
    if given in (None, wanted):
        return False
    sheet.wrong("E201", mark, f"“{name}” is no {wanted}.", READ_BY[given])
    return True


def tell_empty(sheet: Sheet, shape: Any, data: Any, place: Place) -> None:
    """Report plain settings that stand there without a value; lists and maps may be empty."""
    entries = enumerate(data) if isinstance(data, list) else ()
    for key, value in data.items() if isinstance(data, dict) else entries:
        below = inner(shape, key)
        if below is str and (is_blank(value) or (value is None and may_be_left_out(shape, key))):
            no_value(sheet, (*place, key))
        tell_empty(sheet, below, value, (*place, key))


def is_blank(value: Any) -> bool:
    """Whether a text stands there and says nothing."""
    return isinstance(value, str) and not value.strip()


def may_be_left_out(shape: Any, key: str | int) -> bool:
    """Whether a setting is optional, so that the shape itself takes it without a value."""
    field = fields_of(shape).get(str(key))
    return field is not None and not field.is_required()


def no_value(sheet: Sheet, place: Place) -> None:
    """Report a setting without a value."""
    message = f"“{place[-1]}” has no value."
    sheet.wrong("E102", sheet.mark(place, True), message, "Write one, or delete the line.")


def tell_missing(sheet: Sheet, place: Place, names: list[str]) -> None:
    """Report all that a map lacks at once: at the entry itself where the map is one of a list."""
    in_list = bool(place) and isinstance(place[-1], int)
    said = " and ".join(f"“{name}”" for name in names)
    examples = " and ".join(f"{name}: {EXAMPLES.get(name, '…')}" for name in names)
    sheet.wrong(
        "E102", sheet.mark(place, not in_list),
        f"{said} {'is' if len(names) == 1 else 'are'} missing here.",
        f"Add {examples}{'' if examples.endswith('…') else '.'}",
    )  # fmt: skip


def put_into_words(
    sheet: Sheet, shape: type[BaseModel], kind: str, place: Place, given: Any
) -> None:
    """Turn one complaint about the shape into a problem at its place."""
    last = str(place[-1]) if place else ""
    named = f"“{last}”" if last and not last.isdigit() else "This"
    key = sheet.mark(place, True)
    if kind == "extra_forbidden":
        advice = did_you_mean(last, settings_at(shape, place[:-1]))
        sheet.wrong("E101", key, f"{named} is not a setting here.", advice)
    elif given is None:
        sheet.wrong("E102", key, f"{named} has no value.", "Write one, or delete the line.")
    elif kind == "too_short":
        sheet.wrong("E102", key, f"{named} is empty.", "Write at least one entry.")
    else:
        wanted = WANTED.get(kind, "one value")
        message = f"{named} is {said(given)}, and {wanted} is needed."
        several = place == ("extends",) and isinstance(given, list)
        sheet.wrong("E103", sheet.mark(place), message, SEVERAL if several else advice_for(kind))


SEVERAL = "A scenario extends one other; write combine: […] to put several together."
WANTED = {
    "list_type": "a list",
    "dict_type": "a map of settings",
    "model_type": "a map of settings",
    "model_attributes_type": "a map of settings",
    "string_type": "one value",
}


def said(given: Any) -> str:
    """Say what kind of thing stands in the file."""
    if isinstance(given, dict):
        return "a map of settings"
    return "a list" if isinstance(given, list) else f"“{shortened(str(given))}”"


def advice_for(kind: str) -> str:
    """Show how the thing that is needed is written."""
    if kind == "list_type":
        return "Begin each entry on a line of its own with “- ”."
    if kind in ("dict_type", "model_type", "model_attributes_type"):
        return "Write the settings below it, indented, each as “name: value”."
    return ""


def settings_at(shape: Any, place: Place) -> list[str]:
    """List the settings allowed at a place inside a file of some shape."""
    for step in place:
        shape = inner(shape, step)
    return settings(shape) if shape is not None else []


def inner(shape: Any, step: str | int) -> Any:
    """Go one step into a shape: to a setting, an entry of a list, or a value of a map."""
    if fields := fields_of(shape):
        return bare(fields[str(step)].annotation) if step in fields else None
    arguments = get_args(shape)
    return bare(arguments[-1]) if arguments else None


def fields_of(shape: Any) -> dict[str, FieldInfo]:
    """List the settings of a map by the names that files use; none of what is no such map."""
    if not (isinstance(shape, type) and issubclass(shape, BaseModel)):
        return {}
    return {one.alias or key: one for key, one in shape.model_fields.items()}


def bare(annotation: Any) -> Any:
    """Take away what surrounds a type: Annotated, and the None of an optional setting."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return bare(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return bare(next(one for one in get_args(annotation) if one is not type(None)))
    return annotation
