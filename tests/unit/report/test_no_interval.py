"""No interval, no claim: policies that reach nothing, one replicate, and the kind of interval."""

import re

import pandas as pd
import pytest

from sim.report import write
from sim.report.answer import kind, lines
from sim.report.comparison import Comparison
from sim.report.course import Courses
from sim.report.figures.effects import effects, table
from sim.report.figures.precision import precision
from sim.report.figures.precision import title as precision_title
from sim.report.figures.tradeoff import movements
from sim.report.figures.tradeoff import title as tradeoff_title
from sim.report.foretold import judged
from sim.report.numbers import listed, shown
from sim.report.sentences import (
    UNREACHED,
    Effect,
    Subject,
    about_one_measure,
    count_clear,
    full_sentence,
    verdict,
)
from sim.report.tables import headline
from sim.study.store import open_results

TURNOVER = Subject("turnover", "Staff turnover", "lower", 0.5, shown("% a year", 1, 16))
TITLES = {"cap": "Caseload cap", "help": "Early help", "tools": "Twice the tools"}
NAN = float("nan")


def effect(change, half, adjusted, scenario="cap", n=8):
    low, high = change - adjusted, change + adjusted
    is_clear = low > 0 or high < 0
    return Effect(
        "turnover", scenario, 16.0, change, change - half, change + half, low, high, is_clear, n,
        1.0, 0.01,
    )  # fmt: skip


SAME, LONE = effect(0.0, 0.0, 0.0, "tools"), effect(-2.0, NAN, NAN, n=1)
SEEN, HIDDEN = effect(-2.6, 0.5, 0.7), effect(0.2, 0.6, 0.9, "help")


class Idle(Comparison):
    """The same runs, with every policy's values those of the baseline."""

    def __init__(self, results):
        super().__init__(results)
        runs, keys = results.table("runs"), ["draw", "replicate"]
        names = [one.name for one in Comparison(results).measures]
        base = runs[runs["scenario"] == self.baseline].set_index(keys)[names]
        values = base.reindex(pd.MultiIndex.from_frame(runs[keys])).to_numpy()
        object.__setattr__(self, "runs", runs.assign(**dict(zip(names, values.T, strict=True))))


@pytest.fixture(scope="module")
def idle(folder):
    return Idle(open_results(folder))


def test_what_is_exactly_the_same_is_told_as_such_everywhere(idle):
    cells = [cell for part in headline(idle) for row in part.rows for cell in row.cells]
    assert {cell.note for cell in cells} == {f"({UNREACHED})"}
    assert {cell.interval for cell in cells} == {""}
    assert set(table(idle)["Clear"]) == {UNREACHED}
    assert set(table(idle)["Unadjusted 95% interval"]) == {"no interval"}
    assert effects(idle).title == (
        "No policy reached any of the 5 measures: exactly the same in every replicate"
    )
    assert "exactly the same in every replicate, so not reached, on all 5 measures" in str(
        lines(idle)
    )
    assert tradeoff_title(idle, movements(idle)) == (
        "Harm found and needless enquiries exactly the same in every replicate with any policy"
    )
    assert kind(idle) == ""
    told = [one.found for one in judged(idle) if one.verdict != "not compared"]
    assert len(told) == 3
    assert all(one.endswith(": exactly the same in every replicate") for one in told)


def test_the_course_of_a_policy_that_reached_nothing_is_told_as_the_same(folder):
    comparison = Comparison(open_results(folder))
    rows = comparison.quarterly
    base = rows[rows["scenario"] == comparison.baseline]
    idle = pd.concat([base.assign(scenario=name) for name in comparison.scenarios])
    comparison.__dict__["quarterly"] = idle
    course = Courses(comparison)
    same = "exactly the same in every replicate"
    assert {line for _, line in course.mechanisms} == {
        f"all {len(course.between)} intermediate quantities are {same}."
    }
    named = listed([subject.mid for subject in comparison.subjects])
    assert {(len(shown), rest) for _, shown, rest in course.moments} == {(0, f"{same}: {named}.")}


def test_no_precision_is_claimed_from_a_policy_that_reached_nothing(idle):
    assert precision(idle).title == (
        "Harm recognised within 52 weeks exactly the same in every replicate: no policy reached "
        "this measure"
    )


def test_sentences_on_a_policy_that_reached_nothing():
    assert verdict(SAME, TURNOVER) == "exactly the same"
    assert about_one_measure([SAME], TURNOVER, TITLES) == (
        "Staff turnover exactly the same in every replicate with “Twice the tools”: the policy "
        "did not reach this measure"
    )
    assert full_sentence([SAME], TURNOVER, TITLES) == (
        "In the simulation, staff turnover would be exactly the same in every replicate with "
        "“Twice the tools”: the policy did not reach this measure."
    )
    assert about_one_measure([SEEN, HIDDEN, SAME], TURNOVER, TITLES).endswith(
        "; no clear change with “Early help”; exactly the same in every replicate with “Twice the "
        "tools”"
    )
    assert about_one_measure([HIDDEN, SAME], TURNOVER, TITLES) == (
        "No clear change in staff turnover with “Early help”; exactly the same in every replicate "
        "with “Twice the tools”"
    )
    assert count_clear([HIDDEN, SAME], TITLES).endswith(
        "with any policy; 1 of 2 exactly the same in every replicate"
    )


def test_a_mean_of_nought_whose_replicates_differ_is_not_the_same():
    assert verdict(effect(0.0, 0.1, 0.2), TURNOVER) == "no change that matters"


def test_enough_replicates_is_judged_by_the_adjusted_interval():
    narrow_alone = effect(-0.1, 0.4, 0.7)
    assert precision_title([narrow_alone], TURNOVER, TITLES).startswith("Too few replicates")
    assert precision_title([effect(-0.1, 0.2, 0.4), SAME], TURNOVER, TITLES) == (
        "Enough replicates to see a change of 0.5 percentage points in staff turnover (adjusted); "
        "exactly the same in every replicate with “Twice the tools”"
    )


def test_one_replicate_tells_nothing_from_luck():
    assert verdict(LONE, TURNOVER) == "no interval"
    told = "One replicate cannot tell a change in staff turnover from luck"
    assert about_one_measure([LONE], TURNOVER, TITLES) == f"{told} with “Caseload cap”"
    assert full_sentence([LONE, LONE], TURNOVER, TITLES) == f"{told}."
    assert count_clear([LONE], TITLES) == (
        "One replicate cannot tell a change in any of the 1 measures from luck"
    )


def test_a_page_of_one_replicate_claims_no_interval(make_results, tmp_path):
    text = write(make_results(tmp_path / "one", replicates=1)).read_text(encoding="utf-8")
    assert "not known to not known" not in text
    assert text.count("One replicate was run: no number here has an interval") <= 2
    assert "One replicate was run: there is no interval" in text
    titles = " ".join(re.findall(r"<h3[^>]*>Figure \d+: (.+?)</h3>", text))
    assert titles
    assert "o clear change" not in titles
    figures = text.split('id="findings"')[1].split('id="course"')[0].split("<details>")
    shown = re.sub(r"<[^>]+>", "", " ".join(part.split("</details>")[-1] for part in figures))
    assert shown.count("one replicate has no interval, so none is drawn") == 4
    assert shown.count("with its unadjusted 95% band over spells") == 2
    assert "Change in one replicate, which cannot be told from luck" in shown
    assert not re.search(r"95% interval|the adjusted interval|Holm", shown)


def test_every_interval_names_its_kind(report):
    answer = report.split('class="answer">')[1].split("<h2")[0]
    assert "95% intervals adjusted for 15 comparisons (Holm)" in answer
    assert "with unadjusted 95% intervals</caption>" in report
    assert "Under each change stands its unadjusted 95% interval" in report
    assert "hold the true changes somewhat less often than 95% of the time" in report
