"""The shape of the files: which settings there are, and what each holds.

These classes check the shape only, and the editor's schema is written from them. What the
values mean is read where they are used.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Field, WithJsonSchema

from sim.scenario.goal.precision import OFS
from sim.scenario.held_against.shape import BacktestShape, CalibrationShape, ValidationShape
from sim.scenario.place import JUDGEMENTS, KINDS
from sim.scenario.reading.written import (
    PRICE_YEAR,
    Day,
    Names,
    OwnName,
    Shape,
    Switch,
    Text,
    TextToo,
    Values,
    among,
    naming,
)
from sim.scenario.shocks import AGENCIES, SHOCKS
from sim.scenario.varying.design import METHODS, SPREADS

type Kind = Literal["scenario", "place", "experiment", "calibration", "validation", "backtest"]
# What tells the kind of a file: its name, or its list. A `place` stands in files of every kind.
SIGNS: tuple[tuple[str, Kind], ...] = (
    ("validation", "validation"), ("patterns", "validation"), ("calibration", "calibration"),
    ("waves", "calibration"), ("backtest", "backtest"), ("series", "backtest"),
    ("experiment", "experiment"), ("scenario", "scenario"), ("scenarios", "experiment"),
    ("authorities", "place"),
)  # fmt: skip


class HorizonShape(Shape):
    """When the run begins and ends, and how much past its world has."""

    start: Day | None = None
    end: Day | None = None
    years: Text | None = None
    past: Text | None = None


class ChangeShape(Shape):
    """One of: the new value, what to add, what to multiply by."""

    model_config = ConfigDict(json_schema_extra={"minProperties": 1, "maxProperties": 1})

    to: Text | None = None
    by: Text | None = None
    multiply: Text | None = None


class GroupShape(Shape):
    """Authorities that a report takes together; each line narrows the choice."""

    name: Names | None = None
    kind: Annotated[Names | None, naming("kinds")] = None
    region: Names | None = None


class WhereShape(GroupShape):
    """Which authorities; each line narrows the choice."""

    help_and_protection: Annotated[Names | None, naming("judgements")] = None


class BefallsShape(WhereShape):
    """Which authorities a shock may befall, and whether one of them or all."""

    chosen: Annotated[str, among(("one", "all"))] | None = None


class CostShape(Shape):
    """Price of an action, for all the places it applies to."""

    prices: Annotated[str, WithJsonSchema(PRICE_YEAR)]
    set_up: Text | None = None
    yearly: Text | None = None


class MoveShape(Shape):
    """Levers moved from one date to another."""

    start: Day = Field(alias="from")
    change: Annotated[
        dict[str, Annotated[ChangeShape, TextToo]],
        Field(min_length=1, json_schema_extra={"of": "changes"}),
    ]
    title: str | None = None
    until: Day | None = None
    phase_in: Text | None = None
    where: WhereShape | None = None


class LawShape(MoveShape):
    """What the law is from a date on; the model counts what it costs."""

    law: str


class ActionShape(MoveShape):
    """What a policy does from a date on, and at what price."""

    action: str
    cost: CostShape | None = None


class ShockShape(Shape):
    """An event, and nothing else."""

    shock: Annotated[str, among(SHOCKS)]
    at: Day
    until: Day | None = None
    where: BefallsShape | None = None
    size: Text | None = None
    agency: Annotated[str, among(AGENCIES)] | None = None


class ScenarioShape(Shape):
    """A place and a policy; with `extends`, only what differs from another scenario."""

    scenario: OwnName
    title: str | None = None
    question: str | None = None
    extends: str | None = None
    combine: Annotated[Names, Field(min_length=1)] | None = None
    horizon: HorizonShape | None = None
    place: str | None = None
    population_scale: Text | None = None
    quick: Switch | None = None
    parameters: Values | None = None
    law: list[LawShape] | None = None
    actions: list[ActionShape] | None = None
    shocks: list[ShockShape] | None = None
    loops: Annotated[dict[str, Text] | None, naming("loops")] = None
    couplings: Annotated[dict[str, Text] | None, naming("couplings")] = None
    drop: Names | None = None
    expect: Annotated[Names | None, naming("expectations")] = None


class AuthorityShape(Shape):
    """One local authority as it stands at the start."""

    name: str
    families: Text
    kind: Annotated[str, among(KINDS)]
    region: str
    deprivation: Text | None = None
    threshold: Text | None = None
    help_and_protection: Annotated[str, among(JUDGEMENTS)] | None = None
    parameters: Values | None = None


class LocalShape(Shape):
    """Facts that differ in some authorities; of two rules for one fact the later holds."""

    where: WhereShape
    parameters: Values


class PlaceShape(Shape):
    """Authorities side by side."""

    place: str
    authorities: Annotated[list[AuthorityShape], Field(min_length=1)]
    title: str | None = None
    parameters: Values | None = None
    local: list[LocalShape] | None = None


class PeriodShape(Shape):
    """The months over which measures are taken."""

    start: Day = Field(alias="from")
    end: Day = Field(alias="to")


class FactorShape(Shape):
    """A number that is varied: “from catalogue”, the ends of a range, or its values."""

    model_config = ConfigDict(
        json_schema_extra={"dependentRequired": {"low": ["high"], "high": ["low"]}}
    )

    low: Text | None = None
    high: Text | None = None
    shape: Annotated[str, among(SPREADS)] | None = None
    values: Annotated[list[Text], Field(min_length=1)] | None = None


class DesignShape(Shape):
    """How an experiment varies its factors, or the one lever of which it seeks a value."""

    method: Annotated[str, among(METHODS)]
    samples: Text | None = None
    levels: Text | None = None
    trajectories: Text | None = None
    second_order: Text | None = None
    file: str | None = None
    lever: str | None = None
    between: list[Text] | None = None
    measure: str | None = None
    goal: Text | None = None
    probability: Text | None = None
    start: Text | None = Field(default=None, alias="from")


class PrecisionShape(Shape):
    """Replicates until effects are precise."""

    half_width: Text | None = None
    of: Annotated[str, among(OFS)] | None = None
    measures: Annotated[Names | None, naming("measures")] = None
    start: Text | None = None
    step: Text | None = None
    look_ahead: Text | None = None
    most: Text | None = None


class ExperimentShape(Shape):
    """The runs that answer one question; the other settings hold for all its scenarios."""

    experiment: OwnName
    scenarios: Annotated[Names, Field(min_length=1)]
    title: str | None = None
    question: str | None = None
    against: str | None = None
    replicates: Annotated[PrecisionShape | None, TextToo, naming("replicates")] = None
    seed: Text | None = None
    measures: Annotated[Names | None, naming("measures")] = None
    period: PeriodShape | None = None
    horizon: HorizonShape | None = None
    place: str | None = None
    population_scale: Text | None = None
    quick: Switch | None = None
    parameters: Values | None = None
    groups: Annotated[dict[str, GroupShape] | None, Field(min_length=1)] = None
    ensemble: str | None = None
    factors: Annotated[dict[str, Annotated[FactorShape, TextToo]] | None, naming("factors")] = None
    design: DesignShape | None = None


SHAPES: dict[Kind, type[Shape]] = {
    "scenario": ScenarioShape, "place": PlaceShape, "experiment": ExperimentShape,
    "calibration": CalibrationShape, "validation": ValidationShape, "backtest": BacktestShape,
}  # fmt: skip


def kind_of(data: Mapping[str, Any]) -> Kind:
    """Tell what a file holds by the settings that it has, if need be without its name."""
    if said := kind_said(data):
        return said
    own = {*settings(ScenarioShape)} - {*settings(PlaceShape)}
    return "place" if "place" in data and not own & {*data} else "scenario"


def kind_said(data: Mapping[str, Any]) -> Kind | None:
    """Give the kind of file that only a file of that kind can say it is."""
    return next((kind for word, kind in SIGNS if word in data), None)


def settings(shape: Any) -> list[str]:
    """List the names of the settings that a shape knows, as they are written in files."""
    return [one.alias or key for key, one in shape.model_fields.items()]
