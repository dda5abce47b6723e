"""Judging, by hand: what leaders and steady staff weigh in it, and the blame that it brings."""

from math import exp

import numpy as np
import pytest

from sim.stages import media
from sim.stages.inspection import intervention
from sim.stages.inspection.judging import JUDGED, judged_practice
from sim.state.columns import column
from sim.state.organisation import FULL, Area
from sim.state.worker import AGENCY, EMPLOYED, VACANT
from tests.inspectors import quiet

INDICATORS, SUPERVISION = 0.9, 0.5
NO_LUCK = (("inspection.weight_files", "to", 0.0), ("inspection.noise", "to", 0.0))
"""Files count for nothing and teams judge alike, so that a judgement can be worked out."""


def shown(model, held=1.0):
    """What the first authority shows, with such a share of posts held by permanent staff."""
    p = model.rates.inspection[0]
    steady = p.weight_stability * (held - p.usual_stability)
    return p.weight_indicators * INDICATORS + p.weight_supervision * SUPERVISION + steady


def authority(*changes, belief=0.0, skill=1.0):
    """A world whose first authority has staff in all posts, and a chief executive and director.

    belief : the chief executive's, beyond what is shown and what is usually believed beyond it
    """
    model = quiet(*NO_LUCK, *changes)
    model.councils[0].indicators, model.councils[0].severity = INDICATORS, 0.0
    column(model.tables.teams, "supervision")[:] = SUPERVISION
    column(model.tables.workers, "filled")[:] = EMPLOYED
    model.directors[0].post.skill = skill
    usual = model.rates.inspection[0].usual_comfort
    model.chief_executives[0].post.belief = shown(model) + usual + belief
    return model


def judge(model, area):
    """What a full team without severity of its own judges."""
    team = model.inspectors[:4]
    for inspector in team:
        inspector.own.severity = 0.0
    return judged_practice(model, 0, FULL, area, team)


def test_without_comfort_and_with_a_usual_director_what_is_shown_is_judged():
    model = authority()
    expected = shown(model)
    assert [judge(model, area) for area in JUDGED] == pytest.approx([expected] * 3)


@pytest.mark.parametrize("weight", [0.0, 0.3, 0.6])
def test_false_comfort_is_held_against_leaders(weight):
    model = authority(("inspection.weight_comfort", "to", weight), belief=0.1)
    assert judge(model, Area.LEADERS) == pytest.approx(shown(model) - weight * 0.1)


def test_false_comfort_is_held_against_nobody_else():
    model = authority(belief=0.1)
    expected = pytest.approx(shown(model))
    assert judge(model, Area.PROTECTION) == expected
    assert judge(model, Area.CARE) == expected


def test_doubt_earns_leaders_nothing():
    model = authority(belief=-0.2)
    assert judge(model, Area.LEADERS) == pytest.approx(shown(model))


@pytest.mark.parametrize(("weight", "skill"), [(0.12, 1.2), (0.12, 0.9), (0.5, 1.2), (0.0, 1.2)])
def test_a_better_director_is_judged_better_among_leaders_alone(weight, skill):
    model = authority(("inspection.weight_leader", "to", weight), skill=skill)
    assert judge(model, Area.LEADERS) == pytest.approx(shown(model) + weight * (skill - 1))
    assert judge(model, Area.PROTECTION) == pytest.approx(shown(model))


def keep(model, every):
    """Leave permanent staff in one of so many of the first authority's posts; give their share."""
    workers = model.tables.workers
    filled, fte = column(workers, "filled"), column(workers, "fte")
    here = (column(workers, "authority") == 0) & (column(workers, "open") == 1)
    gone = here.copy()
    gone[np.flatnonzero(here)[::every]] = False
    filled[gone] = VACANT
    filled[np.flatnonzero(gone)[::2]] = AGENCY
    return fte[here & ~gone].sum() / fte[here].sum()


@pytest.mark.parametrize("weight", [0.0, 0.2, 0.8])
def test_posts_without_permanent_staff_tell_against_every_area(weight):
    model = authority(("inspection.weight_stability", "to", weight), belief=-1.0)
    full = judge(model, Area.PROTECTION)
    held = keep(model, every=2)
    assert 0.3 < held < 0.7
    assert judge(model, Area.PROTECTION) == pytest.approx(full - weight * (1 - held))
    assert [judge(model, area) for area in JUDGED] == pytest.approx([shown(model, held)] * 3)


def test_agency_staff_do_not_make_an_authority_steady():
    judgements = []
    for filled in (AGENCY, VACANT):
        model = authority(belief=-1.0)
        column(model.tables.workers, "filled")[:] = filled
        judgements.append(judge(model, Area.PROTECTION))
    assert judgements == pytest.approx([shown(model, held=0.0)] * 2)


def blame(*changes, size=1.0):
    """Blame that an inadequate judgement brings to an authority that nobody has written of."""
    model = quiet(*changes)
    model.tables.stories.count[0] = 0
    model.councils[0].remembered = 0.0
    intervention.fail(model, 0, size)
    media.follow_stories(model)
    media.feel(model, 0)
    return model.councils[0].blame


@pytest.mark.parametrize("style", [0.0, 0.4, 1.0])
def test_a_verdict_brings_blame_and_insight_takes_it_away(style):
    brought = 0.8 * (1 - style)
    felt = blame(
        ("inspection.style", "to", style), ("inspection.blame_of_judgement", "to", 0.8),
        ("media.background_blame", "to", 0.1),
    )  # fmt: skip
    assert felt == pytest.approx(0.1 + 1 - exp(-brought))


def test_insight_into_a_greater_scandal_takes_away_as_large_a_part():
    brought = 1.5 * 0.5 * (1 - 0.4)
    style = ("inspection.style", "to", 0.4), ("inspection.blame_of_judgement", "to", 0.5)
    felt = blame(*style, ("media.background_blame", "to", 0.0), size=1.5)
    assert felt == pytest.approx(1 - exp(-brought))
