"""Events: each policy with an event is held against itself without it."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from sim.measures import MEASURES
from sim.report.beside.events import done, events, twins
from sim.report.comparison import Comparison
from sim.scenario import load_scenario

NAMES = ("baseline", "high-blame", "death-with-high-blame", "low-blame", "death-with-low-blame")
LEVELS = {"baseline": 16.0, "high-blame": 20.0, "death-with-high-blame": 23.0,
          "low-blame": 14.0, "death-with-low-blame": 14.5}  # fmt: skip


def made(names=NAMES):
    """Made runs: the death adds 3 where blame is high and half of one where it is low."""
    luck = np.linspace(-8, 8, 12)
    runs = pd.DataFrame([
        {"scenario": name, "draw": 0, "replicate": one,
         "turnover": LEVELS[name] + luck[one] + 0.1 * np.sin(one * (1 + names.index(name)))}
        for name in names for one in range(12)
    ])  # fmt: skip
    asked = SimpleNamespace(against="baseline", groups=())
    comparison = Comparison(SimpleNamespace(experiment=asked))
    vars(comparison).update(
        scenarios={name: load_scenario(name) for name in names}, runs=runs,
        measures=[MEASURES["turnover"]],
    )  # fmt: skip
    return comparison


def test_twins_are_the_same_but_for_the_event():
    pairs = {"death-with-high-blame": "high-blame", "death-with-low-blame": "low-blame"}
    assert twins(made()) == pairs


def test_each_is_held_against_its_twin_and_not_against_the_base():
    table = done(made()).set_index("scenario")
    assert table["change"].to_dict() == pytest.approx(
        {"death-with-high-blame": 3.0, "death-with-low-blame": 0.5}, abs=0.3
    )
    assert table["clear"].all()


def test_the_page_lays_them_out_by_place():
    found = events(made())
    assert found.comparisons == 2
    (place,) = found.places
    (row,) = place.rows
    assert [one.change[0] for one in row.cells] == ["+", "+"]


def test_with_one_pair_alone_there_is_no_such_table():
    assert events(made(NAMES[:3])) is None
