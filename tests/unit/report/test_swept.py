"""Figures of sweeps: found for the designs that carry them, and true to what was planted."""

from dataclasses import replace
from itertools import combinations, product
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from sim.measures import MEASURES
from sim.report.comparison import Comparison
from sim.report.figures.style import NARROW, WIDE, house_style
from sim.report.swept.heat import heat
from sim.report.swept.lines import lines
from sim.report.swept.section import section
from sim.report.swept.sensitivity import sensitivity
from sim.report.swept.swept import label
from sim.report.swept.years import years
from sim.scenario import Experiment, load_scenario
from sim.scenario.varying.design import Design, Factor
from sim.study.design.points import drawn
from tests.unit.report.test_figures import apart_by_a_hair, visible

TINY = load_scenario("tiny")
HAZARD = Factor("workforce.exit_hazard", 0.11, 0.17)
CAP = Factor("allocation.caseload_cap", 12.0, 20.0, (12.0, 16.0, 20.0))
SWITCH = Factor("loops.silence", 0.0, 1.0, (0.0, 1.0))
ASKED = Experiment("swept", "Swept", "?", (TINY,), "tiny", 2, 1, ("turnover", "caseload"),
                   TINY.start, TINY.end)  # fmt: skip


def made(design, *factors):
    """Runs in which turnover is 100 × the first factor and caseload the sum of the others."""
    asked = drawn(replace(ASKED, design=design, factors=factors))
    rows = [
        {"scenario": "tiny", "draw": draw, "replicate": one,
         "turnover": 100 * point[0] + 0.01 * one, "caseload": sum(point[1:]) + 10}
        for draw, point in enumerate(asked.points, 1) for one in range(asked.replicates)
    ]  # fmt: skip
    comparison = Comparison(SimpleNamespace(experiment=asked))
    vars(comparison).update(runs=pd.DataFrame(rows), scenarios={"tiny": TINY},
                            measures=[MEASURES[name] for name in asked.measures])  # fmt: skip
    return comparison


def over_years(design, *factors):
    """Runs whose caseload follows the first factor in the first year, the second in the next."""
    comparison = made(design, *factors)
    asked, rows = comparison.experiment, []
    for draw, point in enumerate(asked.points, 1):
        unit = [(x - one.low) / (one.high - one.low) for x, one in zip(point, factors, strict=True)]
        for replicate, (year, drives) in product(range(2), (("2026-27", 0), ("2027-28", 1))):
            cases = 10 + 5 * unit[drives] + 0.001 * ((draw * 7919 + replicate * 104729) % 97 / 97)
            rows += [
                {"scenario": "tiny", "draw": draw, "replicate": replicate, "weeks": 13,
                 "quarter": f"{year} Q{number}", "first_week": 13 * number,
                 "cases_weeks": 13 * cases, "cases": cases,
                 "case_holders_weeks": 13.0, "case_holders": 1.0}
                for number in range(1, 5)
            ]  # fmt: skip
    vars(comparison).update(quarterly=pd.DataFrame(rows), measures=[MEASURES["caseload"]])
    return comparison


SOBOL = made(Design("sobol", samples=256), HAZARD, CAP, SWITCH)
MORRIS = made(Design("morris", trajectories=10, levels=4), HAZARD, CAP, SWITCH)
ALONE = made(Design("one-at-a-time", levels=3), HAZARD, CAP, SWITCH)
GRID = made(Design("grid", levels=4), HAZARD, CAP)
YEARS = over_years(Design("sobol", samples=64), HAZARD, CAP)
PLAIN = Comparison(SimpleNamespace(experiment=ASKED))


def rows_of(figure, measure):
    return figure.data[figure.data["measure"] == measure].set_index(["factor", "kind"])["value"]


def test_sobol_shares_are_those_that_were_planted():
    found = rows_of(sensitivity(SOBOL), "turnover")
    assert found[HAZARD.parameter, "Alone"] == pytest.approx(1, abs=0.05)
    assert found[HAZARD.parameter, "With all others"] == pytest.approx(1, abs=0.05)
    assert abs(found[CAP.parameter, "With all others"]) < 0.01
    other = rows_of(sensitivity(SOBOL), "caseload")
    assert other[CAP.parameter, "With all others"] > 0.9


def test_morris_sizes_are_what_a_factor_changes_over_its_range():
    found = rows_of(sensitivity(MORRIS), "turnover")
    assert found[HAZARD.parameter].item() == pytest.approx(6.0)
    assert found[SWITCH.parameter].item() == pytest.approx(0.0)


def test_a_tornado_is_the_change_over_each_range():
    found = rows_of(sensitivity(ALONE), "caseload")
    assert found[CAP.parameter].item() == pytest.approx(8.0)
    assert found[HAZARD.parameter].item() == pytest.approx(0.0)


def test_the_title_names_what_drives_the_first_measure():
    told = sensitivity(SOBOL).title
    assert told.startswith("Staff turnover is driven most by “Leaving at usual strain")
    assert "silence" not in told.lower()


def test_what_moves_nothing_drives_nothing():
    still = made(Design("one-at-a-time", levels=3), SWITCH, CAP)
    still.runs["turnover"] = 14.1
    assert sensitivity(still).title == "Staff turnover: no factor stands out from luck"


def test_luck_is_told_of_each_measure():
    assert "Staff turnover: luck makes 0% of the spread" in sensitivity(SOBOL).description


def test_a_grid_of_two_has_its_number_in_each_cell():
    figure = heat(GRID)
    cells = figure.data.set_index("row")
    assert cells.shape == (4, 3)
    assert cells.loc[0.11].to_numpy() == pytest.approx([11.005] * 3)
    assert figure.title == "Staff turnover: from 11.0 to 17.0 over the grid"


def test_lines_rise_where_the_measure_does():
    own = lines(SOBOL).data
    along = own[own["factor"] == HAZARD.parameter]["mean"].to_numpy()
    assert (np.diff(along) > 0).all()
    flat = own[own["factor"] == SWITCH.parameter]["mean"].to_numpy()
    assert np.ptp(flat) < 0.2


@pytest.mark.parametrize("draw", [sensitivity, heat, lines, years])
def test_without_a_design_there_is_no_such_figure(draw):
    assert draw(PLAIN) is None


def test_other_designs_have_no_figure_that_they_cannot_carry():
    assert (sensitivity(GRID), heat(SOBOL), heat(MORRIS), lines(ALONE)) == (None,) * 4


def test_a_switch_is_named_by_its_loop_and_a_long_label_is_cut():
    assert label("loops.silence") == "Silence"
    assert label("allocation.caseload_cap").startswith("Most cases")
    assert ";" not in label("allocation.caseload_cap")


@pytest.mark.parametrize("canvas", [WIDE, NARROW], ids=lambda one: one.name)
@pytest.mark.parametrize(
    ("figure", "comparison"),
    [(sensitivity, SOBOL), (sensitivity, MORRIS), (sensitivity, ALONE), (heat, GRID),
     (lines, SOBOL), (lines, GRID), (years, YEARS)],
)  # fmt: skip
def test_texts_keep_apart(figure, comparison, canvas):
    with house_style("swept"):
        for draw in figure(comparison).sheets:
            picture = draw(canvas)
            picture.draw_without_rendering()
            boxes = [(one.get_text(), one.get_window_extent()) for one in visible(picture)]
            for text, box in boxes:
                inside = box.x0 >= picture.bbox.x0 - 1 and box.x1 <= picture.bbox.x1 + 1
                assert inside, ("cut off", text)
            for (text, box), (other, its) in combinations(boxes, 2):
                assert apart_by_a_hair(box, its), (text, other)


def chosen(good_from=0.14):
    """A policy that lowers turnover by 5 where people leave often, and by nothing elsewhere."""
    comparison = made(Design("lhs", samples=200), HAZARD, Factor("market.degree_share", 0.3, 0.45))
    helped = comparison.runs.copy()
    helped["scenario"] = "helped"
    often = comparison.runs["draw"].map(
        {n: point[0] > good_from for n, point in enumerate(comparison.experiment.points, 1)}
    )
    helped["turnover"] = helped["turnover"] - 5.0 * often
    both = {"tiny": TINY, "helped": replace(TINY, name="helped", title="Help")}
    vars(comparison).update(runs=pd.concat([comparison.runs, helped]), scenarios=both,
                            policies=["helped"])  # fmt: skip
    return comparison


def test_where_a_policy_fails_is_told_by_its_factor():
    told = section(chosen())
    sentence = next(one for one in told.said if one.startswith("“Help” betters staff turnover"))
    assert "in 50% of 200 futures" in sentence
    assert "gather where “Leaving at usual strain" in sentence
    assert "“Share" not in sentence


def test_regret_and_worth_follow_from_what_was_planted():
    told = section(chosen())
    current, helped = told.regret
    assert (helped[1], helped[4]) == ("100%", "0.0")
    assert current[4] == "5.0"
    assert max(float(row[1].split()[0]) for row in told.worth) <= 0.1  # the policy is never worse
    assert told.subject == "Staff turnover (% a year)"


def test_levers_and_few_points_are_no_futures():
    assert section(GRID).regret == []
    few = made(Design("lhs", samples=20), HAZARD, Factor("market.degree_share", 0.3, 0.45))
    decided = made(Design("lhs", samples=60), HAZARD, CAP)
    laid = made(Design("grid", levels=4), HAZARD, CAP)
    for comparison in (few, decided, laid):
        vars(comparison)["policies"] = ["tiny"]
    assert "not told: 20 futures are too few, 50 are needed." in section(few).said[-1]
    assert "laid out to compare, and are no sample of futures." in section(laid).said[-1]
    assert "is decided, and does not come about." in section(decided).said[-1]
    assert section(PLAIN) is None


@pytest.mark.parametrize(
    "design", [Design("sobol", samples=128), Design("morris", trajectories=10, levels=4)]
)
def test_what_drives_a_measure_is_told_year_by_year(design):
    figure = years(over_years(design, HAZARD, CAP))
    value = figure.data.set_index(["year", "factor"])["value"]
    assert value["2026-27", HAZARD.parameter] > 10 * value["2026-27", CAP.parameter]
    assert value["2027-28", CAP.parameter] > 10 * value["2027-28", HAZARD.parameter]
    assert "in 2026-27, by " in figure.title
    assert (figure.data["floor"] < 0.01).all()


def test_one_year_has_no_course():
    short = over_years(Design("sobol", samples=16), HAZARD, CAP)
    vars(short)["quarterly"] = short.quarterly[short.quarterly["quarter"].str[:7] == "2026-27"]
    assert years(short) is None


def test_what_luck_alone_would_show_stands_beside_what_factors_show():
    rows = sensitivity(SOBOL).data
    assert (rows[rows["measure"] == "turnover"]["floor"].abs() < 1e-6).all()
    assert "By luck alone" in sensitivity(SOBOL).table.columns


def test_the_floor_of_morris_is_the_mean_size_of_luck_over_a_step():
    noisy = made(Design("morris", trajectories=200, levels=4), HAZARD, CAP)
    luck = np.sin(np.arange(len(noisy.runs)) * 12.9898) * 43758.5453
    vars(noisy)["runs"] = noisy.runs.assign(turnover=luck - np.floor(luck))
    own = sensitivity(noisy).data
    own = own[own["measure"] == "turnover"]
    assert own["value"].to_numpy() == pytest.approx(own["floor"].to_numpy(), rel=0.12)


@pytest.mark.parametrize(
    "design", [Design("sobol", samples=64), Design("morris", trajectories=10, levels=4),
               Design("one-at-a-time", levels=3)]
)  # fmt: skip
def test_luck_alone_names_no_driver(design):
    noisy = made(design, HAZARD, CAP, SWITCH)
    luck = np.sin(np.arange(len(noisy.runs)) * 12.9898) * 43758.5453
    vars(noisy)["runs"] = noisy.runs.assign(turnover=luck - np.floor(luck))
    assert sensitivity(noisy).title == "Staff turnover: no factor stands out from luck"


def test_one_replicate_names_no_driver():
    once = made(Design("sobol", samples=64), HAZARD, CAP)
    vars(once)["runs"] = once.runs[once.runs["replicate"] == 0]
    told = "Staff turnover: one replicate cannot tell what drives it from luck"
    assert sensitivity(once).title == told


def test_a_year_in_which_nothing_varied_is_left_out():
    late = over_years(Design("sobol", samples=64), HAZARD, CAP)
    rows = late.quarterly
    third = rows[rows["quarter"].str[:7] == "2027-28"].copy()
    third["quarter"] = "2028-29" + third["quarter"].str[7:]
    first = rows["quarter"].str[:7] == "2026-27"
    still = rows.assign(cases_weeks=rows["cases_weeks"].where(~first, 130.0),
                        cases=rows["cases"].where(~first, 10.0))  # fmt: skip
    vars(late)["quarterly"] = pd.concat([still, third])
    assert set(years(late).data["year"]) == {"2027-28", "2028-29"}
