"""Parts of the page: differences, expectations, time, official tables, spreadsheet, glossary."""

from datetime import date
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from sim.analysis.mechanism import courses, steps
from sim.analysis.yearly import by_year, over_runs
from sim.measures import MEASURES
from sim.measures.compute import table
from sim.report.comparison import Comparison
from sim.report.course import Courses, gathered
from sim.report.differences import changed, differences, dropped, within
from sim.report.files.official import ALL, COLUMNS, identifier, official, period, series
from sim.report.foretold import judged, verdict
from sim.report.glossary import entries, used
from sim.report.tables import blocks, headline
from sim.scenario import Action, Change, Cost, Expectation, Where, load_scenario
from sim.study.store import open_results


@pytest.fixture(scope="module")
def comparison(folder):
    return Comparison(open_results(folder))


# Differences


def test_a_policy_is_told_in_words_with_date_and_price(comparison):
    cap = next(one for one in differences(comparison) if one.policy == "Cap on caseloads")
    part = cap.parts[0]
    assert part.changes == [
        "Most cases that a full-time social worker may hold; 0 is no cap: none → 16 cases"
    ]
    assert (part.when, part.where) == ("from April 2024, in full by September 2024", "everywhere")
    assert part.cost == "£2.0 million to set up and £400,000 a year (2025-26 prices)"
    assert cap.total == "£3.2 million over April 2024 to March 2027 (2025-26 prices)"


def test_a_price_is_counted_only_while_the_action_holds():
    action = Action("a", "A", date(2024, 4, 1), date(2025, 3, 31), 0, Where(), (),
                    Cost(1e6, 1e5, "2025-26"))  # fmt: skip
    first, last = date(2024, 4, 1), date(2029, 3, 31)
    assert within(action, first, last) == pytest.approx(1.1e6, rel=1e-3)
    assert within(action, date(2026, 4, 1), last) == 0


def test_law_that_a_policy_drops_is_named():
    said = dropped(load_scenario("baseline"), load_scenario("without-current-law"))
    assert len(said) == 6
    assert all(one.startswith("Leaves out “") for one in said)


# Expectations


@pytest.mark.parametrize(
    ("direction", "least", "low", "high", "expected"),
    [
        ("falls", 0.0, -3.0, -1.0, "met"),
        ("falls", 0.0, 1.0, 3.0, "not met"),
        ("falls", 0.0, -1.0, 3.0, "not clear"),
        ("falls", 2.0, -3.0, -1.0, "not clear"),
        ("falls", 2.0, -1.5, 0.5, "not met"),
        ("rises", 1.0, 1.0, 3.0, "met"),
        ("rises", 0.0, float("nan"), float("nan"), "not clear"),
        ("stays", 0.0, -0.4, 0.4, "met"),
        ("stays", 0.0, -0.4, 0.6, "not clear"),
        ("stays", 0.0, 0.6, 0.8, "not met"),
        ("stays", 1.0, 0.6, 0.8, "met"),
    ],
)
def test_an_expectation_is_judged_by_the_whole_interval(direction, least, low, high, expected):
    foretold = Expectation("", "turnover", direction, least)
    assert verdict(foretold, SimpleNamespace(matters=0.5), low, high) == expected


def test_every_expectation_gets_a_verdict(comparison):
    told = {(one.policy, one.text): one.verdict for one in judged(comparison)}
    assert told == {
        ("Cap on caseloads", "caseload falls by 1"): "met",
        ("Cap on caseloads", "recognised_52w rises because time is freed"): "met",
        ("Lower thresholds", "needless_enquiries falls"): "not met",
        ("Lower thresholds", "caseload stays against policy-99"): "not compared",
    }


# Time and mechanism


def moved_from(quarter, size):
    """Five pairs of runs that part at one quarter of eight, by about so much."""
    names = [f"20{24 + n // 4}-{25 + n // 4} Q{n % 4 + 1}" for n in range(8)]
    return pd.DataFrame([
        (scenario, 0, run, name, 10 + (scenario == "cap") * (n >= quarter) * (size + run / 100))
        for scenario in ("baseline", "cap") for run in range(5) for n, name in enumerate(names)
    ], columns=["scenario", "draw", "replicate", "quarter", "value"])  # fmt: skip


def test_the_mechanism_lists_what_moved_in_the_order_of_its_dates():
    values = {"strain": moved_from(4, -1.0), "load": moved_from(2, -2.0), "fear": moved_from(9, 1),
              "safety": moved_from(6, 1.0)}  # fmt: skip
    found = steps(courses(values, "cap", "baseline", policies=1))
    assert [(one.measure, one.quarter) for one in found] == [
        ("load", "2024-25 Q3"), ("strain", "2025-26 Q1"),
    ]  # fmt: skip
    assert all(one.change < 0 for one in found)


def test_the_page_tells_what_moved_first_and_when_effects_are_clear(comparison):
    course = Courses(comparison)
    told = dict(course.mechanisms)
    assert told["Cap on caseloads"] == (
        "false alarms of the section 47 decision down and cases per social worker down, clear from "
        "April 2024."
    )
    assert told["A change of name"].endswith("moved clearly and stayed so.")
    rows = {title: (shown, rest) for title, shown, rest in course.moments}
    shown = {one.measure: one for one in rows["Cap on caseloads"][0]}
    assert shown["Cases per social worker"].clear.startswith("from April 2024, and −")
    assert shown["Cases per social worker"].dip == "none that is clear"
    worse = {one.measure: one.dip for one in rows["Lower thresholds"][0]}
    assert worse["Enquiries where there was no harm"].endswith("and worse to the end")
    assert not rows["A change of name"][0]


# Tables


def test_measures_by_year_are_those_of_the_measures_room(folder):
    quarterly = open_results(folder).table("quarterly")
    names = ["turnover", "caseload", "plans_stock", "referrals", "recognised_52w", "spend"]
    one = quarterly[(quarterly["scenario"] == "cap") & (quarterly["replicate"] == 1)]
    fast = by_year(one, [MEASURES[name] for name in names]).set_index(["year", "measure"])["value"]
    slow = table(one, names, by=("year",)).set_index(["year", "measure"])["value"]
    whole = slow[slow.index.isin(fast.index)]
    assert len(fast) >= 3 * len(names)
    assert fast.to_dict() == pytest.approx(whole.to_dict())


def test_a_mean_of_one_run_has_no_interval():
    values = pd.DataFrame({"year": ["2024-25"], "replicate": [0], "value": [3.0]})
    row = over_runs(values, ["year"]).iloc[0]
    assert (row["value"], row["n"]) == (3.0, 1)
    assert np.isnan(row["low"])


def test_the_official_table_has_the_columns_of_open_data_and_no_real_area(comparison):
    rows = official(comparison)
    assert list(rows.columns) == COLUMNS
    simulated = rows[rows["data_type"] == "Simulated"]
    assert set(simulated["country_name"]) == {"Simulated"}
    assert set(simulated["la_name"]) == {ALL, "Ashford Vale", "Birchley"}
    assert set(rows["time_period"].head()) <= {"202324", "202425", "202526", "202627"}
    published = rows[rows["data_type"] == "Published"]
    assert set(published["geographic_level"]) == {"National"}
    assert rows["time_period"].str.fullmatch(r"\d{4}|\d{6}").all()
    turnover = published[published["published_period"] == "Sep 2023"].iloc[0]
    assert (turnover["time_period"], turnover["time_identifier"]) == ("2023", "September")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-24", ("202324", "Financial year")),
        ("1999-00", ("199900", "Financial year")),
        ("2024", ("2024", "Reporting year")),
        ("Sep 2023", ("2023", "September")),
        ("2017-22", ("2022", "Reporting year")),
        ("2018-2024", ("2024", "Reporting year")),
    ],
)
def test_a_period_has_the_form_of_open_data(text, expected):
    assert (period(text), identifier(text)) == expected


def test_a_period_of_another_form_is_refused():
    message = "'a cohort' is no period of the official layout: write 2023-24, 2024, Sep 2023 or"
    with pytest.raises(ValueError, match=message):
        period("a cohort")


def test_published_figures_stand_beside_the_simulated_years(comparison):
    shown = series(comparison, official(comparison)).set_index("Indicator")
    row = shown.loc["Referrals"]
    assert row["Published"] == "516"
    assert [name for name in shown.columns if name[:2] == "20"] == [
        "2023-24", "2024-25", "2025-26", "2026-27",
    ]  # fmt: skip


def test_wide_tables_are_cut_into_blocks_that_fit(busy, comparison):
    parts = headline(Comparison(open_results(busy)))
    assert [len(part.heads) for part in parts] == [4, 4, 4]
    assert {part.heads[0] for part in parts} == {"Current policy continues"}
    assert sum(len(part.rows[0].cells) for part in parts) == 9
    assert blocks(headline(comparison)[0]) == headline(comparison)


def test_the_glossary_tells_the_words_of_the_page_and_no_others():
    words = dict(entries())
    assert words["replicate"] == "one stream of luck"
    chosen = dict(used("<p>Two replicates, and a <b>referral</b>.</p><style>just culture</style>"))
    assert set(chosen) == {"replicate", "referral"}


def test_policies_of_which_the_same_is_said_share_a_line():
    told = [("A", "nothing."), ("B", "load down."), ("C", "nothing.")]
    assert gathered(told) == [("A; C", "nothing."), ("B", "load down.")]


def test_a_lever_that_is_multiplied_is_told_with_what_it_becomes():
    change = Change("casework.supervision_hours", "multiply", 1.5)
    assert changed(change).endswith(": 24 hours per year → 36 hours per year (× 1.5)")
