"""Decisions against the truth agree with the counters, and curves with what was decided."""

from functools import cache

import pytest

from sim.analysis.decisions.detection import rates
from sim.analysis.decisions.roc import curves
from tests.worlds import small, world

RUN = {"scenario": "one", "draw": 0, "replicate": 0}
HARMED, UNHARMED = ("harmed", "hits"), ("unharmed", "false_alarms")


@cache
def tables():
    """The tables of one small run."""
    return {name: one.assign(**RUN) for name, one in world(small()).run().items()}


def test_the_curve_passes_through_what_was_decided():
    decided = rates(tables()["decisions"]).set_index("decision")
    curve = curves(tables()["margins"])
    at_nought = curve[curve["margin"] == 0.0].set_index("decision")
    assert len(at_nought) == len(decided) > 7
    assert at_nought["hit_rate"].to_dict() == pytest.approx(
        decided["sensitivity"].to_dict(), abs=1e-12, nan_ok=True
    )
    assert at_nought["false_alarm_rate"].to_dict() == pytest.approx(
        (1 - decided["specificity"]).to_dict(), abs=1e-12, nan_ok=True
    )


@pytest.mark.parametrize(
    ("decision", "among", "counters"),
    [
        ("section 47", HARMED, ("strategy_harmed", "enquiries_harmed")),
        ("section 47", UNHARMED, ("strategy_unharmed", "enquiries_unharmed")),
        ("plan", HARMED, (None, "plans_harmed")),
        ("plan", UNHARMED, (None, "plans_unharmed")),
        ("conference", HARMED, ("findings_harmed", None)),
        ("conference", UNHARMED, ("findings_unharmed", None)),
    ],
)
def test_decisions_are_those_of_the_counters(decision, among, counters):
    row = rates(tables()["decisions"]).set_index("decision").loc[decision]
    sums = tables()["quarterly"].sum(numeric_only=True)
    for column, counter in zip(among, counters, strict=True):
        if counter:
            assert sums[counter] > 0
            assert row[column] == pytest.approx(sums[counter])


def test_screening_is_held_against_harm_of_the_week_and_of_the_three_months_before():
    found = rates(tables()["decisions"], ("truth",))
    row = found[found["decision"] == "screening"].set_index("truth")
    sums = tables()["quarterly"].sum(numeric_only=True)
    lately = row.loc["ended within three months", "harmed"]
    assert row["harmed"].sum() == pytest.approx(sums["contacts_harmed"] + lately)
    assert row["unharmed"].sum() == pytest.approx(sums["contacts_unharmed"] - lately)
    assert lately > 0
