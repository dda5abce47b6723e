"""Groups of authorities in a report: what is told apart is what is in each."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from sim.measures import MEASURES
from sim.measures.compute import value
from sim.report.answer import answer, kind
from sim.report.beside.about import about
from sim.report.comparison import Comparison
from sim.report.figures.figure import place
from sim.report.figures.places import groups, of_groups, over_years, whole_years
from sim.report.foretold import judged
from sim.scenario.place import Group
from sim.study.store import open_results
from tests.unit.report.conftest import PLACES

IT, REST = Group("it, alone", PLACES[:1]), Group("its neighbours", PLACES[1:])


@pytest.fixture(scope="module")
def grouped(folder):
    """The made results, asked about groups, with a policy that moves one of them alone."""
    results = open_results(folder)
    comparison = Comparison(results)
    rows = comparison.quarterly
    base = rows[rows["scenario"] == comparison.baseline].set_index(
        ["draw", "replicate", "quarter", "authority"]
    )
    there = rows.set_index(base.index.names)
    away = (rows["authority"] == PLACES[1]).to_numpy()
    for counter in ("cases", "case_holders"):
        same = base[counter].reindex(there.index).to_numpy()
        rows[counter] = np.where(away, same, rows[counter])
    asked = replace(
        comparison.experiment, groups=(IT, REST), measures=("caseload", "turnover", "spend")
    )

    class Asked(Comparison):
        experiment = asked

    made = Asked(results)
    made.__dict__["quarterly"] = rows
    return made


@pytest.fixture
def of_one(folder):
    """The same results, as a page is about them: the first group, and the other beside it."""
    results = open_results(folder)
    asked = replace(results.experiment, groups=(IT, REST), measures=("caseload", "turnover"))
    results.__dict__["experiment"] = asked
    return about(results)


def test_a_page_of_groups_is_about_the_first(of_one):
    assert of_one.group == IT
    rows = of_one.whole.period_rows
    own = rows[(rows["authority"] == PLACES[0]) & (rows["scenario"] == "cap")]
    runs = of_one.runs[of_one.runs["scenario"] == "cap"]
    for replicate, part in own.groupby("replicate"):
        here = runs[runs["replicate"] == replicate]
        for name in ("caseload", "spend"):
            assert here[name].item() == pytest.approx(value(MEASURES[name], part))
    assert of_one.runs["spend"].sum() < of_one.whole.runs["spend"].sum()
    assert of_one.where == "simulated, it, alone: 1 of 2"
    assert set(of_one.known("jobs")["authority"]) == {PLACES[0]}


def test_the_answer_tells_each_group_in_turn(of_one):
    told = answer(of_one)
    assert told.startswith("It, alone: in the simulation, cases per social worker would be about ")
    assert " Its neighbours: in the simulation, cases per social worker would be about " in told
    assert kind(of_one).count(" in each group") == 1


def test_expectations_say_in_which_group_they_were_judged(of_one):
    found = [one.found for one in judged(of_one) if "not compared" not in one.verdict]
    assert found
    assert all(", it, alone: " in one for one in found)


def test_without_groups_a_page_is_about_all_places(folder):
    comparison = about(open_results(folder))
    assert comparison.group is None
    assert comparison.whole is comparison
    assert comparison.others == []


def test_rows_of_no_group_are_left_out():
    rows = pd.DataFrame({"authority": [*PLACES, "Elsewhere"]})
    assert list(of_groups(rows, (IT, REST))["group"]) == ["it, alone", "its neighbours"]


def test_only_whole_financial_years_are_told_apart():
    quarters = [f"2024-25 Q{n}" for n in (1, 2, 3, 4)] + ["2025-26 Q1", "2025-26 Q2"]
    assert whole_years(pd.DataFrame({"quarter": quarters * 2})) == ["2024-25"]


def test_a_policy_that_moves_one_group_is_seen_in_that_group_alone(grouped):
    beside, *by_year = list(groups(grouped))
    data = beside.data.set_index(["measure", "group", "scenario"])["change"]
    assert data["caseload", IT.name, "cap"] < -1.0
    assert data["caseload", REST.name, "cap"] == 0.0
    assert [one.name for one in by_year] == ["by-year-it-alone", "by-year-its-neighbours"]
    assert "it, alone: 1, its neighbours: 1" in beside.subtitle
    assert "financial year in it, alone" in by_year[0].subtitle


def test_each_year_of_a_group_stands_by_itself(grouped):
    _, first, second = list(groups(grouped))
    years = first.data.set_index(["measure", "year", "scenario"])["change"]
    assert sorted(set(first.data["year"])) == ["2024-25", "2025-26", "2026-27"]
    assert all(years["caseload", year, "cap"] < -1.0 for year in set(first.data["year"]))
    assert (second.data.query("measure == 'caseload'")["change"] == 0.0).all()


def test_figures_are_drawn(grouped, tmp_path):
    for number, figure in enumerate(groups(grouped), start=1):
        placed = place(figure, number, tmp_path)
        assert (tmp_path / f"{placed.stem}.png").stat().st_size > 10_000


def test_a_name_makes_a_file_name():
    assert over_years(Group("St. Mary’s & the rest", ("A",)), ["2024-25"]).name == (
        "by-year-st-mary-s-the-rest"
    )


def test_without_groups_there_is_nothing_to_tell_apart(folder):
    assert list(groups(Comparison(open_results(folder)))) == []
