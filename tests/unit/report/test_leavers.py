"""Leavers: shares by destination, changes in pairs, and titles that claim no more than they may."""

import re
import zipfile
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from matplotlib.text import Text

from sim.analysis.paired import effects
from sim.analysis.survival.incidence import incidence_by_run
from sim.analysis.survival.spells import DESTINATIONS, STAYED, job_spells
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.report.comparison import Comparison
from sim.report.figures.retention import newly_qualified
from sim.report.figures.style import NARROW, house_style
from sim.report.figures.style import WIDE as WIDE_CANVAS
from sim.report.leavers.figure import destinations, newly_qualified_destinations, title
from sim.report.leavers.picture import sheets
from sim.report.leavers.shares import ALL, NEW, Leavers
from sim.study.store import open_results

GONE, MOVED, AGENCY = DESTINATIONS
TITLES = {"now": "Current policy", "cap": "Cap on caseloads", "help": "Early help"}
END = 160


def left(gone, moved=10, agency=5):
    """A hundred who join: so many have left by each way after thirty weeks, the rest stay."""
    ways = [GONE] * gone + [MOVED] * moved + [AGENCY] * agency
    weeks = [30] * len(ways) + [END] * (100 - len(ways))
    return pd.DataFrame({"weeks": weeks, "left_for": ways + [STAYED] * (100 - len(ways))})


def leavers(counts, staff=ALL, last_week=END):
    """Counts of those who left the profession, by scenario and replicate."""
    followed = pd.concat([
        left(gone).assign(scenario=name, draw=0, replicate=replicate)
        for name, each in counts.items()
        for replicate, gone in enumerate(each)
    ])  # fmt: skip
    names = list(counts)
    comparison = SimpleNamespace(
        scenarios=dict.fromkeys(names), baseline="now", policies=names[1:], titles=TITLES,
        runs=followed[["scenario", "draw", "replicate"]].drop_duplicates(),
        first_week=0, last_week=last_week,
    )  # fmt: skip
    return Leavers(comparison, staff, followed)


NOW, FEWER, MORE, WIDE = (20, 30, 40, 50), (10, 21, 29, 40), (30, 39, 51, 60), (0, 50, 20, 60)


def test_the_title_turns_with_the_sign_and_falls_silent_with_the_interval():
    start = "Staff leaving the profession within two years of joining"
    down, up, wide = (title(leavers({"now": NOW, "cap": one})) for one in (FEWER, MORE, WIDE))
    assert re.match(rf"{start} down about 10\.0 percentage points \(\d", down)
    assert re.match(rf"{start} up about 10\.0 percentage points \(\d", up)
    assert down.endswith("with “Cap on caseloads”; 2 of 3 changes not clear")
    assert wide == (
        "No clear change in any destination of staff within two years of joining with any policy; "
        "6 of 9 show no difference in the four replicates run"
    ).replace("6 of 9", "2 of 3")


def test_a_title_names_two_clear_changes_and_counts_the_others():
    many = {"now": NOW, "cap": FEWER, "help": MORE}
    said = title(leavers(many, NEW))
    assert said.startswith("Newly qualified staff leaving the profession within two years")
    assert "with “Cap on caseloads”; Newly qualified staff leaving" in said
    assert said.endswith("with “Early help”; 4 of 6 changes not clear")


def test_nothing_differs_and_one_replicate_are_told_as_such():
    same = title(leavers({"now": NOW, "cap": NOW}))
    assert same == (
        "No difference in any destination of staff within two years of joining with any policy in "
        "the four replicates run"
    )
    lone = title(leavers({"now": (40,), "cap": (20,)}))
    assert lone == (
        "One replicate cannot tell a change in any destination of staff within two years of "
        "joining from luck"
    )


def test_without_a_policy_the_title_tells_where_leavers_go():
    assert title(leavers({"now": NOW})) == (
        "Staff within two years of joining: 35% leaving the profession, 10% moving to another "
        "authority and 5% moving to an agency, on average over replicates"
    )


def test_years_are_told_as_far_as_thirty_are_followed_in_every_scenario():
    long = leavers({"now": NOW, "cap": FEWER})
    assert long.years == [1, 2, 3]
    rows = long.followed
    one_year = rows.assign(weeks=np.where(rows["weeks"] == END, 60, rows["weeks"]))
    few = Leavers(
        long.comparison, ALL, rows.where(rows["scenario"] == "now", one_year)
    )  # fmt: skip
    assert few.years == [1]
    assert few.horizon == 1


def test_policies_that_change_nothing_have_no_chart_of_changes():
    same, other = leavers({"now": NOW, "cap": NOW}), leavers({"now": NOW, "cap": FEWER})
    assert [one.differ for one in (same, other, leavers({"now": NOW}))] == [False, True, False]
    assert [len(sheets(one, ["now", "cap"])) for one in (same, other)] == [1, 2]


def test_few_policies_have_shares_and_changes_side_by_side(make_results, tmp_path):
    names = ("baseline", "cap", "swap")
    found = destinations(Comparison(open_results(make_results(tmp_path / "few", names, 3))))
    with house_style("test"):
        charts = [draw(canvas) for draw in found.sheets for canvas in (WIDE_CANVAS, NARROW)]
    assert len(found.sheets) == 2
    assert all(chart.findobj(Text) for chart in charts)


def test_many_policies_have_a_chart_each_and_shares_are_of_the_one_compared_with(
    make_results, tmp_path
):
    names = ("baseline", *(f"policy-{number:02d}" for number in range(1, 11)))
    found = destinations(Comparison(open_results(make_results(tmp_path / "many", names, 3))))
    assert "two authorities, with “Current policy continues”; below, change from" in found.subtitle
    assert found.subtitle.endswith(
        "drawn are the seven policies with the clearest changes, 3 more are in the table"
    )
    assert set(found.data["scenario"]) == set(names)
    with house_style("test"):
        charts = [draw(WIDE_CANVAS) for draw in found.sheets]
    shown = [sum(axes.get_visible() for axes in chart.axes) for chart in charts]
    assert shown == [3, 7, 7, 7]


@pytest.fixture(scope="module")
def comparison(folder):
    return Comparison(open_results(folder))


@pytest.fixture(scope="module", params=[destinations, newly_qualified_destinations])
def figure(request, comparison):
    return request.param(comparison)


def test_the_data_are_each_runs_shares_averaged_and_compared_in_pairs(comparison, figure):
    only = True if "newly" in figure.name else None
    jobs = comparison.known("jobs")
    followed = job_spells(jobs, comparison.first_week, comparison.last_week, only)
    data = figure.data.set_index(["scenario", "destination", "years"]).sort_index()
    years = sorted(set(figure.data["years"]))
    assert years[:2] == [1, 2]
    assert len(data) == len(comparison.scenarios) * len(DESTINATIONS) * len(years)
    known = incidence_by_run(followed, [2 * WEEKS_IN_YEAR])
    for cause, part in known.groupby("cause"):
        runs = part.assign(value=100 * part["share"])
        for name, own in runs.groupby("scenario"):
            assert data.loc[(name, cause, 2), "percent"] == pytest.approx(own["value"].mean())
        paired = effects(runs, ["value"], comparison.baseline).set_index("scenario")
        for name in comparison.policies:
            row = data.loc[(name, cause, 2)]
            assert row["change"] == pytest.approx(paired.loc[name, "change"])
            assert row["change_low"] == pytest.approx(paired.loc[name, "low"])
            assert row["change_low_adjusted"] <= row["change_low"]
    assert data.loc[comparison.baseline, "change"].isna().all()


def test_those_who_left_by_any_way_and_those_in_post_are_all(comparison, figure):
    """The curves of retention and of destinations are of the same people."""
    if "newly" not in figure.name:
        return
    curve = newly_qualified(comparison).data
    at = curve[(curve["scenario"] == "cap") & (curve["week"] <= 2 * WEEKS_IN_YEAR)].iloc[-1]
    rows = figure.data[(figure.data["scenario"] == "cap") & (figure.data["years"] == 2)]
    assert 100 * at["share"] + rows["percent"].sum() == pytest.approx(100)


def test_the_table_tells_the_numbers_still_followed(comparison, figure):
    row = figure.table.iloc[0]
    assert row["Still followed"] == f"{figure.data['followed'].iloc[0]:,}"
    assert set(figure.table.loc[figure.table["Change"] == "compared with", "Scenario"]) == {
        comparison.titles[comparison.baseline]
    }


def test_the_spreadsheet_holds_the_destinations(folder, report):
    assert "destinations-newly-qualified" in report
    with zipfile.ZipFile(folder / "report.xlsx") as book:
        text = book.read("xl/sharedStrings.xml").decode()
    assert "change_low_adjusted" in text


def test_a_telephone_shows_the_number_followed_at_every_tick(comparison):
    drawn = newly_qualified(comparison)
    with house_style("test"):
        chart = drawn.sheets[0](NARROW)
        chart.draw_without_rendering()
    texts = {one.get_text() for one in chart.findobj(Text)}
    months = {tick.get_text() for tick in chart.axes[0].get_xticklabels()}
    shown = drawn.table[drawn.table["Months"].isin(months)]
    assert {"0", "12", "24"} <= months
    assert set(shown["Still followed"]) <= texts


def test_results_without_jobs_have_no_such_figure(comparison):
    bare = SimpleNamespace(known=lambda _: None)
    assert destinations(bare) is newly_qualified_destinations(bare) is newly_qualified(bare) is None
