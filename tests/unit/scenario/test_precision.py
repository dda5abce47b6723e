"""Replicates until effects are precise, as an experiment's file asks for them."""

import pytest

from sim.kernel.errors import InputError
from sim.scenario import altered, load_experiment
from sim.scenario.goal.precision import Precision
from sim.scenario.telling.others import experiment_rows

TOP = "experiment: mine\nscenarios: [baseline, caseload-cap]\n"


def test_only_the_half_width_must_be_said(write):
    asked = load_experiment(write(TOP + "measures: turnover\nreplicates: {half_width: 10%}\n"))
    assert asked.precision == Precision(0.1, "effect", ("turnover",), 20, 5, 2, 200)
    assert asked.replicates == 20


def test_every_setting_is_read(write):
    asked = load_experiment(write(
        TOP + "replicates: {half_width: 5%, of: level, measures: [fear, safety], start: 8, "
        "step: 4, look_ahead: 0, most: 40}\n"
    ))  # fmt: skip
    assert asked.precision == Precision(0.05, "level", ("fear", "safety"), 8, 4, 0, 40)


def test_a_number_is_a_number_still(write):
    asked = load_experiment(write(TOP + "replicates: 12\n"))
    assert (asked.replicates, asked.precision) == (12, None)


def test_a_number_given_by_hand_takes_its_place(write):
    asked = load_experiment(write(TOP + "measures: fear\nreplicates: {half_width: 10%}\n"))
    assert altered(asked, 3, None).precision is None
    assert altered(asked, None, 5).precision == asked.precision


def test_it_is_told_in_words(write):
    asked = load_experiment(write(TOP + "measures: fear\nreplicates: {half_width: 10%}\n"))
    told = [text.strip() for text, _ in experiment_rows(asked)]
    assert "replicates: 20 to 200, until fear within 10% of effect" in told


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{start: 20}", "half_width"),
        ("{half_width: 10%}", "It is not said which effects are to be precise."),
        ("{half_width: 10%, measures: fears}", "There is no measure called “fears”."),
        ("{half_width: 10%, measures: fear, of: change}", "“change” is not one of those allowed."),
        ("{half_width: 0%, measures: fear}", "“0%” is outside what is possible"),
        ("{half_width: 10%, measures: fear, start: 2}", "“2” is not a whole number, 3 or more."),
        ("{half_width: 10%, measures: fear, most: 10}",
         "There are 20 replicates at the first look already."),
        ("{half_width: 10%, measures: fear, until: 5}", "until"),
        ("many", "“many” is not a whole number"),
    ],
)  # fmt: skip
def test_each_mistake_is_told(write, written, said):
    with pytest.raises(InputError) as told:
        load_experiment(write(f"{TOP}replicates: {written}\n"))
    assert said in str(told.value)


def test_a_design_goes_with_a_plain_number(write):
    text = (
        TOP + "measures: fear\nreplicates: {half_width: 10%}\n"
        "factors: {management.span: {low: 4, high: 8}}\ndesign: {method: lhs, samples: 4}\n"
    )
    with pytest.raises(InputError, match="Replicates until effects are precise go with no design"):
        load_experiment(write(text))
