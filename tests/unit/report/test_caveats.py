"""Caveats: what a user must not miss, by rule."""

from dataclasses import replace

import pytest

from sim.report.caveats import budget, caveats
from sim.report.comparison import Comparison
from sim.report.fit import Fit
from sim.study.store import open_results


@pytest.mark.parametrize(("weeks", "is_told"), [(26, False), (520, True)])
def test_a_policy_not_fully_in_force_at_the_end_is_told(folder, weeks, is_told):
    comparison = Comparison(open_results(folder))
    longer = {
        name: replace(
            one, actions=tuple(replace(each, phase_in_weeks=weeks) for each in one.actions)
        )
        for name, one in comparison.scenarios.items()
    }
    comparison.__dict__["scenarios"] = longer
    told = caveats(comparison, Fit(comparison))[0]
    assert told.startswith("Not fully in force when the run ends: “Cap on caseloads”.") == is_told


@pytest.mark.parametrize(
    ("times", "share", "is_left"), [(1.0, "102.8", False), (1.2, "85.7", True)]
)
def test_what_spend_is_of_the_budget_is_worded(folder, times, share, is_left):
    comparison = Comparison(open_results(folder))
    runs = comparison.runs
    comparison.__dict__["runs"] = runs.assign(budget_gap=runs["budget_gap"] / times)
    told = budget(comparison)
    assert f"Under “Current policy continues” it is {share}%" in told
    assert ("money is left over" in told) == is_left
