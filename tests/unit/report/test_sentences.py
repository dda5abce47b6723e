"""Sentences: a finding never says more than its interval allows."""

from dataclasses import replace

import pytest

from sim.report.numbers import counted, listed, mid, plain, shown, signed
from sim.report.words.effect import Effect, Subject
from sim.report.words.sentences import (
    about_one_measure,
    count_clear,
    direction,
    full_sentence,
    sentence,
    verdict,
)

TURNOVER = Subject("turnover", "Staff turnover", "lower", 0.5, shown("% a year", 1, 16))
TITLES = {"cap": "Caseload cap", "help": "Early help"}


def effect(change, half, adjusted, scenario="cap", measure="turnover"):
    low, high = change - adjusted, change + adjusted
    return Effect(
        measure, scenario, 16.0, change, change - half, change + half, low, high,
        low > 0 or high < 0, 8, 1.0, 0.01, 8,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("change", "adjusted", "expected"),
    [
        (-2.6, 0.7, "clear"),
        (-0.3, 0.1, "clear but small"),
        (-0.1, 0.2, "no change that matters"),
        (-0.6, 0.9, "not clear"),
    ],
)
def test_a_verdict_follows_the_adjusted_interval_and_what_matters(change, adjusted, expected):
    assert verdict(effect(change, adjusted / 2, adjusted), TURNOVER) == expected


def test_a_clear_change_is_told_with_its_adjusted_interval():
    told = sentence(effect(-2.6, 0.5, 0.7), TURNOVER, "Caseload cap")
    assert told == (
        "Staff turnover down about 2.6 percentage points (1.9 to 3.3) with “Caseload cap”"
    )


def test_an_interval_that_excludes_no_change_only_before_adjustment_is_not_clear():
    told = sentence(effect(-0.6, 0.5, 0.9), TURNOVER, "Caseload cap")
    assert told == "No clear change in staff turnover with “Caseload cap”"


def test_a_change_that_may_be_too_small_is_told_so():
    told = sentence(effect(-0.7, 0.3, 0.5), TURNOVER, "Caseload cap")
    assert "perhaps too little to matter" in told


def test_no_direction_is_ever_told_unless_the_change_is_clear():
    for change in (-3.0, -0.4, 0.0, 0.4, 3.0):
        for adjusted in (0.1, 0.5, 2.0, 4.0):
            one = effect(change, adjusted / 2, adjusted)
            words = {
                sentence(one, TURNOVER, "Caseload cap"),
                about_one_measure([one], TURNOVER, TITLES),
                full_sentence([one], TURNOVER, TITLES),
            }
            directed = any(
                word in text for text in words for word in (" up ", " down ", "higher", "lower")
            )
            assert directed == one.clear


def test_an_answer_names_clear_policies_first_and_the_rest_as_unclear():
    both = [effect(0.1, 0.5, 0.9, "help"), effect(-2.6, 0.5, 0.7)]
    assert full_sentence(both, TURNOVER, TITLES) == (
        "In the simulation, staff turnover would be about 2.6 percentage points lower (1.9 to 3.3) "
        "with “Caseload cap”; no clear change with “Early help”."
    )
    assert full_sentence(both[:1], TURNOVER, TITLES) == (
        "The simulation shows no clear change in staff turnover with “Early help”."
    )


def test_counts_of_clear_changes():
    both = [effect(-2.6, 0.5, 0.7), effect(0.1, 0.5, 0.9, "help")]
    assert count_clear(both, TITLES) == (
        "Clear changes among 1 measures: 1 with “Caseload cap” and none with “Early help”"
    )
    assert (
        count_clear(both[1:], TITLES) == "No clear change in any of the 1 measures with any policy"
    )


def test_better_and_worse_follow_the_measure():
    more = Subject("found", "Harm found", "higher", 1.0, TURNOVER.shown)
    neutral = Subject("referrals", "Referrals", "neither", 1.0, TURNOVER.shown)
    assert direction(effect(-2, 1, 1), TURNOVER) == "better"
    assert direction(effect(-2, 1, 1), more) == "worse"
    assert direction(effect(2, 1, 1), neutral) == "changed"


@pytest.mark.parametrize(
    ("value", "decimals", "level", "change"),
    [
        (-2.6, 1, "−2.6", "−2.6"),
        (3.0, 1, "3.0", "+3.0"),
        (-0.04, 1, "0.0", "0.0"),
        (12345.6, 0, "12,346", "+12,346"),
        (float("nan"), 1, "not known", "not known"),
    ],
)
def test_numbers_have_true_minus_signs_and_fixed_decimals(value, decimals, level, change):
    assert (plain(value, decimals), signed(value, decimals)) == (level, change)


def test_pounds_are_told_by_the_million_and_billion():
    assert shown("£", 0, 2.4e6).size(2.4e6) == "£2.4 million"
    assert shown("£ a year", 0, 1.26e10).size(1.4e8) == "£0.14 billion a year"
    assert shown("£ per child a year", 0, 1230).size(-14.2) == "£14 per child a year"


def test_units_in_sentences():
    assert shown("cases per FTE", 1, 16).size(-1.9) == "1.9 cases per FTE"
    assert shown("level", 3, 0.2).size(0.02) == "0.020"
    assert shown("%", 1, 50).changes(-3.3, -1.9) == "−3.3 to −1.9"


def test_words_in_a_row():
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
    assert mid("Section 47 enquiries") == "section 47 enquiries"
    assert mid("NHS staff") == "NHS staff"
    assert counted(1, "authority", "authorities") == "one authority"
    assert counted(12, "policy", "policies") == "12 policies"


def test_what_no_replicate_knows_is_not_told_as_no_clear_change():
    nan = float("nan")
    blank = replace(effect(nan, nan, nan, "help"), clear=False, n=0)
    assert about_one_measure([effect(-0.6, 0.5, 0.9), blank], TURNOVER, TITLES) == (
        "No clear change in staff turnover with “Caseload cap”; not known with “Early help”"
    )
    assert about_one_measure([effect(-2.6, 0.5, 0.7), blank], TURNOVER, TITLES).endswith(
        "with “Caseload cap”; not known with “Early help”"
    )
