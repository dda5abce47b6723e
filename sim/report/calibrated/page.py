"""The page of a calibration: what it found, how sure that is, and how it was made."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from markupsafe import Markup

from sim.calibration.carry_out import Calibrated
from sim.report.calibrated import numbers, pairs, targets
from sim.report.figures.figure import Placed, place
from sim.report.filled import filled
from sim.report.numbers import counted, percent, plain, signed
from sim.study.design.foretold import lasting
from sim.study.plan import model_version

REPORT, FIGURES = "report.html", "figures"
TENSE = 2.0
MOST = 12
KNOWN, LEAST_KNOWN = 0.8, 0.95


def write(done: Calibrated) -> str:
    """Write the page with its figures; give back its path."""
    made = (
        targets.figure(done.tables["targets"]),
        numbers.figure(done.tables["numbers"]),
        pairs.figure(done.tables["watched"]),
    )
    placed = [place(one, n, done.path / FIGURES) for n, one in enumerate(made, start=1)]
    page = done.path / REPORT
    page.write_text(
        filled("calibrated.html.j2", said(done, placed), cells=cells, svg=Markup), encoding="utf-8"
    )
    return str(page)


def said(done: Calibrated, placed: list[Placed]) -> dict[str, Any]:
    """Gather what the page says."""
    asked, tables = done.searched.ground.asked, done.tables
    return {
        "asked": asked, "figures": placed, "facts": facts(done), "reasons": reasons(done),
        "missed": missed(tables["targets"]), "pairs": entangled(tables["pairs"]),
        "tension": tension(tables), "recovered": recovered(tables),
        "untold": untold(tables["targets"]),
    }  # fmt: skip


def facts(done: Calibrated) -> list[tuple[str, str]]:
    """List how the ensemble was made, and what it is worth."""
    asked, found = done.searched.ground.asked, done.found
    waves = ", ".join(percent(reach) for reach in asked.waves)
    worlds = [one.name for n, one in enumerate(asked.worlds) if n in done.searched.centre.world]
    off = [plain(float(one), 1) for one in np.quantile(found.off, [0.05, 0.5, 0.95])]
    return [
        ("Draws", f"{len(found.chosen)}, each as likely as another: those of the {asked.points} "
         "points of the last wave that agree best"),
        ("Distance of a draw", f"{off[1]} standard deviations of what targets and luck allow, "
         f"root of the mean square over targets ({off[0]} to {off[2]} in nine of ten)"),
        ("Share of the prior left", share(found.share)),
        ("Waves", f"{asked.points} points each, over these shares of the ranges: {waves}"),
        ("Worlds", ", ".join(worlds)),
        ("Runs", f"{lasting(done.seconds)} of processor time"),
        ("Seed", str(asked.seed)),
        ("Model", model_version()),
    ]  # fmt: skip


def share(logarithm: float) -> str:
    """Write a share that may be tiny."""
    if not np.isfinite(logarithm):
        return "none of it: some target cannot be met, see below"
    return percent(10.0**logarithm, 1) if logarithm > -2 else f"10 to the power {logarithm:.1f}"


def reasons(done: Calibrated) -> list[str]:
    """Say of which targets the model was allowed to be wrong, and why."""
    return [
        f"{one.label}: {one.discrepancy:g} {one.unit}. {one.because}"
        for one in done.searched.ground.targets
        if one.discrepancy
    ]


def missed(table: pd.DataFrame) -> list[str]:
    """Name the targets that lie out at the median, the furthest first."""
    rows = table[~table["verdict"].isin(["in", "not compared"])]
    order = rows.reindex(rows["off"].abs().sort_values(ascending=False).index)
    return [
        f"{row['label']}: {row['median']:.3g}, published {row['target']:g} ± {row['tolerance']:g} "
        f"({signed(row['off'], 1)} tolerances)"
        for row in order.to_dict("records")
    ]


def untold(table: pd.DataFrame) -> list[str]:
    """Name the targets that no world could measure."""
    return list(table.loc[table["verdict"] == "not compared", "label"])


def entangled(table: pd.DataFrame) -> list[Mapping[str, str]]:
    """Show the pairs of numbers that are told together and not apart."""
    return [
        {"first": row["first"], "second": row["second"], "by": signed(row["correlation"], 2)}
        for row in table.head(MOST).to_dict("records")
    ]


def tension(tables: Mapping[str, pd.DataFrame]) -> list[str]:
    """Name the targets that all the others together would foretell otherwise."""
    table, labels = tables["tension"], tables["targets"].set_index("name")["label"]
    rows = table[table["tension"].abs() > TENSE]
    return [
        f"{labels[row['name']]}: published "
        f"{plain(abs(row['tension']), 1)} SD {'above' if row['tension'] > 0 else 'below'} what the "
        "others foretell"
        for row in rows.to_dict("records")
    ]


def recovered(tables: Mapping[str, pd.DataFrame]) -> list[str]:
    """Say how well truths that were held out were found again."""
    table, ran = tables["recovery"], tables["checked"]
    told, rest = table[table["left"] < KNOWN], table[table["left"] >= LEAST_KNOWN]
    lines = [
        f"The 90% intervals of all numbers hold {percent(float(table['covered'].mean()), 1)} of "
        "the truths.",
        f"{counted(len(told), 'number')} are told by what is published (less than "
        f"{percent(KNOWN)} of the prior’s spread left): their intervals hold "
        f"{percent(float(told['covered'].mean()), 1)}, and their means correlate with the truths "
        f"by {signed(float(told['known'].mean()), 2)}."
        if len(told) else "No number is told by what is published.",
        f"{counted(len(rest), 'number')} keep nearly all of their spread: nothing published tells "
        "them.",
    ]  # fmt: skip
    if len(ran):
        lines.append(
            f"Run in full, {percent(float(ran['inside'].mean()), 1)} of the targets of "
            f"{counted(int(ran['truth'].nunique()), 'truth')} lie within two standard deviations "
            "of what fits them."
        )
    return lines


def cells(table: pd.DataFrame) -> list[list[str]]:
    """Give the rows of a table as text."""
    return [[str(value) for value in row] for row in table.itertuples(index=False, name=None)]
