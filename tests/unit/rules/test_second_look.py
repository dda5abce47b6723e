"""Second looks: at doubtful steps alone, and the likelier the better the supervision."""

import numpy as np
import pytest

from sim.kernel.compiled import interpreted
from sim.parameters.casework import Casework
from sim.parameters.decisions import Decisions
from sim.parameters.families import Families
from sim.parameters.loops import Loops
from sim.parameters.management import Management
from sim.rules import review
from sim.rules.weighing import DecisionLuck
from tests.sections import row, section

DRAWS = 2000
LUCK = DecisionLuck(*(np.uint64(97 + i) for i in range(len(DecisionLuck._fields))))


def looked(doubt, supervision, monkeypatch):
    """Share of steps that a manager looks at again, when every look finds harm."""
    seen = []
    monkeypatch.setitem(
        interpreted(review.second_look).__globals__, "observe_harm",
        lambda *_: seen.append(1) or 99.0,
    )  # fmt: skip
    sections = row(
        decisions=section(Decisions), casework=section(Casework), families=section(Families),
        management=section(Management), loops=section(Loops),
    )  # fmt: skip
    with np.errstate(over="ignore"):
        for number in range(DRAWS):
            case = row(number=number, truth=None, record=None)
            interpreted(review.second_look)(case, doubt, supervision, sections, LUCK)
    return len(seen) / DRAWS


@pytest.mark.parametrize("supervision", [0.2, 0.5, 0.9])
def test_a_doubtful_step_is_looked_at_by_the_quality_of_supervision(supervision, monkeypatch):
    chance = section(Decisions).second_look * supervision
    assert looked(0.0, supervision, monkeypatch) == pytest.approx(chance, abs=0.04)


def test_a_step_beyond_doubt_is_not(monkeypatch):
    margin = section(Decisions).second_look_margin
    assert looked(margin + 0.01, 0.9, monkeypatch) == 0.0
