"""Belief steers attention: where all is believed to be well, less is paid."""

import pytest

from tests.worlds import small, world


def attention(belief, **numbers):
    model = world(small(parameters=numbers))
    chief = model.chief_executives[0]
    chief.post.belief, chief.post.background = belief, 0
    for _ in range(200):
        chief.attend(4)
    return chief.post.attention


def test_doubt_adds_attention_and_comfort_takes_it_away():
    usual = attention(0.785)
    assert usual == pytest.approx(0.3, abs=0.01)
    assert attention(0.385) == pytest.approx(usual + 0.5 * 0.4, abs=0.01)
    assert attention(1.0) == pytest.approx(usual - 0.5 * 0.215, abs=0.01)


def test_without_the_link_belief_changes_nothing():
    off = {"leadership.attention_of_doubt": 0.0}
    assert attention(0.4, **off) == attention(1.0, **off)
