"""Exits with every feedback neutral are a plain hazard: survival is exponential.

False alarms: one in a million for each comparison. Power: with some 2,600 posts over four
years, about 1,300 exits, a hazard 20% off in all would be caught 99 times in 100; the test
that asserts this prints the reach it has.
"""

from math import exp

import numpy as np
import pytest
from scipy import stats

from sim.analysis.survival import job_spells, kaplan_meier
from sim.kernel.calendar import WEEKS_IN_YEAR
from tests.odds import FALSE_ALARM, agrees, could_miss
from tests.worlds import small, world

HAZARD, TO_PROFESSION, TO_AGENCY = 0.16, 0.58, 0.16
RATIOS = (
    "workforce.exit_strain", "workforce.exit_supervision", "workforce.exit_blame",
    "workforce.exit_peer", "workforce.exit_caseload", "workforce.tenure_first",
    "workforce.tenure_second", "workforce.tenure_to_five", "workforce.tenure_to_ten",
    "workforce.tenure_over_ten", "workforce.age_over_60",
)  # fmt: skip
NEUTRAL = {
    "workforce.exit_hazard": HAZARD,
    **dict.fromkeys(RATIOS, 1.0),
    "workforce.authority_spread": 0.0,
    "workforce.year_spread": 0.0,
    "workforce.promoted": 0.0,
    "workforce.notice_weeks": 0.0,
    "workforce.exit_profession": TO_PROFESSION,
    "workforce.exit_profession_early": TO_PROFESSION,
    "workforce.exit_agency": TO_AGENCY,
    "workforce.families_per_post": 1.0,
    "workforce.hires": 0.3,
}
CHANCE = 1 - exp(-HAZARD / WEEKS_IN_YEAR)
YEARS = 4


@pytest.fixture(scope="module")
def jobs():
    """Jobs of permanent staff, and the last week of the run."""
    model = world(small(families=2640, past=0, years=YEARS, parameters=NEUTRAL))
    table = model.run()["jobs"]
    return table[~table.agency], model.week - 1


def looked_at(table, last, first_tenure, end_tenure):
    """Weeks in which somebody of such a tenure could have given notice, and how often it was given.

    Without notice to work, who decides in a week is gone the week after. Those in their first
    week have not yet been asked; those whose decision fell in the last week are still there.
    """
    start, stop = table.start_week.to_numpy(), table.stop_week.to_numpy()
    decided = np.where(stop >= 0, stop - 1, last + 1)
    begin = np.maximum(np.maximum(start + 1, 0), start + first_tenure)
    end = np.minimum(np.minimum(decided, last - 1), start + end_tenure - 1)
    gone = (decided <= end) & (decided >= begin)
    return int(gone.sum()), int(np.maximum(0, end - begin + 1).sum())


@pytest.mark.parametrize(("first", "end"), [(0, 1), (1, 2), (2, 5), (5, 10), (0, 99)])
def test_the_hazard_is_the_same_at_every_tenure(jobs, first, end):
    table, last = jobs
    weeks = [round(years * WEEKS_IN_YEAR) for years in (first, end)]
    exits, asked = looked_at(table, last, *weeks)
    assert agrees(exits, asked, CHANCE), f"{exits} exits where {CHANCE * asked:.0f} were expected"


def test_a_hazard_a_fifth_off_would_be_caught(jobs):
    exits, asked = looked_at(*jobs, 0, 10_000)
    print(f"{exits} exits, {CHANCE * asked:.0f} expected; reach {could_miss(asked, CHANCE):.1%}")
    assert could_miss(asked, CHANCE) < 0.2
    assert not agrees(exits * 0.8, asked, CHANCE)


def test_retention_from_the_start_date_is_exponential(jobs):
    table, last = jobs
    curve = kaplan_meier(job_spells(table, 0, last), level=1 - FALSE_ALARM)
    for years in (1, 2, 3):
        week = round(years * WEEKS_IN_YEAR)
        at = curve[curve.week <= week].iloc[-1]
        # the first look comes the week after the start, and the leaver is gone one week later
        assert at.low <= (1 - CHANCE) ** (week - 1) <= at.high


def test_destinations_compete_by_their_shares(jobs):
    table, _ = jobs
    gone = table[table.stop_week >= 0].ended_by.value_counts()
    expected = {"profession": TO_PROFESSION, "agency": TO_AGENCY,
                "another authority": 1 - TO_PROFESSION - TO_AGENCY}  # fmt: skip
    counts = np.array([gone.get(name, 0) for name in expected])
    shares = np.array(list(expected.values()))
    assert set(gone.index) == set(expected)
    assert stats.chisquare(counts, shares * counts.sum()).pvalue > FALSE_ALARM
