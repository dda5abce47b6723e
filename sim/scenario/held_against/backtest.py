"""A back-test: published series that a run from an earlier year is held against."""

import re
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from sim.measures import MEASURES
from sim.scenario.held_against.asked import load_held, read_asked, refuse_twice
from sim.scenario.held_against.shape import BacktestShape
from sim.scenario.load import read_name
from sim.scenario.reading.mistakes import check_shape, did_you_mean
from sim.scenario.reading.sheet import Part, Sheet, read_sheet
from sim.scenario.scenario import Experiment

YEAR = re.compile(r"(\d{4})-(\d{2})")
CENTURY = 100


@dataclass(frozen=True, slots=True)
class Series:
    """One published series.

    measure   : what of the results is held against it
    published : by financial year, as 2017-18, in the measure's unit
    """

    name: str
    title: str
    measure: str
    published: dict[str, float]
    source: str


@dataclass(frozen=True, slots=True)
class Backtest:
    """Series, the experiment whose runs are held against them, and the last year known to it.

    known : financial year, the first of the experiment's; what was published of it and of earlier
            years is known, and later years are foretold
    """

    name: str
    title: str
    experiment: Experiment
    known: str
    series: tuple[Series, ...]


def load_backtest(name_or_path: str | Path) -> Backtest:
    """Load a back-test with its experiment; raise all that is wrong with the files at once."""
    return load_held(name_or_path, "backtest", read_backtest)


def read_backtest(file: Path) -> tuple[Backtest | None, list[Sheet]]:
    """Read a back-test and all it names; give back every sheet read."""
    sheet = read_sheet(file)
    check_shape(sheet, BacktestShape)
    top = sheet.top
    name = read_name(top, "backtest")
    experiment, read = read_asked(top)
    if not experiment or not experiment.scenarios:
        return None, [sheet, *read]
    known = named(experiment.scenarios[0].start.year)
    series = tuple(one for part in top.parts("series") if (one := read_series(part, known)))
    refuse_twice(top, "series", [one.name for one in series])
    title = top.text("title") or name
    return Backtest(name, title, experiment, known, series), [sheet, *read]


def named(year: int) -> str:
    """Name the financial year that begins in April of a year."""
    return f"{year}-{(year + 1) % CENTURY:02d}"


def begins(year: str) -> int:
    """Give the calendar year in which a financial year begins."""
    return int(year.partition("-")[0])


def read_series(part: Part, known: str) -> Series | None:
    """Read one series, or report what is wrong with it."""
    name, measure = part.text("series") or "", part.text("measure") or ""
    if measure not in MEASURES:
        advice = did_you_mean(measure, MEASURES) or "`cpsim measures` lists all there is."
        part.wrong("E403", "measure", f"There is no measure called “{measure}”.", advice)
        return None
    values = part.part("published")
    published = {year: read_value(values, year) for year in map(str, values.data)}
    if None in published.values():
        return None
    kept = {year: value for year, value in sorted(published.items()) if value is not None}
    if known not in kept or max(kept) == known:
        part.wrong("E106", "published",
                   f"“{name}” needs {known}, in which the runs begin, and a later year.",
                   "Give both, or begin the experiment in another year.")  # fmt: skip
        return None
    return Series(name, part.text("title") or name, measure, kept, part.text("source") or "")


def read_value(values: Part, year: str) -> float | None:
    """Read what was published of a year, above nought; report what is neither."""
    found = YEAR.fullmatch(year)
    if not found or named(int(found[1])) != year:
        values.wrong("E105", year, f"“{year}” is no financial year.", "Write it as 2017-18.",
                     on_key=True)  # fmt: skip
        return None
    written = values.text(year)
    try:
        value = float(str(written))
    except ValueError:
        value = 0.0
    if not (isfinite(value) and value > 0.0):
        values.wrong("E105", year, f"“{written}” is not a number above nought.",
                     "Write it without a unit, in the unit of the measure.")  # fmt: skip
        return None
    return value
