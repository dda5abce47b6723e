"""Careers: one person over many jobs, and what ends the following."""

import numpy as np
import pandas as pd
import pytest

from sim.analysis.careers import careers, in_profession
from sim.kernel.calendar import WEEKS_IN_YEAR
from sim.kernel.chance import Chance
from tests.odds import agrees

NAMES = ["person", "start_week", "stop_week", "ended_by", "newly_qualified"]
WAYS = ("profession", "another authority", "agency")


def jobs(*rows):
    return pd.DataFrame(rows, columns=NAMES)


def told(*rows, first=0, last=300):
    """Each person's weeks and whether the career ended."""
    made = careers(jobs(*rows), first, last)
    return {
        person: (weeks, ended)
        for person, weeks, ended in zip(made["person"], made["weeks"], made["ended"], strict=True)
    }


def test_a_career_goes_on_with_the_next_employer():
    assert told(
        (1, 10, 60, "another authority", True), (1, 64, 100, "agency", False),
        (1, 101, 130, "assignment ended", False), (1, 150, 200, "retired", False),
    ) == {1: (190, True)}  # fmt: skip


@pytest.mark.parametrize(
    "ending", ["another authority", "agency", "promoted", "assignment ended"]
)  # fmt: skip
def test_who_goes_where_nobody_can_follow_is_followed_until_then(ending):
    assert told((1, 10, 60, ending, True)) == {1: (50, False)}


def test_who_comes_back_never_left():
    gone, back = (1, 10, 60, "profession", True), (1, 160, -1, "", False)
    assert told(gone) == {1: (50, True)}
    assert told(gone, back) == {1: (290, False)}
    assert told(gone, back, last=150) == {1: (50, True)}


def test_jobs_need_not_come_in_order():
    later, earlier = (1, 64, 100, "profession", False), (1, 10, 60, "another authority", True)
    assert told(later, earlier) == {1: (90, True)}


def test_only_those_who_began_newly_qualified_in_the_window_are_followed():
    assert told(
        (1, -5, 60, "profession", True), (2, 10, 60, "profession", False), (3, 301, -1, "", True),
        (4, -9, 60, "another authority", True), (4, 70, 90, "profession", True),
        (5, 299, 310, "profession", True),
    ) == {5: (1, False)}  # fmt: skip


def test_the_share_after_three_years_needs_somebody_followed_so_long():
    stay, go = (1, 0, -1, "", True), (2, 0, 60, "profession", True)
    assert in_profession(jobs(stay, go), 300) == 50.0
    assert in_profession(jobs(stay), 300) == 100.0
    assert np.isnan(in_profession(jobs(stay, go), 150))
    assert np.isnan(in_profession(jobs((3, 0, 9, "agency", False)), 300))
    assert np.isnan(in_profession(jobs((4, 250, -1, "", True)), 300))


LEAVE, MOVE, LOST, LAST, PEOPLE, MOST_JOBS = 0.002, 0.004, 0.004, 310, 4000, 20


def lives():
    """Jobs ended by constant weekly chances: leaving the profession, moving, or being lost."""
    chance, who = Chance(5, 0), np.arange(PEOPLE)
    start, parts = (140 * chance.uniforms("test.start", 0, who)).astype(int), []
    for job in range(MOST_JOBS):
        wait, way = (chance.uniforms(f"test.{one}", job, who) for one in ("wait", "way"))
        stop = start + 1 + (np.log(wait) / np.log(1 - LEAVE - MOVE - LOST)).astype(int)
        bounds = np.cumsum([LEAVE, MOVE]) / (LEAVE + MOVE + LOST)
        ending = np.array(WAYS)[np.searchsorted(bounds, way)]
        there = stop <= LAST
        parts.append(pd.DataFrame({
            "person": who, "start_week": start, "stop_week": np.where(there, stop, -1),
            "ended_by": np.where(there, ending, ""), "newly_qualified": job == 0,
        }))  # fmt: skip
        on = there & (ending == "another authority")
        who, start = who[on], stop[on]
    assert not len(who)
    return pd.concat(parts)


def test_the_share_is_that_of_a_known_hazard_whoever_employs_them():
    rows, weeks = lives(), 3 * WEEKS_IN_YEAR
    found = in_profession(rows, LAST) / 100
    truth = (1 - LEAVE) ** int(weeks)
    made = careers(rows, 0, LAST)
    followed = int((made["weeks"] >= weeks).sum())
    assert followed > 1000
    # those still followed stand for all: the estimate is at least as sure as a share of them
    assert agrees(found * followed, followed, truth), (found, truth)
    as_if_lost_stayed = 1 - (made["ended"] & (made["weeks"] <= weeks)).mean()
    first_jobs = rows[rows["newly_qualified"] & (rows["start_week"] <= LAST - weeks)]
    as_if_jobs_were_careers = (first_jobs["stop_week"] < 0).mean()
    for naive in (as_if_lost_stayed, as_if_jobs_were_careers):
        assert not agrees(naive * followed, followed, truth), (naive, truth)
