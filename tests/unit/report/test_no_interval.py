"""No interval, no claim: policies that change nothing, one replicate, and the kind of interval."""

import re
from dataclasses import replace

import pandas as pd
import pytest

from sim.analysis.time import course
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
from sim.report.tables import headline
from sim.report.words.effect import Effect, Subject
from sim.report.words.nothing import told_clear
from sim.report.words.sentences import about_one_measure, count_clear, full_sentence, verdict
from sim.study.store import open_results

TURNOVER = Subject("turnover", "Staff turnover", "lower", 0.5, shown("% a year", 1, 16))
TITLES = {"cap": "Caseload cap", "help": "Early help", "tools": "Twice the tools"}
NAN = float("nan")


def effect(change, half, adjusted, scenario="cap", n=8, replicates=None):
    low, high = change - adjusted, change + adjusted
    is_clear = low > 0 or high < 0
    return Effect(
        "turnover", scenario, 16.0, change, change - half, change + half, low, high, is_clear, n,
        1.0, 0.01, replicates or n,
    )  # fmt: skip


SAME, LONE = effect(0.0, 0.0, 0.0, "tools"), effect(-2.0, NAN, NAN, n=1)
SEEN, HIDDEN = effect(-2.6, 0.5, 0.7), effect(0.2, 0.6, 0.9, "help")


SIX = "no difference in the six replicates run"


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
    assert {cell.note for cell in cells} == {f"({SIX})"}
    assert {cell.interval for cell in cells} == {""}
    assert set(table(idle)["Clear"]) == {SIX}
    assert set(table(idle)["Unadjusted 95% interval"]) == {"no interval"}
    assert effects(idle).title == (
        "No difference in any of the 5 measures with any policy in the six replicates run"
    )
    assert "no difference on any of the 5 measures in the six replicates run" in str(lines(idle))
    assert tradeoff_title(idle, movements(idle)) == (
        "No difference in harm found or needless enquiries in the replicates run with any policy"
    )
    assert kind(idle) == ""
    told = [one.found for one in judged(idle) if one.verdict != "not compared"]
    assert len(told) == 3
    assert all(one.endswith(f": {SIX}") for one in told)


def test_the_course_of_a_policy_that_reached_nothing_is_told_as_the_same(folder):
    comparison = Comparison(open_results(folder))
    rows = comparison.quarterly
    base = rows[rows["scenario"] == comparison.baseline]
    idle = pd.concat([base.assign(scenario=name) for name in comparison.scenarios])
    comparison.__dict__["quarterly"] = idle
    followed = Courses(comparison)
    never = "in any replicate or quarter"
    assert {line for _, line in followed.mechanisms} == {
        f"no difference in any of {len(followed.between)} intermediate quantities, {never}."
    }
    named = listed([subject.mid for subject in comparison.subjects])
    assert {(len(shown), rest) for _, shown, rest in followed.moments} == {
        (0, f"no difference {never} in {named}.")
    }


def test_no_precision_is_claimed_from_a_policy_that_reached_nothing(idle):
    assert precision(idle).title == (
        "No difference in harm recognised within 52 weeks with any policy in the six replicates run"
    )


def test_sentences_on_a_policy_that_reached_nothing():
    assert verdict(SAME, TURNOVER) == "no difference"
    assert about_one_measure([SAME], TURNOVER, TITLES) == (
        "No difference in staff turnover with “Twice the tools” in the eight replicates run"
    )
    assert full_sentence([SAME], TURNOVER, TITLES) == (
        "The simulation shows no difference in staff turnover with “Twice the tools” in the eight "
        "replicates run."
    )
    assert about_one_measure([SEEN, HIDDEN, SAME], TURNOVER, TITLES).endswith(
        "; no clear change with “Early help”; no difference with “Twice the tools” in the eight "
        "replicates run"
    )
    assert about_one_measure([HIDDEN, SAME], TURNOVER, TITLES) == (
        "No clear change in staff turnover with “Early help”; no difference with “Twice the tools” "
        "in the eight replicates run"
    )
    assert count_clear([HIDDEN, SAME], TITLES).endswith(
        "with any policy; 1 of 2 shows no difference in the eight replicates run"
    )


def test_what_is_known_in_few_replicates_is_never_told_of_all():
    few = effect(0.0, 0.0, 0.0, "tools", n=3, replicates=8)
    assert verdict(few, TURNOVER) == "no difference where known"
    told = "in the 3 of 8 replicates where it is known"
    assert about_one_measure([few], TURNOVER, TITLES) == (
        f"No difference in staff turnover with “Twice the tools” {told}"
    )
    assert told_clear(few) == f"no difference {told}"
    whole = effect(0.0, 0.0, 0.0, "help")
    assert about_one_measure([SEEN, few, whole], TURNOVER, TITLES).endswith(
        f"; no difference with “Early help” in the eight replicates run; no difference with “Twice "
        f"the tools” {told}"
    )
    assert told_clear(effect(-2.6, 0.5, 0.7, n=3, replicates=8)) == (
        "clear, known in 3 of 8 replicates"
    )
    lone = effect(0.0, NAN, NAN, n=1, replicates=8)
    assert told_clear(lone) == "no difference in the 1 of 8 replicates where it is known"


class Sparse(Idle):
    """The same again, with values in the first three replicates alone."""

    def __init__(self, results):
        super().__init__(results)
        names = [one.name for one in Comparison(results).measures]
        known = self.runs["replicate"] < 3
        object.__setattr__(self, "runs", self.runs.assign(
            **{name: self.runs[name].where(known) for name in names}
        ))  # fmt: skip


def test_pairs_that_lack_a_value_are_counted_as_not_known(folder):
    sparse = Sparse(open_results(folder))
    assert {(one.n, one.replicates) for one in sparse.effects} == {(3, 6)}
    told = "no difference in the 3 of 6 replicates where it is known"
    assert {cell.note for part in headline(sparse) for row in part.rows for cell in row.cells} == {
        f"({told})"
    }
    assert effects(sparse).title.endswith("in the 3 of 6 replicates where it is known")
    judgements = [one for one in judged(sparse) if one.verdict != "not compared"]
    assert {one.verdict for one in judgements} == {"not clear"}
    assert set(movements(sparse).values()) == {"lone"}
    assert set(table(sparse)["Same sign"]) == {"no difference"}


def test_a_course_known_in_part_is_not_told_as_the_same():
    rows = pd.DataFrame(
        [(name, 0, n, "2026-27 Q1", 0.0 if n < 2 else NAN)
         for name in ("baseline", "cap") for n in range(3)],
        columns=["scenario", "draw", "replicate", "quarter", "value"],
    )  # fmt: skip
    assert not course(rows, "cap", "baseline", "lower").is_nought
    assert course(rows[rows["replicate"] < 2], "cap", "baseline", "lower").is_nought


def test_noughts_are_not_counted_as_not_clear(folder):
    comparison = Comparison(open_results(folder))
    some = [replace(one, change=0.0, low=0.0, high=0.0, clear=False, low_adjusted=0.0,
                    high_adjusted=0.0) if one.measure != "caseload" else one
            for one in comparison.effects]  # fmt: skip
    comparison.__dict__["effects"] = some
    assert "clear changes in " in effects(comparison).description
    assert "no difference on 4 of 5 measures in the six " in effects(comparison).description
    assert "not clear" not in effects(comparison).description.partition(". ")[0]


def test_a_mean_of_nought_whose_replicates_differ_is_not_the_same():
    assert verdict(effect(0.0, 0.1, 0.2), TURNOVER) == "no change that matters"


def test_enough_replicates_is_judged_by_the_adjusted_interval():
    narrow_alone = effect(-0.1, 0.4, 0.7)
    assert precision_title([narrow_alone], TURNOVER, TITLES).startswith("Too few replicates")
    assert precision_title([effect(-0.1, 0.2, 0.4), SAME], TURNOVER, TITLES) == (
        "Enough replicates to see a change of 0.5 percentage points in staff turnover (adjusted); "
        "no difference with “Twice the tools” in the eight replicates run"
    )


def test_one_replicate_tells_nothing_from_luck():
    assert verdict(LONE, TURNOVER) == "no interval"
    assert about_one_measure([LONE], TURNOVER, TITLES) == (
        "One replicate cannot tell a change in staff turnover with “Caseload cap” from luck"
    )
    assert full_sentence([LONE, LONE], TURNOVER, TITLES) == (
        "One replicate cannot tell a change in staff turnover from luck."
    )
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
    assert "No replicate can tell" not in text
    assert "Nine in ten runs" not in text
    assert "95% below" not in text
    assert "not known" not in text.split('id="fit"')[1].split('id="assumptions"')[0]
    shown = re.sub(r"<[^>]+>", "", " ".join(part.split("</details>")[-1] for part in figures))
    assert shown.count("one replicate has no interval, so none is drawn") == 7
    assert shown.count("with its unadjusted 95% band over spells") == 3
    assert "Change in one replicate, which cannot be told from luck" in shown
    assert not re.search(r"95% interval|the adjusted interval|Holm", shown)


def test_every_interval_names_its_kind(report):
    answer = report.split('class="answer">')[1].split("<h2")[0]
    assert "95% intervals adjusted for 15 comparisons (Holm)" in answer
    assert "with unadjusted 95% intervals</caption>" in report
    assert "Under each change stands its unadjusted 95% interval" in report
    assert "hold the true changes somewhat less often than 95% of the time" in report
