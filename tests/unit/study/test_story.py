"""Whose story is told: rules that pick, lives that part, and what is refused."""

from types import SimpleNamespace

import pytest

from sim.kernel.errors import InputError
from sim.scenario import load_scenario
from sim.study.plan import model_version
from sim.study.story.asking import asked_for, described, new_folder
from sim.study.story.life import part
from sim.study.story.pick import RULES, numbered, pick
from sim.study.story.watch import Incident, Plan, Spell
from tests.diaries import diary

SPELLS = [
    Spell(4, 10, 60, False, 0), Spell(5, 10, 90, True, 3), Spell(6, 20, 100, False, 2),
    Spell(3, 20, 100, True, 0),
]  # fmt: skip
PLANS = [Plan(7, 5, 30, True), Plan(8, 5, 90, False), Plan(9, 6, 31, True)]
INCIDENTS = [Incident(2, 40, False, True), Incident(9, 12, False, True),
             Incident(1, 12, False, True), Incident(0, 3, True, False),
             Incident(5, 50, True, True)]  # fmt: skip


def watch(spells=SPELLS, plans=PLANS, incidents=INCIDENTS):
    return SimpleNamespace(found_spells=spells, found_plans=plans, incidents=incidents)


@pytest.mark.parametrize(
    ("rule", "family", "week", "many"),
    [
        ("missed-longest", 5, 10, 4), ("missed-though-known", 5, 10, 2),
        ("needless-plan", 7, 5, 2), ("serious-incident", 1, 12, 4),
        ("incident-though-known", 5, 50, 1),
    ],
)  # fmt: skip
def test_a_rule_picks_what_it_says(rule, family, week, many):
    picked = pick(rule, watch())
    assert (picked.whose, picked.week, picked.many) == (family, week, many)
    assert picked.said == RULES[rule].said


def test_of_equals_the_lower_number_is_picked():
    assert pick("missed-longest", watch(SPELLS[2:])).whose == 3


def test_a_rule_that_compares_counts_both_ways():
    there = [Spell(4, 10, 20, True, 0), Spell(6, 20, 100, False, 2), Spell(5, 10, 95, False, 3)]
    picked = pick("missed-here", watch(), watch(there))
    assert (picked.whose, picked.many, picked.other_way) == (4, 1, 1)


@pytest.mark.parametrize("rule", RULES)
def test_a_run_without_such_a_family_is_told(rule):
    nobody = watch([], [], [])
    with pytest.raises(InputError) as raised:
        pick(rule, nobody, nobody)
    assert str(raised.value) == (
        f"command line  [E901]\n  No family fits “{rule}” in this run: it holds no "
        f"{RULES[rule].candidates}.\n"
        "  Try another --replicate or --pick, or a scenario with more families or years."
    )


def test_a_family_given_by_number_needs_no_rule():
    assert (numbered(7).whose, numbered(7).week, numbered(7).rule) == (7, None, "")


def test_lives_part_at_the_first_row_that_differs():
    one = diary((3, "families", {"truth.harm": 1}), (4, "families", {"truth.harm": 0}))
    other = diary((3, "families", {"truth.harm": 1}), (5, "families", {"truth.harm": 0}))
    mine, theirs = part(one, other)
    assert (mine.week, theirs.week) == (4, 5)
    assert part(one, one) is None


def test_a_life_that_has_more_rows_parts_where_the_other_ends():
    one = diary((3, "families", {"truth.harm": 1}))
    more = diary((3, "families", {"truth.harm": 1}), (4, "families", {"truth.harm": 0}))
    assert part(one, more) == (None, more.entries[-1])


def refused(*names, **options):
    with pytest.raises(InputError) as raised:
        asked_for(*names, **options)
    return str(raised.value).split("\n  ", 1)[1]


def test_a_rule_that_there_is_not_is_refused():
    assert refused("tiny", pick="saddest") == (
        "There is no rule “saddest” to pick a family by.\n"
        "  There are: missed-longest, missed-though-known, missed-here, needless-plan, "
        "serious-incident, incident-though-known."
    )


def test_a_rule_and_a_number_at_once_are_refused():
    assert refused("tiny", pick="missed-longest", family=3) == (
        "--pick and --family both say which family is told.\n  Give one of them."
    )


def test_a_rule_that_compares_needs_two_scenarios():
    assert refused("tiny", pick="missed-here") == (
        "“missed-here” compares two scenarios, and one is given.\n  Add --against SCENARIO."
    )


def test_a_twin_in_another_world_is_refused():
    assert refused("tiny", "baseline") == (
        "“baseline” and “tiny” differ in place, scale, facts or horizon, so a family of one has no "
        "twin in the other.\n  Give --against a scenario of the same place and horizon."
    )


def test_a_twin_that_would_live_the_same_life_is_refused():
    assert refused("tiny", "tiny") == (
        "“tiny” and “tiny” mean the same, so both lives would be one.\n"
        "  Give --against another scenario."
    )


def test_a_twin_that_an_experiment_does_not_have_is_refused():
    assert refused("demo", "second-opinion") == (
        "“second-opinion” is no scenario of “demo”.\n"
        "  There are: baseline, caseload-cap, funding-early-help, just-culture."
    )


def test_an_experiment_brings_its_scenarios_and_its_seed():
    asked = asked_for("demo", "just-culture")
    assert (asked.scenario.name, asked.against.name) == ("baseline", "just-culture")
    assert asked.seed == 20260401
    assert asked_for("demo", seed=7).seed == 7


def test_a_life_under_any_scenario_of_an_experiment_may_be_told():
    asked = asked_for("demo", "baseline", scenario="just-culture", worker="12-3")
    assert (asked.scenario.name, asked.against.name) == ("just-culture", "baseline")
    assert refused("demo", scenario="second-opinion").startswith(
        "“second-opinion” is no scenario of “demo”.\n"
    )
    assert refused("tiny", scenario="just-culture") == (
        "--scenario chooses one of an experiment's, and “tiny” is a scenario itself.\n"
        "  Leave it out, or name an experiment or its results."
    )


def test_a_scenario_itself_may_be_given():
    tiny = load_scenario("tiny")
    assert asked_for(tiny, family=3).scenario is tiny
    assert asked_for(tiny).rule == "missed-longest"


def test_results_of_another_model_are_refused(tmp_path, monkeypatch):
    resolved = tmp_path / "resolved"
    resolved.mkdir()
    (resolved / "experiment.json").write_text("{}", encoding="utf-8")
    (tmp_path / "manifest.json").write_text('{"tool": {"model": "older"}}', encoding="utf-8")
    assert refused(str(tmp_path)) == (
        f"{tmp_path} was made with another model (version older; this is {model_version()}), so "
        "its families are not those of this one.\n"
        "  Run the experiment again, or name its scenario."
    )


def test_a_folder_that_holds_something_is_refused(tmp_path):
    asked = asked_for("tiny", family=3)
    (tmp_path / "mine").write_text("x", encoding="utf-8")
    with pytest.raises(InputError) as raised:
        new_folder(asked, tmp_path)
    assert str(raised.value) == (
        f"command line  [E901]\n  {tmp_path} is there already, and nothing is overwritten.\n"
        "  Choose another folder, or leave --out away."
    )
    assert new_folder(asked, tmp_path / "new") == tmp_path / "new"


def test_a_dry_run_says_what_would_be_lived(tmp_path):
    asked = asked_for("demo", "just-culture", pick="missed-here", replicate=2)
    assert described(asked, tmp_path) == {
        "scenario": "baseline", "against": "just-culture", "seed": 20260401, "replicate": 2,
        "pick": "missed-here", "runs": 4, "story": str(tmp_path),
    }  # fmt: skip
