"""Many policies: figure 1 shares them out over pictures, each low enough for a printed page."""

from types import SimpleNamespace

import pytest

from sim.report.figures.effects import TALLEST, groups, names_of, tall


def policies(count):
    names = [f"policy-{n}" for n in range(count)]
    title = "A title that is long enough to take three lines beside its row"
    titles = dict.fromkeys(names, title)
    return SimpleNamespace(policies=names, titles=titles)


@pytest.mark.parametrize("count", [1, 4, 16, 26, 60])
def test_no_picture_is_higher_than_a_page_and_no_policy_is_lost(count):
    comparison = policies(count)
    shared = groups(comparison)
    assert [name for some in shared for name in some] == comparison.policies
    assert all(tall(names_of(comparison, some)) <= TALLEST for some in shared)
    assert len(shared) == 1 or count > 10
