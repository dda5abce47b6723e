"""Bundles: policies joined into one, in order, each file once."""

import pytest

from sim.kernel.errors import InputError
from sim.scenario import load_scenario

ONE = """
scenario: one
extends: baseline
actions:
  - {action: cap, from: 2026-04, change: {allocation.caseload_cap: {to: 16 cases}}}
  - {action: pay, from: 2026-04, change: {workforce.pay_supplement: {by: 10%}}}
"""
TWO = """
scenario: two
extends: baseline
actions:
  - {action: more-pay, from: 2026-04, change: {workforce.pay_supplement: {by: 15%}}}
shocks:
  - {shock: publicised_death, at: year 4}
"""
BOTH = "scenario: both\ncombine: [one, two]\n"


@pytest.fixture
def parts(write):
    write(ONE, "one.yaml")
    write(TWO, "two.yaml")
    return write


def names(scenario):
    return [one.name for one in scenario.actions]


def test_a_bundle_joins_what_its_parts_do_in_their_order(parts):
    both = load_scenario(parts(BOTH, "both.yaml"))
    assert names(both) == ["cap", "pay", "more-pay"]
    assert [one.kind for one in both.shocks] == ["publicised_death"]
    assert both.past_meaning == load_scenario("baseline").past_meaning


def test_a_bundle_drops_what_it_names_and_adds_its_own(parts):
    text = BOTH + "drop: [cap, publicised_death]\n" + ONE[ONE.index("actions") :]
    both = load_scenario(parts(text.replace("action: pay", "action: own"), "both.yaml"))
    assert names(both) == ["pay", "more-pay", "cap", "own"]
    assert both.shocks == ()


def test_what_two_parts_rest_on_comes_once(parts):
    parts("scenario: three\nextends: one\n", "three.yaml")
    parts("scenario: four\nextends: one\ncombine: [two]\n", "four.yaml")
    assert names(load_scenario(parts(BOTH.replace("one, two", "three, four"), "both.yaml"))) == [
        "cap", "pay", "more-pay",
    ]  # fmt: skip


def test_a_part_that_drops_an_action_leaves_it_to_the_part_that_keeps_it(parts):
    parts("scenario: three\nextends: one\ndrop: [pay]\n", "three.yaml")
    both = load_scenario(parts(BOTH.replace("two", "three"), "both.yaml"))
    assert names(both) == ["cap", "pay"]


def told(file):
    with pytest.raises(InputError) as raised:
        load_scenario(file)
    return [(one.code, str(one.file), one.message) for one in raised.value.problems]


def test_parts_that_set_one_lever_are_refused_where_they_meet(parts):
    parts(TWO.replace("shocks:\n  - {shock: publicised_death, at: year 4}\n", "")
          + "  - {action: tight, from: 2027-04, change: {allocation.caseload_cap: {to: 12 cases}}}",
          "two.yaml")  # fmt: skip
    assert told(parts(BOTH, "both.yaml")) == [
        ("E407", "both.yaml", "“cap” and “tight” both set allocation.caseload_cap at the same time "
         "in the same place: one.yaml:5 and two.yaml:6."),
    ]  # fmt: skip


def test_a_bundle_may_settle_what_its_parts_disagree_about(parts):
    parts(ONE + "parameters: {management.span: 5}\n", "one.yaml")
    parts(TWO + "parameters: {management.span: 4}\n", "two.yaml")
    assert told(parts(BOTH, "both.yaml")) == [
        ("E411", "both.yaml", "“one” and “two” contradict each other: management.span is 5 in the "
         "first and 4 in the second."),
    ]  # fmt: skip
    settled = load_scenario(parts(BOTH + "parameters: {management.span: 6}\n", "both.yaml"))
    assert settled.parameters == {"management.span": 6.0}


def test_an_end_and_a_number_of_years_are_two_words_for_one_thing(parts):
    parts(TWO + "horizon: {years: 6}\n", "two.yaml")
    assert told(parts(BOTH, "both.yaml")) == [
        ("E411", "both.yaml", "“one” and “two” contradict each other: horizon.end is 2031-03 in "
         "the first and horizon.years is 6 in the second."),
    ]  # fmt: skip
    settled = load_scenario(parts(BOTH + "horizon: {end: 2030-03}\n", "both.yaml"))
    assert settled.end.year == 2030


def test_parts_that_pass_a_limit_together_are_refused(parts):
    parts(TWO.replace("15%", "35%"), "two.yaml")
    assert told(parts(BOTH, "both.yaml")) == [
        ("E303", "two.yaml", "Together with one.yaml:6, pay above the usual rate: 45% is outside "
         "its limits, 0% to 40%."),
    ]  # fmt: skip


def test_what_happens_at_other_times_or_places_adds_nothing_up(parts):
    parts(TWO.replace("by: 15%", "by: 35%").replace("from: 2026-04", "from: 2028-04"), "two.yaml")
    parts(ONE.replace("action: pay,", "action: pay, until: 2028-03,"), "one.yaml")
    assert load_scenario(parts(BOTH, "both.yaml")).actions


def test_a_bundle_moves_levers_only_and_rests_on_nothing_above_it(parts):
    text = BOTH.replace("[one, two]", "[one, both]")
    text += "parameters: {casework.discrimination: 2.4}\n"
    assert [code for code, *_ in told(parts(text, "both.yaml"))] == ["E202", "E205"]
