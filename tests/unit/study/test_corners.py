"""Corners of the levers: the design's balance, verdicts by hand, and the picture."""

import numpy as np
import pandas as pd
import pytest

from sim.parameters.registry import registry
from sim.report.studies import corners as picture
from sim.scenario import load_scenario
from sim.study.built_in.corners.course import WATCHED, bounded, little, verdict
from sim.study.built_in.corners.design import COLUMNS, CORNERS, at_corner, corner, levers
from sim.study.built_in.corners.study import NOTHING, going_on, judged

DESIGN = np.array([list(corner(n).values()) for n in range(CORNERS)])
HIGH = np.array([registry()[name].high for name in levers()])


def test_each_lever_is_low_in_half_of_the_corners():
    assert DESIGN.shape == (CORNERS, len(levers()))
    assert ((DESIGN == HIGH).sum(axis=0) == CORNERS / 2).all()


def test_the_first_31_levers_are_moved_apart_from_one_another():
    signs = np.where(HIGH == DESIGN, 1, -1)[:, :COLUMNS]
    np.testing.assert_array_equal(signs.T @ signs, CORNERS * np.eye(COLUMNS))
    assert len({tuple(one) for one in DESIGN.tolist()}) == CORNERS


def test_a_corner_moves_every_lever_on_the_first_day_and_leaves_the_past():
    tiny = load_scenario("tiny")
    moved = at_corner(tiny, 3)
    action = moved.actions[-1]
    assert {change.parameter for change in action.changes} == set(levers())
    assert action.start == tiny.start
    assert moved.past_meaning == tiny.past_meaning


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ([5.0] * 5 + [5.2] * 5 + [5.5] * 5, "settled"),
        ([1.0] * 5 + [3.0] * 5 + [4.0] * 5, "slowing"),
        ([5.0] * 5 + [9.0] * 5 + [6.0] * 5, "slowing"),
        ([1.0] * 5 + [2.0] * 5 + [4.0] * 5, "moving"),
        ([10.0] * 5 + [30.0] * 5 + [0.0] * 5, "moving"),  # ever wider swings
        ([0.0] * 5 + [0.01] * 5 + [0.05] * 5, "settled"),
    ],
)
def test_a_stock_settles_slows_or_goes_on(values, told):
    assert verdict(np.array(values), 5.0, 0.0) == told


def test_a_move_of_next_to_nothing_is_none():
    growing = np.array([0.1] * 5 + [0.2] * 5 + [0.4] * 5)
    assert verdict(growing, 0.1, 0.0) == "moving"
    waiting = next(one for one in WATCHED if one.label == "contacts waiting")
    assert verdict(growing, 0.1, little(course(), waiting)) == "settled"


def course(**changes):
    """A run in which nothing moves, but for what is changed."""
    still = {stock.label: 0.5 if stock.over else 10.0 for stock in WATCHED}
    return pd.DataFrame({**still, "children": 1000.0, "posts": 50.0, **changes}, index=range(16))


@pytest.mark.parametrize(
    ("stock", "value"),
    [("children in need", 1001.0), ("quality of supervision", 1.1), ("vacancies", 51.0),
     ("case holders", 151.0), ("contacts waiting", np.nan), ("agency staff", -1.0),
     ("fear of blame", 5.1), ("movement of criteria", -3.1), ("spending controls", 1.1)],
)  # fmt: skip
def test_what_leaves_its_whole_is_not_bounded(stock, value):
    one = next(each for each in WATCHED if each.label == stock)
    assert bounded(course(), one)
    assert not bounded(course(**{stock: [10.0 if not one.over else 0.5] * 15 + [value]}), one)


def test_fear_may_reach_what_full_blame_and_naming_bring_together():
    fear = next(one for one in WATCHED if one.counter == "fear")
    two, three = registry()["media.fear_of_blame"].default, registry()["media.naming"].high
    assert (two, three) == (2.0, 3.0)
    assert bounded(course(**{fear.label: 4.99}), fear)
    assert not bounded(course(**{fear.label: 5.01}), fear)


def lives():
    growing = [10.0] * 6 + [20.0] * 5 + [900.0] * 5
    runs = {(NOTHING, 0.33): course(), ("0", 0.33): course(**{"contacts waiting": growing})}
    return pd.concat([
        one.rename_axis("year").reset_index().melt("year", var_name="stock").assign(
            corner=name, scale=scale, replicate=0)
        for (name, scale), one in runs.items()
    ])  # fmt: skip


def test_what_goes_on_moving_is_named():
    assert going_on(judged(lives())) == ["Corner 0, scale 0.33: contacts waiting goes on moving"]


def test_the_picture_tells_it():
    drawn = picture.figure(lives())
    told = "All 2 worlds stay within bounds, and 1 of 40 courses go on moving at their end"
    assert drawn.title == told
    assert drawn.table.set_index("Stock").loc["Contacts waiting", "Moving"] == 1
