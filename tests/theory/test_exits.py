"""Exits with every feedback neutral are a plain hazard: survival is exponential.

Beside it, from a certain age, a second one of retirement: two risks that compete, whose shares
are known in closed form. False alarms: one in a million for each comparison. Power: with some
4,000 posts over four years, about 2,000 exits, a hazard 20% off in all would be caught 99 times
in 100; the test that asserts this prints the reach it has.
"""

from math import exp

import numpy as np
import pytest
from scipy import stats

from sim.analysis.survival.curves import kaplan_meier
from sim.analysis.survival.incidence import incidence
from sim.analysis.survival.spells import job_spells
from sim.kernel.calendar import WEEKS_IN_YEAR
from tests.odds import FALSE_ALARM, agrees, could_miss
from tests.worlds import small, world

HAZARD, RETIREMENT, TO_PROFESSION, TO_AGENCY = 0.16, 0.3, 0.58, 0.16
OLD = 35.0  # low, so that many retire; nobody reaches 60, at which age exit itself changes
RATIOS = (
    "workforce.exit_strain", "workforce.exit_supervision", "workforce.exit_blame",
    "workforce.exit_peer", "workforce.exit_caseload", "workforce.tenure_first",
    "workforce.tenure_second", "workforce.tenure_to_five", "workforce.tenure_to_ten",
    "workforce.tenure_over_ten", "workforce.exit_without_cases",
)  # fmt: skip
NEUTRAL = {
    "workforce.exit_hazard": HAZARD,
    "management.manager_exit": HAZARD,
    **dict.fromkeys(RATIOS, 1.0),
    "workforce.authority_spread": 0.0,
    "workforce.year_spread": 0.0,
    "workforce.posts_growth": 0.0,
    "workforce.notice_weeks": 0.0,
    "workforce.exit_profession": TO_PROFESSION,
    "workforce.exit_profession_early": TO_PROFESSION,
    "workforce.exit_agency": TO_AGENCY,
    "workforce.families_per_post": 1.0,
    "workforce.first_age_range": 0.0,
    "workforce.starting_age_range": 0.0,
    "market.supply": 1.5,
}
RETIRING = {"workforce.pension_age": OLD, "workforce.retirement": RETIREMENT}
CHANCE, RETIRES = (1 - exp(-rate / WEEKS_IN_YEAR) for rate in (HAZARD, RETIREMENT))
YEARS = 4


def lived(**changes):
    """Jobs of permanent staff, and the last week of the run."""
    setting = small(families=2640, past=0, years=YEARS, parameters={**NEUTRAL, **changes})
    model = world(setting)
    table = model.run()["jobs"]
    return table[~table.agency], model.week - 1


@pytest.fixture(scope="module")
def jobs():
    """Nobody is old enough to retire."""
    return lived()


@pytest.fixture(scope="module")
def retiring():
    """Whoever is of a certain age may retire."""
    return lived(**RETIRING)


def looked_at(table, last, first_week, end_week):
    """Weeks in which somebody of such a tenure could have given notice, and how often it was given.

    Without notice to work, who decides in a week is gone in it. Those in their first week have
    not yet been asked.

    first_week, end_week : since the job began; one for all, or one for each job
    """
    start, stop = table.start_week.to_numpy(), table.stop_week.to_numpy()
    decided = np.where(stop >= 0, stop, last + 1)
    begin = np.maximum(np.maximum(start + 1, 0), start + first_week)
    end = np.minimum(np.minimum(decided, last), start + end_week - 1)
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
        assert at.low <= (1 - CHANCE) ** week <= at.high


def shared_out(table, shares):
    """Whether leavers went where they should, by shares."""
    gone = table[table.stop_week >= 0].ended_by.value_counts()
    counts = np.array([gone.get(name, 0) for name in shares])
    expected = np.array(list(shares.values()))
    assert set(gone.index) == set(shares)
    return stats.chisquare(counts, expected * counts.sum()).pvalue > FALSE_ALARM


WHERE = {"profession": TO_PROFESSION, "agency": TO_AGENCY,
         "another authority": 1 - TO_PROFESSION - TO_AGENCY}  # fmt: skip


def test_destinations_compete_by_their_shares(jobs):
    assert shared_out(jobs[0], WHERE)


def test_destinations_take_their_shares_by_the_closed_form_at_every_time(jobs):
    table, last = jobs
    followed = job_spells(table, 0, last)
    curves = incidence(followed).set_index("week")
    for years in (1, 2, 3):
        week = round(years * WEEKS_IN_YEAR)
        at_risk = int((followed["weeks"] >= week).sum())
        gone = 1 - (1 - CHANCE) ** week
        for name, share in WHERE.items():
            found = curves.loc[curves.index <= week, name].iloc[-1]
            assert agrees(found * at_risk, at_risk, share * gone), (name, years, found)


def weeks_until_old(table):
    """Weeks of a job in which its holder is still too young to retire."""
    return np.ceil((OLD - table.age.to_numpy()) * WEEKS_IN_YEAR - 1e-6).astype(int)


def test_retirement_is_a_second_hazard_from_its_age(retiring):
    table, last = retiring
    turn = weeks_until_old(table)
    for first, end, chance in ((0, turn, CHANCE), (turn, 10_000, CHANCE + RETIRES)):
        exits, asked = looked_at(table, last, first, end)
        assert agrees(exits, asked, chance), f"{exits} where {chance * asked:.0f} were expected"
        assert could_miss(asked, chance) < 0.25
    old, asked = looked_at(table, last, turn, 10_000)
    assert not agrees(old, asked, CHANCE), "without retirement it would not agree"


def test_competing_risks_share_out_the_old_in_closed_form(retiring):
    """Of those who go, the part of each risk is its own hazard over both."""
    table, _ = retiring
    gone = table[table.stop_week >= 0]
    when = (gone.stop_week - gone.start_week).to_numpy()
    turn, retired = weeks_until_old(gone), (gone.ended_by == "retired").to_numpy()
    assert not retired[when < turn].any()
    both = CHANCE + RETIRES
    shares = {"retired": RETIRES / both, **{a: b * CHANCE / both for a, b in WHERE.items()}}
    assert shared_out(gone[when >= turn], shares)
    assert shared_out(gone[when < turn], WHERE)
