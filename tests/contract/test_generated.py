"""Files written from the code are as the code would write them now."""

import json

import pytest

from sim.parameters.registry import registry
from sim.scenario.experiment import load_experiment
from sim.scenario.find import HOME
from sim.scenario.generated import SHAPES, generated, stale
from sim.study.design.points import drawn


def test_generated_files_are_fresh():
    old = stale(generated().items())
    assert not old, f"stale: {', '.join(map(str, old))}; write them again by: make generated"


@pytest.mark.parametrize("kind", SHAPES)
def test_the_editor_knows_every_parameter_and_what_it_means(kind):
    schema = json.loads((HOME / f"scenarios/schema/{kind}.json").read_text("utf-8"))
    known = schema["$defs"]["Parameters"]["properties"]
    numbers = {name for name in registry() if name.split(".")[0] not in ("loops", "couplings")}
    assert known.keys() == numbers
    assert all("Default" in one["description"] for one in known.values())


def test_the_editor_offers_levers_alone_in_an_action():
    schema = json.loads((HOME / "scenarios/schema/scenario.json").read_text("utf-8"))
    offered = schema["$defs"]["ActionShape"]["properties"]["change"]["properties"]
    assert offered.keys() == {name for name, one in registry().items() if one.role == "lever"}


def test_every_assumption_is_varied_over_its_range_in_one_experiment():
    asked = load_experiment("sensitivity")
    varied = {one.parameter: (one.low, one.high) for one in asked.factors}
    guesses = {
        name: (one.low, one.high)
        for name, one in registry().items()
        if (one.role, one.evidence) == ("uncertainty", "assumed")
    }
    assert varied == guesses
    assert len(drawn(asked).points) == 2 * len(guesses) + 1
