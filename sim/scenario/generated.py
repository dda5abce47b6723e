"""Files written from the code: what editors read, the defaults, and the page of each error.

A test fails when one is stale; `make generated` writes them again.
"""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from sim.kernel.quantities import formatted
from sim.measures import MEASURES
from sim.parameters.registry import group, registry
from sim.parameters.section import Parameter
from sim.scenario.codes.page import whole
from sim.scenario.find import HOME
from sim.scenario.place import JUDGEMENTS, KINDS
from sim.scenario.reading.expectations import FORETOLD
from sim.scenario.reading.shape import SHAPES, ExperimentShape
from sim.scenario.reading.values import SWITCHED, sentence

HEADER = """\
# Every parameter with its default. Written by `make generated` from sim/parameters: change a
# number there, or set it in a scenario of your own. In brackets: role, evidence and range.

"""


SENSITIVITY = """\
# yaml-language-server: $schema=../scenarios/schema/experiment.json
# Written by `make generated`: every assumed or elicited number, over the range of its catalogue.
# Run: cpsim run sensitivity
# {points} points of 26,400 families over six years, with their own pasts: two hours on two cores.
experiment: sensitivity
title: Every assumption in turn
question: On which of its assumed numbers does what the model says of a caseload cap lean most?

scenarios: [baseline, caseload-cap]
place: test-2
population_scale: 100%
horizon: {{start: 2023-04, end: 2029-03}}
measures: [recognised_52w, needless_plans, turnover, caseload]
replicates: 2
seed: 20260401
ensemble: none

factors:
{factors}design: {{method: one-at-a-time, levels: 2}}
"""
GUESSED = ("assumed", "elicited")


def generated() -> dict[Path, str]:
    """Write every generated file, in memory."""
    folder = Path("scenarios/schema")
    files = {folder / f"{name}.json": json_text(schema(kind)) for name, kind in SHAPES.items()}
    written = {"defaults.yaml": default_values(), "ERRORS.md": whole()}
    files |= {Path("scenarios") / name: text for name, text in written.items()}
    return {**files, Path("experiments/sensitivity.yaml"): sensitivity()}


def json_text(content: Any) -> str:
    """Write JSON as people can read it, with lines that compare well."""
    return json.dumps(content, indent=1, ensure_ascii=False) + "\n"


def schema(kind: type[BaseModel]) -> dict[str, Any]:
    """Describe the settings of one kind of file, with every parameter's name and meaning."""
    filled: dict[str, Any] = filled_in(kind.model_json_schema(by_alias=True))
    filled.setdefault("$defs", {})["Parameters"] = parameters()
    filled["$defs"] |= {"Varied": VARIED} if kind is ExperimentShape else {}
    filled["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return filled


def filled_in(part: Any) -> Any:
    """Put names in the place of every map or list marked as one "of" something."""
    if isinstance(part, list):
        return [filled_in(one) for one in part]
    if not isinstance(part, dict):
        return part
    if isinstance(of := part.get("of"), str):
        return NAMED[of](part)
    if (value := never_empty(part)) is not None:
        return value
    return {key: filled_in(one) for key, one in part.items()}


def never_empty(part: dict[str, Any]) -> dict[str, Any] | None:
    """Leave out the null of a plain value: a setting that is written has one."""
    first, *rest = part.get("anyOf", [None])
    plain = isinstance(first, dict) and not {"$ref", "items", "additionalProperties", "anyOf"} & {
        *first
    }
    if not plain or rest != [{"type": "null"}]:
        return None
    return {**first, **{key: one for key, one in part.items() if key == "title"}}


def numbers() -> dict[str, Parameter]:
    """List the parameters that are set by name; switches have maps of their own."""
    return {name: one for name, one in registry().items() if name.split(".")[0] not in SWITCHED}


def parameters() -> dict[str, Any]:
    """Describe a map of parameters and their values."""
    value = {"type": ["string", "number", "boolean"]}
    return closed({name: described(one) | value for name, one in numbers().items()})


def changes(_: Any) -> dict[str, Any]:
    """Describe a map of levers and how each moves."""
    moved = {"$ref": "#/$defs/ChangeShape"}
    levers = {name: one for name, one in registry().items() if one.role == "lever"}
    return closed({name: described(one) | moved for name, one in levers.items()})


def factors(_: Any) -> dict[str, Any]:
    """Describe a map of parameters and the ranges over which they vary."""
    varied = {"$ref": "#/$defs/Varied"}
    return closed({name: described(one) | varied for name, one in numbers().items()})


VARIED = {"anyOf": [{"const": "from catalogue"}, {"$ref": "#/$defs/FactorShape"}]}


def switches(section: str) -> Callable[[Any], dict[str, Any]]:
    """Describe a map of switches."""

    def describe(_: Any) -> dict[str, Any]:
        names = {name.split(".", 1)[1]: one for name, one in group(section).items()}
        on_or_off = {"enum": ["on", "off", True, False]}
        return closed({name: {"description": one.label} | on_or_off for name, one in names.items()})

    return describe


def measures(_: Any) -> dict[str, Any]:
    """Describe a list of measures."""
    known = [{"const": one.name, "description": one.definition} for one in MEASURES.values()]
    return {"type": "array", "items": {"oneOf": known}}


def several(words: Iterable[str]) -> Callable[[Any], dict[str, Any]]:
    """Describe one of a few words, or a list of them."""
    one = {"enum": list(words)}

    def describe(_: Any) -> dict[str, Any]:
        return {"anyOf": [one, {"type": "array", "items": one}]}

    return describe


def expectations(_: Any) -> dict[str, Any]:
    """Describe what may be foretold: a measure and a way in which it moves."""
    one = {
        "type": "string",
        "pattern": rf"^({'|'.join(MEASURES)})\s+({'|'.join(FORETOLD)})\b",
        "patternErrorMessage": "Write a measure and a direction, as: turnover falls because …",
    }
    return {"anyOf": [one, {"type": "array", "items": one}]}


NAMED: dict[str, Callable[[Any], dict[str, Any]]] = {
    "kinds": several(KINDS),
    "judgements": several(JUDGEMENTS),
    "expectations": expectations,
    "parameters": lambda _: {"$ref": "#/$defs/Parameters"},
    "changes": changes,
    "factors": factors,
    "measures": measures,
    "replicates": lambda _: {
        "anyOf": [{"type": ["string", "number"]}, {"$ref": "#/$defs/PrecisionShape"}]
    },
    "loops": switches("loops"),
    "couplings": switches("couplings"),
}


def closed(properties: dict[str, Any]) -> dict[str, Any]:
    """Describe a map that holds these names and no others."""
    return {"type": "object", "properties": properties, "additionalProperties": False}


def described(one: Parameter) -> dict[str, Any]:
    """Say what a parameter is, its default, limits and evidence."""
    default, low, high = (formatted(v, one.unit, True) for v in (one.default, one.low, one.high))
    return {
        "description": f"{sentence(one.label)}. Default {default}; {low} to {high}. "
        f"{one.role.capitalize()}, {one.evidence}{f' ({one.source})' if one.source else ''}."
        f"{f' Price: {one.price}.' if one.price else ''}"
    }


def default_values() -> str:
    """Write every parameter with its default as a scenario file would."""
    maps = {"parameters": numbers()}
    for section in SWITCHED:
        maps[section] = {key.split(".", 1)[1]: one for key, one in group(section).items()}
    return HEADER + "\n".join(
        f"{name}:\n" + "".join(entry(key, one) for key, one in entries.items())
        for name, entries in maps.items()
    )


def sensitivity() -> str:
    """Write the experiment that varies every number that is no more than an assumption."""
    names = [
        name
        for name, one in registry().items()
        if one.role == "uncertainty" and one.evidence in GUESSED
    ]
    points = 2 * len(names) + 1
    factors = "".join(f"  {name}: from catalogue\n" for name in names)
    return SENSITIVITY.format(points=points, factors=factors)


def entry(name: str, one: Parameter) -> str:
    """Write one parameter, with what it is above it."""
    low, high = formatted(one.low, one.unit), formatted(one.high, one.unit)
    about = f"{one.label} ({one.role}, {one.evidence}; {low} to {high})"
    return f"  # {about}\n  {name}: {formatted(one.default, one.unit)}\n"


def stale(files: Iterable[tuple[Path, str]]) -> list[Path]:
    """List the generated files that are not as the code would write them."""
    return [
        path
        for path, text in files
        if not (HOME / path).is_file() or (HOME / path).read_text(encoding="utf-8") != text
    ]


def main() -> None:
    """Write every generated file into the project."""
    for path, text in generated().items():
        (HOME / path).parent.mkdir(parents=True, exist_ok=True)
        (HOME / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
