"""Reading the design by which an experiment varies its factors."""

from collections.abc import Sequence
from datetime import date
from math import prod

from sim.scenario.reading.days import NotADate, first_day
from sim.scenario.reading.sheet import Part
from sim.scenario.reading.values import read_switch, read_whole
from sim.scenario.scenario import Scenario
from sim.scenario.varying.design import METHODS, SAMPLED, Design, Factor, Method, Points

KNOWN: dict[Method, tuple[str, ...]] = {
    "grid": ("levels",),
    "one-at-a-time": ("levels",),
    "lhs": ("samples",),
    "morris": ("trajectories", "levels"),
    "sobol": ("samples", "second_order"),
    "list": ("file",),
}
ALWAYS = ("method", "from")
LEVELS, MORRIS_LEVELS, TRAJECTORIES = 5, 4, 20
FEWEST_TRAJECTORIES, FEWEST_LEVELS = 2, 2
MOST = 100_000


def read_design(
    top: Part, factors: Sequence[Factor], listed: Points, start: date
) -> Design | None:  # fmt: skip
    """Read a design that varies factors; nothing where there is none, or it seeks a goal.

    listed : points read from a file
    start  : day from which levers have their values
    """
    part = top.part("design")
    method = part.text("method")
    if method not in SAMPLED:
        refuse_unused(top, method)
        return None
    refuse_others(part, method)
    if not factors:
        if not top.part("factors").data and not part.text("file"):
            part.wrong("E410", "method", f"A “{method}” design has nothing to vary.",
                       "Name numbers under factors, each with a range or values.")  # fmt: skip
        return None
    made = settings(part, method, factors, start, listed)
    many = made and count(made, factors)
    if many and many > MOST:
        part.wrong("E410", "method", f"This design has {many:,} points; {MOST:,} is the most.",
                   "Vary fewer numbers, or fewer values of each.")  # fmt: skip
        return None
    return made


def lever_day(part: Part, scenarios: Sequence[Scenario], start: date) -> date:
    """Read the day from which levers have their values; `read_goal` reports what is wrong."""
    written = part.text("from")
    try:
        return first_day(written, scenarios[0].start) if written and scenarios else start
    except NotADate:
        return start


def refuse_unused(top: Part, method: str | None) -> None:
    """Refuse factors that no design varies."""
    if method is None and top.part("factors").data:
        top.wrong("E410", "factors", "Nothing says how these are to be varied.",
                  f"Add design: {{method: …}}, one of {', '.join(METHODS[1:])}.",
                  on_key=True)  # fmt: skip


def refuse_others(part: Part, method: Method) -> None:
    """Refuse the settings of other designs, which this one would leave unused."""
    known = (*ALWAYS, *KNOWN[method])
    for key in part.data:
        if key not in known:
            part.wrong("E106", key, f"A “{method}” design has no “{key}”.",
                       f"Delete it; it takes {', '.join(known)}.", on_key=True)  # fmt: skip


def settings(
    part: Part, method: Method, factors: Sequence[Factor], start: date,
    listed: Points,
) -> Design | None:  # fmt: skip
    """Read the settings of one method."""
    if method in ("grid", "one-at-a-time"):
        levels = read_whole(part, "levels", LEVELS, low=FEWEST_LEVELS)
        return Design(method, levels=levels, start=start)
    if method == "morris":
        return morris(part, start)
    if method == "list":
        return of_points(part, factors, listed, start)
    if "samples" not in part.data:
        part.wrong("E410", "method", f"A “{method}” design needs a number of samples.",
                   "Write for example samples: 128.")  # fmt: skip
        return None
    samples = read_whole(part, "samples", 0, low=2)
    if method == "sobol" and samples & (samples - 1):
        below = 1 << samples.bit_length() - 1
        part.wrong("E410", "samples", f"“{samples}” is no power of two.",
                   f"Write {below} or {2 * below}.")  # fmt: skip
        return None
    second = method == "sobol" and read_switch(part, "second_order")
    return Design(method, samples=samples, second_order=second, start=start)


def morris(part: Part, start: date) -> Design | None:
    """Read the settings of a screening by trajectories (Morris 1991)."""
    levels = read_whole(part, "levels", MORRIS_LEVELS, low=FEWEST_LEVELS)
    if levels % 2:
        part.wrong("E410", "levels", f"Morris needs an even number of levels, and {levels} is odd.",
                   f"Write {levels + 1}.")  # fmt: skip
        return None
    many = read_whole(part, "trajectories", TRAJECTORIES, low=FEWEST_TRAJECTORIES)
    return Design("morris", levels=levels, trajectories=many, start=start)


def of_points(part: Part, factors: Sequence[Factor], listed: Points, start: date) -> Design | None:
    """Take points from a file, or the values of all factors side by side."""
    if listed:
        return Design("list", points=listed, start=start)
    lengths = {len(one.values) for one in factors}
    if len(lengths) > 1 or not lengths.pop():
        part.wrong("E410", "method", "A “list” design takes its values side by side, so every "
                   "factor needs as many.",
                   "Give each factor a list of one length, or name a table with file: points.csv.",
                   )  # fmt: skip
        return None
    points = tuple(zip(*(one.values for one in factors), strict=True))
    return Design("list", points=points, start=start)


def count(design: Design, factors: Sequence[Factor]) -> int:
    """Count the points of a design."""
    levels = [len(one.values) or design.levels for one in factors]
    many = len(factors)
    return {
        "grid": prod(levels),
        "one-at-a-time": 1 + sum(levels),
        "lhs": design.samples,
        "morris": design.trajectories * (many + 1),
        "sobol": design.samples * (2 * many + 2 if design.second_order else many + 2),
        "list": len(design.points),
    }[design.method]
