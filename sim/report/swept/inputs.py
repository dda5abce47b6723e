"""Inputs and luck of a sweep: how far draws of an ensemble differ in what each factor does."""

import numpy as np

from sim.analysis.draws.sources import Sources, sources
from sim.analysis.sweeps.slopes import by_draw, slopes
from sim.report.numbers import UNKNOWN, percent
from sim.report.swept.swept import Swept, label
from sim.report.words.effect import Subject

MOST_MEASURES = 3

type Lines = list[tuple[str, ...]]


def told_apart(found: Swept) -> Lines:
    """Tell inputs from luck in the change over each factor's range; nothing without draws."""
    lived = found.comparison.experiment.inputs
    if lived is None:
        return []
    scenario, against = found.about
    lines = []
    for subject in found.comparison.subjects[:MOST_MEASURES]:
        each = slopes(found.comparison.runs, found.unit, subject.name, scenario, against)
        for n, name in enumerate(found.names):
            told = sources(by_draw(each[n], lived.draws)) if len(each) else None
            if told:
                lines.append((subject.label, label(name), *line(told, subject)))
    return lines


def line(told: Sources, subject: Subject) -> tuple[str, ...]:
    """Write one factor: its change, the range over draws, the two spreads, the chance of a rise."""
    shown = subject.shown
    luck = UNKNOWN if np.isnan(told.luck) else shown.number(told.luck)
    return (
        shown.change(told.mean), shown.changes(*told.range), shown.number(told.inputs), luck,
        percent(told.chance_above()),
    )  # fmt: skip
