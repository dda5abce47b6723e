"""The calibration table: which figures are compared over the year, which over the whole run."""

from dataclasses import replace

import pandas as pd
import pytest

from sim.analysis.between import turnover_persistence, turnover_spread
from sim.analysis.careers import in_profession
from sim.analysis.statistics.span import Span
from sim.report.comparison import Comparison
from sim.report.fit import Fit
from sim.report.page import contents, rendered
from sim.study.store import open_results

SPREAD = "True spread of turnover between authorities"
MANY = 12


def of_twelve(folder):
    """The same results as if each of the two authorities were six, with leavers of their own."""
    comparison = Comparison(open_results(folder))
    rows = comparison.quarterly
    copies = [
        rows.assign(authority=rows["authority"] + f" {n}", leavers=rows["leavers"] * (0.5 + n / 5))
        for n in range(MANY // 2)
    ]
    comparison.__dict__["quarterly"] = pd.concat(copies, ignore_index=True)
    return comparison


def row_of(fit, name):
    return fit.table.set_index("name").loc[name]


def test_two_authorities_have_no_spread_and_the_page_says_what_it_needs(report):
    left_out = report.split("Published figures that are not compared, and why")[1]
    assert f"<li>{SPREAD}: It compares authorities over the years: 10 of them, 3 whole" in left_out
    told = report.split("Over all whole years that were run, not 2023-24 alone: ")[1].split("</p>")[
        0
    ]
    assert told == "Newly qualified (all routes) still in the profession after three years."


def test_many_authorities_are_compared_over_all_that_was_run(folder):
    comparison = of_twelve(folder)
    fit = Fit(comparison)
    first = fit.rows[fit.rows["replicate"] == 0]
    span = Span("2023-24", int((first["first_week"] + first["weeks"]).max()) - 1, 0.5)
    found = fit.statistics.loc[("baseline", 0, 0)]
    assert found["turnover_sd"] == pytest.approx(turnover_spread(first, span))
    assert found["turnover_lag1"] == pytest.approx(turnover_persistence(first, span))
    assert (row_of(fit, "turnover_sd")["n"], row_of(fit, "turnover_sd")["reason"]) == (6, "")
    page = rendered({**contents(comparison, fit, []), "glossary": []})
    told = page.split("Over all whole years that were run, not 2023-24 alone: ")[1].split("</p>")[0]
    assert SPREAD in told
    assert "Spread of caseload" not in told


def test_workers_are_counted_at_the_scale_of_the_scenario(folder):
    whole, part = of_twelve(folder), of_twelve(folder)
    part.__dict__["scenarios"] = {
        name: replace(one, population_scale=0.05) for name, one in part.scenarios.items()
    }
    spreads = [row_of(Fit(one), "turnover_sd")["model"] for one in (whole, part)]
    assert spreads[0] > spreads[1]


def test_a_missed_statistic_is_named_in_words(folder):
    fit = Fit(of_twelve(folder))
    assert row_of(fit, "caseload_sd")["verdict"] == "out"
    assert "Spread of cases between social workers" in fit.missed("out")


def test_careers_are_read_from_the_jobs_of_each_run(folder):
    comparison = Comparison(open_results(folder))
    jobs = comparison.known("jobs")
    fit, name = Fit(comparison), "nq_profession_3y"
    last = int((fit.rows["first_week"] + fit.rows["weeks"]).max()) - 1
    own = jobs[(jobs["scenario"] == comparison.baseline) & (jobs["replicate"] == 0)]
    found = fit.statistics.loc[("baseline", 0, 0), name]
    assert 0 < found < 100
    assert found == pytest.approx(in_profession(own, last))
    mean = fit.statistics[name].mean()
    assert row_of(fit, name)["model"] == pytest.approx(mean)
    assert row_of(fit, name)["target"] == 75
