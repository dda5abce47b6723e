"""Reading a place: its authorities, each with what differs there."""

from dataclasses import replace
from pathlib import Path

from sim.parameters.registry import registry
from sim.scenario.place import JUDGEMENTS, KINDS, Authority
from sim.scenario.reading.mistakes import check_shape
from sim.scenario.reading.shape import PlaceShape
from sim.scenario.reading.sheet import Part, Sheet, read_sheet
from sim.scenario.reading.values import read_choice, read_quantity, read_values, read_whole
from sim.scenario.reading.where import read_where

DEPRIVATION_LIMIT = 3.0
THRESHOLD_LIMIT = 1.0


def read_place(file: Path) -> tuple[tuple[Authority, ...], Sheet]:
    """Read a place file, keeping its mistakes in the sheet."""
    sheet = read_sheet(file)
    check_shape(sheet, PlaceShape)
    authorities: list[Authority] = []
    for part in sheet.top.parts("authorities"):
        one = read_authority(part)
        if one.name in [other.name for other in authorities]:
            part.wrong("E204", "name", f"There is another authority called “{one.name}”.",
                       "Give it a name of its own.")  # fmt: skip
        authorities.append(one)
    return with_facts(sheet, tuple(authorities)), sheet


def with_facts(sheet: Sheet, authorities: tuple[Authority, ...]) -> tuple[Authority, ...]:
    """Lay the facts of a place over its authorities: the whole's, then each rule's, then own."""
    shared = read_facts(sheet.top.part("parameters"))
    rules = [
        (read_where(part.part("where"), authorities), read_facts(part.part("parameters")))
        for part in sheet.top.parts("local")
    ]
    found = []
    for one in authorities:
        facts = dict(shared)
        for where, values in rules:
            facts |= values if where.matches(one, one.help_and_protection) else {}
        found.append(replace(one, parameters={**facts, **one.parameters}))
    return tuple(found)


def read_authority(part: Part) -> Authority:
    """Read one authority, reporting each mistake in it."""
    return Authority(
        name=part.text("name") or "",
        families=read_whole(part, "families", 0, low=1),
        deprivation=read_quantity(
            part, "deprivation", "SD", 0.0, -DEPRIVATION_LIMIT, DEPRIVATION_LIMIT
        ),
        kind=read_choice(part, "kind", KINDS, part.text("kind") or ""),
        region=part.text("region") or "",
        help_and_protection=read_choice(part, "help_and_protection", JUDGEMENTS, "good"),
        parameters=read_facts(part.part("parameters")),
        threshold=read_quantity(part, "threshold", "SD", 0.0, -THRESHOLD_LIMIT, THRESHOLD_LIMIT)
        if "threshold" in part.data
        else None,
    )


def read_facts(part: Part) -> dict[str, float]:
    """Read parameters of a place, which may not be levers."""
    for key in part.data:
        if key in registry() and registry()[key].role == "lever":
            part.wrong("E206", key, f"“{key}” is a lever, and a place holds facts only.",
                       "Set it in a scenario.", on_key=True)  # fmt: skip
    return read_values(part)
