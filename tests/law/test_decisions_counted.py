"""Every decision is counted once, three ways that agree with one another and with the flows."""

import numpy as np
import pytest

from sim.casefile.decisions import DECISIONS
from sim.state.decided import PARTS
from tests.worlds import small, world

WEEKS = 52
HARMED = [
    "neglect",
    "emotional",
    "physical",
    "sexual",
    "several kinds",
    "ended within three months",
]
FLOWS = {"screening": "referrals", "section 47": "enquiries", "plan": "plans_started"}


@pytest.fixture(scope="module")
def tables():
    model = world(small(families=12_000, past=4))
    for _ in range(WEEKS):
        model.step()
    return model.recorder.tables()


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
