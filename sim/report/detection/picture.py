"""Pictures of hits against false alarms: whole curves, and where each scenario stands on them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from textwrap import fill, wrap

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter, MaxNLocator
from scipy import stats

from sim.analysis.intervals import Interval
from sim.report.detection.decided import Decided
from sim.report.figures.chosen import MOST
from sim.report.figures.figure import Draw
from sim.report.figures.share import Rows, shared
from sim.report.figures.style import (
    DARK,
    ENTRY,
    GREY,
    LETTER,
    SIZE,
    SMALL,
    WIDE,
    Canvas,
    columns,
    key,
    picture,
    sample,
)
from sim.report.numbers import capital, counted, plain

WHOLE, CLOSE = (1.0, 2.0, 3.0), (0.05, 0.1, 0.2, 0.5, 1.0)
MOST_CURVES, GRID, SPARE, NARROWEST = 5, 200, 0.15, 2.0
PALE, LEAST, EDGE, BEYOND = "#9AA0A3", 0.05, 0.085, 2.0
HEADS = {"whole": Rows(head=0.7, row=2.2), "close": Rows(head=0.75, row=2.6)}
LINE_HEIGHT, BESIDE = 0.2, 3


@dataclass(frozen=True)
class Window:
    """The part of a chart that is shown, per cent."""

    left: float
    right: float
    low: float
    high: float

    @cached_property
    def curves(self) -> list[float]:
        """Values of d′ whose curves cross it, as round and as many as can be told apart."""
        most = deviate(self.high) - deviate(self.left)
        least = deviate(self.low) - deviate(self.right)
        found: list[float] = []
        for step in CLOSE:
            found = [float(n) * step for n in range(int(np.ceil(least / step)),
                                                    int(np.floor(most / step)) + 1)]  # fmt: skip
            if len(found) <= MOST_CURVES:
                break
        return [round(one, 2) for one in found]


def deviate(percent: float) -> float:
    """Give the normal deviate of a percentage, SD, short of the ends where it has none."""
    return float(stats.norm.ppf(min(max(percent, LEAST), 100 - LEAST) / 100))


def sheets(found: Decided, moving: Sequence[str]) -> tuple[Draw, ...]:
    """Draw the baseline's whole curves, and close to where every scenario stands.

    moving : policies with a clear move; of many policies the others are drawn pale
    """
    policies = found.comparison.policies
    shown = [one for one in policies if len(policies) <= MOST or one in moving]
    high = rows(WIDE, entries_of(found, shown))
    parts = shared(found.stages, lambda some: high.height(len(some), beside(WIDE, len(some))))
    return (partial(whole, found), *(partial(close, found, shown, part) for part in parts))


def beside(canvas: Canvas, many: int) -> int:
    """Count the charts in a row, when they are to be large enough to tell moves."""
    return min(many, BESIDE) if canvas.most > BESIDE else 1


def rows(canvas: Canvas, entries: Sequence[Line2D]) -> Rows:
    """Make room above the charts for the key."""
    across = columns(picture(canvas, 1.0), entries)
    letters = int((canvas.width - ENTRY) / LETTER)
    lines = sum(len(wrap(str(one.get_label()), letters)) for one in entries)
    above = HEADS["close"].head + LINE_HEIGHT * -(-lines // across)
    return Rows(above, HEADS["close"].row)


def whole(found: Decided, canvas: Canvas) -> Picture:
    """Draw what the baseline's decisions would find and alarm at every criterion."""
    stages = found.stages
    across = min(len(stages), BESIDE if canvas.most > BESIDE else 2)
    chart, panels = HEADS["whole"].empty(canvas, len(stages), across)
    at = np.linspace(0.0, 100.0, GRID)
    for panel, stage in zip(panels, stages, strict=True):
        for one in (0.0, *WHOLE):
            panel.plot(at, hits(at, one), color=PALE, lw=0.9, ls=":" if one == 0 else "-")
        for one in WHOLE:
            x = 100 * stats.norm.cdf(-one / 2)
            panel.text(x, 100 - x, f"{one:.0f}", fontsize=SMALL, ha="center", va="center",
                       color=DARK, bbox={"fc": "white", "ec": "none", "pad": 0.8})  # fmt: skip
        baseline(panel, found, stage)
        cross(panel, found, stage, found.comparison.baseline, 8)
        panel.set_xlim(0, 100)
        panel.set_ylim(0, 100)
        prepare(panel, stage)
    named(chart, canvas, [*of_baseline(found), thin("Equal d′: 1, 2, 3"), thin("Chance", ":")])
    return chart


def entries_of(found: Decided, shown: Sequence[str]) -> list[Line2D]:
    """Make the key of the charts in which every scenario stands."""
    comparison = found.comparison
    drawn = [sample(comparison.titles[one], comparison.looks[one], linestyle="-") for one in shown]
    rest = pale(len(comparison.policies) - len(shown))
    return [*of_baseline(found), *drawn, *rest, thin("Equal d′, named at its end")]


def close(found: Decided, shown: Sequence[str], stages: Sequence[str], canvas: Canvas) -> Picture:
    """Draw where every scenario stands, decision by decision, close enough to see moves.

    shown : policies drawn with their interval and name; the others are pale
    """
    policies, entries = found.comparison.policies, entries_of(found, shown)
    room = rows(canvas, entries)
    chart, panels = room.empty(canvas, len(stages), beside(canvas, len(stages)))
    for panel, stage in zip(panels, stages, strict=True):
        window = window_of(found, stage, shown)
        isolines(panel, window)
        for one in policies:
            if one not in shown:
                alarm, hit = spot(found, stage, one)
                panel.plot(alarm.mean, hit.mean, "o", color=PALE, ms=4, mec="white", mew=0.5)
        baseline(panel, found, stage)
        dot(panel, found, stage, found.comparison.baseline, 9)
        for one in shown:
            cross(panel, found, stage, one, 8)
        panel.set_xlim(window.left, window.right)
        panel.set_ylim(window.low, window.high)
        prepare(panel, stage, pad=20)
    named(chart, canvas, entries)
    return chart


def hits(alarms: np.ndarray, d_prime: float) -> np.ndarray:
    """Give the hit rates of equal d′, per cent."""
    found: np.ndarray = 100 * stats.norm.cdf(stats.norm.ppf(alarms / 100) + d_prime)
    return found


def spot(found: Decided, stage: str, scenario: str) -> tuple[Interval, Interval]:
    """Place one scenario: its false-alarm rate and its hit rate, per cent, with intervals.

    Those of a policy are of its paired change, since that is what can be told from luck.
    """
    places = []
    for name in ("specificity", "sensitivity"):
        at = found.level(name, stage, scenario)
        changed = found.share_of(name, stage, scenario)
        if changed:
            off = at.mean - changed.change
            at = Interval(at.mean, changed.low + off, changed.high + off, changed.n)
        places.append(at)
    right, hit = places
    return Interval(100 - right.mean, 100 - right.high, 100 - right.low, right.n), hit


def window_of(found: Decided, stage: str, shown: Sequence[str]) -> Window:
    """Choose what to show: all means, and the intervals of what is drawn with one."""
    spots = {one: spot(found, stage, one) for one in found.comparison.scenarios}
    ends = []
    for place in (0, 1):
        means = [both[place].mean for both in spots.values()]
        edges = [v for one in shown for v in (spots[one][place].low, spots[one][place].high)]
        known = [value for value in (*means, *edges) if np.isfinite(value)]
        low, high = max(0.0, min(known)), min(100.0, max(known))
        spare = max((high - low) * SPARE, (NARROWEST - (high - low)) / 2)
        ends += [max(low - spare, -BEYOND), min(high + spare, 100 + BEYOND)]
    return Window(*ends)


def isolines(panel: Axes, window: Window) -> None:
    """Draw curves of equal d′, each with its name at the edge where it leaves the chart."""
    right = min(window.right, 100 - LEAST)
    at = np.linspace(max(window.left, LEAST), right, GRID)
    taken: dict[str, list[float]] = {"right": [], "top": []}
    for one in window.curves:
        end = float(hits(np.array([right]), one)[0])
        if end <= window.high:
            share = (end - window.low) / (window.high - window.low)
            has_room = label(panel, taken["right"], share, (1.02, share), one, "left", "center")
        else:
            x = 100 * stats.norm.cdf(deviate(window.high) - one)
            share = (x - window.left) / (window.right - window.left)
            has_room = label(panel, taken["top"], share, (share, 1.02), one, "center", "bottom")
        if has_room:
            panel.plot(at, hits(at, one), color=PALE, lw=0.9, zorder=1)


def label(  # noqa: PLR0913 - what, where, and on which side
    panel: Axes, taken: list[float], share: float, place: tuple[float, float], d_prime: float,
    ha: str, va: str,
) -> bool:  # fmt: skip
    """Write a curve's d′ beside the chart; say whether there was room.

    taken : where others of the same side stand, as shares of the axis
    """
    room = EDGE * (1 if va == "center" else 2)
    if share < 0 or any(abs(share - other) < room for other in taken):
        return False
    taken.append(share)
    panel.annotate(plain(d_prime, digits(d_prime)), place, xycoords="axes fraction", color=DARK,
                   fontsize=SMALL, annotation_clip=False, ha=ha, va=va)  # fmt: skip
    return True


def baseline(panel: Axes, found: Decided, stage: str) -> None:
    """Draw the curve of the scenario compared with."""
    name = found.comparison.baseline
    curve = found.curve
    rows = curve[(curve["scenario"] == name) & (curve["decision"] == stage)]
    panel.plot(100 * rows["false_alarm_rate"], 100 * rows["hit_rate"], color=GREY, lw=1.8, zorder=2)


def cross(panel: Axes, found: Decided, stage: str, scenario: str, size: float) -> None:
    """Draw one scenario's mean with its interval both ways."""
    look = found.comparison.looks[scenario]
    alarm, hit = spot(found, stage, scenario)
    panel.plot([alarm.low, alarm.high], [hit.mean] * 2, color=look.colour, lw=1.3, zorder=4)
    panel.plot([alarm.mean] * 2, [hit.low, hit.high], color=look.colour, lw=1.3, zorder=4)
    dot(panel, found, stage, scenario, size)


def dot(panel: Axes, found: Decided, stage: str, scenario: str, size: float) -> None:
    """Draw one scenario's mean."""
    look = found.comparison.looks[scenario]
    alarm, hit = spot(found, stage, scenario)
    panel.plot(alarm.mean, hit.mean, look.marker, color=look.colour, ms=size, mec="white",
               mew=1.0, zorder=5)  # fmt: skip


def prepare(panel: Axes, stage: str, pad: float = 6) -> None:
    """Name a chart and write its axes in per cent."""
    panel.set_title(capital(stage), fontsize=10.5, pad=pad)
    panel.grid(visible=False)
    for axis in (panel.xaxis, panel.yaxis):
        axis.set_major_locator(MaxNLocator(4, steps=[1, 2, 5, 10]))
        axis.set_major_formatter(FuncFormatter(lambda value, _: f"{plain(value, digits(value))}%"))


def digits(value: float) -> int:
    """Count the decimals that a number needs, two at most."""
    return len(f"{value:.2f}".rstrip("0").partition(".")[2])


def thin(text: str, dash: str = "-") -> Line2D:
    """Make an entry of the key for a thin line."""
    return Line2D([], [], color=PALE, lw=0.9, ls=dash, label=text)


def of_baseline(found: Decided) -> list[Line2D]:
    """Make the baseline's entry of the key: its marker on its curve."""
    comparison = found.comparison
    look = comparison.looks[comparison.baseline]
    return [sample(comparison.titles[comparison.baseline], look, linestyle="-", lw=1.8)]


def pale(many: int) -> list[Line2D]:
    """Make the entry for policies without a clear move, if there are any."""
    if not many:
        return []
    named = capital(counted(many, "policy", "policies"))
    text = f"{named} without a clear move large enough to matter"
    return [Line2D([], [], color=PALE, marker="o", ms=4, ls="", label=text)]


def named(chart: Picture, canvas: Canvas, entries: Sequence[Line2D]) -> None:
    """Name the axes, which all charts share, and put the key above them."""
    text = "Across: false alarms among unharmed children; upwards: harmed children found"
    chart.supxlabel(fill(text, canvas.letters(1)), fontsize=SIZE, x=0.02, ha="left")
    key(chart, list(entries))
