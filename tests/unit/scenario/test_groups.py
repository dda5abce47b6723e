"""Groups of authorities that an experiment tells apart."""

import pytest

from sim.kernel.chance import Chance
from sim.kernel.errors import InputError
from sim.scenario import load_experiment
from sim.scenario.place import Group
from sim.world.organisations import Sizes
from sim.world.settings import in_force

PAIR = "experiment: pair\nscenarios: [baseline, just-culture]\n"


def test_an_authority_belongs_to_the_first_group_that_it_fits(write):
    found = load_experiment(write(
        f"{PAIR}groups:\n  it: {{name: Northmoor}}\n  towns: {{kind: [metropolitan, london]}}\n"
        "  the rest: {}\n"
    ))  # fmt: skip
    assert found.groups == (
        Group("it", ("Northmoor",)),
        Group("towns", ("Eastwick",)),
        Group("the rest", ("Southmere", "Westholme")),
    )


def test_an_authority_may_be_in_no_group(write):
    found = load_experiment(write(f"{PAIR}groups:\n  north: {{region: North}}\n"))
    assert found.groups == (Group("north", ("Northmoor",)),)
    assert load_experiment(write(PAIR)).groups == ()


def test_a_group_that_nobody_is_left_for_is_refused(write):
    written = write(f"{PAIR}groups:\n  all: {{}}\n  it: {{name: Northmoor}}\n")
    with pytest.raises(InputError) as raised:
        load_experiment(written)
    (problem,) = raised.value.problems
    assert (problem.code, problem.line) == ("E406", 5)
    assert problem.message == "No authority is left for “it”: groups above it have them all."
    assert problem.advice == (
        "Put the narrower group first: an authority belongs to the first that it fits."
    )


def test_groups_go_by_the_place_that_the_experiment_sets(write):
    text = PAIR + "place: england-10\npopulation_scale: 0.34\ngroups:\n  it: {name: Coldwater}\n"
    assert load_experiment(write(text)).groups == (Group("it", ("Coldwater",)),)


def test_seventy_are_told_apart_from_their_neighbours():
    seventy = load_experiment("seventy")
    (it, neighbours) = seventy.groups
    assert it.authorities == ("Northmoor",)
    assert len(neighbours.authorities) == 9
    places = seventy.scenarios[0].authorities
    assert {place.region for place in places} == {"North"}
    assert sum(place.families for place in places) == 60_000 * len(places)


def test_seventy_are_seventy_of_the_posts_that_the_struggling_authority_has():
    asked = load_experiment("seventy")
    base = asked.scenarios[0]
    sizes = Sizes(base, in_force(base).viewed(), Chance(asked.seed, 0), 0)
    posts = sizes.posts[0] / base.population_scale
    assert base.authorities[0].name == "Northmoor"
    changes = {
        (one.name, change.parameter): change.value
        for one in asked.scenarios for action in one.actions for change in action.changes
    }  # fmt: skip
    for policy in ("seventy-trainees", "seventy-with-posts"):
        trainees = changes[policy, "workforce.extra_trainees"]
        assert trainees * posts == pytest.approx(70.0, abs=1.0)
    for policy in ("seventy-with-posts", "seventy-hired"):
        further = changes[policy, "workforce.posts_funded"] - 1.0
        assert further * posts == pytest.approx(70.0, abs=1.0)
