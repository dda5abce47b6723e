"""What leaders believe, tell and act on: by hand."""

from math import exp

import pytest

from sim.kernel.compiled import interpreted
from sim.parameters.inspection import Inspection
from sim.parameters.intervention import Intervention
from sim.parameters.leadership import Leadership
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.parameters.media import Media
from sim.rules.leaders import appetite_drawn, believes, candour, suspends
from sim.rules.management import lifted_from_above
from sim.state.organisation import GOOD, INADEQUATE, NO_RUNG
from tests.sections import row, section

P, LOOPS, M = section(Leadership), section(Loops), section(Management)


def council(**changes):
    usual = {
        "indicators": 0.9, "incident_alarm": 0.0, "learning": section(Media).usual_learning,
        "rung": NO_RUNG, "rung_since": 0, "grade": GOOD, "judged": -500, "unsettled": 0.0,
    }  # fmt: skip
    return row(**{**usual, **changes})


def test_belief_is_the_weighted_mean_of_its_sources():
    weights = (P.weight_indicators, P.weight_reports, P.weight_judgement, P.weight_incidents)
    words = (0.9, 0.6, P.word_of_good, 0.8)
    mean = sum(w * x for w, x in zip(weights, words, strict=True)) / sum(weights)
    assert believes(council(incident_alarm=0.2), GOOD, 0.6, P, LOOPS) == pytest.approx(mean)
    worse = believes(council(incident_alarm=0.2), INADEQUATE, 0.6, P, LOOPS)
    assert worse < mean


def test_who_blames_hears_less():
    heard = [candour(row(blames=blames), P, LOOPS) for blames in (0, 1)]
    assert heard == pytest.approx([P.candour_of_director, P.candour_under_blame])
    unsilenced = section(Loops, silence=0.0)
    either = {candour(row(blames=blames), P, unsilenced) for blames in (0, 1)}
    assert len(either) == 1
    assert heard[1] < either.pop() < heard[0]


def test_a_just_culture_suspends_hardly_anybody():
    blaming = row(blames=1)
    assert suspends(row(blames=0), P, M, LOOPS) == 0
    assert suspends(blaming, P, M, LOOPS) == P.suspended
    assert suspends(blaming, P, section(Management, just_culture=1.0), LOOPS) == 0
    assert suspends(blaming, P, M, section(Loops, blame_runs_downhill=0.0)) == 0


def test_appetite_is_usual_in_the_middle():
    assert appetite_drawn(0.0, P) == 1
    assert appetite_drawn(1.0, P) == pytest.approx(exp(P.appetite_spread))


def lift(loops=LOOPS, attention=P.attention_usual, appetite=1.0, belief=P.director_belief_usual):
    above = row(attention=attention, appetite=appetite), row(skill=1.0, belief=belief)
    sections = P, section(Inspection), section(Intervention), section(Media), loops
    return interpreted(lifted_from_above)(council(), *above, 0, *sections)


def test_attention_lifts_as_far_as_there_is_appetite():
    assert lift() == pytest.approx(0)
    more = P.attention_usual + 0.2
    assert lift(attention=more) == pytest.approx(0.2 * P.improvement)
    assert lift(attention=more, appetite=1.5) == pytest.approx(0.3 * P.improvement)


def test_a_director_mends_what_they_believe_to_be_poor():
    doubting = P.director_belief_usual - 0.1
    assert lift(belief=doubting) == pytest.approx(0.1 * P.mending)
    without = lift(section(Loops, false_comfort=0.0), belief=doubting)
    assert without == pytest.approx(0.1 * P.mending), "whatever made them doubt"
