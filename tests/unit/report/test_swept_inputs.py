"""Inputs and luck of a sweep: what was planted in draws and in luck is found again."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from sim.analysis.draws.sources import sources
from sim.analysis.fitting.scores import normals
from sim.analysis.sweeps.slopes import by_draw, slopes
from sim.kernel.chance import Chance
from sim.measures import MEASURES
from sim.report.comparison import Comparison
from sim.report.swept.inputs import told_apart
from sim.report.swept.section import section
from sim.scenario import Experiment, load_scenario
from sim.scenario.varying.design import Design, Factor
from sim.scenario.varying.inputs import Inputs
from sim.study.design.points import drawn

TINY = load_scenario("tiny")
HAZARD = Factor("workforce.exit_hazard", 0.11, 0.17)
CAP = Factor("allocation.caseload_cap", 12.0, 20.0)
DRAWS, EACH = 60, 2
LIVED = tuple(1 + n // EACH for n in range(DRAWS * EACH))
BETWEEN, WITHIN = 8.0, 3.0


def luck(many, stream):
    return normals(Chance(7, 0), "test.swept", stream, (many, 1))[:, 0]


OF_DRAW, OF_LUCK = BETWEEN * luck(DRAWS, 0), WITHIN * luck(len(LIVED), 1)


def made():
    """Turnover rises by 50 over the hazard's range, by more or less in each draw and by luck."""
    inputs = Inputs("model", ("families.onset_rate",), LIVED, tuple((0.01,) for _ in LIVED))
    asked = Experiment("swept", "Swept", "?", (TINY,), "tiny", len(LIVED), 1, ("turnover",),
                       TINY.start, TINY.end, inputs=inputs)  # fmt: skip
    asked = drawn(replace(asked, design=Design("lhs", samples=12), factors=(HAZARD, CAP)))
    rows = [
        {"scenario": "tiny", "draw": n, "replicate": one,
         "turnover": 10 + (50 + OF_DRAW[LIVED[one] - 1] + OF_LUCK[one]) * (point[0] - 0.11) / 0.06}
        for n, point in enumerate(asked.points, 1) for one in range(len(LIVED))
    ]  # fmt: skip
    comparison = Comparison(SimpleNamespace(experiment=asked))
    vars(comparison).update(runs=pd.DataFrame(rows), scenarios={"tiny": TINY},
                            measures=[MEASURES["turnover"]])  # fmt: skip
    return comparison


COMPARISON = made()


def test_the_change_over_a_range_is_told_from_inputs_and_luck():
    found = section(COMPARISON)
    rows = {row[1]: row for row in found.inputs}
    assert len(rows) == 2
    hazard = rows[next(name for name in rows if "exit" in name.lower() or "leav" in name.lower())]
    cap = rows[next(name for name in rows if name != hazard[1])]
    assert float(hazard[2].replace("+", "")) == pytest.approx(50.0, abs=3.0)
    assert float(hazard[4]) == pytest.approx(OF_DRAW.std(ddof=1), rel=0.1)
    assert float(hazard[5]) == pytest.approx(WITHIN, rel=0.25)
    assert hazard[6] == "100%"
    assert float(cap[4]) == pytest.approx(0.0, abs=0.01)


def test_slopes_are_those_of_each_replicate():
    asked = COMPARISON.experiment
    low, high = np.array([[0.11, 12.0], [0.17, 20.0]])
    unit = (np.array(asked.points) - low) / (high - low)
    each = slopes(COMPARISON.runs, unit, "turnover", "tiny")
    told = sources(by_draw(each[0], LIVED))
    assert len(each) == len(LIVED)
    assert told.draws == DRAWS
    assert each[0].mean() == pytest.approx(told.mean)
    assert each[1].abs().max() < 1e-9


def test_a_replicate_with_too_few_points_is_left_out():
    asked = COMPARISON.experiment
    unit = np.linspace(0, 1, 2 * len(asked.points)).reshape(-1, 2) ** [1, 2]
    rows = COMPARISON.runs.copy()
    rows.loc[(rows["replicate"] == 3) & (rows["draw"] > 2), "turnover"] = np.nan
    each = slopes(rows, unit, "turnover", "tiny")
    assert 3 not in each.index
    assert len(each) == len(LIVED) - 1


def test_without_an_ensemble_nothing_is_told_apart():
    from sim.report.swept.swept import swept

    alone = Comparison(SimpleNamespace(experiment=replace(COMPARISON.experiment, inputs=None)))
    vars(alone).update(runs=COMPARISON.runs, scenarios={"tiny": TINY},
                       measures=[MEASURES["turnover"]])  # fmt: skip
    assert told_apart(swept(alone)) == []
