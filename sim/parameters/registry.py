"""The register of parameters: every declared number under its dotted name."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import get_type_hints

from sim.parameters.catalogue import Parameters
from sim.parameters.section import Parameter, declared


@cache
def registry() -> Mapping[str, Parameter]:
    """List every parameter by section and field: "front_door.discrimination"."""
    found = {
        f"{section}.{field}": one
        for section, kind in sections().items()
        for field, one in declared(kind).items()
    }
    return MappingProxyType(found)


@cache
def sections() -> Mapping[str, type]:
    """List the sections by name, in the order of the week."""
    return MappingProxyType(get_type_hints(Parameters))


def group(name: str) -> dict[str, Parameter]:
    """List the parameters of one section, or the one parameter of that name."""
    return {
        key: one for key, one in registry().items() if key == name or key.startswith(f"{name}.")
    }


def source_keys(one: Parameter) -> list[str]:
    """Take apart the sources of a number, which may have several."""
    return [key.strip() for key in one.source.split(",") if key.strip()]
