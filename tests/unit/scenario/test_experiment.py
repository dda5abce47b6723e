from datetime import date

import pytest

from sim.kernel.errors import InputError
from sim.scenario import altered, compare, load_any, load_experiment, load_scenario
from sim.scenario.check import check_files
from sim.scenario.find import files

PAIR = "experiment: pair\nscenarios: [baseline, just-culture]\n"


@pytest.mark.parametrize("file", sorted(files("experiment")), ids=lambda file: file.stem)
def test_every_shipped_experiment_loads(file):
    experiment = load_experiment(file)
    assert experiment.name == file.stem
    assert experiment.question


def test_the_demo_compares_three_policies_at_sixty_thousand_families():
    demo = load_experiment("demo")
    assert demo.against == "baseline"
    assert len(demo.scenarios) == 4
    assert demo.replicates == 8
    for scenario in demo.scenarios:
        families = sum(one.families for one in scenario.authorities)
        assert len(scenario.authorities) == 4
        assert 55_000 <= families * scenario.population_scale <= 70_000


def test_what_an_experiment_leaves_out_has_sensible_defaults(write):
    pair = load_experiment(write(PAIR))
    assert pair.against == "baseline"
    assert (pair.replicates, pair.measures) == (8, ())
    assert (pair.period_start, pair.period_end) == (date(2026, 4, 1), date(2031, 3, 31))


def test_an_experiment_sets_facts_for_all_its_scenarios_alike(write):
    pair = load_experiment(write(PAIR + "parameters: {casework.discrimination: 2.4}\n"))
    assert {one.parameters["casework.discrimination"] for one in pair.scenarios} == {2.4}


def test_an_experiment_may_move_all_its_scenarios_to_another_place(write):
    pair = load_experiment(write(PAIR + "place: england-10\npopulation_scale: 0.3\n"))
    assert {len(one.authorities) for one in pair.scenarios} == {10}


def test_a_scenario_alone_is_compared_with_the_baseline():
    experiment = load_any("just-culture")
    assert [one.name for one in experiment.scenarios] == ["baseline", "just-culture"]
    assert experiment.against == "baseline"


SMALL = (
    "scenario: small\nextends: tiny\nactions:\n"
    "  - {action: span, from: 2024-04, change: {management.span: {to: 4}}}\n"
    "shocks:\n  - {shock: publicised_death, at: 2024-05}\n"
)


LONGER = SMALL.replace("extends: tiny", "extends: baseline\nhorizon: {past: 20 years}")


@pytest.mark.parametrize("text", [SMALL, LONGER])
def test_a_scenario_of_another_world_is_compared_with_itself_without_its_policy(write, text):
    experiment = load_any(write(text))
    without, small = experiment.scenarios
    assert (experiment.against, without.name, small.name) == ("without", "without", "small")
    assert without.title == "The same without the policy"
    assert not without.actions
    assert not without.shocks
    assert without.past_meaning == small.past_meaning
    assert (experiment.period_start, experiment.period_end) == (date(2024, 4, 1), small.end)


def test_a_scenario_of_another_world_without_a_policy_is_shown_alone():
    experiment = load_any("tiny")
    assert ([one.name for one in experiment.scenarios], experiment.against) == (["tiny"], "tiny")


def test_scenarios_of_different_worlds_are_not_compared():
    two = [load_scenario(name) for name in ("just-culture", "tiny")]
    with pytest.raises(InputError, match="“tiny” and “baseline” differ in place, scale or"):
        compare(*two)
    with pytest.raises(InputError, match="“tiny” and “just-culture” differ"):
        compare(two[1], against="just-culture")


def test_an_experiment_refuses_scenarios_with_another_past(write):
    write("scenario: longer\nextends: baseline\nhorizon: {past: 30 years}\n", "longer.yaml")
    with pytest.raises(InputError, match=r"E408[\s\S]*“longer” and “baseline” differ in place"):
        load_experiment(write("experiment: pair\nscenarios: [baseline, longer.yaml]\n"))


def test_an_experiment_is_told_from_a_scenario_by_what_it_says(write):
    assert load_any(write(PAIR)).name == "pair"


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("extends: baseline\n", "“scenario” is missing here"),
        ("extends: baseline\nplace: england-4\n", "“scenario” is missing here"),
        ("scenarios: [baseline]\n", "“experiment” is missing here"),
        ("authorities: []\n", "“place” is missing here"),
    ],
)
def test_a_file_without_its_name_is_read_as_what_it_looks_like(write, text, lacking):
    file = write(text)
    with pytest.raises(InputError, match=lacking):
        check_files([str(file)])
    if "authorities" not in text:
        with pytest.raises(InputError, match=lacking):
            load_any(file)


def test_scenarios_may_be_compared_with_another_than_the_baseline():
    two = [load_scenario(name) for name in ("just-culture", "second-opinion")]
    assert compare(*two, against="just-culture").against == "just-culture"


def test_replicates_and_seed_may_be_altered():
    demo = altered(load_experiment("demo"), 2, None)
    assert (demo.replicates, demo.seed) == (2, 20260401)


SPAN = "scenario: narrow-span\nextends: just-culture\n"


def test_what_is_compared_with_may_be_a_file_of_another_name(write):
    file = write(SPAN, "span.yaml")
    alone = compare(load_scenario(file), against="span.yaml")
    assert [one.name for one in alone.scenarios] == [alone.against] == ["narrow-span"]
    two = compare(load_scenario("just-culture"), against=file)
    assert [one.name for one in two.scenarios] == ["narrow-span", "just-culture"]
    assert (two.against, two.name) == ("narrow-span", "just-culture")
    both = compare(load_scenario("just-culture"), load_scenario(file), against="span.yaml")
    assert [one.name for one in both.scenarios] == ["just-culture", "narrow-span"]
    assert both.against == "narrow-span"


def test_what_is_compared_with_may_be_a_scenario():
    culture = load_scenario("just-culture")
    asked = compare(load_scenario("second-opinion"), against=culture)
    assert (asked.against, asked.scenarios[0]) == ("just-culture", culture)


def test_scenarios_of_one_name_are_refused(write):
    write(SPAN, "one.yaml")
    write(SPAN.replace("just-culture", "second-opinion"), "two.yaml")
    one, two = load_scenario("one.yaml"), load_scenario("two.yaml")
    for given, against in (((one, two), "baseline"), ((one,), "two.yaml")):
        with pytest.raises(InputError) as raised:
            compare(*given, against=against)
        assert str(raised.value) == (
            "command line  [E204]\n"
            "  Two different scenarios are called “narrow-span”, and reports tell scenarios apart "
            "by their names alone.\n"
            "  Give each a name of its own: after “scenario:” in its file, or as name= in "
            "sim.change."
        )
    with pytest.raises(InputError) as raised:
        compare(one, load_scenario("one.yaml"))
    assert str(raised.value) == (
        "command line  [E204]\n  “narrow-span” is here twice.\n  Name it once."
    )


def test_a_comparison_of_nothing_is_refused():
    with pytest.raises(InputError) as raised:
        compare()
    assert str(raised.value) == (
        "command line  [E901]\n"
        "  There is no scenario to run.\n"
        "  Name one or more; `cpsim show` lists them."
    )


@pytest.mark.parametrize(
    ("replicates", "seed", "told"),
    [
        (0, None, "replicates is 0.\n  It must be 1 or more."),
        (-3, None, "replicates is -3.\n  It must be 1 or more."),
        (2.5, None, "replicates is “2.5”, and a whole number is needed.\n  Write 1 or more"),
        (None, -1, "seed is -1.\n  It must be 0 or more."),
    ],
)
def test_numbers_that_cannot_be_are_refused(replicates, seed, told):
    with pytest.raises(InputError) as raised:
        altered(load_experiment("demo"), replicates, seed)
    assert told in str(raised.value)


def test_a_shipped_policy_may_be_looked_at_before_it_is_phased_in(write):
    file = write("experiment: interim\nscenarios: [baseline, caseload-cap]\n"
                 "horizon: {end: 2026-12}\n")  # fmt: skip
    policy = load_experiment(file).scenarios[1]
    assert policy.end == date(2026, 12, 31)
    assert max(one.phase_in_weeks for one in policy.actions) > 52


def test_an_experiment_given_for_a_scenario_is_told_as_what_it_is(write):
    file = write("experiment: e07\nscenario: [baseline, tiny]\n", "e07.yaml")
    with pytest.raises(InputError) as raised:
        load_scenario(file)
    (problem,) = raised.value.problems
    assert (problem.code, problem.line, problem.message) == ("E201", 1, "This is no scenario.")
    assert problem.advice == "This is an experiment, and `cpsim run` reads those."


def test_what_is_foretold_of_a_policy_is_not_foretold_without_it(write):
    action = "  - {action: cap, from: year 1, change: {management.span: {to: 5}}}\n"
    head = "scenario: small-cap\nextends: tiny\nexpect: [turnover falls]\nactions:\n"
    file = write(head + action)
    without, policy = compare(load_scenario(file)).scenarios
    assert (without.name, policy.name) == ("without", "small-cap")
    assert (len(policy.expectations), without.expectations) == (1, ())
