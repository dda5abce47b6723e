"""Each loop alone: with its first cause moved, its last effect moves.

The probes, and what they hold still, are in `tests/probes.py`.
"""

import pytest

from tests.probes import LOOPS, OF_LEADERS, PROBES, reached


def test_every_loop_has_its_probe():
    assert {*PROBES, *OF_LEADERS} == set(LOOPS)


@pytest.mark.parametrize("name", PROBES)
def test_a_loop_leads_from_its_first_cause_to_its_last_effect(name):
    probe = PROBES[name]
    low, high = reached(name, probe, on=True)
    assert low > 0 if probe.rises else high < 0, f"{low:.4g} to {high:.4g}"
