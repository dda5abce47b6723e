"""Files written from the code are as the code would write them now."""

import json

import pytest

from sim.parameters.registry import registry
from sim.scenario.find import HOME
from sim.scenario.generated import SHAPES, generated, stale


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
