"""Backtested: runs from an earlier year held against what came, beside simple forecasts."""

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from sim.analysis.intervals import mean_interval
from sim.analysis.statistics import forecasts
from sim.analysis.statistics.forecasts import Numbers
from sim.analysis.yearly import by_year
from sim.measures import MEASURES
from sim.report.calibrated import foretold
from sim.report.calibrated.foretold import ANCHORED
from sim.report.figures.figure import place
from sim.scenario.held_against.backtest import Backtest, Series, begins
from sim.study.store import Results

FOLDER = "backtest"
LOW, MIDDLE, HIGH = 0.05, 0.5, 0.95
PERSISTENCE, TREND = "persistence", "trend"

type Samples = Mapping[tuple[str, str, str], Numbers]
"""Values of all runs, by scenario, year and measure, in the order of the runs."""


def backtested(results: Results, asked: Backtest) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Hold results against series, and keep tables and figure in their folder.

    returns : a row for each forecast: series, title, measure, year, forecaster, low, median, high
              (5, 50 and 95%), published, off (its score, in per cent of what was last known),
              inside (whether the published value is); and the scores of each forecaster, as
              `scored` gives them
    """
    table = pd.DataFrame(list(rows(asked, sampled(results, asked))))
    scores = scored(table)
    place(foretold.figure(table, asked), 1, results.path / FOLDER)
    for name, one in (("forecasts", table), ("scores", scores)):
        one.to_csv(results.path / FOLDER / f"{name}.csv", index=False, lineterminator="\n")
    return table, scores


def sampled(results: Results, asked: Backtest) -> Samples:
    """Measure every run in every year."""
    names = sorted({one.measure for one in asked.series})
    yearly = by_year(results.table("quarterly"), [MEASURES[name] for name in names])
    ordered = yearly.sort_values(["draw", "replicate"], kind="stable")
    return {
        (str(scenario), str(year), str(measure)): rows["value"].to_numpy(dtype=float)
        for (scenario, year, measure), rows in ordered.groupby(["scenario", "year", "measure"])
    }


def rows(asked: Backtest, samples: Samples) -> Iterator[dict[str, object]]:
    """Score every forecast of every published year after the last that is known."""
    known = begins(asked.known)
    published = {one.name: {begins(y): v for y, v in one.published.items()} for one in asked.series}
    moves = forecasts.usual(list(published.values()), known)
    for one in asked.series:
        own = published[one.name]
        for year, value in one.published.items():
            ahead = begins(year) - known
            if ahead <= 0:
                continue
            told = {
                PERSISTENCE: forecasts.persistence(own, known, ahead, moves),
                TREND: forecasts.trend(own, known, ahead, moves),
                **of_model(one, asked, year, samples),
            }
            for forecaster, sample in told.items():
                yield row(one, year, forecaster, sample, value, own[known])


def of_model(one: Series, asked: Backtest, year: str, samples: Samples) -> dict[str, Numbers]:
    """Give what the model foretells: as it ran, and moved to what was last known.

    Every run is moved by its own ratio to what was published of the last known year, so that it
    foretells the change alone.
    """
    told = {}
    for scenario in asked.experiment.scenarios:
        then = samples.get((scenario.name, asked.known, one.measure))
        ran = samples.get((scenario.name, year, one.measure))
        if then is None or ran is None:
            continue
        told[scenario.title] = ran
        told[scenario.title + ANCHORED] = ran * one.published[asked.known] / then
    return told


def row(
    one: Series, year: str, forecaster: str, sample: Numbers, value: float, last: float
) -> dict[str, object]:
    """Score one forecast."""
    low, middle, high = np.quantile(sample, [LOW, MIDDLE, HIGH])
    return {
        "series": one.name, "title": one.title, "measure": one.measure, "year": year,
        "forecaster": forecaster, "low": low, "median": middle, "high": high, "published": value,
        "off": 100.0 * forecasts.crps(sample, value) / last, "inside": low <= value <= high,
    }  # fmt: skip


def scored(table: pd.DataFrame) -> pd.DataFrame:
    """Score each forecaster over all series, each series weighing alike.

    returns : a row for each forecaster: forecaster, off (mean score, in per cent of what was last
              known), against, against_low, against_high (that less the score of persistence, and
              its 95% interval over series), inside (share of published values in the 90% interval),
              series (that it scores lower on than persistence), of (series)
    """
    means = table.groupby(["series", "forecaster"], sort=False)["off"].mean().unstack()
    inside = table.groupby("forecaster")["inside"].mean()
    found = []
    for name in table["forecaster"].unique():
        apart = (means[name] - means[PERSISTENCE]).dropna()
        against = mean_interval(apart)
        found.append({
            "forecaster": name, "off": float(means[name].mean()), "against": against.mean,
            "against_low": against.low, "against_high": against.high,
            "inside": float(inside[name]), "better": int((apart < 0.0).sum()), "of": len(apart),
        })  # fmt: skip
    return pd.DataFrame(found)
