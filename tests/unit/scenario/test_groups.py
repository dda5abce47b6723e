"""Groups of authorities that an experiment tells apart."""

import pytest

from sim.kernel.errors import InputError
from sim.scenario import load_experiment
from sim.scenario.place import Group

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
