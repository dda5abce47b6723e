"""The parameters as the command line lists them."""

from collections.abc import Mapping

from sim.kernel.errors import InputError
from sim.kernel.quantities import formatted
from sim.parameters.registry import group, registry, sections
from sim.parameters.section import Parameter

COLUMNS = ("parameter", "default", "low", "high", "role", "evidence", "source", "what it is")


def found(name: str | None, levers: bool) -> dict[str, Parameter]:
    """Find the parameters of a section, or the one of a name; raise if there is none."""
    chosen = group(name) if name else dict(registry())
    if not chosen:
        raise InputError.command_line(
            f"There is no parameter or section called “{name}”.",
            f"Sections: {', '.join(sections())}.",
        )
    return {key: one for key, one in chosen.items() if one.role == "lever" or not levers}


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
    return {**row, "unit": one.unit, "note": one.note}
