"""Filled: a page made from its template."""

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined


def filled(template: str, said: dict[str, Any], **filters: Callable[..., Any]) -> str:
    """Fill in a template; what is said is escaped, and a name that is not said is an error.

    filters : what the template may do with a value, by name
    """
    environment = Environment(
        loader=PackageLoader("sim.report", "templates"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    environment.filters |= filters
    return environment.get_template(template).render(said)
