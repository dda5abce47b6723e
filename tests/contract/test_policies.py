"""Policies that come with the model: every room, sized by sources, foretold and priced."""

import re

import pytest
from ruamel.yaml import YAML

from sim.parameters.registry import registry
from sim.scenario import load_scenario
from sim.scenario.find import HOME

FOLDER = HOME / "scenarios/policies"
SOURCES = YAML(typ="safe").load((HOME / "scenarios/sources.yaml").read_text("utf-8"))["sources"]
KEY = re.compile(r"\b(?:demand|workforce|governance|law) [A-Z]?\d[\d.]*\d[a-z]?\b")
BUNDLES = {"bundle-capacity", "bundle-culture"}
POLICIES = sorted(file.stem for file in FOLDER.glob("*.yaml") if file.stem not in BUNDLES)
# The groups of levers in the design, in its order.
ROOMS = (
    "caseloads", "money", "posts and pay", "training", "supervision", "ways of working",
    "blame and learning", "inspection", "leadership", "structures", "what reviews ask for",
    "intervention", "universal services", "early help and intensive work", "current law",
)  # fmt: skip
AMBITION = "an ambition of the chief executives' association in 2008"
AMBITIONS = {
    "no-further-prescription", "adequacy-of-resources", "hardest-to-help",
    "multi-agency-standards", "local-ways-of-working", "training-expectations",
    "public-recognition", "reporting-duty", "annual-safeguarding-report", "public-debate",
}  # fmt: skip


def text(name):
    """A policy's file, its comments run together."""
    written = (FOLDER / f"{name}.yaml").read_text("utf-8")
    return " ".join(line.removeprefix("# ").strip() for line in written.splitlines())


def room(name):
    return re.search(r"Room: ([^.;]+)[.;]", text(name))[1]


def test_there_are_sixteen_policies_and_one_at_least_from_every_room():
    assert len(POLICIES) >= 16
    assert {room(name) for name in POLICIES} == {*ROOMS}


def test_every_ambition_of_the_letters_is_one_policy():
    assert {name for name in POLICIES if AMBITION in text(name)} == AMBITIONS


@pytest.mark.parametrize("name", [*POLICIES, *sorted(BUNDLES)])
def test_a_policy_foretells_what_moves_and_by_which_mechanism(name):
    foretold = load_scenario(name).expectations
    assert foretold
    assert all(one.because for one in foretold)


@pytest.mark.parametrize("name", POLICIES)
def test_the_size_of_a_policy_has_sources_or_is_called_assumed(name):
    said = text(name)
    keys = KEY.findall(said)
    assert not [key for key in keys if key not in SOURCES]
    assert keys or "assumed" in said or name == "without-current-law"


@pytest.mark.parametrize("name", [*POLICIES, *sorted(BUNDLES)])
def test_an_action_states_what_the_model_does_not_count(name):
    for action in load_scenario(name).actions:
        assert action.cost.prices, action.name
        stated = [one.parameter for one in action.changes if must_state(one.parameter)]
        spent = action.cost.set_up + action.cost.yearly
        assert spent > 0 or not stated, f"{action.name}: {stated} ask for pounds of their own"


def must_state(lever):
    """Whether all that moving a lever takes has to be stated."""
    return registry()[lever].price.startswith("stated: ")


def test_all_that_the_law_sets_is_sized_in_the_baseline():
    written = (HOME / "scenarios/baseline.yaml").read_text("utf-8")
    keys = KEY.findall(written)
    assert {"law 01", "law 02", "demand 5.25", "workforce W314"} <= {*keys}
    assert not [key for key in keys if key not in SOURCES]
