"""The parameters as the command line lists them."""

from collections.abc import Mapping

from sim.kernel.errors import InputError
from sim.kernel.quantities import formatted
from sim.parameters.registry import group, registry, sections
from sim.parameters.section import Parameter

COLUMNS = ("parameter", "default", "low", "high", "role", "evidence", "source", "what it is")


def found(name: str | None, levers: bool) -> dict[str, Parameter]:
    """Find the parameters of a section, the one of a name, or those that speak of a word."""
    chosen = (group(name) or speaking_of(name)) if name else dict(registry())
    if not chosen:
        raise InputError.command_line(
            f"No parameter or section is called “{name}”, and none speaks of it.",
            f"Sections: {', '.join(sections())}.",
        )
    return {key: one for key, one in chosen.items() if one.role == "lever" or not levers}


def speaking_of(word: str) -> dict[str, Parameter]:
    """List the parameters in whose name or description a word stands."""
    return {
        key: one for key, one in registry().items()
        if word.lower() in f"{key} {key.replace('_', ' ')} {one.label} {one.note}".lower()
    }  # fmt: skip


def rows(chosen: Mapping[str, Parameter]) -> list[list[str]]:
    """Write a row for each parameter."""
    return [
        [
            name,
            *(formatted(value, one.unit, True) for value in (one.default, one.low, one.high)),
            one.role,
            one.evidence,
            one.source,
            one.label,
        ]
        for name, one in chosen.items()
    ]


def details(name: str, one: Parameter) -> dict[str, str]:
    """Write everything that is known of one parameter."""
    row = dict(zip(COLUMNS, rows({name: one})[0], strict=True))
    return {**row, "unit": one.unit, "note": one.note, "price": one.price}
