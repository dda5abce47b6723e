"""The horizon of a run, and every date within it."""

from dataclasses import dataclass
from datetime import date, timedelta

from sim.scenario.reading.days import NotADate, first_day, last_day, years_after
from sim.scenario.reading.layers import Layers
from sim.scenario.reading.sheet import Part
from sim.scenario.reading.values import read_quantity

PAST_YEARS = 25
MOST_PAST_YEARS = 60
START, END = date(2023, 4, 1), date(2031, 3, 31)


@dataclass(frozen=True, slots=True)
class Horizon:
    """First and last day of the run, and the years of past before it."""

    start: date = START
    end: date = END
    past_years: int = PAST_YEARS


def read_horizon(layers: Layers) -> Horizon:
    """Read when the run begins and ends; the last file that says so has the word."""
    starts = layers.holder("horizon", "start")
    start = read_day(starts, "start", None) or START
    past = read_quantity(
        layers.holder("horizon", "past"), "past", "years", PAST_YEARS, 1, MOST_PAST_YEARS
    )
    ends = layers.holder("horizon", "end|years")
    if ends.text("end") is not None and ends.text("years") is not None:
        ends.wrong("E106", "years", "“end” and “years” both say when the run ends.", "Keep one.")
    years = read_quantity(ends, "years", unit_of(ends, "years"), 0, 0.25, 100)
    end = lasting(start, years) if years else read_day(ends, "end", start, is_end=True) or END
    if end <= start:
        ends.wrong(
            "E401", "end", f"The run ends on {end}, before it starts on {start}.",
            "Give a later end, or an earlier start.",
        )  # fmt: skip
    return Horizon(start, end, max(1, round(past)))


def unit_of(part: Part, key: str) -> str:
    """Take "years: 5" as well as "years: 5 years": the name of the setting says the unit."""
    return "years" if " " in (part.text(key) or "").strip() else "count"


def lasting(start: date, years: float) -> date:
    """Last day of a run of some years."""
    whole = int(years)
    part = timedelta(days=round((years - whole) * 365.25) - 1)
    return years_after(start, whole) + part


def read_day(part: Part, key: str, start: date | None, is_end: bool = False) -> date | None:
    """Read a date, or report that it is none."""
    written = part.text(key)
    if written is None:
        return None
    try:
        return last_day(written, start) if is_end else first_day(written, start)
    except NotADate as error:
        part.wrong("E104", key, error.message, error.advice)
        return None


def read_span(part: Part, key: str, horizon: Horizon) -> tuple[date, date | None]:
    """Read a first day inside the horizon, and a last day after it if there is one."""
    start = read_day(part, key, horizon.start)
    until = read_day(part, "until", horizon.start, is_end=True)
    if start and not horizon.start <= start <= horizon.end:
        part.wrong(
            "E401", key,
            f"This begins on {start}, and the run lasts from {horizon.start} to {horizon.end}.",
            "Give a date within the run: the past is the same for every policy.",
        )  # fmt: skip
    if start and until and until < start:
        said = f"This ends on {until}, before it begins on {start}."
        part.wrong("E401", "until", said, "Give a later end.")
    return start or horizon.start, until


def read_law_span(part: Part, horizon: Horizon) -> tuple[date, date | None] | None:
    """Read the days of a law; None where it holds on no day of the run.

    The law has dates of its own, and a run may be shorter: what begins after it is left out.
    """
    start = read_day(part, "from", horizon.start)
    until = read_day(part, "until", horizon.start, is_end=True)
    if start and until and until < start:
        said = f"This ends on {until}, before it begins on {start}."
        part.wrong("E401", "until", said, "Give a later end.")
    outside = (start and start > horizon.end) or (until and until < horizon.start)
    return None if not start or outside else (start, until)
