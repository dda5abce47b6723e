"""Written: the plain forms that settings of any file have, as the editor's schema tells them."""

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

DAY = {
    "type": "string",
    "pattern": r"^(\d{4}-\d{2}(-\d{2})?|year \d{1,3})$",
    "patternErrorMessage": "Write a month as 2026-04, a day as 2026-04-06, or year 3 of the run.",
}
SWITCH = {"enum": ["on", "off", True, False]}
NAME = {
    "type": "string",
    "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
    "patternErrorMessage": "Write lower-case letters, digits and hyphens.",
}
PRICE_YEAR = {
    "type": "string",
    "pattern": r"^\d{4}-\d{2}$",
    "patternErrorMessage": "Write a financial year, as 2025-26.",
}


def among(words: Iterable[str]) -> WithJsonSchema:
    """Describe one of a few words."""
    return WithJsonSchema({"type": "string", "enum": list(words)})


def naming(names: str) -> Any:
    """Mark a map or list as one of names that the schema lists."""
    return Field(json_schema_extra={"of": names})


Text = Annotated[str, WithJsonSchema({"type": ["string", "number", "boolean"]})]
Day = Annotated[str, WithJsonSchema(DAY)]
Switch = Annotated[str, WithJsonSchema(SWITCH)]
OwnName = Annotated[str, WithJsonSchema(NAME)]
Names = Annotated[
    list[str],
    BeforeValidator(lambda given: [given] if isinstance(given, str) else given),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]
# Text where a map is wanted passes here, so that its reader can say what to write instead.
TextToo = BeforeValidator(lambda given: {} if isinstance(given, str) else given)
Values = Annotated[dict[str, Text], naming("parameters")]


class Shape(BaseModel):
    """A map with known settings and no others."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)
