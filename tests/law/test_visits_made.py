"""Visits that a national pool of inspectors makes over fifteen years are those that are set."""

from dataclasses import replace

import numpy as np
import pytest

from sim.measures.counters import index
from sim.model import ChildrensServices
from sim.scenario import load_experiment
from sim.stages import inspection
from sim.stages.inspection import visits
from sim.state.organisation import FOCUSED, FULL, JOINT, MONITORING

YEARS, WEEKS = 15, 52
LEVELS = np.array([0.5] * 6 + [0.68] * 34 + [0.77] * 45 + [0.85] * 15)


@pytest.fixture(scope="module")
def visited():
    """Let inspectors alone act in sixty authorities, whose practice is drawn at each visit."""
    (setting,) = load_experiment("calibration-governance").scenarios

    def made(**numbers):
        named = {f"inspection.{name}": value for name, value in numbers.items()}
        tiny = replace(setting, population_scale=0.01, past_years=0, law=(), parameters=named)
        return Made(ChildrensServices(tiny, 1, 0))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(visits, "judged_practice", drawn)
        yield made


def drawn(world, a, visit, area, _team):
    return float(LEVELS[(world.week * 7919 + a * 104_729 + visit * 31 + int(area) * 37) % 100])


class Made:
    """The visits of a world, by authority, and inspectors' days."""

    def __init__(self, model):
        self.model, self.days = model, 0.0
        for _ in range(YEARS * WEEKS):
            model.tables.tally[:] = 0
            inspection.run(model)
            self.days += model.tables.tally[:, index("inspector_days")].sum()
            for council in model.councils:
                council.failed = 0
            model.week += 1
        book = model.tables.judgements
        rows = book.rows[: book.count[0]].astype(int)
        self.rows = sorted({(int(a), int(week), int(kind)) for week, a, kind in rows[:, :3]})

    def count(self, kind):
        return sum(one == kind for _, _, one in self.rows)

    def gaps(self, kind):
        """Weeks between two visits of a kind with no full one between them."""
        found, last = [], None
        for a, week, one in self.rows:
            if last is not None and last[0] != a:
                last = None
            if one == FULL:
                last = None
            if one == kind:
                found += [week - last[1]] if last else []
                last = (a, week)
        return np.array(found)


@pytest.fixture(scope="module")
def usual(visited):
    return visited()


def test_visits_come_as_often_as_they_are_set(usual):
    p, places = usual.model.rates.inspection[0], len(usual.model.councils)
    assert usual.count(JOINT) / places / YEARS == pytest.approx(p.joint, rel=0.25)
    assert p.monitoring_weeks <= usual.gaps(MONITORING).mean() < 1.35 * p.monitoring_weeks
    assert 0.27 < usual.count(FULL) / places / YEARS < 0.37


def test_inspectors_give_no_more_days_than_they_have(usual):
    p, pool = usual.model.rates.inspection[0], len(usual.model.inspectors)
    assert 90 < usual.days / pool / YEARS < p.inspector_days


def test_more_inspectors_leave_no_visit_waiting(visited):
    made = visited(strength=2.0)
    p = made.model.rates.inspection[0]
    assert made.gaps(MONITORING).mean() < 1.1 * p.monitoring_weeks


def test_more_joint_visits_are_made_where_more_are_set(visited, usual):
    assert visited(joint=0.3).count(JOINT) > 3 * usual.count(JOINT)


def test_longer_notice_takes_few_visits_away(visited, usual):
    assert visited(notice_days=20.0).count(FULL) > 0.9 * usual.count(FULL)


def test_focused_visits_are_as_many_as_are_set(visited):
    for often in (1, 2):
        made, between = visited(focused=float(often)), []
        count, last = 0, None
        for a, _, kind in made.rows:
            if last != a:
                count, last, begun = 0, a, False
            if kind == FULL:
                between += [count] if begun else []
                count, begun = 0, True
            count += kind == FOCUSED
        without_failures = [one for one in between if one]
        assert np.mean(without_failures) == pytest.approx(often, abs=0.1)
        assert max(without_failures) <= often
