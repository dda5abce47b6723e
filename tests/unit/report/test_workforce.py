"""The section on the workforce: what it says is what the runs hold."""

import pandas as pd
import pytest

from sim.measures import MEASURES
from sim.report.comparison import Comparison
from sim.report.figures.style import NARROW, WIDE, house_style
from sim.report.workforce.hours import DIRECT, PARTS, hours
from sim.report.workforce.lives import lives, peak
from sim.report.workforce.section import LIFE, life, section
from sim.report.workforce.staff import DRAWN, highest, staff
from sim.study.store import open_results
from tests.unit.report import staffed

POLICIES = ("swap", "cap", "nothing")


@pytest.fixture(scope="module")
def comparison(folder):
    return Comparison(open_results(folder))


@pytest.fixture(scope="module")
def lone(make_results, tmp_path_factory):
    path = tmp_path_factory.mktemp("lone") / "results"
    return Comparison(open_results(make_results(path, ("baseline", "cap"), 1)))


@pytest.fixture(scope="module")
def alone(make_results, tmp_path_factory):
    path = tmp_path_factory.mktemp("alone") / "results"
    return Comparison(open_results(make_results(path, ("baseline",), 4)))


def test_levels_are_those_that_were_put_in(comparison):
    found = staff(comparison)
    level = found.level("baseline", "experience", "strain")["value"]
    assert level[staffed.PEAK] == pytest.approx(staffed.USUAL + staffed.HEIGHT, abs=0.05)
    assert level.drop(staffed.PEAK).mean() == pytest.approx(staffed.USUAL, abs=0.05)
    absence = found.level("cap", "grade", "absence")["value"]
    assert absence.to_numpy() == pytest.approx(100 * staffed.SICK * 0.7)
    assert found.level("baseline", "grade", "cases")["value"]["team manager"] == 0.0
    assert found.level("baseline", "grade", "overtime")["value"].to_numpy() == pytest.approx(1.0)


def test_agency_workers_are_left_out(comparison):
    found = staff(comparison)
    own = found.table[found.table["terms"] == "permanent"]
    weeks = (own["fte"] * own["weeks"]).sum()
    assert found.sums["fte"].sum() == pytest.approx(weeks)
    assert len(own) < len(found.table)


def test_the_peak_is_told_where_it_was_put(comparison):
    found = staff(comparison)
    assert highest(found, "experience", "strain") == [staffed.PEAK]
    assert peak(found) == "strain is highest at 2 to 3 years of experience"


def test_bands_that_luck_cannot_tell_apart_stand_in_their_order(comparison):
    found = staff(comparison)
    values = found.values.copy()
    rows = (values["measure"] == "strain") & (values["group"] == "1 to 2")
    second = values.loc[rows, "replicate"].map({n: (n % 3 - 1) / 30 for n in range(6)})
    peaks = values[(values["measure"] == "strain") & (values["group"] == staffed.PEAK)]
    values.loc[rows, "value"] = peaks["value"].to_numpy() - 0.001 + second.to_numpy()
    found.__dict__["values"] = values
    assert peak(found) == "strain is highest at 1 to 2 years or 2 to 3 years of experience"


def test_no_peak_is_told_that_luck_could_have_made(comparison):
    found = staff(comparison)
    flat = found.values.copy()
    is_strain = (flat["measure"] == "strain") & (flat["by"] == "experience")
    flat.loc[is_strain, "value"] = [(7 * n) % 11 / 100 for n in range(is_strain.sum())]
    found.__dict__["values"] = flat
    assert len(highest(found, "experience", "strain")) > 3
    assert peak(found) == "strain is not clearly highest at any length of experience"


def test_the_title_counts_the_policies_that_moved_strain_or_sickness(comparison):
    figure = lives(comparison)
    assert figure.title.startswith("Strain is highest at 2 to 3 years of experience. Clear changes")
    told = staff(comparison).changes
    clear = [one for one in told if one.clear]
    assert {one.scenario for one in clear} == {"cap"}
    assert f"among 24 levels: {len(clear)} with “Cap on caseloads”" in figure.title
    assert {one.measure.partition("|")[0] for one in told} == set(DRAWN)


def test_one_replicate_tells_no_more_than_that(lone):
    figure = lives(lone)
    assert "in the one replicate" in figure.title
    assert "no interval" in figure.subtitle
    assert "One replicate cannot tell a change" in figure.title


def test_one_scenario_has_levels_and_no_changes(alone):
    assert lives(alone).title == "Strain is highest at 2 to 3 years of experience"
    assert hours(alone).title.endswith("under “Current policy continues”")
    assert life(alone) == []


def test_hours_are_those_of_the_counters(comparison):
    figure = hours(comparison)
    rows = comparison.period_rows
    own = rows[rows["scenario"] == "baseline"]
    runs = own.groupby("replicate")[[DIRECT, "case_holders_weeks"]].sum()
    expected = (runs[DIRECT] / runs["case_holders_weeks"]).mean()
    data = figure.data.set_index(["scenario", "part"])["value"]
    assert data["baseline", PARTS[0].label] == pytest.approx(expected)
    assert set(figure.data["part"]) == {part.label for part in PARTS}


def test_the_parts_of_the_week_are_all_of_it_and_work_is_what_the_measure_counts():
    counters = [name for part in PARTS for name in part.counters]
    assert len(set(counters)) == len(counters)
    work = {name for part in PARTS if part.is_work for name in part.counters}
    assert work == {name for name, _ in MEASURES["direct_work"].over}


def test_the_hours_title_names_the_share_of_direct_work(comparison):
    share = comparison.level("direct_work").mean
    assert hours(comparison).title.startswith(f"{share:.0f}% of working time is direct work")


@pytest.mark.parametrize("canvas", [WIDE, NARROW], ids=lambda one: one.name)
@pytest.mark.parametrize("maker", [lives, hours])
def test_pictures_hold_every_scenario(comparison, maker, canvas):
    with house_style("test"):
        (draw,) = maker(comparison).sheets
        chart = draw(canvas)
    written = (one for one in chart.findobj() if hasattr(one, "get_text"))
    texts = {one.get_text().replace("\n", " ") for one in written}
    assert {comparison.titles[name] for name in ("baseline", *POLICIES)} <= texts


def test_many_policies_are_cut_to_what_a_chart_can_hold(busy):
    figure = lives(Comparison(open_results(busy)))
    assert "more are in the table" in figure.subtitle
    assert figure.data["scenario"].nunique() == 10


def test_the_section_tells_working_life_and_groups(comparison):
    told = section(comparison)
    labels = [row.label for row in told.changes[0].rows]
    assert labels == [MEASURES[name].label for name in LIFE]
    assert [heading for heading, _ in told.parts] == ["By experience in the profession", "By grade"]
    (_, bands), (_, grades) = told.parts
    assert bands[2].label == "2 to 3 years"
    assert grades[0].label == "First year"
    assert {line.size for line in grades} == {"4", "20"}
    level = staff(comparison).level("baseline", "experience", "strain")["value"]
    assert bands[2].cells[0][0] == f"{level[staffed.PEAK]:.2f}"


def test_results_without_a_table_of_staff_have_no_section(make_results, tmp_path):
    path = make_results(tmp_path / "old", ("baseline", "cap"), 2)
    (path / "staff.parquet").unlink()
    old = Comparison(open_results(path))
    assert section(old) is None
    assert lives(old) is None


def test_the_page_holds_the_section_and_its_figures(report, folder):
    page = report
    assert '<h2 id="workforce">' in page
    assert "Staff by experience and grade" in page
    files = {file.name[3:] for file in (folder / "figures").glob("*.csv")}
    assert {"working-lives.csv", "hours.csv"} <= files
    data = pd.read_csv(next((folder / "figures").glob("*working-lives.csv")))
    assert set(data["by"]) == {"experience", "grade"}
