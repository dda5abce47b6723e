"""The shape of files that hold the model against what is published."""

from typing import Annotated

from pydantic import Field

from sim.scenario.reading.written import Names, OwnName, Shape, Text, naming


class CalibrationShape(Shape):
    """A search for draws of the uncertain numbers that agree with what is published."""

    calibration: OwnName
    worlds: Annotated[list[str], Field(min_length=1)]
    waves: Annotated[list[Text], Field(min_length=1)]
    points: Text
    title: str | None = None
    solved: Names | None = None
    centre: Text | None = None
    draws: Text | None = None
    seed: Text | None = None


class PatternShape(Shape):
    """One published figure, and what of the results is held against it."""

    pattern: OwnName
    value: Text
    band: list[Text]
    source: str
    title: str | None = None
    measure: str | None = None
    variation: str | None = None
    correlation: Annotated[Names | None, naming("measures")] = None
    persistence: str | None = None
    years: Text | None = None
    gradient: str | None = None
    query: str | None = None


class ValidationShape(Shape):
    """Published patterns that results are held against, and the experiment that makes them."""

    validation: OwnName
    experiment: str
    patterns: Annotated[list[PatternShape], Field(min_length=1)]
    title: str | None = None


class SeriesShape(Shape):
    """One published series, by financial year, and the measure that is held against it."""

    series: OwnName
    measure: str
    published: Annotated[dict[str, Text], Field(min_length=2)]
    source: str
    title: str | None = None


class BacktestShape(Shape):
    """Published series, and the experiment from an earlier year that is held against them."""

    backtest: OwnName
    experiment: str
    series: Annotated[list[SeriesShape], Field(min_length=1)]
    title: str | None = None
