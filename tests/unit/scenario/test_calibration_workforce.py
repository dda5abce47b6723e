"""The place and the experiment that the workforce is held against published figures with."""

from collections import Counter
from datetime import date

import numpy as np
import pytest

from sim.kernel.chance import Chance
from sim.parameters.registry import registry
from sim.scenario import load_experiment
from sim.world.organisations import Sizes
from sim.world.settings import in_force

FEWEST_POSTS = 40
JUDGED = {"inadequate": 22, "requires improvement": 42, "good": 32, "outstanding": 4}


@pytest.fixture(scope="module")
def experiment():
    return load_experiment("calibration-workforce")


@pytest.fixture(scope="module")
def scenario(experiment):
    return experiment.scenarios[0]


def facts(scenario, name):
    return np.array([getattr(one, name) for one in scenario.authorities], dtype=float)


def test_it_runs_six_whole_years_of_the_baseline_in_forty_authorities(experiment, scenario):
    assert [one.name for one in experiment.scenarios] == ["baseline"]
    assert (experiment.replicates, len(scenario.authorities)) == (20, 40)
    assert (scenario.start, scenario.end) == (date(2023, 4, 1), date(2029, 3, 31))
    assert (experiment.period_start, experiment.period_end) == (scenario.start, scenario.end)
    assert not scenario.quick


@pytest.mark.parametrize("replicate", range(3))
def test_every_authority_has_forty_case_holding_posts_in_every_replicate(scenario, replicate):
    made = Sizes(scenario, in_force(scenario).viewed(), Chance(20260401, replicate), 0)
    assert min(made.posts) >= FEWEST_POSTS


def test_the_mean_family_has_the_need_of_england_and_places_differ(scenario):
    need = facts(scenario, "deprivation")
    assert np.average(need, weights=facts(scenario, "families")) == pytest.approx(0, abs=0.01)
    assert 0.25 < need.std() < 0.4


def test_thresholds_are_spread_as_between_authorities_whatever_their_need(scenario):
    thresholds = facts(scenario, "threshold")
    known = registry()["decisions.authority_spread"].default
    assert thresholds.std() == pytest.approx(known, rel=0.05)
    assert thresholds.mean() == pytest.approx(0, abs=0.01)
    assert abs(np.corrcoef(thresholds, facts(scenario, "deprivation"))[0, 1]) < 0.1


def test_regions_and_judgements_come_in_the_shares_of_england(scenario):
    regions = Counter(one.region for one in scenario.authorities)
    assert len(regions) == 9
    assert regions["London"] == max(regions.values()) == 8
    judged = Counter(one.help_and_protection for one in scenario.authorities)
    for judgement, share in JUDGED.items():
        assert 100 * judged[judgement] / 40 == pytest.approx(share, abs=2)


def test_no_authority_goes_by_the_name_of_one_elsewhere(scenario):
    names = [one.name for one in scenario.authorities]
    others = {"Northmoor", "Eastwick", "Southmere", "Westholme"}
    assert len(set(names)) == 40
    assert not others & set(names)
