"""A validation: published patterns that the model was not fitted to, to be held against results."""

from dataclasses import dataclass
from math import isfinite
from pathlib import Path
from typing import Literal

from sim.measures import MEASURES
from sim.measures.statistic import STATISTICS
from sim.scenario.held_against.asked import load_held, read_asked, refuse_twice
from sim.scenario.held_against.shape import ValidationShape
from sim.scenario.load import read_name
from sim.scenario.reading.mistakes import check_shape, did_you_mean
from sim.scenario.reading.sheet import Part, Sheet, read_sheet
from sim.scenario.reading.values import read_whole
from sim.scenario.scenario import Experiment

type How = Literal["measure", "variation", "correlation", "persistence", "gradient", "query"]
HOWS: tuple[How, ...] = (
    "measure", "variation", "correlation", "persistence", "gradient", "query",
)  # fmt: skip
PAIR = 2


@dataclass(frozen=True, slots=True)
class Pattern:
    """One published figure.

    how       : measure, over the period; variation (standard deviation over mean) of a measure
                between authorities; Spearman's correlation of two between authorities; persistence
                (correlation with itself some years later); gradient (most over least deprived
                fifth); or a query whose answer is one number
    of        : the measures, or the query
    value     : as published
    low, high : band within which the model agrees
    years     : of persistence
    """

    name: str
    title: str
    how: How
    of: tuple[str, ...]
    value: float
    low: float
    high: float
    source: str
    years: int = 1


@dataclass(frozen=True, slots=True)
class Validation:
    """Patterns, and the experiment whose results are held against them."""

    name: str
    title: str
    experiment: Experiment
    patterns: tuple[Pattern, ...]


def load_validation(name_or_path: str | Path) -> Validation:
    """Load a validation with its experiment; raise all that is wrong with the files at once."""
    return load_held(name_or_path, "validation", read_validation)


def read_validation(file: Path) -> tuple[Validation | None, list[Sheet]]:
    """Read a validation and all it names; give back every sheet read."""
    sheet = read_sheet(file)
    check_shape(sheet, ValidationShape)
    top = sheet.top
    name = read_name(top, "validation")
    patterns = tuple(one for part in top.parts("patterns") if (one := read_pattern(part)))
    refuse_twice(top, "patterns", [one.name for one in patterns])
    experiment, read = read_asked(top)
    if not experiment:
        return None, [sheet, *read]
    return Validation(name, top.text("title") or name, experiment, patterns), [sheet, *read]


def read_pattern(part: Part) -> Pattern | None:
    """Read one pattern, or report what is wrong with it."""
    name, said = part.text("pattern") or "", [how for how in HOWS if how in part.data]
    if len(said) != 1:
        part.wrong("E106", None,
                   f"“{name}” says {len(said)} times what of the results is meant.",
                   f"Write one of {', '.join(HOWS)}.")  # fmt: skip
        return None
    how = said[0]
    of = part.names(how)
    if how != "query" and not are_known(part, how, of):
        return None
    value, band = read_number(part, "value"), read_band(part)
    if value is None or band is None:
        return None
    return Pattern(
        name, part.text("title") or name, how, of, value, *band, part.text("source") or "",
        read_whole(part, "years", 1, low=1),
    )  # fmt: skip


def are_known(part: Part, how: How, names: tuple[str, ...]) -> bool:
    """Whether measures are there and as many as are wanted; report it if not."""
    known = (*MEASURES, *STATISTICS) if how == "measure" else tuple(MEASURES)
    for name in names:
        if name not in known:
            advice = did_you_mean(name, known) or "`cpsim measures` lists all there is."
            part.wrong("E403", how, f"There is no measure called “{name}”.", advice)
            return False
    wanted = PAIR if how == "correlation" else 1
    if len(names) != wanted:
        part.wrong("E106", how, f"This takes {wanted} and has {len(names)}.",
                   "Name two measures." if wanted == PAIR else "Name one measure.")  # fmt: skip
        return False
    return True


def read_band(part: Part) -> tuple[float, float] | None:
    """Read the two ends of a band, the lower one first."""
    given = part.data.get("band")
    ends = [as_number(one) for one in given] if isinstance(given, list) else []
    if len(ends) != PAIR or None in ends or not (ends[0] or 0.0) < (ends[1] or 0.0):
        part.wrong("E105", "band", "This is no band.", "Write two numbers, as [0.6, 0.9].")
        return None
    return float(ends[0] or 0.0), float(ends[1] or 0.0)


def read_number(part: Part, key: str) -> float | None:
    """Read a bare number, in the unit of what it is held against."""
    written = part.text(key)
    found = as_number(written)
    if written is not None and found is None:
        part.wrong("E105", key, f"“{written}” is not a number.",
                   "Write it without a unit, in the unit of the measure.")  # fmt: skip
    return found


def as_number(written: object) -> float | None:
    """Turn a text into a number, if it is one."""
    try:
        found = float(str(written))
    except ValueError:
        return None
    return found if isfinite(found) else None
