import pickle
from datetime import date

import pytest

from sim.kernel.errors import InputError
from sim.scenario import Authority, Where, load_place, load_scenario
from sim.scenario.find import HOME, files

MINE = "scenario: mine\nextends: baseline\n"
ACTION = """
actions:
  - action: posts
    title: More posts
    from: 2026-04
    phase_in: 12 months
    change:
      workforce.posts_funded: {multiply: 1.1}
"""


@pytest.mark.parametrize("file", sorted(files("scenario")), ids=lambda file: file.stem)
def test_every_shipped_scenario_loads(file):
    scenario = load_scenario(file)
    assert scenario.name == file.stem
    assert scenario.title
    assert scenario.question


@pytest.mark.parametrize("file", sorted(files("place")), ids=lambda file: file.stem)
def test_every_shipped_place_is_of_invented_authorities(file):
    authorities = load_place(file)
    assert len({one.name for one in authorities}) == len(authorities)


@pytest.mark.parametrize("file", sorted((HOME / "scenarios/policies").glob("*.yaml")))
def test_every_shipped_policy_has_actions_with_prices_from_april_2026(file):
    policy = load_scenario(file)
    assert policy.dated != load_scenario("baseline").dated
    assert all(action.cost.prices for action in policy.actions)
    assert all(action.start >= date(2026, 4, 1) for action in policy.actions)


def test_the_baseline_runs_from_the_base_year():
    baseline = load_scenario("baseline")
    assert (baseline.start, baseline.end) == (date(2023, 4, 1), date(2031, 3, 31))
    assert baseline.past_years == 25
    assert not baseline.actions


def test_an_action_is_read_with_its_dates_and_changes(write):
    (action,) = load_scenario(write(MINE + ACTION)).actions
    assert action.title == "More posts"
    assert action.start == date(2026, 4, 1)
    assert action.until is None
    assert action.phase_in_weeks == 52
    (change,) = action.changes
    assert (change.parameter, change.operation, change.value) == (
        "workforce.posts_funded", "multiply", 1.1,
    )  # fmt: skip


def test_a_child_adds_to_its_parents_actions_and_drops_what_it_names(write):
    write(MINE + ACTION)
    more = "scenario: more\nextends: mine\n" + ACTION.replace("posts\n", "more-posts\n", 1)
    assert [one.name for one in load_scenario(write(more, "more.yaml")).actions] == [
        "posts", "more-posts",
    ]  # fmt: skip
    fewer = load_scenario(write(more + "drop: [posts]\n", "more.yaml"))
    assert [one.name for one in fewer.actions] == ["more-posts"]


def test_the_last_word_on_a_setting_holds(write):
    write(MINE + "parameters: {management.span: 5}\nloops: {silence: off}\n")
    child = "scenario: child\nextends: mine\nparameters: {management.span: 4}\n"
    scenario = load_scenario(write(child + "loops: {silence: on}\n", "child.yaml"))
    assert scenario.parameters == {"management.span": 4.0}
    assert scenario.loops_off == ()


def test_loops_and_couplings_are_switched_off_by_name(write):
    scenario = load_scenario(write(MINE + "loops: {silence: off}\ncouplings: {press: off}\n"))
    assert scenario.loops_off == ("silence",)
    assert scenario.uncoupled == ("press",)


def test_a_shock_says_whom_it_befalls(write):
    one, all_ = load_scenario(
        write(
            MINE + "shocks:\n  - {shock: publicised_death, at: year 4}\n"
            "  - {shock: agency_closed, at: 2027-01, until: 2027-03, agency: school, size: 60%}\n"
        )
    ).shocks
    assert (one.chosen, one.start) == ("one", date(2026, 4, 1))
    assert (all_.chosen, all_.agency, all_.size) == ("all", "school", 0.6)
    assert all_.until == date(2027, 3, 31)


def test_words_comments_and_the_order_of_keys_change_no_meaning(write):
    first = load_scenario(write(MINE + ACTION))
    other = "# why\nquestion: Why?\ntitle: Other\nextends: baseline\nscenario: other\n" + ACTION
    second = load_scenario(write(other.replace("More posts", "Posts"), "other.yaml"))
    assert first.meaning == second.meaning


def test_equal_values_in_other_units_have_equal_meaning(write):
    first = load_scenario(write(MINE + ACTION))
    weeks = ACTION.replace("12 months", "52 weeks")
    assert load_scenario(write(MINE + weeks)).meaning == first.meaning


def test_a_parameter_set_to_its_default_changes_no_meaning(write):
    same = load_scenario(write(MINE + "parameters: {management.span: 6}\n"))
    assert same.meaning == load_scenario("baseline").meaning


def test_every_default_written_out_means_the_baseline(write):
    whole = (HOME / "scenarios/defaults.yaml").read_text("utf-8")
    baseline = (HOME / "scenarios/baseline.yaml").read_text("utf-8")
    assert load_scenario(write(baseline + whole)).meaning == load_scenario("baseline").meaning


def test_actions_change_the_meaning_but_not_the_past(write):
    mine, baseline = load_scenario(write(MINE + ACTION)), load_scenario("baseline")
    assert mine.meaning != baseline.meaning
    assert mine.past_meaning == baseline.past_meaning


@pytest.mark.parametrize(
    "setting", ["loops: {silence: off}", "population_scale: 0.4", "place: england-10"]
)
def test_what_shapes_the_world_shapes_its_past(write, setting):
    mine = load_scenario(write(f"{MINE}{setting}\n"))
    assert mine.past_meaning != load_scenario("baseline").past_meaning


def test_a_scenario_goes_to_workers_and_comes_back_the_same():
    scenario = load_scenario("just-culture")
    assert pickle.loads(pickle.dumps(scenario)) == scenario


def test_each_value_knows_its_file_and_line():
    origins = load_scenario("caseload-cap").origins
    assert origins["place"].endswith("baseline.yaml:11")


def test_all_files_problems_are_raised_together(write):
    write("scenario: mine\nextends: baseline\nplaice: x\n")
    child = write("scenario: child\nextends: mine\ntitel: x\n", "child.yaml")
    with pytest.raises(InputError) as raised:
        load_scenario(child)
    assert [one.file for one in raised.value.problems] == ["child.yaml", "mine.yaml"]


NORTH = Authority("Northmoor", 46875, 0.3, "county", "North", "good", {})


@pytest.mark.parametrize(
    ("where", "meant"),
    [
        (Where(), True),
        (Where(names=("Northmoor",)), True),
        (Where(names=("Eastwick",)), False),
        (Where(kinds=("county",), regions=("South",)), False),
        (Where(help_and_protection=("inadequate",)), True),
        (Where(help_and_protection=("good",)), False),
    ],
)
def test_where_narrows_with_every_line_and_reads_the_judgement_in_force(where, meant):
    assert where.matches(NORTH, "inadequate") is meant
