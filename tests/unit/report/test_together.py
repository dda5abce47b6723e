"""Together: a bundle is found by its actions, and held against the sum of its parts."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from sim.measures import MEASURES
from sim.report.beside.together import bundles, parts_of
from sim.report.comparison import Comparison
from sim.scenario import load_scenario
from tests.unit.test_analysis_bundles import runs

BASE = load_scenario("baseline")
ONE, TWO = load_scenario("caseload-cap"), load_scenario("second-opinion")
BOTH = load_scenario("bundle-capacity")


def made(together=-7, left_out=()):
    """Made runs of made policies: 4 off turnover by one part, 3 by the other."""
    scenarios = {
        "baseline": BASE, "one": replace(ONE, name="one"), "two": replace(TWO, name="two"),
        "both": replace(BOTH, name="both"),
    }  # fmt: skip
    comparison = Comparison(SimpleNamespace(experiment=SimpleNamespace(against="baseline")))
    vars(comparison).update(
        scenarios={name: one for name, one in scenarios.items() if name not in left_out},
        runs=runs(together),
        measures=[MEASURES["turnover"]],
    )
    return comparison


def test_a_bundle_is_known_by_its_parts_actions():
    assert parts_of(made(), "both") == ["one", "two"]
    assert parts_of(made(), "one") == []


@pytest.mark.parametrize(("together", "word"), [(-7, "not clear"), (-4, "+2.9"), (-10, "−3.")])
def test_what_it_does_beyond_their_sum_is_told(together, word):
    (found,) = bundles(made(together))
    assert found.parts == [ONE.title, TWO.title]
    (row,) = found.rows
    assert row.measure == "Staff turnover"
    assert row.parts.startswith("−7") or row.parts.startswith("−6.9")
    assert word in row.beyond
    assert ("not clear" in row.beyond) == (together == -7)


def test_policies_that_are_no_bundle_have_no_such_table():
    assert bundles(made(left_out=("two",))) == []


def test_a_bundle_that_adds_nothing_in_any_replicate_is_told_as_the_same():
    comparison = made()
    levels = {
        name: rows["turnover"].to_numpy() for name, rows in comparison.runs.groupby("scenario")
    }
    levels |= {"two": levels["baseline"], "both": levels["one"]}
    for name, values in levels.items():
        comparison.runs.loc[comparison.runs["scenario"] == name, "turnover"] = values
    (found,) = bundles(comparison)
    assert (found.rows[0].beyond, found.rows[0].interval) == (
        "no difference in the 12 replicates run",
        "",
    )
