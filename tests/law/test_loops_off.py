"""Each loop switched off: its first cause moved, its last effect stays exactly where it was."""

import pytest

from tests.probes import PROBES, ended


@pytest.mark.parametrize("name", PROBES)
def test_switched_off_it_leads_nowhere(name):
    probe = PROBES[name]
    for one in range(2):
        assert ended(name, probe, one, True, False) == ended(name, probe, one, False, False)
