"""Regression to the mean: judgements in pairs, pooled by hand, in words and as a picture."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from sim.parameters.loops import Loops
from sim.parameters.section import declared
from sim.report.figures.style import NARROW, WIDE, house_style
from sim.report.studies.regression import figure
from sim.study.built_in.regression import pairs
from sim.study.built_in.regression.pairs import added, pairs_of, pooled
from sim.study.built_in.regression.study import IMPROVE, MORE, OFF, ON, regression, told
from sim.study.built_in.study import Size
from sim.world.settings import GRADES
from tests.worlds import small

JUDGED = pd.DataFrame(
    {"week": [10, 10, 30, 60, 12], "authority": ["A", "A", "A", "A", "B"],
     "visit": ["full", "full", "monitoring", "full", "full"],
     "area": ["help and protection", "leaders", *["help and protection"] * 3],
     "grade": ["inadequate", "good", "good", "good", "outstanding"]}
)  # fmt: skip
QUARTERS = pd.DataFrame(
    {"authority": ["A", "A", "A", "B"], "quintile": 0, "first_week": [0, 13, 52, 0],
     "quality_weeks": [6.5, 13.0 * 0.6, 13.0 * 0.8, 9.0], "weeks": 13}
)  # fmt: skip


def test_each_full_judgement_is_paired_with_the_next_of_its_authority(monkeypatch):
    tables = {"judgements": JUDGED, "quarterly": QUARTERS}
    monkeypatch.setattr(pairs, "run_once", lambda *_: tables)
    found = pairs_of(SimpleNamespace(), 0)
    assert found["first"].tolist() == [GRADES.index("inadequate")]
    assert found["judgement"].tolist() == [2]
    assert found["practice"].tolist() == pytest.approx([0.7 - 0.5])


def test_replicates_of_unequal_size_are_pooled_with_their_jackknife():
    sums, counts = np.array([2.0, 0.0, 4.0]), np.array([1.0, 1.0, 2.0])
    part = pooled((sums, counts))
    assert part.mean == 6 / 4
    without = np.array([4 / 3, 6 / 3, 2 / 2])
    error = np.sqrt(2 / 3 * ((without - without.mean()) ** 2).sum())
    assert part.high - part.mean == pytest.approx(4.302653 * error, rel=1e-5)
    assert pooled((sums, counts), (sums, counts)) == (0.0, 0.0, 0.0)


def test_changes_are_added_up_by_first_grade():
    runs = [pd.DataFrame({"first": [0, 0, 2], "judgement": [1.0, 2.0, -1.0]})] * 2
    sums, counts = added(runs, 0, "judgement")
    assert (sums.tolist(), counts.tolist()) == ([3.0, 3.0], [2.0, 2.0])


def test_what_is_switched_off_are_loops():
    assert set(IMPROVE) <= set(declared(Loops))


@pytest.fixture(scope="module")
def table():
    busy = {"inspection.cycle_weeks": 26.0, "inspection.inadequate_cycle_weeks": 26.0,
            "inspection.cycle_spread": 0.0, "inspection.noise": 0.15}  # fmt: skip
    return regression(small(families=2640, past=2, years=3, parameters=busy), 4)


def test_noisy_judgements_rise_after_bad_and_fall_after_good_ones_by_themselves(table):
    rows = table[(table["what"] == "judgement") & (table["loops"] == OFF)].set_index("first")
    assert rows.loc["inadequate", "mean"] > 0
    assert rows["mean"].iloc[-1] < rows["mean"].iloc[0]


def test_what_the_loops_add_is_the_difference(table):
    for _, rows in table.groupby(["first", "what"]):
        means = rows.set_index("loops")["mean"]
        assert means[MORE] == pytest.approx(means[ON] - means[OFF])


def test_it_is_told_in_words_and_drawn(table):
    words = told(table, Size(4, 3))
    assert "inadequate" in words
    assert "4 replicates of 3 years." in words
    drawn = figure(table)
    assert drawn.title.startswith("After an inadequate judgement the next is +")
    with house_style("test"):
        for canvas in (WIDE, NARROW):
            assert all(sheet(canvas).get_axes() for sheet in drawn.sheets)
