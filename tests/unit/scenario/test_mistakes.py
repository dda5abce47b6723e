"""What is said of mistakes: where they stand, and a way out that makes sense."""

import pytest

from sim.kernel.errors import InputError
from sim.scenario import load_experiment, load_scenario

HEAD = "scenario: mine\nextends: baseline\n"
SUPPLEMENT = (
    HEAD + "actions:\n  - action: pay\n    from: 2026-04\n"
    "    change: {{workforce.pay_supplement: {{{}}}}}\n"
)
PRICED = HEAD + (
    "actions:\n  - action: posts\n    from: 2026-04\n"
    "    change: {{management.span: {{to: 4}}}}\n    cost: {{yearly: £1m, prices: {}}}\n"
)


@pytest.fixture
def told(write):
    """Tell what is wrong with a text: line, message and advice of each problem."""

    def told_of(text, load=load_scenario):
        with pytest.raises(InputError) as raised:
            load(write(text))
        return [(one.line, one.message, one.advice) for one in raised.value.problems]

    return told_of


def test_what_an_entry_of_a_list_lacks_is_told_once_at_that_entry(told):
    text = HEAD + (
        "actions:\n  - action: one\n    from: 2026-04\n    change: {management.span: {to: 4}}\n"
        "  - action: two\n    change: {management.span: {by: 1}}\n"
        "  - action: three\n"
    )
    assert told(text) == [
        (7, "“from” is missing here.", "Add from: 2026-04."),
        (9, "“from” and “change” are missing here.",
         "Add from: 2026-04 and change: {management.span: {to: 4}}."),
    ]  # fmt: skip


def test_what_a_map_lacks_is_told_at_its_name(told):
    text = "experiment: pair\nscenarios: [baseline]\nperiod: {from: 2026-04}\n"
    assert told(text, load_experiment) == [(3, "“to” is missing here.", "Add to: 2031-03.")]


def test_a_setting_unlike_any_is_answered_with_all_there_are(told):
    ((line, message, advice),) = told(HEAD + "zzz: 1\n")
    assert (line, message) == (3, "“zzz” is not a setting here.")
    assert advice.startswith("Allowed here: scenario, title, question, extends, combine, ")


@pytest.mark.parametrize("section", ["loops", "couplings"])
def test_a_switch_unlike_any_is_answered_with_what_is_allowed(told, section):
    ((_, message, advice),) = told(HEAD + f"{section}: {{zzz: off}}\n")
    assert message == f"There is no switch called “zzz” among the {section}."
    assert advice.startswith("Allowed here")


@pytest.mark.parametrize(
    ("change", "advice"),
    [("to: 15", "Did you mean 15%?"), ("to: 90%", ""), ("to: 1500%", ""), ("to: 0.9", ""),
     ("to: 90", ""), ("by: 0.5", "")],
)  # fmt: skip
def test_a_share_beyond_its_limit_is_corrected_only_where_the_sign_was_left_out(
    told, change, advice
):
    ((_, message, said),) = told(SUPPLEMENT.format(change))
    assert "is outside its limits, 0% to 40%." in message
    assert said == advice


@pytest.mark.parametrize("year", ["1925-26", "1890-91", "2009-10", "2031-32", "2098-99"])
def test_prices_are_of_a_year_between_2010_and_the_end_of_the_run(told, year):
    ((_, message, _),) = told(PRICED.format(year))
    assert message == f"“{year}” is outside what is possible, 2010-11 to 2030-31."


@pytest.mark.parametrize("year", ["2010-11", "2025-26", "2030-31"])
def test_prices_of_the_years_between_are_taken(write, year):
    assert load_scenario(write(PRICED.format(year))).actions[0].cost.prices == year
