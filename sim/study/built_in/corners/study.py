"""The study of corners: cpsim study corners.

Feedback can run away. Thirty-two worlds live for thirty years with every lever at one end of its
range, and two of them at full scale. A stock has to stay within what it is part of, and to settle,
to come back, or to move ever more slowly.
"""

from collections import Counter
from dataclasses import replace
from typing import cast

import numpy as np
import pandas as pd

from sim.scenario import Scenario
from sim.study.built_in.corners.course import SPAN, WATCHED, bounded, courses, little, verdict
from sim.study.built_in.corners.design import CORNERS, at_corner, levers
from sim.study.built_in.stationarity import quiet
from sim.study.built_in.study import Found, Size, Study, side_by_side

REPLICATES, YEARS, SHORTEST = 2, 30, 16
FULL_SCALE = (0, 31)
"""Corners that are run at full scale, too: opposite ones of the design's first column."""

NOTHING = "nothing done"


def corners(scenario: Scenario, replicates: int, workers: int = 1) -> pd.DataFrame:
    """Run every corner, and the scenario itself.

    returns : a row for each run, stock and year: corner, scale, replicate, stock, year, value
    """
    worlds: list[tuple[str, Scenario]] = [(NOTHING, scenario)]
    worlds += [(str(n), at_corner(scenario, n)) for n in range(CORNERS)]
    tasks = [(name, one, n) for name, one in worlds for n in range(replicates)]
    whole = replace(scenario, population_scale=1.0)
    tasks += [(str(n), at_corner(whole, n), 0) for n in FULL_SCALE]
    made = side_by_side(courses, [(one, n) for _, one, n in tasks], workers)
    rows = [
        course.rename_axis("year").reset_index().melt("year", var_name="stock").assign(
            corner=name, scale=one.population_scale, replicate=n)
        for (name, one, n), course in zip(tasks, made, strict=True)
    ]  # fmt: skip
    return pd.concat(rows, ignore_index=True)


def judged(table: pd.DataFrame) -> pd.DataFrame:
    """Judge every corner, stock by stock: bounds in each run, and the course of their mean.

    returns : corner, scale, stock, bounded, verdict, last (mean of the last five years)
    """
    nothing = table[table["corner"] == NOTHING]
    usual = nothing.groupby("stock")["value"].mean()
    rows = []
    for key, lives in table.groupby(["corner", "scale"], sort=False):
        corner, scale = cast(tuple[str, float], key)
        runs = [
            run.pivot_table(index="year", columns="stock", values="value")
            for _, run in lives.groupby("replicate")
        ]
        for stock in WATCHED:
            mean = np.mean([run[stock.label].to_numpy() for run in runs], axis=0)
            kept = all(bounded(run, stock) for run in runs)
            least = float(np.mean([little(run, stock) for run in runs]))
            what = verdict(mean, usual[stock.label], least)
            rows.append((corner, scale, stock.label, kept, what, mean[-SPAN:].mean()))
    names = ["corner", "scale", "stock", "bounded", "verdict", "last"]
    return pd.DataFrame(rows, columns=names)


def told(table: pd.DataFrame, size: Size) -> str:
    """Write what became of the stocks for people to read."""
    found = judged(table)
    head = f"{'stock':<42}{'bounded':>9}{'settled':>9}{'slowing':>9}{'moving':>8}"
    lines = []
    for stock, runs in found.groupby("stock", sort=False):
        kinds = Counter(runs["verdict"])
        counts = f"{kinds['settled']:>9}{kinds['slowing']:>9}{kinds['moving']:>8}"
        lines.append(f"{stock:<42}{runs['bounded'].sum():>9}{counts}")
    worlds, (first, last) = len(found.groupby(["corner", "scale"])), FULL_SCALE
    note = (
        f"{worlds} worlds over {size.years} years: {len(levers())} "
        f"levers at {CORNERS} corners and nothing done, {size.replicates} replicates each; corners "
        f"{first} and {last} at full scale, one each."
    )
    return "\n".join([head, *lines, "", note, *going_on(found)])


def going_on(found: pd.DataFrame) -> list[str]:
    """Name the corners in which a stock leaves its bounds or goes on moving."""
    loose = found[~found["bounded"] | (found["verdict"] == "moving")]
    return [
        f"Corner {row['corner']}, scale {row['scale']:g}: {row['stock']} "
        f"{'goes on moving' if row['bounded'] else 'leaves its bounds'}"
        for row in loose.to_dict("records")
    ]


def study(scenario: Scenario, size: Size) -> Found:
    """Run worlds at the corners of the levers, and tell which stocks stay bounded and settle."""
    table = corners(quiet(scenario, size.years), size.replicates, size.workers)
    return Found(told(table, size), table)


STABILITY = Study(
    "does the model stay bounded at the corners of its levers?", REPLICATES, YEARS, SHORTEST, study
)
