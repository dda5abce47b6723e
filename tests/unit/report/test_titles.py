"""Titles: flip the sign and they turn; widen the interval and they fall silent."""

import re
from dataclasses import replace

import pandas as pd
import pytest

from sim.analysis.fans import by_quarter, fan
from sim.analysis.paired import effects
from sim.measures import MEASURES
from sim.report.answer import answer, lines
from sim.report.comparison import Comparison
from sim.report.figures.effects import effects as effects_figure
from sim.report.figures.fan import spread
from sim.report.figures.fan import title as fan_title
from sim.report.figures.groupings import DEPRIVATION
from sim.report.figures.groups import title as groups_title
from sim.report.figures.tradeoff import WORDS, move, movements, tradeoff
from sim.report.figures.tradeoff import title as tradeoff_title
from sim.report.numbers import shown
from sim.report.words.effect import Effect, Subject
from sim.report.words.sentences import about_one_measure, count_clear
from sim.study.store import open_results

TURNOVER = Subject("turnover", "Staff turnover", "lower", 0.5, shown("% a year", 1, 16))
TITLES = {"cap": "Caseload cap"}
UP, DOWN = r"\b(up|higher|more)\b", r"\b(down|lower|fewer|less)\b"


def told(change, spread):
    """The title made from four pairs of runs that differ by `change`, more or less."""
    luck = (-1.5, -0.5, 0.5, 1.5)
    runs = pd.DataFrame(
        [("baseline", 0, n, 16.0) for n in range(4)]
        + [("cap", 0, n, 16.0 + change + spread * luck[n]) for n in range(4)],
        columns=["scenario", "draw", "replicate", "turnover"],
    )
    found = [Effect.of(row) for row in effects(runs, ["turnover"], "baseline").itertuples()]
    return about_one_measure(found, TURNOVER, TITLES)


def test_the_title_turns_with_the_sign_and_falls_silent_with_the_interval():
    down, up, wide = told(-2.6, 0.1), told(+2.6, 0.1), told(+2.6, 4.0)
    assert (
        down == "Staff turnover down about 2.6 percentage points (2.4 to 2.8) with “Caseload cap”"
    )
    assert up == "Staff turnover up about 2.6 percentage points (2.4 to 2.8) with “Caseload cap”"
    assert wide == "No clear change in staff turnover with “Caseload cap”"
    assert len({down, up, wide}) == 3


class Turned(Comparison):
    """The same runs, with each policy's differences times something, and luck added."""

    def __init__(self, results, times, luck):
        super().__init__(results)
        object.__setattr__(self, "runs", self.changed(results.table("runs"), times, luck))

    def changed(self, runs, times, luck):
        names = [one.name for one in Comparison(self.results).measures]
        keys = ["draw", "replicate"]
        base = runs[runs["scenario"] == self.baseline].set_index(keys)[names]
        wide = runs.set_index(keys)
        rows = base.reindex(wide.index).to_numpy()
        noise = luck * (2.0 * (runs["replicate"].to_numpy() % 2) - 1)[:, None] * abs(rows)
        moved = (
            rows
            + times * (wide[names].to_numpy() - rows)
            + noise * (runs["scenario"].to_numpy() != self.baseline)[:, None]
        )
        return runs.assign(**dict(zip(names, moved.T, strict=True)))


@pytest.fixture(scope="module")
def three(folder):
    """The results as they are, with every change turned round, and drowned in luck."""
    results = open_results(folder)
    return {
        "as it is": Turned(results, 1, 0.0),
        "turned": Turned(results, -1, 0.0),
        "drowned": Turned(results, -1, 3.0),
    }


MAKERS = {
    "over time": lambda c: fan_title(c, c.subject("caseload")),
    "answer": answer,
    "policies": lambda c: " ".join(f"{name}: {line}" for name, line in lines(c)),
    "effects, described": lambda c: effects_figure(c).description,
    "trade-off": lambda c: tradeoff_title(c, movements(c)),
}


@pytest.mark.parametrize("maker", MAKERS)
def test_every_kind_of_finding_changes_twice(three, maker):
    as_it_is, turned, drowned = (MAKERS[maker](one) for one in three.values())
    assert len({as_it_is, turned, drowned}) == 3
    assert not re.search(UP, drowned)
    assert not re.search(DOWN, drowned)
    assert "o clear change" in drowned or "not clear" in drowned or "none of" in drowned


def test_titles_that_count_fall_silent_too(three):
    assert "Clear changes among" in effects_figure(three["turned"]).title
    assert effects_figure(three["drowned"]).title.startswith("No clear change in any of the")


def one_effect(scenario, *, clear, change=1.0):
    low, high = (change - 0.1, change + 0.1) if clear else (-9.0, 9.0)
    return Effect("turnover", scenario, 16, change, low, high, low, high, clear, 8, 1.0, 0.01, 8)


def test_titles_by_group_tell_no_difference_between_groups():
    told_ = [("turnover", cell, one_effect("cap", clear=cell == 5)) for cell in DEPRIVATION.cells]
    title = groups_title(DEPRIVATION, told_)
    assert title == (
        "Clear changes: 1 of 1 in the most deprived fifth, none of 1 in the least deprived fifth"
    )
    assert not re.search(r"\b(than|larger|most of all|compared)\b", title)


def test_titles_of_many_policies_name_a_few_and_count_the_rest():
    names = [f"p{n}" for n in range(16)]
    titles = {name: name.upper() for name in names}
    clear = [one_effect(name, clear=n < 6, change=6.0 - n) for n, name in enumerate(names)]
    told_ = about_one_measure(clear, TURNOVER, titles)
    assert told_.count("“") == 4
    assert (
        told_.endswith(
            "; clear changes with two more policies; no clear change with the other ten policies"
        )
        or "with the other 10 policies" in told_
    )
    counted = count_clear(clear, titles)
    assert counted == (
        "Clear changes among 1 measures: 1 with “P0”, 1 with “P1”, 1 with “P2”, 1 with “P3”, up to "
        "1 with two other policies and none with 10 other policies"
    )


def test_the_answer_groups_the_policies_that_move_nothing(busy):
    comparison = Comparison(open_results(busy))
    told_ = lines(comparison)
    assert len(told_) < len(comparison.policies)
    title, last = told_[-1]
    still = [
        name for name in comparison.policies
        if not any(one.clear for one in comparison.effects_of(name))
    ]  # fmt: skip
    assert title == f"The other {len(still)}"
    assert all(comparison.titles[name] in last for name in still)


def test_policies_that_all_move_nothing_are_not_called_the_others(busy):
    drowned = Turned(open_results(busy), -1, 3.0)
    ((title, told_),) = lines(drowned)
    assert title == "All 9"
    assert told_.startswith("no clear change on any of ")


def test_what_is_clear_elsewhere_begins_with_what_is_better_or_worse(folder):
    comparison = Comparison(open_results(folder))
    quiet = [replace(one, clear=False) for one in comparison.effects]
    for n, measure, p in ((0, "referrals", 1e-9), (1, "turnover", 1e-3), (2, "harmed_weeks", 1e-2)):
        large = 100 * comparison.subject(measure).matters
        ends = {"low_adjusted": 0.9 * large, "high_adjusted": 1.1 * large}
        one = replace(quiet[n], measure=measure, scenario="cap", clear=True, p_holm=p)
        quiet[n] = replace(one, change=large, **ends)
    comparison.__dict__["effects"] = quiet
    assert comparison.subject("referrals").better == "neither"
    assert " Clear elsewhere: harmed child-weeks about " in answer(comparison)


def test_effects_are_described_by_the_verdicts_that_the_answer_goes_by(folder):
    comparison = Comparison(open_results(folder))
    described = effects_figure(comparison).description
    for name, line in lines(comparison):
        counts = [part.rstrip(".") for part in line.split("; ") if " of 5 measures" in part]
        assert counts, name
        (own,) = [one for one in re.split(r"(?<=[.]) ", described) if one.startswith(f"{name}:")]
        assert all(part in own for part in counts)


@pytest.mark.parametrize(
    ("found", "needless", "said"),
    [
        ("clear", "not clear", "more harm found and no clear change in needless enquiries"),
        ("clear", "small",
         "more harm found and no change in needless enquiries large enough to matter"),
        ("small", "clear", "more needless enquiries and no change in harm found large enough to "
         "matter"),
        ("small", "small", "no change in harm found or needless enquiries large enough to matter"),
        ("small", "not clear", "no change in harm found large enough to matter and no clear "
         "change in needless enquiries"),
        ("not clear", "small", "no change in needless enquiries large enough to matter and no "
         "clear change in harm found"),
        ("not clear", "not clear", "no clear change in harm found or needless enquiries"),
    ],
)  # fmt: skip
def test_a_trade_off_tells_what_is_too_small_from_what_is_not_clear(folder, found, needless, said):
    comparison = Comparison(open_results(folder))
    both = []
    for measure, kind in (("recognised_52w", found), ("needless_enquiries", needless)):
        half = comparison.subject(measure).matters / 2
        low, high = {"clear": (3 * half, 5 * half), "small": (0.5 * half, 1.5 * half),
                     "not clear": (-6 * half, 8 * half)}[kind]  # fmt: skip
        both.append(Effect(measure, "cap", 16, (low + high) / 2, low, high, low, high,
                           kind != "not clear", 8, 1.0, 0.01, 8))  # fmt: skip
    assert WORDS[move(comparison, both)] == said


@pytest.mark.parametrize("measure", ["recognised_52w", "needless_enquiries"])
def test_a_trade_off_of_what_is_not_known_is_not_drawn(folder, measure):
    comparison = Comparison(open_results(folder))
    assert tradeoff(comparison) is not None
    blank = Comparison(open_results(folder))
    blank.__dict__["runs"] = comparison.runs.assign(**{measure: float("nan")})
    assert tradeoff(blank) is None


def test_few_runs_are_told_by_their_range_and_many_by_nine_in_ten(folder):
    comparison = Comparison(open_results(folder))
    bands = fan(by_quarter(comparison.quarterly, MEASURES["caseload"]))
    subject = comparison.subject("caseload")
    last = by_quarter(comparison.quarterly, MEASURES["caseload"]).query(
        "scenario == 'baseline' and quarter == '2026-27 Q4'"
    )["value"]
    assert spread(comparison, subject, bands) == (
        "The six runs of the baseline range from "
        f"{subject.shown.number(last.min())} to {subject.shown.number(last.max())} then."
    )
    comparison.__dict__["runs_each"] = 20
    assert spread(comparison, subject, bands).startswith("Nine in ten runs of the baseline lie ")
