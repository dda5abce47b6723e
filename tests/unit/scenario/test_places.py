"""Places: what differs where, by rules and by authority."""

import pytest

from sim.kernel.errors import InputError
from sim.scenario import load_place, load_scenario

PLACE = """\
place: mine
authorities:
  - {name: Ash, families: 40000, kind: london, region: South}
  - {name: Birch, families: 40000, kind: county, region: North, help_and_protection: inadequate}
  - name: Cedar
    families: 40000
    kind: london
    region: North
    parameters: {families.deceiving_share: 40%}
parameters: {families.deceiving_share: 20%, families.trust_start: 0.5}
local:
  - where: {kind: london}
    parameters: {families.deceiving_share: 30%, families.trust_start: 0.6}
  - where: {region: North, help_and_protection: [inadequate, good]}
    parameters:
      families.trust_start: 0.7
"""


def facts(authorities):
    return {
        one.name: (
            one.parameters["families.deceiving_share"],
            one.parameters["families.trust_start"],
        )
        for one in authorities
    }


def test_the_later_rule_holds_and_an_authoritys_own_word_above_all(write):
    assert facts(load_place(write(PLACE))) == {
        "Ash": (0.3, 0.6), "Birch": (0.2, 0.7), "Cedar": (0.4, 0.7),
    }  # fmt: skip


def test_a_fact_of_an_authority_knows_the_line_that_gave_it(write):
    write(PLACE, "place.yaml")
    text = "scenario: mine\nextends: baseline\nplace: place.yaml\n"
    origins = load_scenario(write(text)).origins
    lines = {
        name: origins[f"authorities.{name}.parameters.families.deceiving_share"]
        for name in ("Ash", "Birch", "Cedar")
    }
    assert lines == {"Ash": "place.yaml:13", "Birch": "place.yaml:10", "Cedar": "place.yaml:9"}
    assert origins["authorities.Cedar.parameters.families.trust_start"] == "place.yaml:16"


@pytest.mark.parametrize(
    ("before", "after", "code", "line"),
    [
        ("families.trust_start: 0.7", "management.span: 5", "E206", 16),
        ("kind: london}\n    parameters", "kind: borough}\n    parameters", "E406", 12),
        ("{region: North", "{region: Nort", "E406", 14),
        ("where: {kind: london}\n    parameters", "parameters", "E102", 12),
        ("local:", "locally:", "E101", 11),
    ],
)
def test_a_mistake_in_a_rule_is_told_at_its_line(write, before, after, code, line):
    with pytest.raises(InputError) as raised:
        load_place(write(PLACE.replace(before, after)))
    assert [(one.code, one.line) for one in raised.value.problems] == [(code, line)]
