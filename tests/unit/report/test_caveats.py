"""Caveats: what a user must not miss, by rule."""

from dataclasses import replace

import pytest

from sim.report.answer import answer
from sim.report.caveats import budget, caveats
from sim.report.comparison import Comparison
from sim.report.fit import Fit
from sim.report.tables import headline
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


def without(folder, *names):
    """The same results, with no value of some measures."""
    comparison = Comparison(open_results(folder))
    comparison.__dict__["runs"] = comparison.runs.assign(**dict.fromkeys(names, float("nan")))
    return comparison


def test_a_measure_asked_for_and_not_known_keeps_its_row_and_is_told(folder):
    blank = without(folder, "caseload")
    row = headline(blank)[0].rows[-1]
    assert (row.label, row.baseline) == ("Cases per social worker", "not known")
    assert {cell.change for cell in row.cells} == {"not known"}
    assert "caseload" not in {one.measure for one in blank.effects}
    assert caveats(blank, Fit(blank))[0] == (
        "Not known in this period: cases per social worker. Under some scenario no run held "
        "anything of which this could be reckoned."
    )
    whole = Comparison(open_results(folder))
    assert len(headline(whole)[0].rows) == len(headline(blank)[0].rows)
    assert not any("Not known" in one for one in caveats(whole, Fit(whole)))


def test_a_period_too_short_to_follow_anything_is_the_reason(folder):
    blank = without(folder, "recognised_52w")
    blank.__dict__["quarterly"] = blank.quarterly[blank.quarterly["first_week"] < 52 + 13]
    assert caveats(blank, Fit(blank))[0] == (
        "Not known in this period: harm recognised within 52 weeks. Its 13 weeks are too short to "
        "follow anything for so long."
    )
    assert answer(blank).startswith(
        "Harm recognised within 52 weeks: not known in this period. In the simulation, enquiries"
    )


def test_where_nothing_asked_for_is_known_the_reports_own_measures_stand_in(folder):
    asked = Comparison(open_results(folder)).experiment.measures
    blank = without(folder, *asked)
    assert blank.measures
    assert not {one.name for one in blank.measures} & set(asked)
    assert [row.baseline for row in headline(blank)[0].rows].count("not known") == len(asked)
    assert answer(blank).startswith("Harm recognised within 52 weeks: not known in this period. ")
