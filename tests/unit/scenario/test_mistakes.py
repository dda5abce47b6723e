"""What is said of mistakes: where they stand, and a way out that makes sense."""

import re

import pytest

from sim.kernel.errors import InputError
from sim.kernel.quantities import example, formatted, parse
from sim.parameters.registry import registry
from sim.scenario import load_experiment, load_place, load_scenario
from sim.scenario.experiment import load_any
from sim.scenario.reading.values import fitting

HEAD = "scenario: mine\nextends: baseline\n"
SUPPLEMENT = (
    HEAD + "actions:\n  - action: pay\n    from: 2026-04\n"
    "    change: {{workforce.pay_supplement: {{{}}}}}\n"
)
ONSET = registry()["families.onset_rate"].default
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


@pytest.mark.parametrize(
    ("section", "allowed"),
    [("loops", "`cpsim loops` lists them."), ("couplings", "Allowed here: labour_market, ")],
)
def test_a_switch_unlike_any_is_answered_with_what_is_allowed(told, section, allowed):
    ((_, message, advice),) = told(HEAD + f"{section}: {{zzz: off}}\n")
    assert message == f"There is no switch called “zzz” among the {section}."
    assert advice.startswith(allowed)


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


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("families.onset_rate", formatted(ONSET, "per year")),
        ("families.severity_growth", "0.2 per year"),
    ],
)
def test_an_example_lies_within_the_limits_of_what_it_is_for(told, name, shown):
    ash = "{name: Ash, families: 40000, kind: county, region: North}"
    text = f"place: mine\nauthorities:\n  - {ash}\nparameters: {{{name}: 14}}\n"
    ((_, message, _),) = told(text, load_place)
    assert message.endswith(f": “14” has no unit: write for example {shown}.")


def test_every_example_that_is_printed_can_be_read_and_lies_within_the_limits():
    for one in registry().values():
        shown = fitting(f"for example {example(one.unit)}", one).removeprefix("for example ")
        for each in re.split(", | or ", shown):
            assert one.low <= parse(each, one.unit) <= one.high, one.name


def test_an_empty_list_of_measures_is_no_list(told):
    text = "experiment: pair\nscenarios: [baseline, caseload-cap]\nmeasures: []\n"
    assert told(text, load_experiment) == [
        (3, "“measures” is empty.", "Write at least one entry, or delete the line.")
    ]


@pytest.mark.parametrize("key", ["name", "region"])
def test_a_name_or_region_of_nothing_is_no_value(told, key):
    entry = {"name": "Ash", "families": "40000", "kind": "county", "region": "North", key: '""'}
    said = "\n    ".join(f"{one}: {value}" for one, value in entry.items())
    ((_, message, _),) = told(f"place: mine\nauthorities:\n  - {said}\n", load_place)
    assert message == f"“{key}” has no value."


def test_a_lever_set_to_what_it_is_already_does_nothing(told):
    ((line, message, _),) = told(SUPPLEMENT.format("to: 0%"))
    assert (line, message) == (6, "Pay above the usual rate: this leaves it as it is.")


def test_a_lever_may_be_set_back_by_a_later_action(write):
    back = "  - {action: back, from: 2028-04, change: {workforce.pay_supplement: {to: 0%}}}\n"
    text = SUPPLEMENT.format("to: 10%").replace(
        "from: 2026-04", "from: 2026-04\n    until: 2028-03"
    )
    assert len(load_scenario(write(text + back)).actions) == 2


def test_a_law_of_a_name_there_is_stands_at_its_own_entry(told):
    law = "  - law: family-help\n    from: 2026-04\n    change: {management.span: {to: 4}}\n"
    assert told(f"{HEAD}law:\n{law}") == [
        (4, "There is another law called “family-help”.",
         "Give it a name of its own, or drop the other.")
    ]  # fmt: skip


def test_a_kind_there_is_none_of_is_not_taken_for_another(told):
    text = (
        "place: mine\nauthorities:\n"
        "  - {name: Ash, families: 40000, kind: borough, region: North}\n"
        "local:\n  - where: {kind: london}\n    parameters: {families.trust_start: 0.6}\n"
    )
    assert [message for _, message, _ in told(text, load_place)] == [
        "“borough” is not one of those allowed."
    ]


def test_a_name_beside_a_file_of_that_name_is_answered_with_the_file(write):
    write(HEAD, "up.yaml")
    with pytest.raises(InputError) as refused:
        load_any("up")
    assert refused.value.problems[0].advice == "Did you mean the file “up.yaml”?"
