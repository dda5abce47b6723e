"""Fan charts: one measure over time, a panel for each scenario."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from textwrap import fill

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from sim.analysis.fans import by_quarter, fan, of_inputs
from sim.measures import MEASURES
from sim.report.comparison import Comparison
from sim.report.figures.chosen import chosen, left_out
from sim.report.figures.figure import Figure
from sim.report.figures.share import Rows, sheets
from sim.report.figures.style import BLUES, DARK, Canvas, key
from sim.report.figures.ticks import Ticks
from sim.report.numbers import counted, listed, plain, quoted
from sim.report.words.effect import Subject
from sim.report.words.sentences import about_one_measure, interval_kind

QUARTERS = 4
ENOUGH_FOR_TENTHS = 20
DAYS_IN_A_YEAR = 365.25
SMALL = Rows(head=0.5, row=2.3)
REFERENCE_DASH = (0, (4, 2))
YEAR_ENDS = "Q4"
BANDS = {
    False: ("Half of runs", "90% of runs"),
    True: ("90% of draws, without luck", "90% of runs, with luck"),
}
HALF, INPUTS = ("p25", "p75"), ("inputs_low", "inputs_high")
SPREAD = {
    "5% below": "p05", "25% below": "p25", "Middle run": "p50", "75% below": "p75",
    "95% below": "p95",
}  # fmt: skip


def fans(comparison: Comparison, measure: str) -> Figure:
    """Draw the spread of runs of one measure, quarter by quarter."""
    subject = comparison.subject(measure)
    values = by_quarter(comparison.quarterly, MEASURES[measure])
    bands = fan(values)
    if comparison.experiment.has_draws:
        bands = bands.merge(of_inputs(values), on=["scenario", "quarter"], how="left")
    names = chosen(comparison, comparison.effects_on(measure))
    return Figure(
        name=f"over-time-{measure.replace('_', '-')}",
        title=title(comparison, subject),
        subtitle=f"{subject.label}, {subject.shown.unit}, by quarter, {comparison.where}; "
        f"{spread_of(comparison)}; the title is about {comparison.period}"
        f"{interval_kind(comparison.effects)}"
        f"{left_out(comparison, names)}",
        alt=f"Fan charts of {subject.mid} by quarter. {ends(comparison, subject, bands)}",
        description=f"{ends(comparison, subject, bands)} {spread(comparison, subject, bands)} "
        "The table shows the last quarter of each financial year; the CSV file has them all.",
        data=bands.assign(measure=measure),
        table=table(comparison, subject, bands),
        sheets=sheets(names, SMALL.tall, partial(drawn, comparison, subject, bands)),
    )


def on_average(comparison: Comparison, subject: Subject) -> str:
    """Tell the mean level over the period where nothing is compared."""
    level = comparison.level(subject.name)
    sign = "%" if subject.shown.unit.startswith("%") else ""
    mean, interval = subject.shown.number(level.mean), subject.shown.levels(level.low, level.high)
    return f"{subject.label}: {mean}{sign} on average ({interval})"


def title(comparison: Comparison, subject: Subject) -> str:
    """Tell what the policies did to the measure over the period that is compared."""
    effects = comparison.effects_on(subject.name)
    if not effects:
        return on_average(comparison, subject)
    return about_one_measure(effects, subject, comparison.titles)


def drawn(
    comparison: Comparison, subject: Subject, bands: pd.DataFrame, names: Sequence[str],
    room: int, canvas: Canvas,
) -> Picture:  # fmt: skip
    """Draw a panel for each scenario, with the current policy's middle run in every one."""
    columns = canvas.columns(room)
    chart, panels = SMALL.empty(canvas, len(names), columns, sharey=True, sharex=True)
    for n, (panel, name) in enumerate(zip(panels, names, strict=True)):
        panel.tick_params(labelbottom=n + columns >= len(names))
        title = fill(comparison.titles[name], canvas.letters(columns))
        panel.set_title(title, fontsize=10.5)
        one(panel, bands[bands["scenario"] == name])
        if name != comparison.baseline:
            current = bands[bands["scenario"] == comparison.baseline]
            panel.plot(years(current), current["p50"], color=DARK, lw=1.4, ls=REFERENCE_DASH)
        events(panel, comparison, name)
        panel.yaxis.set_major_formatter(Ticks(subject, levels=True))
        panel.xaxis.set_major_locator(MaxNLocator(4, integer=True))
    key(chart, legend(comparison))
    return chart


def one(panel: Axes, bands: pd.DataFrame) -> None:
    """Draw the bands and the middle run of one scenario."""
    x = years(bands)
    panel.fill_between(x, bands["p05"], bands["p95"], color=BLUES[3], lw=0)
    low, high = INPUTS if INPUTS[0] in bands else HALF
    panel.fill_between(x, bands[low], bands[high], color=BLUES[2], lw=0)
    panel.plot(x, bands["p50"], color=BLUES[0], lw=2)


def events(panel: Axes, comparison: Comparison, name: str) -> None:
    """Mark when a scenario's own actions begin and when shocks strike."""
    scenario = comparison.scenarios[name]
    for day in sorted({action.start for action in scenario.actions}):
        panel.axvline(decimal(day), color=DARK, lw=1.1, ls=":")
    for shock in scenario.shocks:
        panel.axvline(decimal(shock.start), color="#A33F00", lw=1.4, ls="-.")


def decimal(day: date) -> float:
    """Place a date on an axis of years."""
    return day.year + (day.timetuple().tm_yday - 1) / DAYS_IN_A_YEAR


def years(bands: pd.DataFrame) -> np.ndarray:
    """Place quarters on an axis of calendar years, each at its middle."""
    year = bands["quarter"].str[:4].astype(int)
    quarter = bands["quarter"].str[-1].astype(int)
    return (year + 0.25 + (quarter - 0.5) / QUARTERS).to_numpy(dtype=float)


def legend(comparison: Comparison) -> list[Line2D | Patch]:
    """Explain bands and lines, and only the events that are drawn."""
    entries: list[Line2D | Patch] = [Line2D([], [], color=BLUES[0], lw=2, label=middle(comparison))]
    if comparison.runs_each > 1:
        entries += [
            Patch(color=colour, label=words)
            for colour, words in zip(
                BLUES[2:4], BANDS[comparison.experiment.has_draws], strict=True
            )
        ]
    if comparison.policies:
        words = f"{middle(comparison)} under {quoted(comparison.titles[comparison.baseline])}"
        entries.append(Line2D([], [], color=DARK, lw=1.4, ls=REFERENCE_DASH, label=words))
    if any(one.actions for one in comparison.scenarios.values()):
        entries.append(Line2D([], [], color=DARK, lw=1.1, ls=":", label="An action begins"))
    if any(one.shocks for one in comparison.scenarios.values()):
        entries.append(Line2D([], [], color="#A33F00", lw=1.4, ls="-.", label="A shock"))
    return entries


def last(bands: pd.DataFrame, name: str) -> pd.Series:
    """Take the last quarter of one scenario."""
    return bands[bands["scenario"] == name].iloc[-1]


def ends(comparison: Comparison, subject: Subject, bands: pd.DataFrame) -> str:
    """Tell where the middle runs end."""
    told = [
        f"{subject.shown.number(last(bands, name)['p50'])} with {quoted(comparison.titles[name])}"
        for name in comparison.scenarios
        if (bands["scenario"] == name).any()
    ]
    quarter = bands["quarter"].iloc[-1] if len(bands) else "the last quarter"
    run = "the middle run" if comparison.runs_each > 1 else "the one run"
    return f"In {quarter} {run} is at {listed(told)} ({subject.shown.unit})."


def spread_of(comparison: Comparison) -> str:
    """Say what is drawn: the spread of runs, or a run that has none."""
    swept = comparison.runs_each > comparison.replicates
    runs = f"{comparison.runs_each:,} runs of each scenario" if swept else comparison.spread
    return f"spread of {runs}" if comparison.runs_each > 1 else runs


def middle(comparison: Comparison) -> str:
    """Name the line that is drawn: of one run there is no middle one."""
    return "Middle run" if comparison.runs_each > 1 else "The one run"


def spread(comparison: Comparison, subject: Subject, bands: pd.DataFrame) -> str:
    """Tell how wide the runs of the current policy are spread at the end."""
    if not (bands["scenario"] == comparison.baseline).any():
        return ""
    row = last(bands, comparison.baseline)
    if not comparison.runs_each > 1:
        return "One run has no spread."
    if comparison.runs_each < ENOUGH_FOR_TENTHS:
        return all_runs(comparison, subject, str(row["quarter"]))
    low, high = plain(row["p05"] / subject.shown.divide, subject.shown.decimals), row["p95"]
    return (
        f"Nine in ten runs of the baseline lie between {low} and {subject.shown.number(high)} then."
    )


def all_runs(comparison: Comparison, subject: Subject, quarter: str) -> str:
    """Tell the range of the few runs of the current policy in one quarter."""
    values = by_quarter(comparison.quarterly, MEASURES[subject.name])
    own = values[values["scenario"].eq(comparison.baseline) & values["quarter"].eq(quarter)]
    low, high = own["value"].min(), own["value"].max()
    many = counted(comparison.runs_each, "run")
    return f"The {many} of the baseline range from {subject.shown.levels(low, high)} then."


def table(comparison: Comparison, subject: Subject, bands: pd.DataFrame) -> pd.DataFrame:
    """Show the last quarter of each financial year."""
    chosen = bands[bands["quarter"].str.endswith(YEAR_ENDS)]
    columns = SPREAD if comparison.runs_each > 1 else {"The one run": "p50"}
    numbers = {
        heading: chosen[column].map(subject.shown.number) for heading, column in columns.items()
    }
    names = chosen["scenario"].map(comparison.titles)
    return pd.DataFrame({"Scenario": names, "Quarter": chosen["quarter"], **numbers})
