"""Each loop alone: with its first cause moved, its last effect moves.

The probes, and what they hold still, are in `tests/probes.py`.
"""

import numpy as np
import pytest
from scipy import stats

from tests.probes import LOOPS, OF_LEADERS, PROBES, REPLICATES, SURELY, ended


def test_every_loop_has_its_probe():
    assert {*PROBES, *OF_LEADERS} == set(LOOPS)


@pytest.mark.parametrize("name", PROBES)
def test_a_loop_leads_from_its_first_cause_to_its_last_effect(name):
    probe = PROBES[name]
    differences = np.array([
        ended(name, probe, one, True, True) - ended(name, probe, one, False, True)
        for one in range(REPLICATES)
    ])  # fmt: skip
    spread = stats.sem(differences)
    width = stats.t.ppf((1 + SURELY) / 2, REPLICATES - 1) * spread
    low, high = differences.mean() - width, differences.mean() + width
    assert low > 0 if probe.rises else high < 0, f"{low:.4g} to {high:.4g}"
