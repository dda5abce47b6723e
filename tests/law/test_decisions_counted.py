"""Every decision is counted once: three tables agree with one another, the flows and the curves."""

import numpy as np
import pytest

from sim.analysis.decisions.detection import rates
from sim.analysis.decisions.roc import curves
from sim.casefile.decisions import DECISIONS
from sim.state.decided import PARTS
from tests.worlds import small, world

WEEKS = 52
RUN = {"scenario": "one", "draw": 0, "replicate": 0}
HARMED = [
    "neglect",
    "emotional",
    "physical",
    "sexual",
    "several kinds",
    "ended within three months",
]
AMONG_HARMED, AMONG_UNHARMED = ("harmed", "hits"), ("unharmed", "false_alarms")
FLOWS = {"screening": "referrals", "section 47": "enquiries", "plan": "plans_started"}


@pytest.fixture(scope="module")
def tables():
    model = world(small(families=12_000, past=4))
    for _ in range(WEEKS):
        model.step()
    return {name: one.assign(**RUN) for name, one in model.recorder.tables().items()}


def test_the_three_tables_count_the_same_children(tables):
    by_group = tables["decisions"].groupby("decision")["children"].sum()
    by_margin = tables["margins"].groupby("decision")["children"].sum()
    by_place = tables["criteria"].groupby("decision")["children"].sum()
    assert set(by_group.index) == set(DECISIONS)
    np.testing.assert_allclose(by_group, by_margin)
    np.testing.assert_allclose(by_group, by_place)


def test_harm_is_told_alike_in_two_of_them(tables):
    groups, margins = tables["decisions"], tables["margins"]
    harmed = groups[groups["truth"].isin(HARMED)].groupby("decision")["children"].sum()
    assert set(groups["truth"]) == {"none", *HARMED}
    np.testing.assert_allclose(
        harmed, margins[margins["harmed"]].groupby("decision")["children"].sum()
    )


def test_what_lies_above_the_bar_has_a_margin_above_nought(tables):
    above = tables["decisions"].groupby("decision")["above"].sum()
    margins = tables["margins"]
    beyond = margins[margins["margin"] >= 0.0].groupby("decision")["children"].sum()
    np.testing.assert_allclose(above, beyond)
    assert (above < tables["decisions"].groupby("decision")["children"].sum()).all()


@pytest.mark.parametrize(("decision", "flow"), FLOWS.items())
def test_what_lies_above_the_bar_is_what_follows(tables, decision, flow):
    groups = tables["decisions"]
    above = groups[groups["decision"] == decision].groupby("quarter")["above"].sum()
    flows = tables["quarterly"].groupby("quarter")[flow].sum()
    np.testing.assert_allclose(above, flows)


def test_the_parts_of_the_bar_are_there_and_the_court_is_unmoved(tables):
    criteria = tables["criteria"]
    court = criteria["decision"] == "care order"
    moving = [part for part in PARTS if part not in ("base", "by_policy")]
    assert (criteria.loc[court, list(PARTS[1:])] == 0.0).all(axis=None)
    assert (criteria.loc[~court, moving] != 0.0).any().all()
    assert (criteria["by_policy"] == 0.0).all()
    assert criteria.loc[court, "base"].round(9).nunique() == 1


def test_the_curve_passes_through_what_was_decided(tables):
    decided = rates(tables["decisions"]).set_index("decision")
    curve = curves(tables["margins"])
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
        ("section 47", AMONG_HARMED, ("strategy_harmed", "enquiries_harmed")),
        ("section 47", AMONG_UNHARMED, ("strategy_unharmed", "enquiries_unharmed")),
        ("plan", AMONG_HARMED, (None, "plans_harmed")),
        ("plan", AMONG_UNHARMED, (None, "plans_unharmed")),
        ("conference", AMONG_HARMED, ("findings_harmed", None)),
        ("conference", AMONG_UNHARMED, ("findings_unharmed", None)),
    ],
)
def test_decisions_are_those_of_the_counters(tables, decision, among, counters):
    row = rates(tables["decisions"]).set_index("decision").loc[decision]
    sums = tables["quarterly"].sum(numeric_only=True)
    for column, counter in zip(among, counters, strict=True):
        if counter:
            assert sums[counter] > 0
            assert row[column] == pytest.approx(sums[counter])


def test_screening_is_held_against_harm_of_the_week_and_of_the_three_months_before(tables):
    found = rates(tables["decisions"], ("truth",))
    row = found[found["decision"] == "screening"].set_index("truth")
    sums = tables["quarterly"].sum(numeric_only=True)
    lately = row.loc["ended within three months", "harmed"]
    assert row["harmed"].sum() == pytest.approx(sums["contacts_harmed"] + lately)
    assert row["unharmed"].sum() == pytest.approx(sums["contacts_unharmed"] - lately)
    assert lately > 0
