"""Those at the top: nobody leads two places, every going leaves a post, and loops do as said."""

from itertools import pairwise

import numpy as np
import pytest
from scipy import stats

from sim.measures.counters import index
from sim.rules.leaders import rest_of_england, settled
from sim.stages.leadership import succession
from sim.state.columns import column
from sim.state.organisation import STORY
from tests.leaders import YEAR, afraid, judgements, lead, stories

YEARS = 30
BORDER = 0.35  # of all who cross it, over 1,200 years of authorities


def changes(story):
    """Goings of directors, authority by authority."""
    return np.bincount([row for _, row, _ in story.went], minlength=len(story.model.councils))


def apart(one, other):
    """The mean by which authorities' numbers differ: both ends of its 99% interval."""
    differences = np.asarray(one, dtype=float) - np.asarray(other, dtype=float)
    width = stats.t.ppf(0.995, len(differences) - 1) * stats.sem(differences)
    return differences.mean() - width, differences.mean() + width


def test_nobody_directs_two_authorities(monkeypatch):
    together = []

    def look(model):
        numbers = column(model.tables.directors, "number")
        together.append(len(numbers) - len(np.unique(numbers)))

    lead(monkeypatch, YEARS, each_week=look)
    assert len(together) == YEARS * YEAR
    assert max(together) == 0


def test_whoever_follows_a_call_leaves_a_post_empty_there_and_is_seen_here(monkeypatch):
    story = lead(monkeypatch, YEARS, **{"leadership.from_elsewhere": 0.5})
    numbers = [number for _, _, number in story.went]
    twice = {number for number in numbers if numbers.count(number) > 1}
    assert len(twice) >= 10, "some led two authorities, one after the other"
    for number in twice:
        places = [row for _, row, one in story.went if one == number]
        assert all(a != b for a, b in pairwise(places))


def test_goings_are_counted_once(monkeypatch):
    story = lead(monkeypatch, YEARS, each_week=stories)
    model = story.model
    counted = model.tables.tally[:, index("director_changes")].sum()
    assert counted == len(story.went) > 100


def test_as_many_come_from_the_rest_of_england_as_go_there(monkeypatch):
    taken, came = [], []
    drawn, take = succession.Director.is_drawn_away, succession.Director.take_up

    def away(self, rest, weeks):
        goes = drawn(self, rest, weeks)
        taken.extend([self.row] * goes)
        return goes

    def comes(self, first):
        came.extend([self.row] * (not first))
        take(self, first)

    monkeypatch.setattr(succession.Director, "is_drawn_away", away)
    monkeypatch.setattr(succession.Director, "take_up", comes)
    for seed in (1, 2):
        with monkeypatch.context() as inner:
            lead(inner, YEARS, seed)
    assert min(len(taken), len(came)) >= 40
    assert abs(len(taken) - len(came)) / (len(taken) + len(came)) <= BORDER / 2


def test_uncoupled_authorities_call_nobody_of_each_other(monkeypatch):
    assert rest_of_england(40, 153.0, shared=False) == 1.0
    story = lead(
        monkeypatch, YEARS, **{"couplings.labour_market": 0.0, "leadership.from_elsewhere": 0.9}
    )
    numbers = [number for _, _, number in story.went]
    assert len(numbers) == len(set(numbers)) > 100


def test_interims_are_as_many_as_published(monkeypatch):
    there = []
    lead(
        monkeypatch, YEARS,
        each_week=lambda model: there.append(column(model.tables.directors, "interim").mean()),
    )  # fmt: skip
    assert 0.03 <= np.mean(there) <= 0.12, "11% with removals (governance L04), here without"


def test_good_leaders_lost_goes_from_fear_to_changes_and_off_stops_it(monkeypatch):
    calm = lead(monkeypatch, YEARS)
    feared = lead(monkeypatch, YEARS, each_week=afraid)
    low, _ = apart(changes(feared), changes(calm))
    assert low > 0.0
    off = {"loops.good_leaders_lost": 0.0}
    assert lead(monkeypatch, 10, **off).went == lead(monkeypatch, 10, each_week=afraid, **off).went


def test_a_good_name_draws_calls_and_off_none_is_better_than_another(monkeypatch):
    def named(model):
        for a, council in enumerate(model.councils):
            council.reputation = 0.5 if a % 2 else -0.5

    went = changes(lead(monkeypatch, YEARS, each_week=named, **{"leadership.draw_of_name": 4.0}))
    low, _ = apart(went[1::2], went[::2])
    assert low > 0.0
    off = {"loops.good_leaders_lost": 0.0, "leadership.draw_of_name": 4.0}
    assert lead(monkeypatch, 10, each_week=named, **off).went == lead(monkeypatch, 10, **off).went


def safety(story):
    model = story.model
    place = column(model.tables.teams, "authority")
    return np.bincount(place, column(model.tables.teams, "safety")) / np.bincount(place)


def test_blame_runs_downhill_goes_from_stories_to_silence_and_off_stops_it(monkeypatch):
    calm, told = lead(monkeypatch, 5), lead(monkeypatch, 5, each_week=stories)
    assert len(told.removed) >= 20
    assert not calm.removed
    _, high = apart(safety(told), safety(calm))
    assert high < 0.0
    off = {"loops.blame_runs_downhill": 0.0}
    still = lead(monkeypatch, 5, each_week=stories, **off)
    assert still.removed == []
    assert (safety(still) == safety(lead(monkeypatch, 5, **off))).all()


def belief(story):
    return column(story.model.tables.chiefs, "belief").copy()


def test_poor_leaders_replaced_goes_from_judgement_to_belief_and_off_stops_it(monkeypatch):
    def troubled(model):
        column(model.tables.teams, "problems")[:] = 0.6
        column(model.tables.councils, "indicators")[:] = 0.9

    def judged(model):
        troubled(model)
        judgements(model)

    calm, told = lead(monkeypatch, 5, each_week=troubled), lead(monkeypatch, 5, each_week=judged)
    assert len(told.removed) >= 20
    _, high = apart(belief(told), belief(calm))
    assert high < 0.0
    off = {"loops.poor_leaders_replaced": 0.0}
    still = lead(monkeypatch, 5, each_week=judged, **off)
    assert still.removed == []
    assert (belief(still) == belief(lead(monkeypatch, 5, each_week=troubled, **off))).all()


def test_leader_domino_goes_from_one_exit_to_another_and_off_stops_it(monkeypatch):
    def one_half_fails(model):
        if model.week % YEAR == 0:
            for council in model.councils[:20]:
                council.failed = STORY

    calls = {"leadership.from_elsewhere": 1.0, "leadership.interim_months": 1.0,
             "leadership.calls": 5.0, "media.england_authorities": 40.0}  # fmt: skip

    def elsewhere(each_week):
        runs = [lead(monkeypatch, YEARS, seed, each_week, **calls) for seed in (1, 2, 3)]
        return np.concatenate([changes(story)[20:] for story in runs])

    told, calm = elsewhere(one_half_fails), elsewhere(None)
    low, _ = apart(told, calm)
    assert low > 0.0
    off = {**calls, "loops.leader_domino": 0.0}
    calm = [one for one in lead(monkeypatch, 10, **off).went if one[1] >= 20]
    told = lead(monkeypatch, 10, each_week=one_half_fails, **off).went
    assert [one for one in told if one[1] >= 20] == calm


@pytest.mark.parametrize("authorities", [1, 4, 40, 153])
def test_the_rest_of_england_is_what_is_not_simulated(authorities):
    assert rest_of_england(authorities, 153.0, shared=True) == (153 - authorities) / 152


def test_only_the_settled_follow(monkeypatch):
    follow, seen = succession.Director.follow, []

    def watched(self, leaver):
        p = self.rates("leadership", self.row)
        seen.append(settled(leaver, self.week, p))
        follow(self, leaver)

    monkeypatch.setattr(succession.Director, "follow", watched)
    with monkeypatch.context() as inner:
        lead(inner, YEARS, **{"leadership.from_elsewhere": 0.5})
    assert len(seen) >= 10
    assert all(seen)
